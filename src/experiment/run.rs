//! Replications until there are enough, or until somebody wants to stop.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::replicate::{Piece, Setting, replicate};
use crate::engine::Model;
use crate::kpi::{ContactRow, Layout, Statistics, Stop};
use crate::scenario::Scenario;

/// How long to go on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// In place of the scenario's number of replications.
    pub replications: Option<u32>,
    /// In place of the scenario's seed.
    pub seed: Option<u64>,
    /// Go on until half the width of every 95 % interval of service level and abandonment is at most this share.
    pub precision: Option<f64>,
    /// The most replications when a precision is asked for.
    pub max_replications: u32,
    /// Hand every contact to [`Sinks::contacts`].
    pub log_contacts: bool,
}

/// Where news goes while the work goes on.
pub struct Sinks<'a> {
    /// Replications done, replications to do.
    pub progress: &'a dyn Fn(u64, u64),
    /// Contacts of a replication, scenario by scenario in order of replication: (scenario, replication, contacts).
    pub contacts: &'a mut dyn FnMut(usize, u32, Vec<ContactRow>),
}

/// What came out for one scenario.
pub struct Outcome<'a> {
    /// The statistics of the replications done.
    pub statistics: Statistics<'a>,
    /// The seed used.
    pub seed: u64,
    /// Why it stopped.
    pub stop: Stop,
}

/// One scenario at work.
pub(super) struct Job<'a> {
    scenario: &'a Scenario,
    model: &'a Model,
    layout: &'a Layout,
    pub(super) statistics: Statistics<'a>,
    pub(super) seed: u64,
    /// Replications after which to look whether it is enough.
    pub(super) goal: u32,
    stop: Option<Stop>,
}

/// Fewest replications on which a stopping rule may rest.
const FIRST_LOOK: u32 = 10;

/// Simulates all scenarios side by side. `models` and `layouts` belong to `scenarios`, one by one; a model may have parts
/// given in code ([`Model::with_routing`], [`Model::with_patience`]), which its results name.
///
/// With a precision, the intervals are looked at after numbers of replications that are fixed beforehand (the
/// scenario's, then half as many more each time), so the answer does not depend on the number of threads.
pub fn run<'a>(
    scenarios: &'a [Scenario],
    models: &'a [Model],
    layouts: &'a [Layout],
    options: Options,
    cancel: &AtomicBool,
    sinks: &mut Sinks<'_>,
) -> Vec<Outcome<'a>> {
    let mut jobs: Vec<Job<'a>> = scenarios
        .iter()
        .zip(models.iter().zip(layouts))
        .map(|(scenario, (model, layout))| Job::new(scenario, model, layout, options, scenarios.len() > 1))
        .collect();
    while jobs.iter().any(|job| job.stop.is_none()) {
        wave(&mut jobs, options, cancel, sinks);
        for job in &mut jobs {
            job.look(options, cancel.load(Ordering::Relaxed));
        }
    }
    jobs.into_iter().map(Job::finish).collect()
}

