//! The choice among laws, and what to do when none fits.

use super::{Family, Goodness, LawFit, fit_law, goodness, manageable, quantile_law};
use crate::fit::{Fitted, Source};
use crate::scenario::Law;
use crate::stats::{Durations, Estimate};

/// A law whose distance (as a share) is at most this is good enough however many durations say that it is not exact.
const CLOSE: f64 = 0.03;
/// A law whose p-value is at least this cannot be told from the truth.
const ACCEPTED: f64 = 0.05;
/// How far the law's mean may lie outside the interval of the mean seen, as a share of it.
const MEAN_OFF: f64 = 0.01;
/// Laws with less of Akaike's weight, against the best, are not believed.
const BELIEVED: f64 = 0.01;
/// A law's mean with a larger error of its logarithm is not told by the durations.
const UNTOLD: f64 = 2.0;
/// Durations with a smaller coefficient of variation are all the same.
const CONSTANT: f64 = 0.01;

/// Why a law is recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The best of the parametric laws, and it fits.
    Fits,
    /// No parametric law fits well enough: what was seen itself.
    NoneFits,
    /// All durations are the same.
    Constant,
    /// Very short durations stand apart from the others: what was seen itself.
    Spike,
    /// Too few were seen to tell laws apart: the simplest.
    TooFew,
}

/// The law to write into a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommended {
    /// The law.
    pub law: Law,
    /// Why this one.
    pub reason: Reason,
}

/// All laws fitted to some durations.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The parametric laws, the best (by Akaike's criterion) first.
    pub fits: Vec<LawFit>,
    /// How well the first of them fits.
    pub goodness: Option<Goodness>,
    /// The law to use.
    pub recommended: Recommended,
    /// Its mean, s. Where it is parametric, the interval allows for not knowing which law is right.
    pub mean: Fitted,
}

/// Fits every family to durations seen to their end and recommends a law. The best by Akaike's criterion is taken where
/// its p-value is at least 0.05 or its distance at most 0.03, and where its mean lies in the 95 % interval of the mean
/// seen or within 1 % of that; otherwise the durations themselves, in slices. Durations that vary by less than 1 % are
/// constant. Zeros belong to no density: where some are among the durations, no parametric law is recommended. None
/// where nothing ended. For censored durations see [`patience`](crate::fit::patience()).
#[must_use]
pub fn choose(durations: &Durations) -> Option<Choice> {
    let durations = &manageable(durations);
    let mean = durations.mean_of_ended()?;
    let variance = durations.variance_of_ended().unwrap_or(0.0);
    if variance.sqrt() <= CONSTANT * mean {
        let recommended = Recommended { law: Law::Constant { value: mean }, reason: Reason::Constant };
        let mean = Fitted::new(Estimate::normal(mean, 0.0), durations.events(), Source::Mean);
        return Some(Choice { fits: Vec::new(), goodness: None, recommended, mean });
    }
    let fits = ranked(durations);
    let quality = fits.first().map(|fit| goodness(fit, durations));
    let zeros = durations.events_between(0.0, f64::MIN_POSITIVE) > 0.0;
    let seen = durations.mean_estimate()?;
    let good =
        fits.first().zip(quality).filter(|(fit, goodness)| !zeros && good_enough(*goodness, CLOSE) && near(fit, &seen));
    let (recommended, mean) = match good {
        Some((fit, _)) => (Recommended { law: fit.law.clone(), reason: Reason::Fits }, mean_of_best(&fits)?),
        None => {
            let recommended = Recommended { law: quantile_law(durations)?, reason: Reason::NoneFits };
            (recommended, Fitted::new(seen, durations.events(), Source::Mean))
        }
    };
    Some(Choice { fits, goodness: quality, recommended, mean })
}

/// The mean of the best law, with an error that allows for the choice: that of each law, and how far its mean lies from
/// the best one's, weighted by Akaike's weights `exp(-difference / 2)` (Buckland, Burnham and Augustin, Biometrics
/// 1997, eq. 9), on the logarithm.
pub(in crate::fit) fn mean_of_best(fits: &[LawFit]) -> Option<Fitted> {
    let best = fits.first()?;
    let (mut weights, mut errors) = (0.0, 0.0);
    for fit in fits {
        let Some(error) = fit.mean.estimate.std_error.map(|error| error / fit.mean.value()) else { continue };
        let weight = libm::exp((best.aic() - fit.aic()) / 2.0);
        let off = libm::log(fit.mean.value() / best.mean.value());
        // A law that is hardly believed, or whose mean its data do not tell, says nothing about that of the best.
        if weight < BELIEVED || error > UNTOLD {
            continue;
        }
        weights += weight;
        errors += weight * (error * error + off * off).sqrt();
    }
    let error = (weights > 0.0).then(|| errors / weights);
    Some(Fitted::positive(best.mean.value(), error, best.mean.n as f64, Source::Likelihood))
}

/// All families fitted, the best by Akaike's criterion first.
pub(in crate::fit) fn ranked(durations: &Durations) -> Vec<LawFit> {
    let fits = Family::ALL.iter().filter_map(|family| fit_law(*family, durations));
    let mut fits: Vec<LawFit> = fits.filter(|fit| fit.log_likelihood.is_finite()).collect();
    fits.sort_by(|a, b| a.aic().total_cmp(&b.aic()));
    fits
}

/// Whether a law cannot be told from the truth, or is as close as it need be.
pub(in crate::fit) fn good_enough(goodness: Goodness, close: f64) -> bool {
    goodness.p_value >= ACCEPTED || goodness.distance <= close
}

fn near(fit: &LawFit, seen: &Estimate) -> bool {
    let [low, high] = seen.ci95.unwrap_or([seen.value; 2]);
    let slack = MEAN_OFF * seen.value;
    (low - slack..=high + slack).contains(&fit.mean.value())
}
