//! Several chats at once, held against single ones: what must come out the same, path by path.

use holdline::engine::{Contact, GroupId, Model, Observer, simulate};
use holdline::kpi::{ContactRow, Ending};
use holdline::scenario::{Arrivals, Channel, ChatTo, ContactType, Handling, Law, Scenario};
use holdline::units::HOUR;
use proptest::prelude::*;

use crate::centre::{contacts, one_queue};

/// Rounding of a busy period's sum of progress, s.
const NEAR: f64 = 1e-6;

fn chats(seed: u32, load: f64, hands: u32, law: Law) -> Scenario {
    let per_hour = load * f64::from(hands) * HOUR / 200.0;
    let chat = ContactType::new("chats", Channel::Chat, Arrivals::PerHour(per_hour), Handling::Whole(law));
    let mut scenario = one_queue(4e5 / f64::from(hands), chat, hands);
    scenario.run.seed = u64::from(seed);
    scenario
}

fn law(kind: u8) -> Law {
    match kind {
        0 => Law::Exponential { mean: 200.0 },
        1 => Law::Lognormal { mean: 200.0, cv: 1.5 },
        2 => Law::Gamma { mean: 200.0, cv: 0.5 },
        _ => Law::Uniform { min: 100.0, max: 300.0 },
    }
}

/// When agents worked without a pause, and how many contacts were finished.
#[derive(Default)]
struct BusyPeriods(Vec<(f64, f64)>, u32);

impl Observer for BusyPeriods {
    fn worked(&mut self, _: GroupId, from: f64, to: f64) {
        self.0.push((from, to));
    }
    fn handled(&mut self, _: &Contact, _: holdline::engine::AgentId, _: f64) {
        self.1 += 1;
    }
}

fn busy_periods(scenario: &Scenario) -> BusyPeriods {
    let mut periods = BusyPeriods::default();
    simulate(&Model::new(scenario), scenario.run.seed, 0, &mut periods);
    periods
}

fn by_arrival(scenario: &Scenario) -> Vec<ContactRow> {
    let mut rows = contacts(scenario, 0);
    rows.sort_by(|a, b| a.arrived.total_cmp(&b.arrived));
    rows
}

/// The same ending and the same wait, contact by contact; says how many waited and how many left.
fn same_fates(one: &Scenario, other: &Scenario) -> (usize, usize) {
    let (one, other) = (by_arrival(one), by_arrival(other));
    assert_eq!(one.len(), other.len());
    for (a, b) in one.iter().zip(&other) {
        assert_eq!((a.arrived.to_bits(), a.ending), (b.arrived.to_bits(), b.ending), "{a:?} {b:?}");
        assert!((a.wait - b.wait).abs() < NEAR, "{a:?} {b:?}");
    }
    let left = one.iter().filter(|row| row.ending == Ending::Abandoned).count();
    (one.iter().filter(|row| row.wait > 0.0).count(), left)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(17), ..ProptestConfig::default() })]

    /// An agent whom k chats slow down k times over does the work at the pace of one at a time: processor sharing,
    /// whose busy periods are those of any order of service. Wrong accounting of progress would move them.
    #[test]
    fn sharing_one_agent_keeps_the_busy_periods(seed: u32, load in 0.3..0.95_f64, kind in 0..4_u8, most in 2..6_u32) {
        let single = chats(seed, load, 1, law(kind));
        let mut shared = single.clone();
        shared.groups[0].chats = most;
        shared.contacts[0].slowdown = (1..=most).map(f64::from).collect();
        let (single, shared) = (busy_periods(&single), busy_periods(&shared));
        prop_assert_eq!(single.0.len(), shared.0.len());
        prop_assert_eq!(single.1, shared.1);
        for (one, other) in single.0.iter().zip(&shared.0) {
            prop_assert!((one.0 - other.0).abs() < NEAR && (one.1 - other.1).abs() < NEAR, "{:?} {:?}", one, other);
        }
        prop_assert!(single.0.len() > 20);
    }

    /// Without slowdown n agents with c hands are n c agents with one, whoever gets a new chat and with patience or
    /// without: only hands count.
    #[test]
    fn without_slowdown_only_hands_count(
        seed: u32, load in 0.8..1.1_f64, kind in 0..4_u8, agents in 1..9_u32, hands in 2..6_u32, most: bool, limit: bool,
    ) {
        let single = chats(seed, load, agents * hands, law(kind));
        let share = |scenario: &Scenario| {
            let mut several = scenario.clone();
            several.groups[0].staff = holdline::scenario::Staffing::Constant(agents);
            several.groups[0].chats = hands;
            several.groups[0].chat_to = if most { ChatTo::MostLoaded } else { ChatTo::LeastLoaded };
            several
        };
        prop_assert!(same_fates(&single, &share(&single)).0 > 20);
        let mut leaving = single.clone();
        leaving.contacts[0].patience = Some(Law::Exponential { mean: 100.0 });
        leaving.contacts[0].balk = 0.1;
        leaving.contacts[0].queue_limit = limit.then_some(5);
        prop_assert!(same_fates(&leaving, &share(&leaving)).1 > 5);
    }
}
