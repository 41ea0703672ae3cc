//! Times of day, on 24-hour and 12-hour clocks, with the offset from UTC that may follow.

use super::moments::Wrong;
use crate::units::{DAY, HOUR};

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Clock {
    /// Seconds since midnight.
    pub(super) seconds: Option<f64>,
    /// Minutes ahead of UTC, where they are written.
    pub(super) offset: Option<i32>,
}

/// Reads `7:02`, `07:02:47`, `07:02:47.25`, `7:02:47 PM`, `070247`, each perhaps with `Z`, `+01:00` or `+0100` behind it.
/// Korean puts the half of the day before the hour, at the end of what stands `before` it.
pub(super) fn clock(text: &str, before: &str) -> Result<Clock, Wrong> {
    let end = text.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ':' | '.' | ','))).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let [hours, minutes, seconds] = units(digits).ok_or(Wrong::Unreadable)?;
    let (half, zone) = half_of_day(rest.trim_start());
    let half = half.or_else(|| written_before(before.trim_end()));
    let hours = match half {
        Some(_) if !(1.0..=12.0).contains(&hours) => return Err(Wrong::NoSuchTime),
        Some(half) => hours % 12.0 + half,
        None => hours,
    };
    let total = hours * HOUR + minutes * 60.0 + seconds;
    if minutes >= 60.0 || seconds >= 60.0 || total > DAY {
        return Err(Wrong::NoSuchTime);
    }
    Ok(Clock { seconds: Some(total), offset: offset(zone.trim())? })
}

/// Hours, minutes and seconds.
fn units(text: &str) -> Option<[f64; 3]> {
    if !text.contains(':') {
        // A spreadsheet takes the leading zero of 090530 away.
        let padded = if matches!(text.len(), 3 | 5) { format!("0{text}") } else { text.to_owned() };
        let two = |from: usize| padded.get(from..from + 2)?.parse::<u8>().ok().map(f64::from);
        return match padded.len() {
            4 => Some([two(0)?, two(2)?, 0.0]),
            6 => Some([two(0)?, two(2)?, two(4)?]),
            _ => None,
        };
    }
    let mut parts = text.split(':');
    let whole = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2).map(f64::from);
    let units = [whole(parts.next()?)?, whole(parts.next()?)?, parts.next().map_or(Some(0.0), fraction)?];
    parts.next().is_none().then_some(units)
}

/// Seconds, whose decimals may stand behind a comma.
fn fraction(text: &str) -> Option<f64> {
    let whole = text.split(['.', ',']).next()?;
    (1..=2).contains(&whole.len()).then(|| text.replace(',', ".").parse().ok()).flatten()
}

/// Hours that the half of the day adds, and what follows.
fn half_of_day(text: &str) -> (Option<f64>, &str) {
    for (name, hours) in [("a.m.", 0.0), ("p.m.", 12.0), ("am", 0.0), ("pm", 12.0), ("오전", 0.0), ("오후", 12.0)] {
        if let Some(start) = text.get(..name.len())
            && start.eq_ignore_ascii_case(name)
        {
            return (Some(hours), text.get(name.len()..).unwrap_or_default());
        }
    }
    (None, text)
}

fn written_before(text: &str) -> Option<f64> {
    match text {
        _ if text.ends_with("오전") => Some(0.0),
        _ if text.ends_with("오후") => Some(12.0),
        _ => None,
    }
}

/// Minutes ahead of UTC; the name of a zone in letters says nothing that can be used.
fn offset(text: &str) -> Result<Option<i32>, Wrong> {
    if ["", "Z", "z", "UTC", "GMT"].contains(&text) {
        return Ok((!text.is_empty()).then_some(0));
    }
    let sign = match text.as_bytes().first() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ if text.chars().all(|sign| sign.is_alphabetic() || "/_[]".contains(sign)) && text.len() < 40 => {
            return Ok(None);
        }
        _ => return Err(Wrong::Unreadable),
    };
    let digits: String = text.chars().skip(1).filter(|sign| *sign != ':').collect();
    let two = |from: usize| digits.get(from..from + 2).and_then(|pair| pair.parse::<i32>().ok());
    match (digits.len(), two(0), two(2)) {
        (2, Some(hours), _) => Ok(Some(sign * hours * 60)),
        (4, Some(hours), Some(minutes)) => Ok(Some(sign * (hours * 60 + minutes))),
        _ => Err(Wrong::Unreadable),
    }
}
