//! Promises in a planner's words, and which of them is the tightest.

use crate::planner::{PromiseFigure, StaffingDocument};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;
use crate::units::{DAY, time_of_day};

/// What a promise is about: `service level`.
pub(in crate::report) fn measure(promise: &PromiseFigure) -> &'static str {
    measured(&promise.measure)
}

/// What a measure of this name is about.
pub(in crate::report) fn measured(name: &str) -> &'static str {
    match name {
        "answer" => "service level",
        "abandon" => "abandonment",
        "asa" => "ASA",
        "csat" => "satisfied",
        _ => "occupancy",
    }
}

/// What is promised: `80 % in 20 s`, `at most 5 %`.
pub(in crate::report) fn goal(promise: &PromiseFigure) -> String {
    let share = wording::percent(promise.goal);
    let goal = match (promise.measure.as_str(), promise.within) {
        ("answer", Some(within)) => format!("{share} in {}", wording::duration(within)),
        ("answer" | "csat", _) => format!("at least {share}"),
        ("asa", _) => format!("at most {}", wording::duration(promise.goal)),
        _ => format!("at most {share}"),
    };
    match promise.days {
        Some(days) => format!("{goal} on {} of days", wording::percent(days)),
        None => goal,
    }
}

/// Where it stands: `81.2 % ± 0.4`, or the share of days with its interval.
pub(in crate::report) fn figure(promise: &PromiseFigure) -> String {
    let value = promise.value.as_ref();
    match promise.measure.as_str() {
        _ if promise.days.is_some() => format!("{} of days", wording::share_between(value)),
        "asa" => Kind::Duration.show(value),
        _ => Kind::Share.show(value),
    }
}

/// Whether a plan of one day stands for each of several.
pub(in crate::report) fn every_day(document: &StaffingDocument) -> bool {
    document.days.is_some_and(|days| days > 1) && document.periods.last().is_some_and(|last| last.day == 0)
}

/// When it holds: `at 09:30`, `on day 2 at 09:30`, `on day 2`, `every day`; empty where there is but one time.
pub(in crate::report) fn moment(document: &StaffingDocument, promise: &PromiseFigure) -> String {
    let several = document.periods.last().is_some_and(|last| last.day > 0);
    match (promise.period.and_then(|period| document.periods.get(period)), promise.day) {
        (Some(_), _) if document.days.is_none() => String::new(),
        (Some(period), _) if several => format!("on day {} at {}", period.day + 1, time_of_day(period.from % DAY)),
        (Some(period), _) => format!("at {}", time_of_day(period.from)),
        (None, Some(day)) if several => format!("on day {}", day + 1),
        (None, Some(_)) if every_day(document) => "every day".into(),
        _ => String::new(),
    }
}

/// How far a promise is on the right side of its goal, on a scale on which shares of all sizes and waits can be
/// compared: the difference of their logits, or of the logarithms of the waits. None without a figure.
pub(in crate::report) fn margin(promise: &PromiseFigure) -> Option<f64> {
    let Estimate { value, .. } = promise.value?;
    let above = match (promise.days, promise.measure.as_str()) {
        (Some(days), _) => logit(value) - logit(days),
        (None, "asa") => libm::log(promise.goal.max(LEAST)) - libm::log(value.max(LEAST)),
        (None, "answer" | "csat") => logit(value) - logit(promise.goal),
        _ => logit(promise.goal) - logit(value),
    };
    Some(above)
}

/// Shares nearer to 0 or 1, and shorter waits, count as this.
const LEAST: f64 = 1e-6;

fn logit(share: f64) -> f64 {
    let share = share.clamp(LEAST, 1.0 - LEAST);
    libm::log(share) - libm::log1p(-share)
}

/// The promise with the least margin.
pub(in crate::report) fn tightest<'a>(promises: impl Iterator<Item = &'a PromiseFigure>) -> Option<&'a PromiseFigure> {
    let known = promises.filter_map(|promise| Some((promise, margin(promise)?)));
    known.reduce(|best, next| if next.1 < best.1 { next } else { best }).map(|(promise, _)| promise)
}
