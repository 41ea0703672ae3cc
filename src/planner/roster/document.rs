//! A roster as a document: what is printed as JSON, written as tables and drawn.

use serde::Serialize;

use super::plan::{Plan, Required};
use super::solve::Solved;
use super::task::{Row, Task};
use crate::planner::schedule::{Duty, WorkDay};
use crate::scenario::Shift;
use crate::units::{DAY, HOUR, Seconds, time_of_day};

/// The roster of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// `holdline/people-roster/1`.
    pub schema: &'static str,
    /// The version that made it.
    pub version: &'static str,
    /// The scenario's name.
    pub name: String,
    /// What was asked, and all that it takes to ask the same again.
    pub asked: Asked,
    /// Whether the need is covered; false: people are missing, which may or may not be proven to be unavoidable.
    pub feasible: bool,
    /// Days of the roster, each with its date where there is a calendar.
    pub days: Vec<Option<String>>,
    /// Whether each day is a Saturday or a Sunday.
    pub weekend: Vec<bool>,
    /// Length of an interval, s.
    pub interval: f64,
    /// Whether costs are money; otherwise they are paid hours.
    pub money: bool,
    /// Cost of all groups.
    pub cost: f64,
    /// No roster that covers the need costs less; none of a roster that was not made here.
    pub bound: Option<f64>,
    /// (cost - bound) / bound.
    pub gap: Option<f64>,
    /// What the roster does against the rules, one sentence each: only an edited one does.
    pub violations: Vec<String>,
    /// The groups that have people.
    pub groups: Vec<GroupRoster>,
}

/// What a roster was asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    /// The scenario's file.
    pub file: String,
    /// The file of required staff or shifts; none: the scenario's own staffing.
    pub need: Option<String>,
    /// The file of the people; none: as many as contracts allow, numbered.
    pub people: Option<String>,
    /// The file of an edited roster; none: one was made.
    pub roster: Option<String>,
    /// Weeks.
    pub weeks: usize,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Moves of each search, a person and week.
    pub effort: u64,
}

/// The roster of a group.
#[derive(Clone, Debug, Serialize)]
pub struct GroupRoster {
    /// Its name.
    pub name: String,
    /// Its cost.
    pub cost: f64,
    /// No roster of it that covers the need costs less; in weeks whose need nobody can cover, the pay of what contracts ask
    /// for at least. None of a roster that was not made here.
    pub bound: Option<f64>,
    /// Hours of people missing.
    pub missing_hours: f64,
    /// Hours of people missing in every roster, at least, by week; some prove that nobody can cover the need.
    pub least_missing_hours: Vec<f64>,
    /// Where people are missing.
    pub gaps: Vec<Gap>,
    /// Share of people on the roster who do not come: so many more are needed on it.
    pub absence: f64,
    /// People needed on the roster in each interval, those included who will not come: the most of its steps.
    pub need: Vec<u32>,
    /// People on the roster in each interval, breaks taken out, on average over its steps.
    pub staff: Vec<f64>,
    /// By contract: how weekends and wishes fall.
    pub fairness: Vec<Fairness>,
    /// Its people, in the order of the file.
    pub people: Vec<PersonRoster>,
}

/// People missing in an interval.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Day of the roster, from 1.
    pub day: usize,
    /// Start of the interval, `08:30`.
    pub start: String,
    /// People needed on the roster.
    pub needed: u32,
    /// People on it, in the step with fewest beside its need.
    pub there: u32,
}

/// How evenly weekends and wishes fall on the people of a contract.
#[derive(Clone, Debug, Serialize)]
pub struct Fairness {
    /// The contract.
    pub contract: String,
    /// Its people.
    pub people: usize,
    /// Fewest and most paid hours a week on average, leave apart.
    pub hours: (f64, f64),
    /// Fewest and most weekends worked among those who could work all of them.
    pub weekends: (usize, usize),
    /// Weekends worked by all, of those that each could work.
    pub weekend_share: Option<f64>,
    /// Weight of the wishes granted, of all wishes; none where nobody wishes anything.
    pub wishes_granted: Option<f64>,
}

