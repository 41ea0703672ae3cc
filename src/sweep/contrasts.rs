//! What is asked of a design: how much a figure changes along a factor, and where it stands at each level.

use super::linear::LeastSquares;
use super::plan::Plan;
use crate::units::Seconds;

/// A weighted sum of the points' figures.
#[derive(Clone, Debug)]
pub(super) struct Contrast {
    /// The factor that it is about.
    pub(super) factor: usize,
    pub(super) what: What,
    /// The weight of each point.
    pub(super) weights: Vec<f64>,
}

/// What a weighted sum says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// How much a figure changes from one level to another, all other factors held.
    Change { from: String, to: String },
    /// By how much the mean over the points at a level differs from that over all points; `at` is where the level lies on
    /// an axis.
    Level { name: String, at: f64 },
}

/// Levels of a quantity that are shown by themselves; more are put into classes.
const MOST_LEVELS: usize = 10;
/// Classes of a quantity with many levels.
const CLASSES: usize = 6;

/// All contrasts of a plan, and the model that its changes belong to. Without the model there are no changes: points do not
/// tell the factors apart.
pub(super) fn contrasts(plan: &Plan) -> (Vec<Contrast>, Option<LeastSquares>) {
    let levels = (0..plan.factors.len()).flat_map(|factor| levels(plan, factor));
    let (rows, changes) = model(plan);
    let model = LeastSquares::new(rows);
    let change = |(factor, what, of): (usize, What, Vec<f64>)| {
        model.as_ref().map(|model| Contrast { factor, what, weights: model.weights(&of) })
    };
    (changes.into_iter().filter_map(change).chain(levels).collect(), model)
}

/// A change: its factor, what it is called, and its weights in terms of the model's coefficients.
type Change = (usize, What, Vec<f64>);

/// The rows of the model: one, then each quantity from -1 to 1, and each other factor by its levels after the first.
fn model(plan: &Plan) -> (Vec<Vec<f64>>, Vec<Change>) {
    let mut rows: Vec<Vec<f64>> = plan.points.iter().map(|_| vec![1.0]).collect();
    let mut changes: Vec<(usize, What, usize, f64)> = Vec::new();
    for factor in 0..plan.factors.len() {
        let place = |rows: &[Vec<f64>]| rows.first().map_or(0, Vec::len);
        let distinct = distinct(plan, factor);
        if plan.is_numeric(factor) {
            let (low, high) = range(plan, factor);
            if high > low {
                let [from, to] = [low, high].map(|end| shown(plan, factor, end, 4));
                changes.push((factor, What::Change { from, to }, place(&rows), 2.0));
                let along = |number: f64| (2.0 * number - low - high) / (high - low);
                let numbers = plan.points.iter().map(|point| along(point[factor].number.unwrap_or(low)));
                rows.iter_mut().zip(numbers).for_each(|(row, x)| row.push(x));
            }
            continue;
        }
        for level in distinct.iter().skip(1) {
            let what = What::Change { from: distinct[0].clone(), to: level.clone() };
            changes.push((factor, what, place(&rows), 1.0));
            let there = plan.points.iter().map(|point| f64::from(u8::from(point[factor].text == *level)));
            rows.iter_mut().zip(there).for_each(|(row, x)| row.push(x));
        }
    }
    let width = rows.first().map_or(0, Vec::len);
    let of = |(factor, what, place, scale)| {
        let mut of = vec![0.0; width];
        of[place] = scale;
        (factor, what, of)
    };
    (rows, changes.into_iter().map(of).collect())
}

/// A level of a quantity with so many digits that count; a time the way a planner writes it.
fn shown(plan: &Plan, factor: usize, number: f64, digits: i32) -> String {
    if plan.is_duration(factor) { Seconds(number).to_string() } else { rounded(number, digits) }
}

/// A level with so many digits that count.
fn rounded(number: f64, digits: i32) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let scale = libm::pow(10.0, f64::from(digits) - 1.0 - libm::floor(libm::log10(number.abs())));
    let whole = (number * scale).round();
    // Dividing by a power of ten below one would leave digits of its own.
    if scale < 1.0 { (whole * (1.0 / scale).round()).to_string() } else { (whole / scale).to_string() }
}

/// The levels of a factor in the order in which points have them.
fn distinct(plan: &Plan, factor: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for point in &plan.points {
        if !all.contains(&point[factor].text) && all.len() < 1000 {
            all.push(point[factor].text.clone());
        }
    }
    all
}

fn range(plan: &Plan, factor: usize) -> (f64, f64) {
    let numbers = plan.points.iter().filter_map(|point| point[factor].number);
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// A contrast for each level, or class of levels, of a factor.
fn levels(plan: &Plan, factor: usize) -> Vec<Contrast> {
    let names = distinct(plan, factor);
    let numeric = plan.is_numeric(factor);
    let (low, high) = if numeric { range(plan, factor) } else { (0.0, 0.0) };
    let class = |point: &Vec<super::Level>| -> usize {
        let level = &point[factor];
        if names.len() <= MOST_LEVELS || !numeric {
            return names.iter().position(|name| *name == level.text).unwrap_or(0);
        }
        let along = (level.number.unwrap_or(low) - low) / (high - low);
        ((along * CLASSES as f64) as usize).min(CLASSES - 1)
    };
    let classes: Vec<usize> = plan.points.iter().map(class).collect();
    let many = if names.len() <= MOST_LEVELS || !numeric { names.len() } else { CLASSES };
    let of = |class: usize| {
        let members: Vec<usize> = (0..classes.len()).filter(|point| classes[*point] == class).collect();
        let first = *members.first()?;
        let (share, rest) = (1.0 / members.len() as f64, 1.0 / classes.len() as f64);
        let weights = classes.iter().map(|other| if *other == class { share - rest } else { -rest }).collect();
        let numbers = members.iter().filter_map(|point| plan.points[*point][factor].number);
        let at = if numeric { numbers.sum::<f64>() * share } else { class as f64 };
        let name = if many == CLASSES && names.len() > MOST_LEVELS {
            shown(plan, factor, at, 3)
        } else {
            plan.points[first][factor].text.clone()
        };
        Some(Contrast { factor, what: What::Level { name, at }, weights })
    };
    (0..many).filter_map(of).collect()
}
