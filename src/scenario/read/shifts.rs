//! `[shifts.<name>]` and `[contracts.<name>]`.

use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::spec::{CONTRACT, Kind, SHIFT_TYPE, TableSpec};
use crate::scenario::tree::{Node, Value};
use crate::scenario::{Break, Contract, ShiftType};
use crate::units::{DAY, HOUR, Seconds};

use super::fields::Fields;
use super::horizon::Frame;
use super::{days, value};

/// What shifts and contracts may name.
struct Names<'a> {
    groups: Vec<&'a str>,
    shifts: Vec<&'a str>,
}

/// Reads both sections; what is wrong is reported and left out.
pub(super) fn read(root: &Fields<'_>, frame: Option<Frame>) -> (Vec<ShiftType>, Vec<Contract>) {
    let names = Names { groups: names(root, "agents"), shifts: names(root, "shifts") };
    let shifts = tables(root, "shifts", &SHIFT_TYPE);
    let shifts: Vec<ShiftType> =
        shifts.iter().filter_map(|(name, fields)| shift_type(fields, name, &names, frame)).collect();
    let contracts = tables(root, "contracts", &CONTRACT);
    // An index means a shift type only where all of them could be read; otherwise there is no scenario anyway.
    let contracts = contracts.iter().filter_map(|(name, fields)| contract(fields, name, &names, &shifts)).collect();
    (shifts, contracts)
}

fn names<'a>(root: &Fields<'a>, key: &'static str) -> Vec<&'a str> {
    match root.get(key).map(|(node, _)| &node.value) {
        Some(Value::Table(table)) => table.entries.keys().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

fn tables<'a>(root: &Fields<'a>, key: &'static str, spec: &'static TableSpec) -> Vec<(&'a str, Fields<'a>)> {
    let Some((node, _)) = root.get(key) else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        let remedy = format!("write a table [{key}.<name>] for each");
        root.reader.wrong(node.at, format!("{} cannot be {}", quoted(key), node.value.kind()), remedy);
        return Vec::new();
    };
    let open = |(name, entry): (&'a String, &'a crate::scenario::tree::Entry)| {
        super::people::check_name(root.reader, name, entry.key, spec.noun);
        Some((name.as_str(), Fields::of_node(root.reader, &entry.node, spec, spec.noun, entry.key)?))
    };
    table.entries.iter().filter_map(open).collect()
}

fn shift_type(fields: &Fields<'_>, name: &str, names: &Names<'_>, frame: Option<Frame>) -> Option<ShiftType> {
    let (starts, lengths) = (starts(fields), lengths(fields));
    let breaks = breaks(fields);
    let groups = fields.has("groups").then(|| references(fields, "groups", &names.groups, "agent group"));
    let days = days::read(fields, frame);
    let most = fields.count("most");
    let premium = fields.number("premium").unwrap_or(1.0);
    if lengths.as_ref().is_some_and(|lengths| lengths.iter().any(|length| length.get() > DAY)) {
        fields.reader.wrong(fields.place("length"), "a shift longer than 24 h", "check the unit of `length`");
    }
    check_breaks(fields, &breaks, lengths.as_deref().unwrap_or_default());
    Some(ShiftType { name: name.to_owned(), starts: starts?, lengths: lengths?, breaks, groups, days, most, premium })
}

/// The step between the starts of a window, s.
const USUAL_STEP: f64 = 1800.0;

fn starts(fields: &Fields<'_>) -> Option<Vec<Seconds>> {
    let step = fields.duration("step");
    let (node, kind) = fields.get("start")?;
    let Kind::Any([window, Kind::List(time)]) = kind else { return None };
    if let Value::List(_) = node.value {
        return listed_starts(fields, node, time);
    }
    let (from, to) = value::hours(fields.reader, node, window, &quoted("start"))?;
    if to < from || to.get() >= DAY {
        let remedy = "write the earliest and the latest start of one day, such as \"07:00-10:00\"";
        fields.reader.wrong(node.at, "the last start must come after the first, before 24:00", remedy);
        return None;
    }
    let step = step.unwrap_or(USUAL_STEP).max(60.0);
    let count = ((to.get() - from.get()) / step + 1e-9).floor() as usize;
    Some((0..=count).map(|place| Seconds(from.get() + place as f64 * step)).collect())
}

