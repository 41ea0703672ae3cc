//! From a TOML file to factors, with all problems at once.

use jiff::civil::Date;

use super::spec::{CAMPAIGN, FACTORS, HOLIDAY};
use super::{Campaign, Effect, Factors, Holiday};
use crate::scenario::{Fields, Node, Place, Reader, Value, listed, nearest, parse_toml, quoted};

pub(super) fn read(reader: &Reader, id: usize, kinds: &[String], covered: &[Date]) -> Option<Factors> {
    let source = reader.source(id)?;
    let table = match parse_toml(id, &source.text) {
        Ok(table) => table,
        Err(problems) => {
            problems.into_iter().for_each(|problem| reader.report(problem));
            return None;
        }
    };
    let fields = Fields::open(reader, &table, &FACTORS, Place { source: id, start: 0, end: 0 });
    let growth = fields.has("growth").then(|| fields.change("growth")).flatten();
    let holidays: Vec<(Holiday, Place)> =
        entries(&fields, "holidays").filter_map(|node| holiday(reader, node)).collect();
    check_holidays(reader, &holidays, covered);
    let campaigns = entries(&fields, "campaigns").filter_map(|node| campaign(reader, node, kinds)).collect();
    let holidays = holidays.into_iter().map(|(holiday, _)| holiday).collect();
    Some(Factors { growth: growth.map(|factor| factor - 1.0), holidays, campaigns })
}

fn entries<'a>(fields: &Fields<'a>, key: &'static str) -> impl Iterator<Item = &'a Node> + use<'a> {
    let list = fields.has_entries(key).then(|| fields.list(key)).flatten();
    list.map(|(items, _, _)| items).unwrap_or_default().iter()
}

fn holiday(reader: &Reader, node: &Node) -> Option<(Holiday, Place)> {
    let fields = Fields::of_node(reader, node, &HOLIDAY, "an entry of `holidays`", node.at)?;
    let closed = fields.flag("closed").unwrap_or(false);
    let factor = fields.number("factor");
    if closed && factor.is_some() {
        let title = "a holiday cannot be closed and have a factor";
        reader.wrong(fields.place("factor"), title, "keep the one that is meant");
    }
    let effect = match factor {
        _ if closed => Effect::Closed,
        Some(factor) => Effect::Known(factor),
        None => Effect::Estimated,
    };
    let (date, name) = (fields.date("date"), fields.text("name"));
    Some((Holiday { date: date?, name: name?, effect }, node.at))
}

/// A date has one holiday; one that is to be estimated needs a day of its name in the log.
fn check_holidays(reader: &Reader, holidays: &[(Holiday, Place)], covered: &[Date]) {
    let last = covered.iter().max();
    for (number, (holiday, at)) in holidays.iter().enumerate() {
        if let Some((other, _)) = holidays[..number].iter().find(|(other, _)| other.date == holiday.date) {
            let title = format!("{} is both {} and {}", holiday.date, quoted(&other.name), quoted(&holiday.name));
            reader.wrong(*at, title, "keep one of them");
        }
        let seen = |(other, _): &&(Holiday, Place)| {
            other.name == holiday.name && other.effect == Effect::Estimated && covered.contains(&other.date)
        };
        let to_come = last.is_none_or(|last| holiday.date > *last);
        if holiday.effect == Effect::Estimated && to_come && !holidays.iter().any(|entry| seen(&entry)) {
            let title = format!("nothing says what {} does to the volume", quoted(&holiday.name));
            let remedy = "add `factor = 0.4` or `closed = true`, or an entry of the same name with its date in the log";
            reader.wrong(*at, title, remedy);
        }
    }
}

fn campaign(reader: &Reader, node: &Node, kinds: &[String]) -> Option<Campaign> {
    let fields = Fields::of_node(reader, node, &CAMPAIGN, "an entry of `campaigns`", node.at)?;
    let (from, to, factor) = (fields.date("from"), fields.date("to"), fields.change("change"));
    let types = types(&fields, kinds);
    let (from, to) = (from?, to?);
    if to < from {
        let title = format!("a campaign cannot end on {to} when it begins on {from}");
        reader.wrong(fields.place("to"), title, "write the first day as `from` and the last one as `to`");
    }
    Some(Campaign { from, to, types, factor: factor? })
}

fn types(fields: &Fields<'_>, kinds: &[String]) -> Vec<String> {
    let Some((node, kind)) = fields.get("types") else { return Vec::new() };
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let named = |node: &Node| match &node.value {
        Value::Text(name) if kinds.contains(name) => Some(name.clone()),
        Value::Text(name) => {
            let known: Vec<&str> = kinds.iter().map(String::as_str).collect();
            let meant = nearest(name, known.iter().copied());
            let meant = meant.map(|meant| format!("did you mean {}? ", quoted(meant))).unwrap_or_default();
            let title = format!("the log has no contact type {}", quoted(name));
            fields.reader.wrong(node.at, title, format!("{meant}its types are {}", listed(&known, "and")));
            None
        }
        _ => {
            fields.reader.wrong_type(node, kind, "`types`");
            None
        }
    };
    nodes.iter().filter_map(named).collect()
}
