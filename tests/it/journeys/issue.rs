//! An issue as the watch sees it: what every count of it must be.

use std::collections::BTreeSet;

use holdline::engine::{Contact, Ending, Journey, Origin};
use holdline::sampling::Key;

use super::watch::NEAR;

/// An issue as the watch sees it.
#[derive(Clone, Debug)]
pub(super) struct Issue {
    pub(super) opened: f64,
    pub(super) first: usize,
    /// The present or last contact.
    pub(super) contact: Contact,
    pub(super) origin: Origin,
    /// Opens the numbers that decide how the present attempt goes on: redials keep those of the contact before.
    pub(super) key: Key,
    /// How and when the last contact ended; none while one is under way.
    pub(super) over: Option<(Ending, f64)>,
    /// What follows from the end of the last contact.
    pub(super) next: Next,
    pub(super) contacts: u32,
    pub(super) redials: u32,
    pub(super) all_redials: u32,
    pub(super) repeats: u32,
    pub(super) transfers: u32,
    pub(super) handlings: u32,
    pub(super) agents: BTreeSet<u32>,
    /// The first agent who handled it.
    pub(super) owner: Option<u32>,
    pub(super) unanswered: u32,
    pub(super) poor: u32,
    pub(super) recoveries: u32,
    /// Promised calls that the centre made.
    pub(super) kept_promises: u32,
    pub(super) repetitions: u32,
    pub(super) time_on_contact: f64,
    pub(super) longest_wait: f64,
    pub(super) longest_reply: f64,
    pub(super) longest_call_back: f64,
    pub(super) resolved: bool,
    pub(super) escalated: bool,
    pub(super) broken_promises: u32,
    /// Of the present contact: whether it was passed on with a briefing.
    pub(super) warm: bool,
    /// Of the present contact: whether the story had to be told again.
    pub(super) retold: bool,
    /// Of the present contact: whether it waits, or waited, for a call-back away from the queue.
    pub(super) called_back: bool,
    /// Of the present contact: whether the customer waits for a call, away from the queue or keeping the place in it.
    pub(super) awaits_call: bool,
    /// Of the present contact: whether it is a call that the centre promised.
    pub(super) promised: bool,
    /// Of the present contact: whether an agent handled it badly.
    pub(super) badly: bool,
    /// Of the present contact: how long it waited.
    pub(super) wait: f64,
    /// Of the present contact: the group that handled it.
    pub(super) group: Option<usize>,
    /// Of the present contact: whether the moment of its end is not known.
    pub(super) vague: bool,
}

impl Issue {
    pub(super) fn new(contact: &Contact) -> Self {
        Self {
            opened: contact.arrived,
            first: contact.kind.index(),
            contact: *contact,
            origin: Origin::Fresh,
            key: contact.key,
            over: None,
            next: Next::Other,
            contacts: 1,
            redials: 0,
            all_redials: 0,
            repeats: 0,
            transfers: 0,
            handlings: 0,
            agents: BTreeSet::new(),
            owner: None,
            unanswered: 0,
            poor: 0,
            recoveries: 0,
            kept_promises: 0,
            repetitions: 0,
            time_on_contact: 0.0,
            longest_wait: 0.0,
            longest_reply: 0.0,
            longest_call_back: 0.0,
            resolved: false,
            escalated: false,
            broken_promises: 0,
            warm: false,
            retold: false,
            called_back: false,
            awaits_call: false,
            promised: false,
            badly: false,
            wait: 0.0,
            group: None,
            vague: false,
        }
    }

    pub(super) fn begin(&mut self, contact: &Contact, origin: Origin, promised: bool) {
        match origin {
            Origin::Fresh | Origin::Transfer => {}
            Origin::Redial => {
                self.contacts += 1;
                self.redials += 1;
                self.all_redials += 1;
            }
            Origin::Repeat => {
                self.contacts += u32::from(!promised);
                self.kept_promises += u32::from(promised);
                self.repeats += 1;
                self.redials = 0;
            }
        }
        if origin != Origin::Redial {
            self.key = contact.key;
        }
        (self.contact, self.origin, self.over) = (*contact, origin, None);
        (self.warm, self.retold, self.called_back) = (false, false, false);
        (self.awaits_call, self.promised, self.badly) = (false, promised, false);
        (self.wait, self.group, self.vague) = (0.0, None, false);
    }

    /// The present contact has waited until now: for a call, for an answer to a message, or with the customer there.
    pub(super) fn has_waited(&mut self, wait: f64, deferred: bool) {
        self.wait = wait;
        let longest = match (self.awaits_call, deferred) {
            (true, _) => &mut self.longest_call_back,
            (false, true) => &mut self.longest_reply,
            (false, false) => {
                self.time_on_contact += wait;
                &mut self.longest_wait
            }
        };
        *longest = longest.max(wait);
    }

    /// Whether something went wrong before the present contact was handled.
    pub(super) fn has_failed(&self) -> bool {
        self.repeats > 0 || self.transfers > 0 || self.unanswered > 0
    }

    /// Holds the engine's journey against this one.
    pub(super) fn agrees(&self, journey: &Journey) {
        let told = [journey.contacts, journey.attempts, journey.redials, journey.transfers, journey.handlings];
        let seen = [self.contacts, 1 + self.repeats, self.redials, self.transfers, self.handlings];
        assert_eq!(told, seen, "contacts, attempts, redials, transfers, handlings: {self:?}");
        assert_eq!(self.contacts, 1 + self.all_redials + self.repeats - self.kept_promises, "{self:?}");
        let told = [journey.agents_met, journey.repetitions, journey.unanswered, journey.poor];
        let seen = [self.agents.len() as u32, self.repetitions, self.unanswered, self.poor];
        assert_eq!(told, seen, "agents met, repetitions, unanswered, poor: {self:?}");
        assert_eq!((journey.opened.to_bits(), journey.first.index()), (self.opened.to_bits(), self.first), "{self:?}");
        let told = [journey.longest_wait, journey.longest_reply, journey.longest_call_back];
        let seen = [self.longest_wait, self.longest_reply, self.longest_call_back];
        assert_eq!(told.map(f64::to_bits), seen.map(f64::to_bits), "longest waits: {told:?} {self:?}");
        let off = (journey.time_on_contact - self.time_on_contact).abs();
        assert!(off <= NEAR * (1.0 + self.time_on_contact), "time on contact: {journey:?} {self:?}");
        let told = (journey.resolved, journey.escalated, journey.broken_promises, journey.recoveries);
        let seen = (self.resolved, self.escalated, self.broken_promises, self.recoveries);
        assert_eq!(told, seen, "resolved, escalated, broken promises, recoveries: {self:?}");
    }
}

/// What follows from a contact that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Escalated,
    /// The centre calls.
    Promised,
    /// The centre does not call.
    PromisedInVain,
    /// Whatever other rules say.
    Other,
}
