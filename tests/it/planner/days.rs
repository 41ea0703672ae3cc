//! Days on which demand changes, and promises over days.

use holdline::analytic::{Goal, Queue};
use holdline::planner::{Options, Plan, Trials, effort};
use holdline::scenario::{Arrivals, BusyFactor, Handling, Law, Per, Scenario};

use super::{planned, trials};
use crate::exact::{cases, scenario};

/// Fresh replications, far from those of search and confirmation.
const FRESH: std::ops::Range<u32> = 3_000_000_000..3_000_010_000;

fn day(id: &str) -> Scenario {
    let case = cases().into_iter().find(|case| case.id == id).unwrap();
    let mut scenario = scenario(&case, 7);
    scenario.groups.truncate(1);
    scenario
}

/// Agents by stationary formula with a goal of its own in each period.
fn stationary(scenario: &Scenario, answer: f64) -> Plan {
    let contact = &scenario.contacts[0];
    let (Arrivals::PerInterval(expected), Handling::Whole(Law::Exponential { mean })) =
        (&contact.arrivals, &contact.handle)
    else {
        panic!("another kind of day")
    };
    let goal = Goal { answer: Some((answer, 20.0)), ..Goal::default() };
    let agents = |contacts: &f64| {
        let arrivals = contacts / scenario.horizon.interval.get();
        let queue = Queue { arrivals, handle: *mean, patience: contact.patience.clone(), lines: None };
        queue.least_agents(&goal, 10_000).unwrap()
    };
    Plan { staff: vec![expected.iter().map(agents).collect()] }
}

/// The hours of the first stationary staffing, by ever higher goals, that keeps every promise on these days.
fn stationary_hours(trials: &Trials<'_>, days: std::ops::Range<u32>) -> f64 {
    for step in 0..40 {
        let plan = stationary(trials.scenario, 0.8 + 0.005 * f64::from(step));
        let seen = trials.run(&plan, days.clone()).unwrap();
        let mut standings = trials.promises.iter().enumerate().filter_map(|(n, p)| seen.standing(n, p));
        if standings.all(|standing| standing.slack >= 0.0) {
            return plan.all_hours(&trials.periods);
        }
    }
    f64::INFINITY
}

/// Every interval of a plan meets its target on 10,000 fresh days, and stationary staffing that does the same takes no
/// fewer hours. A right plan was proven at 95 %, and here it need only be right on average: the chance that it fails
/// is below that.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn every_interval_of_a_changing_day_meets_its_target_at_no_more_than_the_formula_takes() {
    for id in ["D.pooled.01", "D.pooled.05"] {
        let scenario = day(id);
        let trials = trials(&scenario);
        let found = planned(&trials, Options::default());
        let seen = trials.run(&found.plan, FRESH).unwrap();
        for (number, promise) in trials.promises.iter().enumerate() {
            let Some(standing) = seen.standing(number, promise) else { continue };
            assert!(standing.slack >= 0.0, "{id}: {promise:?} {standing:?}");
        }
        let (ours, theirs) = (found.plan.all_hours(&trials.periods), stationary_hours(&trials, 0..4000));
        assert!(ours <= theirs, "{id}: {ours} h against {theirs} h");
    }
}

/// A quiet day of ten hours with busy days among them.
fn busy_days(days: Option<f64>) -> Scenario {
    let mut scenario = day("D.pooled.01");
    let contact = &mut scenario.contacts[0];
    contact.busy_factor = Some(BusyFactor::of_single_days(0.15));
    let profile = [20.0, 35.0, 50.0, 60.0, 55.0, 45.0, 50.0, 55.0, 40.0, 25.0];
    contact.arrivals = Arrivals::PerInterval(
        (0..48).map(|i: usize| if (16..36).contains(&i) { profile[(i - 16) / 2] } else { 0.0 }).collect(),
    );
    let target = contact.target.as_mut().unwrap();
    (target.per, target.days) = (Per::Day, days);
    scenario
}

/// The share of fresh days that keep a promise asked for on nine days in ten lies in the stated interval, is not far
/// above what was asked, and takes more than the mean does. False alarm below 1e-4 (four standard errors).
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn nine_days_in_ten_are_nine_days_in_ten() {
    let often = busy_days(Some(0.9));
    let trials_often = trials(&often);
    let found = planned(&trials_often, Options { error: 0.02, ..Options::default() });
    let seen = trials_often.run(&found.plan, FRESH).unwrap();
    let standing = seen.standing(0, &trials_often.promises[0]).unwrap();
    assert!(standing.value > 0.9 - 4.0 * standing.error, "{standing:?}");
    assert!(standing.value < 0.95, "{standing:?} is more than was asked");
    let mean = busy_days(None);
    let trials_mean = trials(&mean);
    let on_average = planned(&trials_mean, Options { error: 0.02, ..Options::default() });
    let (often, mean) = (effort(&trials_often, &found.plan).hours, effort(&trials_mean, &on_average.plan).hours);
    assert!(often > 1.05 * mean, "{often} h against {mean} h");
    // And the mean alone leaves many more days below the promise.
    let seen = trials_often.run(&on_average.plan, FRESH).unwrap();
    assert!(seen.standing(0, &trials_often.promises[0]).unwrap().value < 0.75);
}
