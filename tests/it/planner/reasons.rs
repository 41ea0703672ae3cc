//! Why a plan has so many agents.

use holdline::analytic::{Goal, Queue};
use holdline::planner::{Options, explain};
use holdline::scenario::{Arrivals, Law, Target};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{calls, one_queue};

/// A steady centre with patience: giving up is all that parts it from Erlang C, and one agent more or fewer does what
/// the formula says. Chance of a false alarm: 1e-4 (four standard errors).
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --release")]
fn of_a_steady_centre_patience_is_the_only_cause() {
    let mut contact = calls("calls", Arrivals::PerHour(300.0), Law::Exponential { mean: 240.0 });
    contact.patience = Some(Law::Exponential { mean: 90.0 });
    contact.target = Some(Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() });
    let mut scenario = one_queue(3600.0 * 300.0, contact, 0);
    scenario.horizon.warm_up = Seconds(3600.0);
    scenario.groups[0].shrinkage = 0.25;
    let trials = trials(&scenario);
    let options = Options { error: 0.01, ..Options::default() };
    let found = planned(&trials, options);
    let explanation = explain(&trials, options, &found.plan).unwrap();

    let queue = |patience| Queue { arrivals: 300.0 / 3600.0, handle: 240.0, patience, lines: None };
    let goal = Goal { answer: Some((0.8, 20.0)), ..Goal::default() };
    let patient = queue(Some(Law::Exponential { mean: 90.0 }));
    let (c, a) = (queue(None).least_agents(&goal, 99).unwrap(), patient.least_agents(&goal, 99).unwrap());
    let hours: Vec<f64> = explanation.causes.iter().map(|cause| cause.hours).collect();
    assert!(c > a);
    assert_eq!(hours, [f64::from(c) * 300.0, f64::from(a) * 300.0, f64::from(a) * 400.0]);
    let gap: f64 = explanation.causes[1..].iter().map(|cause| cause.change).sum();
    assert!((gap - (hours[2] - hours[0])).abs() < 1e-6);

    let [binding] = &explanation.bindings[..] else { panic!("one period, one group") };
    let level = |agents| patient.performance(agents).service_level(20.0);
    assert!(binding.breaks);
    for (change, agents) in [(binding.one_more, a + 1), (binding.one_fewer, a - 1)] {
        let change = change.unwrap();
        assert!((change.value - (level(agents) - level(a))).abs() < 4.0 * change.std_error.unwrap(), "{change:?}");
    }
}
