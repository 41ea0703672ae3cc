//! The volume of days: learned from the log, carried into days to come.
//!
//! Nobody knows how fast the level of a centre moves, how long deviations last or how much days vary. So all
//! combinations of a grid are filtered side by side, each weighted by the chance that it gave to the days that came, each
//! forecast from the days before it (the multi-process models of Harrison and Stevens, JRSS B 1976). What is not known
//! about the parameters is then part of the forecast's uncertainty.

use rayon::prelude::*;

use crate::fit::DayCounts;

use super::design::Design;
use super::factors::Factors;
use super::filter::{Filter, LEVEL, Motion, SHORT, TREND};
use super::rate::{CountLaw, GammaRate};
use crate::history::date_of;

/// How far the level moves in a day, as a standard deviation of its logarithm.
const STEPS: [f64; 4] = [0.003, 0.01, 0.03, 0.08];
/// Deviations that last for some days: their standard deviation, and the share that is left a day later.
const SHORT_LIVED: [f64; 4] = [0.0, 0.06, 0.12, 0.25];
const MEMORY: f64 = 0.75;
/// How much a day varies beyond Poisson, by itself.
const SPREADS: [f64; 6] = [0.02, 0.05, 0.09, 0.15, 0.25, 0.45];
/// How much weekdays with the same hours differ: in many centres hardly.
const WEEKDAYS: [f64; 4] = [0.02, 0.06, 0.15, 0.4];
/// Members of the grid with less weight do not take part in forecasts.
const NEGLIGIBLE: f64 = 1e-4;

/// A trend: the share left a day later, how unsure it is to begin with, and how far it moves in a day.
#[derive(Clone, Copy)]
struct Trend {
    damping: f64,
    unsure: f64,
    step: f64,
}

/// None; one that dies away within weeks; one that lasts for a year or so.
const TRENDS: [Trend; 3] = [
    Trend { damping: 0.0, unsure: 0.0, step: 0.0 },
    Trend { damping: 0.98, unsure: 0.005, step: 0.0005 },
    Trend { damping: 0.998, unsure: 0.001, step: 0.000_05 },
];

/// One combination of the grid.
#[derive(Clone, Copy)]
struct Combination {
    step: f64,
    short: f64,
    spread: f64,
    weekday: f64,
    trend: Trend,
}

/// A combination after the days of the log.
struct Member {
    combination: Combination,
    motion: Motion,
    filter: Filter,
    /// The logarithm of the chance of all days; then the weight among the others.
    weight: f64,
}

/// What was seen of a day: the contacts of a part of it that usually has this share of them.
pub(super) struct Seen<'a> {
    pub(super) day: &'a DayCounts,
    pub(super) count: f64,
    pub(super) share: f64,
}

/// What the days of one subject have taught.
pub(super) struct Level {
    pub(super) design: Design,
    members: Vec<Member>,
    /// The last day that was learned from, or passed.
    last: i32,
}

/// A state, or a sum of some, over all combinations: mean and standard deviation.
pub(super) type Learned = (f64, f64);

impl Level {
    /// Learns from days in order; `name` is that of the subject for campaigns. None without a day.
    pub(super) fn learn(days: &[Seen], factors: &Factors, name: &str) -> Option<Self> {
        let (first, last) = (days.first()?.day.number, days.last()?.day.number);
        let design = Design::new(&days.iter().map(|seen| seen.day).collect::<Vec<_>>(), factors);
        let mut members: Vec<Member> =
            grid(factors).into_par_iter().map(|combination| Member::new(combination, &design)).collect();
        members.par_iter_mut().for_each(|member| {
            let mut before = first;
            for seen in days {
                (before..seen.day.number).for_each(|_| member.filter.pass(&member.motion));
                before = seen.day.number;
                member.see(seen, &design, factors, name);
            }
        });
        let best = members.iter().map(|member| member.weight).fold(f64::NEG_INFINITY, f64::max);
        members.iter_mut().for_each(|member| member.weight = libm::exp(member.weight - best));
        normalise(&mut members);
        members.retain(|member| member.weight > NEGLIGIBLE);
        normalise(&mut members);
        Some(Self { design, members, last })
    }

