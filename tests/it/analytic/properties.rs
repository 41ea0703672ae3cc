//! What holds for every queue, tried on random ones; and other ways to the same figures.

use holdline::analytic::{Goal, Performance, Queue, erlang_b};
use holdline::scenario::{AgentGroup, Law, Length, Staffing};
use holdline::units::Seconds;
use proptest::prelude::*;

use super::{close, queue};
use crate::centre::{calls, centre, figures};
use crate::tolerance::allowed;

fn law() -> impl Strategy<Value = Option<Law>> {
    let mean = 5.0..2000.0;
    prop_oneof![
        Just(None),
        mean.clone().prop_map(|mean| Some(Law::Exponential { mean })),
        mean.clone().prop_map(|value| Some(Law::Constant { value })),
        (mean.clone(), 0.1..4.0).prop_map(|(mean, cv)| Some(Law::Lognormal { mean, cv })),
        (mean.clone(), 0.1..4.0).prop_map(|(mean, cv)| Some(Law::Gamma { mean, cv })),
        (mean.clone(), 0.3..5.0).prop_map(|(mean, shape)| Some(Law::Weibull { mean, shape })),
        (0.0..100.0, 1.0..500.0).prop_map(|(min, more)| Some(Law::Uniform { min, max: min + more })),
        mean.prop_map(|value| {
            let values = vec![0.0, value / 3.0, value, f64::INFINITY];
            Some(Law::Empirical { values, weights: vec![0.1, 0.4, 0.3, 0.2] })
        }),
    ]
}

fn any_queue() -> impl Strategy<Value = Queue> {
    (0.1..120.0, 20.0..900.0, law(), proptest::option::of(1_u32..300))
        .prop_map(|(load, handle, patience, lines)| Queue { arrivals: load / handle, handle, patience, lines })
}

