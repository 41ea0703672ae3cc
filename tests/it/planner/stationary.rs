//! Steady centres, for which formulas know the least staff exactly.

use holdline::analytic::{Goal, Queue};
use holdline::planner::Options;
use holdline::scenario::{Arrivals, Law, Scenario, Target};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{calls, one_queue};

/// Contacts an hour, handling in s, patience in s, share to be answered, within s, share that may abandon.
type Case = (f64, f64, Option<f64>, f64, f64, Option<f64>);

const CASES: [Case; 14] = [
    (12.0, 240.0, None, 0.8, 20.0, None),
    (60.0, 180.0, None, 0.8, 20.0, None),
    (200.0, 180.0, None, 0.8, 20.0, None),
    (300.0, 240.0, None, 0.9, 10.0, None),
    (600.0, 300.0, None, 0.7, 30.0, None),
    (1500.0, 180.0, None, 0.8, 20.0, None),
    (40.0, 200.0, Some(120.0), 0.8, 20.0, None),
    (200.0, 180.0, Some(300.0), 0.8, 20.0, None),
    (200.0, 180.0, Some(60.0), 0.8, 20.0, Some(0.05)),
    (400.0, 240.0, Some(180.0), 0.8, 20.0, Some(0.02)),
    (700.0, 200.0, Some(240.0), 0.95, 30.0, None),
    (900.0, 300.0, Some(90.0), 0.6, 10.0, Some(0.08)),
    (150.0, 420.0, Some(600.0), 0.85, 60.0, None),
    (2400.0, 240.0, Some(200.0), 0.8, 20.0, None),
];

/// A promise further than this from its goal, on both sides of the answer, must be decided rightly.
const ERROR: f64 = 0.005;

fn scenario(&(per_hour, handle, patience, answer, within, abandon): &Case) -> Scenario {
    let target = Target { answer: Some(answer), within: Seconds(within), abandon, ..Target::default() };
    let mut contact = calls("calls", Arrivals::PerHour(per_hour), Law::Exponential { mean: handle });
    contact.patience = patience.map(|mean| Law::Exponential { mean });
    contact.target = Some(target);
    let mut scenario = one_queue(3600.0 * (20.0 + 20_000.0 / per_hour), contact, 0);
    scenario.horizon.warm_up = Seconds(3600.0 * 4.0);
    scenario
}

/// The least agents by formula, if the promises are far enough from their goals with as many and with one fewer.
fn exact(&(per_hour, handle, patience, answer, within, abandon): &Case) -> Option<u32> {
    let patience = patience.map(|mean| Law::Exponential { mean });
    let queue = Queue { arrivals: per_hour / 3600.0, handle, patience, lines: None };
    let goal = Goal { answer: Some((answer, within)), abandon, ..Goal::default() };
    let least = queue.least_agents(&goal, 10_000).unwrap();
    let slack = |agents| {
        let figures = queue.performance(agents);
        let of_answer = figures.service_level(within) - answer;
        abandon.map_or(of_answer, |most| of_answer.min(most - figures.p_abandon))
    };
    (slack(least) > ERROR && slack(least - 1) < -ERROR).then_some(least)
}

/// The chance that a right search fails anywhere here is below 1e-3: every decision is taken at three standard errors
/// or more, at distances of six.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_least_staff_of_a_steady_centre_is_the_exact_one() {
    let mut tested = 0;
    for case in CASES {
        let Some(least) = exact(&case) else { continue };
        let scenario = scenario(&case);
        let trials = trials(&scenario);
        let found = planned(&trials, Options { error: ERROR, ..Options::default() });
        assert_eq!(found.plan.staff, [[least]], "{case:?}");
        tested += 1;
    }
    assert!(tested >= 8, "only {tested} cases are decidable at this error");
}
