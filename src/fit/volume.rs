//! Contacts of a log counted by day and interval, in the hours in which the centre is open.

use super::hours::is_beside;
use super::{DayCounts, DaySpan, OpeningHours, opening_hours};
use crate::history::{Contact, Day, Log, Outcome};
use crate::units::DAY;

/// When the first and the last handled contact of a type (or of all types) came on each day of a log.
#[must_use]
pub fn day_spans(log: &Log, kind: Option<u16>) -> Vec<DaySpan> {
    let span = |day: &Day| {
        let handled = || log.of_day(day).iter().filter(|c| c.is_answered() && is_of(c, kind)).map(Contact::time_of_day);
        Some((handled().next()?, handled().next_back()?))
    };
    log.days.iter().map(|day| DaySpan { weekday: weekday(day), span: span(day) }).collect()
}

/// Opening hours of a type (or of the centre) by weekday, on a grid of so many seconds.
#[must_use]
pub fn opening_hours_of(log: &Log, kind: Option<u16>, grid: f64) -> Vec<OpeningHours> {
    opening_hours(&day_spans(log, kind), grid)
}

/// Contacts of a type (or of all types) in each interval (s; it divides a day) of each day of a log. Intervals outside
/// the hours given are closed; who comes just before the doors open or just after they close counts for the interval
/// beside, and all others outside the hours are the second figure.
#[must_use]
pub fn day_counts(log: &Log, kind: Option<u16>, interval: f64, hours: &[OpeningHours]) -> (Vec<DayCounts>, u64) {
    let mut outside = 0;
    let count = |day: &Day| {
        let weekday = weekday(day);
        let open = hours.iter().find(|hours| hours.weekday == weekday).and_then(|hours| hours.open);
        let (counts, others) = counts_of_day(log, day, kind, interval, open);
        outside += others;
        DayCounts { number: day_number(day), weekday, counts }
    };
    let days = log.days.iter().map(count).collect();
    (days, outside)
}

/// The same for one day with its hours, s of the day.
#[must_use]
pub fn counts_of_day(
    log: &Log,
    day: &Day,
    kind: Option<u16>,
    interval: f64,
    open: Option<(f64, f64)>,
) -> (Vec<Option<u32>>, u64) {
    let mut outside = 0;
    let mut counts: Vec<Option<u32>> = (0..intervals(interval)).map(|place| is_open(place, interval, open)).collect();
    for contact in log.of_day(day).iter().filter(|contact| is_of(contact, kind)) {
        // Who was turned away had come to closed doors, however near to the hours.
        let beside = contact.outcome != Outcome::Closed;
        match place(contact.time_of_day(), interval, open, beside).and_then(|place| counts[place].as_mut()) {
            Some(count) => *count += 1,
            None => outside += 1,
        }
    }
    (counts, outside)
}

/// The interval for which a contact that arrived at a moment of the day counts; none outside the hours.
#[must_use]
pub fn interval_of(time: f64, interval: f64, open: Option<(f64, f64)>) -> Option<usize> {
    place(time, interval, open, true).filter(|place| is_open(*place, interval, open).is_some())
}

/// 0 for Monday to 6 for Sunday.
#[must_use]
pub fn weekday(day: &Day) -> u8 {
    day.date.weekday().to_monday_zero_offset() as u8
}

/// Days since 1970-01-01.
#[must_use]
pub fn day_number(day: &Day) -> i32 {
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    day.date.since((jiff::Unit::Day, epoch)).map_or(0, |span| span.get_days())
}

fn is_of(contact: &Contact, kind: Option<u16>) -> bool {
    kind.is_none_or(|kind| contact.kind == kind)
}

fn intervals(interval: f64) -> usize {
    libm::round(DAY / interval) as usize
}

fn is_open(place: usize, interval: f64, open: Option<(f64, f64)>) -> Option<u32> {
    let (from, until) = open?;
    let start = place as f64 * interval;
    (start + interval > from && start < until).then_some(0)
}

/// The interval for which a moment counts; who comes a little outside the hours may count for that beside.
fn place(time: f64, interval: f64, open: Option<(f64, f64)>, beside: bool) -> Option<usize> {
    let (from, until) = open?;
    let inside = match time {
        time if beside && time < from && is_beside(from - time, interval) => from,
        time if beside && time >= until && is_beside(time - until, interval) => until - interval / 2.0,
        time => time,
    };
    Some((inside / interval) as usize)
}
