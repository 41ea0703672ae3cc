//! From a TOML file to a mapping, with all problems at once.

use super::super::contact::Outcome;
use super::super::durations::seconds_in;
use super::super::moments::Order;
use super::super::numbers::Decimal;
use super::spec::{DURATION, MAPPING, MOMENT, ORDERS, OUTCOME};
use super::{Ending, Mapping, Named, RowsThat, Span, When};
use crate::scenario::spec::Kind;
use crate::scenario::{Channel, Fields, Node, Place, Reader, Table, Value, parse_toml, quoted};
use crate::units::Seconds;

/// Reads the mapping out of a file that was opened.
pub(super) fn read(reader: &Reader, id: usize) -> Option<Mapping> {
    let source = reader.source(id)?;
    let table = match parse_toml(id, &source.text) {
        Ok(table) => table,
        Err(problems) => {
            problems.into_iter().for_each(|problem| reader.report(problem));
            return None;
        }
    };
    let fields = Fields::open(reader, &table, &MAPPING, Place { source: id, start: 0, end: 0 });
    let mapping = Mapping {
        source,
        arrived: when(&fields, "arrived").unwrap_or_default(),
        after: column(&fields, "after"),
        elapsed: column(&fields, "elapsed"),
        start: fields.date("start"),
        replication: column(&fields, "replication"),
        answered: when(&fields, "answered"),
        left: when(&fields, "left"),
        ended: when(&fields, "ended"),
        wait: span(&fields, "wait"),
        handle: span(&fields, "handle"),
        talk: span(&fields, "talk"),
        hold: span(&fields, "hold"),
        wrap: span(&fields, "wrap"),
        kind: column(&fields, "type"),
        kinds: texts_of(&fields, "types"),
        channel: column(&fields, "channel"),
        channels: channels(&fields),
        outcome: outcome(&fields),
        agent: columns(&fields, "agent"),
        customer: columns(&fields, "customer"),
        id: columns(&fields, "id"),
        priority: column(&fields, "priority"),
        none: columns(&fields, "none").into_iter().map(|named| named.name.to_lowercase()).collect(),
        drop: rows(&fields, "drop"),
        only: rows(&fields, "only"),
        longest: fields.duration("longest"),
        shift: shift(&fields).unwrap_or(0.0),
        decimal: if fields.choice("decimal") == Some(",") { Decimal::Comma } else { Decimal::Point },
        order: fields.choice("date_format").and_then(order),
        header: fields.has("header").then(|| columns(&fields, "header").into_iter().map(|named| named.name).collect()),
    };
    Some(mapping)
}

fn order(name: &str) -> Option<Order> {
    let place = ORDERS.iter().position(|order| *order == name)?;
    [Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay].get(place).copied()
}

/// A column by its name.
fn column(fields: &Fields<'_>, key: &'static str) -> Option<Named> {
    let at = fields.get(key)?.0.at;
    Some(Named { name: fields.text(key)?, at })
}

/// One text or several.
fn columns(fields: &Fields<'_>, key: &'static str) -> Vec<Named> {
    fields.get(key).map(|(node, kind)| texts(fields.reader, node, kind, &quoted(key))).unwrap_or_default()
}

fn texts(reader: &Reader, node: &Node, kind: &Kind, what: &str) -> Vec<Named> {
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let named = |node: &Node| match &node.value {
        Value::Text(text) => Some(Named { name: text.clone(), at: node.at }),
        // Values of a log are often numbers, which say the same without quotes.
        Value::Whole(number) => Some(Named { name: number.to_string(), at: node.at }),
        _ => {
            reader.wrong_type(node, kind, what);
            None
        }
    };
    nodes.iter().filter_map(named).collect()
}

/// A moment: one column, the first of several, or a date beside a time.
fn when(fields: &Fields<'_>, key: &'static str) -> Option<When> {
    let (node, kind) = fields.get(key)?;
    if let Value::Table(_) = &node.value {
        let fields = Fields::of_node(fields.reader, node, &MOMENT, &quoted(key), fields.place(key))?;
        return Some(When { date: column(&fields, "date"), times: columns(&fields, "time") });
    }
    let times = texts(fields.reader, node, kind, &quoted(key));
    (!times.is_empty()).then_some(When { date: None, times })
}

