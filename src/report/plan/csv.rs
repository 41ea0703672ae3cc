//! A staffing plan as tables for a spreadsheet, at full precision.

use csv::Writer;

use super::words::every_day;
use crate::planner::{Effort, PeriodPlan, StaffingDocument};
use crate::report::ReportError;
use crate::report::csv::{cell, estimate, finish, start};

/// One row a period, from the first midnight on, with a column a group that `staff = { file, column }` can read.
pub(super) fn staffing(document: &StaffingDocument) -> Result<Vec<u8>, ReportError> {
    let groups = || document.groups.keys();
    let types = document.periods.first().into_iter().flat_map(|period| period.expected.keys());
    let mut head = vec![start_column(document)];
    head.extend(groups().cloned());
    head.extend(groups().map(|name| format!("scheduled: {name}")));
    head.extend(types.map(|name| format!("expected: {name}")));
    head.push("load".into());
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(head)?;
    document.periods.iter().try_for_each(|period| table.write_record(row(period)))?;
    finish(table)
}

/// The name of the first column: no group's.
fn start_column(document: &StaffingDocument) -> String {
    let mut name = "start".to_owned();
    while document.groups.contains_key(&name) {
        name.push('_');
    }
    name
}

fn row(period: &PeriodPlan) -> Vec<String> {
    let people = period.agents.values().chain(period.scheduled.values()).map(u32::to_string);
    let expected = period.expected.values().chain([&period.load]).map(|value| cell(Some(*value)));
    std::iter::once(period.start.clone()).chain(people).chain(expected).collect()
}

/// Every promise with its figure.
pub(super) fn promises(document: &StaffingDocument) -> Result<Vec<u8>, ReportError> {
    let key = ["of", "measure", "goal", "within", "days", "day", "start"];
    let figures = [
        "value",
        "std_error",
        "ci95_low",
        "ci95_high",
        "mean",
        "mean_std_error",
        "mean_ci95_low",
        "mean_ci95_high",
        "proven",
    ];
    let mut table = start(&key, &figures)?;
    for promise in &document.promises {
        let period = promise.period.and_then(|period| document.periods.get(period));
        let day = promise.day.or(period.map(|period| period.day));
        let mut record = vec![promise.of.clone(), promise.measure.clone()];
        record.extend([Some(promise.goal), promise.within, promise.days].map(cell));
        record.push(match day {
            Some(_) if promise.day.is_some() && every_day(document) => "every".into(),
            Some(day) => (day + 1).to_string(),
            None => String::new(),
        });
        record.push(period.map_or_else(String::new, |period| period.start.clone()));
        record.extend(estimate(promise.value));
        record.extend(estimate(promise.mean));
        record.push(promise.proven.to_string());
        table.write_record(record)?;
    }
    finish(table)
}

/// What the plan takes, what each formula's would, and how many promises each misses.
pub(super) fn formulas(document: &StaffingDocument) -> Result<Vec<u8>, ReportError> {
    let figures = ["hours", "paid_hours", "cost", "most", "most_scheduled", "missed", "promises"];
    let mut table = start(&["method"], &figures)?;
    let missed = document.promises.iter().filter(|promise| !promise.proven).count();
    table.write_record(effort("simulation", &document.total, (missed, document.promises.len())))?;
    for formula in &document.formulas {
        table.write_record(effort(&formula.method, &formula.effort, formula.missed))?;
    }
    finish(table)
}

fn effort(method: &str, effort: &Effort, (missed, promises): (usize, usize)) -> Vec<String> {
    let amounts = [Some(effort.hours), Some(effort.paid_hours), effort.cost].map(cell);
    let counts = [effort.most, effort.most_scheduled].map(|people| people.to_string());
    let of = [missed, promises].map(|promises| promises.to_string());
    std::iter::once(method.to_owned()).chain(amounts).chain(counts).chain(of).collect()
}
