//! The best service for a budget.

use serde::{Deserialize, Serialize};

use super::frontier::{at_depth, fresh};
use super::reach::Reach;
use super::staff::Affordable;
use super::{Evidence, Interrupted, Options, Place, Plan, Promise, Trials};

/// What a plan may take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Budget {
    /// Highest cost over the horizon; in paid hours where the scenario names no pay.
    Cost(f64),
    /// Most agents on duty at once.
    Agents(u32),
}

/// The shallowest and the deepest promises that are tried for a budget, in normal quantiles.
const WIDEST: (f64, f64) = (-3.0, 2.0);
/// Halvings between them.
const HALVINGS: u32 = 6;
/// Most rounds in which periods with room get further agents.
const ROUNDS: u32 = 60;

/// The best service that a budget allows, and what it gives on fresh days; none where it buys nothing.
///
/// For a cost all promises are made deeper, or shallower, by the same amount: as deep as it allows. For so many agents at
/// once every period is a case of its own: where the promises take no more, it gets what they take, and where they take
/// more it gets all that are allowed. No period is left short of its promise while it has room, and one that keeps its
/// promises gets nobody else.
///
/// # Errors
/// When the user wants to stop.
pub fn within_budget(trials: &Trials<'_>, options: Options, budget: Budget) -> Result<Option<Affordable>, Interrupted> {
    match budget {
        Budget::Cost(most) => {
            let allowed = |plan: &Plan| trials.prices.plan(plan, &trials.periods) <= most;
            let Some(plan) = deepest(trials, options, WIDEST, &allowed)? else { return Ok(None) };
            let evidence = trials.run(&plan, fresh(trials, 0))?;
            Ok(Some(Affordable { budget, plan, evidence }))
        }
        Budget::Agents(0) => Ok(None),
        Budget::Agents(most) => {
            let promised = match at_depth(trials, options, 0.0)? {
                Some(plan) => Some(plan),
                // What no staff keeps is kept as far as it can be.
                None => deepest(trials, options, (WIDEST.0, 0.0), &|_| true)?,
            };
            let Some(mut plan) = promised else { return Ok(None) };
            cut(&mut plan, trials.periods.count, most);
            let reach = Reach::new(trials.scenario, &trials.periods);
            let evidence = Filling { trials, options, most, reach }.fill(&mut plan)?;
            Ok(Some(Affordable { budget, plan, evidence }))
        }
    }
}

/// The plan with the deepest promises between two depths that is allowed.
fn deepest(
    trials: &Trials<'_>,
    options: Options,
    (mut low, mut high): (f64, f64),
    allowed: &dyn Fn(&Plan) -> bool,
) -> Result<Option<Plan>, Interrupted> {
    let mut best = None;
    for _ in 0..=HALVINGS {
        let depth = 0.5 * (low + high);
        match at_depth(trials, options, depth)?.filter(|plan| allowed(plan)) {
            Some(plan) => (low, best) = (depth, Some(plan)),
            None => high = depth,
        }
    }
    Ok(best)
}

/// Cuts every period down to the most agents at once; all groups give up the same share.
fn cut(plan: &mut Plan, periods: usize, most: u32) {
    for period in 0..periods {
        let all = in_all(plan, period);
        if all > most {
            let share = f64::from(most) / f64::from(all);
            plan.staff.iter_mut().for_each(|staff| staff[period] = (f64::from(staff[period]) * share).floor() as u32);
        }
    }
}

fn in_all(plan: &Plan, period: usize) -> u32 {
    plan.staff.iter().map(|staff| staff[period]).sum()
}

/// Periods that miss a promise are filled while they have room.
struct Filling<'a> {
    trials: &'a Trials<'a>,
    options: Options,
    most: u32,
    reach: Reach,
}

/// A promise that is missed, and places that have room for one more agent who would help it.
type Missed = (usize, Vec<Place>);

