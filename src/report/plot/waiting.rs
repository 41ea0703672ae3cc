//! How long contacts wait: the share answered within each time, against the promise.

use super::axis::{self, Waits};
use super::day::{columns, height, name_last, promised, replications, some_of, vertical_ticks};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Sign, palette};
use crate::kpi::{ContactFigures, ScenarioResult, TargetLine};
use crate::report::Verdict;
use crate::report::language::{Language, say};
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
    /// What a reader is told: place on the axis, wait in s, share.
    told: Vec<(f64, f64, f64)>,
    target: Option<(TargetLine, f64)>,
}

/// A type with its curve in seconds.
type Curve<'a> = (&'a str, &'a ContactFigures, Vec<(f64, f64)>);

/// The chart; `None` when no contact was answered.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let curves: Vec<Curve> =
        scenario.contacts.iter().filter_map(|(name, c)| Some((name.as_str(), c, curve(scenario, name, c)?))).collect();
    let thresholds = curves.iter().map(|(_, c, _)| c.target.map_or(USUAL, |t| t.within));
    let shortest = thresholds.clone().reduce(f64::min)?;
    let waits = Waits::around(shortest);
    let longest =
        curves.iter().map(|(_, _, c)| last_change(c, &waits)).chain(thresholds.map(|t| t * 3.0)).fold(60.0, f64::max);
    let lines: Vec<Line> =
        curves.iter().map(|(name, figures, curve)| line(name, figures, curve, &waits, longest)).collect();
    let together = lines.len() <= TOGETHER;
    let shown = lines.len().min(super::day::MOST);
    let columns = if together { 1 } else { columns(shown) };
    let x = waits.axis(language, longest, if together { 14 } else { 14 / columns });
    let panels = if together { vec![overlay(language, &lines, &x)] } else { multiples(language, &lines, &x) };
    Some(Chart {
        name: "waiting",
        title: title(language, &lines),
        subtitle: subtitle(language, scenario, lines.len()),
        height: if together { 720 } else { height(shown) },
        keys: keys(language, &lines, together),
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
fn last_change(curve: &[(f64, f64)], waits: &Waits) -> f64 {
    let end = curve.last().map_or(0.0, |(_, share)| share - 0.005);
    let next = curve.iter().position(|(_, share)| *share >= end).unwrap_or(0);
    let Some(before) = next.checked_sub(1).map(|before| curve[before]) else { return 0.0 };
    let along = (end - before.1) / (curve[next].1 - before.1);
    let (from, to) = (waits.place(before.0), waits.place(curve[next].0));
    waits.seconds(from + (to - from) * along)
}

fn line<'a>(name: &'a str, figures: &'a ContactFigures, curve: &[(f64, f64)], waits: &Waits, longest: f64) -> Line<'a> {
    let end = waits.place(longest);
    let mut points: Vec<(f64, f64)> = curve.iter().map(|(wait, share)| (waits.place(*wait), *share)).collect();
    let inside = points.partition_point(|(place, _)| *place <= end);
    // Where the axis ends before the curve does it cuts a line; otherwise the curve stays level up to its end.
    let last = match (points[..inside].last(), points.get(inside)) {
        (Some((x0, y0)), Some((x1, y1))) => Some(y0 + (y1 - y0) * (end - x0) / (x1 - x0)),
        (last, _) => last.map(|(_, share)| *share),
    };
    points.truncate(inside);
    points.extend(last.map(|share| (end, share)));
    let target = figures.target.map(|t| (t, waits.place(t.within)));
    Line { name, figures, points, told: told(curve, waits, longest), target }
}

/// The curve where a person asks for it: at round waits.
fn told(curve: &[(f64, f64)], waits: &Waits, longest: f64) -> Vec<(f64, f64, f64)> {
    let until = |wait: f64| curve.iter().take_while(|(at, _)| *at <= wait).last().map_or(0.0, |(_, share)| *share);
    axis::ROUND_WAITS.into_iter().filter(|w| *w <= longest).map(|w| (waits.place(w), w, until(w))).collect()
}

fn share_axis(language: Language, ticks: usize) -> Axis {
    axis::share(language, &say!(language, "chart-axis-answered"), (0.0, 1.0), ticks)
}

/// All lines in one panel, named at their ends.
fn overlay(language: Language, lines: &[Line<'_>], x: &Axis) -> Panel {
    let mut marks: Vec<Mark> = Vec::new();
    let mut labels = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let colour = Colour::Series(index);
        marks.push(Mark::Line(line.points.clone(), colour, palette::dash(index)));
        let end = line.points.last().map_or(0.0, |(_, share)| *share);
        labels.push((end, colour, label(language, line)));
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
    Panel {
        x: x.clone(),
        y: share_axis(language, 5),
        marks,
        points: points(language, lines),
        labels,
        weight: 1.0,
        ..Panel::default()
    }
}

/// The share answered within each time, as the line has it.
fn points(language: Language, lines: &[Line<'_>]) -> Vec<Point> {
    let named = lines.len() > 1;
    let point = |line: &Line<'_>, (place, wait, share): &(f64, f64, f64)| {
        let told = say!(
            language,
            "chart-waiting-point",
            time = language.duration(*wait),
            share = language.plain(Kind::Share, *share)
        );
        let words = if named { format!("{}, {told}", line.name) } else { told };
        Point { at: (*place, *share), words, value: *share }
    };
    lines.iter().flat_map(|line| line.told.iter().map(move |told| point(line, told))).collect()
}

/// `sales: 81 % in 20 s (target 80 %)`: the service level beside the name.
fn label(language: Language, line: &Line<'_>) -> String {
    let name = wording::shorten(line.name, 18);
    let (Some(level), Some((target, _))) = (line.figures.service_level, line.target) else { return name };
    let level = language.value(Kind::Share, Some(&level));
    let time = language.duration(target.within);
    match target.answer {
        None => say!(language, "chart-waiting-label", name = name, level = level, time = time),
        Some(answer) => {
            let target = language.percent(answer);
            say!(language, "chart-waiting-label-target", name = name, level = level, time = time, target = target)
        }
    }
}

/// A panel a type, with the others in grey behind it.
fn multiples(language: Language, lines: &[Line<'_>], x: &Axis) -> Vec<Panel> {
    let shown = &lines[..lines.len().min(super::day::MOST)];
    let y = share_axis(language, vertical_ticks(shown.len()));
    let panel = |line: &Line<'_>| {
        let others = shown.iter().filter(|other| other.name != line.name);
        let mut marks: Vec<Mark> = others.map(|o| Mark::Line(o.points.clone(), Colour::Faint, Dash::Hair)).collect();
        marks.push(Mark::Line(line.points.clone(), Colour::Main, Dash::Solid));
        marks.extend(target_marks(line, Colour::Ink, Shape::Diamond, Dash::Short));

        let level = line.figures.service_level;
        let note = level.map_or(String::new(), |level| language.show(Kind::Share, Some(&level)));
        let target = promise(language, line).map(|promise| say!(language, "chart-target-at", share = promise));
        Panel {
            heading: line.name.into(),
            note: target.map_or(note.clone(), |target| format!("{note}, {target}")),
            x: x.clone(),
            y: y.clone(),
            marks,
            points: points(language, std::slice::from_ref(line)),
            weight: 1.0,
            ..Panel::default()
        }
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

fn keys(language: Language, lines: &[Line<'_>], together: bool) -> Vec<Key> {
    let key = |sign, colour, text: &str| Key { sign, colour, text: say!(language, text) };
    let mut keys = Vec::new();
    if !together {
        keys.push(key(Sign::Line(Dash::Solid), Colour::Main, "chart-waiting-key-this"));
        keys.push(key(Sign::Line(Dash::Hair), Colour::Quiet, "chart-waiting-key-others"));
    }
    if lines.iter().any(|l| l.target.is_some_and(|(t, _)| t.answer.is_some())) {
        let (colour, shape) = if together { (Colour::Quiet, Shape::Circle) } else { (Colour::Ink, Shape::Diamond) };
        keys.push(key(Sign::Dot(shape, false), colour, "chart-waiting-key-target"));
    }
    keys
}

fn subtitle(language: Language, scenario: &ScenarioResult, types: usize) -> String {
    let some = some_of(language, "chart-first-types", types);
    say!(
        language,
        "chart-waiting",
        scenario = &scenario.name,
        some = some,
        replications = replications(language, scenario)
    )
}

fn title(language: Language, lines: &[Line<'_>]) -> String {
    let promised: Vec<(&Line, f64, Verdict)> = lines.iter().filter_map(verdict).collect();
    let missed = promised.iter().filter(|(_, _, verdict)| *verdict == Verdict::Missed);
    if let Some((worst, _, _)) = missed.clone().max_by(|a, b| a.1.total_cmp(&b.1)) {
        return others(language, miss(language, worst), missed.count() - 1);
    }
    let promise = |line| promise(language, line).unwrap_or_default();
    if let Some((line, _, _)) = promised.iter().find(|(_, _, verdict)| *verdict == Verdict::Open) {
        let level = language.show(Kind::Share, line.figures.service_level.as_ref());
        let name = wording::shorten(line.name, 32);
        return say!(language, "chart-waiting-open", name = name, promise = promise(line), level = level);
    }
    match promised.as_slice() {
        [] => slowest(language, lines),
        [(only, _, _)] if lines.len() == 1 => {
            let level = language.value(Kind::Share, only.figures.service_level.as_ref());
            say!(language, "chart-waiting-kept", name = only.name, promise = promise(only), level = level)
        }
        all if all.len() == lines.len() => say!(language, "chart-waiting-all-kept"),
        _ => say!(language, "chart-waiting-promised-kept"),
    }
}

/// The line, its shortfall and whether it is certain.
fn verdict<'a, 'b>(line: &'a Line<'b>) -> Option<(&'a Line<'b>, f64, Verdict)> {
    let (level, answer) = (line.figures.service_level?, line.target?.0.answer?);
    Some((line, answer - level.value, Verdict::at_least(&level, answer)))
}

fn promise(language: Language, line: &Line<'_>) -> Option<String> {
    let target = line.target?.0;
    Some(promised(language, target.answer?, target.within))
}

fn miss(language: Language, line: &Line<'_>) -> String {
    let target = line.target.map(|(t, _)| t).unwrap_or_default();
    say!(
        language,
        "chart-waiting-missed",
        name = wording::shorten(line.name, 32),
        level = language.value(Kind::Share, line.figures.service_level.as_ref()),
        time = language.duration(target.within),
        target = target.answer.map_or(String::new(), |answer| language.percent(answer)),
    )
}

fn others(language: Language, finding: String, count: usize) -> String {
    match count {
        0 => finding,
        count => say!(language, "chart-waiting-others", finding = finding, count = count),
    }
}

fn slowest(language: Language, lines: &[Line<'_>]) -> String {
    let percentile = |line: &Line| line.figures.wait_percentiles.get("90").copied().flatten();
    let slowest = lines.iter().filter_map(|l| Some((l, percentile(l)?))).max_by(|a, b| a.1.total_cmp(&b.1));
    match slowest {
        Some((line, wait)) if wait > 0.0 => {
            say!(language, "chart-waiting-slowest", name = line.name, wait = language.duration(wait))
        }
        _ => say!(language, "chart-waiting-none"),
    }
}
