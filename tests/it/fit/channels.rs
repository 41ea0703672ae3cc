//! Calls, chats and e-mails of one log, each told as what it is.

use holdline::fit::{Chat, Fitted, FittedCentre, FittedType, Request, chats, fit, scenario};
use holdline::history::{Log, read};
use holdline::sampling::Sampler;
use holdline::scenario::{Channel, Law, Opening};

use super::{assert_coverages, draws, stream};
use crate::workplace::{holdline, with_file};

/// Four weeks. Those who answer calls answer e-mails between them, which come at night too; others have three chats at once.
const CENTRE: &str = r#"name = "Channels"
[horizon]
start = 2026-03-02
days = 28
interval = "30min"
[run]
replications = 1
seed = 9100
[contacts.calls]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_interval = [CALLS] }
handle = { lognormal = { mean = "4min", cv = 1.0 } }
patience = { exponential = { mean = "3min" } }
[contacts.web]
channel = "chat"
open = "08:00-20:00"
arrivals = { per_interval = [CHATS] }
handle = { gamma = { mean = "6min", cv = 0.7 } }
patience = { exponential = { mean = "4min" } }
slowdown = [1.0, 1.2, 1.5]
[contacts.mails]
channel = "email"
arrivals = { per_hour = 12 }
handle = { lognormal = { mean = "5min", cv = 0.8 } }
[agents.phones]
skills = { calls = 1, mails = 2 }
staff = { shifts = [{ from = "08:00", to = "20:00", agents = 7 }] }
[agents.desk]
skills = ["web"]
concurrency = { chat = 3 }
staff = { shifts = [{ from = "08:00", to = "20:00", agents = 6 }] }
"#;

fn simulated(name: &str) -> (std::path::PathBuf, Log, FittedCentre) {
    let half_hours = |contacts: &str| vec![contacts; 24].join(", ");
    let text = CENTRE.replace("CALLS", &half_hours("30")).replace("CHATS", &half_hours("45"));
    let folder = with_file("fit_channels", name, "centre.toml", &text);
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    (folder, log, centre)
}

fn of<'a>(centre: &'a FittedCentre, name: &str) -> &'a FittedType {
    centre.types.iter().find(|one| one.name == name).unwrap()
}

/// Within four standard errors: of some fifteen figures one is not with a chance of 0.1 %.
fn near(fitted: &Fitted, truth: f64) {
    let error = fitted.estimate.std_error.unwrap();
    assert!((fitted.value() - truth).abs() < 4.0 * error, "{truth}: {fitted:?}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn volumes_handling_hours_and_concurrency_come_back() {
    let (_, log, centre) = simulated("parameters");
    let (calls, web, mails) = (of(&centre, "calls"), of(&centre, "web"), of(&centre, "mails"));
    assert_eq!([calls.channel, web.channel, mails.channel], [Channel::Voice, Channel::Chat, Channel::Email]);
    for (one, per_day, handle) in [(calls, 720.0, 240.0), (web, 1_080.0, 360.0), (mails, 288.0, 300.0)] {
        one.arrivals.classes.iter().for_each(|class| near(&class.per_day, per_day));
        near(&one.handling.talk.own.mean, handle);
        assert!(one.handling.wrap.is_none(), "{}: {:?}", one.name, one.handling.wrap);
    }
    near(&calls.patience.as_ref().unwrap().own.mean, 180.0);
    assert!(!calls.patience.as_ref().unwrap().of_all);
    assert!(mails.patience.is_none(), "who writes is not told to wait as callers do");
    let told = web.chats.as_ref().unwrap();
    assert_eq!(told.at_once, 3);
    // A factor of 1.5 is told from 1 by ten standard errors.
    assert_eq!(told.slowdown.len(), 3);
    for (factor, truth) in told.slowdown.iter().zip([1.0, 1.2, 1.5]) {
        assert!((factor.value() - truth).abs() <= 4.0 * factor.estimate.std_error.unwrap(), "{truth}: {factor:?}");
        assert!(factor.estimate.std_error.unwrap() < 0.05, "{factor:?}");
    }
    assert!(calls.chats.is_none() && mails.chats.is_none());
    let made = scenario(&centre, "Again");
    let open = |name: &str| made.contacts.iter().find(|contact| contact.name == name).unwrap().open;
    let daily = |opening: Option<Opening>| {
        opening.and_then(|open| open.daily()).map(|open| (open.from.get() / 3_600.0, open.to.get() / 3_600.0))
    };
    assert_eq!(open("mails"), None);
    assert_eq!([daily(open("calls")), daily(open("web"))], [Some((8.0, 20.0)); 2]);
    let staff = centre.staff.as_ref().unwrap();
    assert!(holdline::fit::doubts(&log, &centre).is_empty(), "{:?}", holdline::fit::doubts(&log, &centre));
    // Seven and six people for twelve hours.
    for hours in &staff.hours {
        assert!((hours.value() / 156.0 - 1.0).abs() < 0.03, "{hours:?}");
    }
}

/// What is written is read again, and loses about as many as the log did.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn what_is_written_behaves_as_the_log_did() {
    let (folder, log, _) = simulated("written");
    holdline(&folder, "fit log.csv --out again.toml --name Again --quiet").assert().success();
    let text = std::fs::read_to_string(folder.join("again.toml")).unwrap();
    for line in ["channel  = \"chat\"", "channel  = \"email\"", "concurrency = { chat = 3 }", "within = \"24h\""] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
    assert_eq!(text.matches("slowdown = [1, 1.").count(), 1, "{text}");
    assert!(!text.contains("BEWARE"), "{text}");
    let out = holdline(&folder, "run again.toml --json --quiet --replications 40 --out again-out").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    for (kind, name) in log.kinds.iter().enumerate() {
        let own = || log.contacts.iter().filter(|contact| usize::from(contact.kind) == kind);
        let told = |figure: &str| document["scenarios"][0]["contacts"][name][figure]["value"].as_f64().unwrap();
        let left = own().filter(|contact| contact.is_abandoned()).count() as f64 / own().count() as f64;
        assert!((told("p_abandon") - left).abs() < 0.03, "{name}: {}, not {left}", told("p_abandon"));
        let days = log.days.len() as f64;
        let (came, offered) = (own().count() as f64 / days, told("offered") / document_days(&document));
        assert!((offered / came - 1.0).abs() < 0.03, "{name}: {offered}, not {came} a day");
    }
}

