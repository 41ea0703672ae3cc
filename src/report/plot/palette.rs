//! Colours that the colour-blind can tell apart (Okabe and Ito), and what goes with them so that colour is never alone.

use plotters::style::{RGBColor, WHITE};

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
    /// A grade, from 0 (ultimate) to 3 (ugly).
    Grade(usize),
    /// On a dark ground.
    Paper,
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

/// From blue over the pale to red: the two sides differ in hue, the ends from the middle in lightness.
const GRADES: [RGBColor; 4] = [SERIES[0], RGBColor(150, 206, 238), RGBColor(245, 195, 90), SERIES[1]];

impl Colour {
    /// The colour as `0xRRGGBB`, for what others draw.
    pub(in crate::report) fn hex(self) -> u32 {
        let RGBColor(red, green, blue) = self.rgb();
        u32::from_be_bytes([0, red, green, blue])
    }

    /// The colour on paper.
    pub(in crate::report) fn rgb(self) -> RGBColor {
        match self {
            Self::Ink => RGBColor(28, 32, 36),
            Self::Quiet => RGBColor(88, 96, 105),
            Self::Faint => RGBColor(222, 226, 230),
            Self::Main => SERIES[0],
            Self::Alarm => SERIES[1],
            Self::Series(index) => SERIES[index % SERIES.len()],
            Self::Grade(index) => GRADES[index % GRADES.len()],
            Self::Paper => WHITE,
        }
    }

    /// The colour of a text on a ground of this colour: whichever stands out more (luma of ITU-R BT.601).
    pub(in crate::report) fn of_text_on(self) -> Self {
        let RGBColor(red, green, blue) = self.rgb();
        let luma = 0.299 * f64::from(red) + 0.587 * f64::from(green) + 0.114 * f64::from(blue);
        if luma > 125.0 { Self::Ink } else { Self::Paper }
    }
}

/// The marker that goes with a series' colour.
pub(in crate::report) fn shape(index: usize) -> Shape {
    [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond][index % 4]
}

/// The dash that goes with a series' colour.
pub(in crate::report) fn dash(index: usize) -> Dash {
    [Dash::Solid, Dash::Long, Dash::Short][index % 3]
}
