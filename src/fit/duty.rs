//! Who was on duty when, from a log that only names who handled what.

use std::collections::BTreeMap;

use super::{Fitted, Source};
use crate::stats::{Durations, Estimate};

/// A contact that an agent handled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handled {
    /// The day's number.
    pub day: i32,
    /// The agent's number.
    pub agent: u32,
    /// The contact type's number, below 64.
    pub kind: usize,
    /// From when, s of the day; past midnight it goes on counting.
    pub from: f64,
    /// Until when, s of the day.
    pub until: f64,
}

/// A contact that waited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waited {
    /// The day's number.
    pub day: i32,
    /// The contact type's number, below 64.
    pub kind: usize,
    /// Since when, s of the day.
    pub from: f64,
    /// Until it was answered or left, s of the day.
    pub until: f64,
}

/// What is assumed of agents on duty, with the figures of the usual rule, for those who read a fitted scenario.
pub const DUTY_ASSUMED: &str = "Agents on duty. The log names who handled a contact, not who was there. On duty is the time from an agent's \
             first to last contact of a day, without gaps of more than five minutes in which somebody waited, for more \
             than 30 s in all, whom that agent takes. A gap in which nobody waited counts as duty; before a first \
             contact of the day that was answered at once, half of the time since somebody last waited counts too (half an \
             hour at most), and so does half of the time after the last contact until somebody waited again. Means over days, in whole numbers that keep the hours of a day.";

/// The assumptions by which presence is told from a log of handlings.
///
/// An agent is on duty from the first to the last handling of a day, without the gaps of more than `gap` during which
/// somebody whom the agent takes waited for more than `waited` in all: whoever had been there would have answered. A
/// gap in which nobody waited counts as duty, for a free agent leaves no trace. Before a first contact
/// of the day that was answered at once, half of the time counts since somebody last waited (half an hour at most), and
/// after the last one half of the time until somebody waited again. Breaks in quiet hours are not seen. `gap` parts
/// after-contact work from absence: it should be longer than the former.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DutyRule {
    /// A gap that is longer may be an absence, s.
    pub gap: f64,
    /// It is one when contacts waited for longer in it, s, all together.
    pub waited: f64,
    /// An agent takes a type when so many of it were handled on the day ...
    pub least: usize,
    /// ... and so large a share of all that the agent handled.
    pub least_share: f64,
}

impl Default for DutyRule {
    /// Five minutes, 30 s, two contacts and 3 %: what agrees best with itself in the log of a bank (the scenario
    /// `bank-february.toml` tells how).
    fn default() -> Self {
        Self { gap: 300.0, waited: 30.0, least: 2, least_share: 0.03 }
    }
}

/// A stretch on duty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The day's number.
    pub day: i32,
    /// The agent's number.
    pub agent: u32,
    /// The types that the agent takes on this day: bit `k` for type `k`.
    pub skills: u64,
    /// From when, s of the day.
    pub from: f64,
    /// Until when, s of the day.
    pub until: f64,
    /// When the agent wanted to leave, s of the day: before `until` where a contact in hand was finished first.
    pub meant: f64,
}

/// What a log of handlings says about the agents.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The stretches on duty, by day and agent.
    pub stretches: Vec<Stretch>,
    /// After-contact work, right-censored: a contact that the agent takes was waiting when a handling ended, so the
    /// time to the next is the agent's own, up to the moment when nobody waits any more. What is longer than the rule's
    /// gap is absence.
    pub after_contact: Durations,
}

/// Applies the rule to all days.
#[must_use]
pub fn duty(handled: &[Handled], waits: &[Waited], rule: DutyRule) -> Duty {
    let mut by_agent: BTreeMap<(i32, u32), Vec<Handled>> = BTreeMap::new();
    handled.iter().for_each(|one| by_agent.entry((one.day, one.agent)).or_default().push(*one));
    let (mut first_of, mut last_of): (BTreeMap<i32, f64>, BTreeMap<i32, f64>) = (BTreeMap::new(), BTreeMap::new());
    for one in handled {
        let first = first_of.entry(one.day).or_insert(one.from);
        *first = first.min(one.from);
        let last = last_of.entry(one.day).or_insert(one.until);
        *last = last.max(one.until);
    }
    let mut queues = Queues::new(waits);
    let (mut stretches, mut after_contact) = (Vec::new(), Vec::new());
    for ((day, agent), mut own) in by_agent {
        own.sort_by(|a, b| a.from.total_cmp(&b.from));
        let skills = skills(&own, rule);
        let waiting = queues.of(day, skills);
        let Handled { mut from, mut until, .. } = own[0];
        let mut last = from;
        from = came(waiting, from, first_of.get(&day).copied().unwrap_or(from));
        for next in &own[1..] {
            after_contact.extend(own_time(waiting, until, next.from));
            if next.from - until > rule.gap && waited_between(waiting, until, next.from) > rule.waited {
                stretches.push(Stretch { day, agent, skills, from, until, meant: f64::midpoint(last, until) });
                from = next.from;
            }
            if next.until > until {
                (last, until) = (next.from, next.until);
            }
        }
        let closed = last_of.get(&day).copied().unwrap_or(until);
        let (meant, until) = left(waiting, (last, until), closed);
        stretches.push(Stretch { day, agent, skills, from, until, meant });
    }
    Duty { stretches, after_contact: Durations::new(after_contact) }
}

/// An agent sat there ready for so long before the first contact, or after the last one, at most, s.
const READY: f64 = 1800.0;

