//! The centre's figures: what a replication leaves behind, how figures follow from it, how they are reported.

mod contact_log;
mod figures;
mod parts;
mod results;
mod sample;
mod statistics;
mod tally;

pub use contact_log::{ContactLog, ContactRow, Ending};
pub use figures::{CONTACT_FIGURES, ContactFigure, ContactSample};
pub use parts::{Parts, Subject};
pub use results::*;
pub use sample::Sample;
pub use statistics::Statistics;
pub use tally::{AgentTime, Counts, DEFAULT_WITHIN, Layout, Tally};
