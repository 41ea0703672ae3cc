//! Options that every command with simulated days takes.

use std::path::PathBuf;

use clap::Args;
use holdline::scenario::Scenario;

use super::Failure;

/// How the work is done.
#[derive(Debug, Args)]
pub(crate) struct Work {
    /// Seed of the random numbers, in place of each scenario's own
    #[arg(long, value_name = "S", value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    pub(crate) seed: Option<u64>,
    /// Threads to use; the results do not depend on it [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// No progress, no warnings
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// How the work is done and where its results go.
#[derive(Debug, Args)]
pub(crate) struct Common {
    #[command(flatten)]
    pub(crate) work: Work,
    /// Folder for tables and charts
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(crate) out: PathBuf,
    /// Print the results as JSON, alone
    #[arg(long)]
    pub(crate) json: bool,
}

impl Work {
    /// Has all further work done on the threads that were asked for.
    pub(crate) fn use_threads(&self) -> Result<(), Failure> {
        if let Some(threads) = self.threads {
            rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global()?;
        }
        Ok(())
    }

    /// The seed that was asked for, or else the scenario's own.
    pub(crate) fn seed_of(&self, scenario: &Scenario) -> u64 {
        self.seed.unwrap_or(scenario.run.seed)
    }
}
