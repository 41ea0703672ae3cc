//! `holdline erlang`: its figures, its table, its refusals.

use std::path::Path;

use serde_json::Value;

use super::{failure, holdline, output, workplace};

const CALLS: &str = "erlang --calls 100 --per 30min --aht 3min";

fn json(line: &str) -> Value {
    // Nothing is read and nothing is left behind: one folder is enough for all tests.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    serde_json::from_str(&output(folder, &format!("{CALLS} {line} --json"))).unwrap()
}

#[test]
fn a_target_gives_the_least_agents_and_the_people_to_schedule() {
    let answer = json("--target 80/20 --shrinkage 30%");
    assert_eq!((&answer["agents"], &answer["scheduled"]), (&14.into(), &20.into()));
    for key in ["service_level", "mean_wait", "p_wait", "p_abandon", "p_blocked", "occupancy"] {
        assert!(answer[key].is_f64(), "{key} is missing in {answer}");
    }
    for key in ["mean_wait_answered", "mean_queue", "offered_load", "within", "stable", "goal_met"] {
        assert!(!answer[key].is_null(), "{key} is missing in {answer}");
    }
    assert!((answer["service_level"].as_f64().unwrap() - 0.888_350_019).abs() < 1e-8);
    assert!(answer["mean_wait_abandoned"].is_null(), "nobody abandons");
    let percentiles = answer["wait_percentiles"].as_object().unwrap();
    assert_eq!(percentiles.keys().collect::<Vec<_>>(), ["50", "90", "95", "99"]);
}

#[test]
fn targets_are_read_as_planners_write_them() {
    for target in ["80/20", "80%/20s", "80.0/20s", "79.9/20"] {
        assert_eq!(json(&format!("--target {target}"))["agents"], 14, "{target}");
    }
    // 1 - 0.449388 exp(-2/180 T) for twelve: 0.798 at 72 s, 0.819 at 82 s.
    assert_eq!((&json("--target 80/0.02h")["agents"], &json("--target 80/82")["agents"]), (&13.into(), &12.into()));
    assert_eq!(json("--asa 20s")["agents"], 13);
    assert_eq!(json("--occupancy 70%")["agents"], 15);
    assert_eq!(json("--patience 5min --abandon 2%")["agents"], 14);
    assert_eq!(json("--target 80/20 --asa 5s --occupancy 0.85")["agents"], 15);
    // By the integral in 20 digits, 16 agents answer 96.09 % within 10 s and 17 answer 97.98 %.
    assert_eq!(json("--target 97.5/10 --patience lognormal:5min,1")["agents"], 17);
}

#[test]
fn agents_give_figures_and_a_range_gives_an_array() {
    assert_eq!(json("--agents 14")["agents"], 14);
    let rows = json("--agents 10..20");
    assert_eq!(rows.as_array().unwrap().len(), 11);
    assert_eq!(json("--agents 14..14").as_array().unwrap().len(), 1);
    // Ten agents under ten erlangs: values, not an error.
    let row = &rows[0];
    assert_eq!((&row["service_level"], &row["occupancy"], &row["stable"]), (&0.0.into(), &1.0.into(), &false.into()));
    assert!(row["mean_wait"].is_null() && row["wait_percentiles"]["50"].is_null());
    let lines = json("--agents 10 --lines 10");
    assert!((lines["p_blocked"].as_f64().unwrap() - 0.214_582_34).abs() < 1e-8, "Erlang B");
    let far = json("--agents 14 --within 1min");
    assert!(far["service_level"].as_f64().unwrap() > 0.95 && far["within"] == 60.0);
}

