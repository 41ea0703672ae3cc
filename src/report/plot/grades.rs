//! How experiences are graded: a bar of 100 % for each contact type, and for whole issues.

use super::day::{MOST, replications, some_of};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Side, Sign, axis};
use crate::kpi::{Grades, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind, Unit};
use crate::stats::Estimate;

/// The grades from best to worst, as keys of their names.
const NAMES: [&str; 4] = ["grade-ultimate", "grade-good", "grade-bad", "grade-ugly"];
/// Height of a row.
const ROW: f64 = 64.0;
/// Where a bar begins and ends in its row, and where the error of the CSAT stands below it, from the top of the row.
const BAR: (f64, f64) = (0.30, 0.74);
const ERROR: f64 = 0.87;

/// A share less than this has no room for its number.
const NARROW: f64 = 0.085;
/// A share less than this is not worth one.
const NOTHING: f64 = 0.0005;

/// One bar.
struct Bar {
    name: String,
    /// Whether it is that of whole issues.
    whole: bool,
    csat: Estimate,
    shares: [f64; 4],
}

/// The chart; `None` without a model of satisfaction or without contacts.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let issues = scenario.journeys.as_ref().and_then(|j| bar(&say!(language, "chart-whole-issues"), j.csat, &j.grades));
    let issues = issues.map(|bar| Bar { whole: true, ..bar });
    let types = types(scenario);
    if types.is_empty() {
        return None;
    }
    let bars: Vec<Bar> = types.into_iter().chain(issues).collect();
    let gap = |row: usize| if bars[row].whole && row > 0 { 0.3 } else { 0.0 };
    let tops: Vec<f64> = (0..bars.len()).map(|row| -(row as f64) - gap(row)).collect();
    let lowest = tops.last().map_or(-1.0, |top| top - 1.0);
    let named = bars.iter().zip(&tops).map(|(bar, top)| (top - middle(), wording::shorten(&bar.name, 40)));
    let labels = bars.iter().zip(&tops).map(|(bar, top)| (top - middle(), Colour::Ink, satisfied(language, bar)));
    let flawless = scenario.customers.as_ref().and_then(|customers| customers.flawless);
    // Behind the bars: it is seen between them.
    let line = flawless.into_iter().map(|at| Mark::Line(vec![(at, lowest), (at, 0.0)], Colour::Quiet, Dash::Short));
    let panel = Panel {
        x: axis::share(language, &say!(language, "chart-axis-share"), (0.0, 1.0), 10),
        y: Axis { name: String::new(), from: lowest, to: 0.0, ticks: named.collect() },
        marks: line.chain(bars.iter().zip(&tops).flat_map(|(bar, top)| marks(language, bar, *top))).collect(),
        points: bars.iter().zip(&tops).flat_map(|(bar, top)| points(language, bar, *top)).collect(),
        labels: labels.collect(),
        weight: 1.0,
        ..Panel::default()
    };
    Some(Chart {
        name: "grades",
        title: title(language, &bars, flawless),
        subtitle: subtitle(language, scenario),
        height: 420.max((230.0 - lowest * ROW) as u32),
        keys: keys(language, scenario.replications > 1, flawless),
        columns: 1,
        panels: vec![panel],
    })
}

/// The types with most contacts, in the scenario's order.
fn types(scenario: &ScenarioResult) -> Vec<Bar> {
    let offered = |name: &str| scenario.contacts.get(name).and_then(|c| c.offered).map_or(0.0, |o| o.value);
    let mut bars: Vec<Bar> = scenario
        .contacts
        .iter()
        .filter(|(name, _)| offered(name) > 0.0)
        .filter_map(|(name, c)| bar(name, c.satisfaction.as_ref()?.csat, &c.satisfaction.as_ref()?.grades))
        .collect();
    let mut sizes: Vec<f64> = bars.iter().map(|bar| offered(&bar.name)).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(MOST - 1).copied().unwrap_or(0.0);
    bars.retain(|bar| offered(&bar.name) >= least);
    bars.truncate(MOST);
    bars
}

fn bar(name: &str, csat: Option<Estimate>, grades: &Grades) -> Option<Bar> {
    let value = |grade: Option<Estimate>| grade.map(|g| g.value).filter(|share| share.is_finite());
    let shares = [value(grades.ultimate)?, value(grades.good)?, value(grades.bad)?, value(grades.ugly)?];
    Some(Bar { name: name.to_owned(), whole: false, csat: csat?, shares })
}

fn middle() -> f64 {
    (BAR.0 + BAR.1) / 2.0
}

/// The share of each grade, and the CSAT.
fn points(language: Language, bar: &Bar, top: f64) -> Vec<Point> {
    let mut left = 0.0;
    let mut points = Vec::new();
    for (grade, share) in NAMES.iter().zip(bar.shares) {
        let words = say!(
            language,
            "named",
            name = format!("{}, {}", bar.name, say!(language, grade)),
            value = percent(language, share)
        );
        points.push(Point { at: (left + share / 2.0, top - middle()), words, value: share });
        left += share;
    }
    let words = say!(language, "named", name = &bar.name, value = satisfied(language, bar));
    points.push(Point { at: (bar.csat.value, top - ERROR), words, value: bar.csat.value });
    points
}

