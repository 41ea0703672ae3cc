//! Agents scheduled and agents busy through the day, one panel a group.

use super::day::{
    MOST, certainty, columns, height, line_with_band, name_last, open_hours, runs, some_of, step, time_axis,
    vertical_ticks,
};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Sign, axis};
use crate::kpi::{Interval, IntervalAgents, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::Estimate;
use crate::units::time_of_day;

/// Above this a group has no slack.
const BUSY: f64 = 0.9;

/// An interval with fewer agents than this, or than a tenth of the group's most, shows only people who finish a last
/// contact before a break or the way home: they are busy all the time and say nothing about slack.
const FEW: f64 = 0.5;

/// The colour of the agents that formulas ask for.
const NEED: Colour = Colour::Series(2);

/// A group in an interval: start, scheduled, occupancy.
type Moment = (f64, f64, Option<Estimate>);

/// The chart; `None` without intervals, contacts or agents.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let hours = open_hours(scenario)?;
    let step = step(scenario);
    let groups: Vec<(&str, Vec<Moment>)> =
        scenario.agents.keys().take(MOST).map(|name| (name.as_str(), moments(name, hours))).collect();
    if groups.iter().all(|(_, moments)| moments.iter().all(|(_, staff, _)| *staff == 0.0)) {
        return None;
    }
    let columns = columns(groups.len());
    let x = time_axis(language, hours, step, columns)?;
    let panels = groups.iter().map(|(name, moments)| panel(language, scenario, name, moments, (step, &x)));
    let panels: Vec<Panel> = panels.map(|panel| with_ticks(language, panel, vertical_ticks(groups.len()))).collect();
    let full = groups.iter().any(|(_, m)| full(m).next().is_some());
    let needed = open_hours(scenario)?.iter().any(|i| i.agents.values().any(|agents| agents.need.is_some()));
    let capped = scenario.agents.values().take(MOST).any(|a| a.max_occupancy.is_some());
    let count = scenario.agents.len();
    Some(Chart {
        name: "agents",
        title: title(language, &groups),
        subtitle: say!(
            language,
            "chart-subtitle",
            scenario = &scenario.name,
            what = say!(language, "chart-agents"),
            some = some_of(language, "chart-first-groups", count),
            certainty = certainty(language, scenario),
        ),
        height: height(groups.len()),
        keys: keys(language, scenario.replications > 1, (full, capped, needed)),
        columns,
        panels: name_last(panels, columns),
    })
}

fn moments(name: &str, hours: &[Interval]) -> Vec<Moment> {
    let moment = |i: &Interval| {
        i.agents.get(name).map(|IntervalAgents { staff, occupancy, .. }| (i.seconds, *staff, *occupancy))
    };
    hours.iter().filter_map(moment).collect()
}

/// The intervals in which a good part of the group is there.
fn staffed(moments: &[Moment]) -> impl Iterator<Item = &Moment> {
    let least = moments.iter().map(|(_, staff, _)| staff / 10.0).fold(FEW, f64::max);
    moments.iter().filter(move |(_, staff, _)| *staff >= least)
}

/// Of these, the ones in which it is busy beyond [`BUSY`] with 95 % confidence.
fn full(moments: &[Moment]) -> impl Iterator<Item = &Moment> {
    staffed(moments).filter(|(_, _, o)| o.and_then(|o| o.ci95).is_some_and(|[low, _]| low > BUSY))
}

