//! What the factors of a sweep do, as a table, as CSV and as a chart.

use std::path::{Path, PathBuf};

use super::csv::{cell, estimate, finish, start};
use super::folder::Written;
use super::table::{Entry, Grid, Page, drawn};
use super::wording::{number, shorten, wrapped};
use super::{Language, ReportError, figures, plot};
use crate::sweep::{Change, Effects};

/// Writes `effects.csv` and the chart of main effects to a folder. Answers what was written, in order.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_effects(effects: &Effects, folder: &Path) -> Result<Vec<PathBuf>, ReportError> {
    let mut written = Written::default();
    written.file(folder.join("effects.csv"), &table(effects)?)?;
    written.charts(&plot::main_effects(effects).into_iter().collect::<Vec<_>>(), folder)?;
    Ok(written.into_paths())
}

fn table(effects: &Effects) -> Result<Vec<u8>, ReportError> {
    let figures = ["change", "std_error", "ci95_low", "ci95_high", "real", "explained"];
    let mut table = start(&["kind", "subject", "figure", "factor", "from", "to"], &figures)?;
    for change in &effects.changes {
        let column = &change.column;
        let name = &effects.factors[change.factor].0;
        let mut row: Vec<String> =
            [&column.kind, &column.subject, &column.figure, name, &change.from, &change.to].map(String::from).into();
        row.extend(estimate(Some(change.change)));
        row.extend([change.real.to_string(), cell(change.explained)]);
        table.write_record(row)?;
    }
    finish(table)
}

/// Rows of the table on a terminal; the file has all.
const MOST_ROWS: usize = 40;

/// What each factor does to each figure; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn effects_table(effects: &Effects, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let (least, most) = effects.replications;
    let replications = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let head = format!("{}: {} points, {replications} replications each\n", effects.name, effects.points);
    if effects.changes.is_empty() {
        let why = "The points do not tell what each factor does: factors change together, or there are too few points.";
        return head + "\n" + &wrapped(why, "", page.width);
    }
    let shown = || effects.changes.iter().take(MOST_ROWS);
    let column = |head: &str, text: &dyn Fn(&Change) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(shown().map(text)).map(Entry::from).collect()
    };
    let figure = |change: &Change| {
        let label = figures::label(Language::English, &change.column.figure);
        format!("{label}, {}", shorten(&change.column.subject, 18))
    };
    let grid = Grid::new(vec![
        column("figure", &figure),
        column("factor", &|change| shorten(&effects.factors[change.factor].0, 18)),
        column("from", &|change| shorten(&change.from, 12)),
        column("to", &|change| shorten(&change.to, 12)),
        column("change", &|change| figures::kind(&change.column.figure).difference(Some(&change.change))),
        column("real", &|change| if change.real { "yes".into() } else { "no".into() }),
        column("explained", &|change| {
            change.explained.map_or_else(String::new, |share| format!("{} %", number(100.0 * share, 0)))
        }),
    ]);
    let notes = "change: least squares over the points, all other factors held, ± half of its 95 % interval, paired; real: \
                 beyond chance in all rows together; explained: share of a figure's variation between points that straight \
                 lines along all factors explain";
    let more = effects.changes.len().saturating_sub(MOST_ROWS);
    let more = if more > 0 { format!("and {more} more: effects.csv has all\n") } else { String::new() };
    head + "\n" + &drawn(grid, &page) + &more + "\n" + &wrapped(notes, "", page.width)
}
