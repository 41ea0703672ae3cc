//! Scenario files simulated side by side, for the commands that show what comes out.

use std::path::PathBuf;

use holdline::engine::Model;
use holdline::experiment::{self, Options, Outcome, Sinks, compare};
use holdline::kpi::{Layout, ResultDocument};
use holdline::planner::add_need;
use holdline::scenario::{Loaded, Scenario};

use super::contacts_file::ContactsFile;
use super::watch::{interrupted, progress_bar};
use super::{Failure, manifest, shown};

/// What is asked of a simulation.
pub(crate) struct Simulation<'a> {
    /// The scenarios' files as they were named.
    pub(crate) files: &'a [PathBuf],
    pub(crate) options: Options,
    pub(crate) quiet: bool,
    /// The part of the command line on which the results depend.
    pub(crate) command: String,
}

impl Simulation<'_> {
    /// Simulates the scenarios, and writes their contacts to a file where there is one.
    pub(crate) fn run(&self, loaded: &[Loaded], mut file: Option<ContactsFile>) -> Result<ResultDocument, Failure> {
        let scenarios: Vec<Scenario> = loaded.iter().map(|l| l.scenario.clone()).collect();
        let models: Vec<Model> = scenarios.iter().map(Model::new).collect();
        let layouts: Vec<Layout> = scenarios.iter().map(Layout::new).collect();
        let bar = progress_bar(self.quiet);
        let mut sinks = Sinks {
            progress: &|done, all| {
                bar.set_length(all);
                bar.set_position(done);
            },
            contacts: &mut |scenario, replication, rows| {
                file.iter_mut().for_each(|file| file.write(&scenarios[scenario], replication, &rows));
            },
        };
        let outcomes = experiment::run(&scenarios, &models, &layouts, self.options, interrupted()?, &mut sinks);
        bar.finish_and_clear();
        if outcomes.iter().any(|outcome| outcome.statistics.replications() == 0) {
            return Err(Failure::Work(anyhow::anyhow!("interrupted before the first replication was finished")));
        }
        file.map_or(Ok(()), ContactsFile::finish)?;
        Ok(self.document(loaded, &scenarios, &outcomes))
    }

    fn document(&self, loaded: &[Loaded], scenarios: &[Scenario], outcomes: &[Outcome<'_>]) -> ResultDocument {
        let result = |((file, outcome), scenario): ((&PathBuf, &Outcome<'_>), &Scenario)| {
            let mut result = outcome.statistics.result(&shown(file), outcome.seed, outcome.stop);
            add_need(&mut result, scenario);
            result
        };
        let results = self.files.iter().zip(outcomes).zip(scenarios).map(result).collect();
        let document = ResultDocument::new(results, compare(scenarios, outcomes, &against(loaded)));
        ResultDocument { reproduce: Some(manifest::reproduction(&self.command, loaded)), ..document }
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
