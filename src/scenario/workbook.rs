//! A table out of a spreadsheet workbook, as the text of a CSV file: then it is read like any other.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use jiff::civil::date;

use crate::units::{DAY, time_of_day};

/// The sheet that is read; without it, the first whose first row names what a table of the kind has.
pub(super) const LIST: &str = "list";

/// The rows of the sheet with the list.
///
/// # Errors
/// A sentence that says why there are none.
pub(super) fn as_csv(bytes: &[u8]) -> Result<String, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| format!("this workbook cannot be read: {error}"))?;
    let names = book.sheet_names();
    let listed = names.iter().filter(|name| *name == LIST).chain(&names);
    for name in listed.cloned().collect::<Vec<_>>() {
        let Ok(sheet) = book.worksheet_range(&name) else { continue };
        let first = sheet.rows().next().unwrap_or_default();
        if first.iter().any(|cell| KNOWN.contains(&text(cell).trim())) {
            return rows(&sheet);
        }
    }
    Err(format!(
        "no sheet of this workbook has a column `person` (a schedule: sheet `{LIST}`) or `hires` (a hiring plan)"
    ))
}

/// The column of a schedule, and that of a hiring plan, by which its sheet is known.
const KNOWN: [&str; 2] = ["person", "hires"];

fn rows(sheet: &Range<Data>) -> Result<String, String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in sheet.rows() {
        let cells: Vec<String> = row.iter().map(text).collect();
        // A planner leaves rows empty, which say nothing.
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            table.write_record(&cells).map_err(|error| error.to_string())?;
        }
    }
    let bytes = table.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell as it would be typed: times as 08:30, dates as 2026-11-30.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => moment_text(moment.as_f64()),
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    }
}

fn moment_text(days: f64) -> String {
    if days < 1.0 {
        return time_of_day(days * DAY);
    }
    // Workbooks count days from the end of 1899.
    let day = jiff::Span::new().try_days(days.floor() as i64).unwrap_or_default();
    date(1899, 12, 30).checked_add(day).map_or_else(|_| days.to_string(), |date| date.to_string())
}
