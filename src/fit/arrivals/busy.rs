//! The busy factor of the day.

use super::Expected;
use crate::fit::{Fitted, Source};
use crate::stats::Estimate;

/// The largest coefficient of variation that is looked at.
const LARGEST: f64 = 3.0;
/// Below this it is nothing: the logarithms of the gamma functions would lose their difference.
const NOTHING: f64 = 1e-3;
/// Half of the 95 % quantile of chi-squared with one degree of freedom.
const HALF_CHI: f64 = 1.920_729_410_347_062;

/// The coefficient of variation of a gamma factor that multiplies the rates of a whole day: day totals are then negative
/// binomial with variance `m + cv^2 m^2`. Maximum likelihood of `cv`, with the adjustment of Cox and Reid (JRSS B 1987)
/// for the means of the classes, which are fitted to the same totals; without it `cv` comes out too small, by a tenth
/// for ten days. The interval is that of the likelihood ratio. None without days.
pub(super) fn busy_cv(days: &[Expected]) -> Option<Fitted> {
    if days.is_empty() {
        return None;
    }
    let likelihood = |cv: f64| adjusted(days, cv);
    let (cv, top) = highest(&likelihood);
    let cv = if cv < NOTHING { 0.0 } else { cv };
    let lost = |at: f64| top - likelihood(at) - HALF_CHI;
    let low = if lost(0.0) <= 0.0 { 0.0 } else { crossing(&lost, cv, 0.0) };
    let high = if lost(LARGEST) <= 0.0 { f64::INFINITY } else { crossing(&lost, cv, LARGEST) };
    let ci95 = days.len() > classes(days).len();
    let estimate = Estimate { value: cv, std_error: None, ci95: ci95.then_some([low, high]) };
    Some(Fitted::new(estimate, days.len() as f64, Source::Likelihood))
}

fn adjusted(days: &[Expected], cv: f64) -> f64 {
    let variance = if cv < NOTHING { 0.0 } else { cv * cv };
    let likelihood: f64 = days.iter().map(|day| log_mass(day.day.total(), day.total(), variance)).sum();
    let information = |class: &usize| {
        let own = days.iter().filter(|day| day.class_number == *class);
        own.map(|day| day.total() / (1.0 + day.total() * variance)).sum::<f64>()
    };
    likelihood - 0.5 * classes(days).iter().map(|class| libm::log(information(class))).sum::<f64>()
}

fn classes(days: &[Expected]) -> Vec<usize> {
    let mut classes: Vec<usize> = days.iter().map(|day| day.class_number).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// The logarithm of the chance of a count whose mean varies as a gamma law does, with this squared coefficient of
/// variation; Poisson's without one.
fn log_mass(count: f64, mean: f64, variance: f64) -> f64 {
    if variance == 0.0 {
        return count * libm::log(mean) - mean - libm::lgamma(count + 1.0);
    }
    let shape = 1.0 / variance;
    let odds = mean * variance;
    libm::lgamma(count + shape) - libm::lgamma(shape) - libm::lgamma(count + 1.0) + count * libm::log(odds)
        - (count + shape) * libm::log1p(odds)
}

/// Where a function of 0..LARGEST is highest: the best of a grid, then golden sections around it.
fn highest(function: &impl Fn(f64) -> f64) -> (f64, f64) {
    let grid: Vec<f64> = (0..=60).map(|i| LARGEST * libm::pow(f64::from(i) / 60.0, 2.0)).collect();
    let best = (0..grid.len()).max_by(|a, b| function(grid[*a]).total_cmp(&function(grid[*b]))).unwrap_or(0);
    let (mut low, mut high) = (grid[best.saturating_sub(1)], grid[(best + 1).min(grid.len() - 1)]);
    let golden = 0.618_033_988_749_895;
    for _ in 0..60 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if function(left) >= function(right) { high = right } else { low = left }
    }
    let inside = f64::midpoint(low, high);
    if function(inside) > function(grid[best]) {
        (inside, function(inside))
    } else {
        (grid[best], function(grid[best]))
    }
}

/// Where a function that is negative at one place and positive at the other is zero.
fn crossing(function: &impl Fn(f64) -> f64, negative: f64, positive: f64) -> f64 {
    let (mut inside, mut outside) = (negative, positive);
    for _ in 0..60 {
        let middle = f64::midpoint(inside, outside);
        if function(middle) <= 0.0 { inside = middle } else { outside = middle }
    }
    inside
}
