//! The scenarios at a glance, their targets, and how to get them again.

use super::sheet::{Cell, Shown, Table, error_headings};
use crate::kpi::{AgentFigures, ContactFigures, ResultDocument, ScenarioResult, Stop};
use crate::report::Language;
use crate::report::Verdict;
use crate::report::figures::label;
use crate::stats::Estimate;

fn scenario_headings() -> Vec<String> {
    [
        "scenario",
        "file",
        "seed",
        "replications",
        "stopped by",
        "start",
        "days",
        "hours of the study",
        "targets met",
        "targets open",
        "targets missed",
        "contacts offered",
        "agent hours",
        "cost",
        "issues",
        "satisfied (CSAT)",
        "customers who leave",
        "money at risk",
    ]
    .map(String::from)
    .into()
}

/// A row a scenario. Sums over contact types and groups have no standard error: their parts depend on each other.
pub(super) fn scenarios(scenarios: &[ScenarioResult]) -> Table {
    let rows = scenarios.iter().map(of_scenario).collect();
    Table { name: "scenarios", keys: 1, headings: scenario_headings(), rows }
}

fn of_scenario(scenario: &ScenarioResult) -> Vec<Cell> {
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
        Cell::text(stop(scenario.stop)),
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

fn stop(stop: Stop) -> &'static str {
    match stop {
        Stop::Replications => "replications",
        Stop::PrecisionReached => "precision reached",
        Stop::MaxReplications => "precision not reached",
        Stop::Interrupted => "interrupted",
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

fn target_headings() -> Vec<String> {
    let mut headings = ["scenario", "subject", "promise", "target", "within", "figure"].map(String::from).to_vec();
    headings.extend(error_headings("figure"));
    headings.extend(["verdict".to_owned(), "days met".to_owned()]);
    headings.extend(error_headings("days met"));
    headings
}

/// A row a promise.
pub(super) fn targets(scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, promise: &Promise<'_>| {
        let mut row = vec![
            Cell::text(&scenario.name),
            Cell::text(promise.subject),
            Cell::text(label(Language::English, promise.figure)),
            Cell::number(promise.goal, promise.shown),
            Cell::number(promise.within, Shown::Seconds),
            Cell::value(promise.value.as_ref(), promise.shown),
        ];
        row.extend(Cell::errors(promise.value.as_ref(), promise.shown));
        row.push(promise.verdict.map_or(Cell::Empty, |verdict| Cell::text(verdict.mark())));
        row.push(Cell::value(promise.days_met.as_ref(), Shown::Share));
        row.extend(Cell::errors(promise.days_met.as_ref(), Shown::Share));
        row
    };
    let rows = scenarios.iter().flat_map(|s| promises(s).iter().map(|promise| row(s, promise)).collect::<Vec<_>>());
    Table { name: "targets", keys: 2, headings: target_headings(), rows: rows.collect() }
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

fn reproduction_headings() -> Vec<String> {
    ["what", "value", "SHA-256"].map(String::from).into()
}

/// How to get the results again.
pub(super) fn reproduction(document: &ResultDocument) -> Table {
    let mut rows = vec![vec![Cell::text("version of holdline"), Cell::text(&document.version)]];
    if let Some(reproduce) = &document.reproduce {
        rows.push(vec![Cell::text("command"), Cell::text(&reproduce.command)]);
        let input =
            |file: &crate::kpi::InputFile| [Cell::text("input"), Cell::text(&file.path), Cell::text(&file.sha256)];
        rows.extend(reproduce.inputs.iter().map(|file| input(file).into()));
    }
    Table { name: "how to reproduce", keys: 1, headings: reproduction_headings(), rows }
}
