//! The workbook in every language: other words, the same numbers in the same cells.

use std::collections::BTreeSet;

use calamine::{Data, Range, Reader};
use holdline::report::language::say_words;
use holdline::report::{Language, workbook};

use super::folder;
use super::workbook::{Book, book, run};
use crate::report_examples;

/// What French calls as English does.
const ALIKE_IN_FRENCH: [&str; 4] = ["contacts", "chats", "e-mails", "chatbot"];

/// The keys of the catalogue that no text can look like.
fn keys() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/words/en");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let of = |text: String| text.lines().filter_map(|l| Some(l.split_once(" =")?.0.to_owned())).collect::<Vec<_>>();
    files.flat_map(of).filter(|key| key.contains('-') && !key.contains([' ', '#'])).collect()
}

/// Sheets with cells, by name.
fn sheets(book: &mut Book) -> Vec<(String, Range<Data>)> {
    book.worksheets().into_iter().filter(|(_, cells)| !cells.is_empty()).collect()
}

fn texts(cells: &Range<Data>) -> impl Iterator<Item = &String> {
    cells.rows().flatten().filter_map(|cell| match cell {
        Data::String(text) => Some(text),
        _ => None,
    })
}

#[test]
fn names_of_sheets_are_such_as_a_spreadsheet_takes() {
    let keys: Vec<String> = keys().into_iter().filter(|key| key.starts_with("book-sheet-")).collect();
    assert_eq!(keys.len(), 16);
    for language in Language::ALL {
        let names: Vec<String> = keys.iter().map(|key| say_words(language, key, &[])).collect();
        for name in &names {
            assert!((1..=31).contains(&name.encode_utf16().count()), "{language:?}: {name}");
            assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{language:?}: {name}");
            assert!(!name.starts_with('\'') && !name.ends_with('\''), "{language:?}: {name}");
        }
        let apart: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(apart.len(), names.len(), "{language:?}: {names:?}");
    }
}

#[test]
fn heads_are_words_and_none_comes_twice() {
    let (document, bytes) = run(&folder("workbook-words"), Language::German);
    assert!(bytes == workbook(&document, Language::German).unwrap(), "the command writes what the library makes");
    let keys = keys();
    for language in Language::ALL {
        let mut book = book(workbook(&document, language).unwrap());
        assert_eq!(book.sheet_names().len(), 16);
        for (name, cells) in sheets(&mut book) {
            let heads = cells.rows().next().unwrap();
            let words: BTreeSet<String> = heads.iter().map(Data::to_string).collect();
            assert_eq!(words.len(), cells.width(), "{language:?}, {name}: one comes twice in {heads:?}");
            assert!(words.iter().all(|word| !word.trim().is_empty()), "{language:?}, {name}: {heads:?}");
            let key = texts(&cells).find(|text| keys.contains(*text));
            assert_eq!(key, None, "{language:?}, {name}");
        }
    }
}

#[test]
fn numbers_are_the_same_in_all_languages_and_words_are_not() {
    let (document, _) = run(&folder("workbook-numbers"), Language::English);
    let json = holdline::report::json(&document).unwrap();
    // Names, paths and hashes are the document's own; skills have their levels behind them.
    let own = |text: &str| {
        let part = |part: &str| json.contains(part.trim_end_matches([' ', '1', '2']));
        text == "SHA-256" || text.split(", ").all(part)
    };
    let english = sheets(&mut book(workbook(&document, Language::English).unwrap()));
    for language in Language::ALL.into_iter().skip(1) {
        let other = sheets(&mut book(workbook(&document, language).unwrap()));
        assert_eq!(other.len(), english.len());
        for ((name, here), (_, there)) in other.iter().zip(&english) {
            assert_eq!(here.get_size(), there.get_size(), "{language:?}, {name}");
            for (row, column, cell) in here.cells() {
                let place = format!("{language:?}, {name}, row {row}, column {column}");
                match (cell, there.get((row, column)).unwrap()) {
                    (Data::String(word), Data::String(in_english)) => {
                        let alike = language == Language::French && ALIKE_IN_FRENCH.contains(&word.as_str());
                        let differs = word != in_english || alike || (row > 0 && own(word)) || word == "SHA-256";
                        assert!(differs, "{place}: {word}");
                    }
                    (number, in_english) => assert_eq!(number, in_english, "{place}"),
                }
            }
        }
    }
}

/// What the stories do not have: one replication, nothing that is defined, precision not reached.
#[test]
fn every_language_has_words_for_the_edges() {
    for (name, document) in report_examples::all() {
        for language in Language::ALL {
            let mut book = book(workbook(&document, language).unwrap());
            let keys = keys();
            for (sheet, cells) in sheets(&mut book) {
                let key = texts(&cells).find(|text| keys.contains(*text));
                assert_eq!(key, None, "{name}, {language:?}, {sheet}");
            }
        }
    }
}
