//! A simulated log gives back the parameters that it was simulated with.

use std::path::Path;

use holdline::fit::{FittedCentre, FittedType, Request, fit, scenario, whole_numbers, write};
use holdline::history::{Log, read};
use holdline::scenario::{Arrivals, load};

use crate::workplace::{holdline, with_file};

/// Two types that share agents, customers who try again and who leave at once, days that differ.
const CENTRE: &str = r#"name = "Known"
[horizon]
days = 1
interval = "30min"
[run]
replications = 24
seed = 1
[contacts.sales]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 60 }
handle = { lognormal = { mean = "4min", cv = 1.1 } }
patience = { exponential = { mean = "3min" } }
redial = { abandoned = 0.4, after = { exponential = { mean = "10min" } } }
[contacts.service]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 45 }
busy_factor = { cv = 0.15 }
handle = { gamma = { mean = "3min", cv = 0.6 } }
patience = { exponential = { mean = "2min" } }
balk = 0.05
[agents.team]
skills = ["sales", "service"]
staff = 7
"#;

/// Seeds on which nothing was tried out.
const SEEDS: std::ops::Range<u64> = 4_100..4_120;

/// A log of the centre simulated from a seed.
fn log(folder: &Path, seed: u64) -> Log {
    let contacts = format!("contacts-{seed}.csv");
    holdline(folder, &format!("run centre.toml --seed {seed} --contacts {contacts} --quiet --json --out out"))
        .assert()
        .success();
    read(&[folder.join(contacts)], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"))
}

fn fitted(log: &Log) -> FittedCentre {
    fit(log, Request::default(), &mut |_| ()).unwrap()
}

fn of<'a>(centre: &'a FittedCentre, name: &str) -> &'a FittedType {
    centre.types.iter().find(|one| one.name == name).unwrap()
}

/// Whether the intervals of a fit hold the truth, by name.
fn judged(centre: &FittedCentre) -> Vec<(&'static str, bool)> {
    let mut found = Vec::new();
    for (name, per_day, mean, cv, patient) in
        [("sales", 720.0, 240.0, 1.1, 180.0), ("service", 540.0, 180.0, 0.6, 120.0)]
    {
        let one = of(centre, name);
        for class in &one.arrivals.classes {
            // Redials are not among the arrivals of the scenario.
            let profile: Vec<f64> = class.profile.iter().map(|mean| mean.map_or(0.0, |mean| mean.value())).collect();
            let fresh: f64 = profile.iter().zip(&one.redialled).map(|(mean, again)| mean * (1.0 - again)).sum();
            let share = fresh / profile.iter().sum::<f64>();
            let [low, high] = class.per_day.estimate.ci95.unwrap();
            found.push(("arrivals", (low * share..=high * share).contains(&per_day)));
        }
        let handling = &one.handling.talk.own;
        found.push(("mean handling time", handling.mean.covers(mean)));
        found.push(("cv of handling times", handling.body.fits[0].cv.covers(cv)));
        found.push(("mean patience", one.patience.as_ref().unwrap().own.mean.covers(patient)));
        found.push(("Poisson within short blocks", one.blocks.unwrap().dispersion.covers(1.0)));
    }
    let (sales, service) = (of(centre, "sales"), of(centre, "service"));
    found.push(("busy factor", service.arrivals.busy_cv.covers(0.15)));
    found.push(("balking", service.patience.as_ref().unwrap().own.balk.covers(0.05)));
    let redial = sales.redial.as_ref().unwrap();
    found.push(("redials", redial.probability.covers(0.4)));
    found.push(("delay of redials", redial.mean_delay.unwrap().covers(600.0)));
    found
}

