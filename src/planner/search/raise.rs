//! More agents where promises are missed.

use std::collections::BTreeMap;

use super::cover::{Cut, cover};
use super::{Evidence, Interrupted, Search};
use crate::planner::{Measure, Place, Plan, Promise, Scope, Standing};

/// Rounds of raising before a plan is called hopeless.
const ROUNDS: u32 = 80;

/// By how much the depth of a promise grows with one more agent of each group.
pub(super) type Gains = BTreeMap<usize, Vec<f64>>;

impl Search<'_> {
    /// Raises a plan until every promise is clearly kept; the last evidence tells whether it could be done.
    pub(in crate::planner) fn raise(&mut self, plan: &mut Plan) -> Result<Evidence, Interrupted> {
        self.trials.begin("raising staff where promises are missed");
        let mut evidence = self.survey(plan)?;
        for _ in 0..ROUNDS {
            let missed = self.missed(&evidence);
            let raised = if missed.is_empty() { plan.clone() } else { self.raised(plan, &evidence, &missed)? };
            if raised == *plan {
                break;
            }
            *plan = raised;
            evidence = self.survey(plan)?;
        }
        Ok(evidence)
    }

    /// Looks at a plan until some promise is clearly missed or all are clear.
    pub(in crate::planner) fn survey(&self, plan: &Plan) -> Result<Evidence, Interrupted> {
        self.settle(plan, &|seen| {
            self.numbers().all(|n| !self.fails(seen, n)) && self.numbers().any(|n| !self.keeps(seen, n))
        })
    }

    /// The promises that are clearly missed.
    pub(in crate::planner) fn failed(&self, evidence: &Evidence) -> Vec<usize> {
        self.numbers().filter(|n| self.fails(evidence, *n)).collect()
    }

    /// The promises that are clearly missed; where there are none, those that are not clearly kept and could be better.
    pub(in crate::planner) fn missed(&self, evidence: &Evidence) -> Vec<usize> {
        let failed = self.failed(evidence);
        if failed.is_empty() { self.doubtful(evidence) } else { failed }
    }

    /// The promises that are not clearly kept and could be better: where nothing is amiss on any day seen, more agents
    /// are of no use, more days are.
    fn doubtful(&self, evidence: &Evidence) -> Vec<usize> {
        let imperfect = |n: &usize| {
            self.standing(evidence, *n).is_some_and(|standing| standing.value != self.trials.promises[*n].best())
        };
        self.numbers().filter(|n| !self.keeps(evidence, *n)).filter(imperfect).collect()
    }

    /// The plan with more agents for some missed promises; those that could not be better are left alone.
    pub(super) fn raised(&mut self, plan: &Plan, seen: &Evidence, missed: &[usize]) -> Result<Plan, Interrupted> {
        let mut raised = plan.clone();
        let (mut shared, mut over_days) = (Vec::new(), Vec::new());
        for &number in missed {
            let promise = self.trials.promises[number];
            let Some(standing) = self.standing(seen, number).filter(|s| s.value != promise.best()) else { continue };
            match (promise.scope, self.reach.able(&promise).as_slice()) {
                (Scope::Day(_), _) => over_days.push((number, standing)),
                (Scope::Period(period), &[group]) => {
                    self.lift(&mut raised, plan, Place { group, period }, steps(&promise, &standing, plan, group));
                }
                (Scope::Period(_), _) => shared.push((number, standing)),
            }
        }
        if !shared.is_empty() {
            self.raise_shared(plan, &mut raised, &shared)?;
        }
        over_days.iter().for_each(|(number, _)| self.raise_day(plan, &mut raised, seen, *number));
        Ok(raised)
    }

    /// At least so many agents more than before in a place, as far as the group has them.
    fn lift(&self, raised: &mut Plan, before: &Plan, place: Place, steps: u32) {
        let wanted = before.get(place).saturating_add(steps).min(self.most[place.group]);
        let staff = &mut raised.staff[place.group][place.period];
        *staff = wanted.max(*staff);
    }

    /// Promises that several groups can keep: cuts by measured gains, then the cheapest agents under all cuts.
    fn raise_shared(
        &mut self,
        plan: &Plan,
        raised: &mut Plan,
        missed: &[(usize, Standing)],
    ) -> Result<(), Interrupted> {
        let gains = self.gains(plan, &missed.iter().map(|(number, _)| *number).collect::<Vec<_>>())?;
        let mut periods = Vec::new();
        for (number, standing) in missed {
            let promise = self.trials.promises[*number];
            let Scope::Period(period) = promise.scope else { continue };
            let cut = self.cut(plan, period, &promise, standing, &gains[number]);
            self.cuts[period].push(cut);
            periods.push(period);
        }
        periods.dedup();
        periods.sort_unstable();
        periods.dedup();
        for period in periods {
            let agents = self.covered(period);
            let now: Vec<u32> = plan.staff.iter().map(|staff| staff[period]).collect();
            match agents.filter(|agents| *agents != now) {
                Some(agents) => (0..agents.len()).for_each(|g| {
                    let staff = &mut raised.staff[g][period];
                    // What another promise has raised stays.
                    *staff = if *staff > now[g] { agents[g].max(*staff) } else { agents[g] };
                }),
                None => self.lift_cheapest(plan, raised, period, missed, &gains),
            }
        }
        Ok(())
    }

    /// The cheapest agents of a period under its cuts.
    pub(in crate::planner) fn covered(&self, period: usize) -> Option<Vec<u32>> {
        let prices: Vec<f64> = (0..self.most.len()).map(|group| self.trials.prices.of(group)).collect();
        cover(&prices, &self.most, &self.cuts[period])
    }

    pub(in crate::planner) fn add_cut(&mut self, period: usize, groups: &[usize], least: f64) {
        let weights = (0..self.most.len()).map(|group| f64::from(u8::from(groups.contains(&group)))).collect();
        self.cuts[period].push(Cut { weights, least });
    }

    /// A promise that is missed asks for agents by their gains; where nobody's gain can be seen, for one more.
    fn cut(&self, plan: &Plan, period: usize, promise: &Promise, standing: &Standing, gains: &[f64]) -> Cut {
        let largest = gains.iter().copied().fold(0.0, f64::max);
        let able = self.reach.able(promise);
        let weights: Vec<f64> = match largest > 1e-4 {
            true => gains.to_vec(),
            false => (0..gains.len()).map(|group| f64::from(u8::from(able.contains(&group)))).collect(),
        };
        let now: f64 = weights.iter().zip(&plan.staff).map(|(weight, staff)| weight * f64::from(staff[period])).sum();
        let unit = if largest > 1e-4 { largest } else { 1.0 };
        let wanted = depth_wanted(promise, standing) / unit;
        // No more than a cautious step at a time: gains shrink and grow along the way.
        let agents: f64 = able.iter().map(|group| f64::from(plan.staff[*group][period])).sum();
        Cut { weights, least: now + unit * wanted.clamp(0.5, 1.0 + agents.sqrt()) }
    }

    /// One more agent of the group that helps a missed promise of the period most for its price.
    fn lift_cheapest(
        &self,
        plan: &Plan,
        raised: &mut Plan,
        period: usize,
        missed: &[(usize, Standing)],
        gains: &Gains,
    ) {
        let here = missed.iter().filter(|(n, _)| self.trials.promises[*n].scope == Scope::Period(period));
        for (number, _) in here {
            let able = self.reach.able(&self.trials.promises[*number]);
            let worth = |group: &usize| (gains[number][*group] + 1e-9) / self.trials.prices.of(*group);
            let free = able.iter().filter(|group| plan.staff[**group][period] < self.most[**group]);
            if let Some(group) = free.max_by(|a, b| worth(a).total_cmp(&worth(b))) {
                self.lift(raised, plan, Place { group: *group, period }, 1);
            }
        }
    }

    /// Gains of some promises of periods from agents of every group that handles their contacts, in their own period
    /// and on the same customers. Periods that do not show in each other are measured together.
    pub(super) fn gains(&self, plan: &Plan, numbers: &[usize]) -> Result<Gains, Interrupted> {
        let replications = 0..self.looks.0;
        let before = self.trials.run(plan, replications.clone())?;
        let mut gains: Gains = numbers.iter().map(|number| (*number, vec![0.0; self.most.len()])).collect();
        for places in self.probes(plan, numbers) {
            let mut tried = plan.clone();
            places.iter().for_each(|place| tried.staff[place.group][place.period] += probe(plan.get(*place)));
            let after = self.trials.run(&tried, replications.clone())?;
            for place in places {
                for number in self.missed_in(numbers, place) {
                    let promise = &self.trials.promises[number];
                    let depth =
                        |seen: &Evidence| seen.standing(number, promise).map_or(0.0, |s| promise.depth(s.value));
                    let gain = (depth(&after) - depth(&before)) / f64::from(probe(plan.get(place)));
                    gains.entry(number).and_modify(|by_group| by_group[place.group] = gain.max(0.0));
                }
            }
        }
        Ok(gains)
    }

    /// Places in which one of the promises could be helped, in batches of places that do not show in each other.
    fn probes(&self, plan: &Plan, numbers: &[usize]) -> Vec<Vec<Place>> {
        let mut by_period: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
        for promise in numbers.iter().map(|number| &self.trials.promises[*number]) {
            let (Scope::Period(period), Some(circle)) = (promise.scope, self.reach.circle(promise)) else { continue };
            let places = by_period.entry((period, circle)).or_default();
            let able = self.reach.able(promise).into_iter().map(|group| Place { group, period });
            places.extend(able.filter(|place| plan.get(*place) < self.most[place.group]));
        }
        let mut batches: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
        for ((period, _), mut places) in by_period {
            places.sort_unstable();
            places.dedup();
            for (rank, place) in places.into_iter().enumerate() {
                batches.entry((period % self.reach.stride(), rank)).or_default().push(place);
            }
        }
        batches.into_values().collect()
    }

    /// The promises of a place's period that its group can help to keep.
    fn missed_in(&self, numbers: &[usize], place: Place) -> Vec<usize> {
        let here = |number: &usize| {
            let promise = &self.trials.promises[*number];
            promise.scope == Scope::Period(place.period) && self.reach.able(promise).contains(&place.group)
        };
        numbers.iter().copied().filter(here).collect()
    }
}

