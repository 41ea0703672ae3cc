//! How many contacts issues take: how they are spread, and how long the tail is.

use super::day::replications;
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Side, Sign, axis};
use crate::kpi::{JourneyFigures, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::{Kind, Unit};
use crate::stats::Estimate;

/// Most bars; the last holds all that is left.
const BARS: usize = 10;
/// What is left of the issues when there are bars enough.
const REST: f64 = 0.001;
/// Percentiles marked, with their shapes and the keys of their words.
const MARKED: [(&str, Shape, &str); 2] =
    [("90", Shape::Circle, "chart-issues-key-90"), ("99", Shape::Square, "chart-issues-key-99")];

/// (contacts, share of issues), ascending.
type Shares = [(f64, f64)];

/// The chart; `None` where customers are not followed or every issue takes one contact.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let journeys = scenario.journeys.as_ref()?;
    let customers = scenario.customers.as_ref()?;
    let shares = customers.contacts_per_issue.as_slice();
    let most = shares.last()?.0;
    if most < 2.0 {
        return None;
    }
    let story = customers.story_contacts.map(f64::from);
    Some(Chart {
        name: "contacts-per-issue",
        title: title(language, journeys, shares),
        subtitle: subtitle(language, scenario, journeys),
        height: 720,
        keys: keys(language, journeys, story, shares),
        columns: 2,
        panels: vec![bars(language, journeys, shares), tail(language, journeys, shares, story)],
    })
}

/// Share of issues that take at least so many contacts.
fn at_least(shares: &Shares, contacts: f64) -> f64 {
    shares.iter().filter(|(n, _)| *n >= contacts).map(|(_, share)| share).sum()
}

fn percentile(journeys: &JourneyFigures, name: &str) -> Option<f64> {
    journeys.contacts_per_issue.percentiles.get(name).copied().flatten()
}

