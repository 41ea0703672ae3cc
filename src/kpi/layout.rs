//! How what a replication leaves behind is laid out.

use std::ops::Range;

use super::journeys::JourneyLayout;
use super::people::people_weeks;
use super::weeks::{self, Week};
use crate::engine::Contact;
use crate::scenario::{CivilDays, ContactType, Horizon, Hours, Length, Scenario, Slot};
use crate::units::DAY;

/// Service level threshold of a type without a target, s.
pub const DEFAULT_WITHIN: f64 = 20.0;

/// What a tally keeps and how it is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Contact types.
    pub types: usize,
    /// Agent groups.
    pub groups: usize,
    /// Intervals kept apart: those of a day, or of every day, or one for a study by duration.
    pub intervals: usize,
    /// Intervals of a day where every day has its own; 0 where the days share theirs.
    pub per_day: usize,
    /// Length of an interval, s.
    pub interval: f64,
    /// Days kept apart; 0 for a study by duration.
    pub days: usize,
    /// Measured window, s.
    pub window: (f64, f64),
    /// The service level's threshold of each type, s.
    pub within: Vec<f64>,
    /// Further thresholds, ascending, s.
    pub thresholds: Vec<f64>,
    /// What it takes to follow customers, where the scenario asks for that.
    pub(super) journeys: Option<JourneyLayout>,
    /// Weeks that are kept of the people of groups; 0 where no group has people.
    pub people_weeks: usize,
    /// Opening hours of the types whose promise counts only opening time.
    pub promised_hours: Vec<Option<Hours>>,
    /// Where the days lie.
    pub civil: CivilDays,
    /// The weeks that are told apart; empty where there is but one, and for a study by duration.
    pub weeks: Vec<Week>,
    /// The place of each interval of the horizon among `intervals`; empty where they repeat daily without exception.
    places: Vec<u32>,
    /// The week of each interval of the horizon; empty where weeks are not told apart.
    week_of: Vec<u16>,
    /// How many of the days measure each interval: of the day, or of the one day to which it belongs.
    measured: Vec<f64>,
}

