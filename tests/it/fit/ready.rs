//! How free agents answer, and handling that differs over the day: told from simulated logs.

use holdline::fit::{AlwaysReady, DutyRule, FittedCentre, Request, fit, scenario};
use holdline::history::{Contact, Log, read};
use holdline::scenario::Channel;

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

/// A log of the team, with more lines for its agents or its first type.
fn logged(name: &str, sales: &str, agents: &str, seed: u64) -> Log {
    let mut text = TEAM.replace("[contacts.service]", &format!("{sales}\n[contacts.service]")) + agents;
    if sales.contains("[contacts.mails]") {
        text = text.replace(r#"["sales", "service"]"#, "{ sales = 1, service = 1, mails = 2 }");
    }
    let folder = with_file("ready", name, "team.toml", &text);
    let command =
        format!("run team.toml --replications 1 --seed {seed} --contacts log-{seed}.csv --quiet --json --out out");
    holdline(&folder, &command).assert().success();
    read(&[folder.join(format!("log-{seed}.csv"))], None, &mut |_, _| ()).unwrap()
}

fn fit_to(log: &Log) -> FittedCentre {
    fit(log, Request::default(), &mut |_| ()).unwrap()
}

fn fitted(name: &str, sales: &str, agents: &str, seed: u64) -> FittedCentre {
    fit_to(&logged(name, sales, agents, seed))
}

fn away(share: f64, mean: f64) -> String {
    format!("not_ready = {{ share = {share}, mean = \"{mean}s\" }}\n")
}

fn hours(centre: &FittedCentre) -> f64 {
    let staff = centre.staff.as_ref().unwrap();
    let days: f64 = staff.days.iter().map(|days| days.len() as f64).sum();
    staff.hours.iter().zip(&staff.days).map(|(hours, days)| hours.value() * days.len() as f64).sum::<f64>() / days
}

/// Shares from a sixth to a half, times from one minute to three. Of thirty right intervals fewer than 24 would hold the
/// truth with a chance of 0.0007; and they may not be as wide as to hold anything: the mean standard error is no more than
/// twice the spread of the estimates about the truth, which fifteen of them tell to within 20 % (four times that: 1.8).
/// Means of five estimates are within 0.03 of the share, and within 12 % of the mean time.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn shares_and_times_away_are_covered_and_hours_are_kept() {
    let (mut held, mut spread, mut errors) = (0, [0.0; 2], [0.0; 2]);
    for (share, mean) in [(0.17, 60.0), (0.32, 170.0), (0.45, 100.0)] {
        let (mut shares, mut means, mut times) = (0.0, 0.0, 0.0);
        for seed in 5_200..5_205 {
            let centre = fitted(&format!("share-{share}"), "", &away(share, mean), seed);
            let found = centre.readiness.as_ref().unwrap();
            held += u32::from(found.share.covers(share)) + u32::from(found.mean.covers(mean));
            shares += found.share.value() / 5.0;
            means += found.mean.value() / 5.0;
            times += hours(&centre) / 5.0;
            for (of, (found, truth)) in [(found.share, share), (found.mean, mean)].into_iter().enumerate() {
                spread[of] += (found.value() / truth - 1.0).powi(2) / 15.0;
                errors[of] += (found.estimate.std_error.unwrap() / truth).powi(2) / 15.0;
            }
            assert_eq!(scenario(&centre, "again").groups[0].not_ready, Some(found.not_ready()));
            // Lateness falls as more agents seem free.
            let answers = &found.answers;
            assert!(answers.len() > 2 && answers.is_sorted_by_key(|one| one.free), "{answers:?}");
            assert!(answers[0].late > answers[1].late && answers[1].late > answers[2].late, "{answers:?}");
            assert!(answers.iter().all(|one| (one.late - one.simulated).abs() < 0.08), "{answers:?}");
        }
        assert!((shares - share).abs() < 0.03, "{shares} for {share}");
        assert!((means / mean - 1.0).abs() < 0.12, "{means} for {mean}");
        assert!((times / HOURS - 1.0).abs() < 0.03, "{times} hours for {HOURS}");
    }
    assert!(held >= 24, "{held} of 30 hold the truth");
    for (error, spread) in errors.iter().zip(spread) {
        assert!(
            error.sqrt() < 2.0 * spread.sqrt(),
            "a standard error of {}, a spread of {}",
            error.sqrt(),
            spread.sqrt()
        );
    }
}

