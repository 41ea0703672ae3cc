//! What is typed into a field, read and written in the language of the page.

use super::fields::What;
use crate::report::Language;
use crate::report::language::say;
use crate::units::{HOUR, seconds_in};

/// Most agents that a group may have, or that may be added to it.
const MOST_AGENTS: i64 = 100_000;
/// The largest factor.
const MOST_TIMES: f64 = 100.0;

/// The value of a text: agents, a factor, a share of 0..1, seconds; none where a share is promised nothing. Otherwise
/// what is wrong with it, and what would be right.
pub(super) fn read(language: Language, what: What, text: &str) -> Result<Option<f64>, String> {
    let text = text.trim();
    let value = match what {
        What::Agents(_) | What::Interval(..) | What::Shift(..) => whole(language, text).filter(|agents| *agents >= 0.0),
        What::Plus(_) => whole(language, text),
        What::Scale(..) => language.read(text).filter(|factor| *factor > 0.0 && *factor <= MOST_TIMES),
        What::Target(_, "within") => duration(language, text),
        What::Target(..) if text.is_empty() => return Ok(None),
        What::Target(..) => share(language, text),
    };
    match value {
        Some(value) if is_nothing(what, value) => Ok(None),
        Some(value) => Ok(Some(value)),
        None => Err(wrong(language, what, text)),
    }
}

/// Whether a share promises nothing: that at least nobody is answered in time, or that at most all abandon.
fn is_nothing(what: What, value: f64) -> bool {
    matches!((what, value), (What::Target(_, "answer"), 0.0) | (What::Target(_, "abandon"), 1.0))
}

fn whole(language: Language, text: &str) -> Option<f64> {
    let number = language.read_whole(text)?;
    (number.abs() <= MOST_AGENTS).then_some(number as f64)
}

/// Whether two values are one, whatever way they were written.
pub(super) fn are_same(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-12 * one.abs().max(other.abs()),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// `80 %` or `0.8`.
fn share(language: Language, text: &str) -> Option<f64> {
    let share = match text.strip_suffix('%') {
        Some(percent) => language.read(percent)? / 100.0,
        None => language.read(text)?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

/// `4 min 30 s`, in the words of the page or of a scenario file; a bare number is a number of seconds.
fn duration(language: Language, text: &str) -> Option<f64> {
    let read = |number: &str| language.read(number).filter(|number| *number >= 0.0);
    let mut seconds = read(text).unwrap_or(0.0);
    let mut rest = if read(text).is_some() { "" } else { text };
    while !rest.is_empty() {
        let (number, tail) = rest.split_at(rest.find(char::is_alphabetic)?);
        let (unit, tail) = tail.split_at(tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len()));
        seconds += read(number)? * unit_of_time(language, unit)?;
        rest = tail.trim_start();
    }
    (!text.is_empty() && seconds.is_finite()).then_some(seconds)
}

/// Seconds in a unit.
fn unit_of_time(language: Language, unit: &str) -> Option<f64> {
    let own = [("unit-s", 1.0), ("unit-min", 60.0), ("unit-h", HOUR)];
    let named = own.into_iter().find(|(key, _)| say!(language, key, number = "").trim() == unit);
    named.map(|(_, seconds)| seconds).or_else(|| seconds_in(unit).ok())
}

/// A value the way it is typed; empty where nothing is promised.
pub(super) fn written(language: Language, what: What, value: Option<f64>) -> String {
    let Some(value) = value else { return String::new() };
    match what {
        What::Target(_, "within") => language.duration(value),
        What::Target(..) => {
            let percent = (value * 1e11).round() / 1e9;
            say!(language, "unit-percent", number = bare(language, percent))
        }
        _ => bare(language, value),
    }
}

/// A number with the decimals that it has.
fn bare(language: Language, value: f64) -> String {
    value.to_string().replace('.', language.decimal_point())
}

/// A value as a scenario file has it; nothing promised is written too, for it takes the place of what the base promises.
pub(super) fn as_toml(what: What, value: Option<f64>) -> String {
    match (what, value) {
        (What::Target(_, "within"), Some(value)) => format!("\"{value}s\""),
        (What::Target(_, "abandon"), None) => "1".to_owned(),
        (_, value) => value.unwrap_or(0.0).to_string(),
    }
}

fn wrong(language: Language, what: What, text: &str) -> String {
    let typed = text.replace(char::is_control, " ");
    let most = language.number(MOST_AGENTS as f64, 0);
    match what {
        What::Agents(_) | What::Interval(..) | What::Shift(..) => {
            say!(language, "serve-wrong-agents", typed = typed, most = most)
        }
        What::Plus(_) => say!(language, "serve-wrong-plus", typed = typed, most = most),
        What::Scale(..) => {
            let most = language.number(MOST_TIMES, 0);
            say!(language, "serve-wrong-factor", typed = typed, most = most, more = bare(language, 1.1))
        }
        What::Target(_, "within") => {
            say!(language, "serve-wrong-duration", typed = typed, example = language.duration(270.0))
        }
        What::Target(..) => {
            let (percent, share) = (language.percent(0.8), bare(language, 0.8));
            say!(language, "serve-wrong-share", typed = typed, percent = percent, share = share)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITHIN: What = What::Target(0, "within");

    #[test]
    fn what_is_written_is_read_again() {
        let values = [
            (What::Agents(0), 12_000.0),
            (What::Plus(0), -3.0),
            (What::Scale(0, "handle"), 1.05),
            (What::Target(0, "answer"), 0.8125),
            (What::Target(0, "abandon"), 0.07),
            (WITHIN, 20.0),
            (WITHIN, 270.0),
            (WITHIN, 7500.0),
            (WITHIN, 1.5),
        ];
        for language in Language::ALL {
            for (what, value) in values {
                let text = written(language, what, Some(value));
                assert_eq!(read(language, what, &text), Ok(Some(value)), "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn durations_are_read_in_the_words_of_the_page_and_of_a_file() {
        let read = |language, text| read(language, WITHIN, text).ok().flatten();
        for language in Language::ALL {
            assert_eq!(read(language, "4min 30s"), Some(270.0), "{language:?}");
            assert_eq!(read(language, "90"), Some(90.0), "{language:?}");
            assert_eq!(read(language, "2 weeks"), Some(14.0 * 86_400.0), "{language:?}");
            for wrong in ["", "soon", "20 parsecs", "4min 30", "-20s", "s", "20s!"] {
                assert_eq!(read(language, wrong), None, "{language:?}: {wrong}");
            }
        }
        assert_eq!(read(Language::German, "1,5 h"), Some(5400.0));
        assert_eq!(read(Language::Korean, "4분 30초"), Some(270.0));
    }

    #[test]
    fn a_share_of_nothing_is_no_promise() {
        let read = |key, text| read(Language::English, What::Target(0, key), text);
        assert_eq!((read("answer", ""), read("abandon", " ")), (Ok(None), Ok(None)));
        assert_eq!((read("answer", "0 %"), read("abandon", "100%")), (Ok(None), Ok(None)));
        assert_eq!((read("answer", "80%"), read("abandon", "0")), (Ok(Some(0.8)), Ok(Some(0.0))));
        assert!(read("answer", "80").is_err_and(|words| words.contains("“80”") && words.contains("80 %")));
    }
}
