//! Weeks without chance against a calculation by hand.

use holdline::kpi::PeopleWeek;
use holdline::scenario::{
    Attrition, HiringClass, InitialTraining, Law, LearningCurve, LearningForm, Nesting, Pay, People, Pressure,
    TeamPart, weeks,
};
use holdline::units::{DAY, Seconds};

use super::{office_hours, silence, team, weeks_of, weeks_under};
use crate::centre::figures;

const WEEK: f64 = 7.0 * DAY;
const HOURS: Seconds = Seconds(40.0 * 3600.0);

fn paid(people: u32, wage: f64) -> People {
    let mut steady = People::steady(people, HOURS);
    steady.terms[0].pay = Pay::Wage(wage);
    steady
}

/// Six who have long been there and four who have been there for ten weeks and leave in their thirteenth; three begin with
/// the second week.
pub(super) fn learners() -> People {
    let part = |people, weeks| TeamPart { people, tenure: Some(Law::Constant { value: weeks * WEEK }), terms: 0 };
    People {
        team: vec![TeamPart { people: 6, tenure: None, terms: 0 }, part(4, 10.0)],
        classes: vec![HiringClass { day: 7, people: 3, terms: 0 }],
        training: Some(InitialTraining { over: Seconds(2.0 * WEEK), cost: 300.0, trainer_cost: 500.0, trainees: 2 }),
        nesting: Some(Nesting { over: Seconds(WEEK), presence: 0.5 }),
        handle: Some(LearningCurve { start: 2.0, over: Seconds(4.0 * WEEK), form: LearningForm::Linear }),
        leave: vec![0.0, 0.25, 0.0],
        coaching: 0.1,
        adherence: 0.9,
        attrition: Some(Attrition {
            weekly: vec![(12.0 * WEEK, 0.0), (13.0 * WEEK, 1.0), (f64::INFINITY, 0.0)],
            occupancy: None,
            anger: None,
            angry_wait: 600.0,
        }),
        hire_cost: 1000.0,
        ..paid(0, 20.0)
    }
}

/// By hand, week by week: the four are 10, 11 and 12 weeks there when weeks 1, 2 and 3 begin, and leave with the third. The
/// three are in training in weeks 2 and 3 (two trainers at 500, once 300 each and 1000 for hiring), nesting in week 4, and
/// then on their own for 1 and 2 of the 4 weeks that they learn: their factors are 2, 1.75 and 1.5.
#[test]
fn learning_and_leaving_are_what_a_hand_calculates() {
    let scenario = team(42, office_hours(20), learners(), silence());
    // headcount, starters, leavers, in training, nesting, productive
    let heads = [
        [10, 0, 0, 0, 0, 10],
        [13, 3, 0, 3, 0, 10],
        [13, 0, 4, 3, 0, 10],
        [9, 0, 0, 0, 3, 6],
        [9, 0, 0, 0, 0, 9],
        [9, 0, 0, 0, 0, 9],
    ];
    // A productive person has 40 h less a tenth of coaching: 36 h, and 27 h in the week with a quarter on leave.
    let rostered = [360.0, 270.0, 360.0, 6.0 * 36.0 + 3.0 * 18.0, 324.0, 324.0];
    let cost = [8000.0, 10_400.0 + 3000.0 + 900.0 + 1000.0, 10_400.0 + 1000.0, 7200.0, 7200.0, 7200.0];
    let paced = [360.0, 270.0, 360.0, 216.0 + 2.0 * 54.0, 216.0 + 1.75 * 108.0, 216.0 + 1.5 * 108.0];
    let weeks = weeks_of(&scenario, 0);
    assert_eq!(weeks.len(), 6);
    for (number, week) in weeks.iter().enumerate() {
        let counted = [week.headcount, week.starters, week.leavers, week.in_training, week.nesting, week.productive];
        assert_eq!(counted, heads[number], "week {number}");
        let near = |value: f64, exact: f64, what| assert!((value - exact).abs() < 1e-9, "{what} of {number}: {value}");
        near(week.hours.rostered, rostered[number], "rostered hours");
        near(week.hours.paid, 40.0 * f64::from(week.headcount), "paid hours");
        near(week.planned_hours, 20.0 * 8.0 * 7.0, "planned hours");
        near(week.cost.total(), cost[number], "cost");
        near(week.paced_hours, paced[number], "paced hours");
    }
}

