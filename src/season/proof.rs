//! What it takes to state that the promises of each week are kept with a probability.
//!
//! A week is proven when the exact lower bound of its share of fresh seasons (Clopper and Pearson) is at least the
//! probability that is asked for. All weeks together are wrongly proven with at most 1 - confidence: Bonferroni over weeks,
//! and half the error that is left for each further round of seasons.

use super::search::Options;
use super::seasons::Standing;
use crate::stats::binomial_lower;

/// The rule of the proof.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proof {
    probability: f64,
    /// The chance to prove a week wrongly in the first round.
    alpha: f64,
    /// The share of seasons from which a week is proven in the first round: what the search aims at.
    pub(super) aim: f64,
}

impl Proof {
    pub(super) fn new(options: Options, weeks: usize) -> Self {
        let alpha = (1.0 - options.confidence) / 2.0 / weeks.max(1) as f64;
        let n = u64::from(options.seasons.max(1));
        let proven = |kept: &u64| binomial_lower(*kept, n, alpha) >= options.probability;
        // The bound rises with the seasons that keep the promises.
        let (mut low, mut high) = (0, n);
        while low < high {
            let middle = (low + high) / 2;
            if proven(&middle) { high = middle } else { low = middle + 1 }
        }
        Self { probability: options.probability, alpha, aim: low as f64 / n as f64 }
    }

    /// The lower bound of a week in a round, from 1.
    #[must_use]
    pub fn bound(&self, standing: &Standing, round: u32) -> f64 {
        let alpha = 2.0 * self.alpha / libm::exp2(f64::from(round));
        binomial_lower(u64::from(standing.kept), u64::from(standing.seasons), alpha)
    }

    /// Whether a week is proven in a round.
    #[must_use]
    pub fn holds(&self, standing: &Standing, round: u32) -> bool {
        self.bound(standing, round) >= self.probability
    }
}
