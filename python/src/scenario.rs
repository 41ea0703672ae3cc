//! Scenarios from files, or from texts that stand for files.

use std::path::PathBuf;

use holdline::scenario::{Loaded, Problems, load, load_text};
use pyo3::prelude::*;

use crate::errors::scenario_error;

/// A path, and what stands there where that is not on the disk.
pub(crate) type Source = (PathBuf, Option<String>);

/// Reads all scenarios, or raises with the problems of all.
pub(crate) fn load_all(py: Python<'_>, sources: &[Source]) -> PyResult<Vec<Loaded>> {
    let (mut loaded, mut wrong) = (Vec::new(), Vec::<Problems>::new());
    for (path, text) in sources {
        match text.as_ref().map_or_else(|| load(path), |text| load_text(path, text, &[])) {
            Ok(scenario) => loaded.push(scenario),
            Err(problems) => wrong.push(problems),
        }
    }
    if wrong.is_empty() { Ok(loaded) } else { Err(scenario_error(py, &wrong, "")) }
}
