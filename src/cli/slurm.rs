//! `holdline sweep --slurm DIR`: scripts for a cluster in place of the work.

use std::path::{Path, PathBuf};

use clap::Args;
use holdline::report::write_atomically;
use holdline::sweep::{Design, SlurmJob};

use super::{Failure, make_folder, shown, tell};

/// Scripts for Slurm.
#[derive(Debug, Args)]
pub(crate) struct SlurmOptions {
    /// Do nothing but write scripts for a cluster under Slurm to this folder: an array of jobs, and the merge after them
    #[arg(long, value_name = "DIR", conflicts_with = "shard")]
    pub(crate) slurm: Option<PathBuf>,
    /// Parts of the work, each a job of the array
    #[arg(long, value_name = "N", default_value_t = 40, requires = "slurm",
          value_parser = clap::value_parser!(u32).range(1..=10_000))]
    shards: u32,
    /// Cores of each job
    #[arg(long, value_name = "N", default_value_t = 1, requires = "slurm",
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    cores: u16,
    /// Limit of each job's time
    #[arg(long, value_name = "[D-]HH:MM:SS", default_value = "01:00:00", requires = "slurm", value_parser = one_word)]
    time: String,
    /// Limit of each job's memory
    #[arg(long, value_name = "SIZE", default_value = "2G", requires = "slurm", value_parser = one_word)]
    memory: String,
}

fn one_word(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || [':', '-', '.'].contains(&c);
    let right = !text.is_empty() && text.chars().all(plain);
    right.then(|| text.to_owned()).ok_or_else(|| "write it as Slurm does, such as 02:30:00 or 4G".to_owned())
}

impl SlurmOptions {
    /// Writes the scripts to a folder.
    pub(crate) fn write(&self, folder: &Path, design: &Design, out: &Path, quiet: bool) -> Result<(), Failure> {
        make_folder(&folder.join("parts"))?;
        let shards = (self.shards as usize).min(design.plan.units()).max(1);
        let job = SlurmJob {
            folder: shown(&std::env::current_dir()?),
            design: design.plan.file.clone(),
            scripts: shown(&folder.canonicalize()?),
            out: shown(out),
            program: shown(&std::env::current_exe()?),
            shards,
            cores: self.cores,
            time: self.time.clone(),
            memory: self.memory.clone(),
        };
        for (name, text) in job.scripts(&design.plan) {
            write_atomically(&folder.join(name), text.as_bytes())?;
        }
        if !quiet {
            let submit = shown(&folder.join("submit.sh"));
            tell(&format!(
                "{shards} jobs and a merge are ready: `bash {submit}` hands them in; look at the scripts first"
            ));
        }
        Ok(())
    }
}
