//! Service level and abandonment through the day, one panel a contact type, against the promise.

use super::finding::{self, Course, Promise};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Side, Sign, axis};
use crate::kpi::{ContactFigures, Interval, IntervalContacts, ScenarioResult};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// More panels than this are too small to read.
pub(super) const MOST: usize = 12;

/// With more panels than this, the target is named above each instead of inside.
const CROWDED: usize = 6;

/// Service level through the day.
pub(super) fn service_level(scenario: &ScenarioResult) -> Option<Chart> {
    let view = View {
        name: "service-level",
        promise: Promise::AtLeast,
        figure: |i| i.service_level,
        whole: |c| c.service_level,
        target: |c| {
            c.target.and_then(|t| {
                t.answer.map(|a| (a, format!("{} in {}", wording::percent(a), wording::duration(t.within))))
            })
        },
    };
    view.chart(scenario)
}

/// Abandonment through the day.
pub(super) fn abandonment(scenario: &ScenarioResult) -> Option<Chart> {
    let view = View {
        name: "abandonment",
        promise: Promise::AtMost,
        figure: |i| i.p_abandon,
        whole: |c| c.p_abandon,
        target: |c| c.target.and_then(|t| t.abandon.map(|a| (a, wording::percent(a)))),
    };
    view.chart(scenario)
}

/// The intervals between the first and the last contact: a closed night is not worth its paper.
pub(super) fn open_hours(scenario: &ScenarioResult) -> Option<&[Interval]> {
    let intervals = scenario.intervals.as_deref()?;
    let busy = |i: &Interval| i.contacts.values().any(|c| c.offered.is_some_and(|o| o.value > 0.0));
    let (first, last) = (intervals.iter().position(busy)?, intervals.iter().rposition(busy)?);
    intervals.get(first..=last)
}

/// Length of an interval, from the starts of the first two.
pub(super) fn step(scenario: &ScenarioResult) -> f64 {
    match scenario.intervals.as_deref() {
        Some([first, second, ..]) => second.seconds - first.seconds,
        _ => crate::units::DAY,
    }
}

/// The time axis over the open hours, for panels in so many columns.
pub(super) fn time_axis(hours: &[Interval], step: f64, columns: usize) -> Option<Axis> {
    Some(axis::time(hours.first()?.seconds, hours.last()?.seconds + step, 16 / columns.max(1)))
}

/// Columns for so many panels.
pub(super) fn columns(panels: usize) -> usize {
    match panels {
        0..=3 => panels.max(1),
        4 => 2,
        5..=9 => 3,
        _ => 4,
    }
}

/// Leaves the name of the horizontal axis to the last panel of each column: the ones above it share it.
pub(super) fn name_last(mut panels: Vec<Panel>, columns: usize) -> Vec<Panel> {
    let above = panels.len().saturating_sub(columns);
    panels[..above].iter_mut().for_each(|panel| panel.x.name.clear());
    panels
}

/// Height of a picture with so many panels.
pub(super) fn height(panels: usize) -> u32 {
    let rows = panels.div_ceil(columns(panels));
    720.max(200 + 240 * rows as u32)
}

/// Ticks of a vertical axis for so many panels: low ones have room for few.
pub(super) fn vertical_ticks(panels: usize) -> usize {
    match panels.div_ceil(columns(panels)) {
        0 | 1 => 5,
        2 => 4,
        _ => 3,
    }
}

/// How certain the figures are, as the subtitle says it.
pub(super) fn certainty(scenario: &ScenarioResult) -> String {
    match scenario.replications {
        0 | 1 => "one replication, so without confidence intervals".into(),
        n => format!("band: 95 % confidence interval of the mean, {} replications", wording::number(f64::from(n), 0)),
    }
}

