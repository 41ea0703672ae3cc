//! One person: since when, on which terms, ill or not, still there or not.

use super::week::Seat;
use crate::sampling::{Key, Purpose};
use crate::scenario::{People, Sickness};
use crate::units::DAY;

/// Where somebody stands between the first day and experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Paid, without contacts.
    Training,
    /// With contacts for a part of the time.
    Nesting,
    /// On their own.
    Productive,
}

impl Stage {
    /// The stage after so much time since the first day, s.
    #[must_use]
    pub fn of(people: &People, tenure: f64) -> Self {
        let training = people.training.map_or(0.0, |training| training.over.get());
        let nesting = people.nesting.map_or(0.0, |nesting| nesting.over.get());
        if tenure < training {
            Self::Training
        } else if tenure < training + nesting {
            Self::Nesting
        } else {
            Self::Productive
        }
    }

    /// The share of the usual time that goes to contacts.
    #[must_use]
    pub fn presence(self, people: &People) -> f64 {
        match self {
            Self::Training => 0.0,
            Self::Nesting => people.nesting.map_or(1.0, |nesting| nesting.presence),
            Self::Productive => 1.0,
        }
    }
}

/// One person of a replication.
#[derive(Clone, Debug)]
pub(super) struct Person {
    key: Key,
    pub(super) terms: usize,
    /// The first day, s from the start of the horizon; before it for the team.
    since: f64,
    /// The week of the horizon with which they begin; the team has been there.
    pub(super) starts: Option<usize>,
    pub(super) left: bool,
    /// Whether ill on the day before; none: not asked yet.
    ill: Option<bool>,
}

impl Person {
    pub(super) fn of_team(key: Key, terms: usize, tenure: f64) -> Self {
        Self { key, terms, since: -tenure, starts: None, left: false, ill: None }
    }

    pub(super) fn hired(key: Key, terms: usize, first_day: u32, week: usize) -> Self {
        Self { key, terms, since: f64::from(first_day) * DAY, starts: Some(week), left: false, ill: None }
    }

    /// Whether employed in a week.
    pub(super) fn is_there(&self, week: usize) -> bool {
        !self.left && self.starts.is_none_or(|starts| starts <= week)
    }

    /// Time since the first day, s.
    pub(super) fn tenure(&self, day: u32) -> f64 {
        f64::from(day) * DAY - self.since
    }

    /// The factors of this person on a day.
    pub(super) fn seat(&self, people: &People, day: u32) -> Seat {
        let trained = people.training.map_or(0.0, |training| training.over.get());
        let on_the_job = self.tenure(day) - trained;
        Seat {
            handle: people.handle.map_or(1.0, |curve| curve.factor(on_the_job)),
            resolution: people.resolution.map_or(1.0, |curve| curve.factor(on_the_job)),
            terms: self.terms,
        }
    }

    /// Whether ill on a day: asked once for every day in turn. A Markov chain of two states, so that illnesses have a
    /// geometric length.
    pub(super) fn falls_ill(&mut self, sickness: Sickness, day: u32) -> bool {
        let chance = match (sickness.spell, self.ill) {
            (Some(spell), Some(true)) => 1.0 - 1.0 / spell,
            (Some(spell), Some(false)) => sickness.share / (1.0 - sickness.share) / spell,
            _ => sickness.share,
        };
        let ill = self.key.child(u64::from(day)).stream(Purpose::Sickness).uniform() < chance;
        self.ill = Some(ill);
        ill
    }

    /// A person's place in the order of a day: the heavier the sooner.
    pub(super) fn rank(&self, day: u32, weight: f64) -> f64 {
        -libm::log(self.key.child(u64::from(day)).stream(Purpose::Seating).uniform()) / weight
    }

    /// Whether somebody who leaves with this chance leaves at the end of a week.
    pub(super) fn leaves(&self, week: usize, chance: f64) -> bool {
        self.key.child(week as u64).stream(Purpose::Attrition).uniform() < chance
    }
}
