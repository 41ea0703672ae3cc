//! What parts of a plan, and changes of the centre, are worth: paired seasons with the same customers and the same luck.

use super::confirm::Found;
use super::hiring::HiringPlan;
use super::seasons::{Season, Simulator};
use super::setting::Setting;
use crate::planner::Interrupted;
use crate::scenario::{HiringClass, Scenario};
use crate::stats::{Estimate, paired_difference, student_quantile};
use crate::units::Seconds;

/// A change, and what it does.
#[derive(Clone, Debug)]
pub struct Change {
    /// What is changed.
    pub what: What,
    /// What that does, figure by figure.
    pub effects: Vec<Effect>,
}

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A class of a group is not hired.
    Without(usize, HiringClass),
    /// Every class begins a week later.
    Later,
    /// One class of a group begins a week earlier.
    Earlier(usize, HiringClass),
    /// The chance to leave in a week is a tenth less.
    LessAttrition,
    /// Training lasts two weeks less.
    ShorterTraining,
    /// Another plan, made by hand.
    ByHand,
}

/// A figure of a season, and by how much it differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The figure.
    pub figure: SeasonFigure,
    /// Changed less plan.
    pub difference: Option<Estimate>,
    /// Whether it differs for certain: its interval excludes zero at a level at which all effects of all changes together
    /// are right with 95 % confidence (Bonferroni).
    pub real: bool,
}

/// A figure of a season as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeasonFigure {
    /// Money for the people.
    Cost,
    /// Weeks that keep their promises.
    WeeksKept,
    /// Customers expected to leave.
    Leaving,
    /// What these are worth in the year after.
    MoneyAtRisk,
}

impl SeasonFigure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cost, Self::WeeksKept, Self::Leaving, Self::MoneyAtRisk];

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::WeeksKept => "weeks_kept",
            Self::Leaving => "churned",
            Self::MoneyAtRisk => "money_at_risk",
        }
    }

    /// The figure of a season; none where customers are not followed.
    #[must_use]
    pub fn of(self, setting: &Setting<'_>, season: &Season) -> Option<f64> {
        let leaving =
            || setting.scenario.satisfaction.as_ref().map(|model| (season.leaving.iter().sum::<f64>(), model.value));
        match self {
            Self::Cost => Some(season.cost().total()),
            Self::WeeksKept => {
                Some((0..setting.weeks.len()).filter(|week| season.keeps(setting, *week)).count() as f64)
            }
            Self::Leaving => leaving().map(|(leaving, _)| leaving),
            Self::MoneyAtRisk => leaving().filter(|(_, value)| *value > 0.0).map(|(leaving, value)| leaving * value),
        }
    }
}

/// Most classes that are left out one by one.
const MOST: usize = 12;

/// What each class bought, what waiting costs, what one class earlier, less attrition and shorter training are worth.
///
/// # Errors
/// When the user wants to stop.
pub fn values(simulator: &Simulator<'_>, found: &Found, seasons: u32) -> Result<Vec<Change>, Interrupted> {
    let (setting, plan) = (simulator.setting, &found.candidate.plan);
    let n = (seasons as usize).min(found.confirmation.seasons.len());
    let base = &found.confirmation.seasons[..n];
    let mut changes = Vec::new();
    for (what, scenario) in variants(setting, plan) {
        simulator.begin("what changes are worth");
        let first = found.confirmation.first;
        let other = simulator.seasons(&scenario, first..first + n as u32)?;
        changes.push(Change { what, effects: effects(setting, base, &other) });
    }
    mark_real(&mut changes, n);
    Ok(changes)
}

/// The differences of other seasons, one by one with the same customers.
#[must_use]
pub fn effects(setting: &Setting<'_>, base: &[Season], other: &[Season]) -> Vec<Effect> {
    let pairs = |figure: SeasonFigure, seasons: &[Season]| -> Option<Vec<(f64, f64)>> {
        seasons.iter().map(|season| figure.of(setting, season).map(|value| (value, 1.0))).collect()
    };
    let effect = |figure: SeasonFigure| {
        let difference = paired_difference(&pairs(figure, base)?, &pairs(figure, other)?);
        Some(Effect { figure, difference, real: false })
    };
    SeasonFigure::ALL.into_iter().filter_map(effect).collect()
}

