//! The signs of a key, drawn as the marks are.

use super::marks::{class, dots, line};
use crate::report::plot::{Colour, Dash, Sign};

/// A sign as a tiny SVG.
pub(crate) fn sign(sign: Sign, colour: Colour) -> String {
    let (from, to) = ((1.0, 8.0), (25.0, 8.0));
    let drawn = match sign {
        Sign::Line(dash) => line(&[from, to], colour, dash),
        Sign::Band => {
            let band = format!("<path class=\"b {}\" d=\"M1 2h24v12h-24z\"/>", class(colour));
            band + &line(&[from, to], colour, Dash::Solid)
        }
        Sign::Bar => format!("<path class=\"r {}\" d=\"M1 2h24v12h-24z\"/>", class(colour)),
        Sign::Dot(shape, filled) => dots(std::iter::once((13.0, 8.0)), colour, shape, filled),
    };
    format!("<svg class=\"sign\" viewBox=\"0 0 26 16\" aria-hidden=\"true\">{drawn}</svg>")
}
