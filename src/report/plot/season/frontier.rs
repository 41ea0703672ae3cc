//! Cost against risk: plans for other probabilities.

use crate::report::language::Language;
use crate::report::plot::{Chart, Colour, Dash, Key, Mark, Panel, Shape, Side, Sign, axis};
use crate::report::wording::{Kind, number};
use crate::season::{FrontierFigures, SeasonDocument};
use crate::stats::Estimate;

/// The chart; none with fewer than two plans.
pub(super) fn chart(document: &SeasonDocument) -> Option<Chart> {
    let points: Vec<(&FrontierFigures, Estimate)> =
        document.frontier.iter().filter_map(|point| Some((point, point.worst_week?))).collect();
    let (first, last) = (points.first()?, points.last()?);
    let chosen = points.iter().find(|(point, _)| point.chosen)?;
    let cost = |figure: &Estimate| Kind::Money.plain(figure.value);
    let risk = |kept: &Estimate| format!("{} %", number(100.0 * (1.0 - kept.value), 1));
    let title = format!(
        "A season costs {} where the worst week misses its promises in {} of seasons; the plan's {} bring that to {}",
        cost(&first.0.cost),
        risk(&first.1),
        cost(&chosen.0.cost),
        risk(&chosen.1)
    );
    let dot = |shape, colour, text: &str| Key { sign: Sign::Dot(shape, true), colour, text: text.into() };
    let room = 0.06 * (last.0.cost.value - first.0.cost.value).max(1.0);
    let range = (first.0.cost.value - room, last.0.cost.value + room);
    (points.len() > 1).then(|| Chart {
        name: "season-frontier",
        title,
        subtitle: format!(
            "{}: least cost for other probabilities; whiskers: 95 % confidence intervals; +: people hired",
            document.name
        ),
        height: 640,
        keys: vec![
            dot(Shape::Circle, Colour::Main, "other probabilities, simulated but not corrected"),
            dot(Shape::Diamond, Colour::Alarm, "the plan, confirmed"),
        ],
        columns: 1,
        panels: vec![Panel {
            x: axis::quantity(Language::English, Kind::Money, "mean cost of a season", range, 6),
            y: axis::share(Language::English, "risk of the worst week", (0.0, most(&points)), 6),
            marks: marks(&points),
            weight: 1.0,
            ..Panel::default()
        }],
    })
}

fn most(points: &[(&FrontierFigures, Estimate)]) -> f64 {
    points.iter().map(|(_, kept)| 1.0 - kept.ci95.map_or(kept.value, |[low, _]| low)).fold(0.05, f64::max)
}

fn marks(points: &[(&FrontierFigures, Estimate)]) -> Vec<Mark> {
    let at = |(point, kept): &(&FrontierFigures, Estimate)| (point.cost.value, 1.0 - kept.value);
    let mut marks = vec![Mark::Line(points.iter().map(at).collect(), Colour::Main, Dash::Hair)];
    for (point, kept) in points {
        let (x, y) = at(&(*point, *kept));
        let (colour, shape) =
            if point.chosen { (Colour::Alarm, Shape::Diamond) } else { (Colour::Main, Shape::Circle) };
        marks.extend(kept.ci95.map(|[low, high]| Mark::Whisker([(x, 1.0 - high), (x, 1.0 - low)], colour)));
        marks.extend(point.cost.ci95.map(|[low, high]| Mark::Whisker([(low, y), (high, y)], colour)));
        marks.push(Mark::Dots(vec![(x, y)], colour, shape, true));
        marks.push(Mark::Text((x, y + 0.012), Colour::Ink, Side::Right, format!(" +{}", point.hired)));
    }
    marks
}
