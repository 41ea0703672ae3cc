//! How a figure is written for a person: its digits follow its uncertainty.
//!
//! The half-width of the 95 % interval is shown with one significant digit, with two when it begins with a 1 (so that
//! rounding never changes it by more than a third), and the figure with as many decimals as that.

use crate::report::language::Language;
use crate::stats::Estimate;
use crate::units::HOUR;

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

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    None,
    Percent,
    /// Percentage points.
    Points,
    Seconds,
    Minutes,
    Hours,
}

impl Unit {
    /// The unit of a duration that an English text names.
    pub(super) fn of_time(english: &str) -> Self {
        match english {
            "min" => Self::Minutes,
            "h" => Self::Hours,
            _ => Self::Seconds,
        }
    }

    pub(super) fn english(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Percent => "%",
            Self::Points => "pt",
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Hours => "h",
        }
    }

    /// Its name in the catalogue.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Percent => "percent",
            Self::Points => "points",
            other => other.english(),
        }
    }
}

/// A factor, a unit, and how many decimals are sensible at most, and without an interval.
struct Scale {
    factor: f64,
    unit: Unit,
    most: usize,
    plain: usize,
}

/// A figure in its unit, and the digits that its uncertainty leaves.
pub(super) struct Written {
    pub(super) value: f64,
    pub(super) digits: usize,
    pub(super) unit: Unit,
    /// The number behind `±`.
    pub(super) half: Option<f64>,
    /// Whether a value above zero has its sign.
    pub(super) signed: bool,
}

impl Written {
    /// A figure; none where it is not defined.
    pub(super) fn new(kind: Kind, figure: Option<&Estimate>) -> Option<Self> {
        let figure = figure.filter(|f| f.value.is_finite())?;
        Some(Self::scaled(&kind.scale(figure.value), figure, false))
    }

    /// A difference, shares in points.
    pub(super) fn difference(kind: Kind, figure: Option<&Estimate>) -> Option<Self> {
        let figure = figure.filter(|f| f.value.is_finite())?;
        // A difference near zero is measured by its uncertainty: 0 s ± 200 s is minutes.
        let mut scale = kind.scale(figure.half_width().map_or(0.0, f64::abs).max(figure.value.abs()));
        if kind == Kind::Share {
            scale.unit = Unit::Points;
        }
        Some(Self::scaled(&scale, figure, true))
    }

    fn scaled(scale: &Scale, figure: &Estimate, signed: bool) -> Self {
        let half = figure.half_width().filter(|h| h.is_finite()).map(|h| h * scale.factor);
        let digits = half.map_or(scale.plain, |half| decimals(half, scale));
        // A half-width too small for its digits is shown as one unit of the last: never as certainty.
        let least = 10f64.powi(-(digits as i32));
        let half = half.map(|half| if half > 0.0 { half.max(least) } else { 0.0 });
        Self { value: figure.value * scale.factor, digits, unit: scale.unit, half, signed }
    }
}

impl Kind {
    /// [`Language::show`] in English.
    #[must_use]
    pub fn show(self, figure: Option<&Estimate>) -> String {
        Language::English.show(self, figure)
    }

    /// [`Language::value`] in English.
    #[must_use]
    pub fn value(self, figure: Option<&Estimate>) -> String {
        Language::English.value(self, figure)
    }

    /// [`Language::difference`] in English.
    #[must_use]
    pub fn difference(self, figure: Option<&Estimate>) -> String {
        Language::English.difference(self, figure)
    }

    /// [`Language::plain`] in English.
    #[must_use]
    pub fn plain(self, value: f64) -> String {
        Language::English.plain(self, value)
    }

    fn scale(self, value: f64) -> Scale {
        let scale = |factor, unit, most, plain| Scale { factor, unit, most, plain };
        let size = value.abs();
        match self {
            Self::Share => scale(100.0, Unit::Percent, 2, 1),
            Self::Count => scale(1.0, Unit::None, 1, usize::from(size < 100.0 && value.fract() != 0.0)),
            Self::Mean => scale(1.0, Unit::None, 3, 2),
            Self::Money => scale(1.0, Unit::None, 2 * usize::from(size < 100.0), 2 * usize::from(size < 100.0)),
            Self::Hours => scale(1.0, Unit::Hours, 1, 1),
            Self::Duration if size < 120.0 => scale(1.0, Unit::Seconds, 2, 1),
            Self::Duration if size < 2.0 * HOUR => scale(1.0 / 60.0, Unit::Minutes, 2, 1),
            Self::Duration => scale(1.0 / HOUR, Unit::Hours, 2, 1),
        }
    }
}

/// [`Language::share_between`] in English.
#[must_use]
pub fn share_between(figure: Option<&Estimate>) -> String {
    Language::English.share_between(figure)
}

/// [`Language::duration_between`] in English.
#[must_use]
pub fn duration_between(seconds: f64, ci95: Option<[f64; 2]>) -> String {
    Language::English.duration_between(seconds, ci95)
}

/// [`Language::duration`] in English.
#[must_use]
pub fn duration(seconds: f64) -> String {
    Language::English.duration(seconds)
}

/// [`Language::percent`] in English.
#[must_use]
pub fn percent(share: f64) -> String {
    Language::English.percent(share)
}

/// [`Language::number`] in English.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    Language::English.number(value, decimals)
}

/// [`Language::list`] in English.
#[must_use]
pub fn list(names: &[&str]) -> String {
    Language::English.list(names)
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
