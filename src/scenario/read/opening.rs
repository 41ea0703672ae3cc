//! Opening hours: the same every day, or by weekday.

use crate::scenario::problem::quoted;
use crate::scenario::spec::{Kind, WEEKDAYS};
use crate::scenario::tree::{Node, Value};
use crate::scenario::{Opening, OpeningHours};

use super::fields::Fields;
use super::horizon::Frame;
use super::value;

/// Reads `open`, whose hours by weekday need a calendar.
pub(super) fn read(contact: &Fields<'_>, frame: Option<Frame>) -> Option<Opening> {
    let (node, kind) = contact.get("open")?;
    let Kind::Any([daily, Kind::Table { spec, .. }]) = kind else { return None };
    if !matches!(node.value, Value::Table(_)) {
        return hours(contact, "open", node, daily).map(Opening::Daily);
    }
    let fields = Fields::of_node(contact.reader, node, spec, &quoted("open"), contact.place("open"))?;
    let week = week(&fields)?;
    if let [Some(hours), ..] = week
        && week.iter().all(|day| *day == Some(hours))
    {
        return Some(Opening::Daily(hours));
    }
    if week.iter().all(Option::is_none) {
        let remedy = "name the days that are open, such as `monday = \"08:00-20:00\"`";
        contact.reader.wrong(contact.place("open"), "`open` is closed on every day of the week", remedy);
        return None;
    }
    if frame.is_some_and(|frame| frame.first_weekday.is_none() || frame.days.is_none()) {
        let remedy = "give [horizon] both `start = 2026-11-30` and `days`, or write the same hours for every day";
        contact.reader.wrong(contact.place("open"), "opening hours by weekday need a calendar", remedy);
        return None;
    }
    Some(Opening::Weekly(week))
}

/// What a key says of a day.
#[derive(Clone, Copy)]
enum Day {
    NotSaid,
    Wrong,
    Closed,
    Open(OpeningHours),
}

/// The hours of each day; a day has its own, or else those of its part of the week, or else none.
fn week(fields: &Fields<'_>) -> Option<[Option<OpeningHours>; 7]> {
    let [working_days, weekend] = ["weekdays", "weekend"].map(|part| day(fields, part));
    let own = WEEKDAYS.map(|name| day(fields, name));
    let mut week = [None; 7];
    for (index, (own, hours)) in own.into_iter().zip(&mut week).enumerate() {
        let part = if index < 5 { working_days } else { weekend };
        *hours = match if matches!(own, Day::NotSaid) { part } else { own } {
            Day::Wrong => return None,
            Day::Open(hours) => Some(hours),
            Day::NotSaid | Day::Closed => None,
        };
    }
    Some(week)
}

fn day(fields: &Fields<'_>, name: &'static str) -> Day {
    let Some((node, kind)) = fields.get(name) else { return Day::NotSaid };
    if matches!(&node.value, Value::Text(text) if text.trim() == "closed") {
        return Day::Closed;
    }
    hours(fields, name, node, kind).map_or(Day::Wrong, Day::Open)
}

fn hours(fields: &Fields<'_>, name: &str, node: &Node, kind: &Kind) -> Option<OpeningHours> {
    let (from, to) = value::hours(fields.reader, node, kind, &quoted(name))?;
    if from < to {
        return Some(OpeningHours { from, to });
    }
    let remedy = "opening hours lie inside one day and end after they begin; for always open, leave `open` out";
    fields.reader.wrong(fields.place(name), format!("{} ends before it begins", quoted(name)), remedy);
    None
}
