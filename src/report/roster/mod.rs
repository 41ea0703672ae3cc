//! A roster of people as a table, as CSV, as a workbook, as calendars and as charts.

mod calendars;
mod lists;
mod table;
mod words;
mod workbook;

use std::path::{Path, PathBuf};

use crate::planner::roster::Document;
use crate::report::files::make_directory;
use crate::report::folder::{Written, slug, unused};
use crate::report::{ReportError, plot};

pub use calendars::calendar;
pub use lists::{calendar_csv, coverage_csv, csv, people_csv};
pub use table::table as roster_table;
pub use words::shortage;
pub use workbook::workbook;

/// The document as JSON.
///
/// # Errors
/// When a figure cannot be serialised.
pub fn json(document: &Document) -> Result<String, ReportError> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
}

/// Writes tables, the workbook, charts, and under `calendars/` a calendar for everybody where the days have dates;
/// answers what was written.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_all(document: &Document, directory: &Path) -> Result<Vec<PathBuf>, ReportError> {
    make_directory(directory)?;
    let mut written = Written::default();
    let files = [
        ("roster.csv", csv(document)?),
        ("calendar.csv", calendar_csv(document)?),
        ("people.csv", people_csv(document)?),
        ("coverage.csv", coverage_csv(document)?),
        ("roster.xlsx", workbook(document)?),
        ("roster.json", json(document)?.into_bytes()),
    ];
    for (name, bytes) in files {
        written.file(directory.join(name), &bytes)?;
    }
    written.charts(&plot::roster_charts(document), directory)?;
    calendars(document, directory, &mut written)?;
    Ok(written.into_paths())
}

fn calendars(document: &Document, directory: &Path, written: &mut Written) -> Result<(), ReportError> {
    let place = directory.join("calendars");
    let mut taken = std::collections::HashSet::new();
    for (group, person) in document.groups.iter().flat_map(|group| group.people.iter().map(move |p| (group, p))) {
        let Some(text) = calendar(document, &group.name, person) else { return Ok(()) };
        make_directory(&place)?;
        let name = unused(&slug(&person.person), &mut taken);
        written.file(place.join(format!("{name}.ics")), text.as_bytes())?;
    }
    Ok(())
}
