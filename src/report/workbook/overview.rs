//! The scenarios at a glance, their targets, and how to get them again.

use super::heads::{error_heads, heads};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::{InputFile, ResultDocument, ScenarioResult, Stop};
use crate::report::Verdict;
use crate::report::figures::label;
use crate::report::language::{Language, say};
use crate::report::promise::{Matter, Promise, promises};
use crate::stats::Estimate;

const SCENARIO: [&str; 13] = [
    "page-scenario",
    "book-file",
    "book-seed",
    "book-replications",
    "book-stop",
    "book-start",
    "book-days",
    "book-hours",
    "book-targets-met",
    "book-targets-open",
    "book-targets-missed",
    "book-offered",
    "book-agent-hours",
];

/// A row a scenario. Contacts offered and hours have no standard error: their parts depend on each other.
pub(super) fn scenarios(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let rows = scenarios.iter().map(|scenario| of_scenario(language, scenario)).collect();
    let mut headings = heads(language, &SCENARIO);
    let figures: Vec<&str> = scenarios.first().into_iter().flat_map(whole).map(|(key, _, _)| key).collect();
    headings.extend(heads(language, &figures));
    headings.extend(heads(language, &figures).iter().flat_map(|figure| error_heads(language, figure)));
    Table { name: say!(language, "book-sheet-scenarios"), keys: 1, headings, rows }
}

fn of_scenario(language: Language, scenario: &ScenarioResult) -> Vec<Cell> {
    let horizon = scenario.assumptions.as_ref().map(|assumptions| &assumptions.horizon);
    let promises = promises(scenario);
    let count = |of: Verdict| {
        Cell::number(promises.iter().filter(|promise| promise.verdict == of).count() as f64, Shown::Whole)
    };
    let sum = |figures: Vec<Option<Estimate>>| figures.into_iter().flatten().map(|f| f.value).reduce(|a, b| a + b);
    // Beyond 2^53 a spreadsheet cannot hold every whole number.
    let seed = match scenario.seed {
        seed if seed < 1 << 53 => Cell::number(seed as f64, Shown::Whole),
        seed => Cell::text(seed.to_string()),
    };
    let mut row = vec![
        Cell::text(&scenario.name),
        Cell::text(&scenario.file),
        seed,
        Cell::number(f64::from(scenario.replications), Shown::Whole),
        Cell::text(say!(language, stop(scenario.stop))),
        horizon.and_then(|horizon| horizon.start.clone()).map_or(Cell::Empty, Cell::Text),
        Cell::number(horizon.and_then(|horizon| horizon.days).map(f64::from), Shown::Whole),
        Cell::number(horizon.and_then(|horizon| horizon.duration).map(|s| s / crate::units::HOUR), Shown::Hours),
        count(Verdict::Met),
        count(Verdict::Open),
        count(Verdict::Missed),
        Cell::number(sum(scenario.contacts.values().map(|c| c.offered).collect()), Shown::Count),
        Cell::number(sum(scenario.agents.values().map(|a| a.logged_in_hours).collect()), Shown::Hours),
    ];
    let whole = whole(scenario);
    row.extend(whole.iter().map(|(_, figure, shown)| Cell::value(figure.as_ref(), *shown)));
    row.extend(whole.iter().flat_map(|(_, figure, shown)| Cell::errors(figure.as_ref(), *shown)));
    row
}

/// Figures of the whole centre, by the keys of their names.
fn whole(scenario: &ScenarioResult) -> [(&'static str, Option<Estimate>, Shown); 6] {
    let journeys = scenario.journeys.as_ref();
    [
        ("figure-service_level", scenario.centre.service_level, Shown::Share),
        ("figure-cost", scenario.centre.cost, Shown::Money),
        ("figure-issues", journeys.and_then(|j| j.issues), Shown::Count),
        ("figure-csat", journeys.and_then(|j| j.csat), Shown::Share),
        ("figure-churn_share", journeys.and_then(|j| j.churn_share), Shown::Share),
        ("figure-money_at_risk", journeys.and_then(|j| j.money_at_risk), Shown::Money),
    ]
}

/// The key of what ended the work.
fn stop(stop: Stop) -> &'static str {
    match stop {
        Stop::Replications => "book-stop-replications",
        Stop::PrecisionReached => "book-stop-precision",
        Stop::MaxReplications => "book-stop-imprecise",
        Stop::Interrupted => "book-stop-interrupted",
    }
}

fn target_headings(language: Language) -> Vec<String> {
    let keys = ["page-scenario", "book-subject", "book-promise", "book-target", "book-within", "book-simulated"];
    let mut headings = heads(language, &keys);
    headings.extend(error_heads(language, &say!(language, "book-simulated")));
    headings.extend(heads(language, &["book-verdict", "figure-days_met"]));
    headings.extend(error_heads(language, &say!(language, "figure-days_met")));
    headings
}

/// A row a promise.
pub(super) fn targets(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, promise: &Promise<'_>| {
        let shown = Shown::of(promise.matter.kind());
        let mut row = vec![
            Cell::text(&scenario.name),
            Cell::text(promise.subject),
            Cell::text(label(language, promise.matter.figure())),
            Cell::number(promise.target, shown),
            Cell::number((promise.matter == Matter::Answer).then_some(promise.within), Shown::Seconds),
            Cell::value(promise.figure.as_ref(), shown),
        ];
        row.extend(Cell::errors(promise.figure.as_ref(), shown));
        row.push(Cell::text(promise.verdict.words(language)));
        row.push(Cell::value(promise.days.as_ref(), Shown::Share));
        row.extend(Cell::errors(promise.days.as_ref(), Shown::Share));
        row
    };
    let rows = scenarios.iter().flat_map(|s| promises(s).iter().map(|promise| row(s, promise)).collect::<Vec<_>>());
    let name = say!(language, "book-sheet-targets");
    Table { name, keys: 2, headings: target_headings(language), rows: rows.collect() }
}

/// How to get the results again.
pub(super) fn reproduction(language: Language, document: &ResultDocument) -> Table {
    let row = |what: &str, value: &str| vec![Cell::text(say!(language, what)), Cell::text(value)];
    let mut rows = vec![row("book-version", &document.version)];
    if let Some(reproduce) = &document.reproduce {
        rows.push(row("book-command", &reproduce.command));
        let input = |file: &InputFile| [row("book-input", &file.path), vec![Cell::text(&file.sha256)]].concat();
        rows.extend(reproduce.inputs.iter().map(input));
    }
    let headings = heads(language, &["book-what", "book-value", "book-hash"]);
    Table { name: say!(language, "book-sheet-again"), keys: 1, headings, rows }
}
