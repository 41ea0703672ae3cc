//! Where the days of a horizon lie on the engine's clock, which counts seconds and knows neither days nor summer time.
//!
//! A day begins with the first moment of its date, and the interval of the day is told by the clock on the wall. On a
//! day on which the clock is put forward the intervals that it skips do not exist; on one on which it is put back those
//! that it repeats come twice. A moment that comes twice is meant the first time, and one that does not come is the
//! moment of the change.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::units::DAY;

/// The days of a horizon; the days before and after it have 24 hours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CivilDays {
    /// The name of the time zone; none: every day has 24 hours.
    zone: Option<String>,
    /// The start of each day, ascending, and the end of the last, s; empty: every day has 24 hours.
    starts: Vec<f64>,
    /// When the clock is changed, ascending.
    changes: Vec<ClockChange>,
}

/// That the clock on the wall is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClockChange {
    /// The day of the horizon, from 0.
    pub day: usize,
    /// How long after the start of the day, s.
    pub at: f64,
    /// By how much it is put forward (above 0) or back, s.
    pub by: f64,
}

/// An interval that exists on some day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// When it begins on the engine's clock, s.
    pub start: f64,
    /// The day of the horizon.
    pub day: usize,
    /// Which interval of the day it is by the clock on the wall.
    pub interval: usize,
}

/// A clock that is changed by more than this, or more than once a day, is none that people work by, s.
const LARGEST_CHANGE: f64 = DAY / 2.0;

impl CivilDays {
    /// The days of a time zone from a date on.
    ///
    /// # Errors
    /// The date on which the clock is changed in a way that has no place here: by more than half a day, or twice.
    pub fn new(zone: &TimeZone, name: &str, first: Date, days: usize) -> Result<Self, Date> {
        let mut civil = Self { zone: Some(name.to_owned()), ..Self::default() };
        let (mut date, mut start) = (first, 0.0);
        for day in 0..days {
            let next = date.tomorrow().map_err(|_| date)?;
            let (length, change) = length(zone, date, next).ok_or(date)?;
            civil.starts.push(start);
            civil.changes.extend(change.map(|(at, by)| ClockChange { day, at, by }));
            (date, start) = (next, start + length);
        }
        civil.starts.push(start);
        if civil.changes.is_empty() {
            civil.starts.clear();
        }
        Ok(civil)
    }

    /// The name of the time zone, if there is one.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// When the clock is changed.
    #[must_use]
    pub fn changes(&self) -> &[ClockChange] {
        &self.changes
    }

    /// Whether every day has 24 hours.
    #[must_use]
    pub fn all_alike(&self) -> bool {
        self.starts.is_empty()
    }

    /// When a day begins, s.
    #[inline]
    #[must_use]
    pub fn start(&self, day: usize) -> f64 {
        match self.starts.get(day) {
            Some(start) => *start,
            None => {
                self.starts.last().copied().unwrap_or(0.0) + (day - self.starts.len().saturating_sub(1)) as f64 * DAY
            }
        }
    }

    /// The day to which a moment belongs.
    #[inline]
    #[must_use]
    pub fn day(&self, moment: f64) -> usize {
        match self.starts.last() {
            None => (moment / DAY) as usize,
            Some(end) if moment >= *end => self.starts.len() - 1 + ((moment - end) / DAY) as usize,
            Some(_) => self.starts.partition_point(|start| *start <= moment).saturating_sub(1),
        }
    }

    /// The moment at which the clock on the wall shows a time of a day, s since midnight; from 24 h on, of the days after.
    #[must_use]
    pub fn moment(&self, day: usize, clock: f64) -> f64 {
        if self.all_alike() {
            return day as f64 * DAY + clock;
        }
        if clock > DAY {
            return self.moment(day + 1, clock - DAY);
        }
        let passed = match self.changes.iter().find(|change| change.day == day) {
            Some(change) if clock >= change.at => (clock - change.by).max(change.at),
            _ => clock,
        };
        self.start(day) + passed
    }

    /// What the clock on the wall shows at a moment, s since midnight.
    #[must_use]
    pub fn clock(&self, moment: f64) -> f64 {
        let day = self.day(moment);
        let passed = moment - self.start(day);
        match self.changes.iter().find(|change| change.day == day) {
            Some(change) if passed >= change.at => passed + change.by,
            _ => passed,
        }
    }

    /// The intervals of some days that exist, in their order. Changes of the clock are at ends of intervals.
    pub fn slots(&self, days: usize, interval: f64) -> impl Iterator<Item = Slot> {
        (0..days).flat_map(move |day| self.slots_of(day, interval))
    }

    /// The intervals of a day that exist, in their order.
    pub fn slots_of(&self, day: usize, interval: f64) -> impl Iterator<Item = Slot> + use<> {
        let start = self.start(day);
        let count = ((self.start(day + 1) - start) / interval).round() as usize;
        let change = self.changes.iter().find(|change| change.day == day).copied();
        (0..count).map(move |place| {
            let passed = place as f64 * interval;
            let by = change.filter(|change| passed >= change.at - 0.5).map_or(0.0, |change| change.by);
            let interval = ((passed + by) / interval).round() as usize;
            Slot { start: start + passed, day, interval }
        })
    }

    /// Whether the clock skips all the time between two times of a day, s since midnight.
    #[must_use]
    pub fn skips(&self, day: usize, from: f64, to: f64) -> bool {
        !self.all_alike() && self.moment(day, from) == self.moment(day, to)
    }
}

