//! From seasons to the figures of the document.

use indexmap::IndexMap;

use super::band::{Band, mean};
use super::confirm::{Found, FrontierPoint};
use super::document::*;
use super::hiring::HiringPlan;
use super::missing::Missing;
use super::search::Options;
use super::seasons::{Season, Standing, standings};
use super::setting::{Hired, Setting};
use super::value::{Change, Effect, SeasonFigure, What, effects, mark_real};
use crate::scenario::HiringClass;
use crate::stats::{Estimate, wilson};
use crate::workforce::{Cost, Week};

/// What was asked, and of whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The scenario's file.
    pub file: String,
    /// The seed.
    pub seed: u64,
    /// What was asked of the plan.
    pub options: Options,
}

impl SeasonDocument {
    /// Of a plan, the changes that were tried, and what other probabilities cost.
    #[must_use]
    pub fn new(
        setting: &Setting<'_>,
        asked: &Asked,
        found: &Found,
        changes: &[Change],
        others: &[FrontierPoint],
    ) -> Self {
        let (confirmation, plan) = (&found.confirmation, &found.candidate.plan);
        let seasons = &confirmation.seasons;
        let whole = |figure: SeasonFigure| -> Option<Estimate> {
            let values: Option<Vec<f64>> = seasons.iter().map(|season| figure.of(setting, season)).collect();
            values.map(|values| mean(&values))
        };
        let solved = &found.candidate.solved;
        let change = |change: &Change| ChangeFigures {
            change: name(change.what).into(),
            words: words(setting, change.what),
            effects: change.effects.iter().map(effect).collect(),
        };
        Self {
            schema: SEASON_SCHEMA.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            name: setting.scenario.name.clone(),
            file: asked.file.clone(),
            seed: asked.seed,
            probability: asked.options.probability,
            confidence: asked.options.confidence,
            seasons: seasons.len() as u32,
            search_rounds: found.rounds,
            confirmation_rounds: confirmation.rounds,
            confirmed: confirmation.unproven.is_empty(),
            promises: promises(setting),
            hires: hires(setting, plan),
            weeks: (0..setting.weeks.len()).map(|week| of_week(setting, found, week)).collect(),
            cost: costs(seasons),
            expected_cost: [solved.iter().map(|s| s.cost).sum(), solved.iter().map(|s| s.bound).sum()],
            churned: whole(SeasonFigure::Leaving),
            money_at_risk: whole(SeasonFigure::MoneyAtRisk),
            compared_seasons: asked.options.compared(),
            changes: changes.iter().map(change).collect(),
            frontier: frontier(setting, asked, found, others),
            by_hand: None,
        }
    }

    /// Adds a plan made by hand: seasons of it with the numbers of the confirmation.
    #[must_use]
    pub fn against(
        mut self,
        setting: &Setting<'_>,
        found: &Found,
        file: &str,
        plan: &HiringPlan,
        other: &[Season],
    ) -> Self {
        let seen = standings(setting, other);
        let alone = effects(setting, &found.confirmation.seasons, other);
        let mut change = [Change { what: What::ByHand, effects: alone }];
        mark_real(&mut change, other.len());
        let alpha = (1.0 - self.confidence) / seen.len().max(1) as f64;
        let fails = |standing: &Standing| {
            // The upper bound of the kept share is one less the lower bound of the missed one.
            let missed = u64::from(standing.seasons - standing.kept);
            1.0 - crate::stats::binomial_lower(missed, u64::from(standing.seasons), alpha) < self.probability
        };
        let missed = seen.iter().enumerate().filter(|(_, standing)| fails(standing)).map(|(week, _)| week as u32 + 1);
        let at_work = |week: usize| {
            let of = |season: &Season| {
                setting.hired.iter().map(|hired| experienced(setting, hired, season, week)).sum::<f64>()
            };
            Band::of(other.iter().map(of))
        };
        self.by_hand = Some(ByHand {
            file: file.into(),
            hires: hires(setting, plan),
            kept: seen.iter().map(kept).collect(),
            missed: missed.collect(),
            at_work: (0..setting.weeks.len()).map(at_work).collect(),
            cost: costs(other),
            effects: change[0].effects.iter().map(effect).collect(),
        });
        self
    }
}

