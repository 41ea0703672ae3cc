//! Some replications as a record of their own, in one thread, for those who spread the work themselves.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use super::replicate::{Setting, replicate};
use crate::engine::Model;
use crate::kpi::{Layout, Record};
use crate::scenario::Scenario;

/// Simulates the replications of a range of a scenario; `keep` says which of its figures are kept, by index in
/// [`columns`](crate::kpi::columns()). None where it was cancelled on the way.
pub fn block(
    scenario: &Scenario,
    model: &Model,
    layout: &Layout,
    keep: &[usize],
    range: Range<u32>,
    cancel: &AtomicBool,
) -> Option<Record> {
    let setting = Setting { model, layout, seed: scenario.run.seed, cancel, log_contacts: false };
    let piece = replicate(setting, range)?;
    Some(Record::new(scenario, layout, keep, &piece.samples, &piece.recordings))
}
