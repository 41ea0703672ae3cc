//! Random numbers, each: one draw of every law, one contact of every arrival process.
//!
//! `cargo bench --bench sampling`, or `cargo bench --bench sampling -- lognormal` for one of them.
#![allow(missing_docs)]

use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use holdline::sampling::{ArrivalPlan, ArrivalProcess, Key, Purpose, Rates, Sampler};
use holdline::scenario::{BusyFactor, Law};
use holdline::units::DAY;

const DRAWS: u64 = 1000;

fn laws(criterion: &mut Criterion) {
    let cases = [
        ("constant", Law::Constant { value: 240.0 }),
        ("exponential", Law::Exponential { mean: 240.0 }),
        ("lognormal", Law::Lognormal { mean: 240.0, cv: 1.1 }),
        ("gamma", Law::Gamma { mean: 240.0, cv: 0.8 }),
        ("gamma, shape below 1", Law::Gamma { mean: 240.0, cv: 1.5 }),
        ("erlang", Law::Erlang { mean: 240.0, k: 3 }),
        ("weibull", Law::Weibull { mean: 240.0, shape: 0.8 }),
        ("uniform", Law::Uniform { min: 60.0, max: 300.0 }),
        ("hyperexponential", Law::Hyperexponential { weights: vec![0.9, 0.1], means: vec![180.0, 1200.0] }),
        (
            "empirical, 250 values",
            Law::Empirical { values: (1..=250).map(f64::from).collect(), weights: vec![0.004; 250] },
        ),
    ];
    let mut group = criterion.benchmark_group("law");
    group.throughput(Throughput::Elements(DRAWS));
    let contacts = Key::new(1, 0).named("calls").child(0);
    for (name, law) in cases {
        let sampler = Sampler::new(&law);
        // As the engine does it: every contact opens a stream of its own.
        let draw = |n| sampler.draw(&mut contacts.nth(n).stream(Purpose::Handle));
        group.bench_function(name, |bench| bench.iter(|| (0..DRAWS).map(draw).sum::<f64>()));
    }
    group.finish();
}

fn arrivals(criterion: &mut Criterion) {
    let rate = 1200.0 / 3600.0;
    let half_hours = (0..48).map(|i| rate * (0.2 + f64::from(i % 24) / 15.0)).collect();
    let cases = [
        ("constant", Rates::Pieces { step: DAY, rates: vec![rate] }, None),
        (
            "by half hours, busy factor",
            Rates::Pieces { step: 1800.0, rates: half_hours },
            Some(BusyFactor::of_single_days(0.15)),
        ),
        ("modulated", Rates::Modulated(vec![(rate / 2.0, 600.0), (rate * 1.5, 600.0)]), None),
    ];
    let mut group = criterion.benchmark_group("arrivals");
    for (name, rates, busy) in cases {
        let plan = ArrivalPlan { busy, ..ArrivalPlan::new(rates, DAY) };
        let key = Key::new(1, 0).named("calls");
        let contacts = || {
            let mut process = ArrivalProcess::new(&plan, key, key);
            std::iter::from_fn(move || process.next_contact()).map(|fresh| fresh.time)
        };
        group.throughput(Throughput::Elements(contacts().count() as u64));
        group.bench_function(name, |bench| bench.iter(|| contacts().sum::<f64>()));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    targets = laws, arrivals
}
criterion_main!(benches);
