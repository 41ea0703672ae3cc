//! Axes with ticks where a person expects them.

use super::Axis;
use crate::kpi::WaitScale;
use crate::report::language::{Language, say};
use crate::report::wording::{Kind, Unit};
use crate::units::{HOUR, time_of_day};

/// The time of day, with a tick at most `most` times, on full hours where possible.
pub(crate) fn time(language: Language, from: f64, to: f64, most: usize) -> Axis {
    let steps = [0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 12.0].map(|h| h * HOUR);
    let step = steps.into_iter().find(|step| (to - from) / step < most as f64).unwrap_or(24.0 * HOUR);
    Axis { name: say!(language, "chart-axis-arrival"), from, to, ticks: ticks(from, to, step, time_of_day) }
}

/// A quantity from `from` (or zero) up to a round number above `to`.
pub(super) fn quantity(language: Language, kind: Kind, name: &str, (from, to): (f64, f64), most: usize) -> Axis {
    let step = round_step(kind, (to - from).max(f64::MIN_POSITIVE), most);
    let (from, to) = ((from / step + 1e-9).floor() * step, (to / step - 1e-9).ceil() * step);
    Axis { name: name.into(), from, to, ticks: ticks(from, to, step, |value| tick(language, kind, value, step)) }
}

/// A share between a round number below `from` and `to`, which is at most 1.
pub(crate) fn share(language: Language, name: &str, (from, to): (f64, f64), most: usize) -> Axis {
    let mut axis = quantity(language, Kind::Share, name, (from, to), most);
    axis.to = axis.to.min(1.0);
    axis.ticks.retain(|(value, _)| *value <= 1.0 + 1e-9);
    axis
}

/// Names from top to bottom, one unit each; the first is at -0.5.
pub(super) fn categories(names: impl Iterator<Item = String>) -> Axis {
    let ticks: Vec<_> = names.enumerate().map(|(row, name)| (-(row as f64) - 0.5, name)).collect();
    Axis { name: String::new(), from: -(ticks.len() as f64), to: 0.0, ticks }
}

/// Waits that a person names, s.
pub(super) const ROUND_WAITS: [f64; 21] = [
    0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0, 3600.0, 7200.0, 14_400.0,
    28_800.0, 86_400.0, 172_800.0, 345_600.0, 864_000.0,
];

/// Waits on the scale on which their curves were thinned.
pub(super) struct Waits(WaitScale);

impl Waits {
    /// An axis on which `threshold` stands well away from zero.
    pub(super) fn around(threshold: f64) -> Self {
        Self(WaitScale::around(threshold))
    }

    /// Where a wait stands on the axis.
    pub(super) fn place(&self, seconds: f64) -> f64 {
        self.0.place(seconds)
    }

    /// Which wait stands at a place.
    pub(super) fn seconds(&self, place: f64) -> f64 {
        self.0.seconds(place)
    }

    /// The axis up to `longest`, its ticks at least a `most`-th of it apart.
    pub(super) fn axis(&self, language: Language, longest: f64, most: usize) -> Axis {
        let to = self.place(longest);
        let mut ticks = vec![(0.0, say!(language, "chart-at-once"))];
        for seconds in ROUND_WAITS.into_iter().skip(1).filter(|s| *s <= longest) {
            let place = self.place(seconds);
            if ticks.last().is_none_or(|(last, _)| place - last >= to / most as f64) {
                ticks.push((place, language.duration(seconds)));
            }
        }
        Axis { name: say!(language, "chart-axis-wait"), from: 0.0, to, ticks }
    }
}

fn ticks(from: f64, to: f64, step: f64, text: impl Fn(f64) -> String) -> Vec<(f64, String)> {
    let first = (from / step - 1e-9).ceil() as i64;
    let last = (to / step + 1e-9).floor() as i64;
    // A step that is no part of the range would loop for ever; a hundred ticks are more than any axis holds.
    (first..=last.min(first + 100)).map(|i| i as f64 * step).map(|value| (value, text(value))).collect()
}

/// A step of 1, 2 or 5 times a power of ten (or its like in time) that cuts the range into at most `most`.
fn round_step(kind: Kind, range: f64, most: usize) -> f64 {
    let least = range / most as f64;
    if kind == Kind::Duration && least > 10.0 {
        let steps = [15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, HOUR, 2.0 * HOUR, 6.0 * HOUR];
        if let Some(step) = steps.into_iter().find(|step| *step >= least) {
            return step;
        }
    }
    let power = libm::pow(10.0, libm::log10(least).floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|f| f * power).find(|step| *step >= least * (1.0 - 1e-9));
    let step = step.unwrap_or(10.0 * power);
    if kind == Kind::Count { step.max(1.0) } else { step }
}

fn tick(language: Language, kind: Kind, value: f64, step: f64) -> String {
    match kind {
        Kind::Share => language.with_unit(language.number(value * 100.0, usize::from(step < 0.0099)), Unit::Percent),
        Kind::Duration => language.duration(value),
        Kind::Count | Kind::Mean | Kind::Hours | Kind::Money => language.number(value, usize::from(step < 1.0)),
    }
}
