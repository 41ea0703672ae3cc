//! Promises over whole days: agents are taken from where a day misses them least.
//!
//! What a change does to a day is read off the periods around it, so that many changes are measured in the same
//! simulated days; their effects add up. Changes that save the most for what they lose are made first.

use super::moves::{Move, Shape};
use super::{CLEAR, Evidence, Interrupted, Search};
use crate::planner::{Plan, Promise, Scope};

/// A promise over days and what simulated days leave of it.
struct Balance {
    number: usize,
    promise: Promise,
    /// Surplus of each day of the sample on which moves are measured; the promise is kept on a day where it is not
    /// negative.
    days: Vec<f64>,
    /// What one day's loss counts when moves are ranked.
    weights: Vec<f64>,
    /// How much of its figure the promise may lose on that sample, by all days simulated.
    room: f64,
}

/// A move and what it does to every balance, day by day.
struct Measured<'a> {
    shape: &'a Shape,
    period: usize,
    effects: Vec<Vec<f64>>,
}

/// Share of the days, on each side of the share that must be kept, that decides about it.
const DECISIVE: f64 = 0.1;
/// Passes before the plan is taken as it is.
const PASSES: usize = 60;
/// Numbers of additions that are tried together against what they allow to take away.
const ADDITIONS: [usize; 6] = [1, 2, 3, 4, 6, 8];
/// The part of the room that a pass uses up, so that a sum of effects a little off does no harm.
const CAUTION: f64 = 0.9;
/// Fewest days on which moves are measured.
const LEAST_SAMPLE: u32 = 300;

