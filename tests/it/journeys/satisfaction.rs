//! What more agents do to satisfaction, under common random numbers. That customers come again is left out: who is
//! answered sooner may come again sooner, and no theorem speaks of that.

use holdline::scenario::{Arrivals, ContactType, Law, Satisfaction, Scenario, Staffing};

use crate::centre::{calls, figures, one_queue};
use crate::tolerance::normal_quantile;

/// Seeds of the comparison in the mean.
const SEEDS: u32 = if cfg!(debug_assertions) { 60 } else { 400 };

/// Chance that an engine in which a further agent helps nobody passes any of the [`STEPS`] steps of the comparison in
/// the mean, each of contacts and of issues.
const BY_LUCK: f64 = 1e-4;
const STEPS: u32 = 6;

fn centre(seed: u32, patience: Option<f64>) -> Scenario {
    let calls = calls("calls", Arrivals::PerHour(170.0), Law::Lognormal { mean: 210.0, cv: 1.1 });
    let patience = patience.map(|mean| Law::Exponential { mean });
    let mut scenario = one_queue(40_000.0, ContactType { patience, ..calls }, 1);
    scenario.satisfaction = Some(Satisfaction::default());
    scenario.run.seed = u64::from(seed);
    scenario
}

/// The share of satisfied customers with so many agents: of contacts, and of issues.
fn csat(scenario: &Scenario, agents: u32) -> [f64; 2] {
    let mut scenario = scenario.clone();
    scenario.groups[0].staff = Staffing::Constant(agents);
    let result = figures(&scenario);
    let contacts = result.contacts["calls"].satisfaction.as_ref().unwrap().csat.unwrap();
    [contacts.value, result.journeys.unwrap().csat.unwrap().value]
}

/// Without abandonments every single wait falls, and with it no expectation of satisfaction can: a theorem, seed by
/// seed.
#[test]
fn where_nobody_leaves_more_agents_never_lower_satisfaction() {
    for seed in 0..10 {
        let scenario = centre(seed, None);
        let by_agents: Vec<[f64; 2]> = (9..18).map(|agents| csat(&scenario, agents)).collect();
        for pair in by_agents.windows(2) {
            assert!((0..2).all(|of| pair[1][of] >= pair[0][of] - 1e-12), "seed {seed}: {by_agents:?}");
        }
        assert!(by_agents[8][0] > by_agents[0][0] + 0.05, "nothing depends on waits: {by_agents:?}");
    }
}

/// Where customers leave, who is served instead of leaving stands in the way of others, and a single path may go the
/// other way. The mean difference may not: over all seeds it is above 0 for every further agent.
#[test]
fn where_customers_leave_more_agents_raise_satisfaction_in_the_mean() {
    let far = normal_quantile(1.0 - BY_LUCK / 2.0 / f64::from(STEPS));
    let runs: Vec<Vec<[f64; 2]>> = (0..SEEDS)
        .map(|seed| (9..=9 + STEPS).map(|agents| csat(&centre(1000 + seed, Some(90.0)), agents)).collect())
        .collect();
    for step in 0..STEPS as usize {
        for of in 0..2 {
            let differences: Vec<f64> = runs.iter().map(|run| run[step + 1][of] - run[step][of]).collect();
            let n = differences.len() as f64;
            let mean = differences.iter().sum::<f64>() / n;
            let spread = differences.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (n - 1.0);
            let error = (spread / n).sqrt();
            assert!(mean > far * error, "agent {}: {mean} with an error of {error}", 10 + step);
        }
    }
}
