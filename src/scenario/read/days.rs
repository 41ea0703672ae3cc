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
    Some((0..days).filter(|day| is_called(name, (first + *day as usize) % 7)).collect())
}

/// Whether a weekday, counted from Monday, has this name or belongs to what has it.
fn is_called(name: &str, weekday: usize) -> bool {
    match name {
        "weekdays" => weekday < 5,
        "weekend" => weekday >= 5,
        name => WEEKDAYS[weekday] == name,
    }
}

/// What days a text of a table may name.
const TEXT: &str = "write a weekday such as saturday, a date such as 2026-11-30, the number of a day from 1, or two of \
                    these with `..` between them";

/// Days of the horizon from 0 that a text names: `saturday`, `weekend`, `2026-12-24`, `9`, `2026-12-21..2026-12-24`.
/// Dates outside the horizon are none of its days.
pub(super) fn in_text(text: &str, frame: Frame) -> Result<Vec<u32>, String> {
    let days = frame.days.unwrap_or(1);
    let name = text.to_lowercase();
    if WEEKDAYS.contains(&name.as_str()) || ["weekdays", "weekend"].contains(&name.as_str()) {
        let first = frame.first_weekday.ok_or("weekdays need a calendar; give [horizon] a `start`")?;
        return Ok((0..days).filter(|day| is_called(&name, (first + *day as usize) % 7)).collect());
    }
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let day = |text: &str| single(text.trim(), frame).ok_or_else(|| TEXT.to_owned());
    let (from, to) = (day(from)?, day(to)?);
    if to < from {
        return Err("the last day comes before the first".into());
    }
    Ok((from.max(0)..=to.min(i64::from(days) - 1)).map(|day| day as u32).collect())
}

/// A day by its number from 1 or by its date, counted from the first day of the horizon, which may lie after it.
fn single(text: &str, frame: Frame) -> Option<i64> {
    let numbered = text.parse::<u32>().ok().filter(|number| (1..=frame.days.unwrap_or(1)).contains(number));
    let dated = || Some(i64::from(frame.start?.until(text.parse::<jiff::civil::Date>().ok()?).ok()?.get_days()));
    numbered.map(|number| i64::from(number) - 1).or_else(dated)
}
