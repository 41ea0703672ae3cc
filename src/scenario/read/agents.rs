//! `[agents.<name>]`.

use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;
use crate::scenario::tree::{Node, Place, Value};
use crate::scenario::{AgentGroup, Handling, Skill};
use crate::units::Seconds;

use super::fields::Fields;
use super::hired::Whose;
use super::horizon::Frame;
use super::law::{self, Ends};
use super::types::Types;
use super::{conduct, staffing, value, workforce};

/// Reads the skills of a group, as indices into the contact types.
pub(super) fn skills(group: &Fields<'_>, types: Option<&Types<'_>>) -> Option<Vec<Skill>> {
    let (node, kind) = group.get("skills")?;
    let Kind::Any([Kind::List(text), Kind::Map { of, .. }]) = kind else { return None };
    let skills: Vec<Option<Skill>> = match &node.value {
        Value::List(items) => items.iter().map(|item| listed_skill(group, item, text, types)).collect(),
        Value::Table(table) => {
            table.entries.iter().map(|(name, entry)| skill(group, name, entry.key, &entry.node, of, types)).collect()
        }
        other => {
            group.reader.wrong(
                node.at,
                format!("`skills` cannot be {}", other.kind()),
                "write `skills = [\"sales\"]` or `skills = { sales = 1, service = 2 }`",
            );
            return None;
        }
    };
    if skills.is_empty() {
        group.reader.wrong(
            node.at,
            "this group has no skills",
            "name the contact types that it handles, or remove the group",
        );
        return None;
    }
    let skills: Vec<Skill> = skills.into_iter().collect::<Option<_>>()?;
    no_skill_twice(group, node, &skills, types).then_some(skills)
}

fn listed_skill(group: &Fields<'_>, node: &Node, kind: &Kind, types: Option<&Types<'_>>) -> Option<Skill> {
    let name = value::text(group.reader, node, kind, "a skill")?;
    let contact = skill_named(group, name, node.at, types)?;
    Some(Skill { contact, level: 1, after: Seconds(0.0) })
}

fn skill(
    group: &Fields<'_>,
    name: &str,
    key: Place,
    node: &Node,
    kind: &Kind,
    types: Option<&Types<'_>>,
) -> Option<Skill> {
    let contact = skill_named(group, name, key, types);
    let Kind::Any([level, Kind::Table { spec, .. }]) = kind else { return None };
    if !matches!(node.value, Value::Table(_)) {
        let level = value::whole(group.reader, node, level, &format!("the level of {}", quoted(name)))?;
        return Some(Skill { contact: contact?, level: u32::try_from(level).ok()?, after: Seconds(0.0) });
    }
    let fields = Fields::of_node(group.reader, node, spec, &format!("the skill {}", quoted(name)), key)?;
    let level = fields.count("level").unwrap_or(1);
    let after = fields.duration("after").unwrap_or(0.0);
    Some(Skill { contact: contact?, level, after: Seconds(after) })
}

fn no_skill_twice(group: &Fields<'_>, node: &Node, skills: &[Skill], types: Option<&Types<'_>>) -> bool {
    let twice = skills
        .iter()
        .enumerate()
        .find(|(place, skill)| skills.iter().take(*place).any(|before| before.contact == skill.contact));
    let Some((place, skill)) = twice else { return true };
    let at = match &node.value {
        Value::List(items) => items.get(place).map_or(node.at, |item| item.at),
        _ => node.at,
    };
    let name = types.map(|types| types.quoted(skill.contact)).unwrap_or_default();
    group.reader.wrong(at, format!("{name} stands twice among these skills"), "name each contact type once");
    false
}

/// The contact type that a skill names, which agents must be able to handle.
fn skill_named(group: &Fields<'_>, name: &str, at: Place, types: Option<&Types<'_>>) -> Option<usize> {
    let contact = contact_named(group, name, at, types)?;
    if types.is_some_and(|types| types.serves_itself(contact)) {
        let title = format!("{} serves itself, so that no agent can handle it", quoted(name));
        group.reader.wrong(at, title, "take it out of the skills, or give the contact type another channel");
        return None;
    }
    Some(contact)
}

/// The contact type of a name. Without any contact types every name would be reported, which says nothing new.
fn contact_named(group: &Fields<'_>, name: &str, at: Place, types: Option<&Types<'_>>) -> Option<usize> {
    types.and_then(|types| types.named(group.reader, name, at))
}

/// Reads one group, whose skills have been read before.
pub(super) fn group(
    fields: &Fields<'_>,
    whose: Whose<'_>,
    skills: Option<&Vec<Skill>>,
    frame: Option<Frame>,
    types: Option<&Types<'_>>,
) -> Option<AgentGroup> {
    let staff = staffing::read(fields, whose.group, frame);
    let handle = fields.get("handle").map(|(node, kind)| own_handling(fields, node, kind, skills, types));
    let cost_per_hour = fields.number("cost_per_hour");
    let shrinkage = fields.share("shrinkage").unwrap_or(0.0);
    let (chats, chat_to) = (conduct::chats(fields, skills, types), conduct::chat_to(fields));
    let reserve = fields.count("reserve").unwrap_or(0);
    let resolution = conduct::own_resolution(fields, skills, types);
    let (conduct, quality, training) = (conduct::conduct(fields), conduct::quality(fields), conduct::training(fields));
    let people = workforce::read(fields, whose, frame);
    Some(AgentGroup {
        name: whose.group.to_owned(),
        skills: skills?.clone(),
        staff: staff?,
        handle: handle.unwrap_or_default(),
        cost_per_hour,
        shrinkage,
        absence: fields.share("absence").unwrap_or(0.0),
        not_ready: conduct::not_ready(fields),
        max_occupancy: fields.share("max_occupancy"),
        max_agents: fields.count("max_agents"),
        chats,
        chat_to,
        reserve,
        resolution,
        conduct,
        quality,
        training,
        people,
    })
}

/// Handling times of the group's own, which need the skill.
fn own_handling(
    group: &Fields<'_>,
    node: &Node,
    kind: &Kind,
    skills: Option<&Vec<Skill>>,
    types: Option<&Types<'_>>,
) -> Vec<(usize, Handling)> {
    let Value::Table(table) = &node.value else {
        let remedy = "write `handle = { sales = { exponential = { mean = \"4min\" } } }`";
        group.reader.wrong(node.at, format!("`handle` of a group cannot be {}", node.value.kind()), remedy);
        return Vec::new();
    };
    let Kind::Map { of: Kind::Table { spec, .. }, .. } = kind else { return Vec::new() };
    let mut own = Vec::new();
    for (name, entry) in &table.entries {
        let what = format!("the handling time of {}", quoted(name));
        let law = Fields::of_node(group.reader, &entry.node, spec, &what, entry.key)
            .and_then(|fields| law::read(&fields, Ends::Always));
        let contact = contact_named(group, name, entry.key, types);
        let Some((contact, skills)) = contact.zip(skills) else { continue };
        if skills.iter().all(|skill| skill.contact != contact) {
            let title = format!("{} is not among the skills of this group", quoted(name));
            group.reader.wrong(entry.key, title, "add the skill, or remove the handling time");
        }
        let factor = types.map_or(1.0, |types| types.handling(contact));
        own.extend(law.map(|law| (contact, Handling::Whole(law.scaled(factor)))));
    }
    own
}
