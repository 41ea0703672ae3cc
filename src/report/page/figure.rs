//! A chart as a figure of the page: its finding as the title, its key, and a picture for each panel.

use serde::Serialize;

use super::picture;
use crate::report::language::{Language, say};
use crate::report::plot::{Chart, Colour, Panel, Sign, palette};

/// A chart as the template has it.
#[derive(Serialize)]
pub(in crate::report) struct Figure {
    id: String,
    title: String,
    subtitle: String,
    keys: Vec<Key>,
    panels: Vec<Picture>,
    /// How many panels there are, as a class: paper has room for so many side by side.
    many: String,
    /// Whether it is so long that on paper it may go on on the next sheet, between panels.
    tall: bool,
}

/// A sign with its meaning.
#[derive(Serialize)]
struct Key {
    sign: String,
    text: String,
}

/// A panel.
#[derive(Serialize)]
struct Picture {
    heading: String,
    note: String,
    svg: String,
    /// Lines that are named beside their ends in a wide picture.
    keys: Vec<Key>,
}

/// Units of pictures, one below the other, that are kept together on paper; what is longer may leave a large hole before
/// it, and goes on on the next sheet instead.
const TOGETHER: f64 = 500.0;

impl Figure {
    /// Of a chart; `id` is unique in the page.
    pub(in crate::report) fn new(language: Language, chart: &Chart, id: String) -> Self {
        let drawn: Vec<usize> = (0..chart.panels.len()).filter(|index| !is_empty(&chart.panels[*index])).collect();
        let named: Vec<(usize, Vec<(f64, String)>)> =
            drawn.into_iter().map(|index| (index, names(chart, index))).collect();
        let heights = named.iter().map(|(index, names)| picture::height(&chart.panels[*index], names));
        let tallest = heights.fold(0.0, f64::max);
        let rows = named.len().div_ceil(if named.len() > 6 { 3 } else { 2 }) as f64;
        let mut panels: Vec<Picture> =
            named.iter().map(|(index, names)| picture(language, chart, &chart.panels[*index], names)).collect();
        let mut keys: Vec<Key> = chart
            .keys
            .iter()
            .map(|key| Key { sign: picture::sign(key.sign, key.colour), text: key.text.clone() })
            .collect();
        if let [only] = panels.as_mut_slice() {
            keys.append(&mut only.keys);
        }
        Self {
            id,
            title: chart.title.clone(),
            subtitle: chart.subtitle.clone(),
            keys,
            many: format!("n{}", panels.len().min(12)),
            tall: rows > 1.0 && rows * tallest > TOGETHER,
            panels,
        }
    }
}

/// A panel that only fills a row of the wide picture.
fn is_empty(panel: &Panel) -> bool {
    panel.marks.is_empty() && panel.heading.is_empty()
}

fn picture(language: Language, chart: &Chart, panel: &Panel, names: &[(f64, String)]) -> Picture {
    let heading = if panel.heading.is_empty() { &chart.title } else { &panel.heading };
    let label = say!(language, "page-picture", heading = heading, note = &panel.note, count = panel.points.len(),);
    Picture {
        heading: panel.heading.clone(),
        note: panel.note.clone(),
        svg: picture::svg(panel, names, &label),
        keys: if names.is_empty() { line_keys(panel) } else { Vec::new() },
    }
}

/// The names of the rows of a panel; in the wide picture they stand in the first panel of its row only.
fn names(chart: &Chart, index: usize) -> Vec<(f64, String)> {
    let panel = &chart.panels[index];
    if !picture::is_categorical(panel) {
        return Vec::new();
    }
    let first = index - index % chart.columns.max(1);
    let named = chart.panels.get(first).filter(|first| first.y.ticks.len() == panel.y.ticks.len()).unwrap_or(panel);
    named.y.ticks.clone()
}

fn line_keys(panel: &Panel) -> Vec<Key> {
    let key = |(_, colour, text): &(f64, Colour, String)| {
        let dash = match colour {
            Colour::Series(index) => palette::dash(*index),
            _ => palette::dash(0),
        };
        Key { sign: picture::sign(Sign::Line(dash), *colour), text: text.clone() }
    };
    panel.labels.iter().map(key).collect()
}
