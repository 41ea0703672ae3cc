//! How figures follow the factors, with intervals that know that all points have the same customers.
//!
//! A figure of a point is a ratio of sums R = x / y. What is asked (a change along a factor, the mean at a level) is a sum
//! of these over the points, with weights from the design. To first order its error is that of the same sum of the
//! linearised residuals (x - R y) / mean(y), replication by replication (Cochran, Sampling Techniques, 3rd ed. 1977,
//! eq. 2.45); under common random numbers these are taken before squaring, so that luck that points share cancels.
//! Intervals hold the chance of the simulation, not the error of a straight line where none fits.

use serde::Serialize;

use super::contrasts::{Contrast, What, contrasts};
use super::fold::Finished;
use super::linear::LeastSquares;
use super::plan::Plan;
use crate::kpi::Column;
use crate::stats::{Estimate, student_quantile};

/// How the figures of a sweep follow its factors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effects {
    /// What charts call the sweep.
    pub name: String,
    /// Points.
    pub points: usize,
    /// Fewest and most replications of a point.
    pub replications: (u32, u32),
    /// Names of the factors, in the order of the design, and whether each is a quantity.
    pub factors: Vec<(String, bool)>,
    /// How each figure changes along each factor; empty where the points do not tell factors apart.
    pub changes: Vec<Change>,
    /// Where each figure stands at each level of each factor.
    pub levels: Vec<LevelMean>,
}

/// How much a figure changes along a factor, all others held, by least squares over the points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The figure.
    pub column: Column,
    /// Index of the factor.
    pub factor: usize,
    /// The level where it begins.
    pub from: String,
    /// The level where it ends.
    pub to: String,
    /// By how much the figure changes; its interval is paired.
    pub change: Estimate,
    /// Whether the interval excludes zero at a level that makes all changes together right with 95 % confidence
    /// (Bonferroni).
    pub real: bool,
    /// Share of the figure's variation between points that the main effects of all factors explain, 0..1; none where it
    /// does not vary.
    pub explained: Option<f64>,
}

/// Where a figure stands at a level of a factor, over all points that have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelMean {
    /// The figure.
    pub column: Column,
    /// Index of the factor.
    pub factor: usize,
    /// The level.
    pub level: String,
    /// Where it lies on an axis: the quantity, or the number of the level.
    pub at: f64,
    /// The mean over the points with this level, with the interval of its difference from the mean over all points.
    pub mean: Estimate,
}

/// Figures that are looked at unless a design says which.
const USUAL: [&str; 8] =
    ["service_level", "p_abandon", "mean_wait", "occupancy", "cost", "csat", "contacts_per_issue", "money_at_risk"];

/// A weighted sum; what is left of a sum that cancels but for rounding is nothing.
fn sum(weights: &[f64], values: &[f64]) -> f64 {
    let terms = || weights.iter().zip(values).map(|(weight, value)| weight * value);
    let (sum, size) = terms().fold((0.0, 0.0), |(sum, size), term| (sum + term, size + f64::abs(term)));
    if f64::abs(sum) <= 1e-12 * size { 0.0 } else { sum }
}

/// Points as they come, for [`Effects`].
pub struct EffectsSoFar<'a> {
    plan: &'a Plan,
    contrasts: Vec<Contrast>,
    model: Option<LeastSquares>,
    columns: Vec<Tracked>,
    replications: (u32, u32),
}

/// A figure on its way.
struct Tracked {
    column: Column,
    /// Its value at each point.
    values: Vec<f64>,
    /// For each contrast and replication, the sum over points of weight × residual / replications of the point.
    sums: Vec<Vec<f64>>,
}

