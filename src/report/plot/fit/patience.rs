//! Patience: the curve of Kaplan and Meier with the law of the scenario.

use super::super::axis::Waits;
use super::super::{Chart, Colour, Dash, Kind, Mark, Panel, Side, Sign, axis};
use super::{LANGUAGE, curve, key, survival, time};
use crate::fit::Patience;
use crate::report::fit::words::between;
use crate::report::wording::percent;

/// A wait that stands well away from zero, s.
const AROUND: f64 = 60.0;
/// How far beyond what was observed the axis goes.
const BEYOND: f64 = 1.6;

/// The share of waits that nobody saw the end of beyond which the mean is said to rest on what is assumed of them.
const LARGE: f64 = 0.1;

/// The chart; none where too few left for a curve.
pub(super) fn chart(name: &str, patience: &Patience) -> Option<Chart> {
    if patience.observed_to <= 0.0 {
        return None;
    }
    let waits = Waits::around(AROUND);
    let longest = BEYOND * patience.observed_to;
    Some(Chart {
        name: "patience",
        title: title(patience),
        subtitle: format!(
            "{name}: share of those who have to wait that would still wait, from {} who left and {} who were answered \
             first (Kaplan and Meier)",
            Kind::Count.plain(patience.left as f64),
            Kind::Count.plain(patience.answered as f64)
        ),
        height: 720,
        keys: vec![
            key(Sign::Band, Colour::Main, "seen, with a band that holds the whole curve in 95 %"),
            key(Sign::Line(Dash::Long), Colour::Ink, "the law of the scenario"),
            key(Sign::Line(Dash::Short), Colour::Alarm, "exponential law with the same number of leavers"),
        ],
        columns: 1,
        panels: vec![panel(patience, &waits, longest)],
    })
}

fn title(patience: &Patience) -> String {
    let mean = between(&patience.mean);
    let naive = time(patience.naive_mean.value());
    let beyond = match patience.unobserved >= LARGE {
        true => format!(
            "; it rests on what is assumed of the {} who would wait longer than {}",
            percent(patience.unobserved),
            time(patience.observed_to)
        ),
        false => String::new(),
    };
    format!("Mean patience is {mean}, not the {naive} that those who left had waited{beyond}")
}

fn panel(patience: &Patience, waits: &Waits, longest: f64) -> Panel {
    let balk = patience.balk.value();
    let recommended = |t: f64| Some((1.0 - balk) * survival(&patience.recommended.law, &patience.fits, t)?);
    let exponential = |t: f64| Some((1.0 - balk) * libm::exp(-t / patience.exponential_mean.value()));
    let band = |t: f64| {
        let last = patience.band[..patience.band.partition_point(|point| point.time <= t)].last()?;
        (t <= patience.observed_to).then_some((last.low, last.high))
    };
    let seen = |t: f64| (t <= patience.observed_to).then(|| patience.curve.survival(t));
    let band = curve(waits, longest, band).into_iter().map(|(x, (low, high))| (x, low, high)).collect();
    let end = waits.place(patience.observed_to);
    let marks = vec![
        Mark::Band(band, Colour::Main),
        Mark::Line(curve(waits, longest, seen), Colour::Main, Dash::Solid),
        Mark::Line(curve(waits, longest, exponential), Colour::Alarm, Dash::Short),
        Mark::Line(curve(waits, longest, recommended), Colour::Ink, Dash::Long),
        Mark::Line(vec![(end, 0.0), (end, 1.0)], Colour::Quiet, Dash::Hair),
        Mark::Text((0.99 * end, 0.93), Colour::Quiet, Side::Left, format!("seen up to {}", time(patience.observed_to))),
    ];
    let mut x = waits.axis(LANGUAGE, longest, 14);
    x.name = "wait".into();
    Panel {
        heading: "still waiting".into(),
        note: if balk > 0.0 { format!("{} leave at once", percent(balk)) } else { String::new() },
        x,
        y: axis::share(LANGUAGE, "share that would still wait", (0.0, 1.0), 5),
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}
