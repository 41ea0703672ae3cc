//! Scenarios simulated side by side, from what was read to the result document: what the command line and other
//! languages call.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::engine::Model;
use crate::experiment::{self, Options, Outcome, Sinks, compare};
use crate::kpi::{InputFile, Layout, Reproduction, ResultDocument};
use crate::planner::add_need;
use crate::scenario::{Loaded, Scenario};
use crate::sweep::sha256;

/// What is to be simulated.
#[derive(Clone, Copy, Debug)]
pub struct Study<'a> {
    /// The scenarios, as they were read.
    pub loaded: &'a [Loaded],
    /// Their files as they were named.
    pub files: &'a [PathBuf],
    /// How long to go on.
    pub options: Options,
    /// The command that does the same, where there is one.
    pub command: Option<&'a str>,
}

impl Study<'_> {
    /// Simulates the scenarios and compares them: the first with the others, or each with the one that it extends. None
    /// where it was cancelled before each had a finished replication.
    pub fn run(&self, cancel: &AtomicBool, sinks: &mut Sinks<'_>) -> Option<ResultDocument> {
        let scenarios: Vec<Scenario> = self.loaded.iter().map(|l| l.scenario.clone()).collect();
        let models: Vec<Model> = scenarios.iter().map(Model::new).collect();
        let layouts: Vec<Layout> = scenarios.iter().map(Layout::new).collect();
        let outcomes = experiment::run(&scenarios, &models, &layouts, self.options, cancel, sinks);
        let begun = outcomes.iter().all(|outcome| outcome.statistics.replications() > 0);
        begun.then(|| self.document(&scenarios, &outcomes))
    }

    fn document(&self, scenarios: &[Scenario], outcomes: &[Outcome<'_>]) -> ResultDocument {
        let result = |((file, outcome), scenario): ((&PathBuf, &Outcome<'_>), &Scenario)| {
            let mut result = outcome.statistics.result(&shown(file), outcome.seed, outcome.stop);
            add_need(&mut result, scenario);
            result
        };
        let results = self.files.iter().zip(outcomes).zip(scenarios).map(result).collect();
        let document = ResultDocument::new(results, compare(scenarios, outcomes, &against(self.loaded)));
        ResultDocument { reproduce: self.command.map(|command| reproduction(command, self.loaded)), ..document }
    }
}

/// Which scenario each is compared with: the one that it extends, when that is named too; else the first one, unless
/// others extend it.
fn against(loaded: &[Loaded]) -> Vec<Option<usize>> {
    let file = |of: &Loaded| of.inputs.first().map(|input| input.path.clone());
    let files: Vec<_> = loaded.iter().map(file).collect();
    let base = |this: usize| {
        let bases = loaded[this].inputs.iter().skip(1).map(|input| Some(input.path.clone()));
        bases.filter_map(|path| files.iter().position(|file| *file == path)).find(|base| *base != this)
    };
    let bases: Vec<Option<usize>> = (0..loaded.len()).map(base).collect();
    let first = |this: usize| (this > 0 && !bases.contains(&Some(this))).then_some(0);
    bases.iter().enumerate().map(|(this, base)| base.or_else(|| first(this))).collect()
}

/// The command and all files that were read; a file that several scenarios name is there once.
fn reproduction(command: &str, loaded: &[Loaded]) -> Reproduction {
    let mut inputs: Vec<InputFile> = Vec::new();
    for input in loaded.iter().flat_map(|loaded| &loaded.inputs) {
        let file = InputFile { path: shown(&input.path), sha256: sha256(&input.bytes) };
        if !inputs.contains(&file) {
            inputs.push(file);
        }
    }
    Reproduction { command: command.to_owned(), inputs }
}

/// The `holdline run` that simulates these files so, as far as the results depend on it.
#[must_use]
pub fn command(files: &[PathBuf], options: Options) -> String {
    let mut words = vec!["holdline run".to_owned()];
    words.extend(files.iter().map(|file| quoted(file)));
    words.extend(options.replications.map(|n| format!("--replications {n}")));
    words.extend(options.seed.map(|seed| format!("--seed {seed}")));
    if let Some(share) = options.precision {
        words.push(format!("--precision {share} --max-replications {}", options.max_replications));
    }
    words.join(" ")
}

/// A path as a word of a command line.
#[must_use]
pub fn quoted(path: &Path) -> String {
    let path = shown(path);
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

/// A path the way a command line names it, on every platform.
#[must_use]
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
