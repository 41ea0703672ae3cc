//! The rules that no roster breaks: who may work on which day, for how long in a week, with how much rest.

use super::task::{DAYS_A_WEEK, SAME, Task, week_of};
use crate::planner::schedule::Duty;

/// A rule that a person's roster breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Breach {
    /// At work on a day off or of leave.
    Away { day: usize },
    /// A shift that the contract does not have.
    Shape { day: usize },
    /// Days at work in a week, outside what it asks for and allows.
    Days { week: usize, days: usize },
    /// Paid hours in a week, outside what it asks for and allows.
    Hours { week: usize, hours: f64 },
    /// Less rest than asked for between the shift of a day and the next one; steps, below 0 where they overlap.
    Rest { day: usize, next: usize, steps: i64 },
    /// Too many days at work in a row up to this day.
    Row { day: usize, days: usize },
}

impl Task {
    /// Whether a day may be worked by a person with a duty.
    pub(super) fn may_work(&self, person: usize, day: usize, duty: &Duty) -> bool {
        let employee = &self.people[person];
        let shape = &self.frame.shapes[duty.shape];
        employee.open[day] && shape.days[day] && self.rules[employee.rules].shapes.contains(&duty.shape)
    }

    /// Whether a week keeps its days and hours.
    pub(super) fn keeps_week(&self, person: usize, row: &[Option<Duty>], week: usize) -> bool {
        self.days_and_hours(person, row, week).iter().all(Option::is_none)
    }

    fn days_and_hours(&self, person: usize, row: &[Option<Duty>], week: usize) -> [Option<Breach>; 2] {
        let quota = &self.people[person].quotas[week];
        let duties = week_of(row, week);
        let (days, hours) = (duties.iter().flatten().count(), self.hours(duties));
        let in_hours = quota.hours.0 - SAME <= hours && hours <= quota.hours.1 + quota.overtime + SAME;
        let in_days = (quota.days.0..=quota.days.1).contains(&days);
        [(!in_days).then_some(Breach::Days { week, days }), (!in_hours).then_some(Breach::Hours { week, hours })]
    }

    /// Whether the days around one keep rest and days in a row.
    pub(super) fn keeps_around(&self, person: usize, row: &[Option<Duty>], day: usize) -> bool {
        let last = row.len() - 1;
        // A shift of a day or less, and its rest, reach into the next days at most so far.
        let from = day.saturating_sub(self.reach(person));
        (from..=day.min(last)).all(|day| self.rest_after(person, row, day).is_none())
            && (day > 0 && day < last || self.rest_after(person, row, last).is_none())
            && self.run_around(row, day) <= self.rules[self.people[person].rules].in_a_row
    }

    /// Days after which a shift is no longer felt.
    fn reach(&self, person: usize) -> usize {
        2 + self.rules[self.people[person].rules].rest / self.frame.steps.max(1)
    }

    /// The lack of rest after the shift of a day. From the last day to the first, which follows it when the roster is
    /// simulated, nobody is at work twice at once; rest there is of another roster.
    fn rest_after(&self, person: usize, row: &[Option<Duty>], day: usize) -> Option<Breach> {
        let duty = row[day].as_ref()?;
        let steps = self.frame.steps;
        let end = (day * steps + duty.start + self.frame.shapes[duty.shape].length) as i64;
        let until = (day + 1 + self.reach(person)).min(row.len());
        let lack = |next: usize, begins: usize, rest: usize| {
            let between = begins as i64 - end;
            (between < rest as i64).then_some(Breach::Rest { day, next, steps: between })
        };
        match (day + 1..until).find_map(|next| Some((next, row[next].as_ref()?))) {
            Some((next, duty)) => lack(next, next * steps + duty.start, self.rules[self.people[person].rules].rest),
            None if end > self.frame.horizon() as i64 => {
                let (next, duty) = row.iter().enumerate().find_map(|(next, duty)| Some((next, duty.as_ref()?)))?;
                lack(next, self.frame.horizon() + next * steps + duty.start, 0)
            }
            None => None,
        }
    }

    /// Days at work in a row around a day.
    fn run_around(&self, row: &[Option<Duty>], day: usize) -> usize {
        if row[day].is_none() {
            return 0;
        }
        let before = row[..day].iter().rev().take_while(|duty| duty.is_some()).count();
        before + row[day..].iter().take_while(|duty| duty.is_some()).count()
    }

    /// Every rule that a person's roster breaks.
    pub(super) fn breaches(&self, person: usize, row: &[Option<Duty>]) -> Vec<Breach> {
        let employee = &self.people[person];
        let most = self.rules[employee.rules].in_a_row;
        let mut breaches = Vec::new();
        for (day, duty) in row.iter().enumerate().filter_map(|(day, duty)| Some((day, duty.as_ref()?))) {
            if !employee.open[day] {
                breaches.push(Breach::Away { day });
            } else if !self.may_work(person, day, duty) {
                breaches.push(Breach::Shape { day });
            }
            breaches.extend(self.rest_after(person, row, day));
            let days = self.run_around(row, day);
            let ends = row.get(day + 1).is_none_or(Option::is_none);
            breaches.extend((ends && days > most).then_some(Breach::Row { day, days }));
        }
        let weeks = 0..row.len() / DAYS_A_WEEK;
        breaches.extend(weeks.flat_map(|week| self.days_and_hours(person, row, week)).flatten());
        breaches
    }

    /// People of a limit on a day.
    pub(super) fn on_limit(&self, limit: usize, day: usize, rows: &[Vec<Option<Duty>>]) -> u32 {
        let shapes = &self.frame.limits[limit].shapes;
        rows.iter().filter(|row| row[day].is_some_and(|duty| shapes.contains(&duty.shape))).count() as u32
    }
}
