//! Which contacts have a head start in the queue: from who was taken while others waited.
//!
//! A contact with a head start counts as having waited so much longer. Of two that waited at once for an agent who takes
//! both, the order turns where the other has waited so much longer; the offset at which it does is the head start.

mod choices;
mod order;
mod parts;

use super::{DutyRule, Fitted, Source};
use crate::history::Log;
use crate::stats::Estimate;
use choices::{Choice, choices};
use order::{Contrary, HANSEN_95, Order, order};

pub use parts::PriorityParts;
pub(super) use parts::usual_priority;

/// Fewer choices do not tell, of a priority or of a stretch of days.
const ENOUGH: usize = 50;
/// Priorities that are told apart, at most: those with the most choices.
const MOST_LEVELS: usize = 5;
/// Head starts are looked for up to this, s; beyond it is a priority in the strict sense.
const LONGEST: f64 = 3_600.0;

/// How priorities are served.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadStarts {
    /// Each priority by its number in the log, and by how many seconds it is ahead of the one that is served last.
    pub ahead: Vec<(u8, Fitted)>,
    /// Since which day this holds, by its number: that of the first choice, unless the rule was seen to change.
    pub since: i32,
    /// Whether another rule held before.
    pub changed: bool,
    /// Pairs of contacts of different priorities, one of whom was taken while the other waited, since then.
    pub choices: u64,
    /// The share of them in which the other was taken.
    pub contrary: f64,
}

impl HeadStarts {
    /// The head start of a priority, or of the nearest one that is known.
    #[must_use]
    pub fn of(&self, priority: u8) -> Option<&Fitted> {
        let near = self.ahead.iter().min_by_key(|(own, _)| own.abs_diff(priority));
        near.map(|(_, ahead)| ahead)
    }
}

/// How the priorities of a log are served at its end; none where they are served as they come, or where too few choices
/// tell. Where the rule changed in the log, as the days tell it, what holds since the last change is given.
#[must_use]
pub fn head_starts(log: &Log, rule: DutyRule) -> Option<HeadStarts> {
    let mut known = choices(log, rule);
    let levels = levels(&known);
    known.retain(|choice| places(choice, &levels).is_some());
    let start = start_of_rule(&known, &levels);
    let last = known.get(start..).filter(|last| levels.len() > 1 && last.len() >= ENOUGH)?;
    let found = order(&counted(last, &levels));
    let parameters = (levels.len() - 1) as f64;
    let gain = 2.0 * (found.likelihood - found.without);
    if gain <= HANSEN_95 + parameters * libm::log(last.len() as f64) {
        return None;
    }
    Some(HeadStarts {
        ahead: ahead(&levels, &found, last.len()),
        since: last.first()?.day,
        changed: start > 0,
        choices: last.len() as u64,
        contrary: found.contrary / last.len() as f64,
    })
}

/// Priorities with enough choices, ascending.
fn levels(all: &[Choice]) -> Vec<u8> {
    let mut counts = [0_usize; 256];
    for choice in all {
        counts[usize::from(choice.priorities.0)] += 1;
        counts[usize::from(choice.priorities.1)] += 1;
    }
    let mut often: Vec<u8> = (0..=u8::MAX).filter(|one| counts[usize::from(*one)] >= ENOUGH).collect();
    often.sort_by_key(|one| std::cmp::Reverse(counts[usize::from(*one)]));
    often.truncate(MOST_LEVELS);
    often.sort_unstable();
    often
}

/// The places of the priorities of a choice among those that are told apart.
fn places(choice: &Choice, levels: &[u8]) -> Option<(usize, usize)> {
    let place = |priority: u8| levels.iter().position(|own| *own == priority);
    Some((place(choice.priorities.0)?, place(choice.priorities.1)?))
}

fn counted(all: &[Choice], levels: &[u8]) -> Contrary {
    let longest = all.iter().map(|choice| f64::from(choice.lead).abs()).fold(0.0, f64::max);
    let mut contrary = Contrary::new(levels.len(), longest.min(LONGEST) as usize + 2);
    for choice in all {
        if let Some(places) = places(choice, levels) {
            contrary.add(places, choice);
        }
    }
    contrary
}

/// The first choice since which one rule holds: days are parted where two rules are more likely than one by Schwarz's
/// criterion, which counts the day of the change as a parameter, and what follows is parted again.
fn start_of_rule(all: &[Choice], levels: &[u8]) -> usize {
    let mut start = 0;
    while levels.len() > 1 {
        let rest = &all[start..];
        let one = order(&counted(rest, levels)).likelihood;
        let Some((from, two)) = parted(rest, levels) else { break };
        if 2.0 * (two - one) <= (levels.len() as f64 + 1.0) * libm::log(rest.len() as f64) {
            break;
        }
        start += from;
    }
    start
}

/// Where choices are parted best between two days, with the likelihood of two rules.
fn parted(all: &[Choice], levels: &[u8]) -> Option<(usize, f64)> {
    let whole = counted(all, levels);
    let (mut before, mut best) = (whole.emptied(), None);
    let enough = ENOUGH..all.len().saturating_sub(ENOUGH).max(ENOUGH);
    for (place, pair) in all.windows(2).enumerate() {
        places(&pair[0], levels).into_iter().for_each(|places| before.add(places, &pair[0]));
        if pair[0].day == pair[1].day || !enough.contains(&(place + 1)) {
            continue;
        }
        let likelihood = order(&before).likelihood + order(&whole.without(&before)).likelihood;
        if best.is_none_or(|(_, most)| likelihood >= most) {
            best = Some((place + 1, likelihood));
        }
    }
    best
}

/// Head starts over the priority that is served last.
fn ahead(levels: &[u8], found: &Order, choices: usize) -> Vec<(u8, Fitted)> {
    let last = found.offsets.iter().copied().min().unwrap_or(0);
    let of = |(place, level): (usize, &u8)| {
        let from_last = |seconds: f64| (seconds - last as f64).max(0.0);
        let [low, high] = found.intervals[place];
        let ci95 = (found.offsets[place] != last).then_some([from_last(low), from_last(high)]);
        let value = from_last(found.offsets[place] as f64);
        let estimate = Estimate { value, std_error: None, ci95 };
        (*level, Fitted::new(estimate, choices as f64, Source::Choices))
    };
    levels.iter().enumerate().map(of).collect()
}
