//! `holdline.erlang`: what the command of that name prints as JSON, asked in its words.

use holdline::analytic::words::{self, Agents};
use holdline::analytic::{Goal, Queue};
use holdline::report::erlang::{StaffingFigures, refusal};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::errors::infeasible;

/// The queue and what is asked of it, each as the command line has it.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Words {
    calls: String,
    per: String,
    aht: String,
    patience: Option<String>,
    lines: Option<u32>,
    agents: Option<String>,
    target: Option<String>,
    abandon: Option<String>,
    asa: Option<String>,
    occupancy: Option<String>,
    within: String,
    shrinkage: String,
    max_agents: u32,
}

/// Reads a word, or says which one is wrong and what would be right.
fn read<T>(name: &str, text: &str, read: impl FnOnce(&str) -> Result<T, String>) -> PyResult<T> {
    read(text).map_err(|why| PyValueError::new_err(format!("{name} = {text}: {why}")))
}

fn maybe<T>(name: &str, text: Option<&String>, by: impl FnOnce(&str) -> Result<T, String>) -> PyResult<Option<T>> {
    text.map(|text| read(name, text, by)).transpose()
}

/// The figures of the least staff or of so many agents, as JSON; a list where a range of agents was asked for.
#[pyfunction]
pub(crate) fn erlang(py: Python<'_>, asked: Words) -> PyResult<String> {
    let (calls, per) = (read("calls", &asked.calls, words::many)?, read("per", &asked.per, words::positive)?);
    let queue = Queue {
        arrivals: calls / per,
        handle: read("aht", &asked.aht, words::positive)?,
        patience: maybe("patience", asked.patience.as_ref(), words::patience)?,
        lines: asked.lines,
    };
    let goal = Goal {
        answer: maybe("target", asked.target.as_ref(), words::answer)?,
        abandon: maybe("abandon", asked.abandon.as_ref(), words::cap)?,
        asa: maybe("asa", asked.asa.as_ref(), words::duration)?,
        occupancy: maybe("occupancy", asked.occupancy.as_ref(), words::cap)?,
    };
    let within = read("within", &asked.within, words::duration)?;
    let shrinkage = read("shrinkage", &asked.shrinkage, words::shrinkage)?;
    let agents = maybe("agents", asked.agents.as_ref(), |text| text.parse::<Agents>())?;
    let of = |agents| StaffingFigures::new(&queue, agents, &goal, within, shrinkage);
    let json = match agents {
        Some(agents) if agents.range => {
            let rows: Vec<StaffingFigures> = py.detach(|| (agents.from..=agents.to).map(of).collect());
            serde_json::to_string(&rows)
        }
        Some(agents) => serde_json::to_string(&py.detach(|| of(agents.from))),
        None => {
            let least = py.detach(|| queue.least_agents(&goal, asked.max_agents));
            let least =
                least.map_err(|why| infeasible(py, format!("error: {}", refusal(&queue, &goal, &why)), None))?;
            serde_json::to_string(&of(least))
        }
    };
    json.map_err(|error| PyRuntimeError::new_err(error.to_string()))
}
