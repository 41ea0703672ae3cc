//! From a TOML file to a validated scenario, with all problems at once.
//!
//! `extends` puts the files together, `fields` holds each table against its declaration, and the other modules read one
//! part of the file each. None of them stops at a problem: they note it and go on.

mod agents;
mod arrivals;
mod calendar;
mod combinations;
mod conduct;
mod contacts;
mod crew;
mod customers;
mod days;
mod extends;
mod fields;
mod hired;
mod hires;
mod hiring;
mod holidays;
mod horizon;
mod journeys;
mod law;
mod need;
mod opening;
mod people;
mod reader;
mod roster;
mod satisfaction;
mod scale;
mod series;
mod shifts;
mod staffing;
mod target;
mod types;
mod value;
mod varied;
mod workforce;
mod zone;

use std::path::Path;

pub(crate) use fields::Fields;
pub(crate) use reader::Reader;
pub(super) use value::{number_fits, wrong_duration};
pub(crate) use varied::{Change, Ground, is_whole, steps};

use self::horizon::Frame;
use super::problem::{Problem, Problems, quoted};
use super::source::Input;
use super::spec::ROOT;
use super::tree::{Place, Table};
use super::{HiringClass, Member, Roster, Scenario};

/// A scenario that was read, and what it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The validated scenario.
    pub scenario: Scenario,
    /// The scenario file, every base that it extends, every table that it names, in the order of opening.
    pub inputs: Vec<Input>,
    /// What is allowed but suspicious, one sentence each, with its `file:line:column`.
    pub warnings: Vec<String>,
}

/// Reads and validates a scenario file.
///
/// # Errors
/// Every problem of the file and of the files that it names, each with its place and remedy.
pub fn load(path: &Path) -> Result<Loaded, Problems> {
    load_with(Reader::default(), path)
}

/// Reads and validates a text as if it stood in a file at `path`, which need not exist. The files of `known` are taken
/// as they were when they were read, whatever stands on the disk by now.
///
/// # Errors
/// As [`load`].
pub fn load_text(path: &Path, text: &str, known: &[Input]) -> Result<Loaded, Problems> {
    let own = Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    load_with(Reader::knowing(&[std::slice::from_ref(&own), known].concat()), path)
}

fn load_with(reader: Reader, path: &Path) -> Result<Loaded, Problems> {
    let scenario = read(&reader, path);
    if scenario.is_none() && reader.problems_so_far() == 0 {
        // Every missing part has been reported; this sentence stands in for a slip of the reader itself.
        reader.report(
            Problem::new(format!("{} could not be read", quoted(&path.to_string_lossy())))
                .help("please report this file to the authors"),
        );
    }
    let (inputs, warnings) = reader.finish()?;
    // `finish` has returned when there was a problem, and without one there is a scenario.
    match scenario {
        Some(scenario) => Ok(Loaded { scenario, inputs, warnings }),
        None => Err(Problems::new(Vec::new(), Vec::new())),
    }
}

/// Reads a schedule from a CSV file or a workbook: the roster of each group of the scenario, in its order.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub fn load_roster(path: &Path, scenario: &Scenario) -> Result<Vec<Roster>, Problems> {
    roster::load(path, scenario)
}

/// Reads a hiring plan from a CSV file or a workbook: the classes of each group of the scenario, in its order.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub fn load_hires(path: &Path, scenario: &Scenario) -> Result<Vec<Vec<HiringClass>>, Problems> {
    hires::load(path, scenario)
}

/// Reads the people of a roster over the horizon of the scenario, from a CSV file or a workbook.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub fn load_crew(path: &Path, scenario: &Scenario) -> Result<Vec<Member>, Problems> {
    crew::load(path, scenario)
}

/// Reads people needed in each interval of the horizon, by group, from a CSV file with a column a group and a row for
/// each interval of a day, of a week or of the horizon.
///
/// # Errors
/// Every problem of the file, each with its row, column, text and remedy.
pub fn load_need(path: &Path, scenario: &Scenario) -> Result<Vec<Vec<u32>>, Problems> {
    need::load(path, scenario)
}

fn read(reader: &Reader, path: &Path) -> Option<Scenario> {
    let table = extends::assemble(reader, path, None, &mut Vec::new())?;
    scenario(reader, &table, path, Place { source: 0, start: 0, end: 0 })
}

/// The scenario that a tree describes; what is missing from all of it is reported at the top of its file.
fn scenario(reader: &Reader, table: &Table, path: &Path, top: Place) -> Option<Scenario> {
    if table.entries.is_empty() {
        reader.wrong(top, "this file is empty", "a scenario needs [horizon], [contacts.<name>] and [agents.<name>]; `holdline init` writes one to begin with");
        return None;
    }
    let root = Fields::open(reader, table, &ROOT, top);
    let name = root.text("name").or_else(|| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let horizon = root.table("horizon").and_then(|fields| horizon::horizon(&fields));
    let run = horizon::run(root.table("run").as_ref());
    let centre = horizon::centre(root.table("centre").as_ref());
    let report = horizon::report(root.table("report").as_ref());
    let satisfaction = root.table("satisfaction").map(|fields| satisfaction::satisfaction(&fields));
    let frame = horizon.as_ref().map(Frame::of);
    let people = people::read(&root, frame, horizon.as_ref());
    let (shifts, contracts) = shifts::read(&root, frame);
    let (contacts, groups) = people?;
    let horizon = horizon?;
    Some(Scenario { name: name?, horizon, run, centre, report, contacts, groups, satisfaction, shifts, contracts })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::scenario::spec::{Kind, TableSpec};

    type Keys = BTreeSet<(&'static str, String)>;

    fn declared(spec: &'static TableSpec, keys: &mut Keys) {
        for key in spec.keys {
            keys.insert((spec.name, key.name.to_owned()));
            below(&key.kind, keys);
        }
    }

    fn below(kind: &'static Kind, keys: &mut Keys) {
        match kind {
            Kind::Table { spec, .. } => declared(spec, keys),
            Kind::List(of) | Kind::Map { of, .. } => below(of, keys),
            Kind::Any(kinds) => kinds.iter().for_each(|kind| below(kind, keys)),
            _ => {}
        }
    }

    #[test]
    fn the_keys_that_are_read_are_those_that_are_declared() {
        let reader = Reader::default();
        assert!(read(&reader, Path::new("tests/it/samples/every-key.toml")).is_some());
        let mut keys = Keys::new();
        declared(&ROOT, &mut keys);
        // It is followed before any table is opened.
        keys.remove(&("scenario", "extends".to_owned()));
        assert_eq!(*reader.asked.borrow(), keys);
    }
}
