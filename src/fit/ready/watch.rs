//! A scenario simulated, and seen as its log would tell it.

use rayon::prelude::*;

use super::answering::{Answering, Asked, Seen};
use crate::engine::{AgentId, Contact, GroupId, Model, Observer, simulate};
use crate::fit::{DutyRule, Handled, Waited};
use crate::scenario::Scenario;
use crate::units::DAY;

/// How the log of a run would be looked at.
pub(super) struct SeenAs {
    /// The bit of each type.
    pub(super) bits: Vec<usize>,
    /// Of which types the log tells after-contact work too.
    pub(super) with_wrap: Vec<bool>,
    /// Each so many-th contact is asked how it was answered.
    pub(super) each: usize,
}

/// What a log tells of a run.
struct Watch<'a> {
    seen_as: &'a SeenAs,
    scenario: &'a Scenario,
    interval: f64,
    seen: Seen,
    /// Where the last handling of each agent stands.
    last: Vec<usize>,
    /// How many contacts have left the queues.
    left: usize,
}

impl Watch<'_> {
    fn left(&mut self, contact: &Contact, now: f64, agent: Option<u32>) {
        let kind = self.seen_as.bits[contact.kind.index()];
        if self.scenario.contacts[contact.kind.index()].channel.is_deferred() {
            return;
        }
        if now > contact.arrived {
            self.seen.waits.push(Waited { kind, from: contact.arrived, until: now, deferred: false });
        }
        if self.left.is_multiple_of(self.seen_as.each) {
            self.seen.asked.push(Asked { kind, at: contact.arrived, wait: now - contact.arrived, agent });
        }
        self.left += 1;
    }

    fn worked(&mut self, contact: &Contact, agent: AgentId, from: f64, until: f64) {
        if self.last.len() <= agent.index() {
            self.last.resize(agent.index() + 1, 0);
        }
        self.last[agent.index()] = self.seen.handled.len();
        let kind = self.seen_as.bits[contact.kind.index()];
        self.seen.handled.push(Handled { agent: agent.0, kind, from, until });
    }
}

impl Observer for Watch<'_> {
    fn answered(&mut self, contact: &Contact, agent: AgentId, _group: GroupId, now: f64) {
        self.left(contact, now, Some(agent.0));
        let interval = (now % DAY / self.interval) as usize;
        let talk = contact.handling * self.scenario.contacts[contact.kind.index()].pace(interval);
        self.worked(contact, agent, now, now + talk);
    }

    fn abandoned(&mut self, contact: &Contact, now: f64) {
        self.left(contact, now, None);
    }

    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        if self.seen_as.with_wrap[contact.kind.index()] {
            let last = self.last.get(agent.index()).and_then(|place| self.seen.handled.get_mut(*place));
            last.into_iter().for_each(|last| last.until = now);
        }
    }
}

/// The statistics of a scenario by two rules, over so many replications.
pub(super) fn answering(
    scenario: &Scenario,
    seen_as: &SeenAs,
    rules: [DutyRule; 2],
    replications: u32,
) -> [Answering; 2] {
    let model = Model::new(scenario).in_order();
    let of = |replication: u32| {
        let seen = Seen { between: (0.0, model.horizon), ..Seen::default() };
        let interval = scenario.horizon.interval.get();
        let mut watch = Watch { seen_as, scenario, interval, seen, last: Vec::new(), left: 0 };
        simulate(&model, scenario.run.seed, replication, &mut watch);
        rules.map(|rule| Answering::new(&watch.seen, rule))
    };
    let each: Vec<[Answering; 2]> = (0..replications).into_par_iter().map(of).collect();
    let mut all = [Answering::default(); 2];
    each.iter().for_each(|one| all.iter_mut().zip(one).for_each(|(all, own)| all.add(own)));
    all
}
