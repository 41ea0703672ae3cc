//! Where the values of a panel lie in its picture.

use super::WIDTH;
use super::text::{self, TICK};
use crate::report::plot::{Mark, Panel};

/// Height of a picture whose vertical axis measures.
const HEIGHT: f64 = 226.0;
/// Height of the line with the name of a row.
const NAME: f64 = 18.0;
/// Least height of what stands in a row, and the height that each dot in it takes.
const ROW: f64 = 38.0;
const DOT: f64 = 17.0;

/// The plot's place in the picture, and its scales.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// Of the whole picture.
    pub(super) height: f64,
    horizontal: (f64, f64),
    pub(super) vertical: Vertical,
}

/// A vertical axis.
pub(super) enum Vertical {
    /// From a value at the bottom to another at the top.
    Linear { from: f64, to: f64 },
    /// Named rows from top to bottom.
    Rows(Vec<Row>),
}

/// A row with its name in a line of its own, so that names need no room at the left.
pub(super) struct Row {
    /// Its ends, in units of the axis, which falls from 0.
    from: f64,
    to: f64,
    /// Where its name begins, and how high all of it is, in units of the picture.
    pub(super) top: f64,
    height: f64,
}

impl Row {
    pub(super) fn holds(&self, value: f64) -> bool {
        value <= self.from && value > self.to
    }

    fn place(&self, value: f64) -> f64 {
        self.top + NAME + (self.from - value) / (self.from - self.to) * (self.height - NAME)
    }
}

impl Frame {
    pub(super) fn new(panel: &Panel, names: &[(f64, String)]) -> Self {
        let foot = if panel.x.name.is_empty() { 23.0 } else { 39.0 };
        let horizontal = (panel.x.from, panel.x.to);
        // Half of the last tick stands right of the plot.
        let last = panel.x.ticks.last().map_or(0.0, |(_, words)| text::width(words, TICK) / 2.0);
        let right = WIDTH - last.clamp(8.0, 40.0);
        if !names.is_empty() {
            let rows = rows(panel, names);
            let bottom = rows.last().map_or(0.0, |row| row.top + row.height);
            let vertical = Vertical::Rows(rows);
            let first = panel.x.ticks.first().map_or(0.0, |(_, words)| text::width(words, TICK) / 2.0);
            return Self {
                left: first.clamp(8.0, 30.0),
                right,
                top: 2.0,
                bottom,
                height: bottom + foot,
                horizontal,
                vertical,
            };
        }
        let ticks = panel.y.ticks.iter().map(|(_, words)| text::width(words, TICK));
        let left = ticks.fold(10.0, f64::max) + 8.0;
        let top = if panel.y.name.is_empty() { 8.0 } else { 24.0 };
        let vertical = Vertical::Linear { from: panel.y.from, to: panel.y.to };
        Self { left, right, top, bottom: HEIGHT - foot, height: HEIGHT, horizontal, vertical }
    }

    pub(super) fn x(&self, value: f64) -> f64 {
        let (from, to) = self.horizontal;
        let share = if to > from { (value - from) / (to - from) } else { 0.5 };
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        match &self.vertical {
            Vertical::Linear { from, to } => {
                let share = if to > from { (value - from) / (to - from) } else { 0.5 };
                self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top)
            }
            Vertical::Rows(rows) => match rows.iter().find(|row| row.holds(value)) {
                // What reaches from the first row to the last begins above all names.
                _ if value >= 0.0 => self.top,
                Some(row) => row.place(value),
                None => self.bottom,
            },
        }
    }
}

/// Rows that end halfway between the places of their names.
fn rows(panel: &Panel, names: &[(f64, String)]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (index, (at, _)) in names.iter().enumerate() {
        let from = rows.last().map_or(panel.y.to, |row| row.to);
        let to = names.get(index + 1).map_or(panel.y.from, |(next, _)| (at + next) / 2.0);
        let top = rows.last().map_or(2.0, |row| row.top + row.height);
        let mut row = Row { from, to, top, height: 0.0 };
        row.height = NAME + ROW.max(dots(panel, &row) as f64 * DOT);
        rows.push(row);
    }
    rows
}

/// Dots of a row that stand at heights of their own.
fn dots(panel: &Panel, row: &Row) -> usize {
    let mut heights: Vec<f64> = Vec::new();
    for mark in &panel.marks {
        let Mark::Dots(dots, ..) = mark else { continue };
        for (_, y) in dots.iter().filter(|(_, y)| row.holds(*y)) {
            if !heights.contains(y) {
                heights.push(*y);
            }
        }
    }
    heights.len()
}
