//! A fitted figure.

use serde::{Deserialize, Serialize};

use crate::stats::{Estimate, NORMAL_975};

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Counted: a share of trials, or events over the time watched.
    Counted,
    /// The mean of what was seen.
    Mean,
    /// Moments other than the mean.
    Moments,
    /// Maximum likelihood.
    Likelihood,
    /// The curve of Kaplan and Meier.
    KaplanMeier,
    /// The order in which waiting contacts were taken.
    Choices,
    /// Kaplan and Meier's curve as far as it goes, and a law beyond.
    Extrapolated,
    /// Found so that the simulated centre shows what the log shows.
    Matched,
}

impl Source {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Mean => "mean",
            Self::Moments => "from moments",
            Self::Likelihood => "maximum likelihood",
            Self::Choices => "from who was taken first",
            Self::KaplanMeier => "Kaplan-Meier",
            Self::Matched => "matched by simulation",
            Self::Extrapolated => "Kaplan-Meier, exponential beyond what was seen",
        }
    }
}

/// A figure with its 95 % interval, how many observations it rests on, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// The figure, its standard error and its interval. Both are absent where the observations do not tell them.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// How many observations it rests on (weights need not be whole; rounded).
    pub n: u64,
    /// Where it comes from.
    pub source: Source,
}

impl Fitted {
    /// A figure with its estimate.
    #[must_use]
    pub fn new(estimate: Estimate, n: f64, source: Source) -> Self {
        Self { estimate, n: libm::round(n) as u64, source }
    }

    /// A figure above 0 with the standard error of its logarithm; the interval is symmetric on that scale.
    #[must_use]
    pub fn positive(value: f64, log_error: Option<f64>, n: f64, source: Source) -> Self {
        let log_error = log_error.filter(|error| error.is_finite());
        let factor = |error: f64| libm::exp(NORMAL_975 * error);
        let ci95 = log_error.map(|error| [value / factor(error), value * factor(error)]);
        Self::new(Estimate { value, std_error: log_error.map(|error| value * error), ci95 }, n, source)
    }

    /// The figure itself.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.estimate.value
    }

    /// Whether a value lies in the 95 % interval; no where there is none.
    #[must_use]
    pub fn covers(&self, value: f64) -> bool {
        self.estimate.ci95.is_some_and(|[low, high]| low <= value && value <= high)
    }
}
