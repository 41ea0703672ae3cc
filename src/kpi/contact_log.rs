//! Every contact of a replication, one row each.

use crate::engine::{self, AgentId, Contact, GroupId, Journey, Model, Observer, Origin, TypeId};
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
    /// What brought it.
    pub origin: Origin,
    /// The number of its issue in the replication, from 0; none where customers are not followed.
    pub issue: Option<u64>,
    /// What handling came to: resolved, unresolved or transferred; none where it was not handled or is not followed.
    pub result: Option<engine::Ending>,
}

/// What the log knows of an issue under way.
#[derive(Clone, Copy, Debug, Default)]
struct Issue {
    number: u64,
    /// What brings the contact that is about to come.
    next: Origin,
    origin: Origin,
    /// The row of its latest contact.
    row: usize,
}

/// Writes every contact down as it ends.
#[derive(Clone, Debug)]
pub struct ContactLog {
    rows: Vec<ContactRow>,
    /// Issues under way, and how many there have been.
    issues: Vec<Issue>,
    begun: u64,
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
        Self { rows: Vec::new(), issues: Vec::new(), begun: 0, window, in_hand: vec![Vec::new(); model.agents()] }
    }

    /// All contacts, in the order in which handling started or they left.
    #[must_use]
    pub fn into_rows(self) -> Vec<ContactRow> {
        self.rows
    }

    fn issue(&mut self, contact: &Contact) -> Option<&mut Issue> {
        contact.journey.is_some().then(|| {
            let place = contact.journey.index();
            self.issues.resize(self.issues.len().max(place + 1), Issue::default());
            &mut self.issues[place]
        })
    }

    fn note(&mut self, contact: &Contact, now: f64, ending: Ending, handled: Option<(GroupId, AgentId, f64)>) {
        let row = self.rows.len();
        let issue = self.issue(contact).map(|issue| {
            issue.row = row;
            *issue
        });
        self.rows.push(ContactRow {
            kind: contact.kind,
            arrived: contact.arrived,
            wait: now - contact.arrived,
            ending,
            handled,
            measured: contact.arrived >= self.window.0 && contact.arrived < self.window.1,
            origin: issue.map_or(Origin::Fresh, |issue| issue.origin),
            issue: issue.map(|issue| issue.number),
            result: None,
        });
    }
}

impl Observer for ContactLog {
    fn came_again(&mut self, contact: &Contact, origin: Origin) {
        if let Some(issue) = self.issue(contact) {
            issue.next = origin;
        }
    }

    fn arrived(&mut self, contact: &Contact) {
        let begun = self.begun;
        let Some(issue) = self.issue(contact) else { return };
        issue.origin = std::mem::take(&mut issue.next);
        if issue.origin == Origin::Fresh {
            issue.number = begun;
            self.begun += 1;
        }
    }

    fn contact_ended(&mut self, contact: &Contact, _journey: &Journey, ending: engine::Ending) {
        if ending.is_handled()
            && let Some(row) = self.issue(contact).map(|issue| issue.row)
        {
            self.rows[row].result = Some(ending);
        }
    }

    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.in_hand[agent.index()].push((contact.key, self.rows.len()));
        self.note(contact, now, Ending::Answered, Some((group, agent, now)));
    }

    fn called_back(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        let Some(row) = self.issue(contact).map(|issue| issue.row) else { return };
        self.in_hand[agent.index()].push((contact.key, row));
        self.rows[row].wait = now - contact.arrived;
        self.rows[row].handled = Some((group, agent, now));
    }

    fn accepted_call_back(&mut self, contact: &Contact) {
        self.note(contact, contact.arrived, Ending::CalledBack, None);
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
