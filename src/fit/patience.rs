//! How long customers would wait: from the waits of those who left (seen to the end) and of those who were answered
//! before they left (censored).

use super::laws::{exponential_slices, good_enough, manageable, mean_of_best, ranked, slices};
use super::{Fitted, Goodness, LawFit, Reason, Recommended, Source, goodness};
use crate::scenario::Law;
use crate::stats::{
    BandPoint, Durations, Estimate, HazardBin, KaplanMeier, Peak, Point, Step, peaks, poisson_rate, wilson_around,
};

/// Beyond this number at risk Kaplan and Meier's curve is not used.
const ENOUGH: f64 = 30.0;
/// Events in a bin of the hazard at least.
const IN_A_BIN: f64 = 30.0;
/// Standard errors by which a peak of the hazard rises above its valleys.
const PROMINENT: f64 = 4.0;
/// A parametric law with a larger distance, and a p-value that says that this is no chance, gives way to the curve.
const CLOSE: f64 = 0.01;
/// Steps of the empirical law, and slices of its exponential tail.
const STEPS: usize = 250;
const TAIL: usize = 20;

/// What waits tell about patience.
#[derive(Clone, Debug, PartialEq)]
pub struct Patience {
    /// How many left.
    pub left: u64,
    /// How many were answered after they had waited.
    pub answered: u64,
    /// The share that lasts longer than a time, of all who had to wait.
    pub curve: KaplanMeier,
    /// Its simultaneous 95 % band, while thirty or more are at risk.
    pub band: Vec<BandPoint>,
    /// The hazard in bins of thirty or more who left.
    pub hazard: Vec<HazardBin>,
    /// Where the smoothed hazard has peaks that chance does not explain.
    pub peaks: Vec<Peak>,
    /// The share that leaves at once, beyond what the hazard of the next seconds explains.
    pub balk: Fitted,
    /// Mean patience if it were exponential, s: time waited by all over number who left, exact interval.
    pub exponential_mean: Fitted,
    /// The laws fitted to those who did not balk, the best by Akaike's criterion first.
    pub fits: Vec<LawFit>,
    /// How well the first of them fits.
    pub goodness: Option<Goodness>,
    /// The law to use, of those who do not balk.
    pub recommended: Recommended,
    /// The mean of that law, s.
    pub mean: Fitted,
    /// The mean wait of those who left, s, which many take for the mean patience: it forgets all who would have waited
    /// longer.
    pub naive_mean: Fitted,
    /// Up to which wait the curve is known (thirty at risk), s.
    pub observed_to: f64,
    /// The share that would wait longer than that.
    pub unobserved: f64,
}

impl Patience {
    /// By what the mean wait of those who left must be multiplied to give the mean patience.
    #[must_use]
    pub fn naive_factor(&self) -> f64 {
        self.mean.value() / self.naive_mean.value()
    }
}

/// Patience from waits, s: `events` of those who left, `censored` of those who were answered. Who was answered at once
/// (wait 0) tells nothing and is left out. None where nobody left: patience cannot be told from endless.
#[must_use]
pub fn patience(waits: &Durations) -> Option<Patience> {
    let waits = manageable(waits).map(|p| if p.time > 0.0 { p } else { Point { censored: 0.0, ..p } });
    let naive = waits.mean_of_ended()?;
    let curve = KaplanMeier::new(&waits);
    let balking = balking(&waits);
    let patient = without(&waits, &balking);
    let fits = ranked(&patient);
    let quality = fits.first().map(|fit| goodness(fit, &patient));
    let beyond = Extrapolated::new(&patient);
    let exponential_mean = exponential_mean(&patient)?;
    let (recommended, mean) = recommend(&fits, quality, beyond.as_ref(), exponential_mean);
    let (n, left) = (waits.n(), waits.events());
    let naive_mean = waits.mean_estimate().unwrap_or(Estimate { value: naive, std_error: None, ci95: None });
    Some(Patience {
        left: left as u64,
        answered: waits.censored() as u64,
        band: curve.band(ENOUGH),
        hazard: waits.hazard(&waits.hazard_edges(IN_A_BIN, waits.resolution())),
        peaks: hazard_peaks(&waits, &curve),
        balk: Fitted::new(balking.share, n, Source::Counted),
        exponential_mean,
        goodness: quality,
        recommended,
        mean,
        naive_mean: Fitted::new(naive_mean, left, Source::Mean),
        observed_to: beyond.as_ref().map_or(0.0, |beyond| beyond.last.time),
        unobserved: beyond.as_ref().map_or(1.0, |beyond| beyond.last.survival),
        curve,
        fits,
    })
}

