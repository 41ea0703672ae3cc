//! What formulas expect of the weeks of a group's people, before anything is simulated.

use super::person::{Person, Stage};
use super::plan::Plan;
use super::weeks::everybody;
use crate::sampling::{Key, Sampler};

/// A week as it is expected to be: without overtime and time off, and without what pressures add to the hazard of leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ExpectedWeek {
    /// Employed at its start.
    pub headcount: f64,
    /// On their own.
    pub productive: f64,
    /// Hours of contracts.
    pub contract_hours: f64,
    /// Rostered hours.
    pub rostered_hours: f64,
    /// Hours logged in: rostered less illness and what adherence takes.
    pub worked_hours: f64,
    /// Rostered hours times the factor on handling time.
    pub paced_hours: f64,
    /// Logged-in hours of experienced people that do the same work: each person's over the factor on handling time.
    pub capacity_hours: f64,
}

/// Draws of the team's tenures that are averaged where these are random.
const DRAWS: u32 = 64;

/// The expected weeks of a group. They add up over the people of a group: what a class brings is what they are with this
/// class and nobody else.
#[must_use]
pub fn expected(plan: &Plan) -> Vec<ExpectedWeek> {
    let random = plan.tenures.iter().any(|tenure| !matches!(tenure, Sampler::Constant(_)));
    let draws = if random { DRAWS } else { 1 };
    let mut weeks = vec![ExpectedWeek::default(); plan.weeks()];
    for draw in 0..draws {
        for person in everybody(plan, Key::new(0, draw).named(&plan.name)) {
            live(plan, &person, 1.0 / f64::from(draws), &mut weeks);
        }
    }
    weeks
}

/// Adds one person's weeks, each by the chance to be there still.
fn live(plan: &Plan, person: &Person, weight: f64, weeks: &mut [ExpectedWeek]) {
    let people = &plan.people;
    let terms = &people.terms[person.terms];
    let logged_in = people.adherence * (1.0 - people.sickness.map_or(0.0, |sickness| sickness.share));
    let mut there = weight;
    for (number, week) in weeks.iter_mut().enumerate().filter(|(number, _)| person.is_there(*number)) {
        let days = &plan.weeks[number];
        let tenure = person.tenure(days.start);
        let stage = Stage::of(people, tenure);
        let contract = there * terms.hours_per_week.hours() * plan.part(number);
        let rostered = contract * people.at_work(number) * stage.presence(people);
        let handle = person.seat(people, days.start).handle;
        week.headcount += there;
        week.productive += if stage == Stage::Productive { there } else { 0.0 };
        week.contract_hours += contract;
        week.rostered_hours += rostered;
        week.worked_hours += rostered * logged_in;
        week.paced_hours += rostered * handle;
        week.capacity_hours += rostered * logged_in / handle;
        let ends = terms.until.is_some_and(|until| until < days.end);
        let chance = people.attrition.as_ref().map_or(0.0, |a| a.chance(tenure, 1.0, days.end - days.start));
        there *= if ends { 0.0 } else { 1.0 - chance };
    }
}
