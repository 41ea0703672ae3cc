//! Days with their ranges: what was predicted of each, and what happened.

use super::super::{Axis, Chart, Colour, Dash, Mark, Panel, Shape, Sign};
use super::{SHOWN, figure_axis, key, outcome};
use crate::backtest::{BacktestDocument, DayResult, Figure, Outcome};
use crate::report::wording::Kind;

/// Half the width of a day on the paper.
const HALF: f64 = 0.32;
/// Dates that are written at most.
const DATES: usize = 12;

/// The chart; none without days.
pub(super) fn chart(document: &BacktestDocument) -> Option<Chart> {
    document.days.first()?;
    let mut panels: Vec<Panel> = SHOWN.iter().map(|figure| panel(document, *figure)).collect();
    if let Some((_, others)) = panels.split_last_mut() {
        others.iter_mut().for_each(|panel| panel.x.name.clear());
    }
    let dot = |shape, filled, colour, text| key(Sign::Dot(shape, filled), colour, text);
    Some(Chart {
        name: "predicted-days",
        title: title(document),
        subtitle: format!(
            "{}: each day simulated {} times; a model that knows how wrong it is has nine in ten days inside the light \
             range and half of them inside the dark one",
            document.name, document.replications
        ),
        height: 860,
        keys: vec![
            dot(Shape::Circle, true, Colour::Ink, "what happened"),
            dot(Shape::Square, true, Colour::Alarm, "what happened, outside the range of 90 %"),
            key(Sign::Band, Colour::Main, "simulated: middle, ranges of 50 % and 90 %"),
        ],
        columns: 1,
        panels,
    })
}

fn title(document: &BacktestDocument) -> String {
    let inside = |figure: Figure| {
        let days = document.days.iter().filter_map(|day| outcome(&day.day, figure));
        let (held, all) = days.fold((0, 0), |(held, all), day| (held + u32::from(is_inside(day)), all + 1));
        (held, all)
    };
    let (abandonment, days) = inside(Figure::PAbandon);
    let (wait, _) = inside(Figure::MeanWait);
    let lie = |count: u32| if count == 1 { "lies within its" } else { "lie within their" };
    format!(
        "{abandonment} of {days} days {} 90 % range of abandonment, {wait} of {days} within that of the mean wait",
        lie(abandonment)
    )
}

fn is_inside(outcome: &Outcome) -> bool {
    let [low, high] = outcome.simulated.range90;
    low <= outcome.actual && outcome.actual <= high
}

fn panel(document: &BacktestDocument, figure: Figure) -> Panel {
    let days: Vec<(f64, &Outcome)> = document
        .days
        .iter()
        .enumerate()
        .filter_map(|(place, day)| Some((place as f64 + 0.5, outcome(&day.day, figure)?)))
        .collect();
    let highs = days.iter().map(|(_, day)| day.actual.max(day.simulated.range90[1]));
    let most = highs.fold(f64::MIN_POSITIVE, f64::max);
    let mut marks = Vec::new();
    for (x, day) in &days {
        for [low, high] in [day.simulated.range90, day.simulated.range50] {
            marks.push(Mark::Band(vec![(x - HALF, low, high), (x + HALF, low, high)], Colour::Main));
        }
        let middle = day.simulated.median;
        marks.push(Mark::Line(vec![(x - HALF, middle), (x + HALF, middle)], Colour::Main, Dash::Solid));
    }
    let actual = |held: bool| -> Vec<(f64, f64)> {
        days.iter().filter(|(_, day)| is_inside(day) == held).map(|(x, day)| (*x, day.actual)).collect()
    };
    marks.push(Mark::Dots(actual(true), Colour::Ink, Shape::Circle, true));
    marks.push(Mark::Dots(actual(false), Colour::Alarm, Shape::Square, true));
    let off = days.iter().map(|(_, day)| (day.simulated.median - day.actual).abs()).sum::<f64>();
    let off = off / days.len().max(1) as f64;
    let (heading, name) = match figure {
        Figure::MeanWait => ("mean wait of a day", ""),
        _ => ("share of a day's contacts that abandons", ""),
    };
    Panel {
        heading: heading.into(),
        note: format!("the middle is off by {} on average", off_words(figure, off)),
        x: dates(&document.days),
        y: figure_axis(figure, name, most, 5),
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}

fn off_words(figure: Figure, off: f64) -> String {
    if figure == Figure::MeanWait { Kind::Duration.plain(off) } else { super::error_words(figure, off) }
}

/// A place for each day, with as many dates as there is room for.
fn dates(days: &[DayResult]) -> Axis {
    let every = days.len().div_ceil(DATES).max(1);
    let shown = days.iter().enumerate().step_by(every);
    let tick = |(place, day): (usize, &DayResult)| (place as f64 + 0.5, day.date.strftime("%a %-d %b").to_string());
    Axis { name: "day".into(), from: 0.0, to: days.len() as f64, ticks: shown.map(tick).collect() }
}