    /// The laws of the counts of some days, ascending, all after the days that were learned from.
    pub(super) fn forecast(&self, numbers: &[i32], factors: &Factors, name: &str) -> Vec<CountLaw> {
        let of_member = |member: &Member| -> Vec<(f64, f64)> {
            let (mut filter, mut before) = (member.filter.clone(), self.last);
            let mut law = |number: &i32| {
                (before..*number).for_each(|_| filter.pass(&member.motion));
                before = *number;
                let own = member.combination.spread * member.combination.spread;
                let row = self.design.row(*number, factors);
                let rate = filter.log_rate(&row, 0.0, own);
                // What the level may do until then widens the ranges and does not move the mean.
                let moved = rate.variance - member.filter.log_rate(&row, 0.0, own).variance;
                let gamma = GammaRate::of_log(rate.mean - moved / 2.0, rate.variance);
                (gamma.mean(), 1.0 / gamma.shape)
            };
            numbers.iter().map(&mut law).collect()
        };
        let laws: Vec<Vec<(f64, f64)>> = self.members.par_iter().map(of_member).collect();
        let of_day = |(place, number): (usize, &i32)| {
            let known = known(*number, factors, name) * growth(*number - self.last, factors);
            let parts = self.members.iter().zip(&laws).map(|(member, laws)| (member.weight, laws[place]));
            let mean: f64 = parts.clone().map(|(weight, (mean, _))| weight * mean).sum();
            let square: f64 = parts.map(|(weight, (mean, square))| weight * mean * mean * (1.0 + square)).sum();
            CountLaw { mean: mean * known, square: (square / (mean * mean) - 1.0).max(0.0) }
        };
        numbers.iter().enumerate().map(of_day).collect()
    }

    /// What is known of a figure of the filters.
    pub(super) fn learned(&self, of: impl Fn(&Filter) -> (f64, f64)) -> Learned {
        let parts: Vec<(f64, (f64, f64))> = self.members.iter().map(|m| (m.weight, of(&m.filter))).collect();
        let mean: f64 = parts.iter().map(|(weight, (mean, _))| weight * mean).sum();
        let square: f64 = parts.iter().map(|(w, (m, variance))| w * (variance + (m - mean) * (m - mean))).sum();
        (mean, square.sqrt())
    }

    /// The logarithm of the level, deviations of some days included.
    pub(super) fn level(&self) -> Learned {
        self.learned(|filter| filter.sum(&vec![(LEVEL, 1.0), (SHORT, 1.0)]))
    }

    /// The change of the logarithm of the level from the last day to the next.
    pub(super) fn trend(&self) -> Learned {
        self.learned(|filter| filter.sum(&vec![(TREND, 1.0)]))
    }

    /// By how much a day varies beyond Poisson by itself, as a coefficient of variation.
    pub(super) fn spread(&self) -> f64 {
        self.members.iter().map(|member| member.weight * member.combination.spread).sum()
    }
}

fn grid(factors: &Factors) -> Vec<Combination> {
    // Growth that the user states takes the place of the trend.
    let trends = if factors.growth.is_some() { &TRENDS[..1] } else { &TRENDS[..] };
    let mut grid = Vec::new();
    for trend in trends {
        for weekday in WEEKDAYS {
            for spread in SPREADS {
                for short in SHORT_LIVED {
                    grid.extend(STEPS.map(|step| Combination { step, short, spread, weekday, trend: *trend }));
                }
            }
        }
    }
    grid
}

fn normalise(members: &mut [Member]) {
    let all: f64 = members.iter().map(|member| member.weight).sum();
    members.iter_mut().for_each(|member| member.weight /= all);
}

impl Member {
    fn new(combination: Combination, design: &Design) -> Self {
        let Combination { step, short, weekday, trend, .. } = combination;
        let (mut unsure, mut noise) = (design.unsure.clone(), design.drift.clone());
        (unsure[TREND], unsure[SHORT]) = (trend.unsure * trend.unsure, short * short);
        design.weekday_states().for_each(|state| unsure[state] = weekday * weekday);
        noise[LEVEL] = step * step;
        noise[TREND] = trend.step * trend.step;
        noise[SHORT] = short * short * (1.0 - MEMORY * MEMORY);
        let motion = Motion { damping: trend.damping, memory: MEMORY, noise };
        Self { combination, motion, filter: Filter::new(design.start.clone(), &unsure), weight: 0.0 }
    }

    fn see(&mut self, seen: &Seen, design: &Design, factors: &Factors, name: &str) {
        let known = seen.share * known(seen.day.number, factors, name);
        if known > 0.0 {
            let spread = self.combination.spread;
            let row = design.row(seen.day.number, factors);
            let rate = self.filter.log_rate(&row, libm::log(known), spread * spread);
            self.weight += self.filter.learn(&rate, seen.count);
        }
    }
}

fn known(number: i32, factors: &Factors, name: &str) -> f64 {
    factors.known(date_of(number), name)
}

/// What growth has done so many days after the end of the log.
fn growth(days: i32, factors: &Factors) -> f64 {
    factors.growth.map_or(1.0, |growth| libm::pow(1.0 + growth, f64::from(days) / super::design::YEAR))
}
