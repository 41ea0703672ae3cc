//! What a staffing search says, in the words of files and tables.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::aside::{Aside, unpromised};
use super::budget::Budget;
use super::demand;
use super::explain::Explanation;
use super::frontier::FrontierPoint;
use super::{Evidence, Infeasible, Measure, Plan, Promise, Scope, Staffed, Staffing, Trials};
use crate::kpi::Subject;
use crate::scenario::Length;
use crate::stats::Estimate;
use crate::units::{DAY, time_of_day_to_the_second};

/// The result of `holdline staff`: what `staffing.json` holds, and what a report is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffingDocument {
    /// `holdline/staffing/1`.
    pub schema: String,
    /// The version of holdline.
    pub version: String,
    /// The scenario's name.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Whether there is a plan: one that keeps every promise or, with a budget, one that the budget allows.
    pub feasible: bool,
    /// The budget, where the best service for one was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Confidence that all promises hold at once, 0..1.
    pub confidence: f64,
    /// A promise kept (or missed) by more than this is recognised as such; a share, and relative for a wait.
    pub error: f64,
    /// Fresh replications of the confirmation.
    pub replications: u32,
    /// Rounds of confirmation.
    pub rounds: u32,
    /// Days of the horizon; none of a study by duration.
    pub days: Option<u32>,
    /// Days simulated before those that count, so that their backlog is there: the plan is one for such days in a row.
    #[serde(default)]
    pub days_before: u32,
    /// Whether the search ended because it had simulated as much as it may: a longer one may find a cheaper plan.
    #[serde(default)]
    pub tired: bool,
    /// The whole plan.
    pub total: Effort,
    /// Each group, in the order of the scenario.
    pub groups: IndexMap<String, Effort>,
    /// Each period of the plan.
    pub periods: Vec<PeriodPlan>,
    /// Every promise, as the confirmation found it.
    pub promises: Vec<PromiseFigure>,
    /// Contacts that a plan keeps its promises without: turned away, or called back later, by contact type, on days of
    /// their own. Empty where there is no plan.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub aside: IndexMap<String, Aside>,
    /// Contact types without a promise although agents handle them: nobody is planned for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unpromised: Vec<String>,
    /// What formulas would have staffed.
    pub formulas: Vec<FormulaFigure>,
    /// What keeping the promises on average would take, where a share of days is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_average: Option<Effort>,
    /// Best service for several budgets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frontier: Vec<FrontierPoint>,
    /// Why so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// Whether the promises could be kept without the groups' own limits, where they cannot be with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limited: Option<bool>,
}

/// What a plan takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effort {
    /// Agent hours on duty over the horizon.
    pub hours: f64,
    /// Paid hours: those on duty over (1 - shrinkage).
    pub paid_hours: f64,
    /// Cost over the horizon, where pay is given.
    pub cost: Option<f64>,
    /// Most agents on duty at once.
    pub most: u32,
    /// Most people to schedule at once: those on duty over (1 - shrinkage), rounded up.
    pub most_scheduled: u32,
}

/// One period of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodPlan {
    /// Start, as the time since the first midnight of the plan in words (`08:30:00`); with days that differ, the day
    /// counted from 1 stands before it.
    pub start: String,
    /// The day of the plan, from 0.
    pub day: usize,
    /// Start, s since the first midnight of the plan.
    pub from: f64,
    /// Length, s.
    pub seconds: f64,
    /// Erlangs: the agents whom the expected contacts would keep busy if they came evenly.
    pub load: f64,
    /// Expected fresh contacts in it, by type.
    pub expected: IndexMap<String, f64>,
    /// Agents on duty, by group.
    pub agents: IndexMap<String, u32>,
    /// People to schedule: agents over (1 - shrinkage), rounded up, by group.
    pub scheduled: IndexMap<String, u32>,
}

/// A promise and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseFigure {
    /// The contact type, or the group.
    pub of: String,
    /// `answer`, `abandon`, `asa`, `csat` or `occupancy`.
    pub measure: String,
    /// The goal: a share, or s.
    pub goal: f64,
    /// The threshold T of a service level, s.
    pub within: Option<f64>,
    /// Share of days on which it must be kept; none: on average.
    pub days: Option<f64>,
    /// The period, by its place in `periods`; none: over the day.
    pub period: Option<usize>,
    /// The day of the plan, from 0, of a promise over days.
    pub day: Option<usize>,
    /// The figure; the share of days that keep the promise where that is asked (Wilson's interval).
    pub value: Option<Estimate>,
    /// The figure on average over the days.
    pub mean: Option<Estimate>,
    /// Whether it was proven with the stated confidence.
    pub proven: bool,
}

