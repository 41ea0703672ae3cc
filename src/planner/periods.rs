//! When a plan may change its mind.

use crate::scenario::{Arrivals, Length, Opening, Scenario};

/// The periods that a plan staffs one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Periods {
    /// How many: one for a study by duration; the intervals of a day when every day is alike; all intervals of the
    /// horizon otherwise.
    pub count: usize,
    /// Length of each, s.
    pub seconds: f64,
    /// Intervals of the whole horizon; a period stands for every `count`-th of them.
    pub intervals: usize,
    /// Intervals of a day; 1 for a study by duration.
    pub per_day: usize,
    /// Intervals at the start of the horizon that lie within the warm-up: nothing is known of them.
    pub unmeasured: usize,
    /// Intervals that are simulated before the horizon, so that its backlog is there when it begins.
    pub lead: usize,
}

impl Periods {
    /// The periods of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let Length::Days(days) = scenario.horizon.length else {
            return Self {
                count: 1,
                seconds: scenario.horizon.seconds(),
                intervals: 1,
                per_day: 1,
                unmeasured: 0,
                lead: 0,
            };
        };
        let per_day = scenario.horizon.intervals_per_day();
        let intervals = per_day * days as usize;
        let alike = scenario.contacts.iter().all(|contact| {
            !matches!(contact.open, Some(Opening::Weekly(_)))
                && contact.exceptions.is_empty()
                && !matches!(&contact.arrivals, Arrivals::PerInterval(expected) if expected.len() != per_day)
        });
        let count = if alike { per_day } else { intervals };
        let seconds = scenario.horizon.interval.get();
        let unmeasured = (scenario.horizon.warm_up.get() / seconds) as usize;
        Self { count, seconds, intervals, per_day, unmeasured, lead: 0 }
    }

    /// Days of the horizon; 1 for a study by duration.
    #[must_use]
    pub fn days(&self) -> usize {
        self.intervals / self.per_day
    }

    /// Whether one day's periods stand for all days.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.count < self.intervals
    }

    /// The intervals of the horizon for which a period stands.
    pub fn intervals_of(&self, period: usize) -> impl Iterator<Item = usize> + use<> {
        (period..self.intervals).step_by(self.count)
    }

    /// Whether anything is known of some interval for which a period stands.
    #[must_use]
    pub fn is_measured(&self, period: usize) -> bool {
        self.intervals_of(period).any(|interval| interval >= self.unmeasured)
    }

    /// Length of all intervals for which a period stands, h.
    #[must_use]
    pub fn hours_of(&self, period: usize) -> f64 {
        self.intervals_of(period).count() as f64 * self.seconds / crate::units::HOUR
    }
}
