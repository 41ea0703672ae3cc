//! The page for a meeting in every language: nothing is left in English.

use std::collections::BTreeSet;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use super::report::{cut, stories};
use super::{Browser, browser};

/// The page of the stories in a language.
fn open(browser: &mut Browser, language: &str) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stories-{language}.html"));
    let mut report = Command::new(env!("CARGO_BIN_EXE_holdline"));
    report.arg("report").arg(stories()).args(["--lang", language, "--quiet", "--out"]).arg(&file).assert().success();
    browser.open(&file);
    assert_eq!(browser.text("document.documentElement.lang"), language);
}

/// All texts of the page, also of what is not shown at the moment, of what is only read aloud, and of what is told where
/// one points; but for names of files and commands.
fn texts(browser: &mut Browser, language: &str) -> BTreeSet<String> {
    open(browser, language);
    let script = "(() => { const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
                  while (walker.nextNode()) { const node = walker.currentNode; \
                  if (!node.parentElement.closest('code, pre, script, style, option')) found.push(node.textContent.trim()); } \
                  for (const e of document.querySelectorAll('[aria-label],[aria-roledescription],[title],[data-column]')) \
                    found.push(...['aria-label', 'aria-roledescription', 'title', 'data-column'].map((a) => e.getAttribute(a) ?? '')); \
                  for (const p of document.querySelectorAll('[data-p]')) found.push(...JSON.parse(p.dataset.p).map((point) => point[3])); \
                  return found.concat(Object.values(document.body.dataset)); })()";
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

/// Words of English texts that no other of the languages has.
const ENGLISH: [&str; 12] =
    ["the", "and", "with", "that", "answered", "within", "promised", "days", "from", "half", "wait", "where"];

/// The text without the names in it.
fn bare(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), ""))
}

/// The words of a text with Latin letters only.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.is_ascii() && !word.is_empty())
}

#[test]
fn nothing_is_left_in_english() {
    let Some(mut browser) = browser() else { return };
    let mut names = names();
    // Longer names first: a short one may be a part of them.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let english = texts(&mut browser, "en");
    assert!(english.len() > 2000, "{}", english.len());
    for language in ["de", "fr", "ko"] {
        let other = texts(&mut browser, language);
        let is_same = |text: &&String| words(&bare(text, &names)).filter(|word| word.len() > 2).count() >= 2;
        let left: Vec<&String> = other.intersection(&english).filter(is_same).collect();
        assert!(left.is_empty(), "{language}: {left:#?}");
        let mixed = |text: &&String| words(&bare(text, &names)).any(|word| ENGLISH.contains(&word));
        let mixed: Vec<&String> = other.iter().filter(mixed).collect();
        assert!(mixed.is_empty(), "{language}: {mixed:#?}");
    }
}

#[test]
fn no_text_is_cut_in_any_language() {
    let Some(mut browser) = browser() else { return };
    for language in ["de", "fr", "ko"] {
        for (width, height) in [(390, 844), (1280, 800)] {
            browser.size(width, height);
            open(&mut browser, language);
            assert_eq!(cut(&mut browser), Vec::<String>::new(), "{language}, {width}");
        }
    }
}
