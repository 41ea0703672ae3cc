//! Laws of patience, by what the formulas ask of them: survival, distribution, partial mean.
//!
//! Every law has closed forms here, so that the only quadrature is the one over the offered wait.

use crate::scenario::Law;

use super::gamma::incomplete_gamma;

/// A law of patience R at one time x, in seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// `P(R > x)`.
    pub(super) survival: f64,
    /// `P(R <= x)`, small values without cancellation.
    pub(super) cumulative: f64,
    /// `E[R; R <= x]`.
    pub(super) partial_mean: f64,
}

impl Point {
    /// The integral of the survival function up to x, `E[min(R, x)]`.
    pub(super) fn integrated(&self, x: f64) -> f64 {
        // A law that is over has no survivors, however long x is.
        if self.survival == 0.0 { self.partial_mean } else { self.partial_mean + x * self.survival }
    }
}

/// A law of patience with its constants worked out.
#[derive(Clone, Debug)]
pub(super) enum Patience {
    /// Nobody abandons.
    Endless,
    /// Exponentials mixed: chance and mean of each.
    Exponentials(Vec<(f64, f64)>),
    /// Parameters of the logarithm.
    Lognormal { location: f64, scale: f64, mean: f64 },
    /// Gamma and Erlang.
    Gamma { shape: f64, scale: f64 },
    /// Weibull.
    Weibull { shape: f64, scale: f64 },
    /// Uniform.
    Uniform { min: f64, max: f64 },
    /// Chances of single values: constant and empirical laws.
    Steps(Steps),
}

/// Single values in order; sums up to and from each.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    values: Vec<f64>,
    /// Chance of the first i values, and their part of the mean.
    below: Vec<(f64, f64)>,
    /// Chance of all but the first i values.
    above: Vec<f64>,
}

impl Steps {
    fn new(mut chances: Vec<(f64, f64)>) -> Self {
        chances.sort_by(|a, b| a.0.total_cmp(&b.0));
        let endless: f64 = chances.iter().filter(|(value, _)| value.is_infinite()).map(|(_, chance)| chance).sum();
        chances.retain(|(value, chance)| value.is_finite() && *chance > 0.0);
        let mut below = vec![(0.0, 0.0)];
        let (mut sum, mut part) = (0.0, 0.0);
        for (value, chance) in &chances {
            (sum, part) = (sum + chance, part + chance * value);
            below.push((sum, part));
        }
        let mut above = vec![endless];
        above.extend(chances.iter().rev().scan(endless, |sum, (_, chance)| {
            *sum += chance;
            Some(*sum)
        }));
        above.reverse();
        Self { values: chances.into_iter().map(|(value, _)| value).collect(), below, above }
    }

    fn at(&self, x: f64) -> Point {
        let passed = self.values.partition_point(|value| *value <= x);
        let (cumulative, partial_mean) = self.below[passed];
        Point { survival: self.above[passed], cumulative, partial_mean }
    }
}

impl Patience {
    pub(super) fn new(law: &Law) -> Self {
        match law {
            Law::Constant { value } => Self::Steps(Steps::new(vec![(*value, 1.0)])),
            Law::Empirical { values, weights } => {
                Self::Steps(Steps::new(values.iter().copied().zip(weights.iter().copied()).collect()))
            }
            Law::Exponential { mean } => Self::Exponentials(vec![(1.0, *mean)]),
            Law::Hyperexponential { weights, means } => {
                Self::Exponentials(weights.iter().copied().zip(means.iter().copied()).collect())
            }
            Law::Lognormal { mean, cv } => {
                let variance = libm::log1p(cv * cv);
                Self::Lognormal { location: libm::log(*mean) - variance / 2.0, scale: variance.sqrt(), mean: *mean }
            }
            Law::Gamma { mean, cv } => Self::Gamma { shape: 1.0 / (cv * cv), scale: mean * cv * cv },
            Law::Erlang { mean, k } => Self::Gamma { shape: f64::from(*k), scale: mean / f64::from(*k) },
            Law::Weibull { mean, shape } => {
                Self::Weibull { shape: *shape, scale: mean / libm::tgamma(1.0 + 1.0 / shape) }
            }
            Law::Uniform { min, max } => Self::Uniform { min: *min, max: *max },
        }
    }