fn listed_starts(fields: &Fields<'_>, node: &Node, kind: &Kind) -> Option<Vec<Seconds>> {
    let Value::List(items) = &node.value else { return None };
    if fields.has("step") {
        let remedy = "remove `step`, or write the first and the last start as in \"07:00-10:00\"";
        fields.reader.wrong(fields.place("step"), "`step` has no meaning beside a list of starts", remedy);
    }
    if items.is_empty() {
        fields.reader.wrong(node.at, "`start` is empty", "write times of day such as [\"07:00\", \"08:30\"]");
    }
    let read = |item: &Node| value::time_of_day(fields.reader, item, kind, "a start");
    let mut starts: Vec<Seconds> = items.iter().filter_map(read).map(Seconds).collect();
    starts.sort_by(|a, b| a.get().total_cmp(&b.get()));
    starts.dedup();
    (starts.len() == items.len()).then_some(starts)
}

fn lengths(fields: &Fields<'_>) -> Option<Vec<Seconds>> {
    let (node, kind) = fields.get("length")?;
    let Kind::Any([one, Kind::List(each)]) = kind else { return None };
    let Value::List(items) = &node.value else {
        return Some(vec![Seconds(value::duration(fields.reader, node, one, &quoted("length"))?)]);
    };
    if items.is_empty() {
        fields.reader.wrong(node.at, "`length` is empty", "write `length = \"8h\"`");
    }
    let read = |item: &Node| value::duration(fields.reader, item, each, "a length").map(Seconds);
    let mut lengths: Vec<Seconds> = items.iter().map(read).collect::<Option<_>>()?;
    lengths.sort_by(|a, b| a.get().total_cmp(&b.get()));
    lengths.dedup();
    Some(lengths)
}

fn breaks(fields: &Fields<'_>) -> Vec<Break> {
    if !fields.has_entries("breaks") {
        return Vec::new();
    }
    let Some((items, Kind::Table { spec, .. }, _)) = fields.list("breaks") else { return Vec::new() };
    let what = format!("an entry of {}", quoted("breaks"));
    let open = |node| Fields::of_node(fields.reader, node, spec, &what, node.at);
    items.iter().filter_map(|node| pause(&open(node)?)).collect()
}

fn pause(fields: &Fields<'_>) -> Option<Break> {
    let (length, paid) = (fields.duration("length"), fields.flag("paid").unwrap_or(false));
    let (items, kind, at) = fields.list("between")?;
    let read = |node: &Node| value::duration(fields.reader, node, kind, "an end of `between`");
    let ends: Vec<f64> = items.iter().map(read).collect::<Option<_>>()?;
    let [from, to] = ends[..] else {
        fields.reader.wrong(
            at,
            "`between` has two ends",
            "write the earliest and the latest beginning, [\"3h\", \"5h\"]",
        );
        return None;
    };
    if to < from {
        fields.reader.wrong(at, "`between` ends before it begins", "write the earliest beginning first");
        return None;
    }
    Some(Break { length: Seconds(length?), from: Seconds(from), to: Seconds(to), paid })
}

/// Most breaks of a shift type.
const MOST_BREAKS: usize = 8;

/// Breaks follow one another whenever each begins, and the longest shift has room for all of them.
fn check_breaks(fields: &Fields<'_>, breaks: &[Break], lengths: &[Seconds]) {
    let at = fields.place("breaks");
    if breaks.len() > MOST_BREAKS {
        let title = format!("{} breaks in one shift", breaks.len());
        fields.reader.wrong(at, title, format!("the most is {MOST_BREAKS}"));
    }
    for pair in breaks.windows(2) {
        let end = pair[0].to.get() + pair[0].length.get();
        if end > pair[1].from.get() {
            let title = format!("a break that may end {} after the start can overlap the next", Seconds(end));
            fields.reader.wrong(at, title, "let the window of each break open when the one before it is surely over");
        }
    }
    let longest = lengths.iter().map(|length| length.get()).fold(0.0, f64::max);
    let late = breaks.iter().any(|pause| pause.to.get() + pause.length.get() > longest);
    if late && longest > 0.0 {
        let title = format!("a break may end after a shift of {}", Seconds(longest));
        fields.reader.wrong(at, title, "end `between` early enough for the whole break");
    }
}

/// Names of things declared elsewhere, as indices.
fn references(fields: &Fields<'_>, key: &'static str, known: &[&str], noun: &str) -> Vec<usize> {
    let Some((items, kind, _)) = fields.list(key) else { return Vec::new() };
    let read = |node: &Node| {
        let name = value::text(fields.reader, node, kind, &format!("an entry of {}", quoted(key)))?;
        reference(fields, name, node, known, noun)
    };
    items.iter().filter_map(read).collect()
}

