//! What simulated days say about promises.

use std::ops::Range;

use super::{Periods, Promise, Scope};
use crate::kpi::{Layout, Sample};
use crate::scenario::Scenario;
use crate::stats::{Estimate, RatioMoments, paired_difference, student_quantile, wilson_around};

/// Some replications of a plan, held against its promises.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Replications so far.
    pub replications: u32,
    kept: Vec<Kept>,
    paired: bool,
}

/// What is known of one promise.
#[derive(Clone, Debug, Default)]
struct Kept {
    moments: RatioMoments,
    /// Days that keep it over days with something to keep; days of one replication may depend on each other.
    days: RatioMoments,
    /// Of a promise over days: the surplus of each simulated day by period.
    surplus: Vec<f32>,
    /// Periods of such a day.
    width: usize,
    /// Numerator and denominator of each replication, where plans are to be compared in pairs.
    pairs: Vec<(f64, f64)>,
}

/// Where a promise stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The figure, or the share of days that keep the promise.
    pub value: f64,
    /// Its standard error, never nothing.
    pub error: f64,
    /// How far it is on the right side of its goal; negative on the wrong one.
    pub slack: f64,
}

impl Standing {
    /// Whether it holds even when the figure is so many standard errors worse than it looks.
    #[must_use]
    pub fn holds(&self, errors: f64) -> bool {
        self.slack >= errors * self.error
    }

    /// Whether it is missed even when the figure is so many standard errors better than it looks.
    #[must_use]
    pub fn fails(&self, errors: f64) -> bool {
        self.slack < -errors * self.error
    }
}

impl Evidence {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(promises: usize) -> Self {
        Self { replications: 0, kept: vec![Kept::default(); promises], paired: false }
    }

    /// Nothing seen yet, and every replication will be kept apart.
    #[must_use]
    pub fn in_pairs(promises: usize) -> Self {
        Self { paired: true, ..Self::new(promises) }
    }

    /// How the figure of a promise differs in another plan under the same customers: other less this.
    #[must_use]
    pub fn difference(&self, other: &Self, number: usize) -> Option<Estimate> {
        paired_difference(&self.kept[number].pairs, &other.kept[number].pairs)
    }

    /// Takes a replication in.
    pub fn push(
        &mut self,
        scenario: &Scenario,
        layout: &Layout,
        periods: &Periods,
        promises: &[Promise],
        sample: &Sample,
    ) {
        self.replications += 1;
        for (kept, promise) in self.kept.iter_mut().zip(promises) {
            let keeps_periods = matches!(promise.scope, Scope::Day(_));
            let (mut all, mut met) = ((0.0, 0.0), (0.0, 0.0));
            kept.width = periods.per_day;
            for day in days(promise, periods) {
                let mut sum = (0.0, 0.0);
                for interval in day {
                    let part = promise.part(scenario, layout, sample, interval);
                    sum = (sum.0 + part.0, sum.1 + part.1);
                    if keeps_periods {
                        kept.surplus.push(promise.surplus(part) as f32);
                    }
                }
                all = (all.0 + sum.0, all.1 + sum.1);
                let something = sum.1 > 0.0;
                met.0 += f64::from(u8::from(something && promise.surplus(sum) >= 0.0));
                met.1 += f64::from(u8::from(something));
            }
            kept.moments.push(all);
            kept.days.push(met);
            if self.paired {
                kept.pairs.push(all);
            }
        }
    }

    /// Where a promise stands; none where nothing came that it speaks of.
    #[must_use]
    pub fn standing(&self, number: usize, promise: &Promise) -> Option<Standing> {
        let kept = &self.kept[number];
        if let Some(goal) = promise.days {
            let (share, of) = (kept.days.ratio()?, kept.days.denominator());
            let error = error_of_days(&share, goal, of).max(LEAST_SEEN / of);
            return Some(Standing { value: share.value, error, slack: share.value - goal });
        }
        let estimate = kept.moments.ratio()?;
        let error = estimate.std_error?.max(LEAST_SEEN * promise.unit() / kept.moments.denominator());
        let above = estimate.value - promise.goal;
        let slack = if promise.measure.at_least() { above } else { -above };
        Some(Standing { value: estimate.value, error, slack })
    }

    /// Standard errors by which promises must be kept, so that all together are wrongly confirmed with at most the
    /// probability left to a round: Bonferroni over those of which something was seen, halving over rounds. Who looks
    /// once looks in round 0.
    pub(super) fn proof_errors(&self, promises: &[Promise], confidence: f64, round: u32) -> f64 {
        let seen = promises.iter().enumerate().filter(|(number, promise)| self.standing(*number, promise).is_some());
        let alpha = (1.0 - confidence) / libm::exp2(f64::from(round)) / seen.count().max(1) as f64;
        student_quantile(1.0 - alpha, self.replications.saturating_sub(1))
    }

    /// The figure of a promise with its 95 % interval: the ratio, or the share of days with Wilson's interval.
    #[must_use]
    pub fn estimate(&self, number: usize, promise: &Promise) -> Option<Estimate> {
        let kept = &self.kept[number];
        if promise.days.is_none() {
            return kept.moments.ratio();
        }
        let (share, days) = (kept.days.ratio()?, kept.days.denominator());
        Some(wilson_around(share.value, days / design_effect(&share, days)))
    }

    /// The mean of what a promise measures, whatever share of days is asked.
    #[must_use]
    pub fn mean(&self, number: usize) -> Option<Estimate> {
        self.kept[number].moments.ratio()
    }

    /// Whether anything came that a promise over days speaks of, in a period of its days.
    pub(super) fn comes(&self, number: usize, period: usize) -> bool {
        let kept = &self.kept[number];
        kept.surplus.iter().skip(period).step_by(kept.width.max(1)).any(|surplus| *surplus != 0.0)
    }

    /// Surplus of each simulated day by period, of a promise over days: `[day * periods of a day + period]`.
    #[must_use]
    pub(super) fn surplus(&self, number: usize) -> &[f32] {
        &self.kept[number].surplus
    }
}

/// Standard error of a share of days if it were just what is asked: the score test, which holds where the normal
/// interval around a share near 1 promises too much (Agresti and Coull, The American Statistician 52, 1998).
fn error_of_days(share: &Estimate, goal: f64, days: f64) -> f64 {
    (design_effect(share, days) * goal * (1.0 - goal) / days).sqrt()
}

/// By how much the variance of a share of days is larger than it would be if they were independent: a backlog makes
/// one bad day of a replication the cause of the next (Kish, Survey Sampling, 1965, section 8.2).
fn design_effect(share: &Estimate, days: f64) -> f64 {
    let independent = share.value * (1.0 - share.value) / days;
    let seen = share.std_error.map_or(0.0, |error| error * error);
    if independent > 0.0 { (seen / independent).max(1.0) } else { 1.0 }
}

/// Half of what the rule of three allows where nothing was seen (see [`RatioMoments::share`]).
const LEAST_SEEN: f64 = 1.5;

/// The intervals of the horizon that belong to a promise, day by day.
fn days(promise: &Promise, periods: &Periods) -> impl Iterator<Item = Range<usize>> + use<> {
    let Periods { count, intervals, per_day, lead, .. } = *periods;
    let (first, step, width) = match promise.scope {
        Scope::Period(period) => (period, count, 1),
        Scope::Day(day) if count < intervals => (day * per_day, per_day, per_day),
        Scope::Day(day) => (day * per_day, intervals, per_day),
    };
    (first..intervals).step_by(step).map(move |start| lead + start..lead + start + width)
}
