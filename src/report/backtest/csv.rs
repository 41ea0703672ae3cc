//! Days and intervals of a back-test for a spreadsheet.

use crate::backtest::{BacktestDocument, Outcome};
use crate::report::ReportError;

const FIGURE: [&str; 10] =
    ["figure", "actual", "simulated", "median", "low_50", "high_50", "low_90", "high_90", "erlang_a", "erlang_c"];

/// A row for each day and figure.
pub(super) fn days(document: &BacktestDocument) -> Result<Vec<u8>, ReportError> {
    let mut rows = ::csv::Writer::from_writer(Vec::new());
    rows.write_record(["date", "contacts"].into_iter().chain(FIGURE))?;
    for day in &document.days {
        for outcome in &day.day {
            let head = [day.date.to_string(), day.contacts.to_string()];
            rows.write_record(head.into_iter().chain(cells(outcome)))?;
        }
    }
    finished(rows)
}

/// A row for each interval and figure.
pub(super) fn intervals(document: &BacktestDocument) -> Result<Vec<u8>, ReportError> {
    let mut rows = ::csv::Writer::from_writer(Vec::new());
    rows.write_record(["date", "start", "contacts", "on_duty"].into_iter().chain(FIGURE))?;
    for day in &document.days {
        for interval in &day.intervals {
            let minutes = interval.start / 60.0;
            let start = format!("{:02}:{:02}", (minutes / 60.0) as u32, (minutes % 60.0) as u32);
            for outcome in &interval.figures {
                let (contacts, on_duty) = (interval.contacts.to_string(), interval.on_duty.to_string());
                let head = [day.date.to_string(), start.clone(), contacts, on_duty];
                rows.write_record(head.into_iter().chain(cells(outcome)))?;
            }
        }
    }
    finished(rows)
}

fn cells(outcome: &Outcome) -> [String; 10] {
    let number = |value: f64| value.to_string();
    let found = |value: Option<f64>| value.map_or_else(String::new, number);
    let ranges = &outcome.simulated;
    let name = serde_json::to_value(outcome.figure).ok().and_then(|name| name.as_str().map(str::to_owned));
    [
        name.unwrap_or_default(),
        number(outcome.actual),
        number(ranges.mean),
        number(ranges.median),
        number(ranges.range50[0]),
        number(ranges.range50[1]),
        number(ranges.range90[0]),
        number(ranges.range90[1]),
        found(outcome.erlang_a),
        found(outcome.erlang_c),
    ]
}

fn finished(rows: ::csv::Writer<Vec<u8>>) -> Result<Vec<u8>, ReportError> {
    Ok(rows.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?)
}
