//! Warnings of all scenarios, those that say the same in one place.

use serde::Serialize;

use crate::kpi::ResultDocument;
use crate::report::language::Language;
use crate::report::warnings;

/// What was seen where, why it matters, and what to do.
#[derive(Serialize)]
pub(super) struct Note {
    seen: Vec<Seen>,
    matters: String,
    remedy: String,
}

/// What was seen in a scenario.
#[derive(Serialize)]
struct Seen {
    /// Its name; empty where there is only one scenario.
    scenario: String,
    words: String,
}

/// The warnings by what they say.
pub(super) fn notes(language: Language, document: &ResultDocument, names: &[String]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (scenario, name) in document.scenarios.iter().zip(names) {
        for warning in warnings(scenario, language) {
            let scenario = if names.len() > 1 { name.clone() } else { String::new() };
            let seen = Seen { scenario, words: warning.seen };
            match notes.iter_mut().find(|note| note.matters == warning.matters && note.remedy == warning.remedy) {
                Some(note) => note.seen.push(seen),
                None => notes.push(Note { seen: vec![seen], matters: warning.matters, remedy: warning.remedy }),
            }
        }
    }
    notes
}
