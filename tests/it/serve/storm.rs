//! A slider moved as fast as a hand can, for a while.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::Served;
use super::workplace;

/// How long, in seconds; the whole minute by hand: `HOLDLINE_STORM=60 cargo test --release --test it serve::storm`.
fn length() -> u64 {
    std::env::var("HOLDLINE_STORM").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(10)
}

/// Changes a second.
const RATE: u64 = 20;
/// No answer may take longer, on however slow a machine.
const SLOWEST: Duration = Duration::from_secs(30);
/// Memory may grow by so many bytes from the first seconds to the end.
const GROWTH: u64 = 64 << 20;

#[cfg(target_os = "linux")]
#[test]
fn twenty_changes_a_second_leave_it_responsive_with_bounded_memory() {
    let folder = workplace("storm");
    let peak = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/peak-monday.toml");
    std::fs::copy(peak, folder.join("peak.toml")).unwrap();
    let served = Served::start(&folder, "peak.toml");
    let begun = Instant::now();
    let (mut slowest, mut early, mut shown) = (Duration::ZERO, 0, 0);
    let all = length() * RATE;
    for number in 0..all {
        let due = Duration::from_millis(number * 1000 / RATE);
        sleep(due.saturating_sub(begun.elapsed()));
        let asked = Instant::now();
        let field = ["group.0.plus", "group.2.plus"][(number / 40 % 2) as usize];
        let text = (number % 9 + 1).to_string();
        let answer = served.post("/change", &json!({ "field": field, "text": text, "moving": number % 40 < 30 }));
        assert_eq!(answer.status, 200, "{}", answer.body);
        slowest = slowest.max(asked.elapsed());
        let view = answer.json();
        // Figures of a wish or two ago are shown meanwhile.
        shown = shown.max(view["answered"].as_u64().unwrap());
        if number == all / 5 {
            early = served.memory();
        }
    }
    assert!(shown > 1, "no figures were shown in all that time");
    let asked = Instant::now();
    served.post("/change", &json!({ "field": "group.1.plus", "text": "3" }));
    let mut view = served.get("/view").json();
    while view["answered"] != view["number"] {
        assert!(asked.elapsed() < SLOWEST, "no figures of the last change");
        view = served.get(&format!("/view?after={}", view["version"])).json();
    }
    let (first, late) = (asked.elapsed(), served.memory());
    assert!(slowest < SLOWEST, "{slowest:?} for an answer");
    assert!(late < early + GROWTH, "{early} bytes became {late}");
    assert_eq!(view["fields"]["group.1.plus"]["text"], "3", "the last change wins");
    let settled = served.settled();
    assert_eq!(settled["answered"], settled["number"]);
    let took = asked.elapsed();
    let figures = format!(
        "slowest answer {slowest:?}, last change shown after {first:?}, done after {took:?}, memory {early} to {late}"
    );
    // For who runs the whole minute by hand; tests that pass are silent otherwise.
    if std::env::var("HOLDLINE_STORM").is_ok() {
        std::fs::write(folder.join("figures.txt"), figures).unwrap();
    }
}
