//! Contacts of a log counted by day and interval, in the hours in which the centre is open.

use super::hours::is_beside;
use super::{DayCounts, DaySpan, OpeningHours, opening_hours};
use crate::history::{self, Contact, Day, Log, Outcome};
use crate::units::DAY;

/// Which contacts of a log are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those whose customers wait for an answer there and then, not e-mails and the like.
    Live,
    /// Those of one type, by its number.
    Kind(u16),
}

impl Which {
    /// The contacts that tell when a centre is open: live ones, where there are any.
    #[must_use]
    pub fn live(log: &Log) -> Self {
        let is_live = |kind: u16| !log.is_deferred(kind);
        if (0..log.kinds.len() as u16).any(is_live) { Self::Live } else { Self::All }
    }

    /// Whether a contact is one of them.
    #[must_use]
    pub fn has(self, log: &Log, contact: &Contact) -> bool {
        match self {
            Self::All => true,
            Self::Live => !log.is_deferred(contact.kind),
            Self::Kind(kind) => contact.kind == kind,
        }
    }
}

/// When the first and the last handled contact came on each day of a log.
#[must_use]
pub fn day_spans(log: &Log, which: Which) -> Vec<DaySpan> {
    let span = |day: &Day| {
        let handled =
            || log.of_day(day).iter().filter(|c| c.is_answered() && which.has(log, c)).map(Contact::time_of_day);
        Some((handled().next()?, handled().next_back()?))
    };
    log.days.iter().map(|day| DaySpan { weekday: weekday(day), span: span(day) }).collect()
}

/// Opening hours by weekday, as some contacts tell them, on a grid of so many seconds.
#[must_use]
pub fn opening_hours_of(log: &Log, which: Which, grid: f64) -> Vec<OpeningHours> {
    opening_hours(&day_spans(log, which), grid)
}

/// Contacts in each interval (s; it divides a day) of each day of a log. Intervals outside
/// the hours given are closed; who comes just before the doors open or just after they close counts for the interval
/// beside, and all others outside the hours are the second figure.
#[must_use]
pub fn day_counts(log: &Log, which: Which, interval: f64, hours: &[OpeningHours]) -> (Vec<DayCounts>, u64) {
    let mut outside = 0;
    let count = |day: &Day| {
        let weekday = weekday(day);
        let open = hours.iter().find(|hours| hours.weekday == weekday).and_then(|hours| hours.open);
        let (counts, others) = counts_of_day(log, day, which, interval, open);
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
    which: Which,
    interval: f64,
    open: Option<(f64, f64)>,
) -> (Vec<Option<u32>>, u64) {
    let mut outside = 0;
    let mut counts: Vec<Option<u32>> = (0..intervals(interval)).map(|place| is_open(place, interval, open)).collect();
    for contact in log.of_day(day).iter().filter(|contact| which.has(log, contact)) {
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
    history::day_number(day.date)
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
