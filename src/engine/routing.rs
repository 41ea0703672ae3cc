//! Who gets whom: the group for an arriving contact, the waiting contact for a free agent.

use super::Contact;
use super::ids::{GroupId, Set};
use super::model::{GroupModel, TypeModel};
use super::queues::{Queues, Waiting};

/// The group of an arriving contact: of the first tier with an idle agent, the first in file order.
#[inline(always)]
pub(super) fn group_for(kind: &TypeModel, idle_groups: Set) -> Option<GroupId> {
    if let Some(group) = kind.only {
        return idle_groups.contains(group.index()).then_some(group);
    }
    for tier in &kind.tiers {
        if let Some(group) = tier.and(idle_groups).first() {
            return Some(GroupId(group as u16));
        }
    }
    None
}

/// Takes the waiting contact that a free agent of the group handles next, among the types allowed: of the most urgent
/// class, the longest waiting, head starts counted as waits. Those found without patience left are handed over.
#[inline(always)]
pub(super) fn next_contact(
    group: &GroupModel,
    queues: &mut Queues,
    allowed: Set,
    now: f64,
    mut left: impl FnMut(Waiting),
) -> Option<Contact> {
    for class in &group.classes {
        if let Some(kind) = class.only {
            if (allowed == Set::ALL || allowed.contains(kind.index()))
                && let Some(contact) = queues.pop(kind.index(), now, &mut left)
            {
                return Some(contact);
            }
            continue;
        }
        let types = queues.waiting.and(allowed).and(class.types);
        if !types.is_empty()
            && let Some(kind) = longest_waiting(group, queues, types, now, &mut left)
        {
            return queues.pop(kind, now, &mut left);
        }
    }
    None
}

#[inline(never)]
fn longest_waiting(
    group: &GroupModel,
    queues: &mut Queues,
    types: Set,
    now: f64,
    left: &mut impl FnMut(Waiting),
) -> Option<usize> {
    let mut best = None;
    let mut earliest = f64::INFINITY;
    for kind in types {
        let arrived = queues.first_arrived(kind, now, &mut *left).unwrap_or(f64::INFINITY);
        let joined = arrived - group.head_start[kind];
        if joined < earliest && now >= arrived + group.after[kind] {
            earliest = joined;
            best = Some(kind);
        }
    }
    best
}
