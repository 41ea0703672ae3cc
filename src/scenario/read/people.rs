//! Contact types and agent groups, which refer to each other by name.

use crate::scenario::kind::grouped;
use crate::scenario::problem::quoted;
use crate::scenario::spec::{CONTACT, GROUP, MOST_AGENTS, TableSpec};
use crate::scenario::tree::{Entry, Place, Value};
use crate::scenario::{AgentGroup, ContactType, Horizon, People, Skill};

use super::contacts::Groups;
use super::fields::Fields;
use super::hired::Whose;
use super::horizon::Frame;
use super::reader::Reader;
use super::types::Types;
use super::{agents, calendar, contacts, journeys, scale, types};

/// Most contact types, and most groups: the engine keeps sets of them in 128 bits.
const MOST_NAMES: usize = 128;

/// A table under a name of the user's; without fields where it is no table.
struct Named<'a> {
    name: &'a str,
    at: Place,
    fields: Option<Fields<'a>>,
}

/// Reads `[contacts]` and `[agents]`.
pub(super) fn read(
    root: &Fields<'_>,
    frame: Option<Frame>,
    horizon: Option<&Horizon>,
) -> Option<(Vec<ContactType>, Vec<AgentGroup>)> {
    let contacts = named(root, "contacts", &CONTACT);
    let groups = named(root, "agents", &GROUP);
    let types = contacts.as_deref().map(types_of);
    let skills = skills_of(groups.as_deref().unwrap_or_default(), types.as_ref());
    if let (Some(contacts), Some(types), Some(_)) = (&contacts, &types, &groups) {
        every_contact_has_a_group(root.reader, contacts, types, &skills);
    }
    let contact_types = contacts
        .as_deref()
        .zip(types.as_ref())
        .and_then(|(contacts, types)| read_contacts(root, contacts, types, frame, groups.as_deref(), &skills));
    let agent_groups = read_groups(groups.as_deref().unwrap_or_default(), frame, types.as_ref(), &skills);
    let (mut contact_types, agent_groups) = contact_types.zip(agent_groups)?;
    let tables = contacts.iter().flatten().filter_map(|contact| contact.fields).collect::<Vec<_>>();
    if let (Some(types), Some(horizon)) = (&types, horizon) {
        calendar::lay(root, &tables, types, horizon, &mut contact_types);
    }
    journeys::check(&tables, &contact_types, &agent_groups);
    not_too_many_agents(root, &agent_groups, groups.as_deref().unwrap_or_default());
    Some((contact_types, agent_groups))
}

/// Opens the tables of a part of the file whose keys are names.
fn named<'a>(root: &Fields<'a>, key: &'static str, spec: &'static TableSpec) -> Option<Vec<Named<'a>>> {
    let (node, _) = root.get(key)?;
    let remedy = format!("write a table [{key}.<name>] for each");
    let Value::Table(table) = &node.value else {
        root.reader.wrong(node.at, format!("{} cannot be {}", quoted(key), node.value.kind()), remedy);
        return None;
    };
    if table.entries.is_empty() {
        root.reader.wrong(root.place(key), format!("{} is empty", quoted(key)), remedy);
        return None;
    }
    if table.entries.len() > MOST_NAMES {
        let title =
            format!("{} has {} tables, but at most {MOST_NAMES} can be simulated", quoted(key), table.entries.len());
        root.reader.wrong(root.place(key), title, "put alike ones together");
        return None;
    }
    let open = |(name, entry): (&'a String, &'a Entry)| {
        check_name(root.reader, name, entry.key, spec.noun);
        Named { name, at: entry.key, fields: Fields::of_node(root.reader, &entry.node, spec, spec.noun, entry.key) }
    };
    Some(table.entries.iter().map(open).collect())
}

