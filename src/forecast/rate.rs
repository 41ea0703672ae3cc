//! Counts whose rate is not known: gamma laws of rates, and the negative binomial counts that they give.

use statrs::distribution::{DiscreteCDF, NegativeBinomial, Poisson};

/// A gamma law of a day's rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GammaRate {
    /// 1 over the squared coefficient of variation.
    pub(super) shape: f64,
    /// The shape over the mean.
    pub(super) inverse_scale: f64,
}

impl GammaRate {
    /// The gamma law whose logarithm has this mean and variance: trigamma(shape) is the variance (West, Harrison and
    /// Migon, JASA 1985, section 3.2).
    pub(super) fn of_log(mean: f64, variance: f64) -> Self {
        let shape = inverse_trigamma(variance);
        Self { shape, inverse_scale: libm::exp(digamma(shape) - mean) }
    }

    pub(super) fn mean(&self) -> f64 {
        self.shape / self.inverse_scale
    }

    /// What a Poisson count of this rate teaches: mean and variance of the rate's logarithm after it.
    pub(super) fn log_after(&self, count: f64) -> (f64, f64) {
        let shape = self.shape + count;
        (digamma(shape) - libm::log(self.inverse_scale + 1.0), trigamma(shape))
    }

    /// The logarithm of the chance of a count: negative binomial.
    pub(super) fn log_chance(&self, count: f64) -> f64 {
        let (shape, inverse) = (self.shape, self.inverse_scale);
        libm::lgamma(shape + count)
            - libm::lgamma(shape)
            - libm::lgamma(count + 1.0)
            - shape * libm::log1p(1.0 / inverse)
            - count * libm::log1p(inverse)
    }
}

/// A count that is expected with an uncertain rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CountLaw {
    pub(super) mean: f64,
    /// Squared coefficient of variation of the gamma rate.
    pub(super) square: f64,
}

/// Below this a rate is as good as known.
const KNOWN: f64 = 1e-9;

impl CountLaw {
    pub(super) const NOTHING: Self = Self { mean: 0.0, square: 0.0 };

    /// The variance of the count.
    pub(super) fn variance(&self) -> f64 {
        self.mean + self.square * self.mean * self.mean
    }

    /// The least count that is reached or stayed below with a chance of at least `p`.
    pub(super) fn quantile(&self, p: f64) -> f64 {
        if self.mean <= 0.0 {
            return 0.0;
        }
        let found = if self.square < KNOWN {
            Poisson::new(self.mean).ok().map(|law| law.inverse_cdf(p))
        } else {
            let odds = 1.0 / (1.0 + self.mean * self.square);
            NegativeBinomial::new(1.0 / self.square, odds).ok().map(|law| inverse(&law, self.mean, p))
        };
        found.unwrap_or(0) as f64
    }

    /// The central range that holds the count with a chance of at least `share`.
    pub(super) fn range(&self, share: f64) -> [f64; 2] {
        [self.quantile(0.5 - share / 2.0), self.quantile(0.5 + share / 2.0)]
    }
}

/// By bisection between bounds that are doubled until they hold it.
fn inverse(law: &NegativeBinomial, mean: f64, p: f64) -> u64 {
    let (mut below, mut above) = (0, (2.0 * mean) as u64 + 1);
    if law.cdf(0) >= p {
        return 0;
    }
    while law.cdf(above) < p && above < u64::MAX / 4 {
        (below, above) = (above, 2 * above);
    }
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if law.cdf(middle) >= p { above = middle } else { below = middle }
    }
    above
}

/// From here on the series below are exact to ten digits.
const LARGE: f64 = 10.0;

/// The derivative of the logarithm of the gamma function (Abramowitz and Stegun 1964, 6.3.5 and 6.3.18).
fn digamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < LARGE {
        below += 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = square * (1.0 / 12.0 - square * (1.0 / 120.0 - square * (1.0 / 252.0 - square / 240.0)));
    libm::log(x) - 0.5 / x - series - below
}

/// Its derivative (6.4.6 and 6.4.12 there).
fn trigamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < LARGE {
        below += 1.0 / (x * x);
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = 1.0 / 6.0 - square * (1.0 / 30.0 - square * (1.0 / 42.0 - square / 30.0));
    1.0 / x + 0.5 * square + series * square / x + below
}

/// The shape whose trigamma is `value`: Newton's steps on 1 / trigamma, which is nearly straight and convex, so that they
/// do not leave the positive numbers.
fn inverse_trigamma(value: f64) -> f64 {
    let mut shape = 0.5 + 1.0 / value;
    for _ in 0..50 {
        let here = trigamma(shape);
        let slope = (trigamma(shape * (1.0 + 1e-5)) - here) / (shape * 1e-5);
        let step = here * (1.0 - here / value) / slope;
        shape = (shape + step).max(shape / 10.0);
        if (step / shape).abs() < 1e-10 {
            break;
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gamma_functions_have_their_known_values() {
        assert!((digamma(1.0) + 0.577_215_664_901_533).abs() < 1e-11);
        assert!((trigamma(1.0) - std::f64::consts::PI.powi(2) / 6.0).abs() < 1e-10);
        for shape in [0.05, 0.7, 3.0, 250.0, 1e5] {
            assert!((inverse_trigamma(trigamma(shape)) / shape - 1.0).abs() < 1e-7, "{shape}");
        }
    }

    #[test]
    fn a_law_is_matched_and_taught() {
        let law = GammaRate::of_log(3.0, 0.01);
        // A gamma law with so little variance is nearly lognormal.
        assert!((law.mean() / libm::exp(3.005) - 1.0).abs() < 1e-4, "{}", law.mean());
        assert!((law.shape - 100.5).abs() < 0.01, "{}", law.shape);
        let (mean, variance) = law.log_after(0.0);
        assert!(mean < 3.0 && variance > 0.01 - 1e-12);
        let all: f64 = (0..400).map(|count| libm::exp(law.log_chance(f64::from(count)))).sum();
        assert!((all - 1.0).abs() < 1e-9, "{all}");
    }

    #[test]
    fn ranges_hold_their_share() {
        let law = CountLaw { mean: 40.0, square: 0.04 };
        let rate = GammaRate { shape: 25.0, inverse_scale: 25.0 / 40.0 };
        for share in [0.5, 0.9] {
            let [low, high] = law.range(share);
            let chance = |count: u32| libm::exp(rate.log_chance(f64::from(count)));
            let inside: f64 = (low as u32..=high as u32).map(chance).sum();
            assert!(inside >= share && inside - chance(low as u32) - chance(high as u32) < share, "{share}: {inside}");
        }
        assert_eq!(CountLaw::NOTHING.range(0.9), [0.0, 0.0]);
        assert_eq!(CountLaw { mean: 0.02, square: 0.1 }.range(0.9), [0.0, 0.0]);
    }
}
