//! What a season plan is made for: weeks, promises, and the groups that can hire.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use super::cohort::{Cohort, Frame, logged_in, part};
use super::programme::{Choice, Extra, Instance, Trainers};
use super::promise::{WeekPromise, week_promises};
use crate::planner::{Method, Trials, Watch, by_formula};
use crate::scenario::{Hiring, HiringClass, Hours, Length, Pay, People, Scenario, weeks};
use crate::units::{DAY, HOUR, Seconds};

/// What a season plan is made for.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// The centre; classes and staffing of groups that can hire are replaced.
    pub scenario: &'a Scenario,
    /// The weeks of the horizon, as days from 0.
    pub weeks: Vec<Range<u32>>,
    /// Intervals of a day.
    pub per_day: usize,
    /// What is promised in each week.
    pub promises: Vec<WeekPromise>,
    /// The groups that can hire.
    pub hired: Vec<Hired>,
}

/// A group that can hire.
#[derive(Clone, Debug)]
pub struct Hired {
    /// Its index in the scenario.
    pub group: usize,
    /// How it can.
    pub hiring: Hiring,
    /// Agents by interval of the horizon that a formula asks for: the shape of its need.
    pub shape: Vec<u32>,
    /// Their hours by week.
    pub hours: Vec<f64>,
    /// The parts of its team.
    pub team: Vec<Cohort>,
    /// One person of every class that may begin.
    pub choices: Vec<(Choice, Cohort)>,
}

impl<'a> Setting<'a> {
    /// Works out what does not depend on a plan.
    ///
    /// # Errors
    /// A sentence that says what the scenario lacks.
    pub fn new(scenario: &'a Scenario) -> Result<Self, String> {
        let Length::Days(days) = scenario.horizon.length else {
            return Err("a season needs a horizon in days or weeks".into());
        };
        let promises = week_promises(scenario);
        if promises.is_empty() {
            return Err("it promises nothing that a week can keep, so that nobody would be hired: give a contact type a target \
                 such as `target = { answer = 0.8, within = \"20s\" }`"
                .into());
        }
        let weeks = weeks(scenario.horizon.start, days);
        let (per_day, interval) = (scenario.horizon.intervals_per_day(), scenario.horizon.interval.hours());
        let shapes = shapes(scenario, per_day * days as usize);
        let mut setting = Self { scenario, weeks, per_day, promises, hired: Vec::new() };
        let mut hired = Vec::new();
        for (group, shape) in shapes.into_iter().enumerate() {
            let hiring = scenario.groups[group].people.as_ref().and_then(|people| people.hiring.clone());
            hired.extend(hiring.and_then(|hiring| Hired::new(&setting, (group, hiring), shape, interval)));
        }
        if hired.is_empty() {
            return Err("no agent group says how people can be hired: give the `people` of one a table `hiring`".into());
        }
        setting.hired = hired;
        Ok(setting)
    }
}

impl Setting<'_> {
    /// The date of a day of the horizon; none without a calendar.
    #[must_use]
    pub fn date(&self, day: u32) -> Option<String> {
        let date = self.scenario.horizon.start?.checked_add(jiff::Span::new().try_days(i64::from(day)).ok()?);
        date.ok().map(|date| date.to_string())
    }

    /// The week with which a class begins, by index.
    #[must_use]
    pub fn week_of(&self, class: HiringClass) -> usize {
        self.weeks.iter().position(|days| days.start >= class.day).unwrap_or(self.weeks.len())
    }

    /// The name of a contract.
    #[must_use]
    pub fn contract(&self, group: usize, terms: usize) -> String {
        let people = self.scenario.groups[group].people.as_ref();
        people.and_then(|people| people.terms.get(terms)).map_or_else(String::new, |terms| terms.name.clone())
    }
}

