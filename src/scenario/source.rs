//! The files that a scenario is read from: opened once each, kept for messages and for the record of a run.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::problem::{Problem, quoted};
use super::tree::Place;
use super::workbook;

/// A file that was read on the way to a scenario: the scenario itself, a base that it extends, or a table that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The path as it was opened, relative to the working directory where the user's was.
    pub path: PathBuf,
    /// What the file held.
    pub bytes: Vec<u8>,
}

/// A file's path and text.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    /// What the file held, where that is a workbook and the text only stands for it.
    pub(crate) workbook: Option<Vec<u8>>,
}

/// A line of a file, and the part of it that is meant.
pub(crate) struct Line<'a> {
    pub(crate) number: usize,
    pub(crate) text: &'a str,
    pub(crate) span: Range<usize>,
}

impl Line<'_> {
    /// Where the part that is meant begins, in characters from 1.
    pub(crate) fn column(&self) -> usize {
        self.text.get(..self.span.start).map_or(0, |before| before.chars().count()) + 1
    }
}

impl Source {
    /// A file that was read before.
    pub(crate) fn known(input: &Input) -> Option<Self> {
        let (path, bytes) = (input.path.clone(), &input.bytes);
        if is_workbook(&path) {
            let text = workbook::as_csv(bytes).ok()?;
            return Some(Self { path, text, workbook: Some(bytes.clone()) });
        }
        Some(Self { path, text: String::from_utf8(bytes.clone()).ok()?, workbook: None })
    }

    /// What the file held.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.workbook.as_deref().unwrap_or(self.text.as_bytes())
    }

    /// The line in which a place begins; what goes beyond the line is cut off.
    pub(crate) fn line_of(&self, place: Place) -> Line<'_> {
        let start = self.boundary(place.start);
        let before = self.text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = self.text.get(line_start..).unwrap_or_default();
        let text = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let from = (start - line_start).min(text.len());
        let to = (self.boundary(place.end) - line_start).clamp(from, text.len());
        Line { number: before.matches('\n').count() + 1, text, span: from..to }
    }

    /// `file:line:column`, the way editors and terminals make it a link.
    pub(crate) fn position(&self, place: Place) -> String {
        let line = self.line_of(place);
        format!("{}:{}:{}", self.path.display(), line.number, line.column())
    }

    /// The last character boundary at or before an offset.
    fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// Largest file that is read; the longest horizon in the finest sensible interval needs a tenth of it.
const LARGEST: u64 = 50_000_000;

/// Reads a file as text. The problem, when there is one, does not yet say who named the file.
pub(crate) fn read(path: &Path) -> Result<Source, Unreadable> {
    let bytes = read_bytes(path).map_err(|error| Unreadable::NoText(cannot_read(path, &error)))?;
    if bytes.len() as u64 > LARGEST {
        let problem = Problem::new(format!("{} is larger than 50 MB", quoted(&path.to_string_lossy())));
        return Err(Unreadable::NoText(
            problem.help("a scenario and its tables are small; is this the file you meant?"),
        ));
    }
    if is_workbook(path) {
        let text = workbook::as_csv(&bytes).map_err(|reason| not_a_schedule(path, &reason))?;
        return Ok(Source { path: path.to_owned(), text, workbook: Some(bytes) });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source { path: path.to_owned(), text, workbook: None }),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Err(Unreadable::NotUtf8(Source { path: path.to_owned(), text, workbook: None }, offset))
        }
    }
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

fn not_a_schedule(path: &Path, reason: &str) -> Unreadable {
    let problem = Problem::new(format!("{}: {reason}", quoted(&path.to_string_lossy())));
    Unreadable::NoText(problem.help("write the schedule anew, or export the sheet as CSV"))
}

/// Why a file gives no text.
pub(crate) enum Unreadable {
    /// It cannot be opened or is too large.
    NoText(Problem),
    /// It is not UTF-8 from this byte on; the text stands for what can be shown of it.
    NotUtf8(Source, usize),
}

fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read, and what to do about it.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> Problem {
    let name = quoted(&path.to_string_lossy());
    match error.kind() {
        io::ErrorKind::NotFound => {
            Problem::new(format!("there is no file {name}")).help("check the spelling and the folder")
        }
        io::ErrorKind::IsADirectory => {
            Problem::new(format!("{name} is a folder, not a file")).help("name the file inside it")
        }
        io::ErrorKind::PermissionDenied => {
            Problem::new(format!("the file {name} may not be read")).help("ask its owner for permission to read it")
        }
        _ => Problem::new(format!("the file {name} cannot be read: {error}")),
    }
}

/// The problem of a file that is not UTF-8, at its first wrong byte.
pub(crate) fn not_utf8(source: usize, offset: usize) -> Problem {
    Problem::new(format!("this file is not UTF-8 text: the byte at offset {offset} does not belong to any character"))
        .at(Place { source, start: offset, end: offset + '\u{fffd}'.len_utf8() })
        .help("save the file with the encoding UTF-8")
}
