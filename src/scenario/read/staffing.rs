//! How many agents are there, and when.

use crate::scenario::kind::grouped;
use crate::scenario::problem::quoted;
use crate::scenario::spec::{Kind, MOST_AGENTS};
use crate::scenario::tree::{Node, Place, Value};
use crate::scenario::{Shift, Staffing};
use crate::units::{DAY, Seconds, time_of_day};

use super::fields::Fields;
use super::horizon::Frame;
use super::reader::Reader;
use super::series::Series;
use super::{days, roster, value};

/// Reads `staff`.
pub(super) fn read(group: &Fields<'_>, name: &str, frame: Option<Frame>) -> Option<Staffing> {
    let (node, kind) = group.get("staff")?;
    let Kind::Any([number, Kind::Table { spec, .. }]) = kind else { return None };
    if !matches!(node.value, Value::Table(_)) {
        let agents = value::whole(group.reader, node, number, &quoted("staff"))?;
        return u32::try_from(agents).ok().map(Staffing::Constant);
    }
    let fields = Fields::of_node(group.reader, node, spec, &quoted("staff"), group.place("staff"))?;
    if fields.has("shifts") {
        return shifts(&fields, frame).map(Staffing::Shifts);
    }
    if fields.has("roster") {
        if frame.is_some_and(|frame| frame.days.is_none()) {
            roster::needs_days(&fields);
            return None;
        }
        return roster::read(&fields, name, frame?).map(Staffing::Shifts);
    }
    let series = if fields.has("per_interval") {
        Series::listed(&fields, "per_interval")
    } else {
        Series::column(&fields, number)
    };
    let counts = series?.spread(&fields, frame?, None)?;
    Some(Staffing::PerInterval(counts.into_iter().map(|count| count as u32).collect()))
}

fn shifts(fields: &Fields<'_>, frame: Option<Frame>) -> Option<Vec<Shift>> {
    let (items, kind, at) = fields.list("shifts")?;
    let Kind::Table { spec, .. } = kind else { return None };
    let what = format!("an entry of {}", quoted("shifts"));
    let read = |node: &Node| shift(&Fields::of_node(fields.reader, node, spec, &what, node.at)?, frame);
    let shifts: Vec<Option<Shift>> = items.iter().map(read).collect();
    let shifts: Vec<Shift> = shifts.into_iter().collect::<Option<_>>()?;
    let people: u64 = shifts.iter().map(|shift| u64::from(shift.agents)).sum();
    if people > MOST_AGENTS {
        let title = format!("these shifts have {} agents", grouped(people));
        fields.reader.wrong(at, title, format!("the most is {}", grouped(MOST_AGENTS)));
    }
    Some(shifts)
}

fn shift(fields: &Fields<'_>, frame: Option<Frame>) -> Option<Shift> {
    let (from, to, agents) = (fields.time_of_day("from"), fields.time_of_day("to"), fields.count("agents"));
    let (hours, days) = (break_hours(fields), days::read(fields, frame));
    let (from, to) = from.zip(to)?;
    if from >= DAY {
        fields.reader.wrong(fields.place("from"), "no shift starts at 24:00", "write 00:00, the start of the next day");
        return None;
    }
    let to = if to <= from { to + DAY } else { to };
    let breaks = breaks(fields.reader, &hours?, from, to);
    Some(Shift { from: Seconds(from), to: Seconds(to), agents: agents?, breaks, days, person: None })
}

/// Hours of a break as written, with their place.
type BreakHours = (Place, Seconds, Seconds);

fn break_hours(fields: &Fields<'_>) -> Option<Vec<BreakHours>> {
    if !fields.has_entries("breaks") {
        return Some(Vec::new());
    }
    let (items, kind, _) = fields.list("breaks")?;
    let read =
        |node: &Node| value::hours(fields.reader, node, kind, "a break").map(|(start, end)| (node.at, start, end));
    let hours: Vec<Option<BreakHours>> = items.iter().map(read).collect();
    hours.into_iter().collect()
}

/// The breaks of a shift, each of which must lie inside it and after the one before.
fn breaks(reader: &Reader, hours: &[BreakHours], from: f64, to: f64) -> Vec<(Seconds, Seconds)> {
    let mut free_from = from;
    let mut breaks = Vec::new();
    for (at, start, end) in hours {
        let (start, end) = on_the_shift(start.get(), end.get(), from);
        if let Some((title, remedy)) = wrong_break(start, end, from, to, free_from) {
            reader.wrong(*at, title, remedy);
        }
        free_from = end.max(free_from);
        breaks.push((Seconds(start), Seconds(end)));
    }
    breaks
}

/// A break on the day after where its shift has crossed midnight by then.
fn on_the_shift(start: f64, end: f64, from: f64) -> (f64, f64) {
    let length = if end < start { end + DAY - start } else { end - start };
    let start = if start < from { start + DAY } else { start };
    (start, start + length)
}

fn wrong_break(start: f64, end: f64, from: f64, to: f64, free_from: f64) -> Option<(String, &'static str)> {
    if start == end {
        Some(("this break has no length".into(), "write hours from and to, such as \"12:00-12:30\""))
    } else if end > to {
        let shift = format!("{}-{}", time_of_day(from), time_of_day(if to > DAY { to - DAY } else { to }));
        Some((format!("this break is not inside its shift {shift}"), "move the break or lengthen the shift"))
    } else if start < free_from {
        let title = "this break begins before the one before it has ended".into();
        Some((title, "write the breaks in the order of the day, apart from each other"))
    } else {
        None
    }
}
