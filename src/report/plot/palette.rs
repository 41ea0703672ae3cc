//! Colours that the colour-blind can tell apart (Okabe and Ito), and what goes with them so that colour is never alone.

use plotters::style::RGBColor;

use super::{Dash, Shape};

/// A colour by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Titles and names.
    Ink,
    /// Axes, ticks, subtitles.
    Quiet,
    /// Grid lines and context.
    Faint,
    /// The figure that a panel is about.
    Main,
    /// A promise that is not kept.
    Alarm,
    /// One of several contact types or scenarios.
    Series(usize),
}

/// Okabe and Ito without the yellow, which is too light on white, and with black last.
const SERIES: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
    RGBColor(34, 34, 34),
];

impl Colour {
    /// The colour on paper.
    pub(super) fn rgb(self) -> RGBColor {
        match self {
            Self::Ink => RGBColor(28, 32, 36),
            Self::Quiet => RGBColor(88, 96, 105),
            Self::Faint => RGBColor(222, 226, 230),
            Self::Main => SERIES[0],
            Self::Alarm => SERIES[1],
            Self::Series(index) => SERIES[index % SERIES.len()],
        }
    }
}

/// The marker that goes with a series' colour.
pub(super) fn shape(index: usize) -> Shape {
    [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond][index % 4]
}

/// The dash that goes with a series' colour.
pub(super) fn dash(index: usize) -> Dash {
    [Dash::Solid, Dash::Long, Dash::Short][index % 3]
}
