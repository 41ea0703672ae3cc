//! Who was taken while others waited: the choices of a log.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{DailyDuty, DutyRule, day_number, type_bit};
use crate::history::{Contact, Day, Log};

/// Moments of two contacts are rounded each for itself: who came or left so near to a choice was perhaps not there, s.
const ROUNDED: f64 = 1.0;

/// Two contacts of different priorities that waited at once for an agent who takes both, one of whom was taken. A long log
/// has millions of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    /// The number of the day.
    pub(super) day: i32,
    /// The priorities by their numbers, the smaller one first.
    pub(super) priorities: (u8, u8),
    /// How much longer the contact of the greater number had waited, s.
    pub(super) lead: f32,
    /// Whether it was taken.
    pub(super) taken: bool,
}

/// All choices, day by day. Beside the contact taken stands the longest waiting of each other priority: who waited less
/// than another of the same priority had no turn.
pub(super) fn choices(log: &Log, rule: DutyRule) -> Vec<Choice> {
    let mut priorities = log.contacts.iter().filter_map(Contact::priority);
    let first = priorities.next();
    if priorities.all(|one| Some(one) == first) {
        return Vec::new();
    }
    let duty = DailyDuty::new(log, rule);
    log.days.iter().flat_map(|day| of_day(log, day, duty)).collect()
}

/// Who waits, by priority and type, those who came first in front.
type Waiting = BTreeMap<(u8, usize), BTreeSet<(u64, usize)>>;

fn of_day(log: &Log, day: &Day, duty: DailyDuty<'_>) -> Vec<Choice> {
    let skills: BTreeMap<u32, u64> =
        duty.of(day).stretches.iter().map(|stretch| (stretch.agent, stretch.skills)).collect();
    let contacts = log.of_day(day);
    let waits =
        |one: &Contact| one.wait() > 0.0 && (one.is_answered() || one.is_abandoned()) && !log.is_deferred(one.kind);
    let came = (0..contacts.len()).filter(|place| waits(&contacts[*place]) && contacts[*place].priority().is_some());
    let mut events: Vec<(f64, bool, usize)> = came
        .flat_map(|place| [(contacts[place].arrived, false, place), (contacts[place].left_queue(), true, place)])
        .collect();
    events.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut waiting, mut found) = (Waiting::new(), Vec::new());
    for (now, leaves, place) in events {
        let contact = &contacts[place];
        let own = waiting.entry((contact.priority().unwrap_or(0), type_bit(log, contact.kind))).or_default();
        // Moments after 1970 have bits in the order of time.
        let entry = (contact.arrived.max(0.0).to_bits(), place);
        if !leaves {
            own.insert(entry);
            continue;
        }
        own.remove(&entry);
        let set = contact.agent().filter(|_| contact.is_answered()).and_then(|agent| skills.get(&agent));
        if let Some(set) = set.filter(|set| *set >> type_bit(log, contact.kind) & 1 == 1) {
            found.extend(of_moment(contacts, contact, now, *set, &waiting, day_number(day)));
        }
    }
    found
}

/// What the taking of a contact at a moment tells, by an agent who takes a set of types.
fn of_moment(contacts: &[Contact], taken: &Contact, now: f64, set: u64, waiting: &Waiting, day: i32) -> Vec<Choice> {
    let Some(own) = taken.priority() else { return Vec::new() };
    let mut others: BTreeMap<u8, f64> = BTreeMap::new();
    for ((priority, _), queue) in waiting.iter().filter(|((one, bit), _)| *one != own && set >> bit & 1 == 1) {
        let there = |one: &Contact| one.arrived < now - ROUNDED && one.left_queue() > now + ROUNDED;
        if let Some(first) = queue.iter().map(|(_, place)| &contacts[*place]).find(|one| there(one)) {
            let arrived = others.entry(*priority).or_insert(first.arrived);
            *arrived = arrived.min(first.arrived);
        }
    }
    let choice = |(other, arrived): (u8, f64)| {
        let more = arrived - taken.arrived;
        let (lead, is_taken) = if own > other { (more, true) } else { (-more, false) };
        Choice { day, priorities: (own.min(other), own.max(other)), lead: lead as f32, taken: is_taken }
    };
    others.into_iter().map(choice).collect()
}
