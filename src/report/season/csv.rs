//! A season plan as tables for a spreadsheet, at full precision.

use csv::Writer;

use super::Staff;
use crate::report::ReportError;
use crate::report::csv::{cell, finish, start};
use crate::season::{Band, EffectFigures, GroupFigures, Hire, SeasonDocument, SeasonWeek};
use crate::stats::Estimate;

/// The classes, as `--plan` reads them.
pub(super) fn hires(document: &SeasonDocument) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    let calendar = document.weeks.iter().all(|week| week.start.is_some());
    table.write_record([if calendar { "start" } else { "week" }, "group", "contract", "hires"])?;
    for hire in &document.hires {
        table.write_record([begins(hire), hire.group.clone(), hire.contract.clone(), hire.people.to_string()])?;
    }
    finish(table)
}

/// When a class begins: a date, or a week without a calendar.
pub(super) fn begins(hire: &Hire) -> String {
    hire.start.clone().unwrap_or_else(|| hire.week.to_string())
}

const BAND: [&str; 6] = ["value", "std_error", "ci95_low", "ci95_high", "low90", "high90"];

/// A figure of a week, in words, with its band or its estimate.
pub(super) fn figures_of(document: &SeasonDocument, week: &SeasonWeek) -> Vec<(String, String, Option<Band>)> {
    let mut figures = Vec::new();
    for (name, promise) in document.promises.iter().zip(&week.promises) {
        figures.push((name.contact.clone(), name.measure.clone(), *promise));
    }
    for (group, of) in &week.groups {
        figures.extend(of_group(of).into_iter().map(|(figure, band)| (group.clone(), figure.to_owned(), band)));
    }
    for (figure, band) in [("cost", week.cost), ("satisfied", week.satisfied), ("churn", week.churn)] {
        figures.push((String::new(), figure.into(), band));
    }
    figures
}

fn of_group(of: &GroupFigures) -> [(&'static str, Option<Band>); 9] {
    [
        ("at_work", of.at_work),
        ("headcount", of.headcount),
        ("starters", of.starters),
        ("leavers", of.leavers),
        ("in_training", of.in_training),
        ("nesting", of.nesting),
        ("productive", of.productive),
        ("overtime_hours", of.overtime_hours),
        ("occupancy", of.occupancy),
    ]
}

/// Every figure of every week, one a row.
pub(super) fn weeks(document: &SeasonDocument) -> Result<Vec<u8>, ReportError> {
    let mut table = start(&["week", "start", "days", "subject", "figure"], &BAND)?;
    for week in &document.weeks {
        let mut row = |subject: &str, figure: &str, estimate: Option<Estimate>, range: Option<[f64; 2]>| {
            let key = [week.week.to_string(), week.start.clone().unwrap_or_default(), week.days.to_string()];
            let names = [subject.to_owned(), figure.to_owned()];
            let ends = [cell(range.map(|[low, _]| low)), cell(range.map(|[_, high]| high))];
            table.write_record(key.into_iter().chain(names).chain(values(estimate)).chain(ends))
        };
        row("", "kept", week.kept, None)?;
        let plain = |value| Some(Estimate { value, std_error: None, ci95: None });
        row("", "kept_at_least", plain(week.kept_at_least), None)?;
        for (group, of) in &week.groups {
            row(group, "need", plain(of.need), None)?;
        }
        for (subject, figure, band) in figures_of(document, week) {
            row(&subject, &figure, band.map(|band| band.mean), band.map(|band| band.range90))?;
        }
    }
    finish(table)
}

/// A value, its standard error and the ends of its interval.
fn values(estimate: Option<Estimate>) -> [String; 4] {
    let ends = estimate.and_then(|estimate| estimate.ci95);
    [
        cell(estimate.map(|estimate| estimate.value)),
        cell(estimate.and_then(|estimate| estimate.std_error)),
        cell(ends.map(|[low, _]| low)),
        cell(ends.map(|[_, high]| high)),
    ]
}

/// What changes do, and a plan made by hand, one figure a row.
pub(super) fn changes(document: &SeasonDocument) -> Result<Vec<u8>, ReportError> {
    let mut table =
        start(&["change", "words", "figure"], &["difference", "std_error", "ci95_low", "ci95_high", "real"])?;
    let by_hand = document.by_hand.iter().map(|by_hand| ("by_hand", by_hand.file.as_str(), &by_hand.effects));
    let changes =
        document.changes.iter().map(|change| (change.change.as_str(), change.words.as_str(), &change.effects));
    for (change, words, effects) in changes.chain(by_hand) {
        for EffectFigures { figure, difference, real } in effects {
            let key = [change.to_owned(), words.to_owned(), figure.clone()];
            table.write_record(key.into_iter().chain(values(*difference)).chain([real.to_string()]))?;
        }
    }
    finish(table)
}

/// Agents of each interval of the horizon, a column a group, as `staff = { file, column }` reads them.
pub(super) fn staffing(staff: &[Staff]) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(staff.iter().map(|(name, _)| name))?;
    for row in 0..staff.first().map_or(0, |(_, agents)| agents.len()) {
        table.write_record(staff.iter().map(|(_, agents)| agents[row].to_string()))?;
    }
    finish(table)
}
