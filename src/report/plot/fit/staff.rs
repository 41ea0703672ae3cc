//! Agents on duty through the day, by group, one panel a class of weekdays.

use std::collections::BTreeMap;

use super::super::{Axis, Chart, Colour, Dash, Kind, Mark, Panel, Sign, axis};
use super::{LANGUAGE, key};
use crate::fit::{FittedCentre, FittedStaff};
use crate::report::fit::words::weekdays;
use crate::report::wording::{number, shorten};
use crate::scenario::Scenario;
use crate::units::{DAY, time_of_day};

/// More groups than this are drawn together but for the largest.
const LAYERS: usize = 6;

/// A smaller share of the most agents, late at night, would only lengthen the axis.
const STRAY: f64 = 0.05;

/// Some groups that are drawn together.
struct Layer {
    name: String,
    groups: Vec<usize>,
}

/// The chart; none where the log names nobody.
pub(super) fn chart(centre: &FittedCentre, scenario: &Scenario) -> Option<Chart> {
    let staff = centre.staff.as_ref()?;
    let layers = layers(staff, scenario);
    let classes: Vec<usize> = (0..staff.classes.len()).filter(|class| !staff.days[*class].is_empty()).collect();
    let present = present(staff, centre.interval);
    let ranges: Vec<Vec<(f64, f64)>> = classes.iter().map(|class| range(&staff.days[*class], &present)).collect();
    let most = ranges.iter().flatten().map(|(_, high)| *high).fold(1.0, f64::max);
    let there = ranges.iter().flat_map(|range| range.iter().enumerate()).filter(|(_, (_, high))| *high > STRAY * most);
    let places = there.map(|(place, _)| place as f64);
    let (first, last) = places.fold((f64::INFINITY, 0.0_f64), |(a, b), place| (a.min(place), b.max(place + 1.0)));
    let columns = classes.len().min(if classes.len() == 4 { 2 } else { 3 }).max(1);
    let x = Axis {
        name: "time of day".into(),
        ..axis::time(LANGUAGE, first * centre.interval, last * centre.interval, 14 / columns + 2)
    };
    let y = axis::quantity(LANGUAGE, Kind::Count, "agents", (0.0, most), 6);
    let panel =
        |(class, range): (&usize, &Vec<(f64, f64)>)| panel(staff, &layers, *class, range, centre.interval, (&x, &y));
    let panels: Vec<Panel> = classes.iter().zip(&ranges).map(panel).collect();
    panels.first()?;
    Some(Chart {
        name: "agents",
        title: title(centre, staff)?,
        subtitle:
            "mean number on duty, those of all groups on top of each other, told from who handled what; dashed: the \
                   days with the fewest and the most agents at that time"
                .into(),
        height: 380 + 320 * panels.len().div_ceil(columns) as u32,
        keys: keys(&layers),
        columns,
        panels,
    })
}

fn layers(staff: &FittedStaff, scenario: &Scenario) -> Vec<Layer> {
    let name = |group: usize| scenario.groups.get(group).map_or_else(String::new, |group| group.name.clone());
    let hours = |group: usize| staff.groups[group].staff.iter().flatten().map(|mean| mean.value()).sum::<f64>();
    let mut order: Vec<usize> = (0..staff.groups.len()).collect();
    let own = |group: usize| Layer { name: name(group), groups: vec![group] };
    if order.len() <= LAYERS {
        return order.into_iter().map(own).collect();
    }
    order.sort_by(|a, b| hours(*b).total_cmp(&hours(*a)));
    let small = order.split_off(LAYERS - 1);
    let others = Layer { name: format!("{} other groups", small.len()), groups: small };
    order.into_iter().map(own).chain([others]).collect()
}

fn keys(layers: &[Layer]) -> Vec<super::Key> {
    let layer = |(number, layer): (usize, &Layer)| key(Sign::Band, Colour::Series(number), &shorten(&layer.name, 40));
    // From the top of the picture down.
    let mut keys: Vec<super::Key> = layers.iter().enumerate().rev().map(layer).collect();
    keys.push(key(Sign::Line(Dash::Short), Colour::Ink, "fewest and most of all days"));
    keys
}

