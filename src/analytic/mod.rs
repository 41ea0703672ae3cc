//! Queueing formulas: stationary queues with one kind of contact and one group of agents.
//!
//! [`Queue`] is Erlang B, C and A, M/M/n+G and each of them with finite lines, from 1 to 100,000 agents;
//! [`Queue::performance`] gives its figures, [`Queue::least_agents`] the staffing for a [`Goal`].
//!
//! Reading order: `offered_wait.rs` has the one law from which everything follows, `performance.rs` what follows,
//! `queue.rs` which case is which; below them `gamma.rs` (sums that do not overflow), `patience.rs` (laws) and
//! `quadrature.rs`.
//!
//! ```
//! use holdline::analytic::{Goal, Queue};
//! use holdline::scenario::Law;
//!
//! let patience = Some(Law::Exponential { mean: 300.0 });
//! let queue = Queue { arrivals: 100.0 / 1800.0, handle: 180.0, patience, lines: None };
//! let goal = Goal { answer: Some((0.8, 20.0)), ..Goal::default() };
//! assert_eq!(queue.least_agents(&goal, 1000), Ok(13));
//! assert!((queue.performance(13).service_level(20.0) - 0.858).abs() < 0.001);
//! ```

mod gamma;
mod offered_wait;
mod patience;
mod performance;
mod quadrature;
mod queue;
mod staffing;
pub mod words;

pub(crate) use gamma::incomplete_gamma;
pub use patience::{integrated_survival, survival};
pub use performance::Performance;
pub use queue::{Queue, erlang_b, erlang_c_wait};
pub use staffing::{Goal, Promise, Shortfall, Unreachable};