/// Agents by which a gain is measured: more where one would drown in noise.
fn probe(agents: u32) -> u32 {
    1 + agents / 20
}

/// How much deeper a promise should stand.
fn depth_wanted(promise: &Promise, standing: &Standing) -> f64 {
    promise.depth(promise.wanted()) - promise.depth(standing.value)
}

/// How many agents a missed promise asks for at once: by the square-root rule, cautiously, at least one; a cap on
/// occupancy by its proportion.
fn steps(promise: &Promise, standing: &Standing, plan: &Plan, group: usize) -> u32 {
    let Scope::Period(period) = promise.scope else { return 1 };
    let agents = f64::from(plan.staff[group][period]);
    let wanted = match promise.measure {
        // The same work on more shoulders.
        Measure::Occupancy => agents * (standing.value / promise.goal - 1.0),
        _ => 0.4 * depth_wanted(promise, standing) * agents.sqrt(),
    };
    wanted.clamp(1.0, 1.0 + agents) as u32
}

impl Search<'_> {
    /// A promise over a day that is missed: about a twentieth more in all of its periods, and somebody where nobody is
    /// there for what comes.
    fn raise_day(&self, plan: &Plan, raised: &mut Plan, seen: &Evidence, number: usize) {
        let promise = self.trials.promises[number];
        let able = self.reach.able(&promise);
        let price = |group: &&usize| self.trials.prices.of(**group);
        let able_to_come = able.iter().filter(|group| self.most[**group] > 0);
        let Some(&cheapest) = able_to_come.min_by(|a, b| price(a).total_cmp(&price(b))) else { return };
        let first = promise.periods(&self.trials.periods).start;
        for period in promise.periods(&self.trials.periods) {
            let (there, idle): (Vec<usize>, Vec<usize>) =
                able.iter().partition(|group| plan.staff[**group][period] > 0);
            for group in there {
                self.lift(raised, plan, Place { group, period }, 1 + plan.staff[group][period] / 20);
            }
            if idle.len() == able.len() && seen.comes(number, period - first) {
                self.lift(raised, plan, Place { group: cheapest, period }, 1);
            }
        }
    }
}
