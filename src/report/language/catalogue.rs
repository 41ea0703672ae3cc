//! Texts by key.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The files of a language, in any order: keys are unique over all of them.
macro_rules! words_of {
    ($code:literal) => {
        [
            include_str!(concat!("../../../assets/words/", $code, "/figures.ftl")),
            include_str!(concat!("../../../assets/words/", $code, "/charts.ftl")),
            include_str!(concat!("../../../assets/words/", $code, "/warnings.ftl")),
            include_str!(concat!("../../../assets/words/", $code, "/page.ftl")),
            include_str!(concat!("../../../assets/words/", $code, "/serve.ftl")),
            include_str!(concat!("../../../assets/words/", $code, "/workbook.ftl")),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

/// What a text speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A name or a figure that is written already.
    Text(String),
    /// A number of things, on which the plural depends.
    Count(u64),
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Word {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u32> for Word {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

/// The text of a key; English where the language has none, and the key itself where nobody has (a test sees to it that
/// neither happens).
#[must_use]
pub fn say_words(language: Language, key: &str, words: &[(&str, Word)]) -> String {
    let mut args = FluentArgs::with_capacity(words.len());
    for (name, word) in words {
        match word {
            Word::Text(text) => args.set(*name, text.as_str()),
            Word::Count(count) => args.set(*name, *count as f64),
        }
    }
    let said = [language, Language::English].into_iter().find_map(|language| text(language, key, &args));
    said.unwrap_or_else(|| key.to_owned())
}

fn text(language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

/// The bundle of a language, made when it is first needed.
fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 4] = [const { OnceLock::new() }; 4];
    BUNDLES[language as usize].get_or_init(|| make(language))
}

fn make(language: Language) -> Bundle {
    let name: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![name]);
    // Marks for the direction of writing would end up in files and be counted as characters.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| count(Language::English, value),
        Language::German => |value, _| count(Language::German, value),
        Language::French => |value, _| count(Language::French, value),
        Language::Korean => |value, _| count(Language::Korean, value),
    }));
    for words in sources(language) {
        // A test sees to it that all of them can be read and that no key comes twice.
        let read = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(most, _)| most);
        bundle.add_resource_overriding(read);
    }
    bundle
}

/// Counts are whole numbers with their thousands apart.
fn count(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(language.number(number.value, 0)),
        _ => None,
    }
}

fn sources(language: Language) -> [&'static str; 6] {
    match language {
        Language::English => words_of!("en"),
        Language::German => words_of!("de"),
        Language::French => words_of!("fr"),
        Language::Korean => words_of!("ko"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Keys with the names of what they speak of.
    fn keys(language: Language) -> BTreeMap<String, Vec<String>> {
        let mut keys = BTreeMap::new();
        for words in sources(language) {
            assert!(FluentResource::try_new(words.to_owned()).is_ok(), "{language:?}: {words}");
            let mut key = String::new();
            for line in words.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
                    key = name.to_owned();
                    assert!(keys.insert(key.clone(), Vec::new()).is_none(), "{language:?}: {key} comes twice");
                }
                let names = line.split('$').skip(1);
                let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                keys.entry(key.clone()).or_default().extend(names.map(name));
            }
        }
        keys.remove("");
        for names in keys.values_mut() {
            names.sort();
            names.dedup();
        }
        keys
    }

    #[test]
    fn all_languages_say_the_same_things() {
        let english = keys(Language::English);
        assert!(!english.is_empty());
        for language in Language::ALL {
            let other = keys(language);
            for (key, names) in &english {
                assert_eq!(other.get(key), Some(names), "{language:?}: {key}");
            }
            let unknown: Vec<&String> = other.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(unknown.is_empty(), "{language:?} alone: {unknown:?}");
        }
    }

    #[test]
    fn counts_have_their_plural_and_their_thousands() {
        let say = |language, n: u32| say_words(language, "replications", &[("count", n.into())]);
        assert_eq!(say(Language::English, 1), "1 replication");
        assert_eq!(say(Language::English, 2000), "2 000 replications");
        assert_eq!(say(Language::German, 2000), "2.000 Replikationen");
        assert_eq!(say(Language::Korean, 2000), "반복 2,000회");
        assert_eq!(say_words(Language::French, "no-such-key", &[]), "no-such-key");
    }
}