impl Search<'_> {
    /// Takes agents away, and moves them through the day, as long as promises over days allow.
    pub(in crate::planner) fn trade(&self, plan: &mut Plan) -> Result<bool, Interrupted> {
        if self.trials.promises.iter().all(|promise| matches!(promise.scope, Scope::Period(_))) {
            return Ok(false);
        }
        self.trials.begin("moving agents through the day");
        let start = plan.clone();
        let (mut best, mut caution) = (plan.clone(), CAUTION);
        for _ in 0..PASSES {
            let seen = self.trials.run(plan, 0..self.looks.1)?;
            if self.numbers().all(|number| self.keeps(&seen, number)) {
                best = plan.clone();
            } else {
                // What was measured move by move did not add up: go back and take less.
                plan.clone_from(&best);
                caution /= 2.0;
                if caution < 0.1 {
                    break;
                }
                continue;
            }
            let cheaper = if self.is_tired() { plan.clone() } else { self.cheaper(plan, &seen, caution)? };
            if cheaper == *plan {
                break;
            }
            *plan = cheaper;
        }
        *plan = best;
        Ok(*plan != start)
    }

    /// A cheaper plan that should keep all promises, or the same.
    fn cheaper(&self, plan: &Plan, seen: &Evidence, caution: f64) -> Result<Plan, Interrupted> {
        let shapes: Vec<Shape> = self.reach.circles().iter().flat_map(|groups| self.shapes(groups)).collect();
        let sample = (self.looks.1 / 8).max(LEAST_SAMPLE).min(self.looks.1);
        let before = self.trials.run(plan, 0..sample)?;
        let balances = self.balances(seen, &before, caution);
        let removals = self.measured(plan, &before, &balances, &shapes)?;
        let taken = self.taken(plan, &balances, &removals, &[]);
        if taken != *plan {
            return Ok(taken);
        }
        let more: Vec<Shape> = (0..self.most.len()).map(|group| self.shape(vec![(group, 1)])).collect();
        let additions = self.measured(plan, &before, &balances, &more)?;
        Ok(self.exchanged(plan, &balances, &removals, &additions))
    }

    /// What each promise over days has to lose: by all days seen, and day by day on a sample of them.
    fn balances(&self, seen: &Evidence, sample: &Evidence, caution: f64) -> Vec<Balance> {
        let over_days = self.trials.promises.iter().enumerate().filter(|(_, p)| matches!(p.scope, Scope::Day(_)));
        let width = self.trials.periods.per_day;
        over_days
            .map(|(number, promise)| {
                let rows = |evidence: &Evidence| -> Vec<f64> {
                    let rows = evidence.surplus(number).chunks(width);
                    rows.map(|row| row.iter().map(|part| f64::from(*part)).sum()).collect()
                };
                let days = rows(sample);
                let room = caution * room(promise, &rows(seen)).max(0.0);
                Balance { number, promise: *promise, weights: weights(promise, &days), days, room }
            })
            .collect()
    }

    /// Every possible move of these shapes with its effects; those that promises over periods forbid are left out.
    fn measured<'s>(
        &self,
        plan: &Plan,
        before: &Evidence,
        balances: &[Balance],
        shapes: &'s [Shape],
    ) -> Result<Vec<Measured<'s>>, Interrupted> {
        let mut measured = Vec::new();
        for (number, shape) in shapes.iter().enumerate() {
            for class in 0..self.reach.stride() {
                let periods = (class..self.trials.periods.count).step_by(self.reach.stride());
                let moves: Vec<Move<'s>> =
                    periods.map(|period| Move { number, shape, period }).filter(|m| self.possible(plan, m)).collect();
                if moves.is_empty() {
                    continue;
                }
                let mut tried = plan.clone();
                moves.iter().for_each(|m| m.make(&mut tried));
                let seen = self.trials.run(&tried, 0..before.replications)?;
                measured.extend(moves.iter().filter(|m| self.spares_periods(&seen, m)).map(|m| Measured {
                    shape,
                    period: m.period,
                    effects: balances.iter().map(|balance| self.effect(before, &seen, balance, m)).collect(),
                }));
            }
        }
        Ok(measured)
    }

    /// Whether the promises over periods in which a move shows are kept.
    fn spares_periods(&self, seen: &Evidence, m: &Move<'_>) -> bool {
        let of_periods = |number: &usize| matches!(self.trials.promises[*number].scope, Scope::Period(_));
        self.shown(m).iter().filter(|number| of_periods(number)).all(|number| self.keeps(seen, *number))
    }

    /// What a move does to the surplus of each day, read off the periods around it.
    fn effect(&self, before: &Evidence, after: &Evidence, balance: &Balance, m: &Move<'_>) -> Vec<f64> {
        let around = self.reach.around(m.period, &balance.promise);
        let own = balance.promise.periods(&self.trials.periods);
        let window = around.start.max(own.start)..around.end.min(own.end).max(own.start);
        let (from, to) = (window.start.saturating_sub(own.start), window.end.saturating_sub(own.start));
        let width = self.trials.periods.per_day;
        let rows = |seen: &'_ Evidence| -> Vec<f64> {
            let days = seen.surplus(balance.number).chunks(width);
            days.map(|row| row[from.min(to)..to].iter().map(|part| f64::from(*part)).sum()).collect()
        };
        rows(after).iter().zip(rows(before)).map(|(after, before)| after - before).collect()
    }

    /// The plan with the moves made that save the most for what they lose, beginning with some that are given.
    fn taken(&self, plan: &Plan, balances: &[Balance], moves: &[Measured<'_>], given: &[&Measured<'_>]) -> Plan {
        let mut taken = plan.clone();
        let mut days: Vec<Vec<f64>> = balances.iter().map(|balance| balance.days.clone()).collect();
        let mut made: Vec<(usize, usize)> = Vec::new();
        for measured in given {
            self.account(measured, &mut taken, &mut days, &mut made);
        }
        let mut ranked: Vec<&Measured<'_>> = moves.iter().collect();
        ranked.sort_by(|a, b| worth(b, balances).total_cmp(&worth(a, balances)));
        for measured in ranked {
            let circle = self.reach.circle_of(measured.shape.first_group());
            let apart = |(other, period): &(usize, usize)| {
                *other != circle || measured.period.abs_diff(*period) >= self.reach.stride()
            };
            if made.iter().all(apart) && self.holds_with(balances, &days, measured) {
                self.account(measured, &mut taken, &mut days, &mut made);
            }
        }
        taken
    }

    fn account(&self, m: &Measured<'_>, plan: &mut Plan, days: &mut [Vec<f64>], made: &mut Vec<(usize, usize)>) {
        Move { number: 0, shape: m.shape, period: m.period }.make(plan);
        for (days, effect) in days.iter_mut().zip(&m.effects) {
            days.iter_mut().zip(effect).for_each(|(day, effect)| *day += effect);
        }
        made.push((self.reach.circle_of(m.shape.first_group()), m.period));
    }

    /// Whether every promise over days still has room with a move besides what was done to these days.
    fn holds_with(&self, balances: &[Balance], days: &[Vec<f64>], m: &Measured<'_>) -> bool {
        balances.iter().zip(days).zip(&m.effects).all(|((balance, days), effect)| {
            // Where a move does not show it cannot do harm, however the promise stands.
            effect.iter().all(|change| *change == 0.0) || {
                let after: Vec<f64> = days.iter().zip(effect).map(|(day, effect)| day + effect).collect();
                kept(&balance.promise, &balance.days) - kept(&balance.promise, &after) <= balance.room
            }
        })
    }

    /// The best of a few sets of additions, each with what it allows to take away, if that saves something.
    fn exchanged(
        &self,
        plan: &Plan,
        balances: &[Balance],
        removals: &[Measured<'_>],
        additions: &[Measured<'_>],
    ) -> Plan {
        let price = |plan: &Plan| self.trials.prices.plan(plan, &self.trials.periods);
        let mut ranked: Vec<&Measured<'_>> = additions.iter().collect();
        ranked.sort_by(|a, b| worth(b, balances).total_cmp(&worth(a, balances)));
        let mut apart: Vec<&Measured<'_>> = Vec::new();
        for addition in ranked {
            if apart.iter().all(|other| other.period.abs_diff(addition.period) >= self.reach.stride()) {
                apart.push(addition);
            }
        }
        let tried = ADDITIONS.iter().filter(|many| **many <= apart.len());
        let tried = tried.map(|many| self.taken(plan, balances, removals, &apart[..*many]));
        let best = tried.min_by(|a, b| price(a).total_cmp(&price(b)));
        best.filter(|best| price(best) < price(plan) - 1e-9).unwrap_or_else(|| plan.clone())
    }
}

/// What a move saves for each unit that it loses of what decides (or, for one that costs, gains for each unit of
/// cost: both are saving over loss).
fn worth(m: &Measured<'_>, balances: &[Balance]) -> f64 {
    let lost = |(balance, effect): (&Balance, &Vec<f64>)| -> f64 {
        let weighed: f64 = balance.weights.iter().zip(effect).map(|(weight, effect)| -weight * effect).sum();
        let room: f64 = balance.days.iter().zip(&balance.weights).map(|(day, weight)| day.abs() * weight).sum();
        weighed / room.max(1e-9)
    };
    let loss: f64 = balances.iter().zip(&m.effects).map(lost).sum();
    if m.shape.saving > 0.0 { m.shape.saving / loss.max(1e-9) } else { loss / m.shape.saving }
}

/// How much each day decides: all alike for a mean; for a share of days those near the edge.
fn weights(promise: &Promise, days: &[f64]) -> Vec<f64> {
    let Some(share) = promise.days else { return vec![1.0; days.len()] };
    let mut sorted = days.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |p: f64| sorted[((p.clamp(0.0, 1.0) * sorted.len() as f64) as usize).min(sorted.len() - 1)];
    let (low, high) = (at(1.0 - share - DECISIVE), at(1.0 - share + DECISIVE));
    days.iter().map(|day| f64::from(u8::from((low..=high).contains(day)))).collect()
}

/// How well days with these surpluses keep a promise: their mean, or the share that is not negative.
fn kept(promise: &Promise, days: &[f64]) -> f64 {
    let sum: f64 = match promise.days {
        Some(_) => days.iter().filter(|day| **day >= 0.0).count() as f64,
        None => days.iter().sum(),
    };
    sum / days.len() as f64
}

/// How much of [`kept`] a promise can lose before it is no longer clear.
fn room(promise: &Promise, days: &[f64]) -> f64 {
    let (n, kept) = (days.len() as f64, kept(promise, days));
    match promise.days {
        Some(share) => kept - share - CLEAR * (kept * (1.0 - kept) / n).sqrt().max(1.0 / n),
        None => {
            let variance = days.iter().map(|day| (day - kept) * (day - kept)).sum::<f64>() / (n - 1.0);
            kept - CLEAR * (variance / n).sqrt()
        }
    }
}
