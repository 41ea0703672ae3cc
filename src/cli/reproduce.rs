//! `holdline reproduce run.toml`: a recorded run once more, and whether every byte is the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context as _;
use clap::Args;
use holdline::kpi::CustomPart;
use holdline::sweep::sha256;
use serde::Deserialize;

use super::{Failure, print, shown};

/// Run a recorded run again, and say whether every byte is equal
#[derive(Debug, Args)]
pub(crate) struct ReproduceArgs {
    /// The record, run.toml, that lies beside the results, or their folder; paths in it hold from where you are
    record: PathBuf,
    /// Keep what is made in this folder [default: a folder beside the results, which is removed]
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

/// What `run.toml` says.
#[derive(Deserialize)]
struct Record {
    version: String,
    /// Absent where parts were given in code.
    #[serde(default)]
    command: String,
    #[serde(default)]
    scenario: Vec<Inputs>,
    sweep: Option<Inputs>,
}

#[derive(Deserialize)]
struct Inputs {
    #[serde(default)]
    input: Vec<Input>,
    #[serde(default)]
    custom: Vec<CustomPart>,
}

#[derive(Deserialize)]
struct Input {
    /// The file as it was opened; a sweep knows the name alone.
    #[serde(default)]
    path: Option<PathBuf>,
    sha256: String,
}

pub(crate) fn reproduce(args: &ReproduceArgs) -> Result<(), Failure> {
    let path = if args.record.is_dir() { args.record.join("run.toml") } else { args.record.clone() };
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new(".")).to_owned();
    let record = read(&path)?;
    let here = env!("CARGO_PKG_VERSION");
    if record.version != here {
        let title = format!("{} was made by holdline {}, and this is {here}", shown(&path), record.version);
        return Err(wrong(&title, "run it again with the version that made it"));
    }
    check_parts(&path, &record)?;
    check_inputs(&record)?;
    let out = args.keep.clone().unwrap_or_else(|| folder.join(format!(".reproduced.{}", std::process::id())));
    if out.exists() {
        return Err(wrong(&format!("{} is there already", shown(&out)), "name a folder that is not"));
    }
    let compared = again(&record, &out).and_then(|()| compare(&folder, &out));
    if args.keep.is_none() {
        // What is left of it matters to nobody.
        let _ = fs::remove_dir_all(&out);
    }
    let Compared { equal, differ } = compared?;
    if differ.is_empty() {
        return print(&format!("all {equal} files are equal, byte by byte\n"));
    }
    let list = differ.iter().map(|(file, how)| format!("  {}: {how}\n", shown(file))).collect::<String>();
    print(&format!("{equal} files are equal, {} are not:\n{list}", differ.len()))?;
    Err(Failure::Work(anyhow::anyhow!("the run is not what is recorded in {}", shown(&path))))
}

fn wrong(title: &str, help: &str) -> Failure {
    Failure::Input(format!("error: {title}\n  = help: {help}"))
}

fn read(path: &Path) -> Result<Record, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        wrong(&format!("cannot read {}: {error}", shown(path)), "name the run.toml beside the results")
    })?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        wrong(&format!("{}:{line}: {}", shown(path), error.message()), "name a run.toml that holdline wrote")
    })
}

/// What was given in code is not in this program.
fn check_parts(path: &Path, record: &Record) -> Result<(), Failure> {
    let names: Vec<String> =
        record.scenario.iter().flat_map(|inputs| &inputs.custom).map(|part| format!("`{}`", part.name)).collect();
    if names.is_empty() {
        return Ok(());
    }
    let title = format!("parts of the run in {} were given in code: {}", shown(path), names.join(", "));
    Err(wrong(&title, "run the program that has them; holdline does not"))
}

/// The files of the run must say what they said.
fn check_inputs(record: &Record) -> Result<(), Failure> {
    let inputs = record.scenario.iter().chain(&record.sweep).flat_map(|inputs| &inputs.input);
    let changed = |input: &Input| {
        let path = input.path.as_ref()?;
        match fs::read(path) {
            Ok(bytes) if sha256(&bytes) == input.sha256 => None,
            Ok(_) => Some(format!("error: {} is not what it was when the run was recorded", shown(path))),
            Err(error) => Some(format!("error: cannot read {}: {error}", shown(path))),
        }
    };
    let changed: Vec<String> = inputs.filter_map(changed).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let help = "  = help: go to the folder in which the run was made, and bring its files back as they were";
    Err(Failure::Input(format!("{}\n{help}", changed.join("\n"))))
}

/// Runs the recorded command into another folder.
fn again(record: &Record, out: &Path) -> Result<(), Failure> {
    let mut words = words(&record.command).into_iter();
    if words.next().as_deref() != Some("holdline") {
        return Err(wrong("the record has no command of holdline", "name a run.toml that holdline wrote"));
    }
    let mut command = Command::new(std::env::current_exe()?);
    command.args(words).arg("--out").arg(out).arg("--quiet").stdin(Stdio::null()).stdout(Stdio::null());
    let status = command.status().context("cannot run holdline again")?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Work(anyhow::anyhow!("`{}` fails now: {status}", record.command)))
}

/// The words of a recorded command, in which a path with spaces is between quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.iter_mut().next_back().into_iter().for_each(|word| word.push(other)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What two folders have in common.
struct Compared {
    equal: usize,
    /// Files that are not the same, and in which way.
    differ: Vec<(PathBuf, &'static str)>,
}

/// Holds every file that was made against the one that was there. What only the first folder has may be of other commands.
fn compare(before: &Path, now: &Path) -> Result<Compared, Failure> {
    let mut compared = Compared { equal: 0, differ: Vec::new() };
    for file in files(now)? {
        match fs::read(before.join(&file)) {
            Ok(bytes) if bytes == fs::read(now.join(&file))? => compared.equal += 1,
            Ok(_) => compared.differ.push((file, "other bytes")),
            Err(_) => compared.differ.push((file, "not among the recorded results")),
        }
    }
    Ok(compared)
}

/// Every file of a folder and of those in it, by its path from there, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                found.push(inside.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorded_command_falls_into_its_words() {
        assert_eq!(words("holdline run \"a b.toml\" --seed 3"), ["holdline", "run", "a b.toml", "--seed", "3"]);
    }
}
