//! The roster as a workbook: a calendar to hang up, hours and fairness by person, coverage by day, a list to edit.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::lists::{FIGURES, day_name, figures, people, rows};
use crate::planner::roster::{Document, PersonRoster};
use crate::report::ReportError;
use crate::report::plot::Colour;
use crate::report::schedule::list::COLUMNS;

/// The workbook as bytes; the same roster gives the same ones.
///
/// # Errors
/// When the workbook library refuses.
pub fn workbook(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(document.name.as_str()).set_creation_datetime(&made));
    calendar(book.add_worksheet().set_name("calendar")?, document)?;
    fairness(book.add_worksheet().set_name("people")?, document)?;
    coverage(book.add_worksheet().set_name("coverage")?, document)?;
    list(book.add_worksheet().set_name("list")?, document)?;
    Ok(book.save_to_buffer()?)
}

/// Names of the shift types that are worked, in the order in which the roster names them.
fn kinds(document: &Document) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for day in people(document).flat_map(|(_, person)| &person.days) {
        if !kinds.contains(&day.shift) {
            kinds.push(day.shift.clone());
        }
    }
    kinds.sort();
    kinds
}

/// A light tint of the colour of a shift type, on which dark letters stand out.
fn tint(kind: usize) -> Color {
    let paler = |channel: u32| 255 - (255 - channel) * 45 / 100;
    let hex = Colour::Series(kind).hex();
    let [_, red, green, blue] = hex.to_be_bytes().map(u32::from);
    Color::RGB(paler(red) << 16 | paler(green) << 8 | paler(blue))
}

/// The letter of a shift type: colour says nothing alone.
fn letter(kind: usize) -> char {
    (b'a'..=b'z').cycle().nth(kind).map_or('a', char::from)
}

/// The ground of weekends, of leave and of days off.
const GREY: Color = Color::RGB(0xE9_EC_EF);
const DARK: Color = Color::RGB(0xC4_CA_D0);

fn cell() -> Format {
    Format::new().set_font_size(9).set_align(FormatAlign::Center).set_border(FormatBorder::Hair).set_border_color(DARK)
}

/// Columns before the days of the calendar.
const NAMES: u16 = 3;

/// One row a person, a column a day, coloured by shift; what colours mean stands above.
fn calendar(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let kinds = kinds(document);
    legend(sheet, &kinds)?;
    head(sheet, document)?;
    for (number, (group, person)) in people(document).enumerate() {
        let line = number as u32 + 3;
        for (column, text) in [&person.person, &group.name, &person.contract].into_iter().enumerate() {
            sheet.write(line, column as u16, text.as_str())?;
        }
        for day in 0..document.days.len() {
            in_day(sheet, (line, NAMES + day as u16), document, person, (day, &kinds))?;
        }
    }
    let days = document.days.len() as u16;
    (0..2).try_for_each(|column| sheet.set_column_width(column, 20).map(|_| ()))?;
    sheet.set_column_width(2, 22)?.set_column_range_width(NAMES, NAMES + days - 1, 7.4)?;
    sheet.set_freeze_panes(3, NAMES)?.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 2)?;
    Ok(())
}

fn legend(sheet: &mut Worksheet, kinds: &[String]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.write_with_format(0, 0, "type and start of the shift", &bold)?;
    for (place, kind) in kinds.iter().enumerate() {
        let column = NAMES + 4 * place as u16;
        let text = format!("{} {kind}", letter(place));
        sheet.merge_range(0, column, 0, column + 3, &text, &cell().set_background_color(tint(place)))?;
    }
    let column = NAMES + 4 * kinds.len() as u16;
    sheet.merge_range(0, column, 0, column + 3, "L leave, × asked off", &cell().set_background_color(DARK))?;
    Ok(())
}

/// Names of the columns: weekdays above dates.
fn head(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in ["person", "group", "contract"].into_iter().enumerate() {
        sheet.write_with_format(2, column as u16, name, &bold)?;
    }
    for (day, date) in document.days.iter().enumerate() {
        let ground = if document.weekend[day] { GREY } else { Color::White };
        let format = cell().set_bold().set_background_color(ground);
        let date = date.as_ref().and_then(|date| date.parse::<jiff::civil::Date>().ok());
        let above = date.map_or_else(|| "day".to_owned(), |date| date.strftime("%a").to_string());
        let below = date.map_or_else(|| (day + 1).to_string(), |date| date.strftime("%-d %b").to_string());
        sheet.write_with_format(1, NAMES + day as u16, above, &format)?;
        sheet.write_with_format(2, NAMES + day as u16, below, &format)?;
    }
    Ok(())
}

