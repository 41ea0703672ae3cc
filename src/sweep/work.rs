//! Simulating units on all threads; which of them runs where and when changes nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::SweepError;
use super::design::{Design, Rule};
use super::plan::Unit;
use super::store::Workshop;
use crate::engine::Model;
use crate::experiment::block;
use crate::kpi::{Column, Layout, Record, columns};
use crate::scenario::Scenario;
use crate::stats::RatioMoments;

/// Who looks on, and who may end the work.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Raised by who wants to stop.
    pub cancel: &'a AtomicBool,
    /// Told how much is done, and how much there is to do: replications, or points under a precision.
    pub progress: &'a dyn Fn(u64, u64),
}

/// A wave of units that is done sooner is followed by a larger one, so that files of units do not become many.
const SHORT: Duration = Duration::from_millis(500);
/// Most units of a wave.
const MOST_AT_ONCE: usize = 4096;

/// Simulates those of the units that are not finished yet, and keeps them as they come. False where it was cancelled: what
/// is kept then is whole, and the next time goes on from there.
///
/// # Errors
/// Where finished units cannot be kept.
pub fn work(design: &Design, workshop: &mut Workshop, units: &[usize], watch: Watch<'_>) -> Result<bool, SweepError> {
    let weight = |unit: &usize| match design.plan.rule {
        Rule::Replications(_) => {
            u64::from(design.plan.unit(*unit).replications.end - design.plan.unit(*unit).replications.start)
        }
        Rule::Precision { .. } => 1,
    };
    let all: u64 = units.iter().map(weight).sum();
    let left: Vec<usize> = units.iter().copied().filter(|unit| !workshop.store.has(*unit)).collect();
    let mut done = all - left.iter().map(weight).sum::<u64>();
    (watch.progress)(done, all);
    let (mut rest, mut size) = (left.as_slice(), 4 * rayon::current_num_threads());
    while !rest.is_empty() {
        let (wave, later) = rest.split_at(size.min(rest.len()));
        let begun = Instant::now();
        let simulate = |unit: &usize| Some((*unit, simulate(design, &design.plan.unit(*unit), watch.cancel)?));
        let finished: Vec<_> = wave.par_iter().filter_map(simulate).collect();
        let whole = finished.len() == wave.len();
        done += finished.iter().map(|(unit, _)| weight(unit)).sum::<u64>();
        workshop.keep(finished)?;
        (watch.progress)(done, all);
        if !whole || (watch.cancel.load(Ordering::Relaxed) && !later.is_empty()) {
            return Ok(false);
        }
        if begun.elapsed() < SHORT {
            size = (2 * size).min(MOST_AT_ONCE);
        }
        rest = later;
    }
    Ok(true)
}

/// One unit; none where it was cancelled.
fn simulate(design: &Design, unit: &Unit, cancel: &AtomicBool) -> Option<Record> {
    let scenario = design.scenario(unit.point)?;
    let (model, layout) = (Model::new(&scenario), Layout::new(&scenario));
    let all = columns(&scenario);
    let kept: Vec<usize> = (0..all.len()).filter(|column| design.plan.keeps(&all[*column].figure)).collect();
    match design.plan.rule {
        Rule::Replications(_) => block(&scenario, &model, &layout, &kept, unit.replications.clone(), cancel),
        Rule::Precision { share, first, most } => {
            let every: Vec<usize> = (0..all.len()).collect();
            let more = |range| block(&scenario, &model, &layout, &every, range, cancel);
            let mut record = until(share, first, most, &watched(&scenario, &all), more)?;
            record.keep(&kept);
            Some(record)
        }
    }
}

/// The figures that a precision is asked of.
fn watched(scenario: &Scenario, columns: &[Column]) -> Vec<usize> {
    let is_watched = |column: &Column| {
        column.kind == "contacts"
            && ["service_level", "p_abandon"].contains(&column.figure.as_str())
            && scenario.contacts.iter().any(|kind| kind.name == column.subject && !kind.channel.serves_itself())
    };
    (0..columns.len()).filter(|column| is_watched(&columns[*column])).collect()
}

/// Replications until all that is watched is known well enough, looked at after numbers fixed beforehand.
fn until(
    share: f64,
    first: u32,
    most: u32,
    watched: &[usize],
    more: impl Fn(std::ops::Range<u32>) -> Option<Record>,
) -> Option<Record> {
    let mut record = Record::default();
    let mut goal = first.min(most);
    loop {
        record.append(more(record.pairs.len() as u32..goal)?);
        let known = |column: &usize| {
            let mut moments = RatioMoments::default();
            record.pairs.iter().for_each(|pairs| moments.push(pairs[*column]));
            moments.half_width_of_share().is_some_and(|half| half <= share)
        };
        if goal >= most || watched.iter().all(known) {
            return Some(record);
        }
        goal = goal.saturating_add(goal / 2).min(most);
    }
}
