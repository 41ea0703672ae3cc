//! Who tries again after an abandonment, by how long after it.

use super::super::axis::Waits;
use super::super::{Axis, Chart, Colour, Dash, Kind, Mark, Panel, Side, Sign, axis};
use super::{LANGUAGE, curve, key};
use crate::fit::{FittedType, REDIAL_WITHIN, Returns};
use crate::report::fit::words::between;
use crate::report::wording::percent;
use crate::units::HOUR;

/// A delay that stands well away from zero, s.
const AROUND: f64 = 60.0;
/// How far beyond the window the axis goes.
const BEYOND: f64 = 3.0;

/// The chart; none where it cannot be told, or nobody does.
pub(super) fn chart(one: &FittedType) -> Option<Chart> {
    let redial = one.redial.as_ref().filter(|redial| redial.probability.value() > 0.0)?;
    Some(Chart {
        name: "redial",
        title: title(redial),
        subtitle: format!(
            "{}: share of {} abandonments of customers who are known after which the same customer has come again, by the \
             time since; beyond {} h it is taken for chance",
            one.name,
            Kind::Count.plain(redial.probability.n as f64),
            Kind::Count.plain(REDIAL_WITHIN / HOUR)
        ),
        height: 720,
        keys: vec![
            key(Sign::Band, Colour::Main, "have come again, with the 95 % interval"),
            key(Sign::Line(Dash::Long), Colour::Quiet, "would have come anyway"),
        ],
        columns: 1,
        panels: vec![panel(redial)],
    })
}

fn title(redial: &Returns) -> String {
    let delay =
        redial.mean_delay.as_ref().map_or_else(String::new, |delay| format!(", after {} on average", between(delay)));
    format!(
        "{} of those who leave try again because of it{delay}",
        Kind::Share.show(Some(&redial.probability.estimate))
    )
}

fn panel(redial: &Returns) -> Panel {
    let waits = Waits::around(AROUND);
    let longest = BEYOND * REDIAL_WITHIN;
    let rate = redial.background_per_hour.map_or(0.0, |rate| rate.value() / HOUR);
    let again = |t: f64| Some(1.0 - redial.curve.survival(t));
    let interval = |t: f64| redial.curve.at(t)?.ci95.map(|[low, high]| (1.0 - high, 1.0 - low));
    let anyway = |t: f64| Some(1.0 - libm::exp(-rate * t));
    let band: Vec<(f64, f64, f64)> =
        curve(&waits, longest, interval).into_iter().map(|(x, (low, high))| (x, low, high)).collect();
    let most = band.iter().map(|(_, _, high)| *high).fold(again(longest).unwrap_or(0.0), f64::max);
    let y = axis::share(LANGUAGE, "share that has come again", (0.0, most.max(0.01)), 6);
    let end = waits.place(REDIAL_WITHIN);
    let marks = vec![
        Mark::Band(band, Colour::Main),
        Mark::Line(curve(&waits, longest, again), Colour::Main, Dash::Solid),
        Mark::Line(curve(&waits, longest, anyway), Colour::Quiet, Dash::Long),
        Mark::Line(vec![(end, 0.0), (end, y.to)], Colour::Quiet, Dash::Hair),
        Mark::Text(
            (0.99 * end, 0.93 * y.to),
            Colour::Quiet,
            Side::Left,
            format!("counted up to {}", LANGUAGE.duration(REDIAL_WITHIN)),
        ),
    ];
    Panel {
        heading: "come again".into(),
        note: format!("{} in the window, with chance", percent(redial.with_background.value())),
        x: Axis { name: "time since the abandonment".into(), ..waits.axis(LANGUAGE, longest, 14) },
        y,
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}