/// The share of issues that take 1, 2, 3 contacts and so on.
fn bars(language: Language, journeys: &JourneyFigures, shares: &Shares) -> Panel {
    let last = (2..BARS).find(|n| at_least(shares, *n as f64 + 1.0) < REST).unwrap_or(BARS);
    let share = |n: usize| shares.iter().find(|(contacts, _)| *contacts == n as f64).map_or(0.0, |(_, share)| *share);
    let more = at_least(shares, last as f64 + 1.0) > 0.0;
    let height = |n: usize| if n == last { at_least(shares, n as f64) } else { share(n) };
    let high = (1..=last).map(height).fold(0.0, f64::max);
    let bar = |n: usize| {
        let (middle, height) = (n as f64, height(n));
        let words = small_share(language, height);
        [
            Mark::Bar([(middle - 0.38, 0.0), (middle + 0.38, height)], Colour::Main, String::new()),
            Mark::Text((middle, height), Colour::Ink, Side::Middle, words),
        ]
    };
    let point = |n: usize| Point {
        at: (n as f64, height(n)),
        words: say!(
            language,
            if n == last && more { "chart-issues-point-or-more" } else { "chart-issues-point" },
            count = n,
            share = small_share(language, height(n))
        ),
        value: height(n),
    };
    let name = |n: usize| if n == last && more { format!("{n}+") } else { n.to_string() };
    Panel {
        heading: say!(language, "chart-issues-by-contacts"),
        note: say!(
            language,
            "chart-issues-mean",
            mean = language.show(Kind::Mean, journeys.contacts_per_issue.mean.as_ref())
        ),
        x: Axis {
            name: say!(language, "chart-axis-contacts"),
            from: 0.4,
            to: last as f64 + 0.6,
            ticks: (1..=last).map(|n| (n as f64, name(n))).collect(),
        },
        y: axis::share(language, &say!(language, "chart-axis-issues"), (0.0, (high * 1.08).min(1.06)), 5),
        marks: (1..=last).flat_map(bar).collect(),
        points: (1..=last).map(point).collect(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// The share of issues that take at least so many contacts, on a logarithmic axis.
fn tail(language: Language, journeys: &JourneyFigures, shares: &Shares, story: Option<f64>) -> Panel {
    let place = |share: f64| libm::log10(share);
    let rarest = shares.last().map_or(1.0, |(_, share)| *share);
    let most = shares.last().map_or(1.0, |(n, _)| *n).max(story.unwrap_or(1.0));
    let bottom = place(rarest).floor().min(-2.0);
    let points: Vec<(f64, f64)> = shares.iter().map(|(n, _)| (*n, place(at_least(shares, *n)))).collect();
    let told = shares.iter().map(|(n, _)| {
        let share = at_least(shares, *n);
        let often = one_in(language, share);
        let words = say!(language, "chart-issues-tail-point", count = *n as usize, often = often);
        Point { at: (*n, place(share)), words, value: share }
    });
    let mut marks = vec![
        Mark::Line(points.clone(), Colour::Main, Dash::Solid),
        Mark::Dots(points, Colour::Main, Shape::Circle, true),
    ];
    for (name, shape, _) in MARKED {
        if let Some(n) = percentile(journeys, name) {
            marks.push(Mark::Dots(vec![(n, place(at_least(shares, n)))], Colour::Ink, shape, false));
        }
    }
    if let Some(n) = story {
        let share = at_least(shares, n);
        let height = if share > 0.0 { place(share) } else { bottom };
        marks.push(Mark::Line(vec![(n, bottom), (n, height), (n, 0.0)], Colour::Alarm, Dash::Short));
        marks.push(Mark::Dots(vec![(n, height)], Colour::Alarm, Shape::Diamond, share > 0.0));
    }
    let decades = (bottom as i32..=0).map(|power| (f64::from(power), one_in(language, libm::exp10(f64::from(power)))));
    let x = axis::quantity(language, Kind::Count, &say!(language, "chart-axis-contacts"), (0.0, most + 0.5), 10);
    Panel {
        heading: say!(language, "chart-issues-tail"),
        note: String::new(),
        x,
        y: Axis { name: String::new(), from: bottom, to: 0.0, ticks: decades.collect() },
        marks,
        points: told.collect(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// `64 %`, `2.3 %`, `0.04 %`.
fn small_share(language: Language, share: f64) -> String {
    let decimals = if share >= 0.0995 || share == 0.0 {
        0
    } else if share >= 0.00995 {
        1
    } else {
        2
    };
    language.with_unit(language.number(share * 100.0, decimals), Unit::Percent)
}

/// `all`, `1 in 10`, `1 in 1 000`.
fn one_in(language: Language, share: f64) -> String {
    match share {
        share if share >= 1.0 => say!(language, "chart-all"),
        // Whole numbers cannot tell 0.4 from 0.6, nor 0.7 from all.
        share if share > 0.25 => small_share(language, share),
        share => say!(language, "chart-one-in", many = language.number(1.0 / share, 0)),
    }
}

/// A bound with two digits at most, never below what it was: 1 in 102 661 becomes 1 in 100 000.
fn rounded_up(share: f64) -> f64 {
    let unit = libm::exp10(libm::log10(1.0 / share).floor() - 1.0).max(1.0);
    1.0 / ((1.0 / share / unit).floor() * unit)
}

fn keys(language: Language, journeys: &JourneyFigures, story: Option<f64>, shares: &Shares) -> Vec<Key> {
    let mut keys = Vec::new();
    for (name, shape, words) in MARKED {
        if let Some(n) = percentile(journeys, name) {
            let text = say!(language, words, count = n as usize);
            keys.push(Key { sign: Sign::Dot(shape, false), colour: Colour::Ink, text });
        }
    }
    if let Some(n) = story {
        let share = at_least(shares, n);
        let often = if share > 0.0 { one_in(language, share) } else { say!(language, "chart-none-seen") };
        let text = say!(language, "chart-issues-key-story", count = n as usize, often = often);
        keys.push(Key { sign: Sign::Dot(Shape::Diamond, share > 0.0), colour: Colour::Alarm, text });
    }
    keys
}

fn subtitle(language: Language, scenario: &ScenarioResult, journeys: &JourneyFigures) -> String {
    let issues = journeys.issues.map_or(0.0, |issues| issues.value) * f64::from(scenario.replications);
    say!(
        language,
        "chart-issues",
        scenario = &scenario.name,
        issues = language.number(issues, 0),
        replications = replications(language, scenario)
    )
}

/// The story's place, or the mean and the far end.
fn title(language: Language, journeys: &JourneyFigures, shares: &Shares) -> String {
    if let Some(share) = journeys.story.as_ref().and_then(|story| story.share) {
        return as_the_story(language, &share);
    }
    let again = small_share(language, at_least(shares, 2.0));
    let mean = language.show(Kind::Mean, journeys.contacts_per_issue.mean.as_ref());
    match percentile(journeys, "99").filter(|n| *n > 1.0) {
        Some(far) => say!(language, "chart-issues-far", again = again, mean = mean, count = far as usize),
        None => say!(language, "chart-issues-again", again = again, mean = mean),
    }
}

fn as_the_story(language: Language, share: &Estimate) -> String {
    match (share.value, share.ci95) {
        (0.0, None) => say!(language, "chart-story-none"),
        (0.0, Some([_, high])) => {
            say!(language, "chart-story-fewer", many = language.number(1.0 / rounded_up(high), 0))
        }
        (value, _) if value < 0.05 => {
            say!(language, "chart-story-one-in", many = language.number(1.0 / value, 0))
        }
        _ => say!(language, "chart-story-share", share = language.show(Kind::Share, Some(share))),
    }
}
