//! `holidays` of `[calendar]`: a list, or the rows of a CSV file.

use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::problem::{listed, quoted};
use crate::scenario::spec::HOLIDAY;
use crate::scenario::tree::{Entry, Node, Place, Table, Value};
use crate::scenario::{Horizon, SpecialDay};

use super::calendar::{holiday, span};
use super::fields::Fields;
use super::types::Types;

/// Reads the days with a name. A file may list days of other years; a list in the scenario itself may not.
pub(super) fn read(calendar: &Fields<'_>, types: &Types<'_>, horizon: &Horizon) -> Vec<SpecialDay> {
    let Some((node, kind)) = calendar.get("holidays") else { return Vec::new() };
    let (nodes, from_file) = match &node.value {
        Value::Text(_) => (rows(calendar, node), true),
        Value::List(items) => (items.clone(), false),
        _ => {
            calendar.reader.wrong_type(node, kind, "`holidays`");
            return Vec::new();
        }
    };
    let days: Vec<(SpecialDay, Place)> = nodes.iter().filter_map(|node| holiday(calendar, node, types)).collect();
    for (number, (day, at)) in days.iter().enumerate() {
        check_date(calendar, day, *at, horizon, from_file);
        check_alone(calendar, day, *at, &days[..number]);
    }
    days.into_iter().map(|(day, _)| day).collect()
}

fn check_date(calendar: &Fields<'_>, day: &SpecialDay, at: Place, horizon: &Horizon, from_file: bool) {
    let Some((first, last)) = span(horizon) else { return };
    if !from_file && !(first..=last).contains(&day.date) {
        let title = format!("{} lies outside of the horizon, {first} to {last}", day.date);
        calendar.reader.wrong(
            at,
            title,
            "check the date, or leave the day out; a CSV file may list days of other years",
        );
    }
}

/// A contact type has one entry a date.
fn check_alone(calendar: &Fields<'_>, day: &SpecialDay, at: Place, before: &[(SpecialDay, Place)]) {
    let shared = |other: &SpecialDay| {
        let all = day.types.is_empty() || other.types.is_empty();
        other.date == day.date && (all || day.types.iter().any(|kind| other.types.contains(kind)))
    };
    if let Some((other, _)) = before.iter().find(|(other, _)| shared(other)) {
        let title = format!("{} is both {} and {}", day.date, quoted(&other.name), quoted(&day.name));
        calendar.reader.wrong(at, title, "keep one of them, or give each its own `types`");
    }
}

/// The rows of a file as entries of the list that it stands for.
fn rows(calendar: &Fields<'_>, named: &Node) -> Vec<Node> {
    let Value::Text(name) = &named.value else { return Vec::new() };
    let reader = calendar.reader;
    let path = reader.beside(named.at, name);
    let sheet = reader.open(&path, Some(named.at)).and_then(|id| Sheet::open(reader, id));
    let Some(sheet) = sheet else { return Vec::new() };
    let known: Vec<&str> = HOLIDAY.keys.iter().map(|key| key.name).collect();
    for unknown in sheet.headers().iter().filter(|header| !known.contains(&header.as_str())) {
        let title = format!("a file of holidays has no column {}", quoted(unknown));
        reader.wrong(sheet.header_place(0), title, format!("its columns are {}", listed(&known, "and")));
    }
    let mut rows: Vec<Table> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for key in known {
        let Some(column) = sheet.find_optional(key) else { continue };
        // What is wrong with the file as a whole is said once, with its first column.
        let Some(cells) = sheet.cells(reader, column) else { return Vec::new() };
        rows.resize_with(cells.len(), Table::default);
        if places.is_empty() {
            places = cells.iter().map(|cell| cell.at).collect();
        }
        for (row, cell) in rows.iter_mut().zip(cells).filter(|(_, cell)| !cell.text.is_empty()) {
            let node = Node { value: of_cell(key, &cell), at: cell.at };
            row.entries.insert(key.to_owned(), Entry { key: cell.at, node });
        }
    }
    rows.into_iter().zip(places).map(|(table, at)| Node { value: Value::Table(table), at }).collect()
}

/// A cell as it would stand in the list.
fn of_cell(key: &str, cell: &Cell) -> Value {
    let text = Value::Text(cell.text.clone());
    match key {
        "factor" => cell.text.parse().map_or(text, Value::Number),
        "closed" => match cell.text.to_lowercase().as_str() {
            "true" | "yes" | "1" => Value::Flag(true),
            "false" | "no" | "0" => Value::Flag(false),
            _ => text,
        },
        "types" => {
            let node = |name: &str| Node { value: Value::Text(name.trim().to_owned()), at: cell.at };
            Value::List(cell.text.split('|').map(node).collect())
        }
        _ => text,
    }
}
