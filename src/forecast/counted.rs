//! A log as counts by day and interval, of each contact type and of all together.

use jiff::civil::Date;

use crate::fit::{DayCounts, Which, day_counts, day_number, opening_hours_of};
use crate::history::{Log, date_of};

/// What is forecast: a contact type, or all of them.
pub(super) struct Subject {
    pub(super) name: String,
    /// In the order of time.
    pub(super) days: Vec<DayCounts>,
}

/// The counts of a log.
pub(super) struct Counted {
    /// The contact types that have contacts, in the order of the log.
    pub(super) types: Vec<Subject>,
    /// All types together.
    pub(super) all: Subject,
    /// Contacts that came when the centre is closed, and are not counted.
    pub(super) outside: u64,
    /// Days that may not be whole, and days without a contact on a weekday that is open.
    pub(super) doubtful: Vec<i32>,
}

impl Counted {
    pub(super) fn new(log: &Log, interval: f64) -> Self {
        let hours = opening_hours_of(log, Which::All, interval);
        let subject = |name: &str, which| {
            let (days, outside) = day_counts(log, which, interval, &hours);
            (Subject { name: name.to_owned(), days }, outside)
        };
        // A contact type may have taken the name.
        let is_taken = log.kinds.iter().any(|kind| kind == "all");
        let (all, outside) = subject(if is_taken { "all types" } else { "all" }, Which::All);
        let has_any = |subject: &Subject| subject.days.iter().any(|day| day.total() > 0.0);
        let types = log.kinds.iter().enumerate().map(|(kind, name)| subject(name, Which::Kind(kind as u16)).0);
        let types = types.filter(has_any).collect();
        let doubted = log.days.iter().filter(|day| day.doubt.is_some()).map(day_number);
        let empty = all.days.iter().filter(|day| is_open(day) && day.total() == 0.0).map(|day| day.number);
        let mut doubtful: Vec<i32> = doubted.chain(empty).collect();
        doubtful.sort_unstable();
        doubtful.dedup();
        Self { types, all, outside, doubtful }
    }

    /// Whether each interval of a weekday is open.
    pub(super) fn open_intervals(&self, weekday: u8) -> Vec<bool> {
        let seen = self.all.days.iter().find(|day| day.weekday == weekday);
        let intervals = self.all.days.first().map_or(0, |day| day.counts.len());
        seen.map_or_else(|| vec![false; intervals], |day| day.counts.iter().map(Option::is_some).collect())
    }

    /// The last day that the log covers.
    pub(super) fn last(&self) -> Option<Date> {
        self.all.days.last().map(|day| date_of(day.number))
    }
}

/// Whether the centre is open on some of a day.
pub(super) fn is_open(day: &DayCounts) -> bool {
    day.counts.iter().any(Option::is_some)
}

/// 0 for Monday to 6 for Sunday.
pub(super) fn weekday_of(number: i32) -> u8 {
    (number + 3).rem_euclid(7) as u8
}
