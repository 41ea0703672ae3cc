//! No schedule, in a few lines.

use crate::planner::schedule::{Missing, Refusal};
use crate::report::ReportError;

/// Moments that are listed up to this many.
const SHOWN: usize = 8;

/// The answer as JSON.
///
/// # Errors
/// When a figure cannot be serialised.
pub fn refusal_json(refusal: &Refusal) -> Result<String, ReportError> {
    Ok(serde_json::to_string_pretty(refusal)? + "\n")
}

/// Which need is not covered, by how much, and what would be needed.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    let group = refusal.group.as_deref().unwrap_or("all groups");
    let head = match refusal.reason {
        "contracts" => {
            return format!(
                "infeasible: the contracts of {group} ask for more work than their shifts allow\nhelp: lower the `min` of \
                 `people`, `days_per_week` or `hours_per_week`, or raise the `most` of shifts"
            );
        }
        "need" => format!("infeasible: no roster can cover the need of {group}"),
        "search" => format!("no roster was found that covers the need of {group}"),
        _ => format!("the time was over before a roster was found that covers the need of {group}; there may be one"),
    };
    let mut lines = vec![head];
    lines.extend(refusal.missing.iter().take(SHOWN).map(moment));
    if refusal.missing.len() > SHOWN {
        lines.push(format!("  and {} more intervals", refusal.missing.len() - SHOWN));
    }
    lines.push(help(refusal));
    lines.join("\n")
}

fn moment(missing: &Missing) -> String {
    let Missing { day, start, needed, scheduled } = missing;
    format!("  day {day} {start}: {needed} needed on the schedule, {scheduled} there")
}

fn help(refusal: &Refusal) -> String {
    let most =
        refusal.missing.iter().map(|missing| missing.needed.saturating_sub(missing.scheduled)).max().unwrap_or(0);
    let people = if most == 1 { "person" } else { "people" };
    let change = format!(
        "{most} more {people} at the worst moment: raise `people` or `most`, or give shifts more starts, lengths or days"
    );
    match refusal.reason {
        "time" => "help: give it more with `--time-limit`, or accept a larger `--gap`".to_owned(),
        _ => format!("help: {change}"),
    }
}
