//! Handling times: how often which, on a logarithmic axis, with the law that the scenario has.

use super::super::{Axis, Chart, Colour, Dash, Kind, Mark, Panel, Side, Sign, axis};
use super::{LANGUAGE, key, survival};
use crate::fit::{FittedHandling, FittedType, FittedWrap, HandlingTimes, Reason};
use crate::report::wording::percent;
use crate::stats::Durations;

/// Bars to each doubling of the time, and where few were seen.
const BARS: f64 = 4.0;
const FEW_BARS: f64 = 2.0;
const FEW: f64 = 1000.0;
/// The share of the longest that lie beyond the axis.
const BEYOND: f64 = 0.001;

/// A bar: from when to when, s, and the share of all in it for each doubling of the time.
struct Bin {
    from: f64,
    to: f64,
    height: f64,
}

/// The chart; none where the times are those of all types.
pub(super) fn chart(one: &FittedType) -> Option<Chart> {
    let FittedHandling { talk, wrap, .. } = &one.handling;
    if talk.of_all {
        return None;
    }
    let told = matches!(wrap, Some(FittedWrap::Told(_)));
    let mut panels: Vec<Panel> = panel(if told { "talk" } else { "handling" }, &talk.own).into_iter().collect();
    if let Some(FittedWrap::Told(wrap)) = wrap {
        panels.extend(panel("after-contact work", wrap));
    }
    panels.first()?;
    let spike = talk.own.spike.is_some();
    let mut keys = vec![key(Sign::Bar, Colour::Series(5), "seen")];
    if spike {
        keys.push(key(Sign::Bar, Colour::Series(4), "seen, rather of the spike of very short ones"));
    }
    keys.push(key(Sign::Line(Dash::Solid), Colour::Ink, "the law of the scenario"));
    if talk.own.recommended.reason != Reason::Fits && !talk.own.body.fits.is_empty() {
        keys.push(key(Sign::Line(Dash::Long), Colour::Alarm, "the best parametric law"));
    }
    Some(Chart {
        name: "handling",
        title: title(&talk.own, told),
        subtitle: format!(
            "{}: share of {} handlings for each doubling of the time, so that areas are shares; the axis is logarithmic. {}",
            one.name,
            Kind::Count.plain(talk.own.seen.n()),
            chosen(&talk.own)
        ),
        height: 720,
        keys,
        columns: panels.len(),
        panels,
    })
}

fn title(times: &HandlingTimes, told: bool) -> String {
    let what = if told { "Contacts are talked about for" } else { "Contacts are handled in" };
    let mean = Kind::Duration.show(Some(&times.mean.estimate));
    let shape = match (times.body.fits.first(), times.body.goodness) {
        (Some(best), Some(goodness)) => {
            let share = percent(goodness.distance);
            format!("; a {} law comes closest, nowhere off by more than {share}", best.law.name())
        }
        _ => String::new(),
    };
    let spike = times.spike.as_ref().map_or_else(String::new, |spike| {
        format!("; {} are a spike of very short ones", Kind::Share.show(Some(&spike.share.estimate)))
    });
    format!("{what} {mean} on average{shape}{spike}")
}

/// Which law the scenario has, and why.
fn chosen(times: &HandlingTimes) -> &'static str {
    match times.recommended.reason {
        Reason::Fits => "The scenario has the parametric law.",
        Reason::NoneFits => "No parametric law fits well enough: the scenario has what was seen itself, in slices.",
        Reason::Spike => {
            "With the short ones no parametric law fits: the scenario has what was seen itself, in slices."
        }
        Reason::Constant => "All are the same.",
        Reason::TooFew => "Too few to tell laws apart: the scenario has the simplest.",
    }
}

