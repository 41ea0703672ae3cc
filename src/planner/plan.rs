//! Agents by group and period.

use super::Periods;
use crate::scenario::{Scenario, Staffing};

/// How many agents of each group are there in each period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// `[group][period]`.
    pub staff: Vec<Vec<u32>>,
}

impl Plan {
    /// Nobody anywhere.
    #[must_use]
    pub fn empty(groups: usize, periods: &Periods) -> Self {
        Self { staff: vec![vec![0; periods.count]; groups] }
    }

    /// The scenario with this plan's staffing in place of its own, and whoever it takes for that.
    #[must_use]
    pub fn staffed(&self, scenario: &Scenario) -> Scenario {
        let mut staffed = scenario.clone();
        for (group, staff) in staffed.groups.iter_mut().zip(&self.staff) {
            group.people = None;
            group.staff = match staff.as_slice() {
                [agents] => Staffing::Constant(*agents),
                agents => Staffing::PerInterval(agents.to_vec()),
            };
        }
        staffed
    }

    /// Agents of a group in a period.
    #[must_use]
    pub fn get(&self, place: Place) -> u32 {
        self.staff[place.group][place.period]
    }

    /// The plan with some agents more (or fewer, down to none) in a place.
    #[must_use]
    pub fn changed(&self, place: Place, by: i32) -> Self {
        let mut plan = self.clone();
        plan.change(place, by);
        plan
    }

    /// Adds agents to a place, or takes them away, down to none.
    pub fn change(&mut self, place: Place, by: i32) {
        let staff = &mut self.staff[place.group][place.period];
        *staff = staff.saturating_add_signed(by);
    }

    /// Agent hours of a group over the horizon.
    #[must_use]
    pub fn hours(&self, periods: &Periods, group: usize) -> f64 {
        self.staff[group].iter().enumerate().map(|(period, agents)| f64::from(*agents) * periods.hours_of(period)).sum()
    }

    /// Agent hours of all groups over the horizon.
    #[must_use]
    pub fn all_hours(&self, periods: &Periods) -> f64 {
        (0..self.staff.len()).map(|group| self.hours(periods, group)).sum()
    }
}

/// One group in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the group.
    pub group: usize,
    /// Index of the period.
    pub period: usize,
}

/// What an agent of each group costs for an hour of presence: the group's pay over (1 - shrinkage). Where no group
/// names a pay, every hour costs 1 over (1 - shrinkage); where only some do, the others are free of charge but for a
/// trifle that keeps a plan from wasting them.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    per_hour: Vec<f64>,
    /// Whether they are money.
    pub money: bool,
}

/// The part of the dearest group's pay at which free agents are counted.
pub(super) const TRIFLE: f64 = 1e-3;

impl Prices {
    /// The prices of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let dearest = scenario.groups.iter().filter_map(|group| group.cost_per_hour).fold(0.0, f64::max);
        let money = dearest > 0.0;
        let usual = if money { dearest * TRIFLE } else { 1.0 };
        let price = |group: &crate::scenario::AgentGroup| {
            let pay = if money { group.cost_per_hour.filter(|pay| *pay > 0.0).unwrap_or(usual) } else { 1.0 };
            pay / (1.0 - group.shrinkage)
        };
        Self { per_hour: scenario.groups.iter().map(price).collect(), money }
    }

    /// Of an hour of one agent's presence.
    #[must_use]
    pub fn of(&self, group: usize) -> f64 {
        self.per_hour[group]
    }

    /// Of a plan over the horizon.
    #[must_use]
    pub fn plan(&self, plan: &Plan, periods: &Periods) -> f64 {
        self.per_hour.iter().enumerate().map(|(group, price)| price * plan.hours(periods, group)).sum()
    }
}
