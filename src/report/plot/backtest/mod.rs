//! How wrong the model was on days that it had not seen.

mod attribution;
mod calibration;
mod days;
mod errors;

use super::{Axis, Chart, Key, Language, Sign, axis};
use crate::backtest::{BacktestDocument, Errors, Figure, Level, Method, Outcome};
use crate::report::wording::{Kind, number};

/// The two figures that most charts show.
const SHOWN: [Figure; 2] = [Figure::PAbandon, Figure::MeanWait];

/// All charts of a back-test.
pub(super) fn charts(document: &BacktestDocument) -> Vec<Chart> {
    let charts =
        [days::chart(document), calibration::chart(document), errors::chart(document), attribution::chart(document)];
    charts.into_iter().flatten().collect()
}

fn key(sign: Sign, colour: super::Colour, text: &str) -> Key {
    Key { sign, colour, text: text.into() }
}

fn kind(figure: Figure) -> Kind {
    match figure {
        Figure::PAbandon | Figure::ServiceLevel => Kind::Share,
        Figure::MeanWait => Kind::Duration,
        Figure::Busy => Kind::Mean,
    }
}

/// A figure on an axis from 0.
fn figure_axis(figure: Figure, name: &str, most: f64, ticks: usize) -> Axis {
    match kind(figure) {
        Kind::Share => axis::share(Language::English, name, (0.0, most), ticks),
        kind => axis::quantity(Language::English, kind, name, (0.0, most), ticks),
    }
}

/// An error on an axis from 0: shares in percentage points.
fn error_axis(figure: Figure, most: f64, ticks: usize) -> Axis {
    let (kind, name) = match figure {
        Figure::PAbandon | Figure::ServiceLevel => (Kind::Mean, "percentage points"),
        Figure::MeanWait => (Kind::Duration, ""),
        Figure::Busy => (Kind::Mean, "agents"),
    };
    axis::quantity(Language::English, kind, name, (0.0, in_units(figure, most)), ticks)
}

/// An error as its axis measures it.
fn in_units(figure: Figure, error: f64) -> f64 {
    if kind(figure) == Kind::Share { error * 100.0 } else { error }
}

/// An error in words: `4.1 points`, `12.3 s`.
fn error_words(figure: Figure, error: f64) -> String {
    match kind(figure) {
        Kind::Share => format!("{} points", number(error * 100.0, 1)),
        Kind::Duration => Kind::Duration.plain(error),
        _ => number(error, 2),
    }
}

fn outcome(outcomes: &[Outcome], figure: Figure) -> Option<&Outcome> {
    outcomes.iter().find(|one| one.figure == figure)
}

/// The errors of a method; those of a formula only where it has an answer wherever the simulation has.
fn errors_of(
    document: &BacktestDocument,
    (figure, level): (Figure, Level),
    method: Method,
    where_erlang_c: bool,
) -> Option<&Errors> {
    let of = |method: Method| {
        let is_it = move |one: &&Errors| {
            (one.figure, one.level, one.method, one.where_erlang_c) == (figure, level, method, where_erlang_c)
        };
        document.errors.iter().find(is_it)
    };
    let all = of(Method::Simulation)?.n;
    of(method).filter(|found| found.n == all)
}
