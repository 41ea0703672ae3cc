//! Days of the horizon, by name or by number.

use crate::scenario::problem::quoted;
use crate::scenario::spec::{Kind, WEEKDAYS};
use crate::scenario::tree::{Node, Value};

use super::fields::Fields;
use super::horizon::Frame;
use super::value;

/// Reads `days`: days of the horizon from 0, ascending; none: all. A name means every such day.
pub(super) fn read(fields: &Fields<'_>, frame: Option<Frame>) -> Option<Vec<u32>> {
    if !fields.has("days") {
        return None;
    }
    let (items, kind, _) = fields.list("days")?;
    let Kind::Any([names, numbers]) = kind else { return None };
    let mut days: Vec<u32> =
        items.iter().filter_map(|node| of_node(fields, node, names, numbers, frame)).flatten().collect();
    days.sort_unstable();
    days.dedup();
    Some(days)
}

fn of_node(fields: &Fields<'_>, node: &Node, names: &Kind, numbers: &Kind, frame: Option<Frame>) -> Option<Vec<u32>> {
    if matches!(node.value, Value::Text(_)) {
        let name = value::choice(fields.reader, node, names, "a day")?;
        return named(fields, node, name, frame?);
    }
    let number = value::whole(fields.reader, node, numbers, "a day")?;
    let days = frame?.days?;
    if number > u64::from(days) {
        let title = format!("there is no day {number} in a horizon of {days}");
        fields.reader.wrong(node.at, title, "days are counted from 1, the first day of the horizon");
        return None;
    }
    Some(vec![u32::try_from(number).ok()? - 1])
}

fn named(fields: &Fields<'_>, node: &Node, name: &str, frame: Frame) -> Option<Vec<u32>> {
    let (Some(first), Some(days)) = (frame.first_weekday, frame.days) else {
        let remedy = "give [horizon] both `start = 2026-11-30` and `days`, or write numbers of days from 1";
        fields.reader.wrong(node.at, format!("{} needs a calendar", quoted(name)), remedy);
        return None;
    };
    let meant = |day: &u32| {
        let weekday = (first + *day as usize) % 7;
        match name {
            "weekdays" => weekday < 5,
            "weekend" => weekday >= 5,
            name => WEEKDAYS[weekday] == name,
        }
    };
    Some((0..days).filter(meant).collect())
}
