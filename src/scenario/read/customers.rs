//! What customers do beyond one contact: the mechanisms of `[contacts.<name>]`.

use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;
use crate::scenario::tree::{Node, Place, Value};
use crate::scenario::{
    Callback, Customers, Escalation, History, Law, OutOfHours, Promise, Recovery, Redial, Repeat, Transfer,
};
use crate::units::Seconds;

use super::fields::Fields;
use super::law::{self, Ends, normalised};
use super::reader::Reader;
use super::types::Types;
use super::value;

/// No time at all: what a law is where `after` may be left out.
const AT_ONCE: Law = Law::Constant { value: 0.0 };

/// Reads what the customers of a type do, the other types known by name. What is wrong is missing from it.
pub(super) fn read(contact: &Fields<'_>, own: usize, types: &Types<'_>) -> Customers {
    let resolution = contact.get("resolution");
    Customers {
        redial: contact.table("redial").and_then(|table| redial(&table)),
        resolution: resolution
            .and_then(|(node, kind)| chances(contact.reader, node, kind, &quoted("resolution")))
            .unwrap_or_default(),
        repeat: contact.table("repeat").and_then(|table| repeat(&table, types)),
        transfer: contact.table("transfer").and_then(|table| transfer(&table, own, types)),
        history: contact.table("history").map(|table| history(&table)),
        owner: contact.flag("owner").unwrap_or(false),
        escalate: contact.table("escalate").and_then(|table| escalation(&table, types)),
        promise: contact.table("promise").and_then(|table| promise(&table)),
        out_of_hours: contact.table("out_of_hours").and_then(|table| out_of_hours(&table, own, types)),
        recovery: contact.table("recovery").and_then(|table| recovery(&table)),
        callback: contact.table("callback").and_then(|table| callback(&table)),
    }
}

