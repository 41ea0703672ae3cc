//! How experiences are graded: a bar of 100 % for each contact type, and for whole issues.

use super::day::MOST;
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Side, Sign, axis};
use crate::kpi::{Grades, ScenarioResult};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// The grades from best to worst.
const NAMES: [&str; 4] = ["ultimate", "good", "bad", "ugly"];
/// What the bar of whole issues is called.
const ISSUES: &str = "whole issues";
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
struct Bar<'a> {
    name: &'a str,
    csat: Estimate,
    shares: [f64; 4],
}

/// The chart; `None` without a model of satisfaction or without contacts.
pub(super) fn chart(scenario: &ScenarioResult) -> Option<Chart> {
    let issues = scenario.journeys.as_ref().and_then(|j| bar(ISSUES, j.csat, &j.grades));
    let types = types(scenario);
    if types.is_empty() {
        return None;
    }
    let bars: Vec<Bar> = types.into_iter().chain(issues).collect();
    let gap = |row: usize| if bars[row].name == ISSUES && row > 0 { 0.3 } else { 0.0 };
    let tops: Vec<f64> = (0..bars.len()).map(|row| -(row as f64) - gap(row)).collect();
    let lowest = tops.last().map_or(-1.0, |top| top - 1.0);
    let named = bars.iter().zip(&tops).map(|(bar, top)| (top - middle(), wording::shorten(bar.name, 40)));
    let labels = bars
        .iter()
        .zip(&tops)
        .map(|(bar, top)| (top - middle(), Colour::Ink, format!("{} satisfied", Kind::Share.show(Some(&bar.csat)))));
    let flawless = scenario.customers.as_ref().and_then(|customers| customers.flawless);
    // Behind the bars: it is seen between them.
    let line = flawless.into_iter().map(|at| Mark::Line(vec![(at, lowest), (at, 0.0)], Colour::Quiet, Dash::Short));
    let panel = Panel {
        x: axis::share("share", 0.0, 1.0, 10),
        y: Axis { name: String::new(), from: lowest, to: 0.0, ticks: named.collect() },
        marks: line.chain(bars.iter().zip(&tops).flat_map(|(bar, top)| marks(bar, *top))).collect(),
        labels: labels.collect(),
        weight: 1.0,
        ..Panel::default()
    };
    Some(Chart {
        name: "grades",
        title: title(&bars, flawless),
        subtitle: subtitle(scenario),
        height: 420.max((230.0 - lowest * ROW) as u32),
        keys: keys(scenario.replications > 1, flawless),
        columns: 1,
        panels: vec![panel],
    })
}

/// The types with most contacts, in the scenario's order.
fn types(scenario: &ScenarioResult) -> Vec<Bar<'_>> {
    let offered = |name: &str| scenario.contacts.get(name).and_then(|c| c.offered).map_or(0.0, |o| o.value);
    let mut bars: Vec<Bar> = scenario
        .contacts
        .iter()
        .filter(|(name, _)| offered(name) > 0.0)
        .filter_map(|(name, c)| bar(name, c.satisfaction.as_ref()?.csat, &c.satisfaction.as_ref()?.grades))
        .collect();
    let mut sizes: Vec<f64> = bars.iter().map(|bar| offered(bar.name)).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(MOST - 1).copied().unwrap_or(0.0);
    bars.retain(|bar| offered(bar.name) >= least);
    bars.truncate(MOST);
    bars
}

fn bar<'a>(name: &'a str, csat: Option<Estimate>, grades: &Grades) -> Option<Bar<'a>> {
    let value = |grade: Option<Estimate>| grade.map(|g| g.value).filter(|share| share.is_finite());
    let shares = [value(grades.ultimate)?, value(grades.good)?, value(grades.bad)?, value(grades.ugly)?];
    Some(Bar { name, csat: csat?, shares })
}

fn middle() -> f64 {
    (BAR.0 + BAR.1) / 2.0
}

