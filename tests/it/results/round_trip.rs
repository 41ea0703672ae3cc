//! What is read back is what was written, in every field and to the byte.

use std::path::Path;

use assert_cmd::Command;
use holdline::kpi::{ResultDocument, ScenarioResult};
use holdline::planner::add_need;
use holdline::report::{Language, json, plot, read_results};
use holdline::scenario::Scenario;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::{folder, scenario, shipped};
use crate::centre::figures;
use crate::random_centres::any_centre;
use crate::random_journeys::any_journeys;

fn result(scenario: &Scenario) -> ScenarioResult {
    let mut result = figures(scenario);
    add_need(&mut result, scenario);
    result
}

/// By way of a file in a folder of the test's own.
fn assert_comes_back(folder: &Path, document: &ResultDocument, name: &str) {
    let text = json(document).unwrap();
    let path = folder.join("result.json");
    std::fs::write(&path, &text).unwrap();
    let back = read_results(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(back == *document, "{name} is not what was written");
    assert_eq!(json(&back).unwrap(), text, "{name}");
}

#[test]
fn every_shipped_scenario_comes_back() {
    let folder = folder("shipped");
    for (number, path) in shipped().iter().enumerate() {
        let result = result(&scenario(path, 1 + number as u32 % 2));
        assert_comes_back(&folder, &ResultDocument::new(vec![result], Vec::new()), &path.display().to_string());
    }
}

#[test]
fn every_random_centre_comes_back() {
    let config = Config { rng_seed: RngSeed::Fixed(11), failure_persistence: None, ..Config::default() };
    let (mut runner, folder) = (TestRunner::new(config), folder("random"));
    for number in 0..120 {
        let strategy = if number % 2 == 0 { any_centre().boxed() } else { any_journeys().boxed() };
        let mut scenario = strategy.new_tree(&mut runner).unwrap().current();
        scenario.run.replications = 2;
        let document = ResultDocument::new(vec![result(&scenario)], Vec::new());
        assert_comes_back(&folder, &document, &format!("{scenario:#?}"));
    }
}

/// With comparisons and how to reproduce it; charts of what was read back are those of what was written.
#[test]
fn what_the_command_writes_comes_back() {
    let out = folder("command");
    let mut command = Command::cargo_bin("holdline").unwrap();
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios"));
    command.args(["run", "stories/peak-season.toml", "stories/peak-season-remedy.toml", "--replications", "4"]);
    command.args(["--quiet", "--out"]).arg(&out).assert().success();

    let path = out.join("result.json");
    let document = read_results(&path).unwrap();
    assert_eq!(json(&document).unwrap(), std::fs::read_to_string(&path).unwrap());
    assert!(document.comparisons.iter().any(|comparison| comparison.rows.len() > 5));

    let reproduce = document.reproduce.as_ref().unwrap();
    let words = "holdline run stories/peak-season.toml stories/peak-season-remedy.toml --replications 4";
    assert_eq!(reproduce.command, words);
    let manifest: toml::Table = std::fs::read_to_string(out.join("run.toml")).unwrap().parse().unwrap();
    assert_eq!(manifest["command"].as_str(), Some(words));
    let scenarios = manifest["scenario"].as_array().unwrap();
    let inputs = scenarios.iter().flat_map(|scenario| scenario["input"].as_array().unwrap());
    let hashes: Vec<&str> = inputs.map(|input| input["sha256"].as_str().unwrap()).collect();
    assert!(!reproduce.inputs.is_empty() && reproduce.inputs.iter().all(|file| hashes.contains(&file.sha256.as_str())));
    let mut paths: Vec<&str> = reproduce.inputs.iter().map(|file| file.path.as_str()).collect();
    let all = paths.len();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), all, "a file that both scenarios name is there once");

    let folders: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
    for scenario in &document.scenarios {
        for chart in plot::charts(scenario, Language::English) {
            let (name, svg) = (format!("{}.svg", chart.name), chart.svg().unwrap());
            let drawn = folders.iter().filter_map(|folder| std::fs::read_to_string(folder.join(&name)).ok());
            assert!(drawn.into_iter().any(|text| text == svg), "{name} of {}", scenario.name);
        }
    }
}
