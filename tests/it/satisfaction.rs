//! The model of satisfaction and the figures of journeys in centres whose answers are known.

use holdline::kpi::{JourneyFigures, ScenarioResult};
use holdline::scenario::{
    Arrivals, Conduct, ContactType, EffortWeights, Handling, Law, Leaving, QualityProgramme, Redial, Repeat,
    Satisfaction, Scenario, Staffing, Story, Training,
};
use holdline::stats::Estimate;
use holdline::units::{HOUR, Seconds};
use proptest::prelude::*;

use crate::centre::{calls, figures, one_queue};

/// Ten hours; all arrive in the first five, so that nothing is open at the end.
fn morning(per_half_hour: f64, agents: u32) -> Scenario {
    let arrivals = Arrivals::PerInterval((0..20).map(|i| if i < 10 { per_half_hour } else { 0.0 }).collect());
    let mut scenario = one_queue(10.0 * HOUR, calls("calls", arrivals, Law::Constant { value: 60.0 }), agents);
    scenario.run.replications = 4;
    scenario.satisfaction = Some(Satisfaction::default());
    scenario
}

/// An unresolved customer comes again a minute later.
fn always_again(contact: &mut ContactType) {
    let after = Law::Constant { value: 60.0 };
    contact.customers.repeat = Some(Repeat { probability: 1.0, after, to: Vec::new(), attempts: None });
}

/// Where everything happens: waits, abandonment and redials, repeats, contacts handled badly.
fn troubled() -> Scenario {
    let mut scenario = morning(60.0, 2);
    let contact = &mut scenario.contacts[0];
    contact.patience = Some(Law::Exponential { mean: 90.0 });
    contact.customers.redial =
        Some(Redial { abandoned: 0.5, blocked: 0.5, after: Law::Exponential { mean: 300.0 }, attempts: None });
    contact.customers.resolution = vec![0.6];
    always_again(contact);
    scenario.groups[0].conduct = Some(Conduct { poor: 0.1, cv: 0.0, public: 0.0 });
    scenario
}

fn value(figure: Option<Estimate>) -> f64 {
    figure.expect("a figure").value
}

fn journeys(result: &ScenarioResult) -> &JourneyFigures {
    result.journeys.as_ref().expect("journeys are asked for")
}

fn assert_close(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() <= 1e-12 * b.abs().max(1.0), "{what}: {a} is not {b}");
}

#[test]
fn without_strengths_every_contact_and_issue_is_at_the_base_rate() {
    let mut scenario = troubled();
    scenario.satisfaction = Some(Satisfaction {
        base: 0.7,
        wait: 0.0,
        abandoned: 0.0,
        turned_away: 0.0,
        further_contact: 0.0,
        transfer: 0.0,
        repetition: 0.0,
        unresolved: 0.0,
        poor: 0.0,
        broken_promise: 0.0,
        recovery: 0.0,
        ..Satisfaction::default()
    });
    let result = figures(&scenario);
    let contacts = result.contacts["calls"].satisfaction.as_ref().expect("satisfaction is asked for");
    assert_close(value(contacts.csat), 0.7, "contacts");
    assert_close(value(journeys(&result).csat), 0.7, "issues");
    assert!(value(journeys(&result).contacts_per_issue.mean) > 1.2, "there was trouble");
}

#[test]
fn the_parts_add_up() {
    let mut scenario = troubled();
    scenario.satisfaction = Some(Satisfaction { value: 250.0, ..Satisfaction::default() });
    let result = figures(&scenario);
    let (calls, all) = (&result.contacts["calls"], journeys(&result));
    let issues = value(all.issues);
    let outcomes = [all.resolved, all.gave_up, all.escalated, all.open].map(value);
    assert_close(outcomes.iter().sum(), issues, "every issue ends once");
    let origins = &calls.offered_by_origin;
    let parts = [origins.fresh, origins.redial, origins.repeat, origins.transfer].map(value);
    assert_close(parts.iter().sum(), value(calls.offered), "origins");
    assert!(parts[1] > 0.0 && parts[2] > 0.0, "{parts:?}");
    assert_close(parts[0], issues, "every fresh contact opens an issue");
    assert_close(value(all.contacts_per_issue.mean) * issues, value(calls.offered), "contacts of the issues");
    for grades in [&all.grades, &calls.satisfaction.as_ref().expect("asked for").grades] {
        assert_close([grades.ultimate, grades.good, grades.bad, grades.ugly].map(value).iter().sum(), 1.0, "grades");
    }
    assert_close(value(all.churn_share) * issues, value(all.churned), "who leaves");
    assert_close(value(all.churned) * 250.0, value(all.money_at_risk), "money at risk");
    assert!(value(all.csat) < 0.75 && value(all.effort) > 1.0, "trouble shows");
}

#[test]
fn the_shares_of_those_who_leave_are_those_set() {
    let leave = Leaving { first: 0.04, later: 0.11, unresolved: 0.3, anger: 1.0 };
    let mut scenario = morning(5.0, 30);
    scenario.satisfaction = Some(Satisfaction { leave, ..Satisfaction::default() });
    let left = |scenario: &Scenario| value(journeys(&figures(scenario)).churn_share);
    assert_close(left(&scenario), 0.04, "resolved in the first contact");
    scenario.contacts[0].customers.resolution = vec![0.0];
    assert_close(left(&scenario), 0.3, "not resolved");
    always_again(&mut scenario.contacts[0]);
    scenario.contacts[0].customers.resolution = vec![0.0, 1.0];
    assert_close(left(&scenario), 0.11, "resolved in the second contact");
}

