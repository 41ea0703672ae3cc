//! The weeks of a horizon: by the calendar from Monday to Sunday, or, without one, seven days each.

use std::ops::Range;

use jiff::civil::Date;

use crate::scenario::{Horizon, Slot};

/// A week, or the part of one that lies in the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// `2026-W49` by ISO 8601; without a calendar its number from 1.
    pub name: String,
    /// Its first day in the horizon; none without a calendar.
    pub start: Option<Date>,
    /// Its days, from 0 for the first of the horizon.
    pub days: Range<usize>,
}

/// Days that need no weeks.
const ONE_WEEK: usize = 7;

/// The weeks of a horizon of more than one week.
pub(super) fn of(horizon: &Horizon) -> Vec<Week> {
    let days = horizon.days().map_or(0, |days| days as usize);
    let mut weeks: Vec<Week> = Vec::new();
    for day in (0..days).filter(|_| days > ONE_WEEK) {
        let date = horizon.start.and_then(|start| start.checked_add(jiff::Span::new().days(day as i64)).ok());
        let name = date.map_or_else(|| (day / ONE_WEEK + 1).to_string(), iso_week);
        match weeks.last_mut().filter(|week| week.name == name) {
            Some(week) => week.days.end = day + 1,
            None => weeks.push(Week { name, start: date, days: day..day + 1 }),
        }
    }
    weeks
}

fn iso_week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{}-W{:02}", week.year(), week.week())
}

/// The week of each interval of the horizon that exists; empty without weeks.
pub(super) fn by_slot(weeks: &[Week], horizon: &Horizon) -> Vec<u16> {
    let days = weeks.last().map_or(0, |week| week.days.end);
    let of = |slot: Slot| weeks.partition_point(|week| week.days.end <= slot.day) as u16;
    horizon.civil.slots(days, horizon.interval.get()).map(of).collect()
}
