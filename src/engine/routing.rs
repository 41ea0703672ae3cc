//! Who gets whom: the group for an arriving contact, the waiting contact for a free agent.

use super::ids::{GroupId, Place, Set};
use super::model::GroupModel;
use super::queues::Queues;

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

/// The waiting contact that a free agent of the group takes, among the types allowed: of the most urgent class, the
/// longest waiting.
#[inline(always)]
pub(super) fn contact_for(group: &GroupModel, queues: &Queues, allowed: Set, now: f64) -> Option<Place> {
    let waiting = queues.waiting.and(allowed);
    for class in &group.classes {
        if let Some(kind) = class.only {
            if waiting.contains(kind.index()) {
                return Some(queues.first(kind.index()));
            }
            continue;
        }
        let types = waiting.and(class.types);
        if !types.is_empty()
            && let Some(place) = longest_waiting(group, queues, types, now)
        {
            return Some(place);
        }
    }
    None
}

fn longest_waiting(group: &GroupModel, queues: &Queues, types: Set, now: f64) -> Option<Place> {
    let mut best = None;
    let mut longest = f64::INFINITY;
    for kind in types {
        let arrived = queues.first_arrived(kind);
        if arrived < longest && now >= arrived + group.after[kind] {
            longest = arrived;
            best = Some(queues.first(kind));
        }
    }
    best
}