/// Since when an agent was there whose first contact of the day began at a moment. Where somebody waited up to then, since then.
/// Otherwise the agent sat there ready, since some time after the last moment at which somebody waited whom the agent
/// takes, and after `earliest`: the middle of what is possible is taken.
fn came(waiting: &[(f64, f64)], first: f64, earliest: f64) -> f64 {
    let before = waiting.partition_point(|stretch| stretch.0 < first).checked_sub(1);
    let emptied = before.map_or(f64::NEG_INFINITY, |before| waiting[before].1);
    if emptied >= first - 1.0 {
        return first;
    }
    f64::midpoint(first, emptied.max(earliest).max(first - READY))
}

/// When an agent wanted to leave, and left, whose last handling of the day had this beginning and end. Where somebody
/// waited at its end whom the agent takes, the agent left then, and had wanted to during the handling, in its middle on
/// average.
/// Otherwise the agent sat there ready for some time, at most until somebody waited again, or the `latest`: the middle
/// of what is possible is taken.
fn left(waiting: &[(f64, f64)], last: (f64, f64), latest: f64) -> (f64, f64) {
    let next = waiting.partition_point(|stretch| stretch.1 <= last.1);
    let waits = waiting.get(next).map_or(f64::INFINITY, |stretch| stretch.0);
    if waits <= last.1 + 1.0 {
        return (f64::midpoint(last.0, last.1), last.1);
    }
    let until = f64::midpoint(last.1, waits.min(latest).min(last.1 + READY).max(last.1));
    (until, until)
}

/// The types that an agent takes; where none is handled often enough, all that were.
fn skills(own: &[Handled], rule: DutyRule) -> u64 {
    let mut counts = [0_usize; 64];
    own.iter().filter(|one| one.kind < 64).for_each(|one| counts[one.kind] += 1);
    let least = rule.least.max((rule.least_share * own.len() as f64).ceil() as usize);
    let of = |least: usize| (0..64).filter(|kind| counts[*kind] >= least).fold(0_u64, |bits, kind| bits | 1 << kind);
    match of(least) {
        0 => of(1),
        skills => skills,
    }
}

/// The stretches in which contacts of given types waited, merged, for every day.
struct Queues {
    by_day: BTreeMap<i32, Vec<Waited>>,
    merged: BTreeMap<(i32, u64), Vec<(f64, f64)>>,
}

impl Queues {
    fn new(waits: &[Waited]) -> Self {
        let mut by_day: BTreeMap<i32, Vec<Waited>> = BTreeMap::new();
        let real = waits.iter().filter(|wait| wait.until > wait.from && wait.kind < 64);
        real.for_each(|wait| by_day.entry(wait.day).or_default().push(*wait));
        by_day.values_mut().for_each(|day| day.sort_by(|a, b| a.from.total_cmp(&b.from)));
        Self { by_day, merged: BTreeMap::new() }
    }

    fn of(&mut self, day: i32, skills: u64) -> &[(f64, f64)] {
        let waits = self.by_day.get(&day).map_or(&[][..], Vec::as_slice);
        self.merged.entry((day, skills)).or_insert_with(|| merged(waits, skills))
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
fn waited_between(waiting: &[(f64, f64)], from: f64, until: f64) -> f64 {
    let first = waiting.partition_point(|stretch| stretch.1 <= from);
    let inside = waiting[first..].iter().take_while(|stretch| stretch.0 < until);
    inside.map(|(a, b)| b.min(until) - a.max(from)).sum()
}

/// After-contact work where somebody was waiting when a handling ended: up to the next handling, or as long as somebody
/// waited (censored). Logs in whole seconds may be two off: who takes a contact just after the queue has emptied took
/// it from there.
fn own_time(waiting: &[(f64, f64)], ended: f64, next: f64) -> Option<(f64, bool)> {
    const SLACK: f64 = 2.0;
    let before = waiting.partition_point(|stretch| stretch.0 < ended).checked_sub(1)?;
    let emptied = waiting[before].1;
    let seen = emptied > ended + 1.0 && next >= ended - SLACK;
    seen.then(|| if next <= emptied + SLACK { ((next - ended).max(0.0), true) } else { (emptied - ended, false) })
}

impl Duty {
    /// The sets of types that agents take, each once, ascending.
    #[must_use]
    pub fn groups(&self) -> Vec<u64> {
        let mut groups: Vec<u64> = self.stretches.iter().map(|stretch| stretch.skills).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    /// Mean number on duty between each two edges (s of the day) over the given days, of one group or of all; the
    /// interval is that of a mean over days. Who was there for a part of the time counts in part.
    #[must_use]
    pub fn staff(&self, group: Option<u64>, days: &[i32], edges: &[f64]) -> Vec<Fitted> {
        let mut present = vec![BTreeMap::<i32, f64>::new(); edges.len().saturating_sub(1)];
        for stretch in self.stretches.iter().filter(|stretch| group.is_none_or(|group| group == stretch.skills)) {
            for (ends, present) in edges.windows(2).zip(&mut present) {
                let inside = (stretch.until.min(ends[1]) - stretch.from.max(ends[0])).max(0.0);
                *present.entry(stretch.day).or_default() += inside / (ends[1] - ends[0]);
            }
        }
        present.iter().map(|present| mean_over(days, present)).collect()
    }
}

fn mean_over(days: &[i32], present: &BTreeMap<i32, f64>) -> Fitted {
    let n = days.len() as f64;
    let on = |day: &i32| present.get(day).copied().unwrap_or(0.0);
    let mean = days.iter().map(on).sum::<f64>() / n;
    let squares: f64 = days.iter().map(|day| (on(day) - mean) * (on(day) - mean)).sum();
    let estimate = Estimate::from_variance(mean, squares / (n - 1.0) / n, days.len() as u32);
    let ci95 = estimate.ci95.map(|[low, high]| [low.max(0.0), high]);
    Fitted::new(Estimate { ci95, ..estimate }, n, Source::Mean)
}
