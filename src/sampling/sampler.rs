//! Laws made ready for drawing.
//!
//! Built on the standard exponential and normal variates of `rand_distr` (Doornik's ziggurat, 2005) and on `libm`'s
//! functions, so that the values do not depend on the platform's mathematics.

use rand_distr::{Distribution, Exp1, StandardNormal};

use super::Stream;
use super::exponential_function::exp;
use crate::scenario::Law;

/// A law with its constants worked out.
#[derive(Clone, Debug)]
pub enum Sampler {
    /// Always the same.
    Constant(f64),
    /// Exponential, by its mean.
    Exponential(f64),
    /// `exp(mu + sigma N)`.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Gamma.
    Gamma {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// Sum of `k` exponentials of mean `scale`.
    Erlang {
        /// Phases.
        k: u32,
        /// Mean of a phase.
        scale: f64,
    },
    /// `scale * E^power`, E standard exponential.
    Weibull {
        /// Scale.
        scale: f64,
        /// One over the shape.
        power: f64,
    },
    /// Uniform on `min .. min + width`.
    Uniform {
        /// Least.
        min: f64,
        /// Most minus least.
        width: f64,
    },
    /// Mixture of exponentials.
    Hyperexponential(Box<Discrete>),
    /// Values with weights.
    Empirical(Box<Discrete>),
}

impl Sampler {
    /// Works the constants of a law out.
    #[must_use]
    pub fn new(law: &Law) -> Self {
        match law {
            Law::Constant { value } => Self::Constant(*value),
            Law::Exponential { mean } => Self::Exponential(*mean),
            Law::Lognormal { mean, cv } => {
                let variance = libm::log1p(cv * cv);
                Self::Lognormal { mu: libm::log(*mean) - variance / 2.0, sigma: variance.sqrt() }
            }
            Law::Gamma { mean, cv } => Self::Gamma { shape: 1.0 / (cv * cv), scale: mean * cv * cv },
            Law::Erlang { mean, k } => Self::Erlang { k: *k, scale: mean / f64::from(*k) },
            Law::Weibull { mean, shape } => {
                Self::Weibull { scale: mean / libm::tgamma(1.0 + 1.0 / shape), power: 1.0 / shape }
            }
            Law::Uniform { min, max } => Self::Uniform { min: *min, width: max - min },
            Law::Hyperexponential { weights, means } => Self::Hyperexponential(Box::new(Discrete::new(means, weights))),
            Law::Empirical { values, weights } => Self::Empirical(Box::new(Discrete::new(values, weights))),
        }
    }

    /// One draw, in seconds.
    #[inline(always)]
    pub fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Exponential(mean) => mean * exponential(stream),
            Self::Lognormal { mu, sigma } => {
                let normal: f64 = StandardNormal.sample(stream);
                exp(mu + sigma * normal)
            }
            other => other.draw_rarer(stream),
        }
    }

    #[inline(never)]
    fn draw_rarer(&self, stream: &mut Stream) -> f64 {
        match self {
            Self::Constant(_) | Self::Exponential(_) | Self::Lognormal { .. } => self.draw(stream),
            Self::Gamma { shape, scale } => scale * gamma(*shape, stream),
            Self::Erlang { k, scale } => scale * (0..*k).map(|_| exponential(stream)).sum::<f64>(),
            Self::Weibull { scale, power } => scale * libm::pow(exponential(stream), *power),
            Self::Uniform { min, width } => min + width * stream.uniform(),
            Self::Hyperexponential(means) => means.pick(stream) * exponential(stream),
            Self::Empirical(values) => values.pick(stream),
        }
    }
}

/// A standard exponential variate.
#[inline]
pub(super) fn exponential(stream: &mut Stream) -> f64 {
    Exp1.sample(stream)
}

/// A gamma variate of scale 1 (Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 2000).
pub(super) fn gamma(shape: f64, stream: &mut Stream) -> f64 {
    if shape < 1.0 {
        let boost = libm::pow(stream.uniform(), 1.0 / shape);
        return gamma(shape + 1.0, stream) * boost;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let normal: f64 = StandardNormal.sample(stream);
        let v = 1.0 + c * normal;
        if v <= 0.0 {
            continue;
        }
        let v = v * v * v;
        if libm::log(stream.uniform()) < 0.5 * normal * normal + d - d * v + d * libm::log(v) {
            return d * v;
        }
    }
}

/// Values with chances, drawn in constant time (Walker's alias method, in Vose's form, IEEE TSE 1991).
#[derive(Clone, Debug)]
pub struct Discrete {
    values: Vec<f64>,
    keep: Vec<f64>,
    alias: Vec<usize>,
}

impl Discrete {
    fn new(values: &[f64], weights: &[f64]) -> Self {
        let n = values.len();
        let total: f64 = weights.iter().sum();
        let mut keep: Vec<f64> = weights.iter().map(|w| w / total * n as f64).collect();
        let mut alias: Vec<usize> = (0..n).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..n).partition(|&i| keep[i] < 1.0);
        while let (Some(&big), Some(little)) = (large.last(), small.pop()) {
            alias[little] = big;
            keep[big] -= 1.0 - keep[little];
            if keep[big] < 1.0 {
                large.pop();
                small.push(big);
            }
        }
        // What rounding left over is full up to rounding.
        small.into_iter().chain(large).for_each(|i| keep[i] = 1.0);
        Self { values: values.to_vec(), keep, alias }
    }

    fn pick(&self, stream: &mut Stream) -> f64 {
        let place = stream.uniform() * self.values.len() as f64;
        let i = (place as usize).min(self.values.len() - 1);
        if place - i as f64 <= self.keep[i] { self.values[i] } else { self.values[self.alias[i]] }
    }
}
