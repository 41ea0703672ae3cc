//! The formulas: against what is published, against what was computed exactly, and against themselves.

mod cases;
mod laws;
mod limits;
mod literature;
mod properties;
mod whitt;

use holdline::analytic::{Performance, Queue};
use holdline::scenario::Law;

/// A queue without limits, handling and patience in the same unit as the rate.
fn queue(arrivals: f64, handle: f64, patience: Option<Law>) -> Queue {
    Queue { arrivals, handle, patience, lines: None }
}

/// The queue of Erlang A.
fn erlang_a(arrivals: f64, handle: f64, patience: f64, agents: u32) -> Performance {
    queue(arrivals, handle, Some(Law::Exponential { mean: patience })).performance(agents)
}

/// That a figure agrees with one that is printed, to the digits printed.
#[track_caller]
fn agrees(what: &str, ours: f64, printed: &str) {
    let decimals = printed.split_once('.').map_or(0, |(_, digits)| digits.len());
    let half = 0.5 * 0.1_f64.powi(decimals as i32);
    let theirs: f64 = printed.parse().unwrap();
    assert!((ours - theirs).abs() <= half * (1.0 + 1e-9), "{what}: {ours}, printed {printed}");
}

/// That two figures are equal up to a share.
#[track_caller]
fn close(what: &str, ours: f64, theirs: f64, share: f64) {
    assert!((ours - theirs).abs() <= share * theirs.abs().max(1e-12), "{what}: {ours}, not {theirs}");
}
