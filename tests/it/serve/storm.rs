//! A slider moved as fast as a hand can, for a while.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::Served;
use super::{CENTRE, STAFF, change, workplace};

/// How long it lasts, in seconds.
const LENGTH: u64 = if cfg!(debug_assertions) { 10 } else { 60 };
/// Changes a second.
const RATE: u64 = 20;
/// No answer may take longer, and in a release build 95 of 100 no longer than the second.
const SLOWEST: Duration = Duration::from_secs(1);
const USUAL: Duration = Duration::from_millis(250);
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
    let usual = took[took.len() * 95 / 100];
    assert!(took.last() < Some(&SLOWEST), "{took:?} for an answer");
    assert!(usual < USUAL || cfg!(debug_assertions), "{usual:?} for an answer, mostly");
    assert!(late < early + GROWTH, "{early} bytes became {late}");
    assert_eq!(view["fields"]["group.1.plus"]["text"], "3", "the last change wins");
    let settled = served.settled();
    assert_eq!(settled["answered"], settled["number"]);
}

/// Days of a centre whose first figures take a while; a release build is so much faster.
const DAYS: u32 = if cfg!(debug_assertions) { 300 } else { 1500 };

#[test]
fn who_never_stops_changing_a_slow_centre_sees_figures_all_the_same() {
    let folder = workplace("slow");
    let slow = CENTRE.replace("days = 1", &format!("days = {DAYS}")).replace("per_hour = 60", "per_hour = 1500");
    std::fs::write(folder.join("slow.toml"), slow.replace("staff = 5", "staff = 110")).unwrap();
    let served = Served::start(&folder, "slow.toml");
    let answered = |number: u64| {
        let text = (105 + number % 9).to_string();
        change(&served, STAFF, &text).json()["answered"].as_u64().unwrap()
    };
    // How long first figures take by themselves, once those of the saved file are there.
    while served.get("/view").json()["answered"] == 0 {
        sleep(Duration::from_millis(50));
    }
    let asked = Instant::now();
    let wanted = change(&served, STAFF, "104").json()["number"].as_u64().unwrap();
    while served.get("/view").json()["answered"].as_u64().unwrap() < wanted {
        sleep(Duration::from_millis(50));
    }
    let calm = asked.elapsed();
    let (begun, mut last, mut news, mut longest) = (Instant::now(), wanted, Instant::now(), Duration::ZERO);
    let mut number = 0;
    while begun.elapsed() < 3 * calm + Duration::from_secs(4) {
        let seen = answered(number);
        if seen != last {
            (last, news) = (seen, Instant::now());
        }
        longest = longest.max(news.elapsed());
        number += 1;
        sleep(Duration::from_millis(50));
    }
    let most = calm * 3 / 2 + Duration::from_secs(2);
    assert!(longest < most, "nothing new for {longest:?}, where first figures take {calm:?}");
}
