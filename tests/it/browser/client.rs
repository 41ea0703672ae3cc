//! The client itself: what it sees is what a page does.

use std::fs;
use std::path::{Path, PathBuf};

use super::browser;

const PAGE: &str = r#"<!doctype html><html lang="en"><title>Try</title><h1>Try it</h1>
<button onclick="document.title += ' clicked'" onpointerenter="document.title = event.pointerType">Go</button>
<input aria-label="field">
<script>document.addEventListener('keydown', event => { window.last = event.key; });</script></html>"#;

fn file(name: &str, html: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-client");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), html).unwrap();
    folder.join(name)
}

#[test]
fn it_points_presses_writes_and_reads() {
    let Some(mut browser) = browser() else { return };
    browser.open(&file("try.html", PAGE));
    assert_eq!(browser.text("document.querySelector('h1').textContent"), "Try it");
    browser.hover("button");
    browser.wait_until("document.title == 'mouse'");
    browser.click("button");
    browser.wait_until("document.title == 'mouse clicked'");
    browser.tap("button");
    browser.wait_until("document.title == 'touch clicked'");
    browser.click("h1");
    browser.press("Tab");
    browser.press("Tab");
    browser.write("12");
    assert_eq!(browser.text("document.querySelector('input').value"), "12");
    browser.press("ArrowLeft");
    assert_eq!(browser.text("last"), "ArrowLeft");
    let accessible = browser.accessible();
    assert!(accessible.iter().any(|node| node.role == "heading" && node.name == "Try it"), "{accessible:?}");
    assert!(browser.complaints().is_empty());
    assert_eq!(browser.requests().len(), 1);
    assert!(browser.pdf(true).starts_with(b"%PDF"));
    assert!(browser.screenshot(false).starts_with(b"\x89PNG"));
}

#[test]
fn it_hears_complaints_and_requests() {
    let Some(mut browser) = browser() else { return };
    let html = "<!doctype html><script>console.error('odd'); fetch('nowhere.json').catch(() => 0); oops()</script>";
    browser.open(&file("odd.html", html));
    browser.wait_until("performance.now() > 100");
    let complaints = browser.complaints().join("\n");
    assert!(complaints.contains("odd") && complaints.contains("oops"), "{complaints}");
    assert!(browser.requests().iter().any(|address| address.ends_with("nowhere.json")), "{:?}", browser.requests());
}

#[test]
fn scripts_and_sizes_are_the_readers_choice() {
    let Some(mut browser) = browser() else { return };
    let html = "<!doctype html><meta name='viewport' content='width=device-width'><title>still</title>\
        <script>document.title = 'ran'</script>";
    browser.scripts(false);
    browser.open(&file("still.html", html));
    assert_eq!(browser.text("document.title"), "still");
    browser.scripts(true);
    browser.reload();
    assert_eq!(browser.text("document.title"), "ran");
    browser.size(390, 844);
    assert_eq!(browser.eval("innerWidth"), 390);
    browser.medium("print", true);
    assert_eq!(browser.eval("matchMedia('print').matches && matchMedia('(prefers-color-scheme: dark)').matches"), true);
}
