//! What is settled at the start of a week: who can be on duty, for how many hours, and how that fills the plan.

use super::account::Week;
use super::person::{Person, Stage};
use super::plan::Plan;
use crate::scenario::{Pay, People, Terms};

/// What an agent on duty brings: of the person who sits there that day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// Factor on handling times.
    pub handle: f64,
    /// Factor on chances of resolution.
    pub resolution: f64,
    /// The person's terms, by index.
    pub terms: usize,
}

impl Seat {
    /// Nobody in particular.
    pub const USUAL: Self = Self { handle: 1.0, resolution: 1.0, terms: 0 };
}

/// Somebody who can be on duty in a week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Able {
    /// By index among all people.
    pub(super) person: usize,
    /// Rostered hours of the week.
    pub(super) hours: f64,
    pub(super) seat: Seat,
    alone: bool,
}

/// A week as it begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Roster {
    pub(super) able: Vec<Able>,
    /// Agents on duty for each planned one, if nobody is ill.
    pub(super) scale: f64,
    /// Rostered hours by terms.
    pub(super) by_terms: Vec<f64>,
}

impl Roster {
    /// Counts heads, pays contracts and settles the hours.
    pub(super) fn new(plan: &Plan, people: &[Person], number: usize, week: &mut Week) -> Self {
        let mut roster = Self { able: Vec::new(), scale: 0.0, by_terms: vec![0.0; plan.people.terms.len()] };
        for (index, person) in people.iter().enumerate().filter(|(_, person)| person.is_there(number)) {
            roster.employ(plan, (index, person), number, week);
        }
        train(&plan.people, plan.part(number), week);
        week.planned_hours = plan.hours_of(number);
        roster.fill(plan, number, week);
        for able in &roster.able {
            week.hours.rostered += able.hours;
            week.paced_hours += able.hours * able.seat.handle;
            roster.by_terms[able.seat.terms] += able.hours;
        }
        if week.planned_hours > 0.0 {
            roster.scale = week.hours.rostered * plan.people.adherence / week.planned_hours;
        }
        roster
    }

    fn employ(&mut self, plan: &Plan, (index, person): (usize, &Person), number: usize, week: &mut Week) {
        let (people, day) = (&plan.people, plan.weeks[number].start);
        let stage = Stage::of(people, person.tenure(day));
        let starts = person.starts == Some(number);
        week.headcount += 1;
        week.starters += u32::from(starts);
        week.cost.hiring += if starts { people.hire_cost } else { 0.0 };
        week.cost.training += people.training.filter(|_| starts).map_or(0.0, |training| training.cost);
        match stage {
            Stage::Training => week.in_training += 1,
            Stage::Nesting => week.nesting += 1,
            Stage::Productive => week.productive += 1,
        }
        let terms = &people.terms[person.terms];
        let contract = terms.hours_per_week.hours() * plan.part(number);
        if let Pay::Wage(wage) = terms.pay {
            week.hours.paid += contract;
            week.cost.wages += contract * wage;
        }
        let hours = contract * people.at_work(number) * stage.presence(people);
        if hours > 0.0 {
            let seat = person.seat(people, day);
            self.able.push(Able { person: index, hours, seat, alone: stage == Stage::Productive });
        }
    }

    /// Overtime where the plan needs more than there is, time off where it needs less: everybody the same part of the most
    /// that their terms allow. Who is still nesting has neither.
    fn fill(&mut self, plan: &Plan, number: usize, week: &mut Week) {
        let people = &plan.people;
        let logged_in = people.adherence * (1.0 - people.sickness.map_or(0.0, |sickness| sickness.share));
        let there: f64 = self.able.iter().map(|able| able.hours).sum();
        let missing = week.planned_hours / logged_in - there;
        let most = |able: &Able| most(&people.terms[able.seat.terms], missing) * plan.part(number);
        let possible: f64 = self.able.iter().filter(|able| able.alone).map(most).sum();
        if possible == 0.0 || missing == 0.0 {
            return;
        }
        let part = (missing.abs() / possible).min(1.0);
        for able in self.able.iter_mut().filter(|able| able.alone) {
            let terms = &people.terms[able.seat.terms];
            let hours = most(able) * part;
            if missing > 0.0 {
                able.hours += hours;
                week.overtime_hours += hours;
                week.cost.overtime += hours * wage(terms) * terms.overtime.map_or(1.0, |(_, factor)| factor);
                week.hours.paid += paid(terms, hours);
            } else {
                let hours = hours.min(able.hours);
                able.hours -= hours;
                week.time_off_hours += hours;
                week.cost.wages -= hours * wage(terms);
                week.hours.paid -= paid(terms, hours);
            }
        }
    }
}

/// The most hours of a week that terms allow to add or to take away.
fn most(terms: &Terms, missing: f64) -> f64 {
    if missing > 0.0 { terms.overtime.map_or(0.0, |(most, _)| most.hours()) } else { terms.time_off.hours() }
}

fn wage(terms: &Terms) -> f64 {
    if let Pay::Wage(wage) = terms.pay { wage } else { 0.0 }
}

fn paid(terms: &Terms, hours: f64) -> f64 {
    if let Pay::Wage(_) = terms.pay { hours } else { 0.0 }
}

/// Pays the trainers of a week.
fn train(people: &People, part: f64, week: &mut Week) {
    if let Some(training) = people.training {
        let trainers = week.in_training.div_ceil(training.trainees);
        week.cost.training += f64::from(trainers) * training.trainer_cost * part;
    }
}
