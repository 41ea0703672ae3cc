//! The way from Erlang C to a plan, one cause at a time.

use serde::{Deserialize, Serialize};

use super::formulas::{Method, rates, separately};
use super::staff::sketch;
use super::{Interrupted, Options, Plan, Scope, Trials, effort, variants};
use crate::scenario::{Scenario, Target};

/// The way from Erlang C to the plan, in agent hours on duty; the last step goes from those to the paid ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Step by step. Every step is the difference of two staffings that differ in one thing, so that the steps add up to
    /// the gap; the order is part of the answer, for causes act on each other.
    Steps(Vec<Cause>),
    /// It cannot be told, and why.
    Unknown(String),
}

impl Way {
    /// The steps; none where they are not known.
    #[must_use]
    pub fn steps(&self) -> &[Cause] {
        match self {
            Self::Steps(steps) => steps,
            Self::Unknown(_) => &[],
        }
    }
}

/// A step on the way from Erlang C to the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// What was added to the model.
    pub cause: String,
    /// Agent hours on duty with it; paid ones in the step to them.
    pub hours: f64,
    /// Change of hours by it.
    pub change: f64,
}

/// Error that is accepted in the plans along the way: they are compared, not promised.
const ROUGH: f64 = 0.02;

/// The way from Erlang C, for each type and period by itself, to the plan.
pub(super) fn causes(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<Way, Interrupted> {
    let scenario = trials.scenario;
    let without_formula = without_formula(scenario);
    if !without_formula.is_empty() {
        return Ok(Way::Unknown(format!(
            "no formula knows satisfaction, and {} nothing else, so that Erlang C has no figure to begin with",
            match without_formula.as_slice() {
                [one] => format!("{one} promises"),
                names => format!("{} promise", names.join(", ")),
            }
        )));
    }
    let steady = rates(scenario, &trials.periods, Method::Stationary);
    let Some(erlang_c) = separately(trials, &steady, false) else {
        return Ok(Way::Unknown("Erlang C knows no staff that keeps these targets".into()));
    };
    let mut steps = Steps::from("Erlang C, each type and period by itself", erlang_c);
    steps.reach("customers who give up", separately(trials, &steady, true));
    let mean = variants::on_average(scenario);
    let mut last: Option<&Scenario> = None;
    for (cause, variant) in names(trials).into_iter().zip(&variants::towards(scenario, &mean)) {
        // The whole scenario is searched for as roughly as the others: the plan itself is finer, and the difference of
        // two searches of different fineness is nobody's doing. What changes nothing takes no search.
        if last != Some(variant) {
            trials.begin("looking for the causes");
            steps.reach(cause, hours(trials, variant, options)?);
        }
        last = Some(variant);
    }
    let planned = effort(trials, plan);
    if trials.promises.iter().any(|promise| promise.days.is_some()) {
        steps.reach("a share of days in place of the average", Some(planned.hours));
    }
    steps.reach("rounding and proof", Some(planned.hours));
    steps.reach("from hours on duty to paid hours", Some(planned.paid_hours));
    Ok(Way::Steps(steps.taken))
}

/// What each of the scenarios on the way adds to the one before.
fn names(trials: &Trials<'_>) -> [&'static str; 7] {
    let over_days = trials.promises.iter().any(|promise| matches!(promise.scope, Scope::Day(_)));
    let simulated = match trials.periods.count {
        1 => "simulation in place of the formula",
        // Over a day a good period makes up for a bad one.
        _ if over_days => "what one period leaves to the next, or makes up for",
        _ => "what one period leaves to the next",
    };
    [
        simulated,
        "how handling times vary",
        "busy days and bursts",
        "customers who call again or are passed on",
        "agents with several skills",
        "agents who are not ready for a moment",
        "everything else in the scenario",
    ]
}

/// Contact types that promise nothing but satisfaction, of which formulas know nothing.
fn without_formula(scenario: &Scenario) -> Vec<&str> {
    let only = |target: Target| {
        target.csat.is_some() && target.answer.is_none() && target.abandon.is_none() && target.asa.is_none()
    };
    scenario.contacts.iter().filter(|c| c.target.is_some_and(only)).map(|c| c.name.as_str()).collect()
}

/// Agent hours of the least staff of a variant; none where it cannot keep its promises.
fn hours(trials: &Trials<'_>, variant: &Scenario, options: Options) -> Result<Option<f64>, Interrupted> {
    let own = Trials::new(variant, trials.seed(), trials.watch());
    let plan = sketch(&own, Options { error: options.error.max(ROUGH), effort: options.effort / 8.0, ..options })?;
    Ok(plan.ok().map(|plan| plan.all_hours(&own.periods)))
}

/// The steps so far.
struct Steps {
    taken: Vec<Cause>,
    hours: f64,
    /// Causes that no staff was found for alone: the next step takes them along.
    open: Vec<String>,
}

impl Steps {
    fn from(cause: &str, hours: f64) -> Self {
        Self { taken: vec![Cause { cause: cause.into(), hours, change: hours }], hours, open: Vec::new() }
    }

    /// The next step; one that changes nothing is left out, and one without a figure becomes a part of the next.
    fn reach(&mut self, cause: &str, hours: Option<f64>) {
        let Some(hours) = hours else { return self.open.push(cause.to_owned()) };
        let change = hours - self.hours;
        if change.abs() <= 1e-9 && self.open.is_empty() {
            return;
        }
        self.open.push(cause.to_owned());
        let names = std::mem::take(&mut self.open);
        let cause = if names.len() > 1 { format!("{}, together", names.join(" and ")) } else { names.concat() };
        self.taken.push(Cause { cause, hours, change });
        self.hours = hours;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::planner::Watch;
    use crate::scenario::CivilDays;
    use crate::scenario::{AgentGroup, Arrivals, Channel, ContactType, Handling, Horizon, Law, Length, Staffing};
    use crate::units::Seconds;

    /// A steady hour of calls of one kind for one group.
    fn one_skill() -> Scenario {
        let handle = Handling::Whole(Law::Lognormal { mean: 240.0, cv: 0.9 });
        let calls = ContactType {
            target: Some(Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() }),
            ..ContactType::new("calls", Channel::Voice, Arrivals::PerHour(60.0), handle)
        };
        let office = AgentGroup::new("office", &[0], Staffing::Constant(0));
        let length = Length::Duration(Seconds(20.0 * 3600.0));
        let horizon = Horizon {
            start: None,
            length,
            interval: Seconds(1800.0),
            warm_up: Seconds(0.0),
            civil: CivilDays::default(),
        };
        Scenario::new("one skill", horizon, vec![calls], vec![office])
    }

    #[test]
    fn what_the_plan_is_finer_by_is_no_cause() -> Result<(), Box<dyn std::error::Error>> {
        let (scenario, cancel) = (one_skill(), AtomicBool::new(false));
        let trials = Trials::new(&scenario, 1, Watch { cancel: &cancel, progress: &|_, _| () });
        let options = Options { error: 0.05, ..Options::default() };
        let mut plan = sketch(&trials, options)?.map_err(|_| "no plan")?;
        plan.staff[0][0] -= 1;
        let way = causes(&trials, options, &plan)?;
        let told: Vec<(&str, f64)> = way.steps().iter().map(|step| (step.cause.as_str(), step.change)).collect();
        assert!(told.iter().all(|(cause, _)| !cause.contains("skills")), "{told:?}");
        assert_eq!(told.last(), Some(&("rounding and proof", -20.0)));
        Ok(())
    }

    #[test]
    fn a_step_without_a_figure_becomes_part_of_the_next() {
        let mut steps = Steps::from("Erlang C", 100.0);
        steps.reach("patience", Some(90.0));
        steps.reach("nothing", Some(90.0));
        steps.reach("bursts", None);
        steps.reach("skills", Some(95.0));
        let told: Vec<(&str, f64)> = steps.taken.iter().map(|step| (step.cause.as_str(), step.change)).collect();
        assert_eq!(told, [("Erlang C", 100.0), ("patience", -10.0), ("bursts and skills, together", 5.0)]);
    }
}
