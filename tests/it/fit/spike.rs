//! Very short handlings are told apart.

use holdline::fit::{Reason, Shape, handling_times, spike};
use holdline::scenario::Law;
use holdline::stats::Durations;

use super::{assert_coverages, draws, stream};

fn with_spike(law: &Law, share: f64, short: &Law, n: usize, repetition: u32) -> Vec<f64> {
    let mut numbers = stream("spike", repetition);
    let bodies = draws(law, n, &mut numbers);
    let shorts = draws(short, n, &mut numbers);
    bodies.into_iter().zip(shorts).map(|(body, short)| if numbers.uniform() < share { short } else { body }).collect()
}

#[test]
fn the_share_and_the_body_come_back() {
    let body = Law::Lognormal { mean: 190.0, cv: 1.1 };
    let short = Law::Exponential { mean: 3.0 };
    let mut missing = 0;
    assert_coverages(&["share", "mean of the others"], &[0.07, 190.0], |repetition| {
        let seen = Durations::complete(with_spike(&body, 0.07, &short, 1_500, repetition));
        let found = spike(&seen);
        missing += usize::from(found.is_none());
        let found = found.unwrap();
        let others = holdline::fit::fit_law(holdline::fit::Family::Lognormal, &found.body).unwrap();
        vec![found.share, others.mean]
    });
    assert_eq!(missing, 0);
    // Agents who hang up, in whole seconds from 0 to 5.
    let even = with_spike(&body, 0.06, &Law::Uniform { min: 0.0, max: 5.0 }, 20_000, 1_000_000);
    let found = spike(&Durations::complete(even.into_iter().map(f64::round)).with_resolution(1.0)).unwrap();
    assert!((found.share.value() - 0.06).abs() < 0.006, "{:?}", found.share);
    assert!((3.0..=9.0).contains(&found.cut_off) && found.mean < 4.0, "{} {}", found.cut_off, found.mean);
}

#[test]
fn laws_that_begin_high_are_no_spikes() {
    // By Schwarz's criterion with a margin of 10 a false spike has a chance of some 1e-3 a law.
    let laws = [
        Law::Exponential { mean: 180.0 },
        Law::Lognormal { mean: 180.0, cv: 1.2 },
        Law::Gamma { mean: 180.0, cv: 1.3 },
        Law::Weibull { mean: 180.0, shape: 0.8 },
        Law::Hyperexponential { weights: vec![0.6, 0.4], means: vec![60.0, 400.0] },
    ];
    for (law, repetition) in laws.iter().flat_map(|law| (0..6).map(move |repetition| (law, repetition))) {
        let seen = Durations::complete(draws(law, 2_000, &mut stream("no spike", repetition)));
        let found = spike(&seen).map(|found| (found.share, found.shape, found.evidence));
        assert_eq!(found, None, "{law:?}");
    }
}

#[test]
fn a_law_with_a_spike_is_what_was_seen() {
    let seen = with_spike(&Law::Gamma { mean: 200.0, cv: 0.6 }, 0.05, &Law::Exponential { mean: 2.0 }, 4_000, 7);
    let mean = seen.iter().sum::<f64>() / 4_000.0;
    let times = handling_times(&Durations::complete(seen)).unwrap();
    assert_eq!(times.recommended.reason, Reason::Spike);
    assert_eq!(times.spike.as_ref().unwrap().shape, Shape::Exponential);
    assert!((times.recommended.law.mean() - mean).abs() < 1e-6 * mean && times.mean.covers(mean));
    // The others are what they were without it.
    assert_eq!(times.body.recommended.reason, Reason::Fits, "{:?}", times.body.goodness);
    assert!(times.body.mean.covers(200.0), "{:?}", times.body.mean);

    let plain =
        handling_times(&Durations::complete(draws(&Law::Gamma { mean: 200.0, cv: 0.6 }, 500, &mut stream("plain", 0))));
    assert_eq!(plain.map(|times| (times.recommended.reason, times.spike)), Some((Reason::Fits, None)));
    assert_eq!(handling_times(&Durations::default()), None);
}
