//! How much counts vary beyond Poisson, and how far what is busy stays busy.

use super::Expected;
use crate::fit::{Fitted, Source};
use crate::stats::{Estimate, RatioMoments, correlation};

/// Days that are that far apart at most follow each other (a weekend lies between).
const NEXT_DAY: i32 = 3;

/// A ratio of sums over days, with the delta method's error.
fn ratio(days: &[Expected], of: impl Fn(&Expected) -> (f64, f64)) -> Option<Estimate> {
    let mut moments = RatioMoments::default();
    days.iter().for_each(|day| moments.push(of(day)));
    moments.ratio().filter(|ratio| ratio.std_error.is_some())
}

/// The variance is seen about means of the same days: of `n` days of a class `n - 1` are free.
fn freed(day: &Expected) -> Option<f64> {
    let n = day.class.days as f64;
    (n > 1.0).then(|| n / (n - 1.0))
}

/// Variance over mean of the interval counts.
pub(super) fn dispersion(days: &[Expected]) -> Option<Fitted> {
    let estimate = ratio(days, |day| {
        let Some(freed) = freed(day) else { return (0.0, 0.0) };
        let of = |(sum, means): (f64, f64), (count, mean): (f64, f64)| {
            (sum + (count - mean) * (count - mean) * freed, means + mean)
        };
        day.intervals().fold((0.0, 0.0), of)
    })?;
    Some(Fitted::new(estimate, days.len() as f64, Source::Moments))
}

/// Given the total N of a day, a Poisson process puts the counts down by the shares s of the profile: variance
/// `N s (1 - s)`. What is more comes from rates that vary: with a squared coefficient of variation `c` each adds
/// `c (N s)^2 (1 - 2 s + sum of s^2)`, to first order, because the total varies with it.
pub(super) fn interval_cv(days: &[Expected]) -> Option<Fitted> {
    let square = ratio(days, |day| {
        let Some(freed) = freed(day) else { return (0.0, 0.0) };
        let (total, all) = (day.day.total(), day.total());
        let concentration: f64 = day.intervals().map(|(_, mean)| mean / all * (mean / all)).sum();
        let of = |(excess, squares): (f64, f64), (count, mean): (f64, f64)| {
            let (here, share) = (total * mean / all, mean / all);
            let (off, part) = (count - here, 1.0 - 2.0 * share + concentration);
            (excess + off * off * freed - here * (1.0 - share), squares + here * here * part)
        };
        day.intervals().fold((0.0, 0.0), of)
    })?;
    let root = |x: f64| x.max(0.0).sqrt();
    let value = root(square.value);
    let std_error = square.std_error.filter(|_| value > 0.0).map(|error| error / (2.0 * value));
    let estimate = Estimate { value, std_error, ci95: square.ci95.map(|ends| ends.map(root)) };
    Some(Fitted::new(estimate, days.len() as f64, Source::Moments))
}

/// Correlation of the factors of both halves of the day. Poisson noise of a half with mean m adds `1 / m` to the
/// variance of its factor; the correlation and its (Fisher's) interval are divided by what is left of the standard
/// deviations. None where noise is all there is.
pub(super) fn halves(days: &[Expected]) -> Option<Fitted> {
    let pairs: Vec<([f64; 2], [f64; 2])> = days.iter().filter(|day| day.class.days > 1).filter_map(halves_of).collect();
    let n = pairs.len() as f64;
    let factors: Vec<(f64, f64)> = pairs.iter().map(|(factors, _)| (factors[0], factors[1])).collect();
    let seen = correlation(&factors)?;
    let left = [0, 1].map(|half| {
        let mean = pairs.iter().map(|(factors, _)| factors[half]).sum::<f64>() / n;
        let variance = pairs.iter().map(|(factors, _)| (factors[half] - mean) * (factors[half] - mean)).sum::<f64>();
        let noise = pairs.iter().map(|(_, means)| 1.0 / means[half]).sum::<f64>() / n;
        1.0 - noise / (variance / (n - 1.0))
    });
    if left[0] <= 0.0 || left[1] <= 0.0 {
        return None;
    }
    let scale = (left[0] * left[1]).sqrt();
    let divided = |x: f64| (x / scale).clamp(-1.0, 1.0);
    let estimate = Estimate {
        value: divided(seen.value),
        std_error: seen.std_error.map(|error| error / scale),
        ci95: seen.ci95.map(|ends| ends.map(divided)),
    };
    Some(Fitted::new(estimate, n, Source::Moments))
}

/// The factors of both halves, and the means that they belong to.
fn halves_of(day: &Expected) -> Option<([f64; 2], [f64; 2])> {
    let half = day.total() / 2.0;
    let (mut passed, mut counts, mut means) = (0.0, [0.0; 2], [0.0; 2]);
    for (count, mean) in day.intervals() {
        let which = usize::from(passed + mean / 2.0 > half);
        counts[which] += count;
        means[which] += mean;
        passed += mean;
    }
    let factors = [counts[0] / means[0], counts[1] / means[1]];
    (means[0] > 0.0 && means[1] > 0.0).then_some((factors, means))
}

/// Correlation of neighbouring intervals: products of standardised residuals over their squares.
pub(super) fn adjacent(days: &[Expected]) -> Option<Fitted> {
    let estimate = ratio(days, |day| {
        let residual = |(count, mean): (f64, f64)| if mean > 0.0 { (count - mean) / mean.sqrt() } else { 0.0 };
        let residuals: Vec<f64> = day.intervals().map(residual).collect();
        let products = residuals.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let squares = residuals.windows(2).map(|pair| (pair[0] * pair[0] + pair[1] * pair[1]) / 2.0).sum();
        (products, squares)
    })?;
    Some(Fitted::new(estimate, days.len() as f64, Source::Moments))
}

/// Correlation of the factors of days that follow each other.
pub(super) fn days(days: &[Expected]) -> Option<Fitted> {
    let follows = |pair: &&[Expected]| (1..=NEXT_DAY).contains(&(pair[1].day.number - pair[0].day.number));
    let mut days = days.to_vec();
    days.sort_by_key(|day| day.day.number);
    let pairs: Vec<(f64, f64)> =
        days.windows(2).filter(follows).map(|pair| (pair[0].factor(), pair[1].factor())).collect();
    Some(Fitted::new(correlation(&pairs)?, pairs.len() as f64, Source::Moments))
}
