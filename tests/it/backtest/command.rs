//! `holdline backtest` as its user meets it.

use std::fs;

use super::CENTRE;
use crate::workplace::{holdline, with_file};

#[test]
fn a_log_alone_is_parted_fitted_and_simulated() {
    let folder = with_file(
        "backtest_command",
        "folds",
        "centre.toml",
        &CENTRE.replace("replications = 40", "replications = 12"),
    );
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let printed =
        holdline(&folder, "backtest log.csv --folds 3 --replications 25 --quiet --json --out bt").output().unwrap();
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let document: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(document["schema"], "holdline/backtest/1");
    assert_eq!(document["days"].as_array().unwrap().len(), 12);
    let folds = document["folds"].as_array().unwrap();
    assert_eq!(folds.len(), 3);
    for fold in folds {
        let (train, test) = (fold["train"].as_array().unwrap(), fold["test"].as_array().unwrap());
        assert_eq!((train.len(), test.len()), (8, 4));
        assert!(train.iter().all(|date| !test.contains(date)), "a day is fitted to and tested");
    }
    assert_eq!(fs::read(folder.join("bt/backtest.json")).unwrap(), printed.stdout);
    let days = fs::read_to_string(folder.join("bt/days.csv")).unwrap();
    assert_eq!(days.lines().count(), 1 + 12 * 4);
    let first = document["days"][0]["day"][0]["actual"].as_f64().unwrap();
    assert!(days.lines().nth(1).unwrap().contains(&format!(",p_abandon,{first},")), "{days}");
}

#[test]
fn a_scenario_is_held_against_the_days_asked_for() {
    let folder =
        with_file("backtest_command", "days", "centre.toml", &CENTRE.replace("replications = 40", "replications = 6"));
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let line = "backtest centre.toml log.csv --test 1970-01-15..1970-01-22 --replications 25 --quiet --out bt";
    let printed = holdline(&folder, line).output().unwrap();
    let text = String::from_utf8(printed.stdout).unwrap();
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    assert!(text.starts_with("Known: 2 days simulated 25 times each"), "{text}");
    assert!(
        text.contains("Thu 1970-01-15") && text.contains("Thu 1970-01-22") && !text.contains("1970-01-08"),
        "{text}"
    );
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let fails = |line: &str, words: &str| {
        let output = holdline(&folder, line).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {told}");
        assert!(told.contains(words), "{line}: {told}");
    };
    fails("backtest centre.toml log.csv", "--test");
    fails("backtest centre.toml centre.toml log.csv --test 1970-01-08", "name one scenario");
    fails("backtest centre.toml log.csv --folds 2", "for every fold is fitted anew");
    fails("backtest centre.toml log.csv --test 2001-01-01..2001-01-02", "the log covers 1970-01-01 to 1970-02-05");
    fails("backtest log.csv --test 1970-01-01..1970-02-05", "none is left to fit to");
    fails("backtest log.csv --test 1970-01-08 --weekdays funday", "`funday` is no weekday");
}
