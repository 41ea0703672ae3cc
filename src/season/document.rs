//! The document of a season plan, `holdline/season/1`.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::band::Band;
use crate::stats::Estimate;

/// The name of the document's form.
pub const SEASON_SCHEMA: &str = "holdline/season/1";

/// A season plan, how it stood the test, and what its parts are worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonDocument {
    /// The name of the document's form.
    pub schema: String,
    /// Of the program.
    pub version: String,
    /// The scenario's name.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The chance with which the promises of a week are to be kept.
    pub probability: f64,
    /// How sure that must be of all weeks together.
    pub confidence: f64,
    /// Fresh seasons of the confirmation.
    pub seasons: u32,
    /// Rounds of the search.
    pub search_rounds: u32,
    /// Rounds of fresh seasons.
    pub confirmation_rounds: u32,
    /// Whether every week was proven.
    pub confirmed: bool,
    /// What is promised in each week.
    pub promises: Vec<PromiseName>,
    /// Classes to be hired.
    pub hires: Vec<Hire>,
    /// The weeks.
    pub weeks: Vec<SeasonWeek>,
    /// Money of a season.
    pub cost: CostFigures,
    /// What the programme expects hires, overtime and trainers to cost, and what no plan for the same need costs less than.
    pub expected_cost: [f64; 2],
    /// Customers expected to leave; absent without a model of satisfaction.
    pub churned: Option<Estimate>,
    /// What these are worth in the year after.
    pub money_at_risk: Option<Estimate>,
    /// Seasons on which changes were tried.
    pub compared_seasons: u32,
    /// What changes of the plan and of the centre do.
    pub changes: Vec<ChangeFigures>,
    /// What other probabilities cost; the plan itself among them.
    pub frontier: Vec<FrontierFigures>,
    /// A plan made by hand, against this one.
    pub by_hand: Option<ByHand>,
}

/// A promise of each week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseName {
    /// The contact type.
    pub contact: String,
    /// `answer`, `abandon` or `asa`.
    pub measure: String,
    /// A share, or s.
    pub goal: f64,
}

/// A class to be hired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hire {
    /// The week with which it begins, from 1.
    pub week: u32,
    /// Its first day; `None` without a calendar.
    pub start: Option<String>,
    /// The agent group.
    pub group: String,
    /// The contract.
    pub contract: String,
    /// How many people.
    pub people: u32,
}

/// A week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonWeek {
    /// Its number, from 1.
    pub week: u32,
    /// Its first day; `None` without a calendar.
    pub start: Option<String>,
    /// Days of it in the horizon.
    pub days: u32,
    /// Share of seasons that keep every promise of the week, with Wilson's interval.
    pub kept: Option<Estimate>,
    /// What the chance to keep them exceeds, by the rule of the proof.
    pub kept_at_least: f64,
    /// Whether that is what was asked.
    pub proven: bool,
    /// The figure of each promise, in their order.
    pub promises: Vec<Option<Band>>,
    /// Each group that can hire.
    pub groups: IndexMap<String, GroupFigures>,
    /// Money of the week, all groups.
    pub cost: Option<Band>,
    /// Share of satisfied customers, of those whose issue begins in the week.
    pub satisfied: Option<Band>,
    /// Share of these expected to leave.
    pub churn: Option<Band>,
}

/// A group in a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// Need in experienced people: hours at work that are needed over those of one of them.
    pub need: f64,
    /// Who is at work, in experienced people: overtime counts, beginners by what they do.
    pub at_work: Option<Band>,
    /// Heads at the start of the week.
    pub headcount: Option<Band>,
    /// Who begins.
    pub starters: Option<Band>,
    /// Who leaves at its end.
    pub leavers: Option<Band>,
    /// Who is trained.
    pub in_training: Option<Band>,
    /// Who takes first contacts.
    pub nesting: Option<Band>,
    /// Who is on their own.
    pub productive: Option<Band>,
    /// Hours of overtime.
    pub overtime_hours: Option<Band>,
    /// Share of logged-in time with work in hand.
    pub occupancy: Option<Band>,
}

/// Money of a season, by what it is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostFigures {
    /// All of it.
    pub total: Estimate,
    /// Hours of contracts.
    pub wages: Estimate,
    /// Overtime.
    pub overtime: Estimate,
    /// Outsourced people.
    pub outsourcing: Estimate,
    /// Hiring.
    pub hiring: Estimate,
    /// Training, trainers included.
    pub training: Estimate,
}

/// A change, and what it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeFigures {
    /// `without`, `later`, `earlier`, `less_attrition`, `shorter_training`.
    pub change: String,
    /// The same in words.
    pub words: String,
    /// Its effects.
    pub effects: Vec<EffectFigures>,
}

/// What a change does to a figure of a season.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectFigures {
    /// `cost`, `weeks_kept`, `churned` or `money_at_risk`.
    pub figure: String,
    /// Changed less plan, in the same seasons.
    pub difference: Option<Estimate>,
    /// Whether it differs for certain.
    pub real: bool,
}

/// A plan for a probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrontierFigures {
    /// The probability.
    pub probability: f64,
    /// People hired.
    pub hired: u32,
    /// Money of a season.
    pub cost: Estimate,
    /// The share of seasons that keep the promises of the week that is worst, with Wilson's interval.
    pub worst_week: Option<Estimate>,
    /// Whether it is the plan.
    pub chosen: bool,
}

/// A plan made by hand, against the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByHand {
    /// Its file.
    pub file: String,
    /// Its classes.
    pub hires: Vec<Hire>,
    /// Share of seasons that keep the promises of each week, with Wilson's interval.
    pub kept: Vec<Option<Estimate>>,
    /// Weeks in which that is less than was asked for, for certain (95 %, over all weeks together).
    pub missed: Vec<u32>,
    /// Who is at work in each week, in experienced people, all groups.
    pub at_work: Vec<Option<Band>>,
    /// Money of a season.
    pub cost: CostFigures,
    /// By hand less plan, in the same seasons.
    pub effects: Vec<EffectFigures>,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonRefusal {
    /// The name of the document's form.
    pub schema: String,
    /// Of the program.
    pub version: String,
    /// The scenario's name.
    pub name: String,
    /// Always false.
    pub feasible: bool,
    /// Weeks whose promises no number of people keeps often enough, from 1.
    pub never_kept: Vec<u32>,
    /// The group that is too small.
    pub group: Option<String>,
    /// What is missing.
    pub missing: Vec<MissingWeek>,
    /// The first week in which somebody hired can take contacts, from 1.
    pub first_week: Option<u32>,
    /// What would do, each by itself.
    pub remedies: Vec<String>,
    /// What the solver said, where it gave up.
    pub solver: Option<String>,
}

/// What is missing in a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MissingWeek {
    /// The week, from 1.
    pub week: u32,
    /// Its first day; `None` without a calendar.
    pub start: Option<String>,
    /// Hours of experienced people at work.
    pub hours: f64,
    /// The same in experienced people.
    pub people: f64,
}
