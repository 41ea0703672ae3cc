//! What must not get worse when something gets better, under common random numbers, contact by contact and to the
//! bit. Only what is a theorem for every path is claimed; "more agents, fewer abandonments" is none (who is served
//! instead of leaving stands in the way of others), and neither is "more patience, longer waits of the others".
//!
//! The theorems rest on one fact: in first-come order the k-th contact starts at the first moment, from its arrival
//! and from the start of the one before it on, at which fewer of the contacts before it are in work than agents are
//! scheduled. Starts are so made of maxima, minima and sums of starts and work, each of which rises with its parts,
//! in floating point too.

use crate::centre::{agents, calls, centre, contacts, one_queue};
use holdline::engine::TypeId;
use holdline::kpi::{ContactRow, Ending};
use holdline::scenario::{Arrivals, ContactType, Handling, Law, Scenario, Staffing};
use holdline::units::{DAY, HOUR, Seconds};
use proptest::prelude::*;

/// The contacts in order of arrival.
fn by_arrival(scenario: &Scenario) -> Vec<ContactRow> {
    let mut rows = contacts(scenario, 0);
    rows.sort_by(|a, b| a.arrived.total_cmp(&b.arrived));
    rows
}

/// That nobody waits longer in `better` than in `worse`, and how many wait less. Whoever does not stay to the end of
/// the wait in `better` would have waited longer still.
fn nobody_waits_longer(better: &Scenario, worse: &Scenario) -> usize {
    let (better, worse) = (by_arrival(better), by_arrival(worse));
    assert_eq!(better.len(), worse.len());
    for (better, worse) in better.iter().zip(&worse) {
        assert_eq!(better.arrived.to_bits(), worse.arrived.to_bits(), "not the same customers");
        assert!(better.wait <= worse.wait, "better {better:?}, worse {worse:?}");
    }
    better.iter().zip(&worse).filter(|(better, worse)| better.wait < worse.wait).count()
}

fn queue(seed: u64, load: f64, servers: u32, law: Law) -> Scenario {
    let per_hour = load * f64::from(servers) * HOUR / 200.0;
    let mut scenario = one_queue(4e5 / f64::from(servers), calls("sales", Arrivals::PerHour(per_hour), law), servers);
    scenario.run.seed = seed;
    scenario
}

fn law(kind: u8, mean: f64) -> Law {
    match kind {
        0 => Law::Exponential { mean },
        1 => Law::Constant { value: mean },
        2 => Law::Lognormal { mean, cv: 1.5 },
        3 => Law::Gamma { mean, cv: 0.5 },
        _ => Law::Hyperexponential { weights: vec![0.3, 0.7], means: vec![2.0 * mean, 4.0 / 7.0 * mean] },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(11), ..ProptestConfig::default() })]

    #[test]
    fn more_agents_raise_nobodys_wait(
        seed: u32, load in 0.7..1.05_f64, servers in 1..40_u32, kind in 0..5_u8, more in 1..5_u32,
    ) {
        let worse = queue(u64::from(seed), load, servers, law(kind, 200.0));
        let mut better = worse.clone();
        better.groups[0].staff = Staffing::Constant(servers + more);
        prop_assert!(nobody_waits_longer(&better, &worse) > 10);
    }

    #[test]
    fn shorter_work_raises_nobodys_wait(seed: u32, load in 0.7..1.05_f64, servers in 1..40_u32, kind in 0..5_u8) {
        let worse = queue(u64::from(seed), load, servers, law(kind, 200.0));
        let mut better = worse.clone();
        better.contacts[0].handle = Handling::Whole(law(kind, 190.0));
        prop_assert!(nobody_waits_longer(&better, &worse) > 10);
    }

    /// Whoever leaves is, for the others, a contact without work.
    #[test]
    fn contacts_who_leave_or_are_blocked_raise_nobodys_wait(
        seed: u32, load in 0.8..1.2_f64, servers in 1..40_u32, kind in 0..5_u8, patience in 20.0..300.0_f64,
        limit in 0..20_u32,
    ) {
        let worse = queue(u64::from(seed), load, servers, law(kind, 200.0));
        let mut leaving = worse.clone();
        leaving.contacts[0] = ContactType {
            patience: Some(law(4 - kind, patience)),
            balk: 0.05,
            ..leaving.contacts[0].clone()
        };
        prop_assert!(nobody_waits_longer(&leaving, &worse) > 10);
        let mut limited = worse.clone();
        limited.contacts[0].queue_limit = Some(limit);
        nobody_waits_longer(&limited, &worse);
    }

    /// By count, through the day: agents who are added for some hours raise nobody's wait, on these hours or later.
    #[test]
    fn more_agents_at_any_hour_raise_nobodys_wait(
        seed: u32, kind in 0..5_u8, staff in prop::collection::vec((0..12_u32, 0..3_u32), 24),
    ) {
        let mut worse = queue(u64::from(seed), 0.8, 6, law(kind, 200.0));
        worse.horizon.interval = Seconds(HOUR);
        worse.horizon.length = holdline::scenario::Length::Duration(Seconds(DAY));
        let mut better = worse.clone();
        // The last staffing stays until all have left: it must not be 0 for the shares of who is answered to agree.
        let least = |i: usize, n: u32| if i == 23 { n.max(1) } else { n };
        let few = staff.iter().enumerate().map(|(i, (n, _))| least(i, *n)).collect();
        let many = staff.iter().enumerate().map(|(i, (n, more))| least(i, *n) + more).collect();
        worse.groups[0].staff = Staffing::PerInterval(few);
        better.groups[0].staff = Staffing::PerInterval(many);
        nobody_waits_longer(&better, &worse);
    }

    /// With equal work an order of service only deals the same starts out differently: priority takes from the others
    /// exactly what it gives to the urgent, and the k-th urgent contact never starts later than in order of arrival.
    #[test]
    fn priority_deals_the_same_starts_out_differently(seed: u32, load in 0.8..1.0_f64, servers in 1..20_u32) {
        let rate = Arrivals::PerHour(load * f64::from(servers) * HOUR / 400.0);
        let kind = |name| calls(name, rate.clone(), Law::Constant { value: 200.3 });
        let groups = vec![agents("team", &[0, 1], Staffing::Constant(servers))];
        let mut plain = centre(4e5 / f64::from(servers), vec![kind("urgent"), kind("other")], groups);
        plain.run.seed = u64::from(seed);
        let mut urgent = plain.clone();
        urgent.contacts[1].priority = 2;
        let starts = |scenario: &Scenario, only: Option<TypeId>| {
            let rows = contacts(scenario, 0);
            prop_assert!(rows.iter().all(|row| row.ending == Ending::Answered));
            let of_type = rows.iter().filter(|row| only.is_none_or(|kind| kind == row.kind));
            // To a microsecond: a row keeps the wait, not the start.
            let mut starts: Vec<i64> = of_type.map(|row| ((row.arrived + row.wait) * 1e6).round() as i64).collect();
            starts.sort_unstable();
            Ok(starts)
        };
        prop_assert_eq!(starts(&plain, None)?, starts(&urgent, None)?);
        let (in_order, first) = (starts(&plain, Some(TypeId(0)))?, starts(&urgent, Some(TypeId(0)))?);
        prop_assert!(first.iter().zip(&in_order).all(|(first, in_order)| first <= in_order));
        prop_assert!(first != in_order, "the priority did nothing");
    }
}
