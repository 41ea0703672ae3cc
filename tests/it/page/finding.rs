//! The two sentences: they claim what is real, and nothing that noise could make.

use holdline::kpi::*;

use super::{between, english};
use crate::report_examples::{estimate, kind, scenario};

/// A centre that promises 80 % within 20 s for its calls, with a service level and a cost, each with its error.
pub(super) fn centre(name: &str, level: (f64, f64), cost: Option<(f64, f64)>) -> ScenarioResult {
    let mut centre = scenario(name, &[kind("calls", 900.0, 0.9, 0.1, 0.02, 20.0, 0.8)], &[("team", 10.0)], 100);
    centre.centre.cost = cost.and_then(|(value, error)| estimate(value, error));
    let calls = &mut centre.contacts["calls"];
    calls.service_level = estimate(level.0, level.1);
    calls.target = Some(TargetLine { answer: Some(0.8), within: 20.0, ..TargetLine::default() });
    centre
}

fn without_target(mut centre: ScenarioResult) -> ScenarioResult {
    centre.contacts.values_mut().for_each(|contact| contact.target = None);
    centre
}

/// A row: whom it is about, which figure, difference, its error, whether it is real.
pub(super) type Row<'a> = (Option<&'a str>, &'a str, f64, f64, bool);

pub(super) fn against(this: &ScenarioResult, first: &ScenarioResult, rows: &[Row]) -> Comparison {
    let row = |&(subject, figure, difference, error, real): &Row| {
        let cost = figure == "cost";
        Difference {
            subject: subject.map(str::to_owned),
            figure: figure.into(),
            first: if cost { first.centre.cost } else { first.contacts["calls"].service_level },
            this: if cost { this.centre.cost } else { this.contacts["calls"].service_level },
            difference: estimate(difference, error),
            real,
        }
    };
    let rows = rows.iter().map(row).collect();
    Comparison { scenario: this.name.clone(), against: first.name.clone(), replications: 100, rows }
}

pub(super) fn cost(difference: f64, error: f64, real: bool) -> Row<'static> {
    (None, "cost", difference, error, real)
}

fn level(difference: f64, error: f64, real: bool) -> Row<'static> {
    (Some("calls"), "service_level", difference, error, real)
}

pub(super) fn found(scenarios: Vec<ScenarioResult>, comparisons: Vec<Comparison>) -> String {
    between(&english(&ResultDocument::new(scenarios, comparisons)), "<p class=\"lead\">", "</p>")
}

pub(super) const KEPT: (f64, f64) = (0.85, 0.005);
pub(super) const MISSED: (f64, f64) = (0.70, 0.005);
pub(super) const OPEN: (f64, f64) = (0.80, 0.005);

/// The base, and another with a difference in cost.
fn two(levels: [(f64, f64); 2], difference: (f64, f64, bool)) -> String {
    let base = centre("Base", levels[0], Some((1000.0, 5.0)));
    let other = centre("Other", levels[1], Some((1000.0 + difference.0, 5.0)));
    let comparison = against(&other, &base, &[cost(difference.0, difference.1, difference.2)]);
    found(vec![base, other], vec![comparison])
}

#[test]
fn a_real_difference_is_named() {
    assert_eq!(
        two([KEPT, KEPT], (-100.0, 5.0, true)),
        "“Other” keeps all its promises on average at the least cost: 900 ± 10. \
         “Other” costs 100 ± 10 less than “Base”, and that is real; “Base” keeps all its promises on average."
    );
    assert_eq!(
        two([MISSED, KEPT], (100.0, 5.0, true)),
        "Only “Other” keeps all its promises on average; it costs 1 100 ± 10. “Other” costs 100 ± 10 more than “Base”, and \
         that is real; “Base” misses its promise for calls: 70.0 % ± 1.0 answered within 20 s (80 % promised)."
    );
}

#[test]
fn noise_is_never_claimed() {
    let text = two([KEPT, KEPT], (-100.0, 90.0, false));
    assert_eq!(
        text,
        "“Other” keeps all its promises on average and costs least, 900 ± 10, but by no more than noise: Base may cost \
         as little. “Other” and “Base” cannot be told apart by cost (-100 ± 177); “Base” keeps all its promises on average."
    );
    for claim in ["at the least cost", "and that is real", "less than", "more than “"] {
        assert!(!text.contains(claim), "{claim}");
    }
}

