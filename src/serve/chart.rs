//! Service level through the day, saved against changed, as lines in a box of the page's own.

use serde::Serialize;

use super::desk::Answer;
use super::results::shown;
use crate::kpi::Interval;
use crate::report::Language;
use crate::report::language::say;
use crate::report::wording::Kind;
use crate::stats::Estimate;
use crate::units::{DAY, time_of_day};

/// What the page draws: coordinates in a box of `WIDTH` by `HEIGHT`.
#[derive(Serialize)]
pub(super) struct DayChart {
    title: String,
    /// The saved scenario's line, and the changed one's.
    saved: String,
    tried: Option<String>,
    /// The height of the target and its words.
    target: Option<(f64, String)>,
    /// Shares and where they stand.
    shares: Vec<(f64, String)>,
    /// Times of day and where they stand.
    hours: Vec<(f64, String)>,
    /// What is told at a moment: where its strip begins, and the words.
    points: Vec<(f64, String)>,
    /// The width of a strip.
    strip: f64,
}

/// The box in which the lines are drawn, without the axes.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 110.0;

/// The intervals to which a chart is cut: those in which the type has contacts.
struct Frame {
    from: f64,
    to: f64,
    step: f64,
    /// The share at the bottom.
    bottom: f64,
}

impl Frame {
    /// Of the saved scenario's day and the changed one's, with a target.
    fn of(saved: &[Interval], tried: &[Interval], name: &str, target: Option<f64>) -> Option<Self> {
        let busy = saved.iter().filter(|interval| level(interval, name).is_some()).map(|interval| interval.seconds);
        let (from, last) = busy.fold((DAY, 0.0), |(from, to): (f64, f64), at| (from.min(at), to.max(at)));
        let step = saved.get(1)?.seconds - saved.first()?.seconds;
        let levels = saved.iter().chain(tried).filter_map(|interval| Some(level(interval, name)?.value));
        let least = levels.chain(target).fold(1.0, f64::min);
        let bottom = if least < 0.5 { 0.0 } else { 0.5 };
        (from < last).then_some(Self { from, to: last + step, step, bottom })
    }

    fn x(&self, seconds: f64) -> f64 {
        rounded((seconds - self.from) / (self.to - self.from) * WIDTH)
    }

    fn y(&self, share: f64) -> f64 {
        rounded((1.0 - share) / (1.0 - self.bottom) * HEIGHT)
    }
}

/// The chart of a contact type; none where the study has no days or the type has no service level.
pub(super) fn of_day(language: Language, answer: &Answer, name: &str) -> Option<DayChart> {
    let (saved, tried) = (answer.saved.intervals.as_deref()?, shown(answer));
    let now = tried.intervals.as_deref()?;
    let promised = tried.contacts.get(name)?.target.and_then(|target| target.answer);
    let frame = Frame::of(saved, now, name, promised)?;
    let target =
        promised.map(|share| (frame.y(share), say!(language, "serve-chart-target", share = language.percent(share))));
    let middle = (1.0 + frame.bottom) / 2.0;
    let changed = answer.tried.is_some();
    let inside = |interval: &&Interval| interval.seconds >= frame.from && interval.seconds < frame.to;
    let told = saved.iter().zip(now).filter(|(interval, _)| inside(interval));
    let points = told.map(|(saved, now)| (frame.x(saved.seconds), point(language, saved, now, name, changed)));
    Some(DayChart {
        title: say!(language, "serve-chart", name = name),
        saved: line(saved, name, &frame),
        tried: changed.then(|| line(now, name, &frame)),
        target,
        shares: [frame.bottom, middle, 1.0].map(|share| (frame.y(share), language.percent(share))).into(),
        hours: hours(&frame),
        points: points.collect(),
        strip: rounded(frame.step / (frame.to - frame.from) * WIDTH),
    })
}

fn level(interval: &Interval, name: &str) -> Option<Estimate> {
    interval.contacts.get(name)?.service_level
}

fn point(language: Language, saved: &Interval, now: &Interval, name: &str, changed: bool) -> String {
    let time = time_of_day(saved.seconds);
    let figure = |interval| language.show(Kind::Share, level(interval, name).as_ref());
    if changed {
        say!(language, "serve-chart-points", time = time, saved = figure(saved), tried = figure(now))
    } else {
        say!(language, "serve-chart-point", time = time, figure = figure(saved))
    }
}

/// The path through the middles of the intervals, interrupted where there is no figure.
fn line(intervals: &[Interval], name: &str, frame: &Frame) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for interval in intervals {
        match level(interval, name) {
            Some(level) => {
                let x = frame.x(interval.seconds + frame.step / 2.0);
                path += &format!("{}{x} {} ", if drawing { "L" } else { "M" }, frame.y(level.value));
                drawing = true;
            }
            None => drawing = false,
        }
    }
    path
}

/// Round times of day, some five of them.
fn hours(frame: &Frame) -> Vec<(f64, String)> {
    let steps = [1.0, 2.0, 3.0, 4.0, 6.0].map(|hours| hours * crate::units::HOUR);
    let step = steps.into_iter().find(|step| (frame.to - frame.from) / step <= 5.0).unwrap_or(steps[4]);
    let first = (frame.from / step).ceil();
    let moments = (0..).map(|number| (first + f64::from(number)) * step).take_while(|moment| *moment <= frame.to);
    moments.map(|moment| (frame.x(moment), time_of_day(moment))).collect()
}

/// No more digits than a screen can show.
fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
