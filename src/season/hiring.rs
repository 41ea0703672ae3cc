//! A hiring plan, and the centre that follows it.

use std::ops::Range;

use super::setting::Setting;
use crate::scenario::{HiringClass, Scenario, Staffing};

/// Who is hired when, and how much of the need is to be there.
#[derive(Clone, Debug, PartialEq)]
pub struct HiringPlan {
    /// Classes by agent group of the scenario, in the order of their first day.
    pub classes: Vec<Vec<HiringClass>>,
    /// The need of each week over what formulas say of it.
    pub level: Vec<f64>,
}

impl HiringPlan {
    /// Nobody is hired.
    #[must_use]
    pub fn nobody(setting: &Setting<'_>, level: Vec<f64>) -> Self {
        Self { classes: vec![Vec::new(); setting.scenario.groups.len()], level }
    }

    /// All classes, each with its group.
    pub fn all(&self) -> impl Iterator<Item = (usize, HiringClass)> {
        let of_group = |(group, classes): (usize, &Vec<HiringClass>)| -> Vec<(usize, HiringClass)> {
            classes.iter().map(|class| (group, *class)).collect()
        };
        self.classes.iter().enumerate().flat_map(of_group).collect::<Vec<_>>().into_iter()
    }

    /// People hired.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.all().map(|(_, class)| class.people).sum()
    }

    /// The same without the class at a place of [`HiringPlan::all`].
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        self.changed(&mut |at, class| (at != place).then_some(class))
    }

    /// The same with each class, by its place, changed or left out.
    #[must_use]
    pub fn changed(&self, change: &mut dyn FnMut(usize, HiringClass) -> Option<HiringClass>) -> Self {
        let mut place = 0;
        let mut one = |class: &HiringClass| {
            place += 1;
            change(place - 1, *class)
        };
        let classes = self.classes.iter().map(|classes| classes.iter().filter_map(&mut one).collect()).collect();
        Self { classes, level: self.level.clone() }
    }

    /// The centre with these classes in place of its own. Its `staff` asks for the need of each week, in hours of the people
    /// who are expected to be there: that is what overtime and time off go by.
    #[must_use]
    pub fn staffed(&self, setting: &Setting<'_>, scenario: &Scenario) -> Scenario {
        let mut staffed = scenario.clone();
        for hired in &setting.hired {
            let group = &mut staffed.groups[hired.group];
            let classes = &self.classes[hired.group];
            let slow = hired.slow(setting, classes);
            let factor: Vec<f64> = self.level.iter().zip(slow).map(|(level, slow)| level * slow).collect();
            group.staff = Staffing::PerInterval(scaled(&hired.shape, setting.per_day, &setting.weeks, &factor));
            if let Some(people) = &mut group.people {
                people.classes.clone_from(classes);
            }
        }
        staffed
    }
}

/// Agents of each interval times a factor of its week. Fractions of an agent are carried on through the day, not into the
/// night.
#[must_use]
pub fn scaled(shape: &[u32], per_day: usize, weeks: &[Range<u32>], factors: &[f64]) -> Vec<u32> {
    let mut staff = Vec::with_capacity(shape.len());
    for (days, factor) in weeks.iter().zip(factors) {
        for day in days.clone() {
            let mut carried = 0.0;
            let first = day as usize * per_day;
            for agents in &shape[first..first + per_day] {
                let due = f64::from(*agents) * factor + carried;
                let whole = if *agents == 0 { 0.0 } else { due.round().max(0.0) };
                carried = if *agents == 0 { 0.0 } else { due - whole };
                staff.push(whole as u32);
            }
        }
    }
    staff
}
