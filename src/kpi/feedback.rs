//! What customers would answer if each were asked: sums of chances, and the figures that follow.

use super::journey_results::{Grades, SatisfactionFigures};
use crate::experience::Answers;
use crate::stats::RatioMoments;

/// Sums over the contacts, or the issues, that ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Feedback {
    /// How many were asked.
    pub asked: u32,
    /// Expected number of satisfied ones.
    pub satisfied: f64,
    /// Expected number of promoters.
    pub promoters: f64,
    /// Expected number of detractors.
    pub detractors: f64,
    /// Expected number of ultimate experiences.
    pub ultimate: f64,
    /// Expected number of ugly experiences.
    pub ugly: f64,
    /// Sum of the effort index, each 1..7.
    pub effort: f64,
}

impl Feedback {
    /// Takes one customer in.
    pub fn push(&mut self, answers: &Answers, effort: f64) {
        self.add(&Self {
            asked: 1,
            satisfied: answers.satisfied,
            promoters: answers.promoter,
            detractors: answers.detractor,
            ultimate: answers.ultimate,
            ugly: answers.ugly,
            effort,
        });
    }

    /// Adds another cell's sums.
    pub fn add(&mut self, other: &Self) {
        self.asked += other.asked;
        self.satisfied += other.satisfied;
        self.promoters += other.promoters;
        self.detractors += other.detractors;
        self.ultimate += other.ultimate;
        self.ugly += other.ugly;
        self.effort += other.effort;
    }

    /// Satisfied over asked.
    #[must_use]
    pub fn csat(&self) -> (f64, f64) {
        (self.satisfied, f64::from(self.asked))
    }
}

type Figure = fn(&Feedback) -> (f64, f64);

const FIGURES: [Figure; 7] = [
    Feedback::csat,
    |f| (f.promoters - f.detractors, f64::from(f.asked)),
    |f| (f.effort, f64::from(f.asked)),
    |f| (f.ultimate, f64::from(f.asked)),
    |f| (f.satisfied - f.ultimate, f64::from(f.asked)),
    |f| (f64::from(f.asked) - f.satisfied - f.ugly, f64::from(f.asked)),
    |f| (f.ugly, f64::from(f.asked)),
];

/// The figures over replications.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FeedbackStatistics([RatioMoments; FIGURES.len()]);

impl FeedbackStatistics {
    /// Takes a replication in.
    pub(super) fn push(&mut self, feedback: &Feedback) {
        self.0.iter_mut().zip(FIGURES).for_each(|(moments, figure)| moments.push(figure(feedback)));
    }

    /// The figures as they stand.
    pub(super) fn figures(&self) -> SatisfactionFigures {
        let [csat, nps, effort, ultimate, good, bad, ugly] = self.0.map(|moments| moments.ratio());
        SatisfactionFigures { csat, nps, effort, grades: Grades { ultimate, good, bad, ugly } }
    }
}
