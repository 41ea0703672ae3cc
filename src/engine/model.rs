//! A scenario made dense: flat arrays by small indices, nothing to look up by name.

use super::custom::Custom;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::rules::{self, Rules};
use super::timetable::Timetable;
use crate::sampling::{ArrivalPlan, Sampler};
use crate::scenario::{AtClose, ChatTo, Conduct, NotReady, QualityProgramme, Training};
use crate::workforce::Plan;

/// Everything the engine needs to know about a centre.
#[derive(Clone, Debug)]
pub struct Model {
    /// End of arrivals, s.
    pub horizon: f64,
    /// Contacts that arrive before are not counted, s.
    pub warm_up: f64,
    /// Most voice contacts queued and in handling at once.
    pub lines: u32,
    /// Contact types.
    pub types: Vec<TypeModel>,
    /// Agent groups.
    pub groups: Vec<GroupModel>,
    /// The group of each agent.
    pub group_of: Vec<GroupId>,
    /// How long handling takes where a group has a law of its own: `own_work[group * types + type]`.
    pub own_work: Vec<Option<Work>>,
    /// What happens by the clock.
    pub timetable: Timetable,
    /// From when on the clock tells the interval of the day, s: always in a study by duration, which has no intervals;
    /// beyond the horizon, where the timetable has ended; infinite where days differ in length.
    pub by_clock_from: f64,
    /// Whether nothing happens beyond single contacts, one at a time, of types that nobody is kept back from.
    pub plain: bool,
    /// Whether the issues of customers are followed from contact to contact.
    pub journeys: bool,
    /// What customers do beyond one contact, by type.
    pub rules: Vec<Rules>,
    /// What was given in code beside the scenario.
    pub custom: Custom,
}

/// A contact type.
#[derive(Clone, Debug)]
pub struct TypeModel {
    /// Its name, which keys its random streams.
    pub name: String,
    /// When contacts arrive.
    pub arrivals: ArrivalPlan,
    /// How long handling takes.
    pub work: Work,
    /// Factor on the first piece of what an agent begins in each interval of the day; empty: none.
    pub pace: Vec<f64>,
    /// Patience; none: never abandons.
    pub patience: Option<Sampler>,
    /// Chance to leave at once when not handled at once.
    pub balk: f64,
    /// Most waiting.
    pub queue_limit: u32,
    /// Whether a contact holds a line.
    pub holds_line: bool,
    /// Whether the end of patience must be an event, because something looks at the queue in between.
    pub watched: bool,
    /// Whether something can become due for a waiting contact, which is then known by its number.
    pub numbered: bool,
    /// Whether it is open when the timetable begins.
    pub open: bool,
    /// What happens to waiting contacts when it closes.
    pub at_close: AtClose,
    /// Whether its backlog, and what comes while it is closed, waits for the next opening.
    pub keeps: bool,
    /// Whether it is deferred work, which is kept from the last idle agents of a group with a reserve.
    pub deferred: bool,
    /// How the work of a chat progresses with one, two, three, ... in an agent's hand; the last holds for more.
    pub chat_rates: Vec<f64>,
    /// Whether agents hold several of its contacts at once.
    pub shares: bool,
    /// Whether who takes an arriving contact is a longer question than which group has someone idle.
    pub unusual: bool,
    /// Groups tried on arrival: those of the first set before those of the next, by index inside a set.
    pub tiers: Vec<Set>,
    /// The group of a type that only one group takes on arrival: the usual case, and quicker to look at.
    pub only: Option<GroupId>,
    /// Groups that take it only after some seconds of waiting, ascending.
    pub overflow: Vec<(f64, Set)>,
}

/// An agent group.
#[derive(Clone, Debug)]
pub struct GroupModel {
    /// Its first agent; the others follow.
    pub first: AgentId,
    /// How many agents it ever has.
    pub size: u32,
    /// Its name, which keys the random numbers of its agents.
    pub name: String,
    /// Whether people are scheduled one by one, not as a number.
    pub by_shifts: bool,
    /// The chance that a person scheduled for a day does not come.
    pub absence: f64,
    /// How its agents are not ready while they have nothing in hand; none: always ready.
    pub not_ready: Option<NotReady>,
    /// Chats that an agent holds at once.
    pub chats: u32,
    /// Who gets a new chat.
    pub chat_to: ChatTo,
    /// Deferred contacts are started only while more agents than this are idle, the starting one counted.
    pub reserve: u32,
    /// Deferred types.
    pub deferred: Set,
    /// Types of which its agents hold several contacts at once.
    pub shared: Set,
    /// The group's own chances of resolution, by type; as in [`crate::scenario::Customers::resolution`].
    pub resolution: Vec<Option<Vec<f64>>>,
    /// How its agents treat customers.
    pub conduct: Option<Conduct>,
    /// Quality management.
    pub quality: Option<QualityProgramme>,
    /// Training.
    pub training: Option<Training>,
    /// Its people over the weeks; none: its staff is a number, or shifts.
    pub people: Option<Plan>,
    /// Types in the order in which it takes waiting contacts: those of the first set before those of the next, the
    /// longest waiting inside a set, with what it has of a head start.
    pub classes: Vec<Class>,
    /// Seconds by which a contact counts as having joined earlier among those of its class, by type; usually 0.
    pub head_start: Vec<f64>,
    /// Seconds that a contact must have waited before the group takes it, by type; usually 0.
    pub after: Vec<f64>,
}

/// Types that a group takes with the same urgency.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// The types.
    pub types: Set,
    /// The type of a class of one that is taken without delay: the usual case, and quicker to look at.
    pub only: Option<TypeId>,
}

/// How long handling takes.
#[derive(Clone, Debug)]
pub enum Work {
    /// In one piece.
    Whole(Sampler),
    /// The customer leaves after the first part.
    TalkWrap(Sampler, Sampler),
}

impl Work {
    /// The law of the first piece.
    #[inline]
    #[must_use]
    pub fn first(&self) -> &Sampler {
        let (Self::Whole(law) | Self::TalkWrap(law, _)) = self;
        law
    }
}

impl Model {
    /// How long a contact of the type occupies an agent of the group, where that group has a law of its own.
    #[inline]
    #[must_use]
    pub fn own_work(&self, group: GroupId, kind: TypeId) -> Option<&Work> {
        self.own_work[group.index() * self.types.len() + kind.index()].as_ref()
    }

    /// The chance that an agent of the group resolves an issue at an attempt.
    pub(super) fn resolution(&self, group: Option<GroupId>, kind: TypeId, attempt: u32) -> f64 {
        let own = group.and_then(|group| self.groups[group.index()].resolution[kind.index()].as_deref());
        rules::resolution(own.unwrap_or(&self.rules[kind.index()].customers.resolution), attempt)
    }

    /// Agents of all groups together.
    #[must_use]
    pub fn agents(&self) -> usize {
        self.group_of.len()
    }
}
