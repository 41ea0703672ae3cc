//! What happened on a day.

use super::Figures;
use super::calendar::opening;
use super::given::Given;
use crate::fit::{day_number, interval_of};
use crate::history::Day;
use crate::kpi::DEFAULT_WITHIN;
use crate::units::DAY;

/// Fewer handlings of a type have no mean to speak of.
const ENOUGH: f64 = 5.0;

/// A day as it was.
#[derive(Clone, Debug, Default)]
pub(super) struct Actual {
    /// Figures by interval, of all types.
    pub(super) intervals: Vec<Figures>,
    /// Contacts of each type by interval.
    pub(super) counts: Vec<Vec<u32>>,
    /// Mean number of agents on duty by interval.
    pub(super) on_duty: Vec<f64>,
    /// How many times as long handling took, by type, as the scenario has it at the times at which it was begun; of what
    /// the log tells, which may not be after-contact work. None where too few were handled.
    pub(super) handle: Vec<Option<f64>>,
}

pub(super) fn of_day(given: &Given<'_>, day: &Day) -> Actual {
    let (interval, per_day) = (given.interval(), given.per_day());
    let mut intervals = vec![Figures { seconds: interval, ..Figures::default() }; per_day];
    let mut handled = vec![(0.0, 0.0, 0.0); given.kinds.len()];
    let midnight = f64::from(day_number(day)) * DAY;
    for contact in given.log.of_day(day) {
        let Some(kind) = given.contact_type(contact.kind) else { continue };
        let of_type = &given.scenario.contacts[kind];
        let wrap = untold_wrap(given, kind, contact.wrap().is_some());
        if let (true, Some(handle)) = (contact.is_answered(), contact.handle()) {
            let (sum, expected, count) = handled[kind];
            let usual = given.usual_handle(kind, contact) - wrap;
            handled[kind] = (sum + handle, expected + usual, count + 1.0);
            spread_busy(&mut intervals, interval, contact.left_queue() - midnight, handle + wrap);
        }
        let place = interval_of(contact.time_of_day(), interval, opening(of_type, day));
        if let Some(figures) = place.map(|place| &mut intervals[place])
            && (contact.is_answered() || contact.is_abandoned())
        {
            let within = of_type.target.map_or(DEFAULT_WITHIN, |target| target.within.get());
            figures.contacts += 1.0;
            figures.wait += contact.wait();
            figures.abandoned += f64::from(u8::from(contact.is_abandoned()));
            figures.in_time += f64::from(u8::from(contact.is_answered() && contact.wait() <= within));
        }
    }
    let factor = |(sum, expected, count): (f64, f64, f64)| (count >= ENOUGH).then_some(sum / expected);
    let handle = handled.into_iter().map(factor).collect();
    Actual { intervals, counts: given.counts(day), on_duty: on_duty(given, day), handle }
}

/// The mean after-contact work that the scenario has and the log does not tell, s.
fn untold_wrap(given: &Given<'_>, kind: usize, is_told: bool) -> f64 {
    match &given.scenario.contacts[kind].handle {
        crate::scenario::Handling::TalkWrap { wrap, .. } if !is_told => wrap.mean(),
        _ => 0.0,
    }
}

/// Puts the time of a handling into the intervals over which it goes on.
fn spread_busy(intervals: &mut [Figures], interval: f64, from: f64, length: f64) {
    let until = from + length;
    let first = (from / interval) as usize;
    for (place, figures) in intervals.iter_mut().enumerate().skip(first) {
        let (start, end) = (place as f64 * interval, (place + 1) as f64 * interval);
        if start >= until {
            break;
        }
        figures.busy += until.min(end) - from.max(start);
    }
}

fn on_duty(given: &Given<'_>, day: &Day) -> Vec<f64> {
    let duty = given.duty.of(day);
    let edges: Vec<f64> = (0..=given.per_day()).map(|place| place as f64 * given.interval()).collect();
    let days = [day_number(day)];
    duty.staff(None, &days, &edges).iter().map(crate::fit::Fitted::value).collect()
}