/// Says which effects are real.
pub fn mark_real(changes: &mut [Change], seasons: usize) {
    let all = changes.iter().map(|change| change.effects.len()).sum::<usize>().max(1);
    let degrees = (seasons as u32).saturating_sub(1);
    let quantile = student_quantile(1.0 - 0.025 / all as f64, degrees);
    for effect in changes.iter_mut().flat_map(|change| &mut change.effects) {
        let clear = |d: &Estimate| d.std_error.is_some_and(|error| d.value.abs() > quantile * error);
        effect.real = effect.difference.as_ref().is_some_and(clear);
    }
}

fn variants(setting: &Setting<'_>, plan: &HiringPlan) -> Vec<(What, Scenario)> {
    let staffed = |plan: &HiringPlan| plan.staffed(setting, setting.scenario);
    // Staffing is asked for as the plan does: who is missing is made up for by overtime, as far as it goes.
    let as_planned = |changed: &HiringPlan| {
        let mut scenario = staffed(plan);
        for (group, classes) in scenario.groups.iter_mut().zip(&changed.classes) {
            if let Some(people) = group.people.as_mut().filter(|people| people.hiring.is_some()) {
                people.classes.clone_from(classes);
            }
        }
        scenario
    };
    let without = plan.all().take(MOST).enumerate();
    let mut variants: Vec<(What, Scenario)> = without
        .map(|(place, (group, class))| (What::Without(group, class), as_planned(&plan.without(place))))
        .collect();
    if plan.people() > 0 {
        let later = plan.changed(&mut |_, class| moved(setting, class, 1));
        variants.push((What::Later, as_planned(&later)));
    }
    variants.extend(earlier(setting, plan).map(|(what, plan)| (what, as_planned(&plan))));
    let mut loyal = staffed(plan);
    let mut quick = staffed(plan);
    let (mut any_leaves, mut any_trains) = (false, false);
    for people in loyal.groups.iter_mut().filter_map(|group| group.people.as_mut()) {
        for (_, chance) in people.attrition.iter_mut().flat_map(|attrition| &mut attrition.weekly) {
            any_leaves = true;
            *chance *= 0.9;
        }
    }
    for people in quick.groups.iter_mut().filter_map(|group| group.people.as_mut()) {
        if let Some(training) = &mut people.training {
            any_trains = true;
            training.over = Seconds((training.over.get() - TWO_WEEKS).max(0.0));
        }
    }
    variants.extend(any_leaves.then_some((What::LessAttrition, loyal)));
    variants.extend(any_trains.then_some((What::ShorterTraining, quick)));
    variants
}

const TWO_WEEKS: f64 = 14.0 * crate::units::DAY;

/// A class so many weeks later; none where the horizon is over by then.
fn moved(setting: &Setting<'_>, class: HiringClass, weeks: usize) -> Option<HiringClass> {
    let week = setting.weeks.iter().position(|days| days.start >= class.day)?;
    Some(HiringClass { day: setting.weeks.get(week + weeks)?.start, ..class })
}

/// The largest class that can begin a week earlier, and the plan with it.
fn earlier(setting: &Setting<'_>, plan: &HiringPlan) -> Option<(What, HiringPlan)> {
    let week_before = |group: usize, class: HiringClass| -> Option<u32> {
        let week = setting.weeks.iter().position(|days| days.start >= class.day)?.checked_sub(1)?;
        let hired = setting.hired.iter().find(|hired| hired.group == group)?;
        hired.choices.iter().any(|(choice, _)| choice.week == week).then(|| setting.weeks[week].start)
    };
    let all: Vec<(usize, usize, HiringClass, u32)> = plan
        .all()
        .enumerate()
        .filter_map(|(place, (group, class))| Some((place, group, class, week_before(group, class)?)))
        .collect();
    // Of classes of the same size, the first.
    let (place, group, class, day) = all.into_iter().rev().max_by_key(|(_, _, class, _)| class.people)?;
    let plan = plan.changed(&mut |at, own| Some(if at == place { HiringClass { day, ..own } } else { own }));
    Some((What::Earlier(group, class), plan))
}
