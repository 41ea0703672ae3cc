//! Contacts that wait: one first-come queue a type.
//!
//! Who has run out of patience stays in place until somebody looks: that saves an event for every waiting contact.
//! Only where the centre itself looks at its queues all the time (lines, a limit) does patience end by an event.

use std::collections::VecDeque;

use super::ids::{Set, TypeId};
use super::{Contact, Model};

/// The queues of all types.
#[derive(Debug)]
pub(super) struct Queues {
    queues: Vec<Queue>,
    /// Types with someone in the queue, perhaps without patience left where that is no event.
    pub(super) waiting: Set,
}

#[derive(Clone, Debug, Default)]
struct Queue {
    line: VecDeque<Waiting>,
    /// How many have left the front of the line: with the place in the line it makes a contact's number.
    passed: u64,
    /// How many wait and have not been taken out by an event.
    length: u32,
    /// When the line is so long, those without patience left are swept out.
    sweep_at: usize,
}

/// A contact in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub(super) contact: Contact,
    /// When its patience ends; before all times once an event has taken it out.
    pub(super) deadline: f64,
}

/// The deadline of who has been taken out.
const GONE: f64 = f64::NEG_INFINITY;

impl Waiting {
    /// Whether it has left without having been noticed.
    fn has_left(&self, now: f64) -> bool {
        self.deadline < now && self.deadline != GONE
    }
}

impl Queues {
    pub(super) fn new(model: &Model) -> Self {
        let queue = Queue { sweep_at: 64, ..Queue::default() };
        Self { queues: vec![queue; model.types.len()], waiting: Set::default() }
    }

    /// How many of a type wait. Exact where patience ends by events.
    #[inline(always)]
    pub(super) fn length(&self, kind: TypeId) -> u32 {
        self.queues[kind.index()].length
    }

    /// Joins the end of the queue.
    #[inline(always)]
    pub(super) fn join(&mut self, contact: Contact, deadline: f64) {
        let kind = contact.kind.index();
        let queue = &mut self.queues[kind];
        if queue.line.is_empty() {
            self.waiting.insert(kind);
        }
        queue.length += 1;
        queue.line.push_back(Waiting { contact, deadline });
    }

    /// The number by which [`Queues::find`] and [`Queues::take_out`] know the latest to join.
    pub(super) fn number_of_last(&self, kind: TypeId) -> u64 {
        let queue = &self.queues[kind.index()];
        queue.passed + queue.line.len() as u64 - 1
    }

    /// Takes those without patience left out of a long line and hands them over: where nobody looks for long, the
    /// line must not grow without end. Not for types whose contacts are known by number.
    #[inline(always)]
    pub(super) fn sweep(&mut self, kind: TypeId, now: f64, left: impl FnMut(Waiting)) {
        let queue = &mut self.queues[kind.index()];
        if queue.line.len() >= queue.sweep_at {
            queue.sweep(now, left);
        }
    }

    /// When the first of a type who still has patience joined; those before it are taken out and handed over.
    pub(super) fn first_arrived(&mut self, kind: usize, now: f64, mut left: impl FnMut(Waiting)) -> Option<f64> {
        let queue = &mut self.queues[kind];
        while queue.line.front().is_some_and(|first| first.deadline < now)
            && let Some(gone) = queue.line.pop_front()
        {
            queue.passed += 1;
            if gone.has_left(now) {
                queue.length -= 1;
                left(gone);
            }
        }
        if queue.line.is_empty() {
            self.waiting.remove(kind);
        }
        queue.line.front().map(|first| first.contact.arrived)
    }

    /// Takes the first of a type who still has patience out; those before it are taken out and handed over.
    #[inline(always)]
    pub(super) fn pop(&mut self, kind: usize, now: f64, mut left: impl FnMut(Waiting)) -> Option<Contact> {
        let queue = &mut self.queues[kind];
        let mut found = None;
        while let Some(first) = queue.line.pop_front() {
            queue.passed += 1;
            if first.deadline >= now {
                queue.length -= 1;
                found = Some(first.contact);
                break;
            }
            if first.has_left(now) {
                queue.length -= 1;
                left(first);
            }
        }
        queue.strip();
        if queue.line.is_empty() {
            self.waiting.remove(kind);
        }
        found
    }

    /// When the first of a type joined. Exact where patience ends by events.
    pub(super) fn first(&self, kind: usize) -> Option<f64> {
        self.queues[kind].line.front().map(|first| first.contact.arrived)
    }

    /// Those of a type who wait, each with its number, in order. Exact where patience ends by events.
    pub(super) fn places(&self, kind: TypeId) -> impl Iterator<Item = (u64, &Waiting)> {
        let queue = &self.queues[kind.index()];
        (queue.passed..).zip(&queue.line).filter(|(_, waiting)| waiting.deadline != GONE)
    }

    /// The contact with a number, if it still waits.
    pub(super) fn find(&self, kind: TypeId, number: u64, now: f64) -> Option<&Waiting> {
        let queue = &self.queues[kind.index()];
        let place = number.checked_sub(queue.passed)?;
        queue.line.get(place as usize).filter(|waiting| waiting.deadline >= now)
    }

    /// Takes the contact with a number out, if it still waits.
    pub(super) fn take_out(&mut self, kind: TypeId, number: u64) -> Option<Contact> {
        let queue = &mut self.queues[kind.index()];
        let place = number.checked_sub(queue.passed)?;
        let waiting = queue.line.get_mut(place as usize).filter(|waiting| waiting.deadline != GONE)?;
        waiting.deadline = GONE;
        queue.length -= 1;
        let contact = waiting.contact;
        queue.strip();
        if queue.line.is_empty() {
            self.waiting.remove(kind.index());
        }
        Some(contact)
    }

    /// Takes everyone whose patience has an end out and hands them over.
    pub(super) fn empty(&mut self, kind: usize, left: impl FnMut(Waiting)) {
        self.queues[kind].sweep(f64::INFINITY, left);
    }
}

impl Queue {
    /// Takes those whom an event has taken out off the front.
    #[inline(always)]
    fn strip(&mut self) {
        while self.line.front().is_some_and(|first| first.deadline == GONE) {
            self.line.pop_front();
            self.passed += 1;
        }
    }

    #[cold]
    fn sweep(&mut self, now: f64, mut left: impl FnMut(Waiting)) {
        self.line.iter().filter(|waiting| waiting.has_left(now)).for_each(|waiting| left(*waiting));
        self.length -= self.line.iter().filter(|waiting| waiting.has_left(now)).count() as u32;
        self.line.retain(|waiting| waiting.deadline >= now);
        self.sweep_at = (2 * self.line.len()).max(64);
    }
}
