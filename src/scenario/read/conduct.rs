//! How the agents of a group work with customers: chats at once, resolution, conduct, quality and training.

use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;
use crate::scenario::tree::Value;
use crate::scenario::{Channel, ChatTo, Conduct, NotReady, QualityProgramme, Skill, Training};
use crate::units::Seconds;

use super::customers::chances;
use super::fields::Fields;
use super::types::Types;

/// Most chats of an agent at once, in a group that takes chats.
pub(super) fn chats(group: &Fields<'_>, skills: Option<&Vec<Skill>>, types: Option<&Types<'_>>) -> u32 {
    let no_chat = |(skills, types): (&Vec<Skill>, &Types<'_>)| {
        skills.iter().all(|skill| types.channel(skill.contact).is_some_and(|channel| channel != Channel::Chat))
    };
    if group.has("concurrency") && skills.zip(types).is_some_and(no_chat) {
        let remedy = "add a contact type of the channel \"chat\" to its skills, or remove `concurrency`";
        group.reader.wrong(group.place("concurrency"), "none of this group's skills is a chat", remedy);
    }
    group.table("concurrency").and_then(|table| table.count("chat")).unwrap_or(1)
}

/// Who gets a new chat.
pub(super) fn chat_to(group: &Fields<'_>) -> ChatTo {
    if group.has("chat_to") && !group.has("concurrency") {
        let remedy = "add `concurrency = { chat = 3 }`; who has one chat at most has room for one only when idle";
        group.reader.wrong(group.place("chat_to"), "`chat_to` needs `concurrency`", remedy);
    }
    match group.choice("chat_to") {
        Some("most-loaded") => ChatTo::MostLoaded,
        _ => ChatTo::LeastLoaded,
    }
}

/// Chances of resolution of the group's own, which need the skill.
pub(super) fn own_resolution(
    group: &Fields<'_>,
    skills: Option<&Vec<Skill>>,
    types: Option<&Types<'_>>,
) -> Vec<(usize, Vec<f64>)> {
    let Some((node, Kind::Map { of, .. })) = group.get("resolution") else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        let title = format!("`resolution` of a group cannot be {}", node.value.kind());
        group.reader.wrong(
            node.at,
            title,
            "write a chance for each contact type, such as `resolution = { sales = 0.9 }`",
        );
        return Vec::new();
    };
    let mut own = Vec::new();
    for (name, entry) in &table.entries {
        let chances = chances(group.reader, &entry.node, of, &format!("the resolution of {}", quoted(name)));
        let contact = types.and_then(|types| types.named(group.reader, name, entry.key));
        let Some((contact, skills)) = contact.zip(skills) else { continue };
        if skills.iter().all(|skill| skill.contact != contact) {
            let title = format!("{} is not among the skills of this group", quoted(name));
            group.reader.wrong(entry.key, title, "add the skill, or remove the chance of resolution");
        }
        own.extend(chances.map(|chances| (contact, chances)));
    }
    own
}

/// Reads `not_ready`.
pub(super) fn not_ready(group: &Fields<'_>) -> Option<NotReady> {
    let fields = group.table("not_ready")?;
    let (share, mean) = (fields.share("share"), fields.duration("mean"));
    Some(NotReady { share: share?, mean: Seconds(mean?) })
}

/// Reads `conduct`.
pub(super) fn conduct(group: &Fields<'_>) -> Option<Conduct> {
    let fields = group.table("conduct")?;
    let poor = fields.share("poor");
    let cv = fields.number("cv").unwrap_or(0.0);
    let public = fields.share("public").unwrap_or(0.0);
    Some(Conduct { poor: poor?, cv, public })
}

/// Reads `quality`.
pub(super) fn quality(group: &Fields<'_>) -> Option<QualityProgramme> {
    let fields = group.table("quality")?;
    if !group.has("conduct") {
        let remedy = "add `conduct = { poor = 0.05 }`: the share of contacts handled badly, which coaching lowers";
        group.reader.wrong(group.place("quality"), "`quality` needs `conduct`", remedy);
    }
    let (evaluated, effect) = (fields.share("evaluated"), fields.share("effect"));
    let cost = fields.number("cost").unwrap_or(0.0);
    Some(QualityProgramme { evaluated: evaluated?, effect: effect?, cost })
}

/// Reads `training`.
pub(super) fn training(group: &Fields<'_>) -> Option<Training> {
    let fields = group.table("training")?;
    let factor = |name| fields.number(name).unwrap_or(1.0);
    let (resolution, handle, poor) = (factor("resolution"), factor("handle"), factor("poor"));
    let cost = fields.number("cost").unwrap_or(0.0);
    let over = Seconds(fields.duration("over")?);
    Some(Training { over, resolution, handle, poor, cost })
}
