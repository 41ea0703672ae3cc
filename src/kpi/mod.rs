//! The centre's figures.

mod results;
mod tally;

pub use results::*;
pub use tally::{AgentTime, Counts, DEFAULT_WITHIN, Layout, Tally};
