//! Distributions: counted in each replication, added up over all, with intervals for their percentiles.

use indexmap::IndexMap;

use crate::stats::{Histogram, RatioMoments};

/// Values as they are counted, replication after replication; what was counted adds up.
#[derive(Clone, Debug)]
pub struct Recording {
    histogram: Histogram,
    most: f64,
    /// What lay below each mark when the replication began, and how many were zero.
    before: (Vec<u64>, u64),
}

/// What one replication added to a recording.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Recorded {
    /// Values other than zero below each mark.
    below: Vec<u64>,
    zeros: u64,
}

impl Recorded {
    /// So many values below each mark of a histogram, and so many zeros.
    pub(super) fn of(below: Vec<u64>, zeros: u64) -> Self {
        Self { below, zeros }
    }

    /// How many values other than zero are below each mark, and how many are zero.
    pub(super) fn parts(&self) -> (&[u64], u64) {
        (&self.below, self.zeros)
    }
}

impl Default for Recording {
    fn default() -> Self {
        Self { histogram: Histogram::default(), most: 0.0, before: (vec![0; Histogram::MARKS], 0) }
    }
}

impl Recording {
    /// Counts one value, at least 0.
    #[inline(always)]
    pub fn record(&mut self, value: f64) {
        self.histogram.record(value);
        self.most = self.most.max(value);
    }

    /// Values counted elsewhere, and the largest of them.
    pub(super) fn of(histogram: Histogram, most: f64) -> Self {
        Self { histogram, most, ..Self::default() }
    }

    /// All values counted, and the largest of them.
    pub(super) fn parts(&self) -> (&Histogram, f64) {
        (&self.histogram, self.most)
    }

    /// What was counted since the last time.
    pub(super) fn take(&mut self) -> Recorded {
        let now = (self.histogram.below_marks(), self.histogram.zeros());
        let before = std::mem::replace(&mut self.before, now);
        let below = self.before.0.iter().zip(before.0).map(|(now, before)| now - before).collect();
        Recorded { below, zeros: self.before.1 - before.1 }
    }
}

/// Percentiles by percentage, and their 95 % confidence intervals.
#[derive(Clone, Debug)]
pub(super) struct Percentiles {
    pub(super) values: IndexMap<String, Option<f64>>,
    pub(super) ci95: IndexMap<String, Option<[f64; 2]>>,
}

/// A distribution over all replications.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    histogram: Histogram,
    most: f64,
    /// Share of the values less than each mark of the histogram.
    below: Vec<RatioMoments>,
    /// Whether values are whole numbers, and so their percentiles.
    whole: bool,
}

impl Distribution {
    /// Nothing yet, of durations or of whole numbers.
    pub(super) fn new(whole: bool) -> Self {
        Self {
            histogram: Histogram::default(),
            most: 0.0,
            below: vec![RatioMoments::default(); Histogram::MARKS],
            whole,
        }
    }

    /// Takes a replication in: what it recorded, zeros that it did not record, and how many values it had in all. Its
    /// values are taken by [`Distribution::merge`].
    pub(super) fn push(&mut self, recorded: &Recorded, more_zeros: u32, count: u32) {
        self.histogram.record_zeros(u64::from(more_zeros));
        let zeros = recorded.zeros + u64::from(more_zeros);
        for (moments, below) in self.below.iter_mut().zip(&recorded.below) {
            moments.push(((zeros + below) as f64, f64::from(count)));
        }
    }

    /// Takes the values of some replications in.
    pub(super) fn merge(&mut self, recording: &Recording) {
        self.histogram.merge(&recording.histogram);
        self.most = self.most.max(recording.most);
    }

    /// The largest value over all replications; none without values.
    pub(super) fn most(&self) -> Option<f64> {
        (self.histogram.count() > 0).then_some(self.most)
    }

    /// (value, share of those counted that are at most so large), ascending.
    pub(super) fn curve(&self) -> Vec<(f64, f64)> {
        self.histogram.curve()
    }

    /// (value, share of those counted that are just so large), ascending, of whole numbers. From 256 on neighbours share
    /// a bin of the histogram, and stand at the largest of it.
    pub(super) fn counts(&self) -> Vec<(f64, f64)> {
        let mut below = 0.0;
        let ends = self.histogram.curve().into_iter().filter(|(end, _)| *end > 0.0);
        // A bin ends above the whole number in it, and not above the next one.
        ends.map(|(end, within)| (end.ceil() - 1.0, within - std::mem::replace(&mut below, within))).collect()
    }

    /// Percentiles with their intervals, by percentage.
    pub(super) fn percentiles(&self, percentages: &[f64]) -> Percentiles {
        let values = percentages.iter().map(|p| (p.to_string(), self.quantile(p / 100.0)));
        let intervals = percentages.iter().map(|p| (p.to_string(), self.interval(p / 100.0)));
        Percentiles { values: values.collect::<IndexMap<_, _>>(), ci95: intervals.collect() }
    }

    fn quantile(&self, p: f64) -> Option<f64> {
        let value = self.histogram.quantile(p)?.min(self.most);
        Some(if self.whole { value.floor() } else { value })
    }

    /// A 95 % interval of a quantile: those values at which the share of smaller ones is still within its own interval
    /// (Woodruff, JASA 1952). The share's error over replications is taken between two marks.
    fn interval(&self, p: f64) -> Option<[f64; 2]> {
        let (mark, along) = Histogram::among_marks(self.histogram.quantile(p)?);
        let half = |mark: usize| self.below[mark].ratio()?.half_width();
        let half = half(mark)? * (1.0 - along) + half(mark + 1)? * along;
        Some([self.quantile((p - half).max(0.0))?, self.quantile((p + half).min(1.0))?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_whole_percentiles() {
        let mut recording = Recording::default();
        let mut distribution = Distribution::new(true);
        for _ in 0..3 {
            (0..90).for_each(|_| recording.record(1.0));
            (0..9).for_each(|_| recording.record(3.0));
            recording.record(22.0);
            distribution.push(&recording.take(), 0, 100);
        }
        distribution.merge(&recording);
        let percentiles = distribution.percentiles(&[50.0, 90.0, 95.0, 99.9]);
        let values: Vec<Option<f64>> = percentiles.values.values().copied().collect();
        assert_eq!(values, [1.0, 1.0, 3.0, 22.0].map(Some));
        assert_eq!(percentiles.ci95["95"], Some([3.0, 3.0]));
        assert_eq!(distribution.most(), Some(22.0));
        let numbers: Vec<f64> = distribution.counts().iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1.0, 3.0, 22.0]);
    }

    #[test]
    fn each_replication_is_counted_once() {
        let mut recording = Recording::default();
        recording.record(2.0);
        recording.record(0.0);
        let first = recording.take();
        recording.record(5.0);
        let second = recording.take();
        let all = |recorded: &Recorded| recorded.below[Histogram::MARKS - 1];
        assert_eq!((all(&first), first.zeros, all(&second), second.zeros), (1, 1, 1, 0));
    }
}