impl<'a> Job<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        model: &'a Model,
        layout: &'a Layout,
        options: Options,
        compared: bool,
    ) -> Self {
        let asked = options.replications.unwrap_or(scenario.run.replications);
        let goal =
            if options.precision.is_some() { asked.max(FIRST_LOOK).min(options.max_replications) } else { asked };
        let statistics = Statistics::new(scenario, model, layout, compared);
        let seed = options.seed.unwrap_or(scenario.run.seed);
        Self { scenario, model, layout, statistics, seed, goal, stop: None }
    }

    /// Replications still to do before the next look.
    pub(super) fn left(&self) -> u32 {
        if self.stop.is_some() { 0 } else { self.goal - self.statistics.replications() }
    }

    /// Whether it is enough.
    fn look(&mut self, options: Options, cancelled: bool) {
        if self.stop.is_some() {
            return;
        }
        if self.left() > 0 {
            self.stop = cancelled.then_some(Stop::Interrupted);
            return;
        }
        self.stop = match options.precision {
            None => Some(Stop::Replications),
            Some(precision) if self.statistics.widest().is_some_and(|half| half <= precision) => {
                Some(Stop::PrecisionReached)
            }
            Some(_) if self.goal >= options.max_replications => Some(Stop::MaxReplications),
            Some(_) if cancelled => Some(Stop::Interrupted),
            Some(_) => {
                self.goal = self.goal.saturating_add(self.goal / 2).min(options.max_replications);
                None
            }
        };
    }

    fn fold(&mut self, piece: Piece, number: usize, sinks: &mut Sinks<'_>) {
        let first = self.statistics.replications();
        piece.samples.iter().for_each(|sample| self.statistics.push(sample));
        self.statistics.merge(&piece.recordings);
        for (replication, contacts) in (first..).zip(piece.contacts) {
            (sinks.contacts)(number, replication, contacts);
        }
    }

    fn finish(self) -> Outcome<'a> {
        debug_assert!(self.statistics.replications() <= self.goal, "{}", self.scenario.name);
        Outcome { statistics: self.statistics, seed: self.seed, stop: self.stop.unwrap_or(Stop::Replications) }
    }
}

/// Some pieces of work for every thread, then the folding.
pub(super) fn wave(jobs: &mut [Job<'_>], options: Options, cancel: &AtomicBool, sinks: &mut Sinks<'_>) {
    let pieces = pieces(jobs, options.log_contacts);
    let results: Vec<Option<Piece>> = pieces
        .par_iter()
        .map(|(number, replications)| {
            let Job { model, layout, seed, .. } = &jobs[*number];
            let setting = Setting { model, layout, seed: *seed, cancel, log_contacts: options.log_contacts };
            replicate(setting, replications.clone())
        })
        .collect();
    let mut broken = vec![false; jobs.len()];
    for ((number, _), result) in pieces.into_iter().zip(results) {
        match result {
            Some(piece) if !broken[number] => jobs[number].fold(piece, number, sinks),
            // What comes after a gap is no prefix: it is dropped.
            _ => broken[number] = true,
        }
    }
    let done = jobs.iter().map(|job| u64::from(job.statistics.replications())).sum();
    let all = jobs.iter().map(|job| u64::from(job.statistics.replications() + job.left())).sum();
    (sinks.progress)(done, all);
}

/// Pieces of a wave whose contacts are handed on, on any number of threads: the order in which scenarios take turns
/// in the log is the order of the pieces.
const LOGGED_PIECES: u32 = 32;

/// The next pieces of work: (job, replications), a few for each thread, fairly over the jobs.
fn pieces(jobs: &[Job<'_>], log_contacts: bool) -> Vec<(usize, std::ops::Range<u32>)> {
    let threads = rayon::current_num_threads() as u32;
    let left: u32 = jobs.iter().map(Job::left).max().unwrap_or(0);
    let open = jobs.iter().filter(|job| job.left() > 0).count().max(1) as u32;
    // At the end of a wave a thread waits for half a piece on average: more and smaller pieces make that little, as
    // long as the histograms of their many types do not fill the memory.
    let types = jobs.iter().map(|job| job.layout.types).max().unwrap_or(1) as u32;
    let per_thread = (256 / types).clamp(4, 32);
    let (size, all) =
        if log_contacts { (1, LOGGED_PIECES) } else { ((left / (4 * threads)).clamp(1, 8), per_thread * threads) };
    let each = all.div_ceil(open);
    let of_job = |(number, job): (usize, &Job<'_>)| {
        let (first, end) = (job.statistics.replications(), job.statistics.replications() + job.left());
        let starts = (first..end).step_by(size as usize).take(each as usize);
        starts.map(move |start| (number, start..(start + size).min(end))).collect::<Vec<_>>()
    };
    jobs.iter().enumerate().flat_map(of_job).collect()
}
