//! Rosters of two people over a week, against all that there are.

use holdline::planner::roster::{Bound, Effort, Employee, Quota, Rules, Task, solve};
use holdline::planner::schedule::{Instance, Shape};
use holdline::sampling::{Key, Purpose, Stream};

const STEPS: usize = 6;

fn below(stream: &mut Stream, count: usize) -> usize {
    (stream.uniform() * count as f64) as usize
}

/// A week of two people, one shape of one to three starts, rest and days in a row that bind.
fn task(stream: &mut Stream) -> Task {
    let length = 2 + below(stream, 3);
    let starts: Vec<usize> = (0..4).filter(|_| stream.uniform() < 0.6).collect();
    let starts = if starts.is_empty() { vec![1] } else { starts };
    let shape =
        Shape { starts, length, breaks: Vec::new(), days: vec![true; 7], hours: length as f64 * 4.0, premium: 1.0 };
    let employee = |rules: usize, stream: &mut Stream| {
        let least = below(stream, 3);
        let most_hours = shape.hours * (2 + below(stream, 3)) as f64;
        Employee {
            rules,
            open: (0..7).map(|_| stream.uniform() < 0.85).collect(),
            quotas: vec![Quota { days: (least, 4), hours: (0.0, most_hours), overtime: shape.hours }],
            wishes: Vec::new(),
        }
    };
    let people = vec![employee(0, stream), employee(1, stream)];
    let rules = |stream: &mut Stream| Rules {
        shapes: vec![0],
        pay: 1.0 + below(stream, 3) as f64,
        overtime_extra: 0.5,
        rest: below(stream, 6),
        in_a_row: 2 + below(stream, 3),
    };
    let need = (0..7 * STEPS).map(|_| u32::from(stream.uniform() < 0.12)).collect();
    let rules = vec![rules(stream), rules(stream)];
    let frame = Instance { steps: STEPS, days: 7, need, shapes: vec![shape], limits: Vec::new(), terms: Vec::new() };
    Task { frame, kinds: vec![0], rules, people, weekends: Vec::new() }
}

/// Every week that a person may work, by rules written down a second time: its steps as bits, and its cost.
fn weeks(task: &Task, person: usize, least: usize) -> Vec<(u64, f64)> {
    let (shape, employee) = (&task.frame.shapes[0], &task.people[person]);
    let (rules, quota) = (&task.rules[employee.rules], &employee.quotas[0]);
    let choices = shape.starts.len() + 1;
    let mut found = Vec::new();
    for code in 0..choices.pow(7) {
        let start = |day: usize| match code / choices.pow(day as u32) % choices {
            0 => None,
            place => Some(shape.starts[place - 1]),
        };
        let starts: Vec<Option<usize>> = (0..7).map(start).collect();
        let worked: Vec<usize> = (0..7).filter(|day| starts[*day].is_some()).collect();
        let hours = worked.len() as f64 * shape.hours;
        let begins: Vec<usize> = worked.iter().map(|day| day * STEPS + starts[*day].unwrap()).collect();
        let rested = begins.windows(2).all(|pair| pair[1] >= pair[0] + shape.length + rules.rest);
        let ends = begins.last().map_or(0, |last| last + shape.length);
        // Whoever is at work over the last midnight is not at work twice when the week begins anew.
        let apart = begins.first().is_none_or(|first| ends <= 7 * STEPS + first);
        let row = worked.iter().fold((0, 0, 8), |(run, most, before), day| {
            let run = if *day == before + 1 { run + 1 } else { 1 };
            (run, run.max(most), *day)
        });
        let lawful = worked.iter().all(|day| employee.open[*day])
            && (least..=quota.days.1).contains(&worked.len())
            && hours <= quota.hours.1 + quota.overtime + 1e-9
            && rested
            && apart
            && row.1 <= rules.in_a_row;
        if lawful {
            // From the last day on, the first one follows.
            let steps = begins.iter().flat_map(|begin| *begin..begin + shape.length);
            let there = steps.fold(0_u64, |bits, step| bits | 1 << (step % (7 * STEPS)));
            let cost = hours * rules.pay + (hours - quota.hours.1).max(0.0) * rules.overtime_extra;
            found.push((there, cost));
        }
    }
    found
}

/// Fewest people missing, and the least cost with as few.
fn least(task: &Task, quotas: [usize; 2]) -> (u64, f64) {
    let [first, second] = [0, 1].map(|person| weeks(task, person, quotas[person]));
    let need = task.frame.need.iter().enumerate().fold(0_u64, |bits, (step, need)| bits | u64::from(*need) << step);
    let mut best = (u64::MAX, f64::INFINITY);
    for (one, cost) in &first {
        for (other, more) in &second {
            let found = (u64::from((need & !(one | other)).count_ones()), cost + more);
            if found.0 < best.0 || (found.0 == best.0 && found.1 < best.1) {
                best = found;
            }
        }
    }
    best
}

#[test]
fn two_people_get_the_best_of_all_weeks() {
    let mut stream = Key::new(7, 0).stream(Purpose::Bootstrap);
    let (mut covered, mut uncovered, mut short) = (0, 0, 0);
    for case in 0..40 {
        let task = task(&mut stream);
        let solved = solve(task, Effort { moves: 6_000, seed: case });
        let quotas = [0, 1].map(|person| solved.task.people[person].quotas[0].days.0);
        // A week falls short only where no week at all has more days.
        for (person, _) in &solved.short {
            assert!(weeks(&solved.task, *person, quotas[*person] + 1).is_empty(), "case {case}");
            short += 1;
        }
        let (missing, cost) = least(&solved.task, quotas);
        assert!(solved.task.is_lawful(&solved.rows), "case {case}");
        let Bound { cost: bound, missing: fewest, unsolved } = &solved.bound;
        assert_eq!(*unsolved, 0, "case {case}");
        assert!(fewest.iter().sum::<f64>() <= missing as f64 + 1e-6, "case {case}: {fewest:?} for {missing}");
        assert_eq!(solved.missing, missing, "case {case}: {:?}", solved.task);
        if missing == 0 {
            covered += 1;
            assert!((solved.cost - cost).abs() < 1e-9, "case {case}: {} for {cost}", solved.cost);
            assert!(*bound <= cost + 1e-6, "case {case}: a bound of {bound} above {cost}");
        } else {
            uncovered += 1;
        }
    }
    // Both kinds are there, so that neither half of the test is empty.
    assert!(covered >= 10 && uncovered >= 5, "{covered} covered, {uncovered} not, {short} short");
}
