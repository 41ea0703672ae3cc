//! Scenario files simulated side by side, for the commands that show what comes out.

use std::path::PathBuf;

use holdline::experiment::{Options, Sinks};
use holdline::kpi::ResultDocument;
use holdline::scenario::Loaded;
use holdline::study::Study;

use super::Failure;
use super::contacts_file::ContactsFile;
use super::watch::{interrupted, progress_bar};

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
        let bar = progress_bar(self.quiet);
        let mut sinks = Sinks {
            progress: &|done, all| {
                bar.set_length(all);
                bar.set_position(done);
            },
            contacts: &mut |scenario, replication, rows| {
                file.iter_mut().for_each(|file| file.write(&loaded[scenario].scenario, replication, &rows));
            },
        };
        let study = Study { loaded, files: self.files, options: self.options, command: Some(&self.command) };
        let document = study.run(interrupted()?, &mut sinks);
        bar.finish_and_clear();
        let document =
            document.ok_or_else(|| anyhow::anyhow!("interrupted before the first replication was finished"))?;
        file.map_or(Ok(()), ContactsFile::finish)?;
        Ok(document)
    }
}
