//! The figures of a stationary queue at one number of agents.

use std::sync::Arc;

use super::offered_wait::{ABANDONED, ANSWERED, BLOCKED, OfferedWait, Parts, WAIT_ABANDONED, WAIT_ANSWERED};
use super::patience::Patience;
use super::queue::Queue;

/// The figures of a queue, as the simulation defines them: shares of 0..1, waits in seconds. Contacts let in are those
/// answered and those who abandon; what is blocked is a share of all offered.
#[derive(Clone, Debug)]
pub struct Performance {
    /// Agents.
    pub agents: u32,
    /// Whether a stationary state exists. Without one (more load than agents, and somebody who would wait for ever)
    /// the figures are those towards which the growing queue goes: waits are infinite, occupancy is 1.
    pub stable: bool,
    /// Share with a wait above 0, of those let in.
    pub p_wait: f64,
    /// Share that abandons, of those let in.
    pub p_abandon: f64,
    /// Share that finds all lines busy, of those offered.
    pub p_blocked: f64,
    /// Mean wait of those let in, in seconds.
    pub mean_wait: f64,
    /// Mean wait of those answered (ASA), in seconds; infinite when nobody is.
    pub mean_wait_answered: f64,
    /// Mean wait of those who abandon, in seconds; none when nobody does.
    pub mean_wait_abandoned: Option<f64>,
    /// Mean number waiting.
    pub mean_queue: f64,
    /// Share of their time that agents spend in handling.
    pub occupancy: f64,
    waits: Waits,
}

/// How those let in wait.
#[derive(Clone, Debug)]
pub(super) enum Waits {
    /// Nobody waits.
    Never { blocked: f64 },
    /// A share waits, for an exponential time with this rate a second; nobody abandons.
    Exponential { at_once: f64, share: f64, rate: f64 },
    /// A share waits, by an offered wait; the others do not; `answered` of all let in are, at once or later.
    Offered { at_once: f64, share: f64, answered: f64, blocked: f64, wait: Box<OfferedWait> },
    /// Nobody is there to answer, or too few; whose patience ends abandons then.
    Lost { stable: bool, blocked: f64, patience: Arc<Patience> },
}

impl Waits {
    /// From the law of the offered wait and the logarithm of the weight of no wait at all beside it.
    pub(super) fn offered(wait: OfferedWait, idle: f64) -> Self {
        let parts = wait.total();
        let let_in = parts[ANSWERED] + parts[ABANDONED];
        // What waits, over what does not; the exponential may be infinite, and 1 over it is then 0.
        let inverse_odds = libm::exp(idle - wait.log_weight()) / let_in;
        let share = 1.0 / (1.0 + inverse_odds);
        let at_once = if inverse_odds.is_infinite() { 1.0 } else { inverse_odds * share };
        let answered = at_once + share * parts[ANSWERED] / let_in;
        let over_let_in = share * parts[BLOCKED] / let_in;
        Self::Offered { at_once, share, answered, blocked: over_let_in / (1.0 + over_let_in), wait: Box::new(wait) }
    }
}

/// What follows from the waits alone, of those let in.
struct Means {
    p_wait: f64,
    p_abandon: f64,
    answered: f64,
    wait_answered: f64,
    wait_abandoned: f64,
    blocked: f64,
}

impl Means {
    fn new(waits: &Waits, patience: &Patience) -> Self {
        let nothing =
            Self { p_wait: 0.0, p_abandon: 0.0, answered: 1.0, wait_answered: 0.0, wait_abandoned: 0.0, blocked: 0.0 };
        match waits {
            Waits::Never { blocked } => Self { blocked: *blocked, ..nothing },
            Waits::Exponential { share, rate, .. } => Self { p_wait: *share, wait_answered: share / rate, ..nothing },
            Waits::Offered { share, answered, blocked, wait, .. } => {
                let parts = wait.total();
                let each = share / (parts[ANSWERED] + parts[ABANDONED]);
                Self {
                    p_wait: share * patience.at(0.0).survival,
                    p_abandon: each * parts[ABANDONED],
                    answered: *answered,
                    wait_answered: each * parts[WAIT_ANSWERED],
                    wait_abandoned: each * parts[WAIT_ABANDONED],
                    blocked: *blocked,
                }
            }
            Waits::Lost { stable, blocked, .. } => lost(patience, *stable, *blocked),
        }
    }
}

