//! What charts are drawn from: waits, satisfaction by wait, contacts per issue.

use super::heads::{error_heads, heads};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::{SatisfactionByWait, ScenarioResult, WaitPoint};
use crate::report::figures::label;
use crate::report::language::{Language, say};

fn wait_headings(language: Language) -> Vec<String> {
    heads(language, &["page-scenario", "book-contact-type", "book-wait", "book-answered-within"])
}

/// A row a point of the curve of answered contacts.
pub(super) fn waits(language: Language, scenarios: &[ScenarioResult]) -> Table {
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
    Table { name: say!(language, "book-sheet-waits"), keys: 2, headings: wait_headings(language), rows }
}

fn satisfaction_headings(language: Language) -> Vec<String> {
    let csat = label(language, "csat");
    let mut headings = heads(language, &["page-scenario", "book-contact-type", "book-ending"]);
    headings.extend([label(language, "mean_wait"), say!(language, "book-contacts"), csat.clone()]);
    headings.extend(error_heads(language, &csat));
    headings
}

/// A row a bin of waits, those answered and those abandoned apart.
pub(super) fn satisfaction(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let mut rows = Vec::new();
    let endings = ["answered", "abandoned"].map(|ending| label(language, ending));
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
            rows.extend(points(curve, &endings).map(row));
        }
    }
    Table { name: say!(language, "book-sheet-by-wait"), keys: 3, headings: satisfaction_headings(language), rows }
}

fn points<'a>(
    curve: &'a SatisfactionByWait,
    [answered, abandoned]: &'a [String; 2],
) -> impl Iterator<Item = (&'a str, &'a WaitPoint)> {
    let of_answered = curve.answered.iter().map(|point| (answered.as_str(), point));
    of_answered.chain(curve.abandoned.iter().map(|point| (abandoned.as_str(), point)))
}

fn issue_headings(language: Language) -> Vec<String> {
    heads(language, &["page-scenario", "book-contacts", "book-issue-share"])
}

/// A row a number of contacts.
pub(super) fn contacts_per_issue(language: Language, scenarios: &[ScenarioResult]) -> Table {
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
    Table { name: say!(language, "book-sheet-per-issue"), keys: 1, headings: issue_headings(language), rows }
}
