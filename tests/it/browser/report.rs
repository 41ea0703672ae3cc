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

/// Values of a picture's points as they are told, one after the other, by the arrow keys.
fn walked(page: &mut Browser, picture: &str) -> Vec<f64> {
    page.eval(&format!("document.querySelector({picture:?}).focus()"));
    let count = page.eval(&format!("JSON.parse(document.querySelector({picture:?}).dataset.p).length"));
    page.press("Home");
    let mut told = Vec::new();
    for _ in 0..count.as_u64().unwrap() {
        told.push(page.text("document.querySelector('.tip').dataset.value").parse().unwrap());
        page.press("ArrowRight");
    }
    told
}

#[test]
fn the_arrow_keys_tell_the_figures_of_the_document() {
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
    assert_eq!(walked(&mut page, "#level"), wanted);
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

#[test]
fn no_text_is_cut_on_a_phone_or_a_projector() {
    for (width, height) in [(390, 844), (1920, 1080)] {
        let Some(mut page) = page(width, height) else { return };
        let beyond = page.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert!(beyond.as_f64().unwrap() <= 0.0, "{width}: the page is wider than its window by {beyond}");
        let cut = page.eval(
            "[...document.querySelectorAll('h1,h2,h3,p:not(.hidden),li,dd,dt,label,button,figure text')].filter((e) => \
             e.getClientRects().length > 0).filter((e) => { \
               if (e.tagName !== 'text') return e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'; \
               const box = e.getBoundingClientRect(), frame = e.ownerSVGElement.getBoundingClientRect(); \
               return box.left < frame.left - 1 || box.right > frame.right + 1; }).map((e) => e.textContent)",
        );
        assert_eq!(cut, Value::Array(Vec::new()), "{width}");
    }
}
