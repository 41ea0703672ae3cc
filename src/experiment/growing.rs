//! A scenario whose replications grow in steps, for somebody who looks on.

use std::sync::atomic::{AtomicBool, Ordering};

use super::run::{Job, Options, Sinks, wave};
use crate::engine::Model;
use crate::kpi::{Layout, ScenarioResult, Statistics, Stop};
use crate::scenario::Scenario;

/// The replications of a scenario so far, which may become more. So many replications say the same in whatever steps
/// they were reached.
pub struct Growing<'a>(Job<'a>);

impl<'a> Growing<'a> {
    /// No replication yet; `model` and `layout` belong to the scenario.
    #[must_use]
    pub fn new(scenario: &'a Scenario, model: &'a Model, layout: &'a Layout) -> Self {
        Self(Job::new(scenario, model, layout, Options::default(), true))
    }

    /// Goes on until there are so many replications. False when it was cancelled on the way: what is done is kept.
    pub fn grow(&mut self, replications: u32, cancel: &AtomicBool) -> bool {
        self.0.goal = replications.max(self.0.statistics.replications());
        let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
        while self.0.left() > 0 {
            if cancel.load(Ordering::Relaxed) {
                return false;
            }
            wave(std::slice::from_mut(&mut self.0), Options::default(), cancel, &mut sinks);
        }
        true
    }

    /// What they say together, figure by figure.
    #[must_use]
    pub fn statistics(&self) -> &Statistics<'a> {
        &self.0.statistics
    }

    /// The figures as they stand.
    #[must_use]
    pub fn result(&self, file: &str) -> ScenarioResult {
        self.0.statistics.result(file, self.0.seed, Stop::Replications)
    }
}
