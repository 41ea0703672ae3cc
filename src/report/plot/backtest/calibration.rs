//! What happened on what was predicted: on the diagonal both are the same.

use super::super::{Chart, Colour, Dash, Mark, Panel, Shape, Sign, interval_name};
use super::{SHOWN, error_words, errors_of, figure_axis, key, outcome};
use crate::backtest::{BacktestDocument, Figure, Level, Method, Outcome};
use crate::report::wording::number;

/// Intervals are put together by what is predicted of them, into so many groups of equal size.
const GROUPS: usize = 10;
/// The share of intervals that fit on the axes; a few with long waits would leave no room for the others.
const FIT: f64 = 0.99;

/// What one method predicts of one figure.
struct Pairs {
    figure: Figure,
    method: Method,
    /// Predicted and actual of each interval.
    intervals: Vec<(f64, f64)>,
    /// The same of each day.
    days: Vec<(f64, f64)>,
}

/// The chart; none without intervals.
pub(super) fn chart(document: &BacktestDocument) -> Option<Chart> {
    let of = |figure: Figure| [Method::Simulation, Method::ErlangA].map(|method| pairs(document, figure, method));
    let rows: Vec<[Pairs; 2]> = SHOWN.into_iter().map(of).filter(|row| !row[0].intervals.is_empty()).collect();
    rows.first()?;
    let beside = rows.iter().any(|row| !row[1].intervals.is_empty());
    let panels: Vec<Panel> = rows.iter().flat_map(|row| row_panels(document, row, beside)).collect();
    let name = interval_name(document.interval);
    let dot = |shape, filled, colour, text: &str| key(Sign::Dot(shape, filled), colour, text);
    Some(Chart {
        name: "calibration",
        title: title(document),
        subtitle: format!(
            "{}: what happened (upwards) on what was predicted (to the right); on the line both are the same. The \
             middle of all replications is taken as the prediction.",
            document.name
        ),
        height: 1120,
        keys: vec![
            dot(Shape::Circle, true, Colour::Series(5), &format!("one {name} of one day")),
            dot(Shape::Square, true, Colour::Main, "mean of a tenth of them, by what was predicted"),
            dot(Shape::Diamond, false, Colour::Alarm, "a whole day"),
        ],
        columns: if beside { 2 } else { 1 },
        panels,
    })
}

/// `By half-hour, holdline's abandonment is off by 4.1 points, 16 % less than Erlang A's; ...`.
fn title(document: &BacktestDocument) -> String {
    let part = |figure: Figure| {
        let of = |method| errors_of(document, (figure, Level::Intervals), method, false).map(|one| one.mean_absolute);
        let own = of(Method::Simulation)?;
        let words = error_words(figure, own);
        let Some(erlang) = of(Method::ErlangA).filter(|erlang| *erlang > 0.0) else {
            return Some(format!("{} is off by {words}", figure.name()));
        };
        let change = own / erlang - 1.0;
        let percent = number(change.abs() * 100.0, 0);
        let against = match () {
            () if percent == "0" => "as much as Erlang A's".to_owned(),
            () => format!("{percent} % {} than Erlang A's", if change < 0.0 { "less" } else { "more" }),
        };
        Some(format!("{} is off by {words}, {against}", figure.name()))
    };
    let parts: Vec<String> = SHOWN.into_iter().filter_map(part).collect();
    format!("By {}, holdline's {}", interval_name(document.interval), parts.join("; its "))
}

fn pairs(document: &BacktestDocument, figure: Figure, method: Method) -> Pairs {
    let pair = |outcomes: &[Outcome]| {
        let one = outcome(outcomes, figure)?;
        let predicted = match method {
            Method::Simulation => Some(one.simulated.median),
            Method::ErlangA => one.erlang_a,
            Method::ErlangC => one.erlang_c,
        };
        Some((predicted?, one.actual))
    };
    let intervals = document.days.iter().flat_map(|day| &day.intervals);
    Pairs {
        figure,
        method,
        intervals: intervals.filter_map(|one| pair(&one.figures)).collect(),
        days: document.days.iter().filter_map(|day| pair(&day.day)).collect(),
    }
}

fn row_panels(document: &BacktestDocument, row: &[Pairs; 2], beside: bool) -> Vec<Panel> {
    let mut ends: Vec<f64> = row.iter().flat_map(|pairs| &pairs.intervals).map(|(x, y)| x.max(*y)).collect();
    ends.sort_by(f64::total_cmp);
    let last = ends.get(((ends.len() as f64 - 1.0) * FIT) as usize).copied().unwrap_or(0.0);
    let days = row.iter().flat_map(|pairs| &pairs.days).map(|(x, y)| x.max(*y)).fold(0.0, f64::max);
    let most = last.max(days).max(f64::MIN_POSITIVE);
    row.iter().take(if beside { 2 } else { 1 }).map(|pairs| panel(document, pairs, most)).collect()
}

fn panel(document: &BacktestDocument, pairs: &Pairs, most: f64) -> Panel {
    let x = figure_axis(pairs.figure, "predicted", most, 6);
    let y = figure_axis(pairs.figure, "", most, 6);
    let (to, right) = (y.to.min(x.to), x.to);
    let inside = |(a, b): &(f64, f64)| *a <= right && *b <= y.to;
    let shown: Vec<(f64, f64)> = pairs.intervals.iter().copied().filter(inside).collect();
    let hidden = pairs.intervals.len() - shown.len();
    let marks = vec![
        Mark::Dots(shown, Colour::Series(5), Shape::Circle, true),
        Mark::Line(vec![(0.0, 0.0), (to, to)], Colour::Ink, Dash::Long),
        Mark::Dots(pairs.days.clone(), Colour::Alarm, Shape::Diamond, false),
        Mark::Line(groups(&pairs.intervals), Colour::Main, Dash::Hair),
        Mark::Dots(groups(&pairs.intervals), Colour::Main, Shape::Square, true),
    ];
    let error = errors_of(document, (pairs.figure, Level::Intervals), pairs.method, false);
    let off = error.map_or_else(String::new, |one| format!("off by {}", error_words(pairs.figure, one.mean_absolute)));
    let more = if hidden > 0 { format!("; {hidden} beyond the axes") } else { String::new() };
    Panel {
        heading: format!("{}, {}", pairs.figure.name(), pairs.method.name()),
        note: format!("{off}{more}"),
        x,
        y,
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}

/// Means of predicted and actual in groups of equal size, by what is predicted.
fn groups(pairs: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let size = sorted.len().div_ceil(GROUPS).max(1);
    let mean = |group: &[(f64, f64)]| {
        let n = group.len() as f64;
        let (x, y) = group.iter().fold((0.0, 0.0), |(x, y), (a, b)| (x + a, y + b));
        (x / n, y / n)
    };
    sorted.chunks(size).map(mean).collect()
}
