//! Tables as sheets: a head that stays in sight, filters, widths, formats, and charts beside.

use rust_xlsxwriter::{Chart, Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::report::wording::Kind;
use crate::stats::Estimate;

/// A table that fills a sheet.
pub(super) struct Table {
    /// The sheet's name.
    pub(super) name: &'static str,
    /// The first columns, which say what a row is about; they stay in sight too.
    pub(super) keys: u16,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Whether the first thing that stands in a column is a number.
    fn is_numeric(&self, column: usize) -> bool {
        let first = self.rows.iter().find_map(|row| row.get(column).filter(|cell| **cell != Cell::Empty));
        matches!(first, Some(Cell::Number(..)))
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64, Shown),
}

/// The format of a time of day.
pub(super) const CLOCK: &str = "hh:mm";

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A share of 0..1, in per cent.
    Share,
    /// Its standard error, in per cent with two decimals.
    FineShare,
    /// Contacts or agents.
    Count,
    /// Something that is only counted whole.
    Whole,
    /// A small number.
    Mean,
    Seconds,
    Hours,
    Money,
    /// A time of day, given in days.
    Clock,
}

impl Shown {
    /// Each with its format. None has a condition on the size: some spreadsheets then lose the sign.
    const ALL: [(Self, &'static str); 9] = [
        (Self::Share, "0.0%"),
        (Self::FineShare, "0.00%"),
        (Self::Count, "#,##0.0"),
        (Self::Whole, "0"),
        (Self::Mean, "0.000"),
        (Self::Seconds, "#,##0.0\" s\""),
        (Self::Hours, "#,##0.0\" h\""),
        (Self::Money, "#,##0.00"),
        (Self::Clock, CLOCK),
    ];

    /// A figure of this kind.
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Share => Self::Share,
            Kind::Count => Self::Count,
            Kind::Mean => Self::Mean,
            Kind::Duration => Self::Seconds,
            Kind::Hours => Self::Hours,
            Kind::Money => Self::Money,
        }
    }

    /// The standard error of such a figure.
    fn error(self) -> Self {
        match self {
            Self::Share => Self::FineShare,
            Self::Count => Self::Mean,
            other => other,
        }
    }
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, or nothing where it is not defined.
    pub(super) fn number(value: impl Into<Option<f64>>, shown: Shown) -> Self {
        value.into().filter(|value| value.is_finite()).map_or(Self::Empty, |value| Self::Number(value, shown))
    }

    /// The figure itself.
    pub(super) fn value(figure: Option<&Estimate>, shown: Shown) -> Self {
        Self::number(figure.map(|figure| figure.value), shown)
    }

    /// Its standard error and the ends of its interval.
    pub(super) fn errors(figure: Option<&Estimate>, shown: Shown) -> [Self; 3] {
        let ends = figure.and_then(|figure| figure.ci95);
        [
            Self::number(figure.and_then(|figure| figure.std_error), shown.error()),
            Self::number(ends.map(|[low, _]| low), shown),
            Self::number(ends.map(|[_, high]| high), shown),
        ]
    }
}

/// The heads of a figure's standard error and of the ends of its interval.
pub(super) fn error_headings(figure: &str) -> [String; 3] {
    [format!("{figure}: standard error"), format!("{figure}: 95 % from"), format!("{figure}: 95 % to")]
}

/// Writes tables into a workbook.
pub(super) struct Writer<'a> {
    book: &'a mut Workbook,
    /// Of words and of heads over words and over numbers.
    words: Format,
    heads: [Format; 2],
    formats: Vec<(Shown, Format)>,
}

/// Characters of the narrowest and of the widest column, and of a column of numbers.
const WIDTHS: (usize, usize, usize) = (7, 44, 11);
/// Height of the head, which has room for three lines.
const HEAD: f64 = 48.0;
/// Most columns that can still be read on one page's width.
const PAGE: usize = 20;
/// The ground of the head.
const HEAD_GROUND: u32 = 0xE9_ED_F1;
/// Size of a chart, and the gap to the next one, in pixels.
const CHART: (u32, u32) = (760, 400);
const GAP: u32 = 20;

