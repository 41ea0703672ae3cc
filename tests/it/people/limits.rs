//! With nothing that changes, people are the numbers of the plan, and a season is its days one by one: to the bit.

use holdline::kpi::{ContactRow, Layout};
use holdline::scenario::{
    AgentGroup, Arrivals, BusyFactor, CivilDays, ContactType, Handling, Horizon, Law, LearningCurve, LearningForm,
    Length, Opening, OpeningHours, People, Redial, Repeat, Scenario, Staffing, TeamPart,
};
use holdline::units::{HOUR, Seconds};

use crate::centre::{agents, calls, contacts, figures};
use crate::determinism::json;

const DAYS: u32 = 14;

fn open() -> Opening {
    Opening::Daily(OpeningHours { from: Seconds(8.0 * HOUR), to: Seconds(20.0 * HOUR) })
}

/// Agents of each half hour from 08:00 to 20:00.
fn plan() -> Vec<u32> {
    (0..48).map(|i| if (16..40).contains(&i) { 4 + i as u32 % 5 } else { 0 }).collect()
}

/// Expected calls of each half hour of a day, which close to fill that plan.
fn expected(day: u32) -> Vec<f64> {
    plan().iter().map(|agents| f64::from(*agents) * (6.0 + f64::from(day % 3))).collect()
}

fn season(days: impl Iterator<Item = u32>) -> Scenario {
    let days: Vec<u32> = days.collect();
    let expected = (0..DAYS).flat_map(|day| if days.contains(&day) { expected(day) } else { vec![0.0; 48] }).collect();
    let (talk, wrap) = (Law::Lognormal { mean: 200.0, cv: 1.1 }, Law::Exponential { mean: 40.0 });
    let voice = ContactType {
        handle: Handling::TalkWrap { talk, wrap },
        patience: Some(Law::Exponential { mean: 150.0 }),
        busy_factor: Some(BusyFactor::of_single_days(0.2)),
        open: Some(open()),
        balk: 0.05,
        ..calls("calls", Arrivals::PerInterval(expected), Law::Exponential { mean: 1.0 })
    };
    let horizon = Horizon {
        start: None,
        length: Length::Days(DAYS),
        interval: Seconds(1800.0),
        warm_up: Seconds(0.0),
        civil: CivilDays::default(),
    };
    let mut scenario =
        Scenario::new("a season", horizon, vec![voice], vec![agents("team", &[0], Staffing::PerInterval(plan()))]);
    scenario.run.replications = 2;
    scenario
}

/// As many people as fill the plan with all their hours.
fn steady() -> People {
    let hours: f64 = plan().iter().map(|agents| f64::from(*agents) * 0.5 * 7.0).sum();
    People::steady(20, Seconds(hours / 20.0 * HOUR))
}

fn with_people(scenario: &Scenario, people: People) -> Scenario {
    let group = AgentGroup { people: Some(people), ..scenario.groups[0].clone() };
    Scenario { groups: vec![group], ..scenario.clone() }
}

/// What a contact lived through, in bits, by when it came; who took it is a place among many.
fn fates(rows: Vec<ContactRow>) -> Vec<(u64, u64, u64, String)> {
    let until = |row: &ContactRow| row.handled.map_or(0, |(_, _, until)| until.to_bits());
    let fate = |row: ContactRow| (row.arrived.to_bits(), row.wait.to_bits(), until(&row), format!("{:?}", row.ending));
    let mut fates: Vec<_> = rows.into_iter().map(fate).collect();
    fates.sort();
    fates
}

#[test]
fn steady_people_are_the_plan_itself() {
    let plain = season(0..DAYS);
    let peopled = with_people(&plain, steady());
    assert!(contacts(&plain, 1).len() > 5000);
    assert_eq!(fates(contacts(&plain, 1)), fates(contacts(&peopled, 1)));
    let (plain, peopled) = (figures(&plain), figures(&peopled));
    assert_eq!(json(&plain.contacts), json(&peopled.contacts));
    assert_eq!(json(&plain.intervals), json(&peopled.intervals));
    assert_eq!(json(&plain.waits), json(&peopled.waits));
    let (plain, peopled) = (&plain.agents["team"], &peopled.agents["team"]);
    assert_eq!(plain.occupancy, peopled.occupancy);
    assert_eq!(plain.logged_in_hours, peopled.logged_in_hours);
}

