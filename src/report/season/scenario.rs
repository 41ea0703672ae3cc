//! The plan as a scenario on top of the one it was made for.

use std::fmt::Write as _;

use super::Staff;
use crate::season::{Hire, SeasonDocument};

/// A scenario that `extends` the planned one at this path, with the plan's classes and staffing.
pub(super) fn planned(document: &SeasonDocument, staff: &[Staff], base: &str) -> String {
    let text = |words: &str| serde_json::Value::from(words).to_string();
    let mut out = String::from("# The plan of `holdline season`, to be simulated with `holdline run`.\n");
    let name = format!("{}, planned", document.name);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "extends = {}\nname = {}", text(base), text(&name));
    for (group, _) in staff {
        let name = text(group);
        let _ = writeln!(out, "\n[agents.{name}]\nstaff = {{ file = \"staffing.csv\", column = {name} }}");
        let _ = writeln!(out, "\n[agents.{name}.people]\nclasses = [");
        for hire in document.hires.iter().filter(|hire| hire.group == *group) {
            let _ = writeln!(
                out,
                "  {{ {}, people = {}, contract = {} }},",
                begins(hire),
                hire.people,
                text(&hire.contract)
            );
        }
        out.push_str("]\n");
    }
    out
}

fn begins(hire: &Hire) -> String {
    hire.start.as_ref().map_or_else(|| format!("week = {}", hire.week), |start| format!("start = {start}"))
}
