//! Promises that cannot be kept, and plans for a budget.

use holdline::planner::{Budget, Measure, Options, Staffing, frontier, staff, within_budget};
use holdline::scenario::{Arrivals, Law, Scenario, Target};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{calls, one_queue};

fn centre(target: Target, most: Option<u32>) -> Scenario {
    let mut contact = calls("calls", Arrivals::PerHour(100.0), Law::Exponential { mean: 240.0 });
    contact.patience = Some(Law::Exponential { mean: 120.0 });
    contact.balk = 0.1;
    contact.target = Some(target);
    let mut scenario = one_queue(3600.0 * 100.0, contact, 0);
    scenario.groups[0].max_agents = most;
    scenario.groups[0].cost_per_hour = Some(20.0);
    scenario
}

fn answer(share: f64) -> Target {
    Target { answer: Some(share), within: Seconds(20.0), ..Target::default() }
}

const ROUGH: Options = Options { confidence: 0.95, error: 0.03, confirmation: None, effort: 1e8 };

#[test]
fn a_limit_that_is_too_tight_is_named_with_what_is_missing() {
    let scenario = centre(answer(0.8), Some(6));
    let trials = trials(&scenario);
    let Staffing::Infeasible(infeasible) = staff(&trials, ROUGH).unwrap() else { panic!("six are too few") };
    let [(number, standing)] = infeasible.missed[..] else { panic!("{:?}", infeasible.missed) };
    assert_eq!(trials.promises[number].measure, Measure::Answer);
    assert!(standing.slack < -0.1 && infeasible.limited, "{standing:?}");
    assert_eq!(infeasible.plan.staff, [[6]]);
}

#[test]
fn what_no_number_of_agents_keeps_is_not_called_a_matter_of_limits() {
    // Opening hours have no part in it: with a wait of at most 20 s, one in five is turned away by the lines.
    let mut scenario = centre(answer(0.9), None);
    scenario.report.service_level = holdline::scenario::ServiceLevel::Offered;
    scenario.centre.lines = Some(6);
    let trials = trials(&scenario);
    let Staffing::Infeasible(infeasible) = staff(&trials, ROUGH).unwrap() else { panic!("six lines are too few") };
    assert!(!infeasible.limited);
}

#[test]
fn a_budget_buys_as_much_service_as_it_can_and_more_money_buys_more() {
    let scenario = centre(answer(0.8), None);
    let trials = trials(&scenario);
    let found = planned(&trials, ROUGH);
    let most = found.plan.staff[0][0] - 1;
    let best = within_budget(&trials, ROUGH, Budget::Agents(most)).unwrap().unwrap();
    assert_eq!(best.plan.staff, [[most]], "the whole budget is used");
    assert!(best.evidence.mean(0).unwrap().value < 0.8);
    assert!(within_budget(&trials, ROUGH, Budget::Cost(1.0)).unwrap().is_none());

    let points = frontier(&trials, ROUGH, &found.plan).unwrap();
    let promised = points.iter().filter(|point| point.promised).count();
    assert!(promised == 1 && points.len() >= 5, "{points:?}");
    for pair in points.windows(2) {
        let (less, more) = (pair[0].service_level.unwrap(), pair[1].service_level.unwrap());
        assert!(more.value >= less.value - 4.0 * more.std_error.unwrap(), "{pair:?}");
    }
}