/// How many days the scenario has that was simulated.
fn document_days(document: &serde_json::Value) -> f64 {
    let total = |name: &str| document["scenarios"][0]["contacts"][name]["offered"]["value"].as_f64().unwrap();
    (total("calls") / 720.0).round()
}

/// One in five is passed on.
const PASSED_ON: &str = r#"name = "Passed on"
[horizon]
days = 10
interval = "30min"
[run]
replications = 1
seed = 9200
[contacts.sales]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 60 }
talk = { exponential = { mean = "3min" } }
wrap = { exponential = { mean = "1min" } }
patience = { exponential = { mean = "3min" } }
transfer = { probability = 0.2, to = "service" }
[contacts.service]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 20 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "3min" } }
[agents.team]
skills = ["sales", "service"]
staff = 8
"#;

/// Every transfer of the log is told, and nothing else: the log says of each contact what brought it.
#[test]
fn contacts_that_were_passed_on_are_counted() {
    let folder = with_file("fit_channels", "passed_on", "centre.toml", PASSED_ON);
    holdline(&folder, "run centre.toml --contacts log.csv --quiet --json --out out").assert().success();
    let rows = std::fs::read_to_string(folder.join("log.csv")).unwrap();
    let passed_on = rows.lines().filter(|row| row.contains(",service,true,") && row.contains(",transfer,")).count();
    assert!(passed_on > 500, "{passed_on}");
    let log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    assert_eq!((of(&centre, "service").transferred, of(&centre, "sales").transferred), (passed_on as u64, 0));
}

/// Chats come to one agent who takes up to `most`, whatever they are; those who find no room go away. With k in hand each
/// takes `slowdown[k - 1]` times as long.
fn one_agent(work: &Law, slowdown: &[f64], n: usize, repetition: u32) -> Vec<Chat> {
    let mut numbers = stream("one agent", repetition);
    let (work, gap) = (Sampler::new(work), Sampler::new(&Law::Exponential { mean: 200.0 }));
    let (mut now, mut done) = (0.0, Vec::new());
    let mut hand: Vec<(f64, f64)> = Vec::new();
    while done.len() < n {
        let next = now + gap.draw(&mut numbers);
        while let Some(least) = hand.iter().map(|chat| chat.1).reduce(f64::min) {
            let factor = slowdown[hand.len() - 1];
            let step = (least * factor).min(next - now);
            hand.iter_mut().for_each(|chat| chat.1 -= step / factor);
            now += step;
            if now >= next {
                break;
            }
            let place = hand.iter().position(|chat| chat.1 <= 1e-9).unwrap_or(0);
            done.push(Chat { agent: 7, kind: 0, from: hand.remove(place).0, until: now });
        }
        now = next;
        if hand.len() < slowdown.len() {
            hand.push((now, work.draw(&mut numbers)));
        }
    }
    done
}

#[test]
fn the_intervals_hold_the_slowdown() {
    let work = Law::Lognormal { mean: 300.0, cv: 0.8 };
    assert_coverages(&["two", "three", "mean"], &[1.25, 1.6, 300.0], |repetition| {
        let found = chats(&one_agent(&work, &[1.0, 1.25, 1.6], 12_000, repetition), 0).unwrap();
        assert_eq!((found.at_once, found.slowdown.len()), (3, 3));
        vec![found.slowdown[1], found.slowdown[2], found.mean]
    });
}

#[test]
fn one_at_a_time_is_told_from_several() {
    let alone = chats(&one_agent(&Law::Exponential { mean: 300.0 }, &[1.0], 1_000, 0), 0).unwrap();
    assert_eq!((alone.at_once, alone.slowdown.len(), alone.begun), (1, 1, vec![1.0]));
    let durations = draws(&Law::Exponential { mean: 300.0 }, 10, &mut stream("rounded", 0));
    // Each begins a second before the one before has ended, as moments that are rounded do.
    let mut from = 0.0;
    let rounded = durations.iter().map(|length| {
        let chat = Chat { agent: 1, kind: 0, from, until: from + length.ceil() + 1.0 };
        from += length.ceil();
        chat
    });
    assert_eq!(chats(&rounded.collect::<Vec<_>>(), 0).unwrap().at_once, 1);
    assert_eq!(chats(&[], 0), None);
}
