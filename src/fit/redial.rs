//! Who tries again: after an abandonment (redials) and after having been served (repeats).

use super::laws::slices;
use super::{Fitted, Source};
use crate::scenario::Law;
use crate::stats::{Durations, KaplanMeier, Step, poisson_rate, wilson_around};
use crate::units::DAY;

/// Slices of the empirical law of the delay.
const SLICES: usize = 100;

/// How a contact ended for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was handled.
    Served,
    /// The customer left.
    Abandoned,
    /// Neither: blocked, closed, called back. Such a contact may follow another, but nothing is asked about what follows it.
    Other,
}

/// A contact of a customer who is known. Contacts without a customer's number do not belong here: nobody can say who
/// came back. Where only some are known, all shares below are of those; and where a number is kept only for some kinds
/// of contacts (those that queued, say), a second attempt without one is missed, and the shares are lower bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attempt {
    /// The customer's number.
    pub customer: u64,
    /// When the contact came, s on a clock that runs through all days.
    pub came: f64,
    /// When it ended: the customer left, or had been served.
    pub ended: f64,
    /// How.
    pub ending: Ending,
}

/// What counts as trying again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReturnWindow {
    /// Longest delay, s.
    pub within: f64,
    /// Whole days after that, over which the rate of unrelated contacts of the same customers is taken. Whole, because
    /// nobody comes at night.
    pub background_days: u32,
    /// The end of the log, s on the same clock.
    pub log_ends: f64,
}

/// Customers who come back after one kind of ending.
#[derive(Clone, Debug, PartialEq)]
pub struct Returns {
    /// The chance to come back because of it within the window.
    pub probability: Fitted,
    /// The same with the contacts that would have come anyway.
    pub with_background: Fitted,
    /// Contacts that these customers would have made anyway, an hour; none where the log ends with the window.
    pub background_per_hour: Option<Fitted>,
    /// The law of the delay of those who come back because of it.
    pub after: Option<Law>,
    /// Its mean, s.
    pub mean_delay: Option<Fitted>,
    /// The share that has not come again by a time after the ending.
    pub curve: KaplanMeier,
}

/// How often and after how long customers come back after an ending of one kind.
///
/// From the end of a contact the customer's next one is waited for, to the end of the log (censored). With the share `p`
/// that comes back because of the first, after a delay with distribution F, and unrelated contacts at a rate `b`, the
/// share that has not come after t is `S(t) = (1 - p F(t)) exp(-b t)`. S is the curve of Kaplan and Meier; b the events
/// over the time at risk in whole days after the window, when whoever comes because of the first has come; and
/// `p = 1 - S(w) exp(b w)` at the window's end. A customer who comes often counts often. Errors: Greenwood's for S, Poisson's
/// for b, by the delta method; the interval is Wilson's with as many trials as would have that error. None without such
/// an ending.
#[must_use]
pub fn returns(attempts: &[Attempt], ending: Ending, window: ReturnWindow) -> Option<Returns> {
    let mut sorted = attempts.to_vec();
    sorted.sort_by(|a, b| a.customer.cmp(&b.customer).then(a.came.total_cmp(&b.came)));
    returns_in_order(sorted.into_iter(), ending, window, |gap| gap)
}

/// The same of attempts by customer and time, one after the other; `fine` rounds the time between two of them.
pub(super) fn returns_in_order(
    attempts: impl Iterator<Item = Attempt>,
    ending: Ending,
    window: ReturnWindow,
    fine: impl Fn(f64) -> f64,
) -> Option<Returns> {
    let gaps = gaps(attempts, ending, window, fine);
    let curve = KaplanMeier::new(&gaps);
    if gaps.points().is_empty() {
        return None;
    }
    let w = window.within;
    let far = window.far();
    let (events, exposure) = (gaps.events_between(w, far), gaps.exposure_between(w, far));
    let background = poisson_rate(events, exposure);
    let (rate, rate_error) = background.map_or((0.0, 0.0), |b| (b.value, b.std_error.unwrap_or(0.0)));
    let start = curve.step_at(w);
    let (survival, greenwood) = start.map_or((1.0, 0.0), |step| (step.survival, step.greenwood));
    let left = survival * libm::exp(rate * w);
    let spread = if greenwood.is_finite() { greenwood } else { 0.0 };
    let falls = because(&curve, rate, w);
    let n = gaps.n();
    Some(Returns {
        probability: share(1.0 - left, left * left * (spread + w * w * rate_error * rate_error), n),
        with_background: share(1.0 - survival, survival * survival * spread, n),
        background_per_hour: poisson_rate(events, exposure / 3600.0).map(|rate| Fitted::new(rate, n, Source::Counted)),
        after: delay_law(&falls),
        mean_delay: mean_delay(&curve, &falls, rate, rate_error, w),
        curve,
    })
}

