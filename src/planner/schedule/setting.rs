//! A scenario's groups as instances, and their answers as shifts.

use super::instance::{Duty, Instance, Limit, MOST_DAYS, Person, Shape, Terms, Window};
use super::possible::impossible;
use super::wages::Wages;
use crate::scenario::{Break, Contract, Length, Scenario, Shift, ShiftType, Staffing};
use crate::units::{DAY, HOUR, Seconds};

/// What all groups of a schedule share.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// The centre.
    pub scenario: &'a Scenario,
    /// Length of a step, s.
    pub step: f64,
    /// Days of the horizon.
    pub days: usize,
    /// What hours cost.
    pub wages: Wages,
}

/// The coarsest and the finest step, s.
const COARSEST: u64 = 900;
const FINEST: u64 = 300;

impl<'a> Setting<'a> {
    /// The setting of a scenario with contracts over at most a week.
    ///
    /// # Errors
    /// A sentence: what the scenario lacks, and what would be right.
    pub fn new(scenario: &'a Scenario) -> Result<Self, String> {
        let days = match scenario.horizon.length {
            Length::Days(days) if days as usize <= MOST_DAYS => days as usize,
            _ => return Err(format!("a schedule is for a week; give [horizon] `days` of at most {MOST_DAYS}")),
        };
        let setting = Self::over(scenario, days)?;
        setting.impossible().map_or(Ok(()), Err).map(|()| setting)
    }

    /// The same over any number of days, without a look at whether the contracts can be kept.
    ///
    /// # Errors
    /// A sentence: what the scenario lacks, and what would be right.
    pub fn over(scenario: &'a Scenario, days: usize) -> Result<Self, String> {
        if scenario.contracts.is_empty() {
            return Err(
                "a schedule needs [shifts.<name>] and [contracts.<name>]; `holdline schema` lists their keys".into()
            );
        }
        let step = grid(scenario);
        if step < FINEST {
            return Err(format!(
                "shifts, breaks and intervals have no common step of at least {} min; round their times",
                FINEST / 60
            ));
        }
        let setting = Self { scenario, step: step as f64, days, wages: Wages::new(scenario) };
        let empty = |pause: &Break| setting.window(pause).from > setting.window(pause).to;
        match scenario.shifts.iter().find(|kind| kind.breaks.iter().any(empty)) {
            Some(kind) => Err(format!(
                "a break of the shift type `{}` cannot begin on a step of {} min; widen its `between`",
                kind.name,
                step / 60
            )),
            None => Ok(setting),
        }
    }

    /// A contract that nobody can keep, whatever is needed.
    fn impossible(&self) -> Option<String> {
        self.scenario.contracts.iter().find_map(|contract| {
            let kinds = self.shapes(contract.group);
            let shapes: Vec<Shape> =
                kinds.iter().map(|(kind, length)| self.shape(&self.scenario.shifts[*kind], *length)).collect();
            let why = impossible(&self.terms(contract, &kinds), &shapes)?;
            let of = if self.days == MOST_DAYS { String::new() } else { format!(" of the {} of a horizon", self.days) };
            Some(format!("nobody can keep [contracts.{}]: it {why}{of}", contract.name))
        })
    }

    /// Steps of a day.
    #[must_use]
    pub fn steps(&self) -> usize {
        (DAY / self.step).round() as usize
    }

    /// Contracts of a group, by index.
    #[must_use]
    pub fn contracts(&self, group: usize) -> Vec<usize> {
        let all = self.scenario.contracts.iter().enumerate();
        all.filter(|(_, contract)| contract.group == group).map(|(index, _)| index).collect()
    }

    /// Shapes of a group: the shift type and the length of each.
    #[must_use]
    pub fn shapes(&self, group: usize) -> Vec<(usize, Seconds)> {
        let open = |kind: &ShiftType| kind.groups.as_ref().is_none_or(|groups| groups.contains(&group));
        let kinds = self.scenario.shifts.iter().enumerate().filter(|(_, kind)| open(kind));
        kinds.flat_map(|(index, kind)| kind.lengths.iter().map(move |length| (index, *length))).collect()
    }

    /// The instance of a group that needs so many people in each interval of the horizon. More are scheduled than are
    /// needed as long as some do not come.
    #[must_use]
    pub fn instance(&self, group: usize, need: &[u32]) -> Instance {
        let shapes = self.shapes(group);
        let per_interval = (self.scenario.horizon.interval.get() / self.step).round() as usize;
        let there = 1.0 - self.scenario.groups[group].absence;
        let scheduled = |need: &u32| (f64::from(*need) / there - 1e-9).ceil() as u32;
        let terms =
            self.contracts(group).into_iter().map(|contract| self.terms(&self.scenario.contracts[contract], &shapes));
        Instance {
            steps: self.steps(),
            days: self.days,
            need: need.iter().flat_map(|need| std::iter::repeat_n(scheduled(need), per_interval)).collect(),
            limits: self.limits(&shapes),
            terms: terms.collect(),
            shapes: shapes.iter().map(|(kind, length)| self.shape(&self.scenario.shifts[*kind], *length)).collect(),
        }
    }

