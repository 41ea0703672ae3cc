//! Handling times that differ over the day.

use super::{Arrivals, ContactType, Handling};

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

    /// Mean handling time over a day, each interval by the contacts that are expected in it, s.
    #[must_use]
    pub fn mean_handle(&self) -> f64 {
        self.with_pace(self.mean_pace())
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
        let weight = |interval: usize| match &self.arrivals {
            Arrivals::PerInterval(expected) => expected.iter().skip(interval).step_by(per_day).sum(),
            Arrivals::PerHour(_) | Arrivals::Modulated(_) => 1.0,
        };
        let (sum, weights) =
            self.handle_profile.iter().enumerate().fold((0.0, 0.0), |(sum, weights), (place, pace)| {
                (sum + weight(place) * pace, weights + weight(place))
            });
        if weights > 0.0 { sum / weights } else { 1.0 }
    }
}
