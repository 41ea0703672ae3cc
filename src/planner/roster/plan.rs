//! A scenario's groups and people as tasks.

use super::task::{DAYS_A_WEEK, Employee, Quota, Rules, Task};
use crate::planner::schedule::Setting;
use crate::scenario::{Contract, Length, Member, Roster, Scenario, Shift, Staffing};
use crate::units::HOUR;

/// The scenario over so many weeks: one for a week has the same week again and again.
///
/// # Errors
/// A sentence: why the horizon and the weeks do not go together.
pub fn over_weeks(scenario: &Scenario, weeks: Option<u32>) -> Result<Scenario, String> {
    let days = match scenario.horizon.length {
        Length::Days(days) if days.is_multiple_of(DAYS_A_WEEK as u32) => days,
        _ => return Err("a roster is for whole weeks; give [horizon] `days = 7`, or `days = 28` for four".into()),
    };
    let weeks = weeks.unwrap_or(if days == DAYS_A_WEEK as u32 { USUAL_WEEKS } else { days / DAYS_A_WEEK as u32 });
    let all = weeks * DAYS_A_WEEK as u32;
    if days != DAYS_A_WEEK as u32 && days != all {
        return Err(format!(
            "the horizon has {} weeks and the roster {weeks}; leave `--weeks` out, or give [horizon] `days = {all}` or 7",
            days / DAYS_A_WEEK as u32
        ));
    }
    let mut long = scenario.clone();
    long.horizon.length = Length::Days(all);
    for named in long.shifts.iter_mut().filter_map(|kind| kind.days.as_mut()) {
        *named = (0..all).filter(|day| named.contains(&(day % days))).collect();
    }
    Ok(long)
}

/// Weeks of a roster that is made of one week's scenario.
const USUAL_WEEKS: u32 = 4;

/// What a roster must cover.
#[derive(Clone, Debug, PartialEq)]
pub enum Required {
    /// People at work in each interval of the horizon, by group; more are scheduled where some do not come.
    Staff(Vec<Vec<u32>>),
    /// Shifts, by group: as many people are to be there as work them. Those of a first week alone are of every week.
    Shifts(Vec<Roster>),
}

/// What is planned: a scenario over whole weeks, with its people.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The centre, over the weeks of the roster.
    pub setting: Setting<'a>,
    /// Its people.
    pub members: &'a [Member],
}

impl<'a> Plan<'a> {
    /// The plan of a scenario over whole weeks.
    ///
    /// # Errors
    /// A sentence: what the scenario lacks, and what would be right.
    pub fn new(scenario: &'a Scenario, members: &'a [Member]) -> Result<Self, String> {
        let Length::Days(days) = scenario.horizon.length else { return Err("a roster needs days".into()) };
        Ok(Self { setting: Setting::over(scenario, days as usize)?, members })
    }

    /// What the scenario's own staffing asks for: its numbers, or its shifts.
    #[must_use]
    pub fn own_need(&self) -> Required {
        let intervals = self.setting.days * self.setting.scenario.horizon.intervals_per_day();
        let groups = &self.setting.scenario.groups;
        if groups.iter().any(|group| matches!(group.staff, Staffing::Shifts(_))) {
            let shifts = |group: &crate::scenario::AgentGroup| match &group.staff {
                Staffing::Shifts(shifts) => Roster { people: Vec::new(), shifts: shifts.clone() },
                _ => Roster::default(),
            };
            return Required::Shifts(groups.iter().map(shifts).collect());
        }
        let of = |group: &crate::scenario::AgentGroup| match &group.staff {
            Staffing::Constant(agents) => vec![*agents; intervals],
            Staffing::PerInterval(agents) => (0..intervals).map(|i| agents[i % agents.len()]).collect(),
            Staffing::Shifts(_) => vec![0; intervals],
        };
        Required::Staff(groups.iter().map(of).collect())
    }

    /// Groups that have people, by index.
    #[must_use]
    pub fn groups(&self) -> Vec<usize> {
        let of = |member: &Member| self.setting.scenario.contracts[member.contract].group;
        (0..self.setting.scenario.groups.len()).filter(|group| self.members.iter().any(|m| of(m) == *group)).collect()
    }

    /// People of a group, by index.
    #[must_use]
    pub fn members_of(&self, group: usize) -> Vec<usize> {
        let of = |member: &usize| self.setting.scenario.contracts[self.members[*member].contract].group;
        (0..self.members.len()).filter(|member| of(member) == group).collect()
    }

    /// People needed on the roster in each step, and at work in each interval, of a group.
    #[must_use]
    pub fn need(&self, group: usize, required: &Required) -> Vec<u32> {
        match required {
            Required::Staff(staff) => self.setting.instance(group, &staff[group]).need,
            Required::Shifts(rosters) => self.present(&rosters[group].shifts),
        }
    }

