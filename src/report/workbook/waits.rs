//! What charts are drawn from: waits, satisfaction by wait, contacts per issue.

use super::sheet::{Cell, Shown, Table, error_headings};
use crate::kpi::{SatisfactionByWait, ScenarioResult, WaitPoint};

fn wait_headings() -> Vec<String> {
    ["scenario", "contact type", "wait", "answered within it, of the answered"].map(String::from).into()
}

/// A row a point of the curve of answered contacts.
pub(super) fn waits(scenarios: &[ScenarioResult]) -> Table {
    let mut rows = Vec::new();
    for scenario in scenarios {
        for (name, curve) in &scenario.waits {
            let point = |(wait, share): &(f64, f64)| {
                let cells = [Cell::number(*wait, Shown::Seconds), Cell::number(*share, Shown::Share)];
                [Cell::text(&scenario.name), Cell::text(name)].into_iter().chain(cells).collect()
            };
            rows.extend(curve.answered_within.iter().map(point));
        }
    }
    Table { name: "waits", keys: 2, headings: wait_headings(), rows }
}

fn satisfaction_headings() -> Vec<String> {
    let mut headings =
        ["scenario", "contact type", "ending", "mean wait", "contacts", "satisfied (CSAT)"].map(String::from).to_vec();
    headings.extend(error_headings("satisfied (CSAT)"));
    headings
}

/// A row a bin of waits, those answered and those abandoned apart.
pub(super) fn satisfaction(scenarios: &[ScenarioResult]) -> Table {
    let mut rows = Vec::new();
    for scenario in scenarios {
        for (name, curve) in scenario.customers.iter().flat_map(|customers| &customers.by_wait) {
            let row = |(ending, point): (&str, &WaitPoint)| {
                let mut row = [scenario.name.as_str(), name, ending].map(Cell::text).to_vec();
                row.push(Cell::number(point.wait, Shown::Seconds));
                row.push(Cell::number(point.contacts as f64, Shown::Whole));
                row.push(Cell::value(Some(&point.csat), Shown::Share));
                row.extend(Cell::errors(Some(&point.csat), Shown::Share));
                row
            };
            rows.extend(points(curve).map(row));
        }
    }
    Table { name: "satisfaction by wait", keys: 3, headings: satisfaction_headings(), rows }
}

fn points(curve: &SatisfactionByWait) -> impl Iterator<Item = (&'static str, &WaitPoint)> {
    let answered = curve.answered.iter().map(|point| ("answered", point));
    answered.chain(curve.abandoned.iter().map(|point| ("abandoned", point)))
}

fn issue_headings() -> Vec<String> {
    ["scenario", "contacts", "share of the issues that took so many"].map(String::from).into()
}

/// A row a number of contacts.
pub(super) fn contacts_per_issue(scenarios: &[ScenarioResult]) -> Table {
    let of = |scenario: &ScenarioResult| -> Vec<Vec<Cell>> {
        let shares = scenario.customers.iter().flat_map(|customers| &customers.contacts_per_issue);
        let row = |(contacts, share): &(f64, f64)| {
            vec![
                Cell::text(&scenario.name),
                Cell::number(*contacts, Shown::Whole),
                Cell::number(*share, Shown::FineShare),
            ]
        };
        shares.map(row).collect()
    };
    let rows = scenarios.iter().flat_map(of).collect();
    Table { name: "contacts per issue", keys: 1, headings: issue_headings(), rows }
}
