//! Customers who try again.

use holdline::fit::{Attempt, Ending, ReturnWindow, returns};
use holdline::sampling::Sampler;
use holdline::scenario::Law;
use holdline::units::{DAY, HOUR};

use super::{assert_coverages, stream};

/// `customers` who call for thirty days at `per_day` each; a third of the calls are abandoned; of those a share tries
/// again after an exponential delay.
fn log(customers: u64, per_day: f64, share: f64, delay: f64, repetition: u32) -> Vec<Attempt> {
    let mut numbers = stream("redial", repetition);
    let delay = Sampler::new(&Law::Exponential { mean: delay });
    let mut attempts = Vec::new();
    for customer in 0..customers {
        let mut fresh = 0.0;
        let mut calls = Vec::new();
        loop {
            fresh -= DAY / per_day * libm::log(numbers.uniform());
            if fresh >= 30.0 * DAY {
                break;
            }
            calls.push(fresh);
        }
        while let Some(came) = calls.pop() {
            let ending = if numbers.uniform() < 1.0 / 3.0 { Ending::Abandoned } else { Ending::Served };
            let ended = came + 60.0;
            let again = ended + delay.draw(&mut numbers);
            if ending == Ending::Abandoned && numbers.uniform() < share && again < 30.0 * DAY {
                calls.push(again);
            }
            attempts.push(Attempt { customer, came, ended, ending });
        }
    }
    attempts
}

const WINDOW: ReturnWindow = ReturnWindow { within: 2.0 * HOUR, background_days: 5, log_ends: 30.0 * DAY };

#[test]
fn the_intervals_hold_chance_delay_and_background() {
    let names = ["probability", "mean delay", "background"];
    // Who calls twice a day calls by chance within two hours in 15 % of cases.
    assert_coverages(&names, &[0.4, 900.0, 2.0 / 24.0], |repetition| {
        let attempts = log(30, 2.0, 0.4, 900.0, repetition);
        let found = returns(&attempts, Ending::Abandoned, WINDOW).unwrap();
        assert!(found.with_background.value() > found.probability.value());
        vec![found.probability, found.mean_delay.unwrap(), found.background_per_hour.unwrap()]
    });
}

#[test]
fn unrelated_contacts_are_no_redials() {
    let attempts = log(2_000, 2.0, 0.0, 900.0, 0);
    let found = returns(&attempts, Ending::Abandoned, WINDOW).unwrap();
    assert!(found.with_background.value() > 0.14 && found.probability.value() < 0.01, "{found:?}");
    let served = returns(&log(2_000, 0.2, 0.4, 900.0, 1), Ending::Served, WINDOW).unwrap();
    assert!(served.probability.value() < 0.01, "{:?}", served.probability);
}

#[test]
fn the_law_of_the_delay_comes_back() {
    let found = returns(&log(4_000, 0.3, 0.5, 1_200.0, 2), Ending::Abandoned, WINDOW).unwrap();
    let law = found.after.unwrap();
    let Law::Empirical { values, weights } = &law else { panic!() };
    assert!(values.len() <= 100 && (weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert!((law.mean() / 1_200.0 - 1.0).abs() < 0.05, "{}", law.mean());
    let early: f64 = values.iter().zip(weights).filter(|(value, _)| **value < 600.0).map(|(_, weight)| weight).sum();
    assert!((early - (1.0 - libm::exp(-0.5))).abs() < 0.04, "{early}");
}

#[test]
fn the_end_of_the_log_is_no_sign_of_patience() {
    // One minute after each abandonment the log ends: nothing is known, and nothing is claimed.
    let at = |customer: u64, came: f64| Attempt { customer, came, ended: came + 60.0, ending: Ending::Abandoned };
    let attempts: Vec<Attempt> = (0..200).map(|customer| at(customer, 30.0 * DAY - 120.0)).collect();
    let found = returns(&attempts, Ending::Abandoned, WINDOW).unwrap();
    assert_eq!((found.probability.value(), found.after), (0.0, None));
    assert_eq!(returns(&attempts, Ending::Served, WINDOW), None);
    // A second call that came before the first had ended came at once.
    let overlapping = [at(1, 0.0), at(1, 30.0)];
    let found = returns(&overlapping, Ending::Abandoned, WINDOW).unwrap();
    assert!(found.with_background.value() > 0.49);
}
