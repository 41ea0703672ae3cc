//! `[contacts.<name>]`.

use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::tree::{Node, Place};
use crate::scenario::{AtClose, ContactType, Handling, Opening, Scale, Skill};
use crate::units::Seconds;

use super::fields::Fields;
use super::horizon::Frame;
use super::law::{self, Ends};
use super::series::Series;
use super::types::{Types, channel_named};
use super::{arrivals, combinations, customers, horizon, opening, scale, target, value};

/// The groups and their skills, as far as they could be read, for routes.
pub(super) struct Groups<'a> {
    /// None when the file has no groups.
    pub(super) names: Option<&'a [&'a str]>,
    pub(super) skills: &'a [Option<Vec<Skill>>],
}

/// Reads one contact type; its own index tells which groups can take it, and `satisfaction` whether there is a model of
/// it.
pub(super) fn contact(
    fields: &Fields<'_>,
    name: &str,
    index: usize,
    frame: Option<Frame>,
    types: &Types<'_>,
    groups: &Groups<'_>,
    satisfaction: bool,
) -> Option<ContactType> {
    // Everything is looked at before the first missing part ends the reading of this contact type.
    let channel = fields.choice("channel").and_then(channel_named);
    let open = opening::read(fields, frame);
    let promise =
        fields.table("target").and_then(|table| target::read(&table, fields.has("open"), frame, satisfaction));
    // Against wrong hours no count of intervals can be held.
    let frame = frame.filter(|_| open.is_some() || !fields.has("open"));
    let arrivals =
        fields.table("arrivals").and_then(|table| arrivals::read(&table, frame, open).map(|read| (table, read)));
    let busy_factor = horizon::busy_factor(fields);
    let at_close = fields.choice("at_close").map(at_close_named);
    let handle = handling(fields);
    let handle_profile = handle_profile(fields, frame, open);
    let patience = law::under(fields, "patience", Ends::Perhaps);
    let balk = fields.share("balk").unwrap_or(0.0);
    let priority = fields.count("priority").unwrap_or(1);
    let head_start = Seconds(fields.duration("head_start").unwrap_or(0.0));
    let queue_limit = fields.count("queue_limit");
    let route = route(fields, index, groups);
    let slowdown = slowdown(fields);
    let customers = customers::read(fields, index, types);
    combinations::check(fields, channel, &slowdown, &customers);
    let channel = channel?;
    let at_close = at_close.unwrap_or(if channel.is_deferred() { AtClose::Keep } else { AtClose::Serve });
    let (demand, arrivals) = arrivals?;
    let mut contact = ContactType {
        name: name.to_owned(),
        channel,
        arrivals,
        busy_factor,
        open,
        exceptions: Vec::new(),
        at_close,
        handle: handle?,
        handle_profile,
        patience,
        balk,
        priority,
        head_start,
        queue_limit,
        route,
        target: promise,
        slowdown,
        customers,
        scale: Scale::default(),
    };
    scale::apply(fields, &mut contact);
    warn_of_closed_doors(fields, &contact, &demand, frame);
    Some(contact)
}

/// Warns of contacts that are expected while the doors are closed and nobody takes them.
fn warn_of_closed_doors(fields: &Fields<'_>, contact: &ContactType, demand: &Fields<'_>, frame: Option<Frame>) {
    let turned_away = !(contact.at_close == AtClose::Keep && contact.channel.is_deferred());
    if contact.customers.out_of_hours.is_some() {
        combinations::warn_without_closed_doors(fields, turned_away);
    } else if let Some(frame) = frame.filter(|_| turned_away) {
        arrivals::warn_of_closed_demand(demand, &contact.arrivals, frame, contact.open);
    }
}

fn at_close_named(name: &str) -> AtClose {
    match name {
        "dismiss" => AtClose::Dismiss,
        "keep" => AtClose::Keep,
        _ => AtClose::Serve,
    }
}

fn handling(fields: &Fields<'_>) -> Option<Handling> {
    let whole = law::under(fields, "handle", Ends::Always);
    let talk = law::under(fields, "talk", Ends::Always);
    let wrap = law::under(fields, "wrap", Ends::Always);
    whole.map(Handling::Whole).or_else(|| Some(Handling::TalkWrap { talk: talk?, wrap: wrap? }))
}