/// Probabilities of 0, 1, ... contacts in a birth and death chain with exponential patience and finite lines.
fn chain(queue: &Queue, agents: u32, lines: u32) -> Vec<f64> {
    let leave = match &queue.patience {
        Some(Law::Exponential { mean }) => 1.0 / mean,
        _ => 0.0,
    };
    let mut weights = vec![1.0];
    for present in 1..=lines {
        let busy = f64::from(present.min(agents));
        let waiting = f64::from(present.saturating_sub(agents));
        weights.push(weights[present as usize - 1] * queue.arrivals / (busy / queue.handle + waiting * leave));
    }
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / sum).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// All but blocking: contacts who would have abandoned hold their line for longer when they are answered.
    #[test]
    fn every_agent_helps(queue in any_queue(), agents in 1_u32..150, within in 0.0..120.0) {
        let (these, more) = (queue.performance(agents), queue.performance(agents + 1));
        let at_least = |better: f64, worse: f64| better >= worse * (1.0 - 1e-9) - 1e-12;
        prop_assert!(at_least(more.service_level(within), these.service_level(within)));
        prop_assert!(at_least(these.p_abandon, more.p_abandon));
        prop_assert!(at_least(these.mean_wait_answered, more.mean_wait_answered));
        prop_assert!(at_least(these.occupancy, more.occupancy));
    }

    #[test]
    fn least_agents_are_least(
        queue in any_queue(),
        answer in proptest::option::of((0.3..0.999, 0.0..120.0)),
        asa in proptest::option::of(0.5..60.0),
        occupancy in 0.3..0.99,
    ) {
        let goal = Goal { answer, asa, occupancy: Some(occupancy), abandon: Some(0.05) };
        let least = queue.least_agents(&goal, 2000).unwrap();
        prop_assert!(goal.missed(&queue.performance(least)).is_empty());
        prop_assert!(least == 0 || !goal.missed(&queue.performance(least - 1)).is_empty());
        if least > 1 {
            let why = queue.least_agents(&goal, least - 1).unwrap_err();
            prop_assert_eq!(why.agents, least - 1);
            prop_assert!(!why.shortfalls.is_empty());
        }
    }

    #[test]
    fn percentiles_invert_the_law_of_waits(queue in any_queue(), agents in 1_u32..150, share in 0.01..0.999) {
        let figures = queue.performance(agents);
        let wait = figures.wait_percentile(share);
        if figures.stable && wait > 0.0 {
            prop_assert!((figures.answered_within(wait) - share).abs() < 1e-9);
            prop_assert!(figures.answered_within(wait * (1.0 - 1e-6)) < share);
        } else if figures.stable {
            prop_assert!(figures.answered_within(0.0) >= share * (1.0 - 1e-9));
        }
    }

    #[test]
    fn the_loss_formula_follows_its_recurrence(load in 0.01..1000.0, agents in 1_u32..100_000) {
        let before = erlang_b(agents - 1, load);
        let next = load * before / (f64::from(agents) + load * before);
        prop_assert!((erlang_b(agents, load) - next).abs() <= 1e-9 * next + 1e-290);
    }

    /// Of those with exponential patience, as many abandon as wait: P(A) = E[W] / mean patience (Mandelbaum and Zeltyn).
    #[test]
    fn abandonment_is_proportional_to_the_wait(
        load in 0.1..300.0, agents in 1_u32..300, mean in 1.0..5000.0, lines in proptest::option::of(1_u32..400),
    ) {
        let figures =
            Queue { lines, ..queue(load / 240.0, 240.0, Some(Law::Exponential { mean })) }.performance(agents);
        prop_assert!((figures.p_abandon - figures.mean_wait / mean).abs() <= 1e-9 * figures.p_abandon + 1e-40);
    }

    /// Finite lines with and without exponential patience, against the probabilities of the chain.
    #[test]
    fn finite_lines_are_a_birth_and_death_chain(
        load in 0.1..100.0, agents in 1_u32..80, more in 0_u32..60, patience in proptest::option::of(5.0..3000.0),
    ) {
        let lines = agents + more;
        let patience = patience.map(|mean| Law::Exponential { mean });
        let queue = Queue { arrivals: load / 240.0, handle: 240.0, patience, lines: Some(lines) };
        let (chain, figures) = (chain(&queue, agents, lines), queue.performance(agents));
        let blocked = chain[lines as usize];
        let all_busy: f64 = chain[agents as usize..lines as usize].iter().sum();
        let waiting: f64 = chain.iter().enumerate().map(|(n, p)| p * n.saturating_sub(agents as usize) as f64).sum();
        let near = |ours: f64, chain: f64| (ours - chain).abs() <= 1e-10 * chain + 1e-40;
        prop_assert!(near(figures.p_blocked, blocked), "{} {}", figures.p_blocked, blocked);
        prop_assert!(near(figures.p_wait, all_busy / chain[..lines as usize].iter().sum::<f64>()));
        prop_assert!(near(figures.mean_queue, waiting), "{} {}", figures.mean_queue, waiting);
    }

    #[test]
    fn endless_patience_is_the_limit_of_long_patience(agents in 1_u32..300, share in 0.05..0.97) {
        let load = share * f64::from(agents);
        let endless = queue(load / 240.0, 240.0, None).performance(agents);
        let long = queue(load / 240.0, 240.0, Some(Law::Exponential { mean: 1e10 })).performance(agents);
        // Who abandons takes at most this much of the queue away.
        let tolerance = 1e3 / (1.0 - share) * 240.0 / 1e10;
        prop_assert!((long.p_wait / endless.p_wait - 1.0).abs() < tolerance);
        prop_assert!((long.mean_wait / endless.mean_wait - 1.0).abs() < tolerance);
        prop_assert!((long.service_level(20.0) / endless.service_level(20.0) - 1.0).abs() < tolerance);
    }

    #[test]
    fn many_lines_are_no_limit(load in 0.1..60.0, more in 1_u32..20, law in law()) {
        let agents = load as u32 + more;
        let free = queue(load / 240.0, 240.0, law);
        let lined = Queue { lines: Some(100_000), ..free.clone() };
        let figures = |queue: &Queue| -> [f64; 4] {
            let Performance { p_wait, p_abandon, mean_wait, .. } = queue.performance(agents);
            [p_wait, p_abandon, mean_wait, queue.performance(agents).service_level(20.0)]
        };
        for (free, lined) in figures(&free).into_iter().zip(figures(&lined)) {
            prop_assert!((free - lined).abs() <= 1e-7 * free + 1e-30, "{} {}", free, lined);
        }
    }
}

