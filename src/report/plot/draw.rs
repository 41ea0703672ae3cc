//! The page of a chart: title, subtitle, key, and the grid of panels.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Rectangle, Text};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle, WHITE};

use super::canvas::{FONT, Paper, SCALE, WIDTH};
use super::panel::{self, Place};
use super::{Chart, Colour, Key, Sign, marks};

/// Where everything is drawn: pixels of the whole picture.
pub(super) type Area<DB> = DrawingArea<DB, Shift>;
/// What drawing can end in.
pub(super) type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Units of the SVG to pixels.
pub(super) fn px(units: f64) -> i32 {
    (units * f64::from(SCALE)).round() as i32
}

const MARGIN: f64 = 36.0;
const TITLE: f64 = 30.0;
const SUBTITLE: f64 = 18.5;
const KEY: f64 = 19.0;
const GAP: f64 = 26.0;
const LEADING: f64 = 1.25;

/// Draws the whole picture.
pub(super) fn chart<DB: Paper>(area: &Area<DB>, chart: &Chart) -> Drawn<DB> {
    area.fill(&WHITE)?;
    let mut top = paragraph(area, &chart.title, 24.0, TITLE, Colour::Ink, FontStyle::Bold)?;
    top = paragraph(area, &chart.subtitle, top + 4.0, SUBTITLE, Colour::Quiet, FontStyle::Normal)?;
    if !chart.keys.is_empty() {
        top = keys(area, &chart.keys, top + 12.0)?;
    }
    grid(area, chart, top + 18.0)
}

/// A text style of the house font.
pub(super) fn style(size: f64, colour: Colour, weight: FontStyle, anchor: Pos) -> TextStyle<'static> {
    let font = FontDesc::new(FontFamily::Name(FONT), size * f64::from(SCALE), weight);
    TextStyle { color: colour.rgb().to_backend_color(), ..TextStyle::from(font) }.pos(anchor)
}

/// A text at a pixel.
pub(super) fn text<DB: Paper>(area: &Area<DB>, at: (i32, i32), text: &str, style: TextStyle) -> Drawn<DB> {
    let lower = (style.font.get_size() * DB::LOWER).round() as i32;
    area.draw(&Text::new(text.to_owned(), (at.0, at.1 + lower), style))
}

/// Width of a text in units of the SVG.
pub(super) fn width<DB: Paper>(area: &Area<DB>, text: &str, size: f64, weight: FontStyle) -> f64 {
    let style = style(size, Colour::Ink, weight, Pos::new(HPos::Left, VPos::Top));
    area.estimate_text_size(text, &style).map_or(0.0, |(width, _)| f64::from(width) / f64::from(SCALE))
}

/// Cuts a text so that it is no wider than `most`.
pub(super) fn fit<DB: Paper>(area: &Area<DB>, text: &str, size: f64, weight: FontStyle, most: f64) -> String {
    let mut kept = text.to_owned();
    while width(area, &kept, size, weight) > most && kept.chars().count() > 2 {
        kept = crate::report::wording::shorten(&kept, kept.chars().count() - 1);
    }
    kept
}

/// A text over as many lines as it needs; the answer is where the next may begin.
fn paragraph<DB: Paper>(
    area: &Area<DB>,
    words: &str,
    top: f64,
    size: f64,
    colour: Colour,
    weight: FontStyle,
) -> Result<f64, DrawingAreaErrorKind<DB::ErrorType>> {
    let mut bottom = top;
    for line in lines(area, words, size, weight) {
        let style = style(size, colour, weight, Pos::new(HPos::Left, VPos::Top));
        text(area, (px(MARGIN), px(bottom)), &line, style)?;
        bottom += size * LEADING;
    }
    Ok(bottom)
}

/// As few lines as there is room for, about equally long: a last line of one word looks like a slip.
fn lines<DB: Paper>(area: &Area<DB>, words: &str, size: f64, weight: FontStyle) -> Vec<String> {
    let mut room = f64::from(WIDTH) - 2.0 * MARGIN;
    let mut best = broken(area, words, size, weight, room);
    for _ in 0..10 {
        room *= 0.95;
        let narrower = broken(area, words, size, weight, room);
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
    }
    best
}

fn broken<DB: Paper>(area: &Area<DB>, words: &str, size: f64, weight: FontStyle, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in unbroken(words) {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if line.is_empty() || width(area, &longer, size, weight) <= room {
            *line = longer;
        } else {
            lines.push(word);
        }
    }
    lines
}

