//! The properties.

use holdline::engine::{Model, simulate};
use holdline::kpi::{Counts, Ending, Layout, Origins, Tally};
use holdline::scenario::{Arrivals, Channel, ContactType, Handling, Law, Length, Scenario, Shift, Staffing};
use holdline::units::{DAY, HOUR, Seconds};
use proptest::prelude::*;

use super::{Seen, Watch};
use crate::centre::{agents, centre, contacts};
use crate::random_journeys::any_journeys;

/// Random centres in one run of the tests; more with optimisation.
const CENTRES: u32 = if cfg!(debug_assertions) { 300 } else { 2000 };

/// Watches a replication; the tally must have seen the same.
fn watched(scenario: &Scenario, replication: u32) -> Seen {
    let (model, layout) = (Model::new(scenario), Layout::new(scenario));
    let mut observer = (Watch::new(scenario), Tally::new(&layout));
    simulate(&model, scenario.run.seed, replication, &mut observer);
    let seen = observer.0.whistle();
    for (kind, cells) in observer.1.cells.chunks(layout.intervals).enumerate() {
        let mut counts = Counts::default();
        cells.iter().for_each(|cell| counts.add(cell));
        let tallied = [counts.answered(), counts.abandoned(), counts.blocked, counts.closed, counts.called_back];
        assert_eq!(tallied, seen.ends[kind], "the tally of type {kind} says another story");
        let [fresh, redial, repeat, transfer] = seen.origins[kind];
        assert_eq!(observer.1.origins[kind], Origins { redial, repeat, transfer }, "the origins of type {kind}");
        assert_eq!(counts.offered(), fresh + redial + repeat + transfer, "offered of type {kind}");
    }
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CENTRES, failure_persistence: None, max_shrink_iters: 3000,
        rng_seed: proptest::test_runner::RngSeed::Fixed(9), ..ProptestConfig::default() })]

    /// Every contact ends once and every issue ends once; lines, limits, reserve, hours, hands, progress, journeys:
    /// see [`Watch`].
    #[test]
    fn journeys_conserve(scenario in any_journeys()) {
        watched(&scenario, 0);
    }
}

/// A property over centres in which nothing happens would prove nothing.
#[test]
fn the_random_journeys_are_lively() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut outcomes, mut origins) = ([0; 4], [0; 4]);
    let mut rare = std::collections::BTreeMap::new();
    for _ in 0..100 {
        let scenario = any_journeys().new_tree(&mut runner).unwrap().current();
        let seen = watched(&scenario, 1);
        (0..4).for_each(|i| outcomes[i] += seen.outcomes[i]);
        seen.origins.iter().for_each(|of| (0..4).for_each(|i| origins[i] += of[i]));
        seen.rare.iter().for_each(|(what, times)| *rare.entry(*what).or_insert(0) += times);
    }
    assert!(outcomes.iter().all(|n| *n > 1000) && origins.iter().all(|n| *n > 1000), "{outcomes:?} {origins:?}");
    assert!(rare.len() >= 17 && rare.values().all(|n| *n > 50), "{rare:?}");
}

/// The last shift has gone, and e-mails are left: they are worked off by the next day's shifts, beyond the horizon.
#[test]
fn the_emails_of_the_last_evening_are_answered_by_the_next_shift() {
    let handle = Handling::Whole(Law::Exponential { mean: 100.0 });
    let mail = ContactType::new("mail", Channel::Email, Arrivals::PerHour(20.0), handle);
    let (from, to) = (9.0 * HOUR, 17.0 * HOUR);
    let shift = Shift { from: Seconds(from), to: Seconds(to), agents: 3, ..Shift::default() };
    let mut scenario = centre(DAY, vec![mail], vec![agents("clerks", &[0], Staffing::Shifts(vec![shift]))]);
    scenario.horizon.length = Length::Days(1);
    let rows = contacts(&scenario, 0);
    let (mut by_day, mut evening) = (0, 0);
    for row in &rows {
        assert_eq!(row.ending, Ending::Answered, "{row:?}");
        let begins = row.arrived + row.wait;
        if row.arrived >= to {
            evening += 1;
            assert!(begins >= DAY + from - 1e-6 && begins < DAY + to, "nobody is there before the morning: {row:?}");
        } else {
            by_day += 1;
            assert!(begins >= from - 1e-6 && begins < DAY + to, "{row:?}");
        }
    }
    assert!(by_day > 200 && evening > 80, "{by_day} {evening}");
}
