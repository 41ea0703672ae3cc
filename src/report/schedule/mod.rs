//! A schedule as a table for people, as CSV, as a workbook to edit, and as a chart.

mod judgement;
pub(super) mod list;
mod refusal;
mod table;
mod workbook;

use std::path::{Path, PathBuf};

use crate::planner::schedule::Document;
use crate::report::files::make_directory;
use crate::report::{ReportError, plot, write_atomically};

pub use judgement::{Judgement, judgement_json, judgement_table};
pub use list::{csv, need_csv};
pub use refusal::{refusal, refusal_json};
pub(super) use table::aligned;
pub use table::{missed, table as schedule_table};
pub use workbook::workbook;

/// The document as JSON.
///
/// # Errors
/// When a figure cannot be serialised.
pub fn json(document: &Document) -> Result<String, ReportError> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
}

/// Writes `schedule.csv`, `schedule.xlsx`, `need.csv`, `schedule.json` and the chart, and answers what was written.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_all(document: &Document, directory: &Path) -> Result<Vec<PathBuf>, ReportError> {
    make_directory(directory)?;
    let mut files = vec![
        ("schedule.csv", csv(document)?),
        ("need.csv", need_csv(document)?),
        ("schedule.xlsx", workbook(document)?),
        ("schedule.json", json(document)?.into_bytes()),
    ];
    if let Some(chart) = plot::schedule(document) {
        files.push(("schedule.svg", chart.svg()?.into_bytes()));
        files.push(("schedule.png", chart.png()?));
    }
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = directory.join(name);
        write_atomically(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}