#[test]
fn a_life_in_numbers() {
    let mut scenario = morning(5.0, 30);
    let effort = EffortWeights { contact: 1.5, transfer: 0.0, repetition: 0.0, minute: 0.25 };
    scenario.satisfaction = Some(Satisfaction { effort, ..Satisfaction::default() });
    scenario.contacts[0].customers.resolution = vec![0.0, 0.0, 1.0];
    always_again(&mut scenario.contacts[0]);
    let result = figures(&scenario);
    let all = journeys(&result);
    // Three calls of a minute each, with a minute between them; nobody waits.
    assert_close(value(all.contacts_per_issue.mean), 3.0, "contacts");
    assert_eq!(all.contacts_per_issue.percentiles["99.9"], Some(3.0));
    assert_eq!((all.contacts_per_issue.max, all.longest_wait.max), (Some(3.0), Some(0.0)));
    assert_close(value(all.time_to_resolution.mean), 300.0, "time to resolution");
    assert_close(value(all.time_on_contact.mean), 180.0, "time on contact");
    let median = all.time_to_resolution.percentiles["50"].expect("there are issues");
    assert!((median - 300.0).abs() < 3.0, "{median}");
    assert_close(value(all.resolved_at_first), 0.0, "at first contact");
    assert_close(value(all.effort), 1.0 + 2.0 * 1.5 + 3.0 * 0.25, "effort");
}

#[test]
fn how_common_a_story_is() {
    let mut scenario = morning(5.0, 30);
    scenario.satisfaction = None;
    scenario.contacts[0].customers.resolution = vec![0.5, 1.0];
    always_again(&mut scenario.contacts[0]);
    let mut share = |story| {
        scenario.report.story = Some(story);
        let result = figures(&scenario);
        let all = journeys(&result);
        assert!(all.csat.is_none() && all.churned.is_none() && all.money_at_risk.is_none(), "nobody was asked");
        assert!(result.contacts["calls"].satisfaction.is_none());
        (all.story.clone().expect("a story"), value(all.issues) * 4.0, all.resolved_at_first)
    };
    let twice = Story { contacts: Some(2), ..Story::default() };
    let (story, _, at_first) = share(twice);
    assert_close(value(story.share), 1.0 - value(at_first), "twice");
    assert_close(story.percentile.expect("a share"), value(at_first), "percentile");
    let (never, issues, _) = share(Story { longest_wait: Some(Seconds(HOUR)), ..twice });
    let share = never.share.expect("a share");
    let [low, high] = share.ci95.expect("replicated");
    assert_eq!((share.value, low), (0.0, 0.0));
    assert_close(high, 3.0 / issues, "rule of three");
}

#[test]
fn evaluations_and_training_cost_money() {
    let mut scenario = morning(5.0, 30);
    let group = &mut scenario.groups[0];
    group.conduct = Some(Conduct { poor: 0.0, cv: 0.0, public: 0.0 });
    group.quality = Some(QualityProgramme { evaluated: 1.0, effect: 0.5, cost: 6.0 });
    let all = |scenario: &Scenario| journeys(&figures(scenario)).clone();
    let evaluated = all(&scenario);
    assert_close(value(evaluated.cost), 6.0 * value(evaluated.issues), "each call is evaluated");
    scenario.groups[0].training =
        Some(Training { over: Seconds(HOUR), resolution: 1.0, handle: 1.0, poor: 1.0, cost: 900.0 });
    assert_close(value(all(&scenario).cost), value(evaluated.cost) + 900.0 * 30.0, "thirty agents");
    scenario.groups[0].staff = Staffing::PerInterval(vec![20; 20]);
    assert_close(value(all(&scenario).cost), value(evaluated.cost) + 900.0 * 20.0, "twenty agents");
}

#[test]
fn figures_of_journeys_are_absent_where_nobody_asks() {
    let mut scenario = morning(5.0, 30);
    scenario.satisfaction = None;
    let result = figures(&scenario);
    assert!(result.journeys.is_none() && result.contacts["calls"].satisfaction.is_none());
    assert_eq!(result.contacts["calls"].offered_by_origin.fresh, result.contacts["calls"].offered);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(12), ..ProptestConfig::default() })]

    /// Without abandonment, redials and repeats nobody waits longer when there are more agents (first come, first
    /// served), so nobody is less satisfied: not on average over seeds but in each.
    #[test]
    fn more_agents_lower_nobodys_satisfaction(seed: u32, servers in 1..12_u32, more in 1..4_u32, cv in 0.5..1.5_f64) {
        let per_half_hour = 10.0 * f64::from(servers) * 0.95;
        let mut worse = morning(per_half_hour, servers);
        worse.contacts[0].handle = Handling::Whole(Law::Lognormal { mean: 180.0, cv });
        worse.run.replications = 1;
        worse.run.seed = u64::from(seed);
        let mut better = worse.clone();
        better.groups[0].staff = Staffing::Constant(servers + more);
        let (worse, better) = (figures(&worse), figures(&better));
        // Contacts end in another order, and sums are rounded.
        let rounding = 1e-12;
        prop_assert!(value(journeys(&better).csat) >= value(journeys(&worse).csat) - rounding);
        prop_assert!(value(journeys(&better).churned) <= value(journeys(&worse).churned) + rounding * 1e3);
        let csat = |result: &ScenarioResult| result.contacts["calls"].satisfaction.as_ref().and_then(|s| s.csat);
        prop_assert!(value(csat(&better)) >= value(csat(&worse)) - rounding);
        prop_assert_eq!(value(journeys(&better).issues), value(journeys(&worse).issues));
    }
}
