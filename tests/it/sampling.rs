//! The laws and the arrival processes against their closed forms, at a stated false-alarm rate and with samples large
//! enough that an error of 1 % in the mean does not pass.

use holdline::sampling::{ArrivalPlan, ArrivalProcess, Key, Purpose, Rates, Sampler, Stream};
use holdline::scenario::{BusyFactor, Law};
use holdline::units::{DAY, HOUR};
use statrs::distribution::{ContinuousCDF, Gamma, Normal};
use statrs::function::gamma::gamma;

use crate::tolerance::{ERROR_TO_SEE, POWER, allowed, error_with_power, kolmogorov_smirnov, normal_quantile};

/// Without optimisation the samples are smaller, and the power is not what it should be.
const DEBUG: bool = cfg!(debug_assertions);
/// Draws of a law.
const DRAWS: usize = if DEBUG { 200_000 } else { 4_000_000 };

/// A law with its mean, variance, fourth central moment over the variance squared, and distribution function.
struct Known {
    law: Law,
    mean: f64,
    variance: f64,
    cdf: Box<dyn Fn(f64) -> f64>,
}

fn known(law: Law, mean: f64, variance: f64, cdf: impl Fn(f64) -> f64 + 'static) -> Known {
    Known { law, mean, variance, cdf: Box::new(cdf) }
}

fn gamma_law(mean: f64, cv: f64) -> impl Fn(f64) -> f64 {
    let law = Gamma::new(1.0 / (cv * cv), 1.0 / (mean * cv * cv)).unwrap();
    move |x| law.cdf(x)
}

fn laws() -> Vec<Known> {
    let m: f64 = 240.0;
    let lognormal = |cv: f64| {
        let s2 = libm::log(1.0 + cv * cv);
        let normal = Normal::new(libm::log(m) - s2 / 2.0, s2.sqrt()).unwrap();
        known(Law::Lognormal { mean: m, cv }, m, (m * cv).powi(2), move |x| normal.cdf(libm::log(x)))
    };
    let weibull = |shape: f64| {
        let scale = m / gamma(1.0 + 1.0 / shape);
        let variance = scale * scale * gamma(1.0 + 2.0 / shape) - m * m;
        known(Law::Weibull { mean: m, shape }, m, variance, move |x| 1.0 - libm::exp(-libm::pow(x / scale, shape)))
    };
    let gammas = [0.3, 0.9, 1.7].map(|cv| known(Law::Gamma { mean: m, cv }, m, (m * cv).powi(2), gamma_law(m, cv)));
    let erlang = |k: u32| {
        let (law, k) = (Law::Erlang { mean: m, k }, f64::from(k));
        known(law, m, m * m / k, gamma_law(m, libm::pow(k, -0.5)))
    };
    let hyper = Law::Hyperexponential { weights: vec![0.2, 0.5, 0.3], means: vec![800.0, 100.0, 30.0] };
    let hyper_mean = 0.2 * 800.0 + 0.5 * 100.0 + 0.3 * 30.0;
    let second = 2.0 * (0.2 * 800.0 * 800.0 + 0.5 * 100.0 * 100.0 + 0.3 * 30.0 * 30.0_f64);
    let hyper_cdf =
        |x: f64| 1.0 - 0.2 * libm::exp(-x / 800.0) - 0.5 * libm::exp(-x / 100.0) - 0.3 * libm::exp(-x / 30.0);
    let mut laws = vec![
        known(Law::Exponential { mean: m }, m, m * m, move |x| 1.0 - libm::exp(-x / m)),
        known(Law::Uniform { min: 30.0, max: 450.0 }, m, 420.0 * 420.0 / 12.0, |x| (x - 30.0) / 420.0),
        known(hyper, hyper_mean, second - hyper_mean * hyper_mean, hyper_cdf),
        lognormal(0.4),
        lognormal(1.3),
        weibull(0.7),
        weibull(2.0),
    ];
    laws.extend(gammas);
    laws.extend([1, 2, 7].map(erlang));
    laws
}

