//! The roster of 120 people over four weeks: covered, lawful, within three per cent of the bound.

use std::path::{Path, PathBuf};

use holdline::scenario::load;
use serde_json::Value;

use super::inspector::Inspector;
use super::text;
use crate::workplace::{empty, holdline};

fn root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

/// People who are said to be short of their contract, and in which weeks.
pub(super) fn short(document: &Value) -> Vec<(String, i64)> {
    let groups = document["groups"].as_array().unwrap().iter();
    let people = groups.flat_map(|group| group["people"].as_array().unwrap());
    let of = |person: &Value| {
        let name = person["person"].as_str().unwrap().to_owned();
        let weeks: Vec<i64> = person["short_weeks"].as_array().unwrap().iter().map(|w| w.as_i64().unwrap()).collect();
        weeks.into_iter().map(move |week| (name.clone(), week))
    };
    people.flat_map(of).collect()
}

#[test]
fn a_hundred_and_twenty_people_over_four_weeks_are_within_three_per_cent_of_the_bound() {
    let folder = empty("rosters", "acceptance");
    let (scenario, people) = (root("four-week-roster.toml"), root("four-week-roster/people.csv"));
    let line = format!("roster {} --people {} --effort 3000 --json --quiet", scenario.display(), people.display());
    let told = holdline(&folder, &line).output().unwrap();
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let document: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(document["feasible"], true);
    let number = |name: &str| document[name].as_f64().unwrap();
    assert!(number("gap") < 0.03, "a gap of {}", number("gap"));
    assert!(((number("cost") / number("bound") - 1.0) - number("gap")).abs() < 1e-9);

    let scenario = load(&scenario).unwrap().scenario;
    let list = std::fs::read_to_string(folder.join("output/roster/roster.csv")).unwrap();
    let inspector = Inspector::new(&scenario, &list, &std::fs::read_to_string(people).unwrap(), short(&document));
    assert_eq!(inspector.faults(), Vec::<String>::new());
    assert!((inspector.cost() - number("cost")).abs() < 1e-6 * number("cost"), "{}", inspector.cost());
    // Everybody needed is there at every minute, with those who will not come beside.
    let table = std::fs::read_to_string(root("four-week-roster/need.csv")).unwrap();
    for (group, agents) in scenario.groups.iter().enumerate() {
        let presence = inspector.presence(group);
        for (interval, row) in table.lines().skip(1).enumerate() {
            let need: f64 = row.split(',').nth(group).unwrap().parse().unwrap();
            let needed = (need / (1.0 - agents.absence) - 1e-9).ceil() as u32;
            let least = presence[interval * 30..(interval + 1) * 30].iter().min().unwrap();
            assert!(*least >= needed, "{}: {least} for {needed} in interval {interval}", agents.name);
        }
    }
}
