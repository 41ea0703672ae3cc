//! A figure over seasons: its mean with the error of that, and the range that holds nine seasons in ten.

use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// A figure over seasons.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The mean.
    pub mean: Estimate,
    /// The 5 % and 95 % quantiles of the seasons.
    pub range90: [f64; 2],
}

impl Band {
    /// Of values, one a season; none without any.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let n = values.len();
        let quantile = |p: f64| values.get(((p * n as f64).ceil() as usize).clamp(1, n.max(1)) - 1).copied();
        let range90 = [quantile(0.05)?, quantile(0.95)?];
        Some(Self { mean: mean(&values), range90 })
    }
}

/// A mean with its error.
#[must_use]
pub(super) fn mean(values: &[f64]) -> Estimate {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Estimate::from_variance(mean, squares / (n - 1.0).max(1.0) / n, values.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_holds_nine_in_ten() {
        let band = Band::of((1..=100).rev().map(f64::from));
        assert_eq!(band.map(|band| (band.mean.value, band.range90)), Some((50.5, [5.0, 95.0])));
        assert_eq!(Band::of(std::iter::once(3.0)).map(|band| band.range90), Some([3.0, 3.0]));
        assert_eq!(Band::of(std::iter::empty()), None);
    }
}
