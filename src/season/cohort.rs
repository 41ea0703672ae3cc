//! What is expected of people who begin together: hours and heads by week, and what they cost.

use std::ops::Range;

use crate::scenario::{HiringClass, Pay, Scenario, TeamPart, Terms};
use crate::units::DAY;
use crate::workforce::{ExpectedWeek, Plan, Stage, expected};

/// People who begin together, or a part of the team, as they are expected to be, each by the chance to be there still.
///
/// What last week's occupancy and anger do to who leaves is not in it: that is found by simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// Terms, by index.
    pub terms: usize,
    /// Their weeks.
    pub weeks: Vec<ExpectedWeek>,
    /// Most hours of experienced people that overtime adds in each week.
    pub more: Vec<f64>,
    /// Most that time off takes.
    pub less: Vec<f64>,
    /// Weeks in which they are trained.
    pub training: Range<usize>,
    /// What they cost over the horizon, without overtime and trainers.
    pub cost: f64,
}

/// Where cohorts live.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The centre.
    pub scenario: &'a Scenario,
    /// The weeks of its horizon, as days from 0.
    pub weeks: &'a [Range<u32>],
    /// Contacts that an experienced person takes in an hour at work, where some are paid for each.
    pub contacts_per_hour: f64,
}

impl Frame<'_> {
    /// A part of the team of a group; none where the group has no people.
    #[must_use]
    pub fn team(&self, group: usize, part: &TeamPart) -> Option<Cohort> {
        self.alone(group, part.terms, vec![part.clone()], Vec::new())
    }

    /// One person of a class that begins with a week; none where the group has no people, or the horizon no such week.
    #[must_use]
    pub fn class(&self, group: usize, terms: usize, week: usize) -> Option<Cohort> {
        let begins = self.weeks.get(week)?.start;
        let mut cohort = self.alone(group, terms, Vec::new(), vec![HiringClass { day: begins, people: 1, terms }])?;
        let people = self.scenario.groups[group].people.as_ref()?;
        let tenure = |days: &Range<u32>| (f64::from(days.start) - f64::from(begins)) * DAY;
        let on_the_job = |days: &Range<u32>| Stage::of(people, tenure(days)) != Stage::Training;
        let trained = self.weeks[week..].iter().position(on_the_job).map_or(self.weeks.len(), |after| week + after);
        cohort.training = week..trained;
        cohort.cost += people.hire_cost + people.training.map_or(0.0, |training| training.cost);
        Some(cohort)
    }

    /// These people and nobody else.
    fn alone(&self, group: usize, terms: usize, team: Vec<TeamPart>, classes: Vec<HiringClass>) -> Option<Cohort> {
        let mut scenario = self.scenario.clone();
        let people = scenario.groups[group].people.as_mut()?;
        (people.team, people.classes) = (team, classes);
        let weeks = expected(&Plan::new(&scenario, group)?);
        let people = scenario.groups[group].people.as_ref()?;
        let of = &people.terms[terms];
        let logged_in = logged_in(people);
        let beyond = |most: f64| -> Vec<f64> {
            let hours = |(week, days): (&ExpectedWeek, &Range<u32>)| {
                week.productive * most * part(days) * logged_in / slow(week)
            };
            weeks.iter().zip(self.weeks).map(hours).collect()
        };
        Some(Cohort {
            terms,
            more: beyond(of.overtime.map_or(0.0, |(most, _)| most.hours())),
            less: beyond(of.time_off.hours()),
            training: 0..0,
            cost: weeks.iter().map(|week| self.pay(of, week)).sum(),
            weeks,
        })
    }

    fn pay(&self, terms: &Terms, week: &ExpectedWeek) -> f64 {
        match terms.pay {
            Pay::Wage(wage) => wage * week.contract_hours,
            Pay::PerHour(price) => price * week.worked_hours,
            Pay::PerContact(price) => price * week.capacity_hours * self.contacts_per_hour,
        }
    }
}

impl Cohort {
    /// Hours of experienced people by week.
    #[must_use]
    pub fn hours(&self) -> Vec<f64> {
        self.weeks.iter().map(|week| week.capacity_hours).collect()
    }
}

/// Days of a week over seven.
#[must_use]
pub(super) fn part(days: &Range<u32>) -> f64 {
    f64::from(days.end - days.start) / 7.0
}

/// Hours logged in over hours rostered.
#[must_use]
pub(super) fn logged_in(people: &crate::scenario::People) -> f64 {
    people.adherence * (1.0 - people.sickness.map_or(0.0, |sickness| sickness.share))
}

/// The factor on handling time of those at work; 1 where nobody is.
fn slow(week: &ExpectedWeek) -> f64 {
    if week.capacity_hours > 0.0 { week.worked_hours / week.capacity_hours } else { 1.0 }
}