fn satisfied(language: Language, bar: &Bar) -> String {
    say!(language, "chart-satisfied", csat = language.show(Kind::Share, Some(&bar.csat)))
}

fn marks(language: Language, bar: &Bar, top: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut left = 0.0;
    for (grade, share) in bar.shares.iter().enumerate() {
        let right = (left + share.max(0.0)).min(1.0);
        let words = if *share < NARROW { String::new() } else { percent(language, *share) };
        marks.push(Mark::Bar([(left, top - BAR.0), (right, top - BAR.1)], Colour::Grade(grade), words));
        left = right;
    }
    marks.extend(narrow(language, bar, top - BAR.0));
    let at = top - ERROR;
    if let Some(ends) = bar.csat.ci95 {
        marks.push(Mark::Whisker(ends.map(|end| (end.clamp(0.0, 1.0), at)), Colour::Ink));
    }
    marks.push(Mark::Dots(vec![(bar.csat.value, at)], Colour::Ink, Shape::Diamond, true));
    marks
}

fn percent(language: Language, share: f64) -> String {
    let digits = usize::from(!(0.0995..0.9905).contains(&share));
    language.with_unit(language.number(share * 100.0, digits), Unit::Percent)
}

/// The numbers of narrow shares above the bar, those of neighbours in one text.
fn narrow(language: Language, bar: &Bar, height: f64) -> Vec<Mark> {
    let mut runs: Vec<(f64, f64, Vec<String>)> = Vec::new();
    let mut left = 0.0;
    for share in bar.shares {
        let right = left + share;
        if (NOTHING..NARROW).contains(&share) {
            match runs.last_mut() {
                Some(run) if left - run.1 < NOTHING => {
                    run.1 = right;
                    run.2.push(percent(language, share));
                }
                _ => runs.push((left, right, vec![percent(language, share)])),
            }
        }
        left = right;
    }
    let text = |(left, right, words): (f64, f64, Vec<String>)| {
        let (side, at) = match (left < 0.05, right > 0.95) {
            (true, _) => (Side::Right, 0.0),
            (_, true) => (Side::Left, 1.0),
            _ => (Side::Middle, (left + right) / 2.0),
        };
        Mark::Text((at, height), Colour::Quiet, side, words.join(" | "))
    };
    runs.into_iter().map(text).collect()
}

fn keys(language: Language, error: bool, flawless: Option<f64>) -> Vec<Key> {
    let key = |sign, colour, text| Key { sign, colour, text };
    let grade = |(place, name): (usize, &&str)| key(Sign::Bar, Colour::Grade(place), say!(language, name));
    let csat = if error { "chart-grades-key-csat-error" } else { "chart-grades-key-csat" };
    let csat = key(Sign::Dot(Shape::Diamond, true), Colour::Ink, say!(language, csat));
    let flawless = flawless.map(|share| {
        let text = say!(language, "chart-grades-key-flawless", share = language.percent(share));
        key(Sign::Line(Dash::Short), Colour::Quiet, text)
    });
    NAMES.iter().enumerate().map(grade).chain([csat]).chain(flawless).collect()
}

fn subtitle(language: Language, scenario: &ScenarioResult) -> String {
    let of = scenario.contacts.len();
    let some = some_of(language, "chart-most-types", of);
    let replications = replications(language, scenario);
    say!(language, "chart-grades", scenario = &scenario.name, some = some, replications = replications)
}

/// How many issues end badly, and the type that fares worst where that is certain.
fn title(language: Language, bars: &[Bar], flawless: Option<f64>) -> String {
    let (issues, mut ranked): (Vec<&Bar>, Vec<&Bar>) = bars.iter().partition(|bar| bar.whole);
    ranked.sort_by(|a, b| a.csat.value.total_cmp(&b.csat.value));
    let finding = match (issues.first(), ranked.first(), flawless) {
        (Some(issues), _, Some(share)) => {
            let at_best = language.percent(1.0 - share);
            say!(language, "chart-grades-issues-at-best", share = dissatisfied(language, issues), best = at_best)
        }
        (Some(issues), _, None) => say!(language, "chart-grades-issues", share = dissatisfied(language, issues)),
        (None, Some(first), _) => {
            let name = wording::shorten(&first.name, 32);
            return say!(language, "chart-grades-type", share = dissatisfied(language, first), name = name);
        }
        (None, None, _) => return String::new(),
    };
    match ranked.as_slice() {
        [worst, next, ..] if is_below(&worst.csat, &next.csat) => {
            let (name, share) = (wording::shorten(&worst.name, 32), dissatisfied(language, worst));
            say!(language, "chart-grades-worst", finding = finding, name = name, share = share)
        }
        _ => finding,
    }
}

fn is_below(a: &Estimate, b: &Estimate) -> bool {
    a.ci95.zip(b.ci95).is_some_and(|([_, high], [low, _])| high < low)
}

/// The share that is not content, as certain as the CSAT.
fn dissatisfied(language: Language, bar: &Bar) -> String {
    let ci95 = bar.csat.ci95.map(|[low, high]| [1.0 - high, 1.0 - low]);
    language.show(Kind::Share, Some(&Estimate { value: 1.0 - bar.csat.value, ci95, ..bar.csat }))
}
