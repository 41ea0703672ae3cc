//! How wrong the predictions were.

use serde::{Deserialize, Serialize};

use super::Figure;
use super::attribution::Part;
use super::document::{DayResult, Outcome};
use crate::stats::{Estimate, wilson};

/// Whose prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// By simulation.
    Simulation,
    /// By Erlang A.
    ErlangA,
    /// By Erlang C.
    ErlangC,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Simulation, Self::ErlangA, Self::ErlangC];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Simulation => "holdline",
            Self::ErlangA => "Erlang A",
            Self::ErlangC => "Erlang C",
        }
    }

    fn of(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::Simulation => Some(outcome.simulated.median),
            Self::ErlangA => outcome.erlang_a,
            Self::ErlangC => outcome.erlang_c,
        }
    }
}

/// What is predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Whole days.
    Days,
    /// Intervals in which a contact came.
    Intervals,
}

/// The error of a method.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Errors {
    /// Of which figure.
    pub figure: Figure,
    /// By day or by interval.
    pub level: Level,
    /// Of which method.
    pub method: Method,
    /// Whether only where Erlang C has an answer.
    pub where_erlang_c: bool,
    /// Mean absolute error, each day or interval once.
    pub mean_absolute: f64,
    /// The same, weighted by contacts.
    pub weighted: f64,
    /// Mean of predicted less actual; of the simulation, of its mean.
    pub bias: f64,
    /// Over so many days or intervals.
    pub n: u64,
}

/// How often prediction ranges held what happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Of which figure.
    pub figure: Figure,
    /// By day or by interval.
    pub level: Level,
    /// Share within the range of half of the replications, with Wilson's interval.
    pub within50: Estimate,
    /// Share within the range of nine in ten, with Wilson's interval.
    pub within90: Estimate,
    /// Over so many days or intervals.
    pub n: u64,
}

/// The error of the simulation of days with one part of the fit replaced by what happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Missed {
    /// The part.
    pub replaced: Part,
    /// Of which figure.
    pub figure: Figure,
    /// Mean absolute error.
    pub mean_absolute: f64,
    /// Mean of predicted less actual.
    pub bias: f64,
    /// Over so many days.
    pub n: u64,
}

/// Outcomes of a figure with their contacts.
fn outcomes(days: &[DayResult], figure: Figure, level: Level) -> Vec<(&Outcome, f64)> {
    let of = |outcomes: &'_ [Outcome]| outcomes.iter().position(|one| one.figure == figure);
    match level {
        Level::Days => days.iter().filter_map(|day| Some((&day.day[of(&day.day)?], day.contacts as f64))).collect(),
        Level::Intervals => days
            .iter()
            .flat_map(|day| &day.intervals)
            .filter_map(|one| Some((&one.figures[of(&one.figures)?], one.contacts as f64)))
            .collect(),
    }
}

/// Errors of all methods, also of those where Erlang C has an answer alone.
#[must_use]
pub(super) fn errors(days: &[DayResult]) -> Vec<Errors> {
    let mut all = Vec::new();
    for figure in Figure::ALL {
        for level in [Level::Days, Level::Intervals] {
            let outcomes = outcomes(days, figure, level);
            for (method, where_erlang_c) in Method::ALL.into_iter().flat_map(|method| [(method, false), (method, true)])
            {
                all.extend(error(&outcomes, figure, level, method, where_erlang_c));
            }
        }
    }
    all
}

fn error(
    outcomes: &[(&Outcome, f64)],
    figure: Figure,
    level: Level,
    method: Method,
    where_erlang_c: bool,
) -> Option<Errors> {
    let (mut absolute, mut weighted, mut weights, mut bias, mut n) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (outcome, contacts) in outcomes.iter().filter(|(one, _)| !where_erlang_c || one.erlang_c.is_some()) {
        let Some(predicted) = method.of(outcome) else { continue };
        let off = predicted - outcome.actual;
        absolute += off.abs();
        weighted += off.abs() * contacts;
        weights += contacts;
        bias += if method == Method::Simulation { outcome.simulated.mean - outcome.actual } else { off };
        n += 1.0;
    }
    (n > 0.0).then(|| Errors {
        figure,
        level,
        method,
        where_erlang_c,
        mean_absolute: absolute / n,
        weighted: weighted / weights,
        bias: bias / n,
        n: n as u64,
    })
}

/// How often the ranges of the simulation held what happened.
#[must_use]
pub(super) fn coverage(days: &[DayResult]) -> Vec<Coverage> {
    let of = |(figure, level): (Figure, Level)| {
        let outcomes = outcomes(days, figure, level);
        let share = |range: &dyn Fn(&Outcome) -> [f64; 2]| {
            let held = |one: &&(&Outcome, f64)| {
                let [low, high] = range(one.0);
                low <= one.0.actual && one.0.actual <= high
            };
            wilson(outcomes.iter().filter(held).count() as u64, outcomes.len() as u64)
        };
        Some(Coverage {
            figure,
            level,
            within50: share(&|one| one.simulated.range50)?,
            within90: share(&|one| one.simulated.range90)?,
            n: outcomes.len() as u64,
        })
    };
    let all = Figure::ALL.into_iter().flat_map(|figure| [(figure, Level::Days), (figure, Level::Intervals)]);
    all.filter_map(of).collect()
}

/// Errors of days with one part replaced at a time.
#[must_use]
pub(super) fn missed(days: &[DayResult]) -> Vec<Missed> {
    let of = |(figure, part): (Figure, Part)| {
        let off = |day: &DayResult| {
            let predicted = day.attribution.iter().find(|one| one.replaced == part)?.get(figure)?;
            Some(predicted - day.day.iter().find(|one| one.figure == figure)?.actual)
        };
        let offs: Vec<f64> = days.iter().filter_map(off).collect();
        let n = offs.len() as f64;
        (n > 0.0).then(|| Missed {
            replaced: part,
            figure,
            mean_absolute: offs.iter().map(|off| off.abs()).sum::<f64>() / n,
            bias: offs.iter().sum::<f64>() / n,
            n: n as u64,
        })
    };
    let figures = [Figure::PAbandon, Figure::MeanWait];
    figures.into_iter().flat_map(|figure| Part::ALL.map(|part| (figure, part))).filter_map(of).collect()
}
