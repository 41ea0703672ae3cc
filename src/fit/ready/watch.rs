//! A scenario simulated, and seen as its log would tell it.

use rayon::prelude::*;

use super::answering::{Answering, Asked, Seen};
use crate::engine::{AgentId, Contact, GroupId, Model, Observer, simulate};
use crate::fit::{DutyRule, Handled, Waited};
use crate::scenario::Scenario;
use crate::units::DAY;

/// What a log tells of a run.
struct Watch<'a> {
    bits: &'a [usize],
    scenario: &'a Scenario,
    /// Whether the log tells the talk alone.
    talk_alone: bool,
    interval: f64,
    seen: Seen,
}

impl Watch<'_> {
    fn left(&mut self, contact: &Contact, now: f64, agent: Option<u32>) {
        let kind = self.bits[contact.kind.index()];
        if self.scenario.contacts[contact.kind.index()].channel.is_deferred() {
            return;
        }
        if now > contact.arrived {
            self.seen.waits.push(Waited { kind, from: contact.arrived, until: now, deferred: false });
        }
        self.seen.asked.push(Asked { kind, at: contact.arrived, wait: now - contact.arrived, agent });
    }

    fn worked(&mut self, contact: &Contact, agent: AgentId, from: f64, until: f64) {
        self.seen.handled.push(Handled { agent: agent.0, kind: self.bits[contact.kind.index()], from, until });
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

    fn handled(&mut self, _contact: &Contact, agent: AgentId, now: f64) {
        if !self.talk_alone {
            let last = self.seen.handled.iter_mut().rev().find(|one| one.agent == agent.0);
            last.into_iter().for_each(|last| last.until = now);
        }
    }
}

/// The statistics of a scenario by two rules, over so many replications.
pub(super) fn answering(
    scenario: &Scenario,
    (bits, talk_alone): (&[usize], bool),
    rules: [DutyRule; 2],
    replications: u32,
) -> [Answering; 2] {
    let model = Model::new(scenario).in_order();
    let of = |replication: u32| {
        let seen = Seen { between: (0.0, model.horizon), ..Seen::default() };
        let interval = scenario.horizon.interval.get();
        let mut watch = Watch { bits, scenario, talk_alone, interval, seen };
        simulate(&model, scenario.run.seed, replication, &mut watch);
        rules.map(|rule| Answering::new(&watch.seen, rule))
    };
    let each: Vec<[Answering; 2]> = (0..replications).into_par_iter().map(of).collect();
    let mut all = [Answering::default(); 2];
    each.iter().for_each(|one| all.iter_mut().zip(one).for_each(|(all, own)| all.add(own)));
    all
}
