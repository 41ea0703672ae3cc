//! Columns of CSV files, each cell with its place, so that a wrong number is shown where it stands.

use std::sync::Arc;

use super::problem::{listed, nearest, quoted};
use super::read::{Fields, Reader};
use super::read::{number_fits, wrong_duration};
use super::source::Source;
use super::spec::Kind;
use super::tree::Place;
use crate::units::Seconds;

/// A CSV file with a header row.
pub(super) struct Sheet {
    source: Arc<Source>,
    id: usize,
    delimiter: u8,
    headers: Vec<String>,
}

/// One cell of a column.
#[derive(Clone)]
pub(super) struct Cell {
    /// Without spaces around it.
    pub(super) text: String,
    /// Where it stands.
    pub(super) at: Place,
    column: String,
}

impl Sheet {
    /// Opens the file that the key `file` names.
    pub(super) fn named_by(fields: &Fields<'_>) -> Option<Self> {
        let name = fields.text("file")?;
        let (node, _) = fields.get("file")?;
        let path = fields.reader.beside(node.at, &name);
        let id = fields.reader.open(&path, Some(node.at))?;
        Self::open(fields.reader, id)
    }

    /// Opens a file that was read.
    pub(super) fn open(reader: &Reader, id: usize) -> Option<Self> {
        let source = reader.source(id)?;
        let first_line = source.text.lines().next().unwrap_or_default();
        // Spreadsheets of many countries separate with semicolons, since their comma is a decimal point.
        let separates = |candidate: u8| first_line.bytes().filter(|&byte| byte == candidate).count();
        let delimiter =
            [b',', b';', b'\t'].into_iter().rev().max_by_key(|&candidate| separates(candidate)).unwrap_or(b',');
        let mut sheet = Self { source, id, delimiter, headers: Vec::new() };
        let header = sheet.reader().byte_records().next();
        if let Some(Ok(record)) = header {
            sheet.headers = record.iter().map(|field| trimmed(&String::from_utf8_lossy(field))).collect();
        }
        if sheet.headers.iter().all(String::is_empty) {
            reader.wrong(
                sheet.place(0, 0),
                "this table is empty",
                "the first row names the columns, each further row holds their numbers",
            );
            return None;
        }
        Some(sheet)
    }

    fn reader(&self) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.source.text.as_bytes())
    }

    /// The column of a name, or else a problem at the place that names it.
    pub(super) fn find(&self, reader: &Reader, name: &str, at: Place) -> Option<usize> {
        let found = self.find_optional(name);
        if found.is_none() {
            let file = quoted(&self.source.path.to_string_lossy());
            let title = format!("{file} has no column {}", quoted(name));
            let columns = format!("its columns are {}", listed(&self.headers, "and"));
            let help = match nearest(name, self.headers.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean {}? {columns}", quoted(meant)),
                None => columns,
            };
            reader.wrong(at, title, help);
        }
        found
    }

    /// The column of a name that need not be there.
    pub(super) fn find_optional(&self, name: &str) -> Option<usize> {
        self.headers.iter().position(|header| header == name.trim())
    }

    /// Columns whose names are nearly those of columns that are read: what they hold would be lost.
    pub(super) fn note_misspelt(&self, reader: &Reader, names: &[&str]) {
        for (column, header) in self.headers.iter().enumerate().filter(|(_, header)| !names.contains(&header.as_str()))
        {
            if let Some(meant) = nearest(header, names.iter().copied()) {
                let title = format!("there is no column {}", quoted(header));
                reader.wrong(self.place(0, column), title, format!("did you mean {}?", quoted(meant)));
            }
        }
    }

    /// The names of the columns.
    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The place of a column's header.
    pub(super) fn header_place(&self, column: usize) -> Place {
        self.place(0, column)
    }

    /// All cells of a column; rows with more or fewer cells than the header are problems.
    pub(super) fn cells(&self, reader: &Reader, column: usize) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        let mut whole = true;
        for record in self.reader().byte_records().skip(1) {
            let Ok(record) = record else { return None };
            let start = record.position().map_or(0, |position| position.byte() as usize);
            if record.len() != self.headers.len() {
                self.report_ragged(reader, start, record.len());
                whole = false;
                continue;
            }
            let text = String::from_utf8_lossy(record.get(column).unwrap_or_default()).trim().to_owned();
            let name = self.headers.get(column).cloned().unwrap_or_default();
            cells.push(Cell { text, at: self.place(start, column), column: name });
        }
        if whole && cells.is_empty() {
            reader.wrong(
                self.place(0, 0),
                "this table has no rows below its header",
                "write one row for each interval or value",
            );
            return None;
        }
        whole.then_some(cells)
    }

    fn report_ragged(&self, reader: &Reader, start: usize, count: usize) {
        let title = format!("this row has {count} cells where the header has {}", self.headers.len());
        let help = "write numbers with a decimal point and without thousands separators, as many as there are columns";
        reader.wrong(self.place(start, 0), title, help);
    }

    /// The place of a cell in the row that starts at a byte.
    fn place(&self, row_start: usize, column: usize) -> Place {
        let bytes = self.source.text.as_bytes();
        let blank = bytes.iter().skip(row_start).take_while(|&&byte| byte == b'\n' || byte == b'\r').count();
        let mut start = row_start + blank;
        for _ in 0..column {
            start = self.cell_end(start) + 1;
        }
        Place { source: self.id, start, end: self.cell_end(start) }
    }

    /// The end of the cell that starts at a byte; separators between quotes do not end it.
    fn cell_end(&self, start: usize) -> usize {
        let mut quoted = false;
        let rest = self.source.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest.iter().position(|&byte| {
            quoted ^= byte == b'"';
            !quoted && (byte == self.delimiter || byte == b'\n' || byte == b'\r')
        });
        start + length.unwrap_or(rest.len())
    }
}

impl Cell {
    /// The cell as a number of a declared kind.
    pub(super) fn number(&self, reader: &Reader, kind: &Kind) -> Option<f64> {
        let number = self.text.parse::<f64>().ok().filter(|number| match kind {
            Kind::Whole { min, max } => number.fract() == 0.0 && (*min as f64..=*max as f64).contains(number),
            _ => number_fits(*number, kind),
        });
        if number.is_none() {
            self.wrong(
                reader,
                &format!("write {}, with a decimal point and without thousands separators", kind.expected()),
            );
        }
        number
    }

    /// The cell as a duration of a declared kind.
    pub(super) fn duration(&self, reader: &Reader, kind: &Kind) -> Option<f64> {
        match Seconds::parse(&self.text) {
            Ok(seconds) => match wrong_duration(seconds.get(), kind) {
                None => return Some(seconds.get()),
                Some((_, remedy)) => self.wrong(reader, remedy),
            },
            Err(sentence) => self.wrong(reader, &sentence),
        }
        None
    }

    /// Reports that the cell cannot be used, and what would be right.
    pub(super) fn wrong(&self, reader: &Reader, remedy: &str) {
        let title = if self.text.is_empty() {
            format!("a cell of the column {} is empty", quoted(&self.column))
        } else {
            format!("{} in the column {} cannot be used", quoted(&self.text), quoted(&self.column))
        };
        reader.wrong(self.at, title, remedy);
    }
}

/// A header without the spaces around it and the mark that some spreadsheets put before it.
fn trimmed(text: &str) -> String {
    text.trim_start_matches('\u{feff}').trim().to_owned()
}
