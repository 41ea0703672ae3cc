//! A level line across a panel, named where what is drawn leaves room.

use super::{Axis, Colour, Dash, Mark, Side};
use crate::report::language::{Language, say};
use crate::stats::Estimate;

/// A height that figures are held against.
pub(super) struct Level {
    at: f64,
    words: String,
    colour: Colour,
    dash: Dash,
    /// The height of the name as a share of the axis, where it stands below the line.
    below: Option<f64>,
}

impl Level {
    /// A promise.
    pub(super) fn target(language: Language, share: f64) -> Self {
        Self {
            at: share,
            words: say!(language, "chart-target-at", share = language.percent(share)),
            colour: Colour::Ink,
            dash: Dash::Long,
            below: None,
        }
    }

    /// A promise in words of its own.
    pub(super) fn promise(at: f64, words: String) -> Self {
        Self { at, words, colour: Colour::Ink, dash: Dash::Long, below: None }
    }

    /// What it would be if nothing went wrong.
    pub(super) fn flawless(language: Language, share: f64) -> Self {
        let words = say!(language, "chart-flawless-at", share = language.percent(share));
        Self { at: share, words, colour: Colour::Quiet, dash: Dash::Short, below: None }
    }

    /// Named below the line, where figures that keep a promise are not; `height` is the share of the axis that the name
    /// takes.
    pub(super) fn named_below(self, height: f64) -> Self {
        Self { below: Some(height), ..self }
    }

    /// The line, and its name above (or below) it where the figure is farthest; `room` is the share of the axis that the name takes.
    pub(super) fn marks(&self, points: &[Option<(f64, Estimate)>], axes: (&Axis, &Axis), room: f64) -> Vec<Mark> {
        let (x, y) = axes;
        let line: Vec<(f64, f64)> = points.iter().flatten().map(|(at, f)| (*at, f.value)).collect();
        let range = y.to - y.from;
        let foot = match self.below {
            Some(height) if self.at - height * range >= y.from => self.at - height * range,
            _ => self.at,
        };
        let text = foot + 0.02 * range;
        let (width, free) = ((x.to - x.from) * room, (x.to - x.from) * (1.0 - room));
        let places = (0..=8).map(|eighth| x.from + free * f64::from(eighth) / 8.0);
        let clear = places.map(|from| (from, clearance(&line, from, from + width, text)));
        // The ends are where one looks for a name: a place between them must be clearly better.
        let worth =
            |(from, clear): (f64, f64)| if from == x.from || from >= x.from + free { 1.5 * clear } else { clear };
        let best = clear.reduce(|best, next| if worth(next) > worth(best) { next } else { best });
        let from = best.map_or(x.from, |(from, _)| from);
        let (side, at) = if from >= x.from + free { (Side::Left, x.to) } else { (Side::Right, from) };
        let mut marks = vec![Mark::Line(vec![(x.from, self.at), (x.to, self.at)], self.colour, self.dash)];
        // At the top edge the name would stand in the heading.
        if foot < y.to - 0.02 * range {
            marks.push(Mark::Text((at, foot), self.colour, side, self.words.clone()));
        }
        marks
    }
}

/// How near a line comes to a height between two places; a line that crosses the height comes very near.
fn clearance(line: &[(f64, f64)], from: f64, to: f64, height: f64) -> f64 {
    let near = |pair: &[(f64, f64)]| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let at = |x: f64| y0 + (y1 - y0) * ((x - x0) / (x1 - x0)).clamp(0.0, 1.0);
        let (first, last) = (at(from) - height, at(to) - height);
        if first * last <= 0.0 { 0.0 } else { first.abs().min(last.abs()) }
    };
    let inside = |pair: &&[(f64, f64)]| pair[1].0 >= from && pair[0].0 <= to;
    line.windows(2).filter(inside).map(near).fold(1.0, f64::min)
}
