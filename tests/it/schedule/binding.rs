//! Rules that bind: overtime, hours, numbers of people, people on a shift, rest between nights and days.

use std::collections::BTreeSet;

use holdline::planner::schedule::{Effort, End, Instance, Limit, Person, Shape, Terms, Unsolved, solve};
use proptest::prelude::*;

use super::brute_force::{choices, duties};
use super::{one_day, optimum, shape};

/// Days of one step and one shape of eight hours, with a pay of 10.
fn days(need: &[u32]) -> Instance {
    let mut instance = one_day(1, need.to_vec(), vec![shape(&[0], 1, 1.0)]);
    instance.days = need.len();
    instance.shapes[0].days = vec![true; need.len()];
    instance.shapes[0].hours = 8.0;
    instance.terms[0].days = (0, need.len());
    instance.terms[0].pay = 10.0;
    instance
}

#[test]
fn overtime_is_worked_where_nobody_else_is_there() {
    let mut alone = days(&[1, 1, 1]);
    alone.terms[0].hours = (0.0, 16.0);
    (alone.terms[0].overtime, alone.terms[0].overtime_extra) = (8.0, 10.0);
    alone.terms[0].people = (0, 1);
    // Twenty-four hours, eight of them for twice the pay; with a second person none of them are.
    assert_eq!(optimum(&alone).cost, 240.0 + 80.0);
    alone.terms[0].people = (0, 2);
    assert_eq!(optimum(&alone).cost, 240.0);
}

#[test]
fn overtime_is_counted_person_by_person() {
    // Three people with at most 12 hours each and shifts of eight: as a group they have 36 hours for three days' two
    // duties, but nobody works two without four hours of overtime.
    let mut team = days(&[2, 2, 2]);
    team.terms[0].hours = (0.0, 12.0);
    (team.terms[0].overtime, team.terms[0].overtime_extra) = (4.0, 5.0);
    team.terms[0].people = (0, 3);
    let effort = Effort { moves: 20_000, rounds: 4, gap: 0.0, ..Effort::default() };
    let solved = solve(&team, effort, &mut |_| true).unwrap();
    assert_eq!((solved.missing, solved.cost), (0, 6.0 * 80.0 + 3.0 * 4.0 * 5.0));
    assert!(solved.bound <= solved.cost && (solved.end == End::Optimal) == (solved.bound == solved.cost), "{solved:?}");
}

#[test]
fn no_more_people_than_allowed_are_on_a_shift() {
    let mut instance = one_day(1, vec![3], vec![shape(&[0], 1, 1.0), shape(&[0], 1, 5.0)]);
    instance.limits = vec![Limit { shapes: vec![0], most: 2 }];
    assert_eq!(optimum(&instance).cost, 7.0);
}

#[test]
fn as_many_people_work_as_there_must_be() {
    let mut instance = days(&[1, 0, 0]);
    instance.terms[0].people = (3, 5);
    instance.terms[0].days = (1, 3);
    assert_eq!(optimum(&instance).people.len(), 3);
}

#[test]
fn least_hours_make_people_work_more_than_is_needed() {
    let mut instance = days(&[1, 0, 0]);
    instance.terms[0].hours = (16.0, 24.0);
    assert_eq!(optimum(&instance).cost, 160.0);
}

/// A week of days (6 to 16 h) and nights (22 to 8 h) in steps of two hours.
fn nights(rest: usize) -> Instance {
    let need: Vec<u32> = (0..7 * 12).map(|step| u32::from(!(8..11).contains(&(step % 12)))).collect();
    let both = Shape { days: vec![true; 7], ..shape(&[3, 11], 5, 1.0) };
    let mut instance = one_day(12, need, vec![both]);
    instance.days = 7;
    instance.terms[0].days = (5, 5);
    instance.terms[0].rest = rest;
    instance
}

#[test]
fn nobody_works_two_shifts_at_once() {
    for rest in [0, 6] {
        let instance = nights(rest);
        let solved = solve(&instance, Effort::default(), &mut |_| true).unwrap();
        assert_eq!((solved.missing, instance.faults(&solved.people)), (0, Vec::new()), "{solved:?}");
        for person in &solved.people {
            let mut steps = Vec::new();
            person.work().for_each(|(day, duty)| instance.each_step(day, duty, |step| steps.push(step)));
            let different: BTreeSet<usize> = steps.iter().copied().collect();
            assert_eq!(different.len(), steps.len(), "{person:?}");
        }
        // Fourteen duties, five a person, none missing.
        assert_eq!(solved.people.len(), 3);
    }
}

