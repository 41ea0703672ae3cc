//! Why a plan has so many agents.

use holdline::analytic::{Goal, Queue};
use holdline::planner::{Options, Way, explain, on_average_effort};
use holdline::scenario::{
    Arrivals, BusyFactor, ContactType, Customers, Handling, Horizon, Law, Length, NotReady, Per, Repeat, Satisfaction,
    Scenario, Staffing, Target,
};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{agents, calls, centre, one_queue};

/// A steady centre with patience: giving up is all that parts it from Erlang C, and one agent more or fewer does what
/// the formula says. Chance of a false alarm: 1e-4 (four standard errors).
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
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
    let steps: Vec<(&str, f64)> =
        explanation.causes.steps().iter().map(|step| (step.cause.as_str(), step.change)).collect();
    let (by_c, by_a) = (f64::from(c) * 300.0, f64::from(a) * 300.0);
    assert!(c > a);
    assert_eq!(
        steps,
        [
            ("Erlang C, each type and period by itself", by_c),
            ("customers who give up", by_a - by_c),
            ("from hours on duty to paid hours", by_a / 0.75 - by_a),
        ]
    );

    let [binding] = &explanation.bindings[..] else { panic!("one period, one group") };
    let level = |agents| patient.performance(agents).service_level(20.0);
    assert!(binding.breaks);
    for (change, agents) in [(binding.one_more, a + 1), (binding.one_fewer, a - 1)] {
        let change = change.unwrap();
        assert!((change.value - (level(agents) - level(a))).abs() < 4.0 * change.std_error.unwrap(), "{change:?}");
    }
}

/// Hours of the studies below.
const HOURS: f64 = 300.0;

/// Calls of 4 minutes that never abandon, with a mean wait of at most 30 seconds.
fn waiting(name: &str, per_hour: f64) -> ContactType {
    let mut contact = calls(name, Arrivals::PerHour(per_hour), Law::Exponential { mean: 240.0 });
    contact.target = Some(Target { asa: Some(Seconds(30.0)), ..Target::default() });
    contact
}

/// Least agents for such calls by Erlang C, with the margin by which it is decided: simulation sees no less than that.
fn by_erlang_c(per_hour: f64) -> f64 {
    let queue = Queue { arrivals: per_hour / 3600.0, handle: 240.0, patience: None, lines: None };
    let least = queue.least_agents(&Goal { asa: Some(30.0), ..Goal::default() }, 99).unwrap();
    let asa = |agents| queue.performance(agents).mean_wait_answered;
    assert!(asa(least) < 25.0 && asa(least - 1) > 33.0, "{} {}", asa(least), asa(least - 1));
    f64::from(least)
}

/// The change of hours by a cause; none where it is not among the steps.
fn step(scenario: &Scenario, cause: &str) -> Option<f64> {
    let trials = trials(scenario);
    let options = Options { error: 0.02, ..Options::default() };
    let found = planned(&trials, options);
    let causes = explain(&trials, options, &found.plan).unwrap().causes;
    causes.steps().iter().find(|step| step.cause == cause).map(|step| step.change)
}

fn steady(contacts: Vec<ContactType>, groups: Vec<holdline::scenario::AgentGroup>) -> Scenario {
    let mut scenario = centre(3600.0 * HOURS, contacts, groups);
    scenario.horizon.warm_up = Seconds(3600.0);
    scenario
}

/// Two types on one group are one queue: the step is what Erlang C says of one queue in place of two.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn pooling_saves_what_erlang_c_says() {
    let groups = vec![agents("team", &[0, 1], Staffing::Constant(0))];
    let scenario = steady(vec![waiting("one", 60.0), waiting("two", 60.0)], groups);
    let saved = (by_erlang_c(120.0) - 2.0 * by_erlang_c(60.0)) * HOURS;
    assert!(saved < 0.0);
    assert_eq!(step(&scenario, "agents with several skills"), Some(saved));
}

/// Of five customers one comes back within minutes, and of those again one: a quarter more calls.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn customers_who_call_again_take_what_so_many_more_calls_take() {
    let mut contact = waiting("calls", 60.0);
    let repeat = Repeat { probability: 1.0, after: Law::Exponential { mean: 1200.0 }, to: Vec::new(), attempts: None };
    contact.customers = Customers { resolution: vec![0.8], repeat: Some(repeat), ..Customers::default() };
    let scenario = steady(vec![contact], vec![agents("team", &[0], Staffing::Constant(0))]);
    let taken = (by_erlang_c(75.0) - by_erlang_c(60.0)) * HOURS;
    assert!(taken > 0.0);
    assert_eq!(step(&scenario, "customers who call again or are passed on"), Some(taken));
}

