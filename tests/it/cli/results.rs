//! The result document, and that the same run gives the same bytes.

use std::fs;

use serde_json::Value;

use super::{SMALL, document, output, workplace};

const CONTACTS: [&str; 20] = [
    "offered",
    "answered",
    "abandoned",
    "blocked",
    "closed",
    "called_back",
    "mean_wait_called_back",
    "p_wait",
    "p_abandon",
    "p_blocked",
    "service_level",
    "within",
    "mean_wait",
    "mean_wait_answered",
    "mean_wait_abandoned",
    "mean_queue",
    "wait_percentiles",
    "days_met",
    "offered_by_origin",
    "satisfaction",
];

/// Whether these are the keys, in any order.
fn has_keys(value: &Value, names: &[&str]) -> bool {
    let object = value.as_object().unwrap();
    object.len() == names.len() && names.iter().all(|name| object.contains_key(*name))
}

/// `null`, or a value with its error and interval; with one replication the last two are `null`.
fn assert_estimate(value: &Value, replications: u64, place: &str) {
    if value.is_null() {
        return;
    }
    assert!(has_keys(value, &["value", "std_error", "ci95"]), "{place}: {value}");
    assert!(value["value"].is_f64() || value["value"].is_u64(), "{place}: {value}");
    let told = replications > 1;
    assert_eq!((value["std_error"].is_number(), value["ci95"].is_array()), (told, told), "{place}: {value}");
}

fn assert_shape(document: &Value, replications: u64) {
    assert_eq!(document["schema"], "holdline/result/1");
    assert_eq!(document["version"], env!("CARGO_PKG_VERSION"));
    let scenario = &document["scenarios"][0];
    for key in ["name", "file", "seed", "replications", "stop", "contacts", "agents", "journeys", "intervals"] {
        assert!(scenario.get(key).is_some(), "{key} is missing");
    }
    assert_eq!(scenario["replications"], replications);
    let calls = &scenario["contacts"]["calls"];
    for key in CONTACTS {
        let figure = calls.get(key).unwrap_or_else(|| panic!("{key} is missing"));
        if !["within", "wait_percentiles", "offered_by_origin", "satisfaction"].contains(&key) {
            assert_estimate(figure, replications, key);
        }
    }
    assert!(has_keys(&calls["offered_by_origin"], &["fresh", "redial", "repeat", "transfer"]));
    assert_eq!(calls["offered_by_origin"]["fresh"], calls["offered"]);
    assert!(calls["satisfaction"].is_null() && scenario["journeys"].is_null(), "nobody asked");
    assert!(has_keys(&calls["wait_percentiles"], &["50", "90", "95", "99"]));
    assert!(has_keys(&scenario["agents"]["team"], &["occupancy", "logged_in_hours", "paid_hours", "cost"]));
    let intervals = scenario["intervals"].as_array().unwrap();
    assert_eq!(intervals.len(), 24, "each hour of the day, closed ones too");
    for interval in intervals {
        assert!(interval["start"].is_null(), "no calendar, no date");
        let names = ["offered", "p_abandon", "p_wait", "service_level", "mean_wait", "csat"];
        assert!(has_keys(&interval["contacts"]["calls"], &names));
        assert!(has_keys(&interval["agents"]["team"], &["staff", "need", "occupancy"]));
    }
}

#[test]
fn the_document_has_its_shape() {
    let folder = workplace("shape");
    assert_shape(&document(&folder, "run small.toml"), 12);
    assert_shape(&document(&folder, "run small.toml --replications 1"), 1);
}

#[test]
fn the_document_stands_alone_and_in_a_file() {
    let folder = workplace("alone");
    let printed = output(&folder, "run small.toml --json");
    assert_eq!(printed.as_bytes(), fs::read(folder.join("output/result.json")).unwrap());
    let parsed: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(parsed["scenarios"][0]["name"], "Small");
}

#[test]
fn threads_do_not_change_a_byte() {
    let folder = workplace("threads");
    let one = output(&folder, "run small.toml --json --quiet --threads 1");
    for threads in [2, 7] {
        assert_eq!(one, output(&folder, &format!("run small.toml --json --quiet --threads {threads}")));
    }
}

