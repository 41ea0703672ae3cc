//! Whether a promise is kept, and whether two scenarios differ, as far as the simulation can tell.

use crate::kpi::{AgentFigures, ContactFigures, Difference};
use crate::report::figures;
use crate::report::language::{Language, say};
use crate::stats::Estimate;

/// A figure against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole 95 % interval is on the good side.
    Met,
    /// The whole 95 % interval is on the bad side.
    Missed,
    /// The interval straddles the target, or there is none: noise could decide.
    Open,
}

impl Verdict {
    /// For a figure that is to be at least `target`, such as a service level.
    #[must_use]
    pub fn at_least(figure: &Estimate, target: f64) -> Self {
        match figure.ci95 {
            Some([low, _]) if low >= target => Self::Met,
            Some([_, high]) if high < target => Self::Missed,
            _ => Self::Open,
        }
    }

    /// For a figure that is to be at most `target`, such as an abandonment rate.
    #[must_use]
    pub fn at_most(figure: &Estimate, target: f64) -> Self {
        match figure.ci95 {
            Some([_, high]) if high <= target => Self::Met,
            Some([low, _]) if low > target => Self::Missed,
            _ => Self::Open,
        }
    }

    /// On the service level of a contact type; none without a target for it.
    pub(crate) fn on_answer(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_least(&contact.service_level?, contact.target?.answer?))
    }

    /// On its abandonment.
    pub(crate) fn on_abandonment(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_most(&contact.p_abandon?, contact.target?.abandon?))
    }

    /// On its average speed of answer.
    pub(crate) fn on_speed(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_most(&contact.mean_wait_answered?, contact.target?.asa?))
    }

    /// On the satisfaction that it leaves.
    pub(crate) fn on_satisfaction(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_least(&contact.satisfaction.as_ref()?.csat?, contact.target?.csat?))
    }

    /// On the occupancy of a group; none without a cap.
    pub(crate) fn on_occupancy(group: &AgentFigures) -> Option<Self> {
        Some(Self::at_most(&group.occupancy?, group.max_occupancy?))
    }

    /// A sign that goes with the word, so that the verdict does not hang on a colour.
    pub(crate) fn sign(self) -> &'static str {
        self.mark().split(' ').next().unwrap_or_default()
    }

    /// The sign and the word.
    pub(crate) fn words(self, language: Language) -> String {
        let key = match self {
            Self::Met => "verdict-met",
            Self::Missed => "verdict-missed",
            Self::Open => "verdict-open",
        };
        format!("{} {}", self.sign(), say!(language, key))
    }

    /// A sign and a word in English.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Met => "✓ met",
            Self::Missed => "✗ missed",
            Self::Open => "? open",
        }
    }
}

/// What a paired difference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// Both are the same in every replication, as the customers are.
    Same,
    /// Real, but smaller than the digits that are shown: it would read as a contradiction.
    Negligible,
    /// More than noise.
    Real,
    /// Noise could make it.
    NotDistinguishable,
}

impl Judgement {
    /// On a difference; none where a figure is not defined.
    #[must_use]
    pub fn on(row: &Difference) -> Option<Self> {
        let difference = row.difference?;
        Some(if difference.value == 0.0 && difference.std_error == Some(0.0) {
            Self::Same
        } else if !row.real {
            Self::NotDistinguishable
        } else if shows_as_zero(row) {
            Self::Negligible
        } else {
            Self::Real
        })
    }

    /// In a word or two.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let key = match self {
            Self::Same => "difference-same",
            Self::Negligible => "difference-negligible",
            Self::Real => "difference-real",
            Self::NotDistinguishable => "difference-in-doubt",
        };
        say!(language, key)
    }
}

fn shows_as_zero(row: &Difference) -> bool {
    let shown = figures::kind(&row.figure).difference(row.difference.as_ref());
    !shown.split('±').next().unwrap_or_default().contains(|c: char| ('1'..='9').contains(&c))
}
