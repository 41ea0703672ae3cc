//! Targets that are given, changed and taken back.

use holdline::scenario::load;
use serde_json::json;

use super::client::Served;
use super::{CENTRE, STAFF, change, workplace};

const ANSWER: &str = "contact.0.target.answer";
const WITHIN: &str = "contact.0.target.within";
const ABANDON: &str = "contact.0.target.abandon";

#[test]
fn another_spelling_is_no_change() {
    let served = Served::start(&workplace("spelling"), "centre.toml");
    let spellings = [
        (ANSWER, "80%"),
        (ANSWER, "0.8"),
        (ANSWER, "80.0 %"),
        (WITHIN, "20"),
        (WITHIN, "20s"),
        (ABANDON, "0.05"),
        (STAFF, "05"),
        ("contact.0.scale.arrivals", "1.0"),
        ("contact.1.target.answer", ""),
        ("contact.1.target.answer", "0 %"),
        ("contact.1.target.abandon", "100 %"),
    ];
    for (field, text) in spellings {
        let answer = change(&served, field, text);
        let view = answer.json();
        assert_eq!((&view["changes"], answer.problem(field).as_str()), (&json!(0), ""), "{field} = {text}");
        assert_eq!(view["undo"], false, "{field} = {text}");
    }
}

#[test]
fn a_target_is_taken_back() {
    let folder = workplace("targets");
    let served = Served::start(&folder, "centre.toml");
    let page = served.get("/").body;
    assert_eq!(page.matches("placeholder=\"no target\"").count(), 4, "an empty share says what it means");
    let before = served.settled();
    assert!(before["sentence"].as_str().unwrap().contains("of 2"), "{}", before["sentence"]);
    assert!(before["results"].as_str().unwrap().contains(">target 80 %<"), "the chart of the day names it");
    let view = change(&served, ANSWER, "").json();
    assert_eq!((&view["changes"], &view["fields"][ANSWER]["text"]), (&json!(1), &json!("")));
    let settled = served.settled();
    assert!(settled["sentence"].as_str().unwrap().contains("of 1"), "{}", settled["sentence"]);
    let results = settled["results"].as_str().unwrap();
    assert!(!results.contains("in 20 s") && !results.contains("target 80 %"), "{results}");
    assert!(served.post("/save", &json!({ "name": "fewer.toml" })).json()["problem"].is_null());
    let fewer = load(&folder.join("fewer.toml")).unwrap().scenario;
    let expected = load(&folder.join("centre.toml")).unwrap().scenario.contacts[0].target.unwrap();
    assert_eq!(fewer.contacts[0].target, Some(holdline::scenario::Target { answer: None, ..expected }));
    // Without the other one there is no target at all.
    change(&served, ABANDON, "");
    assert!(served.settled()["sentence"].as_str().unwrap().contains("No target."));
    assert!(served.post("/save", &json!({ "name": "none.toml" })).json()["problem"].is_null());
    assert_eq!(load(&folder.join("none.toml")).unwrap().scenario.contacts[0].target, None);
    // And it is given again, to what was saved without.
    assert!(served.post("/open", &json!({ "name": "none.toml" })).json()["problem"].is_null());
    change(&served, WITHIN, "30 s");
    assert_eq!(change(&served, ANSWER, "90 %").problem(WITHIN), "");
    assert!(served.post("/save", &json!({ "name": "again.toml" })).json()["problem"].is_null());
    let again = load(&folder.join("again.toml")).unwrap().scenario.contacts[0].target.unwrap();
    assert_eq!((again.answer, again.within.get(), again.abandon), (Some(0.9), 30.0, None));
}

#[test]
fn a_file_switches_off_what_its_base_promises() {
    let folder = workplace("switched-off");
    let of = |target: &str| {
        let text = format!("extends = \"centre.toml\"\n[contacts.calls]\ntarget = {target}\n");
        std::fs::write(folder.join("over.toml"), text).unwrap();
        load(&folder.join("over.toml")).unwrap().scenario.contacts[0].target
    };
    assert_eq!(of("{ answer = 0 }").map(|target| (target.answer, target.abandon)), Some((None, Some(0.05))));
    assert_eq!(of("{ abandon = 1 }").map(|target| (target.answer, target.abandon)), Some((Some(0.8), None)));
    assert_eq!(of("{ answer = 0, abandon = \"100 %\" }"), None);
    assert!(CENTRE.contains("answer = 0.8"), "the base promises something");
}
