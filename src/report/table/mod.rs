//! The tables a person reads in a terminal, fitted to its width.

mod comparison;
mod erlang;
mod explanation;
mod grid;
mod journeys;
mod people;
mod plan;
mod plan_rows;
mod scenario;
mod weeks;

pub use erlang::erlang_table;
pub(super) use grid::{Entry, Grid, Page};
pub(super) use plan::drawn;
pub use plan::plan_table;

use crate::kpi::ResultDocument;

/// All tables of a document; no line is wider than `width` (from 60 columns on). Colour only underlines what signs say.
#[must_use]
pub fn tables(document: &ResultDocument, width: u16, color: bool) -> String {
    let page = grid::Page { width: usize::from(width.max(60)), color };
    let mut parts: Vec<String> = document.scenarios.iter().map(|s| scenario::section(s, &page)).collect();
    parts.extend(document.comparisons.iter().map(|c| comparison::section(c, &page)));
    parts.join("\n")
}
