//! Single values: each is checked against its declared kind, and a wrong one says what would be right.

use jiff::civil::Date;

use crate::scenario::kind::grouped;
use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::spec::{Kind, LONGEST};
use crate::scenario::tree::{Node, Value};
use crate::units::{Seconds, parse_time_of_day};

use super::fields::Fields;
use super::reader::Reader;

/// Volumes do not change by more, in per cent.
const LARGEST_CHANGE: f64 = 1000.0;

impl Fields<'_> {
    /// A text.
    pub(crate) fn text(&self, name: &'static str) -> Option<String> {
        let (node, kind) = self.get(name)?;
        text(self.reader, node, kind, &quoted(name)).map(str::to_owned)
    }

    /// A duration in seconds.
    pub(crate) fn duration(&self, name: &'static str) -> Option<f64> {
        let (node, kind) = self.get(name)?;
        duration(self.reader, node, kind, &quoted(name))
    }

    /// A share, 0..1.
    pub(crate) fn share(&self, name: &'static str) -> Option<f64> {
        let (node, kind) = self.get(name)?;
        share(self.reader, node, kind, &quoted(name))
    }

    /// A number.
    pub(crate) fn number(&self, name: &'static str) -> Option<f64> {
        let (node, kind) = self.get(name)?;
        number(self.reader, node, kind, &quoted(name))
    }

    /// A whole number.
    pub(crate) fn whole(&self, name: &'static str) -> Option<u64> {
        let (node, kind) = self.get(name)?;
        whole(self.reader, node, kind, &quoted(name))
    }

    /// A whole number whose declared bounds fit 32 bits.
    pub(crate) fn count(&self, name: &'static str) -> Option<u32> {
        self.whole(name).and_then(|number| u32::try_from(number).ok())
    }

    /// One of the declared words.
    pub(crate) fn choice(&self, name: &'static str) -> Option<&'static str> {
        let (node, kind) = self.get(name)?;
        choice(self.reader, node, kind, &quoted(name))
    }

    /// A date.
    pub(crate) fn date(&self, name: &'static str) -> Option<Date> {
        let (node, kind) = self.get(name)?;
        date(self.reader, node, kind, &quoted(name))
    }

    /// True or false.
    pub(crate) fn flag(&self, name: &'static str) -> Option<bool> {
        let (node, kind) = self.get(name)?;
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                self.reader.wrong_type(node, kind, &quoted(name));
                None
            }
        }
    }

    /// A change such as `+20%`, as a factor.
    pub(crate) fn change(&self, name: &'static str) -> Option<f64> {
        let text = self.text(name)?;
        let number = text.trim().strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
        let Some(percent) = number.filter(|percent| *percent > -100.0 && *percent <= LARGEST_CHANGE) else {
            let title = format!("`{name}`: {} is not a change of volume", quoted(&text));
            let at = self.get(name).map_or_else(|| self.place(name), |(node, _)| node.at);
            let remedy = "write a percentage such as \"+20%\" or \"-5%\", above -100 % and at most 1000 %";
            self.reader.wrong(at, title, remedy);
            return None;
        };
        Some(1.0 + percent / 100.0)
    }

    /// A time of day, in seconds since midnight.
    pub(super) fn time_of_day(&self, name: &'static str) -> Option<f64> {
        let (node, kind) = self.get(name)?;
        time_of_day(self.reader, node, kind, &quoted(name))
    }
}

/// A time of day, in seconds since midnight.
pub(super) fn time_of_day(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<f64> {
    let text = text(reader, node, kind, what)?;
    reader.sentence(node, what, parse_time_of_day(text)).map(Seconds::get)
}

impl Reader {
    /// Reports a value of the wrong type.
    pub(crate) fn wrong_type(&self, node: &Node, kind: &Kind, what: &str) {
        self.wrong(node.at, format!("{what} cannot be {}", node.value.kind()), format!("write {}", kind.expected()));
    }

    /// Reports a sentence of the form "what is wrong; what would be right".
    fn sentence<T>(&self, node: &Node, what: &str, result: Result<T, String>) -> Option<T> {
        result
            .map_err(|sentence| {
                let (wrong, right) = sentence.split_once("; ").unwrap_or((&sentence, "write it as in the examples"));
                self.wrong(node.at, format!("{what}: {wrong}"), right);
            })
            .ok()
    }
}

/// A text; an empty one says nothing and is refused.
pub(super) fn text<'n>(reader: &Reader, node: &'n Node, kind: &Kind, what: &str) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) if text.trim().is_empty() => {
            reader.wrong(node.at, format!("{what} is empty"), format!("write {}", kind.expected()));
            None
        }
        Value::Text(text) => Some(text),
        _ => {
            reader.wrong_type(node, kind, what);
            None
        }
    }
}

