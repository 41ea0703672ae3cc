//! The people of a group made dense: what every replication begins with.

use std::ops::Range;

use crate::sampling::Sampler;
use crate::scenario::{CivilDays, People, Scenario, Staffing, weeks};
use crate::units::HOUR;

/// The people of a group and the plan that they fill.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The group's name, which keys the random numbers of its people.
    pub(super) name: String,
    pub(super) people: People,
    /// How long each part of the team has been there.
    pub(super) tenures: Vec<Sampler>,
    /// The weeks of the horizon, as days from 0.
    pub(super) weeks: Vec<Range<u32>>,
    /// Planned agents of each interval of a day, or of the whole horizon.
    planned: Vec<u32>,
    pub(super) per_day: usize,
    /// Length of an interval, s.
    step: f64,
    civil: CivilDays,
    /// End of the horizon, s: what is worked later is not counted.
    pub(super) end: f64,
}

/// Tenure of who has been there for long: a century, s.
const LONG_SINCE: f64 = 100.0 * 365.25 * 24.0 * HOUR;

impl Plan {
    /// Of a group that has people and whose plan is in numbers, over a horizon of days.
    #[must_use]
    pub fn new(scenario: &Scenario, group: usize) -> Option<Self> {
        let group = &scenario.groups[group];
        let people = group.people.as_ref()?;
        let days = scenario.horizon.days()?;
        let planned = match &group.staff {
            Staffing::Constant(agents) => vec![*agents],
            Staffing::PerInterval(agents) => agents.clone(),
            Staffing::Shifts(_) => return None,
        };
        let since_long = Sampler::Constant(LONG_SINCE);
        let tenure = |part: &crate::scenario::TeamPart| part.tenure.as_ref().map_or(since_long.clone(), Sampler::new);
        Some(Self {
            name: group.name.clone(),
            tenures: people.team.iter().map(tenure).collect(),
            people: people.clone(),
            weeks: weeks(scenario.horizon.start, days),
            planned,
            per_day: scenario.horizon.intervals_per_day(),
            step: scenario.horizon.interval.get(),
            civil: scenario.horizon.civil.clone(),
            end: scenario.horizon.seconds(),
        })
    }

    /// Everybody who is ever employed: as many agents as may be on duty at once.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.people.everybody()
    }

    /// How many weeks the horizon has.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.weeks.len()
    }

    /// Planned agents by interval of a day.
    pub(super) fn of_day(&self, day: u32) -> impl Iterator<Item = u32> {
        (0..self.per_day).map(move |interval| self.at(day as usize, interval))
    }

    fn at(&self, day: usize, interval: usize) -> u32 {
        self.planned[(day * self.per_day + interval) % self.planned.len()]
    }

    /// Hours that the plan asks for in a week.
    pub(super) fn hours_of(&self, week: usize) -> f64 {
        let slots = self.weeks[week].clone().flat_map(|day| self.civil.slots_of(day as usize, self.step));
        slots.map(|slot| f64::from(self.at(slot.day, slot.interval))).sum::<f64>() * self.step / HOUR
    }

    /// Days of a week over seven.
    pub(super) fn part(&self, week: usize) -> f64 {
        f64::from(self.weeks[week].end - self.weeks[week].start) / 7.0
    }
}