/// Connected runs of points: a gap in the figures is a gap in the line.
pub(super) fn runs<T: Copy>(points: impl Iterator<Item = Option<T>>) -> Vec<Vec<T>> {
    let mut runs = vec![Vec::new()];
    for point in points {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A line with its band through figures at moments.
pub(super) fn line_with_band(points: &[Option<(f64, Estimate)>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for run in runs(points.iter().copied()) {
        let band: Option<Vec<_>> = run.iter().map(|(x, f)| f.ci95.map(|[low, high]| (*x, low, high))).collect();
        marks.extend(band.map(|band| Mark::Band(band, Colour::Main)));
        let line: Vec<_> = run.iter().map(|(x, f)| (*x, f.value)).collect();
        marks.push(if line.len() == 1 {
            Mark::Dots(line, Colour::Main, Shape::Circle, true)
        } else {
            Mark::Line(line, Colour::Main, Dash::Solid)
        });
    }
    marks
}

/// One of the two charts of this file.
struct View {
    name: &'static str,
    promise: Promise,
    figure: fn(&IntervalContacts) -> Option<Estimate>,
    whole: fn(&ContactFigures) -> Option<Estimate>,
    /// The target and its words.
    target: fn(&ContactFigures) -> Option<(f64, String)>,
}

impl View {
    fn chart(&self, scenario: &ScenarioResult) -> Option<Chart> {
        let hours = open_hours(scenario)?;
        let step = step(scenario);
        let all: Vec<Course> = scenario.contacts.iter().map(|(name, c)| self.course(name, c, hours, step)).collect();
        let shown: Vec<Course> = most_offered(scenario, all).into_iter().filter(|c| !c.moments.is_empty()).collect();
        if shown.is_empty() {
            return None;
        }
        let columns = columns(shown.len());
        let x = time_axis(hours, step, columns)?;
        let y = self.share_axis(&shown);
        let panels = shown.iter().map(|c| self.panel(scenario, c, hours, (&x, &y), shown.len())).collect::<Vec<_>>();
        Some(Chart {
            name: self.name,
            title: finding::title(&shown, self.promise),
            subtitle: self.subtitle(scenario, shown.len()),
            height: height(shown.len()),
            keys: self.keys(&shown, scenario.replications > 1),
            columns,
            panels: name_last(panels, columns),
        })
    }

    fn course<'a>(&self, name: &'a str, contacts: &ContactFigures, hours: &[Interval], step: f64) -> Course<'a> {
        let figure = |i: &Interval| (self.figure)(i.contacts.get(name)?).filter(|f| f.value.is_finite());
        let (target, promise) = (self.target)(contacts).unzip();
        Course {
            name,
            target,
            promise: promise.unwrap_or_default(),
            moments: hours.iter().filter_map(|i| Some((i.seconds, figure(i)?))).collect(),
            step,
        }
    }

    fn subtitle(&self, scenario: &ScenarioResult, shown: usize) -> String {
        let what = match self.promise {
            Promise::AtLeast => "share of contacts answered in time",
            Promise::AtMost => "share of contacts that abandon",
        };
        let of = scenario.contacts.len();
        let some = if of > MOST { format!(" (the {shown} types with most contacts of {of})") } else { String::new() };
        format!("{}: {what}, by time of arrival{some}; {}", scenario.name, certainty(scenario))
    }

    /// One axis for all panels, so that they can be compared.
    fn share_axis(&self, courses: &[Course]) -> Axis {
        let ends = |f: &Estimate| f.ci95.unwrap_or([f.value; 2]);
        let ticks = vertical_ticks(courses.len());
        let values = || courses.iter().flat_map(|c| c.moments.iter().map(|(_, f)| ends(f)));
        let targets = || courses.iter().filter_map(|c| c.target);
        match self.promise {
            Promise::AtLeast => {
                let least = values().map(|[low, _]| low).chain(targets()).fold(0.82, f64::min);
                axis::share("", (least - 0.02).max(0.0), 1.0, ticks)
            }
            Promise::AtMost => {
                let most = values().map(|[_, high]| high).chain(targets().map(|t| t * 1.2)).fold(0.01, f64::max);
                axis::share("", 0.0, most.min(1.0), ticks)
            }
        }
    }

    fn panel(
        &self,
        scenario: &ScenarioResult,
        course: &Course,
        hours: &[Interval],
        axes: (&Axis, &Axis),
        panels: usize,
    ) -> Panel {
        let (x, y) = axes;
        let middle = |start: f64| start + course.step / 2.0;
        let at = |i: &Interval| course.moments.iter().find(|m| m.0 == i.seconds).map(|(s, f)| (middle(*s), clip(f, y)));
        let points: Vec<Option<(f64, Estimate)>> = hours.iter().map(at).collect();
        let mut marks = line_with_band(&points);
        let crowded = panels > CROWDED;
        let named = if crowded { 1 } else { 2 };
        let room = if panels == 1 { 0.1 } else { 0.3 };
        marks.extend(course.target.into_iter().flat_map(|t| target_marks(t, &points, axes, room)).take(named));
        let missed: Vec<_> = course.missed(self.promise).iter().map(|(s, f)| (middle(*s), f.value)).collect();
        if !missed.is_empty() {
            marks.push(Mark::Dots(missed, Colour::Alarm, Shape::Diamond, true));
        }
        let promised =
            course.target.filter(|_| crowded).map_or(String::new(), |t| format!(", target {}", wording::percent(t)));
        let whole = scenario.contacts.get(course.name).and_then(self.whole);
        Panel {
            heading: course.name.to_owned(),
            note: Kind::Share.show(whole.as_ref()) + &promised,
            x: x.clone(),
            y: y.clone(),
            marks,
            labels: Vec::new(),
            weight: 1.0,
        }
    }

    fn keys(&self, courses: &[Course], band: bool) -> Vec<Key> {
        let line = if band { Sign::Band } else { Sign::Line(Dash::Solid) };
        let mut keys = vec![Key { sign: line, colour: Colour::Main, text: "by interval of arrival".into() }];
        if courses.iter().any(|c| c.target.is_some()) {
            keys.push(Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text: "target".into() });
        }
        if courses.iter().any(|c| !c.missed(self.promise).is_empty()) {
            let text = "interval that misses the target with 95 % confidence".into();
            keys.push(Key { sign: Sign::Dot(Shape::Diamond, true), colour: Colour::Alarm, text });
        }
        keys
    }
}

