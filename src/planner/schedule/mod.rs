//! From required staff to shifts of people over a week.
//!
//! Read [`Instance`] first: need, shifts and contracts in whole steps of time. [`solve`] covers the need at little cost
//! and says how far that can be from the least; [`Setting`] makes instances of a scenario and shifts of their answers;
//! [`schedule`] simulates the shifts and raises the need until the promises hold.

mod anneal;
mod answer;
mod check;
mod correct;
mod deal;
mod document;
mod instance;
mod possible;
mod programme;
mod raise;
mod refusal;
mod rules;
mod setting;
mod solve;
mod wages;

pub use check::{Checked, check};
pub use correct::{Goal, Lack, Need, Schedule, Shortage, Step, Trouble, Watcher, judge_roster, schedule};
pub use document::{Asked, Document, GroupWeek, Promised, Week, WorkDay, promised, promised_by};
pub use instance::{Duty, Instance, Limit, MOST_BREAKS, MOST_DAYS, Person, Shape, Terms, Window};
pub use programme::Unsolved;
pub use refusal::{Missing, Refusal};
pub use setting::Setting;
pub use solve::{Effort, End, Solved, solve, solve_from};
pub use wages::Wages;
