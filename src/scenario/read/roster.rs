//! A schedule of people, as it was written and perhaps edited: one row a person and day.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::problem::{Problem, Problems, listed, nearest, quoted};
use crate::scenario::tree::Place;
use crate::scenario::{Roster, RosterPerson, Scenario, Shift};
use crate::units::{DAY, Seconds, parse_time_of_day};

use super::fields::Fields;
use super::horizon::Frame;
use super::reader::Reader;

/// Reads `roster`, of which a group takes its own rows.
pub(super) fn read(fields: &Fields<'_>, group: &str, frame: Frame) -> Option<Vec<Shift>> {
    let name = fields.text("roster")?;
    let at = fields.get("roster")?.0.at;
    let id = fields.reader.open(&fields.reader.beside(at, &name), Some(at))?;
    let rows = rows(fields.reader, id, frame)?;
    if rows.iter().all(|row| row.group.text != group) {
        let title = format!("{} has no row for the group {}", quoted(&name), quoted(group));
        fields.reader.wrong(at, title, "the column `group` names the agent group of each person");
        return None;
    }
    Some(roster(fields.reader, rows.iter().filter(|row| row.group.text == group)).shifts)
}

/// Reads a schedule from a file and puts it in place of the staffing of all groups; who has no row has nobody.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub(in crate::scenario) fn load(path: &Path, scenario: &Scenario) -> Result<Vec<Roster>, Problems> {
    let reader = Reader::default();
    let read = reader.open(path, None).and_then(|id| rows(&reader, id, Frame::of(&scenario.horizon)));
    let names: Vec<&str> = scenario.groups.iter().map(|group| group.name.as_str()).collect();
    let rows = read.unwrap_or_default();
    rows.iter().for_each(|row| known_group(&reader, &row.group, &names));
    let of = |name: &&str| roster(&reader, rows.iter().filter(|row| row.group.text == **name));
    let staff = names.iter().map(of).collect();
    reader.finish().map(|_| staff)
}

fn known_group(reader: &Reader, cell: &Cell, names: &[&str]) {
    if !names.contains(&cell.text.as_str()) {
        let help = match nearest(&cell.text, names.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("the groups are {}", listed(names, "and")),
        };
        cell.wrong(reader, &help);
    }
}

/// One person's day, as seconds since its midnight.
struct Row {
    person: Cell,
    group: Cell,
    contract: Option<String>,
    day: u32,
    from: f64,
    to: f64,
    breaks: Vec<(Seconds, Seconds)>,
}

/// The columns that a row needs; it may have `breaks` and `contract` too.
const COLUMNS: [&str; 5] = ["person", "group", "day", "start", "end"];

fn rows(reader: &Reader, id: usize, frame: Frame) -> Option<Vec<Row>> {
    let sheet = Sheet::open(reader, id)?;
    let at = sheet.header_place(0);
    let columns: Vec<Option<usize>> = COLUMNS.iter().map(|name| sheet.find(reader, name, at)).collect();
    let columns: Vec<usize> = columns.into_iter().collect::<Option<_>>()?;
    let cells: Vec<Vec<Cell>> = columns.iter().map(|column| sheet.cells(reader, *column)).collect::<Option<_>>()?;
    let optional = |name| sheet.find_optional(name).and_then(|column| sheet.cells(reader, column)).map(Vec::into_iter);
    let (mut breaks, mut contracts) = (optional("breaks"), optional("contract"));
    let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
    let mut rows = Vec::new();
    while let [Some(person), Some(group), Some(day), Some(start), Some(end)] =
        &mut cells.iter_mut().map(Iterator::next).collect::<Vec<_>>()[..]
    {
        let pauses = breaks.as_mut().and_then(Iterator::next);
        let contract =
            contracts.as_mut().and_then(Iterator::next).map(|cell| cell.text).filter(|name| !name.is_empty());
        let row = row(reader, frame, [person, group], [day, start, end], pauses.as_ref());
        rows.extend(row.map(|row| Row { contract, ..row }));
    }
    Some(rows)
}

