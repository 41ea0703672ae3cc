//! Customers followed from contact to contact.

use super::super::redial::returns_in_order;
use super::super::{Attempt, Ending, ReturnWindow, Returns, Which};
use super::durations::{is_long, of};
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
    let order = order(log, kind);
    let attempts = || order.iter().filter_map(|place| attempt(log.contacts.get(*place as usize)?));
    let log_ends = log.contacts.last().map_or(0.0, |last| (f64::from(last.day()) + 1.0) * DAY);
    let fine = |gap: f64| if is_long(log) { gap.round() } else { gap };
    let after = |ending, within| {
        let known = attempts().filter(|attempt| attempt.ending == ending).count();
        let window = ReturnWindow { within, background_days: BACKGROUND_DAYS, log_ends };
        (known >= ENOUGH).then(|| returns_in_order(attempts(), ending, window, fine)).flatten()
    };
    let redial = after(Ending::Abandoned, REDIAL_WITHIN);
    let redialled = redialled(log, kind, interval, attempts(), redial.as_ref());
    Followed { redial, repeat: after(Ending::Served, REPEAT_WITHIN), redialled }
}

/// A contact of a known customer.
fn attempt(contact: &Contact) -> Option<Attempt> {
    let ending = match (contact.is_answered(), contact.is_abandoned()) {
        (true, _) => Ending::Served,
        (_, true) => Ending::Abandoned,
        _ => Ending::Other,
    };
    Some(Attempt { customer: contact.customer()?, came: contact.arrived, ended: contact.ended(), ending })
}

/// The contacts of known customers by customer and time, as places in the log: four bytes each, for there may be ten
/// million.
fn order(log: &Log, kind: u16) -> Vec<u32> {
    let is_known = |contact: &Contact| contact.kind == kind && contact.customer().is_some();
    let places = (0_u32..).zip(&log.contacts).filter(|(_, contact)| is_known(contact)).map(|(place, _)| place);
    let mut order: Vec<u32> = places.collect();
    // The log is in the order of arrival.
    order.sort_unstable_by_key(|place| (log.contacts[*place as usize].customer(), *place));
    order
}

/// The share of each interval's contacts that follow an abandonment of the same customer within the window, times the
/// share of those that came because of it.
fn redialled(
    log: &Log,
    kind: u16,
    interval: f64,
    mut attempts: impl Iterator<Item = Attempt>,
    redial: Option<&Returns>,
) -> Vec<f64> {
    let count = libm::round(DAY / interval) as usize;
    let place = |time: f64| ((time.rem_euclid(DAY) / interval) as usize).min(count - 1);
    let (mut again, mut all) = (vec![0.0; count], vec![0.0; count]);
    of(log, Which::Kind(kind)).for_each(|contact| all[place(contact.arrived)] += 1.0);
    let mut before = attempts.next();
    for next in attempts {
        let left = before.filter(|before| before.customer == next.customer && before.ending == Ending::Abandoned);
        if left.is_some_and(|left| next.came - left.ended <= REDIAL_WITHIN) {
            again[place(next.came)] += 1.0;
        }
        before = Some(next);
    }
    let because =
        redial.map_or(0.0, |redial| redial.probability.value() / redial.with_background.value().max(f64::MIN_POSITIVE));
    again.iter().zip(&all).map(|(again, all)| if *all > 0.0 { because * again / all } else { 0.0 }).collect()
}
