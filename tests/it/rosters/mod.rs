//! Rosters of people over weeks: enumerated optima, every rule by an inspector that shares no code with the planner,
//! calendars read by a strict reader, workbooks read back, wrong files, the same bytes on any number of threads.

mod acceptance;
mod brute_force;
mod calendars;
mod command;
mod ics;
mod inspector;
mod random;
mod wrong_files;

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::workplace::{holdline, with_file};

/// Two weeks of a team of eight.
pub(super) const SCENARIO: &str = r#"
name = "Two weeks"
[horizon]
start = 2026-11-30
days = 14
interval = "30min"
[run]
replications = 4
[contacts.calls]
channel = "voice"
open = { weekdays = "08:00-20:00", saturday = "09:00-13:00" }
arrivals = { per_hour = 20 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "4min" } }
[agents.team]
skills = ["calls"]
staff = { file = "need.csv", column = "team" }
cost_per_hour = 20
[shifts.early]
start = ["08:00", "09:00"]
length = "8h"
breaks = [{ length = "30min", between = ["3h", "4h 30min"] }]
[shifts.late]
start = ["12:00"]
length = "8h"
breaks = [{ length = "30min", between = ["3h", "4h 30min"] }]
[contracts.full]
group = "team"
days_per_week = { min = 3, max = 5 }
hours_per_week = { max = "37h 30min" }
people = { max = 8 }
"#;

/// Eight people, some with wishes, leave and days off.
pub(super) const PEOPLE: &str = "person,contract,off,leave,wishes
Ada,full,,,2026-12-05 off 3
\"Bea; Müller, 東京\",full,friday,,
Cy,full,,2026-11-30..2026-12-02,
Di,full,weekend,,2 late; 3 not late 2
Ed,full,,,
\"Flo Ünlü-Østergård, Prof. Dr. Dr. h. c. mult., 東京都千代田区霞が関; ext. 12\",full,,,9 on
Gus,full,,,
Hal,full,,,
";

/// A folder of a test's own with the scenario, its need and its people.
pub(super) fn folder(name: &str, need: u32) -> PathBuf {
    let folder = with_file("rosters", name, "team.toml", SCENARIO);
    let row = |interval: usize| match (interval / 48 % 7, interval % 48) {
        (0..5, 16..40) => need,
        (5, 18..26) => 1,
        _ => 0,
    };
    let rows: String = (0..14 * 48).map(|interval| format!("{}\n", row(interval))).collect();
    std::fs::write(folder.join("need.csv"), "team\n".to_owned() + &rows).unwrap();
    std::fs::write(folder.join("people.csv"), PEOPLE).unwrap();
    folder
}

/// `holdline roster team.toml --people people.csv` with little effort and more arguments.
pub(super) fn run(folder: &Path, more: &str) -> Output {
    let line = format!("roster team.toml --people people.csv --effort 2000 --quiet --out out {more}");
    holdline(folder, &line).output().unwrap()
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
