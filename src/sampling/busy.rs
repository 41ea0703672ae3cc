//! Busy and quiet days: a factor for each day, gamma with mean 1, of which a part is carried over to the next day.
//!
//! The beta-gamma autoregression of Lewis, McKenzie and Hugus, "Gamma processes", Communications in Statistics:
//! Stochastic Models 5 (1989) 1-30: of the day before a beta share stays, which has a gamma law of its own, and gamma
//! news make it up to the whole again. Every day has exactly the same gamma law, and the correlation over n days is the
//! n-th power of the carry.

use super::sampler::gamma;
use super::{Key, Purpose};
use crate::scenario::BusyFactor;

/// The factors of successive days.
#[derive(Clone, Debug)]
pub(super) struct BusyDays {
    /// Each day's numbers lie below.
    root: Key,
    /// Of the gamma law.
    shape: f64,
    carry: f64,
    /// The last day's, times the shape.
    last: Option<f64>,
}

impl BusyDays {
    pub(super) fn new(busy: BusyFactor, root: Key) -> Self {
        Self { root, shape: 1.0 / (busy.cv * busy.cv), carry: busy.carry, last: None }
    }

    /// The factor of a day; days are asked for one after the other.
    pub(super) fn factor(&mut self, day: u64) -> f64 {
        let numbers = &mut self.root.child(day).stream(Purpose::BusyFactor);
        let now = match self.last.filter(|_| self.carry > 0.0) {
            None => gamma(self.shape, numbers),
            Some(last) => {
                let (kept, lost) = (self.shape * self.carry, self.shape * (1.0 - self.carry));
                let news = gamma(lost, numbers);
                let (stays, goes) = (gamma(kept, numbers), gamma(lost, numbers));
                // Of shapes so small that both are 0 to the computer, nothing is left to divide.
                let share = if stays + goes > 0.0 { stays / (stays + goes) } else { self.carry };
                share * last + news
            }
        };
        self.last = Some(now);
        now / self.shape
    }
}
