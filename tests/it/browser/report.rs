//! The page for a meeting as its readers meet it: the twelve stories, few replications.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assert_cmd::Command;
use serde_json::Value;

use super::{Browser, browser};

/// The twelve stories, simulated once: the folder with `report.html` and `result.json`.
pub(super) fn stories() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stories");
        let stories = fs::read_dir("scenarios/stories").unwrap().map(|entry| entry.unwrap().path());
        let mut stories: Vec<PathBuf> = stories.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
        stories.sort();
        assert_eq!(stories.len(), 12);
        let mut run = Command::new(env!("CARGO_BIN_EXE_holdline"));
        run.arg("run").args(stories).args(["--replications", "4", "--report", "--quiet", "--out"]).arg(&folder);
        run.assert().success();
        folder
    })
}

/// The page of the stories in a browser of this size; none without a browser.
fn page(width: u32, height: u32) -> Option<Browser> {
    let mut browser = browser()?;
    browser.size(width, height);
    browser.open(&stories().join("report.html"));
    Some(browser)
}

#[test]
fn the_page_asks_for_nothing_and_complains_of_nothing() {
    let Some(mut page) = page(1280, 800) else { return };
    assert_eq!(page.complaints(), Vec::<String>::new());
    let requests = page.requests();
    assert!(
        requests.iter().all(|address| address.starts_with("file://") && address.ends_with("report.html")
            || address.starts_with("data:")),
        "{requests:?}"
    );
    let weight = fs::metadata(stories().join("report.html")).unwrap().len();
    assert!(weight < 3_000_000, "{weight} bytes");
}

#[test]
fn every_chart_is_read_aloud_by_its_finding() {
    let Some(mut page) = page(1280, 800) else { return };
    let shown = "[...document.querySelectorAll('figure')].filter((f) => f.getClientRects().length > 0)";
    let titles = page.eval(&format!("{shown}.map((f) => f.querySelector('h3').textContent)"));
    let titles: Vec<&str> = titles.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(titles.len() >= 9, "{titles:#?}");
    let read: Vec<_> = page.accessible().into_iter().filter(|node| node.role == "figure").collect();
    let names: Vec<&str> = read.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(names, titles);
    assert!(names.iter().all(|name| name.split_whitespace().count() > 3), "a finding is a sentence: {names:#?}");
    let bare =
        "[...document.querySelectorAll('figure svg[data-p]')].filter((p) => !p.getAttribute('aria-label')).length";
    assert_eq!(page.eval(bare), 0);
}

/// Values that the arrow keys tell in a picture, one after the other.
fn walked(page: &mut Browser, picture: &str, count: usize) -> Vec<f64> {
    page.point_at((0.0, 0.0));
    page.eval(&format!("document.querySelector({picture:?}).focus()"));
    page.press("Home");
    let mut told = Vec::new();
    for _ in 0..count {
        told.push(page.text("document.querySelector('.tip').dataset.value").parse().unwrap());
        page.press("ArrowRight");
    }
    told
}

/// The value that a pointer at a place of a picture, in the picture's units, is told.
fn pointed(page: &mut Browser, picture: &str, x: f64, y: f64) -> f64 {
    page.middle(picture);
    let place = page.eval(&format!(
        "(() => {{ const p = document.querySelector({picture:?}), box = p.getBoundingClientRect(); \
         const scale = box.width / p.viewBox.baseVal.width; return [box.left + {x} * scale, box.top + {y} * scale]; }})()"
    ));
    page.point_at((place[0].as_f64().unwrap(), place[1].as_f64().unwrap()));
    assert_eq!(page.eval("document.querySelector('.tip').hidden"), false, "{picture}: nothing is told at {x}, {y}");
    page.text("document.querySelector('.tip').dataset.value").parse().unwrap()
}

