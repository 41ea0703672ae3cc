//! Texts of a picture: none leaves it, and none stands on another.

use std::fmt;

use super::{WIDTH, escaped};

/// Size of ticks and of texts beside marks, in units of the picture; the page writes them no larger.
pub(super) const TICK: f64 = 14.0;
/// Size of the name of a row, which is bold.
pub(super) const NAME: f64 = 15.0;

/// Which part of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// All texts of a picture so far, with the room that each takes.
#[derive(Default)]
pub(super) struct Texts {
    written: String,
    taken: Vec<[f64; 4]>,
}

impl Texts {
    /// Puts a text on a base line; moved sideways where it would leave the picture, dropped where it would stand on
    /// another: what it says is told by pointing, too.
    pub(super) fn put(&mut self, (x, y): (f64, f64), anchor: Anchor, class: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let wide = width(words, if class == "n" { NAME } else { TICK });
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => wide / 2.0,
            Anchor::End => wide,
        };
        let left = (x - before).min(WIDTH - 1.0 - wide).max(1.0);
        let room = [left, y - 9.5, left + wide, y + 3.0];
        if self.taken.iter().any(|other| overlap(&room, other)) {
            return;
        }
        self.taken.push(room);
        // The side that was asked for stays where it is when a reader's font is narrower than was reckoned.
        let (at, side) = match anchor {
            Anchor::Start => (left, ""),
            Anchor::Middle => (left + wide / 2.0, " m"),
            Anchor::End => (left + wide, " e"),
        };
        self.written += &format!("<text class=\"{class}{side}\" x=\"{at:.0}\" y=\"{y:.0}\">{}</text>", escaped(words));
    }

    /// A tick of the horizontal axis, with air to its neighbours.
    pub(super) fn tick(&mut self, (x, y): (f64, f64), words: &str) {
        let half = width(words, TICK) / 2.0;
        let room = [x - half - 5.0, y - 6.0, x + half + 5.0, y];
        if !self.taken.iter().any(|other| overlap(&room, other)) {
            self.put((x, y), Anchor::Middle, "q", words);
        }
    }
}

impl fmt::Display for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// How wide a text is at most, in a font as wide as DejaVu Sans, which few are.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

fn advance(sign: char) -> f64 {
    match sign {
        'i' | 'j' | 'l' | '\'' | '|' => 0.28,
        ' ' | '.' | ',' | ':' | ';' | 'I' | '\u{a0}' | '\u{202f}' | '!' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '[' | ']' => 0.41,
        '%' | 'm' | 'W' | '—' | '…' => 1.0,
        'w' | '±' | '+' | '<' | '>' | '=' | 'M' | 'Q' => 0.86,
        'A'..='Z' => 0.74,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => 1.0,
        _ => 0.64,
    }
}
