//! Service level from week to week, one panel a contact type, against the promise.

use super::day::{MOST, certainty, columns, height, line_with_band, name_last, promised, some_of, vertical_ticks};
use super::finding::Promise;
use super::level::Level;
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Sign, axis};
use crate::kpi::{ContactFigures, ScenarioResult, WeekFigures};
use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// A contact type's service level by week.
struct Course<'a> {
    name: &'a str,
    /// The promise, and its words.
    target: Option<(f64, String)>,
    /// Place of the week, and its figure.
    weeks: Vec<(usize, Estimate)>,
}

/// Ticks of the horizontal axis over all columns.
const TICKS: usize = 16;

/// The chart; `None` where weeks are not told apart, or nobody comes.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let weeks = scenario.weeks.as_deref()?;
    let types = scenario.contacts.iter();
    let all: Vec<Course> = types.map(|(name, contacts)| course(language, weeks, name, contacts)).collect();
    let all: Vec<Course> = all.into_iter().filter(|course| !course.weeks.is_empty()).collect();
    let shown = &all[..all.len().min(MOST)];
    if shown.is_empty() {
        return None;
    }
    let columns = columns(shown.len());
    let (x, y) = (week_axis(language, weeks, columns), level_axis(language, shown));
    let panels = shown.iter().map(|course| panel(language, weeks, course, (&x, &y))).collect();
    let what = say!(language, "chart-weeks");
    Some(Chart {
        name: "weeks",
        title: title(language, weeks, shown),
        subtitle: say!(
            language,
            "chart-subtitle",
            scenario = &scenario.name,
            what = what,
            some = some_of(language, "chart-most-types", all.len()),
            certainty = certainty(language, scenario),
        ),
        height: height(shown.len()),
        keys: keys(language, shown, scenario.replications > 1),
        columns,
        panels: name_last(panels, columns),
    })
}

fn course<'a>(language: Language, weeks: &[WeekFigures], name: &'a str, contacts: &ContactFigures) -> Course<'a> {
    let level = |week: &WeekFigures| week.contacts.get(name)?.service_level.filter(|f| f.value.is_finite());
    let promise = contacts.target.and_then(|target| Some((target.answer?, target.within)));
    Course {
        name,
        target: promise.map(|(answer, within)| (answer, promised(language, answer, within))),
        weeks: weeks.iter().enumerate().filter_map(|(place, week)| Some((place, level(week)?))).collect(),
    }
}

impl Course<'_> {
    fn missed(&self) -> Vec<(usize, Estimate)> {
        let missed = |figure: &Estimate| {
            self.target.as_ref().is_some_and(|(share, _)| Promise::AtLeast.verdict(figure, *share) == Verdict::Missed)
        };
        self.weeks.iter().filter(|(_, figure)| missed(figure)).copied().collect()
    }

    fn has_doubt(&self) -> bool {
        let open = |share: f64| self.weeks.iter().any(|(_, f)| Promise::AtLeast.verdict(f, share) == Verdict::Open);
        self.target.as_ref().is_some_and(|(share, _)| open(*share))
    }

    fn lowest(&self) -> Option<(usize, Estimate)> {
        self.weeks.iter().min_by(|a, b| a.1.value.total_cmp(&b.1.value)).copied()
    }
}

fn title(language: Language, weeks: &[WeekFigures], courses: &[Course]) -> String {
    let most = courses.iter().max_by_key(|course| course.missed().len()).filter(|course| !course.missed().is_empty());
    let with_promise = || courses.iter().filter(|course| course.target.is_some());
    let lowest = |a: &&Course, b: &&Course| {
        let value = |course: &Course| course.lowest().map_or(f64::INFINITY, |(_, figure)| figure.value);
        value(a).total_cmp(&value(b))
    };
    let told = most.or_else(|| with_promise().min_by(lowest)).or_else(|| courses.iter().min_by(lowest));
    let Some((course, (place, figure))) = told.and_then(|course| Some((course, course.lowest()?))) else {
        return String::new();
    };
    let (name, value) = (wording::shorten(course.name, 32), language.show(Kind::Share, Some(&figure)));
    let week = weeks.get(place).map_or("", |week| &week.week);
    let Some((_, promise)) = &course.target else {
        return say!(language, "chart-weeks-lowest", name = name, week = week, value = value);
    };
    if most.is_some() {
        let (missed, all) = (course.missed().len(), course.weeks.len());
        return say!(
            language,
            "chart-weeks-missed",
            name = name,
            promise = promise,
            missed = missed,
            count = all,
            week = week,
            value = value
        );
    }
    let key = if with_promise().any(Course::has_doubt) { "chart-weeks-doubt" } else { "chart-weeks-kept" };
    say!(language, key, name = name, promise = promise, week = week, value = value)
}