/// The same through the engine and the result document. Hours logged in are nine tenths of those rostered, up to half an
/// interval a day that the last fraction of an agent is rounded by.
#[test]
fn the_document_has_the_weeks_and_the_hours_logged_in() {
    let mut scenario = team(42, office_hours(20), learners(), silence());
    scenario.run.replications = 2;
    let result = figures(&scenario);
    let value = |week: &PeopleWeek, figure: &str| week.figure(figure).unwrap().value;
    let weeks = &result.people["team"];
    assert_eq!(weeks.iter().map(|week| value(week, "leavers")).collect::<Vec<_>>(), [0.0, 0.0, 4.0, 0.0, 0.0, 0.0]);
    for week in weeks {
        assert!((value(week, "worked_hours") - 0.9 * value(week, "rostered_hours")).abs() <= 3.5, "{week:?}");
        assert_eq!((value(week, "cost_of_wages"), week.days), (20.0 * value(week, "paid_hours"), 7));
    }
    let sum = |figure| weeks.iter().map(|week| value(week, figure)).sum::<f64>();
    let group = &result.agents["team"];
    for (total, figure) in
        [(group.cost, "cost"), (group.paid_hours, "paid_hours"), (group.logged_in_hours, "worked_hours")]
    {
        assert!((total.unwrap().value - sum(figure)).abs() < 1e-6, "{figure}");
    }
    assert_eq!(result.centre.cost.unwrap().value, group.cost.unwrap().value);
}

/// Ten people with 400 h: the plan of 448 h takes all 4 h of overtime of each, one of 420 h takes 2 h of each; one of 357 h
/// gives 3 h off to each and leaves 13 h too many, one of 378 h gives off 2.2 h.
#[test]
fn overtime_and_time_off_fill_the_plan_as_far_as_terms_allow() {
    for (hours_a_day, rostered, overtime, time_off) in
        [(64, 440.0, 40.0, 0.0), (60, 420.0, 20.0, 0.0), (51, 370.0, 0.0, 30.0), (54, 378.0, 0.0, 22.0)]
    {
        let mut people = paid(10, 20.0);
        people.terms[0].overtime = Some((Seconds(4.0 * 3600.0), 1.5));
        people.terms[0].time_off = Seconds(3.0 * 3600.0);
        let mut plan = vec![0; 24];
        (0..hours_a_day).for_each(|hour| plan[9 + hour % 8] += 1);
        let week = weeks_of(&team(7, plan, people, silence()), 0)[0];
        let near = |value: f64, exact: f64| assert!((value - exact).abs() < 1e-9, "{hours_a_day}: {value} {exact}");
        near(week.hours.rostered, rostered);
        near(week.overtime_hours, overtime);
        near(week.time_off_hours, time_off);
        near(week.hours.paid, rostered);
        near(week.cost.wages, 20.0 * (400.0 - time_off));
        near(week.cost.overtime, 30.0 * overtime);
    }
}

/// Terms of four kinds: a wage, an hour's price, a contact's price, and the last day in the second week.
#[test]
fn outsourced_people_cost_what_they_do_and_temporary_ones_end() {
    let mut people = paid(2, 20.0);
    let terms = people.terms[0].clone();
    for (pay, until) in [(Pay::PerHour(30.0), None), (Pay::PerContact(2.0), None), (Pay::Wage(20.0), Some(9))] {
        people.terms.push(holdline::scenario::Terms { pay, until, ..terms.clone() });
    }
    people.team = (0..4).map(|terms| TeamPart { people: 2, tenure: None, terms }).collect();
    let weeks = weeks_of(&team(21, office_hours(8), people, silence()), 0);
    assert_eq!(weeks.iter().map(|week| week.headcount).collect::<Vec<_>>(), [8, 8, 6]);
    assert_eq!(weeks.iter().map(|week| week.leavers).collect::<Vec<_>>(), [0, 2, 0]);
    // `weeks_of` logs 1000 s a day in and takes its 100 contacts a day by the first terms.
    let worked = 7.0 * 1000.0 / 3600.0;
    for (number, (wages, quarter)) in [(4.0 * 40.0, 4.0), (4.0 * 40.0, 4.0), (2.0 * 40.0, 3.0)].into_iter().enumerate()
    {
        let (week, share) = (&weeks[number], worked / quarter);
        assert!((week.cost.wages - 20.0 * wages).abs() < 1e-9, "{week:?}");
        assert!((week.cost.outsourced - 30.0 * share).abs() < 1e-9, "{week:?}");
        assert!((week.hours.paid - wages - 2.0 * share).abs() < 1e-9, "{week:?}");
    }
}

