//! A staffing plan in a folder.

use std::path::{Path, PathBuf};

use super::{csv, scenario};
use crate::planner::StaffingDocument;
use crate::report::folder::Written;
use crate::report::{ReportError, files, json, plot};

/// Writes the plan under `folder`: tables, charts, and `staffed.toml`, the planned scenario (whose file is `base`) with
/// the plan's staffing. Answers what was written, in order.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_plan(document: &StaffingDocument, base: &Path, folder: &Path) -> Result<Vec<PathBuf>, ReportError> {
    files::make_directory(folder)?;
    let whole = |path: &Path| {
        path.canonicalize().map_err(|source| ReportError::Write { path: folder.join("staffed.toml"), source })
    };
    let staffed = scenario::staffed(document, &scenario::way(&whole(folder)?, &whole(base)?));
    // Everything is made before anything is written.
    let tables = [
        ("staffing.json", json(document)?.into_bytes()),
        ("staffing.csv", csv::staffing(document)?),
        ("promises.csv", csv::promises(document)?),
        ("formulas.csv", csv::formulas(document)?),
        ("staffed.toml", staffed.into_bytes()),
    ];
    let mut written = Written::default();
    for (name, bytes) in tables {
        written.file(folder.join(name), &bytes)?;
    }
    written.charts(&plot::plan_charts(document), folder)?;
    Ok(written.into_paths())
}
