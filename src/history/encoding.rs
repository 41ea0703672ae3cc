//! From bytes to text: UTF-8, or else what was meant.

use std::borrow::Cow;

use super::fault::Fault;
use super::notes::Notes;

/// What Windows-1252 has where Latin-1 has control characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a line; what is not UTF-8 is read as Windows-1252, which any bytes are.
pub(super) fn text<'l>(line: &'l [u8], notes: &mut Notes) -> Cow<'l, str> {
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            notes.add(Fault::NotUtf8);
            Cow::Owned(line.iter().map(|byte| letter(*byte)).collect())
        }
    }
}

fn letter(byte: u8) -> char {
    let above = usize::from(byte).checked_sub(0x80);
    above.and_then(|place| WINDOWS.get(place)).copied().unwrap_or(char::from(byte))
}
