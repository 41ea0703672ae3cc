//! Wishes of people: which of them a roster grants.

use super::task::Task;
use crate::planner::schedule::Duty;
use crate::scenario::Wanted;

impl Task {
    /// Whether a roster grants a wish about a day.
    pub(super) fn grants(&self, row: &[Option<Duty>], day: usize, wanted: Wanted) -> bool {
        let kind = row[day].map(|duty| self.kinds[duty.shape]);
        match wanted {
            Wanted::Off => kind.is_none(),
            Wanted::Work => kind.is_some(),
            Wanted::Shift(wished) => kind == Some(wished),
            Wanted::Not(unwished) => kind != Some(unwished),
        }
    }

    /// Weight of the wishes of a person that a roster grants, and of all of them.
    pub(super) fn wishes(&self, person: usize, row: &[Option<Duty>]) -> (f64, f64) {
        let wishes = &self.people[person].wishes;
        let granted = wishes.iter().filter(|(day, wanted, _)| self.grants(row, *day, *wanted));
        (granted.map(|wish| wish.2).sum(), wishes.iter().map(|wish| wish.2).sum())
    }
}
