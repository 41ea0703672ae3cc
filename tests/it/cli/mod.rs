//! The binary as its user meets it: commands, exit statuses, what is printed where, what is left behind.

mod commands;
mod erlang;
mod interruptions;
mod report;
mod results;
mod wrong_use;

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::workplace::{SMALL, holdline, with_file};

/// An empty folder of a test's own, with the small centre in `small.toml`.
fn workplace(name: &str) -> PathBuf {
    with_file("cli", name, "small.toml", SMALL)
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
