//! Pages as a reader meets them, in Debian's Chromium.
//!
//! Without a browser these tests say that they are skipped, and why; with `CI=true` they fail instead, for `.ci/run`
//! installs one.

mod cdp;
mod client;
mod keys;
mod languages;
mod process;
mod report;
mod wire;

use std::io::{self, Write as _};

pub(crate) use cdp::Browser;

/// A browser, or a word on standard error that there is none.
pub(crate) fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if let Err(why) = &browser {
        assert!(std::env::var("CI").is_err(), "no browser to test with: {why}");
        // Past the harness, which shows nothing of a test that passes.
        let _ = writeln!(io::stderr(), "skipped: no browser to test with: {why}");
    }
    browser.ok()
}
