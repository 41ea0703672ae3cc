//! Contacts that were passed on to another type.

use crate::history::{Contact, Log};

/// Who comes so soon after the end of another contact, s, was passed on and did not call again.
const AT_ONCE: f64 = 2.0;

/// How many contacts of each type of a log were passed on from another type: the same customer was being handled
/// there when the contact came, or just had been.
pub(super) fn transferred(log: &Log) -> Vec<u64> {
    let mut counts = vec![0; log.kinds.len()];
    let of = |place: &u32| &log.contacts[*place as usize];
    let known = (0..log.contacts.len() as u32).filter(|place| of(place).customer().is_some());
    let mut order: Vec<u32> = known.collect();
    // The log is in the order of arrival.
    order.sort_unstable_by_key(|place| (of(place).customer(), *place));
    let passed_on = |one: &Contact, next: &Contact| {
        one.customer() == next.customer()
            && one.is_answered()
            && log.whole(one.kind) != log.whole(next.kind)
            && one.left_queue() < next.arrived
            && next.arrived <= one.ended() + AT_ONCE
    };
    for pair in order.windows(2).map(|pair| (of(&pair[0]), of(&pair[1]))).filter(|(one, next)| passed_on(one, next)) {
        counts[usize::from(pair.1.kind)] += 1;
    }
    counts
}