/// Agents of each group by interval of the horizon: the modified offered load of the expected contacts and the loosest
/// staffing that a formula with patience allows. The formula's load never dies out quite; nobody is asked for where it has
/// nothing to stand for any more.
fn shapes(scenario: &Scenario, intervals: usize) -> Vec<Vec<u32>> {
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &|_, _| () };
    // Formulas know days of 24 hours; what one of 23 or 25 needs else is met by simulation.
    let even = Scenario { horizon: scenario.horizon.with_even_days(), ..scenario.clone() };
    let trials = Trials::new(&even, scenario.run.seed, watch);
    let plan = by_formula(&trials, Method::OfferedLoad);
    let hours: Vec<Hours> = even.contacts.iter().map(|contact| Hours::new(contact, &even.horizon)).collect();
    let of = |(group, staff): (usize, &Vec<u32>)| {
        let agents = |i: usize| if shut(&even, &hours, group, i) { 0 } else { staff[i % staff.len()] };
        (0..intervals).map(agents).collect()
    };
    plan.staff.iter().enumerate().map(of).collect()
}

/// Whether all that a group handles is shut in an interval and was in the one before, in which who still waited was served.
fn shut(scenario: &Scenario, hours: &[Hours], group: usize, interval: usize) -> bool {
    let length = scenario.horizon.interval.get();
    let (from, to) = (interval.saturating_sub(1) as f64 * length, (interval + 1) as f64 * length);
    scenario.groups[group].skills.iter().all(|skill| hours[skill.contact].open_time(from, to) <= 0.0)
}

impl Hired {
    fn new(setting: &Setting<'_>, (group, hiring): (usize, Hiring), shape: Vec<u32>, interval: f64) -> Option<Self> {
        let (scenario, per_day) = (setting.scenario, setting.per_day);
        let people = scenario.groups[group].people.as_ref()?;
        let hours = |days: &Range<u32>| {
            let of = &shape[days.start as usize * per_day..days.end as usize * per_day];
            of.iter().map(|agents| f64::from(*agents)).sum::<f64>() * interval
        };
        let hours: Vec<f64> = setting.weeks.iter().map(hours).collect();
        let frame = Frame { scenario, weeks: &setting.weeks, contacts_per_hour: contacts_per_hour(scenario, group) };
        let team = people.team.iter().filter_map(|part| frame.team(group, part)).collect();
        let may = |week: usize| f64::from(setting.weeks[week].start) * DAY >= hiring.lead.get();
        let pairs = (0..setting.weeks.len())
            .filter(|week| may(*week))
            .flat_map(|week| hiring.terms.iter().map(move |t| (week, *t)));
        let choices = pairs.filter_map(|(week, terms)| choice(frame.class(group, terms, week)?, week));
        let choices = choices.collect();
        Some(Self { group, hiring, shape, hours, team, choices })
    }

    /// The same if a class could begin at once.
    pub(super) fn without_lead(&self, setting: &Setting<'_>) -> Option<Self> {
        let hiring = Hiring { lead: Seconds(0.0), ..self.hiring.clone() };
        Self::new(setting, (self.group, hiring), self.shape.clone(), setting.scenario.horizon.interval.hours())
    }

    /// Hours that one experienced person on the first terms works in each week.
    pub(super) fn one(&self, setting: &Setting<'_>) -> Vec<f64> {
        let Some(people) = &setting.scenario.groups[self.group].people else { return Vec::new() };
        let hours = people.terms.first().map_or(0.0, |terms| terms.hours_per_week.hours());
        let of = |(week, days): (usize, &Range<u32>)| hours * part(days) * people.at_work(week) * logged_in(people);
        setting.weeks.iter().enumerate().map(of).collect()
    }

