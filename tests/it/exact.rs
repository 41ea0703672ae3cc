//! Simulated figures against exact ones: closed forms in many digits, Markov chains, quadrature and differential
//! equations of our own computation, from one agent to two thousand.
//!
//! Every figure of every case is tested; the chance that a right engine fails anywhere is
//! [`crate::tolerance::FALSE_ALARM`]. In the figures named `main` an error of 1 % would be seen with chance
//! [`crate::tolerance::POWER`], and the test fails when their standard errors are too large for that.

use std::collections::BTreeMap;
use std::path::Path;

use holdline::kpi::ScenarioResult;
use holdline::scenario::{Scenario, load};
use holdline::stats::{Estimate, student_quantile};
use serde::Deserialize;

use crate::centre::figures;
use crate::tolerance::{ERROR_TO_SEE, FALSE_ALARM, OUTSIDE, POWER, normal_quantile};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// One exact case: a scenario without its horizon, and what must come out.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    horizon: toml::Table,
    replications: u32,
    within: Vec<f64>,
    main: Vec<String>,
    scenario: String,
    pub(crate) figures: BTreeMap<String, f64>,
}

impl Case {
    /// A duration of the horizon.
    fn seconds(&self, key: &str) -> f64 {
        self.horizon[key].as_integer().unwrap() as f64
    }
}

pub(crate) fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/exact");
    let read = |letter| std::fs::read_to_string(folder.join(format!("{letter}.toml"))).unwrap();
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "k"]
        .map(read)
        .iter()
        .flat_map(|t| toml::from_str::<Cases>(t).unwrap().case)
        .collect()
}

/// Reads the scenario as a user's file is read.
pub(crate) fn scenario(case: &Case, seed: usize) -> Scenario {
    let Case { id, horizon, replications, within, scenario, .. } = case;
    let text = format!(
        "name = \"{id}\"\nhorizon = {{ {} }}\nrun = {{ replications = {replications}, seed = {seed} }}\n\
         report = {{ within = {within:?} }}\n{scenario}",
        horizon.iter().map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>().join(", "),
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exact");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{id}.toml"));
    std::fs::write(&path, text).unwrap();
    load(&path).unwrap_or_else(|problems| panic!("{}", problems.render(false))).scenario
}

/// A figure by the name it has in the case: `type.figure`, `group.occupancy`, `type.within 20`, `interval 3.figure`,
/// `type.redial per hour`, `journeys.contacts_per_issue`.
fn figure(case: &Case, result: &ScenarioResult, name: &str) -> Option<Estimate> {
    let (who, what) = name.split_once('.').unwrap();
    if who == "journeys" {
        return estimate(&serde_json::to_value(result.journeys.as_ref()?).unwrap()[what]["mean"]);
    }
    if let Some(interval) = who.strip_prefix("interval ") {
        let interval = &result.intervals.as_ref()?[interval.parse::<usize>().unwrap()];
        let row = serde_json::to_value(interval.contacts.values().next()?).unwrap();
        return estimate(&row[what]);
    }
    if what == "occupancy" {
        return result.agents[who].occupancy;
    }
    let contact = &result.contacts[who];
    if let Some(seconds) = what.strip_prefix("within ") {
        let seconds: f64 = seconds.parse().unwrap();
        return contact.within.iter().find(|within| within.seconds == seconds)?.service_level;
    }
    let json = serde_json::to_value(contact).unwrap();
    let Some(count) = what.strip_suffix(" per hour") else { return estimate(&json[what]) };
    let per_hour = 3600.0 / (case.seconds("duration") - case.seconds("warm_up"));
    let counted = estimate(&json[count]).or_else(|| estimate(&json["offered_by_origin"][count]))?;
    let std_error = counted.std_error.map(|error| error * per_hour);
    Some(Estimate { value: counted.value * per_hour, std_error, ci95: None })
}

fn estimate(json: &serde_json::Value) -> Option<Estimate> {
    Some(Estimate { value: json["value"].as_f64()?, std_error: json["std_error"].as_f64(), ci95: None })
}