#[test]
fn the_first_may_be_the_best_and_the_tempting_one_is_named() {
    assert_eq!(
        two([KEPT, MISSED], (-100.0, 5.0, true)),
        "Only “Base” keeps all its promises on average; it costs 1 000 ± 10. “Other” costs 100 ± 10 less than “Base”, and that is \
         real; “Other” misses its promise for calls: 70.0 % ± 1.0 answered within 20 s (80 % promised)."
    );
}

#[test]
fn a_promise_that_chance_could_decide_is_open() {
    let text = two([MISSED, OPEN], (100.0, 5.0, true));
    assert!(text.starts_with(
        "No scenario is sure to keep all its promises, but “Other” may; open is calls: 80.0 % ± 1.0 answered within"
    ));
    let text = two([OPEN, KEPT], (100.0, 5.0, true));
    assert!(
        text.starts_with("Only “Other” is sure to keep all its promises on average; it costs 1 100 ± 10."),
        "{text}"
    );
    assert!(text.contains("whether “Base” keeps its promises is open for calls: 80.0 %"), "{text}");
}

#[test]
fn the_nearest_is_named_only_when_it_is_really_nearer() {
    let (base, near) = (centre("Base", MISSED, None), centre("Near", (0.75, 0.005), None));
    let text = |real: bool| {
        let comparison = against(&near, &base, &[level(0.05, 0.005, real)]);
        found(vec![base.clone(), near.clone()], vec![comparison])
    };
    assert_eq!(
        text(true),
        "No scenario keeps all its promises; “Near” comes nearest and misses its promise for calls: 75.0 % ± 1.0 \
         answered within 20 s (80 % promised). The clearest difference is real: with “Near”, service level of calls \
         rises by 5.0 pt ± 1.0."
    );
    let noise = text(false);
    assert!(noise.starts_with("No scenario keeps all its promises, and none comes clearly nearest; “Near” misses"));
    assert!(noise.ends_with("Nothing of what customers meet differs by more than noise."), "{noise}");
}

#[test]
fn equal_costs_are_equal() {
    let text = two([KEPT, KEPT], (0.0, 0.0, false));
    assert_eq!(
        text,
        "All promises are kept on average by Base and Other, at the same cost of 1 000 ± 10. \
         “Other” costs the same as “Base”; “Other” keeps all its promises on average."
    );
}

#[test]
fn without_costs_nobody_is_cheapest() {
    let (base, other) = (centre("Base", KEPT, None), centre("Other", (0.9, 0.005), None));
    let comparison = against(&other, &base, &[level(0.05, 0.005, true)]);
    assert_eq!(
        found(vec![base, other], vec![comparison]),
        "All promises are kept on average by Base and Other; none can be called the cheapest, for not every cost is known and \
         comparable. \
         The clearest difference is real: with “Other”, service level of calls rises by 5.0 pt ± 1.0."
    );
}

#[test]
fn without_targets_nothing_is_kept_or_missed() {
    let base = without_target(centre("Base", KEPT, Some((1000.0, 5.0))));
    let other = without_target(centre("Other", KEPT, Some((900.0, 5.0))));
    let text = |real: bool| {
        let comparison = against(&other, &base, &[cost(-100.0, 30.0, real)]);
        found(vec![base.clone(), other.clone()], vec![comparison])
    };
    assert!(text(true).starts_with("No scenario names a target; “Other” costs least, 900 ± 10, and that is real."));
    assert!(text(false).starts_with("No scenario names a target, and none is clearly the cheapest; “Other” costs"));
}

/// Three scenarios: the others are compared with the first only, so that their own difference has to be bounded.
#[test]
fn the_cheapest_of_several_is_cheaper_than_each() {
    let base = centre("Base", KEPT, Some((1000.0, 5.0)));
    let text = |difference: f64| {
        let cheap = centre("Cheap", KEPT, Some((900.0, 5.0)));
        let rival = centre("Rival", KEPT, Some((900.0 + difference, 5.0)));
        let comparisons = vec![
            against(&cheap, &base, &[cost(-100.0, 5.0, true)]),
            against(&rival, &base, &[cost(difference - 100.0, 5.0, true)]),
        ];
        found(vec![base.clone(), cheap, rival], comparisons)
    };
    let close = text(15.0);
    assert!(close.starts_with("“Cheap” keeps all its promises on average and costs least, 900 ± 10, but by no more"));
    assert!(close.contains("noise: Rival may cost as little."), "{close}");
    let far = text(80.0);
    assert!(far.starts_with("“Cheap” keeps all its promises on average at the least cost: 900 ± 10."), "{far}");
}

