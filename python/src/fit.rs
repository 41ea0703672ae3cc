//! `holdline.fit`.

use std::path::PathBuf;

use holdline::fit::{self as fitting, DutyRule, PriorityParts, Request};
use holdline::history::{Mapping, read};
use holdline::report;
use holdline::scenario::load;
use jiff::civil::Date;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::errors::{of_report, scenario_error};
use crate::watch::watched;

/// What is fitted; the package has checked the numbers.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct FitOptions {
    out: PathBuf,
    mapping: Option<PathBuf>,
    days: Option<(String, String)>,
    interval: f64,
    name: String,
    call: String,
    threads: Option<usize>,
    width: u16,
}

/// Makes a scenario of contact logs and writes it; tells its table as text, and doubts.
#[pyfunction]
pub(crate) fn fit(
    py: Python<'_>,
    logs: Vec<PathBuf>,
    options: FitOptions,
    progress: Option<Py<PyAny>>,
) -> PyResult<(String, Vec<String>)> {
    let mapping = options.mapping.as_deref().map(Mapping::load).transpose();
    let mapping = mapping.map_err(|problems| scenario_error(py, &[problems], ""))?;
    let date = |text: &String| text.parse::<Date>().map_err(|error| PyValueError::new_err(error.to_string()));
    let days = options.days.as_ref().map(|(first, last)| Ok::<_, PyErr>((date(first)?, date(last)?))).transpose()?;
    let request = Request { interval: options.interval, ..Request::default() };
    let fitted = watched(py, options.threads, progress.as_ref(), |gauge| {
        let mut log = read(&logs, mapping.as_ref(), &mut |done, all| gauge.set(done, all)).map_err(Wrong::Log)?;
        if let Some((first, last)) = days {
            log.keep_days(|date| first <= date && date <= last);
        }
        if log.contacts.is_empty() {
            return Err(Wrong::Empty(log.faults.rows()));
        }
        PriorityParts::of(&log, DutyRule::default()).part(&mut log);
        let centre = fitting::fit(&log, request, &mut |_| ()).map_err(|why| Wrong::Fit(why.to_string()))?;
        let scenario = fitting::scenario(&centre, &options.name);
        report::write_fitted(&options.out, &options.call, &log, &centre, &scenario).map_err(Wrong::Files)?;
        Ok((report::fit_table(&centre, options.width, false), fitting::doubts(&log, &centre)))
    })?;
    let told = fitted.map_err(|wrong| match wrong {
        Wrong::Log(unread) => {
            let draft = unread.draft.as_ref().map(|draft| format!("\n\na mapping file to begin with:\n\n{draft}"));
            scenario_error(py, &[unread.problems], &draft.unwrap_or_default())
        }
        Wrong::Empty(rows) => PyValueError::new_err(format!("no contact was found in {rows} rows")),
        Wrong::Fit(why) => PyValueError::new_err(why),
        Wrong::Files(error) => of_report(&error),
    })?;
    // What was written must be a scenario.
    load(&options.out).map_err(|problems| {
        PyRuntimeError::new_err(format!("the scenario that was written cannot be read:\n{}", problems.render(false)))
    })?;
    Ok(told)
}

/// Why there is no scenario.
enum Wrong {
    Log(holdline::history::Unread),
    Empty(u64),
    Fit(String),
    Files(report::ReportError),
}
