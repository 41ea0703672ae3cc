//! Tables as sheets: a head that stays in sight, filters, widths, formats, and charts beside.

use rust_xlsxwriter::{Chart, Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::report::language::Language;
use crate::report::wording::{Kind, Unit};
use crate::stats::Estimate;

/// A table that fills a sheet.
pub(in crate::report) struct Table {
    /// The sheet's name.
    pub(in crate::report) name: String,
    /// The first columns, which say what a row is about; they stay in sight too.
    pub(in crate::report) keys: u16,
    pub(in crate::report) headings: Vec<String>,
    pub(in crate::report) rows: Vec<Vec<Cell>>,
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
pub(in crate::report) enum Cell {
    Empty,
    Text(String),
    Number(f64, Shown),
}

/// The format of a time of day.
pub(in crate::report) const CLOCK: &str = "hh:mm";

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Shown {
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
    fn formats(language: Language) -> [(Self, String); 9] {
        let with = |digits: &str, unit: Unit| number_format(language, digits, unit);
        [
            (Self::Share, with("0.0", Unit::Percent)),
            (Self::FineShare, with("0.00", Unit::Percent)),
            (Self::Count, "#,##0.0".into()),
            (Self::Whole, "0".into()),
            (Self::Mean, "0.000".into()),
            (Self::Seconds, with("#,##0.0", Unit::Seconds)),
            (Self::Hours, with("#,##0.0", Unit::Hours)),
            (Self::Money, "#,##0.00".into()),
            (Self::Clock, CLOCK.into()),
        ]
    }

    /// A figure of this kind.
    pub(in crate::report) fn of(kind: Kind) -> Self {
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

/// The format of numbers with so many digits, and their unit as it stands behind a number in a text.
pub(in crate::report) fn number_format(language: Language, digits: &str, unit: Unit) -> String {
    let behind = language.with_unit(String::new(), unit);
    // Only the per cent sign itself tells the spreadsheet to show a hundredfold.
    match behind.strip_suffix('%') {
        Some("") => format!("{digits}%"),
        Some(space) => format!("{digits}\"{space}\"%"),
        None => format!("{digits}\"{behind}\""),
    }
}

impl Cell {
    pub(in crate::report) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, or nothing where it is not defined.
    pub(in crate::report) fn number(value: impl Into<Option<f64>>, shown: Shown) -> Self {
        value.into().filter(|value| value.is_finite()).map_or(Self::Empty, |value| Self::Number(value, shown))
    }

    /// The figure itself.
    pub(in crate::report) fn value(figure: Option<&Estimate>, shown: Shown) -> Self {
        Self::number(figure.map(|figure| figure.value), shown)
    }

    /// Its standard error and the ends of its interval.
    pub(in crate::report) fn errors(figure: Option<&Estimate>, shown: Shown) -> [Self; 3] {
        let ends = figure.and_then(|figure| figure.ci95);
        [
            Self::number(figure.and_then(|figure| figure.std_error), shown.error()),
            Self::number(ends.map(|[low, _]| low), shown),
            Self::number(ends.map(|[_, high]| high), shown),
        ]
    }
}

/// Writes tables into a workbook.
pub(in crate::report) struct Writer<'a> {
    book: &'a mut Workbook,
    /// Of words and of heads over words and over numbers.
    words: Format,
    heads: [Format; 2],
    formats: Vec<(Shown, Format)>,
}

/// Characters of the narrowest and of the widest column, and of a column of numbers.
const WIDTHS: (usize, usize, usize) = (7, 44, 11);
/// Height of a line of the head.
const LINE: f64 = 15.0;
/// Most columns that can still be read on one page's width.
const PAGE: usize = 20;
/// The ground of the head.
const HEAD_GROUND: u32 = 0xE9_ED_F1;
/// Size of a chart, and the gap to the next one, in pixels.
const CHART: (u32, u32) = (760, 400);
const GAP: u32 = 20;

impl<'a> Writer<'a> {
    pub(in crate::report) fn new(book: &'a mut Workbook, language: Language) -> Self {
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
        let head = head.set_background_color(Color::RGB(HEAD_GROUND)).set_border_bottom(FormatBorder::Thin);
        let heads = [head.clone().set_align(FormatAlign::Left).set_indent(1), head.set_align(FormatAlign::Right)];
        let formats = Shown::formats(language).map(|(shown, code)| (shown, Format::new().set_num_format(code)));
        Self { book, words: Format::new().set_indent(1), heads, formats: formats.into() }
    }

    /// A sheet for a table.
    pub(in crate::report) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        if table.rows.is_empty() {
            return Ok(());
        }
        let Self { book, words, heads, formats } = self;
        let sheet = book.add_worksheet().set_name(table.name.as_str())?;
        let mut most = 1;
        for (column, heading) in table.headings.iter().enumerate() {
            let (head, width) = (&heads[usize::from(table.is_numeric(column))], width(table, column));
            // No line ends between a number and its sign.
            let heading = heading.replace(" %", "\u{a0}%");
            sheet.write_with_format(0, column as u16, heading.as_str(), head)?;
            sheet.set_column_width(column as u16, width as f64)?;
            most = most.max(lines(&heading, width));
        }
        sheet.set_row_height(0, LINE * (most as f64 + 0.2))?;
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
    pub(in crate::report) fn charts(&mut self, name: &str, rows: Vec<Vec<Chart>>) -> Result<(), XlsxError> {
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

/// As wide as the longest text, the longest number, or the longest word of the head, which is wrapped.
fn width(table: &Table, column: usize) -> usize {
    let of_cell = |row: &Vec<Cell>| match row.get(column) {
        Some(Cell::Text(text)) => text.width() + 3,
        // With thousands apart, two decimals, or one and a unit.
        Some(Cell::Number(value, _)) => WIDTHS.2.max(Language::English.number(*value, 0).len() + 5),
        _ => 0,
    };
    let words = table.headings[column].split(' ').map(|word| word.width() + 2).max().unwrap_or(0);
    table.rows.iter().map(of_cell).max().unwrap_or(0).max(words).clamp(WIDTHS.0, WIDTHS.1)
}

/// Lines of a head in a column so wide.
fn lines(head: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in head.split(' ').map(|word| word.width()) {
        // What is bold and indented needs more room than its letters.
        if used > 0 && used + 1 + word + 2 > width {
            (lines, used) = (lines + 1, word);
        } else {
            used += word + usize::from(used > 0);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_the_language() {
        let share = Language::ALL.map(|language| number_format(language, "0.0", Unit::Percent));
        assert_eq!(share, ["0.0\" \"%", "0.0\" \"%", "0.0\"\u{a0}\"%", "0.0%"]);
        let wait = Language::ALL.map(|language| number_format(language, "0", Unit::Seconds));
        assert_eq!(wait, ["0\" s\"", "0\" s\"", "0\"\u{a0}s\"", "0\"초\""]);
    }

    #[test]
    fn a_head_is_as_high_as_its_lines() {
        assert_eq!(lines("seed", 7), 1);
        assert_eq!(lines("mean wait of the abandoned: standard error", 12), 5);
        assert_eq!(lines("응대까지 대기 시간: 표준 오차", 12), 3);
    }
}
