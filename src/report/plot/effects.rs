//! Main effects of a sweep: where each figure stands at each level of each factor.

use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::kpi::Column;
use crate::report::figures;
use crate::report::language::Language;
use crate::report::wording::{Kind, shorten};
use crate::sweep::{Change, Effects, LevelMean};

/// More figures, or factors, than this are too small to read.
const MOST: usize = 4;
/// Figures by how much they say to a planner.
const FIRST: [&str; 5] = ["service_level", "p_abandon", "cost", "mean_wait", "occupancy"];

/// The chart; none where no figure has a value at every point.
pub(super) fn chart(effects: &Effects) -> Option<Chart> {
    let figures = figures_shown(effects);
    let factors = factors_shown(effects, &figures);
    let panels =
        figures.iter().flat_map(|column| factors.iter().map(|factor| panel(effects, column, *factor, factors.len())));
    let panels: Vec<Panel> = panels.collect();
    if panels.is_empty() {
        return None;
    }
    let (least, most) = effects.replications;
    let replications = if least == most { least.to_string() } else { format!("{least} to {most}") };
    Some(Chart {
        name: "main-effects",
        title: title(effects, &figures),
        subtitle: format!(
            "{}: means over the points at each level of a factor ({} points, {replications} replications each); whiskers: 95 % \
             interval of the difference from the mean over all points",
            effects.name, effects.points
        ),
        height: 300 + 240 * figures.len() as u32,
        keys: keys(),
        columns: factors.len(),
        panels,
    })
}

/// The first few figures that vary, those of more importance first.
fn figures_shown(effects: &Effects) -> Vec<&Column> {
    let mut columns: Vec<&Column> = Vec::new();
    for level in &effects.levels {
        if !columns.contains(&&level.column) && varies(effects, &level.column) {
            columns.push(&level.column);
        }
    }
    let rank = |column: &&Column| FIRST.iter().position(|name| *name == column.figure).unwrap_or(FIRST.len());
    columns.sort_by_key(rank);
    columns.truncate(MOST);
    columns
}

fn varies(effects: &Effects, column: &Column) -> bool {
    let values = || effects.levels.iter().filter(|level| level.column == *column).map(|level| level.mean.value);
    let (low, high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    high - low > 1e-9 * high.abs()
}

/// All factors, or those that move the first figure most.
fn factors_shown(effects: &Effects, figures: &[&Column]) -> Vec<usize> {
    let mut factors: Vec<usize> = (0..effects.factors.len()).collect();
    if let Some(first) = figures.first().filter(|_| factors.len() > MOST) {
        let reach = |factor: usize| {
            let of = effects.changes.iter().filter(|change| change.factor == factor && change.column == **first);
            of.map(|change| change.change.value.abs()).fold(0.0, f64::max)
        };
        factors.sort_by(|a, b| reach(*b).total_cmp(&reach(*a)));
        factors.truncate(MOST);
        factors.sort_unstable();
    }
    factors
}

/// Half the width of a whisker's ends as a share of the chart's: wider than a dot, which would hide a short whisker.
const CAP: f64 = 0.008;

/// One of so many panels side by side.
fn panel(effects: &Effects, column: &Column, factor: usize, beside: usize) -> Panel {
    let (name, numeric) = &effects.factors[factor];
    let all = || effects.levels.iter().filter(|level| level.column == *column);
    let mut levels: Vec<&LevelMean> = all().filter(|level| level.factor == factor).collect();
    levels.sort_by(|a, b| a.at.total_cmp(&b.at));
    let ends = |level: &LevelMean| level.mean.ci95.unwrap_or([level.mean.value; 2]);
    let (low, high) =
        all().map(ends).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), [low, high]| (a.min(low), b.max(high)));
    let kind = figures::kind(&column.figure);
    let y = value_axis(kind, low, high);
    let at = |level: &&LevelMean| (level.at, level.mean.value);
    let mut marks = Vec::new();
    if *numeric {
        marks.push(Mark::Line(levels.iter().map(at).collect(), Colour::Main, Dash::Hair));
    }
    let x = level_axis(name, &levels, beside);
    let cap = CAP * beside as f64 * (x.to - x.from);
    for level in &levels {
        let [low, high] = ends(level).map(|end| end.clamp(y.from, y.to));
        marks.push(Mark::Whisker([(level.at, low), (level.at, high)], Colour::Main));
        let caps = [low, high].map(|end| Mark::Whisker([(level.at - cap, end), (level.at + cap, end)], Colour::Main));
        marks.extend(caps);
    }
    marks.push(Mark::Dots(levels.iter().map(at).collect(), Colour::Main, Shape::Circle, true));
    let heading = if factor == 0 || effects.factors.len() > MOST { said(column) } else { String::new() };
    Panel { heading, x, y, marks, weight: 1.0, ..Panel::default() }
}

fn value_axis(kind: Kind, low: f64, high: f64) -> Axis {
    let air = 0.08 * (high - low).max(1e-6 * high.abs()).max(1e-6);
    let range = ((low - air).max(0.0), high + air);
    match kind {
        Kind::Share => axis::share(Language::English, "", (range.0, range.1.min(1.0)), 5),
        _ => axis::quantity(Language::English, kind, "", range, 5),
    }
}

/// Letters that fit below all panels of a row.
const LETTERS: usize = 120;

/// Levels along the bottom, with room beside the outermost; names that would overlap are left out.
fn level_axis(name: &str, levels: &[&LevelMean], beside: usize) -> Axis {
    let (first, last) = match (levels.first(), levels.last()) {
        (Some(first), Some(last)) => (first.at, last.at),
        _ => (0.0, 1.0),
    };
    let room = if last > first { 0.12 * (last - first) } else { 0.5 };
    let longest = levels.iter().map(|level| level.level.chars().count().min(14)).max().unwrap_or(1);
    let most = (LETTERS / beside / (longest + 4)).max(2);
    let step = levels.len().div_ceil(most).max(1);
    let ticks = levels.iter().step_by(step).map(|level| (level.at, shorten(&level.level, 14))).collect();
    Axis { name: name.to_owned(), from: first - room, to: last + room, ticks }
}

fn said(column: &Column) -> String {
    let figure = figures::label(Language::English, &column.figure);
    match column.kind.as_str() {
        "contacts" | "agents" => format!("{figure}, {}", column.subject),
        _ => format!("{figure}, the centre"),
    }
}

fn keys() -> Vec<Key> {
    vec![Key { sign: Sign::Dot(Shape::Circle, true), colour: Colour::Main, text: "mean over the points".into() }]
}

/// The largest certain change of the first figure that has one.
fn title(effects: &Effects, figures: &[&Column]) -> String {
    let strongest = |column: &&Column| {
        let real = effects.changes.iter().filter(|change| change.real && change.column == **column);
        real.max_by(|a, b| a.change.value.abs().total_cmp(&b.change.value.abs()))
    };
    match figures.iter().find_map(strongest) {
        Some(change) => sentence(effects, change),
        None if effects.changes.is_empty() => "The points do not tell the factors apart".into(),
        None => "No factor makes a difference that is certain".into(),
    }
}

fn sentence(effects: &Effects, change: &Change) -> String {
    let kind = figures::kind(&change.column.figure);
    let size = kind.difference(Some(&change.change));
    let (name, _) = &effects.factors[change.factor];
    let figure = said(&change.column);
    let (from, to) = (shorten(&change.from, 20), shorten(&change.to, 20));
    format!("{name} moves {figure} most: {size} from {from} to {to}")
}
