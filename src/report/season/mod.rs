//! A season plan as a table for people, as CSV, as a workbook, as charts, and as a scenario to run.

mod csv;
mod refusal;
mod scenario;
mod table;
mod workbook;

use std::path::{Path, PathBuf};

use crate::report::folder::Written;
use crate::report::{ReportError, files, json, plot};
use crate::season::SeasonDocument;

pub use refusal::refusal;
pub use table::table;
pub use workbook::workbook;

/// Agents of a group in each interval of the horizon.
pub type Staff = (String, Vec<u32>);

/// Writes the plan under `folder`: `hires.csv` (which `--plan` reads), tables, a workbook, charts, and `planned.toml`, the
/// scenario (whose file is `base`) with the plan's classes and the staffing that it asks for. Answers what was written, in
/// order.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_all(
    document: &SeasonDocument,
    staff: &[Staff],
    base: &Path,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    files::make_directory(folder)?;
    let whole = |path: &Path| {
        path.canonicalize().map_err(|source| ReportError::Write { path: folder.join("planned.toml"), source })
    };
    let planned = scenario::planned(document, staff, &crate::report::plan::way(&whole(folder)?, &whole(base)?));
    let tables = [
        ("season.json", json(document)?.into_bytes()),
        ("hires.csv", csv::hires(document)?),
        ("weeks.csv", csv::weeks(document)?),
        ("changes.csv", csv::changes(document)?),
        ("staffing.csv", csv::staffing(staff)?),
        ("season.xlsx", workbook(document)?),
        ("planned.toml", planned.into_bytes()),
    ];
    let mut written = Written::default();
    for (name, bytes) in tables {
        written.file(folder.join(name), &bytes)?;
    }
    written.charts(&plot::season_charts(document), folder)?;
    Ok(written.into_paths())
}
