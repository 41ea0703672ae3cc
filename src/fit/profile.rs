//! Whether handling takes longer at some times of the day than at others.

use std::collections::BTreeMap;

use super::{Fitted, agent_differences};
use crate::units::{DAY, HOUR};

/// How handling times differ over the day.
#[derive(Clone, Debug, PartialEq)]
pub struct HandleProfile {
    /// Coefficient of variation of the true means of hours, beyond what chance explains.
    pub cv: Fitted,
    /// For each interval of a day the mean of its hour over that of all handlings. What was seen is drawn towards the
    /// mean of all by as much as chance explains; an hour with too few handlings has 1.
    pub factors: Vec<f64>,
}

/// Hours with fewer handlings are not told.
const LEAST: usize = 20;

/// The profile of a contact type from pairs (when an agent began, s since midnight; handling time, s), hours being told
/// apart as [`agent_differences`] tells agents; none where chance alone may be at work. `interval` in s.
#[must_use]
pub fn handle_profile(handled: impl IntoIterator<Item = (f64, f64)> + Clone, interval: f64) -> Option<HandleProfile> {
    let block = interval.max(HOUR);
    let by_hour = || handled.clone().into_iter().map(|(began, time)| ((began / block) as u32, time));
    let found = agent_differences(by_hour(), LEAST)?;
    found.cv.estimate.ci95.filter(|[low, _]| *low > 0.0)?;
    let (n, sum) = by_hour().fold((0.0, 0.0), |(n, sum), (_, time)| (n + 1.0, sum + time));
    let mean = sum / n;
    let expected: BTreeMap<u32, f64> = found.agents.iter().map(|one| (one.agent, one.expected.value())).collect();
    let of = |hour: u32| expected.get(&hour).copied().unwrap_or(mean);
    // So that all handlings together take as long as they did.
    let all = by_hour().map(|(hour, _)| of(hour)).sum::<f64>() / n;
    let factor = |place: u32| {
        let hour = (f64::from(place) * interval / block) as u32;
        if expected.contains_key(&hour) { of(hour) / all } else { 1.0 }
    };
    let intervals = libm::round(DAY / interval) as u32;
    Some(HandleProfile { cv: found.cv, factors: (0..intervals).map(factor).collect() })
}
