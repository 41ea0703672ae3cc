//! A sweep from its design to its files, whole or in parts: what the command line and other languages call.

use std::fs;
use std::path::{Path, PathBuf};

use super::SweepError;
use super::design::Design;
use super::effects::{Effects, EffectsSoFar};
use super::merge::open_parts;
use super::plan::{Plan, sha256};
use super::results::write_results;
use super::shard::Shard;
use super::store::{Store, Workshop};
use super::work::{Watch, work};
use crate::report::{write_atomically, write_effects};

/// How a piece of work ended.
#[derive(Debug)]
pub enum Ending<T> {
    /// It is done.
    Done(T),
    /// It was cancelled: what is finished is kept, and doing the same again goes on from there.
    Interrupted {
        /// Blocks that are finished.
        done: usize,
        /// All blocks of the work.
        all: usize,
        /// Where they are kept.
        folder: PathBuf,
    },
}

/// Does the whole sweep and writes its results to a folder, or goes on with one that was left off there.
///
/// # Errors
/// Where the folder holds another unfinished sweep, or something cannot be written; then nothing is left half.
pub fn sweep(design: &Design, out: &Path, watch: Watch<'_>) -> Result<Ending<Effects>, SweepError> {
    let mut workshop = Workshop::open(&out.join("unfinished"), &design.plan, None)?;
    let units: Vec<usize> = (0..design.plan.units()).collect();
    if !work(design, &mut workshop, &units, watch)? {
        return Ok(interrupted(&workshop, &units));
    }
    let effects = write_sweep(&design.plan, &workshop.store, out, workshop.folder())?;
    workshop.close()?;
    Ok(Ending::Done(effects))
}

/// Does one part of a sweep and writes it to a file of a folder, whose path is the answer.
///
/// # Errors
/// As [`sweep`].
pub fn part(design: &Design, shard: Shard, out: &Path, watch: Watch<'_>) -> Result<Ending<PathBuf>, SweepError> {
    let path = out.join(shard.file_name());
    let mut workshop = Workshop::open(&path.with_extension("unfinished"), &design.plan, Some(shard))?;
    let units: Vec<usize> = shard.units(design.plan.units()).collect();
    if !work(design, &mut workshop, &units, watch)? {
        return Ok(interrupted(&workshop, &units));
    }
    workshop.write_part(&path, &design.plan, &units)?;
    workshop.close()?;
    Ok(Ending::Done(path))
}

/// Puts parts together and writes the results of the whole to a folder: the same bytes as [`sweep`] writes.
///
/// # Errors
/// Where parts do not belong together or do not tile the work, or something cannot be written.
pub fn merge(parts: &[PathBuf], out: &Path) -> Result<(Plan, Effects), SweepError> {
    let (plan, store) = open_parts(parts)?;
    let scratch = out.join("unfinished-merge");
    fs::create_dir_all(&scratch).map_err(|source| SweepError::Write { path: scratch.clone(), source })?;
    let effects = write_sweep(&plan, &store, out, &scratch);
    // What is left of a failed merge is of no use to the next.
    let _ = fs::remove_dir_all(&scratch);
    Ok((plan, effects?))
}

fn interrupted<T>(workshop: &Workshop, units: &[usize]) -> Ending<T> {
    let done = units.iter().filter(|unit| workshop.store.has(**unit)).count();
    Ending::Interrupted { done, all: units.len(), folder: workshop.folder().to_owned() }
}

/// Everything that comes out of a finished sweep.
fn write_sweep(plan: &Plan, store: &Store, out: &Path, scratch: &Path) -> Result<Effects, SweepError> {
    let mut effects = EffectsSoFar::new(plan);
    write_results(plan, store, (out, scratch), &mut |finished| effects.push(finished))?;
    let effects = effects.finish();
    write_effects(&effects, out)?;
    let summary = out.join("summary.csv");
    let bytes = fs::read(&summary).map_err(|source| SweepError::Read { path: summary, source })?;
    let command = format!("holdline sweep {} --seed {}", word(&plan.file), plan.seed);
    write_atomically(&out.join("run.toml"), run_record(plan, &command, &bytes).as_bytes())?;
    Ok(effects)
}

/// A path as a word of a command line.
fn word(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// `run.toml`: how to get these results again. It is the same whoever did a part of the work.
#[must_use]
pub fn run_record(plan: &Plan, command: &str, result: &[u8]) -> String {
    let mut text = String::from("# Run this command with this version of holdline to get the same bytes again.\n");
    let quoted = |text: &str| toml::Value::from(text).to_string();
    text += &format!("version = {}\ncommand = {}\n", quoted(&plan.version), quoted(command));
    text += &format!("result_sha256 = {}\n\n[sweep]\n", quoted(&sha256(result)));
    text += &format!("name = {}\nseed = {}\npoints = {}\n", quoted(&plan.name), plan.seed, plan.points.len());
    for input in &plan.inputs {
        text += &format!("\n[[sweep.input]]\nfile = {}\nsha256 = {}\n", quoted(&input.file), quoted(&input.sha256));
    }
    text
}
