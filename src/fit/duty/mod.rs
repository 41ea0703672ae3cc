//! Who was on duty when, from a log that only names who handled what.

mod queues;

use std::collections::BTreeMap;

pub(super) use self::queues::Queues;
use self::queues::{own_time, waited_between};
use super::{Fitted, Source};
use crate::scenario::{NotReady, Scenario};
use crate::stats::{Durations, Estimate};
use crate::units::{DAY, HOUR};

/// A contact that an agent handled. All times are s on a clock that runs through all days, midnights at multiples of a
/// day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handled {
    /// The agent's number.
    pub agent: u32,
    /// The contact type's number, below 64.
    pub kind: usize,
    /// From when.
    pub from: f64,
    /// Until when.
    pub until: f64,
}

/// A contact that waited, on the same clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waited {
    /// The contact type's number, below 64.
    pub kind: usize,
    /// Since when.
    pub from: f64,
    /// Until it was answered or left.
    pub until: f64,
    /// Whether it may wait for a quiet hour, as e-mails do: to agents who take other types too it says nothing.
    pub deferred: bool,
}

/// What is assumed of agents on duty, with the figures of the usual rule, for those who read a fitted scenario.
pub const DUTY_ASSUMED: &str = "Agents on duty. The log names who handled a contact, not who was there. A turn of an \
             agent is what lies between two rests of five hours or more, over midnight too. On duty is the time from its \
             first to its last contact, without gaps of more than five minutes in which somebody waited, for more than 30 s \
             in all, whom that agent takes. A shorter gap than a rest in which nobody waited counts as duty; before a first \
             contact that was answered at once, half of the time since somebody last waited counts too (half an hour at \
             most), and so does half of the time after the last contact until somebody waited again. Means over days, in \
             whole numbers that keep the hours of a day.";

/// The assumptions by which presence is told from a log of handlings.
///
/// Handlings of an agent without a `rest` between them are a turn, whatever the calendar says. An agent is on duty from
/// the first to the last handling of a turn, without the gaps of more than `gap` during which somebody whom the agent
/// takes waited for more than `waited` in all: whoever had been there would have answered. A gap in which nobody waited
/// counts as duty, for a free agent leaves no trace. Before a first contact that was answered at once, half of the time
/// counts since somebody last waited (half an hour at most), and after the last one half of the time until somebody
/// waited again. Breaks in quiet hours are not seen. `gap` parts after-contact work from absence: it should be longer
/// than the former.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DutyRule {
    /// A gap that is longer may be an absence, s.
    pub gap: f64,
    /// It is one when contacts waited for longer in it, s, all together.
    pub waited: f64,
    /// Who handles nothing for longer, s, has gone home and come back: a free night is longer, and few wait so long for a
    /// contact.
    pub rest: f64,
    /// An agent takes a type when so many of it were handled in the turn ...
    pub least: usize,
    /// ... and so large a share of all that the agent handled.
    pub least_share: f64,
}

impl Default for DutyRule {
    /// Five minutes, 30 s, two contacts and 3 %: what agrees best with itself in the log of a bank (the scenario
    /// `bank-february.toml` tells how). Five hours of rest: less than any night off, more than a quiet night at work.
    fn default() -> Self {
        Self { gap: 300.0, waited: 30.0, rest: 5.0 * HOUR, least: 2, least_share: 0.03 }
    }
}

/// How many times as long as agents are away on average somebody waits in a gap before they are taken to be gone: of
/// those who are there, one in twelve is away for longer (`exp(-2.5)`).
const TIMES_AWAY: f64 = 2.5;

impl DutyRule {
    /// The rule where agents with nothing in hand are not always ready: a gap in which somebody waited is no absence as
    /// long as it may be one of those times.
    #[must_use]
    pub fn for_absences(self, not_ready: Option<NotReady>) -> Self {
        let waited = not_ready.map_or(self.waited, |away| self.waited.max(TIMES_AWAY * away.mean.get()));
        Self { waited, ..self }
    }

    /// The usual rule for the agents of a scenario: of groups that differ the one that is away for longest counts.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let away = scenario.groups.iter().filter_map(|group| group.not_ready);
        Self::default().for_absences(away.max_by(|a, b| a.mean.get().total_cmp(&b.mean.get())))
    }
}

/// A stretch on duty, on the clock of the handlings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The agent's number.
    pub agent: u32,
    /// The types that the agent takes in this turn: bit `k` for type `k`.
    pub skills: u64,
    /// From when.
    pub from: f64,
    /// Until when.
    pub until: f64,
    /// When the agent wanted to leave: before `until` where a contact in hand was finished first.
    pub meant: f64,
}

impl Stretch {
    /// The number of the day on which it begins.
    #[must_use]
    pub fn day(&self) -> i32 {
        day_of(self.from)
    }
}

/// The number of the day of a moment.
pub(super) fn day_of(moment: f64) -> i32 {
    (moment / DAY).floor() as i32
}

/// What a log of handlings says about the agents.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The stretches on duty, by agent and time.
    pub stretches: Vec<Stretch>,
    /// After-contact work, right-censored: a contact that the agent takes was waiting when a handling ended, so the
    /// time to the next is the agent's own, up to the moment when nobody waits any more. What is longer than the rule's
    /// gap is absence.
    pub after_contact: Durations,
}

