//! `holdline report`: the page from scenarios, from results, and from both; what it refuses leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SMALL, failure, holdline, output, workplace};

/// The page that this writes.
fn page(folder: &Path, line: &str) -> String {
    assert!(output(folder, &format!("report {line} --out pages/page.html --quiet")).is_empty());
    fs::read_to_string(folder.join("pages/page.html")).unwrap()
}

/// A folder with the small centre, its results under `results/`, and another centre in `other.toml`.
fn with_results(name: &str) -> PathBuf {
    let folder = workplace(name);
    fs::write(folder.join("other.toml"), SMALL.replace("\"Small\"", "\"Other\"").replace("= 5", "= 6")).unwrap();
    output(&folder, "run small.toml --out results --quiet");
    folder
}

/// Everything in a folder and below, by path.
fn everything(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> = entries
        .flat_map(|path| {
            [vec![path.display().to_string()], if path.is_dir() { everything(&path) } else { vec![] }].concat()
        })
        .collect();
    found.sort();
    found
}

/// What is said of a command line that is refused with this status and leaves everything as it was.
fn refused(folder: &Path, line: &str, status: i32) -> String {
    let before = everything(folder);
    let message = failure(folder, &format!("report {line}"), status);
    assert_eq!(everything(folder), before, "`{line}` writes something");
    assert!(message.contains("error: ") && !message.contains("panicked"), "`{line}`: {message}");
    message
}

/// A result document with a fault, one that breaks off, and the place of the fault.
fn with_damaged(name: &str) -> (PathBuf, String) {
    let folder = with_results(name);
    let text = fs::read_to_string(folder.join("results/result.json")).unwrap();
    let line = text.lines().position(|line| line.contains("\"seed\": 3")).unwrap() + 1;
    fs::write(folder.join("wrong.json"), text.replacen("\"seed\": 3", "\"seed\": three", 1)).unwrap();
    fs::create_dir(folder.join("cut")).unwrap();
    fs::write(folder.join("cut/result.json"), &text[..text.len() / 2]).unwrap();
    (folder, format!("wrong.json:{line}:"))
}

#[test]
fn results_give_the_page_of_their_scenario() {
    let folder = workplace("page");
    output(&folder, "run small.toml --seed 9 --replications 5 --out results --report --lang fr --quiet");
    let of_run = fs::read_to_string(folder.join("results/report.html")).unwrap();
    assert!(of_run.contains("holdline run small.toml --replications 5 --seed 9"));
    assert!(page(&folder, "results --lang fr") == of_run, "the folder gives another page");
    assert!(page(&folder, "results/result.json --lang fr") == of_run, "the file gives another page");
    let of_scenario = page(&folder, "small.toml --seed 9 --replications 5 --lang fr");
    assert!(of_scenario == of_run.replace("holdline run", "holdline report"), "the scenario gives another page");
    assert!(page(&folder, "results") != of_run, "another language");
}

#[test]
fn the_page_is_where_it_was_asked_for() {
    let folder = workplace("place");
    let assert = holdline(&folder, "report small.toml --replications 2 --threads 1").assert().success();
    assert!(assert.get_output().stdout.is_empty());
    let said = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(said.contains("the page is output/report.html"), "{said}");
    assert_eq!(everything(&folder.join("output")).len(), 1, "nothing but the page");
}

#[test]
fn results_of_several_runs_share_a_page() {
    let folder = with_results("several");
    output(&folder, "run other.toml --replications 4 --out more --quiet");
    let page = page(&folder, "results more/result.json");
    for words in ["Small", "Other", "holdline run small.toml", "holdline run other.toml --replications 4"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("4 to 12 replications"), "each run has its own");
}

#[test]
fn two_runs_of_the_same_files_stay_apart() {
    let folder = with_results("apart");
    for seed in ["4", "5"] {
        output(&folder, &format!("run small.toml other.toml --seed {seed} --out run{seed} --quiet"));
    }
    let html = page(&folder, "run4 run5");
    for name in ["Small", "Other", "Small (run5)", "Other (run5)"] {
        assert!(
            html.contains(&format!(
                "<option value=\"{}\">{name}</option>",
                ["Small", "Other"].iter().position(|own| *own == name).unwrap_or(if name.starts_with("Small") {
                    2
                } else {
                    3
                })
            )),
            "{name}"
        );
    }
    assert!(html.contains("against “Small (run5)”"), "each run is compared within itself");
    assert!(html.contains("4 scenarios are 2 groups"), "and not with the other");
}

#[test]
fn a_scenario_named_twice_and_results_of_nothing_are_refused() {
    let folder = with_results("nothing");
    assert!(refused(&folder, "small.toml small.toml", 2).contains("`small.toml` is named twice"));
    let mut document: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("results/result.json")).unwrap()).unwrap();
    document["scenarios"] = serde_json::json!([]);
    document["comparisons"] = serde_json::json!([]);
    fs::write(folder.join("none.json"), document.to_string()).unwrap();
    assert!(refused(&folder, "none.json", 2).contains("`none.json` hold no scenario"));
}

#[test]
fn what_is_read_is_not_written_over() {
    let folder = with_results("inputs");
    let extended = "extends = \"small.toml\"\nname = \"Child\"\n";
    fs::write(folder.join("child.toml"), extended).unwrap();
    for line in [
        "small.toml --out small.toml",
        "child.toml --out ./small.toml",
        "results/result.json --out results/../results/result.json",
    ] {
        assert!(refused(&folder, line, 2).contains("would be written over"), "{line}");
    }
}

