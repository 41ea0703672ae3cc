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
    /// The chance to prove a week wrongly, over all rounds.
    alpha: f64,
    seasons: u32,
    /// The share of seasons from which a week is proven in the first round: what the search aims at.
    pub(super) aim: f64,
}

impl Proof {
    pub(super) fn new(options: Options, weeks: usize) -> Self {
        let alpha = (1.0 - options.confidence) / weeks.max(1) as f64;
        let proof = Self { probability: options.probability, alpha, seasons: options.seasons.max(1), aim: 0.0 };
        Self { aim: proof.aim_in(1), ..proof }
    }

    /// The chance to prove a week wrongly in a round, from 1.
    fn alpha(&self, round: u32) -> f64 {
        self.alpha / libm::exp2(f64::from(round))
    }

    /// The share of seasons from which a week is proven in a round.
    pub(super) fn aim_in(&self, round: u32) -> f64 {
        let n = self.seasons;
        let standing = |kept: u32| Standing { kept, seasons: n, depth: 0.0 };
        // The bound rises with the seasons that keep the promises.
        let (mut low, mut high) = (0, n);
        while low < high {
            let middle = (low + high) / 2;
            if self.holds(&standing(middle), round) { high = middle } else { low = middle + 1 }
        }
        f64::from(low) / f64::from(n)
    }

    /// So many standard errors of a share above it.
    pub(super) fn above_aim_in(&self, round: u32, errors: f64) -> f64 {
        let aim = self.aim_in(round);
        (aim + errors * (aim * (1.0 - aim) / f64::from(self.seasons)).sqrt()).min(1.0)
    }

    /// The lower bound of a week in a round, from 1.
    #[must_use]
    pub fn bound(&self, standing: &Standing, round: u32) -> f64 {
        binomial_lower(u64::from(standing.kept), u64::from(standing.seasons), self.alpha(round))
    }

    /// Whether a week is proven in a round.
    #[must_use]
    pub fn holds(&self, standing: &Standing, round: u32) -> bool {
        self.bound(standing, round) >= self.probability
    }
}