impl<'a> Writer<'a> {
    pub(super) fn new(book: &'a mut Workbook) -> Self {
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
        let head = head.set_background_color(Color::RGB(HEAD_GROUND)).set_border_bottom(FormatBorder::Thin);
        let heads = [head.clone().set_align(FormatAlign::Left).set_indent(1), head.set_align(FormatAlign::Right)];
        let formats = Shown::ALL.map(|(shown, code)| (shown, Format::new().set_num_format(code)));
        Self { book, words: Format::new().set_indent(1), heads, formats: formats.into() }
    }

    /// A sheet for a table.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        if table.rows.is_empty() {
            return Ok(());
        }
        let Self { book, words, heads, formats } = self;
        let sheet = book.add_worksheet().set_name(table.name)?;
        for (column, heading) in table.headings.iter().enumerate() {
            let head = &heads[usize::from(table.is_numeric(column))];
            sheet.write_with_format(0, column as u16, heading.as_str(), head)?;
            sheet.set_column_width(column as u16, width(table, column))?;
        }
        sheet.set_row_height(0, HEAD)?;
        for (line, row) in (1..).zip(&table.rows) {
            for (column, cell) in row.iter().enumerate() {
                write(sheet, (line, column as u16), cell, words, formats)?;
            }
        }
        sheet.set_freeze_panes(1, table.keys)?;
        sheet.set_landscape().set_repeat_rows(0, 0)?;
        if table.headings.len() <= PAGE {
            sheet.set_print_fit_to_pages(1, 0);
        }
        sheet.autofilter(0, 0, table.rows.len() as u32, table.headings.len().saturating_sub(1) as u16)?;
        Ok(())
    }

    /// A sheet of charts, a row of them for each scenario.
    pub(super) fn charts(&mut self, name: &str, rows: Vec<Vec<Chart>>) -> Result<(), XlsxError> {
        if rows.is_empty() {
            return Ok(());
        }
        let sheet = self.book.add_worksheet().set_name(name)?;
        sheet.set_screen_gridlines(false).set_landscape().set_print_fit_to_pages(1, 0);
        for (line, row) in (0..).zip(rows) {
            for (place, mut chart) in (0..).zip(row) {
                chart.set_width(CHART.0).set_height(CHART.1);
                sheet.insert_chart_with_offset(0, 0, &chart, place * (CHART.0 + GAP), line * (CHART.1 + GAP))?;
            }
        }
        Ok(())
    }
}

fn write(
    sheet: &mut Worksheet,
    place: (u32, u16),
    cell: &Cell,
    words: &Format,
    formats: &[(Shown, Format)],
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_with_format(place.0, place.1, text.as_str(), words)?;
        }
        Cell::Number(value, shown) => {
            let format = formats.iter().find(|(own, _)| own == shown).map(|(_, format)| format);
            match format {
                Some(format) => sheet.write_with_format(place.0, place.1, *value, format)?,
                None => sheet.write(place.0, place.1, *value)?,
            };
        }
    }
    Ok(())
}

/// As wide as the longest text, or as numbers are; the head is wrapped.
fn width(table: &Table, column: usize) -> f64 {
    let of_cell = |row: &Vec<Cell>| match row.get(column) {
        Some(Cell::Text(text)) => text.chars().count() + 3,
        Some(Cell::Number(..)) => WIDTHS.2,
        _ => 0,
    };
    let words = table.headings[column].split(' ').map(|word| word.chars().count() + 2).max().unwrap_or(0);
    table.rows.iter().map(of_cell).max().unwrap_or(0).max(words).clamp(WIDTHS.0, WIDTHS.1) as f64
}
