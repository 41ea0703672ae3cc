//! `holdline sweep`: many scenarios that differ by what a design varies, resumed where it was left off.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use holdline::report;
use holdline::sweep::{self, Design, EffectsSoFar, Plan, Rule, Shard, Store, SweepError, Watch, Workshop};

use super::best::BestOptions;
use super::common::Work;
use super::slurm::SlurmOptions;
use super::watch::{interrupted, progress_bar, tell_of};
use super::{Failure, make_folder, manifest, print, shown, tell, width};

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
    match args.shard {
        Some(shard) => part(args, &design, shard),
        None => whole(args, &design),
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

fn whole(args: &SweepArgs, design: &Design) -> Result<(), Failure> {
    let mut workshop = Workshop::open(&args.out.join("unfinished"), &design.plan, None).map_err(failure)?;
    let units: Vec<usize> = (0..design.plan.units()).collect();
    do_work(args, design, &mut workshop, &units)?;
    finish(&design.plan, &workshop.store, &args.out, workshop.folder())?;
    workshop.close().map_err(failure)?;
    say(&design.plan, &args.out, args.work.quiet);
    Ok(())
}

fn part(args: &SweepArgs, design: &Design, shard: Shard) -> Result<(), Failure> {
    let path = args.out.join(shard.file_name());
    let mut workshop =
        Workshop::open(&path.with_extension("unfinished"), &design.plan, Some(shard)).map_err(failure)?;
    let units: Vec<usize> = shard.units(design.plan.units()).collect();
    do_work(args, design, &mut workshop, &units)?;
    workshop.write_part(&path, &design.plan, &units).map_err(failure)?;
    workshop.close().map_err(failure)?;
    if !args.work.quiet {
        tell(&format!("part {shard} is {}; `holdline merge` puts all parts together", shown(&path)));
    }
    Ok(())
}

/// Does what is left to do.
fn do_work(args: &SweepArgs, design: &Design, workshop: &mut Workshop, units: &[usize]) -> Result<(), Failure> {
    let bar = progress_bar(args.work.quiet);
    let what = if matches!(design.plan.rule, Rule::Replications(_)) { "replications" } else { "points" };
    tell_of(&bar, what);
    let progress = |done: u64, all: u64| {
        bar.set_length(all);
        if done > 0 && bar.position() == 0 {
            // What an earlier run did says nothing of how long the rest takes.
            bar.reset_eta();
        }
        bar.set_position(done);
    };
    let watch = Watch { cancel: interrupted()?, progress: &progress };
    let finished = sweep::work(design, workshop, units, watch).map_err(failure)?;
    bar.finish_and_clear();
    if finished {
        return Ok(());
    }
    let done = units.iter().filter(|unit| workshop.store.has(**unit)).count();
    Err(Failure::Work(anyhow::anyhow!(
        "interrupted: {done} of {} blocks are finished and kept in {}; the same command goes on from there",
        units.len(),
        shown(workshop.folder())
    )))
}

/// Writes everything that comes out of a finished sweep.
pub(crate) fn finish(plan: &Plan, store: &Store, out: &Path, scratch: &Path) -> Result<(), Failure> {
    let mut effects = EffectsSoFar::new(plan);
    sweep::write_results(plan, store, (out, scratch), &mut |finished, _| effects.push(finished)).map_err(failure)?;
    let effects = effects.finish();
    report::write_effects(&effects, out)?;
    let summary = std::fs::read(out.join("summary.csv"))?;
    let manifest = manifest::of_sweep(&command(plan), plan, &summary);
    report::write_atomically(&out.join("run.toml"), manifest.as_bytes())?;
    print(&report::effects_table(&effects, width(), std::io::stdout().is_terminal()))
}

/// Where the results are.
pub(crate) fn say(plan: &Plan, out: &Path, quiet: bool) {
    if !quiet {
        tell(&format!("{} points are done; their results are in {}", plan.points.len(), shown(out)));
    }
}

/// The part of the command line on which the results depend.
fn command(plan: &Plan) -> String {
    format!("holdline sweep {} --seed {}", manifest::quoted(Path::new(&plan.file)), plan.seed)
}

/// The exit status that an error deserves: what does not belong together is wrong input.
pub(crate) fn failure(error: SweepError) -> Failure {
    match error {
        SweepError::Refused { title, help } => Failure::Input(format!("error: {title}\n  = help: {help}")),
        SweepError::NoPart { .. } | SweepError::Damaged { .. } => Failure::Input(format!("error: {error}")),
        other => Failure::Work(other.into()),
    }
}