/// Names become file names, column names and labels.
pub(super) fn check_name(reader: &Reader, name: &str, at: Place, noun: &str) {
    if name.trim().is_empty() || name.len() > 100 || name.chars().any(char::is_control) {
        let title = format!("{} cannot be the name of {noun}", quoted(name));
        reader.wrong(at, title, "a name has 1 to 100 bytes, without line breaks and other control characters");
    }
}

fn names_of<'a>(named: &[Named<'a>]) -> Vec<&'a str> {
    named.iter().map(|one| one.name).collect()
}

fn types_of<'a>(contacts: &[Named<'a>]) -> Types<'a> {
    let channel = |contact: &Named<'_>| contact.fields.as_ref().and_then(types::channel_of);
    let handling = |contact: &Named<'_>| contact.fields.as_ref().map_or(1.0, scale::of_handling);
    Types {
        names: names_of(contacts),
        channels: contacts.iter().map(channel).collect(),
        handling: contacts.iter().map(handling).collect(),
    }
}

/// The skills of each group; none for a group whose skills are wrong.
fn skills_of(groups: &[Named<'_>], types: Option<&Types<'_>>) -> Vec<Option<Vec<Skill>>> {
    groups.iter().map(|group| agents::skills(group.fields.as_ref()?, types)).collect()
}

fn read_contacts(
    root: &Fields<'_>,
    contacts: &[Named<'_>],
    types: &Types<'_>,
    frame: Option<Frame>,
    groups: Option<&[Named<'_>]>,
    skills: &[Option<Vec<Skill>>],
) -> Option<Vec<ContactType>> {
    let names = groups.map(names_of);
    let groups = Groups { names: names.as_deref(), skills };
    let satisfaction = root.has("satisfaction");
    let read = |(index, contact): (usize, &Named<'_>)| {
        contacts::contact(contact.fields.as_ref()?, contact.name, index, frame, types, &groups, satisfaction)
    };
    // All are read before a wrong one counts.
    let read: Vec<Option<ContactType>> = contacts.iter().enumerate().map(read).collect();
    read.into_iter().collect()
}

fn read_groups(
    groups: &[Named<'_>],
    frame: Option<Frame>,
    types: Option<&Types<'_>>,
    skills: &[Option<Vec<Skill>>],
) -> Option<Vec<AgentGroup>> {
    let names = names_of(groups);
    let read = |(group, skills): (&Named<'_>, &Option<Vec<Skill>>)| {
        let whose = Whose { group: group.name, groups: &names };
        agents::group(group.fields.as_ref()?, whose, skills.as_ref(), frame, types)
    };
    let read: Vec<Option<AgentGroup>> = groups.iter().zip(skills).map(read).collect();
    read.into_iter().collect()
}

fn every_contact_has_a_group(
    reader: &Reader,
    contacts: &[Named<'_>],
    types: &Types<'_>,
    skills: &[Option<Vec<Skill>>],
) {
    // A group whose skills are wrong may have been meant to take any type.
    let Some(skills) = skills.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() else { return };
    for (index, contact) in contacts.iter().enumerate() {
        let taken = skills.iter().copied().flatten().any(|skill| skill.contact == index);
        if !taken && !types.serves_itself(index) {
            let name = quoted(contact.name);
            let remedy = format!("add {name} to the `skills` of a group");
            reader.wrong(contact.at, format!("no agent group can take {name}"), remedy);
        }
    }
}

/// The most agents of a group that may be there at once.
fn most(group: &AgentGroup) -> u32 {
    group.people.as_ref().map_or_else(|| group.staff.most(), People::everybody)
}

fn not_too_many_agents(root: &Fields<'_>, groups: &[AgentGroup], named: &[Named<'_>]) {
    let most: u64 = groups.iter().map(|group| u64::from(most(group))).sum();
    if most > MOST_AGENTS {
        let title = format!("the groups have {} agents together", grouped(most));
        let last = named.last().and_then(|group| Some(group.fields.as_ref()?.place("staff")));
        root.reader.wrong(last.unwrap_or(root.at), title, format!("the most is {}", grouped(MOST_AGENTS)));
    }
}
