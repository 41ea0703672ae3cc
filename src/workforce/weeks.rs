//! The people of a group in one replication, from week to week.

use super::account::Week;
use super::person::Person;
use super::plan::Plan;
use super::week::{Roster, Seat};
use crate::sampling::{Key, Purpose};
use crate::scenario::{Attrition, Pay};
use crate::units::HOUR;

/// The people of a group in one replication.
#[derive(Clone, Debug)]
pub struct Workforce<'a> {
    plan: &'a Plan,
    people: Vec<Person>,
    /// Days begun.
    days: u32,
    /// The week that goes on, by index.
    number: usize,
    week: Week,
    roster: Roster,
    /// Who is well today, in the order in which they are called on duty.
    seats: Vec<Seat>,
    /// Agents on duty in each interval of today.
    on_duty: Vec<u32>,
    /// Contacts taken this week by terms.
    taken: Vec<u32>,
}

impl<'a> Workforce<'a> {
    /// Everybody who is or will be employed; `key` is that of the replication.
    #[must_use]
    pub fn new(plan: &'a Plan, key: Key) -> Self {
        Self {
            plan,
            people: everybody(plan, key.named(&plan.name)),
            days: 0,
            number: 0,
            week: Week::default(),
            roster: Roster::default(),
            seats: Vec::new(),
            on_duty: vec![0; plan.per_day],
            taken: vec![0; plan.people.terms.len()],
        }
    }

    /// A day begins. The week that ended before it, if it is the first of another, with its place in the horizon. Beyond
    /// the horizon everything stays as on its last day.
    pub fn begin_day(&mut self) -> Option<(usize, Week)> {
        let day = self.days;
        let last = self.plan.weeks.last()?;
        if day >= last.end {
            return None;
        }
        self.days += 1;
        let mut ended = None;
        if day == 0 || day == self.plan.weeks[self.number].end {
            ended = (day > 0).then(|| self.end_week());
            self.number += usize::from(day > 0);
            self.week = Week::default();
            self.roster = Roster::new(self.plan, &self.people, self.number, &mut self.week);
        }
        self.seat(day);
        ended
    }

    /// Who are on duty at most today, in the order in which they are called.
    #[must_use]
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// Agents on duty in an interval of today.
    #[must_use]
    pub fn on_duty(&self, interval: usize) -> u32 {
        self.on_duty.get(interval).copied().unwrap_or(0)
    }

    /// Somebody worked without a pause.
    pub fn worked(&mut self, from: f64, to: f64) {
        self.week.busy_hours += (to.min(self.plan.end) - from).max(0.0) / HOUR;
    }

    /// So many were logged in.
    pub fn logged_in(&mut self, agents: u32, from: f64, to: f64) {
        self.week.hours.worked += f64::from(agents) * (to.min(self.plan.end) - from).max(0.0) / HOUR;
    }

    /// Somebody on these terms takes a contact whose customer has waited so long, s, and is angry anyway or not.
    pub fn took(&mut self, terms: usize, waited: f64, angry: bool) {
        let patient = self.plan.people.attrition.as_ref().is_none_or(|attrition| waited <= attrition.angry_wait);
        self.week.contacts += 1;
        self.week.angry += u32::from(angry || !patient);
        self.taken[terms] += 1;
    }

    /// The week that goes on ends, with its place in the horizon.
    pub fn end_week(&mut self) -> (usize, Week) {
        self.pay_outsourced();
        let leaving: Vec<usize> = (0..self.people.len()).filter(|person| self.goes(*person)).collect();
        self.week.leavers = leaving.len() as u32;
        leaving.into_iter().for_each(|person| self.people[person].left = true);
        (self.number, self.week)
    }

    /// Whether somebody leaves at the end of the week: contracts end, or the hazard strikes.
    fn goes(&self, person: usize) -> bool {
        let (person, plan) = (&self.people[person], self.plan);
        let days = &plan.weeks[self.number];
        if !person.is_there(self.number) {
            return false;
        }
        if plan.people.terms[person.terms].until.is_some_and(|until| until < days.end) {
            return true;
        }
        let Some(attrition) = &plan.people.attrition else { return false };
        let chance = attrition.chance(person.tenure(days.start), self.pressure(attrition), days.end - days.start);
        person.leaves(self.number, chance)
    }

