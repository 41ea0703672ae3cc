//! Expected demand by contact type and period.

use super::Periods;
use crate::scenario::{Arrivals, Hours, ModulatedState, Scenario};
use crate::units::HOUR;

/// Expected contacts an hour of a type in a period, while it is open (averaged over the period), fresh ones only.
pub(super) fn rate(scenario: &Scenario, periods: &Periods, kind: usize, period: usize) -> f64 {
    let contact = &scenario.contacts[kind];
    let from = period as f64 * periods.seconds;
    let open = Hours::new(contact, scenario.horizon.start).open_time(from, from + periods.seconds) / periods.seconds;
    open * match &contact.arrivals {
        Arrivals::PerHour(per_hour) => *per_hour,
        Arrivals::PerInterval(expected) => expected[period % expected.len()] / periods.seconds * HOUR,
        Arrivals::Modulated(states) => mean_rate(states),
    }
}

/// Mean contacts an hour of a process that visits states in turn.
pub(super) fn mean_rate(states: &[ModulatedState]) -> f64 {
    let stay: f64 = states.iter().map(|state| state.stay.get()).sum();
    states.iter().map(|state| state.per_hour * state.stay.get()).sum::<f64>() / stay
}

/// Expected fresh contacts of a replication.
pub(super) fn contacts(scenario: &Scenario, periods: &Periods) -> f64 {
    let of = |kind, period| rate(scenario, periods, kind, period) * periods.hours_of(period);
    (0..scenario.contacts.len())
        .flat_map(|kind| (0..periods.count).map(move |p| (kind, p)))
        .map(|(k, p)| of(k, p))
        .sum()
}
