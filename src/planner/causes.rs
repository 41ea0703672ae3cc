//! The way from Erlang C to a plan, one cause at a time.

use serde::Serialize;

use super::formulas::{Method, rates, separately};
use super::staff::sketch;
use super::{Interrupted, Options, Plan, Trials, effort, variants};
use crate::scenario::Scenario;

/// A step on the way from Erlang C to the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// What was added to the model.
    pub cause: &'static str,
    /// Paid agent hours with it.
    pub hours: f64,
    /// Change of agent hours by it.
    pub change: f64,
}

/// Error that is accepted in the plans along the way: they are compared, not promised.
const ROUGH: f64 = 0.02;

/// From Erlang C for each type and period by itself to the plan, in paid agent hours. Every step is the difference of
/// two staffings that differ in one thing, so that the steps add up to the gap; the order is part of the answer, for
/// causes act on each other.
pub(super) fn causes(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<Vec<Cause>, Interrupted> {
    let scenario = trials.scenario;
    let steady = rates(trials, Method::Stationary);
    let mut steps = Steps::default();
    steps.reach("Erlang C, each type and period by itself", separately(trials, &steady, false));
    steps.reach("customers who give up", separately(trials, &steady, true));
    let plain = variants::plain(scenario);
    let handled = variants::with_handling(&plain, scenario);
    let busy = variants::with_busy_days(&handled, scenario);
    let pooled = variants::with_groups(&busy, scenario);
    let mean = variants::on_average(scenario);
    let simulated = [
        ("what one period leaves to the next", &plain),
        ("how handling times vary", &handled),
        ("busy days and bursts", &busy),
        ("agents with several skills", &pooled),
        ("everything else in the scenario", &mean),
    ];
    let mut last: Option<&Scenario> = None;
    for (cause, variant) in simulated {
        // What changes nothing takes no search.
        if last != Some(variant) && variant != scenario {
            trials.begin("looking for the causes");
            let hours = hours(trials, variant, options)?;
            steps.reach(cause, hours.or(steps.hours()));
        } else if variant == scenario {
            steps.reach(cause, Some(plan.all_hours(&trials.periods)));
            break;
        }
        last = Some(variant);
    }
    let planned = effort(trials, plan);
    if scenario.contacts.iter().any(|contact| contact.target.is_some_and(|target| target.days.is_some())) {
        steps.reach("a share of days in place of the average", Some(planned.hours));
    }
    steps.reach("rounding and proof", Some(planned.hours));
    steps.reach("paid time away from the work", Some(planned.paid_hours));
    Ok(steps.0)
}

/// Agent hours of the least staff of a variant; none where it cannot keep its promises.
fn hours(trials: &Trials<'_>, variant: &Scenario, options: Options) -> Result<Option<f64>, Interrupted> {
    let own = Trials::new(variant, trials.seed(), trials.watch());
    let plan = sketch(&own, Options { error: options.error.max(ROUGH), effort: options.effort / 8.0, ..options })?;
    Ok(plan.ok().map(|plan| plan.all_hours(&own.periods)))
}

#[derive(Default)]
struct Steps(Vec<Cause>);

impl Steps {
    fn hours(&self) -> Option<f64> {
        self.0.last().map(|cause| cause.hours)
    }

    /// The next step; one that changes nothing is left out, but for the first.
    fn reach(&mut self, cause: &'static str, hours: Option<f64>) {
        let Some(hours) = hours else { return };
        let change = hours - self.hours().unwrap_or(0.0);
        if self.0.is_empty() || change.abs() > 1e-9 {
            self.0.push(Cause { cause, hours, change });
        }
    }
}
