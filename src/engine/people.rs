//! Groups with people: the engine asks [`Workforce`] who is on duty, and tells it what their week was like.

use super::Contact;
use super::ids::{AgentId, GroupId};
use super::model::Model;
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::Key;
use crate::workforce::{Seat, Workforce};

/// The people of all groups that have any.
#[derive(Debug)]
pub(super) struct Workforces<'a> {
    /// By group; none: its staff is a number, or shifts.
    groups: Vec<Option<Workforce<'a>>>,
    /// Who sits in each agent's place today; empty where no group has people.
    seats: Vec<Seat>,
}

impl<'a> Workforces<'a> {
    pub(super) fn new(model: &'a Model, key: Key) -> Self {
        let groups: Vec<_> =
            model.groups.iter().map(|group| group.people.as_ref().map(|plan| Workforce::new(plan, key))).collect();
        let any = groups.iter().any(Option::is_some);
        Self { groups, seats: if any { vec![Seat::USUAL; model.agents()] } else { Vec::new() } }
    }

    /// The people of a group.
    pub(super) fn of(&mut self, group: GroupId) -> Option<&mut Workforce<'a>> {
        self.groups[group.index()].as_mut()
    }

    /// Who sits in an agent's place.
    #[inline(always)]
    pub(super) fn seat(&self, id: AgentId) -> Seat {
        self.seats.get(id.index()).copied().unwrap_or(Seat::USUAL)
    }
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// An interval begins for the people of a group; with the first one a day does, and perhaps a week.
    #[inline(never)]
    pub(super) fn people_change(&mut self, group: GroupId, new_day: bool) {
        if new_day {
            self.begin_day_of_people(group);
        }
        let Some(workforce) = self.workforces.of(group) else { return };
        let agents = workforce.on_duty(usize::from(self.interval));
        if agents != self.agents.scheduled(group) {
            self.set_staff(group, agents);
        }
    }

    /// Those who are well take their seats: who is there from the day before has the first ones, and then come the others in
    /// the order in which they are called in.
    fn begin_day_of_people(&mut self, group: GroupId) {
        self.note_logged_in(group);
        let Some(workforce) = self.workforces.groups[group.index()].as_mut() else { return };
        if let Some((number, week)) = workforce.begin_day() {
            self.observer.week_of_people(group, number, &week);
        }
        let mut seats = workforce.seats().iter();
        for id in self.agents.in_order_of_duty(group) {
            self.workforces.seats[id.index()] = seats.next().copied().unwrap_or(Seat::USUAL);
        }
    }

    /// The last week of all people ends.
    pub(super) fn end_of_people(&mut self) {
        for group in 0..self.model.groups.len() {
            let group = GroupId(group as u16);
            if let Some(workforce) = self.workforces.of(group) {
                let (number, week) = workforce.end_week();
                self.observer.week_of_people(group, number, &week);
            }
        }
    }

    /// Tells the people of a group that one of them takes a contact.
    #[inline(always)]
    pub(super) fn person_takes(&mut self, id: AgentId, group: GroupId, contact: &Contact) {
        let terms = self.workforces.seat(id).terms;
        let Some(workforce) = self.workforces.of(group) else { return };
        let angry = contact.journey.is_some() && self.journeys.get(contact.journey).is_angry();
        // Who writes an e-mail does not wait for the answer as a caller does.
        let deferred = self.model.types[contact.kind.index()].deferred;
        workforce.took(terms, if deferred { 0.0 } else { self.now - contact.arrived }, angry);
    }
}
