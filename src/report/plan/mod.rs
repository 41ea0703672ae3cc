//! A staffing plan as words, tables, files and charts.

mod csv;
mod files;
mod refusal;
mod scenario;
mod warnings;
mod words;

pub use files::write_plan;
pub use refusal::refusal;
pub(super) use scenario::way;
pub use warnings::plan_warnings;
pub(super) use words::{every_day, figure, goal, margin, measure, measured, moment, tightest};
