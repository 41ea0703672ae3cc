//! A contact has ended for a customer whose issue is followed: how, and what is next.

use super::Contact;
use super::calendar::{Due, What};
use super::ids::{AgentId, GroupId, JourneyId, TypeId};
use super::journey::{Ending, Origin, Outcome};
use super::observer::Observer;
use super::rules::Rules;
use super::simulation::Simulation;
use crate::sampling::{Key, Purpose};

/// What is next for a customer whose contact has ended.
#[derive(Clone, Copy, Debug)]
pub(super) enum FollowUp {
    /// Nothing.
    Over(Outcome),
    /// Passed on, at once.
    PassedOn(TypeId),
    /// Another contact.
    Again { kind: TypeId, origin: Origin, time: f64 },
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The talk (or self-service) is over: how did it end for the customer, and what is next?
    pub(super) fn customer_leaves(&mut self, contact: &Contact, by: Option<(AgentId, GroupId)>) -> FollowUp {
        let rules = &self.model.rules[contact.kind.index()];
        let key = self.journeys.get(contact.journey).key;
        let badly = by.is_some_and(|(agent, group)| self.handles_badly(key, agent, group));
        let recovered = by.is_some() && self.recovers(rules, contact);
        let to = self.transfer_to(rules, key).filter(|_| !badly);
        let resolved = to.is_none() && !badly && self.resolves(rules, contact, by);
        let journey = self.journeys.get(contact.journey);
        // Who writes an e-mail is not there while it is answered.
        if !self.model.types[contact.kind.index()].deferred {
            journey.time_on_contact += self.now - journey.started;
        }
        journey.resolved = resolved;
        journey.handled_badly = badly;
        journey.poor += u32::from(badly);
        journey.recovered = recovered;
        journey.recoveries += u32::from(recovered);
        let ending = match to {
            Some(_) => Ending::Transferred,
            None if resolved => Ending::Resolved,
            None => Ending::Unresolved,
        };
        if let Some(rule) = rules.customers.recovery.filter(|_| recovered) {
            journey.cost += rule.cost;
        }
        journey.transfers += u32::from(to.is_some() && by.is_some());
        self.observer.contact_ended(contact, journey, ending);
        match to {
            Some(kind) => FollowUp::PassedOn(kind),
            None if resolved => FollowUp::Over(Outcome::Resolved),
            None => self.after_failure(contact, ending, by.map(|(_, group)| group)),
        }
    }

    /// Whether the agent handles the contact badly; quality management may see it.
    fn handles_badly(&mut self, key: Key, agent: AgentId, group: GroupId) -> bool {
        let Some(&share) = self.poor.get(agent.index()) else { return false };
        let mut stream = key.stream(Purpose::Conduct);
        let badly = stream.uniform() < share * self.training(group, |training| training.poor);
        if let Some(programme) = self.model.groups[group.index()].quality
            && stream.uniform() < programme.evaluated
        {
            self.observer.evaluated(group, self.now);
            if badly {
                self.poor[agent.index()] = share * (1.0 - programme.effect);
            }
        }
        badly
    }

    fn recovers(&mut self, rules: &Rules, contact: &Contact) -> bool {
        let journey = self.journeys.get(contact.journey);
        let rule = rules.customers.recovery.filter(|_| journey.has_failed());
        rule.is_some_and(|rule| journey.key.stream(Purpose::Recovery).uniform() < rule.share)
    }

    fn resolves(&mut self, rules: &Rules, contact: &Contact, by: Option<(AgentId, GroupId)>) -> bool {
        let journey = self.journeys.get(contact.journey);
        let (attempt, retold, key) = (journey.attempts, journey.retold, journey.key);
        let known = rules.customers.history.filter(|_| retold).map_or(1.0, |history| history.resolution);
        let able = by.map_or(1.0, |(id, group)| {
            self.training(group, |training| training.resolution) * self.workforces.seat(id).resolution
        });
        let chance = self.model.resolution(by.map(|(_, group)| group), contact.kind, attempt) * known * able;
        chance >= 1.0 || key.stream(Purpose::Resolution).uniform() < chance
    }

