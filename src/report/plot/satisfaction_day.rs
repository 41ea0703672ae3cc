//! Satisfaction through the day, one panel a contact type, against that of a flawless contact.

use super::Chart;
use super::day::View;
use super::finding::{Course, Promise};
use crate::kpi::ScenarioResult;
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;
use crate::units::time_of_day;

/// Customers count as content while their CSAT is no more than this below that of a flawless contact.
const CONTENT: f64 = 0.05;
/// A fall of less than this, or none that is certain, is no finding.
const FALL: f64 = 0.02;

/// The chart; `None` without a model of satisfaction, intervals or contacts.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let view = View {
        language,
        name: "satisfaction",
        what: "chart-satisfaction",
        promise: Promise::AtLeast,
        figure: |i| i.csat.filter(|_| i.offered.is_some_and(|offered| offered.value >= FEW)),
        whole: |c| c.satisfaction.as_ref()?.csat,
        target: |language, c| c.target.and_then(|t| t.csat.map(|share| (share, language.percent(share)))),
        flawless: |s| s.customers.as_ref()?.flawless,
        range: |low, high| (low.min(high - 0.06) - 0.01, high + 0.01),
        title,
    };
    view.chart(scenario)
}

/// An interval with fewer contacts a day than this (some who come again after closing, say) is not drawn: an error over
/// replications that nearly all have none of them is no error.
const FEW: f64 = 0.5;
/// An interval with less than this of the mean interval's contacts is no finding.
const QUIET: f64 = 0.25;
/// From here on all customers count as satisfied.
const ALL: f64 = 0.995;

/// A course that falls: its interval that is lowest for certain, and its level at best.
struct Fall<'a> {
    course: &'a Course<'a>,
    at: f64,
    low: Estimate,
    best: f64,
}

fn title(language: Language, scenario: &ScenarioResult, courses: &[Course]) -> String {
    let falls = courses.iter().filter_map(|course| fall(scenario, course));
    let deepest = falls.max_by(|a, b| (a.best - highest(&a.low)).total_cmp(&(b.best - highest(&b.low))));
    let Some(fall) = deepest else { return say!(language, "chart-satisfaction-unknown") };
    let of = match courses.len() {
        1 => String::new(),
        _ => say!(language, "chart-satisfaction-of", name = wording::shorten(fall.course.name, 32)),
    };
    let (time, value) = (time_of_day(fall.at), language.show(Kind::Share, Some(&fall.low)));
    if fall.low.value >= ALL {
        return say!(language, "chart-satisfaction-all");
    }
    if fall.low.ci95.is_none() {
        return say!(language, "chart-satisfaction-once", of = of, time = time, value = value);
    }
    if fall.best - highest(&fall.low) < FALL {
        return say!(language, "chart-satisfaction-level", of = of, time = time, value = value);
    }
    // A quiet interval may be less content than the fall that is told, but later.
    match content_until(fall.course).filter(|until| *until <= fall.at).map(time_of_day) {
        Some(until) => say!(language, "chart-satisfaction-until", of = of, time = time, value = value, until = until),
        None => say!(language, "chart-satisfaction-falls", of = of, time = time, value = value),
    }
}

/// The upper end of what a figure may be.
fn highest(figure: &Estimate) -> f64 {
    figure.ci95.map_or(figure.value, |[_, high]| high)
}

fn fall<'a>(scenario: &ScenarioResult, course: &'a Course<'a>) -> Option<Fall<'a>> {
    let contacts = |at: f64| {
        let interval = scenario.intervals.iter().flatten().find(|i| i.seconds == at);
        interval.and_then(|i| i.contacts.get(course.name)?.offered).map_or(0.0, |offered| offered.value)
    };
    // When nobody is there who could answer, customers are as content as the door leaves them, all night.
    let is_staffed = |at: f64| {
        let interval = scenario.intervals.iter().flatten().find(|i| i.seconds == at);
        interval.is_none_or(|i| i.agents.is_empty() || i.agents.values().any(|a| a.staff > 0.0))
    };
    let mean = course.moments.iter().map(|(at, _)| contacts(*at)).sum::<f64>() / course.moments.len() as f64;
    let busy = course.moments.iter().filter(|(at, _)| is_staffed(*at) && contacts(*at) >= QUIET * mean);
    let best = busy.clone().map(|(_, f)| f.ci95.map_or(f.value, |[low, _]| low)).fold(0.0, f64::max);
    let lowest = busy.min_by(|a, b| highest(&a.1).total_cmp(&highest(&b.1)));
    lowest.map(|(at, low)| Fall { course, at: *at, low: *low, best })
}

/// When the first interval begins that is certainly not content, where those before it are a good part of the day.
fn content_until(course: &Course) -> Option<f64> {
    let least = course.flawless? - CONTENT;
    let first = course.moments.iter().position(|(_, f)| highest(f) < least)?;
    (4 * first >= course.moments.len()).then(|| course.moments[first].0)
}
