//! The people of a roster from a table: one row a person.

use std::collections::BTreeSet;
use std::path::Path;

use super::days;
use super::horizon::Frame;
use super::reader::Reader;
use crate::scenario::csv_column::{Cell, Sheet};
use crate::scenario::problem::{Problems, listed, nearest, quoted};
use crate::scenario::{Member, Scenario, Wanted, Wish};

/// Columns that a row may have; the first two it must have.
const COLUMNS: [&str; 6] = ["person", "contract", "group", "off", "leave", "wishes"];

/// Reads the people, in the order of the file.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub(in crate::scenario) fn load(path: &Path, scenario: &Scenario) -> Result<Vec<Member>, Problems> {
    let reader = Reader::default();
    let members = reader.open(path, None).and_then(|id| rows(&reader, id, scenario));
    reader.finish().map(|_| members.unwrap_or_default())
}

fn rows(reader: &Reader, id: usize, scenario: &Scenario) -> Option<Vec<Member>> {
    let sheet = Sheet::open(reader, id)?;
    sheet.note_misspelt(reader, &COLUMNS);
    let at = sheet.header_place(0);
    let (person, contract) = (sheet.find(reader, COLUMNS[0], at), sheet.find(reader, COLUMNS[1], at));
    let people = sheet.cells(reader, person?)?;
    let contracts = sheet.cells(reader, contract?)?;
    let optional = |name| sheet.find_optional(name).and_then(|column| sheet.cells(reader, column));
    let [groups, off, leave, wishes] = [2, 3, 4, 5].map(|place| optional(COLUMNS[place]));
    let book = Book { reader, scenario, frame: Frame::of(&scenario.horizon) };
    let mut known = BTreeSet::new();
    let mut members = Vec::new();
    for (row, person) in people.iter().enumerate() {
        let cell = |column: &Option<Vec<Cell>>| column.as_ref().and_then(|cells| cells.get(row)).cloned();
        let contract = book.contract(&contracts[row], cell(&groups).as_ref());
        if person.text.is_empty() {
            person.wrong(reader, "write a name or a number that is the person's own");
        } else if !known.insert(person.text.as_str()) {
            person.wrong(reader, "this name is there already; write another one, with an initial, say");
        }
        let (off, leave) = (book.days(cell(&off).as_ref()), book.days(cell(&leave).as_ref()));
        let wishes = cell(&wishes).map(|cell| book.wishes(&cell)).unwrap_or_default();
        let member = |contract| Member { name: person.text.clone(), contract, off, leave, wishes };
        members.extend(contract.map(member));
    }
    Some(members)
}

/// What cells may name.
struct Book<'a> {
    reader: &'a Reader,
    scenario: &'a Scenario,
    frame: Frame,
}

impl Book<'_> {
    fn contract(&self, cell: &Cell, group: Option<&Cell>) -> Option<usize> {
        let names: Vec<&str> = self.scenario.contracts.iter().map(|contract| contract.name.as_str()).collect();
        let Some(found) = names.iter().position(|name| *name == cell.text) else {
            let help = match nearest(&cell.text, names.iter().copied()) {
                Some(meant) => format!("did you mean {}?", quoted(meant)),
                None => format!("the contracts are {}", listed(&names, "and")),
            };
            cell.wrong(self.reader, &help);
            return None;
        };
        let own = &self.scenario.groups[self.scenario.contracts[found].group].name;
        if let Some(group) = group.filter(|group| !group.text.is_empty() && group.text != *own) {
            let help = format!("the contract {} belongs to the group {}", quoted(&cell.text), quoted(own));
            group.wrong(self.reader, &help);
        }
        Some(found)
    }

    /// `saturday; 2026-12-21..2026-12-24; 9`.
    fn days(&self, cell: Option<&Cell>) -> Vec<u32> {
        let Some(cell) = cell else { return Vec::new() };
        let mut all = BTreeSet::new();
        for text in items(&cell.text) {
            match days::in_text(text, self.frame) {
                Ok(days) => all.extend(days),
                Err(remedy) => cell.wrong(self.reader, &format!("{}: {remedy}", quoted(text))),
            }
        }
        all.into_iter().collect()
    }

    /// `2026-12-05 off 3; 9 late; 10 not early 0.5`.
    fn wishes(&self, cell: &Cell) -> Vec<Wish> {
        let mut all = Vec::new();
        for text in items(&cell.text) {
            match self.wish(text) {
                Ok(wishes) => all.extend(wishes),
                Err(remedy) => cell.wrong(self.reader, &format!("{}: {remedy}", quoted(text))),
            }
        }
        all
    }

    fn wish(&self, text: &str) -> Result<Vec<Wish>, String> {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let weight = words.last().filter(|_| words.len() > 2).and_then(|word| word.parse::<f64>().ok());
        if weight.is_some() {
            words.pop();
        }
        let weight = weight.unwrap_or(1.0);
        if !(weight > 0.0 && weight <= MOST_WEIGHT) {
            return Err(format!("a weight is above 0 and at most {MOST_WEIGHT}"));
        }
        let [day, wanted @ ..] = words.as_slice() else { return Err(WISH.into()) };
        let wanted = self.wanted(&wanted.join(" "))?;
        Ok(days::in_text(day, self.frame)?.into_iter().map(|day| Wish { day, wanted, weight }).collect())
    }

    fn wanted(&self, words: &str) -> Result<Wanted, String> {
        let names = || self.scenario.shifts.iter().map(|kind| kind.name.as_str());
        let kind = |name: &str| {
            names().position(|known| known == name).ok_or_else(|| match nearest(name, names()) {
                Some(meant) => format!("did you mean {}?", quoted(meant)),
                None => format!("{WISH}; the shifts are {}", listed(&names().collect::<Vec<_>>(), "and")),
            })
        };
        match words {
            "" => Err(WISH.into()),
            "off" => Ok(Wanted::Off),
            "on" => Ok(Wanted::Work),
            words => match words.strip_prefix("not ") {
                Some(name) => kind(name.trim()).map(Wanted::Not),
                None => kind(words).map(Wanted::Shift),
            },
        }
    }
}

/// The form of a wish.
const WISH: &str = "write a day, then `off`, `on`, a shift or `not` a shift, and its weight if it is not 1";
const MOST_WEIGHT: f64 = 1000.0;

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty())
}
