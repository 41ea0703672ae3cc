//! Whether a promise is kept, as far as the simulation can tell.

use crate::kpi::{AgentFigures, ContactFigures};
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
    pub(super) fn on_answer(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_least(&contact.service_level?, contact.target?.answer?))
    }

    /// On its abandonment.
    pub(super) fn on_abandonment(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_most(&contact.p_abandon?, contact.target?.abandon?))
    }

    /// On its average speed of answer.
    pub(super) fn on_speed(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_most(&contact.mean_wait_answered?, contact.target?.asa?))
    }

    /// On the satisfaction that it leaves.
    pub(super) fn on_satisfaction(contact: &ContactFigures) -> Option<Self> {
        Some(Self::at_least(&contact.satisfaction.as_ref()?.csat?, contact.target?.csat?))
    }

    /// On the occupancy of a group; none without a cap.
    pub(super) fn on_occupancy(group: &AgentFigures) -> Option<Self> {
        Some(Self::at_most(&group.occupancy?, group.max_occupancy?))
    }

    /// A sign that goes with the word, so that the verdict does not hang on a colour.
    pub(super) fn sign(self) -> &'static str {
        self.mark().split(' ').next().unwrap_or_default()
    }

    /// The key of its word in the catalogue.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Met => "verdict-met",
            Self::Missed => "verdict-missed",
            Self::Open => "verdict-open",
        }
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