fn in_day(
    sheet: &mut Worksheet,
    (line, column): (u32, u16),
    document: &Document,
    person: &PersonRoster,
    (day, kinds): (usize, &[String]),
) -> Result<(), XlsxError> {
    let worked = person.days.iter().find(|worked| worked.day == day + 1);
    let (text, ground) = match worked {
        Some(worked) => {
            let kind = kinds.iter().position(|kind| *kind == worked.shift).unwrap_or(0);
            (format!("{} {}", letter(kind), worked.start), tint(kind))
        }
        None if person.leave.contains(&(day + 1)) => ("L".into(), DARK),
        None if person.off.contains(&(day + 1)) => ("×".into(), DARK),
        None if document.weekend[day] => (String::new(), GREY),
        None => (String::new(), Color::White),
    };
    sheet.write_with_format(line, column, text, &cell().set_background_color(ground))?;
    Ok(())
}

fn heads(sheet: &mut Worksheet, names: &[String], keys: u16) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    for (column, name) in names.iter().enumerate() {
        sheet.write_with_format(0, column as u16, name.replace('_', " "), &bold)?;
    }
    sheet.set_freeze_panes(1, keys)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Hours, cost, weekends and wishes of each person.
fn fairness(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let weeks = (1..=document.days.len() / 7).map(|week| format!("hours week {week}"));
    let names = ["person", "group", "contract"].into_iter().chain(FIGURES).map(String::from);
    let names: Vec<String> = names.chain(weeks).collect();
    heads(sheet, &names, NAMES)?;
    let plain = Format::new().set_num_format("#,##0.##");
    let mut line = 0;
    for (group, person) in people(document) {
        line += 1;
        for (column, text) in [&person.person, &group.name, &person.contract].into_iter().enumerate() {
            sheet.write(line, column as u16, text.as_str())?;
        }
        let numbers = figures(person).into_iter().chain(person.weekly_hours.iter().copied());
        for (column, number) in numbers.enumerate() {
            sheet.write_with_format(line, NAMES + column as u16, number, &plain)?;
        }
    }
    sheet.autofilter(0, 0, line, names.len() as u16 - 1)?;
    sheet.autofit();
    Ok(())
}

/// Hours needed, on the roster, missing and beyond the need, by day and group.
fn coverage(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let names =
        ["day", "group", "hours needed", "hours on the roster", "hours missing", "hours beyond", "most missing"];
    heads(sheet, &names.map(String::from), 2)?;
    let (plain, alarm) = (
        Format::new().set_num_format("#,##0.0"),
        Format::new().set_bold().set_font_color(Color::RGB(Colour::Alarm.hex())),
    );
    let per_day = (crate::units::DAY / document.interval).round() as usize;
    let hours = document.interval / crate::units::HOUR;
    let mut line = 0;
    for (day, group) in (0..document.days.len()).flat_map(|day| document.groups.iter().map(move |group| (day, group))) {
        line += 1;
        let today = day * per_day..(day + 1) * per_day;
        let pairs =
            group.need[today.clone()].iter().zip(&group.staff[today]).map(|(need, staff)| (f64::from(*need), *staff));
        let sum = |of: fn((f64, f64)) -> f64| pairs.clone().map(of).sum::<f64>() * hours;
        let missing = group.gaps.iter().filter(|gap| gap.day == day + 1).map(|gap| gap.needed - gap.there).max();
        sheet.write(line, 0, day_name(document, day))?.write(line, 1, group.name.as_str())?;
        let figures = [sum(|p| p.0), sum(|p| p.1), sum(|p| (p.0 - p.1).max(0.0)), sum(|p| (p.1 - p.0).max(0.0))];
        for (column, figure) in figures.into_iter().enumerate() {
            sheet.write_with_format(line, column as u16 + 2, figure, &plain)?;
        }
        sheet.write_with_format(line, 6, missing.unwrap_or(0), if missing.is_some() { &alarm } else { &plain })?;
    }
    sheet.autofilter(0, 0, line, names.len() as u16 - 1)?;
    sheet.autofit();
    Ok(())
}

/// The list that is read back.
fn list(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in COLUMNS.into_iter().enumerate() {
        sheet.write_with_format(0, column as u16, name, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut line = 0;
    for row in rows(document) {
        line += 1;
        for (column, text) in row.into_iter().enumerate() {
            match text.parse::<f64>() {
                Ok(number) if [3, 9].contains(&column) => sheet.write(line, column as u16, number)?,
                _ => sheet.write(line, column as u16, text)?,
            };
        }
    }
    sheet.autofilter(0, 0, line, COLUMNS.len() as u16 - 1)?;
    sheet.autofit();
    Ok(())
}