/// What charts add up from a scenario: the share of all that came who were answered within a time, and the issues with
/// at least so many contacts.
fn derived(scenario: &Value) -> Vec<f64> {
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let mut found = Vec::new();
    for (name, waits) in scenario["waits"].as_object().unwrap() {
        let contacts = &scenario["contacts"][name];
        let (answered, abandoned) = (number(&contacts["answered"]["value"]), number(&contacts["abandoned"]["value"]));
        let points = waits["answered_within"].as_array().unwrap();
        found.extend(points.iter().map(|point| number(&point[1]) * answered / (answered + abandoned)));
    }
    let mut more = 0.0;
    for issues in scenario["customers"]["contacts_per_issue"].as_array().into_iter().flatten().rev() {
        more += number(&issues[1]);
        found.push(more);
    }
    found
}

/// All numbers of a document.
fn numbers(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Number(number) => found.extend(number.as_f64()),
        Value::Array(values) => values.iter().for_each(|value| numbers(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| numbers(value, found)),
        _ => (),
    }
}

#[test]
fn pointer_and_keys_tell_the_figures_of_the_document_in_every_chart() {
    let Some(mut page) = page(1280, 800) else { return };
    let text = fs::read_to_string(stories().join("result.json")).unwrap();
    let mut known = Vec::new();
    let document: Value = serde_json::from_str(&text).unwrap();
    numbers(&document, &mut known);
    document["scenarios"].as_array().unwrap().iter().for_each(|scenario| known.extend(derived(scenario)));
    let is_known = |value: &&f64| known.iter().any(|known| (known - *value).abs() <= 1e-12 * known.abs());
    let points = page.eval(
        "[...document.querySelectorAll('svg[data-p]')].filter((p) => p.getClientRects().length > 0).map((p, index) => { \
         p.id = 'picture' + index; return JSON.parse(p.dataset.p); })",
    );
    let pictures: Vec<Vec<Value>> = serde_json::from_value(points).unwrap();
    assert!(pictures.len() >= 20, "{}", pictures.len());
    for (index, points) in pictures.iter().enumerate().filter(|(_, points)| !points.is_empty()) {
        let picture = format!("#picture{index}");
        let number = |point: &Value, at: usize| point[at].as_f64().unwrap();
        let values: Vec<f64> = points.iter().map(|point| number(point, 2)).collect();
        let strange = values.iter().find(|value| !is_known(value));
        assert_eq!(strange, None, "{picture}: no figure of the document; {}", points[0][3]);
        assert_eq!(walked(&mut page, &picture, values.len()), values, "{picture}");
        for point in [&points[0], &points[points.len() / 2], &points[points.len() - 1]] {
            let here = |other: &&Value| (&other[0], &other[1]) == (&point[0], &point[1]);
            let there: Vec<f64> = points.iter().filter(here).map(|other| number(other, 2)).collect();
            let told = pointed(&mut page, &picture, number(point, 0), number(point, 1));
            assert!(there.contains(&told), "{picture}: {told} where {there:?} stands");
        }
    }
}

#[test]
fn a_picture_that_is_reached_by_keys_tells_its_first_value() {
    let Some(mut page) = page(1280, 800) else { return };
    // The last thing before the first picture that takes the focus.
    page.eval("document.getElementById('scenario').focus()");
    page.press("Tab");
    assert_eq!(page.eval("document.activeElement.matches('svg[data-p]')"), true, "a picture is next");
    let first = page.eval("JSON.parse(document.activeElement.dataset.p)[0][3]");
    assert_eq!(page.eval("document.querySelector('.tip').textContent"), first);
    page.press("ArrowRight");
    assert_ne!(page.eval("document.querySelector('.tip').textContent"), first);
    // A click alone tells what it points at.
    page.press("Escape");
    page.click("figure h3");
    assert_eq!(page.eval("document.querySelector('.tip').hidden"), true);
}