/// One agent, one waiting place, constant patience D: in state 2 the contact waits for min(D, exponential).
#[test]
fn one_agent_one_place_and_constant_patience_by_hand() {
    let (arrivals, handle, patience) = (0.02_f64, 70.0_f64, 45.0_f64);
    let law = Some(Law::Constant { value: patience });
    let figures = Queue { lines: Some(2), ..queue(arrivals, handle, law) }.performance(1);
    let stay = handle * -libm::expm1(-patience / handle);
    let (one, two) = (arrivals * handle, arrivals * handle * arrivals * stay);
    let sum = 1.0 + one + two;
    close("blocked", figures.p_blocked, two / sum, 1e-11);
    close("wait", figures.p_wait, one / (1.0 + one), 1e-11);
    close("queue", figures.mean_queue, two / sum, 1e-11);
    close("abandon", figures.p_abandon, one / (1.0 + one) * libm::exp(-patience / handle), 1e-11);
    assert_eq!(figures.abandoned_within(patience - 1e-9), Some(0.0));
    assert_eq!(figures.abandoned_within(patience), Some(1.0));
}

/// Finite lines with any patience: the formula against the simulation, which shares nothing with it.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn finite_lines_with_any_patience_agree_with_the_simulation() {
    let cases = [
        (Law::Lognormal { mean: 60.0, cv: 1.5 }, 12, 9),
        (Law::Constant { value: 50.0 }, 13, 10),
        (Law::Weibull { mean: 90.0, shape: 0.5 }, 11, 8),
    ];
    let limit = allowed(6 * cases.len());
    for (law, lines, agents) in cases {
        let contact = holdline::scenario::ContactType {
            patience: Some(law.clone()),
            ..calls("calls", holdline::scenario::Arrivals::PerHour(220.0), Law::Exponential { mean: 180.0 })
        };
        let group = AgentGroup::new("team", &[0], Staffing::Constant(agents));
        let mut scenario = centre(2000.0 * 3600.0, vec![contact], vec![group]);
        scenario.centre.lines = Some(lines);
        scenario.horizon.warm_up = Seconds(7200.0);
        assert!(matches!(scenario.horizon.length, Length::Duration(_)));
        scenario.run.replications = 30;
        let simulated = figures(&scenario);
        let queue = Queue { lines: Some(lines), ..queue(220.0 / 3600.0, 180.0, Some(law.clone())) };
        let (exact, calls) = (queue.performance(agents), &simulated.contacts["calls"]);
        let pairs = [
            (exact.p_blocked, calls.p_blocked),
            (exact.p_wait, calls.p_wait),
            (exact.p_abandon, calls.p_abandon),
            (exact.mean_wait_answered, calls.mean_wait_answered),
            (exact.mean_wait_abandoned.unwrap(), calls.mean_wait_abandoned),
            (exact.service_level(20.0), calls.service_level),
        ];
        for (place, (exact, simulated)) in pairs.into_iter().enumerate() {
            let simulated = simulated.unwrap();
            let error = simulated.std_error.unwrap();
            assert!(error < 0.01 * exact || error == 0.0, "{law:?}, figure {place}: too noisy to tell");
            let off = (simulated.value - exact).abs();
            assert!(off <= limit * error + 1e-9, "{law:?}, figure {place}: {} for {exact}", simulated.value);
        }
    }
}
