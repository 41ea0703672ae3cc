//! A hiring plan made by hand: one row a class.

use std::path::Path;

use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::problem::{Problems, listed, nearest, quoted};
use crate::scenario::spec::{Kind, MOST_AGENTS};
use crate::scenario::{HiringClass, Scenario};

use super::hired::{contract_of_cell, day_of_cell};
use super::horizon::Frame;
use super::reader::Reader;

/// Reads a hiring plan for a scenario: the classes of each of its groups.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub(in crate::scenario) fn load(path: &Path, scenario: &Scenario) -> Result<Vec<Vec<HiringClass>>, Problems> {
    let reader = Reader::default();
    let sheet = reader.open(path, None).and_then(|id| Sheet::open(&reader, id));
    let classes = sheet.and_then(|sheet| rows(&reader, &sheet, scenario)).unwrap_or_default();
    let mut by_group = vec![Vec::new(); scenario.groups.len()];
    classes.into_iter().for_each(|(group, class)| by_group[group].push(class));
    by_group.iter_mut().for_each(|classes: &mut Vec<HiringClass>| classes.sort_by_key(|class| class.day));
    reader.finish().map(|_| by_group)
}

/// The groups that can hire, by index.
fn hiring(scenario: &Scenario) -> Vec<usize> {
    let hires = |group: &usize| scenario.groups[*group].people.as_ref().is_some_and(|people| people.hiring.is_some());
    (0..scenario.groups.len()).filter(hires).collect()
}

fn rows(reader: &Reader, sheet: &Sheet, scenario: &Scenario) -> Option<Vec<(usize, HiringClass)>> {
    let head = sheet.header_place(0);
    let able = hiring(scenario);
    let (by, start) = match (sheet.find_optional("week"), sheet.find_optional("week start")) {
        (Some(column), _) => ("week", Some(column)),
        (None, Some(column)) => ("start", Some(column)),
        (None, None) => ("start", sheet.find(reader, "start", head)),
    };
    let hires = sheet.find(reader, "hires", head);
    let group = match able.as_slice() {
        [_] => sheet.find_optional("group"),
        _ => Some(sheet.find(reader, "group", head)?),
    };
    let (starts, hires) = (sheet.cells(reader, start?)?, sheet.cells(reader, hires?)?);
    let groups = group.map(|column| sheet.cells(reader, column));
    let contracts = sheet.find_optional("contract").and_then(|column| sheet.cells(reader, column));
    let count = Kind::Whole { min: 0, max: MOST_AGENTS };
    let frame = Frame::of(&scenario.horizon);
    let read = |row: usize| {
        let day = day_of_cell(reader, &starts[row], by, frame);
        let people = hires.get(row)?.number(reader, &count);
        let group = match &groups {
            Some(cells) => group_of(reader, cells.as_ref()?.get(row)?, scenario, &able)?,
            None => *able.first()?,
        };
        let people_of = scenario.groups[group].people.as_ref()?;
        let usual = people_of.hiring.as_ref().and_then(|hiring| hiring.terms.first()).copied().unwrap_or(0);
        let names: Vec<&str> = people_of.terms.iter().map(|terms| terms.name.as_str()).collect();
        let terms = match contracts.as_ref().and_then(|cells| cells.get(row)).filter(|cell| !cell.text.is_empty()) {
            Some(cell) => contract_of_cell(reader, cell, &names),
            None => Some(usual),
        };
        Some((group, HiringClass { day: day?, people: people? as u32, terms: terms? }))
    };
    let classes: Vec<Option<(usize, HiringClass)>> = (0..starts.len()).map(read).collect();
    let classes: Option<Vec<(usize, HiringClass)>> = classes.into_iter().collect();
    classes.map(|classes| classes.into_iter().filter(|(_, class)| class.people > 0).collect())
}

fn group_of(reader: &Reader, cell: &Cell, scenario: &Scenario, able: &[usize]) -> Option<usize> {
    let found = able.iter().copied().find(|group| scenario.groups[*group].name == cell.text);
    if found.is_none() {
        let names: Vec<&str> = able.iter().map(|group| scenario.groups[*group].name.as_str()).collect();
        let help = match nearest(&cell.text, names.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("the groups that can hire are {}", listed(&names, "and")),
        };
        cell.wrong(reader, &help);
    }
    found
}