impl Layout {
    /// The layout of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let horizon = scenario.horizon.seconds();
        let (intervals, interval, days) = match scenario.horizon.length {
            Length::Days(days) => {
                (scenario.horizon.intervals_per_day(), scenario.horizon.interval.get(), days as usize)
            }
            Length::Duration(_) => (1, horizon, 0),
        };
        let weeks = weeks::of(&scenario.horizon);
        let layout = Self {
            types: scenario.contacts.len(),
            groups: scenario.groups.len(),
            intervals,
            per_day: 0,
            interval,
            days,
            window: (scenario.horizon.warm_up.get(), horizon),
            within: scenario.contacts.iter().map(|c| c.target.map_or(DEFAULT_WITHIN, |t| t.within.get())).collect(),
            thresholds: scenario.report.within.iter().map(|t| t.get()).collect(),
            journeys: JourneyLayout::new(scenario),
            people_weeks: people_weeks(scenario),
            promised_hours: scenario.contacts.iter().map(|c| promised_hours(scenario, c)).collect(),
            civil: scenario.horizon.civil.clone(),
            week_of: weeks::by_slot(&weeks, &scenario.horizon),
            weeks,
            places: Vec::new(),
            measured: Vec::new(),
        };
        layout.with_places(&scenario.horizon)
    }

    /// The same, with what follows from the number of its intervals.
    fn with_places(mut self, horizon: &Horizon) -> Self {
        let days = self.days;
        self.places = Vec::new();
        if days > 0 && !self.civil.all_alike() {
            let place = |slot: Slot| (slot.day * self.per_day + slot.interval) as u32;
            self.places = self.civil.slots(days, horizon.interval.get()).map(place).collect();
        }
        self.measured = if self.places.is_empty() {
            (0..self.intervals).map(|interval| self.covered(interval)).collect()
        } else {
            let mut measured = vec![0.0; self.intervals];
            for (slot, place) in self.places.iter().enumerate() {
                measured[*place as usize] += self.measured_part(slot as f64 * self.interval);
            }
            measured
        };
        self
    }

    /// The same, but every interval of every day has its own cell: what a plan for several days is judged by. A single
    /// day and a study by duration are laid out as ever.
    #[must_use]
    pub fn day_by_day(scenario: &Scenario) -> Self {
        let folded = Self::new(scenario);
        match folded.days {
            0 | 1 => folded,
            days => Self { per_day: folded.intervals, intervals: folded.intervals * days, ..folded }
                .with_places(&scenario.horizon),
        }
    }

    /// The cell of a contact among those of all types: `[type * intervals + interval]`.
    #[inline(always)]
    pub(super) fn cell(&self, contact: &Contact) -> usize {
        let interval = usize::from(contact.interval);
        let day = if self.per_day == 0 { 0 } else { self.day_of(contact) };
        contact.kind.index() * self.intervals + day * self.per_day + interval
    }

    /// The day to which a contact's interval belongs: counted from the middle of the interval, so that who comes at the
    /// very moment of midnight is not a day away from it.
    #[inline(always)]
    fn day_of(&self, contact: &Contact) -> usize {
        if !self.civil.all_alike() {
            return self.civil.day(contact.arrived);
        }
        let middle = (f64::from(contact.interval) + 0.5) * self.interval;
        ((contact.arrived - middle) / DAY + 0.5) as usize
    }

    /// Whether a contact counts: it arrived in the window.
    #[inline(always)]
    pub(super) fn measures(&self, contact: &Contact) -> bool {
        contact.arrived >= self.window.0 && contact.arrived < self.window.1
    }

    /// The wait that is held against the promise: all of it, or what lies in opening hours.
    #[inline(always)]
    pub(super) fn promised_wait(&self, contact: &Contact, now: f64) -> f64 {
        match &self.promised_hours[contact.kind.index()] {
            Some(hours) => hours.open_time(contact.arrived, now),
            None => now - contact.arrived,
        }
    }

    /// The interval, among those kept apart, of an interval of the horizon.
    #[inline(always)]
    pub(super) fn interval_at(&self, place: usize) -> usize {
        self.places.get(place).map_or_else(|| place % self.intervals, |place| *place as usize)
    }

    /// The week of an interval of the horizon, where weeks are told apart.
    #[inline(always)]
    pub(super) fn week_at(&self, place: usize) -> Option<usize> {
        self.week_of.get(place).map(|week| usize::from(*week))
    }

    /// How many of the days measure an interval: of the day, or of the one day to which it belongs.
    pub(super) fn measured_days(&self, interval: usize) -> f64 {
        self.measured[interval]
    }

    fn covered(&self, interval: usize) -> f64 {
        let covered = |day: usize| self.measured_part(day as f64 * DAY + interval as f64 * self.interval);
        let days = if self.per_day == 0 { self.days } else { 1 };
        (0..days).map(covered).sum()
    }

    /// The part of an interval of the horizon that is measured, by its start.
    fn measured_part(&self, start: f64) -> f64 {
        let end = (start + self.interval).min(self.window.1);
        ((end - start.max(self.window.0)) / self.interval).max(0.0)
    }

    /// The intervals of a day, where days are the sums of theirs.
    pub(super) fn intervals_of(&self, day: usize) -> Range<usize> {
        let per_day = if self.per_day == 0 { self.intervals } else { self.per_day };
        day * per_day..(day + 1) * per_day
    }

    /// Days that need cells of their own: those that are not the sum of their own intervals.
    pub(super) fn separate_days(&self) -> usize {
        if self.days > 1 && self.per_day == 0 { self.days } else { 0 }
    }
}

fn promised_hours(scenario: &Scenario, contact: &ContactType) -> Option<Hours> {
    contact.target.filter(|target| target.open_time).map(|_| Hours::new(contact, &scenario.horizon))
}
