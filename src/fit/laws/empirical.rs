//! Laws that are the durations themselves, in slices.

use crate::scenario::Law;
use crate::stats::Durations;

/// Slices of the empirical law of durations seen to their end.
const SLICES: usize = 250;

/// The law that gives back the durations that ended, as the means of at most 250 slices of equal weight: their mean is
/// kept, and nobody's single call is shown unless there are few. None where nothing ended.
#[must_use]
pub fn quantile_law(durations: &Durations) -> Option<Law> {
    let rows: Vec<(f64, f64)> = durations.points().iter().map(|p| (p.time, p.events)).collect();
    let rows = slices(&rows, SLICES);
    (!rows.is_empty()).then(|| {
        let total: f64 = rows.iter().map(|(_, weight)| weight).sum();
        let (values, weights) = rows.into_iter().map(|(value, weight)| (value, weight / total)).unzip();
        Law::Empirical { values, weights }
    })
}

/// Values (ascending) with weights, brought down to at most so many: slices of equal weight, each at its mean, so that
/// the mean of all is kept. A value that reaches over a border is shared.
pub(in crate::fit) fn slices(rows: &[(f64, f64)], most: usize) -> Vec<(f64, f64)> {
    let rows: Vec<(f64, f64)> = rows.iter().copied().filter(|(_, weight)| *weight > 0.0).collect();
    if rows.len() <= most {
        return rows;
    }
    let share = rows.iter().map(|(_, weight)| weight).sum::<f64>() / most as f64;
    let (mut out, mut room, mut sum) = (Vec::with_capacity(most), share, 0.0);
    for (value, mut weight) in rows {
        while weight >= room && out.len() + 1 < most {
            out.push(((sum + value * room) / share, share));
            weight -= room;
            (room, sum) = (share, 0.0);
        }
        sum += value * weight;
        room -= weight;
    }
    let rest = share - room;
    if rest > 1e-9 * share {
        out.push((sum / rest, rest));
    }
    out
}

/// The means of slices of equal chance of the exponential law of mean 1: `(u (1 - ln u)) / (slice)` between the
/// quantiles, which keeps its mean.
pub(in crate::fit) fn exponential_slices(count: usize) -> Vec<f64> {
    let n = count as f64;
    // The integral of -ln u is u - u ln u.
    let integral = |u: f64| if u > 0.0 { u - u * libm::log(u) } else { 0.0 };
    (0..count).map(|k| n * (integral(1.0 - k as f64 / n) - integral(1.0 - (k + 1) as f64 / n))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_keep_the_mean_and_the_weight() {
        let rows: Vec<(f64, f64)> = (1..=997).map(|i| (f64::from(i * i), 1.0 + f64::from(i % 5))).collect();
        let sums = |rows: &[(f64, f64)]| rows.iter().fold((0.0, 0.0), |(a, b), (v, w)| (a + v * w, b + w));
        let few = slices(&rows, 40);
        let ((a, b), (c, d)) = (sums(&rows), sums(&few));
        assert_eq!(few.len(), 40);
        assert!((a - c).abs() < 1e-9 * a && (b - d).abs() < 1e-9 * b);
        assert!(few.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let tail = exponential_slices(20);
        assert!((tail.iter().sum::<f64>() / 20.0 - 1.0).abs() < 1e-12);
    }
}
