//! The roster as rows: one a person and day, one a person, one an interval.

use csv::Writer;

use crate::planner::roster::{Document, GroupRoster, PersonRoster};
use crate::report::ReportError;
use crate::report::schedule::list;
use crate::units::{DAY, time_of_day};

/// Everybody, with the group.
pub(super) fn people(document: &Document) -> impl Iterator<Item = (&GroupRoster, &PersonRoster)> {
    document.groups.iter().flat_map(|group| group.people.iter().map(move |person| (group, person)))
}

/// The rows of the list that is read back: one a person and day.
pub(super) fn rows(document: &Document) -> impl Iterator<Item = [String; 10]> + '_ {
    people(document).flat_map(move |(group, person)| {
        person
            .days
            .iter()
            .map(move |day| list::cells([&person.person, &group.name, &person.contract], &document.days, day))
    })
}

/// One row a person and day at work.
///
/// # Errors
/// When the table cannot be serialised.
pub fn csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(list::COLUMNS)?;
    for row in rows(document) {
        table.write_record(row)?;
    }
    list::finish(table)
}

/// What a day is called: its date, or its number from 1.
pub(super) fn day_name(document: &Document, day: usize) -> String {
    document.days.get(day).cloned().flatten().unwrap_or_else(|| format!("day {}", day + 1))
}

/// What stands in a person's day of a calendar: the shift and its hours, `leave`, `off` where it was asked for, or
/// nothing.
pub(super) fn in_calendar(person: &PersonRoster, day: usize) -> String {
    let worked = person.days.iter().find(|worked| worked.day == day + 1);
    match worked {
        Some(worked) => format!("{} {}-{}", worked.shift, worked.start, worked.end),
        None if person.leave.contains(&(day + 1)) => "leave".into(),
        None if person.off.contains(&(day + 1)) => "off".into(),
        None => String::new(),
    }
}

/// One row a person, a column a day.
///
/// # Errors
/// When the table cannot be serialised.
pub fn calendar_csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    let days = || 0..document.days.len();
    let head = ["person", "group", "contract"].map(String::from).into_iter();
    table.write_record(head.chain(days().map(|day| day_name(document, day))))?;
    for (group, person) in people(document) {
        let who = [&person.person, &group.name, &person.contract].map(String::clone).into_iter();
        table.write_record(who.chain(days().map(|day| in_calendar(person, day))))?;
    }
    list::finish(table)
}

/// The columns of hours and fairness, beside those of each week.
pub(super) const FIGURES: [&str; 9] =
    ["paid_hours", "overtime", "cost", "weekends", "weekends_open", "wishes_granted", "wishes", "days", "short_weeks"];

/// A person's hours and fairness.
pub(super) fn figures(person: &PersonRoster) -> [f64; 9] {
    [
        person.hours,
        person.overtime,
        person.cost,
        person.weekends as f64,
        person.weekends_open as f64,
        person.wishes_granted,
        person.wishes,
        person.days.len() as f64,
        person.short_weeks.len() as f64,
    ]
}

/// One row a person: hours, cost, weekends and wishes.
///
/// # Errors
/// When the table cannot be serialised.
pub fn people_csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    let weeks = (1..=document.days.len() / 7).map(|week| format!("hours_week_{week}"));
    let head = ["person", "group", "contract"].into_iter().chain(FIGURES).map(String::from);
    table.write_record(head.chain(weeks))?;
    for (group, person) in people(document) {
        let who = [&person.person, &group.name, &person.contract].map(String::clone).into_iter();
        let numbers = figures(person).into_iter().chain(person.weekly_hours.iter().copied());
        table.write_record(who.chain(numbers.map(rounded)))?;
    }
    list::finish(table)
}

/// A number to a millionth, beyond which sums of hours and pay are noise.
fn rounded(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

/// The day of an interval, from 0, and its time of day.
pub(super) fn moment(document: &Document, interval: usize) -> (usize, String) {
    let per_day = (DAY / document.interval).round() as usize;
    (interval / per_day, time_of_day((interval % per_day) as f64 * document.interval))
}

/// People needed and people on the roster in each interval, a column each for every group.
///
/// # Errors
/// When the table cannot be serialised.
pub fn coverage_csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    let columns =
        document.groups.iter().flat_map(|group| [group.name.clone(), format!("{} on the roster", group.name)]);
    table.write_record(["day", "start"].map(String::from).into_iter().chain(columns))?;
    for interval in 0..document.groups.first().map_or(0, |group| group.need.len()) {
        let (day, start) = moment(document, interval);
        let cells = document
            .groups
            .iter()
            .flat_map(|group| [group.need[interval].to_string(), group.staff[interval].to_string()]);
        table.write_record([day_name(document, day), start].into_iter().chain(cells))?;
    }
    list::finish(table)
}
