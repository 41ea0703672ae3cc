//! Densities and survivals, as logarithms, without overflow or underflow.

use std::f64::consts::{PI, SQRT_2};

use crate::analytic::incomplete_gamma;

/// A law of one family with its constants worked out.
#[derive(Clone, Copy, Debug)]
pub(in crate::fit) enum Curve {
    Exponential { mean: f64 },
    Lognormal { mu: f64, sigma: f64 },
    Gamma { shape: f64, scale: f64, log_norm: f64 },
    Weibull { log_scale: f64, shape: f64 },
    Hyperexponential { first: f64, means: [f64; 2] },
}

impl Curve {
    /// The logarithm of the density at x > 0, whose logarithm comes along because it is needed again and again.
    pub(in crate::fit) fn log_density(&self, x: f64, log_x: f64) -> f64 {
        match *self {
            Self::Exponential { mean } => -x / mean - libm::log(mean),
            Self::Lognormal { mu, sigma } => {
                let z = (log_x - mu) / sigma;
                -0.5 * z * z - log_x - libm::log(sigma) - 0.5 * libm::log(2.0 * PI)
            }
            Self::Gamma { shape, scale, log_norm } => (shape - 1.0) * log_x - x / scale - log_norm,
            Self::Weibull { log_scale, shape } => {
                let log_ratio = log_x - log_scale;
                libm::log(shape) + shape * log_ratio - log_x - libm::exp(shape * log_ratio)
            }
            Self::Hyperexponential { first, means } => mixed(first, means, |mean| -x / mean - libm::log(mean)),
        }
    }

    /// The logarithm of the chance to last longer than x > 0.
    pub(in crate::fit) fn log_survival(&self, x: f64, log_x: f64) -> f64 {
        match *self {
            Self::Exponential { mean } => -x / mean,
            Self::Lognormal { mu, sigma } => log_normal_tail((log_x - mu) / sigma),
            Self::Gamma { shape, scale, log_norm } => {
                let (_, upper) = incomplete_gamma(shape, x / scale);
                // Far out the tail is its density times the scale.
                if upper > 1e-290 {
                    libm::log(upper)
                } else {
                    (shape - 1.0) * log_x - x / scale - log_norm + libm::log(scale)
                }
            }
            Self::Weibull { log_scale, shape } => -libm::exp(shape * (log_x - log_scale)),
            Self::Hyperexponential { first, means } => mixed(first, means, |mean| -x / mean),
        }
    }

    /// The chance to last longer than x.
    pub(in crate::fit) fn survival(&self, x: f64) -> f64 {
        if x > 0.0 { libm::exp(self.log_survival(x, libm::log(x))) } else { 1.0 }
    }
}

/// The logarithm of a mixture of two terms that are given as logarithms.
fn mixed(first: f64, means: [f64; 2], term: impl Fn(f64) -> f64) -> f64 {
    let (a, b) = (libm::log(first) + term(means[0]), libm::log1p(-first) + term(means[1]));
    a.max(b) + libm::log1p(libm::exp(-(a - b).abs()))
}

/// The logarithm of the normal law's upper tail; beyond 25 by its asymptotic series, three terms.
fn log_normal_tail(z: f64) -> f64 {
    if z < 25.0 {
        return libm::log(0.5 * libm::erfc(z / SQRT_2));
    }
    let square = z * z;
    -0.5 * square - libm::log(z) - 0.5 * libm::log(2.0 * PI) + libm::log1p(-1.0 / square + 3.0 / (square * square))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curves() -> [Curve; 5] {
        [
            Curve::Exponential { mean: 3.0 },
            Curve::Lognormal { mu: 1.0, sigma: 0.8 },
            Curve::Gamma { shape: 2.5, scale: 1.4, log_norm: libm::lgamma(2.5) + 2.5 * libm::log(1.4) },
            Curve::Weibull { log_scale: 1.1, shape: 0.7 },
            Curve::Hyperexponential { first: 0.3, means: [0.5, 6.0] },
        ]
    }

    #[test]
    fn the_density_is_minus_the_slope_of_the_survival() {
        for curve in curves() {
            for x in [0.2, 1.0, 3.7, 12.0, 40.0_f64] {
                let slope = (curve.survival(x * (1.0 - 1e-5)) - curve.survival(x * (1.0 + 1e-5))) / (2e-5 * x);
                let density = libm::exp(curve.log_density(x, libm::log(x)));
                assert!((slope - density).abs() < 1e-6 * density + 1e-12, "{curve:?} at {x}: {density}, slope {slope}");
            }
        }
    }

    #[test]
    fn far_tails_stay_finite_and_join() {
        for curve in curves() {
            let far = curve.log_survival(1e4, libm::log(1e4));
            assert!(far.is_finite() && far < -10.0, "{curve:?}: {far}");
        }
        assert!((log_normal_tail(25.0 - 1e-9) - log_normal_tail(25.0 + 1e-9)).abs() < 1e-6);
    }
}
