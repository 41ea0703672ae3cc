//! Customers followed from contact to contact.

use super::super::{Attempt, Ending, ReturnWindow, Returns, returns};
use super::durations::of;
use crate::history::{Contact, Log};
use crate::units::{DAY, HOUR};

/// Who comes within this time of an abandonment may have come because of it, s.
pub const REDIAL_WITHIN: f64 = 2.0 * HOUR;
/// The same after having been served, s.
pub const REPEAT_WITHIN: f64 = DAY;
/// Days after that, over which contacts that have nothing to do with the first are counted.
const BACKGROUND_DAYS: u32 = 3;
/// Fewer customers who are known do not tell.
const ENOUGH: usize = 30;

/// What customers of a type do after an abandonment and after having been served.
pub(super) struct Followed {
    pub(super) redial: Option<Returns>,
    pub(super) repeat: Option<Returns>,
    /// The share of the contacts of each interval that try again after an abandonment.
    pub(super) redialled: Vec<f64>,
}

pub(super) fn followed(log: &Log, kind: u16, interval: f64) -> Followed {
    let attempts = attempts(log, kind);
    let log_ends = log.contacts.last().map_or(0.0, |last| (f64::from(last.day()) + 1.0) * DAY);
    let after = |ending, within| {
        let known = attempts.iter().filter(|attempt| attempt.ending == ending).count();
        let window = ReturnWindow { within, background_days: BACKGROUND_DAYS, log_ends };
        (known >= ENOUGH).then(|| returns(&attempts, ending, window)).flatten()
    };
    let redial = after(Ending::Abandoned, REDIAL_WITHIN);
    let redialled = redialled(log, kind, interval, &attempts, redial.as_ref());
    Followed { redial, repeat: after(Ending::Served, REPEAT_WITHIN), redialled }
}

/// The contacts of known customers.
fn attempts(log: &Log, kind: u16) -> Vec<Attempt> {
    let attempt = |contact: &Contact| {
        let ending = match (contact.is_answered(), contact.is_abandoned()) {
            (true, _) => Ending::Served,
            (_, true) => Ending::Abandoned,
            _ => Ending::Other,
        };
        Some(Attempt { customer: contact.customer()?, came: contact.arrived, ended: contact.ended(), ending })
    };
    let mut attempts: Vec<Attempt> = of(log, Some(kind)).filter_map(attempt).collect();
    attempts.sort_by(|a, b| a.customer.cmp(&b.customer).then(a.came.total_cmp(&b.came)));
    attempts
}

/// The share of each interval's contacts that follow an abandonment of the same customer within the window, times the
/// share of those that came because of it.
fn redialled(log: &Log, kind: u16, interval: f64, attempts: &[Attempt], redial: Option<&Returns>) -> Vec<f64> {
    let count = libm::round(DAY / interval) as usize;
    let place = |time: f64| ((time.rem_euclid(DAY) / interval) as usize).min(count - 1);
    let (mut again, mut all) = (vec![0.0; count], vec![0.0; count]);
    of(log, Some(kind)).for_each(|contact| all[place(contact.arrived)] += 1.0);
    for pair in attempts.windows(2) {
        let same = pair[0].customer == pair[1].customer && pair[0].ending == Ending::Abandoned;
        if same && pair[1].came - pair[0].ended <= REDIAL_WITHIN {
            again[place(pair[1].came)] += 1.0;
        }
    }
    let because =
        redial.map_or(0.0, |redial| redial.probability.value() / redial.with_background.value().max(f64::MIN_POSITIVE));
    again.iter().zip(&all).map(|(again, all)| if *all > 0.0 { because * again / all } else { 0.0 }).collect()
}
