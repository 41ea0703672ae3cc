//! Whether a promise is kept, as far as the simulation can tell.

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

    /// A sign and a word, so that the verdict does not hang on a colour.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Met => "✓ met",
            Self::Missed => "✗ missed",
            Self::Open => "? open",
        }
    }
}