fn panel(
    language: Language,
    scenario: &ScenarioResult,
    name: &str,
    moments: &[Moment],
    (step, x): (f64, &Axis),
) -> Panel {
    let points: Vec<Option<(f64, Estimate)>> =
        moments.iter().map(|(at, staff, o)| o.map(|o| (at + step / 2.0, scaled(&o, *staff)))).collect();
    let most = moments.iter().map(|(_, staff, _)| *staff).fold(1.0, f64::max);
    let most = points.iter().flatten().map(|(_, f)| f.ci95.map_or(f.value, |[_, high]| high)).fold(most, f64::max);
    let steps: Vec<(f64, f64)> =
        moments.iter().flat_map(|(at, staff, _)| [(*at, *staff), (at + step, *staff)]).collect();
    let mut marks = line_with_band(&points);
    let need = need(scenario, name, step);
    let most = need.iter().flatten().map(|(_, need)| *need).fold(most, f64::max);
    marks.extend(runs(need.into_iter()).into_iter().map(|run| Mark::Line(run, NEED, Dash::Short)));
    let figures = scenario.agents.get(name);
    marks.extend(figures.and_then(|a| a.max_occupancy).map(|cap| at_cap(&steps, cap)));
    marks.push(Mark::Line(steps, Colour::Ink, Dash::Solid));
    let full: Vec<_> =
        full(moments).filter_map(|(at, staff, o)| Some((at + step / 2.0, staff * o.as_ref()?.value))).collect();
    if !full.is_empty() {
        marks.push(Mark::Dots(full, Colour::Alarm, Shape::Diamond, true));
    }
    let occupancy = figures.and_then(|a| a.occupancy);
    Panel {
        heading: name.to_owned(),
        note: say!(language, "chart-agents-note", occupancy = language.show(Kind::Share, occupancy.as_ref())),
        x: Axis { name: say!(language, "chart-axis-day"), ..x.clone() },
        y: Axis { to: most, ..Axis::default() },
        marks,
        points: moments.iter().map(|moment| point(language, moment, step)).collect(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// How many formulas ask for, at both ends of each interval.
fn need(scenario: &ScenarioResult, name: &str, step: f64) -> Vec<Option<(f64, f64)>> {
    let hours = open_hours(scenario).unwrap_or_default();
    let ends = |i: &Interval| {
        let need = i.agents.get(name).and_then(|agents| agents.need);
        [need.map(|need| (i.seconds, need)), need.map(|need| (i.seconds + step, need))]
    };
    hours.iter().flat_map(ends).collect()
}

/// How many are there, and how busy they are.
fn point(language: Language, (at, staff, occupancy): &Moment, step: f64) -> Point {
    let words = say!(
        language,
        "chart-agents-point",
        time = time_of_day(*at),
        staff = language.plain(Kind::Count, *staff),
        occupancy = language.show(Kind::Share, occupancy.as_ref()),
    );
    Point { at: (at + step / 2.0, *staff), words, value: *staff }
}

/// How many may be busy of those logged in.
fn at_cap(steps: &[(f64, f64)], cap: f64) -> Mark {
    Mark::Line(steps.iter().map(|(at, staff)| (*at, staff * cap)).collect(), Colour::Ink, Dash::Long)
}

/// From zero to a round number above the most agents, in few or many ticks.
fn with_ticks(language: Language, mut panel: Panel, ticks: usize) -> Panel {
    panel.y = axis::quantity(language, Kind::Count, &say!(language, "chart-axis-agents"), (0.0, panel.y.to), ticks);
    panel
}

/// Occupancy times staff is the number busy.
fn scaled(occupancy: &Estimate, staff: f64) -> Estimate {
    Estimate {
        value: occupancy.value * staff,
        std_error: occupancy.std_error.map(|s| s * staff),
        ci95: occupancy.ci95.map(|ends| ends.map(|end| end.max(0.0) * staff)),
    }
}

fn keys(language: Language, band: bool, (full, capped, needed): (bool, bool, bool)) -> Vec<Key> {
    let sign = if band { Sign::Band } else { Sign::Line(Dash::Solid) };
    let key = |sign, colour, text: &str| Key { sign, colour, text: say!(language, text) };
    let mut keys = vec![
        key(Sign::Line(Dash::Solid), Colour::Ink, "chart-agents-key-staff"),
        key(sign, Colour::Main, "chart-agents-key-busy"),
    ];
    if needed {
        keys.push(key(Sign::Line(Dash::Short), NEED, "chart-agents-key-need"));
    }
    if capped {
        keys.push(key(Sign::Line(Dash::Long), Colour::Ink, "chart-agents-key-cap"));
    }
    if full {
        keys.push(key(Sign::Dot(Shape::Diamond, true), Colour::Alarm, "chart-agents-key-full"));
    }
    keys
}

fn title(language: Language, groups: &[(&str, Vec<Moment>)]) -> String {
    let all = groups.iter().flat_map(|(name, moments)| staffed(moments).map(move |m| (*name, m)));
    let busiest = all
        .filter_map(|(name, (at, _, occupancy))| Some((name, *at, (*occupancy)?)))
        .filter(|(_, _, o)| o.value.is_finite())
        .reduce(|best, next| if next.2.value > best.2.value { next } else { best });
    let Some((name, at, occupancy)) = busiest else { return say!(language, "chart-agents-idle") };
    let (time, value) = (time_of_day(at), language.value(Kind::Share, Some(&occupancy)));
    let busy = groups.iter().filter(|(_, m)| full(m).next().is_some()).count();
    let intervals = groups.iter().filter(|(n, _)| *n == name).flat_map(|(_, m)| full(m)).count();
    match (busy, intervals) {
        (0, _) | (_, 0) => say!(language, "chart-agents-busiest", name = name, time = time, value = value),
        (1, 1) => say!(language, "chart-agents-full-once", name = name, time = time, value = value),
        (1, n) => say!(language, "chart-agents-full", name = name, time = time, value = value, count = n),
        (n, _) => say!(language, "chart-agents-full-groups", name = name, time = time, value = value, count = n),
    }
}
