//! Rows of a workbook: the first sheet that holds a table.

use std::io;
use std::path::Path;

use calamine::{Data, Range, Reader};

use super::row::Row;
use crate::units::DAY;

/// The rows of a sheet, as the text that would stand in a CSV file.
pub(super) struct SheetRows {
    cells: Range<Data>,
    next: usize,
}

impl SheetRows {
    /// Opens a workbook.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let unreadable = |error: calamine::Error| io::Error::other(format!("no workbook that can be read: {error}"));
        let mut book = calamine::open_workbook_auto(path).map_err(unreadable)?;
        // Of sheets that are tables alike, the last to be compared wins: so the first comes last.
        let sheets = book.sheet_names().into_iter().rev().filter_map(|name| book.worksheet_range(&name).ok());
        let cells = sheets.max_by_key(|cells| cells.height().min(2) * cells.width().min(2));
        Ok(Self { cells: cells.unwrap_or_default(), next: 0 })
    }

    /// Reads the next row; false at the end.
    pub(super) fn next(&mut self, row: &mut Row) -> bool {
        if self.next >= self.cells.height() {
            return false;
        }
        let place = self.next;
        self.next += 1;
        row.begin(self.lines_read());
        for column in 0..self.cells.width() {
            let text = self.cells.get((place, column)).map(text).unwrap_or_default();
            if column > 0 {
                row.raw.push('\t');
            }
            row.raw.push_str(&text);
            row.push(&text);
        }
        true
    }

    /// The number of the row that was read last, as the workbook shows it.
    pub(super) fn lines_read(&self) -> u32 {
        self.cells.start().map_or(0, |(first, _)| first) + self.next as u32
    }
}

/// A cell as it would be typed: moments as 2026-11-30 08:30:00, times as 08:30:00.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) if moment.is_duration() => clock(moment.as_f64() * DAY),
        Data::DateTime(moment) if moment.as_f64() < 1.0 => clock(moment.as_f64() * DAY),
        Data::DateTime(moment) => dated(moment.as_f64()),
        Data::Float(number) => number.to_string(),
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}

/// Days since the end of 1899, which workbooks keep to the millisecond at best.
fn dated(days: f64) -> String {
    let seconds = (days * DAY * 1000.0).round() / 1000.0;
    let day = (seconds / DAY).floor();
    let date = super::moments::date_of(day as i32 - 25_569);
    format!("{date} {}", clock(seconds - day * DAY))
}

fn clock(seconds: f64) -> String {
    let milliseconds = (seconds.abs() * 1000.0).round() as u64;
    let (whole, rest) = (milliseconds / 1000, milliseconds % 1000);
    let sign = if seconds < 0.0 { "-" } else { "" };
    let decimals = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    format!("{sign}{:02}:{:02}:{:02}{decimals}", whole / 3600, whole / 60 % 60, whole % 60)
}
