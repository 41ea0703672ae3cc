//! What is expected of a class and of a team, by hand.

use holdline::scenario::weeks;
use holdline::season::{Frame, HiringPlan, Setting, scaled};

use super::{SMALL, scenario};

fn near(name: &str, value: f64, exact: f64) {
    assert!((value - exact).abs() < 1e-9 * exact.abs().max(1.0), "{name}: {value}, not {exact}");
}

#[test]
fn a_class_is_what_a_hand_calculates() {
    let text = SMALL
        .replace(
            "attrition  = { weekly = 0.01 }",
            "attrition = { weekly = [{ until = \"2w\", chance = 0.1 }, { chance = 0.2 }] }",
        )
        .replace("{ start = 1.5, over = \"4w\" }", "{ start = 1.5, over = \"4w\", form = \"linear\" }");
    let scenario = scenario("class", &text);
    let weeks = weeks(scenario.horizon.start, 56);
    let frame = Frame { scenario: &scenario, weeks: &weeks, contacts_per_hour: 10.0 };
    let class = frame.class(0, 0, 2).unwrap();
    // Begins with the third week: trained for a week, half present in the next, alone from the fifth on.
    assert_eq!(class.training, 2..3);
    // The chance to be there still: a tenth leaves at the end of each of the first two weeks, a fifth later.
    let there = [0.0, 0.0, 1.0, 0.9, 0.81, 0.648, 0.5184, 0.41472];
    // 30 h less 8 % leave, of these 95 % logged in of the 96 % who are well.
    let rostered = 30.0 * 0.92;
    let worked = rostered * 0.95 * 0.96;
    // From one and a half to one in four weeks after training, evenly.
    let slow = [1.0, 1.0, 1.0, 1.5, 1.375, 1.25, 1.125, 1.0];
    for week in 0..8 {
        let presence = [0.0, 0.0, 0.0, 0.5, 1.0, 1.0, 1.0, 1.0][week];
        let of = class.weeks[week];
        near("heads", of.headcount, there[week]);
        near("alone", of.productive, if week > 3 { there[week] } else { 0.0 });
        near("rostered", of.rostered_hours, there[week] * rostered * presence);
        near("capacity", class.hours()[week], there[week] * worked * presence / slow[week]);
        // Three hours of overtime of those who are alone, logged in and paced as their other hours.
        let more = if week > 3 { there[week] * 3.0 * 0.95 * 0.96 / slow[week] } else { 0.0 };
        near("overtime", class.more[week], more);
    }
    let paid: f64 = there.iter().sum::<f64>() * 30.0 * 20.0;
    near("cost", class.cost, paid + 300.0 + 100.0);
    // A team of ten has been there for long: a fifth leaves each week, and nobody learns any more.
    let people = scenario.groups[0].people.as_ref().unwrap();
    let team = frame.team(0, &people.team[0]).unwrap();
    for (week, of) in team.weeks.iter().enumerate() {
        let heads = 10.0 * 0.8_f64.powi(week as i32);
        near("team", of.headcount, heads);
        near("capacity of the team", of.capacity_hours, heads * worked);
    }
    assert!(frame.class(0, 0, 8).is_none(), "the horizon has no ninth week");
}

#[test]
fn a_class_that_begins_before_the_lead_or_too_late_is_no_choice() {
    let scenario = scenario("choices", SMALL);
    let setting = Setting::new(&scenario).unwrap();
    // A lead of one week; training of one week leaves nothing of a class of the last one.
    let weeks: Vec<usize> = setting.hired[0].choices.iter().map(|(choice, _)| choice.week).collect();
    assert_eq!(weeks, [1, 2, 3, 4, 5, 6]);
}

#[test]
fn the_staffing_of_a_plan_asks_for_the_need_in_hours_of_who_is_there() {
    let scenario = scenario("staffed", SMALL);
    let setting = Setting::new(&scenario).unwrap();
    let plan = HiringPlan::nobody(&setting, vec![1.25; 8]);
    let staffed = plan.staffed(&setting, &scenario);
    let holdline::scenario::Staffing::PerInterval(staff) = &staffed.groups[0].staff else { panic!("{staffed:?}") };
    // The team is experienced: an hour is an hour. Rounding moves at most half an agent a day.
    for (week, days) in setting.weeks.iter().enumerate() {
        let of = &staff[days.start as usize * 12..days.end as usize * 12];
        let hours = 2.0 * of.iter().map(|agents| f64::from(*agents)).sum::<f64>();
        let asked = 1.25 * setting.hired[0].hours[week];
        assert!((hours - asked).abs() <= 7.0 + 1e-9, "week {week}: {hours} h, not {asked}");
    }
}

#[test]
fn nobody_is_asked_for_at_night() {
    let scenario = scenario("night", SMALL);
    let setting = Setting::new(&scenario).unwrap();
    // Open from 8 to 18; who still waits is served in the two hours after.
    for day in setting.hired[0].shape.chunks(12) {
        assert!(day[4..9].iter().all(|agents| *agents > 0), "{day:?}");
        assert!(day[..4].iter().chain(&day[10..]).all(|agents| *agents == 0), "{day:?}");
    }
}

#[test]
fn fractions_are_carried_through_the_day_and_not_into_the_night() {
    let days = [0..2_u32, 2..3];
    let shape = [0, 2, 2, 3, 0, 1, 1, 1, 4, 0, 0, 0];
    assert_eq!(scaled(&shape, 4, &days, &[1.25, 0.5]), [0, 3, 2, 4, 0, 1, 2, 1, 2, 0, 0, 0]);
}
