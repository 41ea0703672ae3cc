//! How the promises of a plan stand in its confirmation: one panel for each thing promised, the tightest if there are
//! many.

use super::day::{MOST, columns, height, line_with_band, name_last, vertical_ticks};
use super::level::Level;
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::planner::{PromiseFigure, StaffingDocument};
use crate::report::language::Language;
use crate::report::plan::{every_day, figure, goal, margin, measure, moment, tightest};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;
use crate::units::DAY;

/// With more panels than this, the goal is named above each instead of inside.
const CROWDED: usize = 6;

/// All promises of one type or group about one measure.
struct Course<'a> {
    promises: Vec<&'a PromiseFigure>,
}

/// The chart; `None` without figures.
pub(super) fn chart(document: &StaffingDocument) -> Option<Chart> {
    let all = courses(document);
    let tight = tightest(document.promises.iter())?;
    let of = all.len();
    let shown = most_tight(all);
    let columns = columns(shown.len());
    let panels: Vec<Panel> = shown.iter().filter_map(|course| panel(document, course, &shown)).collect();
    let some = if of > MOST { format!(" (the {MOST} tightest of {of})") } else { String::new() };
    Some(Chart {
        name: "service",
        title: title(document, tight),
        subtitle: format!(
            "{}: what is promised, on fresh days{some}; bands and whiskers: 95 % confidence interval of each figure, {} \
             replications",
            document.name,
            wording::number(f64::from(document.replications), 0)
        ),
        height: height(shown.len()),
        keys: keys(&shown),
        columns,
        panels: name_last(panels, columns),
    })
}

fn courses(document: &StaffingDocument) -> Vec<Course<'_>> {
    let mut courses: Vec<Course> = Vec::new();
    for promise in document.promises.iter().filter(|promise| margin(promise).is_some()) {
        let same = |course: &&mut Course| {
            course.promises.first().is_some_and(|p| p.of == promise.of && p.measure == promise.measure)
        };
        match courses.iter_mut().find(same) {
            Some(course) => course.promises.push(promise),
            None => courses.push(Course { promises: vec![promise] }),
        }
    }
    courses
}

/// Those with the least to spare, in their own order.
fn most_tight(courses: Vec<Course<'_>>) -> Vec<Course<'_>> {
    let spare = |course: &Course| course.promises.iter().filter_map(|p| margin(p)).fold(f64::INFINITY, f64::min);
    let mut spares: Vec<f64> = courses.iter().map(spare).collect();
    spares.sort_by(f64::total_cmp);
    let most = spares.get(MOST - 1).copied().unwrap_or(f64::INFINITY);
    courses.into_iter().filter(|course| spare(course) <= most).take(MOST).collect()
}

fn panel(document: &StaffingDocument, course: &Course, shown: &[Course]) -> Option<Panel> {
    let first = course.promises.first()?;
    let (panels, columns) = (shown.len(), columns(shown.len()));
    let x = horizontal(document, course, columns)?;
    let alike = shown.iter().filter(|c| c.promises.first().is_some_and(|p| kind(p) == kind(first)));
    let y = vertical(alike, kind(first), vertical_ticks(panels));
    let points = points(document, course, &y);
    let mut marks = marks(course, &points);
    let crowded = panels > CROWDED;
    let target = named(first, &points, panels.div_ceil(columns));
    let room = if panels == 1 { 0.2 } else { 0.45 };
    marks.extend(target.marks(&points, (&x, &y), room).into_iter().take(if crowded { 1 } else { 2 }));
    let tight = tightest(course.promises.iter().copied())?;
    let tightest = if kept(tight) { "tightest" } else { "furthest off" };
    let note = match moment(document, tight) {
        _ if crowded => goal(first),
        when if when.is_empty() => figure(tight),
        when => format!("{tightest} {when}: {}", figure(tight)),
    };
    let heading = format!("{}: {}", first.of, measure(first));
    Some(Panel { heading, note, x, y, marks, weight: 1.0, ..Panel::default() })
}

/// Whether its figure is on the right side of the goal.
fn kept(promise: &PromiseFigure) -> bool {
    margin(promise).is_none_or(|margin| margin >= 0.0)
}

/// The goal's line and name: above it, or below where all figures are to be above and are.
fn named(promise: &PromiseFigure, points: &[Option<(f64, Estimate)>], rows: usize) -> Level {
    let level = Level::promise(wanted(promise), format!("promised: {}", goal(promise)));
    let at_least = promise.days.is_some() || matches!(promise.measure.as_str(), "answer" | "csat");
    let above = points.iter().flatten().all(|(_, figure)| figure.value >= wanted(promise));
    if at_least && above { level.named_below(NAME * rows as f64) } else { level }
}

/// Height of a name as a share of a panel that has all the picture's height.
const NAME: f64 = 0.08;

/// What is drawn: the measure, or the share of days that keep the promise.
fn kind(promise: &PromiseFigure) -> &str {
    if promise.days.is_some() { "days" } else { &promise.measure }
}

fn wanted(promise: &PromiseFigure) -> f64 {
    promise.days.unwrap_or(promise.goal)
}

/// The day, several days, or nothing at all.
fn horizontal(document: &StaffingDocument, course: &Course, columns: usize) -> Option<Axis> {
    let periods: Vec<_> = course.promises.iter().filter_map(|p| document.periods.get(p.period?)).collect();
    let days = document.periods.last()?.day + 1;
    let by_day = |to: f64, step: f64| {
        let each = days.div_ceil(28 / columns.max(1)).max(1);
        let ticks = (0..days).step_by(each).map(|day| ((day as f64 + 0.5) * step, format!("{}", day + 1)));
        Axis { name: "day".into(), from: 0.0, to, ticks: ticks.collect() }
    };
    Some(match (periods.first(), periods.last()) {
        _ if document.days.is_none() => Axis { to: 1.0, ..Axis::default() },
        (Some(_), Some(_)) if days > 1 => by_day(days as f64 * DAY, DAY),
        (Some(first), Some(last)) => {
            axis::time(Language::English, first.from, last.from + last.seconds, 16 / columns.max(1))
        }
        _ if days == 1 => {
            let name = if every_day(document) { "every day" } else { "the day" };
            Axis { to: 1.0, ticks: vec![(0.5, name.into())], ..Axis::default() }
        }
        _ => by_day(days as f64, 1.0),
    })
}

/// One axis for all that is of one kind, so that panels can be compared.
fn vertical<'a>(alike: impl Iterator<Item = &'a Course<'a>>, kind: &str, ticks: usize) -> Axis {
    let ends = |p: &&PromiseFigure| {
        let figure = p.value?;
        let [low, high] = figure.ci95.unwrap_or([figure.value; 2]);
        Some([low.min(wanted(p)), high.max(wanted(p))])
    };
    let all = alike.flat_map(|course| &course.promises).filter_map(ends);
    let (low, high) = all.fold((f64::INFINITY, 0.0_f64), |(a, b), [low, high]| (a.min(low), b.max(high)));
    let air = 0.1 * (high - low).max(if kind == "asa" { 0.1 } else { 0.02 });
    match kind {
        "asa" => axis::quantity(Language::English, Kind::Duration, "", (0.0, high + air), ticks),
        "abandon" => axis::share(Language::English, "", (0.0, (high + air).min(1.0)), ticks),
        _ => axis::share(Language::English, "", ((low - air).max(0.0), (high + air).min(1.0)), ticks),
    }
}

