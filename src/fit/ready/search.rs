//! The search for the parameters with which the simulated centre has the statistics of the log.

use super::answering::Answering;
use crate::scenario::NotReady;
use crate::units::Seconds;

/// A share as its logit, a mean as its logarithm: the scale of the search.
pub(super) type Point = [f64; 2];

/// Steps of the search, at most.
const STEPS: usize = 8;
/// Nearer to the statistics of the log, in their standard errors, it does not go on.
const NEAR: f64 = 0.3;
/// Farther off, it has found nothing.
const FAR: f64 = 1.0;
/// How far the parameters are changed for the slopes.
const ACROSS: f64 = 0.4;
/// The longest step.
const LONGEST: f64 = 0.7;

pub(super) fn point(share: f64, mean: f64) -> Point {
    let share = share.clamp(1e-4, 1.0 - 1e-4);
    [libm::log(share / (1.0 - share)), libm::log(mean.max(1.0))]
}

/// What a point says, within what can be told.
pub(super) fn not_ready(at: Point) -> NotReady {
    let share = (1.0 / (1.0 + libm::exp(-at[0]))).clamp(0.01, 0.9);
    NotReady { share, mean: Seconds(libm::exp(at[1]).clamp(5.0, 3600.0)) }
}

/// The statistics: the chance by the strict rule, the mean by the lenient one.
pub(super) fn statistics(answering: &[Answering; 2]) -> Point {
    point(answering[0].share(), answering[1].mean())
}

/// Where the search ended.
pub(super) struct Found {
    pub(super) at: Point,
    /// How the statistics (rows) change with the parameters.
    pub(super) slopes: [Point; 2],
    /// What the simulated centre shows there.
    pub(super) shown: [Answering; 2],
}

/// Newton's method with slopes by differences at the start; none where it does not come near. What is simulated jumps a
/// little, for its staff is in whole numbers: the nearest point counts, not the last. `errors` are those of the statistics
/// of the log.
pub(super) fn search(
    wanted: Point,
    errors: Point,
    mut simulated: impl FnMut(Point) -> Option<[Answering; 2]>,
) -> Option<Found> {
    let mut best = Found { at: wanted, slopes: [[0.0; 2]; 2], shown: simulated(wanted)? };
    for of in 0..2 {
        let mut beside = wanted;
        beside[of] += ACROSS;
        let (here, there) = (statistics(&best.shown), statistics(&simulated(beside)?));
        (0..2).for_each(|row| best.slopes[row][of] = (there[row] - here[row]) / ACROSS);
    }
    let inverse = inverse(&best.slopes)?;
    let off = |shown: &[Answering; 2]| {
        let here = statistics(shown);
        [wanted[0] - here[0], wanted[1] - here[1]]
    };
    let far = |off: Point| (off[0] / errors[0]).abs().max((off[1] / errors[1]).abs());
    let (mut at, mut missed) = (best.at, off(&best.shown));
    for _ in 0..STEPS {
        if far(off(&best.shown)) <= NEAR {
            break;
        }
        let step = |row: usize| (inverse[row][0] * missed[0] + inverse[row][1] * missed[1]).clamp(-LONGEST, LONGEST);
        at = [at[0] + step(0), at[1] + step(1)];
        let shown = simulated(at)?;
        missed = off(&shown);
        if far(missed) < far(off(&best.shown)) {
            (best.at, best.shown) = (at, shown);
        }
    }
    let told = not_ready(best.at);
    let is_told = point(told.share, told.mean.get()).iter().zip(best.at).all(|(told, at)| (told - at).abs() < 1e-6);
    (is_told && far(off(&best.shown)) <= FAR).then_some(best)
}

/// The covariance of the statistics over days, each left out once (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993, section 11.5); of two days at least.
pub(super) fn jackknife(days: &[[Answering; 2]], all: &[Answering; 2]) -> Option<[Point; 2]> {
    let n = days.len() as f64;
    let without = |day: &[Answering; 2]| statistics(&[all[0].without(&day[0]), all[1].without(&day[1])]);
    let rest: Vec<Point> = days.iter().map(without).collect();
    let mean = [0, 1].map(|i| rest.iter().map(|one| one[i]).sum::<f64>() / n);
    let of = |i: usize, j: usize| {
        rest.iter().map(|one| (one[i] - mean[i]) * (one[j] - mean[j])).sum::<f64>() * (n - 1.0) / n
    };
    (days.len() >= 2).then(|| [[of(0, 0), of(0, 1)], [of(1, 0), of(1, 1)]])
}

fn inverse(m: &[Point; 2]) -> Option<[Point; 2]> {
    let det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    (det.abs() > 1e-3).then(|| [[m[1][1] / det, -m[0][1] / det], [-m[1][0] / det, m[0][0] / det]])
}

impl Found {
    /// The standard errors of the parameters from the covariance of the statistics of the log. That of what is simulated
    /// comes on top, as much smaller as more contacts told it (Gourieroux, Monfort and Renault 1993, section 3: 1 + 1 / H).
    pub(super) fn errors(&self, covariance: &[Point; 2], log: &[Answering; 2]) -> Option<Point> {
        let back = inverse(&self.slopes)?;
        let n = |of: &[Answering; 2]| [of[0].n(), of[1].returned()];
        let (log, shown) = (n(log), n(&self.shown));
        let more = |i: usize| (1.0 + log[i] / shown[i].max(1.0)).sqrt();
        let pairs = || (0..2).flat_map(|k| (0..2).map(move |l| (k, l)));
        let variance = |i: usize| -> f64 {
            pairs().map(|(k, l)| back[i][k] * covariance[k][l] * more(k) * more(l) * back[i][l]).sum()
        };
        Some([variance(0).max(0.0).sqrt(), variance(1).max(0.0).sqrt()])
    }
}
