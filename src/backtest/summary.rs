//! All that a back-test says.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::score::{Coverage, Errors, Missed, coverage, errors, missed};
use super::{Agents, DayResult, Options, Volumes};

/// Version of the document below, in its field `schema`.
pub const SCHEMA: &str = "holdline/backtest/1";

/// A back-test: days simulated, and how wrong that was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestDocument {
    /// Which document this is.
    pub schema: String,
    /// Version of holdline.
    pub version: String,
    /// The part of the command line on which the figures depend.
    pub command: String,
    /// What the scenario is called.
    pub name: String,
    /// Step of the figures by interval, s.
    pub interval: f64,
    /// Where contacts come from.
    pub volumes: Volumes,
    /// Where agents come from.
    pub agents: Agents,
    /// Simulated runs of each day.
    pub replications: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Days that were simulated, and from which their laws come.
    pub folds: Vec<Fold>,
    /// Days that were left out, and why.
    pub left_out: Vec<LeftOut>,
    /// How often prediction ranges held what happened.
    pub coverage: Vec<Coverage>,
    /// Errors of the simulation and of Erlang's formulas.
    pub errors: Vec<Errors>,
    /// Errors with one part of the fit replaced by what happened.
    pub attribution: Vec<Missed>,
    /// Every day.
    pub days: Vec<DayResult>,
}

/// Days simulated with one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fold {
    /// The days to which it was fitted, or from which it is told how much days differ.
    pub train: Vec<Date>,
    /// The days that were simulated.
    pub test: Vec<Date>,
}

/// A day that was not simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The date.
    pub date: Date,
    /// Why.
    pub because: String,
}

impl BacktestDocument {
    /// The document of days that were simulated.
    #[must_use]
    pub fn new(
        (name, command): (&str, &str),
        interval: f64,
        options: Options,
        folds: Vec<Fold>,
        left_out: Vec<LeftOut>,
        mut days: Vec<DayResult>,
    ) -> Self {
        days.sort_by_key(|day| day.date);
        Self {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            command: command.to_owned(),
            name: name.to_owned(),
            interval,
            volumes: options.volumes,
            agents: options.agents,
            replications: options.replications,
            seed: options.seed,
            folds,
            left_out,
            coverage: coverage(&days),
            errors: errors(&days),
            attribution: missed(&days),
            days,
        }
    }
}