/// `W49` of `2026-W49`.
fn short(week: &WeekFigures) -> String {
    week.week.rsplit('-').next().unwrap_or(&week.week).to_owned()
}

fn week_axis(language: Language, weeks: &[WeekFigures], columns: usize) -> Axis {
    let step = weeks.len().div_ceil((TICKS / columns).max(1));
    let tick = |(place, week): (usize, &WeekFigures)| (place as f64, short(week));
    Axis {
        name: say!(language, "chart-axis-week"),
        from: -0.5,
        to: weeks.len() as f64 - 0.5,
        ticks: weeks.iter().enumerate().step_by(step).map(tick).collect(),
    }
}

/// One axis for all panels, so that they can be compared.
fn level_axis(language: Language, courses: &[Course]) -> Axis {
    let low = |figure: &Estimate| figure.ci95.map_or(figure.value, |[low, _]| low);
    let values = courses.iter().flat_map(|course| course.weeks.iter().map(|(_, figure)| low(figure)));
    let targets = courses.iter().filter_map(|course| course.target.as_ref().map(|(share, _)| *share));
    let least = values.chain(targets).fold(0.82, f64::min);
    axis::share(language, "", ((least - 0.02).max(0.0), 1.0), vertical_ticks(courses.len()))
}

fn panel(language: Language, weeks: &[WeekFigures], course: &Course, (x, y): (&Axis, &Axis)) -> Panel {
    let clip = |figure: &Estimate| Estimate {
        ci95: figure.ci95.map(|ends| ends.map(|end| end.clamp(y.from, y.to))),
        ..*figure
    };
    let mut points: Vec<Option<(f64, Estimate)>> = vec![None; weeks.len()];
    course.weeks.iter().for_each(|(place, figure)| points[*place] = Some((*place as f64, clip(figure))));
    let mut marks = line_with_band(&points);
    if let Some((share, _)) = &course.target {
        marks.extend(Level::target(language, *share).marks(&points, (x, y), 0.3));
    }
    let missed: Vec<(f64, f64)> = course.missed().iter().map(|(place, f)| (*place as f64, f.value)).collect();
    if !missed.is_empty() {
        marks.push(Mark::Dots(missed, Colour::Alarm, Shape::Diamond, true));
    }
    let point = |(place, figure): &(usize, Estimate)| {
        let value = language.show(Kind::Share, Some(figure));
        let words = say!(language, "named", name = &weeks[*place].week, value = value);
        Point { at: (*place as f64, figure.value), words, value: figure.value }
    };
    let offered = weeks.iter().filter_map(|week| Some(week.contacts.get(course.name)?.offered?.value)).sum::<f64>();
    let a_week = language.number(offered / weeks.len() as f64, 0);
    Panel {
        heading: course.name.to_owned(),
        note: say!(language, "chart-weeks-offered", number = a_week),
        x: x.clone(),
        y: y.clone(),
        marks,
        points: course.weeks.iter().map(point).collect(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

fn keys(language: Language, courses: &[Course], band: bool) -> Vec<Key> {
    let line = if band { Sign::Band } else { Sign::Line(Dash::Solid) };
    let mut keys = vec![Key { sign: line, colour: Colour::Main, text: say!(language, "chart-key-by-week") }];
    if courses.iter().any(|course| course.target.is_some()) {
        let text = say!(language, "chart-target");
        keys.push(Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text });
    }
    if courses.iter().any(|course| !course.missed().is_empty()) {
        let text = say!(language, "chart-key-week-missed");
        keys.push(Key { sign: Sign::Dot(Shape::Diamond, true), colour: Colour::Alarm, text });
    }
    keys
}
