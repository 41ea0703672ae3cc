//! A slider moved as fast as a hand can, for a while.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::Served;
use super::{change, workplace};

/// How long it lasts, in seconds.
const LENGTH: u64 = if cfg!(debug_assertions) { 10 } else { 60 };
/// Changes a second.
const RATE: u64 = 20;
/// A server that takes longer for an answer hangs, however slow the machine.
const SLOWEST: Duration = Duration::from_secs(10);
/// Figures of the last change are there after so long, on however slow a machine.
const LAST: Duration = Duration::from_secs(30);
/// Memory may grow by so many bytes from the first seconds to the end.
const GROWTH: u64 = 16 << 20;

#[cfg(target_os = "linux")]
#[test]
fn twenty_changes_a_second_leave_it_responsive_with_bounded_memory() {
    let folder = workplace("storm");
    let peak = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/peak-monday.toml");
    std::fs::copy(peak, folder.join("peak.toml")).unwrap();
    let served = Served::start(&folder, "peak.toml");
    let begun = Instant::now();
    let (mut early, mut shown) = (0, 0);
    let mut took = Vec::new();
    let all = LENGTH * RATE;
    for number in 0..all {
        let due = Duration::from_millis(number * 1000 / RATE);
        sleep(due.saturating_sub(begun.elapsed()));
        let asked = Instant::now();
        let field = ["group.0.plus", "group.2.plus"][(number / 40 % 2) as usize];
        let text = (number % 9 + 1).to_string();
        let answer = served.post("/change", &json!({ "field": field, "text": text, "moving": number % 40 < 30 }));
        took.push(asked.elapsed());
        assert_eq!(answer.status, 200, "{}", answer.body);
        // Figures of a wish or two ago are shown meanwhile.
        shown = shown.max(answer.json()["answered"].as_u64().unwrap());
        if number == all / 5 {
            early = served.memory();
        }
    }
    assert!(shown > 1, "no figures were shown in all that time");
    let asked = Instant::now();
    change(&served, "group.1.plus", "3");
    let mut view = served.get("/view").json();
    while view["answered"] != view["number"] {
        assert!(asked.elapsed() < LAST, "no figures of the last change");
        view = served.get(&format!("/view?after={}", view["version"])).json();
    }
    let late = served.memory();
    took.sort();
    assert!(took.last() < Some(&SLOWEST), "{took:?} for an answer");
    assert!(late < early + GROWTH, "{early} bytes became {late}");
    assert_eq!(view["fields"]["group.1.plus"]["text"], "3", "the last change wins");
    let settled = served.settled();
    assert_eq!(settled["answered"], settled["number"]);
}
