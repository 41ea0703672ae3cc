//! The need through the day is what formulas ask for, and absent where they know nothing.

use holdline::analytic::{Goal, Queue};
use holdline::kpi::ScenarioResult;
use holdline::planner::add_need;
use holdline::scenario::{Arrivals, Channel, Law, Length, Redial, Satisfaction, Scenario, Staffing, Target};
use holdline::units::{DAY, Seconds};

use super::{scenario, shipped};
use crate::centre::{agents, calls, centre, figures};

/// Two types with a group each, round the clock.
fn two(days: u32) -> Scenario {
    let kind = |name, per_hour| {
        let mut contact = calls(name, Arrivals::PerHour(per_hour), Law::Exponential { mean: 240.0 });
        contact.patience = Some(Law::Exponential { mean: 90.0 });
        contact.target = Some(Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() });
        contact
    };
    let groups = vec![agents("first", &[0], Staffing::Constant(9)), agents("second", &[1], Staffing::Constant(5))];
    let mut scenario = centre(DAY, vec![kind("sales", 90.0), kind("service", 30.0)], groups);
    scenario.horizon.length = Length::Days(days);
    scenario
}

fn least(per_hour: f64) -> f64 {
    let patience = Some(Law::Exponential { mean: 90.0 });
    let queue = Queue { arrivals: per_hour / 3600.0, handle: 240.0, patience, lines: None };
    f64::from(queue.least_agents(&Goal { answer: Some((0.8, 20.0)), ..Goal::default() }, 999).unwrap())
}

fn result(scenario: &Scenario) -> ScenarioResult {
    let mut result = figures(scenario);
    add_need(&mut result, scenario);
    result
}

/// The need of a group through the day; none where there is none.
fn need(result: &ScenarioResult, group: &str) -> Option<Vec<f64>> {
    result.intervals.as_ref()?.iter().map(|interval| interval.agents[group].need).collect()
}

#[test]
fn a_steady_day_needs_what_erlang_says() {
    for days in [1, 3] {
        let result = result(&two(days));
        let [first, second] = ["first", "second"].map(|group| need(&result, group).unwrap());
        // A single day begins with nobody in handling.
        assert_eq!((&first[1..], &second[1..]), (&[least(90.0); 47][..], &[least(30.0); 47][..]));
        assert_eq!(first[0] < least(90.0), days == 1);
    }
}

/// One busy day of three, which is a warm-up: the mean of what the other two need.
#[test]
fn days_that_differ_are_averaged_as_far_as_they_are_measured() {
    let mut scenario = two(3);
    let day = |per_hour: f64| vec![per_hour / 2.0; 48];
    scenario.contacts[0].arrivals = Arrivals::PerInterval([day(200.0), day(90.0), day(60.0)].concat());
    scenario.horizon.warm_up = Seconds(DAY);
    let first = need(&result(&scenario), "first").unwrap();
    // Late in the day what the day before left is forgotten.
    assert_eq!(first[40], (least(90.0) + least(60.0)) / 2.0);
    scenario.groups[0].max_agents = Some(1);
    assert_eq!(need(&result(&scenario), "first").unwrap(), first, "what a group may have is not what is needed");
}

#[test]
fn nobody_is_needed_behind_closed_doors() {
    let mut scenario = two(2);
    let hours = [9, 17].map(|hour| Seconds(3600.0 * f64::from(hour)));
    let open = holdline::scenario::OpeningHours { from: hours[0], to: hours[1] };
    scenario.contacts[0].open = Some(holdline::scenario::Opening::Daily(open));
    let first = need(&result(&scenario), "first").unwrap();
    assert!(first[..18].iter().chain(&first[34..]).all(|need| *need == 0.0), "{first:?}");
    assert!(first[20..34].iter().all(|need| *need == least(90.0)), "{first:?}");
}

/// One team for both: together they need what the formula says of one queue, in the mix that is there.
#[test]
fn groups_that_share_work_need_the_fewest_in_their_mix() {
    let mut scenario = two(2);
    scenario.groups[1] = agents("both", &[0, 1], Staffing::Constant(9));
    let result = result(&scenario);
    let [first, both] = ["first", "both"].map(|group| need(&result, group).unwrap());
    for (first, both) in first.iter().zip(&both) {
        assert!((first + both - least(120.0)).abs() < 1e-6 && (first - both).abs() < 1e-6, "{first} and {both}");
    }
}

/// Who calls again is work too: as many more as the simulation shows.
#[test]
fn customers_who_call_again_are_needed_for() {
    let mut scenario = two(1);
    scenario.groups[0].staff = Staffing::Constant(4);
    let redial = Redial { abandoned: 1.0, blocked: 1.0, after: Law::Constant { value: 600.0 }, attempts: None };
    scenario.contacts[0].customers.redial = Some(redial);
    let result = result(&scenario);
    let per_hour = result.contacts["sales"].offered.unwrap().value / 24.0;
    assert!(per_hour > 100.0, "{per_hour} an hour tell nothing");
    assert_eq!(need(&result, "first").unwrap()[1..], [least(per_hour); 47]);
    assert_eq!(need(&result, "second").unwrap()[1..], [least(30.0); 47]);
}

#[test]
fn formulas_that_know_nothing_say_nothing() {
    let told = |scenario: &Scenario| {
        let result = result(scenario);
        ["first", "second"].map(|group| need(&result, group).is_some())
    };
    let change = |change: &dyn Fn(&mut Scenario)| {
        let mut scenario = two(1);
        scenario.satisfaction = Some(Satisfaction::default());
        change(&mut scenario);
        told(&scenario)
    };
    assert_eq!(change(&|_| ()), [true, true]);
    assert_eq!(change(&|s| s.contacts[1].target = None), [true, false]);
    let satisfied = Target { csat: Some(0.7), ..Target::default() };
    assert_eq!(change(&|s| s.contacts[1].target = Some(satisfied)), [true, false]);
    assert_eq!(change(&|s| s.contacts[1].channel = Channel::Email), [true, false]);
    let shared = |s: &mut Scenario| {
        s.contacts[1].target = None;
        s.groups.push(agents("both", &[0, 1], Staffing::Constant(1)));
    };
    assert_eq!(change(&shared), [false, false], "who shares work with a type that promises nothing");
    assert_eq!(change(&|s| s.horizon.length = Length::Duration(Seconds(DAY))), [false, false]);
}

/// Told for most of the shipped scenarios, and never more than a few times those who are there over the day.
#[test]
fn the_shipped_scenarios_need_about_those_who_are_there() {
    let mut told = 0;
    for path in shipped() {
        let result = result(&scenario(&path, 3));
        let groups = result.agents.keys().filter_map(|group| Some((group, need(&result, group)?)));
        for (group, need) in groups {
            let staff = result.intervals.iter().flatten().map(|interval| interval.agents[group].staff).sum::<f64>();
            let ratio = need.iter().sum::<f64>() / staff;
            assert!((0.1..3.0).contains(&ratio), "{group} of {}: {ratio}", path.display());
            told += 1;
        }
    }
    assert!(told >= 20, "{told}");
}
