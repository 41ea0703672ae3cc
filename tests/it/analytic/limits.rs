//! Large centres: the limits of Halfin and Whitt and of Garnett, Mandelbaum and Reiman, and a hundred thousand agents.

use holdline::analytic::{Goal, Queue, erlang_b, erlang_c_wait};
use holdline::scenario::Law;

use super::{agrees, close, erlang_a, queue};

/// The limit of figures that near it like 1 over the square root of the agents, from n and 4 n agents.
fn limit(figure: impl Fn(u32) -> f64) -> f64 {
    2.0 * figure(100_000) - figure(25_000)
}

/// `load + beta * sqrt(load) = agents`, solved for the load.
fn load(agents: u32, beta: f64) -> f64 {
    let root = ((beta * beta + 4.0 * f64::from(agents)).sqrt() - beta) / 2.0;
    root * root
}

#[test]
fn the_limit_of_halfin_and_whitt() {
    let table = [
        (0.1, ".8803"),
        (0.25, ".7209"),
        (0.5, ".5045"),
        (0.75, ".3417"),
        (1.0, ".2234"),
        (1.25, ".1404"),
        (1.5, ".0847"),
        (2.0, ".0269"),
    ];
    for (beta, printed) in table {
        agrees(&format!("beta {beta}"), limit(|n| erlang_c_wait(n, load(n, beta))), printed);
    }
}

/// The betas are printed with four decimals, which leaves the share that waits uncertain by 2e-5.
#[test]
fn the_limit_of_garnett() {
    let table = [(1.0, [1.2816, 0.0, -1.2816]), (0.2, [1.3825, 0.3377, -0.4609]), (5.0, [1.0306, -0.7552, -3.0915])];
    for (abandoning, betas) in table {
        for (beta, share) in betas.into_iter().zip([0.1, 0.5, 0.9]) {
            let found = limit(|n| erlang_a(load(n, beta), 1.0, 1.0 / abandoning, n).p_wait);
            assert!((found - share).abs() < 5e-5, "theta/mu {abandoning}, beta {beta}: {found}, not {share}");
        }
    }
}

/// From one agent to a hundred thousand, from idle to hopeless: shares are shares and waits are waits.
#[test]
fn no_size_and_no_load_overflows() {
    let laws = [
        None,
        Some(Law::Exponential { mean: 120.0 }),
        Some(Law::Constant { value: 90.0 }),
        Some(Law::Lognormal { mean: 200.0, cv: 2.0 }),
        Some(Law::Weibull { mean: 100.0, shape: 0.5 }),
        Some(Law::Gamma { mean: 100.0, cv: 3.0 }),
        Some(Law::Empirical { values: vec![0.0, 30.0, f64::INFINITY], weights: vec![0.1, 0.6, 0.3] }),
    ];
    for agents in [1, 2, 40, 1000, 100_000] {
        for load in [1e-6, 0.3, 0.99, 1.0, 1.01, 1.5, 20.0].map(|share| share * f64::from(agents)) {
            for lines in [None, Some(agents), Some(agents + 1), Some(2 * agents + 10)] {
                for law in &laws {
                    sane(&Queue { arrivals: load / 240.0, handle: 240.0, patience: law.clone(), lines }, agents);
                }
            }
        }
    }
}

fn sane(queue: &Queue, agents: u32) {
    let figures = queue.performance(agents);
    let name = format!("{queue:?}, {agents} agents: {figures:?}");
    let levels = [0.0, 20.0, 1e4].map(|t| figures.service_level(t));
    let shares = [figures.p_wait, figures.p_abandon, figures.p_blocked, figures.occupancy, levels[0], levels[2]];
    assert!(shares.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share)), "{name}");
    assert!(levels.is_sorted(), "{levels:?} of {name}");
    let waits = [figures.mean_wait, figures.mean_wait_answered, figures.mean_queue, figures.wait_percentile(0.99)];
    assert!(waits.iter().all(|wait| *wait >= 0.0 && wait.is_finite() == figures.stable), "{waits:?} of {name}");
    let grows = queue.load() >= f64::from(agents) * (1.0 - 1e-12);
    assert!(figures.stable || (grows && queue.lines.is_none()), "{name}");
}

#[test]
fn a_hundred_thousand_agents_follow_the_recurrence() {
    for load in [90_000.0, 99_900.0, 100_000.0, 101_000.0] {
        let (mut inverse, mut agents) = (1.0, 0);
        while agents < 100_000 {
            agents += 1;
            inverse = 1.0 + inverse * f64::from(agents) / load;
        }
        let ours = erlang_b(agents, load);
        close("Erlang B", ours, 1.0 / inverse, 1e-9);
    }
    let goal = Goal { answer: Some((0.8, 20.0)), ..Goal::default() };
    let least = queue(99_000.0 / 180.0, 180.0, None).least_agents(&goal, 100_000).unwrap();
    assert!((99_001..99_400).contains(&least), "{least}");
}

#[test]
fn a_queue_without_end_has_figures() {
    let figures = queue(1.0, 60.0, None).performance(60);
    assert!(!figures.stable);
    assert_eq!((figures.service_level(1e9), figures.occupancy, figures.p_wait), (0.0, 1.0, 1.0));
    assert_eq!((figures.mean_wait, figures.mean_queue), (f64::INFINITY, f64::INFINITY));
    assert_eq!((figures.mean_wait_abandoned, figures.wait_percentile(0.5)), (None, f64::INFINITY));
    let nobody = queue(1.0, 60.0, Some(Law::Exponential { mean: 100.0 })).performance(0);
    assert_eq!((nobody.p_abandon, nobody.service_level(20.0), nobody.mean_wait), (1.0, 0.0, 100.0));
    let idle = queue(0.0, 60.0, None).performance(3);
    assert_eq!((idle.service_level(0.0), idle.occupancy, idle.mean_wait), (1.0, 0.0, 0.0));
}
