//! The least agents with which a queue keeps its promises.

use std::fmt;

use super::performance::Performance;
use super::queue::Queue;

/// What a staffing must keep; what is none is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Goal {
    /// A share of those answered or abandoned, to be answered within so many seconds.
    pub answer: Option<(f64, f64)>,
    /// Highest share that abandons.
    pub abandon: Option<f64>,
    /// Longest mean wait of those answered, in seconds.
    pub asa: Option<f64>,
    /// Highest occupancy of the agents.
    pub occupancy: Option<f64>,
}

/// One part of a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Promise {
    /// Share answered within so many seconds.
    Answer {
        /// The threshold, in seconds.
        within: f64,
    },
    /// Share that abandons.
    Abandon,
    /// Mean wait of those answered, in seconds.
    SpeedOfAnswer,
    /// Occupancy of the agents.
    Occupancy,
}

/// A promise that is not kept, and by how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortfall {
    /// Which one.
    pub promise: Promise,
    /// What was asked: the least share answered, or the most of the others.
    pub wanted: f64,
    /// What it comes to.
    pub reached: f64,
}

/// A goal that no allowed number of agents reaches.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("even {agents} agents do not keep it: {}", words(.shortfalls))]
pub struct Unreachable {
    /// The most agents that were allowed.
    pub agents: u32,
    /// What is not kept with them.
    pub shortfalls: Vec<Shortfall>,
}

fn words(shortfalls: &[Shortfall]) -> String {
    shortfalls.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl fmt::Display for Shortfall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { promise, wanted, reached } = self;
        match promise {
            Promise::Answer { within } => {
                write!(f, "a share of {reached:.4} is answered within {within} s, not {wanted}")
            }
            Promise::Abandon => write!(f, "a share of {reached:.4} abandons, not {wanted}"),
            Promise::SpeedOfAnswer => write!(f, "the mean speed of answer is {reached:.1} s, not {wanted} s"),
            Promise::Occupancy => write!(f, "occupancy is {reached:.4}, not {wanted}"),
        }
    }
}

impl Goal {
    /// The promises that a staffing does not keep. Where the queue grows without end none is kept: its figures hold for
    /// no moment.
    #[must_use]
    pub fn missed(&self, figures: &Performance) -> Vec<Shortfall> {
        let lost = !figures.stable;
        let answer = self.answer.map(|(wanted, within)| {
            let reached = figures.service_level(within);
            (reached < wanted, Shortfall { promise: Promise::Answer { within }, wanted, reached })
        });
        let cap = |promise, cap: Option<f64>, reached: f64| {
            cap.map(|wanted| (reached > wanted || lost, Shortfall { promise, wanted, reached }))
        };
        [
            answer,
            cap(Promise::Abandon, self.abandon, figures.p_abandon),
            cap(Promise::SpeedOfAnswer, self.asa, figures.mean_wait_answered),
            cap(Promise::Occupancy, self.occupancy, figures.occupancy),
        ]
        .into_iter()
        .flatten()
        .filter_map(|(missed, shortfall)| missed.then_some(shortfall))
        .collect()
    }
}

impl Queue {
    /// The least agents that reach a goal: with one fewer it is missed. Nobody is needed where nobody comes.
    ///
    /// Every figure of a goal gets better with every agent, so that bisection finds it.
    ///
    /// # Errors
    /// When even `most` agents miss it: what they miss and by how much.
    pub fn least_agents(&self, goal: &Goal, most: u32) -> Result<u32, Unreachable> {
        // From the load outwards: the answer lies within a few square roots of it.
        let stride = (self.load().sqrt() as u32).max(1);
        self.least_agents_from(self.load().ceil(), stride, goal, most)
    }

    /// The same, looked for from a guess on: a good one makes it quick.
    ///
    /// # Errors
    /// As [`Queue::least_agents`].
    pub(crate) fn least_agents_near(&self, guess: f64, goal: &Goal, most: u32) -> Result<u32, Unreachable> {
        self.least_agents_from(guess, 1, goal, most)
    }

    /// Outwards from a start in steps that grow from `stride` on, then by bisection.
    fn least_agents_from(&self, start: f64, stride: u32, goal: &Goal, most: u32) -> Result<u32, Unreachable> {
        let patience = self.law();
        let missed = |agents| goal.missed(&self.at(&patience, agents));
        if self.load() <= 0.0 {
            return Ok(0);
        }
        let start = (start.min(f64::from(most)) as u32).max(1);
        let (mut low, mut high) = (0, start);
        if missed(start).is_empty() {
            let mut step = stride;
            while high > step && missed(high - step).is_empty() {
                (high, step) = (high - step, 2 * step);
            }
            low = high.saturating_sub(step);
        } else {
            let mut step = stride;
            while !missed(high).is_empty() {
                if high >= most {
                    return Err(Unreachable { agents: most, shortfalls: missed(most) });
                }
                (low, high, step) = (high, high.saturating_add(step).min(most), step.saturating_mul(2));
            }
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if missed(middle).is_empty() { high = middle } else { low = middle }
        }
        Ok(high)
    }
}
