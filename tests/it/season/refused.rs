//! Where there is no plan, or the scenario says too little for one.

use serde_json::Value;

use super::{SMALL, workplace};
use crate::workplace::holdline;

const FAST: &str = "season small.toml --seasons 80 --probability 70% --confidence 90% --quiet";

fn refused(name: &str, from: &str, to: &str, status: i32) -> String {
    let text = SMALL.replace(from, to);
    assert_ne!(text, SMALL, "{name}: nothing was changed");
    let run = holdline(&workplace(name, &text), FAST).assert().code(status);
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}

#[test]
fn people_who_come_too_late_are_no_plan() {
    let error = refused("late", "lead = \"1w\"", "lead = \"5w\"", 3);
    for said in [
        "no hiring plan keeps the promises of every week",
        "team lacks",
        "people at work",
        "takes contacts from week 7 on",
        "hiring that needs no lead",
    ] {
        assert!(error.contains(said), "`{said}` is not in\n{error}");
    }
}

#[test]
fn what_is_missing_is_a_document_too() {
    let text = SMALL.replace("least = 2, most = 4, trainers = 1", "least = 1, most = 1");
    let folder = workplace("small-classes", &text);
    let run = holdline(&folder, &format!("{FAST} --json")).assert().code(3);
    let document: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!((&document["schema"], &document["feasible"]), (&"holdline/season/1".into(), &false.into()));
    assert_eq!(document["group"], "team");
    let missing = document["missing"].as_array().unwrap();
    assert!(!missing.is_empty() && missing.iter().all(|week| week["hours"].as_f64().unwrap() > 0.0), "{document}");
    assert!(missing.iter().all(|week| week["week"].as_u64().unwrap() >= 4), "the first weeks are covered: {document}");
}

#[test]
fn a_promise_that_no_staffing_keeps_is_named() {
    // More than half of all calls come while it is closed, and count.
    let text = SMALL
        .replace("arrivals = { per_interval = [34, 42, 37, 28, 17] }", "arrivals = { per_hour = 10 }")
        .replace("[satisfaction]\nvalue = 100 ", "[report]\nservice_level = \"offered\"");
    let run = holdline(&workplace("never", &text), FAST).assert().code(3);
    let error = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(error.contains("no number of people keeps them often enough in week"), "{error}");
}

#[test]
fn scenarios_that_say_too_little_are_wrong() {
    let hiring = "hiring     = { lead = \"1w\", least = 2, most = 4, trainers = 1 }";
    let error = refused("no-hiring", hiring, "", 2);
    assert!(error.contains("no agent group says how people can be hired"), "{error}");
    let error = refused("no-target", "target   = { answer = 0.8, within = \"30s\" }", "", 2);
    assert!(error.contains("it promises nothing that a week can keep"), "{error}");
}

#[test]
fn wrong_hiring_is_shown_where_it_is_wrong() {
    for (name, to, said) in [
        ("sizes", "hiring = { least = 5, most = 4 }", "a class of at least 5 people cannot have 4 at most"),
        ("key", "hiring = { leed = \"1w\" }", "did you mean `lead`?"),
        ("contract", "hiring = { contracts = [\"stuff\"] }", "did you mean `staff`?"),
        ("none", "hiring = { contracts = [] }", "`contracts` is empty"),
        (
            "room",
            "hiring = { least = 9, most = 9, trainers = 2 }",
            "2 trainers have 8 trainees, and a class at least 9",
        ),
    ] {
        let error = refused(
            &format!("hiring-{name}"),
            "hiring     = { lead = \"1w\", least = 2, most = 4, trainers = 1 }",
            to,
            2,
        );
        assert!(error.contains(said), "{name}: `{said}` is not in\n{error}");
    }
    let text = "training   = { over = \"1w\", cost = 100, trainer_cost = 500, trainees = 4 }";
    let error = refused("trainers", text, "", 2);
    assert!(error.contains("nobody is trained, so no trainers are needed"), "{error}");
}
