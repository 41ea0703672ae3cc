//! The people of a group by their beginning: the team, and the classes hired later.

use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::people::weeks;
use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::spec::Kind;
use crate::scenario::tree::{Node, Place, Value};
use crate::scenario::{HiringClass, Law, TeamPart};
use jiff::civil::Date;

use super::fields::Fields;
use super::horizon::Frame;
use super::law::{self, Ends};
use super::reader::Reader;
use super::value;

/// Names of the contracts; none where they could not be read.
type Names<'a> = Option<&'a [&'a str]>;

/// The group whose people are read, and the names of all groups of the scenario.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    pub(super) group: &'a str,
    pub(super) groups: &'a [&'a str],
}

/// Reads `team`.
pub(super) fn team(fields: &Fields<'_>, names: Names<'_>) -> Option<Vec<TeamPart>> {
    let (node, Kind::Any([number, Kind::List(Kind::Table { spec, .. })])) = fields.get("team")? else { return None };
    let Value::List(items) = &node.value else {
        let people = value::whole(fields.reader, node, number, &quoted("team"))?;
        return Some(vec![TeamPart { people: u32::try_from(people).ok()?, tenure: None, terms: 0 }]);
    };
    let read = |item: &Node| {
        let part = Fields::of_node(fields.reader, item, spec, "a part of the team", item.at)?;
        let (people, tenure, terms) = (part.count("people"), tenure(&part), contract(&part, names));
        Some(TeamPart { people: people?, tenure, terms: terms? })
    };
    let parts: Vec<Option<TeamPart>> = items.iter().map(read).collect();
    parts.into_iter().collect()
}

fn tenure(part: &Fields<'_>) -> Option<Law> {
    let (node, Kind::Any([duration, Kind::Table { spec, .. }])) = part.get("tenure")? else { return None };
    if matches!(node.value, Value::Table(_)) {
        let fields = Fields::of_node(part.reader, node, spec, &quoted("tenure"), part.place("tenure"))?;
        return law::read(&fields, Ends::Always);
    }
    value::duration(part.reader, node, duration, &quoted("tenure")).map(|value| Law::Constant { value })
}

/// The contract that a table names, by index.
fn contract(fields: &Fields<'_>, names: Names<'_>) -> Option<usize> {
    let Some((node, kind)) = fields.get("contract") else { return Some(0) };
    let name = value::text(fields.reader, node, kind, &quoted("contract"))?;
    named_contract(fields.reader, name, node.at, names?)
}

/// The contract of a name, by index.
pub(super) fn named_contract(reader: &Reader, name: &str, at: Place, names: &[&str]) -> Option<usize> {
    let found = names.iter().position(|known| *known == name);
    if found.is_none() {
        let title = format!("there is no contract {} among `contracts`", quoted(name));
        reader.wrong(at, title, meant(name, names));
    }
    found
}

fn meant(name: &str, names: &[&str]) -> String {
    match nearest(name, names.iter().copied()) {
        Some(meant) => format!("did you mean {}?", quoted(meant)),
        None => format!("there are {}", listed(names, "and")),
    }
}

/// Reads `classes` of a group.
pub(super) fn classes(
    fields: &Fields<'_>,
    whose: Whose<'_>,
    names: Names<'_>,
    frame: Option<Frame>,
) -> Option<Vec<HiringClass>> {
    let (node, Kind::Any([Kind::List(Kind::Table { spec, .. }), Kind::Table { spec: file, .. }])) =
        fields.get("classes")?
    else {
        return None;
    };
    match &node.value {
        Value::List(items) => {
            let read = |item: &Node| {
                let class = Fields::of_node(fields.reader, item, spec, "a hiring class", item.at)?;
                let (people, terms, day) = (class.count("people"), contract(&class, names), day_of(&class, frame?));
                Some(HiringClass { day: day?, people: people?, terms: terms? })
            };
            let classes: Vec<Option<HiringClass>> = items.iter().map(read).collect();
            classes.into_iter().collect()
        }
        Value::Table(_) => {
            let table = Fields::of_node(fields.reader, node, file, &quoted("classes"), fields.place("classes"))?;
            let place = table.get("file")?.0.at;
            rows(fields.reader, &Sheet::named_by(&table)?, (place, whose), names, frame?)
        }
        other => {
            let remedy =
                "write `classes = [{ start = 2026-10-05, people = 12 }]` or `classes = { file = \"classes.csv\" }`";
            fields.reader.wrong(node.at, format!("`classes` cannot be {}", other.kind()), remedy);
            None
        }
    }
}

fn day_of(class: &Fields<'_>, frame: Frame) -> Option<u32> {
    if class.has("week") {
        let week = class.count("week")?;
        return day_of_week(frame, week).or_else(|| {
            let (title, remedy) = no_week(frame);
            class.reader.wrong(class.place("week"), title, remedy);
            None
        });
    }
    let date = class.date("start")?;
    let day = day_of_date(frame, date);
    if day.is_none() {
        let (title, remedy) = no_date(frame);
        class.reader.wrong(class.place("start"), title, remedy);
    }
    day
}

