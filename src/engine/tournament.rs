//! A tournament (winner tree): the least of many keys, where each slot holds at most one.
//!
//! Replacing the winner replays its matches up to the root, always the same number of steps and without a branch that
//! a processor could guess wrong; any other change stops where it no longer matters. For a few hundred pending events
//! that beats a heap two to four times.

use std::hint::select_unpredictable;

/// An event's place in the order: time, then rank, then order of scheduling; the slot rides in the lowest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// The bits of the time, which is never negative: they are ordered as times are.
    pub(super) high: u64,
    /// Rank, number of the scheduling, slot.
    pub(super) low: u64,
}

/// Later than everything: the bits of an infinite time.
pub(super) const NEVER: Entry = Entry { high: 0x7FF0_0000_0000_0000, low: u64::MAX };

/// Keeps the least entry of its slots.
#[derive(Clone, Debug)]
pub(super) struct Tournament {
    /// Node 1 is the root, node i plays against node i ^ 1 for node i / 2, the last half are the slots.
    nodes: Vec<Entry>,
}

impl Tournament {
    /// A tournament of at least so many slots, all empty.
    pub(super) fn new(slots: usize) -> Self {
        Self { nodes: vec![NEVER; 2 * slots.max(1).next_power_of_two()] }
    }

    /// The least entry.
    #[inline(always)]
    pub(super) fn least(&self) -> Entry {
        self.nodes[1]
    }

    /// Puts an entry (or [`NEVER`]) into the slot that holds the least entry.
    #[inline(always)]
    pub(super) fn replace_least(&mut self, slot: usize, entry: Entry) {
        let nodes = self.nodes.as_mut_slice();
        // The length is a power of two, so the mask changes nothing but spares the processor the bounds checks.
        let mask = nodes.len() - 1;
        let mut node = nodes.len() / 2 + slot;
        let mut winner = entry;
        nodes[node & mask] = winner;
        while node > 1 {
            winner = lesser(nodes[(node ^ 1) & mask], winner);
            node /= 2;
            nodes[node & mask] = winner;
        }
    }

    /// Puts an entry (or [`NEVER`]) into a slot.
    #[inline(always)]
    pub(super) fn set(&mut self, slot: usize, entry: Entry) {
        let nodes = self.nodes.as_mut_slice();
        let mask = nodes.len() - 1;
        let mut node = nodes.len() / 2 + slot;
        let mut winner = entry;
        // The low half tells entries apart: it holds the number of the scheduling.
        while nodes[node & mask].low != winner.low {
            nodes[node & mask] = winner;
            if node == 1 {
                return;
            }
            winner = lesser(nodes[(node ^ 1) & mask], winner);
            node /= 2;
        }
    }

    /// Makes room for at least so many slots.
    #[inline(always)]
    pub(super) fn reserve(&mut self, slots: usize) {
        if slots > self.nodes.len() / 2 {
            self.grow(slots);
        }
    }

    #[cold]
    fn grow(&mut self, slots: usize) {
        let entries = self.nodes.split_off(self.nodes.len() / 2);
        *self = Self::new(slots);
        for (slot, entry) in entries.into_iter().enumerate() {
            self.set(slot, entry);
        }
    }
}

/// The lesser of two entries, without a branch: the halves of `a - b` borrow when `a` is less.
#[inline(always)]
fn lesser(a: Entry, b: Entry) -> Entry {
    let (_, borrow) = a.low.overflowing_sub(b.low);
    // Entries are at most NEVER, so adding the borrow cannot overflow.
    let (_, less) = a.high.overflowing_sub(b.high + u64::from(borrow));
    Entry { high: select_unpredictable(less, a.high, b.high), low: select_unpredictable(less, a.low, b.low) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_wins_whatever_is_set_replaced_cleared_and_grown() {
        let mut tournament = Tournament::new(1);
        let mut plain = vec![NEVER; 300];
        let mut state = 1_u64;
        for step in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let slot = (state >> 40) as usize % if step < 1000 { 3 } else { 300 };
            tournament.reserve(slot + 1);
            let entry = if state >> 33 & 3 == 0 { NEVER } else { Entry { high: (state >> 32) % 50, low: step } };
            if Some(&plain[slot]) == plain.iter().min() {
                tournament.replace_least(slot, entry);
            } else {
                tournament.set(slot, entry);
            }
            plain[slot] = entry;
            assert_eq!(Some(&tournament.least()), plain.iter().min());
        }
    }
}
