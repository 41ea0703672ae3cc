//! The local page for trying things, as a browser and as a stranger meet its server: the binary, over a socket.
// They are about what happens in time: how soon an answer comes, whether a process ends.
#![allow(clippy::disallowed_methods)]

mod client;
mod connections;
mod ending;
mod gate;
mod hand;
mod languages;
mod page;
mod saving;
mod storm;
mod targets;
mod trying;

use std::fs;
use std::path::{Path, PathBuf};

use client::{Answer, Served};

/// A small centre over one day, with two groups that are staffed in different ways.
const CENTRE: &str = r#"name = "Centre"
[horizon]
days = 1
interval = "1h"
[run]
replications = 30
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-17:00"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[contacts.letters]
channel = "email"
arrivals = { per_hour = 3 }
handle = { exponential = { mean = "6min" } }
[agents.team]
skills = ["calls"]
staff = 5
cost_per_hour = 20
[agents.desk]
skills = ["letters"]
staff = { shifts = [
    { from = "09:00", to = "17:00", agents = 2, breaks = ["12:00-12:30", "15:00-15:15"] },
    { from = "22:00", to = "06:00", agents = 1 },
] }
"#;

/// An empty folder of a test's own, with the centre in `centre.toml`.
fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("centre.toml"), CENTRE).unwrap();
    folder
}

/// The fields of the centre.
const STAFF: &str = "group.0.agents";
const VOLUME: &str = "contact.0.scale.arrivals";

/// The page after a change.
fn change(served: &Served, field: &str, text: &str) -> Answer {
    let answer = served.post("/change", &serde_json::json!({ "field": field, "text": text }));
    assert_eq!(answer.status, 200, "{field} = {text}: {}", answer.body);
    answer
}
