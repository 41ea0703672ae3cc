//! Profiles, busy factors and strange days come back from counts.

use holdline::fit::{DayCounts, OutlierKind, arrival_pattern, poisson_blocks};
use holdline::sampling::{Sampler, Stream};
use holdline::scenario::Law;

use super::{assert_coverage, assert_coverages, draws, stream};

/// A Poisson count by adding up gaps.
fn poisson(mean: f64, numbers: &mut Stream) -> u32 {
    let mut passed = 0.0;
    (0..)
        .take_while(|_| {
            passed -= libm::log(numbers.uniform());
            passed < mean
        })
        .count() as u32
}

const PROFILE: [f64; 10] = [10.0, 25.0, 40.0, 50.0, 45.0, 35.0, 30.0, 30.0, 20.0, 15.0];

/// Days in a row from a Monday on; `mean` of an interval on a weekday, a gamma factor of the day and one of the interval.
fn days(count: i32, mean: impl Fn(u8, usize) -> f64, cvs: [f64; 2], numbers: &mut Stream) -> Vec<DayCounts> {
    let [busy, within] = cvs.map(|cv| Sampler::new(&Law::Gamma { mean: 1.0, cv: cv.max(1e-6) }));
    let day = |number: i32| {
        let weekday = (number % 7) as u8;
        let factor = busy.draw(numbers);
        let mut count =
            |place| (weekday < 5).then(|| poisson(mean(weekday, place) * factor * within.draw(numbers), numbers));
        DayCounts { number, weekday, counts: (0..PROFILE.len()).map(&mut count).collect() }
    };
    (0..count).map(day).collect()
}

#[test]
fn the_intervals_hold_profile_and_busy_factor() {
    let names = ["busy factor", "per day", "fourth interval"];
    assert_coverages(&names, &[0.15, 300.0, 50.0], |repetition| {
        let seen = days(28, |_, place| PROFILE[place], [0.15, 0.0], &mut stream("busy", repetition));
        let pattern = arrival_pattern(&seen).unwrap();
        let monday = pattern.classes.iter().find(|class| class.weekdays.contains(&0)).unwrap();
        vec![pattern.busy_cv, monday.per_day, monday.profile[3].unwrap()]
    });
}

#[test]
fn what_differs_within_the_day_is_told_from_what_differs_between_days() {
    let seen = days(700, |_, place| 4.0 * PROFILE[place], [0.2, 0.1], &mut stream("within the day", 0));
    let pattern = arrival_pattern(&seen).unwrap();
    assert_eq!(pattern.classes.len(), 1, "{:?}", pattern.classes.iter().map(|c| &c.weekdays).collect::<Vec<_>>());
    // The total has a share of what differs within the day: sqrt(0.04 + 0.01 * 0.115), give or take four errors.
    assert!((pattern.busy_cv.value() - 0.203).abs() < 0.026, "{:?}", pattern.busy_cv);
    // Given the total, the shares of the largest intervals vary a little less.
    assert!((pattern.interval_cv.unwrap().value() - 0.1).abs() < 0.01, "{:?}", pattern.interval_cv);
    // Halves of about four intervals each share a factor of variance 0.04 and have 0.01 / 4 of their own.
    assert!((pattern.halves_correlation.unwrap().value() - 0.94).abs() < 0.03, "{:?}", pattern.halves_correlation);
    let adjacent = pattern.adjacent_correlation.unwrap().value();
    assert!((0.6..0.9).contains(&adjacent), "{adjacent}");
    assert!(pattern.day_correlation.unwrap().value().abs() < 0.18, "four errors");
}

#[test]
fn without_a_busy_factor_none_is_made_up() {
    let mut zero = 0;
    assert_coverage("no busy factor", |repetition| {
        let seen = days(28, |_, place| PROFILE[place], [0.0, 0.0], &mut stream("no busy", repetition));
        let pattern = arrival_pattern(&seen).unwrap();
        zero += u32::from(pattern.busy_cv.value() == 0.0);
        // At the edge of what is possible the interval holds 0 more often than it says; a dispersion of 1 need not.
        assert!(pattern.busy_cv.value() < 0.08);
        pattern.dispersion.unwrap().covers(1.0)
    });
    assert!(zero > super::REPETITIONS / 4, "half of the time the totals vary less than Poisson's: {zero}");
}

#[test]
fn a_busy_monday_is_a_class_of_its_own_and_alike_weekdays_are_one() {
    let level = |weekday: u8| if weekday == 0 { 1.3 } else { 1.0 };
    let found = (0..20).filter(|repetition| {
        let seen =
            days(42, |weekday, place| level(weekday) * PROFILE[place], [0.08, 0.0], &mut stream("monday", *repetition));
        let pattern = arrival_pattern(&seen).unwrap();
        pattern.classes.iter().any(|class| class.weekdays == [0] && class.days == 6)
    });
    assert!(found.count() >= 19);
    // Weekdays that are alike are parted by chance, in some class, in at most one of five data sets.
    let parted = (0..60).filter(|repetition| {
        let seen = days(42, |_, place| PROFILE[place], [0.12, 0.05], &mut stream("alike weekdays", *repetition));
        arrival_pattern(&seen).unwrap().classes.len() > 1
    });
    let parted = parted.count();
    assert!(parted <= 12, "{parted} of 60");
    // A campaign on two afternoons changes the shape, and hardly the total.
    let wave = |weekday: u8, place: usize| if weekday % 3 == 1 && place > 6 { 1.8 } else { 1.0 };
    let seen = days(42, |weekday, place| wave(weekday, place) * PROFILE[place], [0.1, 0.0], &mut stream("wave", 0));
    let classes: Vec<Vec<u8>> =
        arrival_pattern(&seen).unwrap().classes.into_iter().map(|class| class.weekdays).collect();
    assert_eq!(classes, [vec![0, 2, 3], vec![1, 4]]);
}

