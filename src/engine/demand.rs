//! The contacts of a type that are still to come, some at a time.
//!
//! Drawing a block of them at once keeps the arithmetic of random numbers out of the way of the events.

use crate::sampling::{ArrivalProcess, Fresh, Key, Purpose, Sampler};

/// Contacts drawn at once.
const BLOCK: usize = 32;

/// The demand of one type in one replication.
#[derive(Debug)]
pub(super) struct Demand<'a> {
    process: ArrivalProcess<'a>,
    /// The type's own law of handling (or talk).
    law: &'a Sampler,
    block: [Coming; BLOCK],
    next: usize,
}

/// A contact that is still to come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coming {
    /// When, s; infinite: never.
    pub(super) time: f64,
    pub(super) key: Key,
    /// How long its handling (or talk) takes by the type's own law, s.
    pub(super) handling: f64,
}

impl<'a> Demand<'a> {
    pub(super) fn new(process: ArrivalProcess<'a>, law: &'a Sampler) -> Self {
        let nobody = Coming { time: f64::INFINITY, key: Key::new(0, 0), handling: 0.0 };
        let mut demand = Self { process, law, block: [nobody; BLOCK], next: 0 };
        demand.draw();
        demand
    }

    /// The contact that comes next; it comes never when there is none.
    #[inline(always)]
    pub(super) fn peek(&self) -> Coming {
        self.block[self.next % BLOCK]
    }

    /// Passes to the one after it.
    #[inline(always)]
    pub(super) fn advance(&mut self) {
        self.next += 1;
        if self.next == BLOCK {
            self.draw();
        }
    }

    #[inline(never)]
    fn draw(&mut self) {
        self.next = 0;
        for coming in &mut self.block {
            let Some(Fresh { time, key }) = self.process.next_contact() else {
                coming.time = f64::INFINITY;
                return;
            };
            *coming = Coming { time, key, handling: self.law.draw(&mut key.stream(Purpose::Handle)) };
        }
    }
}
