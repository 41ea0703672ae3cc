//! How the figure of a promise is spread over simulated days.

use super::heads::heads;
use super::sheet::{Cell, Shown, Table};
use crate::kpi::{DaySpread, ScenarioResult};
use crate::report::figures::label;
use crate::report::language::{Language, say};

/// Heads for so many bins of equal width: all days, and those that keep everything.
fn headings(language: Language, bins: usize, percentages: &[String]) -> Vec<String> {
    let mut headings = heads(language, &["page-scenario", "book-contact-type", "book-day-figure", "book-days"]);
    headings.extend(percentages.iter().map(|p| say!(language, "book-day-most", share = language.percentage(p))));
    let edge = |bin: usize| language.percent(bin as f64 / bins as f64);
    for key in ["book-day-bin", "book-day-kept"] {
        headings.extend((0..bins).map(|bin| say!(language, key, from = edge(bin), to = edge(bin + 1))));
    }
    headings
}

/// A row a contact type with such a promise.
pub(super) fn days(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let told = told(scenarios);
    let bins = told.iter().map(|(_, days)| days.shares.len()).max().unwrap_or(0);
    let percentages: Vec<String> =
        told.first().map_or_else(Vec::new, |(_, days)| days.percentiles.keys().cloned().collect());
    let row = |(subject, days): &([&str; 2], &DaySpread)| {
        let mut row = subject.map(Cell::text).to_vec();
        row.extend([Cell::text(label(language, &days.figure)), Cell::number(days.days as f64, Shown::Whole)]);
        row.extend(percentages.iter().map(|p| Cell::number(days.percentiles.get(p).copied(), Shown::Share)));
        row.extend(days.shares.iter().chain(&days.kept).map(|share| Cell::number(*share, Shown::Share)));
        row
    };
    let (name, headings) = (say!(language, "book-sheet-days"), headings(language, bins, &percentages));
    Table { name, keys: 2, headings, rows: told.iter().map(row).collect() }
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
