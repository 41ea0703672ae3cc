//! Plans against exact staffing, brute force and fresh days.

mod days;
mod formulas;
mod lean;
mod limits;
mod reasons;
mod skills;
mod stationary;
mod unusual;

use std::sync::atomic::AtomicBool;

use holdline::planner::{Options, Staffed, Staffing, Trials, Watch, staff};
use holdline::scenario::Scenario;

static NEVER: AtomicBool = AtomicBool::new(false);

/// Trials that nobody watches.
pub(crate) fn trials(scenario: &Scenario) -> Trials<'_> {
    Trials::new(scenario, scenario.run.seed, Watch { cancel: &NEVER, progress: &|_, _| {} })
}

/// The plan for a scenario whose promises can be kept.
pub(crate) fn planned(trials: &Trials<'_>, options: Options) -> Staffed {
    match staff(trials, options).unwrap() {
        Staffing::Found(found) => *found,
        other => panic!("no plan but {other:?}"),
    }
}