/// The weeks of a person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonRoster {
    /// The name.
    pub person: String,
    /// The contract.
    pub contract: String,
    /// Paid hours, overtime included.
    pub hours: f64,
    /// Hours of overtime.
    pub overtime: f64,
    /// Cost.
    pub cost: f64,
    /// Paid hours of each week.
    pub weekly_hours: Vec<f64>,
    /// Weekends worked.
    pub weekends: usize,
    /// Weekends that could be worked.
    pub weekends_open: usize,
    /// Weight of the wishes granted.
    pub wishes_granted: f64,
    /// Weight of all wishes.
    pub wishes: f64,
    /// Weeks, from 1, in which days off, leave or too few shifts leave no room for the least that the contract asks for.
    pub short_weeks: Vec<usize>,
    /// Days off that were asked for, from 1.
    pub off: Vec<usize>,
    /// Days of leave, from 1.
    pub leave: Vec<usize>,
    /// The days at work.
    pub days: Vec<WorkDay>,
}

impl Document {
    /// The document of the rosters of all groups that have people, with what an edited one does against the rules.
    #[must_use]
    pub fn new(
        plan: &Plan<'_>,
        required: &Required,
        solved: &[(usize, Solved)],
        asked: Asked,
        edited: Vec<String>,
    ) -> Self {
        let groups: Vec<GroupRoster> =
            solved.iter().map(|(group, solved)| Draft { plan, solved, group: *group }.roster(required)).collect();
        let setting = &plan.setting;
        let start = setting.scenario.horizon.start;
        let date =
            |day: usize| Some(start?.checked_add(jiff::Span::new().try_days(day as i64).ok()?).ok()?.to_string());
        let cost = groups.iter().map(|group| group.cost).sum::<f64>();
        let covered = groups.iter().all(|group| group.gaps.is_empty());
        let bound = groups.iter().map(|group| group.bound).sum::<Option<f64>>();
        let weekends: Vec<usize> = solved.first().map(|(_, solved)| solved.task.weekends.concat()).unwrap_or_default();
        Self {
            schema: "holdline/people-roster/1",
            version: env!("CARGO_PKG_VERSION"),
            name: setting.scenario.name.clone(),
            asked,
            feasible: covered,
            days: (0..setting.days).map(date).collect(),
            weekend: (0..setting.days).map(|day| weekends.contains(&day)).collect(),
            interval: setting.scenario.horizon.interval.get(),
            money: setting.wages.money,
            cost,
            bound,
            gap: bound.filter(|bound| covered && *bound > 0.0).map(|bound| (cost - bound).max(0.0) / bound),
            violations: edited,
            groups,
        }
    }
}

/// A group's roster on its way to the document.
struct Draft<'a> {
    plan: &'a Plan<'a>,
    solved: &'a Solved,
    group: usize,
}

