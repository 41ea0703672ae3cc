//! Several scenarios beside each other: a dot with its error bar for each scenario and contact type or group.

use super::{Axis, Chart, Colour, Key, Mark, Panel, Point, Shape, Sign, axis, palette};
use crate::kpi::{Difference, ResultDocument, ScenarioResult};
use crate::report::figures::{self, Named};
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

use super::axis::Waits;

/// The figures drawn, with the lines of panels they stand in.
const OF_CONTACTS: [&str; 3] = ["service_level", "p_abandon", "mean_wait_answered"];
const OF_AGENTS: [&str; 2] = ["occupancy", "cost"];
/// Height of a dot's row.
const ROW: f64 = 17.0;

/// The chart; `None` for a single scenario.
pub(super) fn chart(document: &ResultDocument, language: Language) -> Option<Chart> {
    let scenarios = &document.scenarios;
    let first = scenarios.first().filter(|_| scenarios.len() > 1)?;
    let contacts = subjects(scenarios, |s| s.contacts.keys());
    let groups = subjects(scenarios, |s| s.agents.keys());
    let of_contacts = |s: &ScenarioResult, name: &str| s.contacts.get(name).map(figures::of_contacts);
    let of_agents = |s: &ScenarioResult, name: &str| s.agents.get(name).map(figures::of_agents);
    let rows = [
        panels(language, document, &contacts, (&OF_CONTACTS, &of_contacts)),
        panels(language, document, &groups, (&OF_AGENTS, &of_agents)),
    ];
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let dots = (contacts.len() + groups.len()) as f64 * (scenarios.len() as f64 + 1.0);
    // A short row is filled with empty panels, so that the next begins a line of its own.
    let filled = rows.into_iter().filter(|row| !row.is_empty()).flat_map(|row| {
        let missing = columns - row.len();
        row.into_iter().chain(std::iter::repeat_n(Panel::default(), missing))
    });
    Some(Chart {
        name: "comparison",
        title: title(language, document),
        subtitle: subtitle(language, document, first),
        height: 720.max((400.0 + dots * ROW) as u32),
        keys: keys(language, scenarios),
        columns,
        panels: filled.collect(),
    })
}

/// Names in all scenarios, in the order they are met.
fn subjects<'a, I: Iterator<Item = &'a String>>(
    scenarios: &'a [ScenarioResult],
    names: impl Fn(&'a ScenarioResult) -> I,
) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for name in scenarios.iter().flat_map(names) {
        if !all.contains(&name.as_str()) {
            all.push(name);
        }
    }
    all
}

type Figures<'a> = &'a dyn Fn(&ScenarioResult, &str) -> Option<Vec<Named>>;

/// A panel for each figure that any scenario has.
fn panels(
    language: Language,
    document: &ResultDocument,
    subjects: &[&str],
    (names, figures): (&[&str], Figures),
) -> Vec<Panel> {
    let mut panels: Vec<Panel> =
        names.iter().filter_map(|name| panel(language, document, subjects, (name, figures))).collect();
    for panel in panels.iter_mut().skip(1) {
        panel.y.ticks.iter_mut().for_each(|(_, words)| words.clear());
    }
    panels
}

fn panel(
    language: Language,
    document: &ResultDocument,
    subjects: &[&str],
    (figure, figures): (&str, Figures),
) -> Option<Panel> {
    let count = document.scenarios.len() as f64;
    let (mut marks, mut points) = (Vec::new(), Vec::new());
    let mut range: Option<(f64, f64)> = None;
    for (row, subject) in subjects.iter().enumerate() {
        for (index, scenario) in document.scenarios.iter().enumerate() {
            let Some(estimate) = pick(figures(scenario, subject), figure) else { continue };
            let y = -(row as f64) - (index as f64 + 1.0) / (count + 1.0);
            let [low, high] = bar(&estimate, figures::kind(figure));
            let (from, to) = range.unwrap_or((low, high));
            range = Some((from.min(low), to.max(high)));
            let colour = Colour::Series(index);
            marks.push(Mark::Whisker([(low, y), (high, y)], colour));
            let filled = !is_in_doubt(document, index, subject, figure);
            marks.push(Mark::Dots(vec![(estimate.value, y)], colour, palette::shape(index), filled));
            let value = language.show(figures::kind(figure), Some(&estimate));
            let words = say!(language, "named", name = format!("{}, {subject}", scenario.name), value = value);
            points.push(Point { at: (estimate.value, y), words, value: estimate.value });
        }
    }
    let (x, place) = value_axis(language, figures::kind(figure), range?);
    Some(Panel {
        heading: figures::label(language, figure),
        note: if figures::kind(figure) == Kind::Money { say!(language, "chart-a-replication") } else { "".into() },
        x,
        y: axis::categories(subjects.iter().map(|name| wording::shorten(name, 22))),
        marks: marks.into_iter().map(|mark| moved(mark, &place)).collect(),
        points: points.into_iter().map(|point| Point { at: place(point.at), ..point }).collect(),
        labels: Vec::new(),
        weight: subjects.len() as f64 + 0.5,
    })
}

