//! What a budget buys: cost against service against satisfaction.

use serde::Serialize;

use super::document::{Effort, effort};
use super::staff::{Affordable, sketch};
use super::{Interrupted, Options, Plan, Trials, demand, variants};
use crate::kpi;
use crate::stats::{Estimate, RatioMoments};

/// The best service for a budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontierPoint {
    /// What it takes.
    pub effort: Effort,
    /// How much deeper than asked its promises are, in normal quantiles; 0: the promises themselves.
    pub depth: f64,
    /// Share of all contacts with a promise that are answered in time, by the scenario's definition, on fresh days.
    pub service_level: Option<Estimate>,
    /// Share of those contacts that abandon, on fresh days.
    pub p_abandon: Option<Estimate>,
    /// Share of satisfied customers among them, on fresh days; none without a model of satisfaction.
    pub csat: Option<Estimate>,
    /// Whether it is the plan that keeps the promises.
    pub promised: bool,
}

/// What a plan may take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Budget {
    /// Highest cost over the horizon.
    Cost(f64),
    /// Most agents on duty at once.
    Agents(u32),
}

impl Budget {
    fn allows(self, trials: &Trials<'_>, plan: &Plan) -> bool {
        match self {
            Self::Cost(most) => trials.prices.plan(plan, &trials.periods) <= most,
            Self::Agents(most) => effort(trials, plan).most <= most,
        }
    }
}

/// How much deeper or shallower than asked the promises of a frontier's points are, in normal quantiles.
const DEPTHS: [f64; 6] = [-1.2, -0.8, -0.4, 0.3, 0.6, 0.9];
/// The shallowest and the deepest promises that are tried for a budget.
const WIDEST: (f64, f64) = (-3.0, 2.0);
/// Halvings between them.
const HALVINGS: u32 = 6;
/// Error that is accepted in the search for a point; what it gives is measured on fresh days.
const ROUGH: f64 = 0.02;
/// The first fresh replication of a point.
const FRESH: u32 = 5 << 29;
/// Contacts on which a point is measured.
const CONTACTS: f64 = 2e7;

/// Points around the plan that keeps the promises: what less and more money buys.
///
/// # Errors
/// When the user wants to stop.
pub fn frontier(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<Vec<FrontierPoint>, Interrupted> {
    let mut points = vec![point(trials, plan, 0.0)?];
    for depth in DEPTHS {
        if let Some(plan) = at_depth(trials, options, depth)? {
            points.push(point(trials, &plan, depth)?);
        }
    }
    points.sort_by(|a, b| a.effort.paid_hours.total_cmp(&b.effort.paid_hours));
    Ok(points)
}

/// The plan with the deepest promises, all deepened alike, that a budget allows, and what it gives on fresh days; none
/// where even the shallowest take more.
///
/// # Errors
/// When the user wants to stop.
pub fn within_budget(trials: &Trials<'_>, options: Options, budget: Budget) -> Result<Option<Affordable>, Interrupted> {
    let (mut low, mut high) = WIDEST;
    let mut best = None;
    for _ in 0..=HALVINGS {
        let depth = 0.5 * (low + high);
        match at_depth(trials, options, depth)?.filter(|plan| budget.allows(trials, plan)) {
            Some(plan) => {
                low = depth;
                best = Some((plan, depth));
            }
            None => high = depth,
        }
    }
    let Some((plan, depth)) = best else { return Ok(None) };
    let evidence = trials.run(&plan, fresh(trials))?;
    Ok(Some(Affordable { budget, plan, depth, evidence }))
}

/// Days that nothing else has seen.
fn fresh(trials: &Trials<'_>) -> std::ops::Range<u32> {
    let contacts = demand::contacts(trials.scenario, &trials.periods).max(1.0);
    FRESH..FRESH + (CONTACTS / contacts).clamp(30.0, 10_000.0) as u32
}

/// The least staff for promises that are so much deeper than asked.
fn at_depth(trials: &Trials<'_>, options: Options, depth: f64) -> Result<Option<Plan>, Interrupted> {
    let deeper = variants::deeper(trials.scenario, depth);
    let own = Trials::new(&deeper, trials.seed(), trials.watch());
    Ok(sketch(&own, Options { error: options.error.max(ROUGH), effort: options.effort / 8.0, ..options })?.ok())
}

/// What a plan gives on fresh days.
fn point(trials: &Trials<'_>, plan: &Plan, depth: f64) -> Result<FrontierPoint, Interrupted> {
    trials.begin("measuring what a budget buys");
    let promised: Vec<usize> =
        (0..trials.scenario.contacts.len()).filter(|kind| trials.scenario.contacts[*kind].target.is_some()).collect();
    let mut sums = [RatioMoments::default(); 3];
    trials.look(&plan.staffed(trials.scenario), fresh(trials), &mut |sample, layout| {
        let cells = || promised.iter().flat_map(|kind| (0..layout.intervals).map(move |interval| (*kind, interval)));
        let counts = || cells().map(|(kind, interval)| sample.counts(layout, kind, interval));
        let rule = trials.scenario.report.service_level;
        sums[0].push(total(counts().map(|counts| kpi::service_level(rule, counts))));
        sums[1].push(total(counts().map(kpi::abandoned)));
        sums[2].push(total(cells().map(|(kind, interval)| sample.feedback(layout, kind, interval).csat())));
    })?;
    let [service_level, p_abandon, csat] = sums.map(|sum| sum.ratio());
    Ok(FrontierPoint { effort: effort(trials, plan), depth, service_level, p_abandon, csat, promised: depth == 0.0 })
}

fn total(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
}
