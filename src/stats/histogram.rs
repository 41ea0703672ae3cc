//! Durations counted in bins, for percentiles. Counts add up, so merging does not depend on order.

/// Bins per doubling: a bin is at most 1/128 of its value wide, and quantiles are interpolated inside it.
const BITS: u32 = 7;
/// The first bin starts at 2^-10 s, about a millisecond.
const LEAST_EXPONENT: u64 = 1023 - 10;
/// Doublings covered: up to 2^24 s, more than half a year.
const DOUBLINGS: usize = 34;

/// A histogram of non-negative durations with logarithmic bins, zero apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    zeros: u64,
    bins: Vec<u64>,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { zeros: 0, bins: vec![0; DOUBLINGS << BITS] }
    }
}

impl Histogram {
    /// Marks along the bins, two a doubling, at which replications are compared.
    pub const MARKS: usize = 2 * DOUBLINGS;

    /// So many durations of zero, and so many in each bin; as many bins as a histogram has.
    pub(crate) fn of(zeros: u64, bins: Vec<u64>) -> Self {
        debug_assert_eq!(bins.len(), DOUBLINGS << BITS, "a bin for each");
        Self { zeros, bins }
    }

    /// How many durations each bin holds.
    pub(crate) fn bins(&self) -> &[u64] {
        &self.bins
    }

    /// Counts one duration.
    #[inline(always)]
    pub fn record(&mut self, seconds: f64) {
        if seconds == 0.0 {
            self.zeros += 1;
            return;
        }
        // The exponent and the leading bits of the mantissa are the bin's number.
        let place = (seconds.to_bits() >> (52 - BITS)).saturating_sub(LEAST_EXPONENT << BITS) as usize;
        let last = self.bins.len() - 1;
        self.bins[place.min(last)] += 1;
    }

    /// Counts so many durations of zero.
    pub fn record_zeros(&mut self, n: u64) {
        self.zeros += n;
    }

    /// How many durations of zero were counted.
    #[must_use]
    pub fn zeros(&self) -> u64 {
        self.zeros
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        self.bins.iter_mut().zip(&other.bins).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// How many durations other than zero lie below each mark (see [`Histogram::MARKS`]).
    #[must_use]
    pub fn below_marks(&self) -> Vec<u64> {
        let spans = self.bins.chunks(self.bins.len() / Self::MARKS);
        let mut below = 0;
        let advance = |span: &[u64]| {
            let here = below;
            below += span.iter().sum::<u64>();
            here
        };
        spans.map(advance).collect()
    }

    /// Where a duration lies among the marks: the last mark not above it, and how far it is on the way to the next.
    #[must_use]
    pub fn among_marks(seconds: f64) -> (usize, f64) {
        let place = (seconds.to_bits() >> (52 - BITS)).saturating_sub(LEAST_EXPONENT << BITS) as f64;
        let span = ((DOUBLINGS << BITS) / Self::MARKS) as f64;
        let mark = ((place / span) as usize).min(Self::MARKS - 2);
        (mark, (place / span - mark as f64).clamp(0.0, 1.0))
    }

    /// How many durations were counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.zeros + self.bins.iter().sum::<u64>()
    }

    /// The duration below which the share `p` (0..1) of those counted lies, in seconds.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let count = self.count();
        if count == 0 {
            return None;
        }
        let mut left = p * count as f64 - self.zeros as f64;
        if left <= 0.0 {
            return Some(0.0);
        }
        for (place, &n) in self.bins.iter().enumerate().filter(|(_, n)| **n > 0) {
            if left <= n as f64 {
                return Some(lower(place) + (lower(place + 1) - lower(place)) * left / n as f64);
            }
            left -= n as f64;
        }
        None
    }

    /// (duration in s, share of those counted that are at most so long), ascending, from 0 s on; empty where nothing
    /// was counted.
    #[must_use]
    pub fn curve(&self) -> Vec<(f64, f64)> {
        let count = self.count() as f64;
        if count == 0.0 {
            return Vec::new();
        }
        let mut below = self.zeros;
        let mut points = vec![(0.0, below as f64 / count)];
        for (place, &n) in self.bins.iter().enumerate().filter(|(_, n)| **n > 0) {
            below += n;
            points.push((lower(place + 1), below as f64 / count));
        }
        points
    }
}

/// Where a bin begins, s.
fn lower(place: usize) -> f64 {
    f64::from_bits((place as u64 + (LEAST_EXPONENT << BITS)) << (52 - BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_within_half_a_percent_of_the_order_statistics() {
        let mut histogram = Histogram::default();
        let waits: Vec<f64> = (1..=100_000).map(|i| -40.0 * libm::log(1.0 - f64::from(i) / 100_001.0)).collect();
        waits.iter().for_each(|w| histogram.record(*w));
        (0..50_000).for_each(|_| histogram.record(0.0));
        for p in [0.34, 0.5, 0.9, 0.95, 0.99] {
            let exact = waits[(p * 150_000.0) as usize - 50_000 - 1];
            let got = histogram.quantile(p).unwrap_or(f64::NAN);
            assert!((got - exact).abs() < 0.005 * exact, "{p}: {got} against {exact}");
        }
        assert_eq!(histogram.quantile(0.2), Some(0.0));
    }

    #[test]
    fn marks_split_the_counts() {
        let mut histogram = Histogram::default();
        for seconds in [0.5, 1.0, 1.9, 20.0, 0.0] {
            histogram.record(seconds);
        }
        let (mark, along) = Histogram::among_marks(1.0);
        assert_eq!((histogram.below_marks()[mark], along), (1, 0.0));
        assert_eq!(histogram.below_marks()[Histogram::among_marks(2.0).0], 3);
    }

    #[test]
    fn merging_adds_and_extremes_are_kept() {
        let mut a = Histogram::default();
        let mut b = Histogram::default();
        a.record(1e-9);
        b.record(1e12);
        b.record(0.0);
        a.merge(&b);
        assert_eq!(a.count(), 3);
        assert_eq!(a.curve().last().map(|p| p.1), Some(1.0));
    }
}
