//! One replication, in one thread, without input or output.
//!
//! Read [`simulation`] first: the loop; what an event does stands by whose side it is on. [`Model`] is what it runs on,
//! the calendar what comes next, [`Observer`] what it tells.

mod agents;
mod calendar;
mod call_backs;
mod chats;
mod clock;
mod compile;
mod contact;
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
mod reception;
mod routing;
mod rules;
pub mod simulation;
mod timetable;
mod tournament;

pub use contact::Contact;
pub use ids::{AgentId, GroupId, JourneyId, Set, TypeId};
pub use journey::{Ending, Journey, Origin, Outcome};
pub use model::{Class, GroupModel, Model, TypeModel, Work};
pub use observer::Observer;
pub use rules::Rules;
pub use simulation::simulate;
pub use timetable::{Action, Crew, Timetable};
