//! The schedule as a workbook: a roster to look at, a list to edit and feed back, need against staff, costs.

use rust_xlsxwriter::{
    Chart, ChartLine, ChartType, Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::list::{COLUMNS, moment, row};
use crate::planner::schedule::{Document, GroupWeek, Week};
use crate::report::ReportError;

/// The workbook as bytes; the same schedule gives the same ones.
///
/// # Errors
/// When the workbook library refuses.
pub fn workbook(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(document.name.as_str()).set_creation_datetime(&made));
    roster(book.add_worksheet().set_name("roster")?, document)?;
    list(book.add_worksheet().set_name("list")?, document)?;
    need(book.add_worksheet().set_name("need and staff")?, document)?;
    costs(book.add_worksheet().set_name("costs")?, document)?;
    Ok(book.save_to_buffer()?)
}

fn head(sheet: &mut Worksheet, names: &[String]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in names.iter().enumerate() {
        sheet.write_with_format(0, column as u16, name.as_str(), &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn weeks(document: &Document) -> impl Iterator<Item = (&GroupWeek, &Week)> {
    document.groups.iter().flat_map(|group| group.people.iter().map(move |week| (group, week)))
}

/// One row a person, a column a day.
fn roster(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let days = document.days.iter().enumerate();
    let days = days.map(|(day, date)| date.clone().unwrap_or_else(|| format!("day {}", day + 1)));
    let names = ["person", "group", "contract"].map(String::from).into_iter().chain(days);
    let names: Vec<String> = names.chain(["paid hours", "overtime", "cost"].map(String::from)).collect();
    head(sheet, &names)?;
    for (number, (group, week)) in weeks(document).enumerate() {
        let line = number as u32 + 1;
        for (column, text) in [&week.person, &group.name, &week.contract].into_iter().enumerate() {
            sheet.write(line, column as u16, text.as_str())?;
        }
        for day in &week.days {
            sheet.write(line, day.day as u16 + 2, format!("{}-{}", day.start, day.end))?;
        }
        let after = document.days.len() as u16 + 3;
        for (column, figure) in [week.hours, week.overtime, week.cost].into_iter().enumerate() {
            sheet.write(line, after + column as u16, figure)?;
        }
    }
    sheet.autofit();
    Ok(())
}

/// The list that is read back.
fn list(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    head(sheet, &COLUMNS.map(String::from))?;
    let rows = weeks(document).flat_map(|(group, week)| week.days.iter().map(move |day| (group, week, day)));
    let mut line = 0;
    for (group, week, day) in rows {
        line += 1;
        for (column, text) in row(document, group, week, day).into_iter().enumerate() {
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

/// Need and staff by interval, with a chart a group.
fn need(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let columns =
        document.groups.iter().flat_map(|group| [format!("{} needed", group.name), format!("{} at work", group.name)]);
    head(sheet, &["day", "start"].map(String::from).into_iter().chain(columns).collect::<Vec<_>>())?;
    let intervals = document.groups.first().map_or(0, |group| group.need.len());
    for interval in 0..intervals {
        let ((day, start), line) = (moment(document, interval), interval as u32 + 1);
        sheet.write(line, 0, day as u32)?;
        sheet.write(line, 1, start)?;
        for (number, group) in document.groups.iter().enumerate() {
            sheet.write(line, 2 * number as u16 + 2, group.need[interval])?;
            sheet.write(line, 2 * number as u16 + 3, group.staff[interval])?;
        }
    }
    sheet.autofit();
    for (number, group) in document.groups.iter().enumerate() {
        let chart = chart(group, number as u16, intervals as u32);
        sheet.insert_chart(1 + 22 * number as u32, 2 * document.groups.len() as u16 + 3, &chart)?;
    }
    Ok(())
}

fn chart(group: &GroupWeek, number: u16, last: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    for (column, colour) in [(2 * number + 2, 0x58_60_69), (2 * number + 3, 0x00_72_B2)] {
        chart
            .add_series()
            .set_categories(("need and staff", 1, 0, last, 1))
            .set_values(("need and staff", 1, column, last, column))
            .set_name(("need and staff", 0, column))
            .set_format(ChartLine::new().set_color(Color::RGB(colour)).set_width(1.5));
    }
    let title = format!("{}: people at work against people needed", group.name);
    chart.title().set_name(&title);
    chart.x_axis().set_name("day and time");
    chart.y_axis().set_name("people");
    chart.set_width(1100);
    chart.set_height(400);
    chart
}

/// Costs by group and contract.
fn costs(sheet: &mut Worksheet, document: &Document) -> Result<(), XlsxError> {
    let names = ["group", "contract", "people", "paid hours", "overtime", "cost"];
    head(sheet, &names.map(String::from))?;
    let mut line = 0;
    for group in &document.groups {
        for (contract, people, hours, overtime, cost) in super::table::by_contract(group) {
            line += 1;
            sheet.write(line, 0, group.name.as_str())?;
            sheet.write(line, 1, contract)?;
            sheet.write(line, 2, people as u32)?;
            for (column, figure) in [hours, overtime, cost].into_iter().enumerate() {
                sheet.write(line, column as u16 + 3, figure)?;
            }
        }
    }
    let facts =
        [("cost of all", document.cost), ("no schedule costs less than", document.bound), ("gap", document.gap)];
    for (place, (name, figure)) in facts.into_iter().enumerate() {
        sheet.write(line + 2 + place as u32, 0, name)?;
        sheet.write(line + 2 + place as u32, 5, figure)?;
    }
    sheet.autofit();
    Ok(())
}
