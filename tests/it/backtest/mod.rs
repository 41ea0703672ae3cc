//! Days of a log simulated and held against what happened.

mod command;
mod known;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use holdline::backtest::{Agents, DayResult, Options, Unlike, Volumes, backtest};
use holdline::fit::DutyRule;
use holdline::history::{Log, read};
use holdline::scenario::{Scenario, load_text};

use crate::workplace::{holdline, with_file};

/// Agents who are always busy enough to be seen, customers who leave.
const CENTRE: &str = r#"name = "Known"
[horizon]
days = 1
interval = "30min"
[run]
replications = 40
seed = 77
[contacts.calls]
channel = "voice"
open = "08:00-18:00"
arrivals = { per_hour = 90 }
busy_factor = { cv = 0.1 }
handle = { lognormal = { mean = "4min", cv = 1 } }
patience = { exponential = { mean = "3min" } }
[agents.team]
skills = ["calls"]
staff = { shifts = [{ from = "08:00", to = "18:00", agents = 6 }] }
"#;

const OPTIONS: Options = Options {
    volumes: Volumes::Actual,
    agents: Agents::Scenario,
    replications: 100,
    seed: 5,
    duty: DutyRule { gap: 300.0, waited: 30.0, rest: 18_000.0, least: 2, least_share: 0.03 },
};

fn centre(text: &str) -> Scenario {
    load_text(Path::new("centre.toml"), text, &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(false)))
        .scenario
}

/// The log of the centre, each replication a day.
fn log(name: &str) -> Log {
    let folder = with_file("backtest", name, "centre.toml", CENTRE);
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"))
}

fn tested(scenario: &Scenario, log: &Log, options: Options) -> Result<Vec<DayResult>, Unlike> {
    let days = log.days.iter().filter(|day| !day.contacts.is_empty()).cloned().collect::<Vec<_>>();
    backtest(scenario, log, log, &days, options, &AtomicBool::new(false), &mut |_, _| ())
}
