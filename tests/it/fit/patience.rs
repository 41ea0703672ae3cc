//! Patience from censored waits.

use holdline::fit::{Reason, Source, patience};
use holdline::scenario::Law;
use holdline::stats::Durations;

use super::{assert_coverages, censored, stream};

fn exponential(mean: f64) -> Law {
    Law::Exponential { mean }
}

#[test]
fn with_four_of_five_censored_the_mean_is_right_and_the_naive_one_is_not() {
    // Mean patience 400 s, mean offered wait 100 s: 80 % are answered first. 20,000 leave, so that 5 % are seven errors.
    let seen =
        Durations::new(censored(&exponential(400.0), &exponential(100.0), 100_000, &mut stream("four of five", 0)));
    let share = seen.censored() / seen.n();
    assert!((share - 0.8).abs() < 0.01, "{share}");
    let found = patience(&seen).unwrap();
    assert!((found.mean.value() / 400.0 - 1.0).abs() < 0.05, "{:?}", found.mean);
    assert!((found.exponential_mean.value() / 400.0 - 1.0).abs() < 0.05);
    // Those who left had waited 80 s: the smaller of two exponential times is exponential.
    assert!((found.naive_mean.value() / 80.0 - 1.0).abs() < 0.05, "{:?}", found.naive_mean);
    assert!(!found.naive_mean.covers(400.0) && (found.naive_factor() - 5.0).abs() < 0.4);
}

#[test]
fn the_intervals_hold_mean_and_balking() {
    let names = ["exponential mean", "balk", "mean"];
    assert_coverages(&names, &[300.0, 0.1, 300.0], |repetition| {
        let mut numbers = stream("balk", repetition);
        let mut seen = censored(&exponential(300.0), &exponential(100.0), 1_000, &mut numbers);
        // One in ten leaves at once.
        let balked = (0..1_000).filter(|_| numbers.uniform() < 0.1).count();
        seen.truncate(1_000 - balked);
        seen.extend(std::iter::repeat_n((0.0, true), balked));
        let found = patience(&Durations::new(seen)).unwrap();
        vec![found.exponential_mean, found.balk, found.mean]
    });
}

#[test]
fn whole_seconds_do_not_make_balking_or_hide_it() {
    let whole = |repetition, balk: f64| {
        let mut numbers = stream("whole seconds", repetition);
        let seen = censored(&exponential(200.0), &exponential(150.0), 5_000, &mut numbers);
        let rounded = seen.into_iter().map(|(time, left)| (time.round(), left));
        // Half a second to find the button, up to two.
        let seen =
            rounded.map(|pair| if numbers.uniform() < balk { ((2.0 * numbers.uniform()).round(), true) } else { pair });
        patience(&Durations::new(seen).with_resolution(1.0)).unwrap()
    };
    let false_alarms = (0..40).filter(|r| whole(*r, 0.0).balk.value() > 0.0).count();
    // At a level of 0.001 each: two or more of forty with a chance of 8e-4.
    assert!(false_alarms <= 1, "{false_alarms} of 40 without balking show it");
    let found = whole(50, 0.06);
    assert!((found.balk.value() - 0.06).abs() < 0.012, "{:?}", found.balk);
    assert!((found.exponential_mean.value() / 200.0 - 1.0).abs() < 0.08, "{:?}", found.exponential_mean);
}

#[test]
fn what_no_law_fits_is_the_curve_with_a_tail() {
    // Half leave evenly from 0 to 100 s, the others after 250 s on average beyond that.
    let mut numbers = stream("curve", 0);
    let offered = censored(&exponential(1e9), &exponential(300.0), 40_000, &mut numbers);
    let seen = offered.into_iter().map(|(wait, _)| {
        let early = numbers.uniform() < 0.5;
        let patience = if early { 100.0 * numbers.uniform() } else { 100.0 - 250.0 * libm::log(numbers.uniform()) };
        (wait.min(patience), patience <= wait)
    });
    let found = patience(&Durations::new(seen)).unwrap();
    assert_eq!((found.recommended.reason, found.mean.source), (Reason::NoneFits, Source::Extrapolated));
    assert!(found.mean.covers(200.0), "0.5 * 50 + 0.5 * 350: {:?}", found.mean);
    let law = &found.recommended.law;
    assert!((law.mean() - found.mean.value()).abs() < 1e-6 * law.mean(), "{} {:?}", law.mean(), found.mean);
    let Law::Empirical { values, weights } = law else { panic!("{law:?}") };
    assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9 && values.len() <= 270);
    assert!(values.iter().zip(weights).filter(|(v, _)| **v <= 60.0).map(|(_, w)| w).sum::<f64>() - 0.3 < 0.02);
}

#[test]
fn too_little_to_tell() {
    assert_eq!(patience(&Durations::new([(10.0, false), (0.0, false)])), None);
    let one = patience(&Durations::new([(10.0, false), (5.0, true), (0.0, false)])).unwrap();
    assert_eq!((one.recommended.reason, one.recommended.law), (Reason::TooFew, exponential(15.0)));
    assert_eq!((one.left, one.answered), (1, 1));
    // All balk: nobody who waits leaves.
    assert_eq!(patience(&Durations::new([(0.0, true), (0.0, true)])), None);
}
