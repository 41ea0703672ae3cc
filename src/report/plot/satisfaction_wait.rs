//! What waiting does to satisfaction: the CSAT of contacts by how long they waited, one panel a contact type.

use super::axis::{self, Waits};
use super::day::{MOST, columns, height, name_last, replications, some_of, vertical_ticks};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Shape, Side, Sign};
use crate::kpi::{SatisfactionByWait, ScenarioResult, WaitPoint};
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// Fewer contacts than this in all replications say nothing about their satisfaction.
const FEW: u64 = 30;
/// A share of contacts that is not worth a longer axis.
const RARE: f64 = 0.0005;
/// Width of the bar of those who did not wait, on the axis, which begins there.
const AT_ONCE: f64 = 0.3;

/// The chart; `None` without a model of satisfaction or where nobody waits in a queue.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let curves: Vec<(&str, &SatisfactionByWait)> =
        scenario.customers.as_ref()?.by_wait.iter().map(|(name, curve)| (name.as_str(), curve)).collect();
    let shown = &curves[..curves.len().min(MOST)];
    if shown.is_empty() {
        return None;
    }
    let columns = columns(shown.len());
    let y = axis::share(language, "", (0.0, 1.0), vertical_ticks(shown.len()));
    let panels = shown.iter().map(|(name, curve)| panel(language, name, curve, (&y, columns))).collect();
    Some(Chart {
        name: "satisfaction-by-wait",
        title: title(language, shown),
        subtitle: subtitle(language, scenario, curves.len()),
        height: height(shown.len()),
        keys: keys(language, shown, scenario.replications > 1),
        columns,
        panels: name_last(panels, columns),
    })
}

