//! Replications as an observer sees them that somebody else wrote.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::replicate::Cancel;
use crate::engine::{Model, Observer, simulate};

/// Replications between two foldings, for each thread.
const AHEAD: u32 = 16;

/// Simulates the replications of a range in parallel, each with an observer of its own that `begin` makes, and hands the
/// observers over in the order of the replications: what is folded of them is the same on any number of threads. False
/// when it was cancelled on the way: what was handed over then is a prefix.
///
/// A pair of observers is an observer too: with [`Tally`](crate::kpi::Tally) beside one's own, the centre's figures come
/// from the very same replications.
pub fn observe<O: Observer + Send>(
    model: &Model,
    seed: u64,
    range: Range<u32>,
    cancel: &AtomicBool,
    begin: impl Fn() -> O + Sync,
    mut fold: impl FnMut(u32, O),
) -> bool {
    let watched = |replication: u32| {
        let mut observer = (begin(), Cancel(cancel));
        simulate(model, seed, replication, &mut observer);
        observer.1.goes_on().then_some(observer.0)
    };
    let ahead = AHEAD * rayon::current_num_threads() as u32;
    for start in range.clone().step_by(ahead as usize) {
        let end = range.end.min(start.saturating_add(ahead));
        let observers: Vec<Option<O>> = (start..end).into_par_iter().map(watched).collect();
        for (replication, observer) in (start..end).zip(observers) {
            let Some(observer) = observer else { return false };
            fold(replication, observer);
        }
    }
    true
}
