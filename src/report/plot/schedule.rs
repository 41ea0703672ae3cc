//! People at work against people needed through each day, one panel a group, the days side by side.

use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Side, Sign, axis};
use crate::planner::schedule::{Document, GroupWeek};
use crate::report::language::Language;
use crate::report::wording::{self, Kind};
use crate::units::{DAY, HOUR};

/// Most groups in one picture.
const MOST: usize = 6;
/// Hours between two days on the paper.
const GAP: f64 = 1.5;

/// The chart; none where nobody is needed.
pub(super) fn chart(document: &Document) -> Option<Chart> {
    let hours = hours(document.interval, document.groups.iter().map(|g| (g.need.as_slice(), g.staff.as_slice())))?;
    let groups: Vec<&GroupWeek> = document.groups.iter().take(MOST).collect();
    let mut panels: Vec<Panel> = groups.iter().map(|group| panel(document, group, hours)).collect();
    if let Some((last, others)) = panels.split_last_mut() {
        others.iter_mut().for_each(|panel| panel.x.name.clear());
        last.x.name = "hour of the day".into();
    }
    Some(Chart {
        name: "schedule",
        title: title(document),
        subtitle: format!(
            "{}: people at work on average, breaks and absence taken out, against people needed in intervals of {} min",
            document.name,
            document.interval / 60.0
        ),
        height: (250 + 260 * groups.len() as u32).max(600),
        keys: vec![
            Key { sign: Sign::Line(Dash::Solid), colour: Colour::Main, text: "at work".into() },
            Key { sign: Sign::Band, colour: Colour::Quiet, text: "needed".into() },
        ],
        columns: 1,
        panels,
    })
}

/// First and last hour of a day in which anybody is needed or there, of some groups' needs and people.
pub(super) fn hours<'a>(interval: f64, groups: impl Iterator<Item = (&'a [u32], &'a [f64])>) -> Option<(f64, f64)> {
    let per_day = (DAY / interval).round() as usize;
    let busy = groups.flat_map(|(need, staff)| {
        let wanted = need.iter().zip(staff).enumerate();
        wanted.filter(|(_, (need, staff))| **need > 0 || **staff > 0.0).map(|(interval, _)| interval % per_day)
    });
    let busy: Vec<usize> = busy.collect();
    let step = interval / HOUR;
    let (first, last) = (busy.iter().min()?, busy.iter().max()?);
    Some(((*first as f64 * step).floor(), ((*last + 1) as f64 * step).ceil()))
}

/// Some days of a group.
pub(super) struct Days<'a> {
    /// Each with its date, where there is a calendar.
    pub(super) dates: &'a [Option<String>],
    /// The number of the first, from 0.
    pub(super) first: usize,
    /// Length of an interval, s.
    pub(super) interval: f64,
    /// People needed in each interval.
    pub(super) need: &'a [u32],
    /// People there.
    pub(super) staff: &'a [f64],
    /// The most people that the panel has room for.
    pub(super) most: f64,
}

fn panel(document: &Document, group: &GroupWeek, span: (f64, f64)) -> Panel {
    let (need, staff) = (group.need.as_slice(), group.staff.as_slice());
    let days =
        Days { dates: &document.days, first: 0, interval: document.interval, need, staff, most: most(need, staff) };
    days_panel(&days, group.name.clone(), note(document, group), span)
}

/// The most people needed or there.
pub(super) fn most(need: &[u32], staff: &[f64]) -> f64 {
    staff.iter().copied().chain(need.iter().map(|need| f64::from(*need))).fold(1.0, f64::max)
}

