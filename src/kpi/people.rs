//! The people of a group by week, over all replications.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::sample::Sample;
use crate::scenario::{Scenario, weeks};
use crate::stats::{Estimate, RatioMoments};
use crate::workforce::{WEEK_FIGURES, Week};

/// A week of a group's people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeopleWeek {
    /// Its number in the horizon, from 1.
    pub week: u32,
    /// Local date of its first day; `None` without a calendar.
    pub start: Option<String>,
    /// Days of it that lie in the horizon.
    pub days: u32,
    /// Every figure of [`WEEK_FIGURES`], per replication.
    #[serde(flatten)]
    pub figures: IndexMap<String, Option<Estimate>>,
}

impl PeopleWeek {
    /// The figure of a name.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<Estimate> {
        self.figures.get(name).copied().flatten()
    }
}

/// The figures of every week of one group.
#[derive(Clone, Debug)]
pub(super) struct PeopleStatistics {
    group: usize,
    weeks: Vec<Vec<RatioMoments>>,
}

impl PeopleStatistics {
    /// Of every group that has people.
    pub(super) fn of_groups(scenario: &Scenario, layout: &Layout) -> Vec<Self> {
        let with_people = (0..layout.groups).filter(|group| scenario.groups[*group].people.is_some());
        let weeks = vec![vec![RatioMoments::default(); WEEK_FIGURES.len()]; layout.people_weeks];
        with_people.map(|group| Self { group, weeks: weeks.clone() }).collect()
    }

    /// Takes a replication in.
    pub(super) fn push(&mut self, layout: &Layout, sample: &Sample) {
        for (moments, week) in self.weeks.iter_mut().zip(sample.people(layout, self.group)) {
            moments.iter_mut().zip(WEEK_FIGURES).for_each(|(moments, figure)| moments.push((figure.parts)(week)));
        }
    }

    /// The group's name and its weeks.
    pub(super) fn figures(&self, scenario: &Scenario) -> (String, Vec<PeopleWeek>) {
        let days = days_of_weeks(scenario);
        let week = |(number, (moments, days)): (usize, (&Vec<RatioMoments>, std::ops::Range<u32>))| PeopleWeek {
            week: number as u32 + 1,
            start: scenario.horizon.start.and_then(|start| date_of(start, days.start)),
            days: days.end - days.start,
            figures: WEEK_FIGURES.iter().zip(moments).map(|(f, m)| (f.name.to_owned(), m.ratio())).collect(),
        };
        let weeks = self.weeks.iter().zip(days).enumerate().map(week).collect();
        (scenario.groups[self.group].name.clone(), weeks)
    }
}

fn date_of(start: Date, day: u32) -> Option<String> {
    start.checked_add(jiff::Span::new().try_days(i64::from(day)).ok()?).ok().map(|date| date.to_string())
}

/// The weeks of a horizon in days; none for a study by duration.
fn days_of_weeks(scenario: &Scenario) -> Vec<std::ops::Range<u32>> {
    scenario.horizon.days().map_or_else(Vec::new, |days| weeks(scenario.horizon.start, days))
}

/// Weeks that are kept of people; 0 where no group has any.
pub(super) fn people_weeks(scenario: &Scenario) -> usize {
    if scenario.groups.iter().any(|group| group.people.is_some()) { days_of_weeks(scenario).len() } else { 0 }
}

impl Sample {
    /// The weeks of a group's people, in order; none where it has no people.
    ///
    /// # Panics
    /// Where the layout has no such group.
    #[must_use]
    pub fn people(&self, layout: &Layout, group: usize) -> &[Week] {
        &self.people[group * layout.people_weeks..(group + 1) * layout.people_weeks]
    }
}
