//! A scenario made dense: flat arrays by small indices, nothing to look up by name.

use super::ids::{AgentId, GroupId, Set, TypeId};
use super::timetable::Timetable;
use crate::sampling::{ArrivalPlan, Sampler};
use crate::scenario::AtClose;

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
    /// Whether people are scheduled one by one, not as a number.
    pub by_shifts: bool,
    /// Types in the order in which it takes waiting contacts: those of the first set before those of the next, the
    /// longest waiting inside a set.
    pub classes: Vec<Class>,
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

    /// Agents of all groups together.
    #[must_use]
    pub fn agents(&self) -> usize {
        self.group_of.len()
    }
}
