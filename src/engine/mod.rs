//! One replication, in one thread, without input or output.
//!
//! Read [`simulation`] first: one loop, one function an event. [`Model`] is what it runs on, the calendar what comes
//! next, [`Observer`] what it tells.

mod agents;
mod calendar;
mod clock;
mod compile;
mod contact;
mod demand;
mod ids;
mod journey;
mod model;
mod observer;
mod queues;
mod routing;
pub mod simulation;
mod timetable;
mod tournament;

pub use contact::Contact;
pub use ids::{AgentId, GroupId, Set, TypeId};
pub use journey::{Ending, Journey, Origin, Outcome};
pub use model::{Class, GroupModel, Model, TypeModel, Work};
pub use observer::Observer;
pub use simulation::simulate;
pub use timetable::{Action, Crew, Timetable};