/// A duration in seconds, within the declared bounds.
pub(super) fn duration(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<f64> {
    let seconds = match &node.value {
        Value::Text(text) => reader.sentence(node, what, Seconds::parse(text))?.get(),
        Value::Whole(number) => *number as f64,
        Value::Number(number) => *number,
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    match wrong_duration(seconds, kind) {
        None => Some(seconds),
        Some((title, remedy)) => {
            reader.wrong(node.at, format!("{what} {title}"), remedy);
            None
        }
    }
}

/// What is wrong with a number of seconds, and the remedy.
pub(crate) fn wrong_duration(seconds: f64, kind: &Kind) -> Option<(&'static str, &'static str)> {
    let endless = matches!(kind, Kind::DurationOrInf);
    let above_zero = matches!(kind, Kind::Duration { zero: false });
    if seconds.is_nan() {
        Some(("is not a number", "write a duration such as \"4min 30s\""))
    } else if seconds < 0.0 {
        Some(("is negative", "a duration is at least 0 s"))
    } else if seconds == f64::INFINITY && endless {
        None
    } else if seconds == f64::INFINITY {
        Some(("is infinite", "write a finite duration; only the `values` of an empirical patience may be inf"))
    } else if seconds > LONGEST {
        Some(("is longer than thirty years", "check the unit; a bare number is a number of seconds"))
    } else if seconds == 0.0 && above_zero {
        Some(("must be above 0 s", "write a duration such as \"4min 30s\""))
    } else {
        None
    }
}

/// A share, 0..1, from a number or from a text with a percent sign.
pub(super) fn share(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<f64> {
    let (value, shown) = match &node.value {
        Value::Whole(number) => (*number as f64, number.to_string()),
        Value::Number(number) => (*number, number.to_string()),
        Value::Text(text) => (percentage(text).unwrap_or(f64::NAN), text.clone()),
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    let Kind::Share { zero, one } = kind else { return None };
    let inside = (0.0..=1.0).contains(&value) && (value > 0.0 || *zero) && (value < 1.0 || *one);
    if inside {
        return Some(value);
    }
    let range = match (zero, one) {
        (true, true) => "between 0 and 1",
        (false, true) => "above 0 and at most 1",
        (false, false) => "above 0 and below 1",
        (true, false) => "at least 0 and below 1",
    };
    reader.wrong(
        node.at,
        format!("{what} is {}, but a share is {range}", quoted(&shown)),
        "a share is between 0 and 1; write 0.8 for 80 %",
    );
    None
}

fn percentage(text: &str) -> Option<f64> {
    let number: f64 = text.trim().strip_suffix('%')?.trim_end().parse().ok()?;
    Some(number / 100.0)
}

/// A number within the declared bounds.
pub(super) fn number(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<f64> {
    let value = match &node.value {
        Value::Whole(number) => *number as f64,
        Value::Number(number) => *number,
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    if number_fits(value, kind) {
        return Some(value);
    }
    reader.wrong(
        node.at,
        format!("{what} is {value}, but it must be {}", kind.expected()),
        remedy_of_number(what, value),
    );
    None
}

/// Whether a number is within declared bounds; NaN is not.
pub(crate) fn number_fits(value: f64, kind: &Kind) -> bool {
    let Kind::Number { min, max, zero } = kind else { return false };
    (*min..=*max).contains(&value) && (value != 0.0 || *zero)
}

fn remedy_of_number(what: &str, value: f64) -> &'static str {
    if what == "`cv`" && value == 0.0 {
        "for a duration that is always the same, write { constant = { value = \"4min\" } }"
    } else {
        "check the sign, the digits and the unit"
    }
}

/// A whole number within the declared bounds; `12.0` is one too.
pub(super) fn whole(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<u64> {
    let Kind::Whole { min, max } = kind else { return None };
    let number = match &node.value {
        Value::Whole(number) => *number,
        // Above 2^53 a float no longer says which whole number it is.
        Value::Number(x) if x.fract() == 0.0 && x.abs() <= 9_007_199_254_740_992.0 => *x as i128,
        Value::Number(x) => {
            reader.wrong(
                node.at,
                format!("{what} is {x}, but it must be {}", kind.expected()),
                "write it without decimals",
            );
            return None;
        }
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    match u64::try_from(number) {
        Ok(number) if (*min..=*max).contains(&number) => Some(number),
        _ => {
            let side = if number < i128::from(*min) {
                format!("the least is {}", grouped(*min))
            } else {
                format!("the most is {}", grouped(*max))
            };
            reader.wrong(node.at, format!("{what} is {number}, but it must be {}", kind.expected()), side);
            None
        }
    }
}

/// One of the declared words.
pub(super) fn choice(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<&'static str> {
    let Kind::Choice(names) = kind else { return None };
    let written = text(reader, node, kind, what)?;
    let found = names.iter().copied().find(|name| *name == written);
    if found.is_none() {
        let help = match nearest(written, names.iter().copied()) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("write one of {}", listed(names, "and")),
        };
        reader.wrong(node.at, format!("{what} cannot be {}; it is {}", quoted(written), kind.expected()), help);
    }
    found
}

fn date(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<Date> {
    let date = match &node.value {
        Value::Date(stamp) if stamp.time.is_none() => stamp.to_string().parse().ok(),
        Value::Date(_) => None,
        Value::Text(text) => text.trim().parse().ok().filter(|_| text.trim().len() == 10),
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    if date.is_none() {
        reader.wrong(node.at, format!("{what} is not a date"), "write year, month and day alone, such as 2026-11-30");
    }
    date
}

/// `08:00-20:00` as seconds since midnight, not yet put in order.
pub(super) fn hours(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<(Seconds, Seconds)> {
    let written = text(reader, node, kind, what)?;
    let Some((from, to)) = written.split_once(['-', '–']) else {
        reader.wrong(
            node.at,
            format!("{what}: {} is not a pair of times", quoted(written)),
            match kind {
                Kind::HoursOrClosed => "write hours from and to, such as \"08:00-20:00\", or \"closed\"",
                _ => "write hours from and to, such as \"08:00-20:00\"",
            },
        );
        return None;
    };
    let from = reader.sentence(node, what, parse_time_of_day(from));
    let to = reader.sentence(node, what, parse_time_of_day(to));
    Some((from?, to?))
}
