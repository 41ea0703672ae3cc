//! Contacts that wait: one first-come queue a type, threaded through one slab.

use super::ids::{Place, Set, TypeId};
use super::{Contact, Model};

const NONE: u32 = u32::MAX;

/// The queues of all types.
#[derive(Debug)]
pub(super) struct Queues {
    slab: Vec<Waiting>,
    /// The first vacant place; the others follow by `next`.
    vacant: u32,
    lines: Vec<Line>,
    /// Types with someone waiting.
    pub(super) waiting: Set,
}

#[derive(Clone, Debug)]
struct Waiting {
    contact: Contact,
    previous: u32,
    next: u32,
    visit: u32,
    patient: bool,
    present: bool,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    first: u32,
    last: u32,
    length: u32,
}

impl Queues {
    pub(super) fn new(model: &Model) -> Self {
        let empty = Line { first: NONE, last: NONE, length: 0 };
        Self { slab: Vec::new(), vacant: NONE, lines: vec![empty; model.types.len()], waiting: Set::default() }
    }

    /// How many of a type wait.
    #[inline(always)]
    pub(super) fn length(&self, kind: TypeId) -> u32 {
        self.lines[kind.index()].length
    }

    /// The longest waiting of a type that has someone waiting.
    #[inline(always)]
    pub(super) fn first(&self, kind: usize) -> Place {
        Place(self.lines[kind].first)
    }

    /// When the longest waiting of a type joined.
    #[inline(always)]
    pub(super) fn first_arrived(&self, kind: usize) -> f64 {
        self.slab[self.lines[kind].first as usize].contact.arrived
    }

    /// The type of the contact at a place.
    pub(super) fn kind(&self, place: Place) -> TypeId {
        self.slab[place.index()].contact.kind
    }

    /// When the contact at a place joined.
    pub(super) fn arrived(&self, place: Place) -> f64 {
        self.slab[place.index()].contact.arrived
    }

    /// Whether the place still holds the contact of that visit.
    pub(super) fn holds(&self, place: Place, visit: u32) -> bool {
        let waiting = &self.slab[place.index()];
        waiting.present && waiting.visit == visit
    }

    /// Joins the end of the type's queue. `patient` says that no end of patience is scheduled.
    #[inline(always)]
    pub(super) fn join(&mut self, contact: Contact, patient: bool) -> (Place, u32) {
        let kind = contact.kind.index();
        let last = self.lines[kind].last;
        let place = self.settle(Waiting { contact, previous: last, next: NONE, visit: 0, patient, present: true });
        let line = &mut self.lines[kind];
        if last == NONE {
            line.first = place.0;
            self.waiting.insert(kind);
        } else {
            self.slab[last as usize].next = place.0;
        }
        line.last = place.0;
        line.length += 1;
        (place, self.slab[place.index()].visit)
    }

    #[inline(always)]
    fn settle(&mut self, mut waiting: Waiting) -> Place {
        let place = self.vacant;
        if let Some(old) = self.slab.get_mut(place as usize) {
            self.vacant = old.next;
            waiting.visit = old.visit.wrapping_add(1);
            *old = waiting;
            return Place(place);
        }
        self.slab.push(waiting);
        Place(self.slab.len() as u32 - 1)
    }

    /// Takes a contact out, and says whether it had no end of patience scheduled.
    #[inline(always)]
    pub(super) fn leave(&mut self, place: Place) -> (Contact, bool) {
        let waiting = &mut self.slab[place.index()];
        let (previous, next, contact, patient) = (waiting.previous, waiting.next, waiting.contact, waiting.patient);
        waiting.present = false;
        waiting.next = self.vacant;
        self.vacant = place.0;
        let line = &mut self.lines[contact.kind.index()];
        line.length -= 1;
        if previous == NONE {
            line.first = next;
        } else {
            self.slab[previous as usize].next = next;
        }
        if next == NONE {
            line.last = previous;
        } else {
            self.slab[next as usize].previous = previous;
        }
        if line.length == 0 {
            self.waiting.remove(contact.kind.index());
        }
        (contact, patient)
    }
}
