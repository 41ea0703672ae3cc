//! Seasons that were simulated, and what they say of every week.

use std::cell::Cell;
use std::ops::Range;

use super::setting::Setting;
use crate::engine::Model;
use crate::experiment;
use crate::kpi::{Layout, Sample};
use crate::planner::{Interrupted, Watch};
use crate::scenario::Scenario;
use crate::workforce::{Cost, Week};

/// One simulated season.
#[derive(Clone, Debug, Default)]
pub struct Season {
    /// Numerator and denominator of every promise: `[week * promises + promise]`.
    pub parts: Vec<(f64, f64)>,
    /// Weeks of the people of each group of the scenario; none where it has no people.
    pub people: Vec<Vec<Week>>,
    /// Satisfied customers and customers asked, by week; empty without a model of satisfaction.
    pub satisfied: Vec<(f64, f64)>,
    /// Customers expected to leave, by week.
    pub leaving: Vec<f64>,
}

impl Season {
    fn new(setting: &Setting<'_>, scenario: &Scenario, layout: &Layout, sample: &Sample) -> Self {
        let of_week = |days: &Range<u32>| -> Vec<(f64, f64)> {
            setting.promises.iter().map(|promise| promise.part(scenario, layout, sample, days.clone())).collect()
        };
        let issues = sample.issue_weeks();
        Self {
            parts: setting.weeks.iter().flat_map(of_week).collect(),
            people: (0..layout.groups).map(|group| sample.people(layout, group).to_vec()).collect(),
            satisfied: issues.iter().map(|week| week.feedback.csat()).collect(),
            leaving: issues.iter().map(|week| week.leaving).collect(),
        }
    }

    /// Whether every promise is kept in a week; weeks in which nobody comes keep theirs.
    #[must_use]
    pub fn keeps(&self, setting: &Setting<'_>, week: usize) -> bool {
        let all = setting.promises.len();
        let parts = &self.parts[week * all..(week + 1) * all];
        setting
            .promises
            .iter()
            .zip(parts)
            .all(|(promise, part)| promise.margin(*part).is_none_or(|margin| margin >= 0.0))
    }

    /// Money for all people of the season.
    #[must_use]
    pub fn cost(&self) -> Cost {
        let mut cost = Cost::default();
        self.people.iter().flatten().for_each(|week| cost += week.cost);
        cost
    }
}

/// Simulates seasons, and counts them.
pub struct Simulator<'a> {
    /// What the plan is made for.
    pub setting: &'a Setting<'a>,
    /// Seed of all customers and people.
    pub seed: u64,
    watch: Watch<'a>,
    done: Cell<u64>,
}

impl<'a> Simulator<'a> {
    /// Nothing simulated yet.
    #[must_use]
    pub fn new(setting: &'a Setting<'a>, seed: u64, watch: Watch<'a>) -> Self {
        Self { setting, seed, watch, done: Cell::new(0) }
    }

    /// Says what is being done from now on.
    pub(super) fn begin(&self, stage: &str) {
        (self.watch.progress)(stage, self.done.get());
    }

    /// Seasons simulated so far.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.get()
    }

    /// Simulates a centre, such as this one with another plan, for these seasons. Seasons of the same number bring the same
    /// customers, and the same luck to the same people, whatever the plan.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn seasons(&self, scenario: &Scenario, range: Range<u32>) -> Result<Vec<Season>, Interrupted> {
        let (model, layout) = (Model::new(scenario), Layout::new(scenario));
        let mut seasons = Vec::with_capacity(range.len());
        let mut fold = |sample: &Sample| seasons.push(Season::new(self.setting, scenario, &layout, sample));
        let whole = experiment::samples(&model, &layout, self.seed, range.clone(), self.watch.cancel, &mut fold);
        self.done.set(self.done.get() + range.len() as u64);
        if whole { Ok(seasons) } else { Err(Interrupted) }
    }
}

/// What some seasons say of a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Seasons in which every promise of the week is kept.
    pub kept: u32,
    /// Seasons.
    pub seasons: u32,
    /// How far the promises are kept, in standard deviations of their figures over the seasons: the least of them.
    pub depth: f64,
}

impl Standing {
    /// The share of seasons that keep the promises.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.kept) / f64::from(self.seasons.max(1))
    }
}

/// Where each week stands.
#[must_use]
pub fn standings(setting: &Setting<'_>, seasons: &[Season]) -> Vec<Standing> {
    let of = |week: usize| {
        let kept = seasons.iter().filter(|season| season.keeps(setting, week)).count() as u32;
        let depths = (0..setting.promises.len()).filter_map(|promise| depth(setting, seasons, week, promise));
        Standing { kept, seasons: seasons.len() as u32, depth: depths.fold(DEEP, f64::min) }
    };
    (0..setting.weeks.len()).map(of).collect()
}

/// As deep as any promise is said to be kept or missed: beyond, a share of seasons says no more.
const DEEP: f64 = 8.0;

/// Mean over standard deviation of a promise's margin.
fn depth(setting: &Setting<'_>, seasons: &[Season], week: usize, promise: usize) -> Option<f64> {
    let place = week * setting.promises.len() + promise;
    let margins: Vec<f64> =
        seasons.iter().filter_map(|season| setting.promises[promise].margin(season.parts[place])).collect();
    let n = margins.len() as f64;
    let mean = margins.iter().sum::<f64>() / n;
    let variance = margins.iter().map(|margin| (margin - mean) * (margin - mean)).sum::<f64>() / (n - 1.0);
    let spread = variance.sqrt().max(f64::MIN_POSITIVE);
    (n > 1.0).then(|| (mean / spread).clamp(-DEEP, DEEP))
}
