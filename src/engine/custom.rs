//! Parts of a centre that a scenario file cannot say, given in code: a rule of routing, laws of patience.
//!
//! A part has a name, which the result document made with it carries: such figures cannot be had again from the scenario file
//! alone, and say so.

use std::fmt;
use std::sync::Arc;

use super::centre_state::{CentreState, IdleAgents, WaitingContact, WaitingContacts};
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::TypeModel;
use super::{Contact, Model};
use crate::sampling::Stream;

/// A rule of routing in place of the scenario's skill levels, priorities and head starts.
///
/// It answers two questions: which agent takes a contact that has just arrived, and which waiting contact a free agent
/// takes. The second is asked whenever an agent has finished, and of idle agents after whatever has happened, so that a
/// rule may hold agents back. The first is asked once for each arrival. The second may be asked several times at one moment,
/// also when nothing has changed since it said no: its answer must not depend on how often it was asked. Opening hours, skills, `route`, `after`, `reserve`, lines, call-backs and the owner of a case
/// stay the scenario's: a rule chooses among what they allow.
///
/// Every replication begins with a clone of the rule as it was given. It may therefore remember what it likes, and its
/// results are still the same on any number of threads, as long as it draws no random numbers but from the key of a
/// contact (`contact.key.stream(Purpose::Routing)`).
pub trait Routing {
    /// What results say of it: short, and enough for a reader to find its definition (an article, a commit).
    fn name(&self) -> String;

    /// The idle agent who takes a contact that has just arrived; none: it waits. By default as the scenario has it.
    /// An agent who is not among `idle` counts as none.
    fn agent(&mut self, idle: &IdleAgents<'_>) -> Option<AgentId> {
        idle.usual()
    }

    /// The waiting contact that a free agent takes; none: the agent stays idle, and the question comes again, perhaps at
    /// the same moment. By default as the scenario has it. A contact that is not among `waiting` counts as none.
    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        waiting.usual()
    }
}

/// A law of patience in place of the scenario's for a contact type.
///
/// It does not remember: what a customer is like must not depend on who came before, or two scenarios would not have
/// the same customers.
pub trait Patience: Send + Sync {
    /// What results say of it: short, and enough for a reader to find its definition (an article, a commit).
    fn name(&self) -> String;

    /// How long a contact that now joins its queue is ready to wait, s; infinite: it never abandons. What is negative
    /// or no number counts as 0. `centre` is as the contact finds it; all that is random comes from `stream`, which is
    /// the contact's own.
    fn draw(&self, contact: &Contact, centre: &CentreState<'_>, stream: &mut Stream) -> f64;
}

/// The parts of a model that were given in code; none of them usually.
#[derive(Clone, Default)]
pub struct Custom {
    routing: Option<CustomRouting>,
    /// By type; empty where no type has a law of its own.
    patience: Vec<Option<Arc<dyn Patience>>>,
}

/// A rule of routing, ready to begin.
#[derive(Clone)]
struct CustomRouting {
    name: String,
    begin: Arc<dyn Fn() -> Box<dyn Routing> + Send + Sync>,
    /// By group: the types that its idle agents are offered. A type with a route is offered to the groups of the route;
    /// others take it when they have finished something.
    offered: Vec<Set>,
}

/// Why a part given in code does not fit a model.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomError {
    /// Which chat goes to which desk is not asked of a rule.
    #[error("agents of `{group}` hold several chats at once: a custom routing rule needs agents with one contact each")]
    SeveralChats {
        /// The agent group.
        group: String,
    },
    /// There is no such contact type.
    #[error("no contact type is called `{name}`; the scenario has {known}")]
    UnknownType {
        /// What was asked for.
        name: String,
        /// All there are.
        known: String,
    },
    /// There is no such agent group.
    #[error("no agent group is called `{name}`; the scenario has {known}")]
    UnknownGroup {
        /// What was asked for.
        name: String,
        /// All there are.
        known: String,
    },
}

