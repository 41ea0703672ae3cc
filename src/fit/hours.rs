//! Opening hours, from when the first contact of a day was handled and the last one.

use super::{Fitted, Source};
use crate::stats::wilson;

/// The share of days that may open later, or close earlier, than the hours inferred.
const EARLY: f64 = 0.25;
/// Contacts that come so much before the doors open or after they close, as a share of the grid's step, belong to that
/// opening: clocks differ, and the first are let in a little early.
const ASIDE: f64 = 1.0 / 4.0;

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
/// night moves neither, and a quiet morning only if it is quiet on three of four days. Weekdays that the log has not are
/// missing.
#[must_use]
pub fn opening_hours(days: &[DaySpan], grid: f64) -> Vec<OpeningHours> {
    let weeks: Vec<Weekday> = (0..7).filter_map(|weekday| Weekday::new(weekday, days)).collect();
    let hours = |own: &Weekday| {
        let middle = own.middle?;
        let near = |other: Option<(f64, f64)>| {
            other.is_some_and(|other| (other.0 - middle.0).abs() <= grid && (other.1 - middle.1).abs() <= grid)
        };
        let alike = weeks.iter().filter(|other| near(other.middle));
        Some(hours_of(&alike.flat_map(|other| other.spans.iter().flatten().copied()).collect::<Vec<_>>(), grid))
    };
    weeks.iter().filter_map(|own| own.describe(hours(own), grid)).collect()
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

    fn describe(&self, open: Option<(f64, f64)>, grid: f64) -> Option<OpeningHours> {
        let aside = ASIDE * grid;
        let agrees = |span: &&Option<(f64, f64)>| match (open, span) {
            (Some((from, until)), Some((first, last))) => {
                (from - aside..=from + 2.0 * grid).contains(first)
                    && (until - 2.0 * grid..=until + aside).contains(last)
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

fn hours_of(spans: &[(f64, f64)], grid: f64) -> (f64, f64) {
    let first = lower_quartile(spans.iter().map(|span| span.0).collect());
    let last = -lower_quartile(spans.iter().map(|span| -span.1).collect());
    (((first / grid) + ASIDE).floor() * grid, ((last / grid) - ASIDE).ceil() * grid)
}

/// Whether so many seconds outside the hours still belong to them.
pub(super) fn is_beside(seconds: f64, grid: f64) -> bool {
    seconds <= ASIDE * grid
}

fn lower_quartile(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(EARLY * (values.len() - 1) as f64) as usize]
}
