//! The need of each week: how much of what a formula asks for keeps its promises with a probability.
//!
//! The centre is simulated at a few levels of staffing, the same in all weeks and without people who learn or leave: whole
//! seasons, so that each level says something of every week. Between two levels the need of a week is interpolated on the
//! depth to which its promises are kept ([`Standing::depth`](super::Standing)). The result is where the search begins, not
//! what it claims: plans are simulated with their people, and corrected.

use super::hiring::scaled;
use super::seasons::{Simulator, standings};
use crate::planner::Interrupted;
use crate::scenario::{Scenario, Staffing};
use statrs::distribution::ContinuousCDF;

/// How deep each week's promises are kept at some levels of staffing.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// Ascending by level: the level, and the depth of each week.
    grid: Vec<(f64, Vec<f64>)>,
}

/// The levels that are tried first.
const FIRST: [f64; 5] = [0.85, 0.95, 1.05, 1.15, 1.3];
/// The step to further levels, where these are not enough.
const STEP: f64 = 1.25;
/// Most further levels on a side.
const MORE: u32 = 4;
/// Deep enough that more is not asked: 99.9 %.
const DEEPEST: f64 = 3.1;
/// Low enough that less is not asked: 30 %.
const LOWEST: f64 = -0.5;

impl Levels {
    /// Tries levels until each week's promises are kept deeply at the highest, and missed at the lowest.
    ///
    /// # Errors
    /// When the user wants to stop.
    pub fn explore(simulator: &Simulator<'_>, seasons: u32) -> Result<Self, Interrupted> {
        simulator.begin("what each week needs");
        let mut levels = Self { grid: Vec::new() };
        for level in FIRST {
            levels.add(simulator, level, seasons)?;
        }
        for _ in 0..MORE {
            let Some((highest, depths)) = levels.grid.last().filter(|(_, depths)| depths.iter().any(|d| *d < DEEPEST))
            else {
                break;
            };
            let (next, before) = (highest * STEP, depths.clone());
            levels.add(simulator, next, seasons)?;
            // What more people do not help, none will.
            let helps = levels.grid.last().is_some_and(|(_, depths)| {
                depths.iter().zip(&before).any(|(now, before)| *before < DEEPEST && now > before)
            });
            if !helps {
                break;
            }
        }
        for _ in 0..MORE {
            let Some((lowest, _)) = levels.grid.first().filter(|(_, depths)| depths.iter().any(|d| *d > LOWEST)) else {
                break;
            };
            let next = lowest / STEP;
            levels.add(simulator, next, seasons)?;
        }
        Ok(levels)
    }

    fn add(&mut self, simulator: &Simulator<'_>, level: f64, seasons: u32) -> Result<(), Interrupted> {
        let seen = simulator.seasons(&steady(simulator, level), 0..seasons)?;
        let depths = standings(simulator.setting, &seen).iter().map(|standing| standing.depth).collect();
        let place = self.grid.partition_point(|(known, _)| *known < level);
        self.grid.insert(place, (level, depths));
        Ok(())
    }

    /// The level at which a week's promises are kept as deeply as asked; none where no level that was tried does.
    #[must_use]
    pub fn at(&self, week: usize, depth: f64) -> Option<f64> {
        let curve = self.curve(week);
        let above = curve.iter().position(|(_, seen)| *seen >= depth)?;
        let (level, high) = curve[above];
        let Some((below, low)) = above.checked_sub(1).map(|place| curve[place]) else { return Some(level) };
        Some(below + (level - below) * ((depth - low) / (high - low).max(1e-9)).clamp(0.0, 1.0))
    }

    /// How much deeper a week's promises are kept for each unit of level around one: at least a little.
    #[must_use]
    pub fn slope(&self, week: usize, level: f64) -> f64 {
        let curve = self.curve(week);
        let above = curve.iter().position(|(known, _)| *known > level).unwrap_or(curve.len() - 1).max(1);
        let ((from, low), (to, high)) = (curve[above - 1], curve[above.min(curve.len() - 1)]);
        ((high - low) / (to - from).max(1e-9)).max(GENTLE)
    }

    /// Depth by level, which does not fall.
    fn curve(&self, week: usize) -> Vec<(f64, f64)> {
        let mut deepest = f64::NEG_INFINITY;
        let point = |(level, depths): &(f64, Vec<f64>)| {
            deepest = deepest.max(depths[week]);
            (*level, deepest)
        };
        self.grid.iter().map(point).collect()
    }
}

/// The least that a level is taken to do: a tenth more staff, a fifth of a standard deviation.
const GENTLE: f64 = 2.0;

/// The depth at which a share of seasons keep their promises, if figures vary normally.
#[must_use]
pub fn depth_of(share: f64) -> f64 {
    statrs::distribution::Normal::standard().inverse_cdf(share.clamp(1e-4, 1.0 - 1e-4))
}

/// The centre with the same level of staffing in all weeks, by agents who neither learn nor leave.
fn steady(simulator: &Simulator<'_>, level: f64) -> Scenario {
    let setting = simulator.setting;
    let mut steady = for_search(setting.scenario);
    for hired in &setting.hired {
        let staff = scaled(&hired.shape, setting.per_day, &setting.weeks, &vec![level; setting.weeks.len()]);
        steady.groups[hired.group].people = None;
        steady.groups[hired.group].staff = Staffing::PerInterval(staff);
    }
    steady
}

/// The centre without what promises do not depend on, which costs time.
#[must_use]
pub(super) fn for_search(scenario: &Scenario) -> Scenario {
    let mut plain = scenario.clone();
    plain.satisfaction = None;
    plain.report.story = None;
    plain
}
