//! `holdline.run`.

use std::path::PathBuf;

use holdline::experiment::{Options, Sinks};
use holdline::report::{self, Language};
use holdline::study::{self, Study};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::contacts::{Columns, Row};
use crate::errors::of_report;
use crate::scenario::{Source, load_all};
use crate::watch::watched;

/// How the scenarios are simulated; the package has checked the numbers.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct RunOptions {
    replications: Option<u32>,
    seed: Option<u64>,
    precision: Option<f64>,
    max_replications: u32,
    contacts: bool,
    threads: Option<usize>,
    width: u16,
}

/// The result document, its tables as text, warnings, and every contact where they were asked for.
type Ran<'py> = (String, String, Vec<String>, Option<Columns<'py>>);

/// Simulates scenarios side by side.
#[pyfunction]
pub(crate) fn run<'py>(
    py: Python<'py>,
    sources: Vec<Source>,
    options: RunOptions,
    progress: Option<Py<PyAny>>,
) -> PyResult<Ran<'py>> {
    let loaded = load_all(py, &sources)?;
    let files: Vec<PathBuf> = sources.iter().map(|(path, _)| path.clone()).collect();
    let asked = Options {
        replications: options.replications,
        seed: options.seed,
        precision: options.precision,
        max_replications: options.max_replications,
        log_contacts: options.contacts,
    };
    // A command line can only name files.
    let command = sources.iter().all(|(_, text)| text.is_none()).then(|| study::command(&files, asked));
    let study = Study { loaded: &loaded, files: &files, options: asked, command: command.as_deref() };
    let (document, rows) = watched(py, options.threads, progress.as_ref(), |gauge| {
        let mut rows: Vec<Row> = Vec::new();
        let mut sinks = Sinks {
            progress: &|done, all| gauge.set(done, all),
            contacts: &mut |scenario, replication, contacts| {
                rows.extend(contacts.into_iter().map(|contact| (scenario, replication, contact)));
            },
        };
        let document = study.run(&gauge.cancel, &mut sinks);
        (document, rows)
    })?;
    let document = document.ok_or_else(|| PyRuntimeError::new_err("stopped before the first replication"))?;
    let mut warnings: Vec<String> = loaded.iter().flat_map(|loaded| loaded.warnings.clone()).collect();
    for scenario in &document.scenarios {
        warnings.extend(report::warnings(scenario, Language::English).iter().map(ToString::to_string));
    }
    let json = report::json(&document).map_err(|error| of_report(&error))?;
    let tables = report::tables(&document, options.width, false);
    let contacts = options.contacts.then(|| crate::contacts::columns(py, &loaded, &rows)).transpose()?;
    Ok((json, tables, warnings, contacts))
}
