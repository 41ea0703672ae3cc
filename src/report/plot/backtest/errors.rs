//! Mean absolute errors of the simulation and of Erlang's formulas, on the same days and intervals.

use super::super::{Axis, Chart, Colour, Mark, Panel, Side, axis, interval_name};
use super::{error_axis, error_words, errors_of, in_units};
use crate::backtest::{BacktestDocument, Errors, Figure, Level, Method};

/// Half the height of a bar.
const HALF: f64 = 0.3;

/// What the errors of a row of panels are taken over.
struct Row<'a> {
    name: String,
    /// Which of them alone.
    only: &'static str,
    /// Figures with the errors of the methods that have them.
    figures: Vec<(Figure, Vec<&'a Errors>)>,
}

/// The chart; none where nothing was predicted.
pub(super) fn chart(document: &BacktestDocument) -> Option<Chart> {
    let interval = interval_name(document.interval);
    let wanted = [
        (Level::Days, false, "a day".to_owned()),
        (Level::Intervals, false, format!("a {interval}")),
        (Level::Intervals, true, format!("a {interval}")),
    ];
    let rows: Vec<Row> =
        wanted.into_iter().filter_map(|(level, stable, name)| row(document, level, stable, name)).collect();
    let columns = rows.iter().map(|row| row.figures.len()).max()?;
    let panels: Vec<Panel> = rows.iter().flat_map(panels).collect();
    Some(Chart {
        name: "errors",
        title: title(document),
        subtitle: format!(
            "{}: mean absolute errors; the formulas have the same contacts, agents and handling times, interval by interval",
            document.name
        ),
        height: 250 + 220 * rows.len() as u32,
        keys: Vec::new(),
        columns,
        panels,
    })
}

fn row(document: &BacktestDocument, level: Level, stable: bool, name: String) -> Option<Row<'_>> {
    let errors = |figure: Figure| {
        let own = errors_of(document, (figure, level), Method::Simulation, stable)?;
        // Where Erlang C has an answer everywhere, the row of all says it.
        let all = errors_of(document, (figure, level), Method::Simulation, false)?;
        let found = Method::ALL.iter().filter_map(|method| errors_of(document, (figure, level), *method, stable));
        (!stable || own.n < all.n).then(|| (figure, found.collect()))
    };
    let figures: Vec<_> = Figure::ALL.into_iter().filter_map(errors).collect();
    let only = if stable { "where Erlang C has an answer, " } else { "" };
    (!figures.is_empty()).then_some(Row { name, only, figures })
}

fn panels(row: &Row) -> Vec<Panel> {
    let methods: Vec<Method> =
        row.figures.first().map_or_else(Vec::new, |(_, errors)| errors.iter().map(|one| one.method).collect());
    let names = axis::categories(methods.iter().map(|method| method.name().to_owned()));
    let panel = |(place, (figure, errors)): (usize, &(Figure, Vec<&Errors>))| {
        let most = errors.iter().map(|one| one.mean_absolute).fold(f64::MIN_POSITIVE, f64::max);
        // Room for the figure behind the longest bar.
        let x = error_axis(*figure, 1.45 * most, 3);
        let y = if place == 0 { names.clone() } else { Axis { ticks: Vec::new(), ..names.clone() } };
        let n = errors.first().map_or(0, |one| one.n);
        Panel {
            heading: if place == 0 { format!("{} of {}", figure.name(), row.name) } else { figure.name().into() },
            note: if place == 0 { format!("{}n = {n}", row.only) } else { String::new() },
            x,
            y,
            marks: errors.iter().enumerate().flat_map(|(row, one)| bar(row, *figure, one)).collect(),
            weight: methods.len() as f64 + 1.0,
            ..Panel::default()
        }
    };
    row.figures.iter().enumerate().map(panel).collect()
}

fn bar(row: usize, figure: Figure, error: &Errors) -> [Mark; 2] {
    let (middle, to) = (-(row as f64) - 0.5, in_units(figure, error.mean_absolute));
    let colour = if error.method == Method::Simulation { Colour::Main } else { Colour::Quiet };
    [
        Mark::Bar([(0.0, middle + HALF), (to, middle - HALF)], colour, String::new()),
        Mark::Text(
            (to, middle - HALF / 2.0),
            Colour::Ink,
            Side::Right,
            format!(" {}", error_words(figure, error.mean_absolute)),
        ),
    ]
}

/// How often the simulation errs least, of all figures by day and by interval.
fn title(document: &BacktestDocument) -> String {
    let (mut least, mut all) = (0, 0);
    for (level, figure) in [Level::Days, Level::Intervals].into_iter().flat_map(|l| Figure::ALL.map(|f| (l, f))) {
        let of = |method| errors_of(document, (figure, level), method, false).map(|one| one.mean_absolute);
        let (Some(own), Some(erlang)) = (of(Method::Simulation), of(Method::ErlangA)) else { continue };
        all += 1;
        least += u32::from(own < erlang);
    }
    match all {
        0 => "How wrong holdline is; Erlang A has no answer to all of it".into(),
        all => format!("holdline is less wrong than Erlang A in {least} of {all} figures of days and intervals"),
    }
}
