//! The best point of a design, with a stated probability of being right, replications spent where they matter.

mod procedure;
mod question;

pub use procedure::{Fate, More, Observation, Race, Runner, Terms, race};
pub use question::{Goal, Limit, Named};

use super::SweepError;
use super::design::{Design, Rule};
use super::store::Workshop;
use super::work::{Watch, work};
use crate::kpi::Column;

/// What is asked of a selection.
#[derive(Clone, Debug)]
pub struct Question {
    /// The figure that is to be best.
    pub goal: Goal,
    /// The limits that a point must keep.
    pub limits: Vec<Limit>,
    /// Differences of the goal below this do not matter, in its unit.
    pub indifference: f64,
    /// How near to a limit does not matter, in its unit.
    pub tolerance: f64,
    /// The least probability of choosing right.
    pub confidence: f64,
    /// The most replications of a point.
    pub most_replications: u32,
}

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct Selection {
    /// What was asked.
    pub question: Question,
    /// The goal's figure, then those of the limits.
    pub columns: Vec<Column>,
    /// What came out.
    pub race: Race,
}

/// Fewest replications before the first judgement.
const FIRST: u32 = 20;

/// Prepares a design for a selection: its points have as many replications as it takes.
///
/// # Errors
/// Where the design asks for a precision, which is another rule.
pub fn for_selection(mut design: Design, question: &Question) -> Result<Design, SweepError> {
    if matches!(design.plan.rule, Rule::Precision { .. }) {
        let title = "a design with `precision` has a rule of its own for when to stop".to_owned();
        return Err(SweepError::Refused { title, help: "leave `precision` out for --best".to_owned() });
    }
    design.plan.rule = Rule::Replications(question.most_replications);
    Ok(design)
}

/// Finds the best point. None where it was cancelled: what is done is kept in the workshop.
///
/// # Errors
/// Where a figure is unknown, or finished work cannot be kept.
pub fn select(
    design: &Design,
    workshop: &mut Workshop,
    question: Question,
    watch: Watch<'_>,
) -> Result<Option<Selection>, SweepError> {
    let plan = &design.plan;
    let named = std::iter::once(&question.goal.figure).chain(question.limits.iter().map(|limit| &limit.figure));
    let columns = named.map(|name| name.column(plan)).collect::<Result<Vec<_>, _>>()?;
    let blocks = FIRST.div_ceil(plan.block);
    let terms = Terms {
        most: question.goal.most,
        limits: question.limits.iter().map(|limit| (limit.at_least, limit.value, question.tolerance)).collect(),
        indifference: question.indifference,
        confidence: question.confidence,
        first: (blocks * plan.block).min(question.most_replications),
        block: plan.block,
        most_replications: question.most_replications,
    };
    let mut more = |points: &[usize], range: std::ops::Range<u32>| {
        let numbers = (range.start / plan.block) as usize..(range.end.div_ceil(plan.block)) as usize;
        let unit = |point: usize, block: usize| point * plan.blocks() + block;
        let units: Vec<usize> = points.iter().flat_map(|p| numbers.clone().map(|block| unit(*p, block))).collect();
        if !work(design, workshop, &units, watch).map_err(Some)? {
            return Err(None);
        }
        let of_point = |point: &usize| {
            let mut all = Vec::new();
            for block in numbers.clone() {
                let record = workshop.store.record(unit(*point, block)).map_err(Some)?;
                all.extend(record.pairs.iter().map(|pairs| observation(design, *point, &columns, pairs)));
            }
            Ok(all)
        };
        points.iter().map(of_point).collect()
    };
    match race(plan.points.len(), &terms, &mut more) {
        Ok(race) => Ok(Some(Selection { question, columns, race })),
        Err(None) => Ok(None),
        Err(Some(error)) => Err(error),
    }
}

/// What is looked at of a replication of a point.
fn observation(design: &Design, point: usize, columns: &[Column], pairs: &[(f64, f64)]) -> Observation {
    let all = design.plan.measured(point).map(|measured| measured.columns.as_slice()).unwrap_or_default();
    let pair = |column: &Column| all.iter().position(|own| own == column).map_or((0.0, 0.0), |place| pairs[place]);
    columns.iter().map(pair).collect()
}