impl ReturnWindow {
    /// What comes later than this, s, tells nothing.
    fn far(&self) -> f64 {
        self.within + f64::from(self.background_days) * DAY
    }
}

/// The time from each ending of one kind to the same customer's next contact, watched as long as it tells something.
fn gaps(
    attempts: impl Iterator<Item = Attempt>,
    ending: Ending,
    window: ReturnWindow,
    fine: impl Fn(f64) -> f64,
) -> Durations {
    let far = window.far();
    let mut attempts = attempts.peekable();
    let each = std::iter::from_fn(|| {
        let attempt = attempts.next()?;
        let next = attempts.peek().filter(|next| next.customer == attempt.customer);
        // Who comes back before the first contact had ended came at once.
        let seen = next.map_or(window.log_ends, |next| next.came) - attempt.ended;
        Some((attempt.ending == ending).then_some((fine(seen.clamp(0.0, far)), next.is_some() && seen < far)))
    });
    Durations::new(each.flatten())
}

/// A share with the Wilson interval of as many trials as have this variance.
fn share(value: f64, variance: f64, n: f64) -> Fitted {
    let value = value.clamp(0.0, 1.0);
    let trials = if variance > 0.0 && value > 0.0 { (value * (1.0 - value) / variance).min(n) } else { n };
    Fitted::new(wilson_around(value, trials), n, Source::KaplanMeier)
}

/// The delays of those who came because of the first contact, with their chances: at each step of the curve the events
/// less those that the background brings in the time since the step before.
fn because(curve: &KaplanMeier, rate: f64, within: f64) -> Vec<(f64, f64)> {
    let mut before = 1.0;
    let fall = |step: &Step| {
        let left = step.survival * libm::exp(rate * step.time);
        let fall = before - left;
        before = left;
        (step.time, fall)
    };
    let falls: Vec<(f64, f64)> = curve.steps().iter().take_while(|step| step.time <= within).map(fall).collect();
    // Between two events the background lets the share rise a little; the next event makes up for it.
    let mut owed = 0.0;
    let settle = |(time, fall): (f64, f64)| {
        let settled = (fall + owed).max(0.0);
        owed += fall - settled;
        (time, settled)
    };
    falls.into_iter().map(settle).filter(|(_, chance)| *chance > 0.0).collect()
}

fn delay_law(falls: &[(f64, f64)]) -> Option<Law> {
    let total: f64 = falls.iter().map(|(_, chance)| chance).sum();
    let (values, weights) = slices(falls, SLICES).into_iter().map(|(time, chance)| (time, chance / total)).unzip();
    (total > 0.0).then_some(Law::Empirical { values, weights })
}

/// The mean m of the delays. Its error follows those of the hazard `h` at each step (Poisson's, background included) and
/// of the background's rate through `sum of (t - m) fall(t)`: a little more hazard at t adds `(t - m) S(t) exp(b t)` and
/// takes the same share off all that falls later.
fn mean_delay(curve: &KaplanMeier, falls: &[(f64, f64)], rate: f64, rate_error: f64, within: f64) -> Option<Fitted> {
    let total: f64 = falls.iter().map(|(_, chance)| chance).sum();
    let mean = falls.iter().map(|(time, chance)| time * chance).sum::<f64>() / total;
    let steps: Vec<&Step> = curve.steps().iter().take_while(|step| step.time <= within).collect();
    let (mut later, mut variance, mut drift, mut place) = (0.0, 0.0, 0.0, falls.len());
    for (number, step) in steps.iter().enumerate().rev() {
        let before = number.checked_sub(1).map(|before| steps[before]);
        let (start, survival) = before.map_or((0.0, 1.0), |before| (before.time, before.survival));
        let pull = (step.time - mean) * survival * libm::exp(rate * step.time) - later;
        variance += pull * pull * step.events / (step.at_risk * step.at_risk);
        drift += pull * (step.time - start);
        if place > 0 && falls[place - 1].0 == step.time {
            place -= 1;
            later += (step.time - mean) * falls[place].1;
        }
    }
    let events = curve.n() * total;
    (events >= 2.0).then(|| {
        let error = (variance + drift * drift * rate_error * rate_error).sqrt() / total / mean;
        Fitted::positive(mean, Some(error), events, Source::KaplanMeier)
    })
}
