//! The option and the reading of contact logs, for every command that takes them.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use holdline::history::{Found, Log, Mapping, Unread, read};
use holdline::scenario::Problems;

use super::watch::reading_bar;
use super::{Failure, tell};

/// Which logs, and what their columns mean.
#[derive(Debug, Args)]
pub(crate) struct LogArgs {
    /// Contact logs: CSV, TSV or a workbook; several are read as one
    #[arg(value_name = "LOG", required = true)]
    pub(crate) logs: Vec<PathBuf>,
    /// What the columns of the logs mean, where that cannot be told from them
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) mapping: Option<PathBuf>,
}

impl LogArgs {
    /// Reads the logs, with a bar on a terminal, and tells what was wrong with them unless `quiet`.
    ///
    /// # Errors
    /// A mapping or a log that cannot be read: [`Failure::Input`].
    pub(crate) fn read(&self, quiet: bool) -> Result<Log, Failure> {
        let mapping = self.mapping.as_deref().map(Mapping::load).transpose().map_err(|problems| refused(&problems))?;
        let bar = reading_bar(quiet);
        let log = read(&self.logs, mapping.as_ref(), &mut |done, all| {
            bar.set_length(all);
            bar.set_position(done);
        });
        bar.finish_and_clear();
        let log = log.map_err(|unread| unreadable(&unread))?;
        if log.contacts.is_empty() {
            let rows = log.faults.rows();
            return Err(Failure::Input(format!(
                "error: no contact was found in {rows} rows\n{}",
                faults(&log).join("\n")
            )));
        }
        if !quiet {
            faults(&log).iter().for_each(|line| tell(line));
        }
        Ok(log)
    }
}

fn refused(problems: &Problems) -> Failure {
    Failure::Input(problems.render(std::io::stderr().is_terminal()))
}

/// What is wrong, and the draft of a mapping where there is one.
fn unreadable(unread: &Unread) -> Failure {
    let problems = unread.problems.render(std::io::stderr().is_terminal());
    let draft = unread.draft.as_ref().map(|draft| format!("\n\na mapping file to begin with:\n\n{draft}"));
    Failure::Input(format!("{problems}{}", draft.unwrap_or_default()))
}

/// One line for each kind of fault: how often, what is done about it, and where first. Rows above the header and such
/// are told too: nothing is dropped silently.
fn faults(log: &Log) -> Vec<String> {
    let (rows, left_out) = (log.faults.rows(), log.faults.left_out());
    let mut lines: Vec<String> = log
        .faults
        .found()
        .map(|(fault, found)| {
            let word = fault.effect().words();
            // Most rules begin with what becomes of the row.
            let rule = fault.rule().strip_prefix(word).unwrap_or(fault.rule()).trim_start_matches([',', ':', ';', ' ']);
            let rule = if rule.is_empty() { String::new() } else { format!(": {rule}") };
            format!("note: {} {} ({word}{rule}){}", found.count, fault.title(), first(found))
        })
        .collect();
    for dropped in log.faults.dropped().iter().filter(|dropped| dropped.found.count > 0) {
        let found = &dropped.found;
        lines.push(format!("note: {} rows left out by the mapping: {}{}", found.count, dropped.because, first(found)));
    }
    if !lines.is_empty() {
        lines.push(format!("note: of {rows} rows, {} are contacts and {left_out} were left out", rows - left_out));
    }
    lines
}

fn first(found: &Found) -> String {
    let Some(example) = &found.example else { return String::new() };
    let file = example.file.display();
    match example.line {
        0 => format!("; first: {}", example.text),
        line => format!("; first: {file}:{line}: {}", example.text),
    }
}