/// What a formula would have staffed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormulaFigure {
    /// `stationary`, `lagged` or `offered-load`.
    pub method: String,
    /// What it takes.
    pub effort: Effort,
    /// Promises that its plan misses in simulation, and of how many.
    pub missed: (usize, usize),
    /// Agents on duty by group, period after period.
    pub agents: IndexMap<String, Vec<u32>>,
}

impl StaffingDocument {
    /// The document of a search.
    #[must_use]
    pub fn new(trials: &Trials<'_>, staffing: &Staffing, options: super::Options, file: &str, seed: u64) -> Self {
        let (plan, evidence) = match staffing {
            Staffing::Found(found) => (&found.plan, Some(&found.confirmation.evidence)),
            Staffing::Affordable(affordable) => (&affordable.plan, Some(&affordable.evidence)),
            Staffing::Infeasible(infeasible) => (&infeasible.plan, None),
        };
        let found = match staffing {
            Staffing::Found(found) => Some(found.as_ref()),
            _ => None,
        };
        Self {
            schema: "holdline/staffing/1".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            name: trials.scenario.name.clone(),
            file: file.to_owned(),
            seed,
            feasible: evidence.is_some(),
            budget: match staffing {
                Staffing::Affordable(affordable) => Some(affordable.budget),
                _ => None,
            },
            confidence: options.confidence,
            error: options.error,
            replications: evidence.map_or(0, |evidence| evidence.replications),
            rounds: found.map_or(0, |found| found.confirmation.rounds),
            days: match trials.scenario.horizon.length {
                Length::Days(days) => Some(days),
                Length::Duration(_) => None,
            },
            days_before: trials.days_before(),
            tired: found.is_some_and(|found| found.tired),
            total: effort(trials, plan),
            groups: trials
                .scenario
                .groups
                .iter()
                .enumerate()
                .map(|(g, group)| (group.name.clone(), of_group(trials, plan, g)))
                .collect(),
            periods: (0..trials.periods.count).map(|period| period_plan(trials, plan, period)).collect(),
            promises: promises(trials, staffing, options.confidence),
            aside: IndexMap::new(),
            unpromised: unpromised(trials.scenario),
            formulas: found.map_or_else(Vec::new, |found| formulas(trials, found)),
            on_average: None,
            frontier: Vec::new(),
            explanation: None,
            limited: match staffing {
                Staffing::Infeasible(infeasible) => Some(infeasible.limited),
                _ => None,
            },
        }
    }
}

/// What a plan takes.
#[must_use]
pub fn effort(trials: &Trials<'_>, plan: &Plan) -> Effort {
    let groups: Vec<Effort> = (0..plan.staff.len()).map(|group| of_group(trials, plan, group)).collect();
    let at_once = |period: usize| plan.staff.iter().map(|staff| staff[period]).sum::<u32>();
    let scheduled =
        |period: usize| (0..plan.staff.len()).map(|group| scheduled(trials, plan, group, period)).sum::<u32>();
    Effort {
        hours: groups.iter().map(|group| group.hours).sum(),
        paid_hours: groups.iter().map(|group| group.paid_hours).sum(),
        cost: trials.prices.money.then(|| groups.iter().filter_map(|group| group.cost).sum()),
        most: (0..trials.periods.count).map(at_once).max().unwrap_or(0),
        most_scheduled: (0..trials.periods.count).map(scheduled).max().unwrap_or(0),
    }
}

fn of_group(trials: &Trials<'_>, plan: &Plan, group: usize) -> Effort {
    let agents = &trials.scenario.groups[group];
    let hours = plan.hours(&trials.periods, group);
    let paid_hours = hours / (1.0 - agents.shrinkage);
    let scheduled = (0..trials.periods.count).map(|period| scheduled(trials, plan, group, period));
    Effort {
        hours,
        paid_hours,
        cost: agents.cost_per_hour.map(|pay| pay * paid_hours),
        most: plan.staff[group].iter().copied().max().unwrap_or(0),
        most_scheduled: scheduled.max().unwrap_or(0),
    }
}

/// People to schedule so that the planned number is there, but for a rounding error.
fn scheduled(trials: &Trials<'_>, plan: &Plan, group: usize, period: usize) -> u32 {
    let share = 1.0 - trials.scenario.groups[group].shrinkage;
    (f64::from(plan.staff[group][period]) / share - 1e-9).ceil().max(0.0) as u32
}

