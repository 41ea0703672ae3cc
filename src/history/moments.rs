//! Dates and times of day as switches and spreadsheets write them.

use jiff::civil::{Date, date};

use super::clocks::{Clock, clock};
use crate::units::DAY;

/// In which order a date names its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// What a bare number in a column of moments counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Count {
    /// The digits of a date: 990201 or 19990201, perhaps with those of a time.
    #[default]
    Digits,
    /// Days since the end of 1899, as spreadsheets do.
    Serial,
    /// Seconds since 1970.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
}

/// How a column writes dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    /// The order of the parts of a date, where it is known.
    pub(super) order: Option<Order>,
    /// What bare numbers are.
    pub(super) count: Count,
}

/// A date, a time of day or both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Stamp {
    /// Days since 1970-01-01.
    pub(super) day: Option<i32>,
    /// Seconds since midnight.
    pub(super) time: Option<f64>,
    /// Minutes ahead of UTC, where they are written.
    pub(super) offset: Option<i32>,
    /// The date is not written as the column's format says.
    pub(super) other_format: bool,
}

/// Why there is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Unreadable,
    /// Well written, but no such day.
    NoSuchDate,
    /// Well written, but no such time of day.
    NoSuchTime,
}

impl Stamp {
    /// Seconds since 1970, where there is a date; midnight where there is no time.
    pub(super) fn moment(&self) -> Option<f64> {
        Some(f64::from(self.day?) * DAY + self.time.unwrap_or(0.0))
    }

    fn at(seconds: f64) -> Option<Self> {
        let day = (seconds / DAY).floor();
        (day.abs() < 1e6).then(|| Self { day: Some(day as i32), time: Some(seconds - day * DAY), ..Self::default() })
    }
}

/// Reads a date, a time of day or both.
pub(super) fn stamp(text: &str, format: Format) -> Result<Stamp, Wrong> {
    if let Some(number) = bare_number(text)
        && format.count != Count::Digits
    {
        return counted(number, format.count).ok_or(Wrong::Unreadable);
    }
    let (date_text, clock_text) = apart(text);
    let clock = if clock_text.is_empty() { Clock::default() } else { clock(clock_text, date_text)? };
    let date_text = date_text.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let mut stamp = Stamp { time: clock.seconds, offset: clock.offset, ..Stamp::default() };
    let named_half_only = matches!(date_text, "" | "오전" | "오후");
    if !named_half_only {
        let read = civil(date_text, format.order)?;
        stamp.day = Some(read.day);
        stamp.other_format = read.other_format;
    }
    if stamp.day.is_none() && stamp.time.is_none() { Err(Wrong::Unreadable) } else { Ok(stamp) }
}

/// A number without anything else, such as a serial date.
pub(super) fn bare_number(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| text.parse().ok()).flatten()
}

fn counted(number: f64, count: Count) -> Option<Stamp> {
    // 1970-01-01 is day 25569 of a spreadsheet, which counts to the millisecond at best.
    let serial = |days: f64| ((days - 25_569.0) * DAY * 1000.0).round() / 1000.0;
    match count {
        Count::Digits => None,
        Count::Serial if number < 1.0 => {
            Some(Stamp { time: Some((number * DAY * 1000.0).round() / 1000.0), ..Stamp::default() })
        }
        Count::Serial => Stamp::at(serial(number)),
        Count::Seconds => Stamp::at(number).map(|stamp| Stamp { offset: Some(0), ..stamp }),
        Count::Milliseconds => Stamp::at(number / 1000.0).map(|stamp| Stamp { offset: Some(0), ..stamp }),
    }
}

/// The text before the hour and the text from it on.
fn apart(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let is_digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let colon = bytes.iter().enumerate().position(|(place, byte)| {
        // The colon of 05/Jan/2024:10:00:00 stands before the hour, not after it.
        *byte == b':' && !(place >= 4 && (place - 4..place).all(is_digit))
    });
    if let Some(colon) = colon {
        let start = (0..colon).rev().take_while(|place| is_digit(*place)).last().unwrap_or(colon);
        let (date, clock) = text.split_at(start);
        return (date.strip_suffix('T').unwrap_or(date), clock);
    }
    // 20240105T100000 and 20240105 100000.
    match text.split_once(['T', ' ']) {
        Some((date, time)) if date.len() >= 6 && is_hhmm(time) => (date, time),
        _ if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) => text.split_at(8),
        _ => (text, ""),
    }
}

