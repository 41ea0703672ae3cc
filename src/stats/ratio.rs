//! Ratios of sums over replications.

use super::Estimate;

/// Means and central moments of pairs (numerator, denominator), one pair a replication, updated one by one
/// (Welford's recurrences, Technometrics 1962, for two variables).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RatioMoments {
    n: u32,
    mean_x: f64,
    mean_y: f64,
    xx: f64,
    xy: f64,
    yy: f64,
}

impl RatioMoments {
    /// Takes the pair of one replication in.
    pub fn push(&mut self, (x, y): (f64, f64)) {
        self.n += 1;
        let n = f64::from(self.n);
        let (dx, dy) = (x - self.mean_x, y - self.mean_y);
        self.mean_x += dx / n;
        self.mean_y += dy / n;
        self.xx += dx * (x - self.mean_x);
        self.xy += dx * (y - self.mean_y);
        self.yy += dy * (y - self.mean_y);
    }

    /// How many replications it holds.
    #[must_use]
    pub fn replications(&self) -> u32 {
        self.n
    }

    /// The sum of the denominators.
    #[must_use]
    pub fn denominator(&self) -> f64 {
        self.mean_y * f64::from(self.n)
    }

    /// Half the width of the 95 % interval of a share, which is never nothing: where no error shows because nothing
    /// (or everything) was counted, the rule of three bounds it, 3 / n (Hanley and Lippman-Hand, JAMA 1983). None
    /// where it is undefined.
    #[must_use]
    pub fn half_width_of_share(&self) -> Option<f64> {
        let half = self.ratio()?.half_width()?;
        Some(half.max(3.0 / (self.mean_y * f64::from(self.n))))
    }

    /// [`RatioMoments::ratio`] as a share of trials, with an interval inside 0..1 that is never nothing: where no error
    /// shows because nothing (or everything) was counted, it reaches 3 / n from there, by the rule of three.
    #[must_use]
    pub fn share(&self) -> Option<Estimate> {
        let ratio = self.ratio()?;
        let least = 3.0 / (self.mean_y * f64::from(self.n));
        let ends = |[low, high]: [f64; 2]| match low < high {
            true => [low.max(0.0), high.min(1.0)],
            false => [(low - least).max(0.0), (high + least).min(1.0)],
        };
        Some(Estimate { ci95: ratio.ci95.map(ends), ..ratio })
    }

    /// Sum of numerators over sum of denominators, with the delta method's error: the variance of
    /// `mean(x - r y) / mean(y)` (Cochran, Sampling Techniques, 3rd ed. 1977, eq. 2.45). None where the denominators
    /// are zero.
    #[must_use]
    pub fn ratio(&self) -> Option<Estimate> {
        if self.n == 0 || self.mean_y == 0.0 {
            return None;
        }
        let n = f64::from(self.n);
        let ratio = self.mean_x / self.mean_y;
        let residual = self.xx - 2.0 * ratio * self.xy + ratio * ratio * self.yy;
        let variance = residual / (n - 1.0) / n / (self.mean_y * self.mean_y);
        Some(Estimate::from_variance(ratio, variance, self.n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_of_sums_not_a_mean_of_ratios() {
        let mut moments = RatioMoments::default();
        [(1.0, 10.0), (90.0, 100.0)].into_iter().for_each(|pair| moments.push(pair));
        let value = moments.ratio().map(|e| e.value);
        assert!((value.unwrap_or(0.0) - 91.0 / 110.0).abs() < 1e-15);
    }

    #[test]
    fn with_denominator_one_it_is_the_mean_and_its_usual_error() {
        let mut moments = RatioMoments::default();
        [2.0, 4.0, 9.0].into_iter().for_each(|x| moments.push((x, 1.0)));
        let estimate = moments.ratio().unwrap_or(Estimate { value: 0.0, std_error: None, ci95: None });
        assert!((estimate.value - 5.0).abs() < 1e-15);
        assert!((estimate.std_error.unwrap_or(0.0) - (13.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        let half = estimate.half_width().unwrap_or(0.0);
        // t(0.975, 2) = 4.30265...
        assert!((half / (13.0_f64 / 3.0).sqrt() - 4.302_652_73).abs() < 1e-6, "{half}");
    }

    #[test]
    fn what_was_never_seen_is_not_known_exactly() {
        let mut moments = RatioMoments::default();
        (0..10).for_each(|_| moments.push((0.0, 10.0)));
        assert_eq!(moments.half_width_of_share(), Some(0.03));
        assert_eq!(moments.share().and_then(|share| share.ci95), Some([0.0, 0.03]));
    }

    #[test]
    fn nothing_over_nothing_is_undefined() {
        let mut moments = RatioMoments::default();
        assert_eq!(moments.ratio(), None);
        moments.push((0.0, 0.0));
        assert_eq!(moments.ratio(), None);
    }
}
