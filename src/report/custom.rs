//! Results whose model was given parts in code: they name them, and nobody may take them for a plain run.

use serde::Serialize;

use super::language::{Language, say};
use super::{ReportError, json};
use crate::kpi::{CustomPart, Part, ResultDocument, ScenarioResult, Stop};
use crate::sweep::sha256;

/// `run.toml` of such results.
#[derive(Serialize)]
struct Record<'a> {
    version: &'a str,
    result_sha256: String,
    scenario: Vec<Recorded<'a>>,
}

#[derive(Serialize)]
struct Recorded<'a> {
    name: &'a str,
    file: &'a str,
    seed: u64,
    replications: u32,
    stop: Stop,
    custom: &'a [CustomPart],
}

impl<'a> Recorded<'a> {
    fn new(scenario: &'a ScenarioResult) -> Self {
        Self {
            name: &scenario.name,
            file: &scenario.file,
            seed: scenario.seed,
            replications: scenario.replications,
            stop: scenario.stop,
            custom: &scenario.custom,
        }
    }
}

/// `run.toml` of a document with parts given in code, which has no command and names them; none for any other document.
///
/// # Errors
/// When a figure cannot be serialised.
pub(super) fn record(document: &ResultDocument) -> Result<Option<String>, ReportError> {
    if document.scenarios.iter().all(|scenario| scenario.custom.is_empty()) {
        return Ok(None);
    }
    let record = Record {
        version: &document.version,
        result_sha256: sha256(json(document)?.as_bytes()),
        scenario: document.scenarios.iter().map(Recorded::new).collect(),
    };
    Ok(Some(format!(
        "# Parts of this run were given in code: the program that has them makes it again.\n{}",
        toml::to_string(&record)?
    )))
}

/// The parts of a scenario that were given in code, in words: `routing (threshold 5), patience of calls (two peaks)`.
pub(super) fn parts(language: Language, scenario: &ScenarioResult) -> Option<String> {
    let word = |custom: &CustomPart| match custom.part {
        Part::Routing => say!(language, "custom-routing", name = &custom.name),
        Part::Patience => {
            let contact = custom.contact.as_deref().unwrap_or_default();
            say!(language, "custom-patience", contact = contact, name = &custom.name)
        }
    };
    let words: Vec<String> = scenario.custom.iter().map(word).collect();
    (!words.is_empty()).then(|| words.join(", "))
}
