//! `holdline run`: simulate, tell, write.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use holdline::experiment::Options;
use holdline::kpi::{ResultDocument, Stop};
use holdline::report::{self, Language, write_atomically};
use holdline::scenario::Loaded;
use holdline::study;

use super::common::Common;
use super::contacts_file::ContactsFile;
use super::names::workbook_name;
use super::share::precision;
use super::simulation::Simulation;
use super::{Failure, load_all, make_folder, manifest, print, shown, tell, width};

/// Simulate scenarios side by side, print their figures, write tables and charts
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("in a language").multiple(true))]
pub(crate) struct RunArgs {
    /// Scenario files; further ones are compared with the first
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Independent simulated runs, in place of each scenario's own number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    replications: Option<u32>,
    /// Go on until every service level and abandonment is known to ± this share, such as 0.5%
    #[arg(long, value_name = "SHARE", value_parser = precision)]
    precision: Option<f64>,
    /// The most replications under --precision
    #[arg(long, value_name = "N", default_value_t = 100_000, requires = "precision",
          value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    max_replications: u32,
    /// Write every contact of every replication to this CSV file
    #[arg(long, value_name = "FILE.csv")]
    contacts: Option<PathBuf>,
    /// Write the page for a meeting, too: report.html in the folder of the results
    #[arg(long, group = "in a language")]
    report: bool,
    /// Write the results as a workbook too
    #[arg(long, value_name = "FILE.xlsx", value_parser = workbook_name, group = "in a language")]
    xlsx: Option<PathBuf>,
    /// Language of the page and of the workbook: en, de, fr or ko
    #[arg(long, value_name = "CODE", default_value = "en", requires = "in a language")]
    lang: Language,
    #[command(flatten)]
    common: Common,
}

pub(crate) fn run(args: &RunArgs) -> Result<(), Failure> {
    let loaded = load_all(&args.files, args.common.work.quiet)?;
    args.common.work.use_threads()?;
    let contacts = args.contacts.as_deref().map(ContactsFile::create).transpose()?;
    make_folder(&args.common.out)?;
    args.xlsx.as_deref().and_then(Path::parent).map_or(Ok(()), make_folder)?;
    let document = simulate(args, &loaded, contacts)?;
    let json = report::json(&document)?;
    write(args, &loaded, &document, &json)?;
    print(&if args.common.json { json } else { tables(&document) })?;
    if !args.common.work.quiet {
        say(args, &document);
    }
    Ok(())
}

fn simulate(args: &RunArgs, loaded: &[Loaded], contacts: Option<ContactsFile>) -> Result<ResultDocument, Failure> {
    let command = command(args);
    let simulation = Simulation { files: &args.files, options: options(args), quiet: args.common.work.quiet, command };
    simulation.run(loaded, contacts)
}

fn options(args: &RunArgs) -> Options {
    Options {
        replications: args.replications,
        seed: args.common.work.seed,
        precision: args.precision,
        max_replications: args.max_replications,
        log_contacts: args.contacts.is_some(),
    }
}

/// The part of the command line on which the results depend.
fn command(args: &RunArgs) -> String {
    study::command(&args.files, options(args))
}

fn write(args: &RunArgs, loaded: &[Loaded], document: &ResultDocument, json: &str) -> Result<(), Failure> {
    let out = &args.common.out;
    write_atomically(&out.join("result.json"), json.as_bytes())?;
    report::write_all(document, out)?;
    if args.report {
        write_atomically(&out.join("report.html"), report::page(document, args.lang)?.as_bytes())?;
    }
    if let Some(file) = &args.xlsx {
        write_atomically(file, &report::workbook(document, args.lang)?)?;
    }
    let manifest = manifest::manifest(&command(args), loaded, &document.scenarios, json);
    Ok(write_atomically(&out.join("run.toml"), manifest.as_bytes())?)
}

fn tables(document: &ResultDocument) -> String {
    report::tables(document, width(), std::io::stdout().is_terminal())
}

/// Warnings, and where the files are.
fn say(args: &RunArgs, document: &ResultDocument) {
    for scenario in &document.scenarios {
        report::warnings(scenario, Language::English).iter().for_each(|warning| tell(&format!("warning: {warning}")));
        if scenario.stop == Stop::Interrupted {
            tell(&format!("interrupted: {} replications of {} were finished", scenario.replications, scenario.name));
        }
    }
    if !args.common.json {
        tell(&format!("tables and charts are in {}", shown(&args.common.out)));
    }
}
