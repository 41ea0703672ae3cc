//! How the figure of a promise is spread over simulated days.

use super::sheet::{Cell, Shown, Table};
use crate::kpi::{DaySpread, ScenarioResult};
use crate::report::Language;
use crate::report::figures::label;

/// Heads for so many bins of equal width.
fn headings(bins: usize, percentages: &[String]) -> Vec<String> {
    let mut headings = ["scenario", "contact type", "figure of the day", "days"].map(String::from).to_vec();
    headings.extend(percentages.iter().map(|percentage| format!("{percentage} % of the days have at most")));
    let edge = |bin: usize| 100.0 * bin as f64 / bins as f64;
    headings.extend((0..bins).map(|bin| format!("days from {} to {} %", edge(bin), edge(bin + 1))));
    headings
}

/// A row a contact type with such a promise.
pub(super) fn days(scenarios: &[ScenarioResult]) -> Table {
    let told = told(scenarios);
    let bins = told.iter().map(|(_, days)| days.shares.len()).max().unwrap_or(0);
    let percentages: Vec<String> =
        told.first().map_or_else(Vec::new, |(_, days)| days.percentiles.keys().cloned().collect());
    let row = |(subject, days): &([&str; 2], &DaySpread)| {
        let mut row = subject.map(Cell::text).to_vec();
        row.extend([Cell::text(label(Language::English, &days.figure)), Cell::number(days.days as f64, Shown::Whole)]);
        row.extend(percentages.iter().map(|p| Cell::number(days.percentiles.get(p).copied(), Shown::Share)));
        row.extend(days.shares.iter().map(|share| Cell::number(*share, Shown::Share)));
        row
    };
    Table { name: "days", keys: 2, headings: headings(bins, &percentages), rows: told.iter().map(row).collect() }
}

/// Scenario and contact type, and the days.
fn told(scenarios: &[ScenarioResult]) -> Vec<([&str; 2], &DaySpread)> {
    let mut told = Vec::new();
    for scenario in scenarios {
        for (name, contact) in &scenario.contacts {
            told.extend(contact.days.as_ref().map(|days| ([scenario.name.as_str(), name.as_str()], days)));
        }
    }
    told
}
