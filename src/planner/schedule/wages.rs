//! What an hour on the roster costs.

use crate::planner::plan::TRIFLE;
use crate::scenario::{Contract, Scenario};

/// What paid hours on the roster cost by contract: the contract's own pay or its group's, over (1 - shrinkage), as
/// everywhere in a centre's costs: leave and training are paid beside the hours of the roster. Where nobody names a pay,
/// an hour costs 1 over (1 - shrinkage); where only some do, the others cost a trifle, as in a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Wages {
    /// By group: the pay of its people where the contract names none, and the share of paid time away.
    groups: Vec<(Option<f64>, f64)>,
    /// What an hour costs of which nobody says what it costs.
    usual: f64,
    /// Whether costs are money; otherwise they are paid hours.
    pub money: bool,
}

impl Wages {
    /// The wages of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let named = scenario.groups.iter().map(|group| group.cost_per_hour);
        let named = named.chain(scenario.contracts.iter().map(|contract| contract.cost_per_hour));
        let dearest = named.flatten().fold(0.0, f64::max);
        let money = dearest > 0.0;
        let groups = scenario.groups.iter().map(|group| (group.cost_per_hour, group.shrinkage));
        Self { groups: groups.collect(), usual: if money { dearest * TRIFLE } else { 1.0 }, money }
    }

    /// Of a paid hour under a contract.
    #[must_use]
    pub fn of(&self, contract: &Contract) -> f64 {
        let (group, shrinkage) = self.groups[contract.group];
        let pay = contract.cost_per_hour.or(group).filter(|pay| *pay > 0.0).unwrap_or(self.usual);
        pay / (1.0 - shrinkage)
    }
}
