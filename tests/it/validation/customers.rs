//! What the keys of customers, chats, conduct and hours by weekday are taken to mean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use holdline::scenario::{
    AgentGroup, Callback, Channel, ChatTo, Conduct, ContactType, Escalation, History, Law, Opening, OpeningHours,
    OutOfHours, Promise, QualityProgramme, Recovery, Redial, Repeat, Scenario, Story, Training, Transfer, load,
};
use holdline::units::{DAY, HOUR, Seconds};

use super::{folder, read, with_line};

fn every_key() -> Scenario {
    load(Path::new("tests/it/samples/every-key.toml")).unwrap_or_else(|problems| panic!("{problems}")).scenario
}

fn contact<'s>(scenario: &'s Scenario, name: &str) -> &'s ContactType {
    scenario.contacts.iter().find(|contact| contact.name == name).unwrap()
}

fn group<'s>(scenario: &'s Scenario, name: &str) -> &'s AgentGroup {
    scenario.groups.iter().find(|group| group.name == name).unwrap()
}

fn warnings(name: &str, text: &str) -> Vec<String> {
    read(name, text).unwrap_or_else(|problems| panic!("{problems}")).warnings
}

fn hours(from: f64, to: f64) -> OpeningHours {
    OpeningHours { from: Seconds(from * HOUR), to: Seconds(to * HOUR) }
}

#[test]
fn redials_and_repeats() {
    let scenario = every_key();
    let index = |name: &str| scenario.contacts.iter().position(|contact| contact.name == name).unwrap();
    let calls = &contact(&scenario, "calls").customers;
    let after = Law::Exponential { mean: 600.0 };
    assert_eq!(calls.redial, Some(Redial { abandoned: 0.4, blocked: 0.8, after, attempts: Some(5) }));
    assert_eq!(calls.resolution, [0.6, 0.5, 0.3]);
    let to = vec![(index("letters"), 0.3), (index("tweets"), 0.1)];
    let after = Law::Exponential { mean: DAY };
    assert_eq!(calls.repeat, Some(Repeat { probability: 0.9, after, to, attempts: Some(10) }));
    let menu = contact(&scenario, "menu");
    assert_eq!((menu.channel, contact(&scenario, "bot").channel), (Channel::SelfService, Channel::Chatbot));
    assert_eq!(menu.customers.resolution, [0.7]);
    assert_eq!(menu.customers.repeat.as_ref().unwrap().to, [(index("calls"), 1.0)]);
    assert_eq!(menu.customers.repeat.as_ref().unwrap().attempts, None);
}

#[test]
fn transfers_history_and_escalation() {
    let scenario = every_key();
    let index = |name: &str| scenario.contacts.iter().position(|contact| contact.name == name).unwrap();
    let calls = &contact(&scenario, "calls").customers;
    assert_eq!(
        calls.transfer,
        Some(Transfer {
            probability: 0.2,
            to: vec![(index("orders"), 0.75), (index("rest"), 0.25)],
            briefing: Some(Seconds(45.0)),
            only_open: true
        })
    );
    assert_eq!(calls.history, Some(History { shared: false, handle: 1.3, resolution: 0.7 }));
    assert!(calls.owner);
    assert_eq!(
        calls.escalate,
        Some(Escalation {
            contacts: 6,
            probability: 0.5,
            to: Some(index("tweets")),
            after: Law::Constant { value: HOUR },
            cost: 2000.0
        })
    );
    let after = Law::Uniform { min: HOUR, max: DAY };
    assert_eq!(calls.promise, Some(Promise { probability: 0.5, kept: 0.2, after }));
    assert_eq!(calls.recovery, Some(Recovery { share: 0.8, cost: 15.0 }));
    let handle = Some(Law::Exponential { mean: 300.0 });
    assert_eq!(calls.callback, Some(Callback { when_waiting: 2, accept: 0.6, handle, keep_place: true }));
}

