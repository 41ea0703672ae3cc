//! A staffing plan as words, tables, files and charts.

mod csv;
mod files;
mod refusal;
mod scenario;
mod words;

pub use files::write_plan;
pub use refusal::refusal;
pub(super) use words::{figure, goal, margin, measure, moment, tightest};
