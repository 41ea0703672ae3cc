//! `holdline run`: simulate, tell, write.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use holdline::engine::Model;
use holdline::experiment::{self, Options, Outcome, Sinks, compare};
use holdline::kpi::{Layout, ResultDocument, Stop};
use holdline::planner::add_need;
use holdline::report::{self, write_atomically};
use holdline::scenario::{Loaded, Scenario};

use super::common::Common;
use super::contacts_file::ContactsFile;
use super::names::workbook_name;
use super::share::precision;
use super::watch::{interrupted, progress_bar};
use super::{Failure, load_all, make_folder, manifest, print, shown, tell, width};

/// Simulate scenarios side by side, print their figures, write tables and charts
#[derive(Debug, Args)]
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
    /// Write the results as a workbook too
    #[arg(long, value_name = "FILE.xlsx", value_parser = workbook_name)]
    xlsx: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

pub(crate) fn run(args: &RunArgs) -> Result<(), Failure> {
    let loaded = load_all(&args.files, args.common.quiet)?;
    let scenarios: Vec<Scenario> = loaded.iter().map(|l| l.scenario.clone()).collect();
    args.common.use_threads()?;
    let contacts = args.contacts.as_deref().map(ContactsFile::create).transpose()?;
    make_folder(&args.common.out)?;
    args.xlsx.as_deref().and_then(Path::parent).map_or(Ok(()), make_folder)?;
    let document = simulate(args, &loaded, &scenarios, contacts)?;
    let json = report::json(&document)?;
    write(args, &loaded, &document, &json)?;
    print(&if args.common.json { json } else { tables(&document) })?;
    if !args.common.quiet {
        say(args, &document);
    }
    Ok(())
}

fn simulate(
    args: &RunArgs,
    loaded: &[Loaded],
    scenarios: &[Scenario],
    mut file: Option<ContactsFile>,
) -> Result<ResultDocument, Failure> {
    let models: Vec<Model> = scenarios.iter().map(Model::new).collect();
    let layouts: Vec<Layout> = scenarios.iter().map(Layout::new).collect();
    let options = Options {
        replications: args.replications,
        seed: args.common.seed,
        precision: args.precision,
        max_replications: args.max_replications,
        log_contacts: args.contacts.is_some(),
    };
    let bar = progress_bar(args.common.quiet);
    let mut sinks = Sinks {
        progress: &|done, all| {
            bar.set_length(all);
            bar.set_position(done);
        },
        contacts: &mut |scenario, replication, rows| {
            file.iter_mut().for_each(|file| file.write(&scenarios[scenario], replication, &rows));
        },
    };
    let outcomes = experiment::run(scenarios, &models, &layouts, options, interrupted()?, &mut sinks);
    bar.finish_and_clear();
    if outcomes.iter().any(|outcome| outcome.statistics.replications() == 0) {
        return Err(Failure::Work(anyhow::anyhow!("interrupted before the first replication was finished")));
    }
    file.map_or(Ok(()), ContactsFile::finish)?;
    Ok(document(args, loaded, scenarios, &outcomes))
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

fn document(args: &RunArgs, loaded: &[Loaded], scenarios: &[Scenario], outcomes: &[Outcome<'_>]) -> ResultDocument {
    let result = |((file, outcome), scenario): ((&PathBuf, &Outcome<'_>), &Scenario)| {
        let mut result = outcome.statistics.result(&shown(file), outcome.seed, outcome.stop);
        add_need(&mut result, scenario);
        result
    };
    let results = args.files.iter().zip(outcomes).zip(scenarios).map(result).collect();
    let document = ResultDocument::new(results, compare(scenarios, outcomes, &against(loaded)));
    ResultDocument { reproduce: Some(manifest::reproduction(&command(args), loaded)), ..document }
}

fn write(args: &RunArgs, loaded: &[Loaded], document: &ResultDocument, json: &str) -> Result<(), Failure> {
    let out = &args.common.out;
    write_atomically(&out.join("result.json"), json.as_bytes())?;
    report::write_all(document, out)?;
    if let Some(file) = &args.xlsx {
        write_atomically(file, &report::workbook(document)?)?;
    }
    let manifest = manifest::manifest(&command(args), loaded, &document.scenarios, json);
    Ok(write_atomically(&out.join("run.toml"), manifest.as_bytes())?)
}

/// The part of the command line on which the results depend.
fn command(args: &RunArgs) -> String {
    let mut words = vec!["holdline run".to_owned()];
    words.extend(args.files.iter().map(|file| manifest::quoted(file)));
    words.extend(args.replications.map(|n| format!("--replications {n}")));
    words.extend(args.common.seed.map(|seed| format!("--seed {seed}")));
    if let Some(share) = args.precision {
        words.push(format!("--precision {share} --max-replications {}", args.max_replications));
    }
    words.join(" ")
}

fn tables(document: &ResultDocument) -> String {
    report::tables(document, width(), std::io::stdout().is_terminal())
}

/// Warnings, and where the files are.
fn say(args: &RunArgs, document: &ResultDocument) {
    for scenario in &document.scenarios {
        report::warnings(scenario).iter().for_each(|warning| tell(&format!("warning: {warning}")));
        if scenario.stop == Stop::Interrupted {
            tell(&format!("interrupted: {} replications of {} were finished", scenario.replications, scenario.name));
        }
    }
    if !args.common.json {
        tell(&format!("tables and charts are in {}", shown(&args.common.out)));
    }
}
