//! Formulas: one staffing looked at, and the least staffing found, as a planner does for every interval.
//!
//! `cargo bench --bench analytic`, or `cargo bench --bench analytic -- least` for a part of them.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use holdline::analytic::{Goal, Queue};
use holdline::scenario::Law;

fn queues(load: f64) -> Vec<(&'static str, Queue)> {
    let queue = |patience, lines| Queue { arrivals: load / 240.0, handle: 240.0, patience, lines };
    let lines = Some(load as u32 + 30);
    let exponential = Some(Law::Exponential { mean: 180.0 });
    vec![
        ("erlang C", queue(None, None)),
        ("erlang A", queue(exponential.clone(), None)),
        ("lognormal patience", queue(Some(Law::Lognormal { mean: 180.0, cv: 1.2 }), None)),
        ("gamma patience", queue(Some(Law::Gamma { mean: 180.0, cv: 0.7 }), None)),
        ("erlang A with lines", queue(exponential, lines)),
    ]
}

fn figures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("performance");
    for agents in [15, 150, 500, 100_000] {
        for (name, queue) in queues(0.95 * f64::from(agents)) {
            group.bench_with_input(BenchmarkId::new(name, agents), &agents, |bench, agents| {
                bench.iter(|| black_box(&queue).performance(*agents).service_level(20.0));
            });
        }
    }
    group.finish();
}

fn least(criterion: &mut Criterion) {
    let goal = Goal { answer: Some((0.8, 20.0)), abandon: Some(0.05), ..Goal::default() };
    let mut group = criterion.benchmark_group("least agents");
    for load in [15_u32, 150, 480] {
        for (name, queue) in queues(f64::from(load)) {
            group.bench_with_input(BenchmarkId::new(name, load), &goal, |bench, goal| {
                bench.iter(|| black_box(&queue).least_agents(goal, 100_000));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500));
    targets = figures, least
}
criterion_main!(benches);