    /// A contact has ended without an answer.
    #[inline(never)]
    pub(super) fn not_answered(&mut self, contact: Contact, ending: Ending) {
        let wait = self.now - contact.arrived;
        let deferred = self.model.types[contact.kind.index()].deferred;
        let journey = self.journeys.get(contact.journey);
        journey.unanswered += 1;
        journey.has_waited(wait, deferred);
        self.observer.contact_ended(&contact, journey, ending);
        let follow_up = self.after_failure(&contact, ending, None);
        self.follow_up(contact, follow_up);
    }

    /// The issue is not resolved: escalate, wait for a promise, try again, or give up.
    fn after_failure(&mut self, contact: &Contact, ending: Ending, group: Option<GroupId>) -> FollowUp {
        if let Some(escalation) = self.escalates(contact, group) {
            return escalation;
        }
        match ending {
            Ending::Abandoned | Ending::Blocked => self.after_no_answer(contact, ending),
            Ending::Closed => self.after_closed(contact),
            _ => self.after_promise(contact).unwrap_or_else(|| self.repeats(contact, self.now)),
        }
    }

    fn escalates(&mut self, contact: &Contact, group: Option<GroupId>) -> Option<FollowUp> {
        let rules = &self.model.rules[contact.kind.index()];
        let mut stream = contact.key.stream(Purpose::Escalation);
        let public = group.and_then(|group| self.model.groups[group.index()].conduct).map_or(0.0, |c| c.public);
        let journey = self.journeys.get(contact.journey);
        // All numbers are drawn, whatever the rule is: so that one share does not change what another one decides.
        let (fury, weariness) = (stream.uniform(), stream.uniform());
        let goes_public = fury < public && journey.handled_badly;
        let rule = rules.customers.escalate.as_ref();
        let tired = rule.is_some_and(|r| journey.contacts >= r.contacts && weariness < r.probability);
        if journey.escalated || !(goes_public || tired) {
            return None;
        }
        journey.escalated = true;
        journey.cost += rule.map_or(0.0, |rule| rule.cost);
        let time = self.now + rules.escalate_after.draw(&mut stream);
        match rule.and_then(|rule| rule.to) {
            Some(kind) => Some(FollowUp::Again { kind: TypeId(kind as u16), origin: Origin::Repeat, time }),
            None => Some(FollowUp::Over(Outcome::Escalated)),
        }
    }

    fn after_no_answer(&mut self, contact: &Contact, ending: Ending) -> FollowUp {
        let rules = &self.model.rules[contact.kind.index()];
        let Some(rule) = &rules.customers.redial else { return FollowUp::Over(Outcome::GaveUp) };
        let chance = if ending == Ending::Blocked { rule.blocked } else { rule.abandoned };
        let mut stream = contact.key.stream(Purpose::Redial);
        let redials = self.journeys.get(contact.journey).redials;
        if stream.uniform() >= chance || rule.attempts.is_some_and(|most| redials >= most) {
            return FollowUp::Over(Outcome::GaveUp);
        }
        let time = self.now + rules.redial_after.draw(&mut stream);
        FollowUp::Again { kind: contact.kind, origin: Origin::Redial, time }
    }

    /// Who was dropped by a transfer to a closed type contacts again as after an unresolved contact.
    fn after_closed(&mut self, contact: &Contact) -> FollowUp {
        let rules = &self.model.rules[contact.kind.index()];
        let mut stream = contact.key.stream(Purpose::OutOfHours);
        let choice = stream.uniform();
        if let Some(rule) = &rules.customers.out_of_hours {
            if choice < rule.try_again {
                let time = rules.hours.next_opening(self.now) + rules.retry_after.draw(&mut stream);
                return FollowUp::Again { kind: contact.kind, origin: Origin::Redial, time };
            }
            let leaves_message = choice < rule.try_again + rule.voice_mail;
            if let Some(kind) = rule.to.filter(|&kind| leaves_message && self.takes_messages(kind)) {
                return FollowUp::PassedOn(TypeId(kind as u16));
            }
        }
        if self.journeys.get(contact.journey).origin == Origin::Transfer {
            return self.repeats(contact, self.now);
        }
        FollowUp::Over(Outcome::GaveUp)
    }

