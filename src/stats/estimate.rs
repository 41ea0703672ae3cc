//! A figure with its uncertainty.

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The 97.5 % quantile of the standard normal law.
pub(crate) const NORMAL_975: f64 = 1.959_963_984_540_054;

/// A figure, its standard error and its 95 % confidence interval. The last two are absent when one replication
/// cannot tell them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Standard error over replications.
    pub std_error: Option<f64>,
    /// 95 % confidence interval.
    pub ci95: Option<[f64; 2]>,
}

impl Estimate {
    /// A figure from `n` replications with the variance of its mean; Student's t with n - 1 degrees of freedom.
    #[must_use]
    pub fn from_variance(value: f64, variance: f64, n: u32) -> Self {
        if n < 2 {
            return Self { value, std_error: None, ci95: None };
        }
        let error = variance.max(0.0).sqrt();
        let half = error * student_quantile(0.975, n - 1);
        Self { value, std_error: Some(error), ci95: Some([value - half, value + half]) }
    }

    /// A figure from many observations with its variance, by the normal law.
    #[must_use]
    pub fn normal(value: f64, variance: f64) -> Self {
        let error = variance.max(0.0).sqrt();
        let half = NORMAL_975 * error;
        Self { value, std_error: Some(error), ci95: Some([value - half, value + half]) }
    }

    /// Half the width of the 95 % interval, the number behind the `±`.
    #[must_use]
    pub fn half_width(&self) -> Option<f64> {
        self.ci95.map(|[low, high]| (high - low) / 2.0)
    }
}

/// The quantile of Student's t at `p` with so many degrees of freedom (at least one).
#[must_use]
pub fn student_quantile(p: f64, degrees: u32) -> f64 {
    // Parameters (0, 1, positive) are always accepted.
    StudentsT::new(0.0, 1.0, f64::from(degrees.max(1))).map_or(f64::NAN, |t| t.inverse_cdf(p))
}
