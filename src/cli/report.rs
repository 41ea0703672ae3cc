//! `holdline report`: the page for a meeting, from scenarios or from results.

use std::path::{Path, PathBuf};

use clap::Args;
use holdline::experiment::{Options, mark_real};
use holdline::kpi::{Reproduction, ResultDocument};
use holdline::report::{self, Language, read_results, write_atomically};

use super::common::Work;
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
    /// Language of the page: en, de, fr or ko
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
    let mut documents = read_all(&results)?;
    if !scenarios.is_empty() {
        documents.push(simulate(args, &scenarios)?);
    }
    let page = report::page(&together(documents)?, args.lang)?;
    if let Some(folder) = args.out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    write_atomically(&args.out, page.as_bytes())?;
    if !args.work.quiet {
        tell(&format!("the page is {}", shown(&args.out)));
    }
    Ok(())
}

/// Whether a path names results; all else is taken for a scenario, whose reader says what is wrong with it.
fn is_result(path: &Path) -> bool {
    path.is_dir() || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"))
}

/// Reads results, and says what is wrong with all of them at once.
fn read_all(paths: &[PathBuf]) -> Result<Vec<ResultDocument>, Failure> {
    let file = |path: &PathBuf| if path.is_dir() { path.join("result.json") } else { path.clone() };
    let (read, wrong): (Vec<_>, Vec<_>) = paths.iter().map(|path| read_results(&file(path))).partition(Result::is_ok);
    let problems: Vec<String> = wrong.into_iter().filter_map(Result::err).map(|problem| problem.to_string()).collect();
    if problems.is_empty() {
        Ok(read.into_iter().flatten().collect())
    } else {
        Err(Failure::Input(problems.join("\n\n")))
    }
}

fn simulate(args: &ReportArgs, files: &[PathBuf]) -> Result<ResultDocument, Failure> {
    let loaded = load_all(files, args.work.quiet)?;
    args.work.use_threads()?;
    let options = Options { replications: args.replications, seed: args.work.seed, ..Options::default() };
    let mut words = vec!["holdline report".to_owned()];
    words.extend(files.iter().map(|file| manifest::quoted(file)));
    words.extend(args.replications.map(|n| format!("--replications {n}")));
    words.extend(args.work.seed.map(|seed| format!("--seed {seed}")));
    Simulation { files, options, quiet: args.work.quiet, command: words.join(" ") }.run(&loaded, None)
}

/// Results of several runs as one document. They are not paired, so that nothing compares one run with another; what
/// each compares is judged anew, for there is more of it.
fn together(documents: Vec<ResultDocument>) -> Result<ResultDocument, Failure> {
    let mut documents = documents.into_iter();
    let Some(mut all) = documents.next() else { return Err(Failure::Input("error: there are no results".into())) };
    for next in documents {
        if next.version != all.version {
            return Err(Failure::Input(format!(
                "error: these results were made by holdline {} and by holdline {}\n  = help: run them again with one version",
                all.version, next.version
            )));
        }
        if let Some(twice) = next.scenarios.iter().find(|scenario| all.scenarios.contains(scenario)) {
            return Err(Failure::Input(format!(
                "error: the results of `{}` are named twice\n  = help: name each run once",
                twice.name
            )));
        }
        all.scenarios.extend(next.scenarios);
        all.comparisons.extend(next.comparisons);
        all.reproduce = both(all.reproduce, next.reproduce);
    }
    mark_real(&mut all.comparisons);
    Ok(all)
}

/// One command after the other, and the files of both.
fn both(first: Option<Reproduction>, next: Option<Reproduction>) -> Option<Reproduction> {
    let (Some(mut first), Some(next)) = (first.clone(), next.clone()) else { return first.or(next) };
    first.command = format!("{}\n{}", first.command, next.command);
    let new: Vec<_> = next.inputs.into_iter().filter(|input| !first.inputs.contains(input)).collect();
    first.inputs.extend(new);
    Some(first)
}
