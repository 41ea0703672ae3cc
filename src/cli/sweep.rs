//! `holdline sweep`: many scenarios that differ by what a design varies, resumed where it was left off.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use holdline::report;
use holdline::sweep::{self, Design, Effects, Ending, Rule, Shard, SweepError, Watch};
use indicatif::ProgressBar;

use super::best::BestOptions;
use super::common::Work;
use super::slurm::SlurmOptions;
use super::watch::{interrupted, progress_bar, tell_of};
use super::{Failure, make_folder, print, shown, tell, width};

/// Simulate every point of a design, and write results, summaries and what each factor does
#[derive(Debug, Args)]
pub(crate) struct SweepArgs {
    /// Design file: the base scenario, what is varied, and how
    file: PathBuf,
    #[command(flatten)]
    work: Work,
    /// Folder for the results; an unfinished sweep in it goes on
    #[arg(long, value_name = "DIR", default_value = "output/sweep")]
    out: PathBuf,
    /// Do one part of the work alone, such as 3/40, and write it as a file for `holdline merge`
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    #[command(flatten)]
    slurm: SlurmOptions,
    #[command(flatten)]
    best: BestOptions,
}

pub(crate) fn sweep(args: &SweepArgs) -> Result<(), Failure> {
    let design = load(args)?;
    if let Some(folder) = &args.slurm.slurm {
        return args.slurm.write(folder, &design, &args.out, args.work.quiet);
    }
    args.work.use_threads()?;
    make_folder(&args.out)?;
    if let Some(goal) = &args.best.best {
        return args.best.find(goal, design, &args.out, args.work.quiet);
    }
    let bar = progress_bar(args.work.quiet);
    tell_of(&bar, if matches!(design.plan.rule, Rule::Replications(_)) { "replications" } else { "points" });
    let progress = |done, all| advance(&bar, done, all);
    let watch = Watch { cancel: interrupted()?, progress: &progress };
    match args.shard {
        Some(shard) => {
            let path = done(sweep::part(&design, shard, &args.out, watch), &bar)?;
            if !args.work.quiet {
                tell(&format!("part {shard} is {}; `holdline merge` puts all parts together", shown(&path)));
            }
            Ok(())
        }
        None => say(&done(sweep::sweep(&design, &args.out, watch), &bar)?, &args.out, args.work.quiet),
    }
}

fn load(args: &SweepArgs) -> Result<Design, Failure> {
    let design = Design::load(&args.file, args.work.seed)
        .map_err(|problems| Failure::Input(problems.render(std::io::stderr().is_terminal())))?;
    for warning in design.warnings.iter().filter(|_| !args.work.quiet) {
        tell(&format!("warning: {warning}"));
    }
    Ok(design)
}

/// What an earlier run did says nothing of how long the rest takes.
fn advance(bar: &ProgressBar, done: u64, all: u64) {
    let first = bar.length() != Some(all);
    bar.set_length(all);
    bar.set_position(done);
    if first {
        bar.reset_eta();
    }
}

fn done<T>(ending: Result<Ending<T>, SweepError>, bar: &ProgressBar) -> Result<T, Failure> {
    bar.finish_and_clear();
    match ending.map_err(failure)? {
        Ending::Done(result) => Ok(result),
        Ending::Interrupted { done, all, folder } => Err(Failure::Work(anyhow::anyhow!(
            "interrupted: {done} of {all} blocks are finished and kept in {}; the same command goes on from there",
            shown(&folder)
        ))),
    }
}

/// What the factors do, and where the results are.
pub(crate) fn say(effects: &Effects, out: &Path, quiet: bool) -> Result<(), Failure> {
    print(&report::effects_table(effects, width(), std::io::stdout().is_terminal()))?;
    if !quiet {
        tell(&format!("results, summaries and the chart of main effects are in {}", shown(out)));
    }
    Ok(())
}

/// The exit status that an error deserves: what does not belong together is wrong input.
pub(crate) fn failure(error: SweepError) -> Failure {
    match error {
        SweepError::Refused { title, help } => Failure::Input(format!("error: {title}\n  = help: {help}")),
        SweepError::NoPart { .. } | SweepError::Damaged { .. } => Failure::Input(format!("error: {error}")),
        SweepError::Read { path, source } if source.kind() == std::io::ErrorKind::NotFound => {
            let help = "check the spelling and the folder";
            Failure::Input(format!("error: there is no file {}\n  = help: {help}", shown(&path)))
        }
        other => Failure::Work(other.into()),
    }
}
