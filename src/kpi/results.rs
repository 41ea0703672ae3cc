//! The result document: every figure of a scenario, as it is printed, written and drawn.
//!
//! Durations are seconds, shares 0..1, money in the scenario's currency, counts per replication. A figure that is not
//! defined (no contact, say) is `None`, which JSON shows as `null`.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::custom::CustomPart;
use super::customer_curves::CustomerCurves;
use super::day_spread::DaySpread;
use super::journey_results::{JourneyFigures, OriginFigures, SatisfactionFigures};
use super::people::PeopleWeek;
use super::wait_curve::WaitCurve;
use super::week_results::WeekFigures;
use crate::scenario::{Assumptions, Target};
use crate::stats::Estimate;
use crate::units::Seconds;

/// What `holdline run --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResultDocument {
    /// Always [`ResultDocument::SCHEMA`].
    pub schema: String,
    /// Version of holdline that made it.
    pub version: String,
    /// One entry a scenario, in the order of the command line.
    pub scenarios: Vec<ScenarioResult>,
    /// Each scenario against the one that it extends, if named too, or else the first; empty for a single scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// How to get it again; absent where it was not made by a command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reproduce: Option<Reproduction>,
}

impl ResultDocument {
    /// What a document of this kind says it is.
    pub const SCHEMA: &'static str = "holdline/result/1";

    /// A document of this version of holdline.
    #[must_use]
    pub fn new(scenarios: Vec<ScenarioResult>, comparisons: Vec<Comparison>) -> Self {
        let (schema, version) = (Self::SCHEMA.to_owned(), env!("CARGO_PKG_VERSION").to_owned());
        Self { schema, version, scenarios, comparisons, reproduce: None }
    }
}

/// What it takes to get the same results again with the same version of holdline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reproduction {
    /// The part of the command line on which the results depend.
    pub command: String,
    /// Every file that was read, in the order of opening.
    pub inputs: Vec<InputFile>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFile {
    /// Its path, as it was opened.
    pub path: String,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

/// The figures of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioResult {
    /// The scenario's name.
    pub name: String,
    /// The file it came from, as named on the command line.
    pub file: String,
    /// The seed used.
    pub seed: u64,
    /// Replications behind the figures.
    pub replications: u32,
    /// Why the simulation stopped there.
    pub stop: Stop,
    /// What the model was given in code; empty for a scenario as its file has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom: Vec<CustomPart>,
    /// Figures of each contact type.
    pub contacts: IndexMap<String, ContactFigures>,
    /// Figures of each agent group.
    pub agents: IndexMap<String, AgentFigures>,
    /// Figures of the whole centre.
    pub centre: CentreFigures,
    /// How issues went; `None` where customers are not followed from contact to contact.
    pub journeys: Option<JourneyFigures>,
    /// One day's intervals from 00:00, averaged over the days; absent for a study by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intervals: Option<Vec<Interval>>,
    /// The people of each group that has any, week by week.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub people: IndexMap<String, Vec<PeopleWeek>>,
    /// The weeks of the horizon; absent where there is but one, and for a study by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Vec<WeekFigures>>,
    /// The distribution of waiting, for charts.
    #[serde(default)]
    pub waits: IndexMap<String, WaitCurve>,
    /// What charts of customers are drawn from; absent where customers are not followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<CustomerCurves>,
    /// What the scenario assumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumptions: Option<Assumptions>,
}

/// Figures of the whole centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CentreFigures {
    /// Service level over all contact types that promise one, each at its own threshold.
    pub service_level: Option<Estimate>,
    /// Money for agents' pay and what is spent on customers, per replication.
    pub cost: Option<Estimate>,
}

/// Why a simulation stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stop {
    /// All replications that were asked for are done.
    Replications,
    /// The intervals are as narrow as was asked.
    PrecisionReached,
    /// The intervals are still wider than asked when the most replications were done.
    MaxReplications,
    /// Ctrl-C; what was finished is reported.
    Interrupted,
}