fn marks(bar: &Bar, top: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut left = 0.0;
    for (grade, share) in bar.shares.iter().enumerate() {
        let right = (left + share.max(0.0)).min(1.0);
        let words = if *share < NARROW { String::new() } else { percent(*share) };
        marks.push(Mark::Bar([(left, top - BAR.0), (right, top - BAR.1)], Colour::Grade(grade), words));
        left = right;
    }
    marks.extend(narrow(bar, top - BAR.0));
    let at = top - ERROR;
    if let Some(ends) = bar.csat.ci95 {
        marks.push(Mark::Whisker(ends.map(|end| (end.clamp(0.0, 1.0), at)), Colour::Ink));
    }
    marks.push(Mark::Dots(vec![(bar.csat.value, at)], Colour::Ink, Shape::Diamond, true));
    marks
}

fn percent(share: f64) -> String {
    format!("{} %", wording::number(share * 100.0, usize::from(!(0.0995..0.9905).contains(&share))))
}

/// The numbers of narrow shares above the bar, those of neighbours in one text.
fn narrow(bar: &Bar, height: f64) -> Vec<Mark> {
    let mut runs: Vec<(f64, f64, Vec<String>)> = Vec::new();
    let mut left = 0.0;
    for share in bar.shares {
        let right = left + share;
        if (NOTHING..NARROW).contains(&share) {
            match runs.last_mut() {
                Some(run) if left - run.1 < NOTHING => {
                    run.1 = right;
                    run.2.push(percent(share));
                }
                _ => runs.push((left, right, vec![percent(share)])),
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

fn keys(error: bool, flawless: Option<f64>) -> Vec<Key> {
    let grade =
        |(place, name): (usize, &&str)| Key { sign: Sign::Bar, colour: Colour::Grade(place), text: (*name).to_owned() };
    let error = if error { " with its 95 % confidence interval" } else { "" };
    let csat = Key {
        sign: Sign::Dot(Shape::Diamond, true),
        colour: Colour::Ink,
        text: format!("satisfied (CSAT): ultimate and good together{error}"),
    };
    let flawless = flawless.map(|share| Key {
        sign: Sign::Line(Dash::Short),
        colour: Colour::Quiet,
        text: format!("flawless: {} satisfied when nothing goes wrong", wording::percent(share)),
    });
    NAMES.iter().enumerate().map(grade).chain([csat]).chain(flawless).collect()
}

fn subtitle(scenario: &ScenarioResult) -> String {
    let of = scenario.contacts.len();
    let some = if of > MOST { format!(" (the {MOST} types with most contacts of {of})") } else { String::new() };
    let replications = match scenario.replications {
        0 | 1 => "one replication".into(),
        n => format!("{} replications", wording::number(f64::from(n), 0)),
    };
    format!(
        "{}: share of contacts, and of whole issues, by the grade customers give{some}; {replications}",
        scenario.name
    )
}

/// How many issues end badly, and the type that fares worst where that is certain.
fn title(bars: &[Bar], flawless: Option<f64>) -> String {
    let (issues, types): (Vec<&Bar>, Vec<&Bar>) = bars.iter().partition(|bar| bar.name == ISSUES);
    let mut ranked = types.clone();
    ranked.sort_by(|a, b| a.csat.value.total_cmp(&b.csat.value));
    let worst = match ranked.as_slice() {
        [worst, next, ..] if is_below(&worst.csat, &next.csat) => {
            format!("; of the contacts, {} fares worst: {}", wording::shorten(worst.name, 32), dissatisfied(worst))
        }
        _ => String::new(),
    };
    let at_best =
        flawless.map_or(String::new(), |share| format!(", {} if nothing went wrong", wording::percent(1.0 - share)));
    match (issues.first(), ranked.first()) {
        (Some(issues), _) => format!("{} of issues end bad or ugly{at_best}{worst}", dissatisfied(issues)),
        (None, Some(first)) => {
            format!("{} of {} end bad or ugly", dissatisfied(first), wording::shorten(first.name, 32))
        }
        (None, None) => String::new(),
    }
}

fn is_below(a: &Estimate, b: &Estimate) -> bool {
    a.ci95.zip(b.ci95).is_some_and(|([_, high], [low, _])| high < low)
}

/// The share that is not content, as certain as the CSAT.
fn dissatisfied(bar: &Bar) -> String {
    let ci95 = bar.csat.ci95.map(|[low, high]| [1.0 - high, 1.0 - low]);
    Kind::Share.show(Some(&Estimate { value: 1.0 - bar.csat.value, ci95, ..bar.csat }))
}
