//! One customer's issue, from the first contact to its end. Kept only where a scenario asks for journeys.

use super::Contact;
use super::ids::{AgentId, GroupId, JourneyId, TypeId};
use crate::sampling::Key;

/// What brings a contact to the centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A new issue.
    #[default]
    Fresh,
    /// Another try after an abandonment, a busy signal or a closed door.
    Redial,
    /// The issue was not resolved (escalations and promised calls included).
    Repeat,
    /// Passed on from another type, by an agent, by self-service or as a voice mail.
    Transfer,
}

impl Origin {
    /// Its name in results and logs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Redial => "redial",
            Self::Repeat => "repeat",
            Self::Transfer => "transfer",
        }
    }
}

/// How a contact ends for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Handled, and the issue is resolved.
    Resolved,
    /// Handled, and the issue is not resolved.
    Unresolved,
    /// Handled, and passed on to another type.
    Transferred,
    /// Left while waiting, or balked.
    Abandoned,
    /// Found all lines busy or the queue full.
    Blocked,
    /// Turned away by closing, or dropped by a transfer to a closed type.
    Closed,
}

impl Ending {
    /// Its name in logs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Unresolved => "unresolved",
            Self::Transferred => "transferred",
            Self::Abandoned => "abandoned",
            Self::Blocked => "blocked",
            Self::Closed => "closed",
        }
    }

    /// Whether an agent, or self-service, dealt with the customer.
    #[must_use]
    pub fn is_handled(self) -> bool {
        matches!(self, Self::Resolved | Self::Unresolved | Self::Transferred)
    }
}

/// How an issue ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Resolved, without having been escalated.
    Resolved,
    /// The customer gave up.
    GaveUp,
    /// Taken to a public channel or a regulator, whatever came of it.
    Escalated,
    /// The customer would have contacted again, but the horizon ended.
    Open,
}

/// A customer's issue so far. Counts include the contact in hand.
#[derive(Clone, Debug)]
pub struct Journey {
    /// When the customer first made contact, s.
    pub opened: f64,
    /// The type of the first contact.
    pub first: TypeId,
    /// Contacts that the customer has made so far; what an agent or self-service passes on goes on as the same one, and
    /// a promised call is the centre's.
    pub contacts: u32,
    /// Attempts so far: 1 and one more for each repeat.
    pub attempts: u32,
    /// Redials of the present attempt.
    pub redials: u32,
    /// Times that an agent passed the customer on.
    pub transfers: u32,
    /// Times that an agent dealt with the customer.
    pub handlings: u32,
    /// Different agents met.
    pub agents_met: u32,
    /// Times that the story had to be told again.
    pub repetitions: u32,
    /// Contacts that ended without an answer: abandoned, blocked, closed.
    pub unanswered: u32,
    /// Contacts handled badly.
    pub poor: u32,
    /// Promises to call back that were broken.
    pub broken_promises: u32,
    /// Apologies with compensation.
    pub recoveries: u32,
    /// Time in queues (not for a call-back, nor for the answer to an e-mail or a message), with agents and in
    /// self-service, s.
    pub time_on_contact: f64,
    /// The longest wait in a queue, s.
    pub longest_wait: f64,
    /// The longest wait for the answer to an e-mail or a message, s.
    pub longest_reply: f64,
    /// The longest wait for a call-back, in place of one in the queue or keeping the place in it, s.
    pub longest_call_back: f64,
    /// Whether it has been resolved.
    pub resolved: bool,
    /// Whether it was taken to a public channel or a regulator.
    pub escalated: bool,
    /// Money spent on it: escalation and compensation.
    pub cost: f64,
    /// Of the present contact: what brought it.
    pub origin: Origin,
    /// Of the present contact: how long it waited, s.
    pub wait: f64,
    /// Of the present contact: whether it waited for a call-back, away from the queue.
    pub called_back: bool,
    /// Of the present contact: whether the customer waits for a call, away from the queue or keeping the place in it.
    pub awaits_call: bool,
    /// Of the present contact: whether an agent handled it badly.
    pub handled_badly: bool,
    /// Of the present contact: whether the story had to be told again.
    pub retold: bool,
    /// Of the present contact: whether the centre apologised and compensated.
    pub recovered: bool,
    /// Of the present contact: the group that handled it.
    pub group: Option<GroupId>,
    /// Of the present contact: when an agent or self-service began with it, s.
    pub(super) started: f64,
    /// The first agent who handled the issue.
    pub(super) owner: Option<AgentId>,
    /// Of the present contact: whether its agent knows the story (a warm transfer, or the owner).
    pub(super) informed: bool,
    /// Of the present contact: whether the customer holds no line while waiting, and does not lose patience.
    pub(super) hung_up: bool,
    /// Whether the centre makes the next contact, as it promised.
    pub(super) promised: bool,
    /// Opens the numbers that decide how the present attempt goes on, however often the customer has to redial for it.
    pub(super) key: Key,
    /// The present contact; between contacts the next one.
    pub(super) contact: Contact,
    /// Head of the list of agents met.
    pub(super) met: u32,
}

