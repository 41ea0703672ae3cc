//! Agents with nothing in hand are not always ready: they step away and come back.

use super::agents::State;
use super::ids::{AgentId, GroupId};
use super::model::Model;
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::{Purpose, Stream};
use crate::scenario::NotReady;

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The beginning of [`Simulation::settled`].
    pub(super) fn settled(model: &Model) -> Vec<u64> {
        let some = model.groups.iter().any(|group| group.not_ready.is_some());
        vec![0; if some { model.agents() } else { 0 }]
    }

    /// An agent has nothing in hand any more and is idle, or away at once: an agent is away for the share of the time
    /// that the scenario says from the first moment on.
    #[inline(never)]
    pub(super) fn be_free(&mut self, id: AgentId, group: GroupId) {
        let Some(NotReady { share, mean }) = self.not_ready(group) else { return self.agents.become_idle(id) };
        let mut stream = self.next_readiness(id, group);
        if stream.uniform() < share {
            self.agents.become_not_ready(id);
            return self.calendar.schedule_handling(id, self.now + exponential(&mut stream, mean.get()));
        }
        self.agents.become_idle(id);
        self.await_absence(id, group);
    }

    /// An idle agent steps away some time later, if nothing is taken in hand before.
    pub(super) fn await_absence(&mut self, id: AgentId, group: GroupId) {
        let Some(NotReady { share, mean }) = self.not_ready(group) else { return };
        let ready = mean.get() * (1.0 - share) / share;
        let mut stream = self.next_readiness(id, group);
        self.calendar.schedule_handling(id, self.now + exponential(&mut stream, ready));
    }

    /// An idle agent steps away, or one who was away is back and takes what waits.
    #[inline(never)]
    pub(super) fn readiness_changes(&mut self, id: AgentId, group: GroupId, state: State) {
        self.calendar.clear_handling(id);
        if state == State::Idle {
            let Some(not_ready) = self.not_ready(group) else { return };
            self.agents.step_away(id);
            let mut stream = self.next_readiness(id, group);
            return self.calendar.schedule_handling(id, self.now + exponential(&mut stream, not_ready.mean.get()));
        }
        self.agents.come_back(id);
        self.await_absence(id, group);
        self.offer_work(group);
    }

    /// An agent with nothing in hand goes home.
    pub(super) fn go(&mut self, id: AgentId) {
        if !PLAIN && !self.settled.is_empty() {
            self.calendar.schedule_handling(id, f64::INFINITY);
        }
        match self.agents.state(id) {
            State::NotReady => self.agents.go_from_away(id),
            _ => self.agents.go(id),
        }
    }

    /// How agents of a group are not ready now: beyond the horizon all stay who are there, until the last contact is
    /// finished.
    fn not_ready(&self, group: GroupId) -> Option<NotReady> {
        self.model.groups[group.index()].not_ready.filter(|_| self.now < self.model.horizon)
    }

    /// Random numbers of an agent's own for what is settled next.
    fn next_readiness(&mut self, id: AgentId, group: GroupId) -> Stream {
        let group = &self.model.groups[group.index()];
        let settled = &mut self.settled[id.index()];
        *settled += 1;
        let person = self.key.named(&group.name).nth(u64::from(id.0 - group.first.0));
        person.child(*settled).stream(Purpose::Readiness)
    }
}

fn exponential(stream: &mut Stream, mean: f64) -> f64 {
    -libm::log(stream.uniform()) * mean
}
