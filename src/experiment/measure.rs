//! Whether a figure is measured alike in two scenarios, so that their difference means something.

use crate::kpi::{Layout, Parts, Subject};
use crate::scenario::Scenario;

/// Sums over the whole study, which say nothing beside those of a longer one.
const SUMS: [&str; 4] = ["offered", "logged_in_hours", "cost", "money_at_risk"];

/// Whether a figure of these subjects counts the same things: a service level by the same rule within the same time, and,
/// over the whole centre, of the same contact types; a sum over a study as long.
pub(super) fn alike(first: &Scenario, a: &Parts, this: &Scenario, b: &Parts) -> bool {
    match b.figure {
        "service_level" => {
            first.report.service_level == this.report.service_level
                && thresholds(first, a.subject) == thresholds(this, b.subject)
        }
        sum if SUMS.contains(&sum) => counted(first) == counted(this),
        _ => true,
    }
}

/// How long contacts are counted, s.
fn counted(scenario: &Scenario) -> f64 {
    scenario.horizon.seconds() - scenario.horizon.warm_up.get()
}

/// The contact types in a service level, each with the time (s) that it is to be answered within.
fn thresholds(scenario: &Scenario, subject: Subject) -> Vec<(&str, f64)> {
    let within = Layout::new(scenario).within;
    let all = scenario.contacts.iter().zip(within).enumerate();
    let counts = |index: usize, promised: bool| match subject {
        Subject::Contact(kind) => kind == index,
        Subject::Group(_) | Subject::Centre => promised,
    };
    let promises = |contact: &crate::scenario::ContactType| contact.target.is_some_and(|t| t.answer.is_some());
    let counted = all.filter(|(index, (contact, _))| counts(*index, promises(contact)));
    counted.map(|(_, (contact, within))| (contact.name.as_str(), within)).collect()
}
