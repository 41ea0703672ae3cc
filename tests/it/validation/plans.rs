//! What a plan must keep: targets and the limits of groups, where they make sense and where they do not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use holdline::scenario::{Per, Scenario, Target};
use holdline::units::Seconds;

use super::{SOUND, read, refused, with_line};

fn sound(name: &str, text: &str) -> (Scenario, String) {
    let loaded = read(name, text).unwrap_or_else(|problems| panic!("{name}: {problems}"));
    (loaded.scenario, loaded.warnings.iter().map(ToString::to_string).collect())
}

fn target(name: &str, line: &str) -> Target {
    sound(name, &(with_line(14, line) + "[satisfaction]\n")).0.contacts[0].target.unwrap()
}

/// The sound scenario over a duration, which has no calendar.
fn by_duration(line: &str) -> String {
    with_line(14, line).replace("days = 2\n", "duration = \"10h\"\n")
}

#[test]
fn every_part_of_a_target() {
    let all = target("a full target", "target = { asa = \"30s\", csat = \"75%\", per = \"day\", days = 0.9 }");
    let wanted = Target {
        asa: Some(Seconds(30.0)),
        csat: Some(0.75),
        within: Seconds(20.0),
        per: Per::Day,
        days: Some(0.9),
        ..Target::default()
    };
    assert_eq!(all, wanted);
    assert_eq!(target("by interval", "target = { asa = 30 }").per, Per::Interval);
    assert_eq!(target("days alone", "target = { asa = 30, days = 0.9 }").per, Per::Day);
    assert_eq!(target("both", "target = { asa = 30, per = \"interval\", days = 0.9 }").per, Per::Interval);
}

#[test]
fn wrong_targets() {
    let needs_model = "target = { answer = 0.8, «csat = 0.75 }";
    refused("csat without model", &with_line(14, needs_model), &["needs a model", "empty table [satisfaction]"]);
    let csat = "target = { csat = «1.0 }";
    refused("all satisfied", &(with_line(14, csat) + "[satisfaction]\n"), &["`csat` is `1`"]);
    refused("no wait", &with_line(14, "target = { asa = «0 }"), &["`asa` must be above 0 s"]);
    refused("week", &with_line(14, "target = { asa = 30, per = «\"week\" }"), &["one of `interval` and `day`"]);
    refused("all days", &with_line(14, "target = { asa = 30, days = «1 }"), &["above 0 and below 1"]);
    refused("days alone are no target", &with_line(14, "«target = { days = 0.9 }"), &["at least one of"]);
    let days = by_duration("target = { asa = 30, «days = 0.9 }");
    refused("no days", &days, &["a study by `duration` has no days", "in place of `duration`"]);
}

#[test]
fn a_study_by_duration_is_one_interval() {
    let (scenario, warnings) = sound("per and duration", &by_duration("target = { asa = 30, per = \"day\" }"));
    assert_eq!(scenario.contacts[0].target.unwrap().per, Per::Interval);
    assert!(warnings.contains("`per` changes nothing in a study by `duration`"), "{warnings}");
    let (_, quiet) = sound("duration without per", &by_duration("target = { asa = 30 }"));
    assert!(!quiet.contains("`per`"), "{quiet}");
}

#[test]
fn nobody_promises_for_who_serves_himself() {
    let text = SOUND.to_owned()
        + "[contacts.app]\nchannel = \"self-service\"\narrivals = { per_hour = 5 }\nhandle = { constant = { value = 60 } }\n«target = { asa = 30 }\n";
    refused("speed of self-service", &text, &["neither agents nor a queue, but it has `target`"]);
}

#[test]
fn limits_of_groups() {
    let (scenario, _) = sound("limits", &with_line(28, "max_occupancy = \"85%\"\nmax_agents = 0"));
    assert_eq!((scenario.groups[1].max_occupancy, scenario.groups[1].max_agents), (Some(0.85), Some(0)));
    refused("occupancy", &with_line(28, "max_occupancy = «0"), &["above 0 and at most 1"]);
    refused("occupancy beyond", &with_line(28, "max_occupancy = «1.2"), &["above 0 and at most 1"]);
    refused("agents", &with_line(28, "max_agents = «-1"), &["`max_agents` is -1"]);
    refused("limit of a type", &with_line(14, "«max_agents = 3"), &["`max_agents` is not a key"]);
}
