//! Scenarios against others: paired differences, and whether they are real.

use super::heads::{error_heads, heads};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::{Comparison, Difference};
use crate::report::figures::{kind, label};
use crate::report::language::{Language, say};

fn headings(language: Language) -> Vec<String> {
    let keys = ["page-scenario", "book-against", "book-replications", "book-subject", "book-figure", "book-there"];
    let mut headings = heads(language, &keys);
    headings.extend(heads(language, &["book-here", "book-difference"]));
    headings.extend(error_heads(language, &say!(language, "book-difference")));
    headings.push(say!(language, "book-judgement"));
    headings
}

/// A row a figure. The words of the last column hold with 95 % confidence for all rows together.
pub(super) fn comparisons(language: Language, comparisons: &[Comparison]) -> Table {
    let of =
        |comparison: &Comparison| comparison.rows.iter().map(|row| of(language, comparison, row)).collect::<Vec<_>>();
    let rows = comparisons.iter().flat_map(of).collect();
    Table { name: say!(language, "book-sheet-comparisons"), keys: 2, headings: headings(language), rows }
}

fn of(language: Language, comparison: &Comparison, row: &Difference) -> Vec<Cell> {
    let shown = Shown::of(kind(&row.figure));
    let mut cells = vec![
        Cell::text(&comparison.scenario),
        Cell::text(&comparison.against),
        Cell::number(f64::from(comparison.replications), Shown::Whole),
        row.subject.clone().map_or(Cell::Empty, Cell::Text),
        Cell::text(label(language, &row.figure)),
        Cell::value(row.first.as_ref(), shown),
        Cell::value(row.this.as_ref(), shown),
        Cell::value(row.difference.as_ref(), shown),
    ];
    cells.extend(Cell::errors(row.difference.as_ref(), shown));
    let told = |_| Cell::text(say!(language, if row.real { "difference-real" } else { "difference-in-doubt" }));
    cells.push(row.difference.map_or(Cell::Empty, told));
    cells
}
