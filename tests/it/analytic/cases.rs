//! The exact cases that the simulation is held against, held against the formulas too; and least agents.

use std::collections::BTreeMap;
use std::path::Path;

use holdline::analytic::{Goal, Performance, Queue};
use holdline::scenario::{Arrivals, Handling, Law, Scenario, Staffing};
use serde::Deserialize;

use super::close;
use crate::exact;

/// The cases are printed with 12 digits.
const PRINTED: f64 = 1e-10;

/// The queue of a scenario with one type and one group, and its agents; none where the formulas do not reach.
fn of(scenario: &Scenario) -> Option<(Queue, u32)> {
    let ([contact], [group]) = (scenario.contacts.as_slice(), scenario.groups.as_slice()) else { return None };
    let Handling::Whole(Law::Exponential { mean: handle }) = &contact.handle else { return None };
    let (Arrivals::PerHour(rate), Staffing::Constant(agents)) = (&contact.arrivals, &group.staff) else {
        return None;
    };
    let queue = Queue {
        arrivals: rate / 3600.0,
        handle: *handle,
        patience: contact.patience.clone(),
        lines: scenario.centre.lines,
    };
    (contact.balk == 0.0).then_some((queue, *agents))
}

fn figure(figures: &Performance, name: &str) -> f64 {
    let name = name.split_once('.').map_or(name, |(_, figure)| figure);
    if let Some(seconds) = name.strip_prefix("within ") {
        return figures.service_level(seconds.parse().unwrap());
    }
    match name {
        "mean_queue" => figures.mean_queue,
        "mean_wait" => figures.mean_wait,
        "mean_wait_abandoned" => figures.mean_wait_abandoned.unwrap(),
        "mean_wait_answered" => figures.mean_wait_answered,
        "p_abandon" => figures.p_abandon,
        "p_blocked" => figures.p_blocked,
        "p_wait" => figures.p_wait,
        "occupancy" => figures.occupancy,
        other => panic!("{other}"),
    }
}

#[test]
fn formulas_meet_every_exact_case_within_their_reach() {
    let (mut cases, mut figures) = (0, 0);
    for case in exact::cases().iter().filter(|case| case.id.starts_with("A.") || case.id.starts_with("B.")) {
        let Some((queue, agents)) = of(&exact::scenario(case, 1)) else {
            assert!(
                ["B.mmng.19", "B.mmng.23"].contains(&case.id.as_str()),
                "{}: only balking is out of reach",
                case.id
            );
            continue;
        };
        let ours = queue.performance(agents);
        for (name, exact) in &case.figures {
            close(&format!("{} {name}", case.id), figure(&ours, name), *exact, PRINTED);
            figures += 1;
        }
        cases += 1;
    }
    assert!(cases >= 15 && figures >= 100, "{figures} figures of {cases} cases");
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Least>,
}

/// One search for the least agents.
#[derive(Deserialize)]
struct Least {
    id: String,
    queue: BTreeMap<String, f64>,
    goal: BTreeMap<String, f64>,
    least: BTreeMap<String, f64>,
    fewer: BTreeMap<String, f64>,
}

#[test]
fn least_agents_are_the_exact_ones() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/exact/j.toml");
    let cases = toml::from_str::<Cases>(&std::fs::read_to_string(file).unwrap()).unwrap().case;
    assert_eq!(cases.len(), 60);
    for Least { id, queue, goal, least, fewer } in cases {
        let patience = queue.get("patience").map(|mean| Law::Exponential { mean: *mean });
        let within = goal.get("within").copied().unwrap_or(20.0);
        let queue = Queue { arrivals: queue["per_hour"] / 3600.0, handle: queue["handle"], patience, lines: None };
        let goal = Goal {
            answer: goal.get("answer").map(|share| (*share, within)),
            abandon: goal.get("abandon").copied(),
            asa: goal.get("asa").copied(),
            occupancy: None,
        };
        assert_eq!(queue.least_agents(&goal, 100_000), Ok(least["agents"] as u32), "{id}");
        for exact in [least, fewer] {
            let ours = queue.performance(exact["agents"] as u32);
            for (name, exact) in exact.iter().filter(|(name, _)| *name != "agents") {
                let ours = if name == "service_level" { ours.service_level(within) } else { figure(&ours, name) };
                close(&format!("{id} {name}"), ours, *exact, PRINTED);
            }
        }
    }
}
