//! How long contacts wait: the share answered within each time, against the promise.

use super::axis::{self, Waits};
use super::day::{columns, height, name_last, vertical_ticks};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, palette};
use crate::kpi::{ContactFigures, ScenarioResult, TargetLine};
use crate::report::Verdict;
use crate::report::wording::{self, Kind};

/// More lines than this in one panel cannot be followed; each type then has its own, with the others behind it.
const TOGETHER: usize = 5;
/// A type without a target is drawn as if it had this threshold.
const USUAL: f64 = 20.0;

/// One type's line: the share of answered + abandoned that was answered within x seconds, on the axis of waits.
struct Line<'a> {
    name: &'a str,
    figures: &'a ContactFigures,
    points: Vec<(f64, f64)>,
    target: Option<(TargetLine, f64)>,
}

/// A type with its curve in seconds.
type Curve<'a> = (&'a str, &'a ContactFigures, Vec<(f64, f64)>);

/// The chart; `None` when no contact was answered.
pub(super) fn chart(scenario: &ScenarioResult) -> Option<Chart> {
    let curves: Vec<Curve> =
        scenario.contacts.iter().filter_map(|(name, c)| Some((name.as_str(), c, curve(scenario, name, c)?))).collect();
    let thresholds = curves.iter().map(|(_, c, _)| c.target.map_or(USUAL, |t| t.within));
    let shortest = thresholds.clone().reduce(f64::min)?;
    let waits = Waits::around(shortest);
    let longest = curves.iter().map(|(_, _, c)| last_change(c)).chain(thresholds.map(|t| t * 3.0)).fold(60.0, f64::max);
    let lines: Vec<Line> =
        curves.iter().map(|(name, figures, curve)| line(name, figures, curve, &waits, longest)).collect();
    let together = lines.len() <= TOGETHER;
    let shown = lines.len().min(super::day::MOST);
    let columns = if together { 1 } else { columns(shown) };
    let x = waits.axis(longest, if together { 14 } else { 14 / columns });
    let panels = if together { vec![overlay(&lines, &x)] } else { multiples(&lines, &x) };
    Some(Chart {
        name: "waiting",
        title: title(&lines),
        subtitle: subtitle(scenario, lines.len()),
        height: if together { 720 } else { height(shown) },
        keys: keys(&lines, together),
        columns,
        panels: name_last(panels, columns),
    })
}

/// The curve of answered contacts, scaled so that those who abandon count as not answered, as the promise counts them.
fn curve(scenario: &ScenarioResult, name: &str, figures: &ContactFigures) -> Option<Vec<(f64, f64)>> {
    let points = &scenario.waits.get(name)?.answered_within;
    let (answered, abandoned) = (figures.answered?.value, figures.abandoned.map_or(0.0, |a| a.value));
    let share = answered / (answered + abandoned);
    let scaled = || points.iter().map(|(wait, part)| (*wait, part * share)).collect();
    (answered > 0.0 && points.len() > 1).then(scaled)
}

/// Where the curve has come within half a per cent of its end.
fn last_change(curve: &[(f64, f64)]) -> f64 {
    let end = curve.last().map_or(0.0, |(_, share)| share - 0.005);
    curve.iter().find(|(_, share)| *share >= end).map_or(0.0, |(wait, _)| *wait)
}

fn line<'a>(name: &'a str, figures: &'a ContactFigures, curve: &[(f64, f64)], waits: &Waits, longest: f64) -> Line<'a> {
    let mut points: Vec<(f64, f64)> =
        curve.iter().filter(|(wait, _)| *wait <= longest).map(|(wait, share)| (waits.place(*wait), *share)).collect();
    // The curve stays level where it ends before the axis does.
    points.extend(points.last().map(|(_, share)| (waits.place(longest), *share)));
    let target = figures.target.map(|t| (t, waits.place(t.within)));
    Line { name, figures, points, target }
}

fn share_axis(ticks: usize) -> Axis {
    axis::share("answered", 0.0, 1.0, ticks)
}

/// All lines in one panel, named at their ends.
fn overlay(lines: &[Line<'_>], x: &Axis) -> Panel {
    let mut marks: Vec<Mark> = Vec::new();
    let mut labels = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let colour = Colour::Series(index);
        marks.push(Mark::Line(line.points.clone(), colour, palette::dash(index)));
        let end = line.points.last().map_or(0.0, |(_, share)| *share);
        labels.push((end, colour, label(line)));
    }
    let promises: Vec<_> = lines.iter().filter_map(|l| l.target.map(|(t, _)| (t.answer, t.within))).collect();
    if promises.len() > 1 && promises.windows(2).all(|pair| pair[0] == pair[1]) {
        // One promise for all is one mark, not several on top of each other.
        let promised = lines.iter().find(|line| line.target.is_some());
        marks.extend(promised.into_iter().flat_map(|l| target_marks(l, Colour::Ink, Shape::Circle, Dash::Hair)));
    } else {
        for (index, line) in lines.iter().enumerate() {
            marks.extend(target_marks(line, Colour::Series(index), palette::shape(index), Dash::Hair));
        }
    }
    Panel { x: x.clone(), y: share_axis(5), marks, labels, weight: 1.0, ..Panel::default() }
}

/// `sales: 81 % in 20 s (target 80 %)`: the service level beside the name.
fn label(line: &Line<'_>) -> String {
    let name = wording::shorten(line.name, 18);
    match (line.figures.service_level, line.target) {
        (Some(level), Some((target, _))) => {
            let promised = target.answer.map_or(String::new(), |a| format!(" (target {})", wording::percent(a)));
            format!("{name}: {} in {}{promised}", Kind::Share.value(Some(&level)), wording::duration(target.within))
        }
        _ => name,
    }
}