#[test]
fn chats_hours_and_stories() {
    let scenario = every_key();
    let chats = contact(&scenario, "chats");
    assert_eq!(chats.slowdown, [1.0, 1.3, 1.6]);
    let target = chats.target.unwrap();
    assert!(target.open_time && !contact(&scenario, "calls").target.unwrap().open_time);
    let letters = scenario.contacts.iter().position(|contact| contact.name == "letters");
    let after = Law::Exponential { mean: 1800.0 };
    assert_eq!(chats.customers.out_of_hours, Some(OutOfHours { try_again: 0.6, after, voice_mail: 0.2, to: letters }));
    let working_day = Some(hours(9.0, 18.0));
    let week = [Some(hours(8.0, 20.0)), None, working_day, working_day, working_day, Some(hours(10.0, 14.0)), None];
    assert_eq!(contact(&scenario, "menu").open, Some(Opening::Weekly(week)));
    assert_eq!(
        scenario.report.story,
        Some(Story {
            contacts: Some(22),
            agents_met: Some(50),
            time_on_contact: Some(Seconds(12.0 * HOUR)),
            duration: Some(Seconds(5.0 * DAY)),
            longest_wait: Some(Seconds(900.0)),
            broken_promises: Some(3)
        })
    );
}

#[test]
fn groups() {
    let scenario = every_key();
    let night = group(&scenario, "night");
    let letters = scenario.contacts.iter().position(|contact| contact.name == "letters").unwrap();
    assert_eq!(night.resolution, [(0, vec![0.3]), (letters, vec![0.2, 0.1])]);
    assert_eq!((night.chats, night.chat_to, night.reserve), (1, ChatTo::LeastLoaded, 1));
    assert_eq!(night.conduct, Some(Conduct { poor: 0.05, cv: 0.5, public: 0.02 }));
    assert_eq!(night.quality, Some(QualityProgramme { evaluated: 0.05, effect: 0.5, cost: 6.0 }));
    let over = Seconds(6.0 * 7.0 * DAY);
    assert_eq!(night.training, Some(Training { over, resolution: 1.3, handle: 1.05, poor: 0.5, cost: 900.0 }));
    let day = group(&scenario, "day");
    assert_eq!((day.chats, day.chat_to, day.reserve), (3, ChatTo::MostLoaded, 0));
    assert_eq!((&day.conduct, &day.quality, &day.training), (&None, &None, &None));
}

#[test]
fn what_may_be_left_out() {
    let text = with_line(
        20,
        "history = { handle = 2 }\nescalate = { contacts = 1, probability = 0 }\nrecovery = { share = 1 }\n\
         callback = { when_waiting = 0, accept = 1 }\ntransfer = { probability = 0, to = \"sales\" }",
    )
    .replace("staff = 12", "staff = 12\nconduct = { poor = 0 }\ntraining = { over = \"2 weeks\" }");
    let scenario = read("left out", &text).unwrap_or_else(|problems| panic!("{problems}")).scenario;
    let service = &scenario.contacts[1].customers;
    assert_eq!(service.history, Some(History { shared: false, handle: 2.0, resolution: 1.0 }));
    let at_once = Law::Constant { value: 0.0 };
    assert_eq!(
        service.escalate,
        Some(Escalation { contacts: 1, probability: 0.0, to: None, after: at_once.clone(), cost: 0.0 })
    );
    assert_eq!(service.recovery, Some(Recovery { share: 1.0, cost: 0.0 }));
    assert_eq!(service.callback, Some(Callback { when_waiting: 0, accept: 1.0, handle: None, keep_place: false }));
    assert_eq!(
        service.transfer,
        Some(Transfer { probability: 0.0, to: vec![(0, 1.0)], briefing: None, only_open: false })
    );
    let front = &scenario.groups[0];
    assert_eq!(front.conduct, Some(Conduct { poor: 0.0, cv: 0.0, public: 0.0 }));
    let over = Seconds(14.0 * DAY);
    assert_eq!(front.training, Some(Training { over, resolution: 1.0, handle: 1.0, poor: 1.0, cost: 0.0 }));
    let text = with_line(13, "out_of_hours = { try_again = 1 }");
    let scenario = read("try again", &text).unwrap().scenario;
    let expected = OutOfHours { try_again: 1.0, after: at_once, voice_mail: 0.0, to: None };
    assert_eq!(scenario.contacts[0].customers.out_of_hours, Some(expected));
}

#[test]
fn a_week_of_equal_days_is_one_day() {
    let text = with_line(10, "open = { weekdays = \"08:00-20:00\", weekend = \"08:00-20:00\" }");
    assert_eq!(read("equal days", &text).unwrap().scenario, read("one day", super::SOUND).unwrap().scenario);
}

