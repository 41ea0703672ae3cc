//! How wrong the model is: days of a log simulated and held against what happened.
//!
//! A scenario brings the laws and the rules, a day of the log what is given (the contacts that came, the agents who were
//! there), and the figures of that day are predicted by simulation, and by Erlang's formulas from the same inputs.

mod actual;
mod attribution;
mod calendar;
mod document;
mod erlang;
mod figures;
mod given;
mod score;
mod simulated;
mod spread;
mod summary;

use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Serialize};

pub use attribution::{Attributed, Part};
pub use document::{DayResult, IntervalResult, Outcome, Predicted};
pub use figures::{Figure, Figures};
pub use given::{Given, Unlike};
pub use score::{Coverage, Errors, Level, Method, Missed};
pub use summary::{BacktestDocument, Fold, LeftOut, SCHEMA};

use spread::Training;

use crate::fit::DutyRule;
use crate::history::{Day, Log};
use crate::scenario::Scenario;

/// Where the contacts of a day come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Volumes {
    /// Exactly those that came, at other moments of the same intervals. Who tried again is among them, so that nobody
    /// does in the simulation.
    Actual,
    /// As the scenario expects them on that weekday.
    Forecast,
}

/// Where the agents of a day come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agents {
    /// Those who were on duty, as far as the log tells it, each as fast as on the days of the training.
    Actual,
    /// As the scenario has them on that weekday.
    Scenario,
}

/// How days are simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Where contacts come from.
    pub volumes: Volumes,
    /// Where agents come from.
    pub agents: Agents,
    /// Simulated runs of each day.
    pub replications: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// By which rule presence is told.
    pub duty: DutyRule,
}

/// Days simulated with a scenario. `train` are the days from which it is told how much days differ in handling times and
/// in patience beyond chance: those of the fit. `step` is told how many days of all are done.
///
/// # Errors
/// Where scenario and log have nothing in common.
pub fn backtest(
    scenario: &Scenario,
    log: &Log,
    train: &Log,
    days: &[Day],
    options: Options,
    cancel: &AtomicBool,
    step: &mut dyn FnMut(usize, usize),
) -> Result<Vec<DayResult>, Unlike> {
    let given = Given::new(scenario, log, options)?;
    let training = Training::of_days(train, &given);
    let mut results = Vec::new();
    for (done, day) in days.iter().enumerate() {
        step(done, days.len());
        let Some(result) = one_day(&given, day, &training, cancel) else { break };
        results.push(result);
    }
    step(results.len(), days.len());
    Ok(results)
}

/// A day predicted and held against what happened; none when it was cancelled on the way.
fn one_day(given: &Given<'_>, day: &Day, training: &Training, cancel: &AtomicBool) -> Option<DayResult> {
    let actual = actual::of_day(given, day);
    let simulated = simulated::of_day(given, day, training, cancel)?;
    // Erlang's formulas are given what came and who was there: held against a simulation that knows less they would win.
    let alike = given.options.volumes == Volumes::Actual && given.options.agents == Agents::Actual;
    let pace = given.paces(day, training).1;
    let erlang = match alike {
        true => erlang::of_day(given, &actual, training.exponential_patience, pace),
        false => erlang::Erlang::none(given.per_day()),
    };
    let attribution = attribution::of_day(given, day, &actual, training, cancel)?;
    Some(document::day(day, &actual, &simulated, &erlang, attribution))
}
