//! The schedule as rows: one a person and day, in the form that is read back.

use csv::Writer;

use crate::planner::schedule::{Document, GroupWeek, Week, WorkDay};
use crate::report::ReportError;
use crate::units::time_of_day;

/// The columns of the list.
pub(in crate::report) const COLUMNS: [&str; 10] =
    ["person", "group", "contract", "day", "date", "shift", "start", "end", "breaks", "paid_hours"];

/// A row of the list.
pub(super) fn row(document: &Document, group: &GroupWeek, week: &Week, day: &WorkDay) -> [String; 10] {
    cells([&week.person, &group.name, &week.contract], &document.days, day)
}

/// A row of a list: person, group and contract, and a day at work of all days.
pub(in crate::report) fn cells(who: [&String; 3], days: &[Option<String>], day: &WorkDay) -> [String; 10] {
    let [person, group, contract] = who.map(String::clone);
    [
        person,
        group,
        contract,
        day.day.to_string(),
        days.get(day.day - 1).cloned().flatten().unwrap_or_default(),
        day.shift.clone(),
        day.start.clone(),
        day.end.clone(),
        day.breaks.join("; "),
        day.hours.to_string(),
    ]
}

/// One row a person and day.
///
/// # Errors
/// When the table cannot be serialised.
pub fn csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for group in &document.groups {
        for (week, day) in group.people.iter().flat_map(|week| week.days.iter().map(move |day| (week, day))) {
            table.write_record(row(document, group, week, day))?;
        }
    }
    finish(table)
}

/// People needed and people at work in each interval, a column each for every group.
///
/// # Errors
/// When the table cannot be serialised.
pub fn need_csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    let columns = document.groups.iter().flat_map(|group| [group.name.clone(), format!("{} at work", group.name)]);
    table.write_record(["day".to_owned(), "start".to_owned()].into_iter().chain(columns))?;
    for interval in 0..document.groups.first().map_or(0, |group| group.need.len()) {
        let (day, start) = moment(document, interval);
        let cells = document
            .groups
            .iter()
            .flat_map(|group| [group.need[interval].to_string(), group.staff[interval].to_string()]);
        table.write_record([day.to_string(), start].into_iter().chain(cells))?;
    }
    finish(table)
}

/// The day of an interval, from 1, and its time of day.
pub(super) fn moment(document: &Document, interval: usize) -> (usize, String) {
    let per_day = (crate::units::DAY / document.interval).round() as usize;
    (interval / per_day + 1, time_of_day((interval % per_day) as f64 * document.interval))
}

/// The bytes of a table.
pub(in crate::report) fn finish(table: Writer<Vec<u8>>) -> Result<Vec<u8>, ReportError> {
    table.into_inner().map_err(|e| ReportError::Csv(e.into_error().into()))
}
