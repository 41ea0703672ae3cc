//! Heads of columns, from the catalogue.

use crate::report::language::{Language, say};

/// The texts of these keys.
pub(super) fn heads(language: Language, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| say!(language, key)).collect()
}

/// What several columns have in common, and these keys: `target: service level`.
pub(super) fn parts(language: Language, of: &str, keys: &[&str]) -> Vec<String> {
    let of = say!(language, of);
    keys.iter().map(|key| say!(language, "named", name = &of, value = say!(language, key))).collect()
}

/// The heads of a figure's standard error and of the ends of its interval.
pub(super) fn error_heads(language: Language, figure: &str) -> [String; 3] {
    ["book-error", "book-low", "book-high"].map(|key| say!(language, key, figure = figure))
}
