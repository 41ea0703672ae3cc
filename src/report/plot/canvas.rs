//! From a chart to the bytes of an SVG or a PNG.

use std::sync::OnceLock;

use plotters::backend::{BitMapBackend, SVGBackend};
use plotters::drawing::IntoDrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::{FontStyle, register_font};

use super::Chart;
use super::draw;
use crate::report::ReportError;

/// Everything is drawn at twice its size: sharp in the bitmap, and half units in the SVG, whose header scales it back.
pub(super) const SCALE: u32 = 2;
/// Width of every chart, in units of the SVG.
pub(super) const WIDTH: u32 = 1280;
/// What the text is set in; the names after the first serve readers of an SVG who lack it.
pub(super) const FONT: &str = "DejaVu Sans, Verdana, sans-serif";

/// What charts are drawn on. The library sets the same text a little higher in a bitmap than in an SVG.
pub(super) trait Paper: DrawingBackend {
    /// By how much of its size a text is lowered.
    const LOWER: f64;
}

impl Paper for SVGBackend<'_> {
    const LOWER: f64 = 0.0;
}

impl Paper for BitMapBackend<'_> {
    const LOWER: f64 = 0.11;
}

static REGULAR: &[u8] = include_bytes!("../../../assets/DejaVuSans.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/DejaVuSans-Bold.ttf");

pub(super) fn svg(chart: &Chart) -> Result<String, ReportError> {
    let (width, height) = (WIDTH * SCALE, chart.height * SCALE);
    let mut text = String::new();
    paint(chart, SVGBackend::with_string(&mut text, (width, height)))?;
    let head = text.find('\n').map_or(0, |end| end + 1);
    text.replace_range(..head, &svg_head(chart, width, height));
    Ok(text)
}

pub(super) fn png(chart: &Chart) -> Result<Vec<u8>, ReportError> {
    let (width, height) = (WIDTH * SCALE, chart.height * SCALE);
    let mut pixels = vec![255; (width * height * 3) as usize];
    paint(chart, BitMapBackend::with_buffer(&mut pixels, (width, height)))?;
    encode(&pixels, width, height).map_err(|e| refused(chart, &e))
}

/// The size scaled back, and the finding for those who have the picture read aloud.
fn svg_head(chart: &Chart, width: u32, height: u32) -> String {
    let (title, subtitle) = (escape(&chart.title), escape(&chart.subtitle));
    format!(
        "<svg width=\"{WIDTH}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         xmlns=\"http://www.w3.org/2000/svg\">\n<title>{title}</title>\n<desc>{subtitle}</desc>\n",
        chart.height
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn paint<DB: Paper>(chart: &Chart, backend: DB) -> Result<(), ReportError> {
    register().map_err(|e| refused(chart, &e))?;
    let area = backend.into_drawing_area();
    draw::chart(&area, chart).and_then(|()| area.present()).map_err(|e| refused(chart, &e))
}

fn refused(chart: &Chart, reason: &dyn std::fmt::Display) -> ReportError {
    ReportError::Draw { chart: chart.name.into(), reason: reason.to_string() }
}

/// Makes the vendored font known, once a process.
fn register() -> Result<(), &'static str> {
    static DONE: OnceLock<bool> = OnceLock::new();
    let register = || {
        register_font(FONT, FontStyle::Normal, REGULAR).is_ok() && register_font(FONT, FontStyle::Bold, BOLD).is_ok()
    };
    if *DONE.get_or_init(register) { Ok(()) } else { Err("the vendored font cannot be read") }
}

fn encode(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Default);
    encoder.set_filter(png::FilterType::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}
