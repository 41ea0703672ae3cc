//! Days that were and days to come, one panel a contact type: what came, what is expected, and the ranges.

use jiff::civil::Date;

use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::forecast::{BackTest, Expected, Forecast, PastDay, TypeForecast, TypeTest};
use crate::report::language::Language;
use crate::report::wording::{Kind, number, shorten};

/// More panels than this are too small to read.
const MOST: usize = 4;
/// Days before the forecast that are shown: eight weeks.
const PAST: i32 = 56;
/// Half the width of a day on the paper.
const HALF: f64 = 0.4;

/// A day of a forecast, and what came where that is known.
struct Day {
    date: Date,
    expected: Expected,
    actual: Option<f64>,
}

/// What one panel shows.
struct Course<'a> {
    name: &'a str,
    note: String,
    history: &'a [PastDay],
    days: Vec<Day>,
}

/// The chart of a forecast; none without days on which somebody comes.
pub(super) fn ahead(document: &Forecast) -> Option<Chart> {
    let subjects = busiest(document.types.iter().collect(), |t: &&TypeForecast| t.learned.level, document.all.as_ref());
    let courses: Vec<Course> = subjects.into_iter().map(course_ahead).collect();
    let first = courses.first()?;
    let open = first.days.iter().filter(|day| day.expected.mean > 0.0);
    let (mean, low, high) = open.clone().fold((0.0, 0.0, 0.0), |(mean, low, high), day| {
        let [from, to] = day.expected.range90;
        (mean + day.expected.mean, low + (day.expected.mean - from), high + (to - day.expected.mean))
    });
    let count = open.count() as f64;
    let title = format!(
        "{} contacts are expected on an open day until {}; nine in ten such days lie between −{} % and +{} % of that",
        number(mean / count, 0),
        first.days.last()?.date,
        number(100.0 * low / mean, 0),
        number(100.0 * high / mean, 0)
    );
    let some = some_of(document.types.len());
    let subtitle = format!("contacts a day: what came, and what is expected with ranges of 50 % and 90 %{some}");
    (mean > 0.0).then(|| chart("forecast", title, subtitle, &courses, false))
}

/// The chart of a test; none without days.
pub(super) fn tested(test: &BackTest) -> Option<Chart> {
    let (types, all) = match test.types.split_last() {
        Some((all, types)) if !types.is_empty() => (types, Some(all)),
        _ => (test.types.as_slice(), None),
    };
    let subjects = busiest(types.iter().collect(), |t: &&TypeTest| t.by_day.mean, all);
    let courses: Vec<Course> = subjects.into_iter().map(course_tested).collect();
    let whole = all.or(types.first())?;
    let (own, naive) = (whole.by_day.forecast.mae, whole.by_day.naive.mae);
    let verdict = if own < naive { "less" } else { "not less" };
    let title = format!(
        "Forecasts of the next day were {} contacts off, {verdict} than the {} of the week before",
        number(own, 0),
        number(naive, 0)
    );
    let some = some_of(types.len());
    let subtitle = format!(
        "contacts a day: what came, what each day was expected to bring from the days before it, with ranges of 50 % and \
         90 %{some}"
    );
    whole.days.first()?;
    Some(chart("forecast-test", title, subtitle, &courses, true))
}

fn some_of(types: usize) -> String {
    if types >= MOST { format!("; the largest of {types} types") } else { String::new() }
}

/// All together first, then the largest types.
fn busiest<'a, T>(mut types: Vec<&'a T>, size: impl Fn(&&T) -> f64, all: Option<&'a T>) -> Vec<&'a T> {
    types.sort_by(|a, b| size(b).total_cmp(&size(a)));
    all.into_iter().chain(types).take(MOST).collect()
}

fn course_ahead(of_type: &TypeForecast) -> Course<'_> {
    let day = |day: &crate::forecast::ForecastDay| Day { date: day.date, expected: day.day, actual: None };
    let note = format!("{} a day at the end of the log", number(of_type.learned.level, 0));
    Course { name: &of_type.name, note, history: &of_type.history, days: of_type.days.iter().map(day).collect() }
}

fn course_tested(of_type: &TypeTest) -> Course<'_> {
    let day =
        |day: &crate::forecast::TestedDay| Day { date: day.date, expected: day.expected, actual: Some(day.actual) };
    let errors = of_type.by_day;
    let note = format!("off by {}, a week before by {}", number(errors.forecast.mae, 0), number(errors.naive.mae, 0));
    Course { name: &of_type.name, note, history: &of_type.history, days: of_type.days.iter().map(day).collect() }
}