/// Time watched over events, with the exact interval of the Poisson count of events; none where nobody left.
fn exponential_mean(waits: &Durations) -> Option<Fitted> {
    let (events, exposure) = (waits.events_between(f64::MIN_POSITIVE, f64::INFINITY), waits.exposure());
    let [low, high] = poisson_rate(events, exposure)?.ci95?;
    let value = exposure / events;
    let std_error = Some(value / events.sqrt());
    let estimate = Estimate { value, std_error, ci95: Some([1.0 / high, 1.0 / low]) };
    (events > 0.0).then(|| Fitted::new(estimate, waits.n(), Source::Likelihood))
}

/// The best parametric law where it fits; else the curve with an exponential tail; else (too few) the exponential law.
fn recommend(
    fits: &[LawFit],
    goodness: Option<Goodness>,
    beyond: Option<&Extrapolated>,
    exponential: Fitted,
) -> (Recommended, Fitted) {
    let fitting = fits.first().zip(goodness).filter(|(_, goodness)| good_enough(*goodness, CLOSE));
    match (fitting, beyond) {
        (Some((fit, _)), _) => {
            (Recommended { law: fit.law.clone(), reason: Reason::Fits }, mean_of_best(fits).unwrap_or(fit.mean))
        }
        (None, Some(beyond)) => (Recommended { law: beyond.law(), reason: Reason::NoneFits }, beyond.mean()),
        (None, None) => {
            let law = Law::Exponential { mean: exponential.value() };
            (Recommended { law, reason: Reason::TooFew }, exponential)
        }
    }
}

/// Peaks of the hazard smoothed over a tenth of the median wait of those who left, up to the wait that nine of ten of
/// them did not reach.
fn hazard_peaks(waits: &Durations, curve: &KaplanMeier) -> Vec<Peak> {
    let left = KaplanMeier::new(&waits.map(|p| Point { censored: 0.0, ..p }));
    let below = |share| left.quantile(share).map_or(0.0, |quantile: Estimate| quantile.value);
    let bandwidth = (below(0.5) / 10.0).max(3.0 * waits.resolution());
    if bandwidth <= 0.0 {
        return Vec::new();
    }
    peaks(&curve.smooth_hazard(bandwidth, bandwidth / 4.0, below(0.9)), PROMINENT)
}

/// The curve as far as thirty are at risk, and an exponential tail with the hazard of the last third of those events.
struct Extrapolated {
    n: f64,
    steps: Vec<Step>,
    last: Step,
    /// The mean of what is left beyond the last step, s, and the number of events that it rests on.
    tail: f64,
    tail_events: f64,
}

impl Extrapolated {
    fn new(waits: &Durations) -> Option<Self> {
        let curve = KaplanMeier::new(waits);
        let steps: Vec<Step> = curve.steps().iter().filter(|step| step.at_risk >= ENOUGH).copied().collect();
        let last = *steps.last()?;
        let total: f64 = steps.iter().map(|step| step.events).sum();
        let mut passed = 0.0;
        let late = steps.iter().find(|step| {
            passed += step.events;
            passed >= total * 2.0 / 3.0
        })?;
        let after = |step: &&Step| step.time > late.time;
        let events: f64 = steps.iter().filter(after).map(|step| step.events).sum();
        let exposure = waits.exposure_between(late.time, last.time);
        (events > 0.0).then(|| Self { n: waits.n(), tail: exposure / events, tail_events: events, steps, last })
    }

    fn law(&self) -> Law {
        let mut before = 1.0;
        let row = |step: &Step| {
            let row = (step.time, before - step.survival);
            before = step.survival;
            row
        };
        let rows: Vec<(f64, f64)> = self.steps.iter().map(row).collect();
        let mut rows = slices(&rows, STEPS);
        let weight = self.last.survival / TAIL as f64;
        if weight > 0.0 {
            rows.extend(exponential_slices(TAIL).iter().map(|part| (self.last.time + part * self.tail, weight)));
        }
        let (values, weights) = rows.into_iter().unzip();
        Law::Empirical { values, weights }
    }