/// A figure's place and value for each period or day; a gap where nothing is promised.
fn points(document: &StaffingDocument, course: &Course, y: &Axis) -> Vec<Option<(f64, Estimate)>> {
    let clip = |figure: Estimate| {
        let ci95 = figure.ci95.map(|ends| ends.map(|end| end.clamp(y.from, y.to)));
        Estimate { ci95, ..figure }
    };
    let mut points = Vec::new();
    let mut before = None;
    for promise in &course.promises {
        let period = promise.period.and_then(|period| document.periods.get(period));
        let x = match (period, promise.day) {
            (Some(period), _) if document.days.is_some() => period.from + period.seconds / 2.0,
            (None, Some(day)) => day as f64 + 0.5,
            _ => 0.5,
        };
        if promise.period.zip(before).is_some_and(|(this, before)| this > before + 1) {
            points.push(None);
        }
        before = promise.period;
        points.push(promise.value.map(|figure| (x, clip(figure))));
    }
    points
}

/// A line with its band through the day; dots with whiskers for days, which do not flow into each other.
fn marks(course: &Course, points: &[Option<(f64, Estimate)>]) -> Vec<Mark> {
    if course.promises.iter().all(|p| p.period.is_some()) && points.len() > 1 {
        return line_with_band(points);
    }
    let known: Vec<(f64, Estimate)> = points.iter().flatten().copied().collect();
    let whisker = |(x, figure): &(f64, Estimate)| {
        figure.ci95.map(|[low, high]| Mark::Whisker([(*x, low), (*x, high)], Colour::Main))
    };
    let mut marks: Vec<Mark> = known.iter().filter_map(whisker).collect();
    let dots = known.iter().map(|(x, figure)| (*x, figure.value)).collect();
    marks.push(Mark::Dots(dots, Colour::Main, Shape::Circle, true));
    marks
}

fn keys(shown: &[Course]) -> Vec<Key> {
    let mut keys = Vec::new();
    let lines = |course: &Course| course.promises.len() > 1 && course.promises.iter().all(|p| p.period.is_some());
    if shown.iter().any(lines) {
        keys.push(Key { sign: Sign::Band, colour: Colour::Main, text: "by period of arrival".into() });
    }
    if !shown.iter().all(lines) {
        let days = shown.iter().any(|course| course.promises.iter().any(|p| p.days.is_some()));
        let text = if days { "share of days that keep the promise" } else { "over the whole day or study" };
        keys.push(Key { sign: Sign::Dot(Shape::Circle, true), colour: Colour::Main, text: text.into() });
    }
    keys.push(Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text: "promised".into() });
    keys
}

fn title(document: &StaffingDocument, tight: &PromiseFigure) -> String {
    let confidence = wording::percent(document.confidence);
    let proven = document.promises.iter().filter(|promise| promise.proven).count();
    let all = match document.promises.len() {
        n if proven < n => format!("{proven} of {n} promises hold with {confidence} confidence"),
        1 => format!("The promise holds with {confidence} confidence"),
        2 => format!("Both promises hold at once with {confidence} confidence"),
        n => format!("All {} promises hold at once with {confidence} confidence", wording::number(n as f64, 0)),
    };
    let when = moment(document, tight);
    let when = if when.is_empty() { when } else { format!(" {when}") };
    let name = wording::shorten(&tight.of, 32);
    let tightest = if kept(tight) { "tightest" } else { "furthest off" };
    let tightest = if document.promises.len() == 1 { ":".to_owned() } else { format!("; {tightest} is") };
    format!("{all}{tightest} {name}, {}{when}: {}, promised {}", measure(tight), figure(tight), goal(tight))
}
