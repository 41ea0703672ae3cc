//! Covering examples of the textbooks: the cost equals the published optimum.

use holdline::planner::schedule::{Instance, Shape, Terms};

use super::{one_day, optimum, shape};

#[test]
fn the_post_office_needs_23_people() {
    // W. L. Winston, Operations Research: Applications and Algorithms, 4th edition, section 3.5, "Post office problem":
    // five days of work in a row, then two off; the relaxation says 22 1/3. Steps are the days of one week.
    let need = vec![17, 13, 15, 19, 14, 16, 11];
    let solved = optimum(&one_day(7, need, vec![shape(&[0, 1, 2, 3, 4, 5, 6], 5, 1.0)]));
    assert_eq!(solved.cost, 23.0);
}

#[test]
fn union_airways_pays_30610_dollars() {
    // F. S. Hillier and G. J. Lieberman, Introduction to Operations Research, section 3.4, "Personnel scheduling":
    // five authorised shifts of eight hours; (48, 31, 39, 43, 15) people. Steps are two hours from midnight.
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
    // H. A. Taha, Operations Research: An Introduction, section 2.4, "Bus scheduling model": a bus runs for eight hours
    // in a row, and shifts start every four. Steps are four hours from midnight.
    let solved = optimum(&one_day(6, vec![4, 8, 10, 7, 12, 4], vec![shape(&[0, 1, 2, 3, 4, 5], 2, 1.0)]));
    assert_eq!(solved.cost, 26.0);
}

#[test]
fn free_days_off_cost_no_more_than_the_two_bounds_ask() {
    // Where the days off are free, as few people do as the larger of the highest need and a fifth of the week's need
    // rounded up (the bounds of Tibrewala, Philippe and Browne, Management Science 19, 1972): 21 in Winston's post
    // office. With its two days off together it is 23: the difference is what consecutive days cost.
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
