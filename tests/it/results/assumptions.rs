//! What a scenario assumes is what the simulation does.

use holdline::kpi::ScenarioResult;
use holdline::scenario::{
    AgentAssumptions, Assumptions, HandlingAssumptions, NotReady, OpeningAssumptions, ServiceLevel, StaffingForm, load,
};
use holdline::units::{DAY, Seconds};

use super::{scenario, shipped};
use crate::centre::figures;

fn of(name: &str) -> Assumptions {
    let path = shipped().into_iter().find(|path| path.ends_with(name)).unwrap();
    Assumptions::new(&load(&path).unwrap().scenario)
}

#[test]
fn the_small_team() {
    let small = of("small-team.toml");
    assert_eq!((small.horizon.days, small.horizon.duration, small.horizon.start), (Some(1), None, None));
    assert_eq!((small.service_level, small.lines, small.story), (ServiceLevel::Default, None, false));
    let enquiries = &small.contacts["enquiries"];
    assert_eq!(enquiries.open, Some(OpeningAssumptions::Daily("09:00-17:00".into())));
    assert_eq!((enquiries.per_day, enquiries.per_hour), (Some(371.0), None));
    let HandlingAssumptions::Whole(handle) = &enquiries.handle else { panic!("one piece") };
    assert_eq!((handle.law.as_str(), handle.mean, handle.cv), ("lognormal", Some(240.0), Some(0.9)));
    let patience = enquiries.patience.as_ref().unwrap();
    assert_eq!((patience.law.as_str(), patience.mean), ("exponential", Some(180.0)));
    assert_eq!(enquiries.target.unwrap().abandon, Some(0.05));
    let AgentAssumptions { skills, staffing, most, hours_per_day, .. } = &small.agents["office"];
    assert_eq!((skills["enquiries"], *staffing, *most), (1, StaffingForm::Shifts, 6));
    assert!((hours_per_day - 6.0 * 8.25).abs() < 1e-9);
}

#[test]
fn what_is_off_is_absent() {
    let text = serde_json::to_string(&of("small-team.toml")).unwrap();
    for key in [
        "balk",
        "redial",
        "callback",
        "chats",
        "lines",
        "further",
        "resolution",
        "busy_factor",
        "not_ready",
        "handle_profile",
        "null",
    ] {
        assert!(!text.contains(key), "{key}: {text}");
    }
    let season = serde_json::to_string(&of("good-bad-ugly.toml")).unwrap();
    for key in ["transfer", "resolution", "repeat", "\"satisfaction\":true"] {
        assert!(season.contains(key), "{key}: {season}");
    }
}

#[test]
fn readiness_and_handling_by_the_hour_are_told() {
    let mut scenario = scenario(&shipped().into_iter().find(|path| path.ends_with("small-team.toml")).unwrap(), 1);
    scenario.groups[0].not_ready = Some(NotReady { share: 0.35, mean: Seconds(60.0) });
    scenario.contacts[0].handle_profile = vec![1.25; 48];
    let text = serde_json::to_string(&Assumptions::new(&scenario)).unwrap();
    assert!(text.contains("\"not_ready\":{\"share\":0.35,\"mean\":60.0}"), "{text}");
    assert!(text.contains("\"handle_profile\":[1.25,1.25,"), "{text}");
}

/// Expected contacts and hours of every shipped scenario against simulated ones. Chance of a false alarm, were the seed
/// not fixed: 1e-4 or less for each type (five standard errors of few replications).
#[test]
fn as_many_come_and_are_there_as_is_assumed() {
    let mut seen = 0;
    for path in shipped() {
        let scenario = scenario(&path, 6);
        let result: ScenarioResult = figures(&scenario);
        let assumptions = result.assumptions.as_ref().unwrap();
        let Some(days) = assumptions.horizon.days else { continue };
        let measured = f64::from(days) - assumptions.horizon.warm_up / DAY;
        for (name, figures) in &result.contacts {
            let (fresh, expected) =
                (figures.offered_by_origin.fresh.unwrap(), assumptions.contacts[name].per_day.unwrap());
            let error = fresh.std_error.unwrap().max(expected.sqrt());
            let all = expected * measured;
            assert!((fresh.value - all).abs() <= 5.0 * error, "{name}: {} come of {all}", fresh.value);
        }
        // The warm-up has weekdays of its own, and people fill a plan as far as they can.
        let by_people: Vec<&str> =
            scenario.groups.iter().filter(|group| group.people.is_some()).map(|group| group.name.as_str()).collect();
        let planned = |name: &str| assumptions.horizon.warm_up == 0.0 && !by_people.contains(&name);
        for (name, figures) in result.agents.iter().filter(|(name, _)| planned(name)) {
            let group = &assumptions.agents[name];
            let (hours, given) = (figures.logged_in_hours.unwrap().value, group.hours_per_day * measured);
            // Who does not come is missing; who finishes a contact stays longer.
            let there = given * (1.0 - group.absence.unwrap_or(0.0));
            let late = 1.08 * there + 1.0 * measured;
            assert!((0.97 * there..late).contains(&hours), "{name} of {}: {hours} of {there}", path.display());
            let at_once = result.intervals.iter().flatten().map(|interval| interval.agents[name].staff);
            assert!(at_once.fold(0.0, f64::max) <= f64::from(group.most) * 1.02, "{name}");
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen}");
}
