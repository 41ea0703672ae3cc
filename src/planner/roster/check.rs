//! An edited roster against the rules: whoever plans may overrule them, but is told.

use super::bound::Bound;
use super::plan::{Plan, Required};
use super::rules::Breach;
use super::solve::Solved;
use super::task::{Row, Task};
use crate::planner::schedule::{Duty, MOST_BREAKS};
use crate::scenario::{Roster, Shift};
use crate::units::{HOUR, time_of_day};

/// The roster of each group that has people, and every rule that it breaks, one sentence each. A shift that is none of
/// the contract's is told and left out.
#[must_use]
pub fn check(plan: &Plan<'_>, required: &Required, rosters: &[Roster]) -> (Vec<(usize, Solved)>, Vec<String>) {
    let mut sentences = Vec::new();
    let mut solved = Vec::new();
    for (group, roster) in rosters.iter().enumerate() {
        let members = plan.members_of(group);
        let names: Vec<&str> = members.iter().map(|member| plan.members[*member].name.as_str()).collect();
        let strangers = roster.people.iter().filter(|person| !names.contains(&person.name.as_str()));
        sentences.extend(strangers.map(|person| format!("{}: nobody of that name is on the staff", person.name)));
        if members.is_empty() {
            continue;
        }
        let task = plan.task(group, required);
        let mut desk = Desk { plan, task: &task, sentences: &mut sentences };
        let rows: Vec<Row> = (0..names.len()).map(|person| desk.row(person, names[person], roster)).collect();
        desk.crowds(&rows);
        let (cost, missing) = (task.cost(&rows), task.missing(&rows));
        let bound = Bound::default();
        solved.push((group, Solved { rows, short: Vec::new(), cost, missing, bound, task }));
    }
    (solved, sentences)
}

/// Where a group's rows are held against its rules.
struct Desk<'a> {
    plan: &'a Plan<'a>,
    task: &'a Task,
    sentences: &'a mut Vec<String>,
}

impl Desk<'_> {
    /// A person's days; what is wrong with them is told.
    fn row(&mut self, person: usize, name: &str, roster: &Roster) -> Row {
        let mut row: Row = vec![None; self.task.frame.days];
        let number = roster.people.iter().position(|known| known.name == name);
        let own = roster.shifts.iter().filter(|shift| number.is_some() && shift.person == number.map(|n| n as u32));
        for (shift, day) in own.flat_map(|shift| shift.days.iter().flatten().map(move |day| (shift, *day as usize))) {
            let begins = time_of_day(shift.from.get());
            match self.duty(person, shift) {
                None => self.sentences.push(format!(
                    "{name}, {} {begins}: no shift of the contract has this start, length and breaks",
                    self.date(day)
                )),
                Some(_) if row[day].is_some() => {
                    self.sentences.push(format!("{name}, {}: two shifts on one day", self.date(day)));
                }
                duty => row[day] = duty,
            }
        }
        let breaches = self.task.breaches(person, &row);
        let told: Vec<String> =
            breaches.iter().map(|breach| format!("{name}: {}", self.sentence(person, breach))).collect();
        self.sentences.extend(told);
        row
    }

    /// The duty that a shift is.
    fn duty(&self, person: usize, shift: &Shift) -> Option<Duty> {
        let task = self.task;
        let in_steps = |time: f64| {
            let steps = time / self.plan.setting.step;
            ((steps - steps.round()).abs() < 1e-6).then(|| steps.round() as usize)
        };
        let (start, end) = (in_steps(shift.from.get())?, in_steps(shift.to.get())?);
        let mut breaks = [0; MOST_BREAKS];
        for (place, (from, _)) in breaks.iter_mut().zip(&shift.breaks) {
            *place = in_steps(from.get())?;
        }
        let allowed = &task.rules[task.people[person].rules].shapes;
        let fits = |shape: &&usize| {
            let form = &task.frame.shapes[**shape];
            let in_window = |(window, begin): (&crate::planner::schedule::Window, &usize)| {
                (start + window.from..=start + window.to).contains(begin)
            };
            let long = |(window, (from, to)): (
                &crate::planner::schedule::Window,
                &(crate::units::Seconds, crate::units::Seconds),
            )| { in_steps(to.get() - from.get()) == Some(window.length) };
            form.starts.contains(&start)
                && form.length == end - start
                && form.breaks.len() == shift.breaks.len()
                && form.breaks.iter().zip(&breaks).all(in_window)
                && form.breaks.iter().zip(&shift.breaks).all(long)
        };
        allowed.iter().find(fits).map(|shape| Duty { shape: *shape, start, breaks })
    }

    fn sentence(&self, person: usize, breach: &Breach) -> String {
        let employee = &self.task.people[person];
        let hours = |steps: i64| steps as f64 * self.plan.setting.step / HOUR;
        match *breach {
            Breach::Away { day } => format!("at work on {}, a day off or of leave", self.date(day)),
            Breach::Shape { day } => format!("a shift on {} that is not worked on that day", self.date(day)),
            Breach::Days { week, days } => {
                let (least, most) = employee.quotas[week].days;
                format!("{days} days at work in week {}, where {least} to {most} are right", week + 1)
            }
            Breach::Hours { week, hours } => {
                let quota = &employee.quotas[week];
                let most = quota.hours.1 + quota.overtime;
                let range = if most.is_finite() {
                    format!("{:.2} to {most:.2} h", quota.hours.0)
                } else {
                    format!("at least {:.2} h", quota.hours.0)
                };
                format!("{hours:.2} h in week {}, where {range} are right", week + 1)
            }
            Breach::Rest { day, next, steps } if steps < 0 => {
                format!("the shifts of {} and {} overlap", self.date(day), self.date(next))
            }
            Breach::Rest { day, next, steps } => format!(
                "{:.2} h of rest between the shifts of {} and {}, where {:.2} h are asked for",
                hours(steps),
                self.date(day),
                self.date(next),
                hours(self.task.rules[employee.rules].rest as i64)
            ),
            Breach::Row { day, days } => format!(
                "{days} days in a row up to {}, where {} are the most",
                self.date(day),
                self.task.rules[employee.rules].in_a_row
            ),
        }
    }

    /// Too many people on a shift type.
    fn crowds(&mut self, rows: &[Row]) {
        for (number, limit) in self.task.frame.limits.iter().enumerate() {
            let name = limit
                .shapes
                .first()
                .map(|shape| self.plan.setting.scenario.shifts[self.task.kinds[*shape]].name.clone());
            for day in 0..self.task.frame.days {
                let people = self.task.on_limit(number, day, rows);
                if people > limit.most {
                    let name = name.clone().unwrap_or_default();
                    self.sentences.push(format!(
                        "{}: {people} people on the shift `{name}`, at most {}",
                        self.date(day),
                        limit.most
                    ));
                }
            }
        }
    }

    fn date(&self, day: usize) -> String {
        let date = self
            .plan
            .setting
            .scenario
            .horizon
            .start
            .and_then(|start| start.checked_add(jiff::Span::new().try_days(day as i64).ok()?).ok());
        date.map_or_else(|| format!("day {}", day + 1), |date| date.to_string())
    }
}
