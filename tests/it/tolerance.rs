//! Every tolerance and every false-alarm rate of the statistical tests, in one place.
//!
//! A test that can fail by chance is worthless twice: red without a fault, and green after somebody has loosened it.
//! All seeds are fixed, so a test that passes once passes always; the rates below say how likely a *right* engine
//! would have been to fail on the day the seed was chosen, or will be when its random numbers change.

use statrs::distribution::{ContinuousCDF, Normal};

/// Chance that a right engine fails anywhere in a family of statistical figures tested together (Bonferroni).
pub(crate) const FALSE_ALARM: f64 = 1e-4;

/// The error that must not go unseen, as a share of the figure.
pub(crate) const ERROR_TO_SEE: f64 = 0.01;

/// Chance with which a figure with power sees an error of [`ERROR_TO_SEE`].
pub(crate) const POWER: f64 = 0.9;

/// Share of figures outside their 95 % interval: below the first the intervals are too wide, above the second too
/// narrow (or something is biased).
pub(crate) const OUTSIDE: std::ops::RangeInclusive<f64> = 0.02..=0.10;

/// Sums of the same terms in another order.
pub(crate) const ROUNDING: f64 = 1e-9;

/// Quantile of the standard normal law.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    Normal::new(0.0, 1.0).unwrap().inverse_cdf(p)
}

/// How many standard errors a figure may lie off, two-sided, when so many are tested together.
pub(crate) fn allowed(figures: usize) -> f64 {
    normal_quantile(1.0 - FALSE_ALARM / 2.0 / figures as f64)
}

/// The largest standard error, as a share of the figure, with which [`ERROR_TO_SEE`] is seen with chance [`POWER`]
/// when so many figures are tested together.
pub(crate) fn error_with_power(figures: usize) -> f64 {
    ERROR_TO_SEE / (allowed(figures) + normal_quantile(POWER))
}

/// The largest distance between a law and the steps of its sample, when so many tests share [`FALSE_ALARM`].
/// Kolmogorov's limit law, whose tail is `2 exp(-2 x^2)` here (the next term is smaller than that to the fourth power).
pub(crate) fn kolmogorov_smirnov(draws: usize, tests: usize) -> f64 {
    (libm::log(2.0 * tests as f64 / FALSE_ALARM) / 2.0 / draws as f64).sqrt()
}

#[test]
fn the_rates_are_what_they_say() {
    assert!((allowed(1) - 3.890_6).abs() < 1e-3, "two-sided 1e-4");
    assert!((allowed(500) - 5.199_3).abs() < 1e-3, "two-sided 2e-7: {}", allowed(500));
    let error = error_with_power(1);
    let seen = 1.0 - Normal::new(ERROR_TO_SEE / error, 1.0).unwrap().cdf(allowed(1));
    assert!((seen - POWER).abs() < 1e-9);
}
