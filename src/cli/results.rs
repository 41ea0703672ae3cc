//! Results of several runs, read and told as one.

use std::path::{Path, PathBuf};

use holdline::experiment::mark_real;
use holdline::kpi::{Reproduction, ResultDocument};
use holdline::report::read_results;

use super::{Failure, shown};

/// Results, and what the user calls them.
pub(crate) type Named = (String, ResultDocument);

/// Whether a path names results; all else is taken for a scenario, whose reader says what is wrong with it.
pub(crate) fn is_result(path: &Path) -> bool {
    path.is_dir() || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"))
}

/// Reads results, and says what is wrong with all of them at once.
pub(crate) fn read_all(paths: &[PathBuf]) -> Result<Vec<Named>, Failure> {
    let mut problems = Vec::new();
    let mut read = Vec::new();
    for path in paths {
        let file = if path.is_dir() { path.join("result.json") } else { path.clone() };
        match read_results(&file) {
            Ok(document) => read.push((shown(path), document)),
            Err(problem) => problems.push(problem.to_string()),
        }
    }
    refuse(&problems).map(|()| read)
}

/// Refuses results that cannot stand on one page: of different versions, one of which may be this one, or named twice.
pub(crate) fn agree(results: &[Named], version: Option<&str>) -> Result<(), Failure> {
    let mut problems = Vec::new();
    let version = version.or(results.first().map(|(_, first)| first.version.as_str())).unwrap_or_default();
    for (place, (name, document)) in results.iter().enumerate() {
        if document.version != version {
            let made =
                format!("error: the results `{name}` were made by holdline {}, others by {version}", document.version);
            problems.push(format!("{made}\n  = help: run them again with one version"));
        }
        if document.scenarios.is_empty() {
            problems.push(format!("error: the results `{name}` hold no scenario\n  = help: run it again"));
        }
        for scenario in &document.scenarios {
            let holds = |(_, earlier): &&Named| earlier.scenarios.contains(scenario);
            if let Some((earlier, _)) = results[..place].iter().find(holds) {
                let twice = format!("error: the results of `{}` are in `{earlier}` and in `{name}`", scenario.name);
                problems.push(format!("{twice}\n  = help: name each run once"));
            }
        }
    }
    refuse(&problems)
}

fn refuse(problems: &[String]) -> Result<(), Failure> {
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems.join("\n\n"))) }
}

/// Results of several runs as one document. They are not paired, so that nothing compares one run with another; what
/// each compares is judged anew, for there is more of it.
pub(crate) fn together(results: Vec<Named>) -> Option<ResultDocument> {
    let join = |mut all: ResultDocument, next: ResultDocument| {
        all.scenarios.extend(next.scenarios);
        all.comparisons.extend(next.comparisons);
        all.reproduce = both(all.reproduce, next.reproduce);
        all
    };
    let mut taken = Vec::new();
    let told_apart = results.into_iter().map(|(called, document)| apart(&mut taken, &called, document));
    let mut all = told_apart.reduce(join)?;
    mark_real(&mut all.comparisons);
    Some(all)
}

/// The document with other names for those of its scenarios whose names another run has taken: comparisons go by names.
fn apart(taken: &mut Vec<String>, called: &str, mut document: ResultDocument) -> ResultDocument {
    let own: Vec<String> = document.scenarios.iter().map(|scenario| scenario.name.clone()).collect();
    let named = |name: &mut String| {
        if taken.contains(name) {
            *name = format!("{name} ({called})");
        }
    };
    for comparison in &mut document.comparisons {
        named(&mut comparison.scenario);
        named(&mut comparison.against);
    }
    document.scenarios.iter_mut().for_each(|scenario| named(&mut scenario.name));
    taken.extend(own);
    document
}

/// One command after the other, and the files of both.
fn both(first: Option<Reproduction>, next: Option<Reproduction>) -> Option<Reproduction> {
    let (Some(mut first), Some(next)) = (first.clone(), next.clone()) else { return first.or(next) };
    first.command = format!("{}\n{}", first.command, next.command);
    let new: Vec<_> = next.inputs.into_iter().filter(|input| !first.inputs.contains(input)).collect();
    first.inputs.extend(new);
    Some(first)
}