impl Journey {
    /// An issue that begins with a contact.
    pub(super) fn new(contact: Contact) -> Self {
        Self {
            opened: contact.arrived,
            first: contact.kind,
            contacts: 1,
            attempts: 1,
            redials: 0,
            transfers: 0,
            handlings: 0,
            agents_met: 0,
            repetitions: 0,
            unanswered: 0,
            poor: 0,
            broken_promises: 0,
            recoveries: 0,
            time_on_contact: 0.0,
            longest_wait: 0.0,
            longest_reply: 0.0,
            longest_call_back: 0.0,
            resolved: false,
            escalated: false,
            cost: 0.0,
            origin: Origin::Fresh,
            wait: 0.0,
            called_back: false,
            awaits_call: false,
            handled_badly: false,
            retold: false,
            recovered: false,
            group: None,
            started: contact.arrived,
            owner: None,
            informed: false,
            hung_up: false,
            promised: false,
            key: contact.key,
            contact,
            met: NOBODY,
        }
    }

    /// The customer makes the next contact, or is passed on.
    pub(super) fn go_on(&mut self, origin: Origin) {
        match origin {
            Origin::Fresh | Origin::Transfer => {}
            Origin::Redial => {
                self.contacts += 1;
                self.redials += 1;
            }
            Origin::Repeat => {
                self.contacts += u32::from(!self.promised);
                self.attempts += 1;
                self.redials = 0;
            }
        }
        self.origin = origin;
        self.wait = 0.0;
        self.called_back = false;
        self.awaits_call = false;
        self.handled_badly = false;
        self.retold = false;
        self.recovered = false;
        self.group = None;
        self.informed = false;
        self.hung_up = false;
    }

    /// The present contact has waited until now: for a call, as deferred work, or with the customer in the queue.
    pub(super) fn has_waited(&mut self, wait: f64, deferred: bool) {
        self.wait = wait;
        if self.awaits_call {
            self.longest_call_back = self.longest_call_back.max(wait);
        } else if deferred {
            self.longest_reply = self.longest_reply.max(wait);
        } else {
            self.longest_wait = self.longest_wait.max(wait);
            self.time_on_contact += wait;
        }
    }

    /// Whether something has gone wrong before the present contact was handled.
    pub(super) fn has_failed(&self) -> bool {
        self.attempts > 1 || self.transfers > 0 || self.unanswered > 0
    }

    /// Whether the centre has let the customer down before the present contact.
    pub(super) fn is_angry(&self) -> bool {
        self.attempts > 1 || self.unanswered > 0 || self.broken_promises > 0
    }
}

const NOBODY: u32 = u32::MAX;

/// All issues under way.
#[derive(Debug, Default)]
pub(super) struct Journeys {
    journeys: Vec<Journey>,
    free: Vec<JourneyId>,
    /// Who has met whom: linked lists of agents.
    met: Vec<(AgentId, u32)>,
    free_met: Vec<u32>,
}

impl Journeys {
    /// An issue begins with a contact.
    pub(super) fn open(&mut self, contact: Contact) -> JourneyId {
        let id = self.free.pop().unwrap_or(JourneyId(self.journeys.len() as u32));
        let journey = Journey::new(Contact { journey: id, ..contact });
        match self.journeys.get_mut(id.index()) {
            Some(place) => *place = journey,
            None => self.journeys.push(journey),
        }
        id
    }

    /// An issue is over.
    pub(super) fn close(&mut self, id: JourneyId) {
        let mut link = self.journeys[id.index()].met;
        while link != NOBODY {
            self.free_met.push(link);
            link = self.met[link as usize].1;
        }
        self.free.push(id);
    }

    pub(super) fn get(&mut self, id: JourneyId) -> &mut Journey {
        &mut self.journeys[id.index()]
    }

    /// An agent takes the customer's contact.
    pub(super) fn meet(&mut self, id: JourneyId, agent: AgentId) {
        let journey = &mut self.journeys[id.index()];
        journey.handlings += 1;
        journey.owner.get_or_insert(agent);
        let mut link = journey.met;
        while link != NOBODY {
            if self.met[link as usize].0 == agent {
                return;
            }
            link = self.met[link as usize].1;
        }
        journey.agents_met += 1;
        let entry = (agent, journey.met);
        journey.met = self.free_met.pop().unwrap_or(self.met.len() as u32);
        match self.met.get_mut(journey.met as usize) {
            Some(place) => *place = entry,
            None => self.met.push(entry),
        }
    }
}
