//! How each mark is drawn, in pixels.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, ShapeStyle, WHITE};

use super::canvas::{Paper, SCALE};
use super::draw::{Area, Drawn, px, style, text, width};
use super::{Colour, Dash, Mark, Shape, Side};

/// Size of the small texts in a panel.
pub(super) const SMALL: f64 = 17.0;

/// Draws a mark; `pixel` places the values of its panel.
pub(super) fn draw<DB: Paper>(area: &Area<DB>, mark: &Mark, pixel: &dyn Fn((f64, f64)) -> (i32, i32)) -> Drawn<DB> {
    match mark {
        Mark::Line(points, colour, dash) => stroke(area, points.iter().map(|p| pixel(*p)).collect(), *colour, *dash),
        Mark::Band(points, colour) => band(area, points, *colour, pixel),
        Mark::Dots(points, colour, shape, filled) => {
            points.iter().try_for_each(|p| dot(area, pixel(*p), *colour, *shape, *filled))
        }
        Mark::Whisker(ends, colour) => stroke(area, ends.map(pixel).into(), *colour, Dash::Solid),
        Mark::Bar(corners, colour, words) => bar(area, corners.map(pixel), *colour, words),
        Mark::Text(at, colour, side, words) => {
            let anchor = match side {
                Side::Left => HPos::Right,
                Side::Right => HPos::Left,
                Side::Middle => HPos::Center,
            };
            let (x, y) = pixel(*at);
            let style = style(SMALL, *colour, FontStyle::Normal, Pos::new(anchor, VPos::Bottom));
            text(area, (x, y - px(3.0)), words, style)
        }
    }
}

/// A line through pixels.
pub(super) fn stroke<DB: Paper>(area: &Area<DB>, points: Vec<(i32, i32)>, colour: Colour, dash: Dash) -> Drawn<DB> {
    let (on, off, width) = match dash {
        Dash::Solid => (0.0, 0.0, 2.5),
        Dash::Hair => (0.0, 0.0, 1.0),
        Dash::Long => (12.0, 6.0, 2.5),
        Dash::Short => (5.0, 5.0, 2.0),
    };
    let points = thinned(points);
    let style: ShapeStyle = colour.rgb().stroke_width((width * f64::from(SCALE)) as u32);
    if on == 0.0 {
        return area.draw(&PathElement::new(points, style));
    }
    let pieces = dashes(&points, f64::from(px(on)), f64::from(px(off)));
    pieces.into_iter().try_for_each(|piece| area.draw(&PathElement::new(piece, style)))
}

/// Drops points that lie on the one before or inside a level stretch: in a bitmap they leave knots in the line.
fn thinned(points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    let last = points.last().copied();
    let mut kept: Vec<(i32, i32)> = Vec::with_capacity(points.len());
    for (x, y) in points {
        if kept.last().is_none_or(|(before_x, before_y)| (x - before_x).abs() + (y - before_y).abs() >= px(2.0)) {
            if matches!(kept.as_slice(), [.., a, b] if a.1 == y && b.1 == y && (b.0 - a.0) * (x - b.0) > 0) {
                kept.pop();
            }
            kept.push((x, y));
        }
    }
    if kept.last().copied() != last {
        kept.extend(last);
    }
    kept
}

/// Cuts a path into its dashes. The library's own dashes lose their corners at this size.
fn dashes(points: &[(i32, i32)], on: f64, off: f64) -> Vec<Vec<(i32, i32)>> {
    let mut pieces = Vec::new();
    let (mut drawing, mut left) = (true, on);
    let mut piece: Vec<(i32, i32)> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let length = dx.hypot(dy);
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let corner = (from.0 + (dx * gone / length).round() as i32, from.1 + (dy * gone / length).round() as i32);
            if drawing {
                piece.push(corner);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![corner];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - gone;
        if drawing {
            piece.push(to);
        }
    }
    pieces.extend((drawing && piece.len() > 1).then_some(piece));
    pieces
}

/// How a band is filled: light enough to see the grid through it.
pub(super) fn band_style(colour: Colour) -> ShapeStyle {
    colour.rgb().mix(0.22).filled()
}

fn band<DB: Paper>(
    area: &Area<DB>,
    points: &[(f64, f64, f64)],
    colour: Colour,
    pixel: &dyn Fn((f64, f64)) -> (i32, i32),
) -> Drawn<DB> {
    let low = points.iter().map(|&(x, low, _)| pixel((x, low)));
    let high = points.iter().rev().map(|&(x, _, high)| pixel((x, high)));
    area.draw(&Polygon::new(low.chain(high).collect::<Vec<_>>(), band_style(colour)))
}

/// A rectangle with its text, dark or light by what is easier to read on it.
fn bar<DB: Paper>(area: &Area<DB>, corners: [(i32, i32); 2], colour: Colour, words: &str) -> Drawn<DB> {
    area.draw(&Rectangle::new(corners, colour.rgb().filled()))?;
    let [(left, top), (right, bottom)] = corners;
    let room = f64::from((right - left).abs()) / f64::from(SCALE);
    if words.is_empty() || width(area, words, SMALL, FontStyle::Normal) + 6.0 > room {
        return Ok(());
    }
    let style = style(SMALL, colour.of_text_on(), FontStyle::Normal, Pos::new(HPos::Center, VPos::Center));
    text(area, ((left + right) / 2, (top + bottom) / 2), words, style)
}

/// A marker; hollow ones are white inside, so that a line behind them does not fill them.
pub(super) fn dot<DB: Paper>(
    area: &Area<DB>,
    (x, y): (i32, i32),
    colour: Colour,
    shape: Shape,
    filled: bool,
) -> Drawn<DB> {
    let fill = if filled { colour.rgb().filled() } else { WHITE.filled() };
    let edge: ShapeStyle = colour.rgb().stroke_width(3 * SCALE / 2);
    if shape == Shape::Circle {
        area.draw(&Circle::new((x, y), px(5.0), colour.rgb().filled()))?;
        return if filled { Ok(()) } else { area.draw(&Circle::new((x, y), px(3.0), WHITE.filled())) };
    }
    let mut corners: Vec<(i32, i32)> = outline(shape).iter().map(|&(dx, dy)| (x + px(dx), y + px(dy))).collect();
    area.draw(&Polygon::new(corners.clone(), fill))?;
    corners.extend(corners.first().copied());
    area.draw(&PathElement::new(corners, edge))
}

/// Corners around the centre, in units of the SVG; all shapes cover about the same area.
pub(in crate::report) fn outline(shape: Shape) -> &'static [(f64, f64)] {
    match shape {
        Shape::Circle => &[],
        Shape::Square => &[(-4.0, -4.0), (4.0, -4.0), (4.0, 4.0), (-4.0, 4.0)],
        Shape::Triangle => &[(0.0, -6.0), (5.5, 4.0), (-5.5, 4.0)],
        Shape::Diamond => &[(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)],
    }
}
