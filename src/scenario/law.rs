//! The laws of durations that a scenario can name.

use super::Handling;

/// A probability law of a duration, in seconds. Each is named after its key in the scenario file.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// Always the same.
    Constant {
        /// The duration.
        value: f64,
    },
    /// Exponential.
    Exponential {
        /// Mean.
        mean: f64,
    },
    /// Lognormal, by the mean and coefficient of variation of the duration itself.
    Lognormal {
        /// Mean.
        mean: f64,
        /// Standard deviation / mean.
        cv: f64,
    },
    /// Gamma, by mean and coefficient of variation.
    Gamma {
        /// Mean.
        mean: f64,
        /// Standard deviation / mean.
        cv: f64,
    },
    /// Sum of `k` exponentials.
    Erlang {
        /// Mean of the sum.
        mean: f64,
        /// Number of phases.
        k: u32,
    },
    /// Weibull with survival `exp(-(x/scale)^shape)`, the scale following from the mean.
    Weibull {
        /// Mean.
        mean: f64,
        /// Shape; below 1 the hazard falls.
        shape: f64,
    },
    /// Uniform.
    Uniform {
        /// Least.
        min: f64,
        /// Most.
        max: f64,
    },
    /// A mixture of exponentials.
    Hyperexponential {
        /// Chances, adding to 1.
        weights: Vec<f64>,
        /// Mean of each.
        means: Vec<f64>,
    },
    /// Values seen, each with its weight; an infinite value is a patience without end.
    Empirical {
        /// The values.
        values: Vec<f64>,
        /// Their chances, adding to 1.
        weights: Vec<f64>,
    },
}

impl Law {
    /// Its name in scenario files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Constant { .. } => "constant",
            Self::Exponential { .. } => "exponential",
            Self::Lognormal { .. } => "lognormal",
            Self::Gamma { .. } => "gamma",
            Self::Erlang { .. } => "erlang",
            Self::Weibull { .. } => "weibull",
            Self::Uniform { .. } => "uniform",
            Self::Hyperexponential { .. } => "hyperexponential",
            Self::Empirical { .. } => "empirical",
        }
    }

    /// Standard deviation / mean; none where the mean is 0 or infinite.
    #[must_use]
    pub fn cv(&self) -> Option<f64> {
        let mean = self.mean();
        let of_square = |square: f64| (square / (mean * mean) - 1.0).max(0.0).sqrt();
        let cv = match self {
            Self::Constant { .. } => 0.0,
            Self::Exponential { .. } => 1.0,
            Self::Lognormal { cv, .. } | Self::Gamma { cv, .. } => *cv,
            Self::Erlang { k, .. } => 1.0 / f64::from(*k).sqrt(),
            Self::Weibull { shape, .. } => {
                let moment = |power: f64| libm::lgamma(1.0 + power / shape);
                libm::expm1(moment(2.0) - 2.0 * moment(1.0)).max(0.0).sqrt()
            }
            Self::Uniform { min, max } => (max - min) / 12.0_f64.sqrt() / mean,
            Self::Hyperexponential { weights, means } => {
                of_square(weights.iter().zip(means).map(|(weight, mean)| 2.0 * weight * mean * mean).sum())
            }
            Self::Empirical { values, weights } => {
                of_square(weights.iter().zip(values).map(|(weight, value)| weight * value * value).sum())
            }
        };
        (mean > 0.0 && mean.is_finite() && cv.is_finite()).then_some(cv)
    }

    /// Whether it is always 0.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Constant { value } => *value == 0.0,
            Self::Empirical { values, .. } => values.iter().all(|value| *value == 0.0),
            _ => false,
        }
    }

    /// The law of the duration times a factor above 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        let each = |values: &[f64]| values.iter().map(|value| value * factor).collect();
        let mut scaled = self.clone();
        match &mut scaled {
            Self::Constant { value } => *value *= factor,
            Self::Exponential { mean }
            | Self::Lognormal { mean, .. }
            | Self::Gamma { mean, .. }
            | Self::Erlang { mean, .. }
            | Self::Weibull { mean, .. } => *mean *= factor,
            Self::Uniform { min, max } => (*min, *max) = (*min * factor, *max * factor),
            Self::Hyperexponential { means, .. } => *means = each(means),
            Self::Empirical { values, .. } => *values = each(values),
        }
        scaled
    }

    /// The mean, s; infinite where some patience has no end.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let mixed = |weights: &[f64], values: &[f64]| -> f64 {
            weights.iter().zip(values).filter(|(weight, _)| **weight > 0.0).map(|(weight, value)| weight * value).sum()
        };
        match self {
            Self::Constant { value } => *value,
            Self::Exponential { mean }
            | Self::Lognormal { mean, .. }
            | Self::Gamma { mean, .. }
            | Self::Erlang { mean, .. }
            | Self::Weibull { mean, .. } => *mean,
            Self::Uniform { min, max } => 0.5 * (min + max),
            Self::Hyperexponential { weights, means } => mixed(weights, means),
            Self::Empirical { values, weights } => mixed(weights, values),
        }
    }
}

impl Handling {
    /// The mean of talk, hold and after-contact work together, s.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self {
            Self::Whole(law) => law.mean(),
            Self::TalkWrap { talk, wrap } => talk.mean() + wrap.mean(),
        }
    }

    /// The handling of so many times the length.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        match self {
            Self::Whole(law) => Self::Whole(law.scaled(factor)),
            Self::TalkWrap { talk, wrap } => Self::TalkWrap { talk: talk.scaled(factor), wrap: wrap.scaled(factor) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(law: &Law, cv: f64) -> bool {
        law.cv().is_some_and(|found| (found - cv).abs() < 1e-9)
    }

    #[test]
    fn spread_by_law() {
        let empirical =
            |values: Vec<f64>| Law::Empirical { weights: vec![1.0 / values.len() as f64; values.len()], values };
        assert!(close(&Law::Weibull { mean: 60.0, shape: 1.0 }, 1.0));
        // Gamma(1 + 2 / 2) / Gamma(1 + 1 / 2)^2 - 1 = 4 / pi - 1.
        assert!(close(&Law::Weibull { mean: 60.0, shape: 2.0 }, (4.0 / std::f64::consts::PI - 1.0).sqrt()));
        assert!(close(&Law::Erlang { mean: 60.0, k: 4 }, 0.5));
        assert!(close(&Law::Uniform { min: 0.0, max: 12.0 }, 1.0 / 3.0_f64.sqrt()));
        assert!(close(&Law::Hyperexponential { weights: vec![0.5, 0.5], means: vec![7.0, 7.0] }, 1.0));
        assert!(close(&empirical(vec![1.0, 3.0]), 0.5));
        assert_eq!(empirical(vec![1.0, f64::INFINITY]).cv(), None);
        assert_eq!(Law::Constant { value: 0.0 }.cv(), None);
    }
}
