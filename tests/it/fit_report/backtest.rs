//! Charts of a back-test.

use holdline::backtest::{
    Agents, Attributed, BacktestDocument, DayResult, Figure, IntervalResult, Options, Outcome, Part, Predicted, Volumes,
};
use holdline::fit::DutyRule;
use holdline::report::plot::{Chart, Colour, Mark, backtest_charts};
use jiff::civil::date;

const OPTIONS: Options = Options {
    volumes: Volumes::Actual,
    agents: Agents::Actual,
    replications: 100,
    seed: 1,
    duty: DutyRule { gap: 300.0, waited: 30.0, rest: 18_000.0, least: 2, least_share: 0.03 },
};

/// A figure that is predicted with a range of so much to both sides.
fn outcome(figure: Figure, actual: f64, predicted: f64, wide: f64, erlang_a: Option<f64>) -> Outcome {
    let range = |part: f64| [predicted - part * wide, predicted + part * wide];
    let simulated = Predicted { mean: predicted, median: predicted, range50: range(0.4), range90: range(1.0) };
    Outcome { figure, actual, simulated, erlang_a, erlang_c: None }
}

fn figures(actual: f64, erlang: f64) -> Vec<Outcome> {
    vec![
        outcome(Figure::PAbandon, actual, 0.10, 0.05, Some(erlang)),
        outcome(Figure::MeanWait, 400.0 * actual, 40.0, 8.0, Some(50.0)),
    ]
}

/// Ten days; abandonment of one lies outside its range, mean wait of two.
fn document(knowing_agents: f64) -> BacktestDocument {
    let day = |number: i8| {
        let actual = match number {
            1 => 0.17,
            2 => 0.13,
            _ => 0.09,
        };
        let interval = |place: u32| IntervalResult {
            start: 1800.0 * f64::from(place),
            contacts: 20,
            on_duty: 4.0,
            figures: figures(if place.is_multiple_of(2) { 0.04 } else { 0.12 }, 0.18),
        };
        let known = |replaced, off: f64| Attributed { replaced, p_abandon: Some(actual + off), mean_wait: Some(40.0) };
        DayResult {
            date: date(2026, 3, number),
            contacts: 400,
            day: figures(actual, 0.11),
            intervals: (16..36).map(interval).collect(),
            attribution: vec![
                known(Part::Nothing, 0.04),
                known(Part::Agents, knowing_agents),
                known(Part::Patience, -0.05),
                known(Part::Everything, 0.01),
            ],
        }
    };
    BacktestDocument::new(("centre", ""), 1800.0, OPTIONS, Vec::new(), Vec::new(), (1..=10).map(day).collect())
}

fn chart(document: &BacktestDocument, name: &str) -> Chart {
    backtest_charts(document).into_iter().find(|chart| chart.name == name).unwrap()
}

fn dots(chart: &Chart, panel: usize, of: Colour) -> Vec<(f64, f64)> {
    let dots = |mark: &Mark| match mark {
        Mark::Dots(points, colour, ..) if *colour == of => Some(points.clone()),
        _ => None,
    };
    chart.panels[panel].marks.iter().filter_map(dots).flatten().collect()
}

#[test]
fn all_charts_can_be_drawn_and_are_no_tables() {
    let charts = backtest_charts(&document(0.02));
    let names: Vec<&str> = charts.iter().map(|chart| chart.name).collect();
    assert_eq!(names, ["predicted-days", "calibration", "errors", "attribution"]);
    for chart in &charts {
        assert!(chart.svg().unwrap().contains("</svg>") && chart.png().unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn days_outside_their_range_are_counted_and_stand_out() {
    let chart = chart(&document(0.02), "predicted-days");
    assert_eq!(
        chart.title,
        "9 of 10 days lie within their 90 % range of abandonment, 8 of 10 within that of the mean wait"
    );
    assert_eq!(dots(&chart, 0, Colour::Alarm), [(0.5, 0.17)]);
    assert_eq!(dots(&chart, 1, Colour::Alarm), [(0.5, 68.0), (1.5, 52.0)]);
    assert_eq!(dots(&chart, 0, Colour::Ink).len(), 9);
    assert_eq!(chart.panels[0].x.ticks[1], (1.5, "Mon 2 Mar".to_owned()));
    let bands = chart.panels[0].marks.iter().filter(|mark| matches!(mark, Mark::Band(..))).count();
    assert_eq!(bands, 20, "two ranges a day");
}

#[test]
fn calibration_says_whose_error_is_smaller() {
    let document = document(0.02);
    let chart = chart(&document, "calibration");
    // Off by 0.06 and 0.02 in turn against 0.14 and 0.06; by 24 and 8 s against 34 and 2 s.
    assert_eq!(
        chart.title,
        "By half-hour, holdline's abandonment is off by 4.0 points, 60 % less than Erlang A's; its mean wait is off by \
         16.0 s, 11 % less than Erlang A's"
    );
    assert_eq!(chart.panels.len(), 4);
    assert_eq!(dots(&chart, 0, Colour::Series(5)).len(), 200);
    assert_eq!(
        dots(&chart, 0, Colour::Alarm),
        dots(&chart, 1, Colour::Alarm).iter().map(|(_, y)| (0.10, *y)).collect::<Vec<_>>()
    );
    assert_eq!(dots(&chart, 1, Colour::Alarm)[0], (0.11, 0.17));
    let mut worse = document;
    worse
        .days
        .iter_mut()
        .flat_map(|day| &mut day.intervals)
        .for_each(|one| one.figures[0].erlang_a = Some(one.figures[0].actual));
    let worse = BacktestDocument::new(("centre", ""), 1800.0, OPTIONS, Vec::new(), Vec::new(), worse.days);
    let title = self::chart(&worse, "calibration").title;
    assert!(
        title.starts_with("By half-hour, holdline's abandonment is off by 4.0 points; "),
        "no share of nothing: {title}"
    );
}

#[test]
fn a_formula_without_an_answer_everywhere_has_no_bar_beside_the_others() {
    let mut document = document(0.02);
    document.days[0].intervals[0].figures[0].erlang_a = None;
    let document = BacktestDocument::new(("centre", ""), 1800.0, OPTIONS, Vec::new(), Vec::new(), document.days);
    let chart = chart(&document, "errors");
    let bars: Vec<usize> = chart
        .panels
        .iter()
        .map(|panel| panel.marks.iter().filter(|mark| matches!(mark, Mark::Bar(..))).count())
        .collect();
    assert_eq!(bars, [2, 2, 1, 2], "abandonment of a half-hour has holdline alone");
    assert_eq!(chart.title, "holdline is less wrong than Erlang A in 3 of 3 figures of days and intervals");
}

#[test]
fn the_part_that_helps_most_is_named_and_none_where_none_does() {
    let helps = chart(&document(0.02), "attribution");
    assert_eq!(
        helps.title,
        "To know the agents on duty would help abandonment most: off by 2.0 points instead of 4.0; all four leave 1.0"
    );
    let none = chart(&document(0.06), "attribution");
    assert!(none.title.contains("no part alone, as it really was, makes that less"), "{}", none.title);
}
