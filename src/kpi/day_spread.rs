//! How the figure of a promise is spread over simulated days: a mean of 80 % that misses every Monday is not 80 %.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::figures;
use super::tally::Counts;
use crate::scenario::{ServiceLevel, Target};

/// How a contact type's figure is spread over simulated days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DaySpread {
    /// `service_level`; `p_abandon` where a service level is not promised.
    pub figure: String,
    /// Simulated days on which it is defined.
    pub days: u64,
    /// Share of those days in each of twenty equal bins from 0 to 1; the last one holds 1 too.
    pub shares: Vec<f64>,
    /// Share of all these days, bin by bin, that keep everything that is promised for the type.
    pub kept: Vec<f64>,
    /// Percentiles of the day's figure, by percentage: so many per cent of the days have no more.
    pub percentiles: IndexMap<String, f64>,
}

/// Bins of the document.
const BINS: usize = 20;
/// Bins in which days are kept, of each of those: percentiles are within a twentieth of a per cent.
const FINE: usize = 100;
/// Percentages of the percentiles.
const PERCENTAGES: [u32; 5] = [5, 25, 50, 75, 95];

/// The days so far, counted in bins, so that their number takes no memory.
#[derive(Clone, Debug)]
pub(super) struct DayFigures {
    measure: Measure,
    bins: Vec<Bin>,
}

/// Days whose figures are about equal.
#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    days: u64,
    /// Those of them that keep everything.
    kept: u64,
    /// The sum of their figures.
    sum: f64,
}

#[derive(Clone, Copy, Debug)]
enum Measure {
    ServiceLevel(ServiceLevel),
    Abandonment,
}

impl DayFigures {
    /// Nothing yet; none where neither a service level nor abandonment is promised.
    pub(super) fn new(rule: ServiceLevel, target: Option<&Target>) -> Option<Self> {
        let measure = match target? {
            Target { answer: Some(_), .. } => Measure::ServiceLevel(rule),
            Target { abandon: Some(_), .. } => Measure::Abandonment,
            _ => return None,
        };
        Some(Self { measure, bins: vec![Bin::default(); BINS * FINE] })
    }

    /// Takes a day in, and whether it keeps everything; one without a figure tells nothing.
    pub(super) fn push(&mut self, day: &Counts, kept: bool) {
        let (part, whole) = match self.measure {
            Measure::ServiceLevel(rule) => figures::service_level(rule, day),
            Measure::Abandonment => figures::abandoned(day),
        };
        if whole > 0.0 {
            // Multiplied first, so that what lies on an edge falls to the upper side of it.
            let place = (part * (BINS * FINE) as f64 / whole) as usize;
            let bin = &mut self.bins[place.min(BINS * FINE - 1)];
            *bin = Bin { days: bin.days + 1, kept: bin.kept + u64::from(kept), sum: bin.sum + part / whole };
        }
    }

    /// The spread; none without a day.
    pub(super) fn spread(&self) -> Option<DaySpread> {
        let days: u64 = self.bins.iter().map(|bin| bin.days).sum();
        let shares = |of: fn(&Bin) -> u64| {
            self.bins.chunks(FINE).map(|bins| bins.iter().map(of).sum::<u64>() as f64 / days as f64).collect()
        };
        let percentile =
            |percentage: u32| Some((percentage.to_string(), self.at((days * u64::from(percentage)).div_ceil(100))?));
        let percentiles: Option<IndexMap<String, f64>> = PERCENTAGES.into_iter().map(percentile).collect();
        Some(DaySpread {
            figure: match self.measure {
                Measure::ServiceLevel(_) => "service_level".into(),
                Measure::Abandonment => "p_abandon".into(),
            },
            days,
            shares: shares(|bin| bin.days),
            kept: shares(|bin| bin.kept),
            percentiles: percentiles?,
        })
    }

    /// The figure of the day with this rank, from 1 for the lowest: the mean of its bin.
    fn at(&self, rank: u64) -> Option<f64> {
        let mut below = 0;
        let bin = self.bins.iter().find(|bin| {
            below += bin.days;
            bin.days > 0 && below >= rank
        });
        bin.map(|bin| bin.sum / bin.days as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twenty days of a hundred contacts, then one on which nobody came.
    fn seen(answered_in_time: impl Fn(u32) -> u32, target: Target) -> Option<DaySpread> {
        let mut figures = DayFigures::new(ServiceLevel::Default, Some(&target))?;
        let counts = |day| {
            let at_once = answered_in_time(day);
            Counts { at_once, left_at_once: 100 - at_once, ..Counts::default() }
        };
        (1..=20).rev().for_each(|day| figures.push(&counts(day), day % 2 == 0));
        figures.push(&Counts::default(), true);
        figures.spread()
    }

    fn percentiles(spread: &DaySpread) -> Vec<f64> {
        spread.percentiles.values().copied().collect()
    }

    #[test]
    fn every_day_counts_once() {
        let promise = Target { answer: Some(0.8), abandon: Some(0.05), ..Target::default() };
        let spread = seen(|day| 5 * day, promise).unwrap_or_else(|| unreachable!("a promise and days"));
        assert_eq!((spread.figure.as_str(), spread.days), ("service_level", 20));
        // 5 % belongs to the second bin, 95 % and 100 % share the last.
        let expected: Vec<f64> =
            (0..20).map(|bin| [0.0, 0.05, 0.1][usize::from(bin > 0) + usize::from(bin == 19)]).collect();
        assert_eq!(spread.shares, expected);
        assert_eq!(percentiles(&spread), [0.05, 0.25, 0.5, 0.75, 0.95]);
    }

    #[test]
    fn abandonment_where_it_is_what_is_promised() {
        let promise = Target { abandon: Some(0.05), asa: Some(crate::units::Seconds(9.0)), ..Target::default() };
        let spread = seen(|_| 97, promise).unwrap_or_else(|| unreachable!("a promise and days"));
        assert_eq!((spread.figure.as_str(), spread.shares[0]), ("p_abandon", 1.0));
        assert!(percentiles(&spread).iter().all(|share| (share - 0.03).abs() < 1e-12));
        let others = Target { asa: Some(crate::units::Seconds(9.0)), ..Target::default() };
        assert_eq!(seen(|_| 97, others), None);
        assert!(DayFigures::new(ServiceLevel::Default, Some(&promise)).is_some_and(|days| days.spread().is_none()));
    }
}
