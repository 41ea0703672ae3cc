//! Everything about a run as files: a directory a scenario, and what compares them beside.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::kpi::{ResultDocument, ScenarioResult};
use crate::report::files::make_directory;
use crate::report::plot::{self, Chart};
use crate::report::{Language, ReportError, csv, custom, json, write_atomically};

/// Writes tables and charts under `directory`, and answers what was written, in order. Where a model has parts given in
/// code, it writes `result.json` too, and `run.toml`, which names them.
///
/// # Errors
/// At the first file that cannot be made or written; the ones before it stay.
pub fn write_all(document: &ResultDocument, directory: &Path) -> Result<Vec<PathBuf>, ReportError> {
    let mut written = Written::default();
    make_directory(directory)?;
    let mut taken = HashSet::new();
    for scenario in &document.scenarios {
        let place = directory.join(unused(&slug(&scenario.name), &mut taken));
        make_directory(&place)?;
        written.scenario(scenario, &place)?;
    }
    if let Some(table) = csv::comparison(document)? {
        written.file(directory.join("comparison.csv"), &table)?;
    }
    let of = [plot::comparison, plot::tradeoff, plot::customers_compared];
    let charts = of.map(|chart| chart(document, Language::English));
    written.charts(&charts.into_iter().flatten().collect::<Vec<_>>(), directory)?;
    if custom::any(document) {
        let result = json(document)?;
        written.file(directory.join("result.json"), result.as_bytes())?;
        written.file(directory.join("run.toml"), custom::record(document, &result)?.as_bytes())?;
    }
    Ok(written.0)
}

/// What has been written so far.
#[derive(Default)]
pub(super) struct Written(Vec<PathBuf>);

impl Written {
    fn scenario(&mut self, scenario: &ScenarioResult, place: &Path) -> Result<(), ReportError> {
        self.file(place.join("summary.csv"), &csv::summary(scenario)?)?;
        if let Some(table) = csv::intervals(scenario)? {
            self.file(place.join("intervals.csv"), &table)?;
        }
        if let Some(table) = csv::people(scenario)? {
            self.file(place.join("people.csv"), &table)?;
        }
        if let Some(table) = csv::weeks(scenario)? {
            self.file(place.join("weeks.csv"), &table)?;
        }
        self.charts(&plot::charts(scenario, Language::English), place)
    }

    /// Draws on all cores, writes in order.
    pub(super) fn charts(&mut self, charts: &[Chart], place: &Path) -> Result<(), ReportError> {
        let drawn: Vec<_> = charts.par_iter().map(|chart| rayon::join(|| chart.svg(), || chart.png())).collect();
        for (chart, (svg, png)) in charts.iter().zip(drawn) {
            self.file(place.join(format!("{}.svg", chart.name)), svg?.as_bytes())?;
            self.file(place.join(format!("{}.png", chart.name)), &png?)?;
        }
        Ok(())
    }

    /// What was written, in order.
    pub(super) fn into_paths(self) -> Vec<PathBuf> {
        self.0
    }

    pub(super) fn file(&mut self, path: PathBuf, bytes: &[u8]) -> Result<(), ReportError> {
        write_atomically(&path, bytes)?;
        self.0.push(path);
        Ok(())
    }
}

/// A name fit for a directory anywhere: small letters, digits and hyphens.
pub(super) fn slug(name: &str) -> String {
    let plain: String = name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "unnamed".into() } else { words.join("-").chars().take(60).collect() }
}

/// The slug, numbered from the second scenario that has it.
pub(super) fn unused(slug: &str, taken: &mut HashSet<String>) -> String {
    let mut name = slug.to_owned();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{slug}-{number}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_are_plain_and_apart() {
        assert_eq!(slug("Peak Monday / +10 %"), "peak-monday-10");
        assert_eq!(slug("../.."), "unnamed");
        let mut taken = HashSet::new();
        let names: Vec<String> = ["a", "a", "a-2", "a"].iter().map(|s| unused(s, &mut taken)).collect();
        assert_eq!(names, ["a", "a-2", "a-2-2", "a-3"]);
    }
}
