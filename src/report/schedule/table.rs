//! The schedule in a few lines: people, hours and cost by contract, how near to the least cost, what is promised.

use indexmap::IndexMap;

use crate::planner::schedule::{Document, GroupWeek, Promised};
use crate::report::wording::{self, Kind};
use crate::units::time_of_day;

/// Contract, people, paid hours, overtime, cost.
pub(super) type Line<'a> = (&'a str, usize, f64, f64, f64);

/// The people of a group by contract, in the order of the roster.
pub(super) fn by_contract(group: &GroupWeek) -> Vec<Line<'_>> {
    let mut lines: IndexMap<&str, (usize, f64, f64, f64)> = IndexMap::new();
    for week in &group.people {
        let line = lines.entry(week.contract.as_str()).or_default();
        *line = (line.0 + 1, line.1 + week.hours, line.2 + week.overtime, line.3 + week.cost);
    }
    lines.into_iter().map(|(name, (people, hours, overtime, cost))| (name, people, hours, overtime, cost)).collect()
}

/// The table for people.
#[must_use]
pub fn table(document: &Document) -> String {
    let mut rows = vec![["group", "contract", "people", "paid hours", "overtime", "cost"].map(String::from)];
    for group in &document.groups {
        for (contract, people, hours, overtime, cost) in by_contract(group) {
            let figures = [hours, overtime, cost].map(|figure| wording::number(figure, 0));
            let [hours, overtime, cost] = figures;
            rows.push([group.name.clone(), contract.to_owned(), people.to_string(), hours, overtime, cost]);
        }
    }
    let days = document.days.len();
    let mut text = format!("{}: a schedule of {days} day{}\n\n", document.name, if days == 1 { "" } else { "s" });
    text.push_str(&aligned(&rows));
    text.push_str(&format!("\n{}\n{}\n{}", gap(document), spare(document), hours(document)));
    text.push_str(&promises_of(document));
    text
}

fn gap(document: &Document) -> String {
    let unit = if document.money { "" } else { " paid hours" };
    let (cost, bound) = (wording::number(document.cost, 0), wording::number(document.bound, 0));
    let need = match document.raised {
        0 => "this need".to_owned(),
        1 => "this need, raised in 1 interval after simulation,".to_owned(),
        raised => format!("this need, raised in {raised} intervals after simulation,"),
    };
    format!(
        "cost {cost}{unit}; no schedule that covers {need} costs less than {bound}{unit}: gap {}",
        wording::percent(document.gap)
    )
}

/// What the hours are, and what costs count beside them.
fn hours(document: &Document) -> String {
    let sum = |of: fn(&GroupWeek) -> f64| wording::number(document.groups.iter().map(of).sum::<f64>(), 0);
    let mut text = format!(
        "hours on the roster: {} from start to end of the shifts, {} of them paid, {} on duty (without breaks)\n",
        sum(|group| group.rostered_hours),
        sum(|group| group.hours),
        sum(|group| group.on_duty_hours)
    );
    for group in document.groups.iter().filter(|group| group.shrinkage > 0.0) {
        let both = if group.absence > 0.0 {
            format!("; absence of {} is planned for on the roster and no part of it", wording::percent(group.absence))
        } else {
            String::new()
        };
        text.push_str(&format!(
            "cost of {}: each paid hour counts {:.2} times, for shrinkage of {} (leave, training) beside the roster{both}\n",
            group.name,
            1.0 / (1.0 - group.shrinkage),
            wording::percent(group.shrinkage)
        ));
    }
    text
}

fn spare(document: &Document) -> String {
    let need: u32 = document.groups.iter().flat_map(|group| &group.need).sum();
    let staff: f64 = document.groups.iter().flat_map(|group| &group.staff).sum();
    let spare = if need > 0 { staff / f64::from(need) - 1.0 } else { 0.0 };
    format!("people at work beyond the need: {} of it", wording::percent(spare))
}

fn promises_of(document: &Document) -> String {
    let dates: Vec<Option<&str>> = document.days.iter().map(Option::as_deref).collect();
    listed(&document.promises, &dates, document.interval, document.replications)
}

/// How many promises are kept, and which are not.
#[must_use]
pub(super) fn promises(promises: &[Promised], interval: f64, replications: u32) -> String {
    listed(promises, &[], interval, replications)
}

/// The promises that are not kept for certain, a line each, with their figures.
#[must_use]
pub fn missed(document: &Document) -> String {
    let dates: Vec<Option<&str>> = document.days.iter().map(Option::as_deref).collect();
    let missed: Vec<&Promised> = document.promises.iter().filter(|promise| !promise.confirmed).collect();
    let line = |promise: &&Promised| format!("  {}", sentence(promise, &dates, document.interval));
    let mut lines: Vec<String> = missed.iter().take(SHOWN).map(line).collect();
    if missed.len() > SHOWN {
        lines.push(format!("  and {} more", missed.len() - SHOWN));
    }
    lines.join("\n")
}

fn listed(promises: &[Promised], dates: &[Option<&str>], interval: f64, replications: u32) -> String {
    if promises.is_empty() {
        return "nothing was promised: no contact type has a target, so the simulation had nothing to confirm\n".into();
    }
    let missed: Vec<&Promised> = promises.iter().filter(|promise| !promise.confirmed).collect();
    let (all, kept) = (promises.len(), promises.len() - missed.len());
    let mut text = format!("promises confirmed by simulation: {kept} of {all} ({replications} replications)\n");
    for promise in missed.iter().take(SHOWN) {
        text.push_str(&format!("  not kept for certain: {}\n", sentence(promise, dates, interval)));
    }
    if missed.len() > SHOWN {
        text.push_str(&format!("  and {} more\n", missed.len() - SHOWN));
    }
    text
}

/// Promises that are not kept are listed up to this many.
const SHOWN: usize = 12;

fn sentence(promise: &Promised, dates: &[Option<&str>], interval: f64) -> String {
    let kind = if promise.measure == "asa" { Kind::Duration } else { Kind::Share };
    let per_day = (crate::units::DAY / interval).round().max(1.0) as usize;
    let (day, place) = (promise.interval / per_day, promise.interval % per_day);
    let date = dates.get(day).copied().flatten().map_or_else(|| format!("day {}", day + 1), str::to_owned);
    let time = if promise.intervals > 1 { String::new() } else { format!(" {}", time_of_day(place as f64 * interval)) };
    let (figure, goal) = (kind.show(promise.figure.as_ref()), kind.plain(promise.goal));
    format!("{date}{time}, {} of {}: {figure} against {goal}", promise.measure, promise.subject)
}

/// Columns side by side: texts to the left, numbers from the third column on to the right.
pub(in crate::report) fn aligned<R: AsRef<[String]>>(rows: &[R]) -> String {
    let columns = rows.first().map_or(0, |row| row.as_ref().len());
    let width = |column: usize| rows.iter().map(|row| row.as_ref()[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &R| {
        let cells = row.as_ref().iter().enumerate().map(|(column, cell)| match column {
            0 | 1 => format!("{cell:<width$}", width = widths[column]),
            _ => format!("{cell:>width$}", width = widths[column]),
        });
        format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
