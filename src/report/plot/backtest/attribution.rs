//! Where the miss comes from: errors with each part of the fit replaced by what really happened.

use super::super::{Axis, Chart, Colour, Mark, Panel, Side, axis};
use super::{SHOWN, error_axis, error_words, in_units};
use crate::backtest::{BacktestDocument, Figure, Missed, Part};

/// Half the height of a bar.
const HALF: f64 = 0.32;

/// The chart; none where nothing was replaced.
pub(super) fn chart(document: &BacktestDocument) -> Option<Chart> {
    document.attribution.first()?;
    let panels: Vec<Panel> =
        SHOWN.iter().enumerate().filter_map(|(place, figure)| panel(document, *figure, place)).collect();
    Some(Chart {
        name: "attribution",
        title: title(document)?,
        subtitle: format!(
            "{}: mean absolute error of a day when one part of the fit is replaced by what really happened; a shorter bar \
             says that this part was wrong. In brackets: predicted less actual.",
            document.name
        ),
        height: 620,
        keys: Vec::new(),
        columns: panels.len(),
        panels,
    })
}

fn of(document: &BacktestDocument, figure: Figure) -> Vec<&Missed> {
    document.attribution.iter().filter(|row| row.figure == figure).collect()
}

fn panel(document: &BacktestDocument, figure: Figure, place: usize) -> Option<Panel> {
    let rows = of(document, figure);
    let n = rows.first()?.n;
    let names = axis::categories(rows.iter().map(|row| row.replaced.name().to_owned()));
    let most = rows.iter().map(|row| row.mean_absolute).fold(f64::MIN_POSITIVE, f64::max);
    let bar = |(row, missed): (usize, &&Missed)| {
        let (middle, to) = (-(row as f64) - 0.5, in_units(figure, missed.mean_absolute));
        let alone = !matches!(missed.replaced, Part::Nothing | Part::Everything);
        let words = format!(" {} ({})", error_words(figure, missed.mean_absolute), bias(figure, missed.bias));
        let colour = if alone { Colour::Main } else { Colour::Quiet };
        [
            Mark::Bar([(0.0, middle + HALF), (to, middle - HALF)], colour, String::new()),
            Mark::Text((to, middle - HALF / 2.0), Colour::Ink, Side::Right, words),
        ]
    };
    Some(Panel {
        heading: format!("{} of a day", figure.name()),
        note: format!("{n} days"),
        x: error_axis(figure, 1.6 * most, 5),
        y: if place == 0 { names } else { Axis { ticks: Vec::new(), ..names } },
        marks: rows.iter().enumerate().flat_map(bar).collect(),
        weight: 1.0,
        ..Panel::default()
    })
}

fn bias(figure: Figure, bias: f64) -> String {
    let sign = if bias > 0.0 { "+" } else { "" };
    let words = error_words(figure, bias);
    format!("{sign}{}", bare(&words)).replace('-', "−")
}

/// An error after another with its unit.
fn bare(words: &str) -> &str {
    words.trim_end_matches(" points")
}

/// Which part, known beforehand, would help most.
fn title(document: &BacktestDocument) -> Option<String> {
    let rows = of(document, Figure::PAbandon);
    let as_it_is = rows.iter().find(|row| row.replaced == Part::Nothing)?;
    let alone = rows.iter().filter(|row| !matches!(row.replaced, Part::Nothing | Part::Everything));
    let best = alone.min_by(|a, b| a.mean_absolute.total_cmp(&b.mean_absolute))?;
    let (own, with) = (as_it_is.mean_absolute, best.mean_absolute);
    let everything = rows.iter().find(|row| row.replaced == Part::Everything);
    let rest = everything.map_or_else(String::new, |all| {
        format!("; all four leave {}", bare(&error_words(Figure::PAbandon, all.mean_absolute)))
    });
    let points = |error| error_words(Figure::PAbandon, error);
    Some(match with < own {
        true => format!(
            "To know the {} would help abandonment most: off by {} instead of {}{rest}",
            best.replaced.name(),
            points(with),
            bare(&points(own))
        ),
        false => {
            format!("Abandonment is off by {}; no part alone, as it really was, makes that less{rest}", points(own))
        }
    })
}
