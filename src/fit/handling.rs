//! Handling times: zeros, a spike of very short ones, and the law of the others.

use super::laws::{manageable, quantile_law};
use super::{Choice, Fitted, Reason, Recommended, Source, Spike, choose, spike};
use crate::stats::{Durations, Point, wilson};

/// What handling times are like.
#[derive(Clone, Debug, PartialEq)]
pub struct HandlingTimes {
    /// The share of handlings of no length at all.
    pub zeros: Fitted,
    /// Very short ones that are not the beginning of the law of the others.
    pub spike: Option<Spike>,
    /// The others: the laws that were tried.
    pub body: Choice,
    /// The law of all handlings together.
    pub recommended: Recommended,
    /// The mean of all of them, s.
    pub mean: Fitted,
    /// All of them as they were seen.
    pub seen: Durations,
}

/// Handling times seen to their end (censored ones are left out). With a spike or zeros the law of all is the durations
/// themselves in slices: a scenario has no law with a spike. None where there are none.
#[must_use]
pub fn handling_times(durations: &Durations) -> Option<HandlingTimes> {
    let all = durations.map(|p| Point { censored: 0.0, ..p });
    let count = all.events_between(0.0, f64::MIN_POSITIVE);
    let zeros = Fitted::new(wilson(count as u64, all.n() as u64)?, all.n(), Source::Counted);
    let spike = spike(&all);
    let above = all.map(|p| if p.time > 0.0 { p } else { Point { events: 0.0, ..p } });
    let others = spike.as_ref().map_or(&above, |spike| &spike.body);
    let body = choose(others).or_else(|| choose(&all))?;
    if spike.is_none() && count == 0.0 {
        let (recommended, mean) = (body.recommended.clone(), body.mean);
        return Some(HandlingTimes { zeros, spike, body, recommended, mean, seen: manageable(&all) });
    }
    let recommended = Recommended { law: quantile_law(&all)?, reason: Reason::Spike };
    let mean = Fitted::new(all.mean_estimate()?, all.n(), Source::Mean);
    Some(HandlingTimes { zeros, spike, body, recommended, mean, seen: manageable(&all) })
}
