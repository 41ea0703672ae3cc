//! What is promised in each week.

use crate::kpi::{Counts, Layout, Sample};
use crate::planner::Measure;
use crate::scenario::Scenario;

/// A part of a contact type's target, held against all contacts that arrive in a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekPromise {
    /// The contact type, by index.
    pub kind: usize,
    /// What is measured.
    pub measure: Measure,
    /// The goal: a share, or s.
    pub goal: f64,
}

/// What a scenario promises in each week: the answer, abandonment and mean wait of its targets. Over what else they are to
/// be kept (`per`, `days`), and satisfaction, is not asked here.
#[must_use]
pub fn week_promises(scenario: &Scenario) -> Vec<WeekPromise> {
    let of = |kind: usize| {
        let target = scenario.contacts[kind].target.unwrap_or_default();
        let goals = [
            (Measure::Answer, target.answer),
            (Measure::Abandon, target.abandon.filter(|_| scenario.contacts[kind].patience.is_some())),
            (Measure::Asa, target.asa.map(|asa| asa.get())),
        ];
        goals.into_iter().filter_map(move |(measure, goal)| goal.map(|goal| WeekPromise { kind, measure, goal }))
    };
    (0..scenario.contacts.len()).flat_map(of).collect()
}

impl WeekPromise {
    /// Numerator and denominator of its figure over some days of a season.
    #[must_use]
    pub fn part(
        &self,
        scenario: &Scenario,
        layout: &Layout,
        sample: &Sample,
        days: std::ops::Range<u32>,
    ) -> (f64, f64) {
        let mut counts = Counts::default();
        days.for_each(|day| counts.add(&sample.counts_of_day(layout, self.kind, day as usize)));
        self.measure.of_counts(scenario.report.service_level, &counts)
    }

    /// How far the figure is on the right side of the goal, in units of the figure; none where nobody came.
    #[must_use]
    pub fn margin(&self, (sum, of): (f64, f64)) -> Option<f64> {
        let above = sum / of - self.goal;
        (of > 0.0).then(|| if self.measure.at_least() { above } else { -above })
    }
}
