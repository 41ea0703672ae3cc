//! Sweeps: designs, parts, results, selection, and that all of it is the same however it was done.

mod designs;
mod effects;
mod interrupted;
mod parts;
mod reproduced;
mod results;
mod same_bytes;
mod selection;
mod slurm;
mod wrong_designs;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workplace::{holdline, with_file};

/// A centre with few contacts, so that thousands of its days take seconds.
const TINY: &str = r#"name = "Tiny"
[horizon]
days = 1
interval = "1h"
[run]
replications = 20
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-13:00"
arrivals = { per_hour = 20 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[agents.team]
skills = ["calls"]
staff = 2
cost_per_hour = 20
"#;

/// Five staffings, four volumes, three laws of patience: 60 points of 100 replications.
const SIXTY: &str = r#"name = "Sixty points"
base = "tiny.toml"
replications = 100
[factors.agents]
key = "agents.team.staff"
values = [1, 2, 3, 4, 5]
[factors.volume]
key = "contacts.calls.scale.arrivals"
from = 0.7
to = 1.3
steps = 4
[factors.patience]
key = "contacts.calls.patience"
values = [{ exponential = { mean = "1min" } }, { exponential = { mean = "3min" } }, { lognormal = { mean = "2min", cv = 1.5 } }]
"#;

/// An empty folder of a test's own, with the tiny centre and a design.
fn workplace(name: &str, design: &str) -> PathBuf {
    let folder = with_file("sweep", name, "tiny.toml", TINY);
    fs::write(folder.join("design.toml"), design).unwrap();
    folder
}

/// Standard output of a command that must succeed.
fn output(folder: &Path, line: &str) -> String {
    let assert = holdline(folder, line).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// Standard error of a command that must fail with this status.
fn failure(folder: &Path, line: &str, status: i32) -> String {
    let assert = holdline(folder, line).assert().code(status);
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

/// Every file of a folder and of those in it, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Two folders hold the same files with the same bytes, and nothing that is not finished.
fn assert_same(one: &Path, other: &Path) {
    let (one, other) = (files(one), files(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{} differs", name.display());
    }
    let names: Vec<_> = one.keys().map(|path| path.to_string_lossy().into_owned()).collect();
    let all = [
        "effects.csv",
        "main-effects.png",
        "main-effects.svg",
        "points.csv",
        "results.csv",
        "results.parquet",
        "run.toml",
        "summary.csv",
        "summary.parquet",
    ];
    assert_eq!(names, all);
}

/// The rows of a CSV file, by the names of its columns.
fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| head.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// A number of a row.
fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or(f64::NAN)
}
