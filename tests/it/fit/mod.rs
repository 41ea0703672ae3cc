//! Estimation from logs: known parameters come back, and the intervals hold them as often as they say.

mod agents;
mod arrivals;
mod channels;
mod head_start;
mod known;
mod laws;
mod long_log;
mod over_midnight;
mod patience;
mod profile;
mod ready;
mod redial;
mod round_trip;
mod spike;
mod survival;

use holdline::fit::Fitted;
use holdline::sampling::{Key, Purpose, Sampler, Stream};
use holdline::scenario::Law;

use crate::tolerance::OUTSIDE;

/// Repetitions of a simulation whose intervals are counted. A right interval lies outside `OUTSIDE` with a chance of 1 %
/// with 200 repetitions, and of 2e-4 with 500.
const REPETITIONS: u32 = if cfg!(debug_assertions) { 200 } else { 500 };

/// The random numbers of one repetition of a named test.
fn stream(test: &str, repetition: u32) -> Stream {
    Key::new(20_260, repetition).named(test).stream(Purpose::Handle)
}

fn draws(law: &Law, n: usize, stream: &mut Stream) -> Vec<f64> {
    let sampler = Sampler::new(law);
    (0..n).map(|_| sampler.draw(stream)).collect()
}

/// Durations from one law, each ended by one from another: (seconds, whether it was seen to its end).
fn censored(law: &Law, by: &Law, n: usize, stream: &mut Stream) -> Vec<(f64, bool)> {
    let (law, by) = (Sampler::new(law), Sampler::new(by));
    let pair = |_| {
        let (duration, until) = (law.draw(stream), by.draw(stream));
        (duration.min(until), duration <= until)
    };
    (0..n).map(pair).collect()
}

/// In how many repetitions the intervals hold the truth must be what 95 % allows.
fn assert_coverage(what: &str, mut covered: impl FnMut(u32) -> bool) {
    let missed = (0..REPETITIONS).filter(|repetition| !covered(*repetition)).count() as f64 / f64::from(REPETITIONS);
    assert!(OUTSIDE.contains(&missed), "{what}: {missed} of the intervals miss the truth");
}

/// The same for several figures of one fit.
fn assert_coverages(names: &[&str], truth: &[f64], mut fit: impl FnMut(u32) -> Vec<Fitted>) {
    let mut missed = vec![0.0; truth.len()];
    for repetition in 0..REPETITIONS {
        for ((missed, fitted), truth) in missed.iter_mut().zip(fit(repetition)).zip(truth) {
            *missed += f64::from(u8::from(!fitted.covers(*truth))) / f64::from(REPETITIONS);
        }
    }
    for (name, missed) in names.iter().zip(&missed) {
        assert!(
            OUTSIDE.contains(missed),
            "{name}: {missed} of the intervals miss the truth (all: {names:?} {missed:?})"
        );
    }
}
