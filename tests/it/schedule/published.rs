//! Covering examples of textbooks and of manuals: the cost equals the published optimum.

use holdline::planner::schedule::{Instance, Limit, Shape, Terms, Window};

use super::{one_day, optimum, shape};

/// Fewest people who work five days in a row, then have two off. Steps are the days of one week.
fn five_in_a_row(need: [u32; 7]) -> f64 {
    optimum(&one_day(7, need.to_vec(), vec![shape(&[0, 1, 2, 3, 4, 5, 6], 5, 1.0)])).cost
}

#[test]
fn the_post_office_needs_23_people() {
    // W. L. Winston, Operations Research: Applications and Algorithms, 4th edition, p. 72, "Post office problem": five
    // days of work in a row; the relaxation says 22 1/3.
    assert_eq!(five_in_a_row([17, 13, 15, 19, 14, 16, 11]), 23.0);
}

#[test]
fn the_pluto_dogs_need_22_people() {
    // LINGO user's manual (Lindo Systems, lindo.com), "Staff scheduling", the Pluto Dogs stand: Monday to Sunday;
    // "objective value 22".
    assert_eq!(five_in_a_row([20, 16, 13, 16, 19, 14, 12]), 22.0);
}

#[test]
fn the_amusement_park_needs_25_people() {
    // Frontline Systems (solver.com), personnel scheduling for an amusement park: Sunday to Saturday, $40 a day and so
    // $200 a person, $5,000 a week; the relaxation says 24 2/3.
    assert_eq!(200.0 * five_in_a_row([22, 17, 13, 14, 15, 18, 24]), 5_000.0);
}

#[test]
fn union_airways_pays_30610_dollars() {
    // F. S. Hillier and G. J. Lieberman, Introduction to Operations Research, 7th edition, section 3.4, p. 57,
    // "Personnel scheduling": five authorised shifts of eight hours; (48, 31, 39, 43, 15) people. Steps are two hours
    // from midnight.
    let need = vec![15, 15, 15, 48, 79, 65, 87, 64, 73, 82, 43, 52];
    let shifts = [(3, 170.0), (4, 160.0), (6, 175.0), (8, 180.0), (11, 195.0)];
    let shapes: Vec<Shape> = shifts.iter().map(|(start, wage)| shape(&[*start], 4, *wage)).collect();
    let solved = optimum(&one_day(12, need, shapes));
    assert_eq!(solved.cost, 30_610.0);
    let on = |kind: usize| solved.people.iter().filter(|person| person.works(0, &[kind])).count();
    assert_eq!([0, 1, 2, 3, 4].map(on), [48, 31, 39, 43, 15]);
}

#[test]
fn the_city_runs_26_buses() {
    // H. A. Taha, Operations Research: An Introduction, "Bus scheduling model": a bus runs for eight hours in a row, and
    // shifts start every four. Steps are four hours from midnight.
    let solved = optimum(&one_day(6, vec![4, 8, 10, 7, 12, 4], vec![shape(&[0, 1, 2, 3, 4, 5], 2, 1.0)]));
    assert_eq!(solved.cost, 26.0);
}

#[test]
fn the_savings_bank_pays_820_dollars() {
    // A widespread classroom example (bank tellers from 9 to 17 h; full-time with an hour off at 12 or at 13 h for 100,
    // part-time four hours in a row for 40, at most three of them): 820; the relaxation says 770. Several rosters cost
    // as much. Steps are hours from 9 h.
    let full = Shape { breaks: vec![Window { from: 3, to: 4, length: 1 }], ..shape(&[0], 8, 100.0) };
    let part = shape(&[0, 1, 2, 3, 4], 4, 40.0);
    let mut tellers = one_day(8, vec![4, 3, 4, 6, 5, 6, 8, 8], vec![full, part]);
    tellers.limits = vec![Limit { shapes: vec![1], most: 3 }];
    assert_eq!(optimum(&tellers).cost, 820.0);
}

#[test]
fn free_days_off_cost_no_more_than_the_two_bounds_ask() {
    // Where the days off are free, nobody can do with fewer people than the highest need, nor than a fifth of the week's
    // need rounded up; and so many are enough: where no day needs more than W people and the week no more than 5 W,
    // dealing the days out in turn gives each person five different ones. 21 in Winston's post office; with its two days
    // off together it is 23: the difference is what consecutive days cost.
    for need in [[17, 13, 15, 19, 14, 16, 11], [5, 5, 5, 5, 5, 1, 1], [3, 9, 3, 3, 3, 3, 3], [4, 4, 4, 4, 4, 4, 4]] {
        let total: u32 = need.iter().sum();
        let bound = total.div_ceil(5).max(*need.iter().max().unwrap());
        let day = Shape { days: vec![true; 7], ..shape(&[0], 1, 1.0) };
        let terms = Terms { days: (5, 5), ..one_day(1, vec![0], vec![shape(&[0], 1, 1.0)]).terms[0].clone() };
        let instance = Instance {
            steps: 1,
            days: 7,
            need: need.to_vec(),
            shapes: vec![day],
            limits: Vec::new(),
            terms: vec![terms],
        };
        assert_eq!(optimum(&instance).people.len() as u32, bound, "{need:?}");
    }
}