#[test]
fn the_figures_of_a_day_are_those_of_the_document_in_their_order() {
    let Some(mut page) = page(1280, 800) else { return };
    let text = fs::read_to_string(stories().join("result.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    // Marks the first picture of the chart whose subtitle is about answering in time.
    let mark = "const f = [...document.querySelectorAll('.group.on figure')].find((f) => \
                f.querySelector('.sub').textContent.includes('answered in time, by time of arrival')); \
                f.querySelector('svg[data-p]').id = 'level'; f.querySelector('.panel .head b').textContent";
    let name = page.text(mark);
    let first = page.text("document.querySelector('#scenario option').textContent");
    let scenario = document["scenarios"].as_array().unwrap().iter().find(|s| s["name"] == first.as_str()).unwrap();
    let level = |interval: &Value| interval["contacts"][name.as_str()]["service_level"]["value"].as_f64();
    let wanted: Vec<f64> = scenario["intervals"].as_array().unwrap().iter().filter_map(level).collect();
    assert!(wanted.len() > 4, "{name}: {wanted:?}");
    assert_eq!(walked(&mut page, "#level", wanted.len()), wanted);
}

#[test]
fn without_scripts_all_charts_of_all_scenarios_are_there() {
    let Some(mut browser) = browser() else { return };
    browser.size(1280, 800);
    browser.scripts(false);
    browser.open(&stories().join("report.html"));
    let all = "document.querySelectorAll('figure svg[data-p]').length";
    let shown =
        "[...document.querySelectorAll('figure svg[data-p]')].filter((p) => p.getClientRects().length > 0).length";
    let (all, shown) = (browser.eval(all), browser.eval(shown));
    assert_eq!(all, shown);
    assert!(all.as_u64().unwrap() > 100, "{all}");
}

#[test]
fn no_chart_is_cut_in_print() {
    // A4 less margins of 12 mm, at 96 units an inch: what a page holds.
    const HEIGHT: f64 = (297.0 - 24.0) / 25.4 * 96.0;
    let Some(mut page) = page(703, 1032) else { return };
    page.medium("print", false);
    // A figure of many panels may go on on the next page, but no panel is cut.
    let uncut = page.eval(
        "[...document.querySelectorAll('figure')].flatMap((f) => getComputedStyle(f).breakInside === 'avoid' ? [f] : \
         [...f.querySelectorAll('.panel')]).map((part) => [part.getBoundingClientRect().height, \
         getComputedStyle(part).breakInside])",
    );
    let uncut = uncut.as_array().unwrap();
    assert!(uncut.len() > 100, "all scenarios are printed");
    for part in uncut {
        let height = part[0].as_f64().unwrap();
        assert!(height > 0.0 && height < HEIGHT, "{part}");
        assert_eq!(part[1], "avoid");
    }
    assert!(page.pdf(false).starts_with(b"%PDF"));
}

/// What does not fit into its place: the page wider than its window, texts wider than their boxes, names shortened.
pub(super) fn cut(page: &mut Browser) -> Vec<String> {
    let cut = page.eval(
        "[...document.querySelectorAll('h1,h2,h3,p:not(.hidden),li,dd,dt,label,button,figure text,.wide')].filter((e) => \
         e.getClientRects().length > 0).filter((e) => { \
           if (e.textContent.trim().endsWith('…')) return true; \
           if (e.tagName !== 'text') return e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'; \
           const box = e.getBoundingClientRect(), frame = e.ownerSVGElement.getBoundingClientRect(); \
           return box.left < frame.left - 1 || box.right > frame.right + 1; }).map((e) => e.textContent.slice(0, 80)) \
         .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : [])",
    );
    serde_json::from_value(cut).unwrap()
}

#[test]
fn no_text_is_cut_on_a_phone_or_a_projector() {
    for (width, height) in [(390, 844), (1280, 800), (1920, 1080)] {
        let Some(mut page) = page(width, height) else { return };
        assert_eq!(cut(&mut page), Vec::<String>::new(), "{width}");
    }
}
