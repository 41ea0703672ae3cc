//! The hazard of leaving: how fast those leave who have waited so long.

use super::super::axis::Waits;
use super::super::{Chart, Colour, Dash, Kind, Mark, Panel, Shape, Side, Sign, axis};
use super::{LANGUAGE, key, time};
use crate::fit::Patience;
use crate::report::wording;
use crate::stats::{HazardBin, poisson_rate};
use crate::units::HOUR;

/// A wait that stands well away from zero, s.
const AROUND: f64 = 40.0;
/// More bins than this are joined.
const MOST: usize = 60;

/// Neighbouring bins as one.
fn joined(bins: &[&HazardBin]) -> Option<HazardBin> {
    let (from, to) = (bins.first()?.from, bins.last()?.to);
    let (events, exposure) = (bins.iter().map(|bin| bin.events).sum(), bins.iter().map(|bin| bin.exposure).sum());
    Some(HazardBin { from, to, events, exposure, rate: poisson_rate(events, exposure)? })
}

/// The longest of second, minute and hour in which fewer than half would leave at the usual rate, s, and its name.
fn unit(patience: &Patience) -> (f64, &'static str) {
    let units = [(HOUR, "hour"), (60.0, "minute"), (1.0, "second")];
    let few = |unit: &(f64, &str)| unit.0 < 0.2 * patience.exponential_mean.value();
    units.into_iter().find(few).unwrap_or((1.0, "second"))
}

/// The chart; none with fewer than three bins.
pub(super) fn chart(name: &str, patience: &Patience) -> Option<Chart> {
    let seen = |bin: &&HazardBin| bin.from < patience.observed_to;
    let all: Vec<&HazardBin> = patience.hazard.iter().filter(seen).collect();
    let bins: Vec<HazardBin> = all.chunks(all.len().div_ceil(MOST).max(1)).filter_map(joined).collect();
    if bins.len() < 3 {
        return None;
    }
    let mut keys = vec![
        key(Sign::Line(Dash::Solid), Colour::Main, "30 or more who left, with the 95 % interval"),
        key(Sign::Line(Dash::Short), Colour::Alarm, "exponential patience: always the same"),
    ];
    if !patience.peaks.is_empty() {
        keys.push(key(Sign::Dot(Shape::Diamond, true), Colour::Ink, "a peak that chance does not explain (smoothed)"));
    }
    Some(Chart {
        name: "hazard",
        title: title(patience),
        subtitle: format!(
            "{name}: how many of those who still wait leave in a {}, by how long they have waited; level if nobody grew \
             impatient or patient",
            unit(patience).1
        ),
        height: 720,
        keys,
        columns: 1,
        panels: vec![panel(patience, &bins)],
    })
}

fn title(patience: &Patience) -> String {
    let times: Vec<String> = patience.peaks.iter().map(|peak| peak_name(peak.time)).collect();
    let times: Vec<&str> = times.iter().map(String::as_str).collect();
    match times.as_slice() {
        [] => "How readily customers leave has no peak that chance does not explain".into(),
        [one] => format!("Customers leave most readily after {one} of waiting"),
        all => format!("Customers leave most readily after {} of waiting", wording::list(all)),
    }
}

fn peak_name(seconds: f64) -> String {
    if seconds < 120.0 { format!("{} s", wording::number(seconds, 0)) } else { time(seconds) }
}

/// The upper end of the highest interval of the bins about a time, 1/s.
fn top_near(bins: &[HazardBin], seconds: f64) -> f64 {
    let near = bins.iter().filter(|bin| bin.from <= 1.15 * seconds && bin.to >= 0.85 * seconds);
    near.map(|bin| bin.rate.ci95.map_or(bin.rate.value, |[_, high]| high)).fold(0.0, f64::max)
}

fn panel(patience: &Patience, bins: &[HazardBin]) -> Panel {
    let waits = Waits::around(AROUND);
    let longest = bins.last().map_or(1.0, |bin| bin.to).min(patience.observed_to);
    let (seconds, unit) = unit(patience);
    let in_unit = |rate: f64| rate * seconds;
    let level = in_unit(1.0 / patience.exponential_mean.value());
    let high = |bin: &HazardBin| in_unit(bin.rate.ci95.map_or(bin.rate.value, |[_, high]| high));
    let most = bins.iter().map(high).fold(1.1 * level, f64::max);
    // Peaks are named above the whiskers of the bins around them.
    let named = patience.peaks.iter().filter(|peak| peak.time <= longest);
    let named: Vec<(f64, f64)> =
        named.map(|peak| (peak.time, in_unit(top_near(bins, peak.time)) + 0.03 * most)).collect();
    let most = named.iter().map(|(_, height)| height + 0.07 * most).fold(most, f64::max);
    let y = axis::quantity(LANGUAGE, Kind::Share, &format!("leave in a {unit}"), (0.0, most), 6);
    let mut marks = vec![Mark::Line(vec![(0.0, level), (waits.place(longest), level)], Colour::Alarm, Dash::Short)];
    for bin in bins {
        let (from, to) = (waits.place(bin.from), waits.place(bin.to.min(longest)));
        let rate = in_unit(bin.rate.value);
        marks.push(Mark::Line(vec![(from, rate), (to, rate)], Colour::Main, Dash::Solid));
        if let Some([low, high]) = bin.rate.ci95 {
            let ends = [low, high].map(|end| (f64::midpoint(from, to), in_unit(end).min(y.to)));
            marks.push(Mark::Whisker(ends, Colour::Main));
        }
    }
    for (seconds, height) in named {
        let at = (waits.place(seconds), height);
        marks.push(Mark::Dots(vec![at], Colour::Ink, Shape::Diamond, true));
        marks.push(Mark::Text((at.0, at.1 + 0.01 * y.to), Colour::Ink, Side::Middle, peak_name(seconds)));
    }
    let mut x = waits.axis(LANGUAGE, longest, 14);
    x.name = "waited so far".into();
    Panel {
        heading: "leaving".into(),
        note: format!("of those who still wait, in a {unit}"),
        x,
        y,
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}
