//! What a back-test says of a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::actual::Actual;
use super::attribution::Attributed;
use super::erlang::Erlang;
use super::simulated::Simulated;
use super::{Figure, Figures};
use crate::history::Day;

/// A day predicted and held against what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayResult {
    /// The date.
    pub date: Date,
    /// Contacts that were answered or abandoned.
    pub contacts: u64,
    /// The figures of the whole day.
    pub day: Vec<Outcome>,
    /// The figures of each interval in which a contact came.
    pub intervals: Vec<IntervalResult>,
    /// What is predicted with one part of the fit replaced by what happened.
    pub attribution: Vec<Attributed>,
}

/// An interval predicted and held against what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntervalResult {
    /// Its start, s of the day.
    pub start: f64,
    /// Contacts that were answered or abandoned.
    pub contacts: u64,
    /// Mean number of agents on duty, as the log tells it.
    pub on_duty: f64,
    /// Its figures.
    pub figures: Vec<Outcome>,
}

/// A figure as it was and as it was predicted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which figure.
    pub figure: Figure,
    /// What happened.
    pub actual: f64,
    /// By simulation.
    pub simulated: Predicted,
    /// By Erlang A.
    pub erlang_a: Option<f64>,
    /// By Erlang C; none where there is more work than its agents can do.
    pub erlang_c: Option<f64>,
}

/// A figure by simulation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Predicted {
    /// The figure over all replications.
    pub mean: f64,
    /// Half of the replications are below. Of all single predictions it has the least mean absolute error (Gneiting, JASA
    /// 2011), so that errors are taken of it.
    pub median: f64,
    /// Half of the replications lie between these.
    pub range50: [f64; 2],
    /// Nine in ten of them lie between these.
    pub range90: [f64; 2],
}

pub(super) fn day(
    day: &Day,
    actual: &Actual,
    simulated: &Simulated,
    erlang: &Erlang,
    attribution: Vec<Attributed>,
) -> DayResult {
    let whole = Figures::sum(&actual.intervals);
    let erlang_of = |all: &[Option<Figures>]| {
        let came = |place: &usize| actual.intervals[*place].contacts > 0.0;
        let known: Option<Vec<&Figures>> = (0..all.len()).filter(came).map(|place| all[place].as_ref()).collect();
        // Agents are busy by the day's time, of which intervals without a contact are a part.
        known.map(|known| Figures { seconds: whole.seconds, ..Figures::sum(known) })
    };
    let by_replication: Vec<Figures> = simulated.replications.iter().map(Figures::sum).collect();
    let erlang = (erlang_of(&erlang.a), erlang_of(&erlang.c), erlang);
    let of_day = Compared { actual: whole, mean: simulated.day(), erlang: (erlang.0, erlang.1) };
    let came = (0..actual.intervals.len()).filter(|place| actual.intervals[*place].contacts > 0.0);
    DayResult {
        date: day.date,
        contacts: whole.contacts as u64,
        day: of_day.outcomes(&by_replication),
        intervals: came.map(|place| interval(place, actual, simulated, erlang.2)).collect(),
        attribution,
    }
}

fn interval(place: usize, actual: &Actual, simulated: &Simulated, erlang: &Erlang) -> IntervalResult {
    let by_replication: Vec<Figures> = simulated.replications.iter().map(|one| one[place]).collect();
    let compared = Compared {
        actual: actual.intervals[place],
        mean: simulated.interval(place),
        erlang: (erlang.a[place], erlang.c[place]),
    };
    IntervalResult {
        start: place as f64 * actual.intervals[place].seconds,
        contacts: actual.intervals[place].contacts as u64,
        on_duty: actual.on_duty.get(place).copied().unwrap_or(0.0),
        figures: compared.outcomes(&by_replication),
    }
}

struct Compared {
    actual: Figures,
    mean: Figures,
    erlang: (Option<Figures>, Option<Figures>),
}

impl Compared {
    fn outcomes(&self, replications: &[Figures]) -> Vec<Outcome> {
        let of = |figure: &Figure| {
            let mut seen: Vec<f64> = replications.iter().filter_map(|one| one.get(*figure)).collect();
            seen.sort_by(f64::total_cmp);
            let simulated = Predicted {
                mean: self.mean.get(*figure)?,
                median: quantile(&seen, 0.5)?,
                range50: [quantile(&seen, 0.25)?, quantile(&seen, 0.75)?],
                range90: [quantile(&seen, 0.05)?, quantile(&seen, 0.95)?],
            };
            let erlang = |found: Option<Figures>| found.and_then(|found| found.get(*figure));
            let (erlang_a, erlang_c) = (erlang(self.erlang.0), erlang(self.erlang.1));
            Some(Outcome { figure: *figure, actual: self.actual.get(*figure)?, simulated, erlang_a, erlang_c })
        };
        Figure::ALL.iter().filter_map(of).collect()
    }
}

/// The quantile between two order statistics, `h = (n - 1) p + 1` (Hyndman and Fan, American Statistician 1996, type 7).
fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = p * last as f64;
    let (below, part) = (at.floor() as usize, at - at.floor());
    let above = (below + 1).min(last);
    Some(sorted[below] + part * (sorted[above] - sorted[below]))
}
