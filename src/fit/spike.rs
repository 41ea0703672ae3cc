//! Very short handlings: agents who hang up on callers, calls that were transferred at once, clicks by mistake. They are
//! not the beginning of the law of handling times, and are told apart from it.

use super::laws::{Curve, Watched, start, watched};
use super::maximise::{Maximum, maximise};
use super::{Family, Fitted, Source, fit_law};
use crate::stats::{Durations, Estimate, NORMAL_975, Point};

/// The longest cut-off tried and the longest mean of a spike, as shares of the median.
const LONGEST_CUT: f64 = 0.25;
const LONGEST_MEAN: f64 = 0.125;
/// Cut-offs tried, each half of the last; then those between around the best.
const CUTS: i32 = 6;
/// By how much Schwarz's criterion must fall before a spike is believed: "very strong" (Kass and Raftery, JASA 1995).
const EVIDENCE: f64 = 10.0;
/// Laws that the other handlings may follow.
const BODIES: [Family; 4] = [Family::Exponential, Family::Lognormal, Family::Gamma, Family::Weibull];

/// What short handlings look like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Evenly spread from 0 to the cut-off.
    Uniform,
    /// Exponential.
    Exponential,
}

/// A spike of very short handlings.
#[derive(Clone, Debug, PartialEq)]
pub struct Spike {
    /// Its share of all handlings.
    pub share: Fitted,
    /// Its shape.
    pub shape: Shape,
    /// The mean of the short ones, s.
    pub mean: f64,
    /// From here on, s, a handling rather belongs to the others.
    pub cut_off: f64,
    /// By how much Schwarz's criterion is better than that of the best law without a spike.
    pub evidence: f64,
    /// The other handlings: each duration with the chance that it belongs to them.
    pub body: Durations,
}

/// One mixture that was tried.
struct Mixture {
    shape: Shape,
    family: Family,
    /// The cut-off of a uniform spike, s.
    cut: f64,
    top: Maximum,
    bic: f64,
}

/// Looks for a spike at the beginning of durations seen to their end: mixtures of a short part (uniform up to a cut-off,
/// or exponential) and a body of one of four families, by maximum likelihood, the cut-off from 1/128 to 1/4 of the
/// median. The best by Schwarz's criterion is believed where it beats every single law by 10 (a hyperexponential
/// law whose shorter mean is itself that of a spike is not counted among them). None where there is no spike.
#[must_use]
pub fn spike(durations: &Durations) -> Option<Spike> {
    let median = median(durations)?;
    let points = coarse(durations, median);
    let n: f64 = points.iter().map(|p| p.events).sum();
    let best = best_mixture(&points, median, n)?;
    let evidence = without_spike(&points, median)? - best.bic;
    (evidence > EVIDENCE).then(|| best.describe(durations, n, evidence))
}

fn best_mixture(points: &[Watched], median: f64, n: f64) -> Option<Mixture> {
    let fit = |(shape, family, cut)| Mixture::fit(shape, family, cut, points, n);
    let usable =
        |mixture: &Mixture| mixture.bic.is_finite() && mixture.mean() <= LONGEST_MEAN * median && mixture.share() < 0.5;
    let better = |a: &Mixture, b: &Mixture| a.bic.total_cmp(&b.bic);
    let best_of = |tried: Vec<(Shape, Family, f64)>| tried.into_iter().filter_map(fit).filter(usable).min_by(better);
    let cuts = |family| (0..CUTS).map(move |k| (Shape::Uniform, family, LONGEST_CUT * median * libm::ldexp(1.0, -k)));
    let uniform = best_of(BODIES.into_iter().flat_map(cuts).collect());
    let closer = uniform.as_ref().and_then(|best| {
        let between = [0.59, 0.71, 0.84, 1.19, 1.41, 1.68].map(|factor| (best.shape, best.family, best.cut * factor));
        best_of(between.to_vec())
    });
    let exponential = best_of(BODIES.map(|family| (Shape::Exponential, family, LONGEST_MEAN * median)).to_vec());
    [uniform, closer, exponential].into_iter().flatten().min_by(better)
}

/// Schwarz's criterion of the best law of all durations together.
fn without_spike(points: &[Watched], median: f64) -> Option<f64> {
    let all = Durations::counted(points.iter().map(|p| Point { time: p.time, events: p.events, censored: 0.0 }));
    let plain = BODIES.iter().filter_map(|family| fit_law(*family, &all));
    let double = fit_law(Family::Hyperexponential, &all).filter(|fit| match &fit.law {
        crate::scenario::Law::Hyperexponential { means, .. } => means.iter().all(|mean| *mean > LONGEST_MEAN * median),
        _ => false,
    });
    plain.chain(double).map(|fit| fit.bic()).filter(|bic| bic.is_finite()).min_by(f64::total_cmp)
}

