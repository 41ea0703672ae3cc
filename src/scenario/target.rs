//! What a contact type promises its customers.

use serde::{Deserialize, Serialize};

use crate::units::Seconds;

/// The promise of a contact type. At least one of `answer`, `abandon`, `asa` and `csat` is present.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Share to be answered within `within`, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<f64>,
    /// The threshold T of the service level; 20 s unless said.
    pub within: Seconds,
    /// Highest share that may abandon, 0..1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abandon: Option<f64>,
    /// Longest mean wait of answered contacts (average speed of answer).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asa: Option<Seconds>,
    /// Least share of satisfied customers, 0..1; needs a model of satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csat: Option<f64>,
    /// Whether `within` counts only the time in which the type is open.
    #[serde(default)]
    pub open_time: bool,
    /// Over what a plan must keep the promise; a study by duration is one interval.
    #[serde(default)]
    pub per: Per,
    /// Share of days, of a study that has some, on which it must be kept, between 0 and 1; none: on average over the days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
}

/// Over what a plan must keep a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// In each interval.
    #[default]
    Interval,
    /// Over the contacts of a whole day.
    Day,
}