fn kept(standing: &Standing) -> Option<Estimate> {
    wilson(u64::from(standing.kept), u64::from(standing.seasons))
}

fn promises(setting: &Setting<'_>) -> Vec<PromiseName> {
    let name = |promise: &super::WeekPromise| PromiseName {
        contact: setting.scenario.contacts[promise.kind].name.clone(),
        measure: promise.measure.name().into(),
        goal: promise.goal,
    };
    setting.promises.iter().map(name).collect()
}

fn hires(setting: &Setting<'_>, plan: &HiringPlan) -> Vec<Hire> {
    let hire = |(group, class): (usize, HiringClass)| Hire {
        week: setting.week_of(class) as u32 + 1,
        start: setting.date(class.day),
        group: setting.scenario.groups[group].name.clone(),
        contract: setting.contract(group, class.terms),
        people: class.people,
    };
    let mut hires: Vec<Hire> = plan.all().map(hire).collect();
    hires.sort_by_key(|hire| hire.week);
    hires
}

fn of_week(setting: &Setting<'_>, found: &Found, week: usize) -> SeasonWeek {
    let confirmation = &found.confirmation;
    let seasons = &confirmation.seasons;
    let ratio = |(x, y): (f64, f64)| if y > 0.0 { x / y } else { f64::NAN };
    let all = setting.promises.len();
    let promise = |place: usize| Band::of(seasons.iter().map(|season| ratio(season.parts[week * all + place])));
    let group = |hired: &Hired| {
        let name = setting.scenario.groups[hired.group].name.clone();
        (name, of_group(setting, found, hired, week))
    };
    let cost = |season: &Season| season.people.iter().filter_map(|weeks| weeks.get(week)).map(|w| w.cost.total()).sum();
    let satisfied = |season: &Season| season.satisfied.get(week).map_or(f64::NAN, |pair| ratio(*pair));
    let churn = |season: &Season| {
        let asked = season.satisfied.get(week).map_or(0.0, |(_, asked)| *asked);
        season.leaving.get(week).map_or(f64::NAN, |leaving| ratio((*leaving, asked)))
    };
    SeasonWeek {
        week: week as u32 + 1,
        start: setting.date(setting.weeks[week].start),
        days: setting.weeks[week].end - setting.weeks[week].start,
        kept: kept(&confirmation.standings[week]),
        kept_at_least: confirmation.bounds[week],
        proven: !confirmation.unproven.contains(&week),
        promises: (0..all).map(promise).collect(),
        groups: setting.hired.iter().map(group).collect::<IndexMap<_, _>>(),
        cost: Band::of(seasons.iter().map(cost)),
        satisfied: Band::of(seasons.iter().map(satisfied)),
        churn: Band::of(seasons.iter().map(churn)),
    }
}

fn of_group(setting: &Setting<'_>, found: &Found, hired: &Hired, week: usize) -> GroupFigures {
    let seasons = &found.confirmation.seasons;
    let weeks = || seasons.iter().filter_map(|season| season.people[hired.group].get(week));
    let band = |figure: fn(&Week) -> f64| Band::of(weeks().map(figure));
    let one = hired.one(setting)[week];
    GroupFigures {
        need: found.candidate.plan.level[week] * hired.hours[week] / one,
        at_work: Band::of(seasons.iter().map(|season| experienced(setting, hired, season, week))),
        headcount: band(|week| f64::from(week.headcount)),
        starters: band(|week| f64::from(week.starters)),
        leavers: band(|week| f64::from(week.leavers)),
        in_training: band(|week| f64::from(week.in_training)),
        nesting: band(|week| f64::from(week.nesting)),
        productive: band(|week| f64::from(week.productive)),
        overtime_hours: band(|week| week.overtime_hours),
        occupancy: band(|week| week.busy_hours / week.hours.worked),
    }
}

