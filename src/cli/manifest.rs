//! `run.toml`: how to get these results again.

use std::fmt::Write as _;

use holdline::kpi::ScenarioResult;
use holdline::planner::StaffingDocument;
use holdline::scenario::{Input, Loaded};
use holdline::season::SeasonDocument;
pub(crate) use holdline::study::quoted;
use holdline::sweep::sha256;

use super::shown;

/// Version, command, seed and the hashes of every input and of the result. Nothing in it depends on the machine, so
/// running the command again gives the same bytes.
pub(crate) fn manifest(command: &str, loaded: &[Loaded], results: &[ScenarioResult], json: &str) -> String {
    let mut text = head(command, json);
    for (loaded, result) in loaded.iter().zip(results) {
        text.push_str("\n[[scenario]]\n");
        field(&mut text, "name", &result.name);
        field(&mut text, "file", &result.file);
        let _ = writeln!(text, "seed = {}\nreplications = {}", result.seed, result.replications);
        field(&mut text, "stop", &format!("{:?}", result.stop));
        loaded.inputs.iter().for_each(|input| input_table(&mut text, input));
    }
    text
}

/// `run.toml` of a staffing plan, with what was asked of its proof; `first_round` where its replications were given.
pub(crate) fn of_plan(
    command: &str,
    loaded: &Loaded,
    plan: &StaffingDocument,
    first_round: Option<u32>,
    json: &str,
) -> String {
    let mut text = head(command, json);
    text.push_str("\n[[scenario]]\n");
    field(&mut text, "name", &plan.name);
    field(&mut text, "file", &plan.file);
    let _ = writeln!(text, "seed = {}\nconfidence = {}\nerror = {}", plan.seed, plan.confidence, plan.error);
    if let Some(replications) = first_round {
        let _ = writeln!(text, "first_round = {replications}");
    }
    let _ = writeln!(text, "rounds = {}\nreplications = {}", plan.rounds, plan.replications);
    loaded.inputs.iter().for_each(|input| input_table(&mut text, input));
    text
}

/// `run.toml` of a season plan.
pub(crate) fn of_season(command: &str, loaded: &Loaded, plan: &SeasonDocument, json: &str) -> String {
    let mut text = head(command, json);
    text.push_str("\n[[scenario]]\n");
    field(&mut text, "name", &plan.name);
    field(&mut text, "file", &plan.file);
    let _ =
        writeln!(text, "seed = {}\nprobability = {}\nconfidence = {}", plan.seed, plan.probability, plan.confidence);
    let _ = writeln!(text, "seasons = {}", plan.seasons);
    loaded.inputs.iter().for_each(|input| input_table(&mut text, input));
    text
}

fn head(command: &str, json: &str) -> String {
    let mut text = String::from("# Run this command with this version of holdline to get the same bytes again.\n");
    field(&mut text, "version", env!("CARGO_PKG_VERSION"));
    field(&mut text, "command", command);
    field(&mut text, "result_sha256", &sha256(json.as_bytes()));
    text
}

fn input_table(text: &mut String, input: &Input) {
    text.push_str("\n[[scenario.input]]\n");
    field(text, "path", &shown(&input.path));
    field(text, "sha256", &sha256(&input.bytes));
}

fn field(text: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {}", toml::Value::from(value));
}