    /// People present in each step of the roster where these shifts are worked, those of a first week alone every week.
    pub(super) fn present(&self, shifts: &[Shift]) -> Vec<u32> {
        let (days, steps) = (self.setting.days, self.setting.steps());
        let last = shifts.iter().flat_map(|shift| shift.days.iter().flatten()).max();
        let weekly = last.is_some_and(|last| (*last as usize) < DAYS_A_WEEK);
        let mut present = vec![0; days * steps];
        for (shift, day) in shifts.iter().flat_map(|shift| (0..days).map(move |day| (shift, day))) {
            let day_of = if weekly { day % DAYS_A_WEEK } else { day };
            if !shift.on(day_of as u32) {
                continue;
            }
            for (from, to) in shift.stretches() {
                let step = |time: f64| (time / self.setting.step).round() as usize;
                (step(from)..step(to)).for_each(|step| present[(day * steps + step) % (days * steps)] += shift.agents);
            }
        }
        present
    }

    /// The task of a group.
    #[must_use]
    pub fn task(&self, group: usize, required: &Required) -> Task {
        let scenario = self.setting.scenario;
        let frame = self.setting.instance(group, &[]);
        let frame = crate::planner::schedule::Instance { need: self.need(group, required), terms: Vec::new(), ..frame };
        let shapes = self.setting.shapes(group);
        let contracts = self.setting.contracts(group);
        let rules = contracts.iter().map(|contract| self.rules(&scenario.contracts[*contract], &shapes));
        let employee = |member: usize| {
            let member = &self.members[member];
            let rules = contracts.iter().position(|contract| *contract == member.contract).unwrap_or(0);
            self.employee(member, rules)
        };
        Task {
            kinds: shapes.iter().map(|(kind, _)| *kind).collect(),
            rules: rules.collect(),
            people: self.members_of(group).into_iter().map(employee).collect(),
            weekends: self.weekends(),
            frame,
        }
    }

    fn rules(&self, contract: &Contract, shapes: &[(usize, crate::units::Seconds)]) -> Rules {
        let pay = self.setting.wages.of(contract);
        Rules {
            shapes: (0..shapes.len()).filter(|shape| contract.shifts.contains(&shapes[*shape].0)).collect(),
            pay,
            overtime_extra: contract.overtime.map_or(0.0, |(_, factor)| pay * (factor - 1.0)),
            rest: (contract.rest.get() / self.setting.step - 1e-9).ceil() as usize,
            in_a_row: contract.days_in_a_row as usize,
        }
    }

    fn employee(&self, member: &Member, rules: usize) -> Employee {
        let contract = &self.setting.scenario.contracts[member.contract];
        let away = |day: &u32| member.off.contains(day) || member.leave.contains(day);
        let leave = |week: usize| {
            let days = member.leave.iter().filter(|day| **day as usize / DAYS_A_WEEK == week);
            days.count()
        };
        Employee {
            rules,
            open: (0..self.setting.days as u32).map(|day| !away(&day)).collect(),
            quotas: (0..self.setting.days / DAYS_A_WEEK).map(|week| quota(contract, leave(week))).collect(),
            wishes: member.wishes.iter().map(|wish| (wish.day as usize, wish.wanted, wish.weight)).collect(),
        }
    }

    /// Saturdays and Sundays; without a calendar the first day is a Monday.
    fn weekends(&self) -> Vec<Vec<usize>> {
        let start = self.setting.scenario.horizon.start;
        let monday = start.map_or(0, |date| date.weekday().to_monday_zero_offset() as usize);
        let mut weekends: Vec<Vec<usize>> = Vec::new();
        for day in 0..self.setting.days {
            match (monday + day) % DAYS_A_WEEK {
                5 => weekends.push(vec![day]),
                6 if day == 0 => weekends.push(vec![day]),
                6 => weekends.last_mut().into_iter().for_each(|days| days.push(day)),
                _ => {}
            }
        }
        weekends
    }
}

/// A week with so many days of leave: each counts as a day at work, with its share of the week's hours.
fn quota(contract: &Contract, leave: usize) -> Quota {
    let (least, most) = (contract.days.0 as usize, contract.days.1 as usize);
    let leave = leave.min(most);
    let left = 1.0 - leave as f64 / most as f64;
    let hours = |seconds: f64| seconds / HOUR * left;
    // Nothing of a week without limit is without limit too, but for a week of leave.
    let most_hours = if left > 0.0 { hours(contract.hours.1.get()) } else { 0.0 };
    Quota {
        days: (least.saturating_sub(leave), most - leave),
        hours: (hours(contract.hours.0.get()), most_hours),
        overtime: if left > 0.0 { contract.overtime.map_or(0.0, |(hours, _)| hours.hours()) } else { 0.0 },
    }
}
