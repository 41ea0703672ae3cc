//! What charts of customers are drawn from.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// Curves of a scenario that follows customers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerCurves {
    /// (contacts, share of all issues that took just so many), ascending.
    pub contacts_per_issue: Vec<(f64, f64)>,
    /// Contacts of the scenario's story, where it names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story_contacts: Option<u32>,
    /// Share of satisfied customers when nothing goes wrong; none without a model of satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flawless: Option<f64>,
    /// Satisfaction by waiting, for each contact type whose customers expect an answer within some time.
    pub by_wait: IndexMap<String, SatisfactionByWait>,
}

/// How satisfied the contacts of a type leave customers, by how long they waited. Contacts turned away and those that
/// waited for a call-back are not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SatisfactionByWait {
    /// The wait that customers of the channel expect, s.
    pub expected: f64,
    /// Those answered, by ascending wait.
    pub answered: Vec<WaitPoint>,
    /// Those abandoned, by ascending wait.
    pub abandoned: Vec<WaitPoint>,
    /// Share of the contacts in each bin of waits: from (s), to (s), share. The first bin holds those without a wait.
    pub shares: Vec<(f64, f64, f64)>,
    /// The model's share of satisfied customers after a wait (s) if nothing else goes wrong.
    pub model: Vec<(f64, f64)>,
    /// Share of the contacts that wait as long as expected, or longer.
    pub too_long: Option<Estimate>,
    /// Satisfied of those who wait less.
    pub csat_in_time: Option<Estimate>,
    /// Satisfied of those who wait as long or longer.
    pub csat_too_long: Option<Estimate>,
}

/// Contacts that waited about equally long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitPoint {
    /// Their mean wait, s.
    pub wait: f64,
    /// How many there were in all replications.
    pub contacts: u64,
    /// Share of satisfied customers.
    pub csat: Estimate,
}
