//! Maximum likelihood: `sum of ln f(x)` over what ended, plus `sum of ln S(x)` over what was last seen alive.

use super::{Curve, Family};
use crate::fit::maximise::{Maximum, maximise};
use crate::fit::{Fitted, Source};
use crate::scenario::Law;
use crate::stats::Durations;

/// Steps of expectation and maximisation before Newton's method takes over.
const EM_STEPS: usize = 60;

/// More points than this are brought down to values a thousandth apart: no estimate sees the difference, and millions of
/// durations in fractions of a second take no longer than thousands.
const MANY: usize = 20_000;
const NEAR: f64 = 0.001;

/// The durations, in a number of points that can be gone through again and again.
pub(in crate::fit) fn manageable(durations: &Durations) -> Durations {
    if durations.points().len() > MANY { durations.coarse(NEAR) } else { durations.clone() }
}

/// A duration above 0 with its counts.
#[derive(Clone, Copy, Debug)]
pub(in crate::fit) struct Watched {
    pub(in crate::fit) time: f64,
    pub(in crate::fit) log: f64,
    pub(in crate::fit) events: f64,
    pub(in crate::fit) censored: f64,
}

/// A law fitted to durations.
#[derive(Clone, Debug, PartialEq)]
pub struct LawFit {
    /// Its family.
    pub family: Family,
    /// The law.
    pub law: Law,
    /// The logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Its mean, s, with the interval of the delta method on the logarithm (observed information).
    pub mean: Fitted,
    /// Its coefficient of variation, likewise; for an exponential law 1 without error.
    pub cv: Fitted,
    /// How many durations ended.
    pub events: f64,
    parameters: Vec<f64>,
}

impl LawFit {
    /// Akaike's criterion with Hurvich and Tsai's correction for few observations (Biometrika 1989); smaller is better.
    #[must_use]
    pub fn aic(&self) -> f64 {
        let k = self.family.parameters() as f64;
        let spare = self.events - k - 1.0;
        let correction = if spare > 0.0 { 2.0 * k * (k + 1.0) / spare } else { f64::INFINITY };
        2.0 * k - 2.0 * self.log_likelihood + correction
    }

    /// Schwarz's criterion, with the number that ended as sample size (Volinsky and Raftery, Biometrics 2000).
    #[must_use]
    pub fn bic(&self) -> f64 {
        self.family.parameters() as f64 * libm::log(self.events) - 2.0 * self.log_likelihood
    }

    /// The chance to last longer than a time.
    #[must_use]
    pub fn survival(&self, time: f64) -> f64 {
        self.family.curve(&self.parameters).survival(time)
    }

    pub(super) fn parameters(&self) -> &[f64] {
        &self.parameters
    }
}

/// The law of a family that makes the durations most likely. Durations of 0 say nothing about a law with a density:
/// they are an atom, and left out here. None where fewer than two ended, or all at the same moment.
#[must_use]
pub fn fit_law(family: Family, durations: &Durations) -> Option<LawFit> {
    let watched = watched(&manageable(durations));
    let first = start(family, &watched)?;
    Some(fit_from(family, &watched, first))
}

/// The same from a start near by.
pub(super) fn fit_from(family: Family, watched: &[Watched], start: Vec<f64>) -> LawFit {
    let events: f64 = watched.iter().map(|w| w.events).sum();
    let n: f64 = events + watched.iter().map(|w| w.censored).sum::<f64>();
    let top = maximise(|at| log_likelihood(&family.curve(at), watched), start, n);
    describe(family, top, events, n)
}

fn describe(family: Family, top: Maximum, events: f64, n: f64) -> LawFit {
    let law = family.law(&top.at);
    let log_mean = |at: &[f64]| libm::log(family.law(at).mean());
    let log_cv = |at: &[f64]| family.law(at).cv().map_or(f64::NAN, libm::log);
    LawFit {
        family,
        mean: Fitted::positive(law.mean(), top.error_of(log_mean), n, Source::Likelihood),
        cv: Fitted::positive(law.cv().unwrap_or(f64::NAN), top.error_of(log_cv), n, Source::Likelihood),
        law,
        log_likelihood: top.value,
        events,
        parameters: top.at,
    }
}

