//! A type whose priorities are served differently becomes several types.

use super::super::DutyRule;
use super::{HeadStarts, head_starts};
use crate::history::{Contact, Log};

/// A priority with a smaller share of the contacts of a type that waited is put to the nearest one ...
const LEAST_SHARE: f64 = 0.05;
/// ... and so is one with fewer of them.
const LEAST: f64 = 100.0;
/// Priorities of those who were answered at once are told when their shares differ by less from those of who waited.
const ALIKE: f64 = 0.25;

/// Which types of a log are parted by priority, and what is known of those whose priority the log does not tell.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorityParts {
    types: Vec<Parted>,
}

/// A type that is parted.
#[derive(Clone, Debug, PartialEq)]
struct Parted {
    whole: u16,
    /// Priorities, and their shares of the contacts that waited.
    parts: Vec<(u8, f64)>,
    /// Whether the log tells the priority of a contact that was answered at once. Some look the customer up only for
    /// those who must wait.
    told_at_once: bool,
}

impl PriorityParts {
    /// The types that have contacts of several priorities that are served differently.
    #[must_use]
    pub fn of(log: &Log, rule: DutyRule) -> Self {
        head_starts(log, rule).map_or(Self { types: Vec::new() }, |starts| Self::served(log, &starts))
    }

    fn served(log: &Log, starts: &HeadStarts) -> Self {
        let known: Vec<u8> = starts.ahead.iter().map(|(priority, _)| *priority).collect();
        let parted = |whole: u16| {
            let waited = counts(log, whole, &known, |contact| contact.wait() > 0.0);
            let all: f64 = waited.iter().sum();
            let is_often = |count: f64| count >= LEAST && count >= LEAST_SHARE * all;
            let often: Vec<u8> =
                known.iter().zip(&waited).filter(|(_, count)| is_often(**count)).map(|(one, _)| *one).collect();
            (often.len() > 1).then(|| Parted::new(log, whole, &often))
        };
        Self { types: (0..log.kinds.len() as u16).filter_map(parted).collect() }
    }

    /// The types that a scenario has in parts, as [`PriorityParts::part`] names them, with the shares of a log.
    #[must_use]
    pub fn named<'a>(log: &Log, names: impl Iterator<Item = &'a str> + Clone) -> Self {
        let parted = |(whole, kind): (u16, &String)| {
            let priority = |name: &str| priority(name, kind);
            let is_new = !names.clone().any(|name| name == kind);
            let mut parts: Vec<u8> = names.clone().filter(|_| is_new).filter_map(priority).collect();
            parts.sort_unstable();
            (!parts.is_empty()).then(|| Parted::new(log, whole, &parts))
        };
        Self { types: (0..).zip(&log.kinds).filter_map(parted).collect() }
    }

    /// Whether a name is that of a part of a type.
    #[must_use]
    pub fn is_part(name: &str, whole: &str) -> bool {
        priority(name, whole).is_some()
    }

    /// Parts the types of a log: `calls` becomes `calls priority 1` and `calls priority 2`. Who has another priority
    /// is put to the nearest; who was answered at once in a log that does not tell their priority is dealt out, day by
    /// day, by the shares of those who waited: who has to wait is chance, the same for all.
    pub fn part(&self, log: &mut Log) {
        let mut next = log.kinds.len() as u16;
        let mut names = Vec::new();
        let mut dealt: Vec<(i32, Vec<f64>)> =
            self.types.iter().map(|one| (i32::MIN, vec![0.0; one.parts.len()])).collect();
        let mut first = Vec::new();
        for one in &self.types {
            let name = log.kinds.get(usize::from(one.whole)).cloned().unwrap_or_default();
            names.extend(one.parts.iter().map(|(priority, _)| (format!("{name}{PRIORITY}{priority}"), one.whole)));
            first.push(next);
            next += one.parts.len() as u16;
        }
        log.part(&names, |contact| {
            let Some(place) = self.types.iter().position(|one| one.whole == contact.kind) else { return contact.kind };
            first[place] + self.types[place].part_of(contact, &mut dealt[place]) as u16
        });
    }
}

/// Between the name of a type and the number of its priority.
const PRIORITY: &str = " priority ";

/// The priority of a part of a type, by its name.
fn priority(name: &str, whole: &str) -> Option<u8> {
    name.strip_prefix(whole)?.strip_prefix(PRIORITY)?.parse().ok()
}

impl Parted {
    fn new(log: &Log, whole: u16, priorities: &[u8]) -> Self {
        let shares = |counts: Vec<f64>| {
            let all = counts.iter().sum::<f64>().max(1.0);
            counts.into_iter().map(|count| count / all).collect::<Vec<f64>>()
        };
        let waited = shares(counts(log, whole, priorities, |contact| contact.wait() > 0.0));
        let at_once = shares(counts(log, whole, priorities, |contact| contact.wait() == 0.0));
        let apart: f64 = waited.iter().zip(&at_once).map(|(one, other)| (one - other).abs() / 2.0).sum();
        Self { whole, parts: priorities.iter().copied().zip(waited).collect(), told_at_once: apart < ALIKE }
    }

    fn part_of(&self, contact: &Contact, (day, dealt): &mut (i32, Vec<f64>)) -> usize {
        match contact.priority().filter(|_| contact.wait() > 0.0 || self.told_at_once) {
            Some(priority) => nearest(self.parts.iter().map(|(own, _)| *own), priority),
            None => {
                if *day != contact.day() {
                    (*day, *dealt) = (contact.day(), vec![0.0; dealt.len()]);
                }
                dealt.iter_mut().zip(&self.parts).for_each(|(owed, (_, share))| *owed += share);
                let next = (0..dealt.len()).max_by(|a, b| dealt[*a].total_cmp(&dealt[*b])).unwrap_or(0);
                dealt[next] -= 1.0;
                next
            }
        }
    }
}

/// Contacts of a type by the nearest of these priorities.
fn counts(log: &Log, whole: u16, priorities: &[u8], is_meant: impl Fn(&Contact) -> bool) -> Vec<f64> {
    let mut counts = vec![0.0; priorities.len()];
    for contact in log.contacts.iter().filter(|contact| log.whole(contact.kind) == whole && is_meant(contact)) {
        if let Some(priority) = contact.priority() {
            counts[nearest(priorities.iter().copied(), priority)] += 1.0;
        }
    }
    counts
}

fn nearest(priorities: impl Iterator<Item = u8>, priority: u8) -> usize {
    priorities.enumerate().min_by_key(|(_, own)| own.abs_diff(priority)).map_or(0, |(place, _)| place)
}

/// The priority that most contacts of a type have, of those that waited.
pub(in crate::fit) fn usual_priority(log: &Log, kind: u16) -> Option<u8> {
    let mut counts = [0_usize; 256];
    let own = log.contacts.iter().filter(|contact| contact.kind == kind && contact.wait() > 0.0);
    own.filter_map(Contact::priority).for_each(|priority| counts[usize::from(priority)] += 1);
    (0..=u8::MAX).filter(|one| counts[usize::from(*one)] > 0).max_by_key(|one| counts[usize::from(*one)])
}