/// Factors on handling by the interval of the day; empty where there are none.
fn handle_profile(fields: &Fields<'_>, frame: Option<Frame>, open: Option<Opening>) -> Vec<f64> {
    let read = |table: &Fields<'_>| {
        let series = if table.has("per_interval") {
            Series::listed(table, "per_interval")
        } else {
            Series::column(table, arrivals::column_kind(table)?)
        };
        series?.of_a_day(table, frame?, open.and_then(|open| open.daily()))
    };
    fields.table("handle_profile").and_then(|table| read(&table)).unwrap_or_default()
}

/// Factors on the time of chats that are held at once.
fn slowdown(fields: &Fields<'_>) -> Vec<f64> {
    let Some((items, kind, _)) = fields.has("slowdown").then(|| fields.list("slowdown")).flatten() else {
        return Vec::new();
    };
    let read = |node| value::number(fields.reader, node, kind, "a factor of `slowdown`");
    items.iter().filter_map(read).collect()
}

/// The groups of `route`, each of which must have the skill.
fn route(fields: &Fields<'_>, contact: usize, groups: &Groups<'_>) -> Option<Vec<usize>> {
    if !fields.has("route") {
        return None;
    }
    let (items, kind, at) = fields.list("route")?;
    let names = groups.names?;
    let mut route = Vec::new();
    for node in items {
        let name = value::text(fields.reader, node, kind, "a group of `route`");
        let group = name.and_then(|name| group_named(fields, node, name, names));
        if let Some(group) = group.filter(|group| fits(fields, node, *group, contact, groups, &route)) {
            route.push(group);
        }
    }
    if route.len() == items.len() {
        warn_of_shortcut(fields, at, &route, contact, groups);
    }
    Some(route)
}

fn group_named(fields: &Fields<'_>, node: &Node, name: &str, names: &[&str]) -> Option<usize> {
    let found = names.iter().position(|known| *known == name);
    if found.is_none() {
        let help = match nearest(name, names.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("the groups are {}", listed(names, "and")),
        };
        fields.reader.wrong(node.at, format!("there is no agent group {}", quoted(name)), help);
    }
    found
}

/// Whether a group has the skill and does not stand in the route already.
fn fits(fields: &Fields<'_>, node: &Node, group: usize, contact: usize, groups: &Groups<'_>, route: &[usize]) -> bool {
    let name = quoted(groups.name(group));
    if route.contains(&group) {
        fields.reader.wrong(node.at, format!("{name} stands twice in this route"), "name each group once");
        return false;
    }
    let able = groups.can_take(group, contact) != Some(false);
    if !able {
        let title = format!("the group {name} does not have this contact type among its skills");
        fields.reader.wrong(node.at, title, "add the skill to the group, or take the group out of the route");
    }
    able
}

/// A group with the skill that is not in the route is seldom left out on purpose.
fn warn_of_shortcut(fields: &Fields<'_>, at: Place, route: &[usize], contact: usize, groups: &Groups<'_>) {
    let left_out = |group: &usize| groups.can_take(*group, contact) == Some(true) && !route.contains(group);
    let left_out: Vec<&str> = (0..groups.skills.len()).filter(left_out).map(|group| groups.name(group)).collect();
    if !left_out.is_empty() {
        let names = listed(&left_out, "and");
        let sentence = format!(
            "`route` leaves out {names}, with the same skill: not tried on arrival, only taken from the queue when somebody there finishes: they may idle beside waiting contacts"
        );
        fields.reader.warn(at, &sentence);
    }
}

impl<'a> Groups<'a> {
    fn name(&self, group: usize) -> &'a str {
        self.names.and_then(|names| names.get(group)).copied().unwrap_or_default()
    }

    /// Whether a group has the skill for a contact type; none when its skills could not be read.
    fn can_take(&self, group: usize, contact: usize) -> Option<bool> {
        let skills = self.skills.get(group)?.as_ref()?;
        Some(skills.iter().any(|skill| skill.contact == contact))
    }
}
