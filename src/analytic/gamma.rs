//! The incomplete gamma function and its relatives, from one agent to a hundred thousand without overflow.
//!
//! Sums have positive terms only, and what may overflow is kept as a logarithm. Relative errors are some 1e-15 for
//! small arguments and grow to 1e-11 at 100,000, where the exponents themselves are that large.

use std::f64::consts::PI;

/// Where a further term no longer changes a sum.
const LAST_BIT: f64 = 1e-17;

/// `ln(k!) - ln(sqrt(2 pi k) (k/e)^k)`: what Stirling's formula leaves over.
fn stirling_error(k: f64) -> f64 {
    if k < 16.0 {
        return libm::lgamma(k + 1.0) - (k + 0.5) * libm::log(k) + k - 0.5 * libm::log(2.0 * PI);
    }
    let square = k * k;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * square)) / square) / square) / square)
        / k
}

/// `ln(x^k exp(-x) / Gamma(k + 1))`: for whole `k` the logarithm of Poisson's chance of `k` with mean `x`.
///
/// Loader (2000), "Fast and accurate computation of binomial probabilities": the deviance is formed first, so that
/// nothing large cancels near `x = k`.
pub(super) fn log_mass(k: f64, x: f64) -> f64 {
    if k == 0.0 {
        return -x;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if k < 1.0 {
        return k * libm::log(x) - x - libm::lgamma(k + 1.0);
    }
    let off = (x - k) / k;
    let log_ratio = if off.abs() < 0.5 { libm::log1p(off) } else { libm::log(x / k) };
    -k * (off - log_ratio) - stirling_error(k) - 0.5 * libm::log(2.0 * PI * k)
}

/// The sum over i >= 0 of `x^i / ((k+1) ... (k+i))`; for `x < k + 1`, or it takes long.
fn rising_sum(k: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut next) = (1.0, 1.0, k);
    while term > LAST_BIT * sum {
        next += 1.0;
        term *= x / next;
        sum += term;
    }
    sum
}

/// The lower and upper regularised incomplete gamma functions `P(k, x)` and `Q(k, x)`, `k > 0`, `x >= 0`; the smaller
/// one is computed. Abramowitz and Stegun (1964), 6.5.29 and 6.5.31.
pub(crate) fn incomplete_gamma(k: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY {
        return (1.0, 0.0);
    }
    let mass = libm::exp(log_mass(k, x));
    if x < k + 1.0 {
        let lower = (mass * rising_sum(k, x)).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (mass * k * upper_fraction(k, x)).min(1.0);
        (1.0 - upper, upper)
    }
}

/// `1/(x+1-k- 1(1-k)/(x+3-k- 2(2-k)/(x+5-k- ...)))` by Lentz's method.
fn upper_fraction(k: f64, x: f64) -> f64 {
    let mut odd = x + 1.0 - k;
    let mut back = 1.0 / odd;
    let (mut ahead, mut value) = (1e300, back);
    for i in 1..1_000_000 {
        let i = f64::from(i);
        let above = -i * (i - k);
        odd += 2.0;
        back = 1.0 / (above * back + odd);
        ahead = odd + above / ahead;
        let factor = back * ahead;
        value *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The logarithm of `1 / B(servers, load)`, the inverse of Erlang's loss formula:
/// `1/B = sum over j of n!/(n-j)! a^-j`, or a Poisson distribution function over its mass. About `9 sqrt(n)` terms.
///
/// Below the load the finite sum falls from its first term on; above it, the chance of more than `n` is at most about
/// one half, so that 1 minus it loses nothing.
pub(super) fn log_inverse_blocking(servers: f64, load: f64) -> f64 {
    if load <= 0.0 {
        return if servers == 0.0 { 0.0 } else { f64::INFINITY };
    }
    if servers <= load {
        let (mut term, mut sum, mut left) = (1.0, 1.0, servers);
        while left > 0.0 && term > LAST_BIT * sum {
            term *= left / load;
            sum += term;
            left -= 1.0;
        }
        return libm::log(sum);
    }
    let log_mass = log_mass(servers, load);
    let more = libm::exp(log_mass) * (rising_sum(servers, load) - 1.0);
    libm::log1p(-more) - log_mass
}

/// The logarithms of `sum over j <= m of y^j / j!` and of `y^(m+1) / (m+1)!`.
pub(super) fn log_exponential_sum(m: f64, y: f64) -> (f64, f64) {
    if y <= 0.0 {
        return (0.0, f64::NEG_INFINITY);
    }
    let last = log_term(m, y);
    // The partial sum of the exponential series is its last term over Erlang's loss formula.
    let sum = if y <= m { y + log_distribution(m, y) } else { last + log_inverse_blocking(m, y) };
    (sum, last + libm::log(y / (m + 1.0)))
}

/// `ln(y^m / m!)`.
fn log_term(m: f64, y: f64) -> f64 {
    if m == 0.0 {
        return 0.0;
    }
    m * (libm::log(y / m) + 1.0) - stirling_error(m) - 0.5 * libm::log(2.0 * PI * m)
}

/// `ln P(Poisson(y) <= m)` for `y <= m`.
fn log_distribution(m: f64, y: f64) -> f64 {
    libm::log1p(-libm::exp(log_mass(m, y)) * (rising_sum(m, y) - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-13 * b.abs().max(1e-300)
    }

    /// For whole `k`, `Q(k, x)` is a sum of Poisson's chances, added here one by one.
    #[test]
    fn incomplete_gamma_is_the_sum_of_poisson_chances() {
        for (k, x) in [(1, 0.3), (3, 2.0), (10, 4.0), (10, 25.0), (40, 40.0)] {
            let (mut term, mut sum) = (libm::exp(-x), 0.0);
            for j in 0..k {
                sum += term;
                term *= x / f64::from(j + 1);
            }
            let (lower, upper) = incomplete_gamma(f64::from(k), x);
            assert!(close(upper, sum) && (lower + upper - 1.0).abs() < 1e-15, "Q({k}, {x}) = {upper}, sum {sum}");
        }
        // P(1/2, x) = erf(sqrt x).
        for x in [1e-8, 0.2, 1.4, 1.6, 9.0_f64] {
            let (lower, upper) = incomplete_gamma(0.5, x);
            assert!(close(lower, libm::erf(x.sqrt())) && close(upper, libm::erfc(x.sqrt())), "at {x}");
        }
    }

    #[test]
    fn the_loss_formula_and_the_exponential_sum_follow_their_recurrences() {
        for load in [0.01, 0.7, 9.0, 120.0] {
            let mut inverse = 1.0;
            for n in 0..60 {
                let ours = log_inverse_blocking(f64::from(n), load);
                assert!((ours - libm::log(inverse)).abs() < 1e-12 * (1.0 + ours), "n {n}, load {load}");
                inverse = 1.0 + inverse * f64::from(n + 1) / load;
            }
            let (mut term, mut sum) = (1.0, 1.0);
            for m in 0..60 {
                let next = term * load / f64::from(m + 1);
                let (ours, following) = log_exponential_sum(f64::from(m), load);
                assert!((ours - libm::log(sum)).abs() < 1e-13 * (1.0 + load), "m {m}, y {load}: {ours}");
                assert!((following - libm::log(next)).abs() < 1e-12 * (1.0 + following.abs()), "m {m}, y {load}");
                (term, sum) = (next, sum + next);
            }
        }
    }
}
