//! A schedule as a document: what is printed as JSON, written as tables and drawn.

use serde::Serialize;

use super::correct::Schedule;
use super::refusal::Refusal;
use super::setting::Setting;
use super::solve::End;
use crate::kpi::Subject;
use crate::planner::{Evidence, Trials};
use crate::stats::Estimate;
use crate::units::{HOUR, time_of_day};

/// The schedule of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// `holdline/schedule/1`.
    pub schema: &'static str,
    /// The version that made it.
    pub version: &'static str,
    /// The scenario's name.
    pub name: String,
    /// What was asked, and all that it takes to ask the same again.
    pub asked: Asked,
    /// True: a roster covers the need; [`Refusal`] says otherwise.
    pub feasible: bool,
    /// Days of the horizon, each with its date where there is a calendar.
    pub days: Vec<Option<String>>,
    /// Length of an interval, s.
    pub interval: f64,
    /// Whether costs are money; otherwise they are paid hours.
    pub money: bool,
    /// Cost of all groups.
    pub cost: f64,
    /// No schedule that covers this need, raised where simulation asked for it, costs less.
    pub bound: f64,
    /// (cost - bound) / bound.
    pub gap: f64,
    /// Intervals, over all groups, in which more is covered than was needed before the first simulation.
    pub raised: usize,
    /// What stopped the correction, where one more person could not be had.
    pub stopped: Option<Refusal>,
    /// Whether simulation confirms every promise.
    pub confirmed: bool,
    /// Replications of the confirmation.
    pub replications: u32,
    /// Times that the schedule was simulated and, where need be, corrected.
    pub rounds: u32,
    /// The groups that have contracts.
    pub groups: Vec<GroupWeek>,
    /// What was promised, and how it stands.
    pub promises: Vec<Promised>,
}

/// What a schedule was asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    /// The scenario's file.
    pub file: String,
    /// The file of required staff; none: found by simulation.
    pub need: Option<String>,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Confidence with which all promises must hold at once.
    pub confidence: f64,
    /// Gap that is good enough.
    pub gap: f64,
    /// Longest search for the roster of a group, s. Where it ended one (`end` is `time`), another machine may find
    /// another roster.
    pub time_limit: f64,
}

/// The week of a group.
#[derive(Clone, Debug, Serialize)]
pub struct GroupWeek {
    /// Its name.
    pub name: String,
    /// Its cost.
    pub cost: f64,
    /// No roster of it that covers the need costs less.
    pub bound: f64,
    /// Why the search for it ended: `optimal`, `gap`, `rounds` or `time`.
    pub end: &'static str,
    /// Hours from the start to the end of all shifts.
    pub rostered_hours: f64,
    /// Paid hours: those of the shifts less unpaid breaks.
    pub hours: f64,
    /// Hours of the shifts less all breaks, if everybody comes.
    pub on_duty_hours: f64,
    /// Share of paid time away that is no part of the roster (leave, training): each paid hour costs 1 / (1 - shrinkage)
    /// hours' pay, as in `staff` and `run`.
    pub shrinkage: f64,
    /// Share of people on the roster who do not come: so many more are scheduled.
    pub absence: f64,
    /// People needed in each interval of the horizon.
    pub need: Vec<u32>,
    /// People at work in each interval on average, absence counted.
    pub staff: Vec<f64>,
    /// Its people.
    pub people: Vec<Week>,
}

/// The week of a person.
#[derive(Clone, Debug, Serialize)]
pub struct Week {
    /// A name of the person's own.
    pub person: String,
    /// The contract.
    pub contract: String,
    /// Paid hours, overtime included.
    pub hours: f64,
    /// Hours of overtime.
    pub overtime: f64,
    /// Cost.
    pub cost: f64,
    /// The days at work.
    pub days: Vec<WorkDay>,
}

/// A day at work.
#[derive(Clone, Debug, Serialize)]
pub struct WorkDay {
    /// Day of the horizon, from 1.
    pub day: usize,
    /// The shift type.
    pub shift: String,
    /// Start, `08:30`.
    pub start: String,
    /// End, on the next day where it is not after the start.
    pub end: String,
    /// Breaks, `10:00-10:15`.
    pub breaks: Vec<String>,
    /// Paid hours.
    pub hours: f64,
}

/// A promise and its simulated figure.
#[derive(Clone, Debug, Serialize)]
pub struct Promised {
    /// The contact type or group.
    pub subject: String,
    /// What is measured.
    pub measure: &'static str,
    /// The goal.
    pub goal: f64,
    /// First interval of the horizon that it speaks of.
    pub interval: usize,
    /// How many it speaks of.
    pub intervals: usize,
    /// The figure, over days the share that keeps it.
    pub figure: Option<Estimate>,
    /// Whether it is kept with the confidence asked for.
    pub confirmed: bool,
}

impl Document {
    /// The document of a schedule.
    #[must_use]
    pub fn new(setting: &Setting<'_>, trials: &Trials<'_>, schedule: &Schedule, asked: Asked) -> Self {
        let groups: Vec<GroupWeek> =
            (0..schedule.solved.len()).filter_map(|group| GroupWeek::new(setting, schedule, group)).collect();
        let (cost, bound) = groups.iter().fold((0.0, 0.0), |sum, group| (sum.0 + group.cost, sum.1 + group.bound));
        let start = setting.scenario.horizon.start;
        let date =
            |day: usize| Some(start?.checked_add(jiff::Span::new().try_days(day as i64).ok()?).ok()?.to_string());
        Self {
            schema: "holdline/schedule/1",
            version: env!("CARGO_PKG_VERSION"),
            name: setting.scenario.name.clone(),
            asked,
            feasible: true,
            days: (0..setting.days).map(date).collect(),
            interval: setting.scenario.horizon.interval.get(),
            money: setting.wages.money,
            cost,
            bound,
            gap: if bound > 0.0 { (cost - bound).max(0.0) / bound } else { 0.0 },
            raised: schedule.raised,
            stopped: schedule.stopped.as_ref().and_then(|trouble| Refusal::new(setting, trouble)),
            confirmed: schedule.unproven.is_empty(),
            replications: schedule.evidence.replications,
            rounds: schedule.rounds,
            groups,
            promises: promised_by(trials, &schedule.evidence, &schedule.unproven),
        }
    }
}

