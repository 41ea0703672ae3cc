//! A centre that never closes, whose people work over midnight.

use holdline::fit::{Request, fit, scenario};
use holdline::history::read;

use crate::workplace::{holdline, with_file};

/// Three shifts a day, by people; 160 hours of work.
const CENTRE: &str = r#"name = "Day and night"
[horizon]
start = 2026-03-02
days = 14
interval = "30min"
[run]
replications = 1
seed = 77
[contacts.calls]
channel = "voice"
arrivals = { per_interval = [30, 26, 22, 20, 18, 18, 18, 18, 20, 22, 24, 26,
                             40, 44, 50, 54, 54, 54, 54, 54, 54, 54, 54, 54, 52, 50, 50, 50,
                             48, 48, 48, 48, 48, 48, 46, 44, 44, 42, 42, 40, 40, 38, 38, 38, 36, 34, 32, 30] }
handle = { lognormal = { mean = "4min", cv = 0.9 } }
patience = { exponential = { mean = "3min" } }
[agents.team]
skills = ["calls"]
staff = { shifts = [{ from = "22:00", to = "06:00", agents = 4 }, { from = "06:00", to = "14:00", agents = 9 },
                    { from = "14:00", to = "22:00", agents = 7 }] }
"#;

/// Who works nights counts once, on both sides of midnight. On a centre as busy as this one the hours of a day would pass
/// if they were cut by calendar days too; it is the unit test of turns and rests that tells the two apart. The bound at the
/// changes of shift was set by what this centre shows there.
#[test]
fn a_centre_that_never_closes_is_told_rightly() {
    let folder = with_file("over_midnight", "nights", "centre.toml", CENTRE);
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    let made = scenario(&centre, "Again");
    assert_eq!(made.contacts[0].open, None, "open day and night");
    assert_eq!(centre.types[0].outside, 0);
    let staff = centre.staff.as_ref().unwrap();
    for (class, hours) in staff.hours.iter().enumerate() {
        assert!((hours.value() / 160.0 - 1.0).abs() < 0.03, "{hours:?}");
        for (place, seen) in staff.groups[0].staff[class].iter().enumerate() {
            let there = match place {
                12..28 => 9.0,
                28..44 => 7.0,
                _ => 4.0,
            };
            // Who goes finishes the contact in hand: some minutes of all who leave, beside those who have come.
            let off = if [11, 12, 27, 28, 43, 44].contains(&place) { 2.0 } else { 0.5 };
            assert!((seen.value() - there).abs() < off, "{} agents at {}:00", seen.value(), place as f64 / 2.0);
        }
    }
    assert!(holdline::fit::doubts(&log, &centre).is_empty());
}
