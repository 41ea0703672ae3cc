//! Simulated days on which plans are tried: every plan meets the same customers.

use std::cell::Cell;
use std::sync::atomic::AtomicBool;

use super::demand;
use super::{Evidence, Measure, Periods, Plan, Prices, Promise, promises};
use crate::engine::Model;
use crate::experiment;
use crate::kpi::Layout;
use crate::scenario::Scenario;

/// The work was stopped by its user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

/// How the work is watched.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Raised by who wants to stop.
    pub cancel: &'a AtomicBool,
    /// Told what is being done, and how many plans have been tried so far.
    pub progress: &'a dyn Fn(&str, u64),
}

/// A scenario, its promises, and the customers on which plans are tried.
pub struct Trials<'a> {
    /// The centre; its own staffing is not used.
    pub scenario: &'a Scenario,
    /// When a plan may change.
    pub periods: Periods,
    /// What a plan must keep.
    pub promises: Vec<Promise>,
    /// What a plan costs.
    pub prices: Prices,
    layout: Layout,
    /// The scenario without what only reports need, on which plans are tried.
    lean: Scenario,
    lean_layout: Layout,
    seed: u64,
    watch: Watch<'a>,
    tried: Cell<u64>,
    /// Expected contacts of a replication, and of all simulated so far.
    contacts: f64,
    spent: Cell<f64>,
    stage: Cell<&'static str>,
}

impl<'a> Trials<'a> {
    /// Trials of a scenario with its promises, all under one seed.
    #[must_use]
    pub fn new(scenario: &'a Scenario, seed: u64, watch: Watch<'a>) -> Self {
        let periods = Periods::new(scenario);
        let promises = promises(scenario, &periods);
        let lean = lean(scenario, &promises);
        Self {
            scenario,
            periods,
            promises,
            prices: Prices::new(scenario),
            lean_layout: Layout::day_by_day(&lean),
            lean,
            layout: Layout::day_by_day(scenario),
            seed,
            watch,
            tried: Cell::new(0),
            contacts: demand::contacts(scenario, &periods),
            spent: Cell::new(0.0),
            stage: Cell::new("trying"),
        }
    }

    /// Who watches.
    pub(super) fn watch(&self) -> Watch<'a> {
        self.watch
    }

    /// Whether so many contacts have been simulated that a search should come to an end. Counted in contacts, not in
    /// time, so that every machine finds the same plan.
    pub(super) fn exhausted(&self, contacts: f64) -> bool {
        self.spent.get() > contacts
    }

    /// The seed of all customers.
    pub(super) fn seed(&self) -> u64 {
        self.seed
    }

    /// Says what is being done from now on.
    pub(super) fn begin(&self, stage: &'static str) {
        self.stage.set(stage);
        (self.watch.progress)(stage, self.tried.get());
    }

    /// Simulates a plan for these replications.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn run(&self, plan: &Plan, replications: std::ops::Range<u32>) -> Result<Evidence, Interrupted> {
        self.run_into(Evidence::new(self.promises.len()), plan, replications)
    }

    /// Simulates a plan and keeps every replication apart.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn run_in_pairs(&self, plan: &Plan, replications: std::ops::Range<u32>) -> Result<Evidence, Interrupted> {
        self.run_into(Evidence::in_pairs(self.promises.len()), plan, replications)
    }

    fn run_into(
        &self,
        mut evidence: Evidence,
        plan: &Plan,
        replications: std::ops::Range<u32>,
    ) -> Result<Evidence, Interrupted> {
        self.more(plan, &mut evidence, replications)?;
        self.tried.set(self.tried.get() + 1);
        (self.watch.progress)(self.stage.get(), self.tried.get());
        Ok(evidence)
    }

    /// Simulates further replications of the same plan.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn more(
        &self,
        plan: &Plan,
        evidence: &mut Evidence,
        replications: std::ops::Range<u32>,
    ) -> Result<(), Interrupted> {
        self.simulate(&plan.staffed(&self.lean), &self.lean_layout, replications, &mut |sample| {
            evidence.push(&self.lean, &self.lean_layout, &self.periods, &self.promises, sample);
        })
    }

    /// Simulates a scenario, such as this one with a roster of its own, and hands over its replications.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn look(
        &self,
        staffed: &Scenario,
        replications: std::ops::Range<u32>,
        fold: &mut dyn FnMut(&crate::kpi::Sample, &Layout),
    ) -> Result<(), Interrupted> {
        self.simulate(staffed, &self.layout, replications, &mut |sample| fold(sample, &self.layout))
    }

    fn simulate(
        &self,
        staffed: &Scenario,
        layout: &Layout,
        replications: std::ops::Range<u32>,
        fold: &mut dyn FnMut(&crate::kpi::Sample),
    ) -> Result<(), Interrupted> {
        let model = Model::new(staffed);
        self.spent.set(self.spent.get() + self.contacts * replications.len() as f64);
        let done = experiment::samples(&model, layout, self.seed, replications, self.watch.cancel, fold);
        if done { Ok(()) } else { Err(Interrupted) }
    }

    /// Simulates a scenario with a staffing of another kind and holds it against the promises.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn judge(&self, staffed: &Scenario, replications: std::ops::Range<u32>) -> Result<Evidence, Interrupted> {
        let mut evidence = Evidence::new(self.promises.len());
        self.look(staffed, replications, &mut |sample, layout| {
            evidence.push(self.scenario, layout, &self.periods, &self.promises, sample);
        })?;
        Ok(evidence)
    }
}

/// A scenario without its model of satisfaction, unless satisfaction is promised: it costs time and no contact meets
/// anything else without it.
fn lean(scenario: &Scenario, promises: &[Promise]) -> Scenario {
    let mut lean = scenario.clone();
    if promises.iter().all(|promise| promise.measure != Measure::Csat) {
        lean.satisfaction = None;
        lean.report.story = None;
    }
    lean
}
