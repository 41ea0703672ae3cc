//! Every contact as columns, named and filled as in the file that `holdline run --contacts` writes.

use holdline::kpi::ContactRow;
use holdline::scenario::Loaded;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

/// A contact, its scenario and its replication.
pub(crate) type Row = (usize, u32, ContactRow);

/// Columns by name, in order.
pub(crate) type Columns<'py> = Vec<(&'static str, Bound<'py, PyList>)>;

/// The columns of all contacts, in the order of the rows.
pub(crate) fn columns<'py>(py: Python<'py>, loaded: &[Loaded], rows: &[Row]) -> PyResult<Columns<'py>> {
    let text = |text: &str| PyString::intern(py, text);
    let named = |name: &dyn Fn(&Row) -> Option<&str>| {
        PyList::new(py, rows.iter().map(|row| name(row).map(text)).collect::<Vec<_>>())
    };
    let scenario = |row: &Row| &loaded[row.0].scenario;
    let handled = |row: &Row| row.2.handled.map(|(_, _, until)| until - row.2.arrived - row.2.wait);
    Ok(vec![
        ("scenario", PyList::new(py, rows.iter().map(|row| text(&scenario(row).name)))?),
        ("replication", PyList::new(py, rows.iter().map(|row| row.1))?),
        (
            "contact_type",
            PyList::new(py, rows.iter().map(|row| text(&scenario(row).contacts[row.2.kind.index()].name)))?,
        ),
        ("measured", PyList::new(py, rows.iter().map(|row| row.2.measured))?),
        ("arrived_at", PyList::new(py, rows.iter().map(|row| Some(scenario(row).horizon.local_time(row.2.arrived)?.to_string())))?),
        ("arrived", PyList::new(py, rows.iter().map(|row| row.2.arrived))?),
        ("wait", PyList::new(py, rows.iter().map(|row| row.2.wait))?),
        ("outcome", PyList::new(py, rows.iter().map(|row| text(row.2.ending.name())))?),
        (
            "agent_group",
            PyList::new(
                py,
                rows.iter().map(|row| row.2.handled.map(|(group, ..)| text(&scenario(row).groups[group.index()].name))),
            )?,
        ),
        ("agent", PyList::new(py, rows.iter().map(|row| row.2.handled.map(|(_, agent, _)| agent.0)))?),
        ("handled", PyList::new(py, rows.iter().map(handled))?),
        ("origin", PyList::new(py, rows.iter().map(|row| text(row.2.origin.name())))?),
        ("issue", PyList::new(py, rows.iter().map(|row| row.2.issue))?),
        ("result", named(&|row| row.2.result.map(|result| result.name()))?),
        (
            "channel",
            PyList::new(py, rows.iter().map(|row| text(scenario(row).contacts[row.2.kind.index()].channel.name())))?,
        ),
    ])
}
