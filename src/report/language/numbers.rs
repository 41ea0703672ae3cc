//! Numbers as they are written in a country.

use super::Language;

impl Language {
    /// A number with a fixed count of decimals and its thousands apart; never `-0`.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
        let mut out = String::new();
        if value < 0.0 && text.contains(|c: char| ('1'..='9').contains(&c)) {
            out.push('-');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                out.push(self.between_thousands());
            }
            out.push(digit);
        }
        out + &fraction.replace('.', self.decimal_point())
    }

    /// The number that somebody has typed, the way it is written in the country or with the point of a scenario file.
    /// None where the text is no number, or could be two: a German `1.500` is fifteen hundred, or one and a half.
    pub(crate) fn read(self, text: &str) -> Option<f64> {
        let (sign, body) = sign(text)?;
        if let Some(digits) = self.without_thousands(body) {
            return (body.matches('.').count() != 1).then(|| Some(sign * digits.parse::<f64>().ok()?))?;
        }
        let (whole, fraction) = body.split_once(self.decimal_point()).or_else(|| body.split_once('.'))?;
        let whole = if whole.is_empty() { "0".into() } else { self.without_thousands(whole)? };
        let number: f64 = is_digits(fraction).then(|| format!("{whole}.{fraction}").parse().ok())??;
        Some(sign * number)
    }

    /// The whole number that somebody has typed: no decimals, so that a point is never one.
    pub(crate) fn read_whole(self, text: &str) -> Option<i64> {
        let (sign, body) = sign(text)?;
        let number: i64 = self.without_thousands(body)?.parse().ok()?;
        Some(if sign < 0.0 { -number } else { number })
    }

    /// The digits of a whole number whose thousands may be apart, as in the country or by spaces.
    fn without_thousands(self, text: &str) -> Option<String> {
        let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
            return is_digits(text).then(|| text.to_owned());
        };
        let own = if self == Self::English { ',' } else { self.between_thousands() };
        let mut groups = text.split(mark);
        let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
        let apart = mark == own || [' ', '\u{a0}', '\u{202f}'].contains(&mark);
        let threes = groups.clone().all(|group| group.len() == 3 && is_digits(group));
        (apart && threes).then(|| std::iter::once(first).chain(groups).collect())
    }

    fn between_thousands(self) -> char {
        match self {
            Self::English => ' ',
            Self::German => '.',
            // A narrow space that no line is broken at.
            Self::French => '\u{202f}',
            Self::Korean => ',',
        }
    }

    pub(crate) fn decimal_point(self) -> &'static str {
        match self {
            Self::English | Self::Korean => ".",
            Self::German | Self::French => ",",
        }
    }
}

/// The sign of a number, and what stands behind it.
fn sign(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let negative = text.strip_prefix(['-', '\u{2212}']);
    let body = negative.or_else(|| text.strip_prefix('+')).unwrap_or(text);
    let begins = body.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    begins.then_some((if negative.is_some() { -1.0 } else { 1.0 }, body))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn every_country_has_its_own_way() {
        let written = Language::ALL.map(|language| language.number(-12_345.67, 1));
        assert_eq!(written, ["-12 345.7", "-12.345,7", "-12\u{202f}345,7", "-12,345.7"]);
        assert_eq!(Language::German.number(-0.04, 1), "0,0");
    }

    #[test]
    fn what_is_written_in_a_country_is_read_there() {
        for language in Language::ALL {
            for (number, decimals) in [(-12_345.67, 2), (0.5, 1), (1_234_567.0, 0), (100_000.25, 2), (7.0, 0)] {
                let written = language.number(number, decimals);
                assert_eq!(language.read(&written), Some(number), "{language:?}: {written}");
            }
            let whole = language.number(-1_234_567.0, 0);
            assert_eq!(language.read_whole(&whole), Some(-1_234_567), "{language:?}: {whole}");
        }
    }

    #[test]
    fn what_is_typed_is_a_number_or_none() {
        let read = |text| Language::ALL.map(|language| language.read(text));
        assert_eq!(read("1.05"), [Some(1.05); 4]);
        assert_eq!(read(" +.5 "), [Some(0.5); 4]);
        assert_eq!(read("0.850"), [Some(0.85); 4], "no thousand begins with 0");
        assert_eq!(read("8,5"), [None, Some(8.5), Some(8.5), None]);
        assert_eq!(read("1.500"), [Some(1.5), None, Some(1.5), Some(1.5)]);
        assert_eq!(read("1,500"), [Some(1500.0), Some(1.5), Some(1.5), Some(1500.0)]);
        assert_eq!(read("1.234,5"), [None, Some(1234.5), None, None]);
        for wrong in ["", "-", "x", "1e3", "nan", "inf", "1..2", "1,2,3", "12 34", "1 2345", ",", ".", "1.", "0x1", "٣"]
        {
            assert_eq!(read(wrong), [None; 4], "{wrong}");
        }
        assert_eq!(Language::ALL.map(|language| language.read_whole("1.500")), [None, Some(1500), None, None]);
        assert_eq!(Language::English.read_whole("7.0"), None);
        assert_eq!(Language::English.read_whole("99999999999999999999"), None);
    }
}
