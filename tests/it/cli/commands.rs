//! What each command prints and leaves behind.

use std::fs;

use super::{SMALL, failure, holdline, output, workplace};

#[test]
fn help_names_every_command_and_option() {
    let folder = workplace("help");
    let help = output(&folder, "--help");
    for command in ["run", "staff", "schedule", "serve", "check", "schema", "init", "explain", "erlang"] {
        assert!(help.contains(command), "{command} is missing in\n{help}");
    }
    let help = output(&folder, "run --help");
    for option in ["--replications", "--seed", "--precision", "--threads", "--out", "--contacts", "--json", "--quiet"] {
        assert!(help.contains(option), "{option} is missing in\n{help}");
    }
    assert!(output(&folder, "--version").starts_with("holdline 0."));
}

#[test]
fn check_says_what_is_in_a_file() {
    let folder = workplace("check");
    assert_eq!(output(&folder, "check small.toml"), "small.toml: ok, 1 contact type, 1 agent group\n");
    assert!(!folder.join("output").exists(), "check writes nothing");
}

#[test]
fn the_schema_is_a_schema() {
    let schema: serde_json::Value = serde_json::from_str(&output(&workplace("schema"), "schema")).unwrap();
    jsonschema::validator_for(&schema).expect("a schema that validators accept");
}

#[test]
fn init_writes_a_scenario_that_runs_and_never_overwrites() {
    let folder = workplace("init");
    assert!(output(&folder, "init winter").contains("holdline run winter.toml"));
    output(&folder, "run winter.toml --replications 3");
    let before = fs::read(folder.join("winter.toml")).unwrap();
    let message = failure(&folder, "init winter", 2);
    assert!(message.contains("winter.toml exists already") && message.contains("help:"), "{message}");
    assert_eq!(fs::read(folder.join("winter.toml")).unwrap(), before);
    assert!(failure(&folder, "init ../elsewhere", 2).contains("cannot be a file's name"));
}

#[test]
fn explain_names_every_number_of_the_model_in_force() {
    let folder = workplace("explain");
    let text = output(&folder, "explain satisfaction");
    for words in ["the defaults", "further_contact = 0.77", "SQM Group", "our assumption", "form letter"] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "too wide\n{text}");
    fs::write(folder.join("own.toml"), format!("{SMALL}\n[satisfaction]\ntransfer = 0.2\n")).unwrap();
    assert!(output(&folder, "explain satisfaction own.toml").contains("transfer = 0.20 (default 0.63)"));
    assert!(output(&folder, "explain satisfaction small.toml").contains("small.toml has no [satisfaction]"));
    let json: serde_json::Value =
        serde_json::from_str(&output(&folder, "explain satisfaction own.toml --json")).unwrap();
    let coefficients = json["coefficients"].as_array().unwrap();
    let transfer = coefficients.iter().find(|c| c["key"] == "transfer").unwrap();
    assert_eq!((&transfer["value"], &transfer["default"]), (&0.2.into(), &0.63.into()));
    assert!(json["examples"][0]["says"]["satisfied"].as_f64().unwrap() > 0.75);
    assert!(failure(&folder, "explain satisfaction nowhere.toml", 2).contains("nowhere.toml"));
}

#[test]
fn run_shows_journeys_where_customers_are_followed() {
    let folder = workplace("journeys");
    fs::write(folder.join("own.toml"), format!("{SMALL}\n[satisfaction]\nvalue = 100\n")).unwrap();
    fs::write(folder.join("more.toml"), "extends = \"own.toml\"\n[agents.team]\nstaff = 6\n").unwrap();
    let table = output(&folder, "run own.toml more.toml --out results");
    for word in ["journeys", "at first contact", "satisfied (CSAT)", "money at risk", "customers who leave"] {
        assert!(table.contains(word), "{word} is missing in\n{table}");
    }
    let summary = fs::read_to_string(folder.join("results/small/summary.csv")).unwrap();
    for figure in ["satisfaction.csat", "contacts_per_issue.percentiles.99.9", "churned", "offered_by_origin.redial"] {
        assert!(summary.contains(figure), "{figure} is missing in\n{summary}");
    }
}

#[test]
fn run_prints_a_table_and_leaves_files() {
    let folder = workplace("run");
    let table = output(&folder, "run small.toml --out results");
    for word in ["Small: 12 replications, seed 3", "offered", "service level", "±", "occupancy", "days met"] {
        assert!(table.contains(word), "{word} is missing in\n{table}");
    }
    for file in ["result.json", "run.toml", "small/summary.csv", "small/intervals.csv"] {
        assert!(folder.join("results").join(file).is_file(), "{file} is missing");
    }
    for chart in ["waiting", "service-level", "abandonment", "agents"] {
        for end in ["svg", "png"] {
            assert!(folder.join(format!("results/small/{chart}.{end}")).is_file(), "{chart}.{end} is missing");
        }
    }
    assert!(!folder.join("output").exists());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let folder = workplace("width");
    fs::write(folder.join("more.toml"), SMALL.replace("\"Small\"", "\"Small with more\"").replace("= 5", "= 6"))
        .unwrap();
    for columns in [80, 100, 140] {
        for files in ["small.toml", "small.toml more.toml"] {
            let mut command = holdline(&folder, &format!("run {files} --replications 3"));
            let assert = command.env("COLUMNS", columns.to_string()).assert().success();
            let table = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
            let widest = table.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= columns, "{widest} columns, where {columns} are there\n{table}");
            assert!(!table.contains('\u{1b}'), "no colours in a pipe");
        }
    }
}

#[test]
fn quiet_is_quiet_and_warnings_go_to_standard_error() {
    let folder = workplace("quiet");
    let quiet = holdline(&folder, "run small.toml --quiet").assert().success();
    assert!(quiet.get_output().stderr.is_empty());
    assert!(!quiet.get_output().stdout.is_empty(), "the table is what was asked for");
    let loud = holdline(&folder, "run small.toml --replications 1").assert().success();
    let said = String::from_utf8(loud.get_output().stderr.clone()).unwrap();
    assert!(said.contains("warning: A single replication"), "{said}");
    assert!(said.contains("tables and charts are in output"), "{said}");
}

#[test]
fn several_scenarios_are_compared_with_the_first() {
    let folder = workplace("compare");
    let more = "extends = \"small.toml\"\nname = \"One more\"\n[agents.team]\nstaff = 6\n";
    fs::write(folder.join("more.toml"), more).unwrap();
    let table = output(&folder, "run small.toml more.toml");
    assert!(table.contains("One more against Small: 12 paired replications"), "{table}");
    assert!(table.contains("calls: service level") && table.contains("difference"), "{table}");
    let other = SMALL
        .replace("cost_per_hour = 20\n", "")
        .replace("\"Small\"", "\"Other\"")
        .replace("calls", "mails")
        .replace("team", "desk");
    fs::write(folder.join("other.toml"), other).unwrap();
    assert!(output(&folder, "run small.toml other.toml --out other").contains("nothing to compare"));
    for file in ["comparison.csv", "comparison.svg", "comparison.png", "one-more/summary.csv"] {
        assert!(folder.join("output").join(file).is_file(), "{file} is missing");
    }
}
