//! Every contact of a replication, one row each.

use crate::engine::{AgentId, Contact, GroupId, Model, Observer, TypeId};

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
    /// The row of what each agent has in hand.
    in_hand: Vec<usize>,
}

impl ContactLog {
    /// An empty log.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        Self { rows: Vec::new(), in_hand: vec![0; model.agents()] }
    }

    /// All contacts, in the order in which handling started or they left.
    #[must_use]
    pub fn into_rows(self) -> Vec<ContactRow> {
        self.rows
    }

    fn note(&mut self, contact: &Contact, now: f64, ending: Ending, handled: Option<(GroupId, AgentId, f64)>) {
        self.rows.push(ContactRow {
            kind: contact.kind,
            arrived: contact.arrived,
            wait: now - contact.arrived,
            ending,
            handled,
            measured: contact.measured,
        });
    }
}

impl Observer for ContactLog {
    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.in_hand[agent.index()] = self.rows.len();
        self.note(contact, now, Ending::Answered, Some((group, agent, now)));
    }

    fn handled(&mut self, _contact: &Contact, agent: AgentId, now: f64) {
        if let Some((_, _, until)) = &mut self.rows[self.in_hand[agent.index()]].handled {
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
