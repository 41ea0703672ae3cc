//! What was fitted to a log, for those who have to believe it: a table, charts of the log against the fit, and a page.

mod page;
mod shown;
mod table;
pub(super) mod words;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::folder::{Written, slug, unused};
use super::{ReportError, files};
use crate::fit::FittedCentre;
use crate::history::Log;
use crate::scenario::Scenario;

pub use page::fit_page;
pub use table::fit_table;

/// Writes the page `report.html` into `folder`, which is that of the scenario's tables, and its charts into folders of
/// `folder/charts`, one a contact type. Answers what was written, in order.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_fit(
    centre: &FittedCentre,
    log: &Log,
    scenario: &Scenario,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    let drawn = shown::Drawn::new(centre, log, scenario);
    let page = page::of_drawn(centre, log, scenario, &drawn)?;
    files::make_directory(folder)?;
    let mut written = Written::default();
    written.file(folder.join("report.html"), page.as_bytes())?;
    let charts = folder.join("charts");
    let mut taken = HashSet::new();
    for (one, of_type) in &drawn.types {
        let place = charts.join(unused(&slug(&one.name), &mut taken));
        files::make_directory(&place)?;
        written.charts(of_type, &place)?;
    }
    if let Some(agents) = &drawn.agents {
        files::make_directory(&charts)?;
        written.charts(std::slice::from_ref(agents), &charts)?;
    }
    Ok(written.into_paths())
}
