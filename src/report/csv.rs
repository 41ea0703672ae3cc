//! Results as tables for a spreadsheet: one figure a row, at full precision, named as in the JSON.

use csv::Writer;

use crate::kpi::{Comparison, ResultDocument, ScenarioResult};
use crate::report::ReportError;
use crate::report::figures::{self, Named};
use crate::stats::Estimate;

const ESTIMATE: [&str; 4] = ["value", "std_error", "ci95_low", "ci95_high"];

/// Every figure of one scenario over the whole window.
///
/// # Errors
/// When the table cannot be serialised.
pub fn summary(scenario: &ScenarioResult) -> Result<Vec<u8>, ReportError> {
    let mut table = start(&["scenario", "kind", "subject", "figure"], &ESTIMATE)?;
    for (name, contacts) in &scenario.contacts {
        rows(&mut table, &[&scenario.name, "contacts", name], figures::of_contacts(contacts))?;
    }
    for (name, agents) in &scenario.agents {
        rows(&mut table, &[&scenario.name, "agents", name], figures::of_agents(agents))?;
    }
    if let Some(journeys) = &scenario.journeys {
        rows(&mut table, &[&scenario.name, "journeys", "issues"], figures::of_journeys(journeys))?;
    }
    finish(table)
}

/// Every figure of one scenario by interval of the day; `None` for a study without intervals.
///
/// # Errors
/// When the table cannot be serialised.
pub fn intervals(scenario: &ScenarioResult) -> Result<Option<Vec<u8>>, ReportError> {
    let Some(intervals) = &scenario.intervals else { return Ok(None) };
    let mut table = start(&["scenario", "start", "seconds", "kind", "subject", "figure"], &ESTIMATE)?;
    for interval in intervals {
        let (start, seconds) = (interval.start.as_deref().unwrap_or(""), interval.seconds.to_string());
        for (name, contacts) in &interval.contacts {
            let key = [scenario.name.as_str(), start, &seconds, "contacts", name];
            rows(&mut table, &key, figures::of_interval_contacts(contacts))?;
        }
        for (name, agents) in &interval.agents {
            let key = [scenario.name.as_str(), start, &seconds, "agents", name];
            rows(&mut table, &key, figures::of_interval_agents(agents))?;
        }
    }
    finish(table).map(Some)
}

/// Every figure of the people of groups by week; `None` where no group has people.
///
/// # Errors
/// When the table cannot be serialised.
pub fn people(scenario: &ScenarioResult) -> Result<Option<Vec<u8>>, ReportError> {
    if scenario.people.is_empty() {
        return Ok(None);
    }
    let mut table = start(&["scenario", "group", "week", "start", "days", "figure"], &ESTIMATE)?;
    for (name, weeks) in &scenario.people {
        for week in weeks {
            let (number, days) = (week.week.to_string(), week.days.to_string());
            let key = [scenario.name.as_str(), name, &number, week.start.as_deref().unwrap_or(""), &days];
            rows(&mut table, &key, week.figures.iter().map(|(name, figure)| (name.clone(), *figure)).collect())?;
        }
    }
    finish(table).map(Some)
}

/// Every figure of one scenario by week; `None` where weeks are not told apart.
///
/// # Errors
/// When the table cannot be serialised.
pub fn weeks(scenario: &ScenarioResult) -> Result<Option<Vec<u8>>, ReportError> {
    let Some(weeks) = &scenario.weeks else { return Ok(None) };
    let mut table = start(&["scenario", "week", "start", "days", "kind", "subject", "figure"], &ESTIMATE)?;
    for week in weeks {
        let (start, days) = (week.start.as_deref().unwrap_or(""), week.days.to_string());
        for (name, contacts) in &week.contacts {
            let key = [scenario.name.as_str(), &week.week, start, &days, "contacts", name];
            rows(&mut table, &key, figures::of_week_contacts(contacts))?;
        }
        for (name, agents) in &week.agents {
            let key = [scenario.name.as_str(), &week.week, start, &days, "agents", name];
            rows(&mut table, &key, figures::of_week_agents(agents))?;
        }
    }
    finish(table).map(Some)
}

/// Every scenario against the first; `None` for a single scenario.
///
/// # Errors
/// When the table cannot be serialised.
pub fn comparison(document: &ResultDocument) -> Result<Option<Vec<u8>>, ReportError> {
    if document.comparisons.is_empty() {
        return Ok(None);
    }
    let figures = ["first", "this", "difference", "std_error", "ci95_low", "ci95_high", "real"];
    let mut table = start(&["scenario", "against", "replications", "subject", "figure"], &figures)?;
    for comparison in &document.comparisons {
        differences(&mut table, comparison)?;
    }
    finish(table).map(Some)
}

fn differences(table: &mut Writer<Vec<u8>>, comparison: &Comparison) -> Result<(), ReportError> {
    for row in &comparison.rows {
        let subject = row.subject.as_deref().unwrap_or("");
        let replications = comparison.replications.to_string();
        let mut record: Vec<String> =
            [&comparison.scenario, &comparison.against, &replications, subject, &row.figure].map(String::from).into();
        record.extend([row.first, row.this].map(|f| cell(f.map(|f| f.value))));
        record.extend(estimate(row.difference));
        record.push(row.real.to_string());
        table.write_record(record)?;
    }
    Ok(())
}

pub(super) fn start(key: &[&str], figures: &[&str]) -> Result<Writer<Vec<u8>>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(key.iter().chain(figures))?;
    Ok(table)
}

fn rows(table: &mut Writer<Vec<u8>>, key: &[&str], figures: Vec<Named>) -> Result<(), ReportError> {
    for (name, figure) in figures {
        let mut record: Vec<String> = key.iter().copied().map(String::from).collect();
        record.push(name);
        record.extend(estimate(figure));
        table.write_record(record)?;
    }
    Ok(())
}

pub(super) fn estimate(figure: Option<Estimate>) -> [String; 4] {
    let interval = figure.and_then(|f| f.ci95);
    [
        cell(figure.map(|f| f.value)),
        cell(figure.and_then(|f| f.std_error)),
        cell(interval.map(|[low, _]| low)),
        cell(interval.map(|[_, high]| high)),
    ]
}

/// The shortest text that reads back as the same number; empty when there is none.
pub(super) fn cell(value: Option<f64>) -> String {
    value.filter(|v| v.is_finite()).map_or_else(String::new, |v| v.to_string())
}

pub(super) fn finish(table: Writer<Vec<u8>>) -> Result<Vec<u8>, ReportError> {
    table.into_inner().map_err(|e| ReportError::Csv(e.into_error().into()))
}