fn reference(fields: &Fields<'_>, name: &str, node: &Node, known: &[&str], noun: &str) -> Option<usize> {
    let found = known.iter().position(|other| *other == name);
    if found.is_none() {
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("there are {}", listed(known, "and")),
        };
        fields.reader.wrong(node.at, format!("there is no {noun} {}", quoted(name)), help);
    }
    found
}

fn contract(fields: &Fields<'_>, name: &str, names: &Names<'_>, shifts: &[ShiftType]) -> Option<Contract> {
    let group = fields.text("group");
    let group = group.and_then(|group| reference(fields, &group, fields.get("group")?.0, &names.groups, "agent group"));
    let named = fields.has("shifts").then(|| references(fields, "shifts", &names.shifts, "shift type"));
    let (days, hours, people) = (days_per_week(fields), hours_per_week(fields), people(fields));
    let cost_per_hour = fields.number("cost_per_hour");
    let rest = fields.duration("rest").unwrap_or(USUAL_REST);
    let overtime = fields.table("overtime").and_then(|overtime| {
        let (hours, factor) = (overtime.duration("hours"), overtime.number("factor").unwrap_or(1.5));
        Some((Seconds(hours?), factor))
    });
    if overtime.is_some() && hours.1.get() == f64::INFINITY {
        let remedy = "give `hours_per_week` a `max`, beyond which hours are overtime";
        fields.reader.wrong(fields.place("overtime"), "overtime needs a limit that it goes beyond", remedy);
    }
    let group = group?;
    let open = |shift: &usize| shifts.get(*shift).is_some_and(|s| s.groups.as_ref().is_none_or(|g| g.contains(&group)));
    let shifts: Vec<usize> =
        named.clone().unwrap_or_else(|| (0..shifts.len()).collect()).into_iter().filter(open).collect();
    if shifts.is_empty() || named.is_some_and(|named| named.len() != shifts.len()) {
        let title = format!(
            "the group of this contract does not work {}",
            if shifts.is_empty() { "any shift type" } else { "all of these shifts" }
        );
        fields.reader.wrong(
            fields.place("shifts"),
            title,
            "add the group to the `groups` of the shift type, or name others",
        );
    }
    Some(Contract {
        name: name.to_owned(),
        group,
        shifts,
        days: days?,
        hours,
        people: people?,
        cost_per_hour,
        overtime,
        rest: Seconds(rest),
        days_in_a_row: fields.count("days_in_a_row").unwrap_or(USUAL_ROW),
    })
}

/// A day of rest in each seven (directive 2003/88/EC, article 5).
const USUAL_ROW: u32 = 6;

/// Daily rest in the European Union (directive 2003/88/EC, article 3), s.
const USUAL_REST: f64 = 11.0 * HOUR;

const USUAL_DAYS: u32 = 5;

fn days_per_week(fields: &Fields<'_>) -> Option<(u32, u32)> {
    let Some((node, kind)) = fields.get("days_per_week") else { return Some((USUAL_DAYS, USUAL_DAYS)) };
    let Kind::Any([number, Kind::Table { spec, .. }]) = kind else { return None };
    if !matches!(node.value, Value::Table(_)) {
        let days = value::whole(fields.reader, node, number, &quoted("days_per_week"))?;
        let days = u32::try_from(days).ok()?;
        return Some((days, days));
    }
    let range = Fields::of_node(fields.reader, node, spec, &quoted("days_per_week"), fields.place("days_per_week"))?;
    let (min, max) = (range.count("min"), range.count("max"));
    in_order(fields, "days_per_week", min?, max?)
}

fn hours_per_week(fields: &Fields<'_>) -> (Seconds, Seconds) {
    let Some(range) = fields.table("hours_per_week") else { return (Seconds(0.0), Seconds(f64::INFINITY)) };
    let min = range.duration("min").unwrap_or(0.0);
    let max = range.duration("max").unwrap_or(f64::INFINITY);
    in_order(fields, "hours_per_week", min, max);
    (Seconds(min), Seconds(max))
}

fn people(fields: &Fields<'_>) -> Option<(u32, u32)> {
    let Some(range) = fields.table("people") else { return Some((0, u32::MAX)) };
    in_order(fields, "people", range.count("min").unwrap_or(0), range.count("max").unwrap_or(u32::MAX))
}

fn in_order<T: PartialOrd>(fields: &Fields<'_>, key: &'static str, min: T, max: T) -> Option<(T, T)> {
    if min <= max {
        return Some((min, max));
    }
    let title = format!("the `min` of {} is above its `max`", quoted(key));
    fields.reader.wrong(fields.place(key), title, "write the smaller number as `min`");
    None
}
