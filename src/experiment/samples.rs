//! Replications handed over one by one, for those who look at more than the result document does.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::replicate::{Setting, replicate};
use crate::engine::Model;
use crate::kpi::{Layout, Sample};

/// Replications of one piece of work.
const PIECE: u32 = 8;
/// Pieces between two foldings, for each thread.
const AHEAD: usize = 16;

/// Simulates the replications of a range in parallel and hands them over in their order. False when it was cancelled
/// on the way: what was handed over then is a prefix.
pub fn samples(
    model: &Model,
    layout: &Layout,
    seed: u64,
    range: Range<u32>,
    cancel: &AtomicBool,
    fold: &mut dyn FnMut(&Sample),
) -> bool {
    let setting = Setting { model, layout, seed, cancel, log_contacts: false };
    // Few replications are still spread over all threads.
    let threads = rayon::current_num_threads();
    let size = PIECE.min((range.len() / threads).max(1) as u32);
    let starts: Vec<u32> = range.clone().step_by(size as usize).collect();
    for wave in starts.chunks(AHEAD * threads) {
        let work = |&start: &u32| replicate(setting, start..range.end.min(start.saturating_add(size)));
        let pieces: Vec<_> = wave.par_iter().map(work).collect();
        for piece in pieces {
            let Some(piece) = piece else { return false };
            piece.samples.iter().for_each(&mut *fold);
        }
    }
    true
}
