//! What was fitted to a log, for those who have to believe it: a table, charts of the log against the fit, and a page.

mod page;
mod shown;
mod table;
pub(super) mod words;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::folder::{Written, slug, unused};
use super::{ReportError, files};
use crate::fit::{self, FittedCentre};
use crate::history::Log;
use crate::scenario::Scenario;

pub use page::fit_page;
pub use table::fit_table;

/// Writes the scenario file `out` (its name ends in `.toml`) that came of a log by `command`, its tables into the folder
/// of the same name without the ending, and there what [`write_fit`] writes. Answers the folder.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_fitted(
    out: &Path,
    command: &str,
    log: &Log,
    centre: &FittedCentre,
    scenario: &Scenario,
) -> Result<PathBuf, ReportError> {
    let folder = out.with_extension("");
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fit::Written { scenario: text, tables } = fit::write(centre, scenario, &name, &origin(command, log, centre));
    files::make_directory(&folder)?;
    for table in &tables {
        files::write_atomically(&folder.join(&table.name), table.text.as_bytes())?;
    }
    files::write_atomically(out, text.as_bytes())?;
    write_fit(centre, log, scenario, &folder)?;
    Ok(folder)
}

/// What a scenario was made from, in a line each.
fn origin(command: &str, log: &Log, centre: &FittedCentre) -> Vec<String> {
    let (rows, left_out) = (log.faults.rows(), log.faults.left_out());
    let mut lines = vec![
        format!("Made by holdline {}: {command}", env!("CARGO_PKG_VERSION")),
        format!(
            "Of {rows} rows {} are contacts; {left_out} were left out, each for a reason that the command tells.",
            rows - left_out
        ),
    ];
    lines.extend(fit::doubts(log, centre).into_iter().map(|doubt| format!("BEWARE: {doubt}")));
    lines
}

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
