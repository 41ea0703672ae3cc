//! Season plans: the programme against brute force, expectations by hand, the search, its command, and what files say.

mod cohorts;
mod command;
mod programme;
mod refused;
mod rules;
mod story;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use holdline::planner::Watch;
use holdline::scenario::{Scenario, load};
use holdline::season::{Found, Options, Outcome, Setting, Simulator, season};

use crate::workplace::with_file;

/// Eight weeks whose calls double, and a team that can hire.
pub(crate) const SMALL: &str = include_str!("../../../scenarios/small-season.toml");

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
