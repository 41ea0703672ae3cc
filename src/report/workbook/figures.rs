//! Every figure over the whole horizon: a row a contact type, an agent group, a scenario's issues; first the figures, then
//! how sure they are.

use super::heads::{error_heads, heads};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::ScenarioResult;
use crate::report::figures::{Named, kind, label, of_agents, of_contacts, of_journeys};
use crate::report::language::{Language, say};
use crate::stats::Estimate;

/// A row a contact type.
pub(super) fn contacts(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| {
        s.contacts.iter().map(|(name, c)| (vec![s.name.clone(), name.clone()], of_contacts(c))).collect::<Vec<_>>()
    };
    let subjects = scenarios.iter().flat_map(of).collect();
    table(language, "book-sheet-contacts", &["page-scenario", "book-contact-type"], subjects)
}

/// A row an agent group.
pub(super) fn agents(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| {
        s.agents.iter().map(|(name, a)| (vec![s.name.clone(), name.clone()], of_agents(a))).collect::<Vec<_>>()
    };
    let subjects = scenarios.iter().flat_map(of).collect();
    table(language, "book-sheet-agents", &["page-scenario", "book-agent-group"], subjects)
}

/// A row a scenario that follows its customers.
pub(super) fn journeys(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| Some((vec![s.name.clone()], of_journeys(s.journeys.as_ref()?)));
    table(language, "book-sheet-journeys", &["page-scenario"], scenarios.iter().filter_map(of).collect())
}

/// What each row is about, and its figures; a column for every figure that some row has.
fn table(language: Language, name: &str, keys: &[&str], subjects: Vec<(Vec<String>, Vec<Named>)>) -> Table {
    let mut columns: Vec<&str> = Vec::new();
    for (figure, _) in subjects.iter().flat_map(|(_, figures)| figures) {
        if !columns.contains(&figure.as_str()) {
            columns.push(figure);
        }
    }
    let labels: Vec<String> = columns.iter().map(|figure| label(language, figure)).collect();
    let mut headings = heads(language, keys);
    headings.extend(labels.iter().cloned());
    headings.extend(labels.iter().flat_map(|label| error_heads(language, label)));
    let row = |(subject, figures): &(Vec<String>, Vec<Named>)| {
        let figure = |name: &&str| -> (Option<Estimate>, Shown) {
            let found = figures.iter().find(|(figure, _)| figure == name);
            (found.and_then(|(_, figure)| *figure), Shown::of(kind(name)))
        };
        let figures: Vec<_> = columns.iter().map(figure).collect();
        let mut row: Vec<Cell> = subject.iter().map(Cell::text).collect();
        row.extend(figures.iter().map(|(figure, shown)| Cell::value(figure.as_ref(), *shown)));
        row.extend(figures.iter().flat_map(|(figure, shown)| Cell::errors(figure.as_ref(), *shown)));
        row
    };
    Table { name: say!(language, name), keys: keys.len() as u16, headings, rows: subjects.iter().map(row).collect() }
}
