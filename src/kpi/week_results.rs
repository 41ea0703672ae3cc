//! The weeks of the result document.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// One week of the horizon, or the part of one that lies in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekFigures {
    /// `2026-W49` by ISO 8601; without a calendar its number from 1.
    pub week: String,
    /// Its first day in the horizon; `None` without a calendar.
    pub start: Option<String>,
    /// Its days in the horizon.
    pub days: u32,
    /// Figures of each contact type, by arrival in the week.
    pub contacts: IndexMap<String, WeekContacts>,
    /// Figures of each agent group.
    pub agents: IndexMap<String, WeekAgents>,
}

/// Figures of the contacts that arrive in a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekContacts {
    /// Contacts that reached the centre, per replication.
    pub offered: Option<Estimate>,
    /// Handled, per replication.
    pub answered: Option<Estimate>,
    /// Left while waiting, or balked, per replication.
    pub abandoned: Option<Estimate>,
    /// Abandoned / (answered + abandoned).
    pub p_abandon: Option<Estimate>,
    /// Share of answered + abandoned with wait > 0.
    pub p_wait: Option<Estimate>,
    /// Service level at the target's threshold.
    pub service_level: Option<Estimate>,
    /// Mean wait of answered + abandoned, s.
    pub mean_wait: Option<Estimate>,
    /// Mean wait of the answered, s.
    pub mean_wait_answered: Option<Estimate>,
    /// Share of its simulated days that meet the target; `None` without a target.
    pub days_met: Option<Estimate>,
}

/// Figures of an agent group in a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekAgents {
    /// Handling time / logged-in time.
    pub occupancy: Option<Estimate>,
    /// Hours logged in, per replication.
    pub logged_in_hours: Option<Estimate>,
    /// Money for the paid hours, per replication; absent without `cost_per_hour`.
    pub cost: Option<Estimate>,
}
