//! One customer's issue, from the first contact to its end. Kept only where a scenario asks for journeys.

use super::ids::{AgentId, GroupId, TypeId};

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
    /// Contacts so far; what an agent or self-service passes on goes on as the same one.
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
    /// Time in queues (call-backs not counted), with agents and in self-service, s.
    pub time_on_contact: f64,
    /// The longest wait in a queue, s.
    pub longest_wait: f64,
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
    /// Of the present contact: whether an agent handled it badly.
    pub handled_badly: bool,
    /// Of the present contact: whether the story had to be told again.
    pub retold: bool,
    /// Of the present contact: whether the centre apologised and compensated.
    pub recovered: bool,
    /// Of the present contact: the group that handled it.
    pub group: Option<GroupId>,
    /// The first agent who handled the issue.
    pub(super) owner: Option<AgentId>,
    /// Of the present contact: whether its agent knows the story (a warm transfer, or the owner).
    pub(super) informed: bool,
    /// Of the present contact: whether the customer no longer holds a line while waiting.
    pub(super) hung_up: bool,
    /// Head of the list of agents met.
    pub(super) met: u32,
}
