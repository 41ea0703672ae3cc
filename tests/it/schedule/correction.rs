//! The loop that simulates and corrects, from within.

use std::sync::atomic::AtomicBool;

use holdline::planner::schedule::{Effort, Goal, Need, Schedule, Setting, Step, Trouble, schedule};
use holdline::planner::{Trials, Watch};
use holdline::scenario::load;

use super::whole::{SCENARIO, folder};

/// Three people are needed at work, one in ten does not come, and no part-time people stand in; as many full-time people
/// as `most` says. The roster keeps the promise neither when somebody is away nor during breaks.
fn corrected(name: &str, most: u32, watch: &mut dyn FnMut(&Step<'_>) -> bool) -> Schedule {
    let scenario = SCENARIO.replace("absence = 0.04", "absence = 0.1").replace("max = 6", "max = 0");
    let scenario = scenario.replace("shifts = [\"day\"]", &format!("shifts = [\"day\"]\npeople = {{ max = {most} }}"));
    let loaded = load(&folder(name, &scenario, 3).join("week.toml")).unwrap();
    let setting = Setting::new(&loaded.scenario).unwrap();
    let cancel = AtomicBool::new(false);
    let trials = Trials::new(&loaded.scenario, 3, Watch { cancel: &cancel, progress: &|_, _| {} });
    let open = |interval: usize| interval / 48 < 5 && (18..34).contains(&(interval % 48));
    let staff: Vec<u32> = (0..336).map(|interval| if open(interval) { 3 } else { 0 }).collect();
    let effort = Effort { gap: 0.1, ..Effort::default() };
    let need = Need { staff: vec![staff], firm: true };
    schedule(&setting, &trials, need, effort, Goal::default(), &mut |_, step| watch(&step)).unwrap()
}

#[test]
fn every_search_begins_with_time_of_its_own() {
    let mut searches = 0;
    let found = corrected("own-time", 20, &mut |step| {
        searches += u32::from(matches!(step, Step::Begins));
        searches > 0
    });
    assert!(found.unproven.is_empty() && found.stopped.is_none(), "{:?}", found.stopped);
    assert!(searches > 1 && found.raised > 0, "{searches} searches, {} intervals raised", found.raised);
    assert!(found.need[0].iter().any(|people| *people > 3), "{:?}", found.need);
}

#[test]
fn a_raise_that_cannot_be_covered_leaves_the_last_roster() {
    let found = corrected("last-roster", 5, &mut |_| true);
    let (instance, solved) = (found.instances[0].as_ref().unwrap(), found.solved[0].as_ref().unwrap());
    assert!(!found.unproven.is_empty());
    assert!(matches!(&found.stopped, Some(Trouble::Short { shortage }) if !shortage.gaps.is_empty()));
    // It covers what the document says is needed, and no rule is broken.
    assert_eq!((instance.shortfall(&solved.people), instance.faults(&solved.people)), (0, Vec::new()));
    assert_eq!(solved.people.len(), 5);
}
