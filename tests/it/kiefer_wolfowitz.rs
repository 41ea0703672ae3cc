//! The engine against a recursion of ten lines: the same arrivals, work and patience must give the same waits, to
//! the last bit, contact by contact.
//!
//! Kiefer and Wolfowitz, "On the theory of queues with many servers", Trans. AMS 78 (1955): a first-come queue needs
//! to know no more than when each server is free. Kept here as absolute times, so that not even rounding differs;
//! with patience as in Baccelli, Boyer and Hébuterne, Adv. Appl. Prob. 16 (1984): whoever would wait longer than they
//! are ready to leaves no trace.

use crate::centre::{calls, contacts, one_queue};
use holdline::engine::Model;
use holdline::kpi::Ending;
use holdline::sampling::{ArrivalPlan, ArrivalProcess, Key, Purpose, Rates, Sampler};
use holdline::scenario::{Arrivals, BusyFactor, ContactType, Handling, Law, ModulatedState, Scenario, Staffing};
use holdline::units::{HOUR, Seconds};

/// What the recursion says of a contact: when it arrived, how it ended, how long it waited, until when it was
/// handled.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fate {
    arrived: f64,
    ending: Ending,
    wait: f64,
    until: f64,
}

fn arrival_plan(contact: &ContactType, end: f64) -> ArrivalPlan {
    let rates = match &contact.arrivals {
        Arrivals::PerHour(rate) => Rates::Pieces { step: 24.0 * HOUR, rates: vec![rate / HOUR] },
        Arrivals::PerInterval(expected) => {
            Rates::Pieces { step: 1800.0, rates: expected.iter().map(|n| n / 1800.0).collect() }
        }
        Arrivals::Modulated(states) => {
            Rates::Modulated(states.iter().map(|s| (s.per_hour / HOUR, s.stay.get())).collect())
        }
    };
    ArrivalPlan { busy: contact.busy_factor, ..ArrivalPlan::new(rates, end) }
}

fn recursion(contact: &ContactType, end: f64, servers: u32, seed: u64, replication: u32) -> Vec<Fate> {
    let plan = arrival_plan(contact, end);
    let key = Key::new(seed, replication);
    let mut arrivals = ArrivalProcess::new(&plan, key.named(&contact.name), key);
    let mut free_at = vec![0.0_f64; servers as usize];
    let mut fates = Vec::new();
    while let Some(fresh) = arrivals.next_contact() {
        let draw = |law: &Law, purpose| Sampler::new(law).draw(&mut fresh.key.stream(purpose));
        let patience = contact.patience.as_ref().map_or(f64::INFINITY, |law| draw(law, Purpose::Patience));
        let server = (0..free_at.len()).min_by(|&a, &b| free_at[a].total_cmp(&free_at[b])).unwrap();
        let start = fresh.time.max(free_at[server]);
        let must_wait = start > fresh.time;
        let balks = must_wait && fresh.key.stream(Purpose::Balk).uniform() < contact.balk;
        let leaves = if balks { fresh.time } else { fresh.time + patience };
        let fate = |ending, now, until| Fate { arrived: fresh.time, ending, wait: now - fresh.time, until };
        if must_wait && leaves < start {
            fates.push(fate(Ending::Abandoned, leaves, leaves));
            continue;
        }
        free_at[server] = match &contact.handle {
            Handling::Whole(law) => start + draw(law, Purpose::Handle),
            Handling::TalkWrap { talk, wrap } => start + draw(talk, Purpose::Handle) + draw(wrap, Purpose::Wrap),
        };
        fates.push(fate(Ending::Answered, start, free_at[server]));
    }
    fates
}

fn told_by_the_engine(scenario: &Scenario, replication: u32) -> Vec<Fate> {
    let fate = |row: &holdline::kpi::ContactRow| Fate {
        arrived: row.arrived,
        ending: row.ending,
        wait: row.wait,
        until: row.handled.map_or(row.arrived + row.wait, |(_, _, until)| until),
    };
    let mut fates: Vec<Fate> = contacts(scenario, replication).iter().map(fate).collect();
    fates.sort_by(|a, b| a.arrived.total_cmp(&b.arrived));
    fates
}

/// Both, bit by bit; says how many contacts waited and how many left.
fn compare(contact: &ContactType, servers: u32, duration: f64) -> (usize, usize) {
    let (mut waited, mut left) = (0, 0);
    for replication in 0..2 {
        let mut scenario = one_queue(duration, contact.clone(), servers);
        scenario.run.seed = 20 + u64::from(servers);
        let engine = told_by_the_engine(&scenario, replication);
        let recursion = recursion(contact, duration, servers, scenario.run.seed, replication);
        assert_eq!(engine.len(), recursion.len(), "{contact:?}");
        for (number, (engine, recursion)) in engine.iter().zip(&recursion).enumerate() {
            let same = engine.ending == recursion.ending
                && engine.arrived.to_bits() == recursion.arrived.to_bits()
                && engine.wait.to_bits() == recursion.wait.to_bits();
            // Leaving is stored as a wait; only of the answered is the end of handling kept as it was.
            let same = same && (engine.ending == Ending::Abandoned || engine.until == recursion.until);
            assert!(same, "contact {number}: {engine:?}, recursion {recursion:?}, {servers} agents, {contact:?}");
        }
        waited += engine.iter().filter(|fate| fate.wait > 0.0).count();
        left += engine.iter().filter(|fate| fate.ending == Ending::Abandoned).count();
    }
    (waited, left)
}

