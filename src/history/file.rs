//! A file of a log: text or a workbook, opened from its beginning as often as needed.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::row::Row;
use super::sheet_rows::SheetRows;
use super::text_rows::{Separators, TextRows};
use super::utf16::Utf16;

/// The rows of a file.
pub(super) enum Rows {
    Text(Box<TextRows>),
    Sheet(SheetRows),
}

impl Rows {
    /// Opens a file.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if path
            .extension()
            .is_some_and(|ending| ["xlsx", "xlsm", "xls", "ods"].iter().any(|e| ending.eq_ignore_ascii_case(e)))
        {
            return SheetRows::open(path).map(Self::Sheet);
        }
        let mut start = Vec::new();
        text(path)?.take(1 << 16).read_to_end(&mut start)?;
        Ok(Self::Text(Box::new(TextRows::new(text(path)?, separators(&start)))))
    }

    /// Reads the next row; false at the end.
    pub(super) fn next(&mut self, row: &mut Row) -> io::Result<bool> {
        match self {
            Self::Text(rows) => rows.next(row),
            Self::Sheet(rows) => Ok(rows.next(row)),
        }
    }

    /// Says how many fields a row has.
    pub(super) fn expect(&mut self, columns: usize) {
        if let Self::Text(rows) = self {
            rows.columns = Some(columns);
        }
    }

    /// How many bytes were read; none where that says nothing.
    pub(super) fn bytes_read(&self) -> Option<u64> {
        match self {
            Self::Text(rows) => Some(rows.bytes_read()),
            Self::Sheet(_) => None,
        }
    }

    /// How many lines were passed.
    pub(super) fn lines_read(&self) -> u32 {
        match self {
            Self::Text(rows) => rows.lines_read(),
            Self::Sheet(rows) => rows.lines_read(),
        }
    }
}

/// The text of a file as UTF-8, or as the single bytes of something else.
fn text(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut input = BufReader::with_capacity(1 << 17, file);
    Ok(match input.fill_buf()? {
        [0xFF, 0xFE, ..] => Box::new(BufReader::new(Utf16::new(input, u16::from_le_bytes))),
        [0xFE, 0xFF, ..] => Box::new(BufReader::new(Utf16::new(input, u16::from_be_bytes))),
        _ => Box::new(input),
    })
}

/// The separators of a text, by its first lines.
fn separators(start: &[u8]) -> Separators {
    // Files of old Macintosh programs end their lines with a carriage return alone.
    let line = if start.contains(&b'\r') && !start.contains(&b'\n') { b'\r' } else { b'\n' };
    let lines: Vec<&[u8]> =
        start.split(|byte| *byte == line).filter(|text| !text.trim_ascii().is_empty()).take(50).collect();
    let field = [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|candidate| evidence(&lines, *candidate));
    Separators { field: field.unwrap_or(b','), line }
}

/// How many lines have the number of separators that most of them have, and that number; none is no evidence.
fn evidence(lines: &[&[u8]], separator: u8) -> (usize, usize) {
    let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
    let agreeing = |count: &usize| counts.iter().filter(|other| *other == count).count();
    let usual = counts.iter().filter(|count| **count > 0).max_by_key(|count| (agreeing(count), **count));
    usual.map_or((0, 0), |count| (agreeing(count), *count))
}

fn outside_quotes(line: &[u8], separator: u8) -> usize {
    let mut quoted = false;
    let counts = |byte: &&u8| {
        quoted ^= **byte == b'"';
        !quoted && **byte == separator
    };
    line.iter().filter(counts).count()
}
