//! The agents' side: they take a contact in hand, finish it, and look for the next.

use super::Contact;
use super::agents::State;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::Work;
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::Purpose;
use crate::units::DAY;

/// How long a handling takes by a group's own law; apart, so that the usual path stays small.
#[inline(never)]
pub(super) fn draw_own(work: &Work, contact: &Contact) -> f64 {
    work.first().draw(&mut contact.key.stream(Purpose::Handle))
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The longest idle agent of a group starts to handle a contact.
    #[inline(always)]
    pub(super) fn start(&mut self, group: GroupId, contact: Contact) {
        if !PLAIN && self.model.types[contact.kind.index()].shares && self.model.groups[group.index()].chats > 1 {
            return self.start_chat(group, contact);
        }
        let id = self.agents.employ(group, self.now);
        self.begin(id, contact);
    }

    /// An agent who was idle begins with a contact.
    #[inline(always)]
    pub(super) fn begin(&mut self, id: AgentId, contact: Contact) {
        let duration = self.take_in_hand(id, contact);
        self.calendar.schedule_handling(id, self.now + duration);
    }

    /// An agent who has just finished starts on the next contact.
    #[inline(always)]
    pub(super) fn go_on(&mut self, id: AgentId, contact: Contact) {
        if !PLAIN && self.model.types[contact.kind.index()].shares && self.go_on_with_chat(id, contact) {
            return;
        }
        let duration = self.take_in_hand(id, contact);
        self.calendar.schedule_next_handling(id, self.now + duration);
    }

    /// Puts a contact into a busy agent's hand and says how long the handling (or the talk) takes.
    #[inline(always)]
    pub(super) fn take_in_hand(&mut self, id: AgentId, contact: Contact) -> f64 {
        let agent = self.agents.agent(id);
        agent.contact = contact;
        let group = agent.group;
        if !PLAIN && contact.journey.is_some() {
            return self.take_customer_in_hand(id, group, contact);
        }
        self.observer.answered(&contact, id, group, self.now);
        let own = self.model.own_work(group, contact.kind);
        let work = own.unwrap_or(&self.model.types[contact.kind.index()].work);
        let agent = self.agents.agent(id);
        agent.state = if matches!(work, Work::Whole(_)) { State::Whole } else { State::Talk };
        let duration = match own {
            Some(work) => draw_own(work, &contact),
            None => contact.handling,
        };
        if PLAIN {
            return duration;
        }
        self.person_takes(id, group, &contact);
        duration * self.workforces.seat(id).handle * self.pace(contact.kind)
    }

    /// The factor on the handling (or talk) time of what an agent begins now.
    #[inline(always)]
    pub(super) fn pace(&self, kind: TypeId) -> f64 {
        let of_day = &self.model.types[kind.index()].pace;
        if of_day.is_empty() { 1.0 } else { self.pace_of(of_day) }
    }

    /// The factor of the interval of the day, which the timetable tells, or the clock where the timetable does not.
    #[inline(never)]
    fn pace_of(&self, of_day: &[f64]) -> f64 {
        let by_clock = || (self.now % DAY / (DAY / of_day.len() as f64)) as usize;
        let place = if self.now >= self.model.by_clock_from { by_clock() } else { usize::from(self.interval) };
        of_day.get(place).copied().unwrap_or(1.0)
    }

    #[inline(always)]
    pub(super) fn handling_ends(&mut self, id: AgentId) {
        let agent = self.agents.agent(id);
        let (state, group, contact) = (agent.state, agent.group, agent.contact);
        if !PLAIN && state == State::Chats {
            return self.chat_progresses(id, group);
        }
        if !PLAIN && matches!(state, State::Idle | State::NotReady) {
            return self.readiness_changes(id, group, state);
        }
        if self.lines_held > 0 && state != State::Wrap {
            self.release_line(contact.kind);
        }
        if state == State::Talk {
            return self.wrap_up(id, group, contact);
        }
        self.observer.handled(&contact, id, self.now);
        if !PLAIN && contact.journey.is_some() && state == State::Whole {
            return self.part(id, group, contact);
        }
        self.next_task(id, group);
    }

    /// The customer leaves, and what is next for the agent is next.
    #[inline(never)]
    fn part(&mut self, id: AgentId, group: GroupId, contact: Contact) {
        let follow_up = self.customer_leaves(&contact, Some((id, group)));
        self.next_task(id, group);
        self.follow_up(contact, follow_up);
    }

    /// The customer has left, after-contact work begins.
    #[inline(never)]
    fn wrap_up(&mut self, id: AgentId, group: GroupId, contact: Contact) {
        self.agents.agent(id).state = State::Wrap;
        let duration = self.wrap_of(id, group, &contact).unwrap_or(0.0);
        self.calendar.schedule_next_handling(id, self.now + duration);
        if contact.journey.is_some() {
            let follow_up = self.customer_leaves(&contact, Some((id, group)));
            self.follow_up(contact, follow_up);
        }
    }

    /// How long the after-contact work takes, where there is any.
    pub(super) fn wrap_of(&self, id: AgentId, group: GroupId, contact: &Contact) -> Option<f64> {
        let own = self.model.own_work(group, contact.kind);
        match own.unwrap_or(&self.model.types[contact.kind.index()].work) {
            Work::TalkWrap(_, wrap) => {
                Some(wrap.draw(&mut contact.key.stream(Purpose::Wrap)) * self.workforces.seat(id).handle)
            }
            Work::Whole(_) => None,
        }
    }

    /// An agent has nothing in hand: the next contact, a call-back, a pause, or home.
    #[inline(always)]
    pub(super) fn next_task(&mut self, id: AgentId, group: GroupId) {
        if self.agents.must_leave(id, group) {
            return self.last_task(id, group);
        }
        let allowed = self.allowed(group, 1);
        if let Some(contact) = self.next_waiting(group, allowed) {
            return self.go_on(id, contact);
        }
        if !PLAIN
            && self.call_backs.any()
            && let Some(contact) = self.next_call_back(group, 1)
        {
            return self.go_on(id, contact);
        }
        self.rest(id, group);
        if !PLAIN && self.model.groups[group.index()].not_ready.is_some() {
            return self.be_free(id, group);
        }
        self.agents.become_idle(id);
    }

    /// The types that an agent of the group may start on, when `besides` agents are idle who are not yet counted.
    #[inline(always)]
    pub(super) fn allowed(&mut self, group: GroupId, besides: u32) -> Set {
        if PLAIN {
            return Set::ALL;
        }
        let reserve = self.model.groups[group.index()].reserve;
        if reserve > 0 && self.agents.group(group).idle + besides <= reserve {
            return self.workable.without(self.model.groups[group.index()].deferred);
        }
        self.workable
    }

    /// An agent whose time is over serves out a closed type, or goes home.
    #[inline(never)]
    fn last_task(&mut self, id: AgentId, group: GroupId) {
        if let Some(contact) = self.next_waiting(group, self.left_to_the_last()) {
            return self.go_on(id, contact);
        }
        self.rest(id, group);
        self.note_logged_in(group);
        self.agents.go_late(id);
    }

    /// An agent stops working for now.
    #[inline(always)]
    fn rest(&mut self, id: AgentId, group: GroupId) {
        self.calendar.clear_handling(id);
        let since = self.agents.agent(id).busy_since;
        self.observer.worked(group, since, self.now);
        if !PLAIN && let Some(workforce) = self.workforces.of(group) {
            workforce.worked(since, self.now);
        }
    }

    /// Agents of the group who can take more take what waits and what they may take.
    #[inline(never)]
    pub(super) fn offer_work(&mut self, group: GroupId) {
        while self.agents.group(group).idle > 0 {
            let allowed = self.allowed(group, 0);
            let contact = self.next_waiting(group, allowed).or_else(|| self.next_call_back(group, 0));
            let Some(contact) = contact else { break };
            self.start(group, contact);
        }
    }
}
