//! Why there is no plan: what is missing, when, and what would help.

use super::programme::{Effort, Instance, solve};
use super::setting::{Hired, Setting};

/// Why there is no plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Missing {
    /// Weeks whose promises no number of people keeps often enough.
    pub promises: Vec<usize>,
    /// The group that is too small, by index; none where it is not that.
    pub group: Option<usize>,
    /// Hours of experienced people at work that are missing in each week, if as few as possible are.
    pub hours: Vec<f64>,
    /// Hours that one experienced person on the first terms works in each week.
    pub each: Vec<f64>,
    /// The first week in which somebody hired can take contacts; none: never.
    pub first: Option<usize>,
    /// What would do, each by itself.
    pub remedies: Vec<Remedy>,
    /// What the solver said, where it gave up.
    pub solver: Option<String>,
}

/// A limit without which there would be a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A plan that is made so much earlier that no lead is left.
    Lead,
    /// As many trainers as it takes.
    Trainers,
    /// Classes of twice the size.
    ClassSize,
    /// Twice the overtime.
    Overtime,
}

impl Remedy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Trainers, Self::ClassSize, Self::Overtime];

    /// What it is, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Lead => "hiring that needs no lead",
            Self::Trainers => "more trainers",
            Self::ClassSize => "classes of twice the size",
            Self::Overtime => "twice the overtime",
        }
    }

    fn applied(self, hired: &Hired, setting: &Setting<'_>, level: &[f64]) -> Option<Instance> {
        let mut instance = hired.instance(setting, level);
        match self {
            Self::Lead => instance = hired.without_lead(setting)?.instance(setting, level),
            Self::Trainers => instance.trainers.as_mut()?.most.take().map(|_| ())?,
            Self::ClassSize => instance.size.1 = instance.size.1.saturating_mul(2),
            Self::Overtime => {
                let twice = |hours: &mut Vec<f64>| hours.iter_mut().for_each(|hours| *hours *= 2.0);
                for extra in instance.extras.iter_mut().filter(|extra| extra.adds) {
                    twice(&mut extra.there);
                    extra.each.iter_mut().for_each(twice);
                }
            }
        }
        Some(instance)
    }
}

impl Missing {
    pub(super) fn of_promises(weeks: Vec<usize>) -> Self {
        Self { promises: weeks, ..Self::default() }
    }

    pub(super) fn of_solver(sentence: String) -> Self {
        Self { solver: Some(sentence), ..Self::default() }
    }

    /// The weeks in which hours are missing.
    pub fn weeks(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.hours.len()).filter(|week| self.hours[*week] > LEAST)
    }
}

/// Hours of a week that are nothing.
const LEAST: f64 = 1e-6;
/// Enough to know whether there is a plan at all.
const QUICK: Effort = Effort { nodes: 400, gap: 0.5 };

pub(super) fn missing(setting: &Setting<'_>, hired: &Hired, level: &[f64], hours: Vec<f64>) -> Missing {
    let helps = |remedy: &Remedy| {
        let solved = remedy.applied(hired, setting, level).map(|instance| solve(&instance, QUICK));
        matches!(solved, Some(Ok(_)))
    };
    let all = |week: &usize| hired.choices.iter().any(|(choice, _)| choice.hours[*week] > 0.0);
    Missing {
        group: Some(hired.group),
        hours,
        each: hired.one(setting),
        first: (0..setting.weeks.len()).find(all),
        remedies: Remedy::ALL.into_iter().filter(helps).collect(),
        ..Missing::default()
    }
}
