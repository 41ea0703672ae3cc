//! What the formulas say of one staffing, as figures and in words.

use indexmap::IndexMap;
use serde::Serialize;

use super::wording;
use crate::analytic::{Goal, Performance, Promise, Queue, Shortfall, Unreachable};

/// The figures of a queue with so many agents; shares are 0..1, durations seconds, and what is infinite is `null` in
/// JSON.
#[derive(Clone, Debug, Serialize)]
pub struct StaffingFigures {
    /// Agents at work.
    pub agents: u32,
    /// People to be scheduled so that so many are at work: agents / (1 - shrinkage).
    pub scheduled: u32,
    /// Erlangs.
    pub offered_load: f64,
    /// Whether there is a stationary state; else the queue grows without end.
    pub stable: bool,
    /// The threshold of the service level.
    pub within: f64,
    /// Answered within the threshold / (answered + abandoned).
    pub service_level: f64,
    /// Share of answered and abandoned with a wait above 0.
    pub p_wait: f64,
    /// Share of answered and abandoned that abandons.
    pub p_abandon: f64,
    /// Share of offered that finds all lines busy.
    pub p_blocked: f64,
    /// Mean wait of answered and abandoned.
    pub mean_wait: f64,
    /// Mean wait of answered (ASA).
    pub mean_wait_answered: f64,
    /// Mean wait of abandoned; none where nobody abandons.
    pub mean_wait_abandoned: Option<f64>,
    /// Mean number waiting.
    pub mean_queue: f64,
    /// Share of their time that agents spend in handling.
    pub occupancy: f64,
    /// Waits that 50, 90, 95 and 99 % of the answered do not exceed.
    pub wait_percentiles: IndexMap<&'static str, f64>,
    /// Whether the goal is reached; left out where none is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal_met: Option<bool>,
    /// What is missed.
    #[serde(skip)]
    pub missed: Vec<Shortfall>,
}

impl StaffingFigures {
    /// The figures, with the service level at the goal's own threshold or at `within` seconds, and people scheduled for
    /// a share `shrinkage` (0..1) of paid time away.
    #[must_use]
    pub fn new(queue: &Queue, agents: u32, goal: &Goal, within: f64, shrinkage: f64) -> Self {
        let figures = queue.performance(agents);
        let within = goal.answer.map_or(within, |(_, within)| within);
        let missed = goal.missed(&figures);
        let percentile = |(name, share)| (name, figures.wait_percentile(share));
        Self {
            agents,
            scheduled: scheduled(agents, shrinkage),
            offered_load: queue.load(),
            stable: figures.stable,
            within,
            service_level: figures.service_level(within),
            wait_percentiles: [("50", 0.5), ("90", 0.9), ("95", 0.95), ("99", 0.99)].map(percentile).into(),
            goal_met: (*goal != Goal::default()).then_some(missed.is_empty()),
            missed,
            ..Self::of(&figures)
        }
    }

    fn of(figures: &Performance) -> Self {
        Self {
            agents: figures.agents,
            scheduled: figures.agents,
            offered_load: 0.0,
            stable: figures.stable,
            within: 0.0,
            service_level: 0.0,
            p_wait: figures.p_wait,
            p_abandon: figures.p_abandon,
            p_blocked: figures.p_blocked,
            mean_wait: figures.mean_wait,
            mean_wait_answered: figures.mean_wait_answered,
            mean_wait_abandoned: figures.mean_wait_abandoned,
            mean_queue: figures.mean_queue,
            occupancy: figures.occupancy,
            wait_percentiles: IndexMap::new(),
            goal_met: None,
            missed: Vec::new(),
        }
    }
}

/// Rounded up, but not for a rounding error: 14 agents at 30 % are 20 people.
fn scheduled(agents: u32, shrinkage: f64) -> u32 {
    (f64::from(agents) / (1.0 - shrinkage) * (1.0 - 1e-12)).ceil() as u32
}

/// What is asked, as a planner says it: `80 % within 20 s`.
#[must_use]
pub fn promise(promise: Promise, wanted: f64) -> String {
    match promise {
        Promise::Answer { within } => format!("{} within {}", share(wanted, wanted), wording::duration(within)),
        Promise::Abandon => format!("at most {} abandoned", share(wanted, wanted)),
        Promise::SpeedOfAnswer => format!("an ASA of at most {}", wording::duration(wanted)),
        Promise::Occupancy => format!("an occupancy of at most {}", share(wanted, wanted)),
    }
}

/// Why a goal cannot be reached, in one line for each promise: what is asked, what it comes to.
#[must_use]
pub fn unreachable(why: &Unreachable) -> String {
    let line = |missed: &Shortfall| {
        let asked = promise(missed.promise, missed.wanted);
        format!("  {asked}: with {} it is {}\n", agents(why.agents), reached(missed))
    };
    why.shortfalls.iter().map(line).collect()
}

/// Which promise cannot be kept, by how much, and what it would take.
#[must_use]
pub fn refusal(queue: &Queue, goal: &Goal, why: &Unreachable) -> String {
    /// Beyond the largest number that may be asked for.
    const FAR: u32 = 100_000_000;
    let help = match queue.least_agents(goal, FAR) {
        Ok(needed) => format!("{} would reach it; allow them with --max-agents", agents(needed)),
        Err(_) => format!(
            "not even {} would; ask for less, or give fewer contacts or shorter ones than {} erlangs",
            agents(FAR),
            wording::number(queue.load(), 0)
        ),
    };
    let most = agents(why.agents);
    format!("no staffing of at most {most} reaches the target\n{}help: {help}", unreachable(why))
}

/// A number of agents in a sentence.
#[must_use]
pub fn agents(count: u32) -> String {
    format!("{} agent{}", wording::number(f64::from(count), 0), if count == 1 { "" } else { "s" })
}

fn reached(missed: &Shortfall) -> String {
    let Shortfall { promise, wanted, reached } = *missed;
    match promise {
        Promise::SpeedOfAnswer if reached.is_infinite() => "infinite".into(),
        Promise::SpeedOfAnswer if wording::duration(reached) == wording::duration(wanted) => format!("{reached:.3} s"),
        Promise::SpeedOfAnswer => wording::duration(reached),
        _ => share(reached, wanted),
    }
}

/// A share in per cent, with at least as many decimals as tell it from another: never `80 %, not 80 %`.
fn share(value: f64, other: f64) -> String {
    let shown = |value: f64, decimals| {
        let text = wording::number(value * 100.0, decimals);
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    };
    let decimals = (1..6).find(|d| value == other || shown(value, *d) != shown(other, *d)).unwrap_or(6);
    let decimals = if value == other { 6 } else { decimals };
    format!("{} %", shown(value, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shrinkage_divides_and_rounds_up_but_not_for_a_rounding_error() {
        for (agents, shrinkage, people) in
            [(14, 0.3, 20), (7, 0.3, 10), (10, 0.0, 10), (14, 0.31, 21), (1, 0.5, 2), (100_000, 0.35, 153_847)]
        {
            assert_eq!(scheduled(agents, shrinkage), people, "{agents} agents, {shrinkage} away");
        }
    }

    #[test]
    fn shares_keep_the_digits_that_tell_them_apart() {
        assert_eq!(share(0.975, 0.975), "97.5 %");
        assert_eq!(share(0.8, 0.8), "80 %");
        assert_eq!(share(0.7996, 0.8), "79.96 %");
        assert_eq!(share(0.64016, 0.8), "64 %");
    }
}