/// A panel a type, with the others in grey behind it.
fn multiples(lines: &[Line<'_>], x: &Axis) -> Vec<Panel> {
    let shown = &lines[..lines.len().min(super::day::MOST)];
    let y = share_axis(vertical_ticks(shown.len()));
    let panel = |line: &Line<'_>| {
        let others = shown.iter().filter(|other| other.name != line.name);
        let mut marks: Vec<Mark> = others.map(|o| Mark::Line(o.points.clone(), Colour::Faint, Dash::Hair)).collect();
        marks.push(Mark::Line(line.points.clone(), Colour::Main, Dash::Solid));
        marks.extend(target_marks(line, Colour::Ink, Shape::Diamond, Dash::Short));

        let level = line.figures.service_level;
        let note = level.map_or(String::new(), |level| Kind::Share.show(Some(&level)));
        let note = if promise(line).is_empty() { note } else { format!("{note}, target {}", promise(line)) };
        Panel { heading: line.name.into(), note, x: x.clone(), y: y.clone(), marks, weight: 1.0, ..Panel::default() }
    };
    shown.iter().map(panel).collect()
}

/// The promise as a point: so many within so long.
fn target_marks(line: &Line<'_>, colour: Colour, shape: Shape, dash: Dash) -> Vec<Mark> {
    let Some((x, answer)) = line.target.and_then(|(t, x)| Some((x, t.answer?))) else { return Vec::new() };
    vec![
        Mark::Line(vec![(x, 0.0), (x, answer), (0.0, answer)], colour, dash),
        Mark::Dots(vec![(x, answer)], colour, shape, false),
    ]
}

fn keys(lines: &[Line<'_>], together: bool) -> Vec<Key> {
    let mut keys = Vec::new();
    if !together {
        keys.push(Key { sign: Sign::Line(Dash::Solid), colour: Colour::Main, text: "this type".into() });
        keys.push(Key { sign: Sign::Line(Dash::Hair), colour: Colour::Quiet, text: "the other types".into() });
    }
    if lines.iter().any(|l| l.target.is_some_and(|(t, _)| t.answer.is_some())) {
        let (colour, shape) = if together { (Colour::Quiet, Shape::Circle) } else { (Colour::Ink, Shape::Diamond) };
        keys.push(Key {
            sign: Sign::Dot(shape, false),
            colour,
            text: "target: the line should pass through it or above".into(),
        });
    }
    keys
}

fn subtitle(scenario: &ScenarioResult, types: usize) -> String {
    let most = super::day::MOST;
    let some = if types > most { format!(" (the first {most} of {types} types)") } else { String::new() };
    format!(
        "{}: share of contacts answered within a time, of those answered or abandoned{some}; all of {}",
        scenario.name,
        match scenario.replications {
            0 | 1 => "one replication".into(),
            n => format!("{} replications", wording::number(f64::from(n), 0)),
        }
    )
}

fn title(lines: &[Line<'_>]) -> String {
    let promised: Vec<(&Line, f64, Verdict)> = lines.iter().filter_map(verdict).collect();
    let missed = promised.iter().filter(|(_, _, verdict)| *verdict == Verdict::Missed);
    if let Some((worst, _, _)) = missed.clone().max_by(|a, b| a.1.total_cmp(&b.1)) {
        return miss(worst) + &others(missed.count() - 1);
    }
    if let Some((line, _, _)) = promised.iter().find(|(_, _, verdict)| *verdict == Verdict::Open) {
        let level = Kind::Share.show(line.figures.service_level.as_ref());
        return format!("Whether {} keeps {} cannot be told: {level}", wording::shorten(line.name, 32), promise(line));
    }
    match promised.as_slice() {
        [] => slowest(lines),
        [(only, _, _)] if lines.len() == 1 => {
            let level = Kind::Share.value(only.figures.service_level.as_ref());
            format!("{} keeps its promise of {} on average: {level}", only.name, promise(only))
        }
        all if all.len() == lines.len() => "All types keep their promise on average".into(),
        _ => "All types with a promise keep it on average".into(),
    }
}

/// The line, its shortfall and whether it is certain.
fn verdict<'a, 'b>(line: &'a Line<'b>) -> Option<(&'a Line<'b>, f64, Verdict)> {
    let (level, answer) = (line.figures.service_level?, line.target?.0.answer?);
    Some((line, answer - level.value, Verdict::at_least(&level, answer)))
}

fn promise(line: &Line<'_>) -> String {
    let target = line.target.and_then(|(t, _)| Some((t.answer?, t.within)));
    target.map_or(String::new(), |(answer, t)| format!("{} in {}", wording::percent(answer), wording::duration(t)))
}

fn miss(line: &Line<'_>) -> String {
    let level = Kind::Share.value(line.figures.service_level.as_ref());
    let within = line.target.map_or(0.0, |(t, _)| t.within);
    let promised = line.target.and_then(|(t, _)| t.answer).map_or(String::new(), wording::percent);
    format!(
        "{} answers {level} within {}, where {promised} were promised",
        wording::shorten(line.name, 32),
        wording::duration(within)
    )
}

fn others(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "; another type misses its promise too".into(),
        n => format!("; {n} other types miss theirs too"),
    }
}

fn slowest(lines: &[Line<'_>]) -> String {
    let percentile = |line: &Line| line.figures.wait_percentiles.get("90").copied().flatten();
    let slowest = lines.iter().filter_map(|l| Some((l, percentile(l)?))).max_by(|a, b| a.1.total_cmp(&b.1));
    match slowest {
        Some((line, wait)) if wait > 0.0 => {
            format!("{}: 90 % of the answered contacts wait at most {}", line.name, wording::duration(wait))
        }
        _ => "Nearly every contact is answered at once".into(),
    }
}
