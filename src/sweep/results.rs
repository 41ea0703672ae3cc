//! The files of a finished sweep: every figure of every replication, summaries, and points.

use std::path::Path;

use super::SweepError;
use super::factor::Level;
use super::fold::{Finished, fold};
use super::plan::Plan;
use super::store::Store;
use super::tables::{Cell, Kind, TwoTables};
use crate::kpi::Column;
use crate::report::write_atomically;
use crate::stats::Estimate;

/// Writes `results` (one row a point, replication and figure), `summary` (one row a point and figure) and `points.csv` to
/// a folder; files that are not whole yet lie in `scratch`, on the same disk. `each` sees every point on the way.
///
/// # Errors
/// Where a unit is missing or damaged, or a file cannot be written; no file is then left half.
pub fn write_results(
    plan: &Plan,
    store: &Store,
    (folder, scratch): (&Path, &Path),
    each: &mut dyn FnMut(&Finished<'_>, &[(Column, Option<Estimate>)]),
) -> Result<(), SweepError> {
    let facts = [("version", plan.version.clone()), ("sweep", plan.identity()), ("seed", plan.seed.to_string())];
    let mut results = TwoTables::create((folder, scratch), "results", &columns(&RESULTS), &facts)?;
    let mut summaries = TwoTables::create((folder, scratch), "summary", &summary_columns(plan), &facts)?;
    let numeric: Vec<bool> = (0..plan.factors.len()).map(|factor| plan.is_numeric(factor)).collect();
    fold(plan, store, &mut |finished| {
        rows(&mut results, finished)?;
        let summary = finished.summary();
        summary_rows(&mut summaries, (plan, &numeric), finished, &summary)?;
        each(finished, &summary);
        Ok(())
    })?;
    results.finish()?;
    summaries.finish()?;
    Ok(write_atomically(&folder.join("points.csv"), &points(plan)?)?)
}

const RESULTS: [(&str, Kind); 8] = [
    ("point", Kind::Whole),
    ("replication", Kind::Whole),
    ("kind", Kind::Text),
    ("subject", Kind::Text),
    ("figure", Kind::Text),
    ("numerator", Kind::Number),
    ("denominator", Kind::Number),
    ("value", Kind::Number),
];

const SUMMARY: [(&str, Kind); 8] = [
    ("kind", Kind::Text),
    ("subject", Kind::Text),
    ("figure", Kind::Text),
    ("replications", Kind::Whole),
    ("value", Kind::Number),
    ("std_error", Kind::Number),
    ("ci95_low", Kind::Number),
    ("ci95_high", Kind::Number),
];

fn columns(of: &[(&str, Kind)]) -> Vec<(String, Kind)> {
    of.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()
}

/// The point, what each factor is there, then the figure.
fn summary_columns(plan: &Plan) -> Vec<(String, Kind)> {
    let factor = |(place, name): (usize, &String)| {
        (name.clone(), if plan.is_numeric(place) { Kind::Number } else { Kind::Text })
    };
    let factors = plan.factors.iter().enumerate().map(factor);
    columns(&[("point", Kind::Whole)]).into_iter().chain(factors).chain(columns(&SUMMARY)).collect()
}

/// Points and replications are counted from 1, as people count them.
fn rows(table: &mut TwoTables, finished: &Finished<'_>) -> Result<(), SweepError> {
    let point = finished.point as u32 + 1;
    for (replication, pairs) in (1..).zip(&finished.record.pairs) {
        for (Column { kind, subject, figure }, (numerator, denominator)) in finished.columns.iter().zip(pairs) {
            table.row(&[
                Cell::Whole(point),
                Cell::Whole(replication),
                Cell::Text(kind),
                Cell::Text(subject),
                Cell::Text(figure),
                Cell::Number(Some(*numerator)),
                Cell::Number(Some(*denominator)),
                Cell::Number(Some(numerator / denominator)),
            ])?;
        }
    }
    Ok(())
}

fn summary_rows(
    table: &mut TwoTables,
    (plan, numeric): (&Plan, &[bool]),
    finished: &Finished<'_>,
    summary: &[(Column, Option<Estimate>)],
) -> Result<(), SweepError> {
    let levels = plan.points[finished.point].iter().zip(numeric);
    let head: Vec<Cell<'_>> = levels.map(|(level, numeric)| cell(level, *numeric)).collect();
    for (Column { kind, subject, figure }, estimate) in summary {
        let ends = estimate.and_then(|estimate| estimate.ci95);
        let mut row = vec![Cell::Whole(finished.point as u32 + 1)];
        row.extend(&head);
        row.extend([Cell::Text(kind), Cell::Text(subject), Cell::Text(figure)]);
        row.extend([
            Cell::Whole(finished.replications()),
            Cell::Number(estimate.map(|estimate| estimate.value)),
            Cell::Number(estimate.and_then(|estimate| estimate.std_error)),
            Cell::Number(ends.map(|[low, _]| low)),
            Cell::Number(ends.map(|[_, high]| high)),
        ]);
        table.row(&row)?;
    }
    Ok(())
}

fn cell(level: &Level, numeric: bool) -> Cell<'_> {
    if numeric { Cell::Number(level.number) } else { Cell::Text(&level.text) }
}

/// What each factor is at each point, in the words of the design.
fn points(plan: &Plan) -> Result<Vec<u8>, SweepError> {
    let failed = |error: csv::Error| SweepError::Report(error.into());
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(std::iter::once("point").chain(plan.factors.iter().map(String::as_str))).map_err(failed)?;
    for (point, levels) in (1..).zip(&plan.points) {
        let number: u64 = point;
        let words = levels.iter().map(|level| level.text.clone());
        table.write_record(std::iter::once(number.to_string()).chain(words)).map_err(failed)?;
    }
    table.into_inner().map_err(|error| SweepError::Report(csv::Error::from(error.into_error()).into()))
}
