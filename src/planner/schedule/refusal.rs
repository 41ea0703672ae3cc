//! No schedule, as an answer: what is missing, where, and how sure that is.

use serde::Serialize;

use super::correct::{Lack, Trouble};
use super::document::Promised;
use super::programme::Unsolved;
use super::setting::Setting;
use crate::units::time_of_day;

/// Why there is no schedule, or no better one.
#[derive(Clone, Debug, Serialize)]
pub struct Refusal {
    /// `holdline/schedule/1`.
    pub schema: &'static str,
    /// The version that says so.
    pub version: &'static str,
    /// The scenario's name.
    pub name: String,
    /// False where it is proven that no roster covers the need; none where none was found.
    pub feasible: Option<bool>,
    /// What it lies at: `need` that nobody can cover, `search` that found nobody, `time` that was over, the `contracts`
    /// themselves, or `targets` that no staffing keeps, whatever the shifts.
    pub reason: &'static str,
    /// The agent group; none of targets.
    pub group: Option<String>,
    /// Where people are missing.
    pub missing: Vec<Missing>,
    /// The targets that no staffing keeps.
    pub targets: Vec<Promised>,
}

/// People missing in an interval.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// Day of the horizon, from 1.
    pub day: usize,
    /// Start of the interval, `08:30`.
    pub start: String,
    /// People needed on the schedule, those included who will not come.
    pub needed: u32,
    /// People on it.
    pub scheduled: u32,
}

impl Refusal {
    /// The answer that a trouble is; none of one that is a failure.
    #[must_use]
    pub fn new(setting: &Setting<'_>, trouble: &Trouble) -> Option<Self> {
        let (group, reason, gaps) = match trouble {
            Trouble::Short { shortage } => (&shortage.group, reason(shortage.lack), shortage.gaps.as_slice()),
            Trouble::Programme { group, reason: Unsolved::Time } => (group, "time", [].as_slice()),
            Trouble::Programme { group, reason: Unsolved::Contracts } => (group, "contracts", [].as_slice()),
            Trouble::Programme { reason: Unsolved::Solver(_), .. } | Trouble::Interrupted(_) => return None,
        };
        let per_day = setting.scenario.horizon.intervals_per_day();
        let interval = setting.scenario.horizon.interval.get();
        let missing = |(place, scheduled, needed): &(usize, u32, u32)| Missing {
            day: place / per_day + 1,
            start: time_of_day((place % per_day) as f64 * interval),
            needed: *needed,
            scheduled: *scheduled,
        };
        Some(Self {
            schema: "holdline/schedule/1",
            version: env!("CARGO_PKG_VERSION"),
            name: setting.scenario.name.clone(),
            feasible: ["need", "contracts"].contains(&reason).then_some(false),
            reason,
            group: Some(group.clone()),
            missing: gaps.iter().map(missing).collect(),
            targets: Vec::new(),
        })
    }

    /// The answer that targets are which no staffing keeps.
    #[must_use]
    pub fn of_targets(setting: &Setting<'_>, targets: Vec<Promised>) -> Self {
        Self {
            schema: "holdline/schedule/1",
            version: env!("CARGO_PKG_VERSION"),
            name: setting.scenario.name.clone(),
            feasible: Some(false),
            reason: "targets",
            group: None,
            missing: Vec::new(),
            targets,
        }
    }
}

fn reason(lack: Lack) -> &'static str {
    match lack {
        Lack::Proven => "need",
        Lack::NotFound => "search",
        Lack::Time => "time",
    }
}
