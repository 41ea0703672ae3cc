//! Expected demand by contact type and period.

use super::Periods;
use crate::scenario::{Arrivals, Hours, ModulatedState, Scenario};
use crate::units::HOUR;

/// Expected contacts an hour of a type in a period, while it is open (averaged over the period), fresh ones only.
pub(super) fn rate(scenario: &Scenario, periods: &Periods, kind: usize, period: usize) -> f64 {
    open(scenario, periods, kind, period)
        * match &scenario.contacts[kind].arrivals {
            Arrivals::PerHour(per_hour) => *per_hour,
            Arrivals::PerInterval(expected) => expected[period % expected.len()] / periods.seconds * HOUR,
            Arrivals::Modulated(states) => ModulatedState::mean_per_hour(states),
        }
}

/// The same, in contacts that take their type's usual handling time: those that take half as long count by half.
pub(super) fn work(scenario: &Scenario, periods: &Periods, kind: usize, period: usize) -> f64 {
    rate(scenario, periods, kind, period) * pace(scenario, periods, kind, period)
}

/// What a contact of a period takes, as a multiple of the usual handling time of its type.
pub(super) fn pace(scenario: &Scenario, periods: &Periods, kind: usize, period: usize) -> f64 {
    let contact = &scenario.contacts[kind];
    if contact.handle_profile.is_empty() {
        return 1.0;
    }
    // One period may stand for whole days.
    let whole_days = periods.per_day == 1 && contact.handle_profile.len() > 1;
    let place = period % periods.per_day;
    let handle = if whole_days { contact.mean_handle() } else { contact.mean_handle_in(place) };
    let usual = contact.handle.mean();
    if usual > 0.0 { handle / usual } else { 1.0 }
}

/// The share of a period in which a type is open.
pub(super) fn open(scenario: &Scenario, periods: &Periods, kind: usize, period: usize) -> f64 {
    let from = period as f64 * periods.seconds;
    let hours = Hours::new(&scenario.contacts[kind], &scenario.horizon);
    hours.open_time(from, from + periods.seconds) / periods.seconds
}

/// Expected fresh contacts of a replication.
pub(super) fn contacts(scenario: &Scenario, periods: &Periods) -> f64 {
    let of = |kind, period| rate(scenario, periods, kind, period) * periods.hours_of(period);
    (0..scenario.contacts.len())
        .flat_map(|kind| (0..periods.count).map(move |p| (kind, p)))
        .map(|(k, p)| of(k, p))
        .sum()
}
