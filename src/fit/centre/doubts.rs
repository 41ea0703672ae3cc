//! What in a log a fit does not understand.

use std::collections::BTreeMap;

use super::FittedCentre;
use crate::history::{Contact, Log};
use crate::units::HOUR;

/// Contacts that begin while their agent has another in hand, as a share, from which agents do several at once.
const AT_ONCE: f64 = 0.1;
/// Answered contacts in the first hour after midnight, as a share, from which the centre works at night.
const AT_NIGHT: f64 = 0.005;
/// Nobody works so long in one stretch, s.
const TOO_LONG: f64 = 14.0 * HOUR;

/// Why figures of a fit are not to be believed, in sentences; none where nothing is seen.
#[must_use]
pub fn doubts(log: &Log, centre: &FittedCentre) -> Vec<String> {
    let answered = || log.contacts.iter().filter(|contact| contact.is_answered());
    let all = (answered().count() as f64).max(1.0);
    let overlapping = overlapping(answered()) / all;
    let night = answered().filter(|contact: &&Contact| contact.time_of_day() < HOUR).count() as f64 / all;
    let stretches = centre.staff.iter().flat_map(|staff| &staff.duty.stretches);
    let long = stretches.filter(|stretch| stretch.until - stretch.from > TOO_LONG).count();
    let mut doubts = Vec::new();
    if overlapping >= AT_ONCE {
        doubts.push(format!(
            "{:.0} % of the answered contacts begin while their agent has another in hand, as chats do: the scenario has \
             agents with one contact at a time, and far too few of them. Set `channel`, `concurrency` and `slowdown` by \
             hand.",
            overlapping * 100.0
        ));
    }
    if night >= AT_NIGHT {
        doubts.push(
            "The centre works over midnight: agents are told day by day, and who works on both sides of midnight may be \
             counted on both days, and between. Set the agents by hand."
                .to_owned(),
        );
    }
    if long > 0 {
        doubts.push(format!(
            "{long} times an agent seems to be there for more than 14 h in one stretch: a long absence in which nobody waited \
             is not seen. There are too many agents then."
        ));
    }
    doubts
}

/// How many of these, in the order of their arrival, begin while their agent has another in hand; a second is forgiven.
fn overlapping<'a>(answered: impl Iterator<Item = &'a Contact>) -> f64 {
    let mut until: BTreeMap<u32, f64> = BTreeMap::new();
    let mut count = 0.0;
    for contact in answered {
        let Some(agent) = contact.agent() else { continue };
        let busy = until.entry(agent).or_insert(f64::NEG_INFINITY);
        count += f64::from(u8::from(contact.left_queue() + 1.0 < *busy));
        *busy = busy.max(contact.ended());
    }
    count
}
