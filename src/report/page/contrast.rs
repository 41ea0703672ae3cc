//! By how much two scenarios differ in a figure, and whether that is more than noise.

use super::family::{Edge, ancestors};
use crate::kpi::{Difference, ResultDocument};
use crate::stats::{Estimate, student_quantile};

/// A figure of one scenario less that of another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contrast {
    pub(super) difference: Estimate,
    /// Whether it is real with 95 % confidence over all that the document compares.
    pub(super) real: bool,
}

impl Contrast {
    /// Whether both are the same in every replication.
    pub(super) fn is_none(&self) -> bool {
        self.difference.value == 0.0 && self.difference.std_error == Some(0.0)
    }

    /// Whether the first is smaller for certain.
    pub(super) fn is_less(&self) -> bool {
        self.real && self.difference.value < 0.0
    }

    fn turned(self) -> Self {
        let Estimate { value, std_error, ci95 } = self.difference;
        let ci95 = ci95.map(|[low, high]| [-high, -low]);
        Self { difference: Estimate { value: -value, std_error, ci95 }, ..self }
    }
}

/// A figure of a contact type or group, or, without one, of the whole centre.
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    pub(super) subject: Option<&'a str>,
    pub(super) name: &'a str,
}

/// The money of the whole centre.
pub(super) const COST: Figure<'static> = Figure { subject: None, name: "cost" };

/// What the comparisons of a document know.
pub(super) struct Contrasts<'a> {
    pub(super) document: &'a ResultDocument,
    pub(super) edges: &'a [Edge<'a>],
}

impl<'a> Contrasts<'a> {
    /// This scenario less the other; `None` where nothing compares them.
    pub(super) fn of(&self, this: usize, other: usize, figure: Figure) -> Option<Contrast> {
        let direct = |this: usize, other: usize| {
            let edge = self.edges.iter().find(|edge| edge.this == this && edge.against == other)?;
            let row = row(edge, figure)?;
            Some(Contrast { difference: row.difference?, real: row.real })
        };
        direct(this, other)
            .or_else(|| direct(other, this).map(Contrast::turned))
            .or_else(|| self.around(this, other, figure))
    }

    /// The figure as the comparisons have it.
    fn figure(&self, index: usize, figure: Figure) -> Option<Estimate> {
        self.edges.iter().find_map(|edge| match index {
            index if index == edge.this => row(edge, figure)?.this,
            index if index == edge.against => row(edge, figure)?.first,
            _ => None,
        })
    }

    /// The difference of two that are compared only through others. Their replications are paired, too, but their
    /// covariance is not in the document: the sum of the standard errors on the way, or of their own, is never less
    /// than the true error.
    fn around(&self, this: usize, other: usize, figure: Figure) -> Option<Contrast> {
        let (from, to) = (ancestors(this, self.edges), ancestors(other, self.edges));
        let common = from.iter().map(|(index, _)| *index).find(|index| to.iter().any(|(other, _)| other == index))?;
        let mut bound = 0.0;
        for line in [&from, &to] {
            for (_, edge) in line.iter().take_while(|(index, _)| *index != common) {
                bound += row((*edge)?, figure)?.difference?.std_error?;
            }
        }
        let (a, b) = (self.figure(this, figure)?, self.figure(other, figure)?);
        let error = bound.min(a.std_error? + b.std_error?);
        Some(self.judged(a.value - b.value, error, self.replications(&[this, other])))
    }

    fn replications(&self, of: &[usize]) -> u32 {
        of.iter().filter_map(|index| Some(self.document.scenarios.get(*index)?.replications)).min().unwrap_or(0)
    }

    /// Real at a level that holds for all rows of the document and all pairs of its scenarios together (Bonferroni).
    fn judged(&self, value: f64, error: f64, replications: u32) -> Contrast {
        let rows =
            self.document.comparisons.iter().flat_map(|c| &c.rows).filter(|row| row.difference.is_some()).count();
        let scenarios = self.document.scenarios.len();
        let looks = (rows + scenarios * scenarios.saturating_sub(1) / 2).max(1) as f64;
        let quantile = |p: f64| student_quantile(p, replications.saturating_sub(1));
        let half = error * quantile(0.975);
        let difference = Estimate { value, std_error: Some(error), ci95: Some([value - half, value + half]) };
        Contrast { difference, real: replications > 1 && value.abs() > error * quantile(1.0 - 0.025 / looks) }
    }
}

/// What a comparison says of a figure.
pub(super) fn row<'a>(edge: &Edge<'a>, figure: Figure) -> Option<&'a Difference> {
    let is_it = |row: &&Difference| row.figure == figure.name && row.subject.as_deref() == figure.subject;
    edge.comparison.rows.iter().find(is_it)
}
