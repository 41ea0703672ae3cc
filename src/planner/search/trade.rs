//! Promises over whole days: agents are taken from where a day misses them least.
//!
//! What a change does to a day is read off the periods around it, so that many changes are measured in the same
//! simulated days; their effects add up. Changes that save the most for what they lose are made first.

use super::moves::{Move, Shape};
use super::{CLEAR, Evidence, Interrupted, Search};
use crate::planner::{Plan, Promise, Scope};

/// A promise over days and what every simulated day leaves of it.
struct Balance {
    number: usize,
    promise: Promise,
    /// Surplus of each day; the promise is kept on a day where it is not negative.
    days: Vec<f64>,
    /// What one day's loss counts when moves are ranked.
    weights: Vec<f64>,
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
/// Additions that are tried against what they allow to take away.
const ADDITIONS: usize = 12;

impl Search<'_> {
    /// Takes agents away, and moves them through the day, as long as promises over days allow.
    pub(in crate::planner) fn trade(&self, plan: &mut Plan) -> Result<bool, Interrupted> {
        if self.trials.promises.iter().all(|promise| matches!(promise.scope, Scope::Period(_))) {
            return Ok(false);
        }
        self.trials.begin("moving agents through the day");
        let shapes: Vec<Shape> = self.reach.circles().iter().flat_map(|groups| self.shapes(groups)).collect();
        let more: Vec<Shape> = (0..self.most.len()).map(|group| self.shape(vec![(group, 1)])).collect();
        let mut gained = false;
        for _ in 0..PASSES {
            let before = self.trials.run(plan, 0..self.looks.1)?;
            let balances = self.balances(&before);
            let removals = self.measured(plan, &before, &balances, &shapes)?;
            let mut cheaper = self.taken(plan, &balances, &removals, &[]);
            if cheaper == *plan {
                let additions = self.measured(plan, &before, &balances, &more)?;
                cheaper = self.exchanged(plan, &balances, &removals, &additions)?;
            }
            if cheaper == *plan {
                break;
            }
            *plan = cheaper;
            gained = true;
        }
        Ok(gained)
    }

    fn balances(&self, seen: &Evidence) -> Vec<Balance> {
        let over_days = self.trials.promises.iter().enumerate().filter(|(_, p)| matches!(p.scope, Scope::Day(_)));
        let width = self.trials.periods.per_day;
        over_days
            .map(|(number, promise)| {
                let rows = seen.surplus(number).chunks(width);
                let days: Vec<f64> = rows.map(|row| row.iter().map(|part| f64::from(*part)).sum()).collect();
                Balance { number, promise: *promise, weights: weights(promise, &days), days }
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
                let seen = self.trials.run(&tried, 0..self.looks.1)?;
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

    fn holds_with(&self, balances: &[Balance], days: &[Vec<f64>], m: &Measured<'_>) -> bool {
        balances.iter().zip(days).zip(&m.effects).all(|((balance, days), effect)| {
            // Where a move does not show it cannot do harm, however the promise stands.
            effect.iter().all(|change| *change == 0.0) || {
                let after: Vec<f64> = days.iter().zip(effect).map(|(day, effect)| day + effect).collect();
                clearly_kept(&balance.promise, &after)
            }
        })
    }

    /// The best of a few additions, each with what it allows to take away, if that saves something and holds.
    fn exchanged(
        &self,
        plan: &Plan,
        balances: &[Balance],
        removals: &[Measured<'_>],
        additions: &[Measured<'_>],
    ) -> Result<Plan, Interrupted> {
        let price = |plan: &Plan| self.trials.prices.plan(plan, &self.trials.periods);
        let mut ranked: Vec<&Measured<'_>> = additions.iter().collect();
        ranked.sort_by(|a, b| worth(b, balances).total_cmp(&worth(a, balances)));
        let tried = ranked.iter().take(ADDITIONS).map(|addition| self.taken(plan, balances, removals, &[addition]));
        let mut cheaper: Vec<Plan> = tried.filter(|tried| price(tried) < price(plan) - 1e-9).collect();
        cheaper.sort_by(|a, b| price(a).total_cmp(&price(b)));
        for candidate in cheaper {
            let seen = self.trials.run(&candidate, 0..self.looks.1)?;
            if self.numbers().all(|number| self.keeps(&seen, number)) {
                return Ok(candidate);
            }
        }
        Ok(plan.clone())
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

/// Whether days with these surpluses keep a promise even when chance was kind.
fn clearly_kept(promise: &Promise, days: &[f64]) -> bool {
    let n = days.len() as f64;
    if let Some(share) = promise.days {
        let kept = days.iter().filter(|day| **day >= 0.0).count() as f64 / n;
        return kept - CLEAR * (kept * (1.0 - kept) / n).sqrt().max(1.0 / n) >= share;
    }
    let mean = days.iter().sum::<f64>() / n;
    let variance = days.iter().map(|day| (day - mean) * (day - mean)).sum::<f64>() / (n - 1.0);
    mean >= CLEAR * (variance / n).sqrt()
}
