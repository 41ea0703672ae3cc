//! Why so many: what binds, what one more or fewer does, and the way from Erlang C.

use serde::Serialize;

use crate::stats::Estimate;

/// Why a plan has so many agents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// What binds in each period, and what one agent more or fewer does there.
    pub periods: Vec<Binding>,
    /// From Erlang C to the plan, agent hours by cause; they add up to the gap.
    pub causes: Vec<Cause>,
}

/// The promise nearest to its goal in a period, and what one agent does to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Binding {
    /// The period, by its place in the plan.
    pub period: usize,
    /// The contact type or group of the promise.
    pub of: String,
    /// `answer`, `abandon`, `asa`, `csat` or `occupancy`.
    pub measure: &'static str,
    /// Where the figure stands with the plan.
    pub value: Estimate,
    /// The group in which an agent more or fewer is tried: the one whose loss the promise feels most.
    pub group: String,
    /// The figure's paired change with one agent more, and with one fewer.
    pub one_more: Option<Estimate>,
    /// See `one_more`.
    pub one_fewer: Option<Estimate>,
    /// Promises that one fewer breaks clearly: (type or group, measure).
    pub breaks: Vec<(String, &'static str)>,
}

/// A step on the way from Erlang C to the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// What was added to the model.
    pub cause: &'static str,
    /// Agent hours with it.
    pub hours: f64,
    /// Change of agent hours by it.
    pub change: f64,
}