/// Words, each number with its unit and its uncertainty.
fn unbroken(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', ':', ';', ')']);
        let joins = ["%", "s", "min", "h", "±", "replications"].contains(&bare)
            || words.last().is_some_and(|before| before.ends_with('±'));
        match words.last_mut() {
            Some(before) if joins => *before = format!("{before} {word}"),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// The key, in lines from left to right; the answer is where it ends.
fn keys<DB: Paper>(area: &Area<DB>, keys: &[Key], top: f64) -> Result<f64, DrawingAreaErrorKind<DB::ErrorType>> {
    let (mut left, mut middle) = (MARGIN, top + KEY / 2.0);
    for key in keys {
        let room = 44.0 + width(area, &key.text, KEY, FontStyle::Normal);
        if left > MARGIN && left + room > f64::from(WIDTH) - MARGIN {
            (left, middle) = (MARGIN, middle + KEY * LEADING);
        }
        sign(area, key, left, middle)?;
        let style = style(KEY, Colour::Ink, FontStyle::Normal, Pos::new(HPos::Left, VPos::Center));
        text(area, (px(left + 44.0), px(middle)), &key.text, style)?;
        left += room + 32.0;
    }
    Ok(middle + KEY / 2.0)
}

fn sign<DB: Paper>(area: &Area<DB>, key: &Key, left: f64, middle: f64) -> Drawn<DB> {
    let (from, to) = ((px(left), px(middle)), (px(left + 36.0), px(middle)));
    match key.sign {
        Sign::Line(dash) => marks::stroke(area, vec![from, to], key.colour, dash),
        Sign::Band => {
            let style = marks::band_style(key.colour);
            area.draw(&Rectangle::new([(from.0, from.1 - px(7.0)), (to.0, to.1 + px(7.0))], style))?;
            marks::stroke(area, vec![from, to], key.colour, super::Dash::Solid)
        }
        Sign::Bar => {
            area.draw(&Rectangle::new([(from.0, from.1 - px(8.0)), (to.0, to.1 + px(8.0))], key.colour.rgb().filled()))
        }
        Sign::Dot(shape, filled) => marks::dot(area, (px(left + 24.0), px(middle)), key.colour, shape, filled),
    }
}

/// Places panels so that the plots of a column are aligned and equally wide.
fn grid<DB: Paper>(area: &Area<DB>, chart: &Chart, top: f64) -> Drawn<DB> {
    let rows: Vec<&[super::Panel]> = chart.panels.chunks(chart.columns.max(1)).collect();
    let lefts: Vec<f64> = (0..chart.columns).map(|c| widest(&rows, c, |p| panel::left_room(area, p))).collect();
    let rights: Vec<f64> = (0..chart.columns).map(|c| widest(&rows, c, |p| panel::right_room(area, p))).collect();
    let gaps = GAP * (chart.columns.saturating_sub(1)) as f64;
    let taken = 2.0 * MARGIN + gaps + lefts.iter().chain(&rights).sum::<f64>();
    let plot_width = (f64::from(WIDTH) - taken) / chart.columns.max(1) as f64;
    let stacked = rows
        .iter()
        .any(|row| row.iter().zip(&lefts).any(|(panel, left)| panel::overfull(area, panel, plot_width + left)));
    let bare = chart.panels.iter().all(|panel| panel.heading.is_empty());
    let head = if bare { panel::BARE } else { panel::head(stacked) };
    let feet: f64 = rows.iter().map(|row| foot(row)).sum();
    let plots = (f64::from(chart.height) - top - head * rows.len() as f64 - feet - MARGIN / 3.0).max(1.0);
    let weights: f64 = rows.iter().map(|row| weight(row)).sum();
    let mut y = top;
    for row in rows {
        let height = plots * weight(row) / weights;
        let mut x = MARGIN;
        for (column, panel) in row.iter().enumerate() {
            x += lefts[column];
            let place = Place { left: x, top: y + head, width: plot_width, height, left_room: lefts[column], stacked };
            panel::draw(area, panel, &place)?;
            x += plot_width + rights[column] + GAP;
        }
        y += head + height + foot(row);
    }
    Ok(())
}

fn foot(row: &[super::Panel]) -> f64 {
    row.iter().map(panel::foot).fold(0.0, f64::max)
}

fn weight(row: &[super::Panel]) -> f64 {
    row.first().map_or(1.0, |panel| panel.weight.max(0.1))
}

fn widest(rows: &[&[super::Panel]], column: usize, room: impl Fn(&super::Panel) -> f64) -> f64 {
    rows.iter().filter_map(|row| row.get(column)).map(room).fold(0.0, f64::max)
}

/// A straight line between two pixels.
pub(super) fn line<DB: Paper>(area: &Area<DB>, from: (i32, i32), to: (i32, i32), colour: Colour) -> Drawn<DB> {
    let style: ShapeStyle = colour.rgb().stroke_width(SCALE);
    area.draw(&PathElement::new(vec![from, to], style))
}
