//! Which sets of types become groups of agents.

use std::collections::BTreeMap;

use super::super::Duty;
use super::super::duty::day_of;
use super::FittedType;
use super::staff::type_bit;
use crate::history::Log;

/// Types with a smaller share of all answered contacts say nothing about what an agent is there for.
const MAJOR: f64 = 0.05;
/// A set of types is a group when its agents are there for so large a share of all hours on duty ...
const LEAST_SHARE: f64 = 0.03;
/// ... and there are at most so many.
const MOST: usize = 8;

/// The groups, and what their agents were taken for.
pub(super) struct Groups {
    /// Sets of types, as bits: those by which agents on duty are known, those with the fewest types first, for who can
    /// do least is tried first.
    pub(super) skills: Vec<u64>,
    /// What each of them takes, the smaller types too.
    pub(super) takes: Vec<u64>,
    /// The share of all hours on duty whose agents take other major types than their group.
    pub(super) regrouped: f64,
}

/// Puts every stretch on duty into a group. Groups are the sets of major types; rare sets join the group that they are
/// most like: the largest share of the contacts of both together that both take. A smaller type is taken by the groups
/// that handle at least half as much of it as of everything, and every type by one.
pub(super) fn grouped(duty: &mut Duty, log: &Log, types: &[FittedType]) -> Groups {
    let answered: f64 = types.iter().map(|one| one.answered as f64).sum();
    let bit = |one: &FittedType| type_bit(log, one.kind);
    let with = |of: usize| types.iter().filter(|one| bit(one) == of).map(|one| one.answered as f64).sum::<f64>();
    let major = types.iter().map(bit).filter(|bit| with(*bit) >= MAJOR * answered);
    let major = major.fold(0_u64, |bits, bit| bits | 1 << bit);
    // Who took minor types alone could do anything.
    let known = |skills: u64| if skills & major == 0 { major } else { skills & major };
    duty.stretches.iter_mut().for_each(|stretch| stretch.skills = known(stretch.skills));
    let mut hours: BTreeMap<u64, f64> = BTreeMap::new();
    for stretch in &duty.stretches {
        *hours.entry(stretch.skills).or_default() += stretch.until - stretch.from;
    }
    let all: f64 = hours.values().sum();
    let mut ranked: Vec<(u64, f64)> = hours.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let is_often =
        |(place, (_, own)): &(usize, &(u64, f64))| *place == 0 || (*place < MOST && *own >= LEAST_SHARE * all);
    let mut skills: Vec<u64> = ranked.iter().enumerate().take_while(is_often).map(|(_, (skills, _))| *skills).collect();
    cover(&mut skills, &ranked);
    let mut moved = 0.0;
    for stretch in &mut duty.stretches {
        let group = most_like(stretch.skills, &skills, types, bit);
        moved += if group == stretch.skills { 0.0 } else { stretch.until - stretch.from };
        stretch.skills = group;
    }
    skills.sort_by_key(|skills| (skills.count_ones(), *skills));
    let takes = with_minor(duty, log, types, &skills, major);
    Groups { skills, takes, regrouped: if all > 0.0 { moved / all } else { 0.0 } }
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

/// The group that takes most of what a set of types is.
fn most_like(set: u64, groups: &[u64], types: &[FittedType], bit: impl Fn(&FittedType) -> usize) -> u64 {
    let volume = |bits: u64| {
        let own = types.iter().filter(|one| bits >> bit(one) & 1 == 1);
        own.map(|one| one.contacts as f64).sum::<f64>()
    };
    let likeness = |group: &u64| volume(set & group) / volume(set | group).max(1.0);
    groups.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).unwrap_or(set)
}

/// What each group takes, with the smaller types that it handles.
fn with_minor(duty: &Duty, log: &Log, types: &[FittedType], skills: &[u64], major: u64) -> Vec<u64> {
    let of_agent: BTreeMap<(i32, u32), u64> =
        duty.stretches.iter().map(|stretch| ((stretch.day(), stretch.agent), stretch.skills)).collect();
    let mut handled = vec![[0.0_f64; 64]; skills.len()];
    for contact in log.contacts.iter().filter(|contact| contact.is_answered()) {
        let group = contact.agent().and_then(|agent| of_agent.get(&(day_of(contact.left_queue()), agent)));
        if let Some(place) = group.and_then(|group| skills.iter().position(|own| own == group)) {
            handled[place][type_bit(log, contact.kind)] += 1.0;
        }
    }
    let mut takes = skills.to_vec();
    for kind in types.iter().map(|one| type_bit(log, one.kind)).filter(|kind| major >> kind & 1 == 0) {
        let share = |place: usize| handled[place][kind] / handled[place].iter().sum::<f64>().max(1.0);
        let all = handled.iter().map(|own| own[kind]).sum::<f64>() / handled.iter().flatten().sum::<f64>().max(1.0);
        let most = (0..skills.len()).max_by(|a, b| share(*a).total_cmp(&share(*b)));
        (0..skills.len()).filter(|place| share(*place) >= 0.5 * all || Some(*place) == most).for_each(|place| {
            takes[place] |= 1 << kind;
        });
    }
    takes
}
