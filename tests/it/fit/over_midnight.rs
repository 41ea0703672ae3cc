//! A centre that never closes, whose people work over midnight.

use holdline::fit::{Request, fit, scenario};
use holdline::history::read;

use crate::workplace::{holdline, with_file};

/// Three shifts a day, by people, and always more to do than the largest can: half an hour of waiting.
const CENTRE: &str = r#"name = "Day and night"
[horizon]
start = 2026-03-02
days = 16
interval = "30min"
[run]
replications = 1
seed = 77
[contacts.calls]
channel = "voice"
arrivals = { per_hour = 520 }
handle = { lognormal = { mean = "4min", cv = 0.9 } }
patience = { exponential = { mean = "20min" } }
[agents.team]
skills = ["calls"]
staff = { shifts = [{ from = "22:00", to = "06:00", agents = 12 }, { from = "06:00", to = "14:00", agents = 27 },
                    { from = "14:00", to = "22:00", agents = 21 }] }
"#;

/// Mean and variance of what is left of a contact, s, at a moment that does not depend on it, by the law of H above:
/// `E H^2 / 2 E H`, and `E H^3 / 3 E H` for the square, with `E H^k = m^k (1 + cv^2)^(k (k - 1) / 2)`.
fn left() -> (f64, f64) {
    let (mean, spread) = (240.0_f64, 1.0 + 0.9 * 0.9);
    let first = mean * spread / 2.0;
    (first, mean * mean * spread.powi(3) / 3.0 - first * first)
}

/// Days without the first and the last, whose nights are not whole.
const INNER: f64 = 14.0;
const HALF_HOUR: f64 = 1_800.0;

/// Somebody always waits, so that everybody works without a gap from the first second of a shift to the end of the contact
/// in hand at its last: who is there is known exactly. In the half hour after a change those who go are there for what is
/// left of that contact. Agents on duty are told to 1 % in every half hour; after a change the chance of what is left is
/// four of its standard errors more. Who works nights counts once: by calendar days, or with a turn begun anew at
/// midnight, what is left of a contact would be missing of all twelve there: an eighth of the half hour.
#[test]
fn who_works_over_midnight_is_told_to_one_in_a_hundred() {
    let folder = with_file("over_midnight", "nights", "centre.toml", CENTRE);
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    let made = scenario(&centre, "Again");
    assert_eq!(made.contacts[0].open, None, "open day and night");
    assert_eq!(centre.types[0].outside, 0);
    let first = log.contacts.first().unwrap().day();
    let days: Vec<i32> = (first + 1..=first + INNER as i32).collect();
    let edges: Vec<f64> = (0..=48).map(|place| f64::from(place) * HALF_HOUR).collect();
    let seen = centre.staff.as_ref().unwrap().duty.staff(None, &days, &edges);
    let (mean, variance) = left();
    for (place, seen) in seen.iter().enumerate() {
        let (there, gone) = match place {
            12 => (27.0, 12.0),
            13..28 => (27.0, 0.0),
            28 => (21.0, 27.0),
            29..44 => (21.0, 0.0),
            44 => (12.0, 21.0),
            _ => (12.0, 0.0),
        };
        let expected = there + gone * mean / HALF_HOUR;
        let chance = 4.0 * (gone * variance / INNER).sqrt() / HALF_HOUR;
        let off = (seen.value() - expected).abs();
        assert!(off < 0.01 * there + chance, "{} agents, not {expected}, at {}:00", seen.value(), place as f64 / 2.0);
    }
    assert!(holdline::fit::doubts(&log, &centre).is_empty());
}