fn row(reader: &Reader, frame: Frame, who: [&Cell; 2], when: [&Cell; 3], pauses: Option<&Cell>) -> Option<Row> {
    let [person, group] = who.map(Cell::clone);
    if person.text.is_empty() {
        person.wrong(reader, "write a name or a number that is the person's own");
    }
    let [day, start, end] = when;
    let (day, from, to) = (day_of(reader, day, frame), time(reader, start), time(reader, end));
    let (from, to) = (from?, to?);
    let to = if to <= from { to + DAY } else { to };
    let breaks = pauses.map(|cell| breaks(reader, cell, from, to)).unwrap_or_default();
    Some(Row { person, group, contract: None, day: day?, from, to, breaks })
}

/// A day of the horizon by its number from 1 or by its date.
fn day_of(reader: &Reader, cell: &Cell, frame: Frame) -> Option<u32> {
    let days = frame.days.unwrap_or(1);
    let dated = || {
        let date: Date = cell.text.get(..10)?.parse().ok()?;
        u32::try_from(frame.start?.until(date).ok()?.get_days()).ok()
    };
    let day = cell.text.parse::<u32>().ok().and_then(|number| number.checked_sub(1)).or_else(dated);
    let day = day.filter(|day| *day < days);
    if day.is_none() {
        cell.wrong(
            reader,
            &format!("write the number of a day from 1 to {days}, or a date of the horizon such as 2026-11-30"),
        );
    }
    day
}

fn time(reader: &Reader, cell: &Cell) -> Option<f64> {
    let time = parse_time_of_day(&cell.text).ok();
    if time.is_none() {
        cell.wrong(reader, "write a time of day such as 08:30");
    }
    time.map(Seconds::get)
}

/// `10:00-10:15; 12:30-13:00`, inside the shift and in order.
fn breaks(reader: &Reader, cell: &Cell, from: f64, to: f64) -> Vec<(Seconds, Seconds)> {
    let mut free = from;
    let mut breaks = Vec::new();
    for text in cell.text.split(';').map(str::trim).filter(|text| !text.is_empty()) {
        match pause(text, from).filter(|(start, end)| *start >= free && start < end && *end <= to) {
            Some((start, end)) => {
                free = end;
                breaks.push((Seconds(start), Seconds(end)));
            }
            None => cell
                .wrong(reader, "write breaks in the order of the shift, inside it, such as 10:00-10:15; 12:30-13:00"),
        }
    }
    breaks
}

fn pause(text: &str, from: f64) -> Option<(f64, f64)> {
    let (start, end) = text.split_once(['-', '–'])?;
    let (start, end) = (parse_time_of_day(start).ok()?.get(), parse_time_of_day(end).ok()?.get());
    let start = if start < from { start + DAY } else { start };
    let end = if end < start { end + DAY } else { end };
    Some((start, end))
}

/// The roster of a group: people by the order of their first rows. Who works twice at once is a problem.
fn roster<'r>(reader: &Reader, rows: impl Iterator<Item = &'r Row>) -> Roster {
    let mut people: BTreeMap<&str, u32> = BTreeMap::new();
    let mut known: Vec<RosterPerson> = Vec::new();
    let mut busy: BTreeMap<u32, Vec<(f64, f64, Place)>> = BTreeMap::new();
    let mut shifts = Vec::new();
    for row in rows {
        let next = people.len() as u32;
        let person = *people.entry(row.person.text.as_str()).or_insert(next);
        if person == next {
            known.push(RosterPerson { name: row.person.text.clone(), contract: None });
        }
        let contract = &mut known[person as usize].contract;
        *contract = contract.take().or_else(|| row.contract.clone());
        let (from, to) = (f64::from(row.day) * DAY + row.from, f64::from(row.day) * DAY + row.to);
        let work = busy.entry(person).or_default();
        if work.iter().any(|(start, end, _)| from < *end && *start < to) {
            row.person.wrong(reader, "nobody works two shifts at once; change the day, the times or the person");
        }
        work.push((from, to, row.person.at));
        shifts.push(Shift {
            from: Seconds(row.from),
            to: Seconds(row.to),
            agents: 1,
            breaks: row.breaks.clone(),
            days: Some(vec![row.day]),
            person: Some(person),
        });
    }
    Roster { people: known, shifts }
}

/// The problem of a roster without a horizon of days.
pub(super) fn needs_days(fields: &Fields<'_>) {
    let problem = Problem::new("a schedule needs a horizon in days").at(fields.place("roster"));
    fields.reader.report(problem.help("give [horizon] `days` in place of `duration`"));
}