    /// The factor on handling time that is expected of those at work in each week if these classes begin.
    pub(super) fn slow(&self, setting: &Setting<'_>, classes: &[HiringClass]) -> Vec<f64> {
        let people = |choice: &Choice| -> f64 {
            let begins = |class: &HiringClass| class.terms == choice.terms && setting.week_of(*class) == choice.week;
            let of = classes.iter().filter(|class| begins(class));
            f64::from(of.map(|class| class.people).sum::<u32>())
        };
        let all: Vec<(f64, &Cohort)> = self
            .team
            .iter()
            .map(|cohort| (1.0, cohort))
            .chain(self.choices.iter().map(|(choice, cohort)| (people(choice), cohort)))
            .filter(|(people, _)| *people > 0.0)
            .collect();
        let of = |week: usize| {
            let sum =
                |hours: &dyn Fn(&Cohort) -> f64| all.iter().map(|(people, cohort)| people * hours(cohort)).sum::<f64>();
            let able = sum(&|cohort| cohort.weeks[week].capacity_hours);
            if able > 0.0 { sum(&|cohort| cohort.weeks[week].worked_hours) / able } else { 1.0 }
        };
        (0..setting.weeks.len()).map(of).collect()
    }

    /// The hiring programme where the need of each week is so many times what the formula says.
    #[must_use]
    pub fn instance(&self, setting: &Setting<'_>, level: &[f64]) -> Instance {
        let people = setting.scenario.groups[self.group].people.as_ref();
        let weeks = setting.weeks.len();
        let there = |of: &dyn Fn(&Cohort) -> Vec<f64>| sums(weeks, self.team.iter().map(of));
        let trainers = people.and_then(|people| people.training).map(|training| Trainers {
            most: self.hiring.trainers,
            trainees: training.trainees,
            cost: setting.weeks.iter().map(|days| training.trainer_cost * part(days)).collect(),
        });
        Instance {
            need: self.hours.iter().zip(level).map(|(hours, level)| hours * level).collect(),
            there: there(&Cohort::hours),
            choices: self.choices.iter().map(|(choice, _)| choice.clone()).collect(),
            extras: people.map_or_else(Vec::new, |people| self.extras(people, weeks)),
            size: (self.hiring.least, self.hiring.most),
            classes: self.hiring.classes,
            trainers,
        }
    }

    fn extras(&self, people: &People, weeks: usize) -> Vec<Extra> {
        let mut extras = Vec::new();
        for (terms, of) in people.terms.iter().enumerate() {
            let wage = if let Pay::Wage(wage) = of.pay { wage } else { 0.0 } / logged_in(people);
            let ways =
                [(true, of.overtime.map(|(_, factor)| factor)), (false, (of.time_off.get() > 0.0).then_some(1.0))];
            for (adds, factor) in ways {
                let Some(factor) = factor else { continue };
                let hours = |cohort: &Cohort| if adds { cohort.more.clone() } else { cohort.less.clone() };
                let there = sums(weeks, self.team.iter().filter(|cohort| cohort.terms == terms).map(hours));
                let each = |(choice, cohort): &(Choice, Cohort)| {
                    if choice.terms == terms { hours(cohort) } else { Vec::new() }
                };
                let each = self.choices.iter().map(each).collect();
                extras.push(Extra { terms, adds, price: wage * factor, there, each });
            }
        }
        extras
    }
}

/// A class that is of use within the horizon.
fn choice(cohort: Cohort, week: usize) -> Option<(Choice, Cohort)> {
    let hours = cohort.hours();
    let of_use = hours.iter().any(|hours| *hours > 0.0);
    let (terms, cost, training) = (cohort.terms, cohort.cost, cohort.training.clone());
    of_use.then_some((Choice { week, terms, cost, hours, training }, cohort))
}

/// Sums by week.
fn sums(weeks: usize, lists: impl Iterator<Item = Vec<f64>>) -> Vec<f64> {
    lists.fold(vec![0.0; weeks], |mut sum, list| {
        sum.iter_mut().zip(list).for_each(|(sum, hours)| *sum += hours);
        sum
    })
}

/// How busy people are taken to be where some are paid for each contact.
const BUSY: f64 = 0.85;

/// Contacts that an experienced person of a group takes in an hour at work.
fn contacts_per_hour(scenario: &Scenario, group: usize) -> f64 {
    let means = scenario.groups[group].skills.iter().map(|skill| scenario.contacts[skill.contact].mean_handle());
    let means: Vec<f64> = means.collect();
    BUSY * HOUR * means.len() as f64 / means.iter().sum::<f64>().max(1.0)
}