/// Names in backticks, one after the other.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Custom {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.routing.is_none() && self.patience.is_empty()
    }

    /// The name of the rule of routing.
    #[must_use]
    pub fn routing(&self) -> Option<&str> {
        self.routing.as_ref().map(|routing| routing.name.as_str())
    }

    /// The law of patience of a contact type.
    #[must_use]
    pub fn patience(&self, kind: TypeId) -> Option<&dyn Patience> {
        self.patience.get(kind.index())?.as_deref()
    }

    /// Whether a contact type has a law of patience of its own.
    #[inline(always)]
    pub(super) fn has_patience(&self) -> bool {
        !self.patience.is_empty()
    }

    /// The rule of routing as it is at the beginning of a replication.
    pub(super) fn begin_routing(&self) -> Option<Box<dyn Routing>> {
        self.routing.as_ref().map(|routing| (routing.begin)())
    }

    /// The types that idle agents of a group are offered.
    pub(super) fn offered(&self, group: GroupId) -> Set {
        self.routing.as_ref().map_or(Set::ALL, |routing| routing.offered[group.index()])
    }
}

impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |law: &Option<Arc<dyn Patience>>| law.as_ref().map(|law| law.name());
        let patience: Vec<_> = self.patience.iter().map(name).collect();
        f.debug_struct("Custom").field("routing", &self.routing()).field("patience", &patience).finish()
    }
}

/// The types that idle agents of a group are offered.
fn offered_to(types: &[TypeModel], group: usize) -> Set {
    let on_arrival = |kind: &TypeModel| kind.tiers.iter().any(|tier| tier.contains(group));
    let later = |kind: &TypeModel| kind.overflow.iter().any(|(_, groups)| groups.contains(group));
    let offered = types.iter().enumerate().filter(|(_, kind)| on_arrival(kind) || later(kind));
    offered.map(|(kind, _)| kind).collect()
}

impl Model {
    /// The contact type with this name.
    ///
    /// # Errors
    /// [`CustomError::UnknownType`], with the names there are.
    pub fn type_called(&self, name: &str) -> Result<TypeId, CustomError> {
        let place = self.types.iter().position(|kind| kind.name == name);
        place.map(|kind| TypeId(kind as u16)).ok_or_else(|| CustomError::UnknownType {
            name: name.to_owned(),
            known: listed(self.types.iter().map(|kind| kind.name.as_str())),
        })
    }

    /// The agent group with this name.
    ///
    /// # Errors
    /// [`CustomError::UnknownGroup`], with the names there are.
    pub fn group_called(&self, name: &str) -> Result<GroupId, CustomError> {
        let place = self.groups.iter().position(|group| group.name == name);
        place.map(|group| GroupId(group as u16)).ok_or_else(|| CustomError::UnknownGroup {
            name: name.to_owned(),
            known: listed(self.groups.iter().map(|group| group.name.as_str())),
        })
    }

    /// The same centre, whose contacts find their agents by a rule given in code. It is [`Model::in_order`].
    ///
    /// # Errors
    /// [`CustomError::SeveralChats`] where agents hold several chats at once.
    pub fn with_routing<R>(self, rule: R) -> Result<Self, CustomError>
    where
        R: Routing + Clone + Send + Sync + 'static,
    {
        if let Some(group) = self.groups.iter().find(|group| !group.shared.is_empty()) {
            return Err(CustomError::SeveralChats { group: group.name.clone() });
        }
        let mut model = self.in_order();
        model.plain = false;
        model.types.iter_mut().for_each(|kind| kind.unusual = true);
        let offered = (0..model.groups.len()).map(|group| offered_to(&model.types, group)).collect();
        let (name, begin) = (rule.name(), Arc::new(move || Box::new(rule.clone()) as Box<dyn Routing>));
        model.custom.routing = Some(CustomRouting { name, begin, offered });
        Ok(model)
    }

    /// The same centre, where contacts of a type are as patient as a law given in code has it. It is
    /// [`Model::in_order`].
    ///
    /// # Errors
    /// [`CustomError::UnknownType`] where no contact type has this name.
    pub fn with_patience(self, contact: &str, law: impl Patience + 'static) -> Result<Self, CustomError> {
        let kind = self.type_called(contact)?;
        let mut model = self.in_order();
        model.plain = false;
        model.custom.patience.resize(model.types.len(), None);
        model.custom.patience[kind.index()] = Some(Arc::new(law));
        Ok(model)
    }

    /// The same centre, of which an [`Observer`](super::Observer) is told everything at the moment it happens.
    /// Otherwise an abandonment on which nothing depends is told when somebody looks at the queue, which is quicker.
    /// Each contact fares the same; sums of waits differ by rounding.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        for kind in &mut self.types {
            kind.watched = true;
            kind.numbered = true;
        }
        self
    }
}
