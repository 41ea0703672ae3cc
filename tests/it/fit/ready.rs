//! How free agents answer, and handling that differs over the day: told from simulated logs.

use holdline::fit::{DutyRule, FittedCentre, Request, fit, scenario};
use holdline::history::read;

use crate::workplace::{holdline, with_file};

/// A team in shifts, with quiet hours and busy ones.
const TEAM: &str = r#"name = "Team"
[horizon]
days = 20
start = 2026-01-05
[contacts.sales]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_interval = [20, 22, 25, 30, 33, 34, 30, 28, 26, 25, 24, 24, 24, 23, 22, 21, 20, 20, 18, 16, 14, 12, 10, 8] }
handle = { lognormal = { mean = "4min", cv = 1.0 } }
patience = { exponential = { mean = "4min" } }
[contacts.service]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_interval = [8, 9, 10, 12, 12, 12, 12, 11, 10, 10, 9, 9, 9, 9, 8, 8, 8, 8, 8, 7, 7, 6, 6, 5] }
handle = { lognormal = { mean = "5min", cv = 1.0 } }
patience = { exponential = { mean = "6min" } }
[agents.both]
skills = ["sales", "service"]
staff = { shifts = [{ from = "08:00", to = "16:00", agents = 6 }, { from = "10:00", to = "18:00", agents = 3 }, { from = "12:00", to = "20:00", agents = 5 }] }
"#;

/// Hours of a day on duty in it.
const HOURS: f64 = 6.0 * 8.0 + 3.0 * 8.0 + 5.0 * 8.0;

/// The team with more lines for its agents or its first type, fitted to a log of it.
fn fitted(name: &str, sales: &str, agents: &str, seed: u64) -> FittedCentre {
    let text = TEAM.replace("[contacts.service]", &format!("{sales}\n[contacts.service]")) + agents;
    let folder = with_file("ready", name, "team.toml", &text);
    let command =
        format!("run team.toml --replications 1 --seed {seed} --contacts log-{seed}.csv --quiet --json --out out");
    holdline(&folder, &command).assert().success();
    let log = read(&[folder.join(format!("log-{seed}.csv"))], None, &mut |_, _| ()).unwrap();
    fit(&log, Request::default(), &mut |_| ()).unwrap()
}

fn hours(centre: &FittedCentre) -> f64 {
    let staff = centre.staff.as_ref().unwrap();
    let days: f64 = staff.days.iter().map(|days| days.len() as f64).sum();
    staff.hours.iter().zip(&staff.days).map(|(hours, days)| hours.value() * days.len() as f64).sum::<f64>() / days
}

/// Shares from a sixth to a half, times from one minute to three. Of thirty right intervals fewer than 24 would hold the
/// truth with a chance of 0.0007. Means of five estimates are within their own 4 standard errors.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn shares_and_times_away_are_covered_and_hours_are_kept() {
    let mut held = 0;
    for (share, mean) in [(0.17, 60.0), (0.32, 170.0), (0.45, 100.0)] {
        let (mut shares, mut means, mut times, mut errors) = (0.0, 0.0, 0.0, (0.0, 0.0));
        for seed in 5_200..5_205 {
            let line = format!("not_ready = {{ share = {share}, mean = \"{mean}s\" }}\n");
            let centre = fitted(&format!("share-{share}"), "", &line, seed);
            let found = centre.readiness.unwrap();
            held += u32::from(found.share.covers(share)) + u32::from(found.mean.covers(mean));
            shares += found.share.value() / 5.0;
            means += found.mean.value() / 5.0;
            errors.0 += found.share.estimate.std_error.unwrap() / 5.0;
            errors.1 += found.mean.estimate.std_error.unwrap() / 5.0;
            times += hours(&centre) / 5.0;
            assert_eq!(scenario(&centre, "again").groups[0].not_ready, Some(found.not_ready()));
        }
        let near = |found: f64, truth: f64, error: f64| (found - truth).abs() < 4.0 * error / 5_f64.sqrt();
        assert!(near(shares, share, errors.0), "{shares} for {share}, error of one {}", errors.0);
        assert!(near(means, mean, errors.1), "{means} for {mean}, error of one {}", errors.1);
        assert!((times / HOURS - 1.0).abs() < 0.03, "{times} hours for {HOURS}");
    }
    assert!(held >= 24, "{held} of 30 hold the truth");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn agents_who_are_always_ready_are_not_told_to_be_away() {
    for seed in 5_300..5_303 {
        let centre = fitted("always", "", "", seed);
        assert_eq!(centre.readiness, None);
        let of_types = centre.types.iter().filter(|one| one.handling.profile.is_some()).count();
        assert_eq!(of_types, 0, "seed {seed}: a profile where there is none");
        assert!((hours(&centre) / HOURS - 1.0).abs() < 0.04, "{} hours for {HOURS}", hours(&centre));
    }
}

/// Morning calls are a quarter shorter, those of the evening a quarter longer: what is told is within some four standard
/// errors of an hour's mean (1,000 handlings of cv 1: 3 %), drawn to the middle by less than one.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn handling_that_differs_over_the_day_is_told() {
    let factor = |place: usize| if place < 8 { 0.75 } else { 1.25 };
    let factors: Vec<String> = (0..24).map(|place| factor(place).to_string()).collect();
    let line = format!("handle_profile = {{ per_interval = [{}] }}", factors.join(", "));
    let centre = fitted("profile", &line, "", 5_400);
    let [sales, service] = ["sales", "service"].map(|name| centre.types.iter().find(|one| one.name == name).unwrap());
    assert_eq!(service.handling.profile, None);
    let told = &sales.handling.profile.as_ref().unwrap().factors;
    let mean = sales.handling.talk.own.mean.value() / 240.0;
    for place in 0..22 {
        let (told, truth) = (told[16 + place] * mean, factor(place));
        assert!((told / truth - 1.0).abs() < 0.16, "interval {place}: {told} for {truth}");
    }
    let again = scenario(&centre, "again");
    let lengths: Vec<(&str, usize)> =
        again.contacts.iter().map(|one| (one.name.as_str(), one.handle_profile.len())).collect();
    assert!(lengths.contains(&("sales", 48)) && lengths.contains(&("service", 0)), "{lengths:?}");
}

#[test]
fn absence_is_told_by_the_time_that_present_agents_are_away() {
    let text = format!("{TEAM}not_ready = {{ share = 0.3, mean = \"100s\" }}\n");
    let team = |text: &str| holdline::scenario::load_text("team.toml".as_ref(), text, &[]).unwrap().scenario;
    assert_eq!(DutyRule::of(&team(TEAM)), DutyRule::default());
    let rule = DutyRule::of(&team(&text));
    assert_eq!(rule, DutyRule { waited: 250.0, ..DutyRule::default() });
}
