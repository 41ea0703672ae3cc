//! From a TOML file to a validated scenario, with all problems at once.
//!
//! `extends` puts the files together, `fields` holds each table against its declaration, and the other modules read one
//! part of the file each. None of them stops at a problem: they note it and go on.

mod agents;
mod arrivals;
mod contacts;
mod extends;
mod fields;
mod horizon;
mod law;
mod reader;
mod series;
mod staffing;
mod value;

use std::path::Path;

pub(super) use fields::Fields;
pub(super) use reader::Reader;
pub(super) use value::{number_fits, wrong_duration};

use self::contacts::Groups;
use self::horizon::Frame;
use super::kind::grouped;
use super::problem::{Problem, Problems, quoted};
use super::source::Input;
use super::spec::{CONTACT, GROUP, MOST_AGENTS, ROOT, TableSpec};
use super::tree::{Node, Place, Table, Value};
use super::{AgentGroup, ContactType, Scenario, Skill};

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
    let reader = Reader::default();
    let scenario = read(&reader, path);
    if scenario.is_none() && reader.problems_so_far() == 0 {
        // Every missing part has been reported; this sentence stands in for a slip of the reader itself.
        reader.report(Problem::new(format!("{} could not be read", quoted(&path.to_string_lossy()))).help("please report this file to the authors"));
    }
    let (inputs, warnings) = reader.finish()?;
    // `finish` has returned when there was a problem, and without one there is a scenario.
    match scenario {
        Some(scenario) => Ok(Loaded { scenario, inputs, warnings }),
        None => Err(Problems::new(Vec::new(), Vec::new())),
    }
}

fn read(reader: &Reader, path: &Path) -> Option<Scenario> {
    let table = extends::assemble(reader, path, None, &mut Vec::new())?;
    scenario(reader, &table, path)
}

/// Most contact types, and most groups: the engine keeps sets of them in 128 bits.
const MOST_NAMES: usize = 128;

fn scenario(reader: &Reader, table: &Table, path: &Path) -> Option<Scenario> {
    let top = Place { source: 0, start: 0, end: 0 };
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
    let frame = horizon.as_ref().map(Frame::of);
    let contacts = named(&root, "contacts", "contact type");
    let groups = named(&root, "agents", "agent group");
    let (contacts, groups) = people(reader, contacts, groups, frame)?;
    Some(Scenario { name: name?, horizon: horizon?, run, centre, report, contacts, groups })
}

/// A part of the file whose keys are names of the user's.
struct Named<'a> {
    names: Vec<&'a str>,
    tables: Vec<(Place, &'a Node)>,
}

fn named<'a>(root: &Fields<'a>, key: &'static str, noun: &str) -> Option<Named<'a>> {
    let (node, _) = root.get(key)?;
    let Value::Table(table) = &node.value else {
        let title = format!("{} cannot be {}", quoted(key), node.value.kind());
        root.reader.wrong(node.at, title, format!("write a table [{key}.<name>] for each {noun}"));
        return None;
    };
    if table.entries.is_empty() {
        root.reader.wrong(root.place(key), format!("there is no {noun}"), format!("write a table [{key}.<name>] for each {noun}"));
        return None;
    }
    if table.entries.len() > MOST_NAMES {
        let title = format!("there are {} {noun}s, but at most {MOST_NAMES} can be simulated", table.entries.len());
        root.reader.wrong(root.place(key), title, "put alike ones together");
        return None;
    }
    let tables = table.entries.iter().map(|(name, entry)| {
        check_name(root.reader, name, entry.key, noun);
        (entry.key, &entry.node)
    });
    Some(Named { tables: tables.collect(), names: table.entries.keys().map(String::as_str).collect() })
}

