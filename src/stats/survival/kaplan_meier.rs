//! Kaplan and Meier's curve: the share that lasts longer than a time.

use super::Durations;
use crate::stats::Estimate;
use crate::stats::estimate::NORMAL_975;

/// The curve just after a time at which something ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The time, s.
    pub time: f64,
    /// How many were watched until then. Who was censored at that very time counts: it is known to have lasted so long.
    pub at_risk: f64,
    /// How many ended then.
    pub events: f64,
    /// The share that lasts longer.
    pub survival: f64,
    /// Greenwood's sum: the variance of the survival over its square. Infinite once nobody is left.
    pub greenwood: f64,
    /// Nelson and Aalen's cumulative hazard.
    pub hazard: f64,
    /// The variance of that.
    pub hazard_variance: f64,
}

/// So many have ended where the band of a curve begins.
pub const BAND_FROM: f64 = 10.0;

/// One place of a confidence band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPoint {
    /// From this time to the next point's, s.
    pub time: f64,
    /// The curve.
    pub survival: f64,
    /// The band's lower edge.
    pub low: f64,
    /// The band's upper edge.
    pub high: f64,
}

/// The product-limit estimate (Kaplan and Meier, JASA 1958): `S(t)` is the product over the times `t_i <= t` of
/// `1 - d_i / n_i`, with `d_i` that ended of `n_i` at risk. Times of an end come before the censored ones of the same
/// value.
#[derive(Clone, Debug, PartialEq)]
pub struct KaplanMeier {
    n: f64,
    steps: Vec<Step>,
    longest: f64,
}

impl KaplanMeier {
    /// The curve of some durations.
    #[must_use]
    pub fn new(durations: &Durations) -> Self {
        let n = durations.n();
        let mut steps = Vec::new();
        let start = Step {
            time: 0.0,
            at_risk: n,
            events: 0.0,
            survival: 1.0,
            greenwood: 0.0,
            hazard: 0.0,
            hazard_variance: 0.0,
        };
        let (mut last, mut left) = (start, n);
        for point in durations.points() {
            if point.events > 0.0 {
                last = last.next(point.time, left, point.events);
                steps.push(last);
            }
            left -= point.all();
        }
        Self { n, steps, longest: durations.longest() }
    }

    /// How many durations it was made from.
    #[must_use]
    pub fn n(&self) -> f64 {
        self.n
    }

    /// Its steps, one for each time at which something ended.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The longest duration seen, ended or not, s.
    #[must_use]
    pub fn longest(&self) -> f64 {
        self.longest
    }

    /// The last step not after a time.
    #[must_use]
    pub fn step_at(&self, time: f64) -> Option<&Step> {
        self.steps[..self.steps.partition_point(|step| step.time <= time)].last()
    }

    /// The share that lasts longer than a time.
    #[must_use]
    pub fn survival(&self, time: f64) -> f64 {
        self.step_at(time).map_or(1.0, |step| step.survival)
    }

