//! The story of the peak season: on seasons of another seed than the search's, the plan keeps its promises in every week as
//! often as stated; hiring when the queue is long and hiring for the average week do not, and the story's page says by how
//! much.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use holdline::planner::Watch;
use holdline::scenario::{Scenario, load, load_hires};
use holdline::season::{Setting, Simulator, Standing, standings};
use holdline::stats::{binomial_lower, wilson};

/// The seed of the search is the scenario's own.
const SEED: u64 = 2027;
/// What is stated: the chance with which each week keeps its promises.
const STATED: f64 = 0.9;
/// Seasons of the plan, and of each plan made by hand: these are so much worse that few are enough.
const SEASONS: [u32; 2] = [1000, 200];
/// The weeks that begin on 30 November, 7 and 14 December, from 0.
const PEAK: [usize; 3] = [9, 10, 11];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/stories").join(name)
}

/// Where each week stands with the scenario's own classes.
fn seen(setting: &Setting<'_>, scenario: &Scenario, seasons: u32) -> Vec<Standing> {
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &|_, _| () };
    let promised = Scenario { satisfaction: None, ..scenario.clone() };
    standings(setting, &Simulator::new(setting, SEED, watch).seasons(&promised, 0..seasons).unwrap())
}

/// Whether a week keeps its promises less often than stated. Said wrongly of any of 18 weeks once in a thousand tests at
/// most (exact binomial bound, Bonferroni). It is said of a week that keeps them in 84 % of a thousand seasons, or in 75 % of two
/// hundred, 97 times in a hundred.
fn misses(standing: &Standing) -> bool {
    let missed = u64::from(standing.seasons - standing.kept);
    1.0 - binomial_lower(missed, u64::from(standing.seasons), 1e-3 / 18.0) < STATED
}

fn percent(standing: &Standing) -> String {
    let share = wilson(u64::from(standing.kept), u64::from(standing.seasons)).unwrap();
    let [low, high] = share.ci95.unwrap().map(|end| 100.0 * end);
    format!("{:.1} ({low:.1}–{high:.1})", 100.0 * share.value)
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_plan_keeps_its_promises_and_plans_by_hand_do_not() {
    let planned = load(&file("peak-season-remedy.toml")).unwrap().scenario;
    let setting = Setting::new(&planned).unwrap();
    assert_ne!(planned.run.seed, SEED);
    let plan = seen(&setting, &planned, SEASONS[0]);
    let wrong: Vec<usize> = (0..18).filter(|week| misses(&plan[*week])).collect();
    assert!(wrong.is_empty(), "the plan does not keep what is stated in weeks {wrong:?}: {plan:?}");
    let [late, average] = ["late", "average"].map(|name| {
        let mut scenario = planned.clone();
        let classes = load_hires(&file(&format!("peak-season/{name}.csv")), &scenario).unwrap();
        scenario.groups[0].people.as_mut().unwrap().classes.clone_from(&classes[0]);
        let seen = seen(&setting, &scenario, SEASONS[1]);
        assert!(PEAK.iter().all(|week| misses(&seen[*week])), "{name} is as good: {seen:?}");
        seen
    });
    let page = std::fs::read_to_string(file("README.md")).unwrap();
    let mut stale = String::new();
    for (week, days) in setting.weeks.iter().enumerate() {
        let [plan, late, average] = [&plan, &late, &average].map(|seen| percent(&seen[week]));
        let row = format!("| {} | {plan} | {late} | {average} |", setting.date(days.start).unwrap());
        if !page.contains(&row) {
            writeln!(stale, "{row}").unwrap();
        }
    }
    assert!(stale.is_empty(), "README.md does not say:\n{stale}");
}
