//! A back-test as tables, files and charts.

mod csv;
mod table;

use std::path::{Path, PathBuf};

use super::folder::Written;
use super::{ReportError, files, json, plot};
use crate::backtest::BacktestDocument;

pub use table::backtest_table;

/// Writes a back-test under `folder`: every day and interval as CSV, all of it as JSON, and its charts. Answers what was
/// written, in order.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_backtest(document: &BacktestDocument, folder: &Path) -> Result<Vec<PathBuf>, ReportError> {
    files::make_directory(folder)?;
    // Everything is made before anything is written.
    let tables = [
        ("backtest.json", json(document)?.into_bytes()),
        ("days.csv", csv::days(document)?),
        ("intervals.csv", csv::intervals(document)?),
    ];
    let mut written = Written::default();
    for (name, bytes) in tables {
        written.file(folder.join(name), &bytes)?;
    }
    written.charts(&plot::backtest_charts(document), folder)?;
    Ok(written.into_paths())
}
