//! What less and more money buys: cost against service against satisfaction.

use serde::{Deserialize, Serialize};

use super::document::{Effort, effort};
use super::staff::sketch;
use super::{Evidence, Interrupted, Options, Plan, Trials, variants};
use crate::kpi;
use crate::stats::{Estimate, RatioMoments};

/// A plan and what it gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrontierPoint {
    /// What it takes.
    pub effort: Effort,
    /// How much deeper than asked its promises are, in normal quantiles; 0: the promises themselves; none: a plan for a
    /// budget, whose promises are not all equally deep.
    pub depth: Option<f64>,
    /// Share of all contacts with a promise that are answered in time, by the scenario's definition, on fresh days.
    pub service_level: Option<Estimate>,
    /// Share of those contacts that abandon, on fresh days.
    pub p_abandon: Option<Estimate>,
    /// Share of satisfied customers among them, on fresh days; none without a model of satisfaction.
    pub csat: Option<Estimate>,
    /// Promises that it misses on those days, beyond doubt.
    pub missed: usize,
    /// Whether it is the plan that this document is about.
    pub chosen: bool,
    /// Whether it was proven to keep every promise.
    pub promised: bool,
}

/// How much deeper or shallower than asked the promises of a frontier's points are, in normal quantiles.
const DEPTHS: [f64; 6] = [-1.2, -0.8, -0.4, 0.3, 0.6, 0.9];
/// Error that is accepted in the search for a point; what it gives is measured on fresh days.
const ROUGH: f64 = 0.02;
/// The first fresh replication of a point.
const FRESH: u32 = 5 << 29;
/// Contacts on which a point is measured.
const CONTACTS: f64 = 2e7;

/// Points around a plan: what less and more money buys. `promised` says whether the plan was proven to keep every
/// promise; a plan for a budget was not, and what the promises themselves take then stands among the other points.
///
/// # Errors
/// When the user wants to stop.
pub fn frontier(
    trials: &Trials<'_>,
    options: Options,
    plan: &Plan,
    promised: bool,
) -> Result<Vec<FrontierPoint>, Interrupted> {
    let own = point(trials, options, plan)?;
    let depth = promised.then_some(0.0);
    // What was proven on more days than these is not doubted on them.
    let missed = if promised { 0 } else { own.missed };
    let mut points = vec![FrontierPoint { depth, chosen: true, promised, missed, ..own }];
    let depths = DEPTHS.into_iter().chain((!promised).then_some(0.0));
    for depth in depths {
        if let Some(plan) = at_depth(trials, options, depth)? {
            points.push(FrontierPoint { depth: Some(depth), ..point(trials, options, &plan)? });
        }
    }
    points.sort_by(|a, b| a.effort.paid_hours.total_cmp(&b.effort.paid_hours));
    Ok(points)
}

/// Days that nothing else has seen, in the order of the rounds in which they are used.
pub(super) fn fresh(trials: &Trials<'_>, round: u32) -> std::ops::Range<u32> {
    let size = (CONTACTS / trials.contacts()).clamp(30.0, 10_000.0) as u32;
    FRESH + round * size..FRESH + (round + 1) * size
}

/// The least staff for promises that are so much deeper than asked.
pub(super) fn at_depth(trials: &Trials<'_>, options: Options, depth: f64) -> Result<Option<Plan>, Interrupted> {
    let deeper = variants::deeper(trials.scenario, depth);
    let own = Trials::new(&deeper, trials.seed(), trials.watch());
    Ok(sketch(&own, Options { error: options.error.max(ROUGH), effort: options.effort / 8.0, ..options })?.ok())
}

/// What a plan gives on fresh days.
fn point(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<FrontierPoint, Interrupted> {
    trials.begin("measuring what a budget buys");
    let promised: Vec<usize> =
        (0..trials.scenario.contacts.len()).filter(|kind| trials.scenario.contacts[*kind].target.is_some()).collect();
    let mut sums = [RatioMoments::default(); 3];
    let mut seen = Evidence::new(trials.promises.len());
    trials.look(&plan.staffed(trials.scenario), fresh(trials, 0), &mut |sample, layout| {
        seen.push(trials.scenario, layout, &trials.periods, &trials.promises, sample);
        let cells = || promised.iter().flat_map(|kind| (0..layout.intervals).map(move |interval| (*kind, interval)));
        let counts = || cells().map(|(kind, interval)| sample.counts(layout, kind, interval));
        let rule = trials.scenario.report.service_level;
        sums[0].push(total(counts().map(|counts| kpi::service_level(rule, counts))));
        sums[1].push(total(counts().map(kpi::abandoned)));
        sums[2].push(total(cells().map(|(kind, interval)| sample.feedback(layout, kind, interval).csat())));
    })?;
    let errors = seen.proof_errors(&trials.promises, options.confidence, 0);
    let promises = trials.promises.iter().enumerate();
    let missed = promises.filter(|(n, p)| seen.standing(*n, p).is_some_and(|standing| standing.fails(errors))).count();
    let [service_level, p_abandon, csat] = sums.map(|sum| sum.ratio());
    let effort = effort(trials, plan);
    Ok(FrontierPoint { effort, depth: None, service_level, p_abandon, csat, missed, chosen: false, promised: false })
}

fn total(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
}
