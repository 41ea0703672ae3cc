//! A stationary queue with one kind of contact and one group of agents, and its figures at a number of agents.

use std::sync::Arc;

use super::gamma::log_inverse_blocking;
use super::offered_wait::{OfferedWait, Race};
use super::patience::Patience;
use super::performance::{Performance, Waits};
use crate::scenario::Law;

/// Poisson arrivals, exponential handling, first come first served. By what is given it is the queue of Erlang C
/// (neither), Erlang A (exponential patience), M/M/n+G (any patience), M/M/n/k (lines) or both; with no more lines than
/// agents that of Erlang B.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    /// Contacts per second.
    pub arrivals: f64,
    /// Mean handling time, in seconds.
    pub handle: f64,
    /// How long contacts are ready to wait; none: nobody abandons.
    pub patience: Option<Law>,
    /// Most contacts waiting and in handling at once; none: any number.
    pub lines: Option<u32>,
}

impl Queue {
    /// The offered load, in erlangs: agents that would be busy if nobody were lost.
    #[must_use]
    pub fn load(&self) -> f64 {
        self.arrivals * self.handle
    }

    /// All figures with so many agents. Exact up to rounding and quadrature, to 1e-8 of each figure or better.
    ///
    /// A queue that grows without end (see [`Performance::stable`]) has figures too: nobody is answered in time.
    #[must_use]
    pub fn performance(&self, agents: u32) -> Performance {
        self.at(&self.law(), agents)
    }

    /// The law of patience with its constants worked out, once for many numbers of agents.
    pub(super) fn law(&self) -> Arc<Patience> {
        Arc::new(self.patience.as_ref().map_or(Patience::Endless, Patience::new))
    }

    pub(super) fn at(&self, patience: &Arc<Patience>, agents: u32) -> Performance {
        let shares = self.shares(patience, agents);
        Performance::new(self, patience, agents, shares)
    }

    fn shares(&self, patience: &Arc<Patience>, agents: u32) -> Waits {
        let load = self.load();
        if load <= 0.0 {
            return Waits::Never { blocked: 0.0 };
        }
        // More agents than lines cannot all be busy.
        let room = self.lines.map(|lines| f64::from(lines.saturating_sub(agents)));
        let servers = f64::from(self.lines.map_or(agents, |lines| lines.min(agents)));
        if room == Some(0.0) {
            return Waits::Never { blocked: libm::exp(-log_inverse_blocking(servers, load)) };
        }
        if agents == 0 {
            return nobody_there(self, patience, room);
        }
        let service = servers / self.handle;
        if room.is_none() && self.arrivals * patience.endless() >= service {
            return Waits::Lost { stable: false, blocked: 0.0, patience: Arc::clone(patience) };
        }
        let idle = log_inverse_blocking(servers - 1.0, load);
        if let (Patience::Endless, None) = (&**patience, room) {
            return erlang_c(idle, load, service - self.arrivals, servers);
        }
        let race = Race { arrivals: self.arrivals, service, room, patience: Arc::clone(patience) };
        Waits::offered(OfferedWait::new(race), idle)
    }
}

/// Erlang (1917): those who wait do so for an exponential time. `idle` is the logarithm of `1 / B(n - 1, load)`.
fn erlang_c(idle: f64, load: f64, rate: f64, agents: f64) -> Waits {
    let odds = libm::exp(-idle) * load / (agents - load);
    let at_once = 1.0 / (1.0 + odds);
    Waits::Exponential { at_once, share: odds * at_once, rate }
}

/// Without agents all who can wait do, until their patience ends: with lines a loss system in which patience is served.
fn nobody_there(queue: &Queue, patience: &Arc<Patience>, room: Option<f64>) -> Waits {
    let stable = patience.endless() == 0.0;
    let held = queue.arrivals * patience.at(f64::INFINITY).partial_mean;
    let blocked = match room {
        None => 0.0,
        Some(lines) if stable => libm::exp(-log_inverse_blocking(lines, held)),
        Some(_) => 1.0,
    };
    Waits::Lost { stable, blocked, patience: Arc::clone(patience) }
}

/// Erlang's loss formula: the share blocked where `agents` meet `load` erlangs and nobody may wait. Erlang (1917).
#[must_use]
pub fn erlang_b(agents: u32, load: f64) -> f64 {
    libm::exp(-log_inverse_blocking(f64::from(agents), load))
}

/// Erlang's delay formula: the share that waits where `agents` meet `load` erlangs and nobody abandons; 1 where the load
/// is too much for them. Erlang (1917).
#[must_use]
pub fn erlang_c_wait(agents: u32, load: f64) -> f64 {
    Queue { arrivals: load, handle: 1.0, patience: None, lines: None }.performance(agents).p_wait
}