/// Names become file names, column names and labels.
fn check_name(reader: &Reader, name: &str, at: Place, noun: &str) {
    if name.trim().is_empty() || name.len() > 100 || name.chars().any(char::is_control) {
        let title = format!("{} cannot be the name of a {noun}", quoted(name));
        reader.wrong(at, title, "a name has 1 to 100 bytes, without line breaks and other control characters");
    }
}

/// Reads contact types and groups, which refer to each other.
fn people(reader: &Reader, contacts: Option<Named<'_>>, groups: Option<Named<'_>>, frame: Option<Frame>) -> Option<(Vec<ContactType>, Vec<AgentGroup>)> {
    let contact_fields = contacts.as_ref().map(|named| open_all(reader, named, &CONTACT, "a contact type"));
    let group_fields = groups.as_ref().map(|named| open_all(reader, named, &GROUP, "an agent group"));
    let contact_names = contacts.as_ref().map(|named| named.names.as_slice());
    let group_names = groups.as_ref().map(|named| named.names.as_slice());
    // Without contact types every skill would be reported as unknown, which says nothing new.
    let skills_of = |fields: &Option<Fields<'_>>| agents::skills(fields.as_ref()?, contact_names?);
    let skills: Vec<Option<Vec<Skill>>> = group_fields.iter().flatten().map(skills_of).collect();
    if let Some(contacts) = contacts.as_ref().filter(|_| group_names.is_some()) {
        every_contact_has_a_group(reader, contacts, &skills);
    }
    let known = Groups { names: group_names.unwrap_or_default(), skills: &skills };
    let read_contact = |(index, (fields, name)): (usize, (&Option<Fields<'_>>, &&str))| contacts::contact(fields.as_ref()?, name, index, frame, &known);
    let contacts: Vec<Option<ContactType>> = contact_fields.iter().flatten().zip(contact_names.unwrap_or_default()).enumerate().map(read_contact).collect();
    let read_group = |(index, (fields, name)): (usize, (&Option<Fields<'_>>, &&str))| {
        agents::group(fields.as_ref()?, name, skills.get(index)?.as_ref(), frame, contact_names.unwrap_or_default())
    };
    let groups: Vec<Option<AgentGroup>> = group_fields.iter().flatten().zip(group_names.unwrap_or_default()).enumerate().map(read_group).collect();
    let (contacts, groups) = (contacts.into_iter().collect::<Option<Vec<_>>>()?, groups.into_iter().collect::<Option<Vec<_>>>()?);
    not_too_many_agents(reader, &groups, group_fields?.last()?.as_ref()?.place("staff"));
    Some((contacts, groups))
}

fn open_all<'a>(reader: &'a Reader, named: &Named<'a>, spec: &'static TableSpec, noun: &str) -> Vec<Option<Fields<'a>>> {
    let open = |(place, node): &(Place, &'a Node)| Fields::of_node(reader, node, spec, noun, *place);
    named.tables.iter().map(open).collect()
}

fn every_contact_has_a_group(reader: &Reader, contacts: &Named<'_>, skills: &[Option<Vec<Skill>>]) {
    let Some(skills) = skills.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() else { return };
    for (index, (place, _)) in contacts.tables.iter().enumerate() {
        if !skills.iter().copied().flatten().any(|skill| skill.contact == index) {
            let name = quoted(contacts.names[index]);
            reader.wrong(*place, format!("no agent group can take {name}"), format!("add {name} to the `skills` of a group"));
        }
    }
}

fn not_too_many_agents(reader: &Reader, groups: &[AgentGroup], at: Place) {
    let most: u64 = groups.iter().map(|group| staffing::most(&group.staff)).sum();
    if most > MOST_AGENTS {
        let title = format!("the groups have {} agents together", grouped(most));
        reader.wrong(at, title, format!("the most is {}", grouped(MOST_AGENTS)));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::scenario::spec::Kind;

    type Keys = BTreeSet<(&'static str, String)>;

    fn declared(spec: &'static TableSpec, keys: &mut Keys) {
        for key in spec.readable() {
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
