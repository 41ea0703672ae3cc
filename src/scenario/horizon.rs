//! When a scenario starts and how long it runs.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::CivilDays;
use crate::units::{DAY, Seconds};

/// When the scenario starts and how long it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Horizon {
    /// Local date of the first day; a study may have none.
    pub start: Option<Date>,
    /// How long contacts arrive.
    pub length: Length,
    /// The step of staffing and of reporting; it divides 24 h.
    pub interval: Seconds,
    /// The first part of the horizon, whose contacts are not counted.
    pub warm_up: Seconds,
    /// Where the days lie, which in a time zone may have 23 or 25 hours.
    pub civil: CivilDays,
}

/// How long contacts arrive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// Whole days from midnight, reported by interval of the day.
    Days(u32),
    /// One long run from an empty centre, reported as a whole.
    Duration(Seconds),
}

impl Horizon {
    /// The length in seconds.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        match self.length {
            Length::Days(days) => self.civil.start(days as usize),
            Length::Duration(duration) => duration.get(),
        }
    }

    /// Intervals in a day of 24 hours.
    #[must_use]
    pub fn intervals_per_day(&self) -> usize {
        (crate::units::DAY / self.interval.get()).round() as usize
    }

    /// The intervals of a study by days that exist, each by its place in a horizon of days of 24 hours: an interval that the
    /// clock skips is missing, one that it repeats comes twice.
    pub fn slots(&self) -> impl Iterator<Item = usize> {
        let per_day = self.intervals_per_day();
        let slots = self.civil.slots(self.days().unwrap_or(0) as usize, self.interval.get());
        slots.map(move |slot| slot.day * per_day + slot.interval)
    }

    /// The local date and time of a moment, to the millisecond; none without a calendar. Of an hour that comes twice both
    /// look alike, as in the logs of telephone systems.
    #[must_use]
    pub fn local_time(&self, seconds: f64) -> Option<DateTime> {
        let clock = self.civil.day(seconds) as f64 * DAY + self.civil.clock(seconds);
        let local = if self.civil.all_alike() { seconds } else { clock };
        self.start?.to_datetime(Time::midnight()).checked_add(SignedDuration::from_millis((local * 1000.0) as i64)).ok()
    }

    /// The same with 24 hours in every day.
    #[must_use]
    pub fn with_even_days(&self) -> Self {
        Self { civil: CivilDays::default(), ..self.clone() }
    }

    /// Whole days of the horizon; none in a study by duration.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        match self.length {
            Length::Days(days) => Some(days),
            Length::Duration(_) => None,
        }
    }
}
