//! What other simulators and papers have published, with their errors, against ours.
//!
//! Two tests on each set of figures. Each figure: ours minus theirs against both errors together, at a false-alarm
//! rate of [`crate::tolerance::FALSE_ALARM`] over the set, with Student's t of as few degrees of freedom as their
//! error has. All figures together: about one in twenty may lie outside `their 95 % interval + ours`, not more.

mod contact_centers;
mod whitt;

use holdline::stats::{Estimate, student_quantile};
use statrs::distribution::{Binomial, DiscreteCDF};

use crate::tolerance::FALSE_ALARM;

/// A figure as published.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Published {
    value: f64,
    /// Half of the last digit printed.
    rounding: f64,
    /// Standard error; none for figures that were computed and not simulated.
    error: f64,
    /// Degrees of freedom of that error.
    degrees: u32,
}

/// Ours beside theirs.
pub(crate) struct Row {
    name: String,
    ours: Estimate,
    theirs: Published,
}

impl Row {
    fn new(name: impl Into<String>, ours: Option<Estimate>, theirs: Published) -> Self {
        let name = name.into();
        let ours = ours.unwrap_or_else(|| panic!("{name}: no figure"));
        Self { name, ours, theirs }
    }

    /// How far apart, beyond what rounding hides, and the error of the difference.
    fn difference(&self) -> (f64, f64) {
        let apart = ((self.ours.value - self.theirs.value).abs() - self.theirs.rounding).max(0.0);
        (apart, self.ours.std_error.unwrap().hypot(self.theirs.error))
    }
}

/// The same, in other units.
fn scaled(estimate: Option<Estimate>, factor: f64) -> Option<Estimate> {
    let scale = |e: Estimate| Estimate {
        value: e.value * factor,
        std_error: e.std_error.map(|error| error * factor),
        ci95: e.ci95.map(|[low, high]| [low * factor, high * factor]),
    };
    estimate.map(scale)
}

/// One minus a share.
fn other_share(estimate: Option<Estimate>) -> Option<Estimate> {
    estimate.map(|e| Estimate { value: 1.0 - e.value, ..e })
}

/// Holds a set of rows to the two tests.
fn hold(rows: &[Row]) {
    let mut outside = 0;
    let mut failures = Vec::new();
    let mut table = String::new();
    for row in rows {
        let (apart, error) = row.difference();
        let limit = student_quantile(1.0 - FALSE_ALARM / 2.0 / rows.len() as f64, row.theirs.degrees);
        let theirs = row.theirs.error * student_quantile(0.975, row.theirs.degrees);
        outside += usize::from(apart > theirs + row.ours.half_width().unwrap());
        let half = row.ours.half_width().unwrap();
        let line = format!(
            "{:<44} ours {:>10.5} ± {half:<9.5} published {:>10.5} ± {theirs:<9.5}",
            row.name, row.ours.value, row.theirs.value
        );
        if apart > limit * error {
            failures.push(format!("{line}: {:.1} standard errors", apart / error));
        }
        table += &line;
        table.push('\n');
    }
    write_down(&table);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let most = Binomial::new(0.05, rows.len() as u64).unwrap().inverse_cdf(1.0 - FALSE_ALARM);
    assert!(outside as u64 <= most, "{outside} of {} outside both intervals, at most {most}:\n{table}", rows.len());
}

/// Appends to a file named by the environment, for the record: `PUBLISHED=/some/file cargo test --profile tests published`.
pub(crate) fn write_down(table: &str) {
    use std::io::Write;
    if let Ok(path) = std::env::var("PUBLISHED") {
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        file.write_all(table.as_bytes()).unwrap();
    }
}
