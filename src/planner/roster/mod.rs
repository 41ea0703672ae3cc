//! From required staff and shift types to the days of named people over several weeks.
//!
//! Read [`Task`] first: what is needed, and what each person may work. [`solve`] gives everybody a lawful roster to begin
//! with and changes it, never against a rule, until the need is covered at little cost; [`bound`](Bound) says what no
//! roster undercuts. [`Plan`] makes tasks of a scenario and its people, [`Document`] tables of their answers, [`check`]
//! holds an edited roster against the same rules.

mod begin;
mod bound;
mod check;
mod document;
mod fairness;
mod plan;
mod rules;
mod search;
mod solve;
mod task;
mod wishes;

pub use bound::Bound;
pub use check::check;
pub use document::{Asked, Document, Fairness, Gap, GroupRoster, PersonRoster};
pub use plan::{Plan, Required, over_weeks};
pub use solve::{Effort, Solved, solve};
pub use task::{DAYS_A_WEEK, Employee, Quota, Row, Rules, Task};
