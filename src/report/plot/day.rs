//! Service level and abandonment through the day, one panel a contact type, against the promise.

use super::finding::{self, Course, Promise};
use super::level::Level;
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Sign, axis};
use crate::kpi::{ContactFigures, Interval, IntervalContacts, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::Estimate;
use crate::units::time_of_day;

/// More panels than this are too small to read.
pub(super) const MOST: usize = 12;

/// With more panels than this, the target is named above each instead of inside.
const CROWDED: usize = 6;

/// Service level through the day.
pub(super) fn service_level(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let view = View {
        language,
        name: "service-level",
        what: "chart-service-level",
        promise: Promise::AtLeast,
        figure: |i| i.service_level,
        whole: |c| c.service_level,
        target: |language, c| {
            c.target.and_then(|t| t.answer.map(|answer| (answer, promised(language, answer, t.within))))
        },
        flawless: |_| None,
        range: |low, _| (low.min(0.82) - 0.02, 1.0),
        title: |language, _, courses| finding::title(language, courses, Promise::AtLeast),
    };
    view.chart(scenario)
}

/// Abandonment through the day.
pub(super) fn abandonment(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let view = View {
        language,
        name: "abandonment",
        what: "chart-abandonment",
        promise: Promise::AtMost,
        figure: |i| i.p_abandon,
        whole: |c| c.p_abandon,
        target: |language, c| c.target.and_then(|t| t.abandon.map(|a| (a, language.percent(a)))),
        flawless: |_| None,
        range: |_, high| (0.0, high.max(0.01)),
        title: |language, _, courses| finding::title(language, courses, Promise::AtMost),
    };
    view.chart(scenario)
}

/// `80 % in 20 s`.
pub(super) fn promised(language: Language, answer: f64, within: f64) -> String {
    say!(language, "chart-promise", share = language.percent(answer), time = language.duration(within))
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
pub(super) fn time_axis(language: Language, hours: &[Interval], step: f64, columns: usize) -> Option<Axis> {
    Some(axis::time(language, hours.first()?.seconds, hours.last()?.seconds + step, 16 / columns.max(1)))
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
pub(super) fn certainty(language: Language, scenario: &ScenarioResult) -> String {
    match scenario.replications {
        0 | 1 => say!(language, "chart-certainty-none"),
        _ => say!(language, "chart-certainty", replications = replications(language, scenario)),
    }
}

/// ` (the 12 types with most contacts of 20)`, from a text of this key, or nothing where all are shown.
pub(super) fn some_of(language: Language, key: &str, count: usize) -> String {
    if count > MOST { format!(" {}", say!(language, key, shown = MOST, count = count)) } else { String::new() }
}

/// `200 replications`.
pub(super) fn replications(language: Language, scenario: &ScenarioResult) -> String {
    say!(language, "replications", count = scenario.replications)
}

/// Connected runs of points: a gap in the figures is a gap in the line.
pub(crate) fn runs<T: Copy>(points: impl Iterator<Item = Option<T>>) -> Vec<Vec<T>> {
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

/// A share through the day, one panel a contact type.
pub(super) struct View {
    pub(super) language: Language,
    pub(super) name: &'static str,
    /// What is drawn: the key of a text.
    pub(super) what: &'static str,
    pub(super) promise: Promise,
    pub(super) figure: fn(&IntervalContacts) -> Option<Estimate>,
    pub(super) whole: fn(&ContactFigures) -> Option<Estimate>,
    /// The target and its words.
    pub(super) target: fn(Language, &ContactFigures) -> Option<(f64, String)>,
    /// What it would be if nothing went wrong.
    pub(super) flawless: fn(&ScenarioResult) -> Option<f64>,
    /// The ends of the axis for the lowest and the highest that is drawn.
    pub(super) range: fn(f64, f64) -> (f64, f64),
    pub(super) title: fn(Language, &ScenarioResult, &[Course]) -> String,
}

impl View {
    pub(super) fn chart(&self, scenario: &ScenarioResult) -> Option<Chart> {
        let hours = open_hours(scenario)?;
        let step = step(scenario);
        let all: Vec<Course> =
            scenario.contacts.iter().map(|(name, c)| self.course(scenario, (name, c), hours, step)).collect();
        let shown: Vec<Course> = most_offered(scenario, all).into_iter().filter(|c| !c.moments.is_empty()).collect();
        if shown.is_empty() {
            return None;
        }
        let columns = columns(shown.len());
        let x = time_axis(self.language, hours, step, columns)?;
        let y = self.share_axis(&shown);
        let panels = shown.iter().map(|c| self.panel(scenario, c, hours, (&x, &y), shown.len())).collect::<Vec<_>>();
        Some(Chart {
            name: self.name,
            title: (self.title)(self.language, scenario, &shown),
            subtitle: self.subtitle(scenario),
            height: height(shown.len()),
            keys: self.keys(&shown, scenario.replications > 1),
            columns,
            panels: name_last(panels, columns),
        })
    }

    fn course<'a>(
        &self,
        scenario: &ScenarioResult,
        (name, contacts): (&'a str, &ContactFigures),
        hours: &[Interval],
        step: f64,
    ) -> Course<'a> {
        let figure = |i: &Interval| (self.figure)(i.contacts.get(name)?).filter(|f| f.value.is_finite());
        let (target, promise) = (self.target)(self.language, contacts).unzip();
        Course {
            name,
            target,
            promise: promise.unwrap_or_default(),
            flawless: (self.flawless)(scenario),
            moments: hours.iter().filter_map(|i| Some((i.seconds, figure(i)?))).collect(),
            step,
        }
    }

    fn subtitle(&self, scenario: &ScenarioResult) -> String {
        say!(
            self.language,
            "chart-subtitle",
            scenario = &scenario.name,
            what = say!(self.language, self.what),
            some = some_of(self.language, "chart-most-types", scenario.contacts.len()),
            certainty = certainty(self.language, scenario),
        )
    }

    /// One axis for all panels, so that they can be compared.
    fn share_axis(&self, courses: &[Course]) -> Axis {
        let ends = |f: &Estimate| f.ci95.unwrap_or([f.value; 2]);
        let values = courses.iter().flat_map(|c| c.moments.iter().map(|(_, f)| ends(f)));
        // A limit needs air above it, where its name stands.
        let air = if self.promise == Promise::AtMost { 1.2 } else { 1.0 };
        let lines = courses.iter().flat_map(|c| [c.target.map(|t| t * air), c.flawless]).flatten();
        let all = values.chain(lines.map(|line| [line; 2]));
        let (low, high) = all.fold((f64::INFINITY, 0.0_f64), |(a, b), [low, high]| (a.min(low), b.max(high)));
        let (from, to) = (self.range)(low, high);
        axis::share(self.language, "", (from.max(0.0), to.min(1.0)), vertical_ticks(courses.len()))
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
        let levels = [
            course.target.map(|share| Level::target(self.language, share)),
            course.flawless.map(|share| Level::flawless(self.language, share)),
        ];
        marks
            .extend(levels.iter().flatten().flat_map(|level| level.marks(&points, axes, room).into_iter().take(named)));
        let missed: Vec<_> = course.missed(self.promise).iter().map(|(s, f)| (middle(*s), f.value)).collect();
        if !missed.is_empty() {
            marks.push(Mark::Dots(missed, Colour::Alarm, Shape::Diamond, true));
        }
        let target =
            |share| format!(", {}", say!(self.language, "chart-target-at", share = self.language.percent(share)));
        let promised = course.target.filter(|_| crowded).map_or(String::new(), target);
        let whole = scenario.contacts.get(course.name).and_then(self.whole);
        Panel {
            heading: course.name.to_owned(),
            note: self.language.show(Kind::Share, whole.as_ref()) + &promised,
            x: x.clone(),
            y: y.clone(),
            marks,
            points: course.moments.iter().map(|(at, f)| point(self.language, (*at, middle(*at)), f)).collect(),
            labels: Vec::new(),
            weight: 1.0,
        }
    }

    fn keys(&self, courses: &[Course], band: bool) -> Vec<Key> {
        let line = if band { Sign::Band } else { Sign::Line(Dash::Solid) };
        let mut keys =
            vec![Key { sign: line, colour: Colour::Main, text: say!(self.language, "chart-key-by-interval") }];
        if courses.iter().any(|c| c.target.is_some()) {
            keys.push(Key {
                sign: Sign::Line(Dash::Long),
                colour: Colour::Ink,
                text: say!(self.language, "chart-target"),
            });
        }
        if courses.iter().any(|c| c.flawless.is_some()) {
            let text = say!(self.language, "chart-key-flawless");
            keys.push(Key { sign: Sign::Line(Dash::Short), colour: Colour::Quiet, text });
        }
        if courses.iter().any(|c| !c.missed(self.promise).is_empty()) {
            let text = say!(self.language, "chart-key-missed");
            keys.push(Key { sign: Sign::Dot(Shape::Diamond, true), colour: Colour::Alarm, text });
        }
        keys
    }
}

/// A share in an interval that begins, and has its middle, at these moments.
fn point(language: Language, (start, middle): (f64, f64), figure: &Estimate) -> Point {
    let words = say!(language, "named", name = time_of_day(start), value = language.show(Kind::Share, Some(figure)));
    Point { at: (middle, figure.value), words, value: figure.value }
}

/// Keeps a band on the paper: an interval by Student's t may reach beyond 0 or 1.
fn clip(figure: &Estimate, y: &Axis) -> Estimate {
    let ci95 = figure.ci95.map(|ends| ends.map(|end| end.clamp(y.from, y.to)));
    Estimate { ci95, ..*figure }
}

/// The courses of the types with most contacts, in the scenario's order.
fn most_offered<'a>(scenario: &ScenarioResult, courses: Vec<Course<'a>>) -> Vec<Course<'a>> {
    let offered = |name: &str| scenario.contacts.get(name).and_then(|c| c.offered).map_or(0.0, |o| o.value);
    let mut sizes: Vec<f64> = courses.iter().map(|c| offered(c.name)).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(MOST - 1).copied().unwrap_or(0.0);
    courses.into_iter().filter(|c| offered(c.name) >= least).take(MOST).collect()
}
