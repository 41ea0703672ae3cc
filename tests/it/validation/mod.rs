//! What the reader of scenario files accepts, what it refuses, and what it says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accepted;
mod customers;
mod mutations;
mod plans;
mod satisfaction;
mod scale;
mod schedule;
mod schema;
mod wrong_calendar;
mod wrong_customers;
mod wrong_files;
mod wrong_values;

use std::path::PathBuf;

use holdline::scenario::{Loaded, Problems, load};

use crate::workplace;

/// A scenario without a fault, whose lines the tests replace.
const SOUND: &str = r#"name = "Sound"

[horizon]
days = 2
interval = "30min"

[contacts.sales]
channel = "voice"
arrivals = { per_hour = 100 }
open = "08:00-20:00"
handle = { lognormal = { mean = "4min", cv = 1.1 } }
patience = { exponential = { mean = "3min" } }
route = ["front", "back"]
target = { answer = 0.8, within = "20s" }

[contacts.service]
channel = "voice"
arrivals = { per_hour = 50 }
handle = { exponential = { mean = 200 } }

[agents.front]
skills = ["sales", "service"]
staff = 12

[agents.back]
skills = { sales = 2 }
staff = { shifts = [ { from = "08:00", to = "16:30", agents = 5, breaks = ["12:00-12:30"] } ] }
cost_per_hour = 20
"#;

/// Stands in a test's text just before a place that is to be reported.
const MARK: char = '«';

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    workplace::empty("validation", name)
}

/// Writes a text as a scenario file and reads it.
fn read(name: &str, text: &str) -> Result<Loaded, Problems> {
    let path = folder(name).join("case.toml");
    std::fs::write(&path, text).unwrap();
    load(&path)
}

/// The sound scenario with one line replaced.
fn with_line(number: usize, line: &str) -> String {
    let lines = SOUND.lines().enumerate().map(|(index, old)| if index + 1 == number { line } else { old });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The text without its marks, and `line:column` of each.
fn unmarked(text: &str) -> (String, Vec<String>) {
    let mut places = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let marks = line.chars().enumerate().filter(|(_, c)| *c == MARK).enumerate();
        places.extend(marks.map(|(before, (column, _))| format!(":{}:{}\n", index + 1, column - before + 1)));
    }
    (text.replace(MARK, ""), places)
}

/// Checks that a text is refused with exactly the marked places and with the words expected.
pub(crate) fn refused(name: &str, text: &str, words: &[&str]) {
    let (text, places) = unmarked(text);
    let problems = read(name, &text).expect_err(&format!("{name}: should be refused"));
    let shown = problems.to_string();
    assert_eq!(problems.len(), places.len(), "{name}: another number of problems\n{shown}");
    for place in &places {
        assert!(shown.contains(place.as_str()), "{name}: nothing at {place} in\n{shown}");
    }
    for word in words {
        assert!(shown.contains(word), "{name}: no `{word}` in\n{shown}");
    }
    assert_eq!(shown.matches("error: ").count(), places.len(), "{name}\n{shown}");
    assert!(shown.matches("help: ").count() >= places.len(), "{name}: a problem without a remedy\n{shown}");
}
