//! The whole way: from a scenario to a schedule that is simulated, written and read back.

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

use crate::workplace::with_file;

pub(super) const SCENARIO: &str = r#"
name = "Small week"
[horizon]
start = 2026-11-30
days = 7
interval = "30min"
[contacts.calls]
channel = "voice"
open = { weekdays = "09:00-17:00" }
arrivals = { per_hour = 40 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "4min" } }
target = { answer = 0.8, within = "30s", per = "day" }
[agents.team]
skills = ["calls"]
staff = 4
cost_per_hour = 20
absence = 0.04
[shifts.day]
start = "08:30-10:00"
length = "8h"
breaks = [{ length = "30min", between = ["3h", "4h 30min"] }]
days = ["weekdays"]
[shifts.short]
start = "09:00-13:00"
length = "4h"
days = ["weekdays"]
[contracts.full]
group = "team"
shifts = ["day"]
[contracts.part]
group = "team"
shifts = ["short"]
days_per_week = { min = 3, max = 5 }
people = { max = 6 }
"#;

/// A folder of a test's own with the scenario and the need of its hours.
pub(super) fn folder(name: &str, scenario: &str, need: u32) -> PathBuf {
    let folder = with_file("schedule", name, "week.toml", scenario);
    let row = |interval: usize| {
        let open = interval / 48 < 5 && (18..34).contains(&(interval % 48));
        format!("{}\n", if open { need } else { 0 })
    };
    let rows: String = (0..336).map(row).collect();
    std::fs::write(folder.join("need.csv"), "team\n".to_owned() + &rows).unwrap();
    folder
}

pub(super) fn run(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::cargo_bin("holdline").unwrap();
    command.current_dir(folder).args(["schedule", "week.toml", "--quiet", "--out", "out"]).args(more);
    command.output().unwrap()
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_schedule_is_made_confirmed_and_read_back() {
    let folder = folder("whole", SCENARIO, 4);
    let made = run(&folder, &["--need", "need.csv", "--json"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let document: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!(document["schema"], "holdline/schedule/1");
    assert_eq!(document["confirmed"], true);
    let group = &document["groups"][0];
    let covered = group["need"].as_array().unwrap().iter().zip(group["staff"].as_array().unwrap());
    for (need, staff) in covered {
        assert!(staff.as_f64().unwrap() >= need.as_f64().unwrap() - 1e-9);
    }
    for name in ["schedule.csv", "schedule.xlsx", "schedule.json", "schedule.svg", "schedule.png", "need.csv"] {
        assert!(folder.join("out/schedule").join(name).is_file(), "{name}");
    }
    // The table and the workbook are the same schedule: the same judgement to the digit.
    let read = |file: &str| run(&folder, &["--roster", file, "--json"]);
    let (table, workbook) = (read("out/schedule/schedule.csv"), read("out/schedule/schedule.xlsx"));
    assert_eq!(table.status.code(), Some(0), "{}", text(&table.stderr));
    assert_eq!(text(&table.stdout), text(&workbook.stdout).replace("schedule.xlsx", "schedule.csv"));
    assert!(text(&table.stdout).contains("\"violations\": []"), "{}", text(&table.stdout));
    // The same again gives the same bytes.
    let again = run(&folder, &["--need", "need.csv", "--json", "--threads", "1"]);
    assert_eq!(text(&made.stdout), text(&again.stdout));
}

#[test]
fn an_edited_schedule_that_is_too_thin_is_told_so() {
    let folder = folder("thin", SCENARIO, 4);
    let mut thin = "person,group,day,start,end,breaks\n".to_owned();
    (1..=5).for_each(|day| thin.push_str(&format!("Ada,team,{day},09:00,17:00,12:00-12:30\n")));
    std::fs::write(folder.join("thin.csv"), &thin).unwrap();
    let told = run(&folder, &["--roster", "thin.csv"]);
    assert_eq!(told.status.code(), Some(3));
    assert!(text(&told.stdout).contains("not kept for certain: day 1, answer of calls"), "{}", text(&told.stdout));
    // A slip in a cell is shown where it stands.
    for (sound, slip, sentence) in [
        ("Ada,team,2", "Ada,taem,2", "did you mean `team`?"),
        ("Ada,team,2", "Ada,team,9", "write the number of a day from 1 to 7"),
        ("Ada,team,2,09:00", "Ada,team,2,9 am", "write a time of day such as 08:30"),
        ("Ada,team,2,09:00", "Ada,team,1,09:00", "nobody works two shifts at once"),
    ] {
        std::fs::write(folder.join("slip.csv"), thin.replace(sound, slip)).unwrap();
        let told = run(&folder, &["--roster", "slip.csv"]);
        assert_eq!(told.status.code(), Some(2), "{slip}");
        let message = text(&told.stderr);
        assert!(message.contains(sentence) && message.contains("slip.csv:3"), "{slip}: {message}");
    }
}

#[test]
fn need_that_nobody_can_cover_is_an_answer() {
    let few = SCENARIO
        .replace("shifts = [\"day\"]", "shifts = [\"day\"]\npeople = { max = 3 }")
        .replace("max = 6", "max = 1");
    let folder = folder("few", &few, 12);
    let told = run(&folder, &["--need", "need.csv"]);
    assert_eq!(told.status.code(), Some(3));
    let message = text(&told.stderr);
    assert!(message.contains("no roster can cover the need of team"), "{message}");
    assert!(message.contains("needed on the schedule") && message.contains("help:"), "{message}");
}

#[test]
fn what_a_schedule_lacks_is_named() {
    let without = SCENARIO.split("[shifts.day]").next().unwrap();
    let told = run(&folder("without", without, 4), &["--need", "need.csv"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("[contracts.<name>]"), "{}", text(&told.stderr));
    let narrow = SCENARIO.replace("[\"3h\", \"4h 30min\"]", "[\"3h 5min\", \"3h 10min\"]");
    let told = run(&folder("narrow", &narrow, 4), &["--need", "need.csv"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("cannot begin on a step of 15 min"), "{}", text(&told.stderr));
    let folder = folder("wrong-need", SCENARIO, 4);
    std::fs::write(folder.join("need.csv"), "team\n".to_owned() + &"4\n".repeat(47) + "four\n").unwrap();
    let told = run(&folder, &["--need", "need.csv"]);
    assert_eq!(told.status.code(), Some(2));
    let message = text(&told.stderr);
    assert!(message.contains("`four` in the column `team`") && message.contains("need.csv:49:1"), "{message}");
}
