//! Quantities with their units: durations, shares and money, how they are read and how they are shown.
//!
//! Durations are seconds inside the engine. In files and tables they are words such as `4min 30s`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A duration, or a moment counted from the start of the horizon, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seconds(pub f64);

/// Seconds in one hour.
pub const HOUR: f64 = 3600.0;
/// Seconds in one day of 24 hours.
pub const DAY: f64 = 86_400.0;

impl Seconds {
    /// The number of seconds.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// The duration in hours.
    #[must_use]
    pub fn hours(self) -> f64 {
        self.0 / HOUR
    }

    /// Reads `20s`, `4min 30s`, `2h`, `1.5h`, `2d`, `6w`, `250ms`, or a bare number of seconds.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the text and what would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rest = text.trim();
        if rest.is_empty() {
            return Err("an empty text is not a duration; write one such as \"4min 30s\"".into());
        }
        if let Ok(seconds) = rest.parse::<f64>() {
            return Ok(Self(seconds));
        }
        let mut total = 0.0;
        while !rest.is_empty() {
            let (part, tail) = leading_part(rest)?;
            total += part;
            rest = tail.trim_start();
        }
        Ok(Self(total))
    }
}

/// Splits `4min 30s` into the seconds of `4min` and the rest.
fn leading_part(text: &str) -> Result<(f64, &str), String> {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, tail) = text.split_at(digits);
    let tail = tail.trim_start();
    let letters = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    let (unit, tail) = tail.split_at(letters);
    let number: f64 = number
        .parse()
        .map_err(|_| format!("`{text}` does not begin with a number; write a duration such as \"4min 30s\""))?;
    Ok((number * seconds_in(unit)?, tail))
}

/// Seconds in a unit of time.
pub(crate) fn seconds_in(unit: &str) -> Result<f64, String> {
    match unit {
        "ms" => Ok(0.001),
        "s" | "sec" | "second" | "seconds" => Ok(1.0),
        "min" | "minute" | "minutes" => Ok(60.0),
        "h" | "hour" | "hours" => Ok(HOUR),
        "d" | "day" | "days" => Ok(DAY),
        "w" | "week" | "weeks" => Ok(7.0 * DAY),
        "" => {
            Err("a number without a unit stands beside one with a unit; give each its unit, as in \"4min 30s\"".into())
        }
        other => Err(format!("`{other}` is not a unit of time; use ms, s, min, h, d or w")),
    }
}

impl fmt::Display for Seconds {
    /// The way a planner writes it: `18 s`, `4 min 30 s`, `2 h 05 min`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.0;
        if !s.is_finite() {
            return write!(f, "{s} s");
        }
        if s < 9.95 {
            return write!(f, "{s:.1} s");
        }
        let whole = s.round();
        if whole < 120.0 {
            write!(f, "{whole} s")
        } else if whole < HOUR {
            write!(f, "{} min {:02} s", (whole / 60.0).floor(), whole % 60.0)
        } else {
            let minutes = (s / 60.0).round();
            write!(f, "{} h {:02} min", (minutes / 60.0).floor(), minutes % 60.0)
        }
    }
}

/// Reads a time of day, `08:00` or `23:59:30` or `24:00`, as seconds since midnight.
///
/// # Errors
/// A sentence that says what would be right.
pub fn parse_time_of_day(text: &str) -> Result<Seconds, String> {
    let wrong = || format!("`{text}` is not a time of day; write hours and minutes such as \"08:30\", up to \"24:00\"");
    let parts: Vec<&str> = text.trim().split(':').collect();
    if !(2..=3).contains(&parts.len()) || parts.iter().any(|p| p.is_empty() || p.len() > 2) {
        return Err(wrong());
    }
    let mut seconds = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let number: u32 = part.parse().map_err(|_| wrong())?;
        if place > 0 && number > 59 {
            return Err(wrong());
        }
        seconds += f64::from(number) * [HOUR, 60.0, 1.0][place];
    }
    if seconds > DAY { Err(wrong()) } else { Ok(Seconds(seconds)) }
}

/// Shows seconds since midnight as `08:30`.
#[must_use]
pub fn time_of_day(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round();
    format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// Shows seconds since midnight as `08:30:00`.
#[must_use]
pub fn time_of_day_to_the_second(seconds: f64) -> String {
    let whole = seconds.round();
    let minutes = (whole / 60.0).floor();
    format!("{:02}:{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0, whole % 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_planners_write_them() {
        let read = |t| Seconds::parse(t).map(Seconds::get);
        assert_eq!(read("20s"), Ok(20.0));
        assert_eq!(read("4min 30s"), Ok(270.0));
        assert_eq!(read("1.5h"), Ok(5400.0));
        assert_eq!(read("1h30min"), Ok(5400.0));
        assert_eq!(read("90"), Ok(90.0));
        assert_eq!(read("6w"), Ok(6.0 * 7.0 * DAY));
        assert_eq!(read("2 weeks 1d"), Ok(15.0 * DAY));
        assert!(read("20 parsecs").is_err());
        assert!(read("4min 30").is_err());
        assert!(read("").is_err());
    }

    #[test]
    fn durations_are_shown_with_the_digits_that_matter() {
        assert_eq!(Seconds(3.1234).to_string(), "3.1 s");
        assert_eq!(Seconds(270.2).to_string(), "4 min 30 s");
        assert_eq!(Seconds(7500.0).to_string(), "2 h 05 min");
    }

    #[test]
    fn times_of_day() {
        assert_eq!(parse_time_of_day("08:30"), Ok(Seconds(30_600.0)));
        assert_eq!(parse_time_of_day("24:00"), Ok(Seconds(DAY)));
        assert!(parse_time_of_day("24:01").is_err());
        assert!(parse_time_of_day("8h").is_err());
        assert_eq!(time_of_day(30_600.0), "08:30");
        assert_eq!(time_of_day_to_the_second(30_645.0), "08:30:45");
    }
}
