//! The centre's figures: what a replication leaves behind, how figures follow from it, how they are reported.

mod contact_log;
mod figures;
mod results;
mod statistics;
mod tally;

pub use contact_log::{ContactLog, ContactRow, Ending};
pub use figures::{CONTACT_FIGURES, ContactFigure, ContactSample};
pub use results::*;
pub use statistics::{Parts, Sample, Statistics, Subject};
pub use tally::{AgentTime, Counts, DEFAULT_WITHIN, Layout, Tally};
