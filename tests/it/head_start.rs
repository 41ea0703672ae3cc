//! A head start in the queue against a simulation of forty lines, and in the limits that are known.

use holdline::kpi::Ending;
use holdline::sampling::{ArrivalPlan, ArrivalProcess, Key, Purpose, Rates, Sampler};
use holdline::scenario::{Arrivals, ContactType, Handling, Law, Scenario, Staffing};
use holdline::units::{HOUR, Seconds};

use crate::centre::{agents, calls, centre, contacts};

const END: f64 = 300_000.0;
const AGENTS: u32 = 5;

/// How a contact ended: its type, its arrival, whether it was answered, its wait.
type Fate = (usize, u64, bool, u64);

/// Two types that load five agents to 95 %; who is of the second has the head start.
fn two_types(head_start: f64, handle: &Law, patience: Option<Law>) -> Scenario {
    let share = |name, per_hour| ContactType {
        patience: patience.clone(),
        ..calls(name, Arrivals::PerHour(per_hour), handle.clone())
    };
    let ahead = ContactType { head_start: Seconds(head_start), ..share("ahead", 30.0) };
    centre(END, vec![share("plain", 55.5), ahead], vec![agents("team", &[0, 1], Staffing::Constant(AGENTS))])
}

fn told_by_the_engine(scenario: &Scenario) -> Vec<Fate> {
    let fate = |row: &holdline::kpi::ContactRow| {
        (row.kind.index(), row.arrived.to_bits(), row.ending == Ending::Answered, row.wait.to_bits())
    };
    let mut fates: Vec<Fate> = contacts(scenario, 0).iter().map(fate).collect();
    fates.sort_unstable();
    fates
}

/// One who came: arrival, end of patience, work, type.
struct Came {
    at: f64,
    leaves: f64,
    work: f64,
    kind: usize,
}

fn all_who_come(scenario: &Scenario) -> Vec<Came> {
    let mut all = Vec::new();
    for (kind, contact) in scenario.contacts.iter().enumerate() {
        let Arrivals::PerHour(per_hour) = contact.arrivals else { continue };
        let Handling::Whole(handle) = &contact.handle else { continue };
        let rates = Rates::Pieces { step: 24.0 * HOUR, rates: vec![per_hour / HOUR] };
        let plan = ArrivalPlan { rates, busy_cv: 0.0, end: END };
        let mut arrivals = ArrivalProcess::new(&plan, Key::new(scenario.run.seed, 0).named(&contact.name));
        while let Some(fresh) = arrivals.next_contact() {
            let draw = |law: &Law, purpose| Sampler::new(law).draw(&mut fresh.key.stream(purpose));
            let patience = contact.patience.as_ref().map_or(f64::INFINITY, |law| draw(law, Purpose::Patience));
            let work = draw(handle, Purpose::Handle);
            all.push(Came { at: fresh.time, leaves: fresh.time + patience, work, kind });
        }
    }
    all.sort_by(|a, b| a.at.total_cmp(&b.at));
    all
}

/// Whoever becomes free takes, of those still there, the one with the earliest arrival less head start: five times at
/// which agents are free, and a list of who waits.
fn by_hand(scenario: &Scenario) -> Vec<Fate> {
    let came = all_who_come(scenario);
    let mut free_at = [0.0_f64; AGENTS as usize];
    let mut waiting: Vec<usize> = Vec::new();
    let mut fates: Vec<Fate> = Vec::new();
    let mut next = 0;
    while next < came.len() || !waiting.is_empty() {
        let agent = (0..free_at.len()).min_by(|a, b| free_at[*a].total_cmp(&free_at[*b])).unwrap();
        let (arrival, free) = (came.get(next).map_or(f64::INFINITY, |one| one.at), free_at[agent]);
        let mut start = |place: usize, now: f64| {
            fates.push((came[place].kind, came[place].at.to_bits(), true, (now - came[place].at).to_bits()));
            free_at[agent] = now + came[place].work;
        };
        if free <= arrival && !waiting.is_empty() {
            let there = waiting.iter().copied().filter(|place| came[*place].leaves >= free);
            let joined = |place: &usize| came[*place].at - scenario.contacts[came[*place].kind].head_start.get();
            let chosen = there.min_by(|a, b| joined(a).total_cmp(&joined(b)));
            chosen.into_iter().for_each(|place| start(place, free));
            waiting.retain(|place| {
                let gone = came[*place].leaves < free;
                if gone {
                    let one = &came[*place];
                    fates.push((one.kind, one.at.to_bits(), false, (one.leaves - one.at).to_bits()));
                }
                !gone && Some(*place) != chosen
            });
        } else if free <= arrival {
            start(next, arrival);
            next += 1;
        } else {
            waiting.push(next);
            next += 1;
        }
    }
    fates.sort_unstable();
    fates
}

fn total_wait(fates: &[Fate], of: impl Fn(usize) -> bool) -> f64 {
    fates.iter().filter(|fate| of(fate.0)).map(|fate| f64::from_bits(fate.3)).sum()
}

#[test]
fn every_wait_is_that_of_the_simulation_by_hand() {
    let handle = Law::Lognormal { mean: 200.0, cv: 1.2 };
    for patience in [None, Some(Law::Exponential { mean: 150.0 })] {
        for head_start in [0.0, 40.0, 90.0, 3_000.0] {
            let scenario = two_types(head_start, &handle, patience.clone());
            let (engine, hand) = (told_by_the_engine(&scenario), by_hand(&scenario));
            assert!(engine.iter().filter(|fate| fate.3 > 0).count() > 1_000, "hardly anybody waits");
            assert!(engine == hand, "a head start of {head_start} s, {patience:?}");
        }
    }
}

/// All handlings of the same length: whoever goes first, as many wait, and as long in all.
#[test]
fn a_head_start_moves_waits_from_some_to_others_and_makes_none() {
    let of = |head_start| told_by_the_engine(&two_types(head_start, &Law::Constant { value: 200.0 }, None));
    let (none, some) = (of(0.0), of(90.0));
    let (all, ahead, plain) = (|_| true, |kind| kind == 1, |kind| kind == 0);
    assert!((total_wait(&none, all) / total_wait(&some, all) - 1.0).abs() < 1e-9);
    assert!(total_wait(&some, ahead) < total_wait(&none, ahead));
    assert!(total_wait(&some, plain) > total_wait(&none, plain));
}

#[test]
fn a_head_start_without_end_is_a_priority() {
    let handle = Law::Exponential { mean: 200.0 };
    for patience in [None, Some(Law::Exponential { mean: 150.0 })] {
        let endless = two_types(10.0 * END, &handle, patience.clone());
        let mut urgent = two_types(0.0, &handle, patience);
        urgent.contacts[0].priority = 2;
        assert!(told_by_the_engine(&endless) == told_by_the_engine(&urgent));
    }
}

#[test]
fn the_same_head_start_for_all_is_none() {
    let handle = Law::Exponential { mean: 200.0 };
    let mut all = two_types(90.0, &handle, None);
    all.contacts[0].head_start = Seconds(90.0);
    assert!(told_by_the_engine(&all) == told_by_the_engine(&two_types(0.0, &handle, None)));
}
