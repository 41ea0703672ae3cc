//! The least-cost agents of one period under linear conditions: a small integer programme.

use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// A linear condition on the agents of each group: their weighted sum is at least `least`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cut {
    /// By group.
    pub(super) weights: Vec<f64>,
    pub(super) least: f64,
}

/// Agents by group at the least cost under all cuts; none where the cuts cannot be met within `most` by group, or the
/// programme failed numerically.
pub(super) fn cover(prices: &[f64], most: &[u32], cuts: &[Cut]) -> Option<Vec<u32>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let top = |most: u32| i32::try_from(most).unwrap_or(i32::MAX);
    let agents: Vec<_> =
        prices.iter().zip(most).map(|(price, most)| problem.add_integer_var(*price, (0, top(*most)))).collect();
    for cut in cuts {
        // Weights near 1 keep the programme well conditioned.
        let largest = cut.weights.iter().copied().fold(0.0, f64::max);
        if largest > 0.0 {
            let terms = agents.iter().zip(&cut.weights).filter(|(_, weight)| **weight > 0.0);
            let terms: Vec<_> = terms.map(|(agents, weight)| (*agents, weight / largest)).collect();
            problem.add_constraint(terms, ComparisonOp::Ge, cut.least / largest);
        }
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(agents.iter().map(|agents| solution.var_value(*agents).round().max(0.0) as u32).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_of_all_that_meet_the_cuts() {
        let cuts = [
            Cut { weights: vec![1.0, 0.0, 1.0], least: 4.5 },
            Cut { weights: vec![0.0, 1.0, 1.0], least: 3.0 },
            Cut { weights: vec![1.0, 1.0, 1.0], least: 7.2 },
        ];
        assert_eq!(cover(&[1.0, 1.0, 1.5], &[99; 3], &cuts), Some(vec![5, 3, 0]));
        assert_eq!(cover(&[1.0, 1.0, 1.5], &[3, 99, 99], &cuts).map(|n| n[2]), Some(2));
        assert_eq!(cover(&[1.0, 1.0, 1.5], &[1, 1, 1], &cuts), None);
    }
}
