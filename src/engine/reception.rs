//! The contacts' side: what meets who reaches the centre, waits in it, and leaves it without an answer.

use super::calendar::{Due, What};
use super::ids::{GroupId, JourneyId, Set, TypeId};
use super::journey::Ending;
use super::observer::Observer;
use super::queues::Waiting;
use super::simulation::Simulation;
use super::{Contact, routing};
use crate::sampling::Purpose;

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// A contact reaches the centre and meets, in this order: the door, the lines, an idle agent, its own mind, the
    /// limit of the queue, the offer of a call-back, the queue.
    #[inline(always)]
    pub(super) fn receive(&mut self, contact: Contact) {
        let kind = &self.model.types[contact.kind.index()];
        self.observer.arrived(&contact);
        if !self.open[contact.kind.index()] {
            return self.find_closed(contact);
        }
        if kind.holds_line && self.lines_held >= self.model.lines {
            return self.lose(contact, Ending::Blocked);
        }
        if !PLAIN && kind.unusual {
            if self.taken_unusually(contact) {
                return;
            }
        } else if let Some(group) = routing::group_for(kind, self.agents.idle_groups) {
            self.lines_held += u32::from(kind.holds_line);
            return self.start(group, contact);
        }
        if kind.balk > 0.0 && contact.key.stream(Purpose::Balk).uniform() < kind.balk {
            return self.lose(contact, Ending::Abandoned);
        }
        if kind.watched && self.waiting(contact.kind) >= kind.queue_limit {
            return self.lose(contact, Ending::Blocked);
        }
        if !PLAIN && contact.journey.is_some() && self.accepts_call_back(contact) {
            return;
        }
        self.lines_held += u32::from(kind.holds_line);
        self.queue(contact);
    }

    /// Deferred contacts wait for the next opening, others find the door shut.
    #[inline(never)]
    fn find_closed(&mut self, contact: Contact) {
        let kind = &self.model.types[contact.kind.index()];
        if !(kind.keeps && kind.deferred) {
            self.lose(contact, Ending::Closed);
        } else if kind.watched && self.waiting(contact.kind) >= kind.queue_limit {
            self.lose(contact, Ending::Blocked);
        } else {
            self.queue(contact);
        }
    }

    /// Whether an arriving contact is taken where that is more than a question of idle agents: self-service, an
    /// owner, a rule given in code, agents with several chats, agents kept back from deferred work.
    #[inline(never)]
    fn taken_unusually(&mut self, contact: Contact) -> bool {
        let kind = &self.model.types[contact.kind.index()];
        if self.model.rules[contact.kind.index()].serves_itself {
            self.serve_itself(contact);
            return true;
        }
        if let Some(owner) = self.idle_owner(&contact) {
            self.lines_held += u32::from(kind.holds_line);
            self.start_with(owner, contact);
            return true;
        }
        if CUSTOM && self.rule.is_some() {
            let Some(agent) = self.agent_by_rule(&contact) else { return false };
            self.lines_held += u32::from(kind.holds_line);
            self.start_with(agent, contact);
            return true;
        }
        let Some(group) = self.free_group(contact.kind) else { return false };
        self.lines_held += u32::from(kind.holds_line);
        self.start(group, contact);
        true
    }

    /// The group for an arriving contact of an unusual type.
    fn free_group(&self, contact: TypeId) -> Option<GroupId> {
        let kind = &self.model.types[contact.index()];
        if kind.shares {
            return self.group_for_chat(contact);
        }
        if kind.deferred {
            let willing = |&group: &usize| self.agents.idle(GroupId(group as u16)) > self.model.groups[group].reserve;
            return routing::group_for(kind, self.agents.idle_groups.filter(willing).collect());
        }
        routing::group_for(kind, self.agents.idle_groups)
    }

    /// A contact leaves without having been handled, at the moment.
    #[inline(never)]
    pub(super) fn lose(&mut self, contact: Contact, ending: Ending) {
        match ending {
            Ending::Blocked => self.observer.blocked(&contact),
            Ending::Closed => self.observer.closed(&contact, self.now),
            _ => self.observer.abandoned(&contact, self.now),
        }
        if contact.journey.is_some() {
            self.not_answered(contact, ending);
        }
    }

    /// How many of a type wait, without those who were promised a call. Exact where patience ends by events.
    #[inline(always)]
    pub(super) fn waiting(&self, kind: TypeId) -> u32 {
        self.queues.length(kind) - self.call_backs.places(kind)
    }

    #[inline(always)]
    pub(super) fn queue(&mut self, contact: Contact) {
        let kind = &self.model.types[contact.kind.index()];
        let deadline = match &kind.patience {
            _ if CUSTOM && self.model.custom.has_patience() => self.deadline_by_law(&contact),
            Some(_) if !PLAIN && contact.journey.is_some() && self.journeys.get(contact.journey).hung_up => {
                f64::INFINITY
            }
            Some(law) => self.now + law.draw(&mut contact.key.stream(Purpose::Patience)),
            None => f64::INFINITY,
        };
        self.queues.join(contact, deadline);
        if kind.numbered {
            return self.note_due(contact.kind, deadline);
        }
        self.queues.sweep(contact.kind, self.now, |left| self.observer.abandoned(&left.contact, left.deadline));
    }

    /// Schedules what is due for the contact that has just joined.
    #[inline(never)]
    fn note_due(&mut self, kind: TypeId, deadline: f64) {
        let number = self.queues.number_of_last(kind);
        let model = &self.model.types[kind.index()];
        if model.watched && deadline.is_finite() {
            self.calendar.schedule_due(Due { kind, number, what: What::Patience }, deadline);
        }
        if let Some((after, _)) = model.overflow.first() {
            self.calendar.schedule_due(Due { kind, number, what: What::Overflow(0) }, self.now + after);
        }
    }

    /// The next waiting contact that an agent of the group may take.
    #[inline(always)]
    pub(super) fn next_waiting(&mut self, group: GroupId, allowed: Set) -> Option<Contact> {
        if CUSTOM && self.rule.is_some() {
            return self.next_by_rule(group, allowed);
        }
        let group = &self.model.groups[group.index()];
        let notice = |left: Waiting| self.observer.abandoned(&left.contact, left.deadline);
        routing::next_contact(group, &mut self.queues, allowed, self.now, notice)
    }

    /// Turns away all of a type who still wait.
    #[inline(never)]
    pub(super) fn turn_away(&mut self, kind: usize) {
        while let Some(contact) = self.first_waiting(kind) {
            self.leave_queue(&contact);
            self.lose(contact, Ending::Closed);
        }
    }

    /// Takes the first of a type who still waits out of the queue.
    fn first_waiting(&mut self, kind: usize) -> Option<Contact> {
        let notice = |left: Waiting| self.observer.abandoned(&left.contact, left.deadline);
        self.queues.pop(kind, self.now, notice)
    }

    pub(super) fn due(&mut self, due: Due) {
        match due.what {
            What::Patience => self.patience_ends(due),
            What::Overflow(step) => self.overflow(due, step as usize),
            What::Return => self.comes_again(JourneyId(due.number as u32)),
            What::SelfService => self.leaves_self_service(JourneyId(due.number as u32)),
        }
    }

    fn patience_ends(&mut self, due: Due) {
        if let Some(contact) = self.queues.take_out(due.kind, due.number) {
            self.leave_queue(&contact);
            self.lose(contact, Ending::Abandoned);
        }
    }

    /// A contact leaves the queue without an answer.
    fn leave_queue(&mut self, contact: &Contact) {
        if contact.journey.is_some() && self.journeys.get(contact.journey).hung_up {
            return self.call_backs.give_up_place(contact.kind);
        }
        self.release_line(contact.kind);
    }

    /// A contact has waited long enough for some groups.
    fn overflow(&mut self, due: Due, step: usize) {
        let Some(arrived) = self.queues.find(due.kind, due.number, self.now).map(|w| w.contact.arrived) else { return };
        let steps = &self.model.types[due.kind.index()].overflow;
        for group in steps[step].1.and(self.agents.idle_groups.or(self.chats.roomy())) {
            self.offer_work(GroupId(group as u16));
        }
        if let Some((after, _)) = steps.get(step + 1) {
            self.calendar.schedule_due(Due { what: What::Overflow(step as u32 + 1), ..due }, arrived + after);
        }
    }

    #[inline(always)]
    pub(super) fn release_line(&mut self, kind: TypeId) {
        self.lines_held -= u32::from(self.model.types[kind.index()].holds_line);
    }
}
