//! What a reader should know before believing the figures: what was seen, why it matters, what to try.

mod validity;

use std::fmt;

use crate::kpi::{AgentFigures, ContactFigures, ScenarioResult, Stop};
use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::Estimate;

/// One thing to know before believing the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What was seen.
    pub seen: String,
    /// Why it matters.
    pub matters: String,
    /// What to try.
    pub remedy: String,
}

impl Warning {
    /// A warning whose three texts have this key in the catalogue, with what was seen filled in already.
    fn new(language: Language, key: &str, seen: String) -> Self {
        let text = |part: &str| say!(language, &format!("warning-{key}-{part}"));
        Self { seen, matters: text("matters"), remedy: text("remedy") }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {} {}", self.seen, self.matters, self.remedy)
    }
}

/// Fewer replications than this make Student's t so wide that the intervals say little.
const FEW: u32 = 10;
/// A wider service level than ± this share is of little use for staffing.
const WIDE: f64 = 0.02;
/// Agents this busy have no slack; small surprises become long queues.
const BUSY: f64 = 0.9;
/// A mean above target that still fails on more days than this deserves a word.
const BAD_DAYS: f64 = 0.2;
/// More contacts than this who find all lines busy deserve a word.
const BLOCKED: f64 = 0.01;
/// More issues than this still open make all figures of issues depend on the horizon.
const OPEN: f64 = 0.05;

/// All warnings about one scenario, the ones about trust first.
#[must_use]
pub fn warnings(scenario: &ScenarioResult, language: Language) -> Vec<Warning> {
    let mut all: Vec<Warning> = custom(language, scenario).into_iter().collect();
    all.extend(stopped(language, scenario));
    all.extend(few(language, scenario));
    all.extend(contact_warnings(language, scenario));
    all.extend(busy(language, scenario));
    all.extend(beyond_cap(language, scenario));
    all.extend(open(language, scenario));
    all.extend(validity::endless_patience(language, scenario));
    all.extend(validity::beyond_surveys(language, scenario));
    all
}

/// Parts given in code.
fn custom(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let parts = crate::report::custom::parts(language, scenario)?;
    Some(Warning::new(language, "custom", say!(language, "warning-custom", parts = parts)))
}

fn stopped(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let key = match scenario.stop {
        Stop::Interrupted => "interrupted",
        Stop::MaxReplications => "imprecise",
        Stop::Replications | Stop::PrecisionReached => return None,
    };
    let seen = say!(language, &format!("warning-{key}"), count = scenario.replications);
    Some(Warning::new(language, key, seen))
}

fn few(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let key = match scenario.replications {
        0 | 1 => "single",
        n if n < FEW => "few",
        _ => return None,
    };
    let seen = say!(language, &format!("warning-{key}"), count = scenario.replications);
    Some(Warning::new(language, key, seen))
}

/// A condition on a contact type, with the key of the words that go with it.
struct Check {
    key: &'static str,
    /// The text to show beside the name when the condition holds.
    holds: fn(Language, &ContactFigures) -> Option<String>,
}

const CHECKS: [Check; 6] = [
    Check { key: "no-contact", holds: |_, c| c.offered.is_none_or(|o| o.value == 0.0).then(String::new) },
    Check {
        key: "rough",
        holds: |language, c| {
            let level = c.service_level?;
            level.half_width().filter(|half| *half > WIDE).map(|_| language.show(Kind::Share, Some(&level)))
        },
    },
    Check { key: "noise", holds: missed_by_chance },
    Check {
        key: "bad-days",
        holds: |language, c| {
            let days = c.days_met.filter(|d| meets_on_average(c) == Some(true) && d.value < 1.0 - BAD_DAYS)?;
            Some(say!(language, "warning-bad-days-share", share = language.share_between(Some(&days))))
        },
    },
    Check {
        key: "blocked",
        holds: |language, c| c.p_blocked.filter(|p| p.value > BLOCKED).map(|p| language.show(Kind::Share, Some(&p))),
    },
    Check {
        key: "closed",
        holds: |language, c| {
            let closed = c.closed.filter(|n| n.value > 0.0)?;
            Some(say!(language, "warning-closed-number", number = language.show(Kind::Count, Some(&closed))))
        },
    },
];

/// A service level below its target that chance alone could have put there, and how many replications would tell.
fn missed_by_chance(language: Language, contact: &ContactFigures) -> Option<String> {
    let (level, answer) = (contact.service_level?, contact.target?.answer?);
    let (short, half) = (answer - level.value, level.half_width()?);
    let by_chance = short > 0.0 && Verdict::at_least(&level, answer) == Verdict::Open;
    let (level, target) = (language.show(Kind::Share, Some(&level)), language.percent(answer));
    let times = libm::ceil((half / short) * (half / short)).clamp(2.0, 1000.0);
    by_chance.then(|| say!(language, "warning-noise-level", level = level, target = target, times = times as usize))
}

/// Whether the service level, or without a target for it the speed of answer, keeps its promise.
fn meets_on_average(contact: &ContactFigures) -> Option<bool> {
    let target = contact.target?;
    match target.answer {
        Some(least) => Some(contact.service_level?.value >= least),
        None => Some(contact.mean_wait_answered?.value <= target.asa?),
    }
}

fn contact_warnings(language: Language, scenario: &ScenarioResult) -> impl Iterator<Item = Warning> {
    CHECKS.iter().filter_map(move |check| {
        let named = |(name, c): (&String, &ContactFigures)| Some(subject(name, &(check.holds)(language, c)?));
        warning(language, check.key, &scenario.contacts.iter().filter_map(named).collect::<Vec<_>>())
    })
}

fn busy(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let over = |a: &AgentFigures| a.occupancy.filter(|o| o.value > BUSY);
    let named = |(name, a): (&String, &AgentFigures)| Some(subject(name, &shown(language, &over(a)?)));
    warning(language, "busy", &scenario.agents.iter().filter_map(named).collect::<Vec<_>>())
}

/// Groups whose occupancy is beyond what a plan may ask of them, with 95 % confidence.
fn beyond_cap(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let beyond = |a: &AgentFigures| (Verdict::on_occupancy(a) == Some(Verdict::Missed)).then_some(a.max_occupancy)?;
    let words = |a: &AgentFigures| {
        let (cap, occupancy) = (language.percent(beyond(a)?), shown(language, &a.occupancy?));
        Some(say!(language, "warning-cap-occupancy", occupancy = occupancy, cap = cap))
    };
    let named = |(name, a): (&String, &AgentFigures)| Some(subject(name, &words(a)?));
    warning(language, "cap", &scenario.agents.iter().filter_map(named).collect::<Vec<_>>())
}

fn open(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let journeys = scenario.journeys.as_ref()?;
    let share = journeys.open?.value / journeys.issues?.value;
    let seen = || say!(language, "warning-open", share = language.percent((share * 100.0).round() / 100.0));
    (share > OPEN).then(|| Warning::new(language, "open", seen()))
}

fn shown(language: Language, share: &Estimate) -> String {
    language.show(Kind::Share, Some(share))
}

fn subject(name: &str, detail: &str) -> String {
    if detail.is_empty() { name.to_owned() } else { format!("{name} ({detail})") }
}

/// One warning for all subjects of a kind: twelve contact types must not make twelve lines.
fn warning(language: Language, key: &str, subjects: &[String]) -> Option<Warning> {
    let names: Vec<&str> = subjects.iter().map(String::as_str).collect();
    let seen = || say!(language, &format!("warning-{key}"), names = language.list(&names));
    (!names.is_empty()).then(|| Warning::new(language, key, seen()))
}
