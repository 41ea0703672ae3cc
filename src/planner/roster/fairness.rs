//! Weekends in equal shares among the people of a contract.

use super::task::Task;
use crate::planner::schedule::Duty;

impl Task {
    /// Weekends on which a person works, and those on which the person could.
    pub(super) fn weekends(&self, person: usize, row: &[Option<Duty>]) -> (usize, usize) {
        let open = &self.people[person].open;
        let works = |days: &&Vec<usize>| days.iter().any(|day| row[*day].is_some());
        let could = |days: &&Vec<usize>| days.iter().any(|day| open[*day]);
        (self.weekends.iter().filter(works).count(), self.weekends.iter().filter(could).count())
    }

    /// What a person's weekends add to the unfairness of a roster: worked² / open. For a given number of weekends worked
    /// together, the sum over people is least when all have the same share of their own (Cauchy and Schwarz).
    pub(super) fn unfairness(&self, person: usize, row: &[Option<Duty>]) -> f64 {
        let (worked, open) = self.weekends(person, row);
        (worked * worked) as f64 / open.max(1) as f64
    }
}