#[test]
fn surges_and_gaps_are_found_and_left_out() {
    let mut seen = days(28, |_, place| PROFILE[place], [0.12, 0.05], &mut stream("strange", 0));
    let plain = arrival_pattern(&seen).unwrap();
    assert_eq!((plain.outliers.len(), plain.days), (0, 20));
    seen[9].counts[8] = Some(150);
    seen[9].counts[9] = Some(110);
    (3..6).for_each(|place| seen[16].counts[place] = Some(0));
    let pattern = arrival_pattern(&seen).unwrap();
    let found: Vec<(i32, OutlierKind)> = pattern.outliers.iter().map(|o| (o.day, o.kind)).collect();
    assert_eq!(found, [(9, OutlierKind::Surge), (16, OutlierKind::Gap)]);
    assert_eq!((pattern.outliers[0].from, pattern.outliers[0].to), (8, 10));
    assert!(pattern.outliers_left_out && pattern.days == 18);
    // What happens every Tuesday is no outlier.
    let campaign = |weekday: u8, place: usize| PROFILE[place] * if weekday == 1 && place > 7 { 4.0 } else { 1.0 };
    let weekly = days(42, campaign, [0.12, 0.0], &mut stream("weekly", 0));
    assert_eq!(arrival_pattern(&weekly).unwrap().outliers, []);
    let false_alarms = (0..100).filter(|repetition| {
        let seen = days(28, |_, place| PROFILE[place], [0.15, 0.1], &mut stream("ordinary days", *repetition));
        !arrival_pattern(&seen).unwrap().outliers.is_empty()
    });
    // In 2,000 ordinary days: at most a few.
    let false_alarms = false_alarms.count();
    assert!(false_alarms <= 2, "{false_alarms} of 100");
}

#[test]
fn days_that_follow_each_other_are_alike() {
    let mut numbers = stream("autocorrelation", 0);
    let normal = |numbers: &mut Stream| libm::log(draws(&Law::Lognormal { mean: 1.0, cv: 0.1 }, 1, numbers)[0]);
    let mut level = 0.0;
    let day = |number: i32| {
        level = 0.7 * level + 0.714 * normal(&mut numbers);
        let counts = PROFILE.iter().map(|mean| Some(poisson(4.0 * mean * libm::exp(level), &mut numbers))).collect();
        DayCounts { number, weekday: (number % 7) as u8, counts }
    };
    let seen: Vec<DayCounts> = (0..500).map(day).collect();
    let found = arrival_pattern(&seen).unwrap().day_correlation.unwrap();
    assert!((found.value() - 0.68).abs() < 0.08, "{found:?}");
}

#[test]
fn short_blocks_are_poisson_or_not() {
    let blocks = |busy: f64, repetition| {
        let mut numbers = stream("blocks", repetition);
        let factor = Sampler::new(&Law::Gamma { mean: 1.0, cv: busy });
        let group = |_| (0..5).map(|_| poisson(6.0 * factor.draw(&mut numbers), &mut numbers)).collect();
        let groups: Vec<Vec<u32>> = (0..200).map(group).collect();
        poisson_blocks(&groups).unwrap()
    };
    assert_coverage("blocks", |repetition| blocks(1e-6, repetition).dispersion.covers(1.0));
    let busy = blocks(0.4, 0);
    assert!(busy.p_value < 1e-6 && (busy.dispersion.value() - 1.96).abs() < 0.3, "{busy:?}");
    assert_eq!(poisson_blocks(&[vec![0, 0], vec![3]]), None);
}

#[test]
fn hardly_any_days() {
    assert_eq!(arrival_pattern(&[]), None);
    let closed = DayCounts { number: 0, weekday: 0, counts: vec![None; 3] };
    assert_eq!(arrival_pattern(&[closed]), None);
    let one = DayCounts { number: 0, weekday: 0, counts: vec![None, Some(7), Some(0)] };
    let pattern = arrival_pattern(std::slice::from_ref(&one)).unwrap();
    assert_eq!((pattern.classes.len(), pattern.busy_cv.estimate.ci95, pattern.dispersion), (1, None, None));
    let week = (0..5).map(|number| DayCounts { number, weekday: number as u8, ..one.clone() });
    assert_eq!(arrival_pattern(&week.collect::<Vec<_>>()).unwrap().classes.len(), 1);
}
