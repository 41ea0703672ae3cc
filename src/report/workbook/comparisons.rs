//! Scenarios against others: paired differences, and whether they are real.

use super::sheet::{Cell, Shown, Table, error_headings};
use crate::kpi::{Comparison, Difference};
use crate::report::Language;
use crate::report::figures::{kind, label};

fn headings() -> Vec<String> {
    let mut headings = ["scenario", "against", "replications", "subject", "figure", "there", "here", "difference"]
        .map(String::from)
        .to_vec();
    headings.extend(error_headings("difference"));
    headings.push("told from chance".into());
    headings
}

/// A row a figure. The words of the last column hold with 95 % confidence for all rows together.
pub(super) fn comparisons(comparisons: &[Comparison]) -> Table {
    let rows = comparisons.iter().flat_map(|comparison| comparison.rows.iter().map(|row| of(comparison, row)));
    Table { name: "comparisons", keys: 2, headings: headings(), rows: rows.collect() }
}

fn of(comparison: &Comparison, row: &Difference) -> Vec<Cell> {
    let shown = Shown::of(kind(&row.figure));
    let mut cells = vec![
        Cell::text(&comparison.scenario),
        Cell::text(&comparison.against),
        Cell::number(f64::from(comparison.replications), Shown::Whole),
        row.subject.clone().map_or(Cell::Empty, Cell::Text),
        Cell::text(label(Language::English, &row.figure)),
        Cell::value(row.first.as_ref(), shown),
        Cell::value(row.this.as_ref(), shown),
        Cell::value(row.difference.as_ref(), shown),
    ];
    cells.extend(Cell::errors(row.difference.as_ref(), shown));
    cells.push(Cell::text(if row.real { "real" } else { "not distinguishable" }));
    cells
}
