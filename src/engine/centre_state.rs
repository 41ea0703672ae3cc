//! The centre at a moment, as the parts given in code see it.

use super::agents::Agents;
use super::call_backs::CallBacks;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::queues::{Queues, Waiting};
use super::{Contact, Model, routing};

/// Who waits and who is idle at a moment. The queues are exact: whose patience has ended is not among them.
///
/// Who was promised a call and keeps the place in the queue ([`crate::scenario::Callback`]) stands in it like any other:
/// the length, the longest wait and the contacts count them, as those behind have to wait for them. The scenario's own
/// limits do not: what `queue_limit` and `when_waiting` are held against is [`CentreState::queue_length`] less
/// [`CentreState::places_kept`]. A call that was promised without the place is in no queue.
///
/// A type or a group that the model does not have counts as empty; [`Model::type_called`] and [`Model::group_called`] find
/// those it has.
#[derive(Clone, Copy, Debug)]
pub struct CentreState<'a> {
    pub(super) model: &'a Model,
    pub(super) queues: &'a Queues,
    pub(super) agents: &'a Agents,
    pub(super) call_backs: &'a CallBacks,
    pub(super) now: f64,
}

impl<'a> CentreState<'a> {
    /// The time, s from the beginning of the horizon.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.now
    }

    /// The centre: names, skills, laws.
    #[must_use]
    pub fn model(&self) -> &'a Model {
        self.model
    }

    /// How many contacts of a type wait.
    #[must_use]
    pub fn queue_length(&self, kind: TypeId) -> u32 {
        self.known_type(kind).map_or(0, |kind| self.queues.length(kind))
    }

    /// How many of them have hung up, were promised a call and keep their place.
    #[must_use]
    pub fn places_kept(&self, kind: TypeId) -> u32 {
        self.known_type(kind).map_or(0, |kind| self.call_backs.places(kind))
    }

    /// How long the first in the queue of a type has waited, s; 0 when nobody waits.
    #[must_use]
    pub fn longest_wait(&self, kind: TypeId) -> f64 {
        let first = self.known_type(kind).and_then(|kind| self.queues.first(kind.index()));
        first.map_or(0.0, |joined| self.now - joined)
    }

    /// Agents of a group who are idle.
    #[must_use]
    pub fn idle(&self, group: GroupId) -> u32 {
        self.known_group(group).map_or(0, |group| self.agents.idle(group))
    }

    /// Agents of a group who are there with nothing in hand, but away for a moment (`not_ready`).
    #[must_use]
    pub fn not_ready(&self, group: GroupId) -> u32 {
        self.known_group(group).map_or(0, |group| self.agents.not_ready(group))
    }

    /// Agents of a group who are there: idle, not ready or busy.
    #[must_use]
    pub fn present(&self, group: GroupId) -> u32 {
        self.known_group(group).map_or(0, |group| self.agents.present(group))
    }

    /// The waiting contacts of a type, in the order in which they joined.
    pub fn queue(&self, kind: TypeId) -> impl Iterator<Item = WaitingContact<'a>> + use<'a> {
        let queues = self.queues;
        let places = self.known_type(kind).into_iter().flat_map(|kind| queues.places(kind));
        places.map(|(number, waiting)| WaitingContact { waiting, number })
    }

    /// Parts given in code may ask by any number.
    fn known_type(&self, kind: TypeId) -> Option<TypeId> {
        self.model.types.get(kind.index()).map(|_| kind)
    }

    fn known_group(&self, group: GroupId) -> Option<GroupId> {
        self.model.groups.get(group.index()).map(|_| group)
    }
}

/// A contact in its queue.
#[derive(Clone, Copy, Debug)]
pub struct WaitingContact<'a> {
    waiting: &'a Waiting,
    /// By which its queue knows it.
    pub(super) number: u64,
}

