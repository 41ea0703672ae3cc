//! Satisfaction by waiting: contacts counted in bins that double around the wait that customers expect.

use super::customer_curves::{SatisfactionByWait, WaitPoint};
use crate::engine::Ending;
use crate::experience::{Experience, SatisfactionModel};
use crate::stats::RatioMoments;

/// Without a wait, up to 1/16 of the expected wait, then twice as long each, and the last without an end.
const BINS: usize = 12;
/// The binary exponent of (wait / expected wait) that falls into the second of the bins.
const LEAST: i32 = -5;
/// The first bin whose waits are as long as expected.
const TOO_LONG: usize = 6;
/// Cells of a type: the bins of those answered, then of those abandoned.
pub(super) const CELLS: usize = 2 * BINS;

/// Contacts of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct WaitCell {
    contacts: u32,
    /// Sum of their waits, s.
    wait: f64,
    /// Expected number of satisfied customers.
    satisfied: f64,
}

impl WaitCell {
    /// Takes a contact in.
    pub(super) fn push(&mut self, wait: f64, satisfied: f64) {
        self.contacts += 1;
        self.wait += wait;
        self.satisfied += satisfied;
    }
}

/// The cell of a contact that waited so many times as long as expected; none for one that was turned away.
pub(super) fn cell(relative: f64, ending: Ending) -> Option<usize> {
    let bin = if relative == 0.0 { 0 } else { (libm::ilogb(relative) - LEAST + 1).clamp(1, BINS as i32 - 1) as usize };
    match ending {
        Ending::Resolved | Ending::Unresolved | Ending::Transferred => Some(bin),
        Ending::Abandoned => Some(BINS + bin),
        Ending::Blocked | Ending::Closed => None,
    }
}

/// Where a bin begins, in expected waits.
fn edge(bin: usize) -> f64 {
    if bin < 2 { 0.0 } else { libm::exp2(f64::from(LEAST + bin as i32 - 1)) }
}

/// The cells of a contact type over replications.
#[derive(Clone, Copy, Debug)]
pub(super) struct WaitStatistics {
    csat: [RatioMoments; CELLS],
    totals: [(u64, f64); CELLS],
    too_long: RatioMoments,
    csat_in_time: RatioMoments,
    csat_too_long: RatioMoments,
}

impl Default for WaitStatistics {
    fn default() -> Self {
        let none = RatioMoments::default();
        Self { csat: [none; CELLS], totals: [(0, 0.0); CELLS], too_long: none, csat_in_time: none, csat_too_long: none }
    }
}

impl WaitStatistics {
    /// Takes the cells of a replication in.
    pub(super) fn push(&mut self, cells: &[WaitCell]) {
        let mut sides = [(0.0, 0.0); 2];
        for (place, cell) in cells.iter().enumerate() {
            let pair = (cell.satisfied, f64::from(cell.contacts));
            self.csat[place].push(pair);
            self.totals[place].0 += u64::from(cell.contacts);
            self.totals[place].1 += cell.wait;
            let side = &mut sides[usize::from(place % BINS >= TOO_LONG)];
            *side = (side.0 + pair.0, side.1 + pair.1);
        }
        let [in_time, too_long] = sides;
        self.too_long.push((too_long.1, in_time.1 + too_long.1));
        self.csat_in_time.push(in_time);
        self.csat_too_long.push(too_long);
    }

    /// The curve of a type whose customers expect an answer within `expected` seconds; none without contacts.
    pub(super) fn curve(&self, model: &SatisfactionModel, expected: f64) -> Option<SatisfactionByWait> {
        let all: u64 = self.totals.iter().map(|(contacts, _)| contacts).sum();
        let last = (0..BINS).rev().find(|bin| self.totals[*bin].0 + self.totals[BINS + bin].0 > 0)?;
        let share = |bin: usize| {
            let contacts = self.totals[bin].0 + self.totals[BINS + bin].0;
            (edge(bin) * expected, if bin == 0 { 0.0 } else { edge(bin + 1) * expected }, contacts as f64 / all as f64)
        };
        let lived = |wait: f64| Experience { wait, ..Experience::default() };
        let satisfied = |wait: f64| model.answers(model.score(&lived(wait))).satisfied;
        // Eight points a doubling make a smooth line.
        let waits = (0..=8 * BINS).map(|step| edge(2) * (libm::exp2(step as f64 / 8.0) - 1.0));
        Some(SatisfactionByWait {
            expected,
            answered: self.points(0),
            abandoned: self.points(BINS),
            shares: (0..=last).map(share).collect(),
            model: waits.map(|wait| (wait * expected, satisfied(wait))).collect(),
            too_long: self.too_long.ratio(),
            csat_in_time: self.csat_in_time.ratio(),
            csat_too_long: self.csat_too_long.ratio(),
        })
    }

    fn points(&self, first: usize) -> Vec<WaitPoint> {
        let point = |place: usize| {
            let (contacts, wait) = self.totals[place];
            Some(WaitPoint { wait: wait / contacts as f64, contacts, csat: self.csat[place].ratio()? })
        };
        (first..first + BINS).filter_map(point).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_double_around_the_expected_wait() {
        let bin = |relative| cell(relative, Ending::Resolved);
        assert_eq!([0.0, 1e-9, 0.0624].map(bin), [0, 1, 1].map(Some));
        assert_eq!([0.0625, 0.99, 1.0, 1.99, 31.9, 32.0, 1e9].map(bin), [2, 5, 6, 6, 10, 11, 11].map(Some));
        assert_eq!(edge(TOO_LONG), 1.0);
        assert_eq!(cell(1.0, Ending::Abandoned), Some(BINS + TOO_LONG));
        assert_eq!(cell(0.0, Ending::Blocked), None);
    }
}
