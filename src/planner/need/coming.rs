//! Who comes: fresh contacts as expected, and those whom the simulation shows besides.

use super::measured;
use crate::kpi::{OriginFigures, ScenarioResult};
use crate::planner::{Periods, demand};
use crate::scenario::Scenario;
use crate::stats::Estimate;
use crate::units::HOUR;

/// Contacts an hour of a type in each period while it is open: those expected afresh and, where others come too, as many
/// more as were let in in the simulation. A type to which nobody comes afresh has the contacts of each interval that came
/// in the simulation.
pub(super) fn coming(scenario: &Scenario, periods: &Periods, result: &ScenarioResult, kind: usize) -> Vec<f64> {
    let name = &scenario.contacts[kind].name;
    let value = |figure: Option<Estimate>| figure.map_or(0.0, |figure| figure.value);
    let Some(figures) = result.contacts.get(name) else { return vec![0.0; periods.count] };
    let offered = value(figures.offered);
    let let_in = offered - value(figures.closed);
    let OriginFigures { redial, repeat, transfer, .. } = &figures.offered_by_origin;
    let others = [redial, repeat, transfer].into_iter().any(|origin| value(*origin) > 0.0);
    let fresh: Vec<f64> = (0..periods.count).map(|period| demand::rate(scenario, periods, kind, period)).collect();
    let expected: f64 = (0..periods.intervals)
        .map(|i| fresh[i % periods.count] * measured(scenario, periods, i) * periods.seconds / HOUR)
        .sum();
    if expected > 0.0 {
        let more = if others { let_in / expected } else { 1.0 };
        return fresh.iter().map(|rate| rate * more).collect();
    }
    let seen = |period: usize| {
        let interval = result.intervals.as_ref().and_then(|intervals| intervals.get(period % periods.per_day));
        let of_day = interval.and_then(|i| i.contacts.get(name)).map_or(0.0, |contacts| value(contacts.offered));
        let open = demand::open(scenario, periods, kind, period);
        if offered > 0.0 && open > 0.0 { of_day * let_in / offered / periods.seconds * HOUR } else { 0.0 }
    };
    (0..periods.count).map(seen).collect()
}