pub(in crate::fit) fn watched(durations: &Durations) -> Vec<Watched> {
    let above_zero = durations.points().iter().filter(|p| p.time > 0.0);
    above_zero
        .map(|p| Watched { time: p.time, log: libm::log(p.time), events: p.events, censored: p.censored })
        .collect()
}

fn log_likelihood(curve: &Curve, watched: &[Watched]) -> f64 {
    let term = |w: &Watched| {
        let ended = if w.events > 0.0 { w.events * curve.log_density(w.time, w.log) } else { 0.0 };
        let alive = if w.censored > 0.0 { w.censored * curve.log_survival(w.time, w.log) } else { 0.0 };
        ended + alive
    };
    watched.iter().map(term).sum()
}

/// Parameters to start from: the mean as if exponential (exact where it is, censored or not), the spread from the
/// logarithms of what ended.
pub(in crate::fit) fn start(family: Family, watched: &[Watched]) -> Option<Vec<f64>> {
    let sum = |of: fn(&Watched) -> f64| watched.iter().map(of).sum::<f64>();
    let events = sum(|w| w.events);
    let log_mean = libm::log(sum(|w| (w.events + w.censored) * w.time) / events);
    let centre = sum(|w| w.events * w.log) / events;
    let spread = (watched.iter().map(|w| w.events * (w.log - centre) * (w.log - centre)).sum::<f64>() / events).sqrt();
    if events < 2.0 || spread < 1e-6 {
        return None;
    }
    let complete = sum(|w| w.censored) == 0.0;
    Some(match family {
        Family::Exponential => vec![log_mean],
        Family::Lognormal if complete => vec![centre, libm::log(spread)],
        Family::Lognormal => vec![log_mean - spread * spread / 2.0, libm::log(spread)],
        // Choi and Wette (Technometrics 1969).
        Family::Gamma if complete => {
            let gap = (log_mean - centre).max(1e-6);
            vec![log_mean, libm::log((3.0 - gap + ((gap - 3.0) * (gap - 3.0) + 24.0 * gap).sqrt()) / (12.0 * gap))]
        }
        Family::Gamma => vec![log_mean, 0.0],
        // The logarithm of a Weibull variate has standard deviation pi / sqrt(6) / shape.
        Family::Weibull if complete => vec![log_mean, libm::log(1.282_55 / spread)],
        Family::Weibull => vec![log_mean, 0.0],
        Family::Hyperexponential => expectation_maximisation(watched, libm::exp(log_mean)),
    })
}

/// Expectation and maximisation for two exponentials (Dempster, Laird and Rubin, JRSS B 1977): each duration belongs to
/// both by its odds, and one that was last seen alive is expected to last one mean longer.
fn expectation_maximisation(watched: &[Watched], mean: f64) -> Vec<f64> {
    let (mut first, mut means) = (0.5, [0.3 * mean, 1.7 * mean]);
    for _ in 0..EM_STEPS {
        // For each of the two: how many belong to it, and the sum of their expected durations.
        let mut sums = [[0.0; 2]; 2];
        for w in watched {
            let gap = libm::exp(w.time / means[0] - w.time / means[1]);
            let alive = w.censored / (1.0 + (1.0 - first) / first * gap);
            let ended = w.events / (1.0 + (1.0 - first) / first * (means[0] / means[1]) * gap);
            let belongs = [[ended, alive], [w.events - ended, w.censored - alive]];
            for which in 0..2 {
                let [ended, alive] = belongs[which];
                sums[which][0] += ended + alive;
                sums[which][1] += ended * w.time + alive * (w.time + means[which]);
            }
        }
        first = (sums[0][0] / (sums[0][0] + sums[1][0])).clamp(1e-6, 1.0 - 1e-6);
        means = sums.map(|[count, total]| (total / count.max(1e-300)).max(1e-9));
    }
    vec![libm::log(first / (1.0 - first)), libm::log(means[0]), libm::log(means[1])]
}
