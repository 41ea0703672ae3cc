//! Demand that formulas do not see: rare contacts, bursts, caps, work passed on, work that waits, warm-ups.

use holdline::planner::{Options, Staffing, staff};
use holdline::scenario::{
    Arrivals, BusyFactor, Channel, ContactType, Customers, Handling, Horizon, Law, Length, ModulatedState, Scenario,
    Staffing as Staff, Target, Transfer,
};
use holdline::units::{DAY, Seconds};

use super::{planned, trials};
use crate::centre::{agents, calls, centre};

const ROUGH: Options = Options { confidence: 0.95, error: 0.03, confirmation: None, effort: 1e8 };

fn answer(share: f64, within: f64) -> Option<Target> {
    Some(Target { answer: Some(share), within: Seconds(within), ..Target::default() })
}

/// Some days of hours; a group for each type.
fn days(days: u32, contacts: Vec<ContactType>) -> Scenario {
    let groups = (0..contacts.len()).map(|kind| agents(&format!("team {kind}"), &[kind], Staff::Constant(0))).collect();
    let mut scenario = centre(1.0, contacts, groups);
    scenario.horizon = Horizon { length: Length::Days(days), interval: Seconds(3600.0), ..scenario.horizon };
    scenario.run.seed = 5;
    scenario
}

/// Contacts expected in the hours from eight o'clock.
fn from_eight(expected: &[f64]) -> Arrivals {
    let hour = |hour: usize| hour.checked_sub(8).and_then(|h| expected.get(h)).copied().unwrap_or(0.0);
    Arrivals::PerInterval((0..24).map(hour).collect())
}

fn minutes(mean: f64) -> Law {
    Law::Exponential { mean: 60.0 * mean }
}

#[test]
fn a_quiet_hour_is_no_reason_to_refuse() {
    // Three contacts in ten days: whether one of a hundred abandons takes thousands of days to say.
    let mut contact = calls("calls", from_eight(&[30.0, 40.0, 0.3]), minutes(4.0));
    contact.patience = Some(minutes(2.0));
    contact.target = Some(Target { abandon: Some(0.05), ..answer(0.8, 20.0).unwrap() });
    let scenario = days(1, vec![contact]);
    let plan = planned(&trials(&scenario), ROUGH).plan;
    assert!((1..=4).contains(&plan.staff[0][10]), "{plan:?}");
    assert!(plan.staff[0][9] > plan.staff[0][10]);
}

#[test]
fn bursts_far_above_the_mean_can_be_staffed() {
    let state = |per_hour, stay| ModulatedState { per_hour, stay: Seconds(stay) };
    let arrivals = Arrivals::Modulated(vec![state(10.0, 3000.0), state(600.0, 600.0)]);
    let mut contact = calls("calls", arrivals, minutes(4.0));
    contact.target = answer(0.95, 20.0);
    let scenario = Scenario { horizon: centre(50.0 * DAY, vec![], vec![]).horizon, ..days(1, vec![contact]) };
    // In a burst there are at last forty at work, on average over all time less than eight.
    let plan = planned(&trials(&scenario), ROUGH).plan;
    assert!((30..60).contains(&plan.staff[0][0]), "{plan:?}");
}

#[test]
fn a_low_cap_on_occupancy_takes_agents_in_proportion() {
    let mut contact = calls("calls", from_eight(&[900.0, 900.0]), minutes(4.0));
    contact.target = answer(0.8, 20.0);
    let mut scenario = days(1, vec![contact]);
    scenario.groups[0].max_occupancy = Some(0.3);
    let Staffing::Found(found) = staff(&trials(&scenario), ROUGH).unwrap() else { panic!("agents are no limit") };
    // Sixty at work on average in the second hour.
    assert!((200..=215).contains(&found.plan.staff[0][9]), "{:?}", found.plan);
}