/// Figures of a contact type over the measured window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactFigures {
    /// All contacts that reached the centre, per replication.
    pub offered: Option<Estimate>,
    /// The same by what brought them.
    pub offered_by_origin: OriginFigures,
    /// Handled by an agent.
    pub answered: Option<Estimate>,
    /// Left while waiting, or balked.
    pub abandoned: Option<Estimate>,
    /// Found all lines busy or the queue full.
    pub blocked: Option<Estimate>,
    /// Came, or was still waiting, when the type was closed.
    pub closed: Option<Estimate>,
    /// Accepted a call-back and left the queue.
    pub called_back: Option<Estimate>,
    /// Mean wait of those called back, s.
    pub mean_wait_called_back: Option<Estimate>,
    /// Share of answered + abandoned with wait > 0.
    pub p_wait: Option<Estimate>,
    /// Abandoned / (answered + abandoned).
    pub p_abandon: Option<Estimate>,
    /// Blocked / offered.
    pub p_blocked: Option<Estimate>,
    /// Service level at the target's threshold, by the scenario's definition.
    pub service_level: Option<Estimate>,
    /// Service level at the further thresholds.
    pub within: Vec<Within>,
    /// Mean wait of answered + abandoned, s.
    pub mean_wait: Option<Estimate>,
    /// Mean wait of the answered (ASA), s.
    pub mean_wait_answered: Option<Estimate>,
    /// Mean wait of the abandoned, s.
    pub mean_wait_abandoned: Option<Estimate>,
    /// Time average of contacts waiting.
    pub mean_queue: Option<Estimate>,
    /// Percentiles of the wait of answered contacts, s, by percentage.
    pub wait_percentiles: IndexMap<String, Option<f64>>,
    /// Their 95 % confidence intervals, s; absent with one replication.
    pub wait_percentiles_ci95: IndexMap<String, Option<[f64; 2]>>,
    /// Share of simulated days that meet the target, with a Wilson interval. Where the horizon has several days, a target
    /// for satisfaction is not held against the single day, of which satisfaction is not kept; undefined where the target
    /// says nothing else.
    pub days_met: Option<Estimate>,
    /// How satisfied they leave customers; `None` without a model of satisfaction.
    pub satisfaction: Option<SatisfactionFigures>,
    /// The target, for tables and charts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetLine>,
    /// How the figure of the promise is spread over simulated days; absent without a promise of service level or
    /// abandonment, and for a study by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<DaySpread>,
}

/// A promise as charts draw it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetLine {
    /// Share to be answered in time, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<f64>,
    /// The threshold, s.
    pub within: f64,
    /// Highest share that may abandon, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abandon: Option<f64>,
    /// Longest mean wait of the answered, s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asa: Option<f64>,
    /// Least share of satisfied customers, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csat: Option<f64>,
    /// Least share of days that must keep all this; without it the means must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
}

impl TargetLine {
    /// Of a promise.
    pub(super) fn of(target: &Target) -> Self {
        Self {
            answer: target.answer,
            within: target.within.get(),
            abandon: target.abandon,
            asa: target.asa.map(Seconds::get),
            csat: target.csat,
            days: target.days,
        }
    }
}

/// Service level at one threshold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Within {
    /// The threshold, s.
    pub seconds: f64,
    /// The service level there.
    pub service_level: Option<Estimate>,
}

/// Figures of an agent group over the measured window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgentFigures {
    /// Handling time / logged-in time.
    pub occupancy: Option<Estimate>,
    /// Hours logged in, per replication.
    pub logged_in_hours: Option<Estimate>,
    /// Hours paid, per replication: logged in over (1 - shrinkage), or what the people of the group were paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_hours: Option<Estimate>,
    /// Money for the paid hours, and what hiring and training people cost beside, per replication; absent without
    /// `cost_per_hour` and without people.
    pub cost: Option<Estimate>,
    /// The highest occupancy that a plan may ask for, for tables and charts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_occupancy: Option<f64>,
}

/// One interval of the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Local date and time of its start on the first day; `None` without a calendar.
    pub start: Option<String>,
    /// Its start in seconds since midnight.
    pub seconds: f64,
    /// Figures of each contact type, by arrival in the interval.
    pub contacts: IndexMap<String, IntervalContacts>,
    /// Figures of each agent group.
    pub agents: IndexMap<String, IntervalAgents>,
}

/// Figures of the contacts that arrive in an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntervalContacts {
    /// Contacts per day.
    pub offered: Option<Estimate>,
    /// Abandoned / (answered + abandoned).
    pub p_abandon: Option<Estimate>,
    /// Share of answered + abandoned with wait > 0.
    pub p_wait: Option<Estimate>,
    /// Service level at the target's threshold.
    pub service_level: Option<Estimate>,
    /// Mean wait of answered + abandoned, s.
    pub mean_wait: Option<Estimate>,
    /// Share of satisfied customers; `None` without a model of satisfaction.
    pub csat: Option<Estimate>,
}

/// Figures of an agent group in an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntervalAgents {
    /// Mean number logged in.
    pub staff: f64,
    /// Agents that formulas ask for to keep the targets; absent where they know none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<f64>,
    /// Handling time / logged-in time.
    pub occupancy: Option<Estimate>,
}

/// A scenario against the first one, replication by replication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Name of the scenario compared.
    pub scenario: String,
    /// Name of the first scenario.
    pub against: String,
    /// Replications that both have.
    pub replications: u32,
    /// One row a figure.
    pub rows: Vec<Difference>,
}

/// One figure of two scenarios and their paired difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Contact type or agent group; `None` for the whole centre.
    pub subject: Option<String>,
    /// The figure's name in the result document.
    pub figure: String,
    /// In the first scenario.
    pub first: Option<Estimate>,
    /// In this scenario.
    pub this: Option<Estimate>,
    /// This minus first, from paired replications.
    pub difference: Option<Estimate>,
    /// Whether the difference is real with 95 % confidence over all rows of all comparisons together (Bonferroni).
    pub real: bool,
}
