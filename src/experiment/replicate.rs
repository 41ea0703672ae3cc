//! Some consecutive replications of one scenario.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::engine::{Model, Observer, simulate};
use crate::kpi::{ContactLog, ContactRow, Layout, Recordings, Sample, Tally};

/// What a piece of work leaves behind.
pub(super) struct Piece {
    /// One a replication, in order.
    pub(super) samples: Vec<Sample>,
    /// Distributions of all of them together.
    pub(super) recordings: Recordings,
    /// Every contact, one list a replication, when asked for.
    pub(super) contacts: Vec<Vec<ContactRow>>,
}

/// What a scenario is simulated with.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) model: &'a Model,
    pub(super) layout: &'a Layout,
    pub(super) seed: u64,
    pub(super) cancel: &'a AtomicBool,
    pub(super) log_contacts: bool,
}

/// Ends a run when somebody wants to stop.
pub(super) struct Cancel<'a>(pub(super) &'a AtomicBool);

impl Observer for Cancel<'_> {
    fn goes_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Simulates some replications; none when it was cancelled on the way.
pub(super) fn replicate(setting: Setting<'_>, replications: std::ops::Range<u32>) -> Option<Piece> {
    let mut observer = (Tally::new(setting.layout), Cancel(setting.cancel));
    let mut samples = Vec::with_capacity(replications.len());
    let mut contacts = Vec::new();
    for replication in replications {
        if setting.log_contacts {
            let mut logged = (observer, ContactLog::new(setting.model));
            simulate(setting.model, setting.seed, replication, &mut logged);
            contacts.push(logged.1.into_rows());
            observer = logged.0;
        } else {
            simulate(setting.model, setting.seed, replication, &mut observer);
        }
        if !observer.1.goes_on() {
            return None;
        }
        samples.push(observer.0.take());
    }
    Some(Piece { samples, recordings: observer.0.into(), contacts })
}