/// Chances of resolution: one, or one for each attempt.
pub(super) fn chances(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Option<Vec<f64>> {
    let Kind::Any([one, Kind::List(of)]) = kind else { return None };
    let items = match &node.value {
        Value::List(items) => items,
        Value::Text(_) | Value::Whole(_) | Value::Number(_) => {
            return value::share(reader, node, one, what).map(|chance| vec![chance]);
        }
        _ => {
            reader.wrong_type(node, kind, what);
            return None;
        }
    };
    if items.is_empty() {
        reader.wrong(node.at, format!("{what} is empty"), "write one chance such as 0.85, or one for each attempt");
    }
    let what = format!("an entry of {what}");
    let chances: Vec<Option<f64>> = items.iter().map(|item| value::share(reader, item, of, &what)).collect();
    chances.into_iter().collect()
}

fn redial(fields: &Fields<'_>) -> Option<Redial> {
    let abandoned = fields.share("abandoned").unwrap_or(0.0);
    let blocked = fields.share("blocked").unwrap_or(0.0);
    let attempts = fields.count("attempts");
    let after = law::under(fields, "after", Ends::Always)?;
    if after.is_nothing() {
        let remedy = "write how long the customer pauses, such as { exponential = { mean = \"10min\" } }";
        fields.reader.wrong(
            fields.place("after"),
            "a redial at the same moment finds what the call before it found",
            remedy,
        );
    }
    Some(Redial { abandoned, blocked, after, attempts })
}

fn repeat(fields: &Fields<'_>, types: &Types<'_>) -> Option<Repeat> {
    let probability = fields.share("probability");
    let after = law::under(fields, "after", Ends::Always);
    let attempts = fields.count("attempts");
    let to = match fields.get("to") {
        Some((node, Kind::Map { of, .. })) => shares(fields, node, of, types),
        _ => Some(Vec::new()),
    };
    Some(Repeat { probability: probability?, after: after?, to: to?, attempts })
}

/// Shares by contact type, which add to 1 at most.
fn shares(fields: &Fields<'_>, node: &Node, kind: &Kind, types: &Types<'_>) -> Option<Vec<(usize, f64)>> {
    let shares = by_type(fields, node, types, |reader, node, what| value::share(reader, node, kind, what))?;
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    if sum > 1.0 + 1e-9 {
        let title = format!("the shares of `to` add to {}, but they are parts of one whole", shown(sum));
        fields.reader.wrong(fields.place("to"), title, "let them add to at most 1; the rest use this type again");
    }
    Some(shares)
}

/// A sum of shares without the noise of its last digits.
fn shown(sum: f64) -> f64 {
    (sum * 1e6).round() / 1e6
}

/// Numbers by contact type.
fn by_type(
    fields: &Fields<'_>,
    node: &Node,
    types: &Types<'_>,
    read: impl Fn(&Reader, &Node, &str) -> Option<f64>,
) -> Option<Vec<(usize, f64)>> {
    let Value::Table(table) = &node.value else {
        let title = format!("`to` cannot be {}", node.value.kind());
        fields.reader.wrong(node.at, title, "name contact types, each with a number, such as { billing = 0.3 }");
        return None;
    };
    let entry = |(name, entry): (&String, &crate::scenario::tree::Entry)| {
        let index = types.named(fields.reader, name, entry.key);
        let number = read(fields.reader, &entry.node, &quoted(name));
        Some((index?, number?))
    };
    let entries: Vec<Option<(usize, f64)>> = table.entries.iter().map(entry).collect();
    entries.into_iter().collect()
}

fn transfer(fields: &Fields<'_>, own: usize, types: &Types<'_>) -> Option<Transfer> {
    let probability = fields.share("probability");
    let to = fields.get("to").and_then(|(node, kind)| targets(fields, node, kind, own, types));
    let briefing = fields.duration("briefing").map(Seconds);
    let only_open = fields.flag("only_open").unwrap_or(false);
    Some(Transfer { probability: probability?, to: to?, briefing, only_open })
}

/// Where a transfer leads: one type, or several with weights that are made to add to 1.
fn targets(fields: &Fields<'_>, node: &Node, kind: &Kind, own: usize, types: &Types<'_>) -> Option<Vec<(usize, f64)>> {
    let Kind::Any([_, Kind::Map { of, .. }]) = kind else { return None };
    let Value::Table(table) = &node.value else {
        return other_type(fields, own, types).map(|index| vec![(index, 1.0)]);
    };
    let weights = by_type(fields, node, types, |reader, node, what| value::number(reader, node, of, what))?;
    let own_entry = table.entries.iter().zip(&weights).find(|(_, (index, _))| *index == own);
    if let Some(((_, entry), _)) = own_entry {
        not_to_itself(fields, own, types, entry.key);
        return None;
    }
    let (indices, weights): (Vec<usize>, Vec<f64>) = weights.into_iter().unzip();
    let Some(weights) = normalised(weights) else {
        fields.reader.wrong(fields.place("to"), "the weights of `to` add to 0", "at least one weight must be above 0");
        return None;
    };
    Some(indices.into_iter().zip(weights).collect())
}

/// The type that the text `to` names, where it names one and another than that of the file's table.
fn other_type(fields: &Fields<'_>, own: usize, types: &Types<'_>) -> Option<usize> {
    let (index, at) = type_named(fields, types)?;
    if index == own {
        not_to_itself(fields, own, types, at);
        return None;
    }
    Some(index)
}

/// The type that the text `to` names, and where.
fn type_named(fields: &Fields<'_>, types: &Types<'_>) -> Option<(usize, Place)> {
    let (node, kind) = fields.get("to")?;
    let name = value::text(fields.reader, node, kind, &quoted("to"))?;
    Some((types.named(fields.reader, name, node.at)?, node.at))
}

fn not_to_itself(fields: &Fields<'_>, own: usize, types: &Types<'_>, at: Place) {
    let title = format!("{} cannot pass its contacts on to itself", types.quoted(own));
    fields.reader.wrong(at, title, "name another contact type");
}

fn history(fields: &Fields<'_>) -> History {
    History {
        shared: fields.flag("shared").unwrap_or(false),
        handle: fields.number("handle").unwrap_or(1.0),
        resolution: fields.share("resolution").unwrap_or(1.0),
    }
}

fn escalation(fields: &Fields<'_>, types: &Types<'_>) -> Option<Escalation> {
    let contacts = fields.count("contacts");
    let probability = fields.share("probability");
    let to = type_named(fields, types).map(|(index, _)| index);
    let after = law::under(fields, "after", Ends::Always).unwrap_or(AT_ONCE);
    let cost = fields.number("cost").unwrap_or(0.0);
    Some(Escalation { contacts: contacts?, probability: probability?, to, after, cost })
}

fn promise(fields: &Fields<'_>) -> Option<Promise> {
    let (probability, kept) = (fields.share("probability"), fields.share("kept"));
    let after = law::under(fields, "after", Ends::Always);
    Some(Promise { probability: probability?, kept: kept?, after: after? })
}

fn out_of_hours(fields: &Fields<'_>, own: usize, types: &Types<'_>) -> Option<OutOfHours> {
    let try_again = fields.share("try_again").unwrap_or(0.0);
    let after = law::under(fields, "after", Ends::Always).unwrap_or(AT_ONCE);
    let voice_mail = fields.share("voice_mail").unwrap_or(0.0);
    let to = other_type(fields, own, types);
    if try_again + voice_mail > 1.0 + 1e-9 {
        let title = format!("`try_again` and `voice_mail` add to {}", shown(try_again + voice_mail));
        fields.reader.wrong(fields.at, title, "one customer does one or the other; let them add to at most 1");
    }
    if voice_mail > 0.0 && !fields.has("to") {
        let remedy = "add `to = \"messages\"`: the contact type that the message becomes";
        fields.reader.wrong(fields.place("voice_mail"), "`voice_mail` needs `to`", remedy);
    }
    Some(OutOfHours { try_again, after, voice_mail, to })
}

fn recovery(fields: &Fields<'_>) -> Option<Recovery> {
    let cost = fields.number("cost").unwrap_or(0.0);
    Some(Recovery { share: fields.share("share")?, cost })
}

fn callback(fields: &Fields<'_>) -> Option<Callback> {
    let (when_waiting, accept) = (fields.count("when_waiting"), fields.share("accept"));
    let handle = law::under(fields, "handle", Ends::Always);
    let keep_place = fields.flag("keep_place").unwrap_or(false);
    Some(Callback { when_waiting: when_waiting?, accept: accept?, handle, keep_place })
}