    /// Survival, distribution and partial mean at `x >= 0`.
    pub(super) fn at(&self, x: f64) -> Point {
        match self {
            Self::Endless => Point { survival: 1.0, cumulative: 0.0, partial_mean: 0.0 },
            Self::Exponentials(parts) => exponentials(parts, x),
            Self::Lognormal { location, scale, mean } => lognormal(*location, *scale, *mean, x),
            Self::Gamma { shape, scale } => {
                let (cumulative, survival) = incomplete_gamma(*shape, x / scale);
                let partial_mean = shape * scale * incomplete_gamma(shape + 1.0, x / scale).0;
                Point { survival, cumulative, partial_mean }
            }
            Self::Weibull { shape, scale } => weibull(*shape, *scale, x),
            Self::Uniform { min, max } => {
                let inside = x.clamp(*min, *max);
                let width = max - min;
                let partial_mean = (inside - min) * (inside + min) / 2.0 / width;
                Point { survival: (max - inside) / width, cumulative: (inside - min) / width, partial_mean }
            }
            Self::Steps(steps) => steps.at(x),
        }
    }

    /// Where the survival function jumps or bends, in order.
    pub(super) fn breaks(&self) -> &[f64] {
        match self {
            Self::Steps(steps) => &steps.values,
            _ => &[],
        }
    }

    /// Where it bends without jumping.
    pub(super) fn corners(&self) -> [f64; 2] {
        match self {
            Self::Uniform { min, max } => [*min, *max],
            _ => [0.0, 0.0],
        }
    }

    /// Share that never abandons.
    pub(super) fn endless(&self) -> f64 {
        match self {
            Self::Endless => 1.0,
            Self::Steps(steps) => steps.above.last().copied().unwrap_or(0.0),
            _ => 0.0,
        }
    }
}

/// `1 - exp(-y)` and `1 - exp(-y) (1 + y)`, by series where they would cancel, from y and `exp(-y)`.
fn first_gammas(y: f64, survival: f64) -> (f64, f64) {
    if y > 0.5 {
        let lower = 1.0 - survival;
        return (lower, lower - if survival > 0.0 { y * survival } else { 0.0 });
    }
    let lower = -libm::expm1(-y);
    if y > 0.1 {
        return (lower, lower - y * survival);
    }
    let (mut power, mut sum, mut k) = (y * y / 2.0, 0.0, 2.0);
    while k < 14.0 && power.abs() * k > 1e-18 * sum {
        sum += power * (k - 1.0);
        k += 1.0;
        power *= -y / k;
    }
    (lower, sum)
}

fn exponentials(parts: &[(f64, f64)], x: f64) -> Point {
    let mut sum = Point { survival: 0.0, cumulative: 0.0, partial_mean: 0.0 };
    for (chance, mean) in parts {
        let y = x / mean;
        let survival = libm::exp(-y);
        let (lower, part) = first_gammas(y, survival);
        sum.survival += chance * survival;
        sum.cumulative += chance * lower;
        sum.partial_mean += chance * mean * part;
    }
    sum
}

fn lognormal(location: f64, scale: f64, mean: f64, x: f64) -> Point {
    let z = if x > 0.0 { (libm::log(x) - location) / scale } else { f64::NEG_INFINITY };
    let below = |z: f64| 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
    Point { survival: below(-z), cumulative: below(z), partial_mean: mean * below(z - scale) }
}

fn weibull(shape: f64, scale: f64, x: f64) -> Point {
    let y = libm::pow(x / scale, shape);
    let inverse = 1.0 + 1.0 / shape;
    Point {
        survival: libm::exp(-y),
        cumulative: -libm::expm1(-y),
        partial_mean: scale * libm::tgamma(inverse) * incomplete_gamma(inverse, y).0,
    }
}

/// `P(R > t)` of a patience R, `t` in seconds.
#[must_use]
pub fn survival(law: &Law, t: f64) -> f64 {
    if t < 0.0 { 1.0 } else { Patience::new(law).at(t).survival }
}

/// The integral of the survival function from 0 to `t`, `E[min(R, t)]`, in seconds.
#[must_use]
pub fn integrated_survival(law: &Law, t: f64) -> f64 {
    if t <= 0.0 { 0.0 } else { Patience::new(law).at(t).integrated(t) }
}