/// Some 290 intervals of 20 logs. Were each right in 95 % of logs, 90 to 99 % of them would hold the truth with a chance
/// of more than 99.8 %.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn intervals_hold_the_truth_in_90_to_99_of_a_hundred() {
    let folder = with_file("round_trip", "coverage", "centre.toml", CENTRE);
    let mut all: Vec<(&str, bool)> = Vec::new();
    for seed in SEEDS {
        all.extend(judged(&fitted(&log(&folder, seed))));
    }
    let missed: Vec<&str> = all.iter().filter(|(_, held)| !held).map(|(name, _)| *name).collect();
    let held = 1.0 - missed.len() as f64 / all.len() as f64;
    assert!(all.len() >= 280, "{}", all.len());
    assert!((0.90..=0.99).contains(&held), "{held} of {} hold the truth; missed: {missed:?}", all.len());
    // No one figure is wrong all the time: ten or more of some twenty would be missed with a chance below 1e-9.
    for (name, _) in &all {
        let own = missed.iter().filter(|other| *other == name).count();
        assert!(own < 10, "{name} missed {own} times");
    }
}

/// The standard error of the mean from some 20,000 waits of which 4,000 end is 1.6 %: 5 % are three of them.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn patience_is_told_where_four_of_five_are_censored_and_the_naive_mean_is_wrong() {
    let text = CENTRE.replace("staff = 7", "staff = 8").replace("replications = 24", "replications = 60");
    let folder = with_file("round_trip", "censored", "centre.toml", &text);
    let centre = fitted(&log(&folder, 4_200));
    let patience = &of(&centre, "sales").patience.as_ref().unwrap().own;
    let censored = patience.answered as f64 / (patience.answered + patience.left) as f64;
    assert!((0.75..0.87).contains(&censored), "{censored}");
    assert!((patience.mean.value() / 180.0 - 1.0).abs() < 0.05, "{:?}", patience.mean);
    assert!(patience.naive_mean.value() < 0.5 * 180.0, "{:?}", patience.naive_mean);
}

#[test]
fn what_is_written_is_the_scenario_and_behaves_as_the_log_did() {
    let folder = with_file("round_trip", "written", "centre.toml", CENTRE);
    let log = log(&folder, 4_300);
    let centre = fitted(&log);
    let made = scenario(&centre, "Known again");
    holdline(&folder, "fit contacts-4300.csv --out again.toml --name Again --quiet").assert().success();
    let written =
        load(&folder.join("again.toml")).unwrap_or_else(|problems| panic!("{}", problems.render(false))).scenario;
    assert_eq!(written.name, "Again");
    assert_eq!(made.contacts.len(), written.contacts.len());
    for (made, written) in made.contacts.iter().zip(&written.contacts) {
        assert_eq!((&made.name, made.open), (&written.name, written.open));
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-3 * a.abs().max(b.abs());
        assert!(close(made.handle.mean(), written.handle.mean()), "{}", made.name);
        let patience = |law: &Option<holdline::scenario::Law>| law.as_ref().unwrap().mean();
        assert!(close(patience(&made.patience), patience(&written.patience)), "{}", made.name);
        assert!(
            close(made.balk, written.balk)
                && close(made.busy_factor.map_or(0.0, |busy| busy.cv), written.busy_factor.map_or(0.0, |busy| busy.cv))
        );
        let (Arrivals::PerInterval(a), Arrivals::PerInterval(b)) = (&made.arrivals, &written.arrivals) else {
            panic!()
        };
        assert!(a.iter().zip(b).all(|(a, b)| close(*a, *b)));
    }
    assert_eq!(made.groups.len(), written.groups.len());
    for (made, written) in made.groups.iter().zip(&written.groups) {
        assert_eq!((&made.name, &made.skills, &made.staff), (&written.name, &written.skills, &written.staff));
    }
    // The simulated scenario loses about as many as the log did: agents on duty are told with the least certainty.
    let out = holdline(&folder, "run again.toml --json --quiet --out again-out").output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    for (kind, name) in log.kinds.iter().enumerate() {
        let own = || log.contacts.iter().filter(|contact| usize::from(contact.kind) == kind);
        let left = own().filter(|contact| contact.is_abandoned()).count() as f64;
        let seen = left / own().filter(|contact| contact.is_abandoned() || contact.is_answered()).count() as f64;
        let simulated = document["scenarios"][0]["contacts"][name]["p_abandon"]["value"].as_f64().unwrap();
        assert!((simulated - seen).abs() < 0.05, "{name}: {simulated}, not {seen}");
    }
}

