//! When contacts arrive, and how much busier some days are than others.

use crate::units::Seconds;

/// When contacts of a type arrive.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrivals {
    /// A Poisson process with this many expected contacts an hour.
    PerHour(f64),
    /// Expected contacts of each interval: of one day from midnight, or of the whole horizon; Poisson at a constant
    /// rate inside each.
    PerInterval(Vec<f64>),
    /// A Markov-modulated Poisson process that visits its states in turn, from the first.
    Modulated(Vec<ModulatedState>),
}

impl Arrivals {
    /// So many times the expected contacts.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        match self {
            Self::PerHour(rate) => Self::PerHour(rate * factor),
            Self::PerInterval(counts) => Self::PerInterval(counts.iter().map(|count| count * factor).collect()),
            Self::Modulated(states) => Self::Modulated(
                states.iter().map(|state| ModulatedState { per_hour: state.per_hour * factor, ..*state }).collect(),
            ),
        }
    }
}

/// One state of a Markov-modulated Poisson process.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModulatedState {
    /// Expected contacts an hour while in the state.
    pub per_hour: f64,
    /// Mean of the exponential stay.
    pub stay: Seconds,
}

/// A random factor on the arrivals of a day, gamma with mean 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BusyFactor {
    /// Standard deviation / mean.
    pub cv: f64,
    /// Correlation of a day's factor with that of the day before, 0..1 without 1; over more days it fades as its powers.
    pub carry: f64,
}

impl BusyFactor {
    /// Days that know nothing of each other.
    #[must_use]
    pub fn of_single_days(cv: f64) -> Self {
        Self { cv, carry: 0.0 }
    }
}