fn panel(what: &str, times: &HandlingTimes) -> Option<Panel> {
    let bins = bins(&times.seen);
    let (first, last) = (bins.first()?.from, bins.last()?.to);
    let cut = times.spike.as_ref().map_or(0.0, |spike| spike.cut_off);
    let law = line(&bins, |t| survival(&times.recommended.law, &times.body.fits, t));
    // Times of 0 s belong to the spike where there is one.
    let body = 1.0 - times.spike.as_ref().map_or(times.zeros.value(), |spike| spike.share.value());
    let best = times.body.fits.first().filter(|_| times.recommended.reason != Reason::Fits);
    let parametric = best.map(|best| line(&bins, |t| Some(body * best.survival(t))));
    let heights = bins.iter().map(|bin| bin.height);
    let curves = law.iter().chain(parametric.iter().flatten()).map(|(_, y)| *y);
    let most = heights.chain(curves).fold(f64::MIN_POSITIVE, f64::max);
    let y = axis::share(LANGUAGE, "share for each doubling", (0.0, most), 6);
    let mut marks: Vec<Mark> = bins.iter().map(|bin| bar(bin, cut)).collect();
    marks.push(Mark::Line(law, Colour::Ink, Dash::Solid));
    marks.extend(parametric.map(|line| Mark::Line(line, Colour::Alarm, Dash::Long)));
    if cut > first {
        let words = format!("spike: below {}", LANGUAGE.duration(cut));
        marks.push(Mark::Line(vec![(place(cut), 0.0), (place(cut), y.to)], Colour::Quiet, Dash::Short));
        marks.push(Mark::Text((place(cut) + 0.06, 0.93 * y.to), Colour::Quiet, Side::Right, words));
    }
    let zeros = times.zeros.value();
    let of_zero = if zeros > 0.0 { format!("; {} lasted 0 s", percent(zeros)) } else { String::new() };
    Some(Panel {
        heading: format!("{what} time"),
        note: format!("mean {}{of_zero}", Kind::Duration.show(Some(&times.mean.estimate))),
        x: x_axis(first, last, what),
        y,
        marks,
        weight: 1.0,
        ..Panel::default()
    })
}

fn bar(bin: &Bin, cut: f64) -> Mark {
    let colour = if (bin.from * bin.to).sqrt() < cut { Colour::Series(4) } else { Colour::Series(5) };
    Mark::Bar([(place(bin.from), 0.0), (place(bin.to), bin.height)], colour, String::new())
}

/// Where a time stands: one unit for each doubling.
fn place(seconds: f64) -> f64 {
    libm::log2(seconds)
}

fn x_axis(first: f64, last: f64, what: &str) -> Axis {
    let mut ticks: Vec<(f64, String)> = Vec::new();
    for seconds in axis::ROUND_WAITS.into_iter().filter(|seconds| *seconds >= first && *seconds <= last) {
        if ticks.last().is_none_or(|(before, _)| place(seconds) - before >= (place(last) - place(first)) / 14.0) {
            ticks.push((place(seconds), LANGUAGE.duration(seconds)));
        }
    }
    Axis { name: format!("{what} time"), from: place(first), to: place(last), ticks }
}

/// A law as the level that it has in each bar: both are shares of the same stretch of time.
fn line(bins: &[Bin], survival: impl Fn(f64) -> Option<f64>) -> Vec<(f64, f64)> {
    let level = |bin: &Bin| {
        let share = survival(bin.from)? - survival(bin.to)?;
        let height = share / (place(bin.to) - place(bin.from));
        Some([(place(bin.from), height), (place(bin.to), height)])
    };
    bins.iter().filter_map(level).flatten().collect()
}

/// Bars of about equal width on the axis; of rounded times each holds whole values.
fn bins(seen: &Durations) -> Vec<Bin> {
    let all = seen.n();
    let above = seen.points().iter().find(|point| point.time > 0.0).map(|point| point.time);
    let Some(least) = above.filter(|_| all > 0.0) else { return Vec::new() };
    let mut left = BEYOND * all;
    let longest = seen.points().iter().rev().find(|point| {
        left -= point.events;
        left <= 0.0
    });
    let unit = seen.resolution();
    // Without rounding, times much shorter than a second would fill the axis with nothing.
    let start = if unit > 0.0 { unit / 2.0 } else { least.max(1.0) };
    let (end, each) = (longest.map_or(least, |point| point.time), if all < FEW { FEW_BARS } else { BARS });
    let mut edges = vec![start];
    let mut exact = start;
    while edges.last().is_some_and(|edge| *edge < end) {
        exact *= libm::exp2(1.0 / each);
        let edge = if unit > 0.0 { (exact / unit - 0.5).round() * unit + unit / 2.0 } else { exact };
        if edges.last().is_none_or(|before| edge > *before) {
            edges.push(edge);
        }
    }
    let bin = |ends: &[f64]| {
        let share = seen.events_between(ends[0], ends[1]) / all;
        Bin { from: ends[0], to: ends[1], height: share / (place(ends[1]) - place(ends[0])) }
    };
    edges.windows(2).map(bin).collect()
}