/// Applies the rule, and keeps what lies `between` two moments: a stretch that had begun before them begins with them,
/// one that goes on after them keeps its end. Turns are told rightly where the handlings half a day around are given too.
#[must_use]
pub fn duty(handled: &[Handled], waits: &[Waited], rule: DutyRule, between: (f64, f64)) -> Duty {
    let mut own = handled.to_vec();
    own.sort_by(|a, b| a.agent.cmp(&b.agent).then(a.from.total_cmp(&b.from)));
    let sessions = Sessions::new(handled);
    let mut queues = Queues::new(waits);
    let (mut stretches, mut after_contact) = (Vec::new(), Vec::new());
    for turn in turns(&own, rule.rest) {
        let skills = skills(turn, rule);
        let mut told = Turn { rule, skills, waiting: queues.of(skills), sessions: &sessions, between };
        told.stretches(turn, &mut stretches);
        after_contact.extend(told.after_contact(turn));
    }
    Duty { stretches, after_contact: Durations::new(after_contact) }
}

/// The handlings of each agent (sorted by agent and time) between two rests.
fn turns(own: &[Handled], rest: f64) -> Vec<&[Handled]> {
    let (mut turns, mut start, mut until) = (Vec::new(), 0, f64::INFINITY);
    for (place, one) in own.iter().enumerate() {
        if one.agent != own[start].agent || one.from - until > rest {
            turns.push(&own[start..place]);
            (start, until) = (place, one.until);
        }
        until = if place == start { one.until } else { until.max(one.until) };
    }
    turns.extend(own.get(start..).filter(|turn| !turn.is_empty()));
    turns
}

/// A turn of one agent, and what is known beside it.
struct Turn<'a> {
    rule: DutyRule,
    skills: u64,
    waiting: &'a [(f64, f64)],
    sessions: &'a Sessions,
    between: (f64, f64),
}

impl Turn<'_> {
    fn stretches(&mut self, turn: &[Handled], into: &mut Vec<Stretch>) {
        let (rule, waiting) = (self.rule, self.waiting);
        let Handled { mut from, mut until, .. } = turn[0];
        let mut last = from;
        let (opened, closed) = self.sessions.of(from);
        from = came(waiting, from, opened);
        for next in &turn[1..] {
            if next.from - until > rule.gap && waited_between(waiting, until, next.from) > rule.waited {
                self.keep(into, turn[0].agent, (from, until), f64::midpoint(last, until));
                from = next.from;
            }
            if next.until > until {
                (last, until) = (next.from, next.until);
            }
        }
        let closed = closed.max(self.sessions.of(last).1);
        let (meant, until) = left(waiting, (last, until), closed);
        self.keep(into, turn[0].agent, (from, until), meant);
    }

    fn keep(&self, into: &mut Vec<Stretch>, agent: u32, (from, until): (f64, f64), meant: f64) {
        let (begin, end) = self.between;
        if from < end && until > begin {
            let from = from.max(begin);
            into.push(Stretch { agent, skills: self.skills, from, until, meant: meant.max(from) });
        }
    }

    fn after_contact(&self, turn: &[Handled]) -> Vec<(f64, bool)> {
        let mut until = turn[0].until;
        let own = |next: &Handled| {
            let seen = (self.between.0 <= until && until < self.between.1).then_some(until);
            until = until.max(next.until);
            own_time(self.waiting, seen?, next.from)
        };
        turn[1..].iter().filter_map(own).collect()
    }
}

/// When the centre was at work: handlings with shorter breaks between them than [`CLOSED`].
struct Sessions(Vec<(f64, f64)>);

/// Where nobody handles anything for so long, s, the centre is closed, or as good as.
const CLOSED: f64 = 2.0 * HOUR;

impl Sessions {
    fn new(handled: &[Handled]) -> Self {
        let mut spans: Vec<(f64, f64)> = handled.iter().map(|one| (one.from, one.until)).collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut sessions: Vec<(f64, f64)> = Vec::new();
        for (from, until) in spans {
            match sessions.last_mut().filter(|last| from - last.1 <= CLOSED) {
                Some(last) => last.1 = last.1.max(until),
                None => sessions.push((from, until)),
            }
        }
        Self(sessions)
    }

    /// The session of a moment at which a handling began.
    fn of(&self, moment: f64) -> (f64, f64) {
        let after = self.0.partition_point(|session| session.0 <= moment);
        after.checked_sub(1).map_or((moment, moment), |place| self.0[place])
    }
}

/// An agent sat there ready for so long before the first contact, or after the last one, at most, s.
const READY: f64 = 1800.0;

/// Since when an agent was there whose first contact of a turn began at a moment. Where somebody waited up to then, since then.
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

/// When an agent wanted to leave, and left, whose last handling of a turn had this beginning and end. Where somebody
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
            for day in stretch.day()..=day_of(stretch.until) {
                let midnight = f64::from(day) * DAY;
                for (ends, present) in edges.windows(2).zip(&mut present) {
                    let inside =
                        (stretch.until.min(midnight + ends[1]) - stretch.from.max(midnight + ends[0])).max(0.0);
                    *present.entry(day).or_default() += inside / (ends[1] - ends[0]);
                }
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
