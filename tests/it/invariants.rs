//! What must hold in every centre whatever happens, over random centres in which every feature meets every other.

use holdline::engine::{Model, TypeId, simulate};
use holdline::kpi::{Counts, Layout, Tally};
use holdline::sampling::{ArrivalProcess, Key};
use holdline::scenario::Scenario;
use proptest::prelude::*;

use crate::random_centres::any_centre;
use crate::referee::{Ends, Recorder, Referee, Told};

/// Random centres in one run of the tests; more with optimisation.
const CENTRES: u32 = if cfg!(debug_assertions) { 1500 } else { 5000 };

/// What is told of a replication, and what the tally makes of it.
pub(crate) fn told(scenario: &Scenario, replication: u32) -> (Vec<Told>, Vec<Ends>) {
    let (model, layout) = (Model::new(scenario), Layout::new(scenario));
    let mut observer = (Recorder::default(), Tally::new(&layout));
    simulate(&model, scenario.run.seed, replication, &mut observer);
    let cells = observer.1.cells.chunks(layout.intervals);
    let tallied = cells.map(|cells| {
        let mut counts = Counts::default();
        cells.iter().for_each(|cell| counts.add(cell));
        Ends {
            offered: counts.offered(),
            answered: counts.answered(),
            abandoned: counts.abandoned(),
            blocked: counts.blocked,
            closed: counts.closed,
        }
    });
    (observer.0.0, tallied.collect())
}

/// The arrivals of a type, straight from its process.
fn arrivals(scenario: &Scenario, kind: usize, replication: u32) -> Vec<(u64, Key)> {
    let model = Model::new(scenario);
    let root = Key::new(scenario.run.seed, replication).named(&scenario.contacts[kind].name);
    let mut process = ArrivalProcess::new(&model.types[kind].arrivals, root, root);
    std::iter::from_fn(|| process.next_contact()).map(|fresh| (fresh.time.to_bits(), fresh.key)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CENTRES, failure_persistence: None, max_shrink_iters: 4000,
        rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// Conservation, skills, order, priority, patience, lines, limits, shifts and hours: see [`Referee`].
    #[test]
    fn every_rule_holds_in_every_centre(scenario in any_centre()) {
        let (told, tallied) = told(&scenario, 0);
        let ends = Referee::new(&scenario).judge(&told);
        prop_assert_eq!(&ends, &tallied, "the tally says another story");
        for kind in 0..scenario.contacts.len() {
            let of_type = |told: &Told| match told {
                Told::Arrived(contact) if contact.kind == TypeId(kind as u16) => {
                    Some((contact.arrived.to_bits(), contact.key))
                }
                _ => None,
            };
            let arrived: Vec<_> = told.iter().filter_map(of_type).collect();
            prop_assert_eq!(arrived, arrivals(&scenario, kind, 0), "type {} lost or won arrivals", kind);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CENTRES / 5, failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(8), ..ProptestConfig::default() })]

    /// A limit that nobody reaches changes nothing, although patience then ends by events and not when somebody looks.
    #[test]
    fn a_limit_that_nobody_reaches_changes_nothing(scenario in any_centre()) {
        let mut limited = scenario.clone();
        limited.contacts.iter_mut().for_each(|contact| contact.queue_limit = contact.queue_limit.or(Some(u32::MAX - 1)));
        prop_assert_eq!(told(&scenario, 0).1, told(&limited, 0).1);
    }
}

/// A property over centres in which nothing happens would prove nothing.
#[test]
fn the_random_centres_are_lively() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut sum = Ends::default();
    for _ in 0..100 {
        let scenario = any_centre().new_tree(&mut runner).unwrap().current();
        for ends in told(&scenario, 1).1 {
            sum.offered += ends.offered;
            sum.answered += ends.answered;
            sum.abandoned += ends.abandoned;
            sum.blocked += ends.blocked;
            sum.closed += ends.closed;
        }
    }
    let least = sum.offered / 20;
    let parts = [sum.answered, sum.abandoned, sum.blocked, sum.closed];
    assert!(sum.offered > 50_000 && parts.iter().all(|part| *part > least), "{sum:?}");
}
