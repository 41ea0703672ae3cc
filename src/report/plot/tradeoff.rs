//! What money buys: cost against service and against satisfaction, a dot a scenario.

use super::{Chart, Colour, Dash, Key, Mark, Panel, Point, Sign, axis, palette};
use crate::kpi::{Comparison, ContactFigures, Difference, ResultDocument, ScenarioResult};
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// Air around the dots, as a share of what is drawn.
const AIR: f64 = 0.08;

/// A figure to hold against cost: the key of its name, and what a scenario has.
type Good = (&'static str, fn(&ScenarioResult) -> Option<Estimate>);

const GOODS: [Good; 2] =
    [("chart-tradeoff-service", |s| s.centre.service_level), ("chart-csat-of-issues", |s| s.journeys.as_ref()?.csat)];

/// The chart; `None` where fewer than two scenarios have a cost and something that it buys.
pub(super) fn chart(document: &ResultDocument, language: Language) -> Option<Chart> {
    let panels: Vec<Panel> = GOODS.iter().filter_map(|good| panel(language, document, *good)).collect();
    let replications = document.scenarios.iter().map(|s| s.replications).min()?;
    (!panels.is_empty()).then(|| Chart {
        name: "tradeoff",
        title: title(language, document),
        subtitle: say!(
            language,
            "chart-tradeoff",
            count = document.scenarios.len(),
            replications = say!(language, "replications", count = replications)
        ),
        height: 720,
        keys: keys(document),
        columns: panels.len(),
        panels,
    })
}

fn panel(language: Language, document: &ResultDocument, (name, good): Good) -> Option<Panel> {
    let place = |s: &ScenarioResult| Some((s.centre.cost?, good(s)?));
    let places: Vec<Option<(Estimate, Estimate)>> = document.scenarios.iter().map(place).collect();
    (places.iter().flatten().count() > 1).then_some(())?;
    let ends = |f: &Estimate| f.ci95.unwrap_or([f.value; 2]);
    let costs: Vec<[f64; 2]> = places.iter().flatten().map(|(cost, _)| ends(cost)).collect();
    let goods: Vec<[f64; 2]> =
        places.iter().flatten().map(|(_, good)| ends(good).map(|end| end.clamp(0.0, 1.0))).collect();
    let x = axis::quantity(language, Kind::Money, &say!(language, "chart-axis-cost"), around(&costs, f64::INFINITY), 4);
    let figure = say!(language, name);
    let mut marks = ways(document, &places);
    let mut points = Vec::new();
    for (index, (cost, good)) in places.iter().enumerate().filter_map(|(i, place)| Some((i, (*place)?))) {
        let (at, colour) = ((cost.value, good.value), Colour::Series(index));
        marks.push(Mark::Whisker(ends(&cost).map(|end| (end, at.1)), colour));
        marks.push(Mark::Whisker(ends(&good).map(|end| (at.0, end.clamp(0.0, 1.0))), colour));
        marks.push(Mark::Dots(vec![at], colour, palette::shape(index), true));
        let words = say!(
            language,
            "chart-tradeoff-point",
            scenario = &document.scenarios[index].name,
            figure = &figure,
            value = language.show(Kind::Share, Some(&good)),
            cost = language.show(Kind::Money, Some(&cost)),
        );
        points.push(Point { at, words, value: good.value });
    }
    points.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
    let y = axis::share(language, "", around(&goods, 1.0), 5);
    Some(Panel { heading: figure, x, y, marks, points, weight: 1.0, ..Panel::default() })
}

/// The ends of an axis with a little air, within 0 and what is possible.
fn around(ends: &[[f64; 2]], most: f64) -> (f64, f64) {
    let low = ends.iter().map(|[low, _]| *low).fold(f64::INFINITY, f64::min);
    let high = ends.iter().map(|[_, high]| *high).fold(0.0, f64::max);
    let air = ((high - low) * AIR).max(high * 0.01);
    ((low - air).max(0.0), (high + air).min(most))
}

/// A thin line from each scenario to the one that it is compared with.
fn ways(document: &ResultDocument, places: &[Option<(Estimate, Estimate)>]) -> Vec<Mark> {
    let at = |name: &str| {
        let index = document.scenarios.iter().position(|s| s.name == name)?;
        places[index].map(|(cost, good)| (cost.value, good.value))
    };
    let way = |c: &Comparison| Some(Mark::Line(vec![at(&c.against)?, at(&c.scenario)?], Colour::Quiet, Dash::Hair));
    document.comparisons.iter().filter_map(way).collect()
}

fn keys(document: &ResultDocument) -> Vec<Key> {
    let key = |(index, scenario): (usize, &ScenarioResult)| Key {
        sign: Sign::Dot(palette::shape(index), true),
        colour: Colour::Series(index),
        text: wording::shorten(&scenario.name, 40),
    };
    document.scenarios.iter().enumerate().map(key).collect()
}

/// A figure of the whole centre; with a single promise the service level is that of its type.
fn row<'a>(document: &'a ResultDocument, comparison: &'a Comparison, figure: &str) -> Option<&'a Difference> {
    let rows = || comparison.rows.iter().filter(|row| row.figure == figure);
    let only = only_promise(document, &comparison.scenario);
    rows()
        .find(|row| row.subject.is_none())
        .or_else(|| rows().find(|row| only.is_some() && row.subject.as_deref() == only))
}

/// The only contact type of a scenario that promises to answer in time.
fn only_promise<'a>(document: &'a ResultDocument, scenario: &str) -> Option<&'a str> {
    let scenario = document.scenarios.iter().find(|s| s.name == scenario)?;
    let promised = |(_, contact): &(&String, &ContactFigures)| contact.target.is_some_and(|t| t.answer.is_some());
    let mut promised = scenario.contacts.iter().filter(promised);
    promised.next().filter(|_| promised.next().is_none()).map(|(name, _)| name.as_str())
}