impl<'a> WaitingContact<'a> {
    /// The contact. Its time of handling is what it will take, which no real centre knows.
    #[must_use]
    pub fn contact(&self) -> &'a Contact {
        &self.waiting.contact
    }

    /// When it will abandon, s; infinite: never. No real centre knows.
    #[must_use]
    pub fn patience_ends(&self) -> f64 {
        self.waiting.deadline
    }
}

/// The idle agents who may take a contact that has just arrived; there is at least one.
#[derive(Clone, Copy, Debug)]
pub struct IdleAgents<'a> {
    pub(super) centre: CentreState<'a>,
    pub(super) contact: &'a Contact,
    pub(super) groups: Set,
}

impl<'a> IdleAgents<'a> {
    /// The centre as the contact finds it.
    #[must_use]
    pub fn centre(&self) -> &CentreState<'a> {
        &self.centre
    }

    /// The contact.
    #[must_use]
    pub fn contact(&self) -> &'a Contact {
        self.contact
    }

    /// Their groups, in the order of the scenario.
    pub fn groups(&self) -> impl Iterator<Item = GroupId> + use<> {
        self.groups.map(|group| GroupId(group as u16))
    }

    /// Those of a group, the longest idle first.
    pub fn of(&self, group: GroupId) -> impl Iterator<Item = AgentId> + use<'a> {
        let (agents, groups) = (self.centre.agents, self.groups);
        let able = self.centre.known_group(group).filter(|group| groups.contains(group.index()));
        able.into_iter().flat_map(|group| agents.idle_of(group))
    }

    /// The one who takes it by the scenario: of the group tried first, the longest idle.
    #[must_use]
    pub fn usual(&self) -> Option<AgentId> {
        let kind = &self.centre.model.types[self.contact.kind.index()];
        routing::group_for(kind, self.groups).map(|group| self.centre.agents.longest_idle(group))
    }
}

/// The waiting contacts that a free agent may take; there is at least one, unless all still have to wait for `after`.
#[derive(Clone, Copy, Debug)]
pub struct WaitingContacts<'a> {
    pub(super) centre: CentreState<'a>,
    pub(super) group: GroupId,
    pub(super) types: Set,
}

impl<'a> WaitingContacts<'a> {
    /// The centre at the moment.
    #[must_use]
    pub fn centre(&self) -> &CentreState<'a> {
        &self.centre
    }

    /// The group of the agent.
    #[must_use]
    pub fn group(&self) -> GroupId {
        self.group
    }

    /// Those of a type, in the order in which they joined.
    pub fn of(&self, kind: TypeId) -> impl Iterator<Item = WaitingContact<'a>> + use<'a> {
        let own = *self;
        self.centre.queue(kind).take_while(move |waiting| own.holds(waiting))
    }

    /// All of them, type by type in the order of the scenario.
    pub fn all(&self) -> impl Iterator<Item = WaitingContact<'a>> {
        self.types.flat_map(|kind| self.of(TypeId(kind as u16)))
    }

    /// Whether an agent may take this one.
    pub(super) fn holds(&self, chosen: &WaitingContact<'_>) -> bool {
        let (contact, kind) = (chosen.contact(), chosen.contact().kind.index());
        let after = self.centre.model.groups[self.group.index()].after[kind];
        self.types.contains(kind) && self.centre.now >= contact.arrived + after
    }

    /// The one whom the agent takes by the scenario: of the most urgent class, the longest waiting, head starts counted
    /// as waits.
    #[must_use]
    pub fn usual(&self) -> Option<WaitingContact<'a>> {
        let group = &self.centre.model.groups[self.group.index()];
        let joined = |waiting: &WaitingContact<'a>| {
            let contact = waiting.contact();
            contact.arrived - group.head_start[contact.kind.index()]
        };
        let firsts = |types: Set| types.filter_map(|kind| self.of(TypeId(kind as u16)).next());
        let longest = |types: Set| firsts(types).min_by(|a, b| joined(a).total_cmp(&joined(b)));
        group.classes.iter().find_map(|class| longest(class.types.and(self.types)))
    }
}
