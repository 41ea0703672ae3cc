//! Formulas laid over a day that changes.

use std::f64::consts::PI;

use holdline::planner::{Method, Trials, by_formula};
use holdline::scenario::{
    Arrivals, Channel, CivilDays, ContactType, Handling, Horizon, Law, Length, Scenario, Staffing, Target,
};
use holdline::units::Seconds;

use super::trials;
use crate::centre::agents;

/// Mt/M/st with 60 (1 + sin(2 pi t / 24) / 2) contacts an hour, 30 min of handling, at most one in ten to wait:
/// hourly means of the rate.
fn sine() -> Scenario {
    let step = 24.0 / (2.0 * PI);
    let mean = |hour: f64| 60.0 + 30.0 * step * (libm::cos(hour / step) - libm::cos((hour + 1.0) / step));
    let rates = (0..24).map(|hour| mean(f64::from(hour))).collect();
    let handle = Handling::Whole(Law::Exponential { mean: 1800.0 });
    let contact = ContactType {
        target: Some(Target { answer: Some(0.9), within: Seconds(0.0), ..Target::default() }),
        ..ContactType::new("calls", Channel::Voice, Arrivals::PerInterval(rates), handle)
    };
    // Two days, of which the first only fills the centre.
    let horizon = Horizon {
        start: None,
        length: Length::Days(2),
        interval: Seconds(3600.0),
        warm_up: Seconds(24.0 * 3600.0),
        civil: CivilDays::default(),
    };
    Scenario::new("sine", horizon, vec![contact], vec![agents("team", &[0], Staffing::Constant(0))])
}

fn staff_by(trials: &Trials<'_>, method: Method) -> Vec<u32> {
    by_formula(trials, method).staff.remove(0)
}

/// Staff by hour of the stationary formula, and the sum of the lagged one's. Source: own computation of the setting of
/// Green, Kolesar and Soares (2001), exact.
#[test]
fn stationary_and_lagged_staffing_of_a_sine_are_the_known_ones() {
    let scenario = sine();
    let trials = trials(&scenario);
    let stationary = [41, 45, 49, 52, 54, 55, 55, 54, 52, 49, 45, 41, 37, 32, 28, 25, 23, 22, 22, 23, 25, 28, 32, 37];
    assert_eq!(staff_by(&trials, Method::Stationary), stationary);
    assert_eq!(stationary.iter().sum::<u32>(), 926);
    let lagged = [39, 43, 47, 51, 53, 55, 56, 55, 53, 51, 47, 43, 39, 34, 30, 27, 24, 22, 22, 22, 24, 27, 30, 34];
    for (ours, known) in staff_by(&trials, Method::Lagged).iter().zip(lagged) {
        assert!(ours.abs_diff(known) <= 1, "{ours} for {known}");
    }
}

/// Half as long again all day is half as long again, to every formula: fewer come than were as much work.
#[test]
fn a_profile_is_longer_handling_and_not_more_contacts() {
    let usual = sine();
    let mut shorter = usual.clone();
    shorter.contacts[0].handle = Handling::Whole(Law::Exponential { mean: 1200.0 });
    let mut profiled = shorter.clone();
    profiled.contacts[0].handle_profile = vec![1.5; 24];
    let [usual, shorter, profiled] = [&usual, &shorter, &profiled].map(trials);
    for method in Method::ALL {
        assert_eq!(staff_by(&profiled, method), staff_by(&usual, method), "{method:?}");
        assert_ne!(staff_by(&shorter, method), staff_by(&usual, method), "{method:?}");
    }
}