#[test]
fn every_figure_says_where_it_comes_from() {
    let folder = with_file("round_trip", "text", "centre.toml", CENTRE);
    let centre = fitted(&log(&folder, 4_400));
    let text = write(&centre, &scenario(&centre, "Known"), "known", &["from a test".to_owned()]).scenario;
    assert!(text.starts_with("# from a test\n"));
    for (words, times) in [
        ("handlings, ", 2),
        ("who had to wait, ", 3),
        ("who left, Kaplan-Meier)", 1),
        ("Hours on duty of a day", 1),
        ("too small by a factor of", 2),
    ] {
        assert!(text.matches(words).count() >= times, "`{words}` is not there {times} times:\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 120 || !line.starts_with('#')));
}

#[test]
fn whole_numbers_keep_the_sums_of_rows_and_columns() {
    let means = vec![vec![0.3, 1.6, 2.5, 0.2, 0.0], vec![1.2, 0.7, 0.5, 3.9, 0.4], vec![0.5, 0.5, 0.5, 0.5, 0.5]];
    let numbers = whole_numbers(&means);
    for (row, whole) in means.iter().zip(&numbers) {
        for (mean, number) in row.iter().zip(whole) {
            assert!((mean - f64::from(*number)).abs() < 1.0, "{row:?} {whole:?}");
        }
        assert!((row.iter().sum::<f64>() - f64::from(whole.iter().sum::<u32>())).abs() <= 1.0, "{row:?} {whole:?}");
    }
    let mut owed = 0.0;
    for column in 0..5 {
        owed += means.iter().map(|row| row[column]).sum::<f64>();
        owed -= f64::from(numbers.iter().map(|row| row[column]).sum::<u32>());
        assert!(owed.abs() <= 0.5 + 1e-9, "column {column}: {owed}");
    }
}

/// What a fit gets wrong it says, on standard error and in the scenario.
#[test]
fn logs_that_a_fit_does_not_understand_are_told() {
    let told = |name: &str, change: &dyn Fn(&str) -> String, chats_are: &str| {
        let folder = with_file(
            "round_trip",
            name,
            "centre.toml",
            &change(CENTRE).replace("replications = 24", "replications = 4"),
        );
        holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
        let rows = std::fs::read_to_string(folder.join("log.csv")).unwrap();
        std::fs::write(folder.join("log.csv"), rows.replace(",chat\n", &format!(",{chats_are}\n"))).unwrap();
        let output = holdline(&folder, "fit log.csv --out fitted.toml --quiet").output().unwrap();
        assert!(output.status.success());
        let (words, text) =
            (String::from_utf8(output.stderr).unwrap(), std::fs::read_to_string(folder.join("fitted.toml")).unwrap());
        assert_eq!(words.contains("warning: "), text.contains("# BEWARE: "), "{words}");
        words
    };
    assert_eq!(told("plain", &str::to_owned, "chat"), "", "a plain log is understood");
    let chats = |text: &str| {
        let text = text.replace("\"voice\"", "\"chat\"");
        text.replace("staff = 7", "staff = 4\nconcurrency = { chat = 3 }")
    };
    assert_eq!(told("chats", &chats, "chat"), "", "chats that are called so are understood");
    assert!(told("not_called_so", &chats, "voice").contains("begin while their agent has another in hand"));
    let always = |text: &str| text.replace("open = \"08:00-20:00\"\n", "");
    let words = told("always", &always, "chat");
    assert!(words.contains("more than 14 h of a day without a break"), "{words}");
}

#[test]
fn what_cannot_be_fitted_is_said() {
    let folder = with_file("round_trip", "refused", "log.csv", "arrived,wait,handle\n2026-02-02 10:00:00,3,60\n");
    let fails = |line: &str, words: &str| {
        let output = holdline(&folder, line).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {told}");
        assert!(told.contains(words), "{line}: {told}");
    };
    fails("fit log.csv --out scenario.txt", "a scenario file ends in .toml");
    fails("fit log.csv --out s.toml --days 2026-03-01..2026-03-02", "no contact on the days asked for");
    fails("fit log.csv --out s.toml --days 2026-03-02..2026-03-01", "2026-03-01 is before 2026-03-02");
    fails("fit absent.csv --out s.toml", "absent.csv");
    assert!(!folder.join("s.toml").exists() && !folder.join("scenario.txt").exists());
}