impl Filling<'_> {
    /// Adds agents where a promise is not kept and there is room, those first who help most, until nothing is to be
    /// added. What the last plan gives was seen on days on which nothing was decided.
    fn fill(&self, plan: &mut Plan) -> Result<Evidence, Interrupted> {
        self.trials.begin("filling the periods that have room");
        for round in 1..=ROUNDS {
            let seen = self.trials.run(plan, fresh(self.trials, round))?;
            let missed = self.missed(plan, &seen);
            if missed.is_empty() {
                break;
            }
            for place in self.best(plan, &seen, &missed, round)? {
                plan.change(place, self.step(plan, place.period));
            }
        }
        self.trials.run(plan, fresh(self.trials, 0))
    }

    /// One agent, or one in a hundred, as far as there is room.
    fn step(&self, plan: &Plan, period: usize) -> i32 {
        let all = in_all(plan, period);
        (1 + all / 100).min(self.most - all) as i32
    }

    /// For each period the promise that is furthest from being kept among those that have room for somebody.
    fn missed(&self, plan: &Plan, seen: &Evidence) -> Vec<Missed> {
        let errors = seen.proof_errors(&self.trials.promises, self.options.confidence, 0);
        let mut missed: Vec<(f64, Missed)> = Vec::new();
        for (number, promise) in self.trials.promises.iter().enumerate() {
            let Some(standing) = seen.standing(number, promise).filter(|standing| !standing.holds(errors)) else {
                continue;
            };
            let places = self.room(plan, seen, number, promise);
            if !places.is_empty() {
                let depth = promise.depth(standing.value) - promise.depth(promise.wanted());
                missed.push((depth, (number, places)));
            }
        }
        missed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut taken = vec![false; self.trials.periods.count];
        missed.retain(|(_, (_, places))| !std::mem::replace(&mut taken[places[0].period], true));
        missed.into_iter().map(|(_, missed)| missed).collect()
    }

    /// The places in one period where one more agent may help: in the promise's own or, where it is kept over a day, in
    /// the one that misses most of those with room.
    fn room(&self, plan: &Plan, seen: &Evidence, number: usize, promise: &Promise) -> Vec<Place> {
        let groups = self.reach.able(promise);
        let limit = |group: usize| self.trials.scenario.groups[group].max_agents.unwrap_or(u32::MAX);
        let places = |period: usize| -> Vec<Place> {
            if in_all(plan, period) >= self.most {
                return Vec::new();
            }
            let places = groups.iter().map(|group| Place { group: *group, period });
            places.filter(|place| plan.get(*place) < limit(place.group)).collect()
        };
        let short = self.short_by_period(seen, number);
        let with_room = promise.periods(&self.trials.periods).filter(|period| !places(*period).is_empty());
        let at = |period: usize| short.get(period % self.trials.periods.per_day).copied().unwrap_or(0.0);
        with_room.min_by(|a, b| at(*a).total_cmp(&at(*b))).map(places).unwrap_or_default()
    }

    /// Of a promise over days, the surplus of each period of the day, all days together; empty of others.
    fn short_by_period(&self, seen: &Evidence, number: usize) -> Vec<f64> {
        let per_day = self.trials.periods.per_day;
        let mut sums = vec![0.0; per_day];
        let surplus = seen.surplus(number).chunks(per_day);
        surplus.for_each(|day| sums.iter_mut().zip(day).for_each(|(sum, part)| *sum += f64::from(*part)));
        sums
    }

    /// For each missed promise the one place whose agent helps it most, on the days on which it was seen to be missed.
    fn best(&self, plan: &Plan, seen: &Evidence, missed: &[Missed], round: u32) -> Result<Vec<Place>, Interrupted> {
        let widest = missed.iter().map(|(_, places)| places.len()).max().unwrap_or(0);
        let mut best: Vec<(f64, Place)> = missed.iter().map(|(_, places)| (f64::NEG_INFINITY, places[0])).collect();
        if widest == 1 {
            return Ok(best.into_iter().map(|(_, place)| place).collect());
        }
        for rank in 0..widest {
            let mut more = plan.clone();
            missed.iter().filter_map(|(_, places)| places.get(rank)).for_each(|place| more.change(*place, 1));
            let with = self.trials.run(&more, fresh(self.trials, round))?;
            for ((number, places), best) in missed.iter().zip(&mut best) {
                let promise = &self.trials.promises[*number];
                let depth = |seen: &Evidence| seen.standing(*number, promise).map(|s| promise.depth(s.value));
                let gain = depth(&with).zip(depth(seen)).map_or(0.0, |(with, without)| with - without);
                if let Some(place) = places.get(rank).filter(|_| gain > best.0) {
                    *best = (gain, *place);
                }
            }
        }
        Ok(best.into_iter().map(|(_, place)| place).collect())
    }
}
