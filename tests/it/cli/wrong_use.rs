//! What is refused, with which status, and in which words.

use std::fs;

use super::{SMALL, failure, workplace};

#[test]
fn a_wrong_command_line_is_refused() {
    let folder = workplace("line");
    for line in [
        "",
        "run",
        "walk small.toml",
        "run small.toml --replications 0",
        "run small.toml --replications 1.5",
        "run small.toml --seed -1",
        "run small.toml --threads 0",
        "run small.toml --precision 0",
        "run small.toml --precision 60%",
        "run small.toml --precision often",
        "run small.toml --max-replications 10",
        "run small.toml --fast",
    ] {
        let message = failure(&folder, line, 2);
        assert!(!message.is_empty() && !message.contains("panicked"), "`{line}`: {message}");
    }
    assert!(!folder.join("output").exists());
}

#[test]
fn a_missing_file_is_named() {
    let message = failure(&workplace("missing"), "run nowhere.toml", 2);
    assert!(message.contains("nowhere.toml"), "{message}");
}

#[test]
fn a_wrong_file_is_shown_with_line_and_remedy() {
    let folder = workplace("file");
    fs::write(folder.join("small.toml"), SMALL.replace("handle =", "handel =")).unwrap();
    for command in ["run", "check"] {
        let message = failure(&folder, &format!("{command} small.toml"), 2);
        assert!(message.contains("small.toml:12:1"), "{message}");
        assert!(message.contains("handel = { exponential"), "the line itself:\n{message}");
        assert!(message.contains("did you mean `handle`?"), "{message}");
    }
    assert!(!folder.join("output").exists());
}

#[test]
fn all_wrong_files_are_reported_together() {
    let folder = workplace("files");
    fs::write(folder.join("a.toml"), SMALL.replace("\"voice\"", "\"phone\"")).unwrap();
    fs::write(folder.join("b.toml"), SMALL.replace("staff = 5", "staff = -5")).unwrap();
    let message = failure(&folder, "run a.toml small.toml b.toml", 2);
    assert!(message.contains("a.toml:9:11") && message.contains("b.toml:17:9"), "{message}");
}

#[test]
fn a_place_that_cannot_be_written_is_a_failure_of_the_work() {
    let folder = workplace("unwritable");
    for line in ["run small.toml --out small.toml/results", "run small.toml --contacts small.toml/calls.csv"] {
        let message = failure(&folder, line, 1);
        assert!(message.starts_with("error: cannot") && message.contains("small.toml/"), "{message}");
    }
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["small.toml"], "nothing is left behind");
}
