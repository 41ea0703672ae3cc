//! One panel: its heading, axes, marks and the labels at its right.

use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, cartesian::Cartesian2d};
use plotters::style::FontStyle;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::canvas::Paper;
use super::draw::{Area, Drawn, fit, line, px, style, text, width};
use super::marks::{self, SMALL};
use super::{Colour, Panel};

const HEADING: f64 = 20.0;
const LABEL_STEP: f64 = 23.0;
const LABEL_GAP: f64 = 30.0;

/// Room above a plot without a heading, for half of the topmost tick.
pub(super) const BARE: f64 = 12.0;

/// Room above a plot for its heading; `stacked` when the note stands below the name.
pub(super) fn head(stacked: bool) -> f64 {
    if stacked { 66.0 } else { 46.0 }
}

/// Room below a plot for its ticks and, where it has one, the name of its horizontal axis.
pub(super) fn foot(panel: &Panel) -> f64 {
    if panel.x.name.is_empty() { 34.0 } else { 60.0 }
}

/// Whether name and note are too long for one line of so many units.
pub(super) fn overfull<DB: Paper>(area: &Area<DB>, panel: &Panel, room: f64) -> bool {
    let note = width(area, &panel.note, SMALL, FontStyle::Normal);
    note > 0.0 && width(area, &panel.heading, HEADING, FontStyle::Bold) + note + 12.0 > room
}

/// Where a plot lies, in units of the SVG.
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Room at its left, into which the heading reaches.
    pub(super) left_room: f64,
    /// Whether the note stands below the name.
    pub(super) stacked: bool,
}

/// Room for the ticks of the vertical axis.
pub(super) fn left_room<DB: Paper>(area: &Area<DB>, panel: &Panel) -> f64 {
    let ticks = panel.y.ticks.iter().map(|(_, words)| width(area, words, SMALL, FontStyle::Normal));
    ticks.fold(0.0, f64::max) + 10.0
}

/// Room for the labels, or for half of the last tick of the horizontal axis.
pub(super) fn right_room<DB: Paper>(area: &Area<DB>, panel: &Panel) -> f64 {
    let labels = panel.labels.iter().map(|(_, _, words)| LABEL_GAP + width(area, words, SMALL, FontStyle::Bold));
    let last = panel.x.ticks.last().map_or(0.0, |(_, words)| width(area, words, SMALL, FontStyle::Normal) / 2.0);
    labels.fold(last, f64::max)
}

/// Draws one panel.
pub(super) fn draw<DB: Paper>(area: &Area<DB>, panel: &Panel, place: &Place) -> Drawn<DB> {
    let x = px(place.left)..px(place.left + place.width);
    // Pixels grow downwards, so that the axis runs from the bottom.
    let y = px(place.top + place.height)..px(place.top);
    let plane =
        Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(panel.x.from..panel.x.to, panel.y.from..panel.y.to, (x, y));
    let pixel = |point: (f64, f64)| plane.translate(&point);
    heading(area, panel, place)?;
    horizontal_ticks(area, panel, place, &pixel)?;
    vertical_ticks(area, panel, &pixel)?;
    panel.marks.iter().try_for_each(|mark| marks::draw(area, mark, &pixel))?;
    labels(area, panel, place, &pixel)
}

fn heading<DB: Paper>(area: &Area<DB>, panel: &Panel, place: &Place) -> Drawn<DB> {
    let (left, room) = (place.left - place.left_room, place.width + place.left_room);
    let note = width(area, &panel.note, SMALL, FontStyle::Normal);
    let taken = if place.stacked { 0.0 } else { note + 12.0 };
    let (mut size, mut name) = (HEADING, panel.heading.clone());
    if width(area, &name, size, FontStyle::Bold) > room - taken {
        size = SMALL;
        name = fit(area, &name, size, FontStyle::Bold, room - taken);
    }
    let bottom = Pos::new(HPos::Left, VPos::Bottom);
    let low = place.top - 15.0;
    let (name_at, note_at) = if place.stacked {
        ((left, low - 22.0), (left, low))
    } else {
        ((left, low), (left + width(area, &name, size, FontStyle::Bold) + 12.0, low))
    };
    let at = |(x, y)| (px(x), px(y));
    text(area, at(name_at), &name, style(size, Colour::Ink, FontStyle::Bold, bottom))?;
    text(area, at(note_at), &panel.note, style(SMALL, Colour::Quiet, FontStyle::Normal, bottom))
}

