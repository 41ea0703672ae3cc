//! How many contacts are expected.

use crate::scenario::{Arrivals, Horizon, ModulatedState};
use crate::units::HOUR;

impl Arrivals {
    /// Expected fresh contacts over a horizon, whether the type is open or not.
    #[must_use]
    pub fn expected(&self, horizon: &Horizon) -> f64 {
        let hours = horizon.seconds() / HOUR;
        match self {
            Self::PerHour(per_hour) => per_hour * hours,
            Self::PerInterval(expected) if !horizon.civil.all_alike() => {
                horizon.slots().map(|place| expected[place % expected.len()]).sum()
            }
            Self::PerInterval(expected) => {
                let intervals = horizon.seconds() / horizon.interval.get();
                let whole: f64 = expected.iter().cycle().take(intervals as usize).sum();
                whole + intervals.fract() * expected[intervals as usize % expected.len()]
            }
            Self::Modulated(states) => ModulatedState::mean_per_hour(states) * hours,
        }
    }
}

impl ModulatedState {
    /// Expected contacts an hour of a process that visits these states in turn.
    #[must_use]
    pub fn mean_per_hour(states: &[Self]) -> f64 {
        let stay: f64 = states.iter().map(|state| state.stay.get()).sum();
        states.iter().map(|state| state.per_hour * state.stay.get()).sum::<f64>() / stay
    }
}
