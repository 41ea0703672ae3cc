//! Whether anybody could keep a contract at all.

use std::collections::BTreeSet;

use super::instance::{Shape, Terms};

/// Why nobody can work as a contract asks, whatever is needed; none where somebody can.
pub(super) fn impossible(terms: &Terms, shapes: &[Shape]) -> Option<String> {
    let weeks = weeks(terms, shapes);
    let (least, most) = terms.days;
    let days = weeks.iter().map(|(days, _)| *days).max().unwrap_or(0);
    if days < least {
        return Some(format!("asks for {least} days at work, but its shifts are worked on {days} days"));
    }
    let hours: Vec<f64> = weeks
        .into_iter()
        .filter(|(days, _)| (least..=most).contains(days))
        .map(|(_, time)| time as f64 / 3600.0)
        .collect();
    let asked = (terms.hours.0, terms.hours.1 + terms.overtime);
    if hours.iter().any(|hours| (asked.0 - 1e-6..=asked.1 + 1e-6).contains(hours)) {
        return None;
    }
    let ends = hours.iter().fold((f64::INFINITY, 0.0_f64), |ends, hours| (ends.0.min(*hours), ends.1.max(*hours)));
    let on = if least == most { format!("{least}") } else { format!("{least} to {most}") };
    Some(format!(
        "asks for {} of paid work{}, but on {on} days its shifts come to {}",
        range(asked),
        if terms.overtime > 0.0 { ", overtime included" } else { "" },
        if (ends.0..=ends.1).contains(&asked.0) { format!("{}, none of them such", range(ends)) } else { range(ends) }
    ))
}

fn range((from, to): (f64, f64)) -> String {
    let hours = |hours: f64| format!("{} h", (hours * 100.0).round() / 100.0);
    match (from, to) {
        (from, to) if from == to => hours(from),
        (from, f64::INFINITY) => format!("at least {}", hours(from)),
        (from, to) => format!("{} to {}", hours(from), hours(to)),
    }
}

/// Days at work and paid time in s, for every choice of a shape or of none on each day.
fn weeks(terms: &Terms, shapes: &[Shape]) -> BTreeSet<(usize, u64)> {
    let mut weeks = BTreeSet::from([(0, 0)]);
    let days = shapes.first().map_or(0, |shape| shape.days.len());
    for day in 0..days {
        let open: Vec<u64> = terms
            .shapes
            .iter()
            .map(|shape| &shapes[*shape])
            .filter(|shape| shape.days[day])
            .map(|shape| (shape.hours * 3600.0).round() as u64)
            .collect();
        let more = weeks.iter().flat_map(|(days, time)| open.iter().map(move |more| (days + 1, time + more)));
        let more: Vec<(usize, u64)> = more.collect();
        weeks.extend(more);
    }
    weeks
}