/// One draw of each of many contacts, as the engine draws.
fn draws(law: &Law, count: usize) -> Vec<f64> {
    let sampler = Sampler::new(law);
    let key = Key::new(5, 0).named("sales").child(0);
    (0..count as u64).map(|n| sampler.draw(&mut key.nth(n).stream(Purpose::Handle))).collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

#[test]
fn every_law_has_its_mean_its_variance_and_its_distribution() {
    let laws = laws();
    let (n, tests) = (DRAWS as f64, 3 * laws.len());
    for Known { law, mean: want, variance, cdf } in laws {
        let mut drawn = draws(&law, DRAWS);
        let z = (mean(drawn.iter().copied()) - want) / (variance / n).sqrt();
        assert!(z.abs() < allowed(tests), "{law:?}: mean off by {z:.2} standard errors");
        let power = ERROR_TO_SEE * want / (variance / n).sqrt();
        assert!(
            DEBUG || power > allowed(tests) + normal_quantile(POWER),
            "{law:?}: an error of 1 % would be {power:.1} standard errors"
        );
        let squares: Vec<f64> = drawn.iter().map(|x| (x - want).powi(2)).collect();
        let fourth = mean(squares.iter().map(|s| (s - variance).powi(2)));
        let z = (mean(squares.iter().copied()) - variance) / (fourth / n).sqrt();
        assert!(z.abs() < allowed(tests), "{law:?}: variance off by {z:.2} standard errors");
        drawn.sort_by(f64::total_cmp);
        let steps = drawn.iter().enumerate().map(|(i, x)| {
            let share = cdf(*x);
            (share - i as f64 / n).abs().max(((i + 1) as f64 / n - share).abs())
        });
        let distance = steps.fold(0.0, f64::max);
        assert!(distance < kolmogorov_smirnov(DRAWS, tests), "{law:?}: the distribution is {distance:.5} off");
    }
}

#[test]
fn values_seen_come_with_their_weights() {
    let (values, weights) = (vec![10.0, 25.0, 60.0, f64::INFINITY], vec![0.1, 0.45, 0.25, 0.2]);
    let drawn = draws(&Law::Empirical { values: values.clone(), weights: weights.clone() }, DRAWS);
    for (value, weight) in values.into_iter().zip(weights) {
        let share = drawn.iter().filter(|x| **x == value).count() as f64 / DRAWS as f64;
        let z = (share - weight) / (weight * (1.0 - weight) / DRAWS as f64).sqrt();
        assert!(z.abs() < allowed(4), "{value}: {share} and not {weight}");
    }
    assert!(draws(&Law::Constant { value: 12.5 }, 10).iter().all(|x| *x == 12.5));
}

fn arrivals(plan: &ArrivalPlan, seed: u64) -> impl Iterator<Item = f64> {
    let key = Key::new(seed, 0);
    let mut process = ArrivalProcess::new(plan, key.named("sales"), key);
    std::iter::from_fn(move || process.next_contact()).map(|fresh| fresh.time)
}

/// Days with a busy factor.
fn busy(cv: f64, carry: f64, rates: Rates, days: u32) -> ArrivalPlan {
    ArrivalPlan { busy: Some(BusyFactor { cv, carry }), ..ArrivalPlan::new(rates, f64::from(days) * DAY) }
}

/// Mean, variance and excess of the counts in windows of equal length.
fn counts(plan: &ArrivalPlan, window: f64, seed: u64) -> Vec<f64> {
    let mut counts = vec![0.0; (plan.end / window) as usize];
    arrivals(plan, seed).for_each(|time| counts[(time / window) as usize] += 1.0);
    counts
}

#[test]
fn counts_are_poisson_in_every_interval_of_a_profile() {
    let expected = [0.0, 3.0, 12.0, 40.0, 7.5, 1.0];
    let days = if DEBUG { 4_000 } else { 40_000 };
    let rates = Rates::Pieces { step: 4.0 * HOUR, rates: expected.iter().map(|n| n / 4.0 / HOUR).collect() };
    let plan = ArrivalPlan::new(rates, f64::from(days) * DAY);
    let counts = counts(&plan, 4.0 * HOUR, 1);
    let n = f64::from(days);
    for (i, expected) in expected.iter().enumerate() {
        let of_interval: Vec<f64> = counts.iter().skip(i).step_by(6).copied().collect();
        let average = mean(of_interval.iter().copied());
        assert!((average - expected).abs() <= allowed(11) * (expected / n).sqrt(), "{i}: {average}, not {expected}");
        if *expected > 0.0 {
            // Index of dispersion: chi-squared with n - 1 degrees of freedom over n - 1, nearly normal here.
            let dispersion = mean(of_interval.iter().map(|c| (c - average).powi(2))) / average;
            let error = ((2.0 + 1.0 / expected) / n).sqrt();
            assert!((dispersion - 1.0).abs() < allowed(11) * error, "{i}: index of dispersion {dispersion}");
        }
    }
    // Neighbouring intervals know nothing of each other.
    let centred: Vec<f64> = counts.iter().enumerate().map(|(i, c)| c - expected[i % 6]).collect();
    let products: Vec<f64> = centred.windows(2).map(|pair| pair[0] * pair[1]).collect();
    let error = (mean(products.iter().map(|p| p * p)) / products.len() as f64).sqrt();
    assert!(mean(products.iter().copied()).abs() < allowed(11) * error);
}

/// What came on a day of the past comes again, at other moments.
#[test]
fn counts_that_are_given_come_exactly_and_evenly() {
    let given = [0, 3, 12, 40, 0, 1];
    let days = if DEBUG { 1_000 } else { 20_000 };
    let rates = Rates::Counts { step: 4.0 * HOUR, counts: given.to_vec() };
    let plan = busy(0.7, 0.0, rates, days);
    let counts = counts(&plan, 4.0 * HOUR, 3);
    assert!(counts.iter().enumerate().all(|(place, count)| *count == f64::from(given[place % 6])));
    // The place of a contact in its piece is uniform: mean 1/2, variance 1/12 (whose own variance is 1/180).
    let mut process = ArrivalProcess::new(&plan, Key::new(3, 0), Key::new(3, 0));
    let places: Vec<f64> =
        std::iter::from_fn(|| process.next_contact()).map(|c| (c.time / 4.0 / HOUR).fract()).collect();
    let n = places.len() as f64;
    assert!((mean(places.iter().copied()) - 0.5).abs() < allowed(4) / (12.0 * n).sqrt());
    let square = mean(places.iter().map(|place| (place - 0.5).powi(2)));
    assert!((square - 1.0 / 12.0).abs() < allowed(4) / (180.0 * n).sqrt(), "{square}");
    // Places of neighbours in a piece of many are independent of the day before: no two days are alike.
    let of_piece = |day: usize| &places[day * 56 + 15..day * 56 + 55];
    assert_ne!(of_piece(0), of_piece(1));
}

#[test]
fn a_busy_factor_has_mean_one_and_its_coefficient_of_variation() {
    for (number, cv) in [0.1, 0.3, 1.2_f64].into_iter().enumerate() {
        let (days, per_day) = (20_000, 200.0);
        let rates = Rates::Pieces { step: DAY, rates: vec![per_day / DAY] };
        let plan = busy(cv, 0.0, rates, days);
        let counts = counts(&plan, DAY, 9 + number as u64);
        let n = f64::from(days);
        // A count is Poisson with mean factor * per_day: variance per_day + (cv per_day)^2.
        let variance = per_day + (cv * per_day).powi(2);
        let average = mean(counts.iter().copied());
        assert!((average - per_day).abs() < allowed(9) * (variance / n).sqrt(), "cv {cv}: mean {average}");
        let squares: Vec<f64> = counts.iter().map(|c| (c - per_day).powi(2)).collect();
        let spread = mean(squares.iter().copied());
        let error = (mean(squares.iter().map(|s| (s - variance).powi(2))) / n).sqrt();
        assert!((spread - variance).abs() < allowed(9) * error, "cv {cv}: variance {spread}, not {variance}");
        // Days are independent.
        let products: Vec<f64> = counts.windows(2).map(|pair| (pair[0] - per_day) * (pair[1] - per_day)).collect();
        assert!(mean(products.iter().copied()).abs() < allowed(9) * variance / n.sqrt(), "cv {cv}: days depend");
    }
}

#[test]
fn a_modulated_process_has_its_mean_rate_and_its_dispersion() {
    let states = [(110.0, 600.0), (320.0, 300.0), (20.0, 900.0_f64)];
    let rates = Rates::Modulated(states.iter().map(|(per_hour, stay)| (per_hour / HOUR, *stay)).collect());
    let days = if DEBUG { 1_000 } else { 12_000 };
    let plan = ArrivalPlan::new(rates, f64::from(days) * DAY);
    let counts = counts(&plan, DAY, 4);
    let cycle: f64 = states.iter().map(|(_, stay)| stay).sum();
    let rate = states.iter().map(|(per_hour, stay)| per_hour / HOUR * stay).sum::<f64>() / cycle;
    // A renewal-reward process: over a long time, variance of (arrivals - rate * length) of a cycle over its length.
    let of_cycle = |(per_hour, stay): (f64, f64)| per_hour / HOUR * stay + ((per_hour / HOUR - rate) * stay).powi(2);
    let variance = states.iter().map(|state| of_cycle(*state)).sum::<f64>() / cycle * DAY;
    let n = f64::from(days);
    let average = mean(counts.iter().copied());
    let error = (variance / n).sqrt();
    assert!((average - rate * DAY).abs() < allowed(2) * error, "{average} a day and not {}", rate * DAY);
    assert!(DEBUG || error < average * error_with_power(2), "an error of 1 % would pass");
    let spread = mean(counts.iter().map(|c| (c - rate * DAY).powi(2)));
    // A day holds 48 cycles: the edges are worth about a fiftieth, beside the error of a variance.
    let error = variance * ((3.0 / n).sqrt() * allowed(2) + 0.03);
    assert!((spread - variance).abs() < error, "variance {spread} a day and not {variance}");
}

/// Correlation of the first numbers of two families of streams.
fn correlation(a: impl Fn(u64) -> Stream, b: impl Fn(u64) -> Stream) -> f64 {
    let centred = |mut stream: Stream| stream.uniform() - 0.5;
    let products = (0..DRAWS as u64).map(|n| centred(a(n)) * centred(b(n)) * 12.0);
    products.sum::<f64>() / DRAWS as f64
}

#[test]
fn streams_of_different_purposes_contacts_types_and_replications_are_unrelated() {
    use Purpose::{Balk, Handle, Patience, Wrap};
    let day = |seed, replication, name: &str| Key::new(seed, replication).named(name).child(0);
    let base = day(1, 0, "sales");
    let mut found = Vec::new();
    let purposes = [Handle, Wrap, Patience, Balk];
    for (i, &one) in purposes.iter().enumerate() {
        for &other in &purposes[i + 1..] {
            found.push(correlation(|n| base.nth(n).stream(one), |n| base.nth(n).stream(other)));
        }
        for step in [1, 2, 48] {
            found.push(correlation(|n| base.nth(n).stream(one), |n| base.nth(n + step).stream(one)));
        }
    }
    for other in [day(2, 0, "sales"), day(1, 1, "sales"), day(1, 0, "sale"), Key::new(1, 0).named("sales").child(1)] {
        found.push(correlation(|n| base.nth(n).stream(Handle), |n| other.nth(n).stream(Handle)));
    }
    let root = |n: u64| Key::new(1, n as u32);
    found.push(correlation(|n| root(n).stream(Handle), |n| root(n + 1).stream(Handle)));
    let error = (DRAWS as f64).sqrt().recip();
    let worst = found.iter().map(|r| r.abs() / error).fold(0.0, f64::max);
    assert!(worst < allowed(found.len()), "a correlation of {worst:.2} standard errors among {}", found.len());
}