fn pick(figures: Option<Vec<Named>>, name: &str) -> Option<Estimate> {
    figures?.into_iter().find(|(n, _)| n == name)?.1.filter(|f| f.value.is_finite())
}

/// The ends of an error bar; none of these figures can be negative, and shares end at 1.
fn bar(estimate: &Estimate, kind: Kind) -> [f64; 2] {
    let most = if kind == Kind::Share { 1.0 } else { f64::INFINITY };
    estimate.ci95.unwrap_or([estimate.value; 2]).map(|end| end.clamp(0.0, most))
}

/// From a figure and a row to where it stands.
type Place = Box<dyn Fn((f64, f64)) -> (f64, f64)>;

/// Dots need no zero: the axis spans what is there, with a little air. Waits of seconds and of hours in one panel (calls
/// and e-mails) are spread as in the chart of waits.
fn value_axis(language: Language, kind: Kind, (from, to): (f64, f64)) -> (Axis, Place) {
    if kind == Kind::Duration && to > 20.0 * from.max(1.0) {
        let waits = Waits::around(4.0 * from.max(1.0));
        let axis = Axis { name: String::new(), ..waits.axis(language, to * 1.3, 5) };
        return (axis, Box::new(move |(x, y)| (waits.place(x), y)));
    }
    (linear_axis(language, kind, from, to), Box::new(|at| at))
}

fn moved(mark: Mark, place: &Place) -> Mark {
    match mark {
        Mark::Whisker(ends, colour) => Mark::Whisker(ends.map(place), colour),
        Mark::Dots(at, colour, shape, filled) => Mark::Dots(at.into_iter().map(place).collect(), colour, shape, filled),
        other => other,
    }
}

fn linear_axis(language: Language, kind: Kind, from: f64, to: f64) -> Axis {
    let air = ((to - from) * 0.08).max(if kind == Kind::Share { 0.005 } else { to.abs() * 0.01 });
    let low = if from >= 0.0 { (from - air).max(0.0) } else { from - air };
    match kind {
        Kind::Share => axis::share(language, "", (low, (to + air).min(1.0)), 4),
        _ => axis::quantity(language, kind, "", (low, (to + air).max(1e-6)), 4),
    }
}

/// Whether the scenario of this index was compared with another and no certain difference was found.
fn is_in_doubt(document: &ResultDocument, index: usize, subject: &str, figure: &str) -> bool {
    let comparison = document.comparisons.iter().find(|c| c.scenario == document.scenarios[index].name);
    comparison.is_some_and(|c| {
        c.rows.iter().any(|row| !row.real && row.figure == figure && row.subject.as_deref() == Some(subject))
    })
}

fn keys(language: Language, scenarios: &[ScenarioResult]) -> Vec<Key> {
    let key = |(index, scenario): (usize, &ScenarioResult)| Key {
        sign: Sign::Dot(palette::shape(index), true),
        colour: Colour::Series(index),
        text: wording::shorten(&scenario.name, 40),
    };
    let hollow = Key {
        sign: Sign::Dot(Shape::Circle, false),
        colour: Colour::Quiet,
        text: say!(language, "chart-comparison-key-hollow"),
    };
    scenarios.iter().enumerate().map(key).chain([hollow]).collect()
}

fn subtitle(language: Language, document: &ResultDocument, first: &ScenarioResult) -> String {
    let most = document.scenarios.iter().map(|s| s.replications).max().unwrap_or(0);
    let least = document.scenarios.iter().map(|s| s.replications).min().unwrap_or(0);
    let replications = if most == least {
        say!(language, "replications", count = most)
    } else {
        say!(language, "replications-between", least = least, most = most)
    };
    say!(
        language,
        "chart-comparison",
        count = document.scenarios.len(),
        first = &first.name,
        replications = replications
    )
}

/// The largest certain difference among the figures drawn, in standard errors; the service level's where there is one.
fn title(language: Language, document: &ResultDocument) -> String {
    let rows = || document.comparisons.iter().flat_map(|c| c.rows.iter().map(move |row| (c, row)));
    let strength = |row: &Difference| {
        row.difference.and_then(|d| Some(d.value.abs() / d.std_error?)).filter(|s| !s.is_nan()).unwrap_or(0.0)
    };
    let strongest = |figure: &str| {
        rows().filter(|(_, r)| r.real && r.figure == figure).max_by(|a, b| strength(a.1).total_cmp(&strength(b.1)))
    };
    let Some((comparison, row)) = OF_CONTACTS.iter().chain(&OF_AGENTS).find_map(|figure| strongest(figure)) else {
        return say!(language, "chart-comparison-noise");
    };
    let kind = figures::kind(&row.figure);
    let rises = row.difference.is_some_and(|d| d.value > 0.0);
    say!(
        language,
        if rises { "chart-comparison-rises" } else { "chart-comparison-falls" },
        scenario = &comparison.scenario,
        figure = figures::label(language, &row.figure),
        subject = row.subject.clone().unwrap_or_else(|| say!(language, "the-centre")),
        first = language.value(kind, row.first.as_ref()),
        this = language.value(kind, row.this.as_ref()),
    )
}
