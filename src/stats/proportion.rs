//! Shares of trials that succeed.

use statrs::distribution::{Beta, ContinuousCDF};

use super::Estimate;
use super::estimate::NORMAL_975 as Z;

/// The share of successes with Wilson's 95 % interval (JASA 1927), which stays inside 0..1 and holds for few trials.
/// The standard error is the binomial one. None without trials.
#[must_use]
pub fn wilson(successes: u64, trials: u64) -> Option<Estimate> {
    (trials > 0).then(|| wilson_around(successes as f64 / trials as f64, trials as f64))
}

/// Wilson's interval around a share of trials, which need not be whole: trials that depend on each other tell as much as
/// fewer independent ones.
#[must_use]
pub fn wilson_around(share: f64, trials: f64) -> Estimate {
    let (p, n) = (share, trials);
    let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let error = (p * (1.0 - p) / n).sqrt();
    let ci95 = Some([(centre - half).max(0.0), (centre + half).min(1.0)]);
    Estimate { value: p, std_error: Some(error), ci95 }
}

/// A share that the chance of success exceeds with confidence 1 - `alpha`: the lower end of the exact one-sided interval
/// (Clopper and Pearson, Biometrika 26, 1934), which never claims too much.
#[must_use]
pub fn binomial_lower(successes: u64, trials: u64, alpha: f64) -> f64 {
    if successes == 0 {
        return 0.0;
    }
    let (k, n) = (successes as f64, trials as f64);
    // The parameters are positive, since there are no more successes than trials.
    Beta::new(k, n - k + 1.0).map_or(0.0, |beta| beta.inverse_cdf(alpha))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_bound_is_that_of_the_binomial_law() {
        // All of n succeed: alpha = p^n.
        let lower = binomial_lower(20, 20, 0.05);
        assert!((lower - libm::pow(0.05, 0.05)).abs() < 1e-9, "{lower}");
        // 19 of 20: alpha = P(X >= 19) = 20 p^19 (1 - p) + p^20.
        let p = binomial_lower(19, 20, 0.05);
        let tail = 20.0 * libm::pow(p, 19.0) * (1.0 - p) + libm::pow(p, 20.0);
        assert!((tail - 0.05).abs() < 1e-8, "{tail}");
        assert_eq!(binomial_lower(0, 20, 0.05), 0.0);
    }

    #[test]
    fn the_interval_is_wilsons() {
        // Newcombe (Statistics in Medicine 1998), table I: 81 of 263 gives 0.2553 to 0.3662, 0 of 20 gives 0 to 0.1611.
        let of = |s, n| wilson(s, n).and_then(|e| e.ci95).unwrap_or([f64::NAN; 2]);
        let [low, high] = of(81, 263);
        assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5, "{low} {high}");
        let [low, high] = of(0, 20);
        assert!(low == 0.0 && (high - 0.1611).abs() < 5e-5, "{high}");
        assert_eq!(wilson(0, 0), None);
    }
}