/// Logs have whole seconds, and miss who answered some contacts: the same is told, or nothing where too much is missing. And
/// the same to the bit on one thread and on three.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn logs_as_they_are_tell_the_same() {
    let (share, mean) = (0.32, 110.0);
    let log = logged("as_they_are", "", &away(share, mean), 5_600);
    let changed = |change: &dyn Fn(Contact) -> Contact| {
        let mut log = log.clone();
        log.contacts.iter_mut().for_each(|contact| *contact = change(*contact));
        log
    };
    let rounded = changed(&|contact| {
        let (from, left) = (contact.arrived.floor(), contact.left_queue().floor());
        let handle = contact.handle().map(|handle| (contact.left_queue() + handle).floor() - left);
        let whole = Contact::new(contact.kind, from, left - from, contact.outcome).with_handle(handle);
        whole.with_agent(contact.agent())
    });
    // One in so many has lost its agent.
    let unnamed = |one_in: u32| {
        changed(&|contact| match contact.row % one_in {
            0 if contact.is_answered() => contact.with_agent(None),
            _ => contact,
        })
    };
    assert_eq!(fit_to(&unnamed(5)).readiness, Err(AlwaysReady::Unnamed));
    let exact = fit_to(&log).readiness.unwrap();
    for (what, log) in [("exact", &log), ("whole seconds", &rounded), ("unnamed", &unnamed(40))] {
        let found = fit_to(log).readiness.unwrap_or_else(|why| panic!("{what}: {why}"));
        assert!((found.share.value() - share).abs() < 0.1, "{what}: {:?}", found.share);
        assert!((found.mean.value() / mean - 1.0).abs() < 0.3, "{what}: {:?}", found.mean);
        if what == "whole seconds" {
            assert!((found.share.value() - exact.share.value()).abs() < 0.03, "{:?}", found.share);
        }
    }
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert_eq!(pool.install(|| fit_to(&log)).readiness.as_ref(), Ok(&exact), "{threads} threads");
    }
}

/// What is no absence of single agents is not taken for one: the ringing of the telephone, in half of all calls longer than
/// who is ready needs.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn ringing_is_no_absence() {
    for most in [10.0, 30.0] {
        let mut log = logged("ringing", "", "", 5_700);
        for contact in log.contacts.iter_mut().filter(|contact| contact.is_answered()) {
            let ringing = (contact.arrived * 997.0).fract() * most;
            let longer =
                Contact::new(contact.kind, contact.arrived - ringing, contact.wait() + ringing, contact.outcome);
            *contact = longer.with_handle(contact.handle()).with_agent(contact.agent());
        }
        log.contacts.sort_by(|a, b| a.arrived.total_cmp(&b.arrived));
        let told = fit_to(&log).readiness;
        assert!(
            matches!(told, Err(AlwaysReady::ManyFreeAgents | AlwaysReady::NearlyAllWait | AlwaysReady::NoMatch)),
            "up to {most} s: {told:?}"
        );
    }
}

/// One day tells no interval; and a log of many weeks the same from a part of its days.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn one_day_tells_no_interval_and_many_days_are_sampled_over_the_week() {
    let (share, mean) = (0.35, 110.0);
    let mut log = logged("one_day", "", &away(share, mean), 5_800);
    let first = log.days[0].date;
    log.keep_days(|date| date == first);
    if let Ok(found) = fit_to(&log).readiness {
        assert_eq!((found.share.estimate.ci95, found.mean.estimate.ci95), (None, None));
    }
    let text = TEAM.replace("days = 20", "days = 140") + &away(share, mean);
    let folder = with_file("ready", "many_days", "team.toml", &text);
    holdline(&folder, "run team.toml --replications 1 --contacts log.csv --quiet --json --out out").assert().success();
    let log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap();
    let found = fit_to(&log).readiness.unwrap();
    assert!(found.share.covers(share) && found.mean.covers(mean), "{found:?}");
    assert!((found.share.value() - share).abs() < 0.04 && (found.mean.value() / mean - 1.0).abs() < 0.12, "{found:?}");
}