fn panel(language: Language, name: &str, curve: &SatisfactionByWait, (y, columns): (&Axis, usize)) -> Panel {
    let crowded = columns > 2;
    let waits = Waits::around(curve.expected);
    let longest = longest(curve);
    let mut x = waits.axis(language, longest, 12 / columns);
    x.from = -AT_ONCE;
    if let Some(at_once) = x.ticks.first_mut() {
        at_once.0 = -AT_ONCE / 2.0;
    }
    let mut marks = bars(curve, &waits, longest);
    let model = curve.model.iter().filter(|(wait, _)| *wait <= longest);
    marks.push(Mark::Line(model.map(|(wait, csat)| (waits.place(*wait), *csat)).collect(), Colour::Ink, Dash::Hair));
    let expected = waits.place(curve.expected);
    marks.push(Mark::Line(vec![(expected, y.from), (expected, y.to)], Colour::Ink, Dash::Long));
    marks.extend((!crowded).then(|| expectation(language, curve, expected, &x)));
    marks.extend(points(&curve.abandoned, &waits, longest, Colour::Series(1), Shape::Square, false));
    marks.extend(points(&curve.answered, &waits, longest, Colour::Main, Shape::Circle, true));
    let too_long = curve.too_long.as_ref();
    let note = if crowded {
        let (share, wait) = (language.value(Kind::Share, too_long), language.duration(curve.expected));
        say!(language, "chart-wait-note-short", share = share, wait = wait)
    } else {
        say!(language, "chart-wait-note", share = language.show(Kind::Share, too_long))
    };
    Panel {
        heading: name.to_owned(),
        note,
        x: Axis { name: if crowded { x.name } else { say!(language, "chart-axis-wait-until") }, ..x },
        y: y.clone(),
        marks,
        points: told(language, curve, &waits, longest),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// Where the axis ends: beyond the expectation, and beyond the last bin that is not rare.
fn longest(curve: &SatisfactionByWait) -> f64 {
    let last = curve.shares.iter().filter(|(_, _, share)| *share > RARE).map(|(_, to, _)| *to).fold(0.0, f64::max);
    last.max(curve.expected * 2.0)
}

/// The name of the expectation at the top, or below where satisfaction is high.
fn expectation(language: Language, curve: &SatisfactionByWait, at: f64, x: &Axis) -> Mark {
    let high = curve.model.first().is_some_and(|(_, csat)| *csat > 0.88);
    let side = if at > (x.from + x.to) / 2.0 { Side::Left } else { Side::Right };
    let words = say!(language, "chart-wait-expected", wait = language.duration(curve.expected));
    Mark::Text((at, if high { 0.02 } else { 0.86 }), Colour::Ink, side, format!(" {words} "))
}

/// How many wait how long.
fn bars(curve: &SatisfactionByWait, waits: &Waits, longest: f64) -> Vec<Mark> {
    let bar = |(from, to, share): &(f64, f64, f64)| {
        let ends = if *to == 0.0 { (-AT_ONCE, 0.0) } else { (waits.place(*from), waits.place(to.min(longest))) };
        Mark::Bar([(ends.0, 0.0), (ends.1, *share)], Colour::Faint, String::new())
    };
    curve.shares.iter().filter(|(from, _, _)| *from < longest).map(bar).collect()
}

/// The answered and then the abandoned, by their wait.
fn told(language: Language, curve: &SatisfactionByWait, waits: &Waits, longest: f64) -> Vec<Point> {
    let point = |key: &str, p: &WaitPoint| {
        let (wait, csat) = (language.duration(p.wait), language.show(Kind::Share, Some(&p.csat)));
        let x = if p.wait == 0.0 { -AT_ONCE / 2.0 } else { waits.place(p.wait) };
        Point { at: (x, p.csat.value), words: say!(language, key, wait = wait, csat = csat), value: p.csat.value }
    };
    let sides = [("chart-wait-point-answered", &curve.answered), ("chart-wait-point-abandoned", &curve.abandoned)];
    let shown = |p: &&WaitPoint| p.contacts >= FEW && p.wait <= longest;
    sides.iter().flat_map(|(key, points)| points.iter().filter(shown).map(|p| point(key, p))).collect()
}

fn points(points: &[WaitPoint], waits: &Waits, longest: f64, colour: Colour, shape: Shape, filled: bool) -> Vec<Mark> {
    let place = |wait: f64| if wait == 0.0 { -AT_ONCE / 2.0 } else { waits.place(wait) };
    let told = points.iter().filter(|p| p.contacts >= FEW && p.wait <= longest);
    let mut marks: Vec<Mark> = told
        .clone()
        .filter_map(|p| {
            let ends = p.csat.ci95?.map(|end| (place(p.wait), end.clamp(0.0, 1.0)));
            Some(Mark::Whisker(ends, colour))
        })
        .collect();
    let dots: Vec<(f64, f64)> = told.map(|p| (place(p.wait), p.csat.value)).collect();
    marks.extend((!dots.is_empty()).then_some(Mark::Dots(dots, colour, shape, filled)));
    marks
}

fn keys(language: Language, shown: &[(&str, &SatisfactionByWait)], bars: bool) -> Vec<Key> {
    let key = |sign, colour, text: &str| Key { sign, colour, text: say!(language, text) };
    let answered = if bars { "chart-wait-key-answered-error" } else { "chart-wait-key-answered" };
    let mut keys = vec![key(Sign::Dot(Shape::Circle, true), Colour::Main, answered)];
    if shown.iter().any(|(_, curve)| curve.abandoned.iter().any(|p| p.contacts >= FEW)) {
        keys.push(key(Sign::Dot(Shape::Square, false), Colour::Series(1), "chart-wait-key-abandoned"));
    }
    keys.push(key(Sign::Line(Dash::Hair), Colour::Ink, "chart-wait-key-model"));
    keys.push(key(Sign::Line(Dash::Long), Colour::Ink, "chart-wait-key-expected"));
    keys.push(key(Sign::Bar, Colour::Faint, "chart-wait-key-share"));
    keys
}

fn subtitle(language: Language, scenario: &ScenarioResult, types: usize) -> String {
    let some = some_of(language, "chart-first-types", types);
    let replications = replications(language, scenario);
    say!(language, "chart-wait", scenario = &scenario.name, some = some, replications = replications)
}

/// Where most wait longer than they expect, and how satisfied those are.
fn title(language: Language, shown: &[(&str, &SatisfactionByWait)]) -> String {
    let share = |curve: &SatisfactionByWait| curve.too_long.map_or(0.0, |share| share.value);
    let Some((name, curve)) = shown.iter().max_by(|a, b| share(a.1).total_cmp(&share(b.1))) else {
        return String::new();
    };
    let csat = |figure: Option<Estimate>| language.show(Kind::Share, figure.as_ref());
    if share(curve) < RARE {
        return say!(language, "chart-wait-rare");
    }
    say!(
        language,
        "chart-wait-too-long",
        share = language.value(Kind::Share, curve.too_long.as_ref()),
        name = wording::shorten(name, 32),
        expected = language.duration(curve.expected),
        csat = csat(curve.csat_too_long),
        others = csat(curve.csat_in_time),
    )
}
