//! One agent group's roster as a task: need, shifts, people and their rules, in whole steps of time.

use crate::planner::schedule::{Duty, Instance};
use crate::scenario::Wanted;

/// Days of a week, counted from the first day of the roster.
pub const DAYS_A_WEEK: usize = 7;

/// One person's duty on each day.
pub type Row = Vec<Option<Duty>>;

/// A group's roster to be made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Days, need, shapes and limits; it has no contracts of its own. As in a simulation, the first day follows the last.
    pub frame: Instance,
    /// The shift type of each shape.
    pub kinds: Vec<usize>,
    /// The contracts.
    pub rules: Vec<Rules>,
    /// The people.
    pub people: Vec<Employee>,
    /// The days of each weekend.
    pub weekends: Vec<Vec<usize>>,
}

/// What a contract allows on any day and between days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Shapes that may be worked, by index.
    pub shapes: Vec<usize>,
    /// Money for a paid hour.
    pub pay: f64,
    /// Money that an hour of overtime costs beyond the pay.
    pub overtime_extra: f64,
    /// Fewest steps between the end of a shift and the start of the person's next one.
    pub rest: usize,
    /// Most days at work in a row.
    pub in_a_row: usize,
}

/// A person of the group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Employee {
    /// Index of the contract.
    pub rules: usize,
    /// Whether each day may be worked: neither a day off nor one of leave.
    pub open: Vec<bool>,
    /// What each week asks for and allows, days of leave taken out.
    pub quotas: Vec<Quota>,
    /// Wishes: day, what, weight.
    pub wishes: Vec<(usize, Wanted, f64)>,
}

/// What a week of a person asks for and allows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quota {
    /// Fewest and most days at work.
    pub days: (usize, usize),
    /// Fewest and most paid hours, overtime not counted.
    pub hours: (f64, f64),
    /// Most hours of overtime.
    pub overtime: f64,
}

/// Hours that differ by less are the same.
pub(super) const SAME: f64 = 1e-6;

impl Task {
    /// Weeks of the roster.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.frame.days / DAYS_A_WEEK
    }

    /// Paid hours of some duties.
    pub(super) fn hours(&self, duties: &[Option<Duty>]) -> f64 {
        duties.iter().flatten().map(|duty| self.frame.shapes[duty.shape].hours).sum()
    }

    /// Hours of overtime of a person in a week.
    pub(super) fn overtime(&self, person: usize, row: &[Option<Duty>], week: usize) -> f64 {
        (self.hours(week_of(row, week)) - self.people[person].quotas[week].hours.1).max(0.0)
    }

    /// Money for a person's week.
    pub(super) fn cost_of_week(&self, person: usize, row: &[Option<Duty>], week: usize) -> f64 {
        let rules = &self.rules[self.people[person].rules];
        let paid = |duty: &Duty| self.frame.shapes[duty.shape].hours * self.frame.shapes[duty.shape].premium;
        let paid: f64 = week_of(row, week).iter().flatten().map(paid).sum();
        rules.pay * paid + rules.overtime_extra * self.overtime(person, row, week)
    }

    /// Money for everybody.
    #[must_use]
    pub fn cost(&self, rows: &[Row]) -> f64 {
        let weeks = 0..self.weeks();
        let of = |(person, row): (usize, &Row)| -> f64 {
            weeks.clone().map(|week| self.cost_of_week(person, row, week)).sum()
        };
        rows.iter().enumerate().map(of).sum()
    }

    /// People present in each step.
    #[must_use]
    pub fn presence(&self, rows: &[Row]) -> Vec<u32> {
        let mut presence = vec![0; self.frame.horizon()];
        for row in rows {
            for (day, duty) in row.iter().enumerate().filter_map(|(day, duty)| Some((day, duty.as_ref()?))) {
                self.frame.each_step(day, duty, |step| presence[step] += 1);
            }
        }
        presence
    }

    /// People missing over all steps.
    #[must_use]
    pub fn missing(&self, rows: &[Row]) -> u64 {
        let short = |(need, there): (&u32, &u32)| u64::from(need.saturating_sub(*there));
        self.frame.need.iter().zip(&self.presence(rows)).map(short).sum()
    }
}

/// The days of a week.
pub(super) fn week_of(row: &[Option<Duty>], week: usize) -> &[Option<Duty>] {
    &row[week * DAYS_A_WEEK..(week + 1) * DAYS_A_WEEK]
}
