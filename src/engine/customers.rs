//! What customers do beyond one contact: their issue begins, goes on, and ends.

use super::Contact;
use super::agents::State;
use super::calendar::{Due, What};
use super::handling::draw_own;
use super::ids::{AgentId, GroupId, JourneyId, Set, TypeId};
use super::journey::{Origin, Outcome};
use super::model::{Model, Work};
use super::observer::Observer;
use super::rules::Rules;
use super::simulation::Simulation;
use crate::sampling::{Key, Purpose, Sampler};
use crate::scenario::{Law, Training};

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The share of contacts that each agent handles badly, from the beginning; empty where nobody does.
    pub(super) fn conduct(model: &Model, key: Key) -> Vec<f64> {
        if model.groups.iter().all(|group| group.conduct.is_none()) {
            return Vec::new();
        }
        let share = |(agent, group): (usize, &GroupId)| {
            let group = &model.groups[group.index()];
            let Some(conduct) = group.conduct else { return 0.0 };
            let person = key.named(&group.name).child(agent as u64 - u64::from(group.first.0));
            let law = Sampler::new(&Law::Gamma { mean: conduct.poor, cv: conduct.cv });
            if conduct.cv > 0.0 && conduct.poor > 0.0 {
                law.draw(&mut person.stream(Purpose::Conduct)).min(1.0)
            } else {
                conduct.poor
            }
        };
        model.group_of.iter().enumerate().map(share).collect()
    }

    #[inline(never)]
    pub(super) fn begin_issue(&mut self, contact: Contact) {
        let journey = self.journeys.open(contact);
        self.receive(Contact { journey, ..contact });
    }

    /// A customer whose issue is under way makes the next contact.
    #[inline(never)]
    pub(super) fn comes_again(&mut self, id: JourneyId) {
        let interval = self.interval;
        let journey = self.journeys.get(id);
        let (origin, promised) = (journey.origin, journey.promised);
        journey.go_on(origin);
        journey.contact.arrived = self.now;
        journey.contact.interval = interval;
        let contact = journey.contact;
        if promised { self.await_promised_call(contact, origin) } else { self.enter(contact, origin) }
    }

    /// The centre is to call, as it promised.
    fn await_promised_call(&mut self, mut contact: Contact, origin: Origin) {
        let journey = self.journeys.get(contact.journey);
        journey.promised = false;
        journey.hung_up = true;
        journey.awaits_call = true;
        journey.called_back = true;
        self.observer.came_again(&contact, origin);
        self.observer.arrived(&contact);
        if let Some(law) = &self.model.rules[contact.kind.index()].call_back {
            let mut stream = contact.key.stream(Purpose::CallBack);
            stream.uniform();
            contact.handling = law.draw(&mut stream);
        }
        self.observer.accepted_call_back(&contact);
        self.call_backs.add(contact);
        self.offer_to_able(contact.kind);
    }

    /// A contact that is not fresh reaches the centre.
    pub(super) fn enter(&mut self, contact: Contact, origin: Origin) {
        self.observer.came_again(&contact, origin);
        self.receive(contact);
    }

    pub(super) fn serve_itself(&mut self, contact: Contact) {
        self.observer.self_served(&contact);
        let journey = self.journeys.get(contact.journey);
        journey.started = self.now;
        journey.contact = contact;
        let due = Due { kind: contact.kind, number: u64::from(contact.journey.0), what: What::SelfService };
        self.calendar.schedule_due(due, self.now + contact.handling);
    }

    pub(super) fn leaves_self_service(&mut self, id: JourneyId) {
        let contact = self.journeys.get(id).contact;
        let follow_up = self.customer_leaves(&contact, None);
        self.follow_up(contact, follow_up);
    }

    /// The agent who owns the issue of an arriving contact, when idle, able and not kept back.
    pub(super) fn idle_owner(&mut self, contact: &Contact) -> Option<AgentId> {
        if !contact.journey.is_some() || !self.model.rules[contact.kind.index()].customers.owner {
            return None;
        }
        let owner = self.journeys.get(contact.journey).owner?;
        let group = self.agents.group_of(owner);
        let kind = &self.model.types[contact.kind.index()];
        let able = kind.tiers.iter().any(|tier| tier.contains(group.index()));
        let willing = !kind.deferred || self.agents.idle(group) > self.model.groups[group.index()].reserve;
        (able && willing && self.agents.state(owner) == State::Idle).then_some(owner)
    }

    /// An idle agent, who need not be the longest idle, begins with a contact.
    pub(super) fn start_with(&mut self, id: AgentId, contact: Contact) {
        self.agents.employ_this(id, self.now);
        let group = self.agents.group_of(id);
        if self.model.groups[group.index()].shared.contains(contact.kind.index()) {
            return self.take_chat(id, group, contact);
        }
        self.begin(id, contact);
    }

    /// Nobody will be there any more to call back.
    pub(super) fn forget_call_backs(&mut self) {
        while let Some(contact) = self.call_backs.pop(Set::ALL) {
            self.end_issue(contact.journey, Outcome::Open);
        }
    }

    /// As `take_in_hand`, for a contact whose customer is followed.
    #[inline(never)]
    pub(super) fn take_customer_in_hand(&mut self, id: AgentId, group: GroupId, contact: Contact) -> f64 {
        let now = self.now;
        let type_model = &self.model.types[contact.kind.index()];
        let rules = &self.model.rules[contact.kind.index()];
        let journey = self.journeys.get(contact.journey);
        let owned = rules.customers.owner && journey.owner == Some(id);
        let informed = std::mem::take(&mut journey.informed) || owned;
        let unshared = rules.customers.history.filter(|history| !history.shared);
        let again = unshared.filter(|_| journey.handlings > 0 && !informed);
        journey.retold = again.is_some();
        journey.repetitions += u32::from(journey.retold);
        journey.group = Some(group);
        journey.started = now;
        journey.has_waited(now - contact.arrived, type_model.deferred);
        if journey.called_back {
            self.observer.called_back(&contact, id, group, now);
        } else {
            self.observer.answered(&contact, id, group, now);
        }
        let called = std::mem::take(&mut journey.hung_up);
        if called {
            self.lines_held += u32::from(type_model.holds_line);
            if !journey.called_back {
                self.call_backs.give_up_place(contact.kind);
            }
        }
        let own = self.model.own_work(group, contact.kind);
        let work = own.unwrap_or(&type_model.work);
        self.agents.agent(id).state = if matches!(work, Work::Whole(_)) { State::Whole } else { State::Talk };
        self.journeys.meet(contact.journey, id);
        self.person_takes(id, group, &contact);
        let ability = self.training(group, |training| training.handle) * self.workforces.seat(id).handle;
        let ability = ability * self.pace(contact.kind);
        let factor = again.map_or(1.0, |history| history.handle) * ability;
        let own = own.filter(|_| !called || rules.call_back.is_none());
        let key = self.journeys.get(contact.journey).key;
        own.map_or(contact.handling, |work| draw_own(work, &contact)) * factor + self.briefing(rules, key)
    }

    /// How long the agent briefs the next one, when the contact will be passed on.
    fn briefing(&self, rules: &Rules, key: Key) -> f64 {
        let briefing = rules.customers.transfer.as_ref().and_then(|rule| rule.briefing);
        briefing.filter(|_| self.transfer_to(rules, key).is_some()).map_or(0.0, |briefing| briefing.get())
    }

    /// Where the contact of an attempt is passed on to.
    pub(super) fn transfer_to(&self, rules: &Rules, key: Key) -> Option<TypeId> {
        let mut stream = key.stream(Purpose::Transfer);
        let only_open = rules.customers.transfer.as_ref().is_some_and(|rule| rule.only_open);
        let to = rules.transfer_to(stream.uniform(), stream.uniform())?;
        (self.open[to.index()] || !only_open).then_some(to)
    }

    /// The factor that training has reached by now.
    pub(super) fn training(&self, group: GroupId, full: impl Fn(&Training) -> f64) -> f64 {
        let reached = |training: &Training| {
            let progress = (self.now / training.over.get().max(f64::MIN_POSITIVE)).min(1.0);
            1.0 + (full(training) - 1.0) * progress
        };
        self.model.groups[group.index()].training.as_ref().map_or(1.0, reached)
    }
}
