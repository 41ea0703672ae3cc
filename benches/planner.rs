//! Planning: a look at a plan, of which a search takes hundreds, and whole searches, small ones.
//!
//! `cargo bench --bench planner`, or `cargo bench --bench planner -- look` for a part of them.
#![allow(missing_docs, clippy::panic)]

use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use holdline::planner::{Method, Options, Trials, Watch, by_formula, staff};
use holdline::scenario::{Scenario, load};

static NEVER: AtomicBool = AtomicBool::new(false);

fn scenario(name: &str) -> Scenario {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    load(&file).unwrap_or_else(|problems| panic!("{problems}")).scenario
}

fn trials(scenario: &Scenario) -> Trials<'_> {
    Trials::new(scenario, 1, Watch { cancel: &NEVER, progress: &|_, _| {} })
}

/// Days of a plan, held against its promises.
fn look(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("look");
    for name in ["small-team.toml", "peak-monday.toml"] {
        let scenario = scenario(name);
        let trials = trials(&scenario);
        let plan = by_formula(&trials, Method::OfferedLoad);
        let days = 40;
        group.throughput(Throughput::Elements(u64::from(days)));
        group.bench_function(BenchmarkId::from_parameter(name), |bench| {
            bench.iter(|| trials.run(black_box(&plan), 0..days));
        });
    }
    group.finish();
}

/// From the formulas to a confirmed plan.
fn search(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("search");
    let scenario = scenario("small-team.toml");
    for error in [0.05, 0.02] {
        let options = Options { error, ..Options::default() };
        group.bench_function(BenchmarkId::new("small-team.toml", error), |bench| {
            bench.iter(|| staff(&trials(black_box(&scenario)), options));
        });
    }
    group.finish();
}

criterion_group! {
    name = planner;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(10));
    targets = look, search
}
criterion_main!(planner);