/// A scenario that names every mechanism.
fn base() -> String {
    with_line(
        20,
        "resolution = 0.5\nredial = { blocked = 0.5, after = { constant = { value = 60 } }, attempts = 3 }\n\
         repeat = { probability = 0.9, after = { lognormal = { mean = 60, cv = 1 } }, to = { sales = 0.5 } }\n\
         transfer = { probability = 0.2, to = { sales = 1 } }\nhistory = { handle = 1.5, resolution = 0.5 }\n\
         escalate = { contacts = 4, probability = 0.5, cost = 100 }\n\
         promise = { probability = 0.5, kept = 0.2, after = { constant = { value = 60 } } }\n\
         recovery = { share = 0.5, cost = 3 }\ncallback = { when_waiting = 2, accept = 0.5 }",
    )
    .replace("route =", "out_of_hours = { try_again = 0.5 }\nroute =")
    .replace(
        "staff = 12",
        "staff = 12\nconduct = { poor = 0.1, cv = 0.5 }\nquality = { evaluated = 0.1, effect = 0.5 }\n\
         training = { over = \"1w\", handle = 0.9 }\nresolution = { sales = 0.6, service = 0.7 }",
    )
    .replace("[horizon]", "[report]\nstory = { contacts = 5, agents_met = 4 }\n\n[horizon]")
}

/// What the heir changes.
const HEIR: &str = r#"
extends = "base.toml"
report = { story = { contacts = 7 } }
[contacts.sales]
out_of_hours = { voice_mail = 0.4, to = "letters" }
[contacts.letters]
channel = "email"
arrivals = { per_hour = 0 }
handle = { exponential = { mean = 60 } }
[contacts.service]
resolution = [0.6, 0.4]
redial = { blocked = 0 }
repeat = { after = { exponential = { mean = 30 } }, to = {} }
transfer = { only_open = true, to = "sales" }
history = { shared = true }
escalate = { probability = 0 }
promise = { kept = 1 }
recovery = { cost = 4 }
callback = { keep_place = true }
[agents.front]
conduct = { cv = 0 }
quality = { cost = 2 }
training = { poor = 0.5 }
resolution = { service = [0.8, 0.6] }
[agents.clerks]
skills = ["letters"]
staff = 1
"#;

/// The heir, read with its base.
fn inherited(name: &str) -> Scenario {
    let folder = folder(name);
    fs::write(folder.join("base.toml"), base()).unwrap();
    fs::write(folder.join("heir.toml"), HEIR).unwrap();
    load(&folder.join("heir.toml")).unwrap_or_else(|problems| panic!("{problems}")).scenario
}

#[test]
fn a_file_changes_what_customers_of_its_base_do_key_by_key() {
    let scenario = inherited("heir of customers");
    let sales = scenario.contacts[0].customers.out_of_hours.clone().unwrap();
    assert_eq!((sales.try_again, sales.voice_mail, sales.to), (0.5, 0.4, Some(2)));
    let service = &scenario.contacts[1].customers;
    assert_eq!(service.resolution, [0.6, 0.4]);
    let redial = service.redial.as_ref().unwrap();
    assert_eq!((redial.blocked, &redial.after, redial.attempts), (0.0, &Law::Constant { value: 60.0 }, Some(3)));
    let after = Law::Exponential { mean: 30.0 };
    assert_eq!(service.repeat, Some(Repeat { probability: 0.9, after, to: vec![], attempts: None }));
    let transfer = service.transfer.as_ref().unwrap();
    assert_eq!((transfer.probability, &transfer.to[..], transfer.only_open), (0.2, &[(0, 1.0)][..], true));
    assert_eq!(service.history, Some(History { shared: true, handle: 1.5, resolution: 0.5 }));
    let escalate = service.escalate.as_ref().unwrap();
    assert_eq!((escalate.contacts, escalate.probability, escalate.cost), (4, 0.0, 100.0));
    assert_eq!(service.promise.as_ref().map(|promise| (promise.probability, promise.kept)), Some((0.5, 1.0)));
    assert_eq!(service.recovery, Some(Recovery { share: 0.5, cost: 4.0 }));
    assert_eq!(service.callback.as_ref().map(|offer| (offer.when_waiting, offer.keep_place)), Some((2, true)));
}

#[test]
fn a_file_changes_the_agents_of_its_base_key_by_key() {
    let scenario = inherited("heir of agents");
    let front = &scenario.groups[0];
    assert_eq!(front.conduct, Some(Conduct { poor: 0.1, cv: 0.0, public: 0.0 }));
    assert_eq!(front.quality, Some(QualityProgramme { evaluated: 0.1, effect: 0.5, cost: 2.0 }));
    assert_eq!(front.training.map(|training| (training.handle, training.poor)), Some((0.9, 0.5)));
    assert_eq!(front.resolution, [(0, vec![0.6]), (1, vec![0.8, 0.6])]);
    let story = scenario.report.story.unwrap();
    assert_eq!((story.contacts, story.agents_met), (Some(7), Some(4)));
}

