//! The people of a group over the weeks of a horizon: who is there, who comes, how they learn, why they leave.
//!
//! The `staff` of such a group is the plan that its people fill: in each week the hours that they have are spread over
//! the intervals as the plan spreads its own. What the weeks make of it is in [`crate::workforce`].

use std::ops::Range;

use jiff::civil::Date;

use super::{Hiring, Law};
use crate::units::Seconds;

/// The people of an agent group.
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// Who is there when the horizon begins.
    pub team: Vec<TeamPart>,
    /// Who is hired later, in the order of the file.
    pub classes: Vec<HiringClass>,
    /// What people are employed on; at least one, and the first holds for who names none.
    pub terms: Vec<Terms>,
    /// Paid training before the first contact.
    pub training: Option<InitialTraining>,
    /// The first weeks with contacts.
    pub nesting: Option<Nesting>,
    /// The handling time of people who are new, as a factor on that of experienced ones.
    pub handle: Option<LearningCurve>,
    /// Their chance of resolution, likewise.
    pub resolution: Option<LearningCurve>,
    /// Share of hours on planned leave, 0..1: one for all weeks, or one for each week of the horizon; the last holds on.
    pub leave: Vec<f64>,
    /// Who falls ill.
    pub sickness: Option<Sickness>,
    /// Share of hours in training and coaching, meetings and the like, beside the work, 0..1.
    pub coaching: f64,
    /// Share of rostered time in which people are really logged in, 0..1.
    pub adherence: f64,
    /// Why people leave; none: nobody does.
    pub attrition: Option<Attrition>,
    /// Money for each person hired.
    pub hire_cost: f64,
    /// How more people can be hired; none: a season plan leaves the group as it is.
    pub hiring: Option<Hiring>,
}

/// Some people who are there when the horizon begins.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamPart {
    /// How many.
    pub people: u32,
    /// Since when each has been employed, s; none: so long that nothing of a beginner is left.
    pub tenure: Option<Law>,
    /// Their terms, by index.
    pub terms: usize,
}

/// People who begin together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiringClass {
    /// The day of the horizon, from 0, on which they may begin: they do with the first week that begins then or later.
    pub day: u32,
    /// How many.
    pub people: u32,
    /// Their terms, by index.
    pub terms: usize,
}

/// What people are employed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Their name.
    pub name: String,
    /// Time of a week.
    pub hours_per_week: Seconds,
    /// What they cost.
    pub pay: Pay,
    /// Most time beyond that in a week, where the plan needs it, and the factor on its pay.
    pub overtime: Option<(Seconds, f64)>,
    /// Most time of a week that people give up unpaid, where the plan does not need it.
    pub time_off: Seconds,
    /// The day of the horizon, from 0, with which they end; none: they go on.
    pub until: Option<u32>,
}

/// What somebody costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pay {
    /// Money for each hour of the contract, worked or not.
    Wage(f64),
    /// Outsourced: money for each hour logged in.
    PerHour(f64),
    /// Outsourced: money for each contact taken.
    PerContact(f64),
}

/// Paid training before the first contact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InitialTraining {
    /// From the first day on.
    pub over: Seconds,
    /// Money for each person, beside pay.
    pub cost: f64,
    /// Money for a trainer's week.
    pub trainer_cost: f64,
    /// People whom one trainer can have.
    pub trainees: u32,
}

/// The first weeks with contacts, under guidance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nesting {
    /// From the end of training on.
    pub over: Seconds,
    /// Share of the usual time that goes to contacts, 0..1.
    pub presence: f64,
}

/// How a factor of beginners comes to 1 with time on the job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearningCurve {
    /// The factor at the end of training.
    pub start: f64,
    /// Time to full proficiency from there.
    pub over: Seconds,
    /// The way there.
    pub form: LearningForm,
}

/// The way from a beginner's factor to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LearningForm {
    /// What is left to learn shrinks at a constant rate (Mazur and Hastie, "Learning as accumulation", Psychological
    /// Bulletin 85, 1978; for agents of a call centre, Gans, Liu, Mandelbaum, Shen and Ye, "Service times in call centers",
    /// IMS Collections 6, 2010): a twentieth of it is left at full proficiency.
    #[default]
    Exponential,
    /// The same step every week, and nothing is left at full proficiency.
    Linear,
}

/// How much of a beginner's lack is left at "full proficiency" by the exponential curve: exp(-3) = 0.0498.
const TIME_CONSTANTS: f64 = 3.0;