/// How long a day is, s, and the change of the clock on it: how long after its start and by how much, s.
fn length(zone: &TimeZone, date: Date, next: Date) -> Option<(f64, Option<(f64, f64)>)> {
    let [start, end] = [date, next].map(|date| date.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp()));
    let (start, end) = (start?, end?);
    let length = end.as_second() - start.as_second();
    // A clock that is put forward at midnight is changed at the very start of the day.
    let before = start.checked_sub(jiff::SignedDuration::from_secs(1)).ok()?;
    let changed = |at: jiff::Timestamp| {
        let earlier = at.checked_sub(jiff::SignedDuration::from_secs(1)).ok()?;
        Some(i64::from(zone.to_offset(at).seconds()) - i64::from(zone.to_offset(earlier).seconds()))
    };
    let mut changes = Vec::new();
    for transition in zone.following(before).take_while(|transition| transition.timestamp() < end) {
        let (at, by) = (transition.timestamp(), changed(transition.timestamp())?);
        if by != 0 {
            changes.push(((at.as_second() - start.as_second()) as f64, by as f64));
        }
    }
    let whole = length as f64 + changes.iter().map(|(_, by)| by).sum::<f64>() == DAY;
    let usual = changes.len() <= 1 && changes.iter().all(|(_, by)| by.abs() < LARGEST_CHANGE);
    (whole && usual).then(|| (length as f64, changes.first().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::HOUR;

    fn days(zone: &str, first: Date, days: usize) -> CivilDays {
        let of = TimeZone::get(zone).unwrap_or_else(|_| unreachable!("{zone} is in the database"));
        CivilDays::new(&of, zone, first, days).unwrap_or_else(|date| unreachable!("{date}"))
    }

    fn intervals(days: &CivilDays, day: usize) -> Vec<usize> {
        days.slots(day + 1, 1800.0).filter(|slot| slot.day == day).map(|slot| slot.interval).collect()
    }

    #[test]
    fn a_day_of_23_hours_lacks_an_hour_and_one_of_25_repeats_it() {
        let spring = days("Europe/Berlin", jiff::civil::date(2026, 3, 28), 3);
        assert_eq!([0, 1, 2, 3].map(|day| spring.start(day) / HOUR), [0.0, 24.0, 47.0, 71.0]);
        let short: Vec<usize> = (0..48).filter(|interval| ![4, 5].contains(interval)).collect();
        assert_eq!((intervals(&spring, 1), intervals(&spring, 2).len()), (short, 48));
        let autumn = days("Europe/Berlin", jiff::civil::date(2026, 10, 25), 1);
        let long: Vec<usize> = (0..6).chain(4..48).collect();
        assert_eq!((intervals(&autumn, 0).len(), intervals(&autumn, 0)), (50, long));
        assert_eq!(autumn.start(3), 73.0 * HOUR, "days after the horizon have 24 h");
    }

    #[test]
    fn moments_and_clocks_are_inverse_where_they_can_be() {
        let spring = days("Europe/Berlin", jiff::civil::date(2026, 3, 28), 3);
        let moments = [1.5, 2.5, 3.0, 24.0, 30.0].map(|hour| spring.moment(1, hour * HOUR) / HOUR);
        assert_eq!(moments, [25.5, 26.0, 26.0, 47.0, 53.0]);
        assert_eq!([25.5, 26.0, 46.5, 47.0].map(|hour| spring.clock(hour * HOUR) / HOUR), [1.5, 3.0, 23.5, 0.0]);
        let autumn = days("Europe/Berlin", jiff::civil::date(2026, 10, 25), 2);
        assert_eq!([2.5, 3.0, 24.0].map(|hour| autumn.moment(0, hour * HOUR) / HOUR), [2.5, 4.0, 25.0]);
        assert_eq!([2.5, 3.5, 4.0, 24.5].map(|hour| autumn.clock(hour * HOUR) / HOUR), [2.5, 2.5, 3.0, 23.5]);
        assert_eq!([0.0, 24.9, 25.0, 80.0].map(|hour| autumn.day(hour * HOUR)), [0, 0, 1, 3]);
    }

    #[test]
    fn clocks_are_changed_at_midnight_by_half_an_hour_and_by_a_day() {
        // Beirut puts the clock forward at 00:00, Santiago back at 24:00, Lord Howe by half an hour at 02:00.
        let beirut = days("Asia/Beirut", jiff::civil::date(2026, 3, 29), 1);
        assert_eq!((beirut.changes(), beirut.moment(0, 0.0)), (&[ClockChange { day: 0, at: 0.0, by: HOUR }][..], 0.0));
        assert_eq!((intervals(&beirut, 0)[0], intervals(&beirut, 0).len()), (2, 46));
        let santiago = days("America/Santiago", jiff::civil::date(2026, 4, 4), 1);
        assert_eq!((intervals(&santiago, 0).len(), intervals(&santiago, 0)[48..].to_vec()), (50, vec![46, 47]));
        assert_eq!(santiago.moment(0, DAY), 25.0 * HOUR);
        let howe = days("Australia/Lord_Howe", jiff::civil::date(2026, 10, 4), 1);
        assert_eq!(intervals(&howe, 0).len(), 47);
        let samoa = TimeZone::get("Pacific/Apia").unwrap_or(TimeZone::UTC);
        let lost = jiff::civil::date(2011, 12, 30);
        assert_eq!(CivilDays::new(&samoa, "Pacific/Apia", lost.yesterday().unwrap_or(lost), 3), Err(lost));
    }

    #[test]
    fn without_a_change_every_day_has_24_hours() {
        let winter = days("Europe/Berlin", jiff::civil::date(2026, 12, 1), 31);
        assert!(winter.all_alike() && winter.zone() == Some("Europe/Berlin"));
        assert_eq!((winter.start(5), winter.day(5.5 * DAY), winter.clock(5.5 * DAY)), (5.0 * DAY, 5, DAY / 2.0));
    }
}
