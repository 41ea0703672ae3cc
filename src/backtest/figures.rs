//! The figures that are predicted: of a day or of an interval, all contact types together.

use serde::{Deserialize, Serialize};

/// A figure of a day or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Share that abandons, of answered and abandoned.
    PAbandon,
    /// Mean wait of answered and abandoned, s.
    MeanWait,
    /// Share answered within the scenario's threshold, of answered and abandoned.
    ServiceLevel,
    /// Mean number of agents busy with contacts, after-contact work included.
    Busy,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::PAbandon, Self::MeanWait, Self::ServiceLevel, Self::Busy];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PAbandon => "abandonment",
            Self::MeanWait => "mean wait",
            Self::ServiceLevel => "service level",
            Self::Busy => "agents busy",
        }
    }
}

/// Sums from which all figures follow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Contacts answered or abandoned.
    pub contacts: f64,
    /// Contacts abandoned.
    pub abandoned: f64,
    /// Contacts answered within the threshold.
    pub in_time: f64,
    /// Sum of their waits, s.
    pub wait: f64,
    /// Time that agents were busy, s.
    pub busy: f64,
    /// The time over which all this was, s.
    pub seconds: f64,
}

impl Figures {
    /// Adds those of another interval, or of another replication.
    pub fn add(&mut self, other: &Self) {
        self.contacts += other.contacts;
        self.abandoned += other.abandoned;
        self.in_time += other.in_time;
        self.wait += other.wait;
        self.busy += other.busy;
        self.seconds += other.seconds;
    }

    /// A figure; none without a contact (or without time).
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<f64> {
        let (sum, of) = match figure {
            Figure::PAbandon => (self.abandoned, self.contacts),
            Figure::MeanWait => (self.wait, self.contacts),
            Figure::ServiceLevel => (self.in_time, self.contacts),
            Figure::Busy => (self.busy, self.seconds),
        };
        (of > 0.0).then(|| sum / of)
    }

    /// The sum of several.
    #[must_use]
    pub fn sum<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        all.into_iter().fold(Self::default(), |mut sum, one| {
            sum.add(one);
            sum
        })
    }
}
