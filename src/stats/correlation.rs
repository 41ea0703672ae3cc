//! Correlation of pairs.

use super::Estimate;
use super::estimate::NORMAL_975;

/// Pearson's correlation with Fisher's interval (Metron 1921): `atanh r` is nearly normal with variance `1 / (n - 3)`.
/// None for fewer than four pairs, or where one side does not vary.
#[must_use]
pub fn correlation(pairs: &[(f64, f64)]) -> Option<Estimate> {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (mx, my) = (mean(|p| p.0), mean(|p| p.1));
    let moment = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| of(x - mx, y - my)).sum::<f64>();
    let (xx, xy, yy) = (moment(&|x, _| x * x), moment(&|x, y| x * y), moment(&|_, y| y * y));
    if pairs.len() < 4 || xx <= 0.0 || yy <= 0.0 {
        return None;
    }
    let r = (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0);
    let half = NORMAL_975 / (n - 3.0).sqrt();
    let ci95 = Some([libm::tanh(libm::atanh(r) - half), libm::tanh(libm::atanh(r) + half)]);
    Some(Estimate { value: r, std_error: Some((1.0 - r * r) / (n - 1.0).sqrt()), ci95 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_fishers() {
        // r = 0.5 from 28 pairs: tanh(0.5493 -+ 0.392), 0.156 to 0.736.
        let pairs: Vec<(f64, f64)> = (0..7).flat_map(|_| [(1.0, 1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)]).collect();
        let found = correlation(&pairs).unwrap_or(Estimate { value: 0.0, std_error: None, ci95: None });
        let [low, high] = found.ci95.unwrap_or([0.0; 2]);
        let r = found.value;
        assert!((r - 1.0 / 3.0_f64.sqrt()).abs() < 1e-12, "{r}");
        assert!((libm::atanh(high) - libm::atanh(low) - 2.0 * 0.391_993).abs() < 1e-5);
        assert_eq!(correlation(&pairs[..3]), None);
    }
}