/// Who is not always ready is a reason of its own: of agents away for most of the time more are needed.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn agents_who_step_away_are_told_apart() {
    let mut scenario = steady(vec![waiting("calls", 60.0)], vec![agents("team", &[0], Staffing::Constant(0))]);
    let cause = "agents who are not ready for a moment";
    assert_eq!(step(&scenario, cause), None);
    scenario.groups[0].not_ready = Some(NotReady { share: 0.7, mean: Seconds(600.0) });
    assert!(step(&scenario, cause).unwrap() >= HOURS);
    assert_eq!(step(&scenario, "agents with several skills"), None);
}

/// Waits grow with (1 + cv^2) / 2: long and short calls mixed take more agents than exponential ones, equal ones fewer.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn uneven_handling_takes_more_and_even_handling_less() {
    let with = |law: Law| {
        let mut contact = waiting("calls", 150.0);
        contact.handle = Handling::Whole(law);
        let scenario = steady(vec![contact], vec![agents("team", &[0], Staffing::Constant(0))]);
        step(&scenario, "how handling times vary")
    };
    // Longer calls at every hour are no uneven ones: the formulas know how long they are.
    let mut longer = waiting("calls", 120.0);
    longer.handle_profile = vec![1.25; 48];
    let longer = steady(vec![longer], vec![agents("team", &[0], Staffing::Constant(0))]);
    assert!(step(&longer, "how handling times vary").is_none());
    assert!(with(Law::Lognormal { mean: 240.0, cv: 3.0 }).unwrap() >= HOURS);
    assert!(with(Law::Exponential { mean: 240.0 }).is_none());
    assert!(with(Law::Constant { value: 240.0 }).is_none_or(|change| change <= -HOURS));
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn satisfaction_alone_has_no_way_from_erlang_c() {
    let mut contact = calls("calls", Arrivals::PerHour(60.0), Law::Exponential { mean: 240.0 });
    contact.target = Some(Target { csat: Some(0.72), ..Target::default() });
    let mut scenario = one_queue(3600.0 * 50.0, contact, 0);
    scenario.satisfaction = Some(Satisfaction::default());
    let trials = trials(&scenario);
    let options = Options { error: 0.02, ..Options::default() };
    let found = planned(&trials, options);
    let Way::Unknown(why) = explain(&trials, options, &found.plan).unwrap().causes else { panic!("steps") };
    assert!(why.contains("satisfaction") && why.contains("calls promises"), "{why}");
}

/// Four hours of calls, each of which needs its agents for itself.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn every_period_shows_the_promise_that_its_own_agents_keep() {
    let expected =
        (0..24).map(|hour| [40.0, 60.0, 80.0, 50.0].get(usize::wrapping_sub(hour, 9)).copied().unwrap_or(0.0));
    let mut contact = calls("calls", Arrivals::PerInterval(expected.collect()), Law::Exponential { mean: 240.0 });
    contact.patience = Some(Law::Exponential { mean: 120.0 });
    contact.target =
        Some(Target { answer: Some(0.8), within: Seconds(20.0), abandon: Some(0.05), ..Target::default() });
    let scenario = one_day(contact);
    let trials = trials(&scenario);
    let options = Options { error: 0.02, ..Options::default() };
    let found = planned(&trials, options);
    let explanation = explain(&trials, options, &found.plan).unwrap();
    let open: Vec<_> = explanation.bindings.iter().filter(|binding| (9..13).contains(&binding.period)).collect();
    assert_eq!(open.len(), 4);
    for binding in open {
        let fewer = binding.one_fewer.unwrap();
        let hurts = if binding.measure == "answer" { -fewer.value } else { fewer.value };
        assert_eq!(binding.promise_period, Some(binding.period), "{binding:?}");
        assert!(hurts > 4.0 * fewer.std_error.unwrap() && binding.breaks, "{binding:?}");
    }
}

/// One day by the hour.
fn one_day(contact: ContactType) -> Scenario {
    let mut scenario = one_queue(3600.0, contact, 0);
    scenario.horizon = Horizon { length: Length::Days(1), interval: Seconds(3600.0), ..scenario.horizon };
    scenario
}

/// Mail that may wait for hours: the search for the mean ends elsewhere, but never with more than the days take.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_mean_takes_no_more_than_the_days() {
    let mut contact = ContactType::new(
        "mail",
        holdline::scenario::Channel::Email,
        Arrivals::PerHour(20.0),
        Handling::Whole(Law::Exponential { mean: 360.0 }),
    );
    contact.busy_factor = Some(BusyFactor::of_single_days(0.3));
    contact.target = Some(Target {
        answer: Some(0.9),
        within: Seconds(8.0 * 3600.0),
        per: Per::Day,
        days: Some(0.9),
        ..Target::default()
    });
    let mut scenario = one_day(contact);
    scenario.horizon.length = Length::Days(5);
    let trials = trials(&scenario);
    let options = Options { error: 0.03, effort: 1e8, ..Options::default() };
    let found = planned(&trials, options);
    let mean = on_average_effort(&trials, options, &found.plan).unwrap().unwrap();
    assert!(mean.hours <= found.plan.all_hours(&trials.periods), "{mean:?}");
}
