//! How each mark is drawn.

use super::path::Path;
use super::scale::Frame;
use super::text::{self, Anchor, TICK, Texts};
use crate::report::plot::marks::outline;
use crate::report::plot::{Colour, Dash, Mark, Shape, Side};

/// Draws a mark; its texts are put where there is room for them.
pub(super) fn draw(mark: &Mark, frame: &Frame, texts: &mut Texts) -> String {
    let place = |(x, y): (f64, f64)| (frame.x(x), frame.y(y));
    match mark {
        Mark::Line(points, colour, dash) => line(&points.iter().map(|p| place(*p)).collect::<Vec<_>>(), *colour, *dash),
        Mark::Whisker(ends, colour) => line(&ends.map(place), *colour, Dash::Solid),
        Mark::Band(points, colour) => {
            let low = points.iter().map(|(x, low, _)| place((*x, *low)));
            let high = points.iter().rev().map(|(x, _, high)| place((*x, *high)));
            let mut path = Path::default();
            path.outline(&low.chain(high).collect::<Vec<_>>());
            format!("<path class=\"b {}\" d=\"{path}\"/>", class(*colour))
        }
        Mark::Dots(points, colour, shape, filled) => dots(points.iter().map(|p| place(*p)), *colour, *shape, *filled),
        Mark::Bar(corners, colour, words) => bar(corners.map(place), *colour, words, texts),
        Mark::Text(at, colour, side, words) => {
            let anchor = match side {
                Side::Left => Anchor::End,
                Side::Right => Anchor::Start,
                Side::Middle => Anchor::Middle,
            };
            let (x, y) = place(*at);
            texts.put((x, y - 4.0), anchor, if *colour == Colour::Quiet { "q" } else { "k" }, words);
            String::new()
        }
    }
}

/// The class that gives a mark its colour.
pub(in crate::report::page) fn class(colour: Colour) -> String {
    match colour {
        Colour::Ink => "ci".into(),
        Colour::Quiet => "cq".into(),
        Colour::Faint => "cf".into(),
        Colour::Main => "c0".into(),
        Colour::Alarm => "c1".into(),
        Colour::Series(index) => format!("c{}", index % 7),
        Colour::Grade(index) => format!("g{}", index % 4),
        Colour::Paper => "cp".into(),
    }
}

/// The class that breaks a line.
pub(super) fn broken(dash: Dash) -> &'static str {
    match dash {
        Dash::Solid => "",
        Dash::Long => " w",
        Dash::Short => " s",
        Dash::Hair => " h",
    }
}

pub(super) fn line(points: &[(f64, f64)], colour: Colour, dash: Dash) -> String {
    let mut path = Path::default();
    path.line(points);
    if path.is_empty() {
        return String::new();
    }
    format!("<path class=\"l {}{}\" d=\"{path}\"/>", class(colour), broken(dash))
}

pub(super) fn dots(points: impl Iterator<Item = (f64, f64)>, colour: Colour, shape: Shape, filled: bool) -> String {
    let mut path = Path::default();
    for (x, y) in points {
        match outline(shape) {
            [] => path.disc((x, y), 4.5),
            corners => path.outline(&corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect::<Vec<_>>()),
        }
    }
    format!("<path class=\"{} {}\" d=\"{path}\"/>", if filled { "o" } else { "u" }, class(colour))
}

/// A rectangle with its text, dark or light by what is easier to read on it.
fn bar([from, to]: [(f64, f64); 2], colour: Colour, words: &str, texts: &mut Texts) -> String {
    let mut path = Path::default();
    path.outline(&[from, (to.0, from.1), to, (from.0, to.1)]);
    if text::width(words, TICK) + 6.0 < (to.0 - from.0).abs() {
        let dark = colour.of_text_on() == Colour::Ink;
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0 + 4.5);
        texts.put(middle, Anchor::Middle, if dark { "dark" } else { "lit" }, words);
    }
    format!("<path class=\"r {}\" d=\"{path}\"/>", class(colour))
}
