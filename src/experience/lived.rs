//! What a customer has lived through, as far as satisfaction depends on it.

use crate::engine::{Ending, Journey, Outcome};

/// How it stands for the customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// The issue is resolved.
    #[default]
    Resolved,
    /// An agent has passed the customer on; nothing is decided yet.
    PassedOn,
    /// The customer was dealt with, or the issue is over, and it is not resolved.
    Unresolved,
    /// The contact was abandoned.
    Abandoned,
    /// The contact was turned away: blocked or closed.
    TurnedAway,
}

/// What a customer has lived through with an issue so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Experience {
    /// The wait over the wait that customers expect, at least 0.
    pub wait: f64,
    /// Contacts made, at least 1.
    pub contacts: u32,
    /// Times that an agent passed the customer on.
    pub transfers: u32,
    /// Times that the story had to be told again.
    pub repetitions: u32,
    /// Contacts handled badly.
    pub poor: u32,
    /// Promises to call back that were broken.
    pub broken_promises: u32,
    /// Apologies with compensation.
    pub recoveries: u32,
    /// Time waiting, in self-service and talking, s.
    pub time_on_contact: f64,
    /// How it stands.
    pub end: End,
}

impl Default for Experience {
    /// Answered at once and resolved.
    fn default() -> Self {
        Self {
            wait: 0.0,
            contacts: 1,
            transfers: 0,
            repetitions: 0,
            poor: 0,
            broken_promises: 0,
            recoveries: 0,
            time_on_contact: 0.0,
            end: End::Resolved,
        }
    }
}

impl Experience {
    /// After a contact: the journey so far, with the wait and the ending of this contact. `expected` is the wait that
    /// customers of its channel expect, s; none where there is no queue.
    #[must_use]
    pub fn of_contact(journey: &Journey, ending: Ending, expected: Option<f64>) -> Self {
        let end = match ending {
            Ending::Resolved => End::Resolved,
            Ending::Transferred => End::PassedOn,
            Ending::Unresolved => End::Unresolved,
            Ending::Abandoned => End::Abandoned,
            Ending::Blocked | Ending::Closed => End::TurnedAway,
        };
        Self { wait: relative(journey.wait, expected), end, ..Self::so_far(journey) }
    }

    /// After an issue: the whole journey, with the wait that went furthest beyond what is expected. What was given up,
    /// had to be escalated or is still open was not resolved. `expected` is the wait expected of a queue, of a reply
    /// and of a call-back, s.
    #[must_use]
    pub fn of_issue(journey: &Journey, outcome: Outcome, expected: [f64; 3]) -> Self {
        let end = if outcome == Outcome::Resolved { End::Resolved } else { End::Unresolved };
        let waits = [journey.longest_wait, journey.longest_reply, journey.longest_call_back];
        let wait = waits.iter().zip(expected).map(|(wait, expected)| wait / expected).fold(0.0, f64::max);
        Self { wait, end, ..Self::so_far(journey) }
    }

    fn so_far(journey: &Journey) -> Self {
        Self {
            wait: 0.0,
            contacts: journey.contacts,
            transfers: journey.transfers,
            repetitions: journey.repetitions,
            poor: journey.poor,
            broken_promises: journey.broken_promises,
            recoveries: journey.recoveries,
            time_on_contact: journey.time_on_contact,
            end: End::Resolved,
        }
    }
}

fn relative(wait: f64, expected: Option<f64>) -> f64 {
    expected.map_or(0.0, |expected| wait / expected)
}
