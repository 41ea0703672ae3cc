//! Numbers as people and switches write them: with thousands separators, with decimal commas.

use super::fault::Fault;
use super::notes::Notes;

/// What separates the whole part of a number from its decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Decimal {
    #[default]
    Point,
    Comma,
}

/// Reads a number; what had to be mended is noted.
pub(super) fn number(text: &str, decimal: Decimal, notes: &mut Notes) -> Option<f64> {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if plain(text) && !(decimal == Decimal::Comma && text.contains('.')) {
        return text.parse().ok().filter(|number: &f64| number.is_finite());
    }
    let spaced = |sign: char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let mut bare = text.replace(spaced, " ");
    if bare.contains(' ') {
        if !grouped(bare.split(['.', ',']).next().unwrap_or_default(), ' ') {
            return None;
        }
        notes.add(Fault::ThousandSeparators);
        bare = bare.replace(' ', "");
    }
    let number = with_point(&bare, decimal, notes)?;
    // `e` belongs to numbers that a program wrote, which have neither commas nor spaces.
    let digits = number.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    if digits { number.parse().ok() } else { None }
}

/// The number with a decimal point and nothing else between its digits.
fn with_point(text: &str, decimal: Decimal, notes: &mut Notes) -> Option<String> {
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let comma_is_decimal = match (commas, points) {
        (0, 0 | 1) if decimal == Decimal::Point => return Some(text.to_owned()),
        (0, 0) => return Some(text.to_owned()),
        (0, _) => true,
        (_, 0) => commas == 1 && (decimal == Decimal::Comma || !grouped(text, ',')),
        _ => text.rfind(',') > text.rfind('.'),
    };
    let (separator, point) = if comma_is_decimal { ('.', ',') } else { (',', '.') };
    let whole = text.split(point).next().unwrap_or_default();
    if whole.contains(separator) {
        if !grouped(whole, separator) {
            return None;
        }
        notes.add(Fault::ThousandSeparators);
    }
    if point == ',' && text.contains(',') && decimal == Decimal::Point {
        notes.add(Fault::DecimalCommas);
    }
    Some(text.replace(separator, "").replace(point, "."))
}

/// Whether separators part a number into groups of three digits.
fn grouped(text: &str, separator: char) -> bool {
    let mut groups = text.trim_start_matches(['+', '-']).split(separator);
    groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
}
