//! A simulated log gives back the head start that it was simulated with.

use std::collections::BTreeSet;
use std::path::Path;

use holdline::fit::{DutyRule, HeadStarts, PriorityParts, Request, fit, head_starts, scenario};
use holdline::history::{Contact, Log, read};

use crate::workplace::{holdline, with_file};

/// Two types for the same agents, who are often too few; HEAD stands for the head start of the second.
const CENTRE: &str = r#"name = "Ahead"
[horizon]
days = 1
interval = "30min"
[run]
replications = 12
seed = 1
[contacts.calls]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 70 }
handle = { lognormal = { mean = "4min", cv = 1.1 } }
patience = { exponential = { mean = "3min" } }
[contacts.valued]
channel = "voice"
open = "08:00-20:00"
arrivals = { per_hour = 35 }
handle = { lognormal = { mean = "4min", cv = 1.1 } }
patience = { exponential = { mean = "6min" } }
head_start = "HEADs"
[agents.team]
skills = ["calls", "valued"]
staff = 7
"#;

/// A log of one type whose contacts have priority 2 where they had the head start, and 1 otherwise.
fn log(name: &str, head_start: u32, seed: u64) -> Log {
    let folder = with_file("fit_head_start", name, "centre.toml", &CENTRE.replace("HEAD", &head_start.to_string()));
    holdline(&folder, &format!("run centre.toml --seed {seed} --contacts log.csv --quiet --json --out out"))
        .assert()
        .success();
    one_type(&folder)
}

