//! Required staff from a table: a column a group, a row an interval.

use super::Setting;

/// Reads required staff: a CSV table with a column for each group that has contracts, and a row for each interval of a
/// day or of the whole horizon. Other columns are left alone.
///
/// # Errors
/// A sentence with the row, the column, the text and what would be right.
pub fn read_need(text: &str, setting: &Setting<'_>) -> Result<Vec<Vec<u32>>, String> {
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = table.headers().map_err(|error| error.to_string())?.clone();
    let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    let per_day = setting.scenario.horizon.intervals_per_day();
    let all = per_day * setting.days;
    if rows.len() != per_day && rows.len() != all {
        return Err(format!("{} rows, where a day has {per_day} intervals and the horizon {all}", rows.len()));
    }
    let groups = setting.scenario.groups.iter().enumerate();
    let need = |(index, group): (usize, &crate::scenario::AgentGroup)| {
        let Some(column) = headers.iter().position(|header| header == group.name) else {
            let without = setting.contracts(index).is_empty();
            let sentence = format!("no column `{}`; each group with contracts needs one", group.name);
            return if without { Ok(vec![0; all]) } else { Err(sentence) };
        };
        let cells: Vec<u32> = rows
            .iter()
            .enumerate()
            .map(|(row, cells)| cell(cells, row, column, &group.name))
            .collect::<Result<_, _>>()?;
        Ok((0..all).map(|interval| cells[interval % cells.len()]).collect())
    };
    groups.map(need).collect()
}

fn cell(cells: &csv::StringRecord, row: usize, column: usize, name: &str) -> Result<u32, String> {
    let text = cells.get(column).unwrap_or_default();
    let number = text.parse::<u32>().ok().filter(|number| u64::from(*number) <= MOST);
    number.ok_or_else(|| {
        format!("row {}, column `{name}`: `{text}` is not a whole number of people from 0 to {MOST}", row + 2)
    })
}

/// Most people in an interval.
const MOST: u64 = 100_000;
