//! Simulated days on which plans are tried: every plan meets the same customers.

use std::cell::Cell;
use std::sync::atomic::AtomicBool;

use super::demand;
use super::{Evidence, Measure, Periods, Plan, Prices, Promise, promises};
use crate::engine::Model;
use crate::experiment;
use crate::kpi::Layout;
use crate::scenario::{Length, Scenario};
use crate::units::DAY;

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
    /// The scenario on which plans are tried, and its periods: see [`tried`].
    tried_on: Scenario,
    tried_periods: Periods,
    tried_layout: Layout,
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
        let (tried_on, tried_periods) = tried(scenario, &promises, periods);
        Self {
            scenario,
            periods,
            promises,
            prices: Prices::new(scenario),
            tried_layout: Layout::day_by_day(&tried_on),
            layout: Layout::day_by_day(scenario),
            seed,
            watch,
            tried: Cell::new(0),
            contacts: demand::contacts(&tried_on, &Periods::new(&tried_on)),
            tried_on,
            tried_periods,
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

    /// Days that are simulated before those that count, so that their backlog is there: 0 where nothing waits so long.
    pub(super) fn days_before(&self) -> u32 {
        (self.tried_periods.lead / self.periods.per_day) as u32
    }

    /// Contacts expected in a replication.
    pub(super) fn contacts(&self) -> f64 {
        self.contacts.max(1.0)
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
        self.simulate(&plan.staffed(&self.tried_on), &self.tried_layout, replications, &mut |sample| {
            evidence.push(&self.tried_on, &self.tried_layout, &self.tried_periods, &self.promises, sample);
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

/// The scenario on which plans are tried. It has no model of satisfaction unless that is promised: it costs time, and no
/// contact meets anything else without it. Days that are all alike and leave work to the next are tried as some days
/// among many: with the days before whose backlog they begin with, and those after in which theirs ends. A plan for a
/// first day alone would live on the empty desk that it begins with, and on work that is done when it is over.
fn tried(scenario: &Scenario, promises: &[Promise], periods: Periods) -> (Scenario, Periods) {
    let mut tried = scenario.clone();
    if promises.iter().all(|promise| promise.measure != Measure::Csat) {
        tried.satisfaction = None;
        tried.report.story = None;
    }
    let (Length::Days(days), Some(longest)) = (scenario.horizon.length, longest_backlog(scenario)) else {
        return (tried, periods);
    };
    if periods.count != periods.per_day || scenario.horizon.warm_up.get() > 0.0 {
        return (tried, periods);
    }
    let after = (longest / DAY).ceil() as u32;
    let before = after + SETTLING;
    tried.horizon.length = Length::Days(before + days + after);
    (tried, Periods { lead: before as usize * periods.per_day, ..periods })
}

/// Days more than the longest wait in which a backlog that a plan does not master shows.
const SETTLING: u32 = 3;

/// How long work that can wait may wait, s; none where nothing of the kind is promised.
fn longest_backlog(scenario: &Scenario) -> Option<f64> {
    let deferred = scenario.contacts.iter().filter(|contact| contact.channel.is_deferred());
    deferred.filter_map(|contact| Some(contact.target?.within.get())).reduce(f64::max)
}
