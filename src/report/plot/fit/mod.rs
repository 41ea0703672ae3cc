//! What a log says against what was fitted to it.

mod arrivals;
mod handling;
mod hazard;
mod patience;
mod redial;
mod staff;

use super::axis::Waits;
use super::{Chart, Colour, Key, Language, Sign};
use crate::fit::{FittedCentre, FittedType, LawFit};
use crate::history::Log;
use crate::scenario::{Law, Scenario};

/// Places at which a curve is drawn.
const PLACES: usize = 240;

/// The charts of one type; those of what it borrows from all types, or does not have, are absent.
pub(super) fn of_type(centre: &FittedCentre, one: &FittedType, log: &Log) -> Vec<Chart> {
    let patience = one.patience.as_ref().filter(|patience| !patience.of_all).map(|patience| &patience.own);
    let charts = [
        arrivals::chart(centre, one, log),
        handling::chart(one),
        patience.and_then(|own| patience::chart(&one.name, own)),
        patience.and_then(|own| hazard::chart(&one.name, own)),
        redial::chart(one),
    ];
    charts.into_iter().flatten().collect()
}

/// The chart of the agents on duty; none where the log does not name them.
pub(super) fn of_agents(centre: &FittedCentre, scenario: &Scenario) -> Option<Chart> {
    staff::chart(centre, scenario)
}

fn key(sign: Sign, colour: Colour, text: &str) -> Key {
    Key { sign, colour, text: text.into() }
}

/// A curve over waits up to the end of an axis.
fn curve<T>(waits: &Waits, longest: f64, at: impl Fn(f64) -> Option<T>) -> Vec<(f64, T)> {
    let to = waits.place(longest);
    let point = |number: usize| {
        let place = to * number as f64 / PLACES as f64;
        Some((place, at(waits.seconds(place).min(longest))?))
    };
    (0..=PLACES).filter_map(point).collect()
}

/// A time in words: `8.2 min`.
fn time(seconds: f64) -> String {
    super::Kind::Duration.plain(seconds)
}

/// The chance that a law lasts longer than a time; parametric laws are the first of the fits.
fn survival(law: &Law, fits: &[LawFit], time: f64) -> Option<f64> {
    match law {
        Law::Empirical { values, weights } => {
            Some(values.iter().zip(weights).filter(|(value, _)| **value > time).map(|(_, weight)| weight).sum())
        }
        Law::Constant { value } => Some(f64::from(u8::from(*value > time))),
        Law::Exponential { mean } => Some(libm::exp(-time / mean)),
        _ => fits.iter().find(|fit| fit.law == *law).map(|fit| fit.survival(time)),
    }
}

/// `English` everywhere: the report of a fit is in English alone.
const LANGUAGE: Language = Language::English;
