//! What a budget buys: cost against service level and against satisfaction.

use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::planner::{FrontierPoint, StaffingDocument};
use crate::report::language::Language;
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// A figure of a point.
type Figure = fn(&FrontierPoint) -> Option<Estimate>;

/// The chart; `None` without budgets.
pub(super) fn chart(document: &StaffingDocument) -> Option<Chart> {
    let mut points: Vec<&FrontierPoint> = document.frontier.iter().collect();
    let money = points.iter().all(|point| point.effort.cost.is_some());
    points.sort_by(|a, b| spent(a, money).total_cmp(&spent(b, money)));
    let figures: [(&str, Figure); 3] = [
        ("service level", |point| point.service_level),
        ("abandonment", |point| point.p_abandon),
        ("satisfied", |point| point.csat),
    ];
    let panels: Vec<Panel> = figures.iter().filter_map(|(name, figure)| panel(name, *figure, &points, money)).collect();
    let title = title(&points, money)?;
    Some(Chart {
        name: "frontier",
        title,
        subtitle: format!(
            "{}: dots are the least staff for the promises, all eased or deepened alike; whiskers: 95 % confidence intervals \
             on fresh days",
            document.name
        ),
        height: 720,
        keys: keys(&points),
        columns: panels.len(),
        panels,
    })
}

fn spent(point: &FrontierPoint, money: bool) -> f64 {
    point.effort.cost.filter(|_| money).unwrap_or(point.effort.hours)
}

fn amount(spent: f64, money: bool) -> String {
    if money {
        format!("a cost of {}", Kind::Money.plain(spent))
    } else {
        format!("{} hours", wording::number(spent, 0))
    }
}

fn panel(name: &str, figure: Figure, points: &[&FrontierPoint], money: bool) -> Option<Panel> {
    let known: Vec<(f64, Estimate, bool)> =
        points.iter().filter_map(|point| Some((spent(point, money), figure(point)?, point.chosen))).collect();
    let (first, last) = (known.first()?.0, known.last()?.0);
    let ends = |f: &Estimate| f.ci95.unwrap_or([f.value; 2]);
    let (low, high) = known
        .iter()
        .map(|(_, f, _)| ends(f))
        .fold((f64::INFINITY, 0.0_f64), |(a, b), [low, high]| (a.min(low), b.max(high)));
    let air = 0.08 * (high - low).max(0.01);
    // Points at the very edge would lose half of their markers.
    let room = 0.05 * (last - first).max(1.0);
    let unit = if money { "cost over the horizon" } else { "agent hours" };
    let x = axis::quantity(
        Language::English,
        if money { Kind::Money } else { Kind::Hours },
        unit,
        (first - room, last + room),
        4,
    );
    let y = axis::share(Language::English, "", ((low - air).max(0.0), (high + air).min(1.0)), 6);
    Some(Panel {
        heading: name.to_owned(),
        note: String::new(),
        marks: marks(&known, &y, points.iter().any(|point| point.promised)),
        x,
        y,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    })
}

fn marks(known: &[(f64, Estimate, bool)], y: &Axis, promised: bool) -> Vec<Mark> {
    let at = |(x, figure, _): &(f64, Estimate, bool)| (*x, figure.value);
    // A plan for a budget of its own kind does not lie between its neighbours.
    let line = known.iter().filter(|(.., chosen)| !chosen || promised).map(at).collect();
    let mut marks = vec![Mark::Line(line, Colour::Main, Dash::Hair)];
    for (x, figure, _) in known {
        let whisker = |[low, high]: [f64; 2]| [(*x, low.clamp(y.from, y.to)), (*x, high.clamp(y.from, y.to))];
        marks.extend(figure.ci95.map(|ends| Mark::Whisker(whisker(ends), Colour::Main)));
    }
    let (chosen, others): (Vec<_>, Vec<_>) = known.iter().partition(|(.., chosen)| *chosen);
    marks.push(Mark::Dots(others.iter().map(at).collect(), Colour::Main, Shape::Circle, true));
    marks.push(Mark::Dots(chosen.iter().map(at).collect(), Colour::Alarm, Shape::Diamond, true));
    marks
}

fn keys(points: &[&FrontierPoint]) -> Vec<Key> {
    let dot = |shape, colour, text: &str| Key { sign: Sign::Dot(shape, true), colour, text: text.into() };
    let mut keys = vec![dot(Shape::Circle, Colour::Main, "promises eased or deepened")];
    if let Some(chosen) = points.iter().find(|point| point.chosen) {
        let what = if chosen.promised { "least plan that keeps every promise" } else { "plan for the budget asked" };
        keys.push(dot(Shape::Diamond, Colour::Alarm, what));
    }
    keys
}

fn title(points: &[&FrontierPoint], money: bool) -> Option<String> {
    let (first, last) = (points.first()?, points.last()?);
    let chosen = points.iter().find(|point| point.chosen);
    let figure = |point: &FrontierPoint| point.service_level.or(point.csat);
    let what = if first.service_level.is_some() { "service level" } else { "satisfaction" };
    let value = |point| Kind::Share.value(figure(point).as_ref());
    let range = format!(
        "From {} to {}, {what} goes from {} to {}",
        amount(spent(first, money), money),
        if money { Kind::Money.plain(spent(last, money)) } else { amount(spent(last, money), money) },
        value(first),
        value(last)
    );
    Some(match chosen {
        Some(plan) if plan.promised => {
            format!("{range}; keeping every promise takes {}", amount(spent(plan, money), money))
        }
        Some(plan) => {
            format!("{range}; the budget asked buys {} for {}", value(plan), amount(spent(plan, money), money))
        }
        None => range,
    })
}
