//! Warnings of all scenarios, those that say the same in one place.

use serde::Serialize;

use crate::kpi::ResultDocument;
use crate::report::language::Language;
use crate::report::warnings;

/// What was seen where, why it matters, and what to do.
#[derive(Serialize)]
pub(super) struct Note {
    /// What was seen in several scenarios alike; empty where there is only one.
    heading: String,
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
                None => notes.push(Note {
                    heading: String::new(),
                    seen: vec![seen],
                    matters: warning.matters,
                    remedy: warning.remedy,
                }),
            }
        }
    }
    notes.iter_mut().for_each(Note::head);
    notes
}

impl Note {
    /// Says once what several scenarios share: the words before the names.
    fn head(&mut self) {
        let parts: Option<Vec<(&str, &str)>> = self.seen.iter().map(|seen| seen.words.split_once(": ")).collect();
        let Some(parts) = parts.filter(|parts| parts.len() > 1 && parts.windows(2).all(|pair| pair[0].0 == pair[1].0))
        else {
            return;
        };
        self.heading = parts[0].0.trim_end().to_owned();
        let rest: Vec<String> = parts.iter().map(|(_, rest)| (*rest).to_owned()).collect();
        self.seen.iter_mut().zip(rest).for_each(|(seen, rest)| seen.words = rest);
    }
}