    /// The factor on the hazard by what the week was like.
    fn pressure(&self, attrition: &Attrition) -> f64 {
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        let occupancy = share(self.week.busy_hours, self.week.hours.worked);
        let anger = share(f64::from(self.week.angry), f64::from(self.week.contacts));
        attrition.occupancy.map_or(1.0, |pressure| pressure.factor(occupancy))
            * attrition.anger.map_or(1.0, |pressure| pressure.factor(anger))
    }

    /// Outsourced people cost their share of what was worked: hours logged in go by rostered hours, contacts by who took
    /// them.
    fn pay_outsourced(&mut self) {
        let worked_part = self.week.hours.worked / self.week.hours.rostered.max(f64::MIN_POSITIVE);
        for (terms, (rostered, taken)) in
            self.plan.people.terms.iter().zip(self.roster.by_terms.iter().zip(&mut self.taken))
        {
            let (worked, contacts) = (rostered * worked_part, f64::from(std::mem::take(taken)));
            let cost = match terms.pay {
                Pay::Wage(_) => continue,
                Pay::PerHour(price) => worked * price,
                Pay::PerContact(price) => contacts * price,
            };
            self.week.hours.paid += worked;
            self.week.cost.outsourced += cost;
        }
    }

    /// Who is well today, in their order, and how many of them are on duty when.
    fn seat(&mut self, day: u32) {
        let sickness = self.plan.people.sickness;
        let (mut rostered, mut there) = (0.0, 0.0);
        let mut well = Vec::with_capacity(self.roster.able.len());
        for able in &self.roster.able {
            let person = &mut self.people[able.person];
            rostered += able.hours;
            if !sickness.is_some_and(|sickness| person.falls_ill(sickness, day)) {
                there += able.hours;
                well.push((person.rank(day, able.hours), able.seat));
            }
        }
        well.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.seats.clear();
        self.seats.extend(well.into_iter().map(|(_, seat)| seat));
        let scale = if rostered > 0.0 { self.roster.scale * (there / rostered) } else { 0.0 };
        self.spread(day, scale);
    }

    /// Spreads the hours of the day as the plan does. Fractions of an agent are carried on through the day, not into the
    /// night.
    fn spread(&mut self, day: u32, scale: f64) {
        let most = self.seats.len() as f64;
        let mut carried = 0.0;
        for (agents, planned) in self.on_duty.iter_mut().zip(self.plan.of_day(day)) {
            let due = f64::from(planned) * scale;
            let whole = if planned == 0 { 0.0 } else { (due + carried).round().clamp(0.0, most) };
            carried = if planned == 0 || whole == most { 0.0 } else { due + carried - whole };
            *agents = whole as u32;
        }
    }
}

/// Everybody, the team first. A person's numbers belong to the day of the beginning and the place among those who begin
/// then, so that other classes change nothing.
pub(super) fn everybody(plan: &Plan, group: Key) -> Vec<Person> {
    let people = &plan.people;
    let team = group.child(0);
    let mut everybody = Vec::with_capacity(plan.size() as usize);
    for (part, tenure) in people.team.iter().zip(&plan.tenures) {
        for _ in 0..part.people {
            let key = team.child(everybody.len() as u64);
            let tenure = tenure.draw(&mut key.stream(Purpose::Tenure));
            everybody.push(Person::of_team(key, part.terms, tenure));
        }
    }
    let mut begun = vec![0; plan.weeks.len()];
    for class in &people.classes {
        let Some(week) = plan.weeks.iter().position(|week| week.start >= class.day) else { continue };
        let first_day = plan.weeks[week].start;
        for _ in 0..class.people {
            let key = group.child(1 + u64::from(first_day)).child(begun[week]);
            begun[week] += 1;
            everybody.push(Person::hired(key, class.terms, first_day, week));
        }
    }
    everybody
}
