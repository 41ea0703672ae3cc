//! The languages of pages and workbooks: texts from a catalogue, figures in the format of the country.
//!
//! Texts are [Fluent](https://projectfluent.org) messages under `assets/words/`, one folder a language and one file a
//! part of the product. English is complete by definition; a test holds the others against it.

mod catalogue;
mod figures;
mod numbers;

use std::str::FromStr;

pub use catalogue::{Word, say_words};

/// A language in which results can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, with a space between thousands.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Korean.
    Korean,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::French, Self::Korean];

    /// Its code by ISO 639-1, as `--lang` and the `lang` of a page have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Korean => "ko",
        }
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|language| language.code() == code);
        known.ok_or_else(|| format!("`{code}` is not one of the languages; write en, de, fr or ko"))
    }
}

/// A text of the catalogue in a language, with what it speaks of: `say!(language, "key", name = "sales", count = 3)`.
macro_rules! say {
    ($language:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::report::language::say_words(
            $language,
            $key,
            &[$((stringify!($name), $crate::report::language::Word::from($value))),*],
        )
    };
}
pub(crate) use say;