/// Every promise of the trials with its figure.
#[must_use]
pub fn promised_by(trials: &Trials<'_>, evidence: &Evidence, unproven: &[usize]) -> Vec<Promised> {
    let numbers = 0..trials.promises.len();
    numbers.map(|number| promise(trials, number, Some(evidence), !unproven.contains(&number))).collect()
}

/// Some promises of the trials by their numbers, without figures.
#[must_use]
pub fn promised(trials: &Trials<'_>, meant: impl Fn(usize) -> bool) -> Vec<Promised> {
    let numbers = (0..trials.promises.len()).filter(|number| meant(*number));
    numbers.map(|number| promise(trials, number, None, false)).collect()
}

fn promise(trials: &Trials<'_>, number: usize, evidence: Option<&Evidence>, confirmed: bool) -> Promised {
    let promise = &trials.promises[number];
    let subject = match promise.subject {
        Subject::Contact(kind) => trials.scenario.contacts[kind].name.clone(),
        Subject::Group(group) => trials.scenario.groups[group].name.clone(),
        Subject::Centre => String::new(),
    };
    let periods = promise.periods(&trials.periods);
    Promised {
        subject,
        measure: promise.measure.name(),
        goal: promise.days.unwrap_or(promise.goal),
        interval: periods.start,
        intervals: periods.len(),
        figure: evidence.and_then(|evidence| evidence.estimate(number, promise)),
        confirmed,
    }
}

impl GroupWeek {
    fn new(setting: &Setting<'_>, schedule: &Schedule, group: usize) -> Option<Self> {
        let (instance, solved) = (schedule.instances[group].as_ref()?, schedule.solved[group].as_ref()?);
        let people = weeks(setting, schedule, group, &solved.people);
        let agents = &setting.scenario.groups[group];
        let per_interval = instance.horizon() / schedule.need[group].len().max(1);
        let mean = |steps: &[u32]| f64::from(steps.iter().sum::<u32>()) / steps.len() as f64 * (1.0 - agents.absence);
        let presence = instance.presence(&solved.people);
        let in_hours = |steps: usize| steps as f64 * setting.step / HOUR;
        let duties = solved.people.iter().flat_map(super::Person::work);
        Some(Self {
            name: agents.name.clone(),
            cost: solved.cost,
            bound: solved.bound,
            end: end(solved.end),
            rostered_hours: in_hours(duties.map(|(_, duty)| instance.shapes[duty.shape].length).sum()),
            hours: people.iter().map(|week| week.hours).sum(),
            on_duty_hours: in_hours(presence.iter().map(|there| *there as usize).sum()),
            shrinkage: agents.shrinkage,
            absence: agents.absence,
            need: schedule.need[group].clone(),
            staff: presence.chunks(per_interval).map(mean).collect(),
            people,
        })
    }
}

/// The people of a group, contract by contract, by their first day and hour.
fn weeks(setting: &Setting<'_>, schedule: &Schedule, group: usize, roster: &[super::Person]) -> Vec<Week> {
    let Some(instance) = &schedule.instances[group] else { return Vec::new() };
    let mut order: Vec<&super::Person> = roster.iter().collect();
    order.sort_by_key(|person| (person.terms, person.work().map(|(day, duty)| (day, duty.start)).next()));
    let mut counts = vec![0; instance.terms.len()];
    let contracts = setting.contracts(group);
    let week = |person: &super::Person| {
        counts[person.terms] += 1;
        let contract = &setting.scenario.contracts[contracts[person.terms]].name;
        Week {
            person: format!("{contract} {}", counts[person.terms]),
            contract: contract.clone(),
            hours: instance.hours(person),
            overtime: instance.overtime(person),
            cost: instance.cost_of(person),
            days: days(setting, schedule, group, person),
        }
    };
    order.into_iter().map(week).collect()
}

fn end(end: End) -> &'static str {
    match end {
        End::Optimal => "optimal",
        End::Gap => "gap",
        End::Rounds => "rounds",
        End::Time => "time",
        End::Infeasible => "infeasible",
    }
}

fn days(setting: &Setting<'_>, schedule: &Schedule, group: usize, person: &super::Person) -> Vec<WorkDay> {
    let Some(instance) = &schedule.instances[group] else { return Vec::new() };
    let shapes = setting.shapes(group);
    let clock =
        |seconds: f64| time_of_day(if seconds >= crate::units::DAY { seconds - crate::units::DAY } else { seconds });
    let day = |(day, duty): (usize, &super::Duty)| {
        let shift = setting.shift(instance, day, duty, 0);
        let pause = |(from, to): &(crate::units::Seconds, crate::units::Seconds)| {
            format!("{}-{}", clock(from.get()), clock(to.get()))
        };
        WorkDay {
            day: day + 1,
            shift: setting.scenario.shifts[shapes[duty.shape].0].name.clone(),
            start: clock(shift.from.get()),
            end: clock(shift.to.get()),
            breaks: shift.breaks.iter().map(pause).collect(),
            hours: instance.shapes[duty.shape].hours,
        }
    };
    person.work().map(day).collect()
}