#[test]
fn a_contact_costs_by_who_takes_it_and_pressures_are_powers() {
    let mut people = paid(2, 20.0);
    people.terms[0].pay = Pay::PerContact(2.0);
    assert_eq!(weeks_of(&team(7, office_hours(2), people, silence()), 0)[0].cost.outsourced, 2.0 * 700.0);
    let pressure = |above, ten_points| Some(Pressure { above, ten_points });
    let (occupancy, anger) = (pressure(0.8, 1.5), pressure(0.1, 2.0));
    let attrition = Attrition { weekly: vec![(f64::INFINITY, 0.02)], occupancy, anger, angry_wait: 600.0 };
    // 1 - 0.98^(1.5 * 4) in a week, and for four of its days to the power of four sevenths.
    let factor = attrition.occupancy.unwrap().factor(0.9) * attrition.anger.unwrap().factor(0.3);
    assert!((factor - 6.0).abs() < 1e-12);
    assert!((attrition.chance(0.0, factor, 7) - (1.0 - 0.98_f64.powi(6))).abs() < 1e-12);
    assert!((attrition.chance(0.0, 1.0, 4) - (1.0 - 0.98_f64.powf(4.0 / 7.0))).abs() < 1e-12);
    assert_eq!(attrition.chance(0.0, 1.0, 7), 0.02);
}

/// Busy and angry weeks drive people away as the factors say: the same draws, so that with a chance of 1 - 0.5^f all those
/// leave who leave at a smaller f.
#[test]
fn pressure_is_felt_by_those_who_are_there() {
    let attrition = |ten_points| Attrition {
        weekly: vec![(f64::INFINITY, 0.5)],
        occupancy: Some(Pressure { above: 0.8, ten_points }),
        anger: Some(Pressure { above: 0.5, ten_points }),
        angry_wait: 600.0,
    };
    let leavers = |ten_points, busy, angry| {
        let people = People { attrition: Some(attrition(ten_points)), ..paid(1000, 20.0) };
        weeks_under(&team(7, office_hours(8), people, silence()), 0, busy, angry)[0].leavers
    };
    let calm = leavers(2.0, 0.8, 0.5);
    assert_eq!(calm, leavers(1.0, 1.0, 1.0), "at its level a pressure does nothing");
    // One and two tens of points at a factor of 2: 0.75 and 0.9375 leave; 4.5 standard deviations of a thousand draws.
    for (busy, angry, chance) in [(0.9, 0.5, 0.75), (1.0, 0.5, 0.9375), (0.8, 0.6, 0.75), (0.9, 0.6, 0.9375)] {
        let (left, sd) = (f64::from(leavers(2.0, busy, angry)), (1000.0_f64 * chance * (1.0 - chance)).sqrt());
        assert!((left - 1000.0 * chance).abs() < 4.5 * sd && left > f64::from(calm), "{busy} {angry}: {left}");
    }
}

#[test]
fn learning_curves_are_their_formulas() {
    let curve = |form| LearningCurve { start: 1.4, over: Seconds(12.0 * WEEK), form };
    for (weeks, linear, exponential) in [
        (0.0, 1.4, 1.4),
        (3.0, 1.3, 1.0 + 0.4 * (-0.75_f64).exp()),
        (12.0, 1.0, 1.0 + 0.4 * (-3.0_f64).exp()),
        (13.0, 1.0, 1.0 + 0.4 * (-3.25_f64).exp()),
    ] {
        assert!((curve(LearningForm::Linear).factor(weeks * WEEK) - linear).abs() < 1e-12);
        assert!((curve(LearningForm::Exponential).factor(weeks * WEEK) - exponential).abs() < 1e-12);
    }
}

#[test]
fn weeks_begin_on_mondays_where_there_is_a_calendar() {
    // 2026-10-01 is a Thursday.
    assert_eq!(weeks(Some(jiff::civil::date(2026, 10, 1)), 13), [0..4, 4..11, 11..13]);
    assert_eq!(weeks(Some(jiff::civil::date(2026, 11, 30)), 14), [0..7, 7..14]);
    assert_eq!(weeks(None, 15), [0..7, 7..14, 14..15]);
}