/// The first day of a week of the horizon, counted from 1.
fn day_of_week(frame: Frame, week: u32) -> Option<u32> {
    let weeks = weeks(frame.start, frame.days?);
    Some(weeks.get(week.checked_sub(1)? as usize)?.start)
}

/// A date as a day of the horizon on or after which a week begins.
fn day_of_date(frame: Frame, date: Date) -> Option<u32> {
    let day = u32::try_from(frame.start?.until(date).ok()?.get_days()).ok()?;
    weeks(frame.start, frame.days?).last().filter(|last| day <= last.start).map(|_| day)
}

fn no_week(frame: Frame) -> (String, String) {
    let weeks = frame.days.map_or(0, |days| weeks(frame.start, days).len());
    ("there is no such week in the horizon".into(), format!("weeks are counted from 1 to {weeks}"))
}

fn no_date(frame: Frame) -> (String, String) {
    match frame.start {
        Some(_) => (
            "no week of the horizon begins on this day or later".into(),
            "write a date between the first day of the horizon and its last Monday".into(),
        ),
        None => ("a date needs a calendar".into(), "give [horizon] `start = 2026-11-30`, or write `week = 2`".into()),
    }
}

/// Classes from the rows of a table, such as one that `holdline season` wrote: where it names groups, those of this one.
fn rows(
    reader: &Reader,
    sheet: &Sheet,
    (at, whose): (Place, Whose<'_>),
    names: Names<'_>,
    frame: Frame,
) -> Option<Vec<HiringClass>> {
    let (by, start) = match sheet.find_optional("week") {
        Some(column) => ("week", Some(column)),
        None => ("start", sheet.find(reader, "start", at)),
    };
    let people = size_column(reader, sheet, at);
    let groups = sheet.find_optional("group").and_then(|column| sheet.cells(reader, column));
    let known =
        groups.iter().flatten().map(|cell| of_scenario(reader, cell, whose.groups)).fold(true, |all, one| all & one);
    let own =
        |row: &usize| groups.as_ref().and_then(|cells| cells.get(*row)).is_none_or(|cell| cell.text == whose.group);
    let starts = sheet.cells(reader, start?)?;
    if known && !starts.is_empty() && !(0..starts.len()).any(|row| own(&row)) {
        let remedy = "its column `group` names others; leave `classes` out where nobody is hired";
        reader.wrong(at, format!("no class of this table is of the group {}", quoted(whose.group)), remedy);
    }
    let people = sheet.cells(reader, people?)?;
    let contracts = sheet.find_optional("contract").and_then(|column| sheet.cells(reader, column));
    let count = Kind::Whole { min: 0, max: crate::scenario::spec::MOST_AGENTS };
    let read = |row: usize| {
        let day = day_of_cell(reader, starts.get(row)?, by, frame);
        let people = people.get(row)?.number(reader, &count);
        let terms = match contracts.as_ref().and_then(|cells| cells.get(row)).filter(|cell| !cell.text.is_empty()) {
            Some(cell) => contract_of_cell(reader, cell, names?),
            None => Some(0),
        };
        Some(HiringClass { day: day?, people: people? as u32, terms: terms? })
    };
    let classes: Vec<Option<HiringClass>> = (0..starts.len()).filter(own).map(read).collect();
    classes.into_iter().collect()
}

/// The column of how many begin: `hires`, or `people`.
fn size_column(reader: &Reader, sheet: &Sheet, at: Place) -> Option<usize> {
    let hires = sheet.find_optional("hires");
    if let (Some(_), Some(people)) = (hires, sheet.find_optional("people")) {
        let title = "a table of classes cannot have both `hires` and `people`";
        reader.wrong(sheet.header_place(people), title, "keep the column that says how many begin");
        return None;
    }
    hires.or_else(|| sheet.find(reader, "people", at))
}

/// Whether a cell names a group of the scenario: the class of another would be lost.
fn of_scenario(reader: &Reader, cell: &Cell, groups: &[&str]) -> bool {
    let known = groups.contains(&cell.text.as_str());
    if !known {
        cell.wrong(reader, &meant(&cell.text, groups));
    }
    known
}

pub(super) fn day_of_cell(reader: &Reader, cell: &Cell, by: &str, frame: Frame) -> Option<u32> {
    let day = match by {
        "week" => cell.text.parse().ok().and_then(|week| day_of_week(frame, week)),
        _ => cell.text.parse().ok().and_then(|date| day_of_date(frame, date)),
    };
    if day.is_none() {
        let (title, remedy) = if by == "week" { no_week(frame) } else { no_date(frame) };
        cell.wrong(reader, &format!("{title}; {remedy}"));
    }
    day
}

pub(super) fn contract_of_cell(reader: &Reader, cell: &Cell, names: &[&str]) -> Option<usize> {
    let found = names.iter().position(|known| *known == cell.text);
    if found.is_none() {
        cell.wrong(reader, &meant(&cell.text, names));
    }
    found
}
