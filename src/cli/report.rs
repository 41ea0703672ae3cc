//! `holdline report`: the page for a meeting, from scenarios or from results.

use std::path::{Path, PathBuf};

use clap::Args;
use holdline::experiment::Options;
use holdline::kpi::ResultDocument;
use holdline::report::{self, Language, write_atomically};
use holdline::scenario::Loaded;

use super::common::Work;
use super::names::workbook_name;
use super::results::{Named, agree, is_result, read_all, together};
use super::simulation::Simulation;
use super::{Failure, load_all, make_folder, manifest, shown, tell};

/// Write one page that says what was found: a file that opens anywhere and prints well
#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// Scenario files, which are simulated; or results: a result.json or the folder that it is in
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The page
    #[arg(long, value_name = "FILE.html", default_value = "output/report.html")]
    out: PathBuf,
    /// Write the results as a workbook too
    #[arg(long, value_name = "FILE.xlsx", value_parser = workbook_name)]
    xlsx: Option<PathBuf>,
    /// Language of the page and of the workbook: en, de, fr or ko
    #[arg(long, value_name = "CODE", default_value = "en")]
    lang: Language,
    /// Independent simulated runs, in place of each scenario's own number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    replications: Option<u32>,
    #[command(flatten)]
    work: Work,
}

pub(crate) fn report(args: &ReportArgs) -> Result<(), Failure> {
    let (results, scenarios): (Vec<PathBuf>, Vec<PathBuf>) =
        args.files.iter().cloned().partition(|file| is_result(file));
    if scenarios.is_empty() && (args.replications.is_some() || args.work.seed.is_some()) {
        let help = "name scenario files, or leave `--replications` and `--seed` out";
        return Err(Failure::Input(format!("error: results that are there are not simulated again\n  = help: {help}")));
    }
    once(&scenarios)?;
    let (mut results, loaded) = read(&results, &scenarios, args.work.quiet)?;
    agree(&results, (!loaded.is_empty()).then_some(env!("CARGO_PKG_VERSION")))?;
    make_places(args, &loaded)?;
    if !loaded.is_empty() {
        let named = scenarios.iter().map(|file| shown(file)).collect::<Vec<_>>().join(" ");
        results.push((named, simulate(args, &scenarios, &loaded)?));
        agree(&results, None)?;
    }
    together(results).map_or(Ok(()), |document| write(args, &document))
}

/// Refuses a scenario that is named twice: it would be compared with itself.
fn once(scenarios: &[PathBuf]) -> Result<(), Failure> {
    let twice = scenarios.iter().enumerate().find(|(place, file)| scenarios[..*place].contains(file));
    let refusal = |(_, file): (usize, &PathBuf)| {
        Err(Failure::Input(format!("error: `{}` is named twice\n  = help: name each scenario once", shown(file))))
    };
    twice.map_or(Ok(()), refusal)
}

/// Reads results and scenarios, and says what is wrong with all of them at once.
fn read(results: &[PathBuf], scenarios: &[PathBuf], quiet: bool) -> Result<(Vec<Named>, Vec<Loaded>), Failure> {
    match (read_all(results), load_all(scenarios, quiet)) {
        (Ok(results), Ok(loaded)) => Ok((results, loaded)),
        (Err(first), Err(second)) => Err(Failure::Input([first.message(), second.message()].join("\n\n"))),
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

/// Makes the folders of what will be written: what cannot be is better known before the work.
fn make_places(args: &ReportArgs, loaded: &[Loaded]) -> Result<(), Failure> {
    let files: Vec<&PathBuf> = [Some(&args.out), args.xlsx.as_ref()].into_iter().flatten().collect();
    let wrong = |what: &str, help: &str| Err(Failure::Input(format!("error: {what}\n  = help: {help}")));
    for file in &files {
        if file.is_dir() {
            return wrong(&format!("`{}` is a folder", shown(file)), "name a file in it");
        }
        let is_input = loaded.iter().flat_map(|loaded| &loaded.inputs).any(|input| same(&input.path, file));
        if is_input || args.files.iter().any(|read| same(read, file)) {
            return wrong(&format!("`{}` is read, and would be written over", shown(file)), "write another file");
        }
    }
    if files.windows(2).any(|pair| pair[0] == pair[1]) {
        return wrong("the page and the workbook are the same file", "name two files");
    }
    files.into_iter().filter_map(|file| file.parent()).try_for_each(make_folder)
}

/// Whether two paths lead to the same file that is there.
fn same(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}

fn simulate(args: &ReportArgs, files: &[PathBuf], loaded: &[Loaded]) -> Result<ResultDocument, Failure> {
    args.work.use_threads()?;
    let options = Options { replications: args.replications, seed: args.work.seed, ..Options::default() };
    let mut words = vec!["holdline report".to_owned()];
    words.extend(files.iter().map(|file| manifest::quoted(file)));
    words.extend(args.replications.map(|n| format!("--replications {n}")));
    words.extend(args.work.seed.map(|seed| format!("--seed {seed}")));
    Simulation { files, options, quiet: args.work.quiet, command: words.join(" ") }.run(loaded, None)
}

/// The page and the workbook: both are made before either is written.
fn write(args: &ReportArgs, document: &ResultDocument) -> Result<(), Failure> {
    let mut made = vec![("page", &args.out, report::page(document, args.lang)?.into_bytes())];
    if let Some(file) = &args.xlsx {
        made.push(("workbook", file, report::workbook(document, args.lang)?));
    }
    for (what, file, bytes) in &made {
        write_atomically(file, bytes)?;
        if !args.work.quiet {
            tell(&format!("the {what} is {}", shown(file)));
        }
    }
    Ok(())
}
