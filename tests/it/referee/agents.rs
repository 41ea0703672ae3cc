//! The agents' side: who takes what, when they may, and how long they are there.

use holdline::engine::{AgentId, Contact, GroupId};
use holdline::scenario::{Skill, Staffing};

use super::{InHand, Referee};

impl Referee<'_> {
    /// Lets the clock run: presence adds up, and nobody may be idle beside a contact that they could take.
    pub(super) fn advance(&mut self, to: f64) {
        assert!(to >= self.now, "time runs backwards: {} after {}", to, self.now);
        while self.now < to {
            while self.changes.next_if(|change| *change <= self.now).is_some() {}
            let until = self.changes.peek().map_or(to, |change| change.min(to));
            for group in 0..self.time.len() {
                if self.is_beyond() {
                    continue;
                }
                self.nobody_idles_beside_work(group);
                let present = self.roster.scheduled(group, self.now) + self.late(group);
                self.time[group].present += f64::from(present) * (until - self.now);
            }
            self.now = until;
        }
    }

    fn nobody_idles_beside_work(&self, group: usize) {
        if self.idle(group) == 0 {
            return;
        }
        for (kind, waiting) in self.waiting.iter().enumerate() {
            let (Some(first), Some(skill)) = (waiting.first(), self.skill(group, kind)) else { continue };
            let after = skill.after.get();
            // A route that leaves the group out says that its idle agents are not tried.
            let route = self.scenario.contacts[kind].route.as_ref();
            let tried = after > 0.0 || route.is_none_or(|route| route.contains(&group));
            let taken = tried && self.now >= first.arrived + after && self.roster.is_workable(kind, self.now);
            assert!(!taken, "at {} group {group} idles while {first:?} waits", self.now);
        }
    }

    fn skill(&self, group: usize, kind: usize) -> Option<&Skill> {
        self.scenario.groups[group].skills.iter().find(|skill| skill.contact == kind)
    }

    fn busy(&self, group: usize) -> u32 {
        let of_group = |agent: &usize| self.roster.group_of(*agent) == group && self.in_hand[*agent].is_some();
        (0..self.in_hand.len()).filter(of_group).count() as u32
    }

    /// Busy beyond the schedule: more than the number, or after the end of their shift.
    fn late(&self, group: usize) -> u32 {
        if let Staffing::Shifts(_) = self.scenario.groups[group].staff {
            let late = |agent: &usize| {
                self.roster.group_of(*agent) == group
                    && self.in_hand[*agent].is_some()
                    && self.roster.on_duty(*agent, self.now) == Some(false)
            };
            return (0..self.in_hand.len()).filter(late).count() as u32;
        }
        self.busy(group).saturating_sub(self.roster.scheduled(group, self.now))
    }

    fn idle(&self, group: usize) -> u32 {
        self.roster.scheduled(group, self.now) + self.late(group) - self.busy(group)
    }

    /// The group that an arriving contact of the type goes to: by route, or by level and then by order in the file.
    pub(super) fn first_idle_group(&self, kind: usize) -> Option<usize> {
        let at_once = |group: &usize| self.skill(*group, kind).is_some_and(|skill| skill.after.get() == 0.0);
        let mut groups: Vec<usize> = (0..self.time.len()).filter(at_once).collect();
        groups.sort_by_key(|group| self.skill(*group, kind).unwrap().level);
        if let Some(route) = &self.scenario.contacts[kind].route {
            groups = route.iter().copied().filter(at_once).collect();
        }
        groups.into_iter().find(|group| self.idle(*group) > 0)
    }

    pub(super) fn answered(&mut self, contact: Contact, agent: AgentId, group: GroupId, now: f64) {
        let at_once = self.is_coming(&contact, now);
        self.advance(now);
        let (kind, group) = (contact.kind.index(), group.index());
        assert!(!self.given_up, "work goes on after the end: {contact:?}");
        assert_eq!(self.roster.group_of(agent.index()), group, "{agent:?} is of another group");
        assert!(self.skill(group, kind).is_some(), "group {group} lacks the skill for {contact:?}");
        assert!(self.in_hand[agent.index()].is_none(), "{agent:?} has two contacts in hand");
        assert!(now <= self.patience_ends(&contact), "answered after it had left: {contact:?}");
        if self.is_beyond() {
            self.take(&contact);
            self.note_end(&contact, |ends| ends.answered += 1);
            self.in_hand[agent.index()] = Some(self.begin(contact, group, now));
            return;
        }
        if at_once {
            assert!(self.comes_in(&contact), "answered outside: {contact:?}");
            assert_eq!(self.first_idle_group(kind), Some(group), "the wrong group: {contact:?}");
            assert_ne!(self.roster.on_duty(agent.index(), now), Some(false), "{agent:?} is not on duty");
        } else {
            self.right_choice(&contact, agent, group);
        }
        self.longest_idle(agent, group);
        self.note_end(&contact, |ends| ends.answered += 1);
        self.in_hand[agent.index()] = Some(self.begin(contact, group, now));
    }

    /// Whether whoever finishes last takes contacts of a closed type: nobody on duty can.
    fn last_serve_out(&self, kind: usize) -> bool {
        let on_duty = |group: usize| self.skill(group, kind).is_some() && self.roster.scheduled(group, self.now) > 0;
        self.roster.serves_out(kind, self.now) && !(0..self.scenario.groups.len()).any(on_duty)
    }

    /// Whether nobody who can take a type is there.
    pub(super) fn nobody_able(&self, kind: usize) -> bool {
        let there = |group: usize| self.roster.scheduled(group, self.now) + self.late(group) > 0;
        !(0..self.scenario.groups.len()).any(|group| self.skill(group, kind).is_some() && there(group))
    }

    /// A waiting contact is taken by an agent who may, in the order of priority, level, and waiting with the head start.
    fn right_choice(&mut self, contact: &Contact, agent: AgentId, group: usize) {
        let now = self.now;
        let leaving = match self.roster.on_duty(agent.index(), now) {
            Some(on_duty) => !on_duty,
            None => self.busy(group) >= self.roster.scheduled(group, now),
        };
        let kind = contact.kind.index();
        if leaving {
            assert_eq!(self.just_finished, Some(agent), "starts although nobody should: {contact:?}, {agent:?}");
            assert!(self.last_serve_out(kind), "takes one more before going home: {contact:?}, {agent:?}");
        }
        // What happens together at a full hour has an order that is not told: a door may move before or after.
        let workable = |kind: usize| self.roster.is_workable(kind, now);
        let worked = |kind: usize| self.roster.is_workable(kind, now - 1e-6);
        assert!(workable(kind) || worked(kind), "worked on behind a closed door: {contact:?}");
        let urgency = |kind: usize, first: &Contact| {
            let skill = self.skill(group, kind).filter(|skill| now >= first.arrived + skill.after.get());
            let allowed = !leaving || self.last_serve_out(kind);
            skill.filter(|_| allowed).map(|skill| (self.scenario.contacts[kind].priority, skill.level))
        };
        let own = urgency(kind, contact).unwrap_or_else(|| panic!("taken too early: {contact:?} at {now}"));
        for (other, waiting) in self.waiting.iter().enumerate() {
            let Some(first) = waiting.first() else { continue };
            let Some(theirs) = urgency(other, first).filter(|_| workable(other) && worked(other)) else { continue };
            let joined =
                |contact: &Contact| contact.arrived - self.scenario.contacts[contact.kind.index()].head_start.get();
            let better = theirs < own || (theirs == own && joined(first) < joined(contact));
            assert!(!better, "{first:?} should be before {contact:?} at {now}");
        }
        assert_eq!(self.take(contact), 0, "first come, first served inside a type: {contact:?}");
    }

    /// Where the team never changes, an idle agent's turn comes by how long they have been idle.
    fn longest_idle(&self, agent: AgentId, group: usize) {
        let constant = matches!(self.scenario.groups[group].staff, Staffing::Constant(_));
        if !constant || self.just_finished == Some(agent) {
            return;
        }
        let since = self.free_since[agent.index()];
        let idle = |other: &usize| self.roster.group_of(*other) == group && self.in_hand[*other].is_none();
        let longest = (0..self.in_hand.len()).filter(idle).map(|other| self.free_since[other]);
        assert_eq!(since, longest.fold(f64::INFINITY, f64::min), "{agent:?} is not the longest idle");
    }

    pub(super) fn handled(&mut self, contact: Contact, agent: AgentId, now: f64) {
        self.is_coming(&contact, now);
        self.advance(now);
        let InHand { contact: of, since, ends, .. } = self.in_hand[agent.index()].take().expect("handled by nobody");
        assert_eq!((of.kind, of.key), (contact.kind, contact.key), "another contact was in hand");
        assert_eq!(now.to_bits(), ends.to_bits(), "handling took another time than drawn: {contact:?}");
        self.free_since[agent.index()] = now;
        self.time[self.roster.group_of(agent.index())].handling += now - since;
    }
}
