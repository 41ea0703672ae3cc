//! Lists of one number an interval: from the file itself or from a column of a CSV file.

use crate::scenario::OpeningHours;
use crate::scenario::csv_column::Sheet;
use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;
use crate::scenario::tree::Place;

use super::fields::Fields;
use super::horizon::{Frame, opening_name};
use super::value;

/// Numbers with the place of the list and what one of them is called.
pub(super) struct Series {
    pub(super) values: Vec<f64>,
    at: Place,
    unit: &'static str,
}

impl Series {
    /// The list under a key.
    pub(super) fn listed(fields: &Fields<'_>, name: &'static str) -> Option<Self> {
        let (items, kind, at) = fields.list(name)?;
        let what = format!("an entry of {}", quoted(name));
        let read = |node| match kind {
            Kind::Whole { .. } => value::whole(fields.reader, node, kind, &what).map(|number| number as f64),
            _ => value::number(fields.reader, node, kind, &what),
        };
        // Every entry is looked at, so that all wrong ones are reported.
        let values: Vec<Option<f64>> = items.iter().map(read).collect();
        Some(Self { values: values.into_iter().collect::<Option<_>>()?, at, unit: "numbers" })
    }

    /// The column that the keys `file` and `column` name.
    pub(super) fn column(fields: &Fields<'_>, kind: &Kind) -> Option<Self> {
        let at = fields.place("file");
        let sheet = Sheet::named_by(fields);
        let name = fields.text("column");
        let (sheet, name) = (sheet?, name?);
        let (column_at, _) = fields.get("column")?;
        let column = sheet.find(fields.reader, &name, column_at.at)?;
        let cells = sheet.cells(fields.reader, column)?;
        let values: Vec<Option<f64>> = cells.iter().map(|cell| cell.number(fields.reader, kind)).collect();
        Some(Self { values: values.into_iter().collect::<Option<_>>()?, at, unit: "rows" })
    }

    /// The numbers for a day from midnight or for the whole horizon, whichever their count says.
    pub(super) fn spread(self, fields: &Fields<'_>, frame: Frame, open: Option<OpeningHours>) -> Option<Vec<f64>> {
        let count = self.values.len();
        if count == frame.per_day || Some(count) == frame.per_horizon() {
            return Some(self.values);
        }
        let opening = open.and_then(|open| frame.opening(open));
        if let Some((first, end)) = opening.filter(|(first, end)| count == end - first) {
            let after = vec![0.0; frame.per_day - end];
            return Some([vec![0.0; first], self.values, after].concat());
        }
        let title = format!(
            "{count} {} where a day of {} intervals has {}{}",
            self.unit,
            frame.interval_name(),
            frame.per_day,
            others(frame, open)
        );
        fields.reader.wrong(self.at, title, remedy(frame, open));
        None
    }

    /// The numbers for each interval of a day. What lies outside the opening has the number nearest to it.
    pub(super) fn of_a_day(self, fields: &Fields<'_>, frame: Frame, open: Option<OpeningHours>) -> Option<Vec<f64>> {
        let (at, count) = (self.at, self.values.len());
        let opening = open.and_then(|open| frame.opening(open)).filter(|(first, end)| count == end - first);
        let mut values = self.spread(fields, frame, open)?;
        if values.len() != frame.per_day {
            let title = format!("{count} numbers for all days, where one day's are wanted");
            fields.reader.wrong(at, title, "give one number for each interval of the day; it holds on every day");
            return None;
        }
        if let Some((first, end)) = opening.filter(|(first, end)| end > first) {
            let (low, high) = (values[first], values[end - 1]);
            values[..first].fill(low);
            values[end..].fill(high);
        }
        Some(values)
    }
}

/// The other counts that would do.
fn others(frame: Frame, open: Option<OpeningHours>) -> String {
    let mut others = Vec::new();
    if let Some((hours, (first, end))) = open.and_then(|open| Some((open, frame.opening(open)?))) {
        others.push(format!("{} for {}", end - first, opening_name(hours)));
    }
    if let (Some(horizon), Some(days)) = (frame.per_horizon().filter(|&n| n != frame.per_day), frame.days) {
        others.push(format!("{horizon} for all {days} days"));
    }
    if others.is_empty() { String::new() } else { format!(" (or {})", others.join(", or ")) }
}

fn remedy(frame: Frame, open: Option<OpeningHours>) -> String {
    match open.filter(|open| frame.opening(*open).is_none()) {
        Some(open) => format!(
            "opening hours {} do not begin and end with an interval, so give one number for each interval from 00:00",
            opening_name(open)
        ),
        None if open.is_some() => "give one number for each interval from 00:00, or from the opening".into(),
        None => "give one number for each interval, the first for the one that begins at 00:00".into(),
    }
}
