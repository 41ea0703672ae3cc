//! Durations as switches and spreadsheets write them: `83`, `1:23`, `0:01:23`, `1m 23s`, `PT1M23S`.

use super::notes::Notes;
use super::numbers::{Decimal, number};
use crate::units::{DAY, HOUR};

/// Reads a duration in seconds; a bare number counts `scale` seconds each. `mm:ss` and `h:mm:ss` are told apart by the
/// number of their parts.
pub(super) fn duration(text: &str, scale: f64, decimal: Decimal, notes: &mut Notes) -> Option<f64> {
    if let Some(rest) = text.strip_prefix('-') {
        return duration(rest.trim_start(), scale, decimal, notes).map(|seconds| -seconds);
    }
    if text.contains(':') {
        return clock(text);
    }
    match number(text, decimal, notes) {
        Some(number) => Some(number * scale),
        None => with_units(text),
    }
}

/// `mm:ss`, `h:mm:ss`, `d:hh:mm:ss` or `d.hh:mm:ss`; the seconds may have decimals.
fn clock(text: &str) -> Option<f64> {
    let (days, clock) = match text.split_once(['.', ' ']) {
        Some((days, clock)) if clock.contains(':') => (days, clock),
        _ => ("0", text),
    };
    let mut parts = clock.rsplit(':');
    let seconds = parts.next()?.replace(',', ".");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !seconds.starts_with(|sign: char| sign.is_ascii_digit()) || seconds.contains(['e', 'E']) {
        return None;
    }
    let mut total: f64 = seconds.parse().ok().filter(|seconds| *seconds < 60.0)?;
    for (unit, limit) in [(60.0, 60.0), (HOUR, f64::INFINITY), (DAY, f64::INFINITY)] {
        let Some(part) = parts.next() else { break };
        let count: f64 = digits(part).then(|| part.parse().ok()).flatten()?;
        // Minutes above 59 are right where no hours stand before them: 90:00.
        if count >= limit && parts.clone().next().is_some() {
            return None;
        }
        total += count * unit;
    }
    let days: f64 = digits(days).then(|| days.parse().ok()).flatten()?;
    parts.next().is_none().then_some(total + days * DAY)
}

/// `1m 20s`, `1 min 20 sec`, `2h`, `PT1M20S`.
fn with_units(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT").or_else(|| text.strip_prefix('P')).unwrap_or(text);
    let mut total = 0.0;
    let mut parts = 0;
    while !rest.is_empty() {
        let digits = rest.find(|sign: char| !(sign.is_ascii_digit() || sign == '.')).unwrap_or(rest.len());
        let (count, tail) = rest.split_at(digits);
        let tail = tail.trim_start();
        let letters = tail.find(|sign: char| !sign.is_alphabetic()).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(letters);
        let count: f64 = count.parse().ok()?;
        total += count * seconds_in(unit)?;
        rest = tail.trim_start_matches([' ', ',', '.', 'T']);
        parts += 1;
    }
    (parts > 0).then_some(total)
}

/// Seconds in a unit of time, by any of its usual names.
pub(super) fn seconds_in(unit: &str) -> Option<f64> {
    match unit.to_lowercase().as_str() {
        "ms" | "msec" | "msecs" | "millis" | "millisecond" | "milliseconds" | "millisekunden" => Some(0.001),
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunden" | "secondes" | "초" => Some(1.0),
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" | "분" => Some(60.0),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunden" | "heure" | "heures" | "시간" => Some(HOUR),
        "d" | "day" | "days" | "tage" | "jours" | "일" => Some(DAY),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<f64> {
        duration(text, 1.0, Decimal::Point, &mut Notes::default())
    }

    #[test]
    fn durations_in_all_their_styles() {
        for (text, seconds) in [
            ("83", 83.0),
            ("83.5", 83.5),
            ("83,5", 83.5),
            ("1,283", 1283.0),
            ("1.283,5", 1283.5),
            ("1:23", 83.0),
            ("90:00", 5400.0),
            ("0:01:23", 83.0),
            ("00:01:23.250", 83.25),
            ("25:00:00", 90_000.0),
            ("1.02:03:04", 93_784.0),
            ("1:02:03:04", 93_784.0),
            ("1m 23s", 83.0),
            ("1 min, 23 sec", 83.0),
            ("2h", 7200.0),
            ("PT1M23S", 83.0),
            ("1분 23초", 83.0),
            ("-5", -5.0),
            ("-0:05", -5.0),
        ] {
            assert_eq!(read(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_none() {
        for text in
            ["", "abc", "1:2:3:4:5", "1:75:00", "0:75", "NaN", "inf", "1 parsec", "12,34,5", ":", "1::2", "--5x"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_number_counts_the_unit_of_its_column() {
        assert_eq!(duration("1,5", 60.0, Decimal::Comma, &mut Notes::default()), Some(90.0));
        assert_eq!(duration("1.500", 1.0, Decimal::Comma, &mut Notes::default()), Some(1500.0));
    }
}
