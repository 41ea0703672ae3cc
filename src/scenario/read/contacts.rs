//! `[contacts.<name>]`.

use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::tree::Node;
use crate::scenario::{AtClose, Channel, ContactType, Handling, OpeningHours, Skill, Target};
use crate::units::Seconds;

use super::fields::Fields;
use super::horizon::Frame;
use super::law::{self, Ends};
use super::{arrivals, value};

/// The groups and their skills, as far as they could be read, for routes.
pub(super) struct Groups<'a> {
    pub(super) names: &'a [&'a str],
    pub(super) skills: &'a [Option<Vec<Skill>>],
}

/// The threshold of a target that names none.
const USUAL_THRESHOLD: f64 = 20.0;

/// Reads one contact type; its own index tells which groups can take it.
pub(super) fn contact(fields: &Fields<'_>, name: &str, index: usize, frame: Option<Frame>, groups: &Groups<'_>) -> Option<ContactType> {
    // Everything is looked at before the first missing part ends the reading of this contact type.
    let channel = fields.choice("channel").map(channel_named);
    let open = fields.has("open").then(|| opening(fields)).flatten();
    let arrivals = fields.table("arrivals").and_then(|table| arrivals::read(&table, frame, open));
    let busy_factor = fields.table("busy_factor").and_then(|table| table.number("cv"));
    let at_close = fields.choice("at_close").map(at_close_named);
    let handle = handling(fields);
    let patience = law::under(fields, "patience", Ends::Perhaps);
    let balk = fields.share("balk").unwrap_or(0.0);
    let priority = fields.count("priority").unwrap_or(1);
    let queue_limit = fields.count("queue_limit");
    let route = route(fields, index, groups);
    let target = fields.table("target").map(|table| target(&table));
    let channel = channel?;
    let at_close = at_close.unwrap_or(if channel.is_deferred() { AtClose::Keep } else { AtClose::Serve });
    let (name, arrivals, handle) = (name.to_owned(), arrivals?, handle?);
    Some(ContactType { name, channel, arrivals, busy_factor, open, at_close, handle, patience, balk, priority, queue_limit, route, target })
}

fn channel_named(name: &str) -> Channel {
    match name {
        "chat" => Channel::Chat,
        "email" => Channel::Email,
        "social" => Channel::Social,
        _ => Channel::Voice,
    }
}

fn at_close_named(name: &str) -> AtClose {
    match name {
        "dismiss" => AtClose::Dismiss,
        "keep" => AtClose::Keep,
        _ => AtClose::Serve,
    }
}

fn opening(fields: &Fields<'_>) -> Option<OpeningHours> {
    let (from, to) = fields.hours("open")?;
    if from < to {
        return Some(OpeningHours { from, to });
    }
    let remedy = "opening hours lie inside one day and end after they begin; for always open, leave `open` out";
    fields.reader.wrong(fields.place("open"), "`open` ends before it begins", remedy);
    None
}

fn handling(fields: &Fields<'_>) -> Option<Handling> {
    let whole = law::under(fields, "handle", Ends::Always);
    let talk = law::under(fields, "talk", Ends::Always);
    let wrap = law::under(fields, "wrap", Ends::Always);
    whole.map(Handling::Whole).or_else(|| Some(Handling::TalkWrap { talk: talk?, wrap: wrap? }))
}

fn target(fields: &Fields<'_>) -> Target {
    let within = fields.duration("within").unwrap_or(USUAL_THRESHOLD);
    Target { answer: fields.share("answer"), within: Seconds(within), abandon: fields.share("abandon") }
}

/// The groups of `route`, each of which must have the skill.
fn route(fields: &Fields<'_>, contact: usize, groups: &Groups<'_>) -> Option<Vec<usize>> {
    fields.get("route")?;
    let (items, kind, at) = fields.list("route")?;
    let mut route = Vec::new();
    for node in items {
        let Some(name) = value::text(fields.reader, node, kind, "a group of `route`") else { continue };
        if let Some(group) = step(fields, node, name, contact, groups, &route) {
            route.push(group);
        }
    }
    let capable = |group: &usize| has_skill(groups, *group, contact) == Some(true);
    let missing: Vec<&str> = (0..groups.names.len()).filter(capable).filter(|group| !route.contains(group)).map(|group| groups.names[group]).collect();
    if !missing.is_empty() && route.len() == items.len() {
        let sentence = format!("`route` leaves out {}, which can take this contact type too, but will only take those that wait", listed(&missing, "and"));
        fields.reader.warn(at, &sentence);
    }
    Some(route)
}

fn step(fields: &Fields<'_>, node: &Node, name: &str, contact: usize, groups: &Groups<'_>, before: &[usize]) -> Option<usize> {
    let Some(group) = groups.names.iter().position(|known| *known == name) else {
        let help = match nearest(name, groups.names.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("the groups are {}", listed(groups.names, "and")),
        };
        fields.reader.wrong(node.at, format!("there is no agent group {}", quoted(name)), help);
        return None;
    };
    if before.contains(&group) {
        fields.reader.wrong(node.at, format!("{} stands twice in this route", quoted(name)), "name each group once");
        return None;
    }
    if has_skill(groups, group, contact) == Some(false) {
        let title = format!("the group {} does not have this contact type among its skills", quoted(name));
        fields.reader.wrong(node.at, title, "add the skill to the group, or take the group out of the route");
        return None;
    }
    Some(group)
}

/// Whether a group has a skill; none when its skills could not be read.
fn has_skill(groups: &Groups<'_>, group: usize, contact: usize) -> Option<bool> {
    let skills = groups.skills.get(group)?.as_ref()?;
    Some(skills.iter().any(|skill| skill.contact == contact))
}
