//! A forecast as tables for a spreadsheet and for scenarios, at full precision.

use csv::Writer;

use crate::forecast::{BackTest, Expected, Forecast, TypeForecast};
use crate::report::ReportError;
use crate::report::csv::{cell, finish, start};
use crate::units::time_of_day;

const RANGES: [&str; 5] = ["forecast", "low50", "high50", "low90", "high90"];

fn ranges(expected: &Expected) -> impl Iterator<Item = String> {
    let ([low50, high50], [low90, high90]) = (expected.range50, expected.range90);
    [expected.mean, low50, high50, low90, high90].into_iter().map(|value| cell(Some(value)))
}

/// One row an interval over the whole horizon from midnight on, a column a contact type, as `arrivals = { file, column }`
/// reads them.
pub(super) fn arrivals(document: &Forecast) -> Result<Vec<u8>, ReportError> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(document.types.iter().map(|of_type| &of_type.name))?;
    let column = |of_type: &TypeForecast| -> Vec<String> {
        let intervals = of_type.days.iter().flat_map(|day| &day.intervals);
        intervals.map(|interval| cell(Some(interval.mean))).collect()
    };
    let columns: Vec<Vec<String>> = document.types.iter().map(column).collect();
    for row in 0..columns.first().map_or(0, Vec::len) {
        table.write_record(columns.iter().map(|column| &column[row]))?;
    }
    finish(table)
}

fn subjects(document: &Forecast) -> impl Iterator<Item = &TypeForecast> {
    document.types.iter().chain(&document.all)
}

/// One row a day and contact type.
pub(super) fn days(document: &Forecast) -> Result<Vec<u8>, ReportError> {
    let mut table = start(&["date", "type"], &RANGES)?;
    for of_type in subjects(document) {
        for day in &of_type.days {
            let key = [day.date.to_string(), of_type.name.clone()];
            table.write_record(key.into_iter().chain(ranges(&day.day)))?;
        }
    }
    finish(table)
}

/// One row an interval and contact type; those in which nobody comes are left out.
pub(super) fn intervals(document: &Forecast) -> Result<Vec<u8>, ReportError> {
    let mut table = start(&["date", "start", "type"], &RANGES)?;
    for of_type in subjects(document) {
        for day in &of_type.days {
            for (place, interval) in day.intervals.iter().enumerate().filter(|(_, interval)| interval.mean > 0.0) {
                let time = time_of_day(place as f64 * document.interval);
                let key = [day.date.to_string(), time, of_type.name.clone()];
                table.write_record(key.into_iter().chain(ranges(interval)))?;
            }
        }
    }
    finish(table)
}

/// One row a tested day and contact type.
pub(super) fn tested(test: &BackTest) -> Result<Vec<u8>, ReportError> {
    let mut figures = vec!["actual"];
    figures.extend(RANGES);
    figures.push("seasonal_naive");
    let mut table = start(&["date", "type"], &figures)?;
    for of_type in &test.types {
        for day in &of_type.days {
            let key = [day.date.to_string(), of_type.name.clone(), cell(Some(day.actual))];
            let naive = std::iter::once(cell(Some(day.naive)));
            table.write_record(key.into_iter().chain(ranges(&day.expected)).chain(naive))?;
        }
    }
    finish(table)
}
