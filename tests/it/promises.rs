//! Promises beyond the service level: speed of answer, satisfaction and the cap on occupancy, from figure to picture.

use holdline::kpi::ContactFigures;
use holdline::report::Language;
use holdline::report::plot::{self, Chart, Mark};
use holdline::report::{self, warnings};
use holdline::scenario::{Arrivals, Horizon, Law, Length, Satisfaction, Scenario, Staffing, Target};
use holdline::stats::Estimate;
use holdline::units::Seconds;

use crate::centre::{agents, calls, centre, figures};
use crate::report_examples as examples;

/// Days of steady calls on few agents.
fn days(days: u32, target: Target) -> Scenario {
    let mut contact = calls("calls", Arrivals::PerHour(100.0), Law::Exponential { mean: 180.0 });
    contact.target = Some(target);
    let mut scenario = centre(1.0, vec![contact], vec![agents("team", &[0], Staffing::Constant(6))]);
    scenario.horizon = Horizon { length: Length::Days(days), ..scenario.horizon };
    scenario.run.replications = 40;
    scenario.satisfaction = Some(Satisfaction::default());
    scenario
}

fn calls_of(scenario: &Scenario) -> ContactFigures {
    figures(scenario).contacts["calls"].clone()
}

/// The share of days that meet it, which is to be neither none nor all.
fn some_days(figures: &ContactFigures) -> f64 {
    let met = figures.days_met.unwrap().value;
    assert!(met > 0.05 && met < 0.95, "{met} tells nothing");
    met
}

#[test]
fn a_day_is_held_against_its_own_speed_of_answer() {
    // Of a single day the replications are the days: the mean of the day against the promise tells how many.
    let asa = |seconds| Target { asa: Some(Seconds(seconds)), ..Target::default() };
    let typical = calls_of(&days(1, asa(1.0))).mean_wait_answered.unwrap().value;
    let one = some_days(&calls_of(&days(1, asa(typical))));
    let several = some_days(&calls_of(&days(4, asa(typical))));
    assert!((one - several).abs() < 0.25, "{one} of single days, {several} of days in a row");
    let met = |seconds| calls_of(&days(1, asa(seconds))).days_met.unwrap().value;
    assert_eq!((met(0.001), met(1e6)), (0.0, 1.0));
}

#[test]
fn every_part_of_the_promise_counts() {
    let kept = Target { asa: Some(Seconds(1e6)), ..Target::default() };
    let broken = [
        Target { abandon: Some(0.0), asa: Some(Seconds(0.001)), ..Target::default() },
        Target { answer: Some(1.0), ..kept },
        Target { csat: Some(0.99), ..kept },
    ];
    for target in broken {
        assert_eq!(calls_of(&days(1, target)).days_met.unwrap().value, 0.0, "{target:?}");
    }
    assert_eq!(calls_of(&days(1, Target { csat: Some(0.01), ..kept })).days_met.unwrap().value, 1.0);
}

#[test]
fn satisfaction_of_a_day_is_known_for_single_days_alone() {
    let csat = Target { csat: Some(0.99), ..Target::default() };
    assert_eq!(calls_of(&days(1, csat)).days_met.unwrap().value, 0.0);
    assert!(calls_of(&days(2, csat)).days_met.is_none(), "nothing of the target can be told by day");
    let besides = Target { asa: Some(Seconds(1e6)), ..csat };
    assert_eq!(calls_of(&days(2, besides)).days_met.unwrap().value, 1.0, "the part that can be told is kept");
}

/// The example with targets for all that can be promised.
fn promised(asa: f64, csat: f64, cap: f64) -> holdline::kpi::ResultDocument {
    let mut document = examples::single();
    for contact in document.scenarios[0].contacts.values_mut() {
        let target = contact.target.as_mut().unwrap();
        (target.answer, target.abandon, target.asa, target.csat) = (None, None, Some(asa), Some(csat));
    }
    document.scenarios[0].agents.values_mut().for_each(|group| group.max_occupancy = Some(cap));
    document
}

#[test]
fn tables_hold_figures_against_their_targets() {
    let met = report::tables(&promised(3600.0, 0.1, 0.99), 200, false);
    assert_eq!(met.matches("✓ met").count(), 2 + examples::single().scenarios[0].agents.len(), "{met}");
    assert!(met.contains("cap") && met.contains("99 %") && met.contains(" 1 h "), "{met}");
    let missed = report::tables(&promised(0.1, 0.99, 0.2), 200, false);
    assert!(missed.contains("✗ missed") && !missed.contains("✓ met"), "{missed}");
    let plain = report::tables(&examples::single(), 200, false);
    assert!(!plain.contains("cap") && !plain.contains("at most") && !plain.contains("at least"), "{plain}");
}

#[test]
fn a_cap_that_is_broken_for_certain_is_a_warning() {
    let said = |cap| {
        warnings(&promised(3600.0, 0.1, cap).scenarios[0], Language::English)
            .iter()
            .any(|w| w.seen.contains("max_occupancy"))
    };
    assert!(said(0.7) && !said(0.95));
    let mut document = promised(3600.0, 0.1, 0.7);
    let group = document.scenarios[0].agents.values_mut().next().unwrap();
    group.occupancy = Some(Estimate { value: 0.75, std_error: Some(0.05), ci95: Some([0.65, 0.85]) });
    assert!(
        !warnings(&document.scenarios[0], Language::English).iter().any(|w| w.seen.contains("max_occupancy")),
        "noise could be it"
    );
}

fn chart(document: &holdline::kpi::ResultDocument, name: &str) -> Chart {
    plot::charts(&document.scenarios[0], Language::English).into_iter().find(|chart| chart.name == name).unwrap()
}

#[test]
fn charts_draw_the_targets_of_satisfaction_and_occupancy() {
    let (without, with) = (examples::single(), promised(30.0, 0.7, 0.85));
    for (name, key) in [("satisfaction", "target"), ("agents", "busy at the highest occupancy that a plan may ask for")]
    {
        let named = |document| chart(document, name).keys.iter().any(|k| k.text == key);
        assert!(named(&with) && !named(&without), "{name}");
    }
    let level = chart(&with, "satisfaction").panels[0].marks.clone();
    assert!(level.iter().any(|mark| matches!(mark, Mark::Line(line, ..) if line.iter().all(|(_, y)| *y == 0.7))));
}
