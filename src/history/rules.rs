//! How a row becomes a contact: which columns mean what, by their places.

use jiff::civil::Date;

use super::contact::Outcome;
use super::moments::Format;
use super::numbers::Decimal;
use crate::scenario::Channel;
use crate::units::DAY;

/// A moment out of a row: the first of several columns that says something, dated by another where it has no date.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub(super) date: Option<usize>,
    pub(super) times: Vec<usize>,
}

/// A duration out of a row, and how many seconds a bare number counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) column: usize,
    pub(super) scale: f64,
}

/// Which column tells how a contact ended, and what its words mean, in lower case.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ending {
    pub(super) column: usize,
    pub(super) words: Vec<(String, Outcome)>,
}

/// Rows that meet every condition: that a column has one of several values, in lower case.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowsThat {
    pub(super) because: String,
    pub(super) conditions: Vec<(usize, Vec<String>)>,
}

/// What the columns of a file mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rules {
    pub(super) arrived: When,
    /// A time of day of the same date that comes before the arrival, by which the date holds.
    pub(super) after: Option<usize>,
    /// Seconds since `start`, where `arrived` says nothing.
    pub(super) elapsed: Option<usize>,
    pub(super) start: Date,
    /// The number of the replication: each is other days.
    pub(super) replication: Option<usize>,
    pub(super) answered: Option<When>,
    pub(super) left: Option<When>,
    pub(super) ended: Option<When>,
    pub(super) wait: Option<Span>,
    pub(super) handle: Option<Span>,
    pub(super) talk: Option<Span>,
    pub(super) hold: Option<Span>,
    pub(super) wrap: Option<Span>,
    pub(super) outcome: Option<Ending>,
    pub(super) kind: Option<usize>,
    /// Spellings of types and the names that they mean.
    pub(super) kinds: Vec<(String, String)>,
    /// The channel by which a contact came, and the channels of types.
    pub(super) channel: Option<usize>,
    pub(super) channels: Vec<(String, Channel)>,
    pub(super) agent: Vec<usize>,
    pub(super) customer: Vec<usize>,
    pub(super) id: Vec<usize>,
    pub(super) priority: Option<usize>,
    /// Values that stand for nothing, in lower case.
    pub(super) none: Vec<String>,
    pub(super) drop: Vec<RowsThat>,
    /// Without one, every row; otherwise those that meet one.
    pub(super) only: Vec<RowsThat>,
    /// The longest duration that is believed, s.
    pub(super) longest: f64,
    /// Added to every moment, s.
    pub(super) shift: f64,
    pub(super) decimal: Decimal,
    /// How each column writes dates.
    pub(super) formats: Vec<Format>,
}

impl Rules {
    /// Rules that know no column yet.
    pub(super) fn new(formats: Vec<Format>) -> Self {
        Self {
            arrived: When { date: None, times: Vec::new() },
            after: None,
            elapsed: None,
            start: jiff::civil::date(1970, 1, 1),
            replication: None,
            answered: None,
            left: None,
            ended: None,
            wait: None,
            handle: None,
            talk: None,
            hold: None,
            wrap: None,
            outcome: None,
            kind: None,
            kinds: Vec::new(),
            channel: None,
            channels: Vec::new(),
            agent: Vec::new(),
            customer: Vec::new(),
            id: Vec::new(),
            priority: None,
            none: Vec::new(),
            drop: Vec::new(),
            only: Vec::new(),
            longest: DAY,
            shift: 0.0,
            decimal: Decimal::Point,
            formats,
        }
    }

    /// Whether any column tells how long a contact was handled.
    pub(super) fn tell_handling(&self) -> bool {
        self.handle.is_some() || self.talk.is_some() || self.ended.is_some()
    }

    /// What each column is taken for, in words; a column may serve twice.
    pub(super) fn roles(&self) -> Vec<(usize, &'static str)> {
        let mut roles = Vec::new();
        let mut when = |when: Option<&When>, time: &'static str| {
            roles.extend(when.and_then(|when| when.date).map(|column| (column, "date")));
            roles.extend(when.iter().flat_map(|when| &when.times).map(|column| (*column, time)));
        };
        when(Some(&self.arrived), "arrival");
        when(self.answered.as_ref(), "start of handling");
        when(self.left.as_ref(), "end of the wait");
        when(self.ended.as_ref(), "end of the contact");
        let spans = [
            (self.wait, "wait"),
            (self.handle, "handling time"),
            (self.talk, "talk time"),
            (self.hold, "hold time"),
            (self.wrap, "after-contact work"),
        ];
        roles.extend(spans.iter().filter_map(|(span, role)| Some((span.as_ref()?.column, *role))));
        let singles = [
            (self.after, "a time before the arrival"),
            (self.elapsed, "seconds since the start"),
            (self.replication, "replication"),
            (self.outcome.as_ref().map(|ending| ending.column), "outcome"),
            (self.kind, "contact type"),
            (self.channel, "channel"),
            (self.priority, "priority"),
        ];
        roles.extend(singles.iter().filter_map(|(column, role)| Some(((*column)?, *role))));
        let lists = [(&self.agent, "agent"), (&self.customer, "customer"), (&self.id, "number of the contact")];
        roles.extend(lists.iter().flat_map(|(columns, role)| columns.iter().map(|column| (*column, *role))));
        let conditions = self.drop.iter().chain(&self.only).flat_map(|rows| &rows.conditions);
        roles.extend(conditions.map(|(column, _)| (*column, "which rows to leave out")));
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}
