//! The page in other languages: what it says, and what may be typed.

use holdline::scenario::load;
use serde_json::{Value, json};

use super::client::Served;
use super::{STAFF, VOLUME, change, workplace};

fn shown<'a>(view: &'a Value, field: &str) -> &'a str {
    view["fields"][field]["text"].as_str().unwrap_or_else(|| panic!("no field {field}"))
}

#[test]
fn the_page_speaks_the_language_that_was_asked_for() {
    let folder = workplace("languages");
    for (code, undo, level) in [
        ("en", "Undo", "service level"),
        ("de", "Rückgängig", "Servicelevel"),
        ("fr", "Annuler", "niveau de service"),
        ("ko", "실행 취소", "서비스 수준"),
    ] {
        let served = Served::start_with(&folder, &["centre.toml", "--lang", code]);
        let results = served.settled()["results"].as_str().unwrap().to_owned();
        let page = served.get("/").body;
        assert!(page.contains(&format!("<html lang=\"{code}\">")) && page.contains(undo), "{code}: {page}");
        assert!(
            results.contains(level) && !page.contains("serve-") && !results.contains("serve-"),
            "{code}: {results}"
        );
    }
}

#[test]
fn numbers_are_read_as_they_are_written_in_the_country() {
    let folder = workplace("numbers");
    let cases = [
        ("en", "1.1", "1 000", "82.5%", "1.5 min"),
        ("de", "1,1", "1.000", "82,5 %", "1,5 min"),
        ("fr", "1,1", "1\u{202f}000", "82,5\u{a0}%", "1,5\u{a0}min"),
        ("ko", "1.1", "1,000", "82.5%", "1.5분"),
    ];
    for (code, factor, agents, share, time) in cases {
        let served = Served::start_with(&folder, &["centre.toml", "--lang", code]);
        let typed = [(VOLUME, factor), (STAFF, agents), ("contact.0.target.answer", share)];
        for (field, text) in typed.into_iter().chain([("contact.0.target.within", time)]) {
            let answer = change(&served, field, text);
            assert_eq!((answer.problem(field).as_str(), shown(&answer.json(), field)), ("", text), "{code}: {field}");
        }
        // The point of a scenario file is read everywhere, and is no other value.
        assert_eq!(change(&served, VOLUME, "1.10").json()["fields"][VOLUME]["value"], 1.1, "{code}");
        let name = format!("{code}.toml");
        assert!(served.post("/save", &json!({ "name": name })).json()["problem"].is_null(), "{code}");
        let tried = load(&folder.join(name)).unwrap().scenario;
        let target = tried.contacts[0].target.unwrap();
        assert_eq!((tried.contacts[0].scale.arrivals, tried.groups[0].staff.most()), (1.1, 1000), "{code}");
        assert_eq!((target.answer, target.within.get()), (Some(0.825), 90.0), "{code}");
    }
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let folder = workplace("wrong-languages");
    let wrong = [
        (STAFF, "8,5"),
        (VOLUME, "viel"),
        ("contact.0.target.answer", "80"),
        ("contact.0.target.within", "bald"),
        ("contact.1.target.within", "4h"),
        ("group.1.shift.0", "x"),
    ];
    let of = |code: &str| {
        let served = Served::start_with(&folder, &["centre.toml", "--lang", code]);
        wrong.map(|(field, text)| {
            let answer = change(&served, field, text);
            assert_eq!(answer.json()["fields"][field]["problem"]["lang"], code, "{field}");
            let problem = answer.problem(field);
            let repeats = problem.contains(text) || field == "contact.1.target.within";
            assert!(repeats && !problem.contains("serve-") && !problem.contains('{'), "{code}: {problem}");
            problem
        })
    };
    let english = of("en");
    for code in ["de", "fr", "ko"] {
        for (other, english) in of(code).iter().zip(&english) {
            assert_ne!(other, english, "{code}");
        }
    }
    let german = of("de");
    assert!(german[0].contains("„8,5“ ist keine Zahl von Agenten") && german[0].contains("100.000"), "{}", german[0]);
    assert!(german[1].contains("1,1"), "{}", german[1]);
}

#[test]
fn what_the_reader_says_of_the_whole_is_marked_as_english() {
    let folder = workplace("reader");
    let served = Served::start_with(&folder, &["centre.toml", "--lang", "de"]);
    change(&served, "group.1.shift.0", "60000");
    let general = change(&served, "group.1.shift.1", "60000").json()["general"].clone();
    let lang = |words: &str| {
        let found = general.as_array().unwrap().iter().find(|said| said["words"].as_str().unwrap().contains(words));
        found.unwrap_or_else(|| panic!("no `{words}`: {general}"))["lang"].clone()
    };
    assert_eq!((lang("these shifts have 120,000 agents"), lang("Kennzahlen")), (json!("en"), json!("de")));
    let missing = served.post("/open", &json!({ "name": "nowhere.toml" })).json();
    assert_eq!(missing["lang"], "de", "{missing}");
    std::fs::write(folder.join("wrong.toml"), "name = 3").unwrap();
    assert_eq!(served.post("/open", &json!({ "name": "wrong.toml" })).json()["lang"], "en");
}