const MEAN: f64 = 200.0;

fn laws(mean: f64) -> Vec<Law> {
    vec![
        Law::Exponential { mean },
        Law::Constant { value: mean },
        Law::Lognormal { mean, cv: 1.3 },
        Law::Gamma { mean, cv: 0.7 },
        Law::Gamma { mean, cv: 1.8 },
        Law::Erlang { mean, k: 3 },
        Law::Weibull { mean, shape: 0.8 },
        Law::Uniform { min: mean / 2.0, max: mean * 1.5 },
        Law::Hyperexponential { weights: vec![0.3, 0.7], means: vec![2.0 * mean, 4.0 / 7.0 * mean] },
        Law::Empirical { values: vec![0.5 * mean, mean, 1.7 * mean], weights: vec![0.4, 0.4, 0.2] },
    ]
}

/// Arrivals of three kinds that load so many agents to about 95 %.
fn arrivals(servers: u32) -> Vec<(Arrivals, Option<BusyFactor>)> {
    let per_hour = 0.95 * f64::from(servers) * HOUR / MEAN;
    let day = |i: usize| per_hour / 2.0 * (0.4 + 1.2 * f64::from((i % 6) as u32) / 5.0);
    let state = |share, stay| ModulatedState { per_hour: per_hour * share, stay: Seconds(stay) };
    vec![
        (Arrivals::PerHour(per_hour), None),
        (Arrivals::PerInterval((0..48).map(day).collect()), Some(BusyFactor::of_single_days(0.2))),
        (Arrivals::Modulated(vec![state(0.4, 900.0), state(1.6, 900.0)]), None),
    ]
}

/// Long enough for a few thousand contacts, and over midnight at least once.
fn duration(servers: u32) -> f64 {
    (4e5 / f64::from(servers)).max(1e5)
}

#[test]
fn without_patience_every_wait_is_the_recursions() {
    for servers in [1, 2, 3, 7, 20, 50] {
        for (arrivals, busy_factor) in arrivals(servers) {
            for law in laws(MEAN) {
                let contact = ContactType { busy_factor, ..calls("sales", arrivals.clone(), law) };
                let (waited, left) = compare(&contact, servers, duration(servers));
                assert!(waited > 100 && left == 0, "{waited} waited, {left} left: this compares nothing");
            }
        }
    }
}

#[test]
fn with_patience_every_wait_and_every_abandonment_is_the_recursions() {
    for servers in [1, 4, 20, 50] {
        for (arrivals, busy_factor) in arrivals(servers) {
            for (handle, patience) in laws(MEAN * 1.1).into_iter().zip(laws(90.0).into_iter().rev()) {
                let contact = ContactType {
                    busy_factor,
                    patience: Some(patience),
                    balk: 0.1,
                    ..calls("sales", arrivals.clone(), handle)
                };
                let (waited, left) = compare(&contact, servers, duration(servers));
                assert!(waited > 100 && left > 50, "{waited} waited, {left} left: this compares nothing");
            }
        }
    }
}

#[test]
fn with_work_after_the_talk_every_wait_is_the_recursions() {
    for (talk, wrap) in laws(150.0).into_iter().zip(laws(50.0).into_iter().rev()) {
        let handle = Handling::TalkWrap { talk, wrap };
        let (arrivals, busy_factor) = arrivals(10).swap_remove(1);
        let contact = ContactType { busy_factor, handle, ..calls("sales", arrivals, Law::Exponential { mean: 1.0 }) };
        assert!(compare(&contact, 10, duration(10)).0 > 100);
    }
}

/// Several groups with the same skills are one team: who takes a contact changes nobody's wait.
#[test]
fn three_groups_with_the_same_skill_wait_like_one() {
    let arrivals = arrivals(12).swap_remove(0).0;
    let contact = ContactType {
        patience: Some(Law::Exponential { mean: 120.0 }),
        ..calls("sales", arrivals, Law::Lognormal { mean: MEAN, cv: 1.0 })
    };
    let mut scenario = one_queue(duration(12), contact.clone(), 0);
    let team = |name, agents| crate::centre::agents(name, &[0], Staffing::Constant(agents));
    scenario.groups = vec![team("early", 5), team("late", 3), team("spare", 4)];
    assert_eq!(Model::new(&scenario).agents(), 12);
    let engine = told_by_the_engine(&scenario, 0);
    let recursion = recursion(&contact, duration(12), 12, scenario.run.seed, 0);
    assert_eq!(engine.len(), recursion.len());
    for (engine, recursion) in engine.iter().zip(&recursion) {
        assert_eq!((engine.ending, engine.wait.to_bits()), (recursion.ending, recursion.wait.to_bits()));
    }
}
