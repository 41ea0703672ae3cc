//! Opening hours, from when the first contact of a day was handled and the last one.

use super::{Fitted, Source};
use crate::stats::wilson;
use crate::units::{DAY, HOUR};

/// The share of days that may open later, or close earlier, than the hours inferred.
const EARLY: f64 = 0.25;
/// Contacts that come so much before the doors open or after they close, as a share of the grid's step, belong to that
/// opening: clocks differ, and the first are let in a little early.
const ASIDE: f64 = 1.0 / 4.0;

/// A centre does not close at midnight when no more than this, s, lies between the last contact of a day and the first of
/// the next.
const SILENT: f64 = 2.0 * HOUR;

/// The first and the last contact of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaySpan {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// When the first and the last that were handled had come, s of the day (past midnight it goes on counting); none on a day without.
    pub span: Option<(f64, f64)>,
}

/// Opening hours of one weekday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpeningHours {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// How many such days the log has.
    pub days: usize,
    /// From when to when it is open, s of the day; none where it is closed.
    pub open: Option<(f64, f64)>,
    /// The share of days with the hours inferred: first and last contact inside them and within two steps of the grid
    /// from their ends; where it is closed, without a contact. The interval is Wilson's.
    pub agreeing: Fitted,
}

/// Opening hours by weekday, on a grid of so many seconds (half an hour, say). A weekday is closed when most of its days
/// have no contact. Weekdays whose middle days begin and end within a step of each other have the same hours. They open
/// at the last point of the grid before the lower quartile of the first contacts of all their days, and close at the
/// first point after the upper quartile of the last ones (a quarter of a step to either side is forgiven): a stray call at
/// night moves neither, and a quiet morning only if it is quiet on three of four days. Where no more than two hours lie
/// between the last contact of one day and the first of the next, it is open all night. Weekdays that the log has not are
/// missing.
#[must_use]
pub fn opening_hours(days: &[DaySpan], grid: f64) -> Vec<OpeningHours> {
    let weeks: Vec<Weekday> = (0..7).filter_map(|weekday| Weekday::new(weekday, days)).collect();
    let ends = |own: &Weekday| {
        let middle = own.middle?;
        let near = |other: Option<(f64, f64)>| {
            other.is_some_and(|other| (other.0 - middle.0).abs() <= grid && (other.1 - middle.1).abs() <= grid)
        };
        let alike = weeks.iter().filter(|other| near(other.middle));
        Some(quartiles(&alike.flat_map(|other| other.spans.iter().flatten().copied()).collect::<Vec<_>>()))
    };
    let ends: Vec<Option<(f64, f64)>> = weeks.iter().map(ends).collect();
    // A weekday that the log has not is taken to be as the one beside it.
    let beside = |own: usize, step: u8| {
        let wanted = (weeks[own].weekday + step) % 7;
        ends[weeks.iter().position(|other| other.weekday == wanted).unwrap_or(own)]
    };
    let goes_on = |evening: Option<(f64, f64)>, morning: Option<(f64, f64)>| {
        evening.zip(morning).is_some_and(|(evening, morning)| DAY - evening.1 + morning.0 <= SILENT)
    };
    let hours = |own: usize| {
        let all_night = (goes_on(beside(own, 6), ends[own]), goes_on(ends[own], beside(own, 1)));
        weeks[own].describe(ends[own], all_night, grid)
    };
    (0..weeks.len()).filter_map(hours).collect()
}

/// The days of one weekday.
struct Weekday {
    weekday: u8,
    spans: Vec<Option<(f64, f64)>>,
    /// First and last contact of its middle day, the shorter of two; none where it is closed.
    middle: Option<(f64, f64)>,
}

impl Weekday {
    fn new(weekday: u8, days: &[DaySpan]) -> Option<Self> {
        let spans: Vec<Option<(f64, f64)>> =
            days.iter().filter(|day| day.weekday == weekday).map(|day| day.span).collect();
        let mut firsts: Vec<f64> = spans.iter().flatten().map(|span| span.0).collect();
        let mut lasts: Vec<f64> = spans.iter().flatten().map(|span| span.1).collect();
        firsts.sort_by(f64::total_cmp);
        lasts.sort_by(f64::total_cmp);
        let n = firsts.len();
        let middle = (2 * n > spans.len()).then(|| (firsts[n / 2], lasts[(n - 1) / 2]));
        (!spans.is_empty()).then_some(Self { weekday, spans, middle })
    }

    /// The hours on the grid, from the first and the last contact, and whether the centre is open before and after them
    /// all night.
    fn describe(&self, ends: Option<(f64, f64)>, all_night: (bool, bool), grid: f64) -> Option<OpeningHours> {
        let aside = ASIDE * grid;
        let from = |first: f64| if all_night.0 { 0.0 } else { ((first / grid) + ASIDE).floor() * grid };
        let until = |last: f64| if all_night.1 { DAY } else { ((last / grid) - ASIDE).ceil() * grid };
        // A lone contact on a point of the grid opens a step.
        let open = ends.map(|(first, last)| (from(first), until(last).max(from(first) + grid)));
        let quiet = |night: bool| if night { SILENT } else { 2.0 * grid };
        let agrees = |span: &&Option<(f64, f64)>| match (open, span) {
            (Some((from, until)), Some((first, last))) => {
                (from - aside..=from + quiet(all_night.0)).contains(first)
                    && (until - quiet(all_night.1)..=until + aside).contains(last)
            }
            (None, None) => true,
            _ => false,
        };
        let n = self.spans.len();
        let agreeing = wilson(self.spans.iter().filter(agrees).count() as u64, n as u64)?;
        let agreeing = Fitted::new(agreeing, n as f64, Source::Counted);
        Some(OpeningHours { weekday: self.weekday, days: n, open, agreeing })
    }
}

/// The lower quartile of the first contacts, and the upper one of the last.
fn quartiles(spans: &[(f64, f64)]) -> (f64, f64) {
    let first = lower_quartile(spans.iter().map(|span| span.0).collect());
    let last = -lower_quartile(spans.iter().map(|span| -span.1).collect());
    (first, last)
}

/// Whether so many seconds outside the hours still belong to them.
pub(super) fn is_beside(seconds: f64, grid: f64) -> bool {
    seconds <= ASIDE * grid
}

fn lower_quartile(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(EARLY * (values.len() - 1) as f64) as usize]
}
