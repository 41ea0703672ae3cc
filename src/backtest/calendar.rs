//! What a scenario says of a weekday.

use crate::fit::weekday;
use crate::history::Day;
use crate::scenario::{Arrivals, ContactType, Opening, OpeningHours, Scenario, Shift, Staffing};

/// The day of the scenario's horizon that stands for a day of a log: the first with its weekday, or, without a calendar,
/// the first.
pub(super) fn horizon_day(scenario: &Scenario, day: &Day) -> usize {
    let days = (scenario.horizon.seconds() / crate::units::DAY) as usize;
    let first = scenario.horizon.start.map(|start| start.weekday().to_monday_zero_offset() as usize);
    first.map_or(0, |first| (usize::from(weekday(day)) + 7 - first) % 7).min(days.saturating_sub(1))
}

/// The opening of a type on a day of a log, s of the day; all of it where it is always open.
pub(super) fn opening(contact: &ContactType, day: &Day) -> Option<(f64, f64)> {
    let hours = |hours: OpeningHours| (hours.from.get(), hours.to.get());
    match &contact.open {
        None => Some((0.0, crate::units::DAY)),
        Some(Opening::Daily(daily)) => Some(hours(*daily)),
        Some(Opening::Weekly(week)) => week.get(usize::from(weekday(day))).copied().flatten().map(hours),
    }
}

/// The arrivals of one day of the horizon.
pub(super) fn arrivals(contact: &ContactType, horizon_day: usize, per_day: usize) -> Arrivals {
    match &contact.arrivals {
        Arrivals::PerInterval(expected) => Arrivals::PerInterval(of_day(expected, horizon_day, per_day)),
        other => other.clone(),
    }
}

/// The staffing of one day of the horizon.
pub(super) fn staffing(staff: &Staffing, horizon_day: usize, per_day: usize) -> Staffing {
    match staff {
        Staffing::Constant(agents) => Staffing::Constant(*agents),
        Staffing::PerInterval(agents) => Staffing::PerInterval(of_day(agents, horizon_day, per_day)),
        Staffing::Shifts(shifts) => {
            let worked = shifts.iter().filter(|shift| shift.on(horizon_day as u32));
            Staffing::Shifts(worked.map(|shift| Shift { days: None, ..shift.clone() }).collect())
        }
    }
}

fn of_day<T: Clone>(all: &[T], day: usize, per_day: usize) -> Vec<T> {
    let start = if all.len() > per_day { day * per_day } else { 0 };
    all.iter().skip(start).take(per_day).cloned().collect()
}
