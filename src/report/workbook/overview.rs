//! The scenarios at a glance, their targets, and how to get them again.

use super::heads::{error_heads, heads};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::{AgentFigures, ContactFigures, InputFile, ResultDocument, ScenarioResult, Stop};
use crate::report::Verdict;
use crate::report::figures::label;
use crate::report::language::{Language, say};
use crate::stats::Estimate;

const SCENARIO: [&str; 18] = [
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
    "figure-cost",
    "figure-issues",
    "figure-csat",
    "figure-churn_share",
    "figure-money_at_risk",
];

/// A row a scenario. Sums over contact types and groups have no standard error: their parts depend on each other.
pub(super) fn scenarios(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let rows = scenarios.iter().map(|scenario| of_scenario(language, scenario)).collect();
    Table { name: say!(language, "book-sheet-scenarios"), keys: 1, headings: heads(language, &SCENARIO), rows }
}

fn of_scenario(language: Language, scenario: &ScenarioResult) -> Vec<Cell> {
    let horizon = scenario.assumptions.as_ref().map(|assumptions| &assumptions.horizon);
    let verdicts: Vec<Verdict> = promises(scenario).iter().filter_map(|promise| promise.verdict).collect();
    let count =
        |of: Verdict| Cell::number(verdicts.iter().filter(|verdict| **verdict == of).count() as f64, Shown::Whole);
    let sum = |figures: Vec<Option<Estimate>>| figures.into_iter().flatten().map(|f| f.value).reduce(|a, b| a + b);
    let journeys = scenario.journeys.as_ref();
    let of_issues = |figure: Option<Estimate>, shown| Cell::value(figure.as_ref(), shown);
    // Beyond 2^53 a spreadsheet cannot hold every whole number.
    let seed = match scenario.seed {
        seed if seed < 1 << 53 => Cell::number(seed as f64, Shown::Whole),
        seed => Cell::text(seed.to_string()),
    };
    vec![
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
        Cell::number(sum(scenario.agents.values().map(|a| a.cost).collect()), Shown::Money),
        of_issues(journeys.and_then(|j| j.issues), Shown::Count),
        of_issues(journeys.and_then(|j| j.csat), Shown::Share),
        of_issues(journeys.and_then(|j| j.churn_share), Shown::Share),
        of_issues(journeys.and_then(|j| j.money_at_risk), Shown::Money),
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

/// A promise and how it is kept.
struct Promise<'a> {
    subject: &'a str,
    /// The figure's name in the result document.
    figure: &'static str,
    shown: Shown,
    goal: f64,
    /// The threshold of a service level, s.
    within: Option<f64>,
    value: Option<Estimate>,
    verdict: Option<Verdict>,
    days_met: Option<Estimate>,
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
        let mut row = vec![
            Cell::text(&scenario.name),
            Cell::text(promise.subject),
            Cell::text(label(language, promise.figure)),
            Cell::number(promise.goal, promise.shown),
            Cell::number(promise.within, Shown::Seconds),
            Cell::value(promise.value.as_ref(), promise.shown),
        ];
        row.extend(Cell::errors(promise.value.as_ref(), promise.shown));
        row.push(promise.verdict.map_or(Cell::Empty, |verdict| Cell::text(verdict.words(language))));
        row.push(Cell::value(promise.days_met.as_ref(), Shown::Share));
        row.extend(Cell::errors(promise.days_met.as_ref(), Shown::Share));
        row
    };
    let rows = scenarios.iter().flat_map(|s| promises(s).iter().map(|promise| row(s, promise)).collect::<Vec<_>>());
    let name = say!(language, "book-sheet-targets");
    Table { name, keys: 2, headings: target_headings(language), rows: rows.collect() }
}

fn promises(scenario: &ScenarioResult) -> Vec<Promise<'_>> {
    let contacts = scenario.contacts.iter().flat_map(|(name, contact)| of_contact(name, contact));
    contacts.chain(scenario.agents.iter().filter_map(|(name, group)| of_group(name, group))).collect()
}

fn of_contact<'a>(name: &'a str, contact: &ContactFigures) -> Vec<Promise<'a>> {
    let Some(target) = contact.target else { return Vec::new() };
    let promise = |figure, shown, goal: Option<f64>, value, verdict| {
        let promise = Promise { subject: name, figure, shown, goal: 0.0, within: None, value, verdict, days_met: None };
        goal.map(|goal| Promise { goal, days_met: contact.days_met, ..promise })
    };
    let answer =
        promise("service_level", Shown::Share, target.answer, contact.service_level, Verdict::on_answer(contact));
    let csat = contact.satisfaction.as_ref().and_then(|satisfaction| satisfaction.csat);
    [
        answer.map(|promise| Promise { within: Some(target.within), ..promise }),
        promise("p_abandon", Shown::Share, target.abandon, contact.p_abandon, Verdict::on_abandonment(contact)),
        promise(
            "mean_wait_answered",
            Shown::Seconds,
            target.asa,
            contact.mean_wait_answered,
            Verdict::on_speed(contact),
        ),
        promise("csat", Shown::Share, target.csat, csat, Verdict::on_satisfaction(contact)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_group<'a>(name: &'a str, group: &AgentFigures) -> Option<Promise<'a>> {
    Some(Promise {
        subject: name,
        figure: "occupancy",
        shown: Shown::Share,
        goal: group.max_occupancy?,
        within: None,
        value: group.occupancy,
        verdict: Verdict::on_occupancy(group),
        days_met: None,
    })
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
