//! One replication, in one thread, without input or output.
//!
//! Read [`simulation`] first: the loop; what an event does stands by whose side it is on. [`Model`] is what it runs on,
//! the calendar what comes next, [`Observer`] what it tells. [`Routing`] and [`Patience`] are for parts that no scenario
//! file can say.

mod agents;
mod by_rule;
mod calendar;
mod call_backs;
mod centre_state;
mod chats;
mod clock;
mod compile;
mod contact;
mod custom;
mod customers;
mod demand;
mod entries;
mod follow_up;
mod handling;
mod ids;
mod journey;
mod model;
mod observer;
mod people;
mod queues;
mod readiness;
mod reception;
mod routing;
mod rules;
pub mod simulation;
mod timetable;
mod tournament;

pub use centre_state::{CentreState, IdleAgents, WaitingContact, WaitingContacts};
pub use contact::Contact;
pub use custom::{Custom, CustomError, Patience, Routing};
pub use ids::{AgentId, GroupId, JourneyId, Set, TypeId};
pub use journey::{Ending, Journey, Origin, Outcome};
pub use model::{Class, GroupModel, Model, TypeModel, Work};
pub use observer::Observer;
pub use rules::Rules;
pub use simulation::simulate;
pub use timetable::{Action, Crew, Timetable};
