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

impl Entry {
    /// Not before any event: the bits of an infinite time.
    pub(super) const NEVER: Self = Self { high: 0x7FF0_0000_0000_0000, low: u64::MAX };

    /// What an empty slot holds: later than [`Entry::NEVER`], and different in each slot, so that only events tie.
    fn empty(slot: usize) -> Self {
        Self { high: Self::NEVER.high + 1 + slot as u64, low: slot as u64 }
    }
}

/// Keeps the least entry of its slots. Node 1 is the root, node i plays against node i ^ 1 for node i / 2, the last
/// half are the slots; the halves of the entries stand apart, which spares the processor some address arithmetic.
#[derive(Clone, Debug)]
pub(super) struct Tournament {
    high: Vec<u64>,
    low: Vec<u64>,
    /// Node 1, at hand.
    winner: Entry,
}

impl Tournament {
    /// A tournament of at least so many slots, all empty.
    pub(super) fn new(slots: usize) -> Self {
        let slots = slots.max(1).next_power_of_two();
        let winner = |node: usize| Entry::empty((node << node.leading_zeros().abs_diff(slots.leading_zeros())) - slots);
        let nodes = || std::iter::once(Entry::NEVER).chain((1..2 * slots).map(winner));
        let (high, low) = (nodes().map(|entry| entry.high).collect(), nodes().map(|entry| entry.low).collect());
        Self { high, low, winner: Entry::empty(0) }
    }

    /// The least entry; not before [`Entry::NEVER`] when all slots are empty.
    #[inline(always)]
    pub(super) fn least(&self) -> Entry {
        self.winner
    }

    /// Puts an entry into the slot that holds the least entry.
    #[inline(always)]
    pub(super) fn replace_least(&mut self, slot: usize, entry: Entry) {
        let (high, low, mask) = self.nodes();
        let mut node = high.len() / 2 + slot;
        let mut winner = entry;
        while node > 1 {
            high[node & mask] = winner.high;
            low[node & mask] = winner.low;
            let rival = (node ^ 1) & mask;
            winner = lesser(Entry { high: high[rival], low: low[rival] }, winner);
            node /= 2;
        }
        self.winner = winner;
    }

    /// Empties the slot that holds the least entry.
    #[inline(always)]
    pub(super) fn clear_least(&mut self, slot: usize) {
        self.replace_least(slot, Entry::empty(slot));
    }

    /// Puts an entry into a slot.
    #[inline(always)]
    pub(super) fn set(&mut self, slot: usize, entry: Entry) {
        let (high, low, mask) = self.nodes();
        let mut node = high.len() / 2 + slot;
        let mut winner = entry;
        // The low half tells entries apart: it holds the number of the scheduling.
        while node > 1 {
            if low[node & mask] == winner.low && high[node & mask] == winner.high {
                return;
            }
            high[node & mask] = winner.high;
            low[node & mask] = winner.low;
            let rival = (node ^ 1) & mask;
            winner = lesser(Entry { high: high[rival], low: low[rival] }, winner);
            node /= 2;
        }
        self.winner = winner;
    }

    /// Both halves of the nodes, and a mask that changes no index but shows the compiler that it is in bounds.
    #[inline(always)]
    fn nodes(&mut self) -> (&mut [u64], &mut [u64], usize) {
        let high = self.high.as_mut_slice();
        let low = &mut self.low.as_mut_slice()[..high.len()];
        let mask = high.len() - 1;
        (high, low, mask)
    }
}

/// The lesser of two entries. Ties in time are rare; everything else goes without a branch.
#[inline(always)]
fn lesser(a: Entry, b: Entry) -> Entry {
    if a.high == b.high {
        return lesser_of_tie(a, b);
    }
    let less = a.high < b.high;
    Entry { high: select_unpredictable(less, a.high, b.high), low: select_unpredictable(less, a.low, b.low) }
}

#[cold]
#[inline(never)]
fn lesser_of_tie(a: Entry, b: Entry) -> Entry {
    a.min(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_wins_whatever_is_set_replaced_and_cleared() {
        let mut tournament = Tournament::new(300);
        let mut plain: Vec<Entry> = (0..300).map(Entry::empty).collect();
        let mut state = 1_u64;
        for step in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let slot = (state >> 40) as usize % if step < 1000 { 3 } else { 300 };
            let entry = Entry { high: (state >> 32) % 50, low: step };
            let entry = if state >> 33 & 3 == 0 { Entry::empty(slot) } else { entry };
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
