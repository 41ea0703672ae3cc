//! How many contacts issues take: how they are spread, and how long the tail is.

use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Side, Sign, axis};
use crate::kpi::{JourneyFigures, ScenarioResult};
use crate::report::wording::{self, Kind};

/// Most bars; the last holds all that is left.
const BARS: usize = 10;
/// What is left of the issues when there are bars enough.
const REST: f64 = 0.001;
/// Percentiles marked, with their shapes and words.
const MARKED: [(&str, Shape, &str); 2] =
    [("90", Shape::Circle, "nine in ten issues take at most"), ("99", Shape::Square, "99 in a hundred at most")];

/// (contacts, share of issues), ascending.
type Shares = [(f64, f64)];

/// The chart; `None` where customers are not followed or every issue takes one contact.
pub(super) fn chart(scenario: &ScenarioResult) -> Option<Chart> {
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
        title: title(journeys, shares),
        subtitle: subtitle(scenario, journeys),
        height: 720,
        keys: keys(journeys, story, shares),
        columns: 2,
        panels: vec![bars(journeys, shares), tail(journeys, shares, story)],
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
fn bars(journeys: &JourneyFigures, shares: &Shares) -> Panel {
    let last = (2..BARS).find(|n| at_least(shares, *n as f64 + 1.0) < REST).unwrap_or(BARS);
    let share = |n: usize| shares.iter().find(|(contacts, _)| *contacts == n as f64).map_or(0.0, |(_, share)| *share);
    let more = at_least(shares, last as f64 + 1.0) > 0.0;
    let height = |n: usize| if n == last { at_least(shares, n as f64) } else { share(n) };
    let high = (1..=last).map(height).fold(0.0, f64::max);
    let bar = |n: usize| {
        let (middle, height) = (n as f64, height(n));
        let words = small_share(height);
        [
            Mark::Bar([(middle - 0.38, 0.0), (middle + 0.38, height)], Colour::Main, String::new()),
            Mark::Text((middle, height), Colour::Ink, Side::Middle, words),
        ]
    };
    let name = |n: usize| if n == last && more { format!("{n}+") } else { n.to_string() };
    Panel {
        heading: "Issues by number of contacts".into(),
        note: format!("mean {}", Kind::Mean.show(journeys.contacts_per_issue.mean.as_ref())),
        x: Axis {
            name: "contacts".into(),
            from: 0.4,
            to: last as f64 + 0.6,
            ticks: (1..=last).map(|n| (n as f64, name(n))).collect(),
        },
        y: axis::share("issues", 0.0, (high * 1.08).min(1.06), 5),
        marks: (1..=last).flat_map(bar).collect(),
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// The share of issues that take at least so many contacts, on a logarithmic axis.
fn tail(journeys: &JourneyFigures, shares: &Shares, story: Option<f64>) -> Panel {
    let place = |share: f64| libm::log10(share);
    let rarest = shares.last().map_or(1.0, |(_, share)| *share);
    let most = shares.last().map_or(1.0, |(n, _)| *n).max(story.unwrap_or(1.0));
    let bottom = place(rarest).floor().min(-2.0);
    let points: Vec<(f64, f64)> = shares.iter().map(|(n, _)| (*n, place(at_least(shares, *n)))).collect();
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
    let decades = (bottom as i32..=0).map(|power| (f64::from(power), one_in(libm::exp10(f64::from(power)))));
    let x = axis::quantity(Kind::Count, "contacts", 0.0, most + 0.5, 10);
    Panel {
        heading: "Issues with at least so many contacts".into(),
        note: String::new(),
        x,
        y: Axis { name: String::new(), from: bottom, to: 0.0, ticks: decades.collect() },
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// `64 %`, `2.3 %`, `0.04 %`.
fn small_share(share: f64) -> String {
    let decimals = if share >= 0.0995 || share == 0.0 {
        0
    } else if share >= 0.00995 {
        1
    } else {
        2
    };
    format!("{} %", wording::number(share * 100.0, decimals))
}

/// `all`, `1 in 10`, `1 in 1 000`.
fn one_in(share: f64) -> String {
    if share >= 1.0 { "all".into() } else { format!("1 in {}", wording::number(1.0 / share, 0)) }
}

/// A bound with two digits at most, never below what it was: 1 in 102 661 becomes 1 in 100 000.
fn rounded_up(share: f64) -> f64 {
    let unit = libm::exp10(libm::log10(1.0 / share).floor() - 1.0).max(1.0);
    1.0 / ((1.0 / share / unit).floor() * unit)
}

fn keys(journeys: &JourneyFigures, story: Option<f64>, shares: &Shares) -> Vec<Key> {
    let mut keys = Vec::new();
    for (name, shape, words) in MARKED {
        if let Some(n) = percentile(journeys, name) {
            let text = format!("{words} {}", wording::number(n, 0));
            keys.push(Key { sign: Sign::Dot(shape, false), colour: Colour::Ink, text });
        }
    }
    if let Some(n) = story {
        let share = at_least(shares, n);
        let often = if share > 0.0 { one_in(share) } else { "none seen".into() };
        let text = format!("the story's {} contacts or more: {often}", wording::number(n, 0));
        keys.push(Key { sign: Sign::Dot(Shape::Diamond, share > 0.0), colour: Colour::Alarm, text });
    }
    keys
}

fn subtitle(scenario: &ScenarioResult, journeys: &JourneyFigures) -> String {
    let issues = journeys.issues.map_or(0.0, |issues| issues.value) * f64::from(scenario.replications);
    format!(
        "{}: contacts of the customer for each issue, over {} issues in {}",
        scenario.name,
        wording::number(issues, 0),
        match scenario.replications {
            0 | 1 => "one replication".into(),
            n => format!("{} replications", wording::number(f64::from(n), 0)),
        }
    )
}

/// The story's place, or the mean and the far end.
fn title(journeys: &JourneyFigures, shares: &Shares) -> String {
    if let Some(share) = journeys.story.as_ref().and_then(|story| story.share) {
        return match share.value {
            0.0 => share.ci95.map_or("No issue is as bad as the story".into(), |[_, high]| {
                format!("No issue is as bad as the story: fewer than {}", one_in(rounded_up(high)))
            }),
            value if value < 0.05 => format!("{} issues is as bad as the story", one_in(value).replacen('1', "One", 1)),
            _ => format!("{} of issues are as bad as the story", Kind::Share.show(Some(&share))),
        };
    }
    let mean = Kind::Mean.show(journeys.contacts_per_issue.mean.as_ref());
    let again = small_share(at_least(shares, 2.0));
    let far = percentile(journeys, "99").filter(|n| *n > 1.0);
    let far = far.map_or(String::new(), |n| format!(", one issue in a hundred {} or more", wording::number(n, 0)));
    format!("{again} of issues take more than one contact{far}; the mean is {mean}")
}
