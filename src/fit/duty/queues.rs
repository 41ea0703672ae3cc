//! When somebody waited whom an agent takes.

use std::collections::BTreeMap;

use super::Waited;

/// The stretches in which contacts of given types waited, merged: live ones, or deferred ones for agents who take no
/// others.
pub(in crate::fit) struct Queues {
    waits: Vec<Waited>,
    /// Bits of the deferred types.
    deferred: u64,
    merged: BTreeMap<u64, Vec<(f64, f64)>>,
}

impl Queues {
    pub(in crate::fit) fn new(waits: &[Waited]) -> Self {
        let real = waits.iter().filter(|wait| wait.until > wait.from && wait.kind < 64);
        let mut waits: Vec<Waited> = real.copied().collect();
        waits.sort_by(|a, b| a.from.total_cmp(&b.from));
        let deferred = waits.iter().filter(|wait| wait.deferred).fold(0, |bits, wait| bits | 1 << wait.kind);
        Self { waits, deferred, merged: BTreeMap::new() }
    }

    pub(in crate::fit) fn of(&mut self, skills: u64) -> &[(f64, f64)] {
        let live = skills & !self.deferred;
        let skills = if live == 0 { skills } else { live };
        self.merged.entry(skills).or_insert_with(|| merged(&self.waits, skills))
    }
}

fn merged(waits: &[Waited], skills: u64) -> Vec<(f64, f64)> {
    let mut out: Vec<(f64, f64)> = Vec::new();
    for wait in waits.iter().filter(|wait| skills >> wait.kind & 1 == 1) {
        match out.last_mut().filter(|last| wait.from <= last.1) {
            Some(last) => last.1 = last.1.max(wait.until),
            None => out.push((wait.from, wait.until)),
        }
    }
    out
}

/// For how long somebody waited between two moments, s.
pub(super) fn waited_between(waiting: &[(f64, f64)], from: f64, until: f64) -> f64 {
    let first = waiting.partition_point(|stretch| stretch.1 <= from);
    let inside = waiting[first..].iter().take_while(|stretch| stretch.0 < until);
    inside.map(|(a, b)| b.min(until) - a.max(from)).sum()
}

/// After-contact work where somebody was waiting when a handling ended: up to the next handling, or as long as somebody
/// waited (censored). Logs in whole seconds may be two off: who takes a contact just after the queue has emptied took
/// it from there.
pub(super) fn own_time(waiting: &[(f64, f64)], ended: f64, next: f64) -> Option<(f64, bool)> {
    const SLACK: f64 = 2.0;
    let before = waiting.partition_point(|stretch| stretch.0 < ended).checked_sub(1)?;
    let emptied = waiting[before].1;
    let seen = emptied > ended + 1.0 && next >= ended - SLACK;
    seen.then(|| if next <= emptied + SLACK { ((next - ended).max(0.0), true) } else { (emptied - ended, false) })
}