impl Mixture {
    fn fit(shape: Shape, family: Family, cut: f64, points: &[Watched], n: f64) -> Option<Self> {
        let short: f64 = points.iter().filter(|p| p.time < cut).map(|p| p.events).sum();
        let rest: Vec<Watched> = points.iter().filter(|p| p.time >= cut).copied().collect();
        let share = (short / n).clamp(0.002, 0.4);
        let mut begin = vec![libm::log(share / (1.0 - share))];
        if shape == Shape::Exponential {
            begin.push(libm::log(cut / 2.0));
        }
        begin.extend(start(family, &rest)?);
        let likelihood = |at: &[f64]| log_likelihood(shape, family, cut, at, points);
        let top = maximise(likelihood, begin, n);
        // The cut-off is fitted too.
        let parameters = 2.0 + family.parameters() as f64;
        let bic = parameters * libm::log(n) - 2.0 * top.value;
        (short > 0.0).then_some(Self { shape, family, cut, top, bic })
    }

    fn share(&self) -> f64 {
        logistic(self.top.at[0])
    }

    /// The mean of the short ones, s.
    fn mean(&self) -> f64 {
        match self.shape {
            Shape::Uniform => self.cut / 2.0,
            Shape::Exponential => libm::exp(self.top.at[1]),
        }
    }

    /// The chance that a duration is one of the short ones.
    fn belongs(&self, time: f64) -> f64 {
        let (short, body) = parts(self.shape, self.family, self.cut, &self.top.at);
        let time = time.max(1e-6 * self.cut);
        let log = libm::log(time);
        let gap = body.log_density(time, log) + libm::log1p(-self.share()) - short(time) - libm::log(self.share());
        logistic(-gap)
    }

    fn describe(&self, durations: &Durations, n: f64, evidence: f64) -> Spike {
        let body = durations.map(|p| Point { events: p.events * (1.0 - self.belongs(p.time)), ..p });
        let times = durations.points().iter().map(|p| p.time);
        let cut_off = times.clone().find(|time| self.belongs(*time) < 0.5).unwrap_or(self.cut);
        let (logit, error) = (self.top.at[0], self.top.error_of(|at| at[0]));
        let ci95 = error.map(|e| [logistic(logit - NORMAL_975 * e), logistic(logit + NORMAL_975 * e)]);
        let share = self.share();
        let std_error = error.map(|e| e * share * (1.0 - share));
        let share = Fitted::new(Estimate { value: share, std_error, ci95 }, n, Source::Likelihood);
        Spike { share, shape: self.shape, mean: self.mean(), cut_off, evidence, body }
    }
}

/// The logarithm of the density of the short part, and the body's curve.
fn parts(shape: Shape, family: Family, cut: f64, at: &[f64]) -> (impl Fn(f64) -> f64, Curve) {
    let skip = if shape == Shape::Exponential { 2 } else { 1 };
    let log_mean = at[1];
    let short = move |time: f64| match shape {
        Shape::Uniform if time < cut => -libm::log(cut),
        Shape::Uniform => f64::NEG_INFINITY,
        Shape::Exponential => -time * libm::exp(-log_mean) - log_mean,
    };
    (short, family.curve(&at[skip..]))
}

fn log_likelihood(shape: Shape, family: Family, cut: f64, at: &[f64], points: &[Watched]) -> f64 {
    let (short, body) = parts(shape, family, cut, at);
    // ln(share) and ln(1 - share), from the logit.
    let (log_short, log_body) = (-libm::log1p(libm::exp(-at[0])), -libm::log1p(libm::exp(at[0])));
    let term = |p: &Watched| {
        let (a, b) = (log_short + short(p.time), log_body + body.log_density(p.time, p.log));
        let larger = a.max(b);
        let sum = if a == f64::NEG_INFINITY { b } else { larger + libm::log1p(libm::exp(a.min(b) - larger)) };
        p.events * sum
    };
    points.iter().map(term).sum()
}

/// Durations that ended, those above 0 as they are (values that differ by less than 3 % put together), those of 0 at a
/// quarter of the resolution, or where that is not known at a thousandth of the median.
fn coarse(durations: &Durations, median: f64) -> Vec<Watched> {
    let zero = if durations.resolution() > 0.0 { durations.resolution() / 4.0 } else { median / 1000.0 };
    let above = |p: Point| Point { time: p.time.max(zero), events: p.events, censored: 0.0 };
    watched(&durations.map(above).coarse(0.03))
}

fn median(durations: &Durations) -> Option<f64> {
    let half = durations.events() / 2.0;
    let mut passed = 0.0;
    let reached = |p: &&Point| {
        passed += p.events;
        passed >= half && half > 0.0
    };
    durations.points().iter().find(reached).map(|p| p.time).filter(|median| *median > 0.0)
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
