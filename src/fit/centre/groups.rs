//! Which sets of types become groups of agents.

use std::collections::BTreeMap;

use super::super::Duty;
use super::FittedType;
use super::staff::bit;

/// A set of types is a group when its agents are there for so large a share of all hours on duty ...
const LEAST_SHARE: f64 = 0.03;
/// ... and there are at most so many.
const MOST: usize = 8;

/// The groups, and what their agents were taken for.
pub(super) struct Groups {
    /// Sets of types, as bits, those with the fewest types first: who can do least is tried first.
    pub(super) skills: Vec<u64>,
    /// The share of all hours on duty whose agents take other types than their group.
    pub(super) regrouped: f64,
}

/// Puts every stretch on duty into a group. Sets of types that are rare join the group that they are most like: the
/// largest share of the contacts of both together that both take. Every type that somebody handled is taken by a group.
pub(super) fn grouped(duty: &mut Duty, types: &[FittedType]) -> Groups {
    let known = types.iter().fold(0_u64, |bits, one| bits | 1 << bit(one.kind));
    duty.stretches.iter_mut().for_each(|stretch| stretch.skills &= known);
    duty.stretches.retain(|stretch| stretch.skills != 0);
    let mut hours: BTreeMap<u64, f64> = BTreeMap::new();
    for stretch in &duty.stretches {
        *hours.entry(stretch.skills).or_default() += stretch.until - stretch.from;
    }
    let all: f64 = hours.values().sum();
    let mut ranked: Vec<(u64, f64)> = hours.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let often = ranked
        .iter()
        .enumerate()
        .take_while(|(place, (_, own))| *place == 0 || (*place < MOST && *own >= LEAST_SHARE * all));
    let mut skills: Vec<u64> = often.map(|(_, (skills, _))| *skills).collect();
    cover(&mut skills, &ranked);
    let mut moved = 0.0;
    for stretch in &mut duty.stretches {
        let group = most_like(stretch.skills, &skills, types);
        moved += if group == stretch.skills { 0.0 } else { stretch.until - stretch.from };
        stretch.skills = group;
    }
    skills.sort_by_key(|skills| (skills.count_ones(), *skills));
    Groups { skills, regrouped: if all > 0.0 { moved / all } else { 0.0 } }
}

/// Adds the largest sets with a type that no group takes yet.
fn cover(skills: &mut Vec<u64>, ranked: &[(u64, f64)]) {
    for (set, _) in ranked {
        let taken = skills.iter().fold(0, |bits, one| bits | one);
        if set & !taken != 0 {
            skills.push(*set);
        }
    }
}

fn most_like(set: u64, groups: &[u64], types: &[FittedType]) -> u64 {
    let volume = |bits: u64| {
        let own = types.iter().filter(|one| bits >> bit(one.kind) & 1 == 1);
        own.map(|one| one.contacts as f64).sum::<f64>()
    };
    let likeness = |group: &u64| volume(set & group) / volume(set | group).max(1.0);
    groups.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).unwrap_or(set)
}
