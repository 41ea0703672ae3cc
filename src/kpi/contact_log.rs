//! Every contact of a replication, one row each.

use crate::engine::{AgentId, Contact, GroupId, Model, Observer, TypeId};
use crate::sampling::Key;

/// How a contact ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Handled.
    Answered,
    /// Left while waiting, or balked.
    Abandoned,
    /// Found all lines busy or the queue full.
    Blocked,
    /// Turned away by closing.
    Closed,
    /// Accepted a call-back; whether and when the call was made is told by who handled it.
    CalledBack,
}

impl Ending {
    /// Its name in the log.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Abandoned => "abandoned",
            Self::Blocked => "blocked",
            Self::Closed => "closed",
            Self::CalledBack => "called_back",
        }
    }
}

/// One contact. Times are seconds since the start of the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactRow {
    /// Its type.
    pub kind: TypeId,
    /// When it joined.
    pub arrived: f64,
    /// Seconds until handling started or it left.
    pub wait: f64,
    /// How it ended.
    pub ending: Ending,
    /// Who handled it, and until when.
    pub handled: Option<(GroupId, AgentId, f64)>,
    /// Whether it counts in the figures.
    pub measured: bool,
}

/// Writes every contact down as it ends.
#[derive(Clone, Debug)]
pub struct ContactLog {
    rows: Vec<ContactRow>,
    /// The measured window, s.
    window: (f64, f64),
    /// The contacts that each agent has in hand, and their rows.
    in_hand: Vec<Vec<(Key, usize)>>,
}

impl ContactLog {
    /// An empty log.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let window = (model.warm_up, model.horizon);
        Self { rows: Vec::new(), window, in_hand: vec![Vec::new(); model.agents()] }
    }

    /// All contacts, in the order in which handling started or they left.
    #[must_use]
    pub fn into_rows(self) -> Vec<ContactRow> {
        self.rows
    }

    fn begin(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64, ending: Ending) {
        self.in_hand[agent.index()].push((contact.key, self.rows.len()));
        self.note(contact, now, ending, Some((group, agent, now)));
    }

    fn note(&mut self, contact: &Contact, now: f64, ending: Ending, handled: Option<(GroupId, AgentId, f64)>) {
        self.rows.push(ContactRow {
            kind: contact.kind,
            arrived: contact.arrived,
            wait: now - contact.arrived,
            ending,
            handled,
            measured: contact.arrived >= self.window.0 && contact.arrived < self.window.1,
        });
    }
}

impl Observer for ContactLog {
    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.begin(contact, agent, group, now, Ending::Answered);
    }

    fn called_back(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.begin(contact, agent, group, now, Ending::CalledBack);
    }

    fn self_served(&mut self, contact: &Contact) {
        self.note(contact, contact.arrived, Ending::Answered, None);
    }

    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        let in_hand = &mut self.in_hand[agent.index()];
        let place = in_hand.iter().position(|(key, _)| *key == contact.key);
        if let Some((_, row)) = place.map(|place| in_hand.swap_remove(place))
            && let Some((_, _, until)) = &mut self.rows[row].handled
        {
            *until = now;
        }
    }

    fn abandoned(&mut self, contact: &Contact, now: f64) {
        self.note(contact, now, Ending::Abandoned, None);
    }

    fn blocked(&mut self, contact: &Contact) {
        self.note(contact, contact.arrived, Ending::Blocked, None);
    }

    fn closed(&mut self, contact: &Contact, now: f64) {
        self.note(contact, now, Ending::Closed, None);
    }
}
