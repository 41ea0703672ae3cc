//! What the values of a column are, by a sample of them.

use super::durations::duration;
use super::moments::{Count, Format, Order, bare_number, needs_order, stamp, told_order};
use super::notes::Notes;
use super::numbers::{Decimal, number};
use crate::units::HOUR;

/// What most values of a column are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Content {
    /// The sample has no value.
    Empty,
    /// A date with a time of day.
    Moment,
    Date,
    /// `9:05:30`: a time of day, or a duration; with the median in hours.
    Clock {
        median_hours: f64,
    },
    Number,
    /// A duration with units.
    Duration,
    Text,
}

impl Content {
    /// In words, for a list of columns.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Empty => "nothing",
            Self::Moment => "dates with times",
            Self::Date => "dates",
            Self::Clock { .. } => "times or durations as 9:05:30",
            Self::Number => "numbers",
            Self::Duration => "durations",
            Self::Text => "texts",
        }
    }
}

/// Of the values, this share has to agree on what they are.
const AGREEING: f64 = 0.9;

/// What the values are.
pub(super) fn content(values: &[&str]) -> Content {
    let told: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    if told.is_empty() {
        return Content::Empty;
    }
    let most = |fits: &dyn Fn(&str) -> bool| {
        told.iter().filter(|value| fits(value)).count() as f64 >= AGREEING * told.len() as f64
    };
    if most(&|value| number(value, Decimal::Point, &mut Notes::default()).is_some()) {
        return Content::Number;
    }
    if most(&is_clock) {
        return Content::Clock { median_hours: median_hours(&told) };
    }
    let day_and_time = |value: &str| stamp(value, Format::default()).ok().map(|stamp| (stamp.day, stamp.time));
    if most(&|value| bare_number(value).is_none() && day_and_time(value).is_some_and(|(day, _)| day.is_some())) {
        // A spreadsheet gives dates the time 00:00:00.
        let dawns = told.iter().filter(|value| day_and_time(value).is_some_and(|(_, time)| time.unwrap_or(0.0) == 0.0));
        return if dawns.count() == told.len() { Content::Date } else { Content::Moment };
    }
    if most(&|value| duration(value, 1.0, Decimal::Point, &mut Notes::default()).is_some()) {
        return Content::Duration;
    }
    Content::Text
}

/// Whether a value is hours and minutes, or minutes and seconds, without a date.
fn is_clock(value: &str) -> bool {
    let as_time = stamp(value, Format::default()).is_ok_and(|stamp| stamp.day.is_none());
    value.contains(':') && (as_time || duration(value, 1.0, Decimal::Point, &mut Notes::default()).is_some())
}

fn median_hours(values: &[&str]) -> f64 {
    let hours = |value: &&str| {
        // `05:30` is read as a duration of minutes and seconds, but a time of day of 5 hours and a half.
        let time = stamp(value, Format::default()).ok().and_then(|stamp| stamp.time);
        time.or_else(|| duration(value, 1.0, Decimal::Point, &mut Notes::default())).map(|seconds| seconds / HOUR)
    };
    let mut hours: Vec<f64> = values.iter().filter_map(hours).collect();
    hours.sort_by(f64::total_cmp);
    hours.get(hours.len() / 2).copied().unwrap_or(0.0)
}

/// How the values write dates, as far as a sample tells. Numbers count what puts them into the years 1990 to 2060.
pub(super) fn format(values: &[&str]) -> Format {
    let mut numbers: Vec<f64> = values.iter().filter_map(|value| bare_number(value)).collect();
    numbers.sort_by(f64::total_cmp);
    let count = match numbers.get(numbers.len() / 2).copied().unwrap_or(0.0) {
        0.0..1.0 => Count::Serial,
        32_000.0..60_000.0 => Count::Serial,
        630e6..2.9e9 => Count::Seconds,
        630e9..2.9e12 => Count::Milliseconds,
        _ => Count::Digits,
    };
    let count = if numbers.is_empty() { Count::Digits } else { count };
    Format { order: order(values), count }
}

/// The order of day and month that most of the values tell; dates with the year in front need none.
pub(super) fn order(values: &[&str]) -> Option<Order> {
    let mut told: Vec<Order> = values.iter().filter_map(|value| told_order(value)).collect();
    told.sort_unstable();
    let most = |order: &Order| told.iter().filter(|other| *other == order).count();
    told.iter().copied().rev().max_by_key(most)
}

/// Whether the values have dates of which day and month cannot be told apart without knowing the order.
pub(super) fn is_ambiguous(values: &[&str]) -> bool {
    order(values).is_none() && values.iter().any(|value| needs_order(value))
}
