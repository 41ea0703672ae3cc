//! Every figure over the whole horizon: a row a contact type, an agent group, a scenario's issues; first the figures, then
//! how sure they are.

use super::sheet::{Cell, Shown, Table, error_headings};
use crate::kpi::ScenarioResult;
use crate::report::Language;
use crate::report::figures::{Named, kind, label, of_agents, of_contacts, of_journeys};
use crate::stats::Estimate;

fn contact_headings() -> [&'static str; 2] {
    ["scenario", "contact type"]
}

fn agent_headings() -> [&'static str; 2] {
    ["scenario", "agent group"]
}

fn journey_headings() -> [&'static str; 1] {
    ["scenario"]
}

/// A row a contact type.
pub(super) fn contacts(scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| {
        s.contacts.iter().map(|(name, c)| (vec![s.name.clone(), name.clone()], of_contacts(c))).collect::<Vec<_>>()
    };
    table("contacts", &contact_headings(), scenarios.iter().flat_map(of).collect())
}

/// A row an agent group.
pub(super) fn agents(scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| {
        s.agents.iter().map(|(name, a)| (vec![s.name.clone(), name.clone()], of_agents(a))).collect::<Vec<_>>()
    };
    table("agents", &agent_headings(), scenarios.iter().flat_map(of).collect())
}

/// A row a scenario that follows its customers.
pub(super) fn journeys(scenarios: &[ScenarioResult]) -> Table {
    let of = |s: &ScenarioResult| Some((vec![s.name.clone()], of_journeys(s.journeys.as_ref()?)));
    table("journeys", &journey_headings(), scenarios.iter().filter_map(of).collect())
}

/// What each row is about, and its figures; a column for every figure that some row has.
fn table(name: &'static str, keys: &[&str], subjects: Vec<(Vec<String>, Vec<Named>)>) -> Table {
    let mut columns: Vec<&str> = Vec::new();
    for (figure, _) in subjects.iter().flat_map(|(_, figures)| figures) {
        if !columns.contains(&figure.as_str()) {
            columns.push(figure);
        }
    }
    let labels: Vec<String> = columns.iter().map(|figure| label(Language::English, figure)).collect();
    let mut headings: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    headings.extend(labels.iter().cloned());
    headings.extend(labels.iter().flat_map(|label| error_headings(label)));
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
    Table { name, keys: keys.len() as u16, headings, rows: subjects.iter().map(row).collect() }
}