fn period_plan(trials: &Trials<'_>, plan: &Plan, period: usize) -> PeriodPlan {
    let (scenario, periods) = (trials.scenario, &trials.periods);
    let from = period as f64 * periods.seconds;
    let day = period / periods.per_day;
    let clock = time_of_day_to_the_second(from % DAY);
    let hours = periods.seconds / crate::units::HOUR;
    let of_groups = |of: &dyn Fn(usize) -> u32| {
        scenario.groups.iter().enumerate().map(|(g, group)| (group.name.clone(), of(g))).collect()
    };
    let expected = |kind: usize| demand::rate(scenario, periods, kind, period) * hours;
    let work = |kind: usize| demand::work(scenario, periods, kind, period) * hours;
    let load = |kind: usize| work(kind) * scenario.contacts[kind].handle.mean() / periods.seconds;
    PeriodPlan {
        start: if periods.count > periods.per_day { format!("day {} {clock}", day + 1) } else { clock },
        day,
        from,
        seconds: periods.seconds,
        load: (0..scenario.contacts.len()).map(load).sum(),
        expected: scenario.contacts.iter().enumerate().map(|(k, c)| (c.name.clone(), expected(k))).collect(),
        agents: of_groups(&|group| plan.staff[group][period]),
        scheduled: of_groups(&|group| scheduled(trials, plan, group, period)),
    }
}

fn promises(trials: &Trials<'_>, staffing: &Staffing, confidence: f64) -> Vec<PromiseFigure> {
    let all = trials.promises.iter().enumerate();
    match staffing {
        Staffing::Found(found) => {
            all.map(|(number, promise)| figure(trials, &found.confirmation.evidence, number, promise, true)).collect()
        }
        Staffing::Affordable(affordable) => {
            let errors = affordable.evidence.proof_errors(&trials.promises, confidence, 0);
            let proven = |number: usize, promise: &Promise| {
                affordable.evidence.standing(number, promise).is_none_or(|standing| standing.holds(errors))
            };
            all.map(|(n, promise)| figure(trials, &affordable.evidence, n, promise, proven(n, promise))).collect()
        }
        Staffing::Infeasible(infeasible) => missed(trials, infeasible),
    }
}

/// Only what is missed.
fn missed(trials: &Trials<'_>, infeasible: &Infeasible) -> Vec<PromiseFigure> {
    let figure = |(number, _): &(usize, super::Standing)| {
        figure(trials, &infeasible.evidence, *number, &trials.promises[*number], false)
    };
    infeasible.missed.iter().map(figure).collect()
}

/// The contact type or group that a promise is about.
pub(super) fn subject_name(trials: &Trials<'_>, promise: &Promise) -> String {
    match promise.subject {
        Subject::Contact(kind) => trials.scenario.contacts[kind].name.clone(),
        Subject::Group(group) => trials.scenario.groups[group].name.clone(),
        Subject::Centre => String::new(),
    }
}

fn figure(trials: &Trials<'_>, seen: &Evidence, number: usize, promise: &Promise, proven: bool) -> PromiseFigure {
    let of = subject_name(trials, promise);
    let (period, day) = match promise.scope {
        Scope::Period(period) => (Some(period), None),
        Scope::Day(day) => (None, Some(day)),
    };
    PromiseFigure {
        of,
        measure: promise.measure.name().into(),
        goal: promise.goal,
        within: match (promise.subject, promise.measure) {
            (Subject::Contact(kind), Measure::Answer) => trials.scenario.contacts[kind].target.map(|t| t.within.get()),
            _ => None,
        },
        days: promise.days,
        period,
        day,
        value: seen.estimate(number, promise),
        mean: seen.mean(number),
        proven,
    }
}

fn formulas(trials: &Trials<'_>, found: &Staffed) -> Vec<FormulaFigure> {
    let figure = |formula: &super::Formula| {
        let standings = trials.promises.iter().enumerate().filter_map(|(n, p)| formula.evidence.standing(n, p));
        let slacks: Vec<f64> = standings.map(|standing| standing.slack).collect();
        FormulaFigure {
            method: formula.method.name().into(),
            effort: effort(trials, &formula.plan),
            missed: (slacks.iter().filter(|slack| **slack < 0.0).count(), slacks.len()),
            agents: trials.scenario.groups.iter().map(|g| g.name.clone()).zip(formula.plan.staff.clone()).collect(),
        }
    };
    found.formulas.iter().map(figure).collect()
}