fn one_type(folder: &Path) -> Log {
    let mut log = read(&[folder.join("log.csv")], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let place = |name: &str| log.kinds.iter().position(|kind| kind == name).unwrap() as u16;
    let (calls, valued) = (place("calls"), place("valued"));
    for contact in &mut log.contacts {
        *contact = contact.with_priority(Some(if contact.kind == valued { 2 } else { 1 }));
        contact.kind = calls;
    }
    log
}

fn told(log: &Log) -> Option<HeadStarts> {
    head_starts(log, DutyRule::default())
}

/// Nothing of chance in it: whoever is taken was ahead, so that the interval always holds the truth.
#[test]
fn a_head_start_is_told_from_who_was_taken() {
    for (seed, truth) in [(501, 30), (502, 90), (503, 200)] {
        let found = told(&log(&format!("told-{truth}"), truth, seed)).unwrap();
        let (plain, ahead) = (found.of(1).unwrap(), found.of(2).unwrap());
        assert_eq!(plain.value(), 0.0);
        assert!(ahead.covers(f64::from(truth)), "{truth}: {found:?}");
        let [low, high] = ahead.estimate.ci95.unwrap();
        assert!(high - low < 20.0, "{truth}: {found:?}");
        assert!(!found.changed && found.choices > 300 && found.contrary < 0.02, "{found:?}");
    }
}

#[test]
fn who_is_served_as_they_come_has_none_and_nothing_is_parted() {
    let log = log("none", 0, 511);
    assert_eq!(told(&log), None);
    let mut same = log.clone();
    PriorityParts::of(&log, DutyRule::default()).part(&mut same);
    assert_eq!(types(&same), types(&log));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    assert!(centre.head_starts.is_none() && centre.types.iter().all(|one| one.head_start.is_none()));
}

/// The types, and that of every contact.
fn types(log: &Log) -> (Vec<String>, Vec<u16>) {
    (log.kinds.clone(), log.contacts.iter().map(|contact| contact.kind).collect())
}

/// Numbers of priorities in which the chance of a contact is not seen.
fn shuffled(contact: &Contact) -> u64 {
    let mixed = u64::from(contact.row).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 33
}

/// One priority in six is wrong in the log: many choices are contrary, and where the order turns is still told. The
/// interval is of 95 %; the seed was not chosen.
#[test]
fn wrong_priorities_blur_the_share_and_not_the_offset() {
    let mut log = log("blurred", 90, 521);
    for contact in &mut log.contacts {
        if shuffled(contact).is_multiple_of(6) {
            *contact = contact.with_priority(contact.priority().map(|own| 3 - own));
        }
    }
    let found = told(&log).unwrap();
    let ahead = found.of(2).unwrap();
    assert!(found.contrary > 0.05, "{found:?}");
    assert!(ahead.covers(90.0), "{found:?}");
    assert!((ahead.value() - 90.0).abs() < 15.0, "{found:?}");
}

/// On the first six of twelve days the priorities say nothing, as before a rule was made.
#[test]
fn a_rule_that_changes_is_told_from_the_day_on_which_it_does() {
    let mut log = log("changed", 90, 531);
    let days: BTreeSet<i32> = log.contacts.iter().map(Contact::day).collect();
    let change = days.into_iter().nth(6).unwrap();
    for contact in log.contacts.iter_mut().filter(|contact| contact.day() < change) {
        *contact = contact.with_priority(Some(1 + (shuffled(contact) % 2) as u8));
    }
    let found = told(&log).unwrap();
    assert!(found.changed, "{found:?}");
    assert_eq!(found.since, change);
    assert!(found.of(2).unwrap().covers(90.0), "{found:?}");
}

/// The customer is looked up only for those who must wait: the others have no priority, and are dealt out as those who
/// waited. 35 of 105 are ahead; of some 5,000 who wait the standard error is 0.7 points.
#[test]
fn a_type_is_parted_also_where_only_those_who_waited_have_a_priority() {
    let mut log = log("parted", 90, 541);
    for contact in log.contacts.iter_mut().filter(|contact| contact.wait() == 0.0) {
        *contact = contact.with_priority(None);
    }
    let parts = PriorityParts::of(&log, DutyRule::default());
    let (mut parted, mut named) = (log.clone(), log.clone());
    parts.part(&mut parted);
    PriorityParts::named(&log, ["calls priority 1", "calls priority 2"].into_iter()).part(&mut named);
    assert_eq!(types(&parted), types(&named));
    assert!(PriorityParts::is_part("calls priority 2", "calls") && !PriorityParts::is_part("calls", "calls"));
    let centre = fit(&parted, Request::default(), &mut |_| ()).unwrap();
    let names: Vec<&str> = centre.types.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["calls priority 1", "calls priority 2"]);
    let share = centre.types[1].contacts as f64 / centre.contacts as f64;
    assert!((share - 1.0 / 3.0).abs() < 0.03, "{share}");
    let patience = |place: usize| centre.types[place].patience.as_ref().unwrap().own.mean.value();
    assert!((patience(0) / 180.0 - 1.0).abs() < 0.2, "{}", patience(0));
    assert!(patience(1) > 1.4 * patience(0), "{}", patience(1));
    // Agents take both parts, as they take the type.
    let scenario = scenario(&centre, "parted");
    assert!(scenario.groups.iter().all(|group| group.skills.len() == 2));
    assert_eq!(scenario.contacts[0].head_start.get(), 0.0);
    assert!((scenario.contacts[1].head_start.get() - 90.0).abs() < 15.0);
}

/// Those who are ahead take twice as long and come in the morning: pooled, mornings would seem long; each part is as long
/// at any hour.
#[test]
fn longer_contacts_in_the_morning_are_no_profile_of_their_parts() {
    let mut log = log("mixed", 0, 542);
    for contact in &mut log.contacts {
        let share = if contact.time_of_day() < 13.0 * 3_600.0 { 60 } else { 10 };
        let is_ahead = shuffled(contact) % 100 < share;
        let handle = contact.handle().map(|handle| if is_ahead { 2.0 * handle } else { handle });
        *contact = contact.with_priority(Some(if is_ahead { 2 } else { 1 })).with_handle(handle);
    }
    let whole = fit(&log, Request::default(), &mut |_| ()).unwrap();
    assert!(whole.types.iter().any(|one| one.handling.profile.is_some()), "pooled, mornings are longer");
    PriorityParts::named(&log, ["calls priority 1", "calls priority 2"].into_iter()).part(&mut log);
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    assert_eq!(centre.types.len(), 2);
    for one in &centre.types {
        let off = one.handling.profile.iter().flat_map(|profile| &profile.factors).map(|factor| (factor - 1.0).abs());
        assert!(off.fold(0.0, f64::max) < 0.06, "{}: {:?}", one.name, one.handling.profile);
    }
}
