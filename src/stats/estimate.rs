//! A figure with its uncertainty.

use serde::Serialize;

/// A figure, its standard error and its 95 % confidence interval. The last two are absent when one replication
/// cannot tell them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Standard error over replications.
    pub std_error: Option<f64>,
    /// 95 % confidence interval.
    pub ci95: Option<[f64; 2]>,
}

impl Estimate {
    /// Half the width of the 95 % interval, the number behind the `±`.
    #[must_use]
    pub fn half_width(&self) -> Option<f64> {
        self.ci95.map(|[low, high]| (high - low) / 2.0)
    }
}
