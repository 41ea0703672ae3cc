//! Customers who left the queue for a call-back, and those who keep their place in it.

use std::collections::VecDeque;

use super::Contact;
use super::ids::{GroupId, Set, TypeId};
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::Purpose;

/// Call-backs that are due, first come first called, by type.
#[derive(Debug)]
pub(super) struct CallBacks {
    due: Vec<VecDeque<Contact>>,
    /// Types with any.
    types: Set,
    /// Customers in the queue of each type who hung up and keep their place.
    places: Vec<u32>,
}

impl CallBacks {
    pub(super) fn new(types: usize) -> Self {
        Self { due: vec![VecDeque::new(); types], types: Set::default(), places: vec![0; types] }
    }

    /// Whether anybody is to be called back.
    #[inline(always)]
    pub(super) fn any(&self) -> bool {
        !self.types.is_empty()
    }

    /// Whether anybody of a type is to be called back.
    pub(super) fn wait(&self, kind: TypeId) -> bool {
        self.types.contains(kind.index())
    }

    /// How many of a type are to be called back.
    pub(super) fn number(&self, kind: usize) -> u32 {
        self.due[kind].len() as u32
    }

    /// Customers of a type who hung up and keep their place in the queue.
    pub(super) fn places(&self, kind: TypeId) -> u32 {
        self.places[kind.index()]
    }

    /// A customer who kept the place leaves the queue.
    pub(super) fn give_up_place(&mut self, kind: TypeId) {
        self.places[kind.index()] -= 1;
    }

    pub(super) fn add(&mut self, contact: Contact) {
        self.types.insert(contact.kind.index());
        self.due[contact.kind.index()].push_back(contact);
    }

    /// Takes the longest waiting of some types.
    pub(super) fn pop(&mut self, types: Set) -> Option<Contact> {
        let first = |kind: usize| self.due[kind].front().map(|contact| (contact.arrived, kind));
        let (_, kind) = types.and(self.types).filter_map(first).min_by(|a, b| a.0.total_cmp(&b.0))?;
        let contact = self.due[kind].pop_front();
        if self.due[kind].is_empty() {
            self.types.remove(kind);
        }
        contact
    }
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// Whether a contact that has to wait is offered a call-back and accepts.
    #[inline(never)]
    pub(super) fn accepts_call_back(&mut self, mut contact: Contact) -> bool {
        let rules = &self.model.rules[contact.kind.index()];
        let Some(rule) = &rules.customers.callback else { return false };
        let mut stream = contact.key.stream(Purpose::CallBack);
        if self.waiting(contact.kind) < rule.when_waiting || stream.uniform() >= rule.accept {
            return false;
        }
        if let Some(law) = &rules.call_back {
            contact.handling = law.draw(&mut stream);
        }
        let journey = self.journeys.get(contact.journey);
        journey.hung_up = true;
        journey.awaits_call = true;
        journey.called_back = !rule.keep_place;
        if rule.keep_place {
            self.call_backs.places[contact.kind.index()] += 1;
            self.queue(contact);
        } else {
            self.observer.accepted_call_back(&contact);
            self.call_backs.add(contact);
            self.offer_to_able(contact.kind);
        }
        true
    }

    /// The next customer whom a free agent of the group calls back; `besides` agents are idle and not yet counted.
    #[inline(never)]
    pub(super) fn next_call_back(&mut self, group: GroupId, besides: u32) -> Option<Contact> {
        let model = &self.model.groups[group.index()];
        if !self.call_backs.any() || self.agents.idle(group) + besides <= model.reserve {
            return None;
        }
        let open = |kind: &usize| self.open[*kind];
        let types: Set = model.classes.iter().flat_map(|class| class.types).filter(open).collect();
        self.call_backs.pop(types)
    }
}