/// Keeps a band on the paper: an interval by Student's t may reach beyond 0 or 1.
fn clip(figure: &Estimate, y: &Axis) -> Estimate {
    let ci95 = figure.ci95.map(|ends| ends.map(|end| end.clamp(y.from, y.to)));
    Estimate { ci95, ..*figure }
}

/// The target line, named above it where the figure is farthest; `room` is the share of the axis that the name takes.
fn target_marks(target: f64, points: &[Option<(f64, Estimate)>], axes: (&Axis, &Axis), room: f64) -> [Mark; 2] {
    let (x, y) = axes;
    let line: Vec<(f64, f64)> = points.iter().flatten().map(|(at, f)| (*at, f.value)).collect();
    let text = target + 0.02 * (y.to - y.from);
    let (width, free) = ((x.to - x.from) * room, (x.to - x.from) * (1.0 - room));
    let places = (0..=8).map(|eighth| x.from + free * f64::from(eighth) / 8.0);
    let clear = places.map(|from| (from, clearance(&line, from, from + width, text)));
    // The ends are where one looks for a name: a place between them must be clearly better.
    let worth = |(from, clear): (f64, f64)| if from == x.from || from >= x.from + free { 1.5 * clear } else { clear };
    let best = clear.reduce(|best, next| if worth(next) > worth(best) { next } else { best });
    let from = best.map_or(x.from, |(from, _)| from);
    let (side, at) = if from >= x.from + free { (Side::Left, x.to) } else { (Side::Right, from) };
    [
        Mark::Line(vec![(x.from, target), (x.to, target)], Colour::Ink, Dash::Long),
        Mark::Text((at, target), Colour::Ink, side, format!("target {}", wording::percent(target))),
    ]
}

/// How near a line comes to a height between two places; a line that crosses the height comes very near.
fn clearance(line: &[(f64, f64)], from: f64, to: f64, height: f64) -> f64 {
    let near = |pair: &[(f64, f64)]| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let at = |x: f64| y0 + (y1 - y0) * ((x - x0) / (x1 - x0)).clamp(0.0, 1.0);
        let (first, last) = (at(from) - height, at(to) - height);
        if first * last <= 0.0 { 0.0 } else { first.abs().min(last.abs()) }
    };
    let inside = |pair: &&[(f64, f64)]| pair[1].0 >= from && pair[0].0 <= to;
    line.windows(2).filter(inside).map(near).fold(1.0, f64::min)
}

/// The courses of the types with most contacts, in the scenario's order.
fn most_offered<'a>(scenario: &ScenarioResult, courses: Vec<Course<'a>>) -> Vec<Course<'a>> {
    let offered = |name: &str| scenario.contacts.get(name).and_then(|c| c.offered).map_or(0.0, |o| o.value);
    let mut sizes: Vec<f64> = courses.iter().map(|c| offered(c.name)).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(MOST - 1).copied().unwrap_or(0.0);
    courses.into_iter().filter(|c| offered(c.name) >= least).take(MOST).collect()
}