fn span(fields: &Fields<'_>, key: &'static str) -> Option<Span> {
    let (node, kind) = fields.get(key)?;
    if let Value::Table(_) = &node.value {
        let fields = Fields::of_node(fields.reader, node, &DURATION, &quoted(key), fields.place(key))?;
        let scale = fields.choice("unit").and_then(seconds_in);
        return Some(Span { column: column(&fields, "column")?, scale });
    }
    let column = texts(fields.reader, node, kind, &quoted(key)).into_iter().next()?;
    Some(Span { column, scale: None })
}

fn outcome(fields: &Fields<'_>) -> Option<Ending> {
    let (node, kind) = fields.get("outcome")?;
    let Value::Table(_) = &node.value else {
        let column = texts(fields.reader, node, kind, "`outcome`").into_iter().next()?;
        return Some(Ending { column, words: Vec::new() });
    };
    let fields = Fields::of_node(fields.reader, node, &OUTCOME, "`outcome`", fields.place("outcome"))?;
    let mut words: Vec<(String, Outcome)> = Vec::new();
    for outcome in Outcome::ALL {
        for named in columns(&fields, outcome.name()) {
            let word = named.name.to_lowercase();
            if words.iter().any(|(known, _)| *known == word) {
                let title = format!("{} stands for two outcomes", quoted(&named.name));
                fields.reader.wrong(named.at, title, "keep the one that is meant");
            }
            words.push((word, outcome));
        }
    }
    Some(Ending { column: column(&fields, "column")?, words })
}

/// The channels of types; a word that is none has been reported.
fn channels(fields: &Fields<'_>) -> Vec<(String, Channel)> {
    let known = |(name, word): (String, String)| match (super::super::words::channel(&word), fields.get("channels")) {
        (Some(channel), _) => Some((name, channel)),
        (None, at) => {
            let title = format!("`channels`: {} is no channel", quoted(&word));
            fields.reader.wrong(at?.0.at, title, "write \"voice\", \"chat\", \"email\" or \"social\"");
            None
        }
    };
    texts_of(fields, "channels").into_iter().filter_map(known).collect()
}

/// A table of names and texts.
fn texts_of(fields: &Fields<'_>, key: &'static str) -> Vec<(String, String)> {
    let Some((node, kind)) = fields.get(key) else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        fields.reader.wrong_type(node, kind, &quoted(key));
        return Vec::new();
    };
    let named = |(value, entry): (&String, &crate::scenario::Entry)| {
        let name = texts(fields.reader, &entry.node, &Kind::Text, &quoted(value)).into_iter().next()?;
        Some((value.clone(), name.name))
    };
    table.entries.iter().filter_map(named).collect()
}

/// Rows that a table of columns and values describes, or several such tables.
fn rows(fields: &Fields<'_>, key: &'static str) -> Vec<RowsThat> {
    let Some((node, kind)) = fields.get(key) else { return Vec::new() };
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let read = |node: &Node| match &node.value {
        Value::Table(table) => Some(rows_that(fields.reader, table, kind)),
        _ => {
            fields.reader.wrong_type(node, kind, &quoted(key));
            None
        }
    };
    nodes.iter().filter_map(read).collect()
}

fn rows_that(reader: &Reader, table: &Table, kind: &Kind) -> RowsThat {
    let mut conditions = Vec::new();
    let mut because = None;
    for (name, entry) in &table.entries {
        let values: Vec<String> = texts(reader, &entry.node, kind, &quoted(name)).into_iter().map(|v| v.name).collect();
        if name == "because" {
            because = values.into_iter().next();
        } else {
            conditions.push((Named { name: name.clone(), at: entry.key }, values));
        }
    }
    let said = || {
        let parts: Vec<String> =
            conditions.iter().map(|(column, values)| format!("{} is {}", column.name, values.join(" or "))).collect();
        parts.join(" and ")
    };
    let because = because.unwrap_or_else(said);
    for (_, values) in &mut conditions {
        values.iter_mut().for_each(|value| *value = value.to_lowercase());
    }
    RowsThat { because, conditions }
}

/// A duration that may be negative.
fn shift(fields: &Fields<'_>) -> Option<f64> {
    let text = fields.text("shift")?;
    let (sign, bare) = match text.trim().strip_prefix('-') {
        Some(bare) => (-1.0, bare),
        None => (1.0, text.trim().trim_start_matches('+')),
    };
    match Seconds::parse(bare) {
        Ok(seconds) if seconds.get().abs() <= 26.0 * 3600.0 => Some(sign * seconds.get()),
        _ => {
            let title = format!("`shift`: {} is not a shift between time zones", quoted(&text));
            fields.reader.wrong(fields.get("shift")?.0.at, title, "write hours such as \"-5h\" or \"9h\", at most 26h");
            None
        }
    }
}