    /// The area under the curve plus what is left times the tail's mean. A step that is a little off moves all that
    /// comes after it, tail included (the sum of [`KaplanMeier::restricted_mean`]); the tail's mean has the error of
    /// its events.
    fn mean(&self) -> Fitted {
        let beyond = self.last.survival * self.tail;
        let (mut area, mut variance, mut end) = (beyond, beyond * beyond / self.tail_events, self.last.time);
        for (place, step) in self.steps.iter().enumerate().rev() {
            area += step.survival * (end - step.time);
            let before = place.checked_sub(1).map_or(0.0, |before| self.steps[before].greenwood);
            if step.greenwood.is_finite() {
                variance += area * area * (step.greenwood - before);
            }
            end = step.time;
        }
        let mean = area + end;
        Fitted::positive(mean, Some(variance.sqrt() / mean), self.n, Source::Extrapolated)
    }
}

/// Who left at once.
struct Balking {
    share: Estimate,
    /// Within so many seconds.
    within: f64,
    /// How many of those who left within them.
    number: f64,
}

/// Chance of seeing balking where there is none.
const FALSE_ALARM: f64 = 1e-3;
/// At once: within one, two or three seconds.
const AT_ONCE: [f64; 3] = [1.0, 2.0, 3.0];
/// The hazard is taken as even over the next so many seconds.
const NEXT: f64 = 10.0;

/// Balking: more leave within the first second (two, three: where the excess is least likely chance) than the hazard of
/// the next ten explains. Given the sum, the number in the first of two Poisson counts is binomial (Przyborowski and
/// Wilenski, Biometrika 1940); the share is the excess over all who had to wait. Nothing is seen at a level of 0.001.
fn balking(waits: &Durations) -> Balking {
    let half = waits.resolution() / 2.0;
    let tail = |within: f64| {
        let (first, next) = (window(waits, 0.0, within + half), window(waits, within + half, within + half + NEXT));
        let share = first.exposure / (first.exposure + next.exposure);
        (binomial_tail(first.events, first.events + next.events, share), within + half, first, next)
    };
    let least = AT_ONCE.map(tail).into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    let none = Balking { share: wilson_around(0.0, waits.n()), within: 0.0, number: 0.0 };
    let Some((chance, within, first, next)) = least else { return none };
    if chance.is_nan() || chance >= FALSE_ALARM / AT_ONCE.len() as f64 || next.exposure <= 0.0 {
        return none;
    }
    let ratio = first.exposure / next.exposure;
    let number = first.events - ratio * next.events;
    let (n, variance) = (waits.n(), first.events + ratio * ratio * next.events);
    let share = number / n;
    // As many trials as would have this variance.
    let trials = (share * (1.0 - share) * n * n / variance).min(n);
    Balking { share: wilson_around(share, trials), within, number }
}

struct Window {
    events: f64,
    exposure: f64,
}

fn window(waits: &Durations, from: f64, to: f64) -> Window {
    Window { events: waits.events_between(from, to), exposure: waits.exposure_between(from, to) }
}

/// The chance of at least so many successes.
fn binomial_tail(successes: f64, trials: f64, share: f64) -> f64 {
    use statrs::distribution::{Binomial, DiscreteCDF};
    if successes < 1.0 {
        return 1.0;
    }
    Binomial::new(share, libm::round(trials) as u64).map_or(f64::NAN, |law| law.sf(libm::round(successes) as u64 - 1))
}

/// The waits without those who balked: first those of 0, the rest in proportion.
fn without(waits: &Durations, balking: &Balking) -> Durations {
    let zeros = waits.events_between(0.0, f64::MIN_POSITIVE);
    let early = waits.events_between(f64::MIN_POSITIVE, balking.within);
    let rest = (balking.number - zeros).max(0.0);
    let keep = if early > 0.0 { 1.0 - (rest / early).min(1.0) } else { 1.0 };
    let keep_zero = if zeros > 0.0 { 1.0 - (balking.number / zeros).min(1.0) } else { 1.0 };
    waits.map(|p| match p.time {
        0.0 => Point { events: p.events * keep_zero, ..p },
        time if time < balking.within => Point { events: p.events * keep, ..p },
        _ => p,
    })
}