    /// The share that lasts longer than a time, with Greenwood's error and the 95 % interval of `ln(-ln S)`, which
    /// stays inside 0..1 (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed. 2002,
    /// section 1.4). None beyond the longest duration seen, where nothing is known unless all had ended.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<Estimate> {
        if time > self.longest && self.steps.last().is_none_or(|step| step.survival > 0.0) {
            return None;
        }
        let Some(step) = self.step_at(time) else {
            return Some(Estimate { value: 1.0, std_error: Some(0.0), ci95: None });
        };
        let error = (step.survival > 0.0).then(|| step.survival * step.greenwood.sqrt());
        let ci95 = step.between(NORMAL_975).map(|(low, high)| [low, high]);
        Some(Estimate { value: step.survival, std_error: error, ci95 })
    }

    /// A band that holds the whole curve with a chance of 95 %, over the steps at which at least so many are at risk and
    /// [`BAND_FROM`] have ended: where fewer have, their number is too far from normal, and the band would be missed
    /// twice as often as it says.
    ///
    /// Nair's equal-precision band (Technometrics 1984) on the scale of `ln(-ln S)` (Borgan and Liestøl, Scandinavian
    /// Journal of Statistics 1990): `S^exp(±c s / ln S)` with `s^2` Greenwood's sum. The constant `c` follows from the
    /// ends of the range by Miller and Siegmund's tail of the standardised Brownian bridge (Biometrics 1982, eq. 8).
    #[must_use]
    pub fn band(&self, least_at_risk: f64) -> Vec<BandPoint> {
        let mut ended = 0.0;
        let usable = |step: &&Step| {
            ended += step.events;
            ended >= BAND_FROM && step.at_risk >= least_at_risk && step.survival > 0.0
        };
        let steps: Vec<&Step> = self.steps.iter().filter(usable).collect();
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
        let part = |step: &Step| self.n * step.greenwood / (1.0 + self.n * step.greenwood);
        let constant = equal_precision(part(first), part(last));
        let point = |step: &&Step| {
            let (low, high) = step.between(constant)?;
            Some(BandPoint { time: step.time, survival: step.survival, low, high })
        };
        steps.iter().filter_map(point).collect()
    }

    /// The time below which the share `p` has ended, with the interval of all times at which the share cannot be told
    /// from `p` (Brookmeyer and Crowley, Biometrics 1982, with the intervals of [`KaplanMeier::at`]). An upper end that
    /// was not observed is infinite. None where the curve does not come so low.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<Estimate> {
        let value = self.first(|step| step.survival <= 1.0 - p)?;
        let within = |step: &Step| step.between(NORMAL_975);
        let low = self.first(|step| within(step).is_none_or(|(low, _)| low <= 1.0 - p)).unwrap_or(value);
        let high = self.first(|step| within(step).is_none_or(|(_, high)| high <= 1.0 - p)).unwrap_or(f64::INFINITY);
        Some(Estimate { value, std_error: None, ci95: Some([low.min(value), high]) })
    }

    fn first(&self, is_it: impl Fn(&Step) -> bool) -> Option<f64> {
        self.steps.iter().find(|step| is_it(step)).map(|step| step.time)
    }

    /// The mean of the smaller of the duration and `limit`, s: the area under the curve, with the variance
    /// `sum A_i^2 d_i / (n_i (n_i - d_i))`, `A_i` being the area from step i to the limit (Klein and Moeschberger,
    /// Survival Analysis, 2nd ed. 2003, eq. 4.5.2). A limit beyond the longest duration seen is lowered to it.
    #[must_use]
    pub fn restricted_mean(&self, limit: f64) -> Estimate {
        let limit = limit.min(self.longest);
        let (mut area, mut variance, mut end) = (0.0, 0.0, limit);
        for (place, step) in self.steps.iter().enumerate().rev().filter(|(_, step)| step.time < limit) {
            area += step.survival * (end - step.time);
            let before = place.checked_sub(1).map_or(0.0, |before| self.steps[before].greenwood);
            if step.greenwood.is_finite() {
                variance += area * area * (step.greenwood - before);
            }
            end = step.time;
        }
        Estimate::normal(area + end, variance)
    }
}

impl Step {
    fn next(self, time: f64, at_risk: f64, events: f64) -> Self {
        // Weights that are not whole may leave a rest of rounding.
        let left = if at_risk - events > 1e-9 * at_risk { at_risk - events } else { 0.0 };
        Self {
            time,
            at_risk,
            events,
            survival: self.survival * left / at_risk,
            greenwood: self.greenwood + events / (at_risk * left),
            hazard: self.hazard + events / at_risk,
            hazard_variance: self.hazard_variance + events / (at_risk * at_risk),
        }
    }

    /// The interval of the survival on the scale of `ln(-ln S)`, so many errors to each side. None once nobody is left.
    fn between(&self, errors: f64) -> Option<(f64, f64)> {
        let log = libm::log(self.survival);
        let factor = libm::exp(errors * self.greenwood.sqrt() / -log);
        (self.survival > 0.0 && log < 0.0).then(|| (libm::exp(log * factor), libm::exp(log / factor)))
    }
}

/// The constant of the equal-precision band between two places of the Brownian bridge: the chance that
/// `|B(u)| / sqrt(u (1 - u))` exceeds x somewhere from a to b is
/// `4 f(x) / x + f(x) (x - 1/x) ln(b (1 - a) / (a (1 - b)))`, f being the normal density; x is sought for 0.05.
fn equal_precision(a: f64, b: f64) -> f64 {
    let span = libm::log(b * (1.0 - a) / (a * (1.0 - b))).max(0.0);
    let chance = |x: f64| {
        let density = libm::exp(-x * x / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
        4.0 * density / x + density * (x - 1.0 / x) * span
    };
    let (mut low, mut high) = (NORMAL_975, 10.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if chance(middle) > 0.05 { low = middle } else { high = middle }
    }
    high
}
