//! Shifts of some days, people with several shifts, and absence, in the engine.

use holdline::kpi::ScenarioResult;
use holdline::scenario::{Arrivals, CivilDays, Horizon, Law, Length, Run, Scenario, Shift, Staffing};
use holdline::units::{DAY, HOUR, Seconds};

use crate::centre::{agents, calls, figures};

fn week(shifts: Vec<Shift>, absence: f64) -> Scenario {
    let mut contact = calls("calls", Arrivals::PerHour(40.0), Law::Exponential { mean: 240.0 });
    contact.patience = Some(Law::Exponential { mean: 180.0 });
    let mut team = agents("team", &[0], Staffing::Shifts(shifts));
    team.absence = absence;
    team.cost_per_hour = Some(10.0);
    let horizon = Horizon {
        start: None,
        length: Length::Days(7),
        interval: Seconds(1800.0),
        warm_up: Seconds(0.0),
        civil: CivilDays::default(),
    };
    let run = Run { replications: 40, seed: 5 };
    Scenario { run, ..Scenario::new("a week", horizon, vec![contact], vec![team]) }
}

fn shift(from: f64, to: f64, agents: u32, days: Option<Vec<u32>>) -> Shift {
    let breaks = vec![(Seconds((from + 3.0) * HOUR), Seconds((from + 3.5) * HOUR))];
    Shift { from: Seconds(from * HOUR), to: Seconds(to * HOUR), agents, breaks, days, person: None }
}

fn text(result: &ScenarioResult) -> String {
    serde_json::to_string(result).unwrap()
}

/// Day, late and night shifts, which cover the clock.
fn daily() -> Vec<Shift> {
    vec![shift(6.0, 14.0, 5, None), shift(14.0, 22.0, 4, None), shift(22.0, 30.0, 2, None), shift(16.0, 24.0, 2, None)]
}

#[test]
fn equal_days_of_a_week_are_the_daily_shifts_bit_for_bit() {
    let every_day: Vec<Shift> =
        daily().into_iter().map(|shift| Shift { days: Some((0..7).collect()), ..shift }).collect();
    for absence in [0.0, 0.2] {
        assert_eq!(text(&figures(&week(every_day.clone(), absence))), text(&figures(&week(daily(), absence))));
    }
}

#[test]
fn one_entry_a_day_is_one_entry_for_all_days() {
    // The same people, named, with a shift on each day.
    let named = |(person, shift): (u32, Shift)| {
        (0..7).map(move |day| Shift { days: Some(vec![day]), person: Some(person), agents: 1, ..shift.clone() })
    };
    let singly = daily().into_iter().flat_map(|shift| (0..shift.agents).map(move |_| shift.clone()));
    let shifts: Vec<Shift> = singly.enumerate().flat_map(|(number, shift)| named((number as u32, shift))).collect();
    assert_eq!(Staffing::Shifts(shifts.clone()).most(), 13);
    for absence in [0.0, 0.2] {
        assert_eq!(text(&figures(&week(shifts.clone(), absence))), text(&figures(&week(daily(), absence))));
    }
}

#[test]
fn a_shift_is_worked_on_its_days_alone() {
    let result = figures(&week(vec![shift(8.0, 16.0, 3, Some(vec![1, 4]))], 0.0));
    let hours = result.agents["team"].logged_in_hours.unwrap().value;
    // Three people on two days for seven and a half hours; who finishes a last call stays a little longer.
    let paid = 3.0 * 2.0 * 7.5;
    assert!((paid..paid + 1.0).contains(&hours), "{hours}");
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    // The night of the last day reaches into the first morning, as weeks follow each other.
    let shifts = vec![shift(22.0, 30.0, 2, Some(vec![6]))];
    let result = figures(&week(shifts, 0.0));
    let at = |hour: f64| {
        let intervals = result.intervals.as_ref().unwrap();
        let found = intervals.iter().find(|interval| interval.seconds == hour * HOUR).unwrap();
        found.agents["team"].staff
    };
    // Two people on one of seven days.
    assert!((at(22.5) - 2.0 / 7.0).abs() < 1e-9 && (at(4.0) - 2.0 / 7.0).abs() < 1e-9, "{} {}", at(22.5), at(4.0));
    assert_eq!(at(12.0), 0.0);
}

#[test]
fn absence_takes_its_share_of_people_and_leaves_the_customers() {
    let absence = 0.1;
    let mut scenario = week(vec![shift(0.0, 24.0, 8, Some((0..7).collect()))], absence);
    scenario.run.replications = 400;
    let present = figures(&Scenario { groups: week(daily(), 0.0).groups, ..scenario.clone() });
    let result = figures(&scenario);
    assert_eq!(result.contacts["calls"].offered, present.contacts["calls"].offered);
    // Staff of an interval, over 8 people, 7 days and 400 weeks: the share of 22,400 days on which somebody comes.
    let staff = result.intervals.as_ref().unwrap()[20].agents["team"].staff;
    let error = (absence * (1.0 - absence) / (8.0 * 7.0 * 400.0)).sqrt();
    let share = 1.0 - staff / 8.0;
    assert!((share - absence).abs() < 4.5 * error, "{share}");
    // Whoever does not come is away all day, before and after the break.
    let (morning, evening) = (result.intervals.as_ref().unwrap()[2].agents["team"].staff, staff);
    assert_eq!(morning, evening);
}

#[test]
fn absence_of_a_person_does_not_depend_on_the_others() {
    // The first of the group alone, and beside others: away on the same days.
    let away = |shifts: Vec<Shift>| {
        let mut scenario = week(shifts, 0.5);
        scenario.contacts[0].arrivals = Arrivals::PerHour(0.001);
        scenario.run.replications = 1;
        let result = figures(&scenario);
        result.intervals.unwrap()[20].agents["team"].staff
    };
    let one = shift(8.0, 16.0, 1, None);
    let (alone, other) = (away(vec![one.clone()]), shift(18.0, 23.0, 1, None));
    assert_eq!(away(vec![one, other]), alone);
    assert!(alone > 0.0 && alone < 1.0 && DAY > 0.0, "{alone}");
}
