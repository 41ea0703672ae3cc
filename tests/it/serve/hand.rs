//! The page under a quick hand and without a mouse: what was said last holds, and every figure can be reached by keys.

use std::fs;
use std::path::PathBuf;

use super::client::Served;
use super::page::{SETTLED, value, write};
use super::{CENTRE, STAFF, VOLUME, change, workplace};
use crate::browser::{Browser, browser};

/// A page of a served centre, once its figures stand.
fn opened(name: &str, arguments: &[&str]) -> Option<(Browser, Served, PathBuf)> {
    let mut browser = browser()?;
    let folder = workplace(name);
    let served = Served::start_with(&folder, arguments);
    browser.go(&served.address);
    browser.wait_until(SETTLED);
    Some((browser, served, folder))
}

#[test]
fn an_undo_takes_back_what_was_moved_before_it() {
    let Some((mut browser, served, folder)) = opened("hand-undo", &["centre.toml"]) else { return };
    // A slow line: what is moved waits while its first step is under way, and then comes the undo.
    browser.eval(&format!(
        "(() => {{ const real = fetch; \
         window.fetch = async (path, options) => {{ if (options.method) await new Promise((r) => setTimeout(r, 150)); \
         return real(path, options); }}; \
         const slider = document.querySelector('[data-slides=\"{VOLUME}\"]'); \
         for (const to of [1.1, 1.2, 1.3]) {{ slider.value = to; \
         slider.dispatchEvent(new Event('input', {{ bubbles: true }})); }} \
         document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'z', ctrlKey: true, bubbles: true }})); }})()"
    ));
    browser.wait_until("!document.getElementById('redo').disabled");
    browser.wait_until(&format!("document.getElementById('{VOLUME}').value === '1'"));
    browser.eval("new Promise((wake) => setTimeout(wake, 700))");
    assert_eq!((value(&mut browser, VOLUME).as_str(), &served.settled()["changes"]), ("1", &0.into()));
    // Done again, it is where the hand had left it.
    browser.click("#redo");
    browser.wait_until(&format!("document.getElementById('{VOLUME}').value === '1.3'"));
    // What is saved is what stands on the page, even if it is still on its way.
    browser.eval(&format!(
        "(() => {{ const field = document.getElementById('{STAFF}'); field.value = '9'; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); \
         document.getElementById('name').value = 'nine.toml'; \
         document.querySelector('#save button').click(); }})()"
    ));
    browser.wait_until("!document.getElementById('saved').hidden");
    let saved = holdline::scenario::load(&folder.join("nine.toml")).unwrap().scenario;
    assert_eq!(saved.groups[0].staff.most(), 9);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_file_is_replaced_only_if_it_is_the_one_that_was_asked_about() {
    let Some((mut browser, served, folder)) = opened("hand-replace", &["centre.toml"]) else { return };
    for name in ["one.toml", "two.toml"] {
        fs::write(folder.join(name), CENTRE.as_str()).unwrap();
    }
    change(&served, STAFF, "6");
    let shown = "!document.getElementById('replacing').hidden";
    write(&mut browser, "name", "one.toml");
    browser.click("#save button[type=submit]");
    browser.wait_until(&format!("{shown} && document.getElementById('replaced').textContent === 'one.toml'"));
    browser.click("#replace");
    assert_eq!(browser.eval("document.getElementById('replace').checked"), true);
    write(&mut browser, "name", "two.toml");
    assert_eq!(browser.eval(shown), false, "the question was about another file");
    assert_eq!(browser.eval("document.getElementById('replace').checked"), false);
    browser.click("#save button[type=submit]");
    browser.wait_until(&format!("{shown} && document.getElementById('replaced').textContent === 'two.toml'"));
    browser.click("#replace");
    browser.click("#save button[type=submit]");
    browser.wait_until("!document.getElementById('saved').hidden");
    assert_eq!(fs::read_to_string(folder.join("one.toml")).unwrap(), *CENTRE);
    assert_ne!(fs::read_to_string(folder.join("two.toml")).unwrap(), *CENTRE);
}

#[test]
fn a_german_hand_writes_commas() {
    let Some((mut browser, served, _)) = opened("hand-german", &["centre.toml", "--lang", "de"]) else { return };
    write(&mut browser, VOLUME, "1,1");
    let slider = format!("document.querySelector('[data-slides=\"{VOLUME}\"]')");
    browser.wait_until(&format!("{slider}.value === '1.1'"));
    browser.eval(&format!("{slider}.focus()"));
    browser.press("ArrowRight");
    browser.wait_until(&format!("document.getElementById('{VOLUME}').value === '1,15'"));
    // The field shows it before it is sent.
    served.wait_until("a volume of 1.15", |view| view["fields"][VOLUME]["value"] == 1.15);
    write(&mut browser, STAFF, "8,5");
    let problem = format!("document.getElementById('{STAFF}.problem')");
    browser.wait_until(&format!("{problem}.textContent.includes('„8,5“')"));
    assert_eq!(browser.eval(&format!("{problem}.lang")), "de");
    assert_eq!(browser.eval("document.querySelector('#general p').lang"), "de");
}

const TOLD: &str = "document.querySelector('.tip').textContent";

#[test]
fn the_values_of_a_day_are_walked_through_by_keys() {
    let Some((mut browser, served, _)) = opened("hand-keys", &["centre.toml"]) else { return };
    browser.eval("document.getElementById('again').focus()");
    browser.press("Tab");
    assert_eq!(browser.eval("document.activeElement.matches('#results svg[data-p]')"), true, "a picture is next");
    let points = browser.eval("JSON.parse(document.activeElement.dataset.p).map((point) => point[3])");
    let points: Vec<&str> = points.as_array().unwrap().iter().filter_map(|words| words.as_str()).collect();
    assert!(points.len() >= 8 && points[0].starts_with("09:00: ") && points[0].contains('%'), "{points:?}");
    for words in &points {
        assert_eq!(browser.text(TOLD), *words, "one after the other, from the first on");
        browser.press("ArrowRight");
    }
    let named = browser.accessible().into_iter().filter(|node| node.name.contains("through the day: calls")).count();
    assert_eq!(named, 1);
    // Figures that come meanwhile leave the walk where it is.
    browser.press("Home");
    browser.press("ArrowRight");
    change(&served, STAFF, "8");
    browser.wait_until(&format!("{TOLD}.startsWith('10:00: saved ') && {TOLD}.includes('changed')"));
    browser.wait_until(SETTLED);
    assert_eq!(browser.eval("document.activeElement.matches('#results svg[data-p]')"), true, "the focus stays");
    browser.press("ArrowRight");
    assert!(browser.text(TOLD).starts_with("11:00: saved "));
    browser.press("Escape");
    assert_eq!(browser.eval("document.querySelector('.tip').hidden"), true);
    // A mouse is told the same.
    browser.hover("#results svg[data-p]");
    assert_eq!(browser.eval("document.querySelector('.tip').hidden"), false);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
