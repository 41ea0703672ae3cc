//! The charts of a season plan.

mod bridge;
mod frontier;
mod need;
mod risk;
mod service;

use jiff::civil::Date;

use super::{Axis, Chart};
use crate::season::{Band, SeasonDocument, SeasonWeek};

/// All of them, where there is something to show.
pub(super) fn charts(document: &SeasonDocument) -> Vec<Chart> {
    let charts = [
        need::chart(document),
        bridge::chart(document),
        risk::chart(document),
        service::chart(document),
        frontier::chart(document),
    ];
    charts.into_iter().flatten().collect()
}

/// Most names on the axis of weeks.
const NAMES: usize = 18;

/// Weeks side by side, each one unit wide, with their first days.
fn weeks(document: &SeasonDocument) -> Axis {
    let step = document.weeks.len().div_ceil(NAMES).max(1);
    let named = document.weeks.iter().enumerate().step_by(step);
    let name = if document.weeks.iter().any(|week| week.start.is_some()) { "week from" } else { "week" };
    Axis {
        name: name.into(),
        from: -0.5,
        to: document.weeks.len() as f64 - 0.5,
        ticks: named.map(|(place, week)| (place as f64, name_of(week))).collect(),
    }
}

/// `30 Nov`, or the number of the week.
fn name_of(week: &SeasonWeek) -> String {
    let date = week.start.as_ref().and_then(|start| start.parse::<Date>().ok());
    date.map_or_else(|| week.week.to_string(), |date| date.strftime("%-d %b").to_string())
}

/// `week of 30 Nov`, or `week 3`.
fn called(week: &SeasonWeek) -> String {
    if week.start.is_some() { format!("the week of {}", name_of(week)) } else { format!("week {}", week.week) }
}

/// A figure of each week as steps: the mean, and its range.
fn steps(bands: impl Iterator<Item = Option<Band>>) -> Vec<(f64, Band)> {
    bands.enumerate().filter_map(|(place, band)| Some((place as f64, band?))).collect()
}
