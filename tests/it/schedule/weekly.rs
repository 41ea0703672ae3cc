//! A week of two groups in quarters of an hour with breaks: within two per cent of the bound.

use std::time::{Duration, Instant};

use holdline::planner::schedule::{Effort, Instance, Shape, Terms, Window, solve};

/// People needed in a quarter of an hour: two peaks from eight to eight, fewer at the weekend.
fn need(scale: f64, day: usize, quarter: usize) -> u32 {
    if !(32..80).contains(&quarter) {
        return 0;
    }
    let hour = quarter as f64 / 4.0;
    let peak = |at: f64, width: f64| libm::exp(-(hour - at) * (hour - at) / width);
    let week = [1.2, 1.05, 1.0, 1.0, 0.95, 0.6, 0.4][day];
    (scale * week * (20.0 + 15.0 * peak(10.5, 4.0) + 10.0 * peak(15.0, 6.0))).round() as u32
}

fn group(scale: f64) -> Instance {
    let window = |from, to, length| Window { from, to, length };
    let terms = |shape, days, people: (u32, u32)| Terms {
        shapes: vec![shape],
        days: (days, days),
        hours: (0.0, 40.0),
        people,
        pay: 20.0,
        overtime: 0.0,
        overtime_extra: 0.0,
        rest: 0,
    };
    Instance {
        steps: 96,
        days: 7,
        need: (0..7).flat_map(|day| (0..96).map(move |quarter| need(scale, day, quarter))).collect(),
        shapes: vec![
            Shape {
                starts: (28..=46).step_by(2).collect(),
                length: 34,
                breaks: vec![window(6, 10, 1), window(13, 20, 2), window(24, 29, 1)],
                days: vec![true; 7],
                hours: 8.0,
                premium: 1.0,
            },
            Shape {
                starts: (32..=62).step_by(2).collect(),
                length: 18,
                breaks: vec![window(6, 11, 1)],
                days: vec![true; 7],
                hours: 4.5,
                premium: 1.0,
            },
        ],
        limits: Vec::new(),
        terms: vec![terms(0, 5, (0, 1000)), terms(1, 4, (0, 1000))],
    }
}

#[test]
#[allow(clippy::disallowed_methods)] // The promise is about time on the wall.
fn a_week_of_two_groups_is_within_two_per_cent_of_the_bound() {
    let begun = Instant::now();
    let (mut cost, mut bound) = (0.0, 0.0);
    for scale in [1.0, 0.6] {
        let instance = group(scale);
        let effort = Effort { gap: 0.02, time: Duration::from_secs(140), ..Effort::default() };
        let solved = solve(&instance, effort, &mut |_| true).unwrap();
        assert_eq!(instance.shortfall(&solved.people), 0);
        assert_eq!(instance.faults(&solved.people), Vec::<String>::new());
        (cost, bound) = (cost + solved.cost, bound + solved.bound);
    }
    // The gap of the whole instance, as it is reported: a smaller group alone is coarser, as people are whole.
    assert!(cost <= 1.02 * bound, "{cost} against {bound}");
    assert!(begun.elapsed() < Duration::from_secs(300));
}

#[test]
fn the_same_seed_finds_the_same_roster() {
    let effort = Effort { gap: 0.0, rounds: 2, moves: 20_000, ..Effort::default() };
    let once = || solve(&group(0.4), effort, &mut |_| true).unwrap();
    assert_eq!(once(), once());
}
