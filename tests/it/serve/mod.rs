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

use std::path::PathBuf;
use std::sync::LazyLock;

use client::{Answer, Served};

use crate::workplace::{SMALL, with_file};

/// What the small centre has besides: another group, which is staffed in another way.
const DESK: &str = r#"[contacts.letters]
channel = "email"
arrivals = { per_hour = 3 }
handle = { exponential = { mean = "6min" } }
[agents.desk]
skills = ["letters"]
staff = { shifts = [
    { from = "09:00", to = "17:00", agents = 2, breaks = ["12:00-12:30", "15:00-15:15"] },
    { from = "22:00", to = "06:00", agents = 1 },
] }
"#;

/// The centre that is served.
static CENTRE: LazyLock<String> =
    LazyLock::new(|| SMALL.replace("\"Small\"", "\"Centre\"").replace("replications = 12", "replications = 30") + DESK);

/// An empty folder of a test's own, with the centre in `centre.toml`.
fn workplace(name: &str) -> PathBuf {
    with_file("serve", name, "centre.toml", &CENTRE)
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
