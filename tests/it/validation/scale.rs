//! `scale`: factors on what a file says of a contact type, whatever way it says it.

use holdline::scenario::{Arrivals, ContactType, Handling, Law, Loaded};

use super::{SOUND, read, refused, with_line};

/// The sound scenario with other lines in `[contacts.sales]`, at the end of which `scale` stands.
fn scaled(name: &str, arrivals: &str, handle: &str, patience: &str) -> Loaded {
    let text = SOUND
        .replace("arrivals = { per_hour = 100 }", &format!("arrivals = {arrivals}"))
        .replace("handle = { lognormal = { mean = \"4min\", cv = 1.1 } }", handle)
        .replace("{ exponential = { mean = \"3min\" } }", patience)
        .replace("route =", "scale = { arrivals = 1.1, handle = 0.5, patience = 2 }\nroute =");
    read(name, &text).unwrap_or_else(|problems| panic!("{name}: {problems}"))
}

fn sales(name: &str, arrivals: &str, handle: &str, patience: &str) -> ContactType {
    scaled(name, arrivals, handle, patience).scenario.contacts[0].clone()
}

const PLAIN: &str = "handle = { constant = { value = 100 } }";

#[test]
fn every_form_of_arrivals_is_scaled() {
    let counts = "20, ".repeat(24);
    let profile = "1, ".repeat(24);
    for (number, arrivals) in [
        "{ per_hour = 40 }".to_owned(),
        format!("{{ per_interval = [{counts}] }}"),
        format!("{{ per_day = 480, profile = [{profile}] }}"),
        "{ modulated = [{ per_hour = 40, stay = \"10min\" }, { per_hour = 40, stay = \"1h\" }] }".to_owned(),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("scaled arrivals {number}");
        let most = match sales(&name, &arrivals, PLAIN, "{ exponential = { mean = 10 } }").arrivals {
            Arrivals::PerHour(rate) => rate,
            Arrivals::PerInterval(counts) => 2.0 * counts.iter().fold(0.0, |a, b| f64::max(a, *b)),
            Arrivals::Modulated(states) => states[1].per_hour,
        };
        assert!((most - 44.0).abs() < 1e-9, "{arrivals}: {most}");
    }
}

#[test]
fn every_law_is_scaled() {
    for (number, law) in [
        "{ constant = { value = 100 } }",
        "{ exponential = { mean = 100 } }",
        "{ lognormal = { mean = 100, cv = 1.1 } }",
        "{ gamma = { mean = 100, cv = 0.5 } }",
        "{ erlang = { mean = 100, k = 3 } }",
        "{ weibull = { mean = 100, shape = 0.8 } }",
        "{ uniform = { min = 50, max = 150 } }",
        "{ hyperexponential = { weights = [1, 1], means = [50, 150] } }",
        "{ empirical = { values = [50, 150] } }",
    ]
    .into_iter()
    .enumerate()
    {
        let contact = sales(&format!("scaled law {number}"), "{ per_hour = 1 }", &format!("handle = {law}"), law);
        assert!((contact.handle.mean() - 50.0).abs() < 1e-9, "{law}: {:?}", contact.handle);
        assert!((contact.patience.as_ref().unwrap().mean() - 200.0).abs() < 1e-9, "{law}: {:?}", contact.patience);
    }
}

#[test]
fn talk_and_wrap_and_a_patience_without_end_are_scaled() {
    let handle = "talk = { constant = { value = 80 } }\nwrap = { constant = { value = 20 } }";
    let contact = sales("scaled talk", "{ per_hour = 1 }", handle, "{ empirical = { values = [10, inf] } }");
    let half = |value| Law::Constant { value };
    assert_eq!(contact.handle, Handling::TalkWrap { talk: half(40.0), wrap: half(10.0) });
    assert_eq!(contact.patience, Some(Law::Empirical { values: vec![20.0, f64::INFINITY], weights: vec![0.5, 0.5] }));
}

#[test]
fn what_a_group_or_a_call_back_says_of_the_handling_is_scaled_too() {
    let text = SOUND
        .replace("staff = 12", "staff = 12\nhandle = { sales = { constant = { value = 90 } }, service = { constant = { value = 90 } } }")
        .replace(
            "route =",
            "scale.handle = 2\ncallback = { when_waiting = 1, accept = 1, handle = { constant = { value = 30 } } }\nroute =",
        );
    let scenario = read("scaled group", &text).unwrap().scenario;
    let constant = |value| Law::Constant { value };
    assert_eq!(
        scenario.groups[0].handle,
        [(0, Handling::Whole(constant(180.0))), (1, Handling::Whole(constant(90.0)))]
    );
    let callback = scenario.contacts[0].customers.callback.as_ref().unwrap();
    assert_eq!(callback.handle, Some(constant(60.0)));
}

#[test]
fn a_file_adds_factors_to_those_of_its_base() {
    let base = SOUND.replace("route =", "scale = { arrivals = 1.5, handle = 0.5 }\nroute =");
    let folder = super::folder("scaled base");
    std::fs::write(folder.join("base.toml"), base).unwrap();
    let over = folder.join("over.toml");
    std::fs::write(&over, "extends = \"base.toml\"\ncontacts.sales.scale.arrivals = 2\n").unwrap();
    let contact = holdline::scenario::load(&over).unwrap().scenario.contacts[0].clone();
    assert_eq!(contact.arrivals, Arrivals::PerHour(200.0));
    assert_eq!((contact.scale.arrivals, contact.scale.handle, contact.scale.patience), (2.0, 0.5, 1.0));
    assert!((contact.handle.mean() - 120.0).abs() < 1e-9);
}

#[test]
fn wrong_factors_are_refused() {
    for (name, line, words) in [
        ("scale of nothing", "scale = { arrivals = «0 }", "must be a number above 0"),
        ("negative scale", "scale = { handle = «-1 }", "`handle` is -1"),
        ("huge scale", "scale = { patience = «101 }", "at most 100"),
        ("scale in words", "scale = { arrivals = «\"110 %\" }", "`arrivals` cannot be a text"),
        ("scale of something else", "scale = { «staff = 2 }", "`staff` is not a key of `scale`"),
    ] {
        refused(name, &with_line(8, &format!("channel = \"voice\"\n{line}")), &[words]);
    }
    let large = SOUND.replace("per_hour = 100", "per_hour = 1e6").replace("route", "scale.«arrivals = 11\nroute");
    refused("scale beyond all bounds", &large, &["more than ten million contacts"]);
    let long = SOUND.replace("mean = \"4min\"", "mean = 5e8").replace("route", "scale.«handle = 3\nroute");
    refused("scale beyond all times", &long, &["longer than thirty years"]);
}

#[test]
fn a_factor_without_anything_to_scale_is_warned_of() {
    let text = SOUND.replace("patience = { exponential = { mean = \"3min\" } }", "scale.patience = 2");
    let warnings = read("scaled nothing", &text).unwrap().warnings;
    assert!(warnings.len() == 1 && warnings[0].contains("waits for ever"), "{warnings:?}");
}
