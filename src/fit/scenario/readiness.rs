//! What a fitted scenario says of agents who are not always ready.

use super::super::{AlwaysReady, Answers, DutyRule, Readiness};
use super::numbers::{figure, plain, seconds};
use crate::scenario::AgentGroup;

/// The line of a group whose agents are not always ready.
pub(super) fn line(group: &AgentGroup) -> Option<String> {
    let away = group.not_ready?;
    Some(format!("not_ready = {{ share = {}, mean = {} }}", plain(away.share), seconds(away.mean.get())))
}

/// What was found of agents who are not ready, or why nothing was, in words.
#[must_use]
pub fn readiness_words(readiness: &Result<Readiness, AlwaysReady>) -> String {
    let readiness = match readiness {
        Ok(readiness) => readiness,
        Err(why) => return format!("Agents with nothing in hand are taken to be always ready: {why}."),
    };
    let (usual, rule) = (DutyRule::default(), DutyRule::default().for_absences(Some(readiness.not_ready())));
    let longer = format!(
        " Such times are no absence: in place of the {:.0} s above, {:.0} s were taken, two and a half times their mean. A break in \
         which few wait is told as such a time, too, if it is short, and as presence.",
        usual.waited, rule.waited
    );
    format!(
        "Agents who seem free do not always answer: one to whom no contact comes is not ready with a chance of {}, each for \
         itself, for {} each time, exponential; the same for all of them. Both are such that the simulated centre shows what \
         the log shows: how often a contact that came to so many free agents waited all the same, and how long (indirect \
         inference; Gourieroux, Monfort and Renault 1993; the intervals take the other figures as known).{}{}",
        figure(&readiness.share, "", "contacts"),
        figure(&readiness.mean, "s", "late answers"),
        shown(&readiness.answers),
        if rule.waited > usual.waited { longer } else { String::new() }
    )
}

/// A smaller share is not told.
const SELDOM: f64 = 0.005;

/// How often contacts waited in the log and in the simulated centre.
fn shown(answers: &[Answers]) -> String {
    let often = || answers.iter().take_while(|one| one.late >= SELDOM);
    let list = |of: fn(&Answers) -> String| often().map(of).collect::<Vec<_>>().join(", ");
    if often().next().is_none() {
        return String::new();
    }
    format!(
        " Of contacts that came to {} agents who seemed free there waited {} % in the log and {} % in the simulated centre.",
        list(|one| one.free.to_string()),
        list(|one| format!("{:.0}", 100.0 * one.late)),
        list(|one| format!("{:.0}", 100.0 * one.simulated)),
    )
}
