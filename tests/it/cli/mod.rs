//! The binary as its user meets it: commands, exit statuses, what is printed where, what is left behind.

mod commands;
mod erlang;
mod interruptions;
mod results;
mod wrong_use;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// A small centre over one day.
const SMALL: &str = r#"name = "Small"
[horizon]
days = 1
interval = "1h"
[run]
replications = 12
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-17:00"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[agents.team]
skills = ["calls"]
staff = 5
cost_per_hour = 20
"#;

/// An empty folder of a test's own, with the small centre in `small.toml`.
fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("small.toml"), SMALL).unwrap();
    folder
}

/// The binary in a folder, with arguments given as one line.
fn holdline(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdline"));
    command.current_dir(folder).env_remove("COLUMNS").args(line.split_whitespace());
    command
}

/// Standard output of a command that must succeed.
fn output(folder: &Path, line: &str) -> String {
    let assert = holdline(folder, line).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// Standard error of a command that must fail with this status.
fn failure(folder: &Path, line: &str, status: i32) -> String {
    let assert = holdline(folder, line).assert().code(status);
    let output = assert.get_output();
    assert!(output.stdout.is_empty(), "a failure prints nothing on standard output");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The result document of a run.
fn document(folder: &Path, line: &str) -> Value {
    serde_json::from_str(&output(folder, &format!("{line} --json --quiet"))).unwrap()
}
