//! Small random instances: the programme's optimum is what trying everything finds.

use holdline::planner::schedule::{Duty, Instance, MOST_BREAKS, Person, Shape, Terms, Window};
use proptest::prelude::*;

use super::optimum;

/// Every duty on every day, written down one by one.
pub(super) fn duties(instance: &Instance, day: usize) -> Vec<Duty> {
    let mut all = Vec::new();
    for (number, shape) in instance.shapes.iter().enumerate().filter(|(_, shape)| shape.days[day]) {
        for &start in &shape.starts {
            let mut open = vec![Duty { shape: number, start, breaks: [0; MOST_BREAKS] }];
            for (place, window) in shape.breaks.iter().enumerate() {
                let placed = |duty: &Duty| {
                    let mut each = Vec::new();
                    for offset in window.from..=window.to {
                        let mut breaks = duty.breaks;
                        breaks[place] = start + offset;
                        each.push(Duty { breaks, ..*duty });
                    }
                    each
                };
                open = open.iter().flat_map(placed).collect();
            }
            all.extend(open);
        }
    }
    all
}

/// Every choice of a duty, or none, for each day of a person.
pub(super) fn choices(instance: &Instance, terms: usize) -> Vec<Person> {
    let mut open = vec![Person::new(terms)];
    for day in 0..instance.days {
        let duties = duties(instance, day);
        let with = |person: &Person| {
            let work = duties.iter().map(|duty| {
                let mut busy = person.clone();
                busy.duties[day] = Some(*duty);
                busy
            });
            work.chain([person.clone()]).collect::<Vec<_>>()
        };
        open = open.iter().flat_map(with).collect();
    }
    open
}

/// Every week that a person of a contract can work.
fn weeks(instance: &Instance, terms: usize) -> Vec<Person> {
    let (least, most) = instance.terms[terms].days;
    let mut weeks = choices(instance, terms);
    weeks.retain(|person| (least..=most).contains(&person.work().count()) && !is_in_two_places(instance, person));
    weeks
}

/// Whether two shifts of a person share a step, in a horizon that is followed by one like it.
fn is_in_two_places(instance: &Instance, person: &Person) -> bool {
    let mut busy = vec![false; instance.horizon()];
    let mut twice = false;
    for (day, duty) in person.work() {
        for step in duty.start..duty.start + instance.shapes[duty.shape].length {
            twice |= std::mem::replace(&mut busy[(day * instance.steps + step) % instance.horizon()], true);
        }
    }
    twice
}

/// The least cost of covering what is left with the weeks from one on, if it is below the best so far.
fn least(instance: &Instance, weeks: &[Person], people: &mut Vec<Person>, from: usize, spent: f64, best: &mut f64) {
    if spent >= *best {
        return;
    }
    if instance.shortfall(people) == 0 {
        *best = spent;
        return;
    }
    for place in from..weeks.len() {
        people.push(weeks[place].clone());
        least(instance, weeks, people, place, spent + instance.cost_of(&weeks[place]), best);
        people.pop();
    }
}

fn window() -> impl Strategy<Value = Window> {
    (1..3_usize, 0..2_usize).prop_map(|(from, more)| Window { from, to: from + more, length: 1 })
}

fn a_shape(days: usize) -> impl Strategy<Value = Shape> {
    let starts = proptest::collection::btree_set(0..6_usize, 1..3);
    (starts, 4..6_usize, proptest::option::of(window()), 1..4_u32).prop_map(move |(starts, length, pause, cost)| {
        Shape {
            starts: starts.into_iter().collect(),
            length,
            breaks: pause.into_iter().collect(),
            days: vec![true; days],
            hours: 1.0,
            premium: f64::from(cost),
        }
    })
}

fn instance(days: usize, shapes: usize, most: u32) -> impl Strategy<Value = Instance> {
    let shapes = proptest::collection::vec(a_shape(days), 1..=shapes);
    let need = proptest::collection::vec(0..=most, 6 * days);
    (shapes, need, 1..=days).prop_map(move |(shapes, mut need, worked)| {
        // What nobody can cover is not needed.
        let mut open = Instance { steps: 6, days, need: need.clone(), shapes, limits: Vec::new(), terms: Vec::new() };
        let mut covered = vec![false; 6 * days];
        for day in 0..days {
            duties(&open, day).iter().for_each(|duty| open.each_step(day, duty, |step| covered[step] = true));
        }
        need.iter_mut().zip(covered).for_each(|(need, covered)| *need *= u32::from(covered));
        open.terms = vec![Terms {
            shapes: (0..open.shapes.len()).collect(),
            days: (worked, worked),
            hours: (0.0, f64::INFINITY),
            people: (0, u32::MAX),
            pay: 1.0,
            overtime: 0.0,
            overtime_extra: 0.0,
            rest: 0,
        }];
        open.need = need;
        open
    })
}

fn holds(instance: &Instance) {
    let solved = optimum(instance);
    let mut best = solved.cost + 0.5;
    least(instance, &weeks(instance, 0), &mut Vec::new(), 0, 0.0, &mut best);
    assert_eq!(best, solved.cost, "{instance:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn days_are_solved_to_the_optimum(instance in instance(1, 2, 2)) {
        holds(&instance);
    }

    #[test]
    fn weeks_are_solved_to_the_optimum(instance in instance(2, 1, 1)) {
        holds(&instance);
    }
}
