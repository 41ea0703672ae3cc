//! Figures as they are written in a language; [`wording`](crate::report::wording) says which digits they have.

use super::{Language, say};
use crate::report::wording::{Kind, UNDEFINED, Unit, Written};
use crate::stats::Estimate;
use crate::units::Seconds;

impl Language {
    /// The figure with its `±`; `–` when it is not defined; no `±` when one replication cannot tell it.
    #[must_use]
    pub fn show(self, kind: Kind, figure: Option<&Estimate>) -> String {
        Written::new(kind, figure).map_or(UNDEFINED.into(), |written| self.with_half_width(&written))
    }

    /// The figure alone, with the digits that its uncertainty leaves.
    #[must_use]
    pub fn value(self, kind: Kind, figure: Option<&Estimate>) -> String {
        let bare = |written: Written| self.with_unit(self.number(written.value, written.digits), written.unit);
        Written::new(kind, figure).map_or(UNDEFINED.into(), bare)
    }

    /// A difference: always with its sign, shares in points.
    #[must_use]
    pub fn difference(self, kind: Kind, figure: Option<&Estimate>) -> String {
        Written::difference(kind, figure).map_or(UNDEFINED.into(), |written| self.with_half_width(&written))
    }

    /// A bare number of this kind, for axes and sentences.
    #[must_use]
    pub fn plain(self, kind: Kind, value: f64) -> String {
        self.show(kind, Some(&Estimate { value, std_error: None, ci95: None }))
    }

    /// A share with its interval's ends instead of `±`, for intervals that are not symmetric: `87 % (84–90)`.
    #[must_use]
    pub fn share_between(self, figure: Option<&Estimate>) -> String {
        let Some(figure) = figure.filter(|f| f.value.is_finite()) else { return UNDEFINED.into() };
        let whole = |x: f64| self.number(x * 100.0, 0);
        let share = self.with_unit(whole(figure.value), Unit::Percent);
        figure.ci95.map_or(share.clone(), |[low, high]| format!("{share} ({}–{})", whole(low), whole(high)))
    }

    /// A duration with its interval's ends: `18 s (16–21)`, or with units where minutes matter.
    #[must_use]
    pub fn duration_between(self, seconds: f64, ci95: Option<[f64; 2]>) -> String {
        match ci95 {
            None => self.duration(seconds),
            Some([low, high]) if high < 119.5 => {
                let digits = usize::from(high < 9.95);
                format!("{} ({}–{})", self.duration(seconds), self.number(low, digits), self.number(high, digits))
            }
            Some([low, high]) => {
                format!("{} ({} – {})", self.duration(seconds), self.duration(low), self.duration(high))
            }
        }
    }

    /// A duration without interval, the way a planner says it: `18 s`, `4 min 30 s`; whole seconds lose their `.0`.
    #[must_use]
    pub fn duration(self, seconds: f64) -> String {
        let english = if seconds < 9.95 && seconds.fract() == 0.0 {
            format!("{seconds} s")
        } else if seconds == 60.0 {
            "1 min".into()
        } else {
            let text = Seconds(seconds).to_string();
            text.strip_suffix(" 00 s").or_else(|| text.strip_suffix(" 00 min")).map_or(text.clone(), str::to_owned)
        };
        if self == Self::English { english } else { self.retold(&english) }
    }

    /// A duration in numbers and units of another language.
    fn retold(self, english: &str) -> String {
        let words: Vec<&str> = english.split(' ').collect();
        let part = |pair: &[&str]| match pair {
            [number, unit] => self.with_unit(number.replace('.', self.decimal_point()), Unit::of_time(unit)),
            rest => rest.concat(),
        };
        words.chunks(2).map(part).collect::<Vec<_>>().join(" ")
    }

    /// A share in per cent with no more decimals than it needs, as targets are named: `80 %`, `97.5 %`.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let tenths = (share * 1000.0).round();
        self.with_unit(self.number(tenths / 10.0, usize::from(tenths % 10.0 != 0.0)), Unit::Percent)
    }

    /// A percentage that is named in the JSON (`99.9`), in the way of the country.
    pub(in crate::report) fn percentage(self, name: &str) -> String {
        self.with_unit(name.replace('.', self.decimal_point()), Unit::Percent)
    }

    /// Names in a sentence: `a`, `a and b`, `a, b and 3 more`.
    #[must_use]
    pub fn list(self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first, second] => say!(self, "list-two", first = *first, second = *second),
            [first, second, third] => {
                say!(self, "list-three", first = *first, second = *second, third = *third)
            }
            [first, second, rest @ ..] => {
                say!(self, "list-more", first = *first, second = *second, count = rest.len())
            }
        }
    }

    fn with_half_width(self, written: &Written) -> String {
        let mut number = self.number(written.value, written.digits);
        if written.signed && !number.starts_with('-') && number.contains(|c: char| ('1'..='9').contains(&c)) {
            number.insert(0, '+');
        }
        let text = self.with_unit(number, written.unit);
        match written.half {
            Some(half) => format!("{text} ± {}", self.number(half, written.digits)),
            None => text,
        }
    }

    /// A number with what stands behind it.
    pub(in crate::report) fn with_unit(self, number: String, unit: Unit) -> String {
        match (unit, self) {
            (Unit::None, _) => number,
            // A short cut: terminals write thousands of these.
            (_, Self::English) => format!("{number} {}", unit.english()),
            _ => say!(self, &format!("unit-{}", unit.key()), number = number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_the_country() {
        let level = Estimate { value: 0.8123, std_error: Some(0.002), ci95: Some([0.8083, 0.8163]) };
        let shown = Language::ALL.map(|language| language.show(Kind::Share, Some(&level)));
        assert_eq!(shown, ["81.2 % ± 0.4", "81,2 % ± 0,4", "81,2\u{a0}% ± 0,4", "81.2% ± 0.4"]);
        let durations = Language::ALL.map(|language| language.duration(270.0));
        assert_eq!(durations, ["4 min 30 s", "4 min 30 s", "4\u{a0}min 30\u{a0}s", "4분 30초"]);
        assert_eq!(Language::German.duration(3.24), "3,2 s");
        assert_eq!(Language::German.percent(0.975), "97,5 %");
        assert_eq!(Language::Korean.list(&["a", "b", "c", "d"]), "a, b 외 2개");
    }
}
