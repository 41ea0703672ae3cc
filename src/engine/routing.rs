//! Who gets whom: the group for an arriving contact, the waiting contact for a free agent.

use super::ids::{GroupId, Set};
use super::model::GroupModel;
use super::queues::{Queues, Waiting};

/// The group of an arriving contact: of the first tier with an idle agent, the first in file order.
#[inline(always)]
pub(super) fn group_for(tiers: &[Set], idle_groups: Set) -> Option<GroupId> {
    for tier in tiers {
        if let Some(group) = tier.and(idle_groups).first() {
            return Some(GroupId(group as u16));
        }
    }
    None
}

/// The type of the waiting contact that a free agent of the group takes, among the types allowed: of the most urgent
/// class, the longest waiting. It is the first in its queue. Those found without patience left are handed over.
#[inline(always)]
pub(super) fn type_for(
    group: &GroupModel,
    queues: &mut Queues,
    allowed: Set,
    now: f64,
    mut left: impl FnMut(Waiting),
) -> Option<usize> {
    let waiting = queues.waiting.and(allowed);
    for class in &group.classes {
        if let Some(kind) = class.only {
            if waiting.contains(kind.index()) && queues.first(kind.index(), now, &mut left).is_some() {
                return Some(kind.index());
            }
            continue;
        }
        let types = waiting.and(class.types);
        if !types.is_empty()
            && let Some(kind) = longest_waiting(group, queues, types, now, &mut left)
        {
            return Some(kind);
        }
    }
    None
}

fn longest_waiting(
    group: &GroupModel,
    queues: &mut Queues,
    types: Set,
    now: f64,
    left: &mut impl FnMut(Waiting),
) -> Option<usize> {
    let mut best = None;
    let mut longest = f64::INFINITY;
    for kind in types {
        let arrived = queues.first(kind, now, &mut *left).map_or(f64::INFINITY, |first| first.contact.arrived);
        if arrived < longest && now >= arrived + group.after[kind] {
            longest = arrived;
            best = Some(kind);
        }
    }
    best
}
