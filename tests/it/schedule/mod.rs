//! Schedules: the programme against published and enumerated optima, shifts of some days and absence in the engine,
//! schedules that are simulated, written and read back.

mod answers;
mod binding;
mod brute_force;
mod correction;
mod engine;
mod published;
mod weekly;
mod whole;

use holdline::planner::schedule::{Effort, End, Instance, Shape, Solved, Terms, solve};

/// People who work one of these shapes on one day, each for its premium.
pub(super) fn one_day(steps: usize, need: Vec<u32>, shapes: Vec<Shape>) -> Instance {
    let terms = Terms {
        shapes: (0..shapes.len()).collect(),
        days: (1, 1),
        hours: (0.0, f64::INFINITY),
        people: (0, u32::MAX),
        pay: 1.0,
        overtime: 0.0,
        overtime_extra: 0.0,
        rest: 0,
    };
    Instance { steps, days: 1, need, shapes, limits: Vec::new(), terms: vec![terms] }
}

/// A shape without breaks that costs so much.
pub(super) fn shape(starts: &[usize], length: usize, cost: f64) -> Shape {
    Shape { starts: starts.to_vec(), length, breaks: Vec::new(), days: vec![true], hours: 1.0, premium: cost }
}

/// The least cost, proven; the roster keeps every rule.
pub(super) fn optimum(instance: &Instance) -> Solved {
    let solved = solve(instance, Effort { gap: 0.0, ..Effort::default() }, &mut |_| true).unwrap();
    assert_eq!(solved.end, End::Optimal, "{solved:?}");
    assert_eq!(instance.shortfall(&solved.people), 0);
    assert_eq!(instance.faults(&solved.people), Vec::<String>::new());
    solved
}
