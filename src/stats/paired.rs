//! Differences of two ratios under common random numbers.

use super::Estimate;

/// `sum(b) - sum(a)` as ratios, from pairs (numerator, denominator) of the same replications: the error is that of the
/// mean of paired linearised residuals, so what both have in common cancels. None where a ratio is undefined.
#[must_use]
pub fn paired_difference(a: &[(f64, f64)], b: &[(f64, f64)]) -> Option<Estimate> {
    let n = a.len().min(b.len());
    let (ratio_a, mean_a) = ratio(&a[..n])?;
    let (ratio_b, mean_b) = ratio(&b[..n])?;
    let residual =
        |((xa, ya), (xb, yb)): (&(f64, f64), &(f64, f64))| (xb - ratio_b * yb) / mean_b - (xa - ratio_a * ya) / mean_a;
    // Residuals have mean zero by construction.
    let squares: f64 = a.iter().zip(b).map(residual).map(|d| d * d).sum();
    let count = n as f64;
    Some(Estimate::from_variance(ratio_b - ratio_a, squares / (count - 1.0) / count, n as u32))
}

/// The ratio of sums and the mean denominator.
fn ratio(pairs: &[(f64, f64)]) -> Option<(f64, f64)> {
    let x: f64 = pairs.iter().map(|p| p.0).sum();
    let y: f64 = pairs.iter().map(|p| p.1).sum();
    (y != 0.0).then(|| (x / y, y / pairs.len() as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_share_cancels() {
        let a: Vec<(f64, f64)> = (0..50).map(|i| (f64::from(i % 7), 10.0)).collect();
        let b: Vec<(f64, f64)> = a.iter().map(|&(x, y)| (x + 1.0, y)).collect();
        let difference = paired_difference(&a, &b).unwrap_or(Estimate { value: 0.0, std_error: None, ci95: None });
        assert!((difference.value - 0.1).abs() < 1e-12);
        assert!(difference.std_error.unwrap_or(1.0) < 1e-12);
    }
}
