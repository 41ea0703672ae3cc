//! Randomness: keyed streams, laws of durations, arrival processes.
//!
//! Every random number has an address (seed, replication, contact type, day, contact, purpose) and is computed from
//! it. Nothing is consumed in an order that staffing could change, so two scenarios that differ in staffing see the
//! same customers.

mod arrivals;
mod busy;
mod exponential_function;
mod sampler;
mod stream;

pub use arrivals::{ArrivalPlan, ArrivalProcess, Fresh, Rates};
pub use sampler::Sampler;
pub use stream::{Key, Purpose, Stream};
