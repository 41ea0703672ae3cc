//! Whether arrivals are Poisson within short blocks of time.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::fit::{Fitted, Source};
use crate::stats::Estimate;

/// What counts in short blocks say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoissonBlocks {
    /// Variance over mean of the counts of blocks side by side; 1 for a Poisson process.
    pub dispersion: Fitted,
    /// The chance that a Poisson process would vary as much.
    pub p_value: f64,
}

/// Fisher's index of dispersion (Statistical Methods for Research Workers, 1925, section 16) over many groups: each
/// holds the counts of blocks side by side, short enough for the rate to stand still (the five six-minute blocks of a
/// half hour). The sum of `(x - mean)^2 / mean` is chi-squared with one degree of freedom less than blocks in each
/// group. Groups without an arrival say nothing. None where all are such.
#[must_use]
pub fn poisson_blocks(groups: &[Vec<u32>]) -> Option<PoissonBlocks> {
    let (mut squares, mut degrees) = (0.0, 0.0);
    for group in groups {
        let n = group.len() as f64;
        let mean = group.iter().map(|count| f64::from(*count)).sum::<f64>() / n;
        if n >= 2.0 && mean > 0.0 {
            squares +=
                group.iter().map(|count| (f64::from(*count) - mean) * (f64::from(*count) - mean)).sum::<f64>() / mean;
            degrees += n - 1.0;
        }
    }
    let law = ChiSquared::new(degrees).ok()?;
    let std_error = Some((2.0 / degrees).sqrt() * squares / degrees);
    let ci95 = Some([squares / law.inverse_cdf(0.975), squares / law.inverse_cdf(0.025)]);
    let estimate = Estimate { value: squares / degrees, std_error, ci95 };
    let dispersion = Fitted::new(estimate, degrees, Source::Moments);
    Some(PoissonBlocks { dispersion, p_value: law.sf(squares) })
}
