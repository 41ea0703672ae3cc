//! Required staff from a table: a column a group, a row an interval.

use std::path::Path;

use super::horizon::Frame;
use super::reader::Reader;
use crate::scenario::Scenario;
use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::problem::Problems;
use crate::scenario::spec::{Kind, MOST_AGENTS};

/// Reads people needed in each interval of the horizon, by group, from rows for a day, a week or all of the horizon.
/// Groups without contracts need no column.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub(in crate::scenario) fn load(path: &Path, scenario: &Scenario) -> Result<Vec<Vec<u32>>, Problems> {
    let reader = Reader::default();
    let need = reader.open(path, None).and_then(|id| columns(&reader, id, scenario));
    reader.finish().map(|_| need.unwrap_or_default())
}

fn columns(reader: &Reader, id: usize, scenario: &Scenario) -> Option<Vec<Vec<u32>>> {
    let sheet = Sheet::open(reader, id)?;
    let frame = Frame::of(&scenario.horizon);
    let all = frame.per_horizon()?;
    let need = |(index, group): (usize, &crate::scenario::AgentGroup)| {
        let scheduled = scenario.contracts.iter().any(|contract| contract.group == index);
        let column = match sheet.find_optional(&group.name) {
            None if !scheduled => return Some(vec![0; all]),
            None => sheet.find(reader, &group.name, sheet.header_place(0)),
            found => found,
        }?;
        let cells = sheet.cells(reader, column)?;
        let numbers: Vec<Option<u32>> = cells.iter().map(|cell| number(reader, cell)).collect();
        let numbers: Vec<u32> = numbers.into_iter().collect::<Option<_>>()?;
        Some((0..all).map(|interval| numbers[interval % numbers.len()]).collect())
    };
    // All columns are read before a wrong one counts; rows are counted once, whatever the columns.
    let fits = rows_fit(reader, &sheet, frame, all);
    let need: Vec<Option<Vec<u32>>> =
        if fits { scenario.groups.iter().enumerate().map(need).collect() } else { vec![] };
    need.into_iter().collect()
}

fn rows_fit(reader: &Reader, sheet: &Sheet, frame: Frame, all: usize) -> bool {
    let Some(rows) = sheet.cells(reader, 0).map(|cells| cells.len()) else { return false };
    let week = 7 * frame.per_day;
    let fits = rows == frame.per_day || rows == all || (rows == week && all.is_multiple_of(week));
    if !fits {
        let title =
            format!("{rows} rows, where a day has {} intervals, a week {week} and the horizon {all}", frame.per_day);
        reader.wrong(sheet.header_place(0), title, "write a row for each interval of a day, a week or the horizon");
    }
    fits
}

fn number(reader: &Reader, cell: &Cell) -> Option<u32> {
    let number = cell.number(reader, &Kind::Whole { min: 0, max: MOST_AGENTS })?;
    Some(number as u32)
}
