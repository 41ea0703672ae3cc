//! Service level through the day, saved against changed, in one picture for each contact type.

use serde::Serialize;

use super::desk::Answer;
use super::results::shown;
use crate::kpi::Interval;
use crate::report::Language;
use crate::report::language::say;
use crate::report::picture::{sign, svg};
use crate::report::plot::{Axis, Colour, Dash, Mark, Panel, Point, Shape, Sign, runs, share_axis, time_axis};
use crate::report::wording::Kind;
use crate::stats::Estimate;
use crate::units::time_of_day;

/// What the page shows of a contact type.
#[derive(Serialize)]
pub(super) struct DayChart {
    /// The picture, whose values are told where one points or walks.
    svg: String,
    /// The target in words.
    target: Option<String>,
}

/// A line with its meaning.
#[derive(Serialize)]
pub(super) struct Key {
    sign: String,
    text: String,
}

/// An interval with its service levels, saved and changed.
struct Moment<'a> {
    interval: &'a Interval,
    saved: Option<Estimate>,
    now: Option<Estimate>,
}

/// Most ticks of the axes.
const HOURS: usize = 6;
const SHARES: usize = 5;

/// What the saved scenario's line looks like, alone and beside another.
const SAVED: (Colour, [Dash; 2]) = (Colour::Quiet, [Dash::Solid, Dash::Short]);
const TRIED: (Colour, Dash) = (Colour::Main, Dash::Solid);

/// The chart of a contact type; none where the study has no days or the type has no service level.
pub(super) fn of_day(language: Language, answer: &Answer, name: &str) -> Option<DayChart> {
    let tried = shown(answer);
    let (saved, now) = (answer.saved.intervals.as_deref()?, tried.intervals.as_deref()?);
    let step = saved.get(1)?.seconds - saved.first()?.seconds;
    let moments = open_hours(saved, now, name)?;
    let target = tried.contacts.get(name)?.target.and_then(|target| target.answer);
    let changed = answer.tried.is_some();
    let panel = panel(language, &moments, step, target, changed);
    let heading = say!(language, "serve-chart", name = name);
    let label = say!(language, "page-picture", heading = heading, note = "", count = panel.points.len());
    Some(DayChart {
        svg: svg(&panel, &[], &label),
        target: target.map(|share| say!(language, "serve-chart-target", share = language.percent(share))),
    })
}

/// What the lines mean, where there are two.
pub(super) fn keys(language: Language) -> [Key; 2] {
    let key = |(colour, dash), text| Key { sign: sign(Sign::Line(dash), colour), text: say!(language, text) };
    [key((SAVED.0, SAVED.1[1]), "serve-column-saved"), key(TRIED, "serve-column-tried")]
}

/// The intervals from the first to the last that has contacts of the type; none where there are fewer than two.
fn open_hours<'a>(saved: &'a [Interval], now: &'a [Interval], name: &str) -> Option<Vec<Moment<'a>>> {
    let level = |interval: &Interval| interval.contacts.get(name)?.service_level.filter(|f| f.value.is_finite());
    let moment =
        |(saved, now): (&'a Interval, &Interval)| Moment { interval: saved, saved: level(saved), now: level(now) };
    let mut moments: Vec<Moment<'a>> = saved.iter().zip(now).map(moment).collect();
    let busy = |moment: &Moment<'_>| moment.saved.or(moment.now).is_some();
    let (first, last) = (moments.iter().position(busy)?, moments.iter().rposition(busy)?);
    moments.truncate(last + 1);
    moments.drain(..first);
    (moments.len() > 1).then_some(moments)
}

fn panel(language: Language, moments: &[Moment<'_>], step: f64, target: Option<f64>, changed: bool) -> Panel {
    let middle = |moment: &Moment<'_>| moment.interval.seconds + step / 2.0;
    let levels = moments.iter().flat_map(|moment| [moment.saved, moment.now]).flatten().map(|level| level.value);
    let least = levels.chain(target).fold(1.0, f64::min);
    let ends =
        |moments: &[Moment<'_>]| Some((moments.first()?.interval.seconds, moments.last()?.interval.seconds + step));
    let (from, to) = ends(moments).unwrap_or_default();
    // Two bottoms only, so that a chart stays still while its figures get better.
    let y = share_axis(language, "", (if least < 0.5 { 0.0 } else { 0.5 }, 1.0), SHARES);
    let goal = target.map(|share| Mark::Line(vec![(from, share), (to, share)], Colour::Ink, Dash::Long));
    let saved = moments.iter().map(|moment| Some((middle(moment), moment.saved?.value)));
    let now = moments.iter().filter(|_| changed).map(|moment| Some((middle(moment), moment.now?.value)));
    let marks = goal.into_iter().chain(lines(saved, (SAVED.0, SAVED.1[usize::from(changed)]))).chain(lines(now, TRIED));
    let point = |moment: &Moment<'_>| {
        let value = moment.now.or(moment.saved)?.value;
        Some(Point { at: (middle(moment), value), words: words(language, moment, changed), value })
    };
    Panel {
        x: Axis { name: String::new(), ..time_axis(language, from, to, HOURS) },
        y,
        marks: marks.collect(),
        points: moments.iter().filter_map(point).collect(),
        ..Panel::default()
    }
}

/// A line through levels, interrupted where there is none.
fn lines(
    levels: impl Iterator<Item = Option<(f64, f64)>>,
    (colour, dash): (Colour, Dash),
) -> impl Iterator<Item = Mark> {
    runs(levels).into_iter().map(move |run| match run.as_slice() {
        [_] => Mark::Dots(run, colour, Shape::Circle, true),
        _ => Mark::Line(run, colour, dash),
    })
}

fn words(language: Language, moment: &Moment<'_>, changed: bool) -> String {
    let time = time_of_day(moment.interval.seconds);
    // A line is not broken inside a figure.
    let figure = |level: Option<Estimate>| language.show(Kind::Share, level.as_ref()).replace(' ', "\u{a0}");
    if changed {
        say!(language, "serve-chart-points", time = time, saved = figure(moment.saved), tried = figure(moment.now))
    } else {
        say!(language, "serve-chart-point", time = time, figure = figure(moment.saved))
    }
}
