//! How a figure is written for a person: its digits follow its uncertainty.
//!
//! The half-width of the 95 % interval is shown with one significant digit, with two when it begins with a 1 (so that
//! rounding never changes it by more than a third), and the figure with as many decimals as that.

use crate::stats::Estimate;
use crate::units::{HOUR, Seconds};

/// What stands in place of a figure that is not defined.
pub const UNDEFINED: &str = "–";

/// What a figure measures, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A share of 0..1, written in per cent.
    Share,
    /// Contacts, or agents: a plain number.
    Count,
    /// A mean of small numbers, such as contacts for each issue.
    Mean,
    /// A duration in seconds.
    Duration,
    /// A duration in hours.
    Hours,
    /// Money, without a currency.
    Money,
}

/// A factor, a unit, and how many decimals are sensible at most, and without an interval.
struct Scale {
    factor: f64,
    unit: &'static str,
    most: usize,
    plain: usize,
}

impl Kind {
    /// The figure with its `±`; `–` when it is not defined; no `±` when one replication cannot tell it.
    #[must_use]
    pub fn show(self, figure: Option<&Estimate>) -> String {
        self.write(figure, false)
    }

    /// The figure alone, with the digits that its uncertainty leaves.
    #[must_use]
    pub fn value(self, figure: Option<&Estimate>) -> String {
        let Some(figure) = figure.filter(|f| f.value.is_finite()) else { return UNDEFINED.into() };
        let scale = self.scale(figure.value);
        let digits = figure.half_width().map_or(scale.plain, |half| decimals(half * scale.factor, &scale));
        with_unit(&number(figure.value * scale.factor, digits), scale.unit)
    }

    /// A difference: always with its sign, shares in points.
    #[must_use]
    pub fn difference(self, figure: Option<&Estimate>) -> String {
        let text = self.write(figure, true);
        if self == Self::Share { text.replacen(" %", " pt", 1) } else { text }
    }

    /// A bare number of this kind, for axes and sentences.
    #[must_use]
    pub fn plain(self, value: f64) -> String {
        self.show(Some(&Estimate { value, std_error: None, ci95: None }))
    }

    fn write(self, figure: Option<&Estimate>, signed: bool) -> String {
        let Some(figure) = figure.filter(|f| f.value.is_finite()) else { return UNDEFINED.into() };
        // A difference near zero is measured by its uncertainty: 0 s ± 200 s is minutes.
        let size =
            if signed { figure.half_width().map_or(0.0, f64::abs).max(figure.value.abs()) } else { figure.value };
        let scale = self.scale(size);
        let half = figure.half_width().filter(|h| h.is_finite()).map(|h| h * scale.factor);
        let digits = half.map_or(scale.plain, |half| decimals(half, &scale));
        let mut text = number(figure.value * scale.factor, digits);
        if signed && !text.starts_with('-') && text.contains(|c: char| ('1'..='9').contains(&c)) {
            text.insert(0, '+');
        }
        let text = with_unit(&text, scale.unit);
        half.map_or_else(|| text.clone(), |half| format!("{text} ± {}", half_width(half, digits)))
    }

    fn scale(self, value: f64) -> Scale {
        let scale = |factor, unit, most, plain| Scale { factor, unit, most, plain };
        let size = value.abs();
        match self {
            Self::Share => scale(100.0, "%", 2, 1),
            Self::Count => scale(1.0, "", 1, usize::from(size < 100.0 && value.fract() != 0.0)),
            Self::Mean => scale(1.0, "", 3, 2),
            Self::Money => scale(1.0, "", 2 * usize::from(size < 100.0), 2 * usize::from(size < 100.0)),
            Self::Hours => scale(1.0, "h", 1, 1),
            Self::Duration if size < 120.0 => scale(1.0, "s", 2, 1),
            Self::Duration if size < 2.0 * HOUR => scale(1.0 / 60.0, "min", 2, 1),
            Self::Duration => scale(1.0 / HOUR, "h", 2, 1),
        }
    }
}

/// A share with its interval's ends instead of `±`, for intervals that are not symmetric: `87 % (84–90)`.
#[must_use]
pub fn share_between(figure: Option<&Estimate>) -> String {
    let Some(figure) = figure.filter(|f| f.value.is_finite()) else { return UNDEFINED.into() };
    let percent = |x: f64| number(x * 100.0, 0);
    match figure.ci95 {
        Some([low, high]) => format!("{} % ({}–{})", percent(figure.value), percent(low), percent(high)),
        None => format!("{} %", percent(figure.value)),
    }
}

/// A duration with its interval's ends: `18 s (16–21)`, or with units where minutes matter.
#[must_use]
pub fn duration_between(seconds: f64, ci95: Option<[f64; 2]>) -> String {
    match ci95 {
        None => duration(seconds),
        Some([low, high]) if high < 119.5 => {
            let digits = usize::from(high < 9.95);
            format!("{} ({}–{})", duration(seconds), number(low, digits), number(high, digits))
        }
        Some([low, high]) => format!("{} ({} – {})", duration(seconds), duration(low), duration(high)),
    }
}

/// A duration without interval, the way a planner says it: `18 s`, `4 min 30 s`; whole seconds lose their `.0`.
#[must_use]
pub fn duration(seconds: f64) -> String {
    if seconds < 9.95 && seconds.fract() == 0.0 {
        return format!("{seconds} s");
    }
    if seconds == 60.0 {
        return "1 min".into();
    }
    let text = Seconds(seconds).to_string();
    text.strip_suffix(" 00 s").or_else(|| text.strip_suffix(" 00 min")).map_or(text.clone(), str::to_owned)
}

/// A share in per cent with no more decimals than it needs, as targets are named: `80 %`, `97.5 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{} %", (share * 1000.0).round() / 10.0)
}

/// A number with a fixed count of decimals and a space between thousands; never `-0`.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    if value < 0.0 && text.contains(|c: char| ('1'..='9').contains(&c)) {
        out.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out + fraction
}

/// Shortens a name to at most `most` characters; an ellipsis marks the loss.
#[must_use]
pub fn shorten(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Names in a sentence: `a`, `a and b`, `a, b and 3 more`.
#[must_use]
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] => format!("{first}, {second} and {third}"),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}

/// Words in lines of at most `width` characters, each begun with `indent` and ended.
#[must_use]
pub fn wrapped(words: &str, indent: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => *line = format!("{indent}{word}"),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => *line += &format!(" {word}"),
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n") + "\n"
}

/// Decimals that show a half-width with the digits it deserves, as far as sensible.
fn decimals(half: f64, scale: &Scale) -> usize {
    if !(half.is_finite() && half > 0.0) {
        return scale.plain;
    }
    let magnitude = libm::log10(half).floor();
    let leading = half / libm::pow(10.0, magnitude);
    let wanted = if leading < 1.95 { 1.0 - magnitude } else { -magnitude };
    wanted.clamp(0.0, scale.most as f64) as usize
}

/// The number behind `±`. A half-width too small for its digits is shown as one unit of the last: never as certainty.
fn half_width(half: f64, digits: usize) -> String {
    let unit = 10f64.powi(-(digits as i32));
    number(if half > 0.0 { half.max(unit) } else { 0.0 }, digits)
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}
