//! `holdline merge`: the parts of a sweep put together, to the same bytes as one run.

use std::path::PathBuf;

use clap::Args;
use holdline::sweep::{self, SweepError};

use super::Failure;
use super::sweep::{failure, say};

/// Put the parts of a sweep together: the same bytes as if one machine had done all of it
#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// Files that `holdline sweep --shard` wrote, in any order, or folders of them
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    /// Folder for the results
    #[arg(long, value_name = "DIR", default_value = "output/sweep")]
    out: PathBuf,
    /// Do not say where the results are
    #[arg(long)]
    quiet: bool,
}

pub(crate) fn merge(args: &MergeArgs) -> Result<(), Failure> {
    let (_, effects) = sweep::merge(&files(args)?, &args.out).map_err(failure)?;
    say(&effects, &args.out, args.quiet)
}

/// The parts that were named; of a folder, all that it holds.
fn files(args: &MergeArgs) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in &args.parts {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let unreadable = |source| failure(SweepError::Read { path: path.clone(), source });
        let entries = std::fs::read_dir(path).map_err(unreadable)?;
        let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
        files.extend(
            paths.map_err(unreadable)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "part")),
        );
    }
    Ok(files)
}
