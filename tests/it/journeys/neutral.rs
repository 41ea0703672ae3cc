//! Mechanisms that do nothing change nothing: every one in its neutral setting leaves every contact as it was, to the
//! bit, although the engine then follows all customers and asks all questions.

use holdline::kpi::{ContactRow, Ending};
use holdline::scenario::{
    Callback, Conduct, Customers, Escalation, History, Law, OutOfHours, Promise, QualityProgramme, Recovery, Redial,
    Repeat, Satisfaction, Scenario, Training, Transfer,
};
use holdline::units::Seconds;
use proptest::prelude::*;

use crate::centre::contacts;
use crate::random_centres::any_centre;

/// Every mechanism, and none of them ever does anything. `other`: where nobody is passed on to.
fn neutral_customers(other: usize) -> Customers {
    let after = || Law::Exponential { mean: 600.0 };
    Customers {
        redial: Some(Redial { abandoned: 0.0, blocked: 0.0, after: after(), attempts: None }),
        resolution: vec![1.0],
        repeat: Some(Repeat { probability: 0.0, after: after(), to: vec![(other, 0.5)], attempts: Some(3) }),
        transfer: Some(Transfer {
            probability: 0.0,
            to: vec![(other, 1.0)],
            briefing: Some(Seconds(45.0)),
            only_open: false,
        }),
        history: Some(History { shared: false, handle: 1.0, resolution: 1.0 }),
        owner: true,
        escalate: Some(Escalation { contacts: 1, probability: 0.0, to: None, after: after(), cost: 9.0 }),
        promise: Some(Promise { probability: 0.0, kept: 1.0, after: after() }),
        out_of_hours: Some(OutOfHours { try_again: 0.0, after: after(), voice_mail: 0.0, to: None }),
        recovery: Some(Recovery { share: 0.0, cost: 9.0 }),
        callback: Some(Callback { when_waiting: 0, accept: 0.0, handle: Some(after()), keep_place: false }),
    }
}

fn neutral(scenario: &Scenario) -> Scenario {
    let mut neutral = scenario.clone();
    let types = scenario.contacts.len();
    neutral.satisfaction = Some(Satisfaction::default());
    for (kind, contact) in neutral.contacts.iter_mut().enumerate() {
        contact.customers = neutral_customers((kind + 1) % types);
        contact.customers.transfer = contact.customers.transfer.take().filter(|_| types > 1);
        contact.slowdown = vec![1.0];
    }
    for group in &mut neutral.groups {
        (group.chats, group.reserve) = (1, 0);
        group.conduct = Some(Conduct { poor: 0.0, cv: 0.0, public: 1.0 });
        group.quality = Some(QualityProgramme { evaluated: 0.0, effect: 1.0, cost: 6.0 });
        group.training = Some(Training { over: Seconds(9e4), resolution: 1.0, handle: 1.0, poor: 1.0, cost: 9.0 });
        group.resolution = group.skills.iter().map(|skill| (skill.contact, vec![1.0])).collect();
    }
    neutral
}

/// Type, arrival, ending, wait, and who handled it until when.
type Row = (u16, u64, Ending, u64, Option<(u16, u32, u64)>);

/// The contacts by type and arrival. How long those waited who are turned away when nothing more can happen depends on
/// what happened last: it is left out.
fn rows(scenario: &Scenario) -> Vec<Row> {
    let horizon = scenario.horizon.seconds();
    let row = |row: &ContactRow| {
        let given_up = row.ending == Ending::Closed && row.arrived + row.wait >= horizon;
        let wait = if given_up { 0 } else { row.wait.to_bits() };
        let handled = row.handled.map(|(group, agent, until)| (group.0, agent.0, until.to_bits()));
        (row.kind.0, row.arrived.to_bits(), row.ending, wait, handled)
    };
    let mut rows: Vec<_> = contacts(scenario, 0).iter().map(row).collect();
    rows.sort_by_key(|(kind, arrived, ..)| (*kind, *arrived));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(13), ..ProptestConfig::default() })]

    #[test]
    fn mechanisms_that_do_nothing_change_no_contact(scenario in any_centre()) {
        prop_assert!(rows(&scenario) == rows(&neutral(&scenario)));
    }
}
