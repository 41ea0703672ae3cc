//! How to get the same figures again.

use serde::Serialize;

use crate::kpi::{InputFile, ResultDocument};
use crate::report::language::{Language, say};

/// What it takes, as the template has it.
#[derive(Serialize)]
pub(super) struct Again {
    version: String,
    command: String,
    inputs: Vec<InputFile>,
    /// Each scenario with its seed and replications.
    seeds: Vec<String>,
}

/// Of the whole document.
pub(super) fn again(language: Language, document: &ResultDocument, names: &[String]) -> Again {
    let seed = |(scenario, name): (&crate::kpi::ScenarioResult, &String)| {
        let replications = say!(language, "replications", count = scenario.replications);
        // A seed is a name, not a quantity: its digits stay together.
        say!(language, "again-seed", name = name, seed = scenario.seed.to_string(), replications = replications)
    };
    let made = document.reproduce.clone();
    Again {
        version: document.version.clone(),
        command: made.as_ref().map_or(String::new(), |made| made.command.clone()),
        inputs: made.map_or(Vec::new(), |made| made.inputs),
        seeds: document.scenarios.iter().zip(names).map(seed).collect(),
    }
}
