//! Agents with nothing in hand are not always ready: they step away and come back.

use super::agents::State;
use super::ids::{AgentId, GroupId};
use super::model::Model;
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::{Key, Purpose, Stream};
use crate::scenario::NotReady;

/// An agent's random numbers about readiness: its own key, and how many were drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draws {
    key: Key,
    times: u64,
}

impl Draws {
    /// Of all agents, from the beginning; empty where everybody is always ready.
    pub(super) fn of_all(model: &Model, key: Key) -> Vec<Self> {
        if model.groups.iter().all(|group| group.not_ready.is_none()) {
            return Vec::new();
        }
        let of = |group: &super::model::GroupModel| {
            let key = key.named(&group.name);
            (0..u64::from(group.size)).map(move |place| Self { key: key.nth(place), times: 0 })
        };
        model.groups.iter().flat_map(of).collect()
    }

    /// Random numbers for what is drawn next.
    fn next(&mut self) -> Stream {
        self.times += 1;
        self.key.child(self.times).stream(Purpose::Readiness)
    }
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// An agent has finished, has nothing in hand any more, and is idle, or away at once: as likely as at any later
    /// moment, so that who is left alone is away for the share that the scenario says from then on.
    #[inline(never)]
    pub(super) fn be_free(&mut self, id: AgentId, group: GroupId) {
        let Some(NotReady { share, mean }) = self.not_ready(group) else { return self.agents.become_idle(id) };
        let mut stream = self.draws[id.index()].next();
        if stream.uniform() < share {
            self.agents.become_not_ready(id);
            return self.calendar.schedule_handling(id, self.now + exponential(&mut stream, mean.get()));
        }
        self.agents.become_idle(id);
        self.await_absence(id, group);
    }

    /// An idle agent steps away some time later, if nothing is taken in hand before. Who comes on duty is there.
    pub(super) fn await_absence(&mut self, id: AgentId, group: GroupId) {
        let Some(NotReady { share, mean }) = self.not_ready(group) else { return };
        let ready = mean.get() * (1.0 - share) / share;
        let leaves = self.now + exponential(&mut self.draws[id.index()].next(), ready);
        // Nobody steps away beyond the horizon, and what never happens must not keep the clock going there.
        if leaves < self.model.horizon {
            self.calendar.schedule_handling(id, leaves);
        }
    }

    /// An idle agent steps away, or one who was away is back and takes what waits.
    #[inline(never)]
    pub(super) fn readiness_changes(&mut self, id: AgentId, group: GroupId, state: State) {
        self.calendar.clear_handling(id);
        if state == State::Idle {
            let Some(not_ready) = self.not_ready(group) else { return };
            self.agents.step_away(id);
            let mut stream = self.draws[id.index()].next();
            return self.calendar.schedule_handling(id, self.now + exponential(&mut stream, not_ready.mean.get()));
        }
        self.agents.come_back(id);
        self.await_absence(id, group);
        self.offer_work(group);
    }

    /// An agent with nothing in hand goes home.
    pub(super) fn go(&mut self, id: AgentId) {
        if !PLAIN && !self.draws.is_empty() {
            self.calendar.schedule_handling(id, f64::INFINITY);
        }
        match self.agents.state(id) {
            State::NotReady => self.agents.go_from_away(id),
            _ => self.agents.go(id),
        }
    }

    /// So many agents shall be there: of those who leave, as many are away (the first of them) as are of all who have
    /// nothing in hand, rounded.
    #[inline(never)]
    pub(super) fn send_away_home(&mut self, id: GroupId, agents: u32) {
        let group = self.agents.group(id);
        let (away, free) = (u64::from(group.not_ready), u64::from(group.not_ready + group.idle));
        let leave = u64::from(group.present.saturating_sub(agents)).min(free);
        let leave = (2 * leave * away + free) / (2 * free);
        let model = &self.model.groups[id.index()];
        let all = (model.first.0..model.first.0 + model.size).map(AgentId);
        let who: Vec<AgentId> =
            all.filter(|id| self.agents.state(*id) == State::NotReady).take(leave as usize).collect();
        who.into_iter().for_each(|id| self.go(id));
    }

    /// How agents of a group are not ready now: beyond the horizon all stay who are there, until the last contact is
    /// finished.
    fn not_ready(&self, group: GroupId) -> Option<NotReady> {
        self.model.groups[group.index()].not_ready.filter(|_| self.now < self.model.horizon)
    }
}

fn exponential(stream: &mut Stream, mean: f64) -> f64 {
    -libm::log(stream.uniform()) * mean
}