impl<'a> EffectsSoFar<'a> {
    /// No point yet.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let (contrasts, model) = contrasts(plan);
        let wanted = |column: &&Column| !plan.figures.is_empty() || USUAL.contains(&column.figure.as_str());
        let everywhere = |column: &&Column| plan.measured.iter().all(|measured| measured.columns.contains(column));
        let first = plan.measured.first().map(|measured| measured.columns.as_slice()).unwrap_or_default();
        // One promise is that of the centre, and the pay of one group that of all.
        let many = |kind: &str, figure: &str| first.iter().filter(|c| c.kind == kind && c.figure == figure).count();
        let (promises, pays) = (many("contacts", "service_level"), many("agents", "cost"));
        let twice = |column: &Column| match (column.kind.as_str(), column.figure.as_str()) {
            ("centre", "service_level") => promises == 1,
            ("agents", "cost") => pays == 1 && many("centre", "cost") == 1,
            _ => false,
        };
        let tracked = |column: &Column| Tracked {
            column: column.clone(),
            values: Vec::new(),
            sums: vec![Vec::new(); contrasts.len()],
        };
        let columns =
            first.iter().filter(wanted).filter(everywhere).filter(|column| !twice(column)).map(tracked).collect();
        Self { plan, contrasts, model, columns, replications: (u32::MAX, 0) }
    }

    /// Takes the next point in.
    pub fn push(&mut self, finished: &Finished<'_>) {
        let many = finished.replications();
        self.replications = (self.replications.0.min(many), self.replications.1.max(many));
        for tracked in &mut self.columns {
            let Some(place) = finished.columns.iter().position(|column| *column == tracked.column) else { continue };
            let pairs = || finished.record.pairs.iter().map(|pairs| pairs[place]);
            let (x, y) = pairs().fold((0.0, 0.0), |(x, y), (a, b)| (x + a, y + b));
            let ratio = x / y;
            tracked.values.push(ratio);
            for (contrast, sums) in self.contrasts.iter().zip(&mut tracked.sums) {
                sums.resize(sums.len().max(many as usize), 0.0);
                let scale = contrast.weights[finished.point] / y;
                sums.iter_mut().zip(pairs()).for_each(|(sum, (a, b))| *sum += scale * (a - ratio * b));
            }
        }
    }

    /// What all points together say.
    #[must_use]
    pub fn finish(self) -> Effects {
        let (mut changes, mut levels) = (Vec::new(), Vec::new());
        // A figure that some point does not have has no mean over the points.
        for tracked in self.columns.iter().filter(|tracked| tracked.values.iter().all(|value| value.is_finite())) {
            let overall = tracked.values.iter().sum::<f64>() / tracked.values.len().max(1) as f64;
            let explained = self.model.as_ref().and_then(|model| model.explained(&tracked.values));
            for (contrast, sums) in self.contrasts.iter().zip(&tracked.sums) {
                let value = sum(&contrast.weights, &tracked.values);
                let estimate = self.estimate(value, sums);
                let (column, factor) = (tracked.column.clone(), contrast.factor);
                match &contrast.what {
                    What::Change { from, to } => {
                        let (from, to) = (from.clone(), to.clone());
                        changes.push(Change { column, factor, from, to, change: estimate, real: false, explained });
                    }
                    What::Level { name, at } => {
                        let ends = |[low, high]: [f64; 2]| [overall + low, overall + high];
                        let ci95 = estimate.ci95.map(ends);
                        let mean = Estimate { value: overall + value, ci95, ..estimate };
                        levels.push(LevelMean { column, factor, level: name.clone(), at: *at, mean });
                    }
                }
            }
        }
        self.mark_real(&mut changes);
        let factor = |(place, name): (usize, &String)| (name.clone(), self.plan.is_numeric(place));
        Effects {
            name: self.plan.name.clone(),
            points: self.plan.points.len(),
            replications: self.replications,
            factors: self.plan.factors.iter().enumerate().map(factor).collect(),
            changes,
            levels,
        }
    }

    /// Replications have residuals that sum to zero; those of a point with fewer are zero from there on.
    fn estimate(&self, value: f64, sums: &[f64]) -> Estimate {
        let n = f64::from(self.replications.0);
        let squares: f64 = sums.iter().map(|sum| sum * sum).sum();
        Estimate::from_variance(value, squares * n / (n - 1.0), self.replications.0)
    }

    fn mark_real(&self, changes: &mut [Change]) {
        let rows = changes.len().max(1) as f64;
        let quantile = match self.replications.0 {
            0 | 1 => f64::INFINITY,
            n => student_quantile(1.0 - 0.025 / rows, n - 1),
        };
        for change in changes {
            let Estimate { value, std_error, .. } = change.change;
            change.real = std_error.is_some_and(|error| value.abs() > quantile * error);
        }
    }
}
