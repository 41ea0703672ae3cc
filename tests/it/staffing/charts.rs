//! Charts of a plan.

use holdline::planner::{Budget, Effort, FrontierPoint, StaffingDocument};
use holdline::report::plot::{Chart, Colour, Mark, plan_charts};
use holdline::stats::Estimate;

use super::document;

fn chart(document: &StaffingDocument, name: &str) -> Chart {
    plan_charts(document).into_iter().find(|chart| chart.name == name).unwrap()
}

fn estimate(value: f64) -> Option<Estimate> {
    Some(Estimate { value, std_error: Some(0.005), ci95: Some([value - 0.01, value + 0.01]) })
}

/// The highest point of each line.
fn tops(chart: &Chart) -> Vec<f64> {
    let lines = chart.panels.iter().flat_map(|panel| &panel.marks).filter_map(|mark| match mark {
        Mark::Line(points, ..) => Some(points.iter().map(|(_, y)| *y).fold(0.0, f64::max)),
        _ => None,
    });
    lines.collect()
}

#[test]
fn a_plan_without_budgets_has_two_charts() {
    let names: Vec<&str> = plan_charts(&document()).iter().map(|chart| chart.name).collect();
    assert_eq!(names, ["staffing", "service"]);
    for chart in plan_charts(&document()) {
        assert!(chart.svg().unwrap().contains("</svg>") && chart.png().unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn groups_stand_on_each_other_up_to_all_agents() {
    let mut document = document();
    let team = document.groups["team"].clone();
    document.groups = (0..9).map(|number| (format!("g{number}"), team.clone())).collect();
    for period in &mut document.periods {
        let agents = period.agents["team"];
        period.agents = (0..9).map(|number| (format!("g{number}"), agents)).collect();
    }
    let most = f64::from(team.most);
    // Five large groups, the other four together, then the formula and the load.
    let tops = tops(&chart(&document, "staffing"));
    assert_eq!(tops.len(), 8);
    assert_eq!(tops[..6], [1.0, 2.0, 3.0, 4.0, 5.0, 9.0].map(|groups| groups * most));
    assert!((tops[7] - 80.0 * 4.0 / 60.0).abs() < 1e-9, "the load of 80 calls of 4 minutes an hour");
}

#[test]
fn titles_state_the_finding() {
    let document = document();
    let title = chart(&document, "staffing").title;
    assert!(title.contains(&format!("{} agents are needed at 11:00", document.total.most)), "{title}");
    let title = chart(&document, "service").title;
    assert!(title.starts_with("All 8 promises hold at once with 95 % confidence; tightest is calls, "), "{title}");
}

#[test]
fn goals_are_drawn_and_panels_are_few() {
    let mut document = document();
    let service = chart(&document, "service");
    assert_eq!(service.panels.len(), 2);
    let goals = tops(&service);
    assert!(goals.contains(&0.8) && goals.contains(&0.05), "{goals:?}");
    let promises = document.promises.clone();
    let of = |number: usize| {
        promises.iter().cloned().map(move |mut promise| {
            promise.of = format!("t{number}");
            promise
        })
    };
    document.promises = (0..10).flat_map(of).collect();
    let many = chart(&document, "service");
    assert_eq!(many.panels.len(), 12);
    assert!(many.subtitle.contains("the 12 tightest of 20"), "{}", many.subtitle);
}

#[test]
fn the_plan_that_keeps_the_promises_stands_out_on_the_frontier() {
    let mut document = document();
    let point = |cost: f64, level: f64, promised| FrontierPoint {
        depth: None,
        missed: 0,
        chosen: promised,
        effort: Effort { cost: Some(cost), hours: cost / 20.0, ..document.total.clone() },
        service_level: estimate(level),
        p_abandon: estimate((1.0 - level) / 5.0),
        csat: estimate(0.6 + level / 5.0),
        promised,
    };
    document.frontier =
        vec![point(900.0, 0.95, false), point(600.0, 0.62, false), point(743.0, 0.88, true), point(700.0, 0.8, false)];
    let frontier = chart(&document, "frontier");
    assert_eq!(frontier.panels.len(), 3);
    assert!(
        frontier.title.starts_with("From a cost of 600 to 900, service level goes from 62.0 % to 95.0 %"),
        "{}",
        frontier.title
    );
    assert!(frontier.title.ends_with("; keeping every promise takes a cost of 743"), "{}", frontier.title);
    let promised = |mark: &Mark| matches!(mark, Mark::Dots(at, Colour::Alarm, ..) if *at == [(743.0, 0.88)]);
    assert!(frontier.panels[0].marks.iter().any(promised));
    assert_eq!(frontier.panels[0].marks.iter().filter(|mark| matches!(mark, Mark::Whisker(..))).count(), 4);
}

#[test]
fn a_plan_for_a_budget_is_not_said_to_keep_the_promises() {
    let mut document = document();
    document.budget = Some(Budget::Agents(5));
    document.promises.iter_mut().skip(2).for_each(|promise| promise.proven = false);
    let effort = Effort { cost: Some(457.0), ..document.total.clone() };
    let point = |level, chosen| FrontierPoint {
        effort: effort.clone(),
        depth: None,
        service_level: estimate(level),
        p_abandon: None,
        csat: None,
        missed: 6,
        chosen,
        promised: false,
    };
    document.frontier = vec![point(0.723, true), point(0.9, false)];
    let frontier = chart(&document, "frontier");
    assert!(frontier.title.ends_with("; the budget asked buys 72.3 % for a cost of 457"), "{}", frontier.title);
    assert!(frontier.keys.iter().all(|key| !key.text.contains("keeps")), "{:?}", frontier.keys);
    let title = chart(&document, "service").title;
    assert!(title.starts_with("2 of 8 promises hold with 95 % confidence; "), "{title}");
    let title = chart(&document, "staffing").title;
    assert!(title.starts_with("At most ") && title.contains("agents are on duty, "), "{title}");
}

#[test]
fn what_is_more_than_the_agents_stays_inside_and_who_is_absent_has_no_layer() {
    let mut document = document();
    let nobody = Effort { hours: 0.0, most: 0, ..document.groups["team"].clone() };
    document.groups.insert("reserve".into(), nobody);
    document.periods[11].load = 40.0;
    let staffing = chart(&document, "staffing");
    assert!(staffing.panels[0].y.to >= 40.0, "{:?}", staffing.panels[0].y);
    assert!(staffing.keys.iter().all(|key| key.text != "reserve"), "{:?}", staffing.keys);
    assert!(staffing.subtitle.contains("(nobody of reserve)"), "{}", staffing.subtitle);
    document.budget = Some(Budget::Agents(8));
    let title = chart(&document, "staffing").title;
    assert!(title.ends_with("; at 11:00 the load is 40.0"), "{title}");
}

#[test]
fn a_promise_is_named_on_the_side_where_no_figures_are() {
    let text = |document: &StaffingDocument| {
        let panel = chart(document, "service").panels.remove(0);
        panel.marks.iter().find_map(|mark| if let Mark::Text((_, y), ..) = mark { Some(*y) } else { None }).unwrap()
    };
    let mut document = document();
    for promise in document.promises.iter_mut().filter(|promise| promise.measure == "answer") {
        promise.value = estimate(0.82);
    }
    assert!(text(&document) < 0.8 - 1e-3, "below: all figures are just above");
    document.promises[0].value = estimate(0.7);
    assert!(text(&document) >= 0.8 - 1e-9, "above, as always");
}