#[test]
fn one_scenario_is_told_with_its_tightest_promise() {
    let text = |level| found(vec![centre("Only", level, Some((1000.0, 5.0)))], Vec::new());
    assert_eq!(
        text(KEPT),
        "“Only” keeps all its promises on average, at a cost of 1 000 ± 10. Each of them is certain to 95 %; the tightest is calls: \
         85.0 % ± 1.0 answered within 20 s (80 % promised), and 87 % (83–90) of single days keep all that is promised for calls."
    );
    assert!(text(MISSED).starts_with("“Only” misses its promise for calls: 70.0 % ± 1.0 answered within 20 s"));
    assert!(text(OPEN).starts_with("Whether “Only” keeps all its promises cannot be told yet; open is calls: 80.0 %"));
    let none = found(vec![without_target(centre("Only", KEPT, None))], Vec::new());
    assert!(none.starts_with("“Only” names no target, so nothing here is kept or missed."), "{none}");
}

#[test]
fn one_replication_tells_nothing() {
    let mut once = centre("Once", KEPT, Some((1000.0, 5.0)));
    once.replications = 1;
    crate::report_examples::forget_intervals(&mut once);
    let text = found(vec![once.clone()], Vec::new());
    assert!(text.starts_with("One replication cannot tell whether “Once” keeps its promises."), "{text}");
    let mut twice = once.clone();
    twice.name = "Twice".into();
    let mut comparison = against(&twice, &once, &[cost(0.0, 0.0, false)]);
    comparison.rows[0].difference = None;
    let text = found(vec![once, twice], vec![comparison]);
    assert!(text.starts_with("One replication cannot tell whether the promises are kept, or which"), "{text}");
}

/// Pairs that have nothing in common, the remedy named before what it remedies.
#[test]
fn centres_without_anything_in_common_are_not_compared() {
    let pair = |name: &str, difference: f64, real: bool| {
        let base = centre(name, MISSED, Some((1000.0, 5.0)));
        let remedy = centre(&format!("{name}, remedy"), KEPT, Some((1000.0 + difference, 5.0)));
        let comparison = against(&remedy, &base, &[cost(difference, 5.0, real)]);
        (vec![remedy, base], comparison)
    };
    let ((mut scenarios, a), (more, b)) = (pair("A", -100.0, true), pair("B", 3.0, false));
    scenarios.extend(more);
    let html = english(&ResultDocument::new(scenarios, vec![a, b]));
    let lead = between(&html, "<p class=\"lead\">", "</p>");
    assert_eq!(
        lead,
        "These 4 scenarios are 2 groups, each compared only within itself; in 2 of them a scenario is sure to keep all \
         its promises. Of 2 comparisons, 1 costs less; all of that is real."
    );
    let own = between(&html, "<dt>A</dt>", "</dd>");
    assert!(own.contains("Only “A, remedy” keeps all its promises on average; it costs 900 ± 10."), "{own}");
    assert!(!own.contains("“B"), "{own}");
    assert!(html.contains("<title>“A” and “B”</title>"), "each family by the one that the others are compared with");
}

#[test]
fn all_that_changes_in_many_families_is_told() {
    let of = [("A", 5.0, 0.05), ("B", -5.0, -0.05)];
    let (mut scenarios, mut comparisons) = (Vec::new(), Vec::new());
    for (name, dearer, happier) in of {
        let base = centre(name, KEPT, Some((1000.0, 0.1)));
        let remedy = centre(&format!("{name}, remedy"), KEPT, Some((1000.0 + dearer, 0.1)));
        comparisons.push(against(&remedy, &base, &[cost(dearer, 0.1, true), (None, "csat", happier, 0.001, true)]));
        scenarios.extend([base, remedy]);
    }
    let text = found(scenarios, comparisons);
    assert!(
        text.ends_with(
            "Of 2 comparisons, 1 makes customers more satisfied, 1 makes customers less satisfied, 1 costs less and 1 \
             costs more; all of that is real."
        ),
        "{text}"
    );
}
