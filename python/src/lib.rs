//! The module `holdline._holdline`: the library as Python sees it. What it gives is plain (numbers, texts, lists); the
//! package around it makes it handy.
//!
//! Everything that takes time runs without the interpreter's lock (`watch.rs`), and every error of an input becomes an
//! exception with the command line's text (`errors.rs`).

mod contacts;
mod erlang;
mod errors;
mod fit;
mod run;
mod scenario;
mod staff;
mod sweep;
mod watch;

use pyo3::prelude::*;

#[pymodule]
fn _holdline(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(run::run, module)?)?;
    module.add_function(wrap_pyfunction!(staff::staff, module)?)?;
    module.add_function(wrap_pyfunction!(erlang::erlang, module)?)?;
    module.add_function(wrap_pyfunction!(fit::fit, module)?)?;
    module.add_function(wrap_pyfunction!(sweep::design, module)?)?;
    module.add_function(wrap_pyfunction!(sweep::sweep, module)?)?;
    module.add_function(wrap_pyfunction!(sweep::merge, module)?)
}
