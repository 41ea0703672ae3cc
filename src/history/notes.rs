//! The faults of one row, each noted once however many of its fields have it.

use super::fault::Fault;

/// A set of faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Notes(u64);

const _: () = assert!(Fault::ALL.len() <= 64);

impl Notes {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0 |= 1 << fault as u64;
    }

    pub(super) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(super) fn has(self, fault: Fault) -> bool {
        self.0 & 1 << fault as u64 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn faults(self) -> impl Iterator<Item = Fault> {
        Fault::ALL.iter().copied().filter(move |fault| self.has(*fault))
    }
}
