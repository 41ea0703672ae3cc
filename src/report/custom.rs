//! Results whose model was given parts in code: the document, the record, the charts and what people read name them, so that
//! nobody takes them for a plain run. Tables of figures (CSV) do not: they stand beside the document.

use serde::Serialize;

use super::ReportError;
use super::language::{Language, say};
use super::plot::Chart;
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

/// Whether any scenario of a document has parts given in code.
pub(super) fn any(document: &ResultDocument) -> bool {
    document.scenarios.iter().any(|scenario| !scenario.custom.is_empty())
}

/// `run.toml` of a document with parts given in code, whose `result.json` is the text: it has no command and names them.
///
/// # Errors
/// When a name cannot be written as TOML.
pub(super) fn record(document: &ResultDocument, result: &str) -> Result<String, ReportError> {
    let record = Record {
        version: &document.version,
        result_sha256: sha256(result.as_bytes()),
        scenario: document.scenarios.iter().map(Recorded::new).collect(),
    };
    Ok(format!(
        "# Parts of this run were given in code: the program that has them makes it again.\n{}",
        toml::to_string(&record)?
    ))
}

/// A chart of scenarios whose subtitle says which parts of them were given in code.
pub(super) fn told(mut chart: Chart, language: Language, scenarios: &[ScenarioResult]) -> Chart {
    for scenario in scenarios {
        if let Some(parts) = parts(language, scenario) {
            let said = std::mem::take(&mut chart.subtitle);
            chart.subtitle = say!(language, "chart-custom", chart = said, scenario = &scenario.name, parts = parts);
        }
    }
    chart
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
