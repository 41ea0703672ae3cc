//! What a budget buys: cost against service against satisfaction.

use serde::Serialize;

use super::document::Effort;
use crate::stats::Estimate;

/// The best service for a budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontierPoint {
    /// What it takes.
    pub effort: Effort,
    /// Share of all contacts with a promise of answer that are answered in time, on fresh days.
    pub service_level: Option<Estimate>,
    /// Share of all contacts that abandon, on fresh days.
    pub p_abandon: Option<Estimate>,
    /// Share of satisfied customers among those asked, on fresh days; none without a model of satisfaction.
    pub csat: Option<Estimate>,
    /// Whether it is the plan that keeps the promises.
    pub promised: bool,
}
