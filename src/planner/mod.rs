//! How many people, where and when: found from formulas, improved and proven by simulation.

mod aside;
mod average;
mod budget;
mod causes;
mod demand;
mod document;
mod evidence;
mod explain;
mod formulas;
mod frontier;
mod periods;
mod plan;
mod promise;
mod reach;
pub mod schedule;
mod search;
mod staff;
mod trials;
mod variants;

pub use aside::{Aside, aside};
pub use average::on_average_effort;
pub use budget::{Budget, within_budget};
pub use causes::{Cause, Way};
pub use document::{Effort, FormulaFigure, PeriodPlan, PromiseFigure, StaffingDocument, effort};
pub use evidence::{Evidence, Standing};
pub use explain::{Binding, Explanation, explain};
pub use formulas::{Method, by_formula};
pub use frontier::{FrontierPoint, frontier};
pub use periods::Periods;
pub use plan::{Place, Plan, Prices};
pub use promise::{Measure, Promise, Scope, promises};
pub use search::{Confirmation, Options};
pub use staff::{Affordable, Formula, Infeasible, Staffed, Staffing, sketch, staff};
pub use trials::{Interrupted, Trials, Watch};
pub use variants::on_average;
