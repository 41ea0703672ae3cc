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

    fn between_thousands(self) -> char {
        match self {
            Self::English => ' ',
            Self::German => '.',
            // A narrow space that no line is broken at.
            Self::French => '\u{202f}',
            Self::Korean => ',',
        }
    }

    pub(super) fn decimal_point(self) -> &'static str {
        match self {
            Self::English | Self::Korean => ".",
            Self::German | Self::French => ",",
        }
    }
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
}
