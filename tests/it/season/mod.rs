//! Season plans: the programme against brute force, expectations by hand, the search, its command, and what files say.

mod cohorts;
mod command;
mod programme;
mod refused;
mod rules;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use holdline::planner::Watch;
use holdline::scenario::{Scenario, load};
use holdline::season::{Found, Options, Outcome, Setting, Simulator, season};

use crate::workplace::with_file;

/// Eight weeks whose calls double, and a team that can hire.
pub(crate) const SMALL: &str = r#"name = "Small season"
[horizon]
start = 2026-01-05
weeks = 8
interval = "2h"
[run]
replications = 4
seed = 5
[calendar]
weeks = [1.0, 1.0, 1.0, 1.2, 1.6, 2.0, 2.0, 1.6]
[contacts.calls]
channel = "voice"
open = "08:00-18:00"
arrivals = { per_interval = [24, 30, 26, 20, 12] }
busy_factor = { cv = 0.1 }
handle = { exponential = { mean = "5min" } }
patience = { exponential = { mean = "4min" } }
target = { answer = 0.8, within = "30s" }
[satisfaction]
value = 100
[agents.team]
skills = ["calls"]
staff = 2
cost_per_hour = 20.0
[agents.team.people]
team = 8
contracts = { staff = { hours_per_week = "30h", overtime = { hours = "3h" } } }
training = { over = "1w", cost = 100, trainer_cost = 500, trainees = 4 }
nesting = { over = "1w", presence = 0.5 }
learning = { handle = { start = 1.5, over = "4w" } }
leave = 0.08
sickness = { share = 0.04 }
adherence = 0.95
attrition = { weekly = 0.01 }
hire_cost = 300
hiring = { lead = "1w", least = 2, most = 4, trainers = 1 }
"#;

/// A folder of a test's own, with a scenario in `small.toml`.
fn workplace(name: &str, scenario: &str) -> PathBuf {
    with_file("season", name, "small.toml", scenario)
}

fn scenario(name: &str, text: &str) -> Scenario {
    load(&workplace(name, text).join("small.toml")).unwrap_or_else(|problems| panic!("{problems}")).scenario
}

/// What is asked of the plans of small centres.
const ASKED: Options = Options { probability: 0.7, confidence: 0.9, seasons: 80 };

/// A plan of a scenario.
fn found(setting: &Setting<'_>) -> Found {
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &|_, _| () };
    match season(&Simulator::new(setting, 5, watch), ASKED).unwrap() {
        Outcome::Found(found) => *found,
        Outcome::Missing(missing) => panic!("{missing:?}"),
    }
}
