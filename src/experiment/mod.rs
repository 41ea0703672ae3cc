//! Many replications of one or several scenarios, in parallel, with the same bytes on any number of threads.
//!
//! Replications are computed in any order and folded in theirs; nothing else may touch the sums.

mod block;
mod compare;
mod growing;
mod measure;
mod observe;
mod replicate;
mod run;
mod samples;

pub use block::block;
pub use compare::{Side, compare, compare_two, mark_real};
pub use growing::Growing;
pub use observe::observe;
pub use run::{Options, Outcome, Sinks, run};
pub use samples::samples;