/// On a day of 23 hours, and on one of 25 that has its first hour twice.
#[test]
fn steady_people_are_the_plan_where_the_clock_is_changed() {
    for (zone, first) in [("Europe/Berlin", (2026, 3, 23)), ("Atlantic/Azores", (2026, 10, 19))] {
        let of = jiff::tz::TimeZone::get(zone).unwrap();
        let first = jiff::civil::date(first.0, first.1, first.2);
        let mut plain = season(0..DAYS);
        plain.horizon.civil = CivilDays::new(&of, zone, first, DAYS as usize).unwrap();
        plain.horizon.start = Some(first);
        assert!(!plain.horizon.civil.all_alike());
        assert_eq!(fates(contacts(&plain, 0)), fates(contacts(&with_people(&plain, steady()), 0)), "{zone}");
    }
}

#[test]
fn a_season_is_its_days_one_by_one() {
    let whole = fates(contacts(&with_people(&season(0..DAYS), steady()), 0));
    let mut days: Vec<_> =
        (0..DAYS).flat_map(|day| fates(contacts(&with_people(&season(day..day + 1), steady()), 0))).collect();
    days.sort();
    assert!(whole.len() > 5000);
    assert_eq!(whole, days);
}

/// A factor of two on everybody's pace is work twice as long, which doubling is exact for.
#[test]
fn at_one_pace_all_is_as_with_handling_times_times_it() {
    let plain = season(0..7);
    let mut slow = plain.clone();
    slow.contacts[0].handle = match &slow.contacts[0].handle {
        Handling::TalkWrap { talk, wrap } => Handling::TalkWrap { talk: talk.scaled(2.0), wrap: wrap.scaled(2.0) },
        Handling::Whole(law) => Handling::Whole(law.scaled(2.0)),
    };
    let beginners = People {
        team: vec![TeamPart { people: 20, tenure: Some(Law::Constant { value: 0.0 }), terms: 0 }],
        handle: Some(LearningCurve { start: 2.0, over: Seconds(1e9), form: LearningForm::Linear }),
        ..steady()
    };
    let first_week = |scenario: Scenario| Scenario {
        horizon: Horizon { length: Length::Days(7), ..scenario.horizon.clone() },
        contacts: vec![ContactType { arrivals: Arrivals::PerInterval(expected(1)), ..scenario.contacts[0].clone() }],
        ..scenario
    };
    let (slow, beginners) = (first_week(slow), first_week(with_people(&plain, beginners)));
    // Twice a lognormal is a lognormal of twice the mean, but not to the last bit: exp(mu + ln 2 + s) is not 2 exp(mu + s).
    let (slow, beginners) = (fates(contacts(&slow, 0)), fates(contacts(&beginners, 0)));
    assert_eq!(slow.len(), beginners.len());
    for (slow, beginner) in slow.iter().zip(&beginners) {
        let near = |a: u64, b: u64| (f64::from_bits(a) - f64::from_bits(b)).abs() < 1e-6;
        let alike =
            slow.0 == beginner.0 && near(slow.1, beginner.1) && near(slow.2, beginner.2) && slow.3 == beginner.3;
        assert!(alike, "{slow:?} {beginner:?}");
    }
}

/// The same for exponential work, where doubling the mean doubles every draw to the bit, and for resolution: a factor of a
/// half on a chance of 0.8 is a chance of 0.4, by the same draws.
#[test]
fn paces_and_factors_on_resolution_are_exact() {
    let mut plain = season(0..7);
    let after = Law::Exponential { mean: 3600.0 };
    plain.horizon.length = Length::Days(7);
    let customers = &mut plain.contacts[0].customers;
    customers.resolution = vec![0.8];
    customers.redial = Some(Redial { abandoned: 0.5, blocked: 0.0, after: after.clone(), attempts: None });
    customers.repeat = Some(Repeat { probability: 0.9, after, to: Vec::new(), attempts: None });
    plain.contacts[0].arrivals = Arrivals::PerInterval(expected(0));
    plain.contacts[0].handle = Handling::Whole(Law::Exponential { mean: 120.0 });
    let mut worse = plain.clone();
    worse.contacts[0].handle = Handling::Whole(Law::Exponential { mean: 240.0 });
    worse.contacts[0].customers.resolution = vec![0.4];
    let curve = |start| Some(LearningCurve { start, over: Seconds(1e9), form: LearningForm::Linear });
    let beginners = People {
        team: vec![TeamPart { people: 20, tenure: Some(Law::Constant { value: 0.0 }), terms: 0 }],
        handle: curve(2.0),
        resolution: curve(0.5),
        ..steady()
    };
    let peopled = with_people(&plain, beginners);
    assert_eq!(fates(contacts(&worse, 0)), fates(contacts(&peopled, 0)));
    assert_eq!(json(&figures(&worse).contacts), json(&figures(&peopled).contacts));
    let resolved = |scenario: &Scenario| json(&figures(scenario).journeys.unwrap().resolved);
    assert_eq!(resolved(&worse), resolved(&peopled));
    assert_eq!(Layout::new(&peopled).people_weeks, 1);
}
