//! The contacts' side: admission, waiting, leaving.

use holdline::engine::Contact;
use holdline::scenario::Length;
use holdline::units::DAY;

use super::Referee;

fn same(a: &Contact, b: &Contact) -> bool {
    a.kind == b.kind && a.arrived.to_bits() == b.arrived.to_bits() && a.key == b.key
}

impl Referee<'_> {
    pub(super) fn arrived(&mut self, contact: Contact) {
        self.settle();
        self.advance(contact.arrived);
        let first = self.seen.insert((contact.kind.0, contact.arrived.to_bits()));
        assert!(first, "told twice: {contact:?}");
        assert!(contact.arrived < self.scenario.horizon.seconds(), "after the horizon: {contact:?}");
        let interval = match self.scenario.horizon.length {
            Length::Days(_) => contact.arrived % DAY / self.scenario.horizon.interval.get(),
            Length::Duration(_) => 0.0,
        };
        assert_eq!(contact.interval, interval as u16, "{contact:?}");
        self.note_end(&contact, |ends| ends.offered += 1);
        self.coming = Some(contact);
    }

    /// Whether the thing told is, at once, about the contact that has just arrived; else that one has joined its queue.
    pub(super) fn is_coming(&mut self, contact: &Contact, now: f64) -> bool {
        if self.coming.as_ref().is_some_and(|coming| same(coming, contact) && now == contact.arrived) {
            self.coming = None;
            return true;
        }
        self.settle();
        false
    }

    /// A contact that arrived and of whom nothing was told waits: it must have had to.
    fn settle(&mut self) {
        let Some(contact) = self.coming.take() else { return };
        let kind = contact.kind.index();
        if !self.roster.keeps(kind, self.now) {
            assert!(self.roster.is_open(kind, self.now), "waits before a closed door: {contact:?}");
            assert!(!self.lines_are_full(&contact), "waits without a line: {contact:?}");
            assert_eq!(self.first_idle_group(kind), None, "waits although somebody is idle: {contact:?}");
            assert!(!self.balks(&contact), "waits although it would not: {contact:?}");
        }
        self.waiting[kind].push(contact);
        let limit = self.scenario.contacts[kind].queue_limit.unwrap_or(u32::MAX);
        assert!(self.waiting[kind].len() <= limit as usize, "more wait than may: {contact:?}");
        let lines = self.scenario.centre.lines.unwrap_or(u32::MAX);
        assert!(self.lines_in_use() <= lines as usize, "more lines in use than there are: {contact:?}");
    }

    fn lines_are_full(&self, contact: &Contact) -> bool {
        let full = |lines: u32| self.lines_in_use() >= lines as usize;
        self.holds_line(contact) && self.scenario.centre.lines.is_some_and(full)
    }

    /// Whether an arriving contact reaches the agents at all.
    pub(super) fn comes_in(&self, contact: &Contact) -> bool {
        self.roster.is_open(contact.kind.index(), self.now) && !self.lines_are_full(contact)
    }

    /// Takes a contact out of the referee's queue and says how many of its type were before it.
    pub(super) fn take(&mut self, contact: &Contact) -> usize {
        let queue = &mut self.waiting[contact.kind.index()];
        let place = queue.iter().position(|waiting| same(waiting, contact));
        let place = place.unwrap_or_else(|| panic!("told of a contact that does not wait: {contact:?}"));
        queue.remove(place);
        place
    }

    pub(super) fn abandoned(&mut self, contact: Contact, now: f64) {
        let at_once = self.is_coming(&contact, now);
        self.advance(now);
        self.note_end(&contact, |ends| ends.abandoned += 1);
        if at_once {
            assert!(self.comes_in(&contact), "balks outside: {contact:?}");
            assert_eq!(self.first_idle_group(contact.kind.index()), None, "balks before an idle agent: {contact:?}");
            return assert!(self.balks(&contact), "balks although it would wait: {contact:?}");
        }
        self.take(&contact);
        assert_eq!(now.to_bits(), self.patience_ends(&contact).to_bits(), "left before or after its time: {contact:?}");
    }

    pub(super) fn blocked(&mut self, contact: Contact) {
        assert!(self.is_coming(&contact, contact.arrived), "blocked after it came in: {contact:?}");
        self.note_end(&contact, |ends| ends.blocked += 1);
        let kind = contact.kind.index();
        if !self.roster.keeps(kind, self.now) {
            assert!(self.roster.is_open(kind, self.now), "blocked before a closed door: {contact:?}");
            if self.lines_are_full(&contact) {
                return;
            }
            assert_eq!(self.first_idle_group(kind), None, "blocked although somebody is idle: {contact:?}");
            assert!(!self.balks(&contact), "blocked although it would have left: {contact:?}");
        }
        let limit = self.scenario.contacts[kind].queue_limit;
        assert!(limit.is_some_and(|limit| self.waiting[kind].len() >= limit as usize), "no reason: {contact:?}");
    }

    pub(super) fn closed(&mut self, contact: Contact, now: f64) {
        let at_once = self.is_coming(&contact, now);
        self.advance(now);
        self.note_end(&contact, |ends| ends.closed += 1);
        let kind = contact.kind.index();
        if at_once {
            let waits = self.roster.is_open(kind, now) || self.roster.keeps(kind, now);
            return assert!(!waits, "turned away from an open door, or from a backlog that is kept: {contact:?}");
        }
        self.take(&contact);
        assert!(now <= self.patience_ends(&contact), "would have left before: {contact:?}");
        let left_alone = self.roster.leaves_nobody_waiting(kind, now) && self.nobody_able(kind);
        if !self.roster.dismisses(kind, now) && !left_alone && !self.is_beyond() {
            assert_eq!(self.patience_ends(&contact), f64::INFINITY, "would have left of its own accord: {contact:?}");
            assert!(now >= self.scenario.horizon.seconds(), "turned away in the middle: {contact:?}");
            assert!(self.in_hand.iter().all(Option::is_none), "given up while somebody works: {contact:?}");
            self.given_up = true;
        }
    }
}
