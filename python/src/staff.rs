//! `holdline.staff`.

use std::path::PathBuf;

use holdline::planner::{self, Budget, Options, Question, Unanswered, Watch};
use holdline::report;
use holdline::study::shown;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::errors::{infeasible, of_report};
use crate::scenario::{Source, load_all};
use crate::watch::watched;

/// What is asked of a plan; the package has checked the numbers.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct StaffOptions {
    seed: Option<u64>,
    confidence: f64,
    error: f64,
    replications: Option<u32>,
    explain: bool,
    frontier: bool,
    max_cost: Option<f64>,
    max_agents: Option<u32>,
    out: Option<PathBuf>,
    threads: Option<usize>,
    width: u16,
}

/// The least staff that keeps every promise: the document, its table as text, and warnings.
#[pyfunction]
pub(crate) fn staff(
    py: Python<'_>,
    source: Source,
    options: StaffOptions,
    progress: Option<Py<PyAny>>,
) -> PyResult<(String, String, Vec<String>)> {
    let mut loaded = load_all(py, std::slice::from_ref(&source))?;
    let [loaded] = loaded.as_mut_slice() else { return Err(PyValueError::new_err("name one scenario")) };
    let mut warnings = std::mem::take(&mut loaded.warnings);
    warnings.extend(planner::even_days(&mut loaded.scenario).map(str::to_owned));
    let scenario = &loaded.scenario;
    let aim = Options {
        confidence: options.confidence,
        error: options.error,
        confirmation: options.replications,
        ..Options::default()
    };
    let budget = options.max_cost.map(Budget::Cost).or(options.max_agents.map(Budget::Agents));
    let question = Question { options: aim, budget, explain: options.explain, frontier: options.frontier };
    let seed = options.seed.unwrap_or(scenario.run.seed);
    let answer = watched(py, options.threads, progress.as_ref(), |gauge| {
        let watch = Watch { cancel: &gauge.cancel, progress: &|_, tried| gauge.set(tried, 0) };
        planner::answer(scenario, &shown(&source.0), seed, question, watch)
    })?;
    let document = answer.map_err(|why| match why {
        Unanswered::TooLittle(_) => infeasible(py, format!("error: {why}"), None),
        Unanswered::NoTargets(_) | Unanswered::NoPay(_) => PyValueError::new_err(why.to_string()),
        Unanswered::Interrupted(_) => PyRuntimeError::new_err(why.to_string()),
    })?;
    let json = report::json(&document).map_err(|error| of_report(&error))?;
    if !document.feasible {
        return Err(infeasible(py, report::refusal(&document, options.width), Some(json)));
    }
    if let Some(out) = &options.out {
        report::write_plan(&document, &source.0, out).map_err(|error| of_report(&error))?;
    }
    let table = report::plan_table(&document, options.width, false);
    Ok((json, table, warnings))
}
