//! The proof: a plan on days that the search has not seen.

use super::{Evidence, Interrupted, Search};
use crate::planner::{Plan, Standing};

/// How a plan stood the test.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// Fresh replications of the last round.
    pub evidence: Evidence,
    /// Rounds of fresh replications; each used half the error probability of the one before.
    pub rounds: u32,
    /// Standard errors by which every promise had to be kept.
    pub errors: f64,
    /// Promises that could not be proven.
    pub unproven: Vec<usize>,
}

/// The first fresh replication; the search uses those below.
const FRESH: u32 = 1 << 26;
/// Most rounds: each has its own replications.
const ROUNDS: u32 = 24;
/// Most contacts of a round, unless replications are asked for.
const LARGEST: f64 = 1.5e8;
/// Fewest replications of a round, of short ones and of long ones: enough for the law of t to hold far out, however
/// skewed busy days make their figures.
const LEAST: (f64, f64) = (400.0, 100.0);
/// Contacts that are enough for a round of long replications.
const ENOUGH: f64 = 5e6;

impl Search<'_> {
    /// Confirms a plan on fresh days, and raises it where it fails there, until it passes or cannot be raised.
    pub(in crate::planner) fn confirm(&mut self, plan: &mut Plan) -> Result<Confirmation, Interrupted> {
        let (mut size, largest) = self.confirmation_sizes(plan)?;
        let mut round = 1;
        loop {
            self.trials.begin("confirming on fresh days");
            let first = FRESH * round;
            let evidence = self.trials.run(plan, first..first + size)?;
            let errors = self.errors(&evidence, round);
            let unproven: Vec<usize> = self
                .numbers()
                .filter(|number| self.standing(&evidence, *number).is_some_and(|standing| !standing.holds(errors)))
                .collect();
            if unproven.is_empty() || round == ROUNDS {
                return Ok(Confirmation { evidence, rounds: round, errors, unproven });
            }
            let missed = |number: &usize| self.standing(&evidence, *number).is_some_and(|s: Standing| s.slack < 0.0);
            if size < largest && !unproven.iter().any(missed) {
                size = size.saturating_mul(4).min(largest);
            } else {
                let raised = self.raised(plan, &evidence, &unproven)?;
                if raised == *plan {
                    return Ok(Confirmation { evidence, rounds: round, errors, unproven });
                }
                *plan = raised;
            }
            round += 1;
        }
    }

    fn errors(&self, evidence: &Evidence, round: u32) -> f64 {
        evidence.proof_errors(&self.trials.promises, self.options.confidence, round)
    }

    /// Replications of the first round, by the error asked for, and the most of any.
    fn confirmation_sizes(&self, plan: &Plan) -> Result<(u32, u32), Interrupted> {
        let contacts = self.trials.contacts();
        let least = (ENOUGH / contacts).clamp(LEAST.1, LEAST.0);
        let largest = ((LARGEST / contacts) as u32).clamp(least as u32, FRESH / 2);
        if let Some(asked) = self.options.confirmation {
            return Ok((asked.min(FRESH / 2), largest.max(asked).min(FRESH / 2)));
        }
        let pilot = self.trials.run(plan, 0..self.looks.0)?;
        let errors = self.errors(&pilot, 2);
        let needed = self.numbers().filter_map(|number| {
            let standing = self.standing(&pilot, number)?;
            // Enough to tell the promise from its goal where it stands, or else to the error asked for.
            let distance = standing.slack.max(self.tolerance(&self.trials.promises[number])) / 2.0;
            Some((errors * standing.error / distance).powi(2) * f64::from(pilot.replications))
        });
        let size = needed.fold(least, f64::max).min(f64::from(largest)) as u32;
        Ok((size, largest))
    }
}
