//! What scenarios change for customers against the one that each is compared with: paired differences with their
//! intervals.

use super::axis;
use super::day::{columns, height};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Side, Sign, palette};
use crate::kpi::{Comparison, Difference, ResultDocument};
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind, Unit};
use crate::report::{Judgement, figures};
use crate::stats::Estimate;

/// The figures of whole issues that are drawn, in this order; those of contact types follow.
const OF_ISSUES: [&str; 5] = ["csat", "contacts_per_issue", "churn_share", "money_at_risk", "cost"];
/// More panels than this are too small to read.
const MOST: usize = 9;
/// Air at both ends of an axis, as a share of what is drawn, for the numbers above the outermost dots.
const AIR: f64 = 0.35;

/// A figure and whom it is about; nobody for the whole centre.
type Drawn<'a> = (&'a str, Option<&'a str>);

/// The chart; `None` for a single scenario or where customers are not followed in both of any two.
pub(super) fn chart(document: &ResultDocument, language: Language) -> Option<Chart> {
    let drawn = drawn(document);
    if !drawn.iter().any(|(figure, _)| ["csat", "contacts_per_issue"].contains(figure)) {
        return None;
    }
    let columns = columns(drawn.len());
    let mut panels: Vec<Panel> = drawn.iter().filter_map(|figure| panel(language, document, *figure)).collect();
    for (place, panel) in panels.iter_mut().enumerate() {
        if place % columns > 0 {
            panel.y.ticks.iter_mut().for_each(|(_, words)| words.clear());
        }
    }
    let rows = panels.len().div_ceil(columns);
    let dots = (rows * document.comparisons.len()) as f64;
    Some(Chart {
        name: "comparison-customers",
        title: title(language, document, &drawn),
        subtitle: subtitle(language, document),
        height: height(panels.len()).max((220.0 + 90.0 * rows as f64 + 46.0 * dots) as u32),
        keys: keys(language, document),
        columns,
        panels,
    })
}

/// What differs in any scenario: a figure that stays the same (money at risk without a value) is not worth a panel.
fn drawn(document: &ResultDocument) -> Vec<Drawn<'_>> {
    let rows = || document.comparisons.iter().flat_map(|c| &c.rows);
    let is_something = |row: &Difference| {
        let valued = row.this.zip(row.first).is_some_and(|(a, b)| a.value != 0.0 || b.value != 0.0);
        valued && !matches!(Judgement::on(row), None | Some(Judgement::Same))
    };
    let issues =
        OF_ISSUES.into_iter().filter(|f| rows().any(|r| r.subject.is_none() && r.figure == *f && is_something(r)));
    let mut all: Vec<Drawn> = issues.map(|figure| (figure, None)).collect();
    for row in rows().filter(|r| r.figure == "csat" && is_something(r)) {
        if row.subject.is_some() && !all.contains(&(row.figure.as_str(), row.subject.as_deref())) {
            all.push((row.figure.as_str(), row.subject.as_deref()));
        }
    }
    // With one contact type its panel would say what that of the issues says.
    if all.iter().filter(|(_, subject)| subject.is_some()).count() == 1 {
        all.retain(|(_, subject)| subject.is_none());
    }
    all.truncate(MOST);
    all
}

fn row<'a>(comparison: &'a Comparison, (figure, subject): Drawn) -> Option<&'a Difference> {
    comparison.rows.iter().find(|row| row.figure == figure && row.subject.as_deref() == subject)
}

fn panel(language: Language, document: &ResultDocument, drawn: Drawn) -> Option<Panel> {
    let (figure, subject) = drawn;
    let kind = figures::kind(figure);
    let rows: Vec<Option<&Difference>> = document.comparisons.iter().map(|c| row(c, drawn)).collect();
    let differences = || rows.iter().flatten().filter_map(|row| row.difference);
    let ends = |d: Estimate| d.ci95.unwrap_or([d.value; 2]);
    let (low, high) = differences().map(ends).fold((0.0_f64, 0.0_f64), |(a, b), [low, high]| (a.min(low), b.max(high)));
    let x = difference_axis(language, kind, low, high);
    let (mut marks, mut points) = (Vec::new(), Vec::new());
    for (place, row) in rows.iter().enumerate() {
        let Some((row, difference)) = row.and_then(|row| Some((row, row.difference?))) else { continue };
        let shown = language.difference(kind, Some(&difference));
        let (y, colour) = (-(place as f64) - 0.5, Colour::Series(place + 1));
        // The zero stays below the number.
        marks.push(Mark::Line(vec![(0.0, y - 0.5), (0.0, y + 0.1)], Colour::Ink, Dash::Hair));
        marks.push(Mark::Whisker(ends(difference).map(|end| (end, y)), colour));
        marks.push(Mark::Dots(vec![(difference.value, y)], colour, palette::shape(place + 1), row.real));
        let above = (difference.value, y + 0.1);
        marks.push(Mark::Text(above, Colour::Ink, Side::Middle, shown.clone()));
        let words = say!(
            language,
            "named",
            name = &document.comparisons[place].scenario,
            value =
                format!("{shown}, {}", Judgement::on(row).map_or(String::new(), |judgement| judgement.words(language)))
        );
        points.push(Point { at: (difference.value, y), words, value: difference.value });
    }
    let before = rows.iter().flatten().find_map(|row| row.first).filter(|_| base(document).is_some());
    Some(Panel {
        heading: heading(language, figure, subject),
        note: before.map_or(String::new(), |before| {
            say!(language, "chart-customers-before", value = language.value(kind, Some(&before)))
        }),
        x,
        y: axis::categories(document.comparisons.iter().map(|c| row_name(document, c))),
        marks,
        points,
        labels: Vec::new(),
        weight: 1.0,
    })
}