/// What is held against the exact figures.
struct Trial {
    total: usize,
    compared: usize,
    outside: usize,
    failures: Vec<String>,
}

impl Trial {
    /// Student's quantile at the rate that all figures together share.
    fn allowed(&self, replications: u32) -> f64 {
        student_quantile(1.0 - FALSE_ALARM / 2.0 / self.total as f64, replications - 1)
    }

    fn hold(&mut self, case: &Case, name: &str, exact: f64, simulated: Option<Estimate>) {
        let Some(Estimate { value, std_error: Some(error), .. }) = simulated else {
            return self.failures.push(format!("{} {name}: no figure", case.id));
        };
        let (limit, off) = (self.allowed(case.replications), (value - exact).abs());
        // A service level so near to 1 that nobody is seen beyond it has no spread to test with.
        if error == 0.0 && off < 1e-5 {
            return;
        }
        self.compared += 1;
        self.outside += usize::from(off > student_quantile(0.975, case.replications - 1) * error);
        if off > limit * error {
            let z = (value - exact) / error;
            self.failures.push(format!("{} {name}: {value}, exactly {exact}: {z:.1} standard errors", case.id));
        }
        let needed = ERROR_TO_SEE / (limit + normal_quantile(POWER));
        if case.main.iter().any(|main| main == name) && error > needed * exact {
            let share = 100.0 * error / exact;
            self.failures.push(format!("{} {name}: its error of {share:.3} % could not tell 1 %", case.id));
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn every_exact_figure_is_met() {
    let cases = cases();
    let total = cases.iter().map(|case| case.figures.len()).sum();
    let mut trial = Trial { total, compared: 0, outside: 0, failures: Vec::new() };
    for (seed, case) in cases.iter().enumerate() {
        let result = figures(&scenario(case, 100 + seed));
        for (name, exact) in &case.figures {
            trial.hold(case, name, *exact, figure(case, &result, name));
        }
    }
    let Trial { compared, outside, failures, .. } = trial;
    assert!(failures.is_empty(), "{} of {total} figures:\n{}", failures.len(), failures.join("\n"));
    let share = outside as f64 / compared as f64;
    crate::published::write_down(&format!("exact: {outside} of {compared} figures outside their 95 % interval\n"));
    assert!(OUTSIDE.contains(&share), "{:.1} % of {compared} figures lie outside their 95 % interval", 100.0 * share);
}

/// The cases are those that were chosen: all kinds, small and large, each with a figure that has power.
#[test]
fn the_cases_cover_all_kinds_and_sizes() {
    let cases = cases();
    assert!(cases.len() >= 70);
    let starts = |prefix: &str| cases.iter().filter(|case| case.id.starts_with(prefix)).count();
    for kind in ["A.erlang_b", "A.erlang_c", "A.erlang_a", "A.mmnk", "B.", "C.mg1", "C.mdn", "C.mphn", "C.talk_wrap"] {
        assert!(starts(kind) > 0, "{kind}");
    }
    for kind in ["D.pooled", "D.continuous", "E.priority", "F.static", "F.oldest", "F.collapse", "K.gamma", "K.mmpp"] {
        assert!(starts(kind) > 0, "{kind}");
    }
    for kind in ["G.redial.", "G.reconnect", "G.blocked_redial", "G.redial_and_reconnect", "H.chat.", "H.chat_large"] {
        assert!(starts(kind) > 0, "{kind}");
    }
    for kind in ["I.email.", "I.email_backlog", "I.callback", "I.virtual_hold"] {
        assert!(starts(kind) > 0, "{kind}");
    }
    let agents = |case: &Case| holdline::engine::Model::new(&scenario(case, 1)).agents();
    let sizes: Vec<usize> = cases.iter().map(agents).collect();
    assert_eq!((sizes.iter().min(), sizes.iter().max()), (Some(&1), Some(&2000)));
    for case in &cases {
        assert!(!case.main.is_empty() && case.main.iter().all(|m| case.figures.contains_key(m)), "{}", case.id);
    }
}
