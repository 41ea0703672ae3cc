//! The result document's part on customers: where contacts come from, how satisfied they leave, how issues go.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// Contacts that reached the centre by what brought them, per replication; they add up to `offered`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OriginFigures {
    /// New issues.
    pub fresh: Option<Estimate>,
    /// Another try after an abandonment, a busy signal or a closed door.
    pub redial: Option<Estimate>,
    /// The issue was not resolved.
    pub repeat: Option<Estimate>,
    /// Passed on from another type.
    pub transfer: Option<Estimate>,
}

/// How satisfied contacts or issues leave customers, by the model of satisfaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SatisfactionFigures {
    /// Share of satisfied customers (top two boxes).
    pub csat: Option<Estimate>,
    /// Share of promoters less share of detractors, -1..1.
    pub nps: Option<Estimate>,
    /// Mean of the effort index, 1 (very easy) to 7 (very hard).
    pub effort: Option<Estimate>,
    /// Shares of the four grades; they add up to 1.
    pub grades: Grades,
}

/// Shares of experiences by grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grades {
    /// Better than could be expected.
    pub ultimate: Option<Estimate>,
    /// Satisfied.
    pub good: Option<Estimate>,
    /// Not satisfied.
    pub bad: Option<Estimate>,
    /// Worse than could be feared.
    pub ugly: Option<Estimate>,
}

/// How issues of the measured window went, from the first contact to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyFigures {
    /// Issues that began, per replication.
    pub issues: Option<Estimate>,
    /// Of them resolved without having been escalated.
    pub resolved: Option<Estimate>,
    /// Of them given up by the customer.
    pub gave_up: Option<Estimate>,
    /// Of them taken to a public channel or a regulator.
    pub escalated: Option<Estimate>,
    /// Of them still open when the horizon ended.
    pub open: Option<Estimate>,
    /// Share of issues resolved in the first contact (first-contact resolution).
    pub resolved_at_first: Option<Estimate>,
    /// Contacts of the customer for each issue.
    pub contacts_per_issue: DistributionFigures,
    /// From the first contact to the end of those issues that were resolved, escalated or not, s.
    pub time_to_resolution: DistributionFigures,
    /// Time waiting, in self-service and talking for each issue, s.
    pub time_on_contact: DistributionFigures,
    /// Different agents met for each issue.
    pub agents_met: DistributionFigures,
    /// The longest wait of each issue, s.
    pub longest_wait: DistributionFigures,
    /// Times that the story had to be told again, per issue.
    pub repetitions: Option<Estimate>,
    /// Promises to call back that were broken, per issue.
    pub broken_promises: Option<Estimate>,
    /// Share of issues that leave the customer satisfied; this and all below `None` without a model of satisfaction.
    pub csat: Option<Estimate>,
    /// Share of promoters less share of detractors, -1..1.
    pub nps: Option<Estimate>,
    /// Mean of the effort index, 1 (very easy) to 7 (very hard).
    pub effort: Option<Estimate>,
    /// Shares of the four grades.
    pub grades: Grades,
    /// Expected number of customers who leave, per replication.
    pub churned: Option<Estimate>,
    /// The same as a share of all issues.
    pub churn_share: Option<Estimate>,
    /// Expected number of customers who leave times what a customer is worth, per replication; what was spent on
    /// customers is in `cost`.
    pub money_at_risk: Option<Estimate>,
    /// Money spent on escalations, compensation, evaluations and training, per replication; agents' pay is not in it.
    pub cost: Option<Estimate>,
    /// How common the scenario's story is; `None` without one.
    pub story: Option<StoryFigures>,
}

/// A distribution over all issues of all replications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistributionFigures {
    /// Mean.
    pub mean: Option<Estimate>,
    /// Percentiles by percentage; whole numbers where numbers are counted.
    pub percentiles: IndexMap<String, Option<f64>>,
    /// Their 95 % confidence intervals; absent with one replication.
    pub percentiles_ci95: IndexMap<String, Option<[f64; 2]>>,
    /// The largest seen in all replications.
    pub max: Option<f64>,
}

/// How common a story is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryFigures {
    /// Share of issues at least as bad in everything that the story names. Where none was seen, the interval ends at
    /// 3 / issues (rule of three).
    pub share: Option<Estimate>,
    /// 1 - share: the percentile of customers at which the story stands.
    pub percentile: Option<f64>,
}