fn is_hhmm(text: &str) -> bool {
    (text.len() == 4 || text.len() == 6) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date as days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Civil {
    day: i32,
    other_format: bool,
}

fn civil(text: &str, order: Option<Order>) -> Result<Civil, Wrong> {
    let Parts { numbers: [a, b, c], month_named, dotted } = parts(text).ok_or(Wrong::Unreadable)?;
    let own = |year: Part, month: Part, day: Part| Some((year, month, day));
    let four = |part: Part| part.digits == 4;
    let meant = order.unwrap_or(Order::DayMonthYear);
    let (read, other_format) = match (month_named, order) {
        (Some(0), _) => (own(c, a, b), false),
        (Some(_), _) if four(a) => (own(a, b, c), false),
        (Some(_), _) => (own(c, b, a), false),
        _ if four(a) => (own(a, b, c), order.is_some_and(|order| order != Order::YearMonthDay)),
        _ if dotted && !four(a) && meant != Order::YearMonthDay => (own(c, b, a), order == Some(Order::MonthDayYear)),
        // Among dates with the year in front, day and month of another date must tell themselves apart.
        (None, Some(Order::YearMonthDay)) if four(c) && a.value > 12 => (own(c, b, a), true),
        (None, Some(Order::YearMonthDay)) if four(c) && b.value > 12 => (own(c, a, b), true),
        (None, Some(Order::YearMonthDay)) if four(c) => (None, true),
        (None, Some(Order::YearMonthDay)) => (own(a, b, c), false),
        // A month above 12 can only be a day: this row names them the other way round.
        _ if meant == Order::MonthDayYear && a.value > 12 && b.value <= 12 => (own(c, b, a), true),
        _ if meant == Order::DayMonthYear && b.value > 12 && a.value <= 12 => (own(c, a, b), true),
        _ if meant == Order::MonthDayYear => (own(c, a, b), false),
        _ => (own(c, b, a), false),
    };
    let (year, month, day) = read.ok_or(Wrong::Unreadable)?;
    Ok(Civil { day: days(full_year(year)?, month.value, day.value)?, other_format })
}

/// Two digits of a year mean 1970 to 2069.
fn full_year(part: Part) -> Result<i16, Wrong> {
    match (part.digits, part.value) {
        (4, year) => i16::try_from(year).map_err(|_| Wrong::Unreadable),
        (1 | 2, year @ 0..70) => Ok(2000 + year as i16),
        (1 | 2, year) => Ok(1900 + year as i16),
        _ => Err(Wrong::Unreadable),
    }
}

fn days(year: i16, month: u32, day: u32) -> Result<i32, Wrong> {
    let part = |number: u32| i8::try_from(number).map_err(|_| Wrong::NoSuchDate);
    let date = Date::new(year, part(month)?, part(day)?).map_err(|_| Wrong::NoSuchDate)?;
    Ok(day_number(date))
}

/// The number of a date: days since 1970-01-01.
#[must_use]
pub fn day_number(day: Date) -> i32 {
    (day.duration_since(date(1970, 1, 1)).as_secs() / 86_400) as i32
}

/// The date of a day's number, counted from 1970-01-01; the last that a calendar has where it is beyond.
#[must_use]
pub fn date_of(day: i32) -> Date {
    let span = jiff::SignedDuration::from_hours(i64::from(day) * 24);
    date(1970, 1, 1).saturating_add(span)
}

/// A number of a date, and with how many digits it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    value: u32,
    digits: usize,
}

struct Parts {
    numbers: [Part; 3],
    /// Which of them is a month by name.
    month_named: Option<usize>,
    dotted: bool,
}

fn parts(text: &str) -> Option<Parts> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits_alone(text);
    }
    let mut parts = Parts { numbers: [Part::default(); 3], month_named: None, dotted: text.contains('.') };
    let mut count = 0;
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        let part = match word.parse::<u32>() {
            Ok(value) => Part { value, digits: word.len() },
            Err(_) => match month(word) {
                Some(value) if parts.month_named.is_none() => {
                    parts.month_named = Some(count);
                    Part { value, digits: 0 }
                }
                // A weekday says nothing that the date does not.
                _ if is_weekday(word) => continue,
                _ => return None,
            },
        };
        *parts.numbers.get_mut(count)? = part;
        count += 1;
    }
    (count == 3).then_some(parts)
}

/// 990201 and 19990201 are year, month and day.
fn digits_alone(text: &str) -> Option<Parts> {
    let year = match text.len() {
        6 => 2,
        8 => 4,
        _ => return None,
    };
    let part = |from: usize, to: usize| {
        text.get(from..to).and_then(|digits| Some(Part { value: digits.parse().ok()?, digits: to - from }))
    };
    let mut numbers = [part(0, year)?, part(year, year + 2)?, part(year + 2, year + 4)?];
    // With the century written out, the order of the parts is known.
    numbers[0] = Part { value: u32::from(full_year(numbers[0]).ok()?.unsigned_abs()), digits: 4 };
    Some(Parts { numbers, month_named: None, dotted: false })
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn month(word: &str) -> Option<u32> {
    let start = word.get(..3)?.to_ascii_lowercase();
    let number = MONTHS.iter().position(|month| *month == start)?;
    Some(number as u32 + 1)
}

fn is_weekday(word: &str) -> bool {
    let start = word.get(..3).map(str::to_ascii_lowercase);
    start.is_some_and(|start| ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(&start.as_str()))
}

/// In which order a date names its parts, as far as it tells: `None` where the day or the month may stand first.
pub(super) fn told_order(text: &str) -> Option<Order> {
    let parts = date_parts(text)?;
    let [a, b, _] = parts.numbers;
    match (a.value, b.value) {
        _ if parts.month_named.is_some() => None,
        _ if a.digits == 4 => Some(Order::YearMonthDay),
        _ if parts.dotted => Some(Order::DayMonthYear),
        (32.., _) => Some(Order::YearMonthDay),
        (13.., 1..=12) => Some(Order::DayMonthYear),
        (1..=12, 13..) => Some(Order::MonthDayYear),
        _ => None,
    }
}

/// Whether a date can be read in two ways.
pub(super) fn needs_order(text: &str) -> bool {
    date_parts(text).is_some_and(|parts| parts.month_named.is_none()) && told_order(text).is_none()
}

fn date_parts(text: &str) -> Option<Parts> {
    let (date_text, _) = apart(text);
    parts(date_text)
}