fn horizontal_ticks<DB: Paper>(
    area: &Area<DB>,
    panel: &Panel,
    place: &Place,
    pixel: &dyn Fn((f64, f64)) -> (i32, i32),
) -> Drawn<DB> {
    let below = Pos::new(HPos::Center, VPos::Top);
    for (value, words) in &panel.x.ticks {
        let (x, bottom) = pixel((*value, panel.y.from));
        line(area, (x, bottom), (x, px(place.top)), Colour::Faint)?;
        text(area, (x, bottom + px(8.0)), words, style(SMALL, Colour::Quiet, FontStyle::Normal, below))?;
    }
    let (x, bottom) = pixel(((panel.x.from + panel.x.to) / 2.0, panel.y.from));
    text(area, (x, bottom + px(30.0)), &panel.x.name, style(SMALL, Colour::Quiet, FontStyle::Normal, below))
}

fn vertical_ticks<DB: Paper>(area: &Area<DB>, panel: &Panel, pixel: &dyn Fn((f64, f64)) -> (i32, i32)) -> Drawn<DB> {
    let before = Pos::new(HPos::Right, VPos::Center);
    for (value, words) in &panel.y.ticks {
        let (from, to) = (pixel((panel.x.from, *value)), pixel((panel.x.to, *value)));
        line(area, from, to, Colour::Faint)?;
        let style = style(SMALL, Colour::Quiet, FontStyle::Normal, before);
        text(area, (from.0 - px(8.0), from.1), words, style)?;
    }
    let (from, to) = (pixel((panel.x.from, panel.y.from)), pixel((panel.x.to, panel.y.from)));
    line(area, from, to, Colour::Quiet)
}

/// Labels at the right, each led to its height by a thin line where it had to move.
fn labels<DB: Paper>(
    area: &Area<DB>,
    panel: &Panel,
    place: &Place,
    pixel: &dyn Fn((f64, f64)) -> (i32, i32),
) -> Drawn<DB> {
    let mut order: Vec<_> =
        panel.labels.iter().map(|(y, colour, words)| (pixel((panel.x.to, *y)), colour, words)).collect();
    order.sort_by_key(|((_, y), _, _)| *y);
    let heights: Vec<i32> = order.iter().map(|((_, y), _, _)| *y).collect();
    let places = spread(&heights, px(LABEL_STEP), px(place.top), px(place.top + place.height));
    for (((x, y), colour, words), at) in order.into_iter().zip(places) {
        let start = x + px(LABEL_GAP);
        line(area, (x + px(3.0), y), (start - px(4.0), at), Colour::Faint)?;
        let style = style(SMALL, *colour, FontStyle::Bold, Pos::new(HPos::Left, VPos::Center));
        text(area, (start, at), words, style)?;
    }
    Ok(())
}

/// Moves ascending heights apart to at least `step`, downwards first, then back up from the bottom edge.
fn spread(heights: &[i32], step: i32, top: i32, bottom: i32) -> Vec<i32> {
    let mut places = Vec::with_capacity(heights.len());
    let mut free = top;
    for height in heights {
        places.push((*height).max(free));
        free = places.last().map_or(top, |last| last + step);
    }
    let mut limit = bottom;
    for place in places.iter_mut().rev() {
        *place = (*place).min(limit);
        limit = *place - step;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        assert_eq!(spread(&[10, 50, 90], 20, 0, 100), [10, 50, 90]);
        assert_eq!(spread(&[10, 11, 12], 20, 0, 100), [10, 30, 50]);
        assert_eq!(spread(&[95, 96, 97], 20, 0, 100), [60, 80, 100]);
    }
}
