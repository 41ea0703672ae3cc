//! Where a model is used beyond what it was made for.

use super::{Warning, subject, warning};
use crate::kpi::{SatisfactionByWait, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::scenario::Channel;

/// Mean waits beyond this, s, are cut short by people who give up, where they can.
const PATIENT: f64 = 60.0;
/// Surveys ask about waits up to some times what is expected; none was seen that went beyond this multiple.
const ASKED: f64 = 10.0;
/// Fewer contacts than this share beyond that move no figure much.
const SOME: f64 = 0.05;

/// Contact types whose customers are live and wait long, and yet never abandon.
pub(super) fn endless_patience(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let assumed = &scenario.assumptions.as_ref()?.contacts;
    let endless = |name: &str| {
        let live = assumed.get(name).filter(|contact| matches!(contact.channel, Channel::Voice | Channel::Chat));
        live.is_some_and(|contact| contact.patience.is_none())
    };
    let long = |name: &str| scenario.contacts[name].mean_wait.filter(|wait| wait.value > PATIENT);
    let words = |name: &String| {
        let wait = language.show(Kind::Duration, Some(&long(name).filter(|_| endless(name))?));
        Some(subject(name, &say!(language, "warning-endless-wait", wait = wait)))
    };
    warning(language, "endless", &scenario.contacts.keys().filter_map(words).collect::<Vec<_>>())
}

/// Contact types many of whose customers wait longer than any survey behind the model of satisfaction asked about.
pub(super) fn beyond_surveys(language: Language, scenario: &ScenarioResult) -> Option<Warning> {
    let curves = &scenario.customers.as_ref()?.by_wait;
    let words = |(name, curve): (&String, &SatisfactionByWait)| {
        let limit = curve.expected * ASKED;
        let beyond: f64 = curve.shares.iter().filter(|(from, _, _)| *from >= limit).map(|(_, _, share)| share).sum();
        let share = || language.percent((beyond * 100.0).round() / 100.0);
        let wait = || language.duration(limit);
        (beyond > SOME).then(|| subject(name, &say!(language, "warning-unasked-share", share = share(), wait = wait())))
    };
    warning(language, "unasked", &curves.iter().filter_map(words).collect::<Vec<_>>())
}
