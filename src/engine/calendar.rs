//! The event list: what happens next.
//!
//! Events stand apart by what schedules them, so that each can be replaced or cancelled where it stands: one slot a
//! contact type (its next arrival), one an agent (the end of what is in hand), and a heap for what is rare.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::ids::{AgentId, TypeId};
use super::tournament::{Entry, Tournament};

/// The ladder that settles ties in time, each rung with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Rank {
    /// The timetable first: whoever's shift ends at 17:00 takes no contact at 17:00, whoever starts is there, and a
    /// contact that comes at closing time finds the door shut.
    Timetable = 0,
    /// Then agents become free, so that a contact arriving or losing patience at that very moment is answered.
    Handling = 1,
    /// Then contacts reach the agents who only take those that waited long enough.
    Overflow = 2,
    /// Then patience ends.
    Patience = 3,
    /// Then customers leave self-service, and those whose issue is under way come again.
    Customer = 4,
    /// New arrivals last: they find everything that was due already done.
    Arrival = 5,
}

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// The timetable's next entry is due.
    Timetable,
    /// An agent has finished what was in hand.
    Handling(AgentId),
    /// Something is due for a waiting contact or a customer.
    Due(Due),
    /// A contact arrives.
    Arrival(TypeId),
}

/// What is due for a waiting contact (void when it waits no more) or for a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Due {
    /// Its type.
    pub(super) kind: TypeId,
    /// Its number in the queue, or the customer's issue.
    pub(super) number: u64,
    /// What.
    pub(super) what: What,
}

/// What can be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// It has waited long enough for the groups of this overflow step.
    Overflow(u32),
    /// Its patience ends.
    Patience,
    /// The customer leaves self-service.
    SelfService,
    /// The customer makes the next contact.
    Return,
}

impl What {
    fn rank(self) -> Rank {
        match self {
            Self::Overflow(_) => Rank::Overflow,
            Self::Patience => Rank::Patience,
            Self::SelfService | Self::Return => Rank::Customer,
        }
    }
}

/// Bits of an entry that hold the slot.
const SLOT_BITS: u32 = 20;
/// Bits of an entry below the time.
const RANK_SHIFT: u32 = 60;
/// Most slots in one part of the calendar.
pub(super) const MOST_SLOTS: usize = 1 << SLOT_BITS;

/// The event list.
#[derive(Debug)]
pub(super) struct Calendar {
    arrivals: Tournament,
    handling: Tournament,
    due: BinaryHeap<Reverse<(Entry, Due)>>,
    timetable: Entry,
    /// The sooner of the timetable and what is due.
    rare: Entry,
    scheduled: u64,
}

impl Calendar {
    pub(super) fn new(types: usize, agents: usize) -> Self {
        Self {
            arrivals: Tournament::new(types),
            handling: Tournament::new(agents),
            due: BinaryHeap::new(),
            timetable: Entry::NEVER,
            rare: Entry::NEVER,
            scheduled: 0,
        }
    }

    #[inline(always)]
    fn entry(&mut self, time: f64, rank: Rank, slot: usize) -> Entry {
        self.scheduled += 1;
        let low = (rank as u64) << RANK_SHIFT | self.scheduled << SLOT_BITS | slot as u64;
        Entry { high: time.to_bits(), low }
    }

    #[inline(always)]
    pub(super) fn schedule_arrival(&mut self, kind: TypeId, time: f64) {
        let entry = self.entry(time, Rank::Arrival, kind.index());
        self.arrivals.set(kind.index(), entry);
    }

    /// After the arrival that has just happened; an infinite time: it was the last of its type.
    #[inline(always)]
    pub(super) fn schedule_next_arrival(&mut self, kind: TypeId, time: f64) {
        let entry = self.entry(time, Rank::Arrival, kind.index());
        self.arrivals.replace_least(kind.index(), entry);
    }

    #[inline(always)]
    pub(super) fn schedule_handling(&mut self, agent: AgentId, time: f64) {
        let entry = self.entry(time, Rank::Handling, agent.index());
        self.handling.set(agent.index(), entry);
    }

    /// After the handling that has just ended.
    #[inline(always)]
    pub(super) fn schedule_next_handling(&mut self, agent: AgentId, time: f64) {
        let entry = self.entry(time, Rank::Handling, agent.index());
        self.handling.replace_least(agent.index(), entry);
    }

    /// The handling that has just ended has no successor.
    #[inline(always)]
    pub(super) fn clear_handling(&mut self, agent: AgentId) {
        self.handling.clear_least(agent.index());
    }

    pub(super) fn schedule_due(&mut self, due: Due, time: f64) {
        let entry = self.entry(time, due.what.rank(), 0);
        self.due.push(Reverse((entry, due)));
        self.note_rare();
    }

    /// When the timetable is due next; infinite: never again.
    pub(super) fn schedule_timetable(&mut self, time: f64) {
        self.timetable = if time.is_finite() { self.entry(time, Rank::Timetable, 0) } else { Entry::NEVER };
        self.note_rare();
    }

    fn note_rare(&mut self) {
        let due = self.due.peek().map_or(Entry::NEVER, |Reverse((entry, _))| *entry);
        self.rare = self.timetable.min(due);
    }

    /// The next event and its time if it clearly is an arrival: an arrival is last in a tie.
    #[inline(always)]
    pub(super) fn plain_arrival(&self) -> Option<(f64, TypeId)> {
        let arrival = self.arrivals.least();
        let first = arrival.high < self.handling.least().high && arrival.high < self.rare.high;
        first.then(|| (f64::from_bits(arrival.high), TypeId(slot(arrival) as u16)))
    }

    /// The next event and its time if it clearly is the end of a handling and no arrival is.
    #[inline(always)]
    pub(super) fn plain_handling(&self) -> Option<(f64, AgentId)> {
        let handling = self.handling.least();
        let first = handling.high <= self.arrivals.least().high && handling.high < self.rare.high;
        first.then(|| (f64::from_bits(handling.high), AgentId(slot(handling))))
    }

    /// What happens next, and when, whatever it is. An event of an agent or a type stays until it is replaced or
    /// cleared.
    #[inline(never)]
    pub(super) fn next(&mut self) -> Option<(f64, Event)> {
        let entry = self.arrivals.least().min(self.handling.least()).min(self.rare);
        if entry.high >= Entry::NEVER.high {
            return None;
        }
        let event = match (entry.low >> RANK_SHIFT) as u8 {
            HANDLING => Event::Handling(AgentId(slot(entry))),
            ARRIVAL => Event::Arrival(TypeId(slot(entry) as u16)),
            TIMETABLE => Event::Timetable,
            _ => {
                let Reverse((_, due)) = self.due.pop()?;
                self.note_rare();
                Event::Due(due)
            }
        };
        Some((f64::from_bits(entry.high), event))
    }
}

#[inline(always)]
fn slot(entry: Entry) -> u32 {
    (entry.low & (MOST_SLOTS as u64 - 1)) as u32
}

const TIMETABLE: u8 = Rank::Timetable as u8;
const HANDLING: u8 = Rank::Handling as u8;
const ARRIVAL: u8 = Rank::Arrival as u8;