/// Whoever can abandon does; in a queue without end the others wait for ever, and some of them are answered.
fn lost(patience: &Patience, stable: bool, blocked: f64) -> Means {
    let end = patience.at(f64::INFINITY);
    Means {
        p_wait: patience.at(0.0).survival,
        p_abandon: end.cumulative,
        answered: patience.endless(),
        wait_answered: if stable { 0.0 } else { f64::INFINITY },
        wait_abandoned: end.partial_mean,
        blocked,
    }
}

impl Performance {
    pub(super) fn new(queue: &Queue, patience: &Arc<Patience>, agents: u32, waits: Waits) -> Self {
        let means = Means::new(&waits, patience);
        let stable = !matches!(waits, Waits::Lost { stable: false, .. });
        let accepted = queue.arrivals * (1.0 - means.blocked);
        let mean_wait = means.wait_answered + means.wait_abandoned;
        let busy = accepted * means.answered * queue.handle / f64::from(agents);
        Self {
            agents,
            stable,
            p_wait: means.p_wait,
            p_abandon: means.p_abandon,
            p_blocked: means.blocked,
            mean_wait,
            mean_wait_answered: if means.answered > 0.0 { means.wait_answered / means.answered } else { f64::INFINITY },
            mean_wait_abandoned: (means.p_abandon > 0.0).then(|| means.wait_abandoned / means.p_abandon),
            // Little (1961): those waiting are those who come times how long they wait.
            mean_queue: if stable { accepted * mean_wait } else { f64::INFINITY },
            // Rounding may lift it above 1 where agents are never idle.
            occupancy: if stable && agents > 0 { busy.min(1.0) } else { 1.0 },
            waits,
        }
    }

    /// Answered within so many seconds / (answered + abandoned).
    #[must_use]
    pub fn service_level(&self, within: f64) -> f64 {
        if within < 0.0 {
            return 0.0;
        }
        match &self.waits {
            Waits::Never { .. } => 1.0,
            Waits::Exponential { at_once, share, rate } => at_once - share * libm::expm1(-rate * within),
            Waits::Offered { at_once, share, wait, .. } => {
                let each = share / let_in(wait.total());
                (at_once + each * wait.up_to(within)[ANSWERED]).min(1.0)
            }
            Waits::Lost { .. } => 0.0,
        }
    }

    /// `P(W <= t | answered)`, `t` in seconds; 0 when nobody is answered.
    #[must_use]
    pub fn answered_within(&self, t: f64) -> f64 {
        match &self.waits {
            Waits::Offered { answered, .. } => (self.service_level(t) / answered).min(1.0),
            _ => self.service_level(t),
        }
    }

    /// `P(W <= t | abandoned)`, `t` in seconds; none when nobody abandons.
    #[must_use]
    pub fn abandoned_within(&self, t: f64) -> Option<f64> {
        let t = t.max(0.0);
        match &self.waits {
            _ if self.p_abandon == 0.0 => None,
            Waits::Offered { wait, .. } => Some((wait.abandoned_by(t) / wait.total()[ABANDONED]).min(1.0)),
            Waits::Lost { patience, .. } => Some(patience.at(t).cumulative / self.p_abandon),
            Waits::Never { .. } | Waits::Exponential { .. } => None,
        }
    }

    /// The wait that this share (0..1) of the answered contacts does not exceed, in seconds.
    #[must_use]
    pub fn wait_percentile(&self, share: f64) -> f64 {
        match &self.waits {
            Waits::Never { .. } => 0.0,
            Waits::Exponential { share: waiting, rate, .. } => (libm::log(waiting / (1.0 - share)) / rate).max(0.0),
            Waits::Offered { at_once, share: waiting, answered, wait, .. } => {
                let wanted = share * answered - at_once;
                if wanted <= 0.0 { 0.0 } else { wait.quantile(wanted * let_in(wait.total()) / waiting) }
            }
            Waits::Lost { .. } => f64::INFINITY,
        }
    }
}

fn let_in(parts: &Parts) -> f64 {
    parts[ANSWERED] + parts[ABANDONED]
}
