//! Whitt (2005), "Engineering solution of a basic call-center model": 102 calls in each mean service, 100 agents, M/M/n+G.
//!
//! The exponential columns are published; the others are the same integral evaluated by us, in agreement with every
//! simulated column of the paper.

use holdline::analytic::{Goal, Queue};
use holdline::scenario::Law;

use super::{agrees, queue};

/// P(W=0), P(A), E[Q], E[W|S], E[W|A], and P(W<=t|S) at one or two t.
type Column = (Law, [&'static str; 5], &'static [(f64, &'static str)]);

/// For exponential patience of mean 4 the paper prints .687 at 0.2; the integral in 30 digits is .686480.
fn columns() -> Vec<Column> {
    vec![
        (
            Law::Exponential { mean: 1.0 },
            [".4083", ".0499", "5.092", ".0490", ".0666"],
            &[(0.1, ".7986"), (0.2, ".9644")],
        ),
        (
            Law::Erlang { mean: 1.0, k: 2 },
            [".24549", ".03783", "11.759", ".11342", ".16270"],
            &[(0.1, ".51942"), (0.2, ".77536")],
        ),
        (
            Law::Lognormal { mean: 1.0, cv: 1.0 },
            [".24300", ".03765", "11.427", ".10941", ".17900"],
            &[(0.1, ".51842"), (0.2, ".79218")],
        ),
        (
            Law::Exponential { mean: 4.0 },
            [".226", ".0364", "14.84", ".1455", ".1429"],
            &[(0.1, ".469"), (0.2, ".686480")],
        ),
        (
            Law::Lognormal { mean: 4.0, cv: 2.0 },
            [".20833", ".03507", "14.972", ".14528", ".18804"],
            &[(0.1, ".44183"), (0.2, ".67774")],
        ),
        (Law::Lognormal { mean: 4.0, cv: 0.5 }, [".01025", ".02037", "117.56", "1.1489", "1.3261"], &[(0.4, ".0718")]),
    ]
}

#[test]
fn a_hundred_agents_under_six_laws_of_patience() {
    for (law, [idle, abandon, waiting, answered, abandoned], curve) in columns() {
        let figures = queue(102.0, 1.0, Some(law.clone())).performance(100);
        let name = |what: &str| format!("{law:?}: {what}");
        agrees(&name("P(W=0)"), 1.0 - figures.p_wait, idle);
        agrees(&name("P(A)"), figures.p_abandon, abandon);
        agrees(&name("E[Q]"), figures.mean_queue, waiting);
        agrees(&name("E[W|S]"), figures.mean_wait_answered, answered);
        agrees(&name("E[W|A]"), figures.mean_wait_abandoned.unwrap(), abandoned);
        for (t, printed) in curve {
            agrees(&name("P(W<=t|S)"), figures.answered_within(*t), printed);
        }
    }
}

#[test]
fn everybody_in_the_system() {
    for (law, printed) in [
        (Law::Exponential { mean: 1.0 }, "102.0"),
        (Law::Erlang { mean: 1.0, k: 2 }, "109.900"),
        (Law::Lognormal { mean: 1.0, cv: 1.0 }, "109.587"),
    ] {
        let figures = queue(102.0, 1.0, Some(law)).performance(100);
        agrees("E[N]", figures.mean_queue + 100.0 * figures.occupancy, printed);
    }
}

/// Published for exponential patience; for the others the paper's simulation, whose half-widths are about 0.003.
#[test]
fn waits_of_those_who_abandon() {
    let curve = |law, t| queue(102.0, 1.0, Some(law)).performance(100).abandoned_within(t).unwrap();
    agrees("P(W<=.1|A)", curve(Law::Exponential { mean: 1.0 }, 0.1), ".7671");
    agrees("P(W<=.2|A)", curve(Law::Exponential { mean: 1.0 }, 0.2), ".9702");
    let simulated = [
        (Law::Erlang { mean: 1.0, k: 2 }, 0.1, 0.273),
        (Law::Erlang { mean: 1.0, k: 2 }, 0.2, 0.688),
        (Law::Lognormal { mean: 1.0, cv: 1.0 }, 0.1, 0.140),
        (Law::Lognormal { mean: 1.0, cv: 1.0 }, 0.2, 0.644),
    ];
    for (law, t, published) in simulated {
        let ours = curve(law.clone(), t);
        assert!((ours - published).abs() < 0.003, "{law:?}: P(W<={t}|A) = {ours}, simulated {published}");
    }
}

/// Section 2: fewer than 5 % abandon and 80 % of the answered are so within 0.1.
#[test]
fn the_staffing_decision() {
    let exponential = queue(100.0, 1.0, Some(Law::Exponential { mean: 1.0 }));
    let at = |queue: &Queue, agents| {
        let figures = queue.performance(agents);
        (figures.p_abandon, figures.answered_within(0.1))
    };
    let (abandon, level) = at(&exponential, 98);
    agrees("P(A) of 98", abandon, ".0505");
    agrees("P(W<=.1|S) of 98", level, ".7954");
    let (abandon, level) = at(&exponential, 99);
    agrees("P(A) of 99", abandon, ".0450");
    agrees("P(W<=.1|S) of 99", level, ".8227");
    let goal = Goal { abandon: Some(0.05), ..Goal::default() };
    assert_eq!(exponential.least_agents(&goal, 200), Ok(99));
    let (abandon, level) = at(&queue(100.0, 1.0, Some(Law::Erlang { mean: 1.0, k: 2 })), 104);
    agrees("P(A) of 104", abandon, ".0128");
    agrees("P(W<=.1|S) of 104", level, ".8002");
}
