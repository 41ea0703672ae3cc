//! How many agents are there, and when.

use crate::scenario::kind::grouped;
use crate::scenario::problem::quoted;
use crate::scenario::spec::{Kind, MOST_AGENTS};
use crate::scenario::tree::{Node, Value};
use crate::scenario::{Shift, Staffing};
use crate::units::{DAY, Seconds, time_of_day};

use super::fields::Fields;
use super::horizon::Frame;
use super::series::Series;
use super::value;

/// Reads `staff`.
pub(super) fn read(group: &Fields<'_>, frame: Option<Frame>) -> Option<Staffing> {
    let (node, kind) = group.get("staff")?;
    let Kind::Any([number, Kind::Table { spec, .. }]) = kind else { return None };
    if !matches!(node.value, Value::Table(_)) {
        let agents = value::whole(group.reader, node, number, &quoted("staff"))?;
        return u32::try_from(agents).ok().map(Staffing::Constant);
    }
    let fields = Fields::of_node(group.reader, node, spec, &quoted("staff"), group.place("staff"))?;
    if fields.has("shifts") {
        return shifts(&fields).map(Staffing::Shifts);
    }
    let series = if fields.has("per_interval") { Series::listed(&fields, "per_interval") } else { Series::column(&fields, number) };
    let counts = series?.spread(&fields, frame?, None)?;
    Some(Staffing::PerInterval(counts.into_iter().map(|count| count as u32).collect()))
}

/// Most agents that the staffing can ever bring at once (for shifts: all their people).
pub(super) fn most(staff: &Staffing) -> u64 {
    match staff {
        Staffing::Constant(agents) => u64::from(*agents),
        Staffing::PerInterval(agents) => agents.iter().copied().max().map_or(0, u64::from),
        Staffing::Shifts(shifts) => shifts.iter().map(|shift| u64::from(shift.agents)).sum(),
    }
}

fn shifts(fields: &Fields<'_>) -> Option<Vec<Shift>> {
    let (items, kind, at) = fields.list("shifts")?;
    let Kind::Table { spec, .. } = kind else { return None };
    let what = format!("an entry of {}", quoted("shifts"));
    let read = |node: &Node| shift(&Fields::of_node(fields.reader, node, spec, &what, node.at)?);
    let shifts: Vec<Option<Shift>> = items.iter().map(read).collect();
    let shifts: Vec<Shift> = shifts.into_iter().collect::<Option<_>>()?;
    let people: u64 = shifts.iter().map(|shift| u64::from(shift.agents)).sum();
    if people > MOST_AGENTS {
        let title = format!("these shifts have {} agents", grouped(people));
        fields.reader.wrong(at, title, format!("the most is {}", grouped(MOST_AGENTS)));
    }
    Some(shifts)
}

fn shift(fields: &Fields<'_>) -> Option<Shift> {
    let (from, to, agents) = (fields.time_of_day("from"), fields.time_of_day("to"), fields.count("agents"));
    let (from, to) = from.zip(to)?;
    if from >= DAY {
        fields.reader.wrong(fields.place("from"), "no shift starts at 24:00", "write 00:00, the start of the next day");
        return None;
    }
    let to = if to <= from { to + DAY } else { to };
    let breaks = breaks(fields, from, to)?;
    Some(Shift { from: Seconds(from), to: Seconds(to), agents: agents?, breaks })
}

fn breaks(fields: &Fields<'_>, from: f64, to: f64) -> Option<Vec<(Seconds, Seconds)>> {
    if !fields.has_entries("breaks") {
        return Some(Vec::new());
    }
    let (items, kind, _) = fields.list("breaks")?;
    let mut free_from = from;
    let mut breaks = Vec::new();
    for node in items {
        let (start, end) = one_break(fields, node, kind, from, to, free_from)?;
        free_from = end;
        breaks.push((Seconds(start), Seconds(end)));
    }
    Some(breaks)
}

/// A break, on the day after where its shift has crossed midnight by then.
fn one_break(fields: &Fields<'_>, node: &Node, kind: &Kind, from: f64, to: f64, free_from: f64) -> Option<(f64, f64)> {
    let (start, end) = value::hours(fields.reader, node, kind, "a break")?;
    let (start, end) = (start.get(), end.get());
    if start == end {
        fields.reader.wrong(node.at, "this break has no length", "write hours from and to, such as \"12:00-12:30\"");
        return None;
    }
    let start = if start < from { start + DAY } else { start };
    let end = if end <= start { end + DAY } else { end };
    let end = if end <= start { end + DAY } else { end };
    let shift = format!("{}-{}", time_of_day(from), time_of_day(to % DAY));
    if end > to {
        fields.reader.wrong(node.at, format!("this break is not inside its shift {shift}"), "move the break or lengthen the shift");
        return None;
    }
    if start < free_from {
        fields.reader.wrong(node.at, "this break begins before the one before it has ended", "write the breaks in the order of the day, apart from each other");
        return None;
    }
    Some((start, end))
}
