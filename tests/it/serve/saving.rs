//! What is saved, and what is not overwritten.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::Served;
use super::{CENTRE, STAFF, change, workplace};

fn save(served: &Served, name: &str, replace: Option<&str>) -> Value {
    served.post("/save", &json!({ "name": name, "replace": replace })).json()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let outside = workplace("names");
    let folder = outside.join("inside");
    fs::create_dir(&folder).unwrap();
    fs::create_dir(folder.join("below")).unwrap();
    fs::write(folder.join("centre.toml"), CENTRE.as_str()).unwrap();
    let served = Served::start(&folder, "centre.toml");
    change(&served, STAFF, "6");
    for name in [
        "../stolen.toml",
        "..\\stolen.toml",
        "below/stolen.toml",
        "/tmp/stolen.toml",
        "..",
        ".toml",
        "",
        " ",
        "stolen",
        "stolen.csv",
        "stolen.toml/",
        "C:stolen.toml",
        "sto\nlen.toml",
        "sto\u{0}len.toml",
        &format!("{}.toml", "s".repeat(300)),
        "..toml",
        ".hidden.toml",
        "-rf.toml",
    ] {
        for replace in [None, Some(name)] {
            let outcome = save(&served, name, replace);
            assert!(outcome["problem"].as_str().unwrap().contains("plain file name"), "{name:?}: {outcome}");
        }
        let opened = served.post("/open", &json!({ "name": name })).json();
        assert!(opened["problem"].as_str().unwrap().contains("no scenario file"), "{name:?}: {opened}");
    }
    assert_eq!(names(&folder), ["below", "centre.toml"]);
    assert_eq!(names(&outside), ["centre.toml", "inside"]);
}

#[test]
fn nothing_is_overwritten_without_saying_so() {
    let folder = workplace("overwriting");
    fs::write(folder.join("over.toml"), "extends = \"centre.toml\"\nname = \"Over\"\n").unwrap();
    fs::write(folder.join("other.toml"), "something else").unwrap();
    let served = Served::start(&folder, "over.toml");
    let nothing = save(&served, "new.toml", None);
    assert!(nothing["problem"].as_str().unwrap().contains("nothing is changed"), "{nothing}");
    change(&served, STAFF, "6");
    for name in ["over.toml", "centre.toml"] {
        let outcome = save(&served, name, Some(name));
        assert!(outcome["problem"].as_str().unwrap().contains("a file that it reads"), "{name}: {outcome}");
    }
    let outcome = save(&served, "other.toml", None);
    assert_eq!((&outcome["exists"], &outcome["done"]), (&json!(true), &Value::Null));
    assert_eq!(fs::read_to_string(folder.join("other.toml")).unwrap(), "something else");
    // What was said of one file holds for that one alone.
    for replace in [json!("over.toml"), json!("Other.toml"), json!(""), json!(null)] {
        let answer = served.post("/save", &json!({ "name": "other.toml", "replace": replace }));
        let outcome = answer.json();
        assert_eq!((answer.status, &outcome["name"]), (409, &json!("other.toml")), "{replace}: {outcome}");
        assert_eq!(fs::read_to_string(folder.join("other.toml")).unwrap(), "something else", "{replace}");
    }
    assert_eq!(served.post("/save", &json!({ "name": "other.toml", "replace": true })).status, 422);
    assert!(save(&served, "other.toml", Some("other.toml"))["problem"].is_null());
    assert!(fs::read_to_string(folder.join("other.toml")).unwrap().contains("extends = \"over.toml\""));
    assert_eq!(fs::read_to_string(folder.join("centre.toml")).unwrap(), *CENTRE);
    fs::create_dir(folder.join("folder.toml")).unwrap();
    let outcome = save(&served, "folder.toml", Some("folder.toml"));
    assert!(outcome["problem"].as_str().unwrap().contains("was not written"), "{outcome}");
    assert_eq!(names(&folder), ["centre.toml", "folder.toml", "other.toml", "over.toml"], "nothing is left behind");
}

#[test]
fn what_is_wrong_is_not_saved() {
    let folder = workplace("unsaved");
    let served = Served::start(&folder, "centre.toml");
    change(&served, STAFF, "minus one");
    let outcome = save(&served, "wrong.toml", None);
    assert!(outcome["problem"].as_str().unwrap().contains("cannot be used"), "{outcome}");
    assert_eq!(names(&folder), ["centre.toml"]);
}

#[test]
fn a_scenario_that_has_changed_on_the_disk_is_opened_again_first() {
    let folder = workplace("outdated");
    let served = Served::start(&folder, "centre.toml");
    change(&served, STAFF, "6");
    let before = served.settled()["results"].clone();
    fs::write(folder.join("centre.toml"), CENTRE.replace("per_hour = 60", "per_hour = 90")).unwrap();
    let view = change(&served, "contact.0.scale.handle", "1.0001").json();
    assert_eq!(view["general"], json!([]));
    served.post("/undo", &json!({}));
    assert_eq!(served.settled()["results"], before, "it is tried on what was opened");
    let outcome = save(&served, "six.toml", None);
    assert!(outcome["problem"].as_str().unwrap().contains("open it again"), "{outcome}");
    assert!(served.post("/open", &json!({ "name": "centre.toml" })).json()["problem"].is_null());
    change(&served, STAFF, "6");
    assert_ne!(served.settled()["results"], before);
    assert!(save(&served, "six.toml", None)["problem"].is_null());
    // A file that is wrong is not opened, and what was there stays.
    fs::write(folder.join("wrong.toml"), "name = 3").unwrap();
    let outcome = served.post("/open", &json!({ "name": "wrong.toml" })).json();
    assert!(outcome["problem"].as_str().unwrap().contains("wrong.toml:1:8"), "{outcome}");
    assert_eq!(served.get("/view").json()["changes"], 1);
}

#[test]
fn a_file_with_an_odd_name_suggests_a_plain_one() {
    let folder = workplace("odd-name");
    fs::rename(folder.join("centre.toml"), folder.join(".-centre.toml")).unwrap();
    let served = Served::start(&folder, ".-centre.toml");
    assert!(served.get("/").body.contains("value=\"centre-tried.toml\""));
    change(&served, STAFF, "6");
    assert!(save(&served, "centre-tried.toml", None)["problem"].is_null());
}
