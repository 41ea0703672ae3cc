//! Handling times that differ over the day.

use super::{Arrivals, ContactType, Handling, Opening, OpeningHours};
use crate::units::DAY;

impl ContactType {
    /// The factor on the handling (or talk) time of what an agent begins in an interval of the day.
    #[must_use]
    pub fn pace(&self, interval: usize) -> f64 {
        self.handle_profile.get(interval).copied().unwrap_or(1.0)
    }

    /// Mean handling time of what an agent begins in an interval of the day, s.
    #[must_use]
    pub fn mean_handle_in(&self, interval: usize) -> f64 {
        self.with_pace(self.pace(interval))
    }

    /// Mean handling time over a day, each interval by the contacts that are expected in it while it is open, s.
    #[must_use]
    pub fn mean_handle(&self) -> f64 {
        self.with_pace(self.mean_pace())
    }

    /// The factors on handling as a whole, after-contact work included, that have the same means.
    #[must_use]
    pub fn whole_handle_profile(&self) -> Vec<f64> {
        let usual = self.handle.mean();
        match &self.handle {
            Handling::TalkWrap { .. } if usual > 0.0 => {
                self.handle_profile.iter().map(|pace| self.with_pace(*pace) / usual).collect()
            }
            _ => self.handle_profile.clone(),
        }
    }

    fn with_pace(&self, pace: f64) -> f64 {
        match &self.handle {
            Handling::Whole(law) => law.mean() * pace,
            Handling::TalkWrap { talk, wrap } => talk.mean() * pace + wrap.mean(),
        }
    }

    fn mean_pace(&self) -> f64 {
        let per_day = self.handle_profile.len();
        if per_day == 0 {
            return 1.0;
        }
        let expected = |interval: usize| match &self.arrivals {
            Arrivals::PerInterval(expected) => expected.iter().skip(interval).step_by(per_day).sum(),
            Arrivals::PerHour(_) | Arrivals::Modulated(_) => 1.0,
        };
        let (sum, weights) =
            self.handle_profile.iter().enumerate().fold((0.0, 0.0), |(sum, weights), (place, pace)| {
                let weight = expected(place) * self.open_in(place, per_day);
                (sum + weight * pace, weights + weight)
            });
        if weights > 0.0 { sum / weights } else { 1.0 }
    }

    /// How long the type is open in an interval of the day, s, over all weekdays on which hours differ.
    fn open_in(&self, interval: usize, per_day: usize) -> f64 {
        let step = DAY / per_day as f64;
        let (from, to) = (interval as f64 * step, (interval + 1) as f64 * step);
        let overlap = |hours: &OpeningHours| (to.min(hours.to.get()) - from.max(hours.from.get())).max(0.0);
        match &self.open {
            None => step,
            Some(Opening::Daily(hours)) => overlap(hours),
            Some(Opening::Weekly(days)) => days.iter().flatten().map(overlap).sum(),
        }
    }
}
