//! Promises that cannot be kept, and plans for a budget.

use holdline::planner::{Budget, Measure, Options, Plan, Staffing, frontier, staff, within_budget};
use holdline::scenario::{Arrivals, Law, Scenario, Staffing as Staff, Target};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{agents, calls, one_queue};

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

    let points = frontier(&trials, ROUGH, &found.plan, true).unwrap();
    let promised = points.iter().filter(|point| point.promised).count();
    assert!(promised == 1 && points.len() >= 5, "{points:?}");
    for pair in points.windows(2) {
        let (less, more) = (pair[0].service_level.unwrap(), pair[1].service_level.unwrap());
        assert!(more.value >= less.value - 4.0 * more.std_error.unwrap(), "{pair:?}");
    }
}

/// Two types share a group besides their own. What is left over after cutting every group alike goes where it helps:
/// all that are allowed are on duty while promises are missed.
#[test]
fn all_agents_that_are_allowed_are_on_duty_while_a_promise_is_missed() {
    let kind = |name: &str, per_hour| {
        let mut contact = calls(name, Arrivals::PerHour(per_hour), Law::Exponential { mean: 240.0 });
        contact.patience = Some(Law::Exponential { mean: 120.0 });
        contact.target = Some(answer(0.8));
        contact
    };
    let groups = vec![
        agents("a", &[0], Staff::Constant(0)),
        agents("b", &[1], Staff::Constant(0)),
        agents("both", &[0, 1], Staff::Constant(0)),
    ];
    let scenario = crate::centre::centre(3600.0 * 100.0, vec![kind("one", 60.0), kind("two", 90.0)], groups);
    let trials = trials(&scenario);
    let all = |plan: &Plan| plan.staff.iter().map(|staff| staff[0]).sum::<u32>();
    let needed = all(&planned(&trials, ROUGH).plan);
    let best = within_budget(&trials, ROUGH, Budget::Agents(needed - 3)).unwrap().unwrap();
    assert_eq!(all(&best.plan), needed - 3);
    // More than the promises take is not bought.
    let best = within_budget(&trials, ROUGH, Budget::Agents(needed + 20)).unwrap().unwrap();
    assert!(all(&best.plan) <= needed + 1, "{:?} for {needed}", best.plan);
}