/// The certain change of a figure: its sign, or 0; none where the two cannot be compared by it.
fn change(document: &ResultDocument, comparison: &Comparison, figure: &str) -> Option<f64> {
    let row = row(document, comparison, figure)?;
    row.difference.map(|difference| if row.real { difference.value.signum() } else { 0.0 })
}

/// What the one comparison shows, or how many of them improve both.
fn title(language: Language, document: &ResultDocument) -> String {
    let changes = |c: &Comparison| Some((change(document, c, "service_level")?, change(document, c, "cost")?));
    let known: Vec<(&Comparison, (f64, f64))> =
        document.comparisons.iter().filter_map(|c| Some((c, changes(c)?))).collect();
    let (comparison, changes) = match known.as_slice() {
        [] => return say!(language, "chart-tradeoff-unknown"),
        all if all.iter().all(|(_, changes)| *changes == (0.0, 0.0)) => return say!(language, "chart-tradeoff-noise"),
        [(only, changes)] => (*only, *changes),
        many => {
            let better = many.iter().filter(|(_, changes)| *changes == (1.0, -1.0)).count();
            return say!(language, "chart-tradeoff-many", better = better, count = many.len());
        }
    };
    let difference = |figure: &str, kind: Kind| {
        language.difference(kind, row(document, comparison, figure).and_then(|row| row.difference.as_ref()))
    };
    say!(
        language,
        &format!("chart-tradeoff-{}", key(changes)),
        scenario = &comparison.scenario,
        against = &comparison.against,
        service = difference("service_level", Kind::Share),
        cost = difference("cost", Kind::Money),
    )
}

/// The key of what a certain change of service and of cost, not both none, come to.
fn key(changes: (f64, f64)) -> String {
    let service = if changes.0 > 0.0 { "better" } else { "worse" };
    let cost = if changes.1 < 0.0 { "cheaper" } else { "dearer" };
    match changes {
        (0.0, _) => cost.to_owned(),
        (_, 0.0) => service.to_owned(),
        _ => format!("{service}-{cost}"),
    }
}
