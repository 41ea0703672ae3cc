//! Agents with several skills: small cases against brute force.

use holdline::planner::{Options, Plan, Trials};
use holdline::scenario::{AgentGroup, Arrivals, Law, Scenario, Skill, Staffing, Target};
use holdline::units::Seconds;

use super::{planned, trials};
use crate::centre::{agents, calls, centre};

/// Fresh replications, far from those of search and confirmation.
const FRESH: u32 = 3_000_000_000;

fn priced(name: &str, skills: &[(usize, u32)], cost: f64) -> AgentGroup {
    let skill = |&(contact, level)| Skill { contact, level, after: Seconds(0.0) };
    AgentGroup {
        skills: skills.iter().map(skill).collect(),
        cost_per_hour: Some(cost),
        ..agents(name, &[], Staffing::Constant(0))
    }
}

fn queue(
    name: &str,
    per_hour: f64,
    handle: f64,
    patience: Option<f64>,
    answer: f64,
) -> holdline::scenario::ContactType {
    let mut contact = calls(name, Arrivals::PerHour(per_hour), Law::Exponential { mean: handle });
    contact.patience = patience.map(|mean| Law::Exponential { mean });
    contact.target = Some(Target { answer: Some(answer), within: Seconds(20.0), ..Target::default() });
    contact
}

fn steady(contacts: Vec<holdline::scenario::ContactType>, groups: Vec<AgentGroup>, hours: f64) -> Scenario {
    let mut scenario = centre(3600.0 * hours, contacts, groups);
    scenario.horizon.warm_up = Seconds(3600.0);
    scenario
}

/// Every staffing that costs less than a plan, but by less than one agent more would cost: if any cheaper plan keeps
/// the promises, one of these does, for more agents never do harm here.
fn just_cheaper(trials: &Trials<'_>, cost: f64, most: u32) -> Vec<Plan> {
    let groups = trials.scenario.groups.len();
    let cheapest = (0..groups).map(|g| trials.prices.of(g)).fold(f64::INFINITY, f64::min);
    let price = |staff: &[u32]| staff.iter().enumerate().map(|(g, n)| f64::from(*n) * trials.prices.of(g)).sum::<f64>();
    let all = (0..(most + 1).pow(groups as u32))
        .map(|code| (0..groups as u32).map(|g| code / (most + 1).pow(g) % (most + 1)).collect::<Vec<u32>>());
    all.filter(|staff| (cost - cheapest - 1e-9..cost - 1e-9).contains(&price(staff)))
        .map(|staff| Plan { staff: staff.into_iter().map(|n| vec![n]).collect() })
        .collect()
}

/// Holds a search against brute force: no cheaper plan keeps all promises by more than the error.
fn is_cheapest(scenario: &Scenario, error: f64, most: u32) {
    let trials = trials(scenario);
    let found = planned(&trials, Options { error, ..Options::default() });
    let kept = |plan: &Plan, by: f64| {
        let seen = trials.run(plan, FRESH..FRESH + 30).unwrap();
        let mut standings = trials.promises.iter().enumerate().map(|(n, p)| seen.standing(n, p).unwrap());
        standings.all(|standing| standing.slack >= by)
    };
    assert!(kept(&found.plan, 0.0), "{:?}", found.plan);
    let cost: f64 = found.plan.staff.iter().enumerate().map(|(g, n)| f64::from(n[0]) * trials.prices.of(g)).sum();
    let cheaper = just_cheaper(&trials, cost, most);
    assert!(cheaper.len() >= 5, "nothing to compare with");
    for plan in cheaper {
        assert!(!kept(&plan, error), "{:?} is cheaper than {:?}", plan.staff, found.plan.staff);
    }
}

/// Two types and three groups, one of which handles both.
fn flexible(first: f64, second: f64, cost: f64, patience: Option<f64>) -> Scenario {
    let contacts = vec![queue("a", first, 240.0, patience, 0.8), queue("b", second, 200.0, patience, 0.8)];
    let groups = vec![
        priced("only-a", &[(0, 1)], 1.0),
        priced("only-b", &[(1, 1)], 1.0),
        priced("both", &[(0, 2), (1, 2)], cost),
    ];
    steady(contacts, groups, 500.0)
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn with_few_agents_no_cheaper_mix_of_skills_keeps_the_promises() {
    is_cheapest(&flexible(60.0, 40.0, 1.2, Some(240.0)), 0.01, 9);
    is_cheapest(&flexible(30.0, 30.0, 1.1, None), 0.01, 8);
}

/// The first type spills over to the second one's agents.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn with_one_shared_group_no_cheaper_staffing_keeps_the_promises() {
    let contacts = vec![queue("a", 80.0, 180.0, Some(300.0), 0.8), queue("b", 60.0, 240.0, Some(300.0), 0.7)];
    let groups = vec![priced("front", &[(0, 1)], 1.0), priced("back", &[(1, 1), (0, 2)], 1.3)];
    is_cheapest(&steady(contacts, groups, 400.0), 0.01, 14);
}

/// The trap in which a flexible agent is counted in full for each of his skills: 390 and 300 contacts in half an hour,
/// 200 s each. Counted so, 49 agents would do for 76.7 erlangs.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn a_flexible_agent_is_not_counted_twice() {
    let contacts = vec![queue("a", 780.0, 200.0, None, 0.8), queue("b", 600.0, 200.0, None, 0.8)];
    let groups = vec![
        priced("only-a", &[(0, 1)], 1.0),
        priced("only-b", &[(1, 1)], 1.0),
        priced("both", &[(0, 2), (1, 2)], 1.5),
    ];
    let scenario = steady(contacts, groups, 100.0);
    let trials = trials(&scenario);
    let found = planned(&trials, Options { error: 0.01, ..Options::default() });
    let agents: u32 = found.plan.staff.iter().map(|staff| staff[0]).sum();
    assert!((83..=88).contains(&agents), "{:?}", found.plan.staff);
    let cost: f64 = found.plan.staff.iter().enumerate().map(|(g, n)| f64::from(n[0]) * trials.prices.of(g)).sum();
    // Without flexible agents it takes 49 and 39.
    assert!(cost <= 88.0, "{:?}", found.plan.staff);
    let seen = trials.run(&found.plan, FRESH..FRESH + 200).unwrap();
    for (number, promise) in trials.promises.iter().enumerate() {
        assert!(seen.standing(number, promise).unwrap().slack >= 0.0, "{promise:?}");
    }
}