    /// Whether a message may be left at a type: at a closed door it would only be turned away again, perhaps in circles.
    fn takes_messages(&self, kind: usize) -> bool {
        let model = &self.model.types[kind];
        self.open[kind] || (model.keeps && model.deferred)
    }

    /// A call is promised: it is kept, or the customer waits for it in vain.
    fn after_promise(&mut self, contact: &Contact) -> Option<FollowUp> {
        let rules = &self.model.rules[contact.kind.index()];
        let rule = rules.customers.promise.as_ref()?;
        let mut stream = self.journeys.get(contact.journey).key.stream(Purpose::Promise);
        if stream.uniform() >= rule.probability {
            return None;
        }
        let kept = stream.uniform() < rule.kept;
        let time = self.now + rules.promise_after.draw(&mut stream);
        if kept {
            self.journeys.get(contact.journey).promised = true;
            return Some(FollowUp::Again { kind: contact.kind, origin: Origin::Repeat, time });
        }
        self.journeys.get(contact.journey).broken_promises += 1;
        Some(self.repeats(contact, time))
    }

    /// The customer contacts again some time after `from`, or gives up.
    fn repeats(&mut self, contact: &Contact, from: f64) -> FollowUp {
        let rules = &self.model.rules[contact.kind.index()];
        let Some(rule) = &rules.customers.repeat else { return FollowUp::Over(Outcome::GaveUp) };
        let journey = self.journeys.get(contact.journey);
        let (mut stream, repeats) = (journey.key.stream(Purpose::Repeat), journey.attempts - 1);
        if stream.uniform() >= rule.probability || rule.attempts.is_some_and(|most| repeats >= most) {
            return FollowUp::Over(Outcome::GaveUp);
        }
        let kind = rules.repeat_by(contact.kind, stream.uniform());
        FollowUp::Again { kind, origin: Origin::Repeat, time: from + rules.repeat_after.draw(&mut stream) }
    }

    /// What is next for the customer happens, or is noted for later.
    pub(super) fn follow_up(&mut self, contact: Contact, follow_up: FollowUp) {
        let horizon = self.model.horizon;
        match follow_up {
            FollowUp::Over(outcome) => self.end_issue(contact.journey, outcome),
            FollowUp::Again { time, .. } if time >= horizon => self.end_issue(contact.journey, Outcome::Open),
            FollowUp::Again { kind, origin, time } => {
                let next = self.next_contact(&contact, kind, origin);
                let journey = self.journeys.get(contact.journey);
                journey.contact = next;
                journey.origin = origin;
                let due = Due { kind, number: u64::from(contact.journey.0), what: What::Return };
                self.calendar.schedule_due(due, time);
            }
            FollowUp::PassedOn(_) if self.over => self.end_issue(contact.journey, Outcome::Open),
            FollowUp::PassedOn(kind) => {
                let next = self.next_contact(&contact, kind, Origin::Transfer);
                let warm = self.model.rules[contact.kind.index()].customers.transfer.as_ref();
                let journey = self.journeys.get(contact.journey);
                let answered = journey.group.is_some();
                journey.go_on(Origin::Transfer);
                journey.informed = answered && warm.is_some_and(|rule| rule.briefing.is_some());
                self.enter(next, Origin::Transfer);
            }
        }
    }

    /// The customer's next contact, with numbers of its own: a redial's follow from those of the contact before, all
    /// others' from those of the attempt.
    fn next_contact(&mut self, contact: &Contact, kind: TypeId, origin: Origin) -> Contact {
        let journey = self.journeys.get(contact.journey);
        let key = if origin == Origin::Redial {
            contact.key.child(1)
        } else {
            journey.key = journey.key.child(2);
            journey.key
        };
        let handling = self.model.types[kind.index()].work.first().draw(&mut key.stream(Purpose::Handle));
        Contact { arrived: self.now, key, handling, kind, interval: self.interval, journey: contact.journey }
    }

    pub(super) fn end_issue(&mut self, id: JourneyId, outcome: Outcome) {
        let journey = self.journeys.get(id);
        let outcome = if journey.escalated { Outcome::Escalated } else { outcome };
        self.observer.issue_ended(journey, outcome, self.now);
        self.journeys.close(id);
    }
}
