//! The fewest agents that meet some conditions, in nearly the mix that is there.

use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// That some groups (by their place) have so many agents together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) groups: Vec<usize>,
    pub(super) least: f64,
}

/// What an agent more or fewer than in the mix weighs beside an agent at all.
const NEARNESS: f64 = 0.01;

/// The fewest agents by group under all conditions; of those that are as few, the ones nearest to the mix, scaled to
/// their number. None where the programme fails numerically.
pub(super) fn fewest(mix: &[f64], conditions: &[Condition]) -> Option<Vec<f64>> {
    let all = conditions.iter().map(|condition| condition.least).fold(0.0, f64::max);
    let there: f64 = mix.iter().sum();
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let groups: Vec<_> = mix.iter().map(|_| problem.add_var(1.0, (0.0, f64::INFINITY))).collect();
    for (group, share) in groups.iter().zip(mix) {
        let wanted = all * share / there;
        let off = problem.add_var(NEARNESS, (0.0, f64::INFINITY));
        problem.add_constraint([(*group, 1.0), (off, 1.0)], ComparisonOp::Ge, wanted);
        problem.add_constraint([(*group, 1.0), (off, -1.0)], ComparisonOp::Le, wanted);
    }
    for condition in conditions {
        let able: Vec<_> = condition.groups.iter().map(|place| (groups[*place], 1.0)).collect();
        problem.add_constraint(able, ComparisonOp::Ge, condition.least);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(groups.iter().map(|group| solution.var_value(*group).max(0.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<Vec<f64>>, agents: &[f64]) -> bool {
        found.is_some_and(|found| found.iter().zip(agents).all(|(a, b)| (a - b).abs() < 1e-6))
    }

    #[test]
    fn few_and_as_they_are_mixed() {
        let condition = |groups: &[usize], least: f64| Condition { groups: groups.into(), least };
        // Two teams for one type each, and one for both.
        let needed = |one, two, all| vec![condition(&[0, 2], one), condition(&[1, 2], two), condition(&[0, 1, 2], all)];
        assert!(close(fewest(&[10.0, 6.0, 4.0], &needed(6.0, 4.0, 10.0)), &[5.0, 3.0, 2.0]));
        assert!(close(fewest(&[5.0, 5.0, 0.0], &needed(6.0, 4.0, 10.0)), &[6.0, 4.0, 0.0]));
        assert!(close(fewest(&[0.0, 0.0, 0.01], &needed(6.0, 6.0, 10.0)), &[0.0, 0.0, 10.0]));
    }
}
