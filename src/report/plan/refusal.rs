//! What to say when no staffing keeps every promise.

use super::words::{figure, goal, measure, moment, tightest};
use crate::planner::{PromiseFigure, StaffingDocument};
use crate::report::wording::{self, Kind};

/// Which promise is missed most, where it stands, how many others are missed, and what would be needed.
#[must_use]
pub fn refusal(document: &StaffingDocument, width: u16) -> String {
    let mut text = format!("no staffing that is allowed keeps every promise of {}\n", document.name);
    let Some(worst) = tightest(document.promises.iter()) else { return text };
    let mut say = |words: String| text += &wording::wrapped(&words, "  ", usize::from(width));
    say(most_missed(document, worst));
    let others = document.promises.len() - 1;
    if others > 0 {
        say(format!("Missed besides: {}.", besides(document, worst)));
    }
    say(remedy(document, worst));
    text.trim_end().to_owned()
}

fn most_missed(document: &StaffingDocument, worst: &PromiseFigure) -> String {
    let (of, when) = (&worst.of, moment(document, worst));
    let when = if when.is_empty() { when } else { format!(" {when}") };
    let period = worst.period.and_then(|period| document.periods.get(period));
    let there: Vec<String> = match period {
        Some(period) => period.agents.iter().map(|(group, agents)| format!("{group} {agents}")).collect(),
        None => document.groups.iter().map(|(group, effort)| format!("{group} {}", effort.most)).collect(),
    };
    let there = wording::list(&there.iter().map(String::as_str).collect::<Vec<_>>());
    let (what, stands, promised) = (measure(worst), figure(worst), goal(worst));
    let verdict = match short(worst) {
        Some(short) => format!("{short} too {}", if wants_more(worst) { "low" } else { "high" }),
        None => format!("kept there, but not proven with {} confidence", wording::percent(document.confidence)),
    };
    format!("{of}, {what}{when}: {stands} with {there} on duty, where {promised} is promised: {verdict}.")
}

/// Whether more of it is better.
fn wants_more(promise: &PromiseFigure) -> bool {
    promise.days.is_some() || ["answer", "csat"].contains(&promise.measure.as_str())
}

/// By how much the goal is missed; none where it is not.
fn short(promise: &PromiseFigure) -> Option<String> {
    let value = promise.value.map_or(0.0, |figure| figure.value);
    let goal = promise.days.unwrap_or(promise.goal);
    let short = if wants_more(promise) { goal - value } else { value - goal };
    let asa = promise.measure == "asa" && promise.days.is_none();
    (short > 0.0).then(|| if asa { Kind::Duration.plain(short) } else { points(short) })
}

fn points(share: f64) -> String {
    format!("{} points", wording::number(share * 100.0, if share < 0.01 { 2 } else { 1 }))
}

/// The other promises that are missed, counted by whose and what they are.
fn besides(document: &StaffingDocument, worst: &PromiseFigure) -> String {
    let mut counts: indexmap::IndexMap<(&str, &str), usize> = indexmap::IndexMap::new();
    for promise in document.promises.iter().filter(|promise| !std::ptr::eq(*promise, worst)) {
        *counts.entry((&promise.of, measure(promise))).or_default() += 1;
    }
    let words = |((of, what), count): (&(&str, &str), &usize)| {
        if *count == 1 { format!("{of}, {what}, once") } else { format!("{of}, {what}, {count} times") }
    };
    let named: Vec<String> = counts.iter().take(MOST).map(words).collect();
    let rest: usize = counts.values().skip(MOST).sum();
    let more = if rest == 0 { String::new() } else { format!("; and {rest} more") };
    format!("{}{more}", named.join("; "))
}

/// Kinds of promises that are named one by one.
const MOST: usize = 4;

fn remedy(document: &StaffingDocument, worst: &PromiseFigure) -> String {
    if document.limited == Some(true) {
        return "Without `max_agents` all promises could be kept: allow more agents, or promise less.".into();
    }
    if short(worst).is_none() {
        return "More days could tell: ask for more `--replications`, or for less `--confidence`.".into();
    }
    let why = match worst.measure.as_str() {
        "csat" => {
            "satisfaction depends on more than waiting; a better `resolution`, fewer transfers or a lower goal would help"
        }
        "occupancy" => "give the group more people (`max_agents`) or a higher `max_occupancy`",
        _ if worst.days.is_some() => "promise it on fewer days, or a lower goal",
        _ => "promise less, or change what keeps contacts waiting: skills, opening hours, `after` of overflow",
    };
    format!("No further agents were found that would help: {why}.")
}
