//! Agents with several chats: who of them has room for one more.

use holdline::engine::Contact;
use holdline::scenario::{AtClose, ChatTo, Staffing};

use super::watch::Watch;

impl Watch<'_> {
    /// How many chats those agents of the group hold who hold chats and have room for more, in order; nobody while the
    /// group is shrinking.
    pub(super) fn with_room(&self, group: usize) -> Vec<usize> {
        let chats = self.scenario.groups[group].chats as usize;
        let shrinks = !matches!(self.scenario.groups[group].staff, Staffing::Shifts(_))
            && self.busy(group) > self.roster.scheduled(group, self.now);
        let room = |agent: &usize| {
            let hands = &self.hands[*agent];
            let late = self.roster.on_duty(*agent, self.now) == Some(false);
            !hands.is_empty() && hands.len() < chats && hands.iter().all(|hand| hand.is_chat) && !late
        };
        if chats < 2 || shrinks {
            return Vec::new();
        }
        let mut loads: Vec<usize> = self.people(group).filter(room).map(|agent| self.hands[agent].len()).collect();
        loads.sort_unstable();
        loads
    }

    /// How many contacts wait that the group's agents take one at a time, and that are more urgent than a chat of a type;
    /// with those behind a door that closes just now, or without.
    fn urgent(&self, group: usize, chat: usize, with_closing: bool) -> usize {
        let own = self.urgency(group, chat);
        let before = |kind: &usize| {
            let (Some(first), Some(skill)) = (self.waiting[*kind].front(), self.skill(group, *kind)) else {
                return false;
            };
            let theirs = self.urgency(group, *kind);
            !self.shares(group, *kind)
                && !self.is_deferred(*kind)
                && self.is_workable(*kind)
                && (with_closing || !self.closes_on_work(*kind))
                && first.contact.arrived + skill.after.get() <= self.now
                && theirs < own
        };
        (0..self.waiting.len()).filter(before).map(|kind| self.waiting[kind].len()).sum()
    }

    /// Whether agents of the group who hold chats may take one more: someone has room and is not needed for what waits
    /// for one of them to be free.
    pub(super) fn has_room(&self, group: usize, chat: usize) -> bool {
        self.shares(group, chat) && self.with_room(group).len() > self.urgent(group, chat, true)
    }

    /// A further chat goes to the right one of those with room, by how many they hold.
    pub(super) fn is_the_one_with_room(&self, contact: &Contact, agent: usize, group: usize) {
        if self.leaves(agent) || self.on_the_hour() {
            return;
        }
        let loads = self.with_room(group);
        let right = |with_closing: bool| {
            let willing = loads.get(self.urgent(group, contact.kind.index(), with_closing)..).unwrap_or_default();
            match self.scenario.groups[group].chat_to {
                ChatTo::LeastLoaded => willing.first().copied(),
                ChatTo::MostLoaded => willing.last().copied(),
            }
        };
        // What waits behind a door that closes just now is more urgent before the closing, and not to be worked on after it.
        let held = Some(self.hands[agent].len());
        let fits = held == right(true) || held == right(false);
        assert!(fits, "{agent} of {loads:?} takes {contact:?} at {}", self.now);
    }

    /// Whether a door closes just now behind which the work waits for the next opening.
    fn closes_on_work(&self, kind: usize) -> bool {
        self.scenario.contacts[kind].at_close == AtClose::Keep && self.roster.closes(kind, self.now)
    }
}
