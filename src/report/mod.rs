//! How results are shown: tables for a terminal, files for a spreadsheet, charts for a meeting.
//!
//! Everything here is a function from a [`ResultDocument`](crate::kpi::ResultDocument) to text or bytes; nothing is
//! printed and nothing is computed anew; [`erlang`] does the same for the formulas, [`plan_table`] and [`refusal`] for a
//! staffing search, [`fit_page`] and [`fit_table`] for a fit, [`backtest_table`] for a back-test. Only [`read_results`],
//! what is called `write` and [`write_atomically`] touch the disk. The same document gives the same bytes.
//!
//! Reading order: [`wording`] (how one figure looks), [`verdict`](Verdict) (whether a target is met), [`figures`] (which
//! figures there are), then any of the formats.

mod assumed;
mod backtest;
pub mod csv;
mod custom;
pub mod erlang;
pub mod figures;
mod files;
mod fit;
mod folder;
pub mod forecast;
mod json;
pub mod language;
mod page;
mod plan;
pub mod plot;
pub(crate) mod promise;
mod read;
pub mod roster;
pub mod schedule;
pub mod season;
mod selection;
mod sweep;
mod table;
mod verdict;
mod warnings;
pub mod wording;
mod workbook;

use std::io;
use std::path::PathBuf;

pub use backtest::{backtest_table, write_backtest};
pub use files::{is_plain_name, write_atomically};
pub use fit::{fit_page, fit_table, write_fit, write_fitted};
pub use folder::write_all;
pub use json::json;
pub use language::Language;
pub use page::page;
pub(crate) use page::picture;
pub use plan::{plan_warnings, refusal, write_plan};
pub use read::read_results;
pub use selection::{selection_csv, selection_table};
pub use sweep::{effects_table, write_effects};
pub use table::{erlang_table, plan_table, tables};
pub use verdict::{Judgement, Verdict};
pub use warnings::{Warning, warnings};
pub use workbook::workbook;

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A file or directory could not be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A chart could not be drawn.
    #[error("cannot draw the chart `{chart}`: {reason}")]
    Draw {
        /// The chart's name, as in its file name.
        chart: String,
        /// What the drawing library said.
        reason: String,
    },
    /// Results could not be read: the whole message, with file, line and remedy.
    #[error("{0}")]
    Results(String),
    /// The result document could not be turned into JSON.
    #[error("cannot write the results as JSON")]
    Json(#[from] serde_json::Error),
    /// The record of a run could not be made.
    #[error("cannot write the record of the run")]
    Record(#[from] toml::ser::Error),
    /// A table could not be turned into CSV.
    #[error("cannot write the table as CSV")]
    Csv(#[from] ::csv::Error),
    /// The page could not be made.
    #[error("cannot make the page")]
    Page(#[from] minijinja::Error),
    /// A workbook could not be made.
    #[error("cannot make the workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
