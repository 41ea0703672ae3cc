//! A panel as a small SVG: readable on a phone, light enough to have hundreds of them in one page.
//!
//! Colours are classes, so that the page decides what they are in the light, in the dark and on paper.

mod marks;
mod path;
mod scale;
mod sign;
mod text;

use std::fmt::Write as _;

use crate::report::plot::{Panel, Point};
use scale::{Frame, Vertical};
use text::{Anchor, Texts};

pub(crate) use sign::sign;

/// Width of every picture, in its own units.
pub(super) const WIDTH: f64 = 360.0;

/// A panel as SVG; `names` are the categories of its vertical axis, where it has any.
pub(crate) fn svg(panel: &Panel, names: &[(f64, String)], label: &str) -> String {
    let frame = Frame::new(panel, names);
    let mut texts = Texts::default();
    let axes = axes(panel, names, &frame, &mut texts);
    let marks: String = panel.marks.iter().map(|mark| marks::draw(mark, &frame, &mut texts)).collect();
    let height = frame.height;
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-label=\"{}\" data-p='{}'>{axes}{marks}{texts}</svg>",
        escaped(label),
        points(&panel.points, &frame)
    )
}

/// Height of the picture of a panel, in units.
pub(super) fn height(panel: &Panel, names: &[(f64, String)]) -> f64 {
    Frame::new(panel, names).height
}

/// Whether the vertical axis names things instead of measuring: it falls from 0, and its ticks stand inside rows.
pub(super) fn is_categorical(panel: &Panel) -> bool {
    panel.y.to == 0.0 && panel.y.ticks.iter().all(|(at, _)| *at < 0.0 && *at > panel.y.from)
}

/// Grid lines, ticks and the names of the axes.
fn axes(panel: &Panel, names: &[(f64, String)], frame: &Frame, texts: &mut Texts) -> String {
    let mut grid = path::Path::default();
    for (value, words) in &panel.x.ticks {
        let x = frame.x(*value);
        grid.line(&[(x, frame.bottom), (x, frame.top)]);
        texts.tick((x, frame.bottom + 17.0), words);
    }
    match &frame.vertical {
        Vertical::Linear { .. } => {
            for (value, words) in &panel.y.ticks {
                let y = frame.y(*value);
                grid.line(&[(frame.left, y), (frame.right, y)]);
                texts.put((frame.left - 6.0, y + 4.0), Anchor::End, "q", words);
            }
        }
        Vertical::Rows(rows) => {
            for (row, (_, name)) in rows.iter().zip(names) {
                texts.put((1.0, row.top + 13.0), Anchor::Start, "n", name);
                let label = panel.labels.iter().find(|(at, _, _)| row.holds(*at));
                let after = text::width(name, text::NAME) + 9.0;
                label
                    .into_iter()
                    .for_each(|(_, _, words)| texts.put((after, row.top + 13.0), Anchor::Start, "q", words));
            }
        }
    }
    let middle = (frame.left + frame.right) / 2.0;
    texts.put((middle, frame.bottom + 33.0), Anchor::Middle, "q", &panel.x.name);
    texts.put((1.0, 12.0), Anchor::Start, "q", if names.is_empty() { &panel.y.name } else { "" });
    let mut base = path::Path::default();
    base.line(&[(frame.left, frame.bottom), (frame.right, frame.bottom)]);
    format!("<path class=\"g\" d=\"{grid}\"/><path class=\"x\" d=\"{base}\"/>")
}

/// What a pointer or the arrow keys meet: `[x, y, value, "words"]` of each, the value as in the result document.
fn points(points: &[Point], frame: &Frame) -> String {
    let mut json = String::from("[");
    for point in points {
        let (x, y) = (frame.x(point.at.0), frame.y(point.at.1));
        let value = serde_json::to_string(&point.value).unwrap_or_default();
        let words = serde_json::to_string(&point.words).unwrap_or_default();
        let comma = if json.len() > 1 { "," } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(json, "{comma}[{x:.0},{y:.0},{value},{words}]");
    }
    json.push(']');
    json.replace('&', "&amp;").replace('\'', "&#39;").replace('<', "&lt;")
}

/// Text that is safe in an attribute and in an element.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&#34;")
}
