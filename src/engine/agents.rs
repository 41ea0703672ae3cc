//! Agents and their groups: who is idle, who works, who is gone.

use super::ids::{AgentId, GroupId, Set};
use super::{Contact, Model};

const NONE: u32 = u32::MAX;

/// All agents.
#[derive(Debug)]
pub(super) struct Agents {
    agents: Vec<Agent>,
    groups: Vec<Group>,
    /// Groups with an idle agent.
    pub(super) idle_groups: Set,
}

/// What an agent is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Gone,
    Idle,
    /// Nothing in hand, but away for a moment.
    NotReady,
    /// In a handling of one piece.
    Whole,
    /// With a contact: after-contact work follows.
    Talk,
    /// In after-contact work.
    Wrap,
    /// With one or several chats, which [`super::chats`] knows.
    Chats,
}

/// One agent.
#[derive(Clone, Debug)]
pub(super) struct Agent {
    pub(super) state: State,
    pub(super) group: GroupId,
    /// Of a busy agent: whether the shift is over.
    pub(super) late: bool,
    /// Of a busy agent: since when without a pause.
    pub(super) busy_since: f64,
    /// What is in hand, of a busy agent.
    pub(super) contact: Contact,
    previous: u32,
    next: u32,
}

/// One group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) idle: u32,
    /// Not ready.
    pub(super) not_ready: u32,
    /// Idle, not ready or busy.
    pub(super) present: u32,
    pub(super) scheduled: u32,
    /// Busy agents beyond those scheduled, or whose shift is over: they go when they finish.
    pub(super) surplus: u32,
    /// Since when `scheduled` and `surplus` are as they are.
    pub(super) since: f64,
    by_shifts: bool,
    longest_idle: u32,
    latest_idle: u32,
    /// Staffing by number calls in anyone who is gone.
    gone: Vec<AgentId>,
}

impl Group {
    pub(super) fn busy(&self) -> u32 {
        self.present - self.idle - self.not_ready
    }
}

impl Agents {
    /// Everyone gone.
    pub(super) fn new(model: &Model) -> Self {
        let nobody = Contact::nobody();
        let agent = |&group: &GroupId| Agent {
            state: State::Gone,
            group,
            late: false,
            busy_since: 0.0,
            contact: nobody,
            previous: NONE,
            next: NONE,
        };
        let group = |g: &super::model::GroupModel| Group {
            idle: 0,
            not_ready: 0,
            present: 0,
            scheduled: 0,
            surplus: 0,
            since: 0.0,
            by_shifts: g.by_shifts,
            longest_idle: NONE,
            latest_idle: NONE,
            gone: (g.first.0..g.first.0 + g.size).rev().map(AgentId).collect(),
        };
        Self {
            agents: model.group_of.iter().map(agent).collect(),
            groups: model.groups.iter().map(group).collect(),
            idle_groups: Set::default(),
        }
    }

    #[inline(always)]
    pub(super) fn agent(&mut self, id: AgentId) -> &mut Agent {
        &mut self.agents[id.index()]
    }

    #[inline(always)]
    pub(super) fn group(&mut self, id: GroupId) -> &mut Group {
        &mut self.groups[id.index()]
    }

    /// The longest idle of a group that has someone idle.
    #[inline(always)]
    pub(super) fn longest_idle(&self, group: GroupId) -> AgentId {
        AgentId(self.groups[group.index()].longest_idle)
    }

    /// The idle of a group, the longest idle first.
    pub(super) fn idle_of(&self, group: GroupId) -> impl Iterator<Item = AgentId> {
        let named = |agent: u32| (agent != NONE).then_some(agent);
        let longest = named(self.groups[group.index()].longest_idle);
        std::iter::successors(longest, move |&agent| named(self.agents[agent as usize].next)).map(AgentId)
    }

    /// How many of a group are idle.
    pub(super) fn idle(&self, group: GroupId) -> u32 {
        self.groups[group.index()].idle
    }

    /// How many of a group are not ready.
    pub(super) fn not_ready(&self, group: GroupId) -> u32 {
        self.groups[group.index()].not_ready
    }

    /// What an agent is doing.
    pub(super) fn state(&self, id: AgentId) -> State {
        self.agents[id.index()].state
    }

    /// The group of an agent.
    pub(super) fn group_of(&self, id: AgentId) -> GroupId {
        self.agents[id.index()].group
    }

    /// Whether agents of the group with something in hand may not take more, because too many are there.
    pub(super) fn is_shrinking(&self, group: GroupId) -> bool {
        let group = &self.groups[group.index()];
        group.surplus > 0 && !group.by_shifts
    }

    /// All places of a group: first who is there, then who is gone, in the order in which they are called in.
    pub(super) fn in_order_of_duty(&self, group: GroupId) -> impl Iterator<Item = AgentId> {
        let there = self.agents.iter().enumerate().filter(move |(_, agent)| agent.group == group);
        let there = there.filter(|(_, agent)| agent.state != State::Gone).map(|(id, _)| AgentId(id as u32));
        there.chain(self.groups[group.index()].gone.iter().rev().copied())
    }