#[test]
fn a_seed_and_a_number_of_replications_replace_the_file_s() {
    let folder = workplace("options");
    let document = document(&folder, "run small.toml --seed 99 --replications 5");
    assert_eq!((&document["scenarios"][0]["seed"], &document["scenarios"][0]["replications"]), (&99.into(), &5.into()));
}

#[test]
fn a_precision_is_reached_or_said_not_to_be() {
    let folder = workplace("precision");
    let reached = document(&folder, "run small.toml --precision 2%");
    let scenario = &reached["scenarios"][0];
    assert_eq!(scenario["stop"], "PrecisionReached");
    let ends = &scenario["contacts"]["calls"]["service_level"]["ci95"];
    assert!(ends[1].as_f64().unwrap() - ends[0].as_f64().unwrap() <= 0.04);
    let missed = document(&folder, "run small.toml --precision 0.01% --max-replications 20");
    assert_eq!(missed["scenarios"][0]["stop"], "MaxReplications");
    assert_eq!(missed["scenarios"][0]["replications"], 20);
}

#[test]
fn run_toml_leads_to_the_same_bytes() {
    let folder = workplace("again");
    output(&folder, "run small.toml --seed 5 --replications 8 --threads 2 --out first");
    let manifest = fs::read_to_string(folder.join("first/run.toml")).unwrap();
    let parsed: toml::Table = manifest.parse().unwrap();
    let command = parsed["command"].as_str().unwrap().strip_prefix("holdline ").unwrap();
    output(&folder, &format!("{command} --out second"));
    for file in
        ["run.toml", "result.json", "small/summary.csv", "small/intervals.csv", "small/agents.svg", "small/waiting.png"]
    {
        let read = |place: &str| fs::read(folder.join(place).join(file)).unwrap();
        assert!(read("first") == read("second"), "{file} differs");
    }
}

#[test]
fn every_contact_is_written_when_asked() {
    let folder = workplace("contacts");
    let document = document(&folder, "run small.toml --replications 2 --contacts calls.csv");
    let rows = csv::Reader::from_path(folder.join("calls.csv")).unwrap().into_records().map(Result::unwrap).count();
    let offered = document["scenarios"][0]["contacts"]["calls"]["offered"]["value"].as_f64().unwrap();
    assert_eq!(rows as f64, 2.0 * offered, "one row a contact");
}

#[test]
fn the_contacts_of_an_issue_are_known_by_its_number() {
    let folder = workplace("issues");
    let after = "after = { exponential = { mean = \"5min\" } }";
    let customers = format!(
        "redial = {{ abandoned = 0.7, {after} }}\nresolution = 0.6\nrepeat = {{ probability = 0.9, {after} }}\n\
         callback = {{ when_waiting = 1, accept = 0.3 }}\ntarget = {{ answer"
    );
    fs::write(folder.join("small.toml"), SMALL.replacen("target = { answer", &customers, 1)).unwrap();
    let document = document(&folder, "run small.toml --replications 1 --contacts calls.csv");
    let calls = &document["scenarios"][0]["contacts"]["calls"];
    let rows: Vec<_> =
        csv::Reader::from_path(folder.join("calls.csv")).unwrap().into_records().map(Result::unwrap).collect();
    assert_eq!(rows.len() as f64, calls["offered"]["value"].as_f64().unwrap());
    for origin in ["fresh", "redial", "repeat"] {
        let counted = rows.iter().filter(|row| &row[11] == origin).count() as f64;
        assert_eq!(Some(counted), calls["offered_by_origin"][origin]["value"].as_f64(), "{origin}");
        assert!(counted > 0.0, "{origin}");
    }
    let issues: std::collections::BTreeSet<&str> = rows.iter().map(|row| &row[12]).collect();
    assert_eq!(Some(issues.len() as f64), document["scenarios"][0]["journeys"]["issues"]["value"].as_f64());
    let resolved = rows.iter().filter(|row| &row[13] == "resolved").count() as f64;
    assert_eq!(Some(resolved), document["scenarios"][0]["journeys"]["resolved"]["value"].as_f64());
}
