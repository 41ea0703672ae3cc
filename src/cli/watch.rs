//! Progress on a terminal, and Ctrl-C.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Failure;

/// A bar on standard error when that is a terminal, else nothing.
pub(crate) fn progress_bar(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} replications, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Has a bar count something else than replications.
pub(crate) fn tell_of(bar: &ProgressBar, what: &str) {
    if let Ok(style) = ProgressStyle::with_template(&format!("{{bar:30}} {{pos}} of {{len}} {what}, {{eta}} left")) {
        bar.set_style(style);
    }
}

/// A bar over the bytes of files that are read, on standard error when that is a terminal, else nothing.
pub(crate) fn reading_bar(quiet: bool) -> ProgressBar {
    let bar = progress_bar(quiet);
    if let Ok(style) = ProgressStyle::with_template("reading {bar:30} {bytes} of {total_bytes}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Turns while something is searched for, on standard error when that is a terminal, else nothing.
pub(crate) fn spinner(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// A flag that the first Ctrl-C raises; the second ends the process at once.
pub(crate) fn interrupted() -> Result<&'static AtomicBool, Failure> {
    static FLAG: OnceLock<&'static AtomicBool> = OnceLock::new();
    let flag: &'static AtomicBool = FLAG.get_or_init(|| Box::leak(Box::new(AtomicBool::new(false))));
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    })?;
    Ok(flag)
}
