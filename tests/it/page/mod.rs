//! The page for a meeting, as text: what it says, how it is built, what it must never carry.

mod finding;
mod limits;
mod structure;

pub(crate) use structure::requests;

use holdline::kpi::ResultDocument;
use holdline::report::{Language, page};

/// The page in English.
pub(crate) fn english(document: &ResultDocument) -> String {
    page(document, Language::English).unwrap()
}

/// The text between two marks, as a reader sees it.
pub(crate) fn between(html: &str, from: &str, to: &str) -> String {
    let rest = html.split_once(from).unwrap_or_else(|| panic!("no {from}")).1;
    read(rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0)
}

/// Text without its entities and without spaces at which no line is broken.
fn read(html: &str) -> String {
    let signs = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2f;", "/"),
    ];
    let read = signs.iter().fold(html.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    read.replace("&amp;", "&").replace('\u{a0}', " ")
}
