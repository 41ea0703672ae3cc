//! The page for a meeting in every language: nothing is left in English.

use std::collections::BTreeSet;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use super::report::stories;
use super::{Browser, browser};

/// All texts of the page, also of what is not shown at the moment, but for names of files and commands.
fn texts(browser: &mut Browser, language: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stories-{language}.html"));
    let mut report = Command::new(env!("CARGO_BIN_EXE_holdline"));
    report.arg("report").arg(stories()).args(["--lang", language, "--quiet", "--out"]).arg(&file).assert().success();
    browser.open(&file);
    assert_eq!(browser.text("document.documentElement.lang"), language);
    let script = "(() => { const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
                  while (walker.nextNode()) { const node = walker.currentNode; \
                  if (!node.parentElement.closest('code, pre, script, style, option')) found.push(node.textContent.trim()); } \
                  return found; })()";
    let found = browser.eval(script);
    found.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Names that the scenarios give: they are what they are in every language.
fn names() -> Vec<String> {
    let text = std::fs::read_to_string(stories().join("result.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &Value| value.as_object().map(|o| o.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let of = |s: &Value| {
        let own = s["name"].as_str().unwrap().to_owned();
        [own].into_iter().chain(keys(&s["contacts"])).chain(keys(&s["agents"])).collect::<Vec<_>>()
    };
    document["scenarios"].as_array().unwrap().iter().flat_map(of).collect()
}

/// A text that is English and no name: two words or more, once the names are taken out.
fn is_english(text: &str, names: &[String]) -> bool {
    let bare = names.iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), ""));
    let words = bare.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2 && word.is_ascii());
    words.count() >= 2
}

#[test]
fn nothing_is_left_in_english() {
    let Some(mut browser) = browser() else { return };
    let mut names = names();
    // Longer names first: a short one may be a part of them.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let english = texts(&mut browser, "en");
    for language in ["de", "fr", "ko"] {
        let other = texts(&mut browser, language);
        let left: Vec<&String> = other.intersection(&english).filter(|text| is_english(text, &names)).collect();
        assert!(left.is_empty(), "{language}: {left:#?}");
    }
}
