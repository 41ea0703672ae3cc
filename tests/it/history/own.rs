//! The log of a simulation comes back with the counts and sums of its result document.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use holdline::history::{Log, Outcome, read};
use serde_json::Value;

const CENTRE: &str = r#"name = "Two types"
[horizon]
START
days = DAYS
interval = "30min"
warm_up = "1h"
[run]
replications = 7
seed = 5
[centre]
lines = 22
[contacts.sales]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 120 }
handle = { lognormal = { mean = "4min", cv = 1.1 } }
patience = { exponential = { mean = "3min" } }
redial = { abandoned = 0.4, blocked = 0.8, after = { exponential = { mean = "10min" } }, attempts = 3 }
[contacts.service]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "5min" } }
patience = { exponential = { mean = "2min" } }
[agents.front-line]
skills = ["sales", "service"]
staff = 11
"#;

const REPLICATIONS: f64 = 7.0;

/// Simulates, and gives the log and the result document.
fn simulated(name: &str, start: &str, days: u32) -> (Log, Value) {
    let text = CENTRE.replace("START", start).replace("DAYS", &days.to_string());
    let scenario = super::file(&format!("{name}.toml"), text.as_bytes());
    let contacts: PathBuf = scenario.with_extension("contacts.csv");
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdline"));
    command.arg("run").arg(&scenario).args(["--json", "--quiet", "--out"]).arg(scenario.with_extension("out"));
    let printed = command.arg("--contacts").arg(&contacts).assert().success().get_output().stdout.clone();
    let log = read(std::slice::from_ref(&contacts), None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    super::nothing_is_lost(&log);
    assert_eq!(log.faults.rows() as usize + 1, fs::read_to_string(&contacts).unwrap().lines().count());
    (log, serde_json::from_slice(&printed).unwrap())
}

/// Counts and sums of the log are those of the document, which gives means over replications and over contacts.
fn agrees(log: &Log, document: &Value) {
    assert_eq!(log.kinds.len(), 2);
    for (kind, name) in log.kinds.iter().enumerate() {
        let of_kind = log.contacts.iter().filter(|contact| usize::from(contact.kind) == kind);
        let told = |figure: &str| document["scenarios"][0]["contacts"][name][figure]["value"].as_f64().unwrap();
        let count = |outcome: Outcome| of_kind.clone().filter(|contact| contact.outcome == outcome).count() as f64;
        for outcome in [Outcome::Answered, Outcome::Abandoned, Outcome::Blocked, Outcome::Closed] {
            let all = told(outcome.name()) * REPLICATIONS;
            assert!((count(outcome) - all).abs() < 1e-6, "{name} {}: {} and {all}", outcome.name(), count(outcome));
        }
        for (outcome, figure) in
            [(Outcome::Answered, "mean_wait_answered"), (Outcome::Abandoned, "mean_wait_abandoned")]
        {
            let waited: f64 = of_kind.clone().filter(|c| c.outcome == outcome).map(|contact| contact.wait()).sum();
            assert!((waited / count(outcome) - told(figure)).abs() < 1e-6, "{name} {figure}");
        }
    }
}

#[test]
fn a_dated_log_has_a_day_for_each_day_of_each_replication() {
    let (log, document) = simulated("dated", "start = 2026-11-30", 2);
    agrees(&log, &document);
    assert_eq!(log.days.len(), 14);
    // Each replication begins on a Monday of its own.
    let weekdays: Vec<_> = log.days.iter().map(|day| day.date.weekday()).collect();
    assert!(weekdays.chunks(2).all(|pair| pair == [jiff::civil::Weekday::Monday, jiff::civil::Weekday::Tuesday]));
    assert_eq!(log.days[0].date.to_string(), "2026-11-30");
    assert_eq!(log.days.iter().map(|day| day.contacts.len()).sum::<usize>(), log.contacts.len());
    assert!(log.contacts.is_sorted_by(|one, other| one.arrived <= other.arrived));
    assert_eq!(log.files[0].layout, Some("contacts of a simulation by holdline"));
    assert!(log.faults.dropped()[0].found.count > 0, "contacts of the warm-up are left out");
    assert_eq!(log.faults.found().count(), 0);
    assert!(log.agents.iter().all(|name| name.starts_with("front-line ")) && log.agents.len() == 11);
}

#[test]
fn a_log_without_a_calendar_counts_from_1970() {
    let (log, document) = simulated("undated", "", 1);
    agrees(&log, &document);
    assert_eq!(log.days[0].date.to_string(), "1970-01-01");
    assert_eq!(log.days.len(), 7);
    let redialled = log.contacts.iter().filter(|contact| contact.customer().is_some()).count();
    assert_eq!(redialled, log.contacts.len(), "customers who redial are followed");
}

#[test]
fn contacts_of_several_scenarios_are_no_one_log() {
    let header = "scenario,replication,contact_type,measured,arrived_at,arrived,wait,outcome,agent_group,agent,handled,origin,issue,result";
    let row = |scenario: &str| format!("{scenario},0,calls,true,,10,0,answered,team,1,60,fresh,,\n");
    let text = format!("{header}\n{}{}", row("A"), row("B"));
    let shown = super::refusal("several.csv", &text, None).to_string();
    assert!(shown.contains("several scenarios: `A` and `B`"), "{shown}");
}