/// The name of a row: that of the scenario; none for a single one, which the title names.
fn row_name(document: &ResultDocument, comparison: &Comparison) -> String {
    if document.comparisons.len() > 1 { wording::shorten(&comparison.scenario, 40) } else { String::new() }
}

/// The scenario with which all others are compared, if it is one.
fn base(document: &ResultDocument) -> Option<&str> {
    let first = document.comparisons.first()?.against.as_str();
    document.comparisons.iter().all(|comparison| comparison.against == first).then_some(first)
}

fn heading(language: Language, figure: &str, subject: Option<&str>) -> String {
    match (figure, subject) {
        ("csat", None) => say!(language, "chart-csat-of-issues"),
        ("csat", Some(name)) => say!(language, "chart-csat-of", name = name),
        ("cost", None) => say!(language, "figure-cost"),
        (other, _) => figures::label(language, other),
    }
}

/// The shortest axis: less than this nobody reads as a difference.
fn least(kind: Kind) -> f64 {
    match kind {
        Kind::Share => 0.002,
        Kind::Mean => 0.02,
        Kind::Hours => 0.1,
        Kind::Duration | Kind::Count | Kind::Money => 1.0,
    }
}

/// An axis with its zero, room for numbers at both ends, and a sign on every tick; shares are in points.
fn difference_axis(language: Language, kind: Kind, low: f64, high: f64) -> Axis {
    let span = (high - low).max(least(kind));
    let mut axis = axis::quantity(
        language,
        kind,
        "",
        (low - AIR * span, high + AIR * span),
        if kind == Kind::Money { 3 } else { 4 },
    );
    let (factor, unit) = if kind == Kind::Share { (100.0, Unit::Points) } else { (1.0, Unit::None) };
    let step = axis.ticks.windows(2).map(|pair| pair[1].0 - pair[0].0).next().unwrap_or(1.0) * factor;
    let decimals = (-libm::log10(step * 1.000_001).floor()).clamp(0.0, 4.0) as usize;
    for (value, words) in &mut axis.ticks {
        let sign = if *value > 0.5 * step / factor { "+" } else { "" };
        *words = sign.to_owned() + &language.with_unit(language.number(*value * factor, decimals), unit);
    }
    axis
}

fn keys(language: Language, document: &ResultDocument) -> Vec<Key> {
    let key = |(place, comparison): (usize, &Comparison)| Key {
        sign: Sign::Dot(palette::shape(place + 1), true),
        colour: Colour::Series(place + 1),
        text: wording::shorten(&comparison.scenario, 40),
    };
    let text = say!(language, "chart-customers-key-hollow");
    let hollow = Key { sign: Sign::Dot(Shape::Circle, false), colour: Colour::Quiet, text };
    document.comparisons.iter().enumerate().map(key).chain([hollow]).collect()
}

fn subtitle(language: Language, document: &ResultDocument) -> String {
    let least = document.comparisons.iter().map(|c| c.replications).min().unwrap_or(0);
    match base(document) {
        Some(other) => say!(language, "chart-customers", other = other, count = least),
        None => say!(language, "chart-customers-extended", count = least),
    }
}

/// The first figure with a certain difference, where that is clearest.
fn title(language: Language, document: &ResultDocument, drawn: &[Drawn]) -> String {
    let strength = |row: &Difference| row.difference.and_then(|d| Some(d.value.abs() / d.std_error?)).unwrap_or(0.0);
    let clearest = |figure: &Drawn| {
        let rows = document.comparisons.iter().filter_map(|c| Some((c, row(c, *figure)?)));
        rows.filter(|(_, r)| r.real).max_by(|a, b| strength(a.1).total_cmp(&strength(b.1)))
    };
    let Some((figure, (comparison, row))) = drawn.iter().find_map(|figure| Some((figure, clearest(figure)?))) else {
        return say!(language, "chart-customers-noise");
    };
    let kind = figures::kind(figure.0);
    let rises = row.difference.is_some_and(|d| d.value > 0.0);
    let size = row.difference.map(|d| Estimate { value: d.value.abs(), ..d });
    say!(
        language,
        if rises { "chart-customers-rises" } else { "chart-customers-falls" },
        scenario = &comparison.scenario,
        figure = heading(language, figure.0, figure.1),
        size = language.difference(kind, size.as_ref()).trim_start_matches('+'),
    )
}
