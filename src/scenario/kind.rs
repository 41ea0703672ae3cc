//! Kinds of values in the words of an error message.

use super::problem::listed;
use super::spec::Kind;

impl Kind {
    /// What a value of this kind is, to end the sentence "it must be …".
    pub(crate) fn expected(&self) -> String {
        match self {
            Self::Text => "a text in quotes".into(),
            Self::File => "the path of a file in quotes".into(),
            Self::Date => "a date such as 2026-11-30".into(),
            Self::Flag => "true or false".into(),
            Self::HoursOrClosed => "hours such as \"08:00-20:00\", or \"closed\"".into(),
            Self::Hours => "hours such as \"08:00-20:00\"".into(),
            Self::TimeOfDay => "a time of day such as \"08:30\"".into(),
            Self::Duration { .. } => "a duration such as \"4min 30s\", or a number of seconds".into(),
            Self::DurationOrInf => "a duration such as \"4min 30s\", a number of seconds, or inf".into(),
            Self::Share { .. } => "a share between 0 and 1, such as 0.8 or \"80%\"".into(),
            Self::Number { min, max, zero } => expected_number(*min, *max, *zero),
            Self::Whole { min, max } => format!("a whole number from {} to {}", grouped(*min), grouped(*max)),
            Self::Choice(names) => format!("one of {}", listed(names, "and")),
            Self::List(of) => format!("a list, each entry {}", of.expected()),
            Self::Table { spec, .. } => format!("a table that says {}", spec.noun),
            Self::Map { of, .. } => format!("a table of names, each with {}", of.expected()),
            Self::Any(kinds) => kinds.iter().map(Self::expected).collect::<Vec<_>>().join("; or "),
        }
    }
}

fn expected_number(min: f64, max: f64, zero: bool) -> String {
    if !zero && min == 0.0 {
        format!("a number above 0, at most {}", plain(max))
    } else {
        format!("a number from {} to {}", plain(min), plain(max))
    }
}

/// A bound as a person writes it: whole numbers with thousands apart.
fn plain(bound: f64) -> String {
    if bound.fract() == 0.0 && (0.0..1e15).contains(&bound) { grouped(bound as u64) } else { bound.to_string() }
}

/// A whole number with its thousands apart: `10,000,000`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