/// Agents present on each day in each interval, in parts.
fn present(staff: &FittedStaff, interval: f64) -> BTreeMap<i32, Vec<f64>> {
    let count = libm::round(DAY / interval) as usize;
    let mut days: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
    for stretch in &staff.duty.stretches {
        let day = days.entry(stretch.day()).or_insert_with(|| vec![0.0; count]);
        let midnight = f64::from(stretch.day()) * DAY;
        for (place, present) in day.iter_mut().enumerate() {
            let from = midnight + place as f64 * interval;
            *present += (stretch.until.min(from + interval) - stretch.from.max(from)).max(0.0) / interval;
        }
    }
    days
}

/// The fewest and the most agents of all days, by interval.
fn range(days: &[i32], present: &BTreeMap<i32, Vec<f64>>) -> Vec<(f64, f64)> {
    let places = present.values().map(Vec::len).max().unwrap_or(0);
    let at = |place: usize| {
        let agents = days.iter().map(|day| present.get(day).map_or(0.0, |day| day[place]));
        agents.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), agents| (low.min(agents), high.max(agents)))
    };
    (0..places).map(at).collect()
}

fn panel(
    staff: &FittedStaff,
    layers: &[Layer],
    class: usize,
    range: &[(f64, f64)],
    interval: f64,
    axes: (&Axis, &Axis),
) -> Panel {
    let (first, last) = ((axes.0.from / interval) as usize, libm::round(axes.0.to / interval) as usize);
    let steps = |heights: &[f64]| -> Vec<(f64, f64)> {
        let step = |place: usize| {
            let height = heights.get(place).copied().unwrap_or(0.0);
            [(place as f64 * interval, height), ((place + 1) as f64 * interval, height)]
        };
        (first..last).flat_map(step).collect()
    };
    let mut marks = Vec::new();
    let mut floor = vec![0.0; last];
    for (number, layer) in layers.iter().enumerate() {
        let of =
            |place: usize, group: &usize| staff.groups[*group].staff[class].get(place).map_or(0.0, |mean| mean.value());
        let top: Vec<f64> =
            (0..last).map(|place| floor[place] + layer.groups.iter().map(|g| of(place, g)).sum::<f64>()).collect();
        let ends = steps(&floor).into_iter().zip(steps(&top)).map(|((x, low), (_, high))| (x, low, high));
        marks.push(Mark::Band(ends.collect(), Colour::Series(number)));
        marks.push(Mark::Line(steps(&top), Colour::Series(number), Dash::Solid));
        floor = top;
    }
    let (low, high): (Vec<f64>, Vec<f64>) = range.iter().copied().unzip();
    for ends in [low, high] {
        marks.push(Mark::Line(steps(&ends), Colour::Ink, Dash::Short));
    }
    let hours = staff.hours.get(class).map_or_else(String::new, |hours| Kind::Hours.show(Some(&hours.estimate)));
    let several = staff.classes.len() > 1;
    Panel {
        heading: if several { weekdays(&staff.classes[class]) } else { "all open days".into() },
        note: format!("{hours} on duty a day, {} days", staff.days[class].len()),
        x: axes.0.clone(),
        y: axes.1.clone(),
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}

/// The most agents on duty on average, and when.
fn title(centre: &FittedCentre, staff: &FittedStaff) -> Option<String> {
    let all = |class: usize, place: usize| {
        staff.groups.iter().filter_map(|group| group.staff[class].get(place)).map(|mean| mean.value()).sum::<f64>()
    };
    let places = libm::round(DAY / centre.interval) as usize;
    let every = (0..staff.classes.len()).flat_map(|class| (0..places).map(move |place| (class, place)));
    let (class, place) = every.max_by(|a, b| all(a.0, a.1).total_cmp(&all(b.0, b.1)))?;
    let on = if staff.classes.len() > 1 { format!(" on {}", weekdays(&staff.classes[class])) } else { String::new() };
    let hours = staff.hours.get(class).map(|hours| Kind::Hours.show(Some(&hours.estimate)))?;
    Some(format!(
        "At most {} agents are on duty on average{on}, at {}; {hours} a day",
        number(all(class, place), 1),
        time_of_day(place as f64 * centre.interval)
    ))
}
