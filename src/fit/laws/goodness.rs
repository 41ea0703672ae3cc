//! How far a fitted law is from the durations, and whether chance alone would bring it so far.

use super::likelihood::fit_from;
use super::{LawFit, manageable, watched};
use crate::sampling::{Key, Purpose, Sampler};
use crate::stats::{Durations, KaplanMeier, Step};

/// Resamples of the parametric bootstrap: p-values come in hundredths.
const RESAMPLES: u32 = 99;
/// Durations in a resample at most. The distance times the square root of their number has a limit law, which is
/// reached well before.
const MOST: f64 = 250.0;
/// The random numbers of the bootstrap: a p-value is the same whenever it is asked for.
const SEED: u64 = 0x0F17;
/// With censoring the curves are compared while at least this share (and thirty) is at risk: beyond, Kaplan and Meier's
/// curve is too uncertain to accuse a law.
const SHARE_AT_RISK: f64 = 0.05;

/// The distance between a fitted law and the durations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goodness {
    /// The largest distance between the law's survival and the curve of Kaplan and Meier, which for complete durations
    /// is the statistic of Kolmogorov and Smirnov.
    pub distance: f64,
    /// Up to which duration they were compared, s; infinite without censoring.
    pub until: f64,
    /// How often durations drawn from the law itself, censored as these were, rounded as these were, and fitted again,
    /// lie as far away: a parametric bootstrap (Stute, Gonzalez Manteiga and Presedo Quindimil, Metrika 1993), honest
    /// for fitted parameters. In hundredths, never 0.
    pub p_value: f64,
}

/// How well a law fits the durations to which it was fitted.
#[must_use]
pub fn goodness(fit: &LawFit, durations: &Durations) -> Goodness {
    let durations = manageable(durations)
        .map(|p| if p.time > 0.0 { p } else { crate::stats::Point { events: 0.0, censored: 0.0, ..p } });
    let (n, censored) = (durations.n(), durations.censored());
    let curve = KaplanMeier::new(&durations);
    let enough = |step: &&Step| step.at_risk >= (SHARE_AT_RISK * n).max(30.0);
    let until = match censored > 0.0 {
        true => curve.steps().iter().rev().find(enough).map_or(0.0, |step| step.time),
        false => f64::INFINITY,
    };
    let resolution = durations.resolution();
    let found = distance(fit, &curve, until, resolution);
    let size = n.min(MOST);
    let censoring = (censored > 0.0).then(|| KaplanMeier::new(&durations.reversed()));
    let bound = found * (n / size).sqrt();
    let farther = (0..RESAMPLES).filter(|number| {
        let drawn = resample(fit, censoring.as_ref(), durations.longest(), size as u64, *number);
        let drawn = rounded(drawn, resolution);
        let again = fit_from(fit.family, &watched(&drawn), fit.parameters().to_vec());
        distance(&again, &KaplanMeier::new(&drawn), until, resolution) >= bound
    });
    Goodness { distance: found, until, p_value: (farther.count() + 1) as f64 / f64::from(RESAMPLES + 1) }
}

/// The largest distance at the steps. Rounded durations are compared where the cells meet, halfway between values.
fn distance(fit: &LawFit, curve: &KaplanMeier, until: f64, resolution: f64) -> f64 {
    let (mut before, mut largest) = (1.0, 0.0_f64);
    for step in curve.steps().iter().take_while(|step| step.time <= until) {
        let after = fit.survival(step.time + resolution / 2.0);
        largest = largest.max((after - step.survival).abs());
        let left = if resolution > 0.0 { fit.survival(step.time - resolution / 2.0) } else { after };
        largest = largest.max((left - before).abs());
        before = step.survival;
    }
    largest
}

/// Durations drawn from the law, ended by draws from the law of being censored (its own curve of Kaplan and Meier).
fn resample(fit: &LawFit, censoring: Option<&KaplanMeier>, longest: f64, size: u64, number: u32) -> Vec<(f64, bool)> {
    let sampler = Sampler::new(&fit.law);
    let mut stream = Key::new(SEED, number).stream(Purpose::Bootstrap);
    let draw = |_| {
        let duration = sampler.draw(&mut stream);
        let share = stream.uniform();
        let until = censoring.map_or(f64::INFINITY, |curve| {
            let place = curve.steps().partition_point(|step| step.survival > share);
            curve.steps().get(place).map_or(longest, |step| step.time)
        });
        (duration.min(until), duration <= until)
    };
    (0..size).map(draw).collect()
}

fn rounded(drawn: Vec<(f64, bool)>, resolution: f64) -> Durations {
    let to_cell = |(time, ended): (f64, bool)| match resolution > 0.0 {
        // What would be 0 stays above it: zeros are an atom of their own.
        true => ((libm::round(time / resolution) * resolution).max(resolution / 4.0), ended),
        false => (time, ended),
    };
    Durations::new(drawn.into_iter().map(to_cell)).with_resolution(resolution)
}
