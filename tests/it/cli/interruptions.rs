//! A reader who goes away, and Ctrl-C.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::workplace;

fn start(folder: &std::path::Path, line: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_holdline"))
        .current_dir(folder)
        .args(line.split_whitespace())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = workplace("pipe");
    for line in ["run small.toml", "run small.toml --json", "schema"] {
        let mut child = start(&folder, line);
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{line}: {said}");
        assert!(!said.contains("error") && !said.contains("panicked"), "{line}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_reports_what_is_finished() {
    let folder = workplace("interrupt");
    let child = start(&folder, "run small.toml --replications 10000000 --json");
    std::thread::sleep(Duration::from_secs(1));
    let signalled = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signalled.success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("warning: Interrupted after"), "{said}");
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let scenario = &document["scenarios"][0];
    assert_eq!(scenario["stop"], "Interrupted");
    assert!((1..10_000_000).contains(&scenario["replications"].as_u64().unwrap()));
}
