//! Erlang's formulas, interval by interval, from the inputs of the simulation: all types and all agents as one.

use super::Figures;
use super::actual::Actual;
use super::given::Given;
use crate::analytic::{Performance, Queue};
use crate::kpi::DEFAULT_WITHIN;
use crate::scenario::Law;

/// Predictions by interval; of Erlang C none where it has no answer: more load than agents.
#[derive(Clone, Debug, Default)]
pub(super) struct Erlang {
    pub(super) a: Vec<Option<Figures>>,
    pub(super) c: Vec<Option<Figures>>,
}

impl Erlang {
    /// No prediction for any of so many intervals.
    pub(super) fn none(intervals: usize) -> Self {
        Self { a: vec![None; intervals], c: vec![None; intervals] }
    }
}

/// `pace` is a factor on handling times.
pub(super) fn of_day(given: &Given<'_>, actual: &Actual, patience: Option<f64>, pace: f64) -> Erlang {
    let mut erlang = Erlang::default();
    for (place, agents) in actual.on_duty.iter().enumerate() {
        let mixed = Mixed::new(given, actual, place, pace);
        let law = patience.map(|mean| Law::Exponential { mean });
        erlang.a.push(mixed.as_ref().and_then(|mixed| mixed.predicted(*agents, law, given.interval())));
        erlang.c.push(mixed.as_ref().and_then(|mixed| mixed.predicted(*agents, None, given.interval())));
    }
    erlang
}

/// Contacts of an interval as one type.
struct Mixed {
    contacts: f64,
    handle: f64,
    within: f64,
}

impl Mixed {
    fn new(given: &Given<'_>, actual: &Actual, place: usize, pace: f64) -> Option<Self> {
        let (mut contacts, mut handle, mut within) = (0.0, 0.0, 0.0);
        for (contact, counts) in given.scenario.contacts.iter().zip(&actual.counts) {
            let count = f64::from(counts[place]);
            contacts += count;
            handle += count * contact.mean_handle_in(place) * pace;
            within += count * contact.target.map_or(DEFAULT_WITHIN, |target| target.within.get());
        }
        (contacts > 0.0).then(|| Self { contacts, handle: handle / contacts, within: within / contacts })
    }

    /// Between the whole numbers of agents below and above, in a straight line; at least one agent, for without one the
    /// formulas have no answer.
    fn predicted(&self, agents: f64, patience: Option<Law>, interval: f64) -> Option<Figures> {
        let queue = Queue { arrivals: self.contacts / interval, handle: self.handle, patience, lines: None };
        let agents = agents.max(1.0);
        let (below, above) = (agents.floor(), agents.ceil());
        let low = self.figures(&queue.performance(below as u32), interval)?;
        if above == below {
            return Some(low);
        }
        let high = self.figures(&queue.performance(above as u32), interval)?;
        let part = agents - below;
        let between = |low: f64, high: f64| low + part * (high - low);
        Some(Figures {
            contacts: self.contacts,
            abandoned: between(low.abandoned, high.abandoned),
            in_time: between(low.in_time, high.in_time),
            wait: between(low.wait, high.wait),
            busy: between(low.busy, high.busy),
            seconds: interval,
        })
    }

    fn figures(&self, found: &Performance, interval: f64) -> Option<Figures> {
        found.stable.then(|| Figures {
            contacts: self.contacts,
            abandoned: self.contacts * found.p_abandon,
            in_time: self.contacts * found.service_level(self.within),
            wait: self.contacts * found.mean_wait,
            busy: found.occupancy * f64::from(found.agents) * interval,
            seconds: interval,
        })
    }
}
