//! The families of laws that are tried, and their parameters.
//!
//! Erlang's laws are gamma laws with a whole shape and are not tried apart.

use serde::{Deserialize, Serialize};

use super::Curve;
use crate::scenario::Law;

/// A family of laws of [`Law`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Exponential.
    Exponential,
    /// Lognormal.
    Lognormal,
    /// Gamma.
    Gamma,
    /// Weibull.
    Weibull,
    /// A mixture of two exponentials.
    Hyperexponential,
}

impl Family {
    /// All of them, the simplest first.
    pub const ALL: [Self; 5] = [Self::Exponential, Self::Lognormal, Self::Gamma, Self::Weibull, Self::Hyperexponential];

    /// How many parameters it has.
    #[must_use]
    pub fn parameters(self) -> usize {
        match self {
            Self::Exponential => 1,
            Self::Hyperexponential => 3,
            _ => 2,
        }
    }

    /// The curve of parameters without bounds: the logarithm of the mean; mu and the logarithm of sigma; the logarithms
    /// of mean and shape; of scale and shape; the logit of the first weight and the logarithms of both means.
    pub(in crate::fit) fn curve(self, at: &[f64]) -> Curve {
        match self {
            Self::Exponential => Curve::Exponential { mean: libm::exp(at[0]) },
            Self::Lognormal => Curve::Lognormal { mu: at[0], sigma: libm::exp(at[1]) },
            Self::Gamma => {
                let shape = libm::exp(at[1]);
                let log_norm = libm::lgamma(shape) + shape * (at[0] - at[1]);
                Curve::Gamma { shape, scale: libm::exp(at[0] - at[1]), log_norm }
            }
            Self::Weibull => Curve::Weibull { log_scale: at[0], shape: libm::exp(at[1]) },
            Self::Hyperexponential => {
                let means = [libm::exp(at[1]), libm::exp(at[2])];
                Curve::Hyperexponential { first: logistic(at[0]), means }
            }
        }
    }

    /// The same as a law of a scenario.
    pub(in crate::fit) fn law(self, at: &[f64]) -> Law {
        match self.curve(at) {
            Curve::Exponential { mean } => Law::Exponential { mean },
            Curve::Lognormal { mu, sigma } => {
                let variance = sigma * sigma;
                Law::Lognormal { mean: libm::exp(mu + variance / 2.0), cv: libm::expm1(variance).sqrt() }
            }
            Curve::Gamma { shape, scale, .. } => Law::Gamma { mean: shape * scale, cv: 1.0 / shape.sqrt() },
            Curve::Weibull { log_scale, shape } => {
                Law::Weibull { mean: libm::exp(log_scale + libm::lgamma(1.0 + 1.0 / shape)), shape }
            }
            Curve::Hyperexponential { first, means } => {
                Law::Hyperexponential { weights: vec![first, 1.0 - first], means: means.to_vec() }
            }
        }
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