/// Who is at work in a week, in experienced people.
fn experienced(setting: &Setting<'_>, hired: &Hired, season: &Season, week: usize) -> f64 {
    let Some(of) = season.people[hired.group].get(week) else { return 0.0 };
    let slow = if of.hours.rostered > 0.0 { of.paced_hours / of.hours.rostered } else { 1.0 };
    of.hours.worked / slow / hired.one(setting)[week]
}

fn costs(seasons: &[Season]) -> CostFigures {
    let costs: Vec<Cost> = seasons.iter().map(Season::cost).collect();
    let of = |part: fn(&Cost) -> f64| mean(&costs.iter().map(part).collect::<Vec<_>>());
    CostFigures {
        total: of(Cost::total),
        wages: of(|cost| cost.wages),
        overtime: of(|cost| cost.overtime),
        outsourcing: of(|cost| cost.outsourced),
        hiring: of(|cost| cost.hiring),
        training: of(|cost| cost.training),
    }
}

fn effect(effect: &Effect) -> EffectFigures {
    EffectFigures { figure: effect.figure.name().into(), difference: effect.difference, real: effect.real }
}

fn frontier(setting: &Setting<'_>, asked: &Asked, found: &Found, others: &[FrontierPoint]) -> Vec<FrontierFigures> {
    let worst = |standings: &[Standing]| standings.iter().min_by_key(|s| s.kept).and_then(kept);
    let other = |point: &FrontierPoint| FrontierFigures {
        probability: point.probability,
        hired: point.hired,
        cost: costs(&point.seasons).total,
        worst_week: worst(&point.standings),
        chosen: false,
    };
    let chosen = FrontierFigures {
        probability: asked.options.probability,
        hired: found.candidate.plan.people(),
        cost: costs(&found.confirmation.seasons).total,
        worst_week: worst(&standings(setting, &found.confirmation.seasons)),
        chosen: true,
    };
    let mut points: Vec<FrontierFigures> = others.iter().map(other).chain([chosen]).collect();
    points.sort_by(|a, b| a.cost.value.total_cmp(&b.cost.value));
    points
}

fn name(what: What) -> &'static str {
    match what {
        What::Without(..) => "without",
        What::Later => "later",
        What::Earlier(..) => "earlier",
        What::LessAttrition => "less_attrition",
        What::ShorterTraining => "shorter_training",
        What::ByHand => "by_hand",
    }
}

/// A change in words.
fn words(setting: &Setting<'_>, what: What) -> String {
    let class = |group: usize, class: HiringClass| {
        let when = setting
            .date(class.day)
            .map_or_else(|| format!("in week {}", setting.week_of(class) + 1), |date| format!("on {date}"));
        let name = &setting.scenario.groups[group].name;
        let group = if setting.hired.len() > 1 { format!(" for {name}") } else { String::new() };
        format!("the {} hired{group} {when}", class.people)
    };
    match what {
        What::Without(group, of) => format!("without {}", class(group, of)),
        What::Later => "every class a week later".into(),
        What::Earlier(group, of) => format!("{} a week earlier", class(group, of)),
        What::LessAttrition => "10 % less attrition".into(),
        What::ShorterTraining => "two weeks less training".into(),
        What::ByHand => "the plan made by hand".into(),
    }
}

impl SeasonRefusal {
    /// Of what is missing.
    #[must_use]
    pub fn new(setting: &Setting<'_>, missing: &Missing) -> Self {
        let week = |week: usize| MissingWeek {
            week: week as u32 + 1,
            start: setting.date(setting.weeks[week].start),
            hours: missing.hours[week],
            people: missing.hours[week] / missing.each.get(week).copied().unwrap_or(1.0).max(f64::MIN_POSITIVE),
        };
        Self {
            schema: SEASON_SCHEMA.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            name: setting.scenario.name.clone(),
            feasible: false,
            never_kept: missing.promises.iter().map(|week| *week as u32 + 1).collect(),
            group: missing.group.map(|group| setting.scenario.groups[group].name.clone()),
            missing: missing.weeks().map(week).collect(),
            first_week: missing.first.map(|week| week as u32 + 1),
            remedies: missing.remedies.iter().map(|remedy| remedy.words().to_owned()).collect(),
            solver: missing.solver.clone(),
        }
    }
}