    fn in_steps(&self, time: Seconds) -> usize {
        (time.get() / self.step).round() as usize
    }

    fn window(&self, pause: &Break) -> Window {
        Window {
            from: (pause.from.get() / self.step - 1e-9).ceil() as usize,
            to: (pause.to.get() / self.step + 1e-9).floor() as usize,
            length: self.in_steps(pause.length),
        }
    }

    fn shape(&self, kind: &ShiftType, length: Seconds) -> Shape {
        let unpaid: f64 = kind.breaks_of(length).filter(|pause| !pause.paid).map(|pause| pause.length.get()).sum();
        Shape {
            starts: kind.starts.iter().map(|start| self.in_steps(*start)).collect(),
            length: self.in_steps(length),
            breaks: kind.breaks_of(length).map(|pause| self.window(pause)).collect(),
            days: (0..self.days as u32).map(|day| kind.days.as_ref().is_none_or(|days| days.contains(&day))).collect(),
            hours: (length.get() - unpaid) / HOUR,
            premium: kind.premium,
        }
    }

    fn limits(&self, shapes: &[(usize, Seconds)]) -> Vec<Limit> {
        let kinds = self.scenario.shifts.iter().enumerate();
        let limit = |(index, kind): (usize, &ShiftType)| {
            let shapes = shapes.iter().enumerate().filter(|(_, (of, _))| *of == index).map(|(shape, _)| shape);
            kind.most.map(|most| Limit { shapes: shapes.collect(), most })
        };
        kinds.filter_map(limit).collect()
    }

    /// What a contract asks for in a week is asked for in its part of a shorter horizon, rounded down; what it allows in
    /// a week may fall into that part.
    fn terms(&self, contract: &Contract, shapes: &[(usize, Seconds)]) -> Terms {
        let pay = self.wages.of(contract);
        let part = self.days as f64 / MOST_DAYS as f64;
        let (least, most) = (contract.days.0 as usize * self.days / MOST_DAYS, contract.days.1 as usize);
        let (overtime, factor) = contract.overtime.map_or((0.0, 1.0), |(hours, factor)| (hours.hours(), factor));
        Terms {
            shapes: (0..shapes.len()).filter(|shape| contract.shifts.contains(&shapes[*shape].0)).collect(),
            days: (least, most.min(self.days)),
            hours: (contract.hours.0.hours() * part, contract.hours.1.hours()),
            people: contract.people,
            pay,
            overtime,
            overtime_extra: pay * (factor - 1.0),
            rest: (contract.rest.get() / self.step - 1e-9).ceil() as usize,
        }
    }

    /// The duty as a shift on a day of one person of a group.
    #[must_use]
    pub fn shift(&self, instance: &Instance, day: usize, duty: &Duty, person: usize) -> Shift {
        let shape = &instance.shapes[duty.shape];
        let time = |steps: usize| Seconds(steps as f64 * self.step);
        let pauses = shape.breaks.iter().zip(&duty.breaks);
        Shift {
            from: time(duty.start),
            to: time(duty.start + shape.length),
            agents: 1,
            breaks: pauses.map(|(window, pause)| (time(*pause), time(pause + window.length))).collect(),
            days: Some(vec![day as u32]),
            person: Some(person as u32),
        }
    }

    /// The shifts of a group's people.
    #[must_use]
    pub fn shifts(&self, instance: &Instance, people: &[Person]) -> Vec<Shift> {
        let of = |(number, person): (usize, &Person)| -> Vec<Shift> {
            person.work().map(|(day, duty)| self.shift(instance, day, duty, number)).collect()
        };
        people.iter().enumerate().flat_map(of).collect()
    }

    /// The scenario with these shifts as the staffing of each group.
    #[must_use]
    pub fn staffed(&self, shifts: &[Vec<Shift>]) -> Scenario {
        let mut staffed = self.scenario.clone();
        for (group, shifts) in staffed.groups.iter_mut().zip(shifts) {
            group.people = None;
            group.staff = if shifts.is_empty() { Staffing::Constant(0) } else { Staffing::Shifts(shifts.clone()) };
        }
        staffed
    }
}

/// The longest step, up to a quarter of an hour, that all times are multiples of, s.
fn grid(scenario: &Scenario) -> u64 {
    let whole = |time: Seconds| time.get().round() as u64;
    let of_kind = |kind: &ShiftType| {
        let breaks: Vec<u64> = kind.breaks.iter().map(|pause| whole(pause.length)).collect();
        kind.starts.iter().chain(&kind.lengths).map(|time| whole(*time)).chain(breaks).fold(COARSEST, common)
    };
    let interval = common(COARSEST, whole(scenario.horizon.interval));
    scenario.shifts.iter().map(of_kind).fold(interval, common)
}

/// The greatest common divisor (Euclid).
fn common(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common(b, a % b) }
}