/// Need and people through each day, the days side by side.
pub(super) fn days_panel(days: &Days<'_>, heading: String, note: String, (from, to): (f64, f64)) -> Panel {
    let step = days.interval / HOUR;
    let per_day = (24.0 / step).round() as usize;
    let width = to - from + GAP;
    let most = days.most;
    let mut marks = Vec::new();
    for (day, date) in days.dates.iter().enumerate() {
        let steps: Vec<(f64, f64, f64)> = (0..per_day)
            .filter(|interval| (from - 1e-9..to - 1e-9).contains(&(*interval as f64 * step)))
            .flat_map(|interval| {
                let x = day as f64 * width + interval as f64 * step - from;
                let (need, staff) = (days.need[day * per_day + interval], days.staff[day * per_day + interval]);
                [(x, f64::from(need), staff), (x + step, f64::from(need), staff)]
            })
            .collect();
        marks.push(Mark::Band(steps.iter().map(|(x, need, _)| (*x, 0.0, *need)).collect(), Colour::Quiet));
        marks.push(Mark::Line(steps.iter().map(|(x, need, _)| (*x, *need)).collect(), Colour::Quiet, Dash::Hair));
        marks.push(Mark::Line(steps.iter().map(|(x, _, staff)| (*x, *staff)).collect(), Colour::Main, Dash::Solid));
        let middle = (day as f64 * width + (to - from) / 2.0, most * 1.08);
        marks.push(Mark::Text(middle, Colour::Ink, Side::Middle, name_of(date.as_deref(), days.first + day)));
    }
    Panel {
        heading,
        note,
        x: days_axis(days.dates.len(), width, (from, to)),
        y: axis::quantity(Language::English, Kind::Count, "people", (0.0, most * 1.2), 5),
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// A few hours of each day, on the clock.
fn days_axis(days: usize, width: f64, (from, to): (f64, f64)) -> Axis {
    let step = [2.0, 3.0, 4.0, 6.0, 8.0, 12.0].into_iter().find(|step| (to - from) / step * days as f64 <= 30.0);
    let step = step.unwrap_or(24.0);
    let hours: Vec<f64> = (0..=24).map(|i| f64::from(i) * step).filter(|hour| (from..=to).contains(hour)).collect();
    let tick = |day: usize, hour: f64| (day as f64 * width + hour - from, format!("{hour}"));
    let ticks = (0..days).flat_map(|day| hours.iter().map(move |hour| tick(day, *hour))).collect();
    Axis { name: "hour of the day".into(), from: -GAP / 2.0, to: days as f64 * width - GAP / 2.0, ticks }
}

fn name_of(date: Option<&str>, day: usize) -> String {
    let date = date.and_then(|date| date.parse::<jiff::civil::Date>().ok());
    date.map_or_else(|| format!("day {}", day + 1), |date| date.strftime("%a %-d %b").to_string())
}

fn note(document: &Document, group: &GroupWeek) -> String {
    let people = group.people.len();
    let unit = if document.money { "cost" } else { "paid hours" };
    let spare = wording::percent(spare(std::slice::from_ref(group)));
    format!("people at work; {people} people, {unit} {}, {spare} beyond the need", wording::number(group.cost, 0))
}

/// People at work beyond those needed, as a share of these.
fn spare(groups: &[GroupWeek]) -> f64 {
    let need: u32 = groups.iter().flat_map(|group| &group.need).sum();
    let staff: f64 = groups.iter().flat_map(|group| &group.staff).sum();
    if need > 0 { staff / f64::from(need) - 1.0 } else { 0.0 }
}

fn title(document: &Document) -> String {
    let people: usize = document.groups.iter().map(|group| group.people.len()).sum();
    let short = document.groups.iter().flat_map(|group| group.need.iter().zip(&group.staff));
    let short = short.filter(|(need, staff)| **staff < f64::from(**need) - 1e-9).count();
    let spare = wording::percent(spare(&document.groups));
    match (short, document.confirmed) {
        (0, true) if document.promises.is_empty() => {
            format!("{people} people cover the need all week with {spare} to spare; nothing was promised")
        }
        (0, true) => format!("{people} people cover the need all week with {spare} to spare, and every promise holds"),
        (0, false) => format!("{people} people cover the need all week with {spare} to spare, but promises are missed"),
        (n, _) => format!("{people} people are too few in {n} intervals of the week"),
    }
}
