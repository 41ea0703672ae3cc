//! Many scenarios that differ by what a design varies, simulated on one machine or on many, with the same bytes.
//!
//! A [`Design`] is a base scenario, factors and points. Its work is cut into units, blocks of replications of a point,
//! which are simulated in any order and on any machine and kept in files ([`Workshop`]). [`fold`] reads them point after
//! point, replications in order, so that what comes out does not depend on who did what: results, summaries, and how
//! figures follow the factors.
//!
//! [`sweep()`], [`part()`] and [`merge()`] do all of it.
//!
//! Reading order: `spec.rs` (what a design file says), [`Plan`] (units), [`work()`], [`fold`], [`Effects`].

mod contrasts;
mod design;
mod effects;
mod factor;
mod finish;
mod fold;
mod linear;
mod merge;
mod parquet;
mod part;
mod plan;
mod points;
mod read;
mod results;
mod select;
mod shard;
mod slurm;
mod sobol;
mod spec;
mod store;
mod tables;
mod work;

use std::io;
use std::path::PathBuf;

pub use design::{Design, Rule};
pub use effects::{Change, Effects, EffectsSoFar, LevelMean};
pub use factor::Level;
pub use finish::{Ending, merge, part, run_record, sweep};
pub use fold::{Finished, fold};
pub use merge::open_parts;
pub use part::Head;
pub use plan::{InputHash, Measured, Plan, Unit, sha256};
pub use results::write_results;
pub use select::{
    Fate, Goal, Limit, Named, Observation, Question, Race, Runner, Selection, Terms, for_selection, race, select,
};
pub use shard::Shard;
pub use slurm::SlurmJob;
pub use store::{Store, Workshop};
pub use work::{Watch, work};

use crate::report::ReportError;

/// Why a sweep could not go on.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// A file or folder could not be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is not as it was written.
    #[error("{} is damaged: it is not as it was written; delete it and run the part again", path.display())]
    Damaged {
        /// Which one.
        path: PathBuf,
    },
    /// A file is something else than a part of a sweep.
    #[error("{} is no part that `holdline sweep --shard` wrote", path.display())]
    NoPart {
        /// Which one.
        path: PathBuf,
    },
    /// A unit of the work is not there.
    #[error("block {unit} of the sweep is missing")]
    Missing {
        /// Which one, from 0.
        unit: usize,
    },
    /// Things that do not belong together.
    #[error("{title}; {help}")]
    Refused {
        /// What is wrong.
        title: String,
        /// What would be right.
        help: String,
    },
    /// A table or chart could not be made.
    #[error(transparent)]
    Report(#[from] ReportError),
}
