//! The story of the peak season: the plan keeps its promise in each week as often as stated, hiring when the queue is long
//! and hiring the average do not, and the files say by how much.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use holdline::planner::Watch;
use holdline::scenario::{Scenario, load, load_hires};
use holdline::season::{Season, Setting, Simulator, Standing, standings};
use holdline::stats::binomial_lower;

/// Seasons whose seed is not that of the search, and the chance that is stated.
const SEASONS: u32 = 200;
const SEED: u64 = 2027;
const STATED: f64 = 0.9;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/stories").join(name)
}

fn seasons(setting: &Setting<'_>, scenario: &Scenario) -> Vec<Season> {
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &|_, _| () };
    Simulator::new(setting, SEED, watch).seasons(scenario, 0..SEASONS).unwrap()
}

/// Whether a week's chance is less than stated: wrongly said of one of 18 weeks once in a thousand tests.
fn misses(standing: &Standing) -> bool {
    let missed = u64::from(standing.seasons - standing.kept);
    1.0 - binomial_lower(missed, u64::from(standing.seasons), 1e-3 / 18.0) < STATED
}

/// The weeks that are missed for certain, and how many seasons keep the worst one.
fn told(name: &str, setting: &Setting<'_>, seen: &[Season]) -> String {
    let all = standings(setting, seen);
    let worst = all.iter().map(|standing| standing.kept).min().unwrap();
    let missed = all.iter().filter(|standing| misses(standing)).count();
    format!("#  * {name}: the worst week keeps its promises in {worst} of {SEASONS} seasons; {missed} of {} weeks miss them too often.", all.len())
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_plan_keeps_its_promises_and_plans_by_hand_do_not() {
    let planned = load(&file("peak-season-remedy.toml")).unwrap().scenario;
    let setting = Setting::new(&planned).unwrap();
    let plan = seasons(&setting, &planned);
    for (week, standing) in standings(&setting, &plan).iter().enumerate() {
        assert!(!misses(standing), "week {week} keeps its promises in {} of {SEASONS} seasons only", standing.kept);
    }
    let by_hand = |name: &str| {
        let mut scenario = planned.clone();
        let classes = load_hires(&file(name), &scenario).unwrap();
        scenario.groups[0].people.as_mut().unwrap().classes.clone_from(&classes[0]);
        seasons(&setting, &scenario)
    };
    let (peak, average) =
        (by_hand("peak-season/hire-at-the-peak.csv"), by_hand("peak-season/hire-the-average.csv"));
    for seen in [&peak, &average] {
        assert!(standings(&setting, seen).iter().any(misses), "a plan by hand is as good");
    }
    let lines = [
        told("the plan", &setting, &plan),
        told("hired at the peak", &setting, &peak),
        told("hired for the average", &setting, &average),
    ];
    let text = std::fs::read_to_string(file("peak-season-remedy.toml")).unwrap();
    let stale: Vec<&String> = lines.iter().filter(|line| !text.contains(*line)).collect();
    assert!(stale.is_empty(), "peak-season-remedy.toml does not say:\n{stale:#?}");
}
