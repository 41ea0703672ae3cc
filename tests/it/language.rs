//! Every text that the program asks for is in the catalogue, and every text of the catalogue is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(place) = open.pop() {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => open.push(path),
                path if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) => found.push(path),
                _ => {}
            }
        }
    }
    found
}

fn keys() -> BTreeSet<String> {
    let texts = files("assets/words/en", &["ftl"]).into_iter().map(|file| fs::read_to_string(file).unwrap());
    let lines: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let key = |line: &String| Some(line.split_once(" =")?.0.to_owned()).filter(|key| !key.contains([' ', '#']));
    lines.iter().filter_map(key).collect()
}

/// All that stands in quotation marks in the sources and templates.
fn quoted() -> Vec<String> {
    let sources = files("src", &["rs"]).into_iter().chain(files("assets", &["html", "js"]));
    let texts = sources.map(|file| fs::read_to_string(file).unwrap());
    let parts = |text: String| text.split(['"', '\'']).map(str::to_owned).collect::<Vec<_>>();
    texts.flat_map(parts).filter(|part| part.len() < 60 && !part.contains([' ', '\n'])).collect()
}

/// Whether a part of the sources, in which `{}` stands for anything, may be this key.
fn may_be(part: &str, key: &str) -> bool {
    match (part.find('{'), part.rfind('}')) {
        (Some(from), Some(to)) if from > 3 => key.starts_with(&part[..from]) && key.ends_with(&part[to + 1..]),
        _ => part == key,
    }
}

#[test]
fn no_text_of_the_catalogue_is_idle() {
    let quoted = quoted();
    let idle: Vec<String> = keys().into_iter().filter(|key| !quoted.iter().any(|part| may_be(part, key))).collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

/// What else shapes a contact type or a group is named by the key of the scenario.
#[test]
fn every_further_assumption_has_words() {
    let keys = keys();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario/assumptions/mod.rs");
    let text = fs::read_to_string(source).unwrap();
    let asked: Vec<&str> =
        text.split("        (\"").skip(1).filter_map(|rest| rest.split_once("\", ").map(|(key, _)| key)).collect();
    assert!(asked.len() >= 20, "{asked:?}");
    let missing: Vec<&&str> = asked.iter().filter(|key| !keys.contains(&format!("further-{key}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The workbook names its heads in lists of keys.
#[test]
fn every_head_of_the_workbook_is_there() {
    let keys = keys();
    let sources = files("src/report/workbook", &["rs"]).into_iter().map(|file| fs::read_to_string(file).unwrap());
    let quoted: Vec<String> = sources.flat_map(|text| text.split('"').map(str::to_owned).collect::<Vec<_>>()).collect();
    let is_key =
        |part: &&String| part.contains('-') && part.chars().all(|c| c.is_ascii_lowercase() || "-_".contains(c));
    let asked: Vec<&String> = quoted.iter().filter(is_key).collect();
    let missing: Vec<&&String> = asked.iter().filter(|part| !keys.contains(**part)).collect();
    assert!(missing.is_empty() && asked.len() > 100, "{missing:#?} of {}", asked.len());
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let keys = keys();
    let mut asked = 0;
    for file in files("src", &["rs"]) {
        let text = fs::read_to_string(&file).unwrap();
        for call in text.split("say!(").skip(1) {
            let head = &call[..call.find([')', ';']).unwrap_or(call.len())];
            let Some(key) = head.split('"').nth(1) else { continue };
            let plain = !key.contains('{') && key.contains('-') && !key.contains(' ');
            assert!(!plain || keys.contains(key), "{}: {key}", file.display());
            asked += usize::from(plain);
        }
    }
    assert!(asked > 100, "{asked} texts seen");
}
