//! What a fitted scenario says of agents who are not always ready.

use super::super::{DutyRule, Readiness};
use super::numbers::{figure, plain, seconds, short};
use crate::scenario::AgentGroup;

/// The line of a group whose agents are not always ready.
pub(super) fn line(group: &AgentGroup) -> Option<String> {
    let away = group.not_ready?;
    Some(format!("not_ready = {{ share = {}, mean = {} }}", plain(away.share), seconds(away.mean.get())))
}

/// What was found of agents who are not ready, in words.
#[must_use]
pub fn readiness_words(readiness: &Readiness) -> String {
    let rule = DutyRule::with(Some(readiness.not_ready()));
    format!(
        "Agents who seem free do not always answer: one to whom no contact comes is not ready with a chance of {}, each for \
         itself, for {} each time, exponential. Both are such that the simulated centre shows what the log shows: \
         how often a contact that came to so many free agents waited all the same, and how long (indirect inference; \
         Gourieroux, Monfort and Renault 1993). Such times are no absence: in place of the 30 s above, {} s were taken, two \
         and a half times their mean.",
        figure(&readiness.share, "", "contacts"),
        figure(&readiness.mean, "s", "late answers"),
        short(rule.waited)
    )
}
