//! The library's errors as exceptions of the package, with the command line's texts.

use std::path::PathBuf;

use holdline::report::ReportError;
use holdline::scenario::Problems;
use holdline::sweep::SweepError;
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;

/// One problem: file, line and column where there is one, what is wrong, what would be right.
type Problem = (Option<PathBuf>, Option<usize>, Option<usize>, String, Vec<String>);

/// `holdline.ScenarioError`: all problems of some files, and `more` to be said at the end.
pub(crate) fn scenario_error(py: Python<'_>, problems: &[Problems], more: &str) -> PyErr {
    let texts: Vec<String> = problems.iter().map(|problems| problems.render(false)).collect();
    let of = |fault: holdline::scenario::Fault| -> Problem {
        let (file, line) = fault.place.unzip();
        (file, line, fault.column, fault.title, fault.help)
    };
    let list: Vec<Problem> =
        problems.iter().flat_map(|problems| problems.faults().map(of).collect::<Vec<_>>()).collect();
    named(py, "ScenarioError", (texts.join("\n\n") + more, list))
}

/// `holdline.Infeasible`.
pub(crate) fn infeasible(py: Python<'_>, text: String, document: Option<String>) -> PyErr {
    named(py, "Infeasible", (text, document))
}

fn named<'py>(py: Python<'py>, name: &str, arguments: impl pyo3::call::PyCallArgs<'py>) -> PyErr {
    let made =
        py.import("holdline.errors").and_then(|module| module.getattr(name)).and_then(|class| class.call1(arguments));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// What could not be written or made.
pub(crate) fn of_report(error: &ReportError) -> PyErr {
    match error {
        ReportError::Write { source, .. } => PyOSError::new_err(format!("{error}: {source}")),
        other => PyRuntimeError::new_err(other.to_string()),
    }
}

/// What does not belong together is a wrong value; all else is the machine's.
pub(crate) fn of_sweep(error: &SweepError) -> PyErr {
    match error {
        SweepError::Refused { title, help } => PyValueError::new_err(format!("{title}\n  = help: {help}")),
        SweepError::NoPart { .. } | SweepError::Damaged { .. } => PyValueError::new_err(error.to_string()),
        SweepError::Write { source, .. } | SweepError::Read { source, .. } => {
            PyOSError::new_err(format!("{error}: {source}"))
        }
        other => PyRuntimeError::new_err(other.to_string()),
    }
}
