//! Hazards and illness: their means, their dependence from day to day, and whose numbers they are.

use holdline::sampling::Key;
use holdline::scenario::{Attrition, HiringClass, People, Sickness};
use holdline::stats::RatioMoments;
use holdline::units::Seconds;
use holdline::workforce::{Plan, Workforce, expected};

use super::{office_hours, silence, team, weeks_of};
use crate::tolerance::{allowed, error_with_power};

const HOURS: Seconds = Seconds(40.0 * 3600.0);

fn leaving(chance: f64) -> Option<Attrition> {
    Some(Attrition { weekly: vec![(f64::INFINITY, chance)], occupancy: None, anger: None, angry_wait: 600.0 })
}

/// Holds a mean over replications against its exact value, with the power that [`crate::tolerance`] asks for.
fn holds(name: &str, moments: &RatioMoments, exact: f64, figures: usize) {
    let figure = moments.ratio().unwrap();
    let error = figure.std_error.unwrap();
    assert!((figure.value - exact).abs() < allowed(figures) * error, "{name}: {figure:?}, exactly {exact}");
    assert!(error / exact < error_with_power(figures), "{name}: no power, {error} of {exact}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "hundreds of thousands of people need optimisation")]
fn people_leave_as_often_as_the_hazard_says() {
    let people = People { attrition: leaving(0.2), ..People::steady(1000, HOURS) };
    let scenario = team(14, office_hours(8), people, silence());
    let (mut first, mut second) = (RatioMoments::default(), RatioMoments::default());
    for replication in 0..2000 {
        let weeks = weeks_of(&scenario, replication);
        first.push((f64::from(weeks[0].leavers), f64::from(weeks[0].headcount)));
        second.push((f64::from(weeks[1].leavers), f64::from(weeks[1].headcount)));
    }
    holds("leaving in week 1", &first, 0.2, 2);
    holds("leaving in week 2", &second, 0.2, 2);
}

fn ill_days(sickness: Sickness, people: u32, days: u32, replication: u32) -> Vec<u32> {
    let people = People { sickness: Some(sickness), ..People::steady(people, HOURS) };
    let everybody = people.everybody();
    let plan = Plan::new(&team(days, office_hours(8), people, silence()), 0).unwrap();
    let mut workforce = Workforce::new(&plan, Key::new(5, replication));
    let ill = |_| {
        workforce.begin_day();
        everybody - workforce.seats().len() as u32
    };
    (0..days).map(ill).collect()
}

/// Of one person, day after day: ill in the long run as often as the share says, and on the day after an ill day as often
/// as illnesses of that mean length go on.
#[test]
#[cfg_attr(debug_assertions, ignore = "millions of days need optimisation")]
fn illness_has_its_share_and_its_length() {
    for (spell, goes_on) in [(None, 0.2), (Some(4.0), 0.75), (Some(1.0), 0.0)] {
        let (mut share, mut after) = (RatioMoments::default(), RatioMoments::default());
        for replication in 0..20_000 {
            let days = ill_days(Sickness { share: 0.2, spell }, 1, 364, replication);
            share.push((f64::from(days.iter().sum::<u32>()), 364.0));
            let pairs = days.windows(2).filter(|pair| pair[0] == 1);
            let (again, all) = pairs.fold((0.0, 0.0), |(again, all), pair| (again + f64::from(pair[1]), all + 1.0));
            after.push((again, all));
        }
        holds("days ill", &share, 0.2, 5);
        if goes_on > 0.0 {
            holds("ill again", &after, goes_on, 5);
        } else {
            assert_eq!(after.ratio().unwrap().value, 0.0);
        }
    }
}

#[test]
fn a_class_more_moves_nobody_else() {
    // Who is new does not leave: all leavers are of the team.
    let stays = Attrition { weekly: vec![(52.0 * 7.0 * 86_400.0, 0.0), (f64::INFINITY, 0.1)], ..leaving(0.1).unwrap() };
    let people = People {
        attrition: Some(stays),
        sickness: Some(Sickness { share: 0.1, spell: Some(3.0) }),
        ..People::steady(100, HOURS)
    };
    let class = |day, people| HiringClass { day, people, terms: 0 };
    let with = |classes: Vec<HiringClass>| {
        let scenario = team(70, office_hours(40), People { classes, ..people.clone() }, silence());
        weeks_of(&scenario, 3).iter().map(|week| week.leavers).collect::<Vec<_>>()
    };
    let alone = with(Vec::new());
    assert!(alone.iter().sum::<u32>() > 30 && alone.iter().all(|left| *left < 30));
    assert_eq!(alone, with(vec![class(14, 10)]));
    assert_eq!(alone, with(vec![class(7, 3), class(14, 10)]));
    assert_ne!(alone, {
        let mut other = team(70, office_hours(40), people.clone(), silence());
        other.run.seed = 2;
        weeks_of(&other, 3).iter().map(|week| week.leavers).collect::<Vec<_>>()
    });
}

/// Everybody who begins is there until leaving: the bridge from week to week has no gap.
#[test]
fn heads_add_up_from_week_to_week() {
    let classes = [7, 7, 21, 35].map(|day| HiringClass { day, people: 5 + day / 7, terms: 0 }).to_vec();
    let people = People { attrition: leaving(0.08), classes, ..People::steady(30, HOURS) };
    let scenario = team(63, office_hours(12), people, silence());
    for replication in 0..50 {
        let weeks = weeks_of(&scenario, replication);
        for pair in weeks.windows(2) {
            assert_eq!(pair[1].headcount, pair[0].headcount - pair[0].leavers + pair[1].starters);
            assert_eq!(pair[0].headcount, pair[0].in_training + pair[0].nesting + pair[0].productive);
        }
    }
}

/// What formulas expect of the weeks against their mean in simulation.
#[test]
#[cfg_attr(debug_assertions, ignore = "hundreds of thousands of people need optimisation")]
fn the_expected_weeks_are_the_mean_of_the_simulated_ones() {
    let mut people = super::by_hand::learners();
    people.attrition = leaving(0.03);
    people.classes.iter_mut().for_each(|class| class.people = 300);
    people.team.iter_mut().for_each(|part| part.people *= 100);
    let scenario = team(42, office_hours(20), people, silence());
    let expected = expected(&Plan::new(&scenario, 0).unwrap());
    let mut sums = vec![[RatioMoments::default(); 3]; expected.len()];
    for replication in 0..300 {
        for (sums, week) in sums.iter_mut().zip(weeks_of(&scenario, replication)) {
            let seen = [f64::from(week.headcount), week.hours.rostered, week.paced_hours];
            sums.iter_mut().zip(seen).for_each(|(sum, seen)| sum.push((seen, 1.0)));
        }
    }
    for (number, (sums, week)) in sums.iter().zip(&expected).enumerate() {
        for (sum, exact) in sums.iter().zip([week.headcount, week.rostered_hours, week.paced_hours]) {
            let figure = sum.ratio().unwrap();
            let error = figure.std_error.unwrap();
            assert!((figure.value - exact).abs() < allowed(18) * error + 1e-6, "{number}: {figure:?}, {exact}");
            assert!(error / exact < error_with_power(18), "{number}: no power");
        }
    }
}