/// A lunch that the log does not show is neither told as moments away, nor are these told as longer ones for it.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn breaks_are_no_moments_away() {
    let text = |line: &str| {
        let breaks = [("16:00\", agents = 6", "11:30-12:00"), ("18:00\", agents = 3", "13:30-14:00")];
        let with = |text: String, (shift, pause): (&str, &str)| {
            text.replace(shift, &format!("{shift}, breaks = [\"{pause}\"]"))
        };
        breaks.into_iter().fold(TEAM.to_owned(), with) + line
    };
    for (name, line) in [("breaks", String::new()), ("breaks_and_moments", away(0.3, 90.0))] {
        let folder = with_file("ready", name, "team.toml", &text(&line));
        let run = "run team.toml --replications 1 --seed 5900 --contacts log.csv --quiet --json --out out";
        holdline(&folder, run).assert().success();
        let centre = fit_to(&read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap());
        let on_duty = HOURS - 4.5;
        assert!((hours(&centre) / on_duty - 1.0).abs() < 0.05, "{name}: {} hours for {on_duty}", hours(&centre));
        match (line.is_empty(), &centre.readiness) {
            (true, told) => assert!(told.is_err(), "{told:?}"),
            (false, told) => {
                let told = told.as_ref().unwrap();
                assert!((told.share.value() - 0.3).abs() < 0.08, "{told:?}");
                assert!((told.mean.value() / 90.0 - 1.0).abs() < 0.3, "{told:?}");
            }
        }
    }
}

/// Agents who write e-mails between calls are free less often, but what they tell is the same. Of six right intervals fewer
/// than four would hold the truth with a chance of 0.002.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn mails_between_calls_hide_nothing() {
    const MAILS: &str = r#"[contacts.mails]
channel = "email"
arrivals = { per_hour = 8 }
handle = { lognormal = { mean = "4min", cv = 0.8 } }
"#;
    let (share, mean) = (0.32, 110.0);
    let line = away(share, mean);
    let (mut held, mut told) = (0, [0.0; 2]);
    for seed in 5_500..5_503 {
        let centre = fitted("mails", MAILS, &line, seed);
        assert!(centre.types.iter().any(|one| one.name == "mails" && one.channel == Channel::Email));
        let found = centre.readiness.as_ref().unwrap();
        for (of, (found, truth)) in [(found.share, share), (found.mean, mean)].into_iter().enumerate() {
            held += u32::from(found.covers(truth));
            told[of] += found.value() / truth / 3.0;
        }
        assert!((hours(&centre) / HOURS - 1.0).abs() < 0.04, "{} hours for {HOURS}", hours(&centre));
    }
    assert!(held >= 4, "{held} of 6 hold the truth");
    assert!(told.iter().all(|told| (told - 1.0).abs() < 0.15), "times the truth: {told:?}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn agents_who_are_always_ready_are_not_told_to_be_away() {
    for seed in 5_300..5_303 {
        let centre = fitted("always", "", "", seed);
        let why = centre.readiness.as_ref().unwrap_err();
        assert!(matches!(why, AlwaysReady::AsSimulated | AlwaysReady::FewLateAnswers), "{why}");
        let of_types = centre.types.iter().filter(|one| one.handling.profile.is_some()).count();
        assert_eq!(of_types, 0, "seed {seed}: a profile where there is none");
        assert!((hours(&centre) / HOURS - 1.0).abs() < 0.04, "{} hours for {HOURS}", hours(&centre));
    }
}

/// Morning calls are a quarter shorter, those of the evening a quarter longer: the mean of what is told of eight half hours
/// is within four standard errors (some 4,000 handlings of cv 1: 1.6 %), and what is drawn to the middle by less than one.
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
    for (part, truth) in [(0..8, 0.75), (8..16, 1.25), (16..24, 1.25)] {
        let told = part.clone().map(|place| told[16 + place] * mean).sum::<f64>() / 8.0;
        assert!((told / truth - 1.0).abs() < 0.08, "intervals {part:?}: {told} for {truth}");
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