#[test]
fn warnings_of_what_never_happens() {
    let warned = |line: usize, text: &str, words: &str| {
        let warnings = warnings("warned of", &with_line(line, text));
        assert!(matches!(&warnings[..], [only] if only.contains(words)), "{text}: {warnings:?}");
    };
    let after = "after = { constant = { value = 60 } }";
    warned(20, &format!("redial = {{ abandoned = 0.5, {after} }}"), "case.toml:20:1: `redial` names a chance");
    warned(20, "out_of_hours = { try_again = 0.5 }", "case.toml:20:1: `out_of_hours` never happens");
    let mail = "open = \"08:00-20:00\"\nout_of_hours = { try_again = 0.5 }\nchannel = \"email\"";
    warned(17, mail, "never happens: who comes when it is closed waits");
    warned(20, &format!("repeat = {{ probability = 0.5, {after} }}"), "case.toml:20:1: `repeat` never happens");
    warned(17, "channel = \"chat\"\nslowdown = [1, 1.5, 1.4]", "case.toml:18:1: `slowdown` has a factor below");
}

#[test]
fn what_can_happen_is_not_warned_of() {
    let silent = |line: usize, text: &str| {
        let warnings = warnings("not warned of", &with_line(line, text));
        assert!(warnings.is_empty(), "{text}: {warnings:?}");
    };
    let after = "after = { constant = { value = 60 } }";
    silent(13, "at_close = \"keep\"\nout_of_hours = { try_again = 0.5 }");
    silent(13, &format!("redial = {{ abandoned = 0.5, {after} }}"));
    silent(20, &format!("redial = {{ blocked = 0.5, {after} }}"));
    silent(20, &format!("balk = 0.1\nredial = {{ abandoned = 0.5, {after} }}"));
    let repeat = format!("repeat = {{ probability = 0.5, {after} }}");
    silent(20, &format!("resolution = [1, 0.5]\n{repeat}"));
    silent(20, &format!("history = {{ resolution = 0.5 }}\n{repeat}"));
    silent(20, &format!("transfer = {{ probability = 0.1, to = \"sales\" }}\n{repeat}"));
    silent(20, &format!("{repeat}\n[agents.more]\nstaff = 1\nskills = [\"service\"]\nconduct = {{ poor = 0.1 }}"));
    silent(
        20,
        &format!("{repeat}\n[agents.more]\nstaff = 1\nskills = [\"service\"]\nresolution = {{ service = 0.5 }}"),
    );
    silent(20, &format!("repeat = {{ probability = 0, {after} }}"));
}

#[test]
fn demand_outside_the_hours_of_a_week() {
    let counts = |days: usize| vec!["1"; 48 * days].join(", ");
    let warned = |open: &str, days: usize, more: &str| {
        let text = with_line(9, &format!("arrivals = {{ per_interval = [{}] }}{more}", counts(days)))
            .replace("open = \"08:00-20:00\"", open)
            .replace("days = 2", "days = 7\nstart = 2026-12-01");
        warnings("hours of a week", &text)
    };
    let week = "open = { tuesday = \"08:00-20:00\", saturday = \"00:00-24:00\" }";
    let warnings_of_list = warned(week, 7, "");
    assert!(
        warnings_of_list[0].contains("264.0 expected contacts come outside the opening hours"),
        "{warnings_of_list:?}"
    );
    assert!(warned(week, 1, "").is_empty());
    let short = "open = { tuesday = \"08:00-20:00\", saturday = \"10:00-14:00\" }";
    assert!(warned(short, 1, "")[0].contains("24.0 expected contacts"));
    assert!(warned(short, 1, "\nat_close = \"keep\"")[0].contains("24.0 expected contacts"), "calls are turned away");
    let text = format!("arrivals = {{ per_interval = [{}] }}", counts(1));
    let text = with_line(9, &text)
        .replace("channel = \"voice\"\narrivals = { per_i", "channel = \"email\"\narrivals = { per_i");
    let text = text.replace("open = \"08:00-20:00\"", short).replace("days = 2", "days = 7\nstart = 2026-12-01");
    let mail = warnings("e-mail", &text);
    assert!(mail.is_empty(), "{mail:?}");
    assert!(warned(short, 1, "\nout_of_hours = { try_again = 1 }").is_empty());
}