fn chart(name: &'static str, title: String, subtitle: String, courses: &[Course], tested: bool) -> Chart {
    let mut panels: Vec<Panel> = courses.iter().map(panel).collect();
    if let Some((last, others)) = panels.split_last_mut() {
        others.iter_mut().for_each(|panel| panel.x.name.clear());
        last.x.name = "date".into();
    }
    let came = if tested { "what came" } else { "what came; hollow: not learned from" };
    let dot = |shape, filled, colour, text: &str| Key { sign: Sign::Dot(shape, filled), colour, text: text.into() };
    Chart {
        name,
        title,
        subtitle,
        height: (200 + 230 * courses.len() as u32).max(600),
        keys: vec![
            dot(Shape::Circle, true, Colour::Ink, came),
            dot(Shape::Diamond, true, Colour::Main, "expected"),
            Key { sign: Sign::Bar, colour: Colour::Main, text: "ranges of 50 % and 90 %".into() },
        ],
        columns: 1,
        panels,
    }
}

fn number_of(date: Date) -> f64 {
    let epoch = Date::constant(1970, 1, 1);
    date.since((jiff::Unit::Day, epoch)).map_or(0.0, |span| f64::from(span.get_days()))
}

fn panel(course: &Course) -> Panel {
    let first = course.days.first().map_or(0.0, |day| number_of(day.date));
    let recent = course.history.iter().filter(|day| number_of(day.date) >= first - f64::from(PAST));
    let past: Vec<(f64, f64, bool)> = recent.map(|day| (number_of(day.date), day.count, day.used)).collect();
    let open: Vec<&Day> = course.days.iter().filter(|day| day.expected.mean > 0.0).collect();
    let from = past.first().map_or(first, |day| day.0) - 1.0;
    let to = course.days.last().map_or(first, |day| number_of(day.date)) + 1.0;
    let mut marks = vec![Mark::Line(past.iter().map(|(x, y, _)| (*x, *y)).collect(), Colour::Quiet, Dash::Hair)];
    for day in &open {
        let x = number_of(day.date);
        for [low, high] in [day.expected.range90, day.expected.range50] {
            marks.push(Mark::Band(vec![(x - HALF, low, high), (x + HALF, low, high)], Colour::Main));
        }
    }
    let expected = open.iter().map(|day| (number_of(day.date), day.expected.mean)).collect();
    marks.push(Mark::Dots(expected, Colour::Main, Shape::Diamond, true));
    for used in [true, false] {
        let dots = past.iter().filter(|day| day.2 == used).map(|(x, y, _)| (*x, *y)).collect();
        marks.push(Mark::Dots(dots, Colour::Ink, Shape::Circle, used));
    }
    let came = course.days.iter().filter_map(|day| Some((number_of(day.date), day.actual?)));
    marks.push(Mark::Dots(came.collect(), Colour::Ink, Shape::Circle, true));
    let highs = open.iter().map(|day| day.expected.range90[1]).chain(course.days.iter().filter_map(|day| day.actual));
    let most = highs.chain(past.iter().map(|day| day.1)).fold(1.0, f64::max);
    Panel {
        heading: shorten(course.name, 32),
        note: course.note.clone(),
        x: dates(from, to),
        y: axis::quantity(Language::English, Kind::Count, "contacts a day", (0.0, most), 4),
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// A tick each Monday, or on fewer of them.
fn dates(from: f64, to: f64) -> Axis {
    let weeks = [1.0, 2.0, 4.0, 8.0, 13.0, 26.0];
    let step = 7.0 * weeks.into_iter().find(|weeks| (to - from) / 7.0 / weeks <= 14.0).unwrap_or(52.0);
    // The first Monday was the fourth day after the first of 1970.
    let first = ((from - 4.0) / 7.0).ceil() * 7.0 + 4.0;
    let name = |number: f64| {
        let date = Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(number as i64));
        date.strftime("%a %-d %b").to_string()
    };
    let ticks = (0..60).map(|i| first + f64::from(i) * step).take_while(|x| *x <= to).map(|x| (x, name(x))).collect();
    Axis { name: "date".into(), from, to, ticks }
}