    /// How many of a group are scheduled.
    pub(super) fn scheduled(&self, group: GroupId) -> u32 {
        self.groups[group.index()].scheduled
    }

    /// How many of a group are there, idle, not ready or busy.
    pub(super) fn present(&self, group: GroupId) -> u32 {
        self.groups[group.index()].present
    }

    /// Someone of the group who is gone comes in, idle; none when there is nobody.
    pub(super) fn call_in(&mut self, group: GroupId) -> Option<AgentId> {
        let someone = self.groups[group.index()].gone.pop()?;
        self.come(someone);
        Some(someone)
    }

    /// An agent comes in, idle.
    pub(super) fn come(&mut self, id: AgentId) {
        let group = self.agents[id.index()].group;
        self.groups[group.index()].present += 1;
        self.become_idle(id);
    }

    /// To the end of the idle list: the last to be picked.
    #[inline(always)]
    pub(super) fn become_idle(&mut self, id: AgentId) {
        let group_id = self.agents[id.index()].group;
        let group = &mut self.groups[group_id.index()];
        let last = group.latest_idle;
        if last == NONE {
            group.longest_idle = id.0;
            self.idle_groups.insert(group_id.index());
        } else {
            self.agents[last as usize].next = id.0;
        }
        group.latest_idle = id.0;
        group.idle += 1;
        let agent = &mut self.agents[id.index()];
        agent.state = State::Idle;
        agent.previous = last;
        agent.next = NONE;
    }

    /// The longest idle of a group that has someone idle takes work.
    #[inline(always)]
    pub(super) fn employ(&mut self, group_id: GroupId, now: f64) -> AgentId {
        let group = &mut self.groups[group_id.index()];
        let id = AgentId(group.longest_idle);
        let agent = &mut self.agents[id.index()];
        agent.busy_since = now;
        group.longest_idle = agent.next;
        group.idle -= 1;
        if group.idle == 0 {
            group.latest_idle = NONE;
            self.idle_groups.remove(group_id.index());
        } else {
            let next = agent.next;
            self.agents[next as usize].previous = NONE;
        }
        id
    }

    /// This idle agent takes work.
    pub(super) fn employ_this(&mut self, id: AgentId, now: f64) {
        self.stop_idling(id);
        self.agents[id.index()].busy_since = now;
    }

    /// An idle agent goes home.
    pub(super) fn go(&mut self, id: AgentId) {
        self.stop_idling(id);
        self.be_gone(id);
    }

    /// An agent with nothing in hand, and in no idle list, is not ready.
    pub(super) fn become_not_ready(&mut self, id: AgentId) {
        let agent = &mut self.agents[id.index()];
        agent.state = State::NotReady;
        self.groups[agent.group.index()].not_ready += 1;
    }

    /// An idle agent is not ready any more.
    pub(super) fn step_away(&mut self, id: AgentId) {
        self.stop_idling(id);
        self.become_not_ready(id);
    }

    /// An agent who was not ready is back, idle.
    pub(super) fn come_back(&mut self, id: AgentId) {
        self.groups[self.agents[id.index()].group.index()].not_ready -= 1;
        self.become_idle(id);
    }

    /// An agent who is not ready goes home.
    pub(super) fn go_from_away(&mut self, id: AgentId) {
        self.groups[self.agents[id.index()].group.index()].not_ready -= 1;
        self.be_gone(id);
    }

    /// A busy agent who has finished goes home, one less of the surplus.
    pub(super) fn go_late(&mut self, id: AgentId) {
        self.groups[self.agents[id.index()].group.index()].surplus -= 1;
        self.be_gone(id);
    }

    fn be_gone(&mut self, id: AgentId) {
        let agent = &mut self.agents[id.index()];
        agent.state = State::Gone;
        agent.late = false;
        let group = &mut self.groups[agent.group.index()];
        group.present -= 1;
        if !group.by_shifts {
            group.gone.push(id);
        }
    }

    /// Whether an agent of the group who has just finished goes home rather than on.
    #[inline(always)]
    pub(super) fn must_leave(&self, id: AgentId, group: GroupId) -> bool {
        let group = &self.groups[group.index()];
        group.surplus > 0 && (!group.by_shifts || self.agents[id.index()].late)
    }

    fn stop_idling(&mut self, id: AgentId) {
        let agent = &self.agents[id.index()];
        let (previous, next, group_id) = (agent.previous, agent.next, agent.group);
        let group = &mut self.groups[group_id.index()];
        group.idle -= 1;
        if previous == NONE {
            group.longest_idle = next;
        } else {
            self.agents[previous as usize].next = next;
        }
        if next == NONE {
            group.latest_idle = previous;
        } else {
            self.agents[next as usize].previous = previous;
        }
        if group.idle == 0 {
            self.idle_groups.remove(group_id.index());
        }
    }
}
