//! Results of a centre with parts given in code say so wherever they are seen, and are no plain run to anybody.

use std::fs;

use holdline::engine::{CentreState, Contact, Model, Patience, Routing};
use holdline::kpi::{CustomPart, Part, ResultDocument};
use holdline::report::{self, Language};
use holdline::sampling::Stream;
use holdline::scenario::{Scenario, load_text};

use super::figures_of;
use crate::workplace::{SMALL, empty, holdline};

#[derive(Clone)]
struct Rule;

impl Routing for Rule {
    fn name(&self) -> String {
        "rule of \"Me\" (2026)".into()
    }
}

struct Law;

impl Patience for Law {
    fn name(&self) -> String {
        "half a minute".into()
    }

    fn draw(&self, _contact: &Contact, _centre: &CentreState<'_>, _stream: &mut Stream) -> f64 {
        30.0
    }
}

fn small() -> Scenario {
    load_text("small.toml".as_ref(), SMALL, &[]).unwrap().scenario
}

fn document() -> ResultDocument {
    let scenario = small();
    let model = Model::new(&scenario).with_routing(Rule).unwrap().with_patience("calls", Law).unwrap();
    ResultDocument::new(vec![figures_of(&scenario, &model)], Vec::new())
}

fn parts() -> [CustomPart; 2] {
    [
        CustomPart { part: Part::Routing, contact: None, name: "rule of \"Me\" (2026)".into() },
        CustomPart { part: Part::Patience, contact: Some("calls".into()), name: "half a minute".into() },
    ]
}

#[test]
fn the_document_names_the_parts_and_a_plain_one_does_not() {
    let document = document();
    assert_eq!(document.scenarios[0].custom, parts());
    assert_eq!(document.reproduce, None);
    let folder = empty("extend", "document");
    let path = folder.join("results.json");
    fs::write(&path, report::json(&document).unwrap()).unwrap();
    assert_eq!(report::read_results(&path).unwrap(), document);
    let scenario = small();
    let plain = figures_of(&scenario, &Model::new(&scenario));
    assert!(!report::json(&plain).unwrap().contains("custom"));
}

#[test]
fn the_record_names_the_parts_and_cannot_be_run_again() {
    let folder = empty("extend", "record");
    let document = document();
    let written = report::write_all(&document, &folder).unwrap();
    assert!(written.contains(&folder.join("run.toml")));
    let record: toml::Table = fs::read_to_string(folder.join("run.toml")).unwrap().parse().unwrap();
    // The hash is that of the document beside it.
    let result = fs::read(folder.join("result.json")).unwrap();
    assert!(written.contains(&folder.join("result.json")));
    assert_eq!(record["result_sha256"].as_str(), Some(holdline::sweep::sha256(&result).as_str()));
    assert_eq!(report::read_results(&folder.join("result.json")).unwrap(), document);
    assert!(!record.contains_key("command"));
    let named = record["scenario"][0]["custom"].as_array().unwrap();
    assert_eq!(named.len(), 2);
    assert_eq!(named[0]["name"].as_str(), Some("rule of \"Me\" (2026)"));
    assert_eq!((named[1]["part"].as_str(), named[1]["contact"].as_str()), (Some("patience"), Some("calls")));
    let refused = holdline(&folder, "reproduce run.toml").assert().code(2);
    let told = String::from_utf8(refused.get_output().stderr.clone()).unwrap();
    assert!(told.contains("given in code: `rule of \"Me\" (2026)`, `half a minute`"), "{told}");
    assert!(told.contains("run the program that has them"), "{told}");
}

#[test]
fn a_plain_run_has_no_such_record() {
    let folder = empty("extend", "plain");
    let scenario = small();
    let plain = ResultDocument::new(vec![figures_of(&scenario, &Model::new(&scenario))], Vec::new());
    let written = report::write_all(&plain, &folder).unwrap();
    for name in ["run.toml", "result.json"] {
        assert!(!written.contains(&folder.join(name)) && !folder.join(name).exists(), "{name}");
    }
}

#[test]
fn people_are_told_first_in_every_language() {
    let document = document();
    let languages = [
        (Language::English, "routing (rule of", "patience of calls (half a minute)"),
        (Language::German, "Routing (rule of", "Geduld bei calls (half a minute)"),
        (Language::French, "routage (rule of", "patience pour calls (half a minute)"),
        (Language::Korean, "라우팅(rule of", "calls의 인내 시간(half a minute)"),
    ];
    for (language, routing, patience) in languages {
        let first = &report::warnings(&document.scenarios[0], language)[0];
        assert!(first.seen.contains(routing) && first.seen.contains(patience), "{first}");
        let page = report::page(&document, language).unwrap();
        assert!(page.contains("half a minute"), "the page in {language:?} does not name the parts");
    }
}

#[test]
fn what_is_assumed_of_patience_is_not_the_scenarios() {
    let document = document();
    let assumed = document.scenarios[0].assumptions.as_ref().unwrap();
    let patience = assumed.contacts["calls"].patience.as_ref().unwrap();
    assert_eq!((patience.law.as_str(), patience.mean), ("custom", None));
    let page = report::page(&document, Language::English).unwrap();
    // The warning and the charts say "given in code: " and what; the assumptions only the words.
    let assumed = page.replace("given in code:", "");
    assert!(assumed.contains("given in code"), "the law among the assumptions is not called so");
    assert!(!page.contains("2 min"), "the law of the file is still there");
}

#[test]
fn charts_say_it_in_their_subtitles() {
    let (scenario, document) = (small(), document());
    let plain = figures_of(&scenario, &Model::new(&scenario));
    let both = ResultDocument::new(vec![plain.clone(), document.scenarios[0].clone()], Vec::new());
    let words = "Small, given in code: routing (rule of \"Me\" (2026)), patience of calls (half a minute)";
    let own = report::plot::charts(&document.scenarios[0], Language::English);
    assert!(!own.is_empty());
    for chart in own.iter().chain(&report::plot::comparison(&both, Language::English)) {
        assert!(chart.subtitle.ends_with(words), "{}: {}", chart.name, chart.subtitle);
        assert!(!chart.subtitle.starts_with(words), "{}: the rest is gone", chart.name);
    }
    for chart in report::plot::charts(&plain, Language::English) {
        assert!(!chart.subtitle.contains("given in code"), "{}", chart.subtitle);
    }
}