impl LearningCurve {
    /// The factor after so much time on the job, s.
    #[must_use]
    pub fn factor(&self, on_the_job: f64) -> f64 {
        let part = on_the_job.max(0.0) / self.over.get();
        let left = match self.form {
            LearningForm::Exponential => libm::exp(-TIME_CONSTANTS * part),
            LearningForm::Linear => (1.0 - part).max(0.0),
        };
        1.0 + (self.start - 1.0) * left
    }
}

/// Who falls ill, day by day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sickness {
    /// Share of days on which a person is ill in the long run, 0..1/2.
    pub share: f64,
    /// Mean length of an illness in days, at least 1; none: every day is drawn by itself.
    pub spell: Option<f64>,
}

/// Why people leave.
///
/// A hazard that is multiplied (Cox, "Regression models and life-tables", J. R. Stat. Soc. B 34, 1972), in weeks: who stays
/// a week with chance `1 - q` stays with `(1 - q)^f` under pressures whose factors multiply to `f`.
#[derive(Clone, Debug, PartialEq)]
pub struct Attrition {
    /// Chance to leave in a week, by time since the first day: until so long (s) this one. Ascending; the last has no end.
    pub weekly: Vec<(f64, f64)>,
    /// What the group's occupancy of the week does to it.
    pub occupancy: Option<Pressure>,
    /// What the share of angry contacts of the week does to it.
    pub anger: Option<Pressure>,
    /// Who waited longer is angry when answered, s; so is whose issue has failed before.
    pub angry_wait: f64,
}

/// A share that drives people away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// Up to this share nothing happens, 0..1.
    pub above: f64,
    /// Factor on the hazard for each ten points beyond.
    pub ten_points: f64,
}

impl Pressure {
    /// The factor on the hazard at a share.
    #[must_use]
    pub fn factor(&self, share: f64) -> f64 {
        libm::pow(self.ten_points, (share - self.above).max(0.0) / 0.1)
    }
}

impl Attrition {
    /// The chance to leave in a week of so many days, by time since the first day (s) and the factor of all pressures.
    #[must_use]
    pub fn chance(&self, tenure: f64, factor: f64, days: u32) -> f64 {
        let step = self.weekly.iter().find(|(until, _)| tenure < *until).or(self.weekly.last());
        let base = step.map_or(0.0, |(_, chance)| *chance);
        let exponent = factor * f64::from(days) / 7.0;
        // A plain week has exactly the chance of the file.
        if exponent == 1.0 { base } else { 1.0 - libm::pow(1.0 - base, exponent) }
    }
}

impl People {
    /// This team alone: full-time, experienced, never away, for ever.
    #[must_use]
    pub fn steady(people: u32, hours_per_week: Seconds) -> Self {
        Self {
            team: vec![TeamPart { people, tenure: None, terms: 0 }],
            classes: Vec::new(),
            terms: vec![Terms {
                name: "full-time".to_owned(),
                hours_per_week,
                pay: Pay::Wage(0.0),
                overtime: None,
                time_off: Seconds(0.0),
                until: None,
            }],
            training: None,
            nesting: None,
            handle: None,
            resolution: None,
            leave: vec![0.0],
            sickness: None,
            coaching: 0.0,
            adherence: 1.0,
            attrition: None,
            hire_cost: 0.0,
            hiring: None,
        }
    }

    /// Everybody who is ever employed.
    #[must_use]
    pub fn everybody(&self) -> u32 {
        let team = self.team.iter().map(|part| part.people);
        team.chain(self.classes.iter().map(|class| class.people)).fold(0, u32::saturating_add)
    }

    /// The share of a contract's hours that is rostered in a week of the horizon, from 0: without leave and coaching.
    #[must_use]
    pub fn at_work(&self, week: usize) -> f64 {
        let leave = self.leave.get(week).or(self.leave.last()).copied().unwrap_or(0.0);
        (1.0 - leave) * (1.0 - self.coaching)
    }
}

/// The weeks of a horizon, as its days from 0: from Monday where there is a calendar, so that the first and the last may be
/// short, or else by sevens from the first day.
#[must_use]
pub fn weeks(start: Option<Date>, days: u32) -> Vec<Range<u32>> {
    let before = start.map_or(0, |date| date.weekday().to_monday_zero_offset() as u32);
    let begins = |week: u32| (7 * week).saturating_sub(before);
    (0..(days + before).div_ceil(7)).map(|week| begins(week)..begins(week + 1).min(days)).collect()
}