#[test]
fn results_and_scenarios_share_a_page() {
    let folder = with_results("mixture");
    let page = page(&folder, "other.toml results --replications 4");
    for words in ["Small", "Other", "holdline run small.toml", "holdline report other.toml --replications 4"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn the_workbook_is_written_beside_the_page() {
    let folder = with_results("book");
    output(&folder, "run small.toml --out results --xlsx run.xlsx --lang ko --quiet");
    page(&folder, "results --xlsx books/of-results.xlsx --lang ko");
    let read = |file: &str| fs::read(folder.join(file)).unwrap();
    assert!(read("run.xlsx") == read("books/of-results.xlsx"), "the same results, the same bytes");
    assert_eq!(everything(&folder.join("books")).len(), 1, "nothing is left half written");
    let said = holdline(&folder, "report results --xlsx of-results.xlsx").assert().success();
    let said = String::from_utf8(said.get_output().stderr.clone()).unwrap();
    assert!(said.contains("the workbook is of-results.xlsx"), "{said}");
    assert!(refused(&folder, "results --xlsx of-results.csv", 2).contains("of-results.xlsx"));
}

#[test]
fn a_language_of_a_run_needs_something_to_write_in_it() {
    let folder = workplace("language");
    let message = failure(&folder, "run small.toml --lang de", 2);
    assert!(message.contains("--report") && message.contains("--xlsx"), "{message}");
    output(&folder, "run small.toml --replications 2 --lang de --xlsx buch.xlsx --quiet");
    output(&folder, "run small.toml --replications 2 --lang de --report --quiet");
    assert!(folder.join("buch.xlsx").is_file());
    assert!(fs::read_to_string(folder.join("output/report.html")).unwrap().contains("lang=\"de\""));
    for code in ["xx", "EN", ""] {
        let message = failure(&folder, &format!("report small.toml --lang={code}"), 2);
        assert!(message.contains("en, de, fr or ko"), "{message}");
    }
}

#[test]
fn results_named_twice_are_refused() {
    let folder = with_results("twice");
    let message = refused(&folder, "results results/result.json", 2);
    for words in ["the results of `Small`", "`results`", "`results/result.json`", "help: name each run once"] {
        assert!(message.contains(words), "{words}: {message}");
    }
    // What the scenario gives is known only when it has been simulated.
    let message = failure(&folder, "report results small.toml --out page.html --quiet", 2);
    assert!(message.contains("`results`") && message.contains("`small.toml`"), "{message}");
    assert!(!folder.join("page.html").exists());
}

#[test]
fn results_of_another_version_are_refused() {
    let folder = with_results("versions");
    let text = fs::read_to_string(folder.join("results/result.json")).unwrap();
    let old = text.replacen(env!("CARGO_PKG_VERSION"), "0.0.7", 1).replace("\"Small\"", "\"Old\"");
    fs::write(folder.join("old.json"), old).unwrap();
    for line in ["results old.json", "other.toml old.json"] {
        let message = refused(&folder, line, 2);
        let words = [env!("CARGO_PKG_VERSION"), "`old.json`", "0.0.7", "run them again with one version"];
        assert!(words.iter().all(|word| message.contains(word)), "{message}");
    }
    assert!(page(&folder, "old.json").contains("0.0.7"), "alone they are told as they are");
}

#[test]
fn damaged_results_are_shown_with_their_line() {
    let (folder, place) = with_damaged("damaged");
    let message = refused(&folder, "wrong.json", 2);
    assert!(message.contains(&place) && message.contains("\"seed\": three"), "{message}");
    assert!(message.contains("help: "), "{message}");
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let (folder, place) = with_damaged("all");
    fs::write(folder.join("phone.toml"), SMALL.replace("\"voice\"", "\"phone\"")).unwrap();
    let message = refused(&folder, "wrong.json results phone.toml cut missing.toml gone.json", 2);
    for place in [place.as_str(), "cut/result.json:", "phone.toml:9:11", "`missing.toml`", "gone.json"] {
        assert!(message.contains(place), "{place}: {message}");
    }
}

#[test]
fn what_is_not_there_is_named() {
    let folder = workplace("missing");
    fs::create_dir(folder.join("empty")).unwrap();
    for (line, name) in [
        ("missing.toml", "`missing.toml`"),
        ("missing", "`missing`"),
        ("missing.json", "missing.json"),
        ("empty", "empty/result.json"),
        ("small.toml empty", "empty/result.json"),
    ] {
        let message = refused(&folder, &format!("{line} --xlsx books/book.xlsx"), 2);
        assert!(message.contains(name) && message.contains("help: "), "{message}");
    }
}

#[test]
fn results_are_not_simulated_again() {
    let folder = with_results("again");
    for option in ["--replications 5", "--seed 5"] {
        let message = refused(&folder, &format!("results {option}"), 2);
        assert!(message.contains("not simulated again") && message.contains("name scenario files"), "{message}");
    }
}

#[test]
fn places_that_cannot_be_written_are_refused_before_the_work() {
    let folder = with_results("places");
    assert!(refused(&folder, "other.toml --out results", 2).contains("`results` is a folder"));
    assert!(refused(&folder, "other.toml --out other.toml", 2).contains("`other.toml` is read"));
    assert!(refused(&folder, "results --out a.xlsx --xlsx a.xlsx", 2).contains("the same file"));
    // It would take hours.
    let message = refused(&folder, "other.toml --replications 10000000 --xlsx small.toml/book.xlsx --out p.html", 1);
    assert!(message.starts_with("error: cannot") && message.contains("small.toml"), "{message}");
}