impl Draft<'_> {
    fn roster(&self, required: &Required) -> GroupRoster {
        let (plan, task) = (self.plan, &self.solved.task);
        let agents = &plan.setting.scenario.groups[self.group];
        let presence = task.presence(&self.solved.rows);
        let per_interval = (plan.setting.scenario.horizon.interval.get() / plan.setting.step).round() as usize;
        let members = plan.members_of(self.group);
        let people: Vec<PersonRoster> = (0..members.len()).map(|person| self.person(person, members[person])).collect();
        let hours = |steps: f64| steps * plan.setting.step / HOUR;
        let absent = if matches!(required, Required::Staff(_)) { agents.absence } else { 0.0 };
        let mean = |steps: &[u32]| f64::from(steps.iter().sum::<u32>()) / steps.len() as f64;
        GroupRoster {
            name: agents.name.clone(),
            cost: self.solved.cost,
            bound: (!self.solved.bound.missing.is_empty()).then_some(self.solved.bound.cost),
            missing_hours: hours(self.solved.missing as f64),
            least_missing_hours: self.solved.bound.missing.iter().map(|steps| hours(*steps)).collect(),
            gaps: self.gaps(&presence, per_interval),
            absence: absent,
            need: task.frame.need.chunks(per_interval).map(|steps| steps.iter().copied().max().unwrap_or(0)).collect(),
            staff: presence.chunks(per_interval).map(mean).collect(),
            fairness: self.fairness(&people),
            people,
        }
    }

    fn gaps(&self, presence: &[u32], per_interval: usize) -> Vec<Gap> {
        let need = &self.solved.task.frame.need;
        let per_day = self.plan.setting.steps() / per_interval;
        let worst = |interval: usize| {
            let steps = interval * per_interval..(interval + 1) * per_interval;
            let worst = steps.max_by_key(|step| i64::from(need[*step]) - i64::from(presence[*step]))?;
            (presence[worst] < need[worst]).then(|| Gap {
                day: interval / per_day + 1,
                start: time_of_day((interval % per_day) as f64 * self.plan.setting.scenario.horizon.interval.get()),
                needed: need[worst],
                there: presence[worst],
            })
        };
        (0..need.len() / per_interval).filter_map(worst).collect()
    }

    fn person(&self, person: usize, member: usize) -> PersonRoster {
        let (task, row) = (&self.solved.task, &self.solved.rows[person]);
        let member = &self.plan.members[member];
        let weeks = || 0..task.weeks();
        let (worked, open) = task.weekends(person, row);
        let (granted, wishes) = task.wishes(person, row);
        let weekly: Vec<f64> = weeks().map(|week| task.hours(super::task::week_of(row, week))).collect();
        let from_one = |days: &[u32]| days.iter().map(|day| *day as usize + 1).collect();
        PersonRoster {
            person: member.name.clone(),
            contract: self.plan.setting.scenario.contracts[member.contract].name.clone(),
            hours: weekly.iter().sum(),
            overtime: weeks().map(|week| task.overtime(person, row, week)).sum(),
            cost: weeks().map(|week| task.cost_of_week(person, row, week)).sum(),
            weekly_hours: weekly,
            weekends: worked,
            weekends_open: open,
            wishes_granted: granted,
            wishes,
            short_weeks: self.solved.short.iter().filter(|(who, _)| *who == person).map(|(_, week)| week + 1).collect(),
            off: from_one(&member.off),
            leave: from_one(&member.leave),
            days: self.days(task, row),
        }
    }

    fn days(&self, task: &Task, row: &Row) -> Vec<WorkDay> {
        let scenario = self.plan.setting.scenario;
        let day = |(day, duty): (usize, &Option<Duty>)| {
            let duty = duty.as_ref()?;
            let shift = self.plan.setting.shift(&task.frame, day, duty, 0);
            let kind = scenario.shifts[task.kinds[duty.shape]].name.clone();
            Some(work_day(day, kind, &shift, task.frame.shapes[duty.shape].hours))
        };
        row.iter().enumerate().filter_map(day).collect()
    }

    fn fairness(&self, people: &[PersonRoster]) -> Vec<Fairness> {
        let weekends = self.solved.task.weekends.len();
        let of = |contract: usize| {
            let name = &self.plan.setting.scenario.contracts[contract].name;
            let own: Vec<&PersonRoster> = people.iter().filter(|person| person.contract == *name).collect();
            fairness(name, &own, weekends)
        };
        self.plan.setting.contracts(self.group).into_iter().filter_map(of).collect()
    }
}

/// A shift as a day at work.
fn work_day(day: usize, kind: String, shift: &Shift, hours: f64) -> WorkDay {
    let clock = |time: Seconds| time_of_day(if time.get() >= DAY { time.get() - DAY } else { time.get() });
    let pause = |(from, to): &(Seconds, Seconds)| format!("{}-{}", clock(*from), clock(*to));
    WorkDay {
        day: day + 1,
        shift: kind,
        start: clock(shift.from),
        end: clock(shift.to),
        breaks: shift.breaks.iter().map(pause).collect(),
        hours,
    }
}

/// How weekends and wishes fall on the people of a contract; none where it has nobody.
fn fairness(contract: &str, people: &[&PersonRoster], weekends: usize) -> Option<Fairness> {
    let present = |person: &&&PersonRoster| person.leave.is_empty();
    let hours = people.iter().filter(present).map(|person| person.hours / person.weekly_hours.len() as f64);
    let range = hours.fold(None, |range: Option<(f64, f64)>, hours| {
        let (least, most) = range.unwrap_or((hours, hours));
        Some((least.min(hours), most.max(hours)))
    });
    let whole = people.iter().filter(|person| person.weekends_open == weekends).map(|person| person.weekends);
    let (worked, open) = people.iter().fold((0, 0), |sum, p| (sum.0 + p.weekends, sum.1 + p.weekends_open));
    let (granted, wishes) = people.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.wishes_granted, sum.1 + p.wishes));
    (!people.is_empty()).then(|| Fairness {
        contract: contract.to_owned(),
        people: people.len(),
        hours: range.unwrap_or((0.0, 0.0)),
        weekends: (whole.clone().min().unwrap_or(0), whole.max().unwrap_or(0)),
        weekend_share: (open > 0).then(|| worked as f64 / open as f64),
        wishes_granted: (wishes > 0.0).then(|| granted / wishes),
    })
}
