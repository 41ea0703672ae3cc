//! `holdline season` as people use it: files, tables, plans by hand, the same bytes again.

use std::fs;

use serde_json::Value;

use super::{SMALL, workplace};
use crate::workplace::holdline;

const FAST: &str = "season small.toml --seasons 80 --probability 70% --confidence 90% --quiet";

#[test]
fn a_plan_comes_with_its_files_and_can_be_run_and_fed_back() {
    let folder = workplace("plan", SMALL);
    let output = holdline(&folder, FAST).assert().success().get_output().stdout.clone();
    let table = String::from_utf8(output).unwrap();
    for text in [
        "Small season: a hiring plan",
        "on 80 fresh seasons",
        "kept, %",
        "at work",
        "every class a week later",
        "10 % less attrition",
        "two weeks less training",
        "without the",
        "customers lost",
    ] {
        assert!(table.contains(text), "`{text}` is missing in\n{table}");
    }
    let made = folder.join("output/season");
    let tables = ["hires.csv", "weeks.csv", "changes.csv", "staffing.csv", "season.xlsx"];
    let files = ["season.json", "planned.toml", "run.toml"].into_iter().chain(tables);
    let charts = ["season-need", "season-heads", "season-risk", "season-service", "season-frontier"];
    let pictures = charts.iter().flat_map(|chart| [format!("{chart}.svg"), format!("{chart}.png")]);
    for file in files.map(str::to_owned).chain(pictures) {
        assert!(made.join(&file).exists(), "{file} is missing");
    }
    let document: Value = serde_json::from_slice(&fs::read(made.join("season.json")).unwrap()).unwrap();
    assert_eq!(document["schema"], "holdline/season/1");
    assert_eq!(document["weeks"].as_array().unwrap().len(), 8);
    assert_eq!(document["confirmed"], true);
    // The table may break a line in a change's name.
    let changes = document["changes"].as_array().unwrap();
    assert!(changes.iter().any(|change| change.to_string().contains("a week earlier")), "{changes:?}");
    // The plan as a scenario of its own, and the planned classes in it.
    let run = holdline(&folder, "run output/season/planned.toml --quiet --json")
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    let result: Value = serde_json::from_slice(&run).unwrap();
    let weeks = result["scenarios"][0]["people"]["team"].as_array().unwrap();
    let starters: f64 = weeks.iter().map(|week| week["starters"]["value"].as_f64().unwrap()).sum();
    let hired: u64 = document["hires"].as_array().unwrap().iter().map(|hire| hire["people"].as_u64().unwrap()).sum();
    assert_eq!(starters, hired as f64);
    // Fed back, from both kinds of files, it is the plan itself.
    for file in ["hires.csv", "season.xlsx"] {
        let line = format!("{FAST} --brief --json --out again --plan output/season/{file}");
        let again = holdline(&folder, &line).assert().success().get_output().stdout.clone();
        let again: Value = serde_json::from_slice(&again).unwrap();
        assert_eq!(again["by_hand"]["hires"], document["hires"], "{file}");
        for effect in again["by_hand"]["effects"].as_array().unwrap() {
            assert_eq!(effect["difference"]["value"], 0.0, "{file}: {effect}");
        }
        assert_eq!(again["by_hand"]["missed"], Value::Array(Vec::new()));
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let folder = workplace("threads", SMALL);
    let bytes = |threads: u32| {
        let line = format!("{FAST} --json --threads {threads} --out of-{threads}");
        holdline(&folder, &line).assert().success().get_output().stdout.clone()
    };
    assert_eq!(bytes(1), bytes(3));
    for file in ["season.xlsx", "season-need.png", "run.toml", "staffing.csv"] {
        let read = |threads: u32| fs::read(folder.join(format!("of-{threads}/season/{file}"))).unwrap();
        assert_eq!(read(1), read(3), "{file}");
    }
}

#[test]
fn a_plan_by_hand_is_held_against_the_best_one() {
    let folder = workplace("by-hand", SMALL);
    fs::write(folder.join("late.csv"), "week start,group,hires\n2026-02-16,team,4\n").unwrap();
    let line = format!("{FAST} --brief --plan late.csv");
    let output = holdline(&folder, &line).assert().success().get_output().stdout.clone();
    let table = String::from_utf8(output).unwrap();
    assert!(table.contains("late.csv against the plan"), "{table}");
    assert!(table.contains("keep their promises less often than asked, for certain; worst in week"), "{table}");
}

#[test]
fn wrong_plans_are_shown_where_they_are_wrong() {
    for (name, text, said) in [
        ("no-hires", "start,group\n2026-01-12,team\n", "has no column `hires`"),
        ("no-start", "hires\n3\n", "has no column `start`"),
        ("group", "start,group,hires\n2026-01-12,tean,3\n", "did you mean `team`?"),
        ("date", "start,group,hires\n2027-01-12,team,3\n", "no week of the horizon begins on this day or later"),
        ("week", "week,group,hires\n9,team,3\n", "weeks are counted from 1 to 8"),
        ("number", "start,group,hires\n2026-01-12,team,some\n", "`some` in the column `hires` cannot be used"),
        ("contract", "start,group,hires,contract\n2026-01-12,team,3,staf\n", "did you mean `staff`?"),
    ] {
        let folder = workplace(&format!("wrong-{name}"), SMALL);
        fs::write(folder.join("plan.csv"), text).unwrap();
        let run = holdline(&folder, &format!("{FAST} --plan plan.csv")).assert().code(2);
        let error = String::from_utf8(run.get_output().stderr.clone()).unwrap();
        assert!(error.contains(said) && error.contains("plan.csv"), "{name}: `{said}` is not in\n{error}");
    }
    // All at once, each with its line.
    let folder = workplace("wrong-all", SMALL);
    fs::write(folder.join("plan.csv"), "start,group,hires\n2026-01-12,tean,3\n2026-01-19,team,-1\n").unwrap();
    let run = holdline(&folder, &format!("{FAST} --plan plan.csv")).assert().code(2);
    let error = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(error.contains("plan.csv:2:12") && error.contains("plan.csv:3:17"), "{error}");
}
