//! `holdline.sweep`, its parts, and `holdline.merge`.

use std::path::{Path, PathBuf};

use holdline::report;
use holdline::scenario::Input;
use holdline::sweep::{self as sweeping, Design, Ending, Shard, SweepError, Watch};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::errors::{of_sweep, scenario_error};
use crate::watch::watched;

/// The path of a design, and files that need not be on the disk.
type Source = (PathBuf, Vec<(PathBuf, Vec<u8>)>);

/// A design's identity, the files that it was read from, how many blocks of work it has, and warnings.
type Known = (String, Vec<(PathBuf, Vec<u8>)>, usize, Vec<String>);

fn load(py: Python<'_>, (path, known): &Source, seed: Option<u64>) -> PyResult<Design> {
    let known: Vec<Input> =
        known.iter().map(|(path, bytes)| Input { path: path.clone(), bytes: bytes.clone() }).collect();
    Design::load_known(path, &known, seed).map_err(|problems| scenario_error(py, &[problems], ""))
}

/// Reads a design with all that it names.
#[pyfunction]
pub(crate) fn design(py: Python<'_>, source: Source, seed: Option<u64>) -> PyResult<Known> {
    let design = load(py, &source, seed)?;
    let files = design.inputs.into_iter().map(|input| (input.path, input.bytes)).collect();
    Ok((design.plan.identity(), files, design.plan.units(), design.warnings))
}

/// How a sweep is done; the package has checked the numbers.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct SweepOptions {
    seed: Option<u64>,
    shard: Option<(usize, usize)>,
    out: PathBuf,
    threads: Option<usize>,
    width: u16,
}

/// Does a sweep and tells what the factors do, or does one part of it and tells its file.
#[pyfunction]
pub(crate) fn sweep(
    py: Python<'_>,
    source: Source,
    options: SweepOptions,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let design = load(py, &source, options.seed)?;
    let shard = options.shard.map(|(number, of)| format!("{number}/{of}").parse::<Shard>());
    let shard = shard.transpose().map_err(PyValueError::new_err)?;
    make(&options.out)?;
    let out = options.out.as_path();
    watched(py, options.threads, progress.as_ref(), |gauge| {
        let watch = Watch { cancel: &gauge.cancel, progress: &|done, all| gauge.set(done, all) };
        match shard {
            Some(shard) => done(sweeping::part(&design, shard, out, watch)?, |path| path.display().to_string()),
            None => done(sweeping::sweep(&design, out, watch)?, |effects| {
                report::effects_table(&effects, options.width, false)
            }),
        }
    })?
    .map_err(|why: Unfinished| why.into())
}

/// Why there is nothing to tell.
enum Unfinished {
    Stopped,
    Failed(SweepError),
}

impl From<SweepError> for Unfinished {
    fn from(error: SweepError) -> Self {
        Self::Failed(error)
    }
}

impl From<Unfinished> for PyErr {
    fn from(why: Unfinished) -> Self {
        match why {
            Unfinished::Stopped => PyRuntimeError::new_err("stopped; the same call goes on from there"),
            Unfinished::Failed(error) => of_sweep(&error),
        }
    }
}

fn done<T>(ending: Ending<T>, told: impl FnOnce(T) -> String) -> Result<String, Unfinished> {
    match ending {
        Ending::Done(result) => Ok(told(result)),
        Ending::Interrupted { .. } => Err(Unfinished::Stopped),
    }
}

fn make(folder: &Path) -> PyResult<()> {
    Ok(std::fs::create_dir_all(folder)?)
}

/// Puts parts together and tells what the factors do.
#[pyfunction]
pub(crate) fn merge(py: Python<'_>, parts: Vec<PathBuf>, out: PathBuf, width: u16) -> PyResult<String> {
    make(&out)?;
    let merged = watched(py, None, None, |_| sweeping::merge(&parts, &out))?;
    let (_, effects) = merged.map_err(|error| of_sweep(&error))?;
    Ok(report::effects_table(&effects, width, false))
}
