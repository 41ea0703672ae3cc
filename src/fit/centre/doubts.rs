//! What in a log a fit does not understand.

use std::collections::BTreeMap;

use super::FittedCentre;
use crate::history::{Contact, Log};
use crate::scenario::Channel;
use crate::units::HOUR;

/// Contacts that begin while their agent has another in hand, as a share, from which agents do several at once.
const AT_ONCE: f64 = 0.1;
/// Nobody works so long on one day without a break, s.
const TOO_LONG: f64 = 14.0 * HOUR;

/// Why figures of a fit are not to be believed, in sentences; none where nothing is seen.
#[must_use]
pub fn doubts(log: &Log, centre: &FittedCentre) -> Vec<String> {
    // Several chats at once are understood where the log says that they are chats.
    let is_chat = |contact: &Contact| log.channel(contact.kind) == Some(Channel::Chat);
    // What may wait is put aside for others, and is open meanwhile.
    let is_known = |contact: &Contact| is_chat(contact) || log.is_deferred(contact.kind);
    let mut answered: Vec<u32> = (0..log.contacts.len() as u32).collect();
    let of = |place: &u32| &log.contacts[*place as usize];
    answered.retain(|place| of(place).is_answered() && !is_known(of(place)));
    answered.sort_by(|a, b| of(a).left_queue().total_cmp(&of(b).left_queue()));
    let overlapping = overlapping(answered.iter().map(of)) / (answered.len() as f64).max(1.0);
    let stretches = centre.staff.iter().flat_map(|staff| &staff.duty.stretches);
    let long = stretches.filter(|stretch| stretch.until - stretch.from > TOO_LONG).count();
    let mut doubts = Vec::new();
    if overlapping >= AT_ONCE {
        doubts.push(format!(
            "{:.0} % of the answered contacts begin while their agent has another in hand, as chats do: the scenario has \
             agents with one contact at a time, and far too few of them. Say in a mapping which types are \
             chats: `channels = {{ \"name of the type\" = \"chat\" }}`.",
            overlapping * 100.0
        ));
    }
    if long > 0 {
        doubts.push(format!(
            "{long} times an agent seems to be there for more than 14 h of a day without a break: either the log's agents are \
             seats or log-ins that several people use, which is as good, or a long absence in which nobody waited is not \
             seen, and there are too many agents."
        ));
    }
    doubts
}

/// How many of these, in the order in which they were begun, begin while their agent has another in hand; a second is forgiven.
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
