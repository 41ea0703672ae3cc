//! `holdline check`: are these scenario files right?

use std::path::PathBuf;

use clap::Args;

use super::{Failure, load_all, print, shown};

/// Say whether scenario files are right, and what is wrong where
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Scenario files
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(crate) fn check(args: &CheckArgs) -> Result<(), Failure> {
    let loaded = load_all(&args.files, false)?;
    for (file, loaded) in args.files.iter().zip(&loaded) {
        let (types, groups) = (loaded.scenario.contacts.len(), loaded.scenario.groups.len());
        print(&format!("{}: ok, {}, {}\n", shown(file), many(types, "contact type"), many(groups, "agent group")))?;
    }
    Ok(())
}

fn many(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
