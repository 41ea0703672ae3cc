//! A forecast and its test as tables for people, as CSV, and as charts.

mod csv;
mod table;
mod test_table;

use std::path::{Path, PathBuf};

use crate::forecast::{BackTest, Forecast};
use crate::report::folder::Written;
use crate::report::{ReportError, files, json, plot};

pub use table::table;
pub use test_table::test_table;

/// Writes `arrivals.csv` (which scenarios read), `forecast.csv`, `intervals.csv`, `forecast.json` and the chart, and
/// answers what was written.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_all(document: &Forecast, folder: &Path) -> Result<Vec<PathBuf>, ReportError> {
    files::make_directory(folder)?;
    let tables = [
        ("forecast.json", json(document)?.into_bytes()),
        ("arrivals.csv", csv::arrivals(document)?),
        ("forecast.csv", csv::days(document)?),
        ("intervals.csv", csv::intervals(document)?),
    ];
    let mut written = Written::default();
    for (name, bytes) in tables {
        written.file(folder.join(name), &bytes)?;
    }
    written.charts(&plot::forecast(document).into_iter().collect::<Vec<_>>(), folder)?;
    Ok(written.into_paths())
}

/// Writes `test.csv`, `test.json` and the chart, and answers what was written.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_test(test: &BackTest, folder: &Path) -> Result<Vec<PathBuf>, ReportError> {
    files::make_directory(folder)?;
    let mut written = Written::default();
    written.file(folder.join("test.json"), json(test)?.as_bytes())?;
    written.file(folder.join("test.csv"), &csv::tested(test)?)?;
    written.charts(&plot::forecast_test(test).into_iter().collect::<Vec<_>>(), folder)?;
    Ok(written.into_paths())
}