#[test]
fn who_only_gets_what_others_pass_on_is_staffed_for_it() {
    let mut first = calls("first", from_eight(&[60.0, 60.0, 60.0]), minutes(4.0));
    first.target = answer(0.8, 20.0);
    let transfer = Transfer { probability: 0.5, to: vec![(1, 1.0)], briefing: None, only_open: false };
    first.customers = Customers { transfer: Some(transfer), ..Customers::default() };
    let mut second = calls("second", Arrivals::PerInterval(vec![0.0; 24]), minutes(6.0));
    second.target = answer(0.8, 60.0);
    let scenario = days(1, vec![first, second]);
    let plan = planned(&trials(&scenario), ROUGH).plan;
    // Thirty an hour of six minutes each: three at work.
    assert!(plan.staff[1][9..11].iter().all(|experts| (4..=6).contains(experts)), "{plan:?}");
    assert_eq!(plan.staff[1][5], 0);
}

fn mail(per_hour: f64) -> ContactType {
    let mut mail = ContactType::new("mail", Channel::Email, Arrivals::PerHour(per_hour), Handling::Whole(minutes(6.0)));
    mail.target = answer(0.9, 8.0 * 3600.0);
    mail
}

/// A plan for a day like all others keeps its promise on such days in a row, of which a day that begins with an empty
/// desk and ends with a full one says nothing.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn work_that_can_wait_is_done_on_the_day_it_comes() {
    let day = days(1, vec![mail(20.0)]);
    let plan = planned(&trials(&day), ROUGH).plan;
    let hours: u32 = plan.staff[0].iter().sum();
    assert!((48..=56).contains(&hours), "48 hours of work a day: {plan:?}");
    let week = days(7, vec![mail(20.0)]);
    let trials = trials(&week);
    let seen = trials.judge(&plan.staffed(&week), 3_000_000_000..3_000_000_400).unwrap();
    for (number, promise) in trials.promises.iter().enumerate() {
        let standing = seen.standing(number, promise).unwrap();
        assert!(!standing.fails(4.0), "{promise:?} {standing:?}");
    }
}

#[test]
fn hours_of_which_nothing_is_measured_keep_the_staff_that_formulas_give() {
    let mut contact = calls("calls", from_eight(&[30.0, 40.0]), minutes(4.0));
    contact.target = answer(0.8, 20.0);
    let mut scenario = days(1, vec![contact]);
    scenario.horizon.warm_up = Seconds(9.0 * 3600.0);
    let plan = planned(&trials(&scenario), ROUGH).plan;
    assert!((3..=5).contains(&plan.staff[0][8]), "two at work on average: {plan:?}");
}

/// Days that leave work to each other tell less than as many that do not. The error of a share of them is the one that
/// batches of days show: over 60 batches its ratio to the truth is within a third of 1 with four standard errors to
/// spare (false alarm below 1e-3); taken as independent, it would be half of it.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_error_of_a_share_of_days_counts_what_one_day_leaves_to_the_next() {
    let mut contact = mail(28.0);
    contact.busy_factor = Some(BusyFactor::of_single_days(0.3));
    contact.target =
        contact.target.map(|target| Target { days: Some(0.6), per: holdline::scenario::Per::Day, ..target });
    let mut scenario = days(10, vec![contact]);
    scenario.groups[0].staff = Staff::Constant(3);
    let trials = trials(&scenario);
    let standings: Vec<_> = (0..60)
        .map(|batch| {
            let seen = trials.judge(&scenario, batch * 25..(batch + 1) * 25).unwrap();
            seen.standing(0, &trials.promises[0]).unwrap()
        })
        .collect();
    let n = standings.len() as f64;
    let mean = standings.iter().map(|s| s.value).sum::<f64>() / n;
    let spread = (standings.iter().map(|s| (s.value - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    let stated = standings.iter().map(|s| s.error).sum::<f64>() / n;
    // As stated for the share that is asked for.
    let at_mean = stated * (mean * (1.0 - mean) / (0.6 * 0.4)).sqrt();
    assert!((0.67..1.5).contains(&(at_mean / spread)), "{at_mean} stated, {spread} seen, around {mean}");
    let independent = (mean * (1.0 - mean) / 250.0).sqrt();
    assert!(independent < 0.67 * spread, "{independent} {spread}: the days do depend on each other");
}