#[test]
fn every_law_of_patience_can_be_named() {
    let names = ["constant:5min", "exponential:5min", "lognormal:5min,1.2", "gamma:5min,0.8", "erlang:5min,2"];
    let more = ["weibull:5min,0.7", "uniform:0,10min", "hyperexponential:0.5*1min,0.5*9min", "empirical:1min,9min,inf"];
    for law in names.iter().chain(&more) {
        let abandon = json(&format!("--agents 12 --patience {law}"))["p_abandon"].as_f64().unwrap();
        assert!(abandon > 0.0 && abandon < 0.2, "{law}: {abandon}");
    }
    assert_eq!(json("--agents 12 --patience 5min"), json("--agents 12 --patience exponential:300"));
}

#[test]
fn the_table_marks_the_answer_and_what_its_neighbours_miss() {
    let folder = workplace("erlang-table");
    let line = format!("{CALLS} --patience 5min --target 80/20 --abandon 2% --shrinkage 30%");
    for columns in [60, 100] {
        let assert = holdline(&folder, &line).env("COLUMNS", columns.to_string()).assert().success();
        let table = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
        assert!(table.lines().all(|line| line.chars().count() <= columns), "too wide\n{table}");
        let row = |agents: &str| table.lines().find(|row| row.trim_start().starts_with(agents)).unwrap().to_owned();
        assert!(row("14 ").contains("20") && row("14 ").contains("✓ met: the least"), "{table}");
        assert!(row("13 ").contains("✗ abandon") && !row("13 ").contains("answer"), "{table}");
        assert!(row("11 ").contains("✗ answer, abandon"), "{table}");
        assert!(row("17 ").ends_with("✓ met"), "{table}");
        assert!(table.contains("10.00 erlangs") && table.contains("in 20 s"), "{table}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let line = readme.lines().find_map(|line| line.strip_prefix("holdline erlang")).unwrap();
    let printed = output(&workplace("erlang-readme"), &format!("erlang{line}"));
    assert!(readme.contains(&printed), "the README should show\n{printed}");
}

#[test]
fn a_goal_out_of_reach_says_which_and_by_how_much() {
    let folder = workplace("erlang-far");
    let message = failure(&folder, &format!("{CALLS} --target 80/20 --asa 50s --max-agents 12"), 3);
    assert!(message.contains("80 % within 20 s: with 12 agents it is 64 %"), "{message}");
    assert!(!message.contains("ASA"), "the other promise is kept\n{message}");
    assert!(message.contains("help: 14 agents would reach it"), "{message}");
    let message = failure(&folder, "erlang --calls 1e9 --per 1min --aht 1h --target 80/20", 3);
    assert!(message.contains("100 000 agents") && message.contains("help:"), "{message}");
}

#[test]
fn wrong_options_are_refused_with_what_would_be_right() {
    let folder = workplace("erlang-wrong");
    for (options, words) in [
        ("", "required"),
        ("--target 80", "such as 80/20"),
        ("--target 0.8/20", "80/20"),
        ("--target 100/20", "below 100 %"),
        ("--target 80/-3", "0 or more"),
        ("--agents 0", "10..20"),
        ("--agents 20..10", "10..20"),
        ("--agents 1..2000000", "at most"),
        ("--agents 5 --shrinkage 120%", "between 0 % and 95 %"),
        ("--agents 5 --shrinkage 30", "30%"),
        ("--abandon 3", "3%"),
        ("--agents 5 --patience soon", "no duration and no law"),
        ("--agents 5 --patience pareto:3,1", "not a law"),
        ("--agents 5 --patience lognormal:5min", "lognormal:5min,1.2"),
        ("--agents 5 --patience uniform:5min,1min", "below the most"),
        ("--agents 5 --patience 0", "longer than 0"),
        ("--agents 5 --lines 0", "1.."),
        ("--target 80/20 --within 30s", "cannot be used with"),
    ] {
        let message = failure(&folder, &format!("{CALLS} {options}"), 2);
        assert!(message.contains(words), "`{options}` should say `{words}`:\n{message}");
    }
    for line in ["erlang --agents 5", "erlang --calls nan --per 1h --aht 1min --agents 5"] {
        failure(&folder, line, 2);
    }
}
