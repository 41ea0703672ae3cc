//! The page in a browser, with a mouse and with keys.

use std::fs;

use holdline::scenario::{Staffing, load};

use super::client::Served;
use super::{CENTRE, STAFF, VOLUME, workplace};
use crate::browser::{Browser, browser};

pub(super) const SETTLED: &str = "document.body?.dataset.settled === 'true'";

/// Writes into a field, in place of what is there, and leaves it.
pub(super) fn write(browser: &mut Browser, field: &str, text: &str) {
    browser.eval(&format!("document.getElementById('{field}').select(), document.getElementById('{field}').focus()"));
    browser.write(text);
    browser.press("Tab");
}

pub(super) fn value(browser: &mut Browser, field: &str) -> String {
    browser.text(&format!("document.getElementById('{field}').value"))
}

/// The cells of the row of service level of the first contact type.
fn service_level(browser: &mut Browser) -> String {
    browser.text("[...document.querySelectorAll('#results tbody tr')].find(row => row.textContent.includes('service level')).innerText")
}

#[test]
fn somebody_changes_staff_sees_the_figures_move_saves_reloads_and_undoes() {
    let Some(mut browser) = browser() else { return };
    let folder = workplace("browser");
    let served = Served::start(&folder, "centre.toml");
    browser.go(&served.address);
    browser.wait_until(SETTLED);
    let saved = service_level(&mut browser);
    assert!(!saved.contains("pt"), "nothing to compare yet: {saved}");
    // Figures move, and say what that is worth.
    write(&mut browser, STAFF, "8");
    browser.wait_until("document.querySelector('#results td.difference')");
    browser.wait_until(SETTLED);
    let changed = service_level(&mut browser);
    assert!(changed.contains("pt") && changed.contains("real") && changed != saved, "{changed}");
    assert!(browser.text("document.getElementById('sentence').textContent").starts_with("1 change. "));
    // The page that is loaded again shows the same.
    browser.reload();
    browser.wait_until(SETTLED);
    assert_eq!((value(&mut browser, STAFF).as_str(), service_level(&mut browser)), ("8", changed.clone()));
    // Saved by its name; a name that is taken is refused beside the field.
    write(&mut browser, "name", "centre.toml");
    browser.click("#save button[type=submit]");
    browser.wait_until("document.getElementById('name.problem').textContent.includes('write another name')");
    write(&mut browser, "name", "eight.toml");
    browser.click("#save button[type=submit]");
    browser.wait_until("!document.getElementById('saved').hidden");
    assert_eq!(load(&folder.join("eight.toml")).unwrap().scenario.groups[0].staff, Staffing::Constant(8));
    assert_eq!(fs::read_to_string(folder.join("centre.toml")).unwrap(), *CENTRE);
    // Undone, redone, and undone by the keys.
    browser.click("#undo");
    browser.wait_until(&format!("document.getElementById('{STAFF}').value === '5'"));
    browser.wait_until(SETTLED);
    assert_eq!(service_level(&mut browser), saved);
    browser.click("#redo");
    browser.wait_until(&format!("document.getElementById('{STAFF}').value === '8'"));
    browser.chord("z", 2);
    browser.wait_until(&format!("document.getElementById('{STAFF}').value === '5'"));
    // The saved file is the next base.
    browser.click("#go-on");
    browser.wait_until("document.body?.dataset.file === 'eight.toml'");
    browser.wait_until(SETTLED);
    assert_eq!(value(&mut browser, STAFF), "8");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    let own = format!("http://127.0.0.1:{}/", served.port);
    let requests = browser.requests();
    assert!(requests.iter().all(|to| to.starts_with(&own) || to.starts_with("data:")), "{requests:?}");
}

#[test]
fn a_wrong_value_is_refused_beside_its_field_and_the_keyboard_is_enough() {
    let Some(mut browser) = browser() else { return };
    let served = Served::start(&workplace("browser-wrong"), "centre.toml");
    browser.go(&served.address);
    browser.wait_until(SETTLED);
    write(&mut browser, STAFF, "-3");
    let problem = format!("document.getElementById('{STAFF}.problem')");
    browser.wait_until(&format!("{problem}.textContent.includes('“-3” is no number of agents')"));
    let beside = format!(
        "(() => {{ const field = document.getElementById('{STAFF}').getBoundingClientRect(), \
         words = {problem}.getBoundingClientRect(); return words.height > 0 && words.top - field.bottom < 20; }})()"
    );
    assert_eq!(browser.eval(&beside), true, "the message stands under its field");
    assert_eq!(browser.eval(&format!("document.getElementById('{STAFF}').getAttribute('aria-invalid')")), "true");
    let described = browser.accessible().into_iter().find(|n| n.name == "team, Agents" && n.role == "textbox").unwrap();
    assert!(described.description.contains("“-3” is no number of agents"), "{described:?}");
    write(&mut browser, STAFF, "6");
    browser.wait_until(&format!("{problem}.textContent === ''"));
    // One more and one fewer by the keys, and a slider by the keys.
    browser.eval(&format!("document.getElementById('{STAFF}').focus()"));
    browser.press("ArrowUp");
    browser.wait_until(&format!("document.getElementById('{STAFF}').value === '7'"));
    browser.eval(&format!("document.querySelector('[data-slides=\"{VOLUME}\"]').focus()"));
    browser.press("ArrowRight");
    browser.wait_until(&format!("document.getElementById('{VOLUME}').value === '1.05'"));
    // The field shows it before it is sent.
    served.wait_until("two changes", |view| view["changes"] == 2);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn fields_have_names_and_nothing_is_cut_on_a_phone() {
    let Some(mut browser) = browser() else { return };
    let served = Served::start(&workplace("browser-phone"), "centre.toml");
    browser.size(390, 844);
    browser.go(&served.address);
    browser.wait_until(SETTLED);
    write(&mut browser, STAFF, "7");
    browser.wait_until(SETTLED);
    assert_eq!(browser.eval("document.documentElement.scrollWidth <= innerWidth"), true, "wider than a phone");
    let nodes = browser.accessible();
    let unnamed: Vec<_> = nodes
        .iter()
        .filter(|node| {
            ["textbox", "slider", "button", "checkbox", "image", "application"].contains(&node.role.as_str())
        })
        .filter(|node| node.name.trim().is_empty())
        .collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
    for name in ["calls, Volume ×", "team, Agents", "Undo", "Save"] {
        assert!(nodes.iter().any(|node| node.name == name), "nothing is called `{name}`");
    }
}