#[test]
fn a_night_before_a_day_is_a_fault() {
    let instance = nights(0);
    let mut person = Person::new(0);
    let night = duties(&instance, 0).into_iter().find(|duty| duty.start == 11).unwrap();
    let day = duties(&instance, 0).into_iter().find(|duty| duty.start == 3).unwrap();
    person.duties[6] = Some(night);
    assert_eq!(instance.unrested(&person), 0);
    // The week is followed by one like it: from Sunday 22 h to Monday 8 h, and from Monday 6 h on.
    person.duties[0] = Some(day);
    assert_eq!(instance.unrested(&person), 1);
    person.duties[6] = Some(day);
    assert_eq!(instance.unrested(&person), 0);
    assert_eq!(nights(8).unrested(&person), 1);
}

/// Every week that the contract allows, by rules written down a second time.
fn weeks(instance: &Instance) -> Vec<Person> {
    let terms = &instance.terms[0];
    let mut open = choices(instance, 0);
    let hours = |person: &Person| person.work().count() as f64 * instance.shapes[0].hours;
    let rested = |person: &Person| {
        let [Some(first), Some(second)] = [person.duties[0], person.duties[1]] else { return true };
        let length = instance.shapes[0].length;
        let between = instance.steps + second.start >= first.start + length + terms.rest;
        between && instance.steps + first.start >= second.start + length
    };
    open.retain(|person| {
        (terms.days.0..=terms.days.1).contains(&person.work().count())
            && (terms.hours.0..=terms.hours.1 + terms.overtime).contains(&hours(person))
            && rested(person)
    });
    open
}

/// The least cost of covering the need with the weeks from one on.
fn least(instance: &Instance, weeks: &[Person], people: &mut Vec<Person>, from: usize, best: &mut f64) {
    let cost = instance.cost(people);
    let limit = |day: usize| {
        instance.limits.iter().all(|l| people.iter().filter(|p| p.works(day, &[0])).count() <= l.most as usize)
    };
    if cost >= *best || !(0..instance.days).all(limit) {
        return;
    }
    if instance.shortfall(people) == 0 && people.len() >= instance.terms[0].people.0 as usize {
        *best = cost;
        return;
    }
    if people.len() == instance.terms[0].people.1 as usize {
        return;
    }
    for place in from..weeks.len() {
        people.push(weeks[place].clone());
        least(instance, weeks, people, place, best);
        people.pop();
    }
}

prop_compose! {
    fn bound_by_rules()(
        starts in proptest::collection::btree_set(0..6_usize, 1..3),
        length in 2..6_usize,
        need in proptest::collection::vec(0..=1_u32, 12),
        rest in 0..4_usize,
        days in (0..2_usize, 1..3_usize),
        most_hours in 1..4_u32,
        overtime in 0..2_u32,
        people in (0..2_u32, 2..5_u32),
        most in proptest::option::of(1..3_u32),
    ) -> Instance {
        let mut instance = one_day(6, need, vec![Shape { days: vec![true; 2], ..shape(&[0], length, 2.0) }]);
        instance.shapes[0].starts = starts.into_iter().collect();
        instance.days = 2;
        instance.limits = most.map(|most| Limit { shapes: vec![0], most }).into_iter().collect();
        instance.terms = vec![Terms {
            days,
            hours: (0.0, f64::from(most_hours) / 2.0 + 0.5),
            people,
            overtime: f64::from(overtime),
            overtime_extra: 0.5,
            rest,
            ..instance.terms[0].clone()
        }];
        instance
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rules_that_bind_are_kept_at_the_least_cost(instance in bound_by_rules()) {
        let mut best = f64::INFINITY;
        least(&instance, &weeks(&instance), &mut Vec::new(), 0, &mut best);
        let effort = Effort { gap: 0.0, moves: 20_000, rounds: 12, ..Effort::default() };
        match solve(&instance, effort, &mut |_| true) {
            Ok(solved) if best.is_finite() => {
                prop_assert_eq!((solved.missing, instance.faults(&solved.people)), (0, Vec::new()));
                prop_assert!((solved.cost - best).abs() < 1e-6, "{} for {best}: {solved:?}", solved.cost);
                prop_assert!(solved.bound <= best + 1e-6, "{solved:?}");
            }
            Ok(solved) => prop_assert!(solved.missing > 0 || !instance.faults(&solved.people).is_empty(), "{:?}", solved),
            Err(refusal) => {
                prop_assert_eq!(refusal, Unsolved::Contracts);
                prop_assert!(best.is_infinite());
            }
        }
    }
}
