//! The queue and the floor: who may come in, who must wait, who may take whom.

use holdline::engine::{AgentId, Contact};
use holdline::sampling::{Purpose, Sampler};
use holdline::scenario::{AtClose, Channel, Skill, Staffing};

use super::watch::{NEAR, Waiting, Watch, same};

impl Watch<'_> {
    /// Lets the clock run: times add up, and nobody may be idle beside work that they could do.
    pub(super) fn advance(&mut self, to: f64) {
        assert!(to >= self.now - NEAR, "time runs backwards: {to} after {}", self.now);
        while self.now < to {
            while self.changes.next_if(|change| *change <= self.now).is_some() {}
            let until = self.changes.peek().map_or(to, |change| change.min(to));
            for group in 0..self.time.len() {
                if until - self.now > NEAR && !self.is_beyond() {
                    self.nobody_idles_beside_work(group);
                }
                let (busy, late) = (self.busy(group), self.late(group));
                self.time[group].busy += f64::from(busy) * (until - self.now);
                let present = if self.is_beyond() { 0 } else { self.roster.scheduled(group, self.now) + late };
                self.time[group].present += f64::from(present) * (until - self.now);
            }
            self.now = until;
        }
    }

    // ------------------------------------------------------------------ who is there

    pub(super) fn people(&self, group: usize) -> impl Iterator<Item = usize> {
        (0..self.hands.len()).filter(move |agent| self.roster.group_of(*agent) == group)
    }

    pub(super) fn busy(&self, group: usize) -> u32 {
        self.people(group).filter(|agent| !self.hands[*agent].is_empty()).count() as u32
    }

    /// Busy beyond the schedule: more than the number, or after the end of their shift.
    fn late(&self, group: usize) -> u32 {
        if let Staffing::Shifts(_) = self.scenario.groups[group].staff {
            let late =
                |agent: &usize| !self.hands[*agent].is_empty() && self.roster.on_duty(*agent, self.now) == Some(false);
            return self.people(group).filter(late).count() as u32;
        }
        self.busy(group).saturating_sub(self.roster.scheduled(group, self.now))
    }

    fn idle(&self, group: usize) -> u32 {
        self.roster.scheduled(group, self.now) + self.late(group) - self.busy(group)
    }

    /// Whether the agent goes home after what is in hand.
    pub(super) fn leaves(&self, agent: usize) -> bool {
        let group = self.roster.group_of(agent);
        match self.roster.on_duty(agent, self.now) {
            Some(on_duty) => !on_duty,
            None => self.busy(group) >= self.roster.scheduled(group, self.now),
        }
    }

    pub(super) fn skill(&self, group: usize, kind: usize) -> Option<&Skill> {
        self.scenario.groups[group].skills.iter().find(|skill| skill.contact == kind)
    }

    /// Whether arriving contacts of the type are offered to the group.
    fn is_tried(&self, group: usize, kind: usize) -> bool {
        let route = self.scenario.contacts[kind].route.as_ref();
        self.skill(group, kind).is_some_and(|skill| skill.after.get() == 0.0)
            && route.is_none_or(|route| route.contains(&group))
    }

    pub(super) fn is_deferred(&self, kind: usize) -> bool {
        matches!(self.scenario.contacts[kind].channel, Channel::Email | Channel::Social)
    }

    /// Whether idle agents of the group may start on the type, as far as the reserve goes.
    fn reserve_allows(&self, group: usize, kind: usize) -> bool {
        !self.is_deferred(kind) || self.idle(group) > self.scenario.groups[group].reserve
    }

    /// Whether the door is open, closes just now (doors that close together do so one after the other), or was opened
    /// again after the horizon.
    pub(super) fn is_open(&self, kind: usize) -> bool {
        let opens_later = || self.roster.next_opening(kind, self.horizon - NEAR) <= self.now;
        let closes = || self.roster.closes(kind, self.now);
        self.roster.is_open(kind, self.now) || closes() || (self.now >= self.horizon && opens_later())
    }

    /// Whether waiting contacts of the type may be worked on.
    pub(super) fn is_workable(&self, kind: usize) -> bool {
        self.scenario.contacts[kind].at_close != AtClose::Keep || self.is_open(kind)
    }

    pub(super) fn urgency(&self, group: usize, kind: usize) -> Option<(u32, u32)> {
        self.skill(group, kind).map(|skill| (self.scenario.contacts[kind].priority, skill.level))
    }

    fn nobody_idles_beside_work(&self, group: usize) {
        let idle = self.idle(group);
        if idle == 0 && self.with_room(group).is_empty() {
            return;
        }
        for (kind, waiting) in self.waiting.iter().enumerate() {
            let (Some(first), Some(skill)) = (waiting.front(), self.skill(group, kind)) else { continue };
            let after = skill.after.get();
            let ready = (after > 0.0 || self.is_tried(group, kind)) && self.now >= first.contact.arrived + after;
            let hand = (idle > 0 && self.reserve_allows(group, kind)) || self.has_room(group, kind);
            assert!(!(ready && hand && self.is_workable(kind)), "at {} group {group} idles: {first:?}", self.now);
        }
        let mine = |contact: &&Contact| self.skill(group, contact.kind.index()).is_some();
        let open = |contact: &&Contact| self.roster.is_open(contact.kind.index(), self.now);
        let first = self.to_call.iter().find(|contact| mine(contact) && open(contact));
        let may = idle > self.scenario.groups[group].reserve;
        assert!(!may || first.is_none(), "at {} group {group} idles beside a call-back: {first:?}", self.now);
    }

    // ------------------------------------------------------------------ who comes in

    fn holds_line(&self, contact: &Contact) -> bool {
        self.scenario.contacts[contact.kind.index()].channel == Channel::Voice
    }

    /// Lines in use: voice contacts who wait on the line or talk.
    fn lines_are_full(&self, contact: &Contact) -> bool {
        let voice = (0..self.waiting.len()).filter(|kind| self.scenario.contacts[*kind].channel == Channel::Voice);
        let waiting: usize = voice.map(|kind| self.in_line(kind) as usize).sum();
        let talking = self.hands.iter().flatten().filter(|h| self.holds_line(&h.contact) && h.with_customer).count();
        let full = |lines: u32| waiting + talking >= lines as usize;
        self.holds_line(contact) && self.scenario.centre.lines.is_some_and(full)
    }

    /// How many of a type wait, without those who hung up.
    fn in_line(&self, kind: usize) -> u32 {
        (self.waiting[kind].len() - self.at_home[kind]) as u32
    }

    fn limit_is_reached(&self, kind: usize) -> bool {
        self.scenario.contacts[kind].queue_limit.is_some_and(|limit| self.in_line(kind) >= limit)
    }

    fn balks(&self, contact: &Contact) -> bool {
        contact.key.stream(Purpose::Balk).uniform() < self.scenario.contacts[contact.kind.index()].balk
    }

    /// Whether somebody takes a contact that arrives.
    fn is_taken_at_once(&self, kind: usize) -> bool {
        (0..self.time.len()).any(|group| {
            let idle = self.idle(group) > 0 && self.reserve_allows(group, kind);
            self.is_tried(group, kind) && (idle || self.has_room(group, kind))
        })
    }

    /// The call-back offered to a contact that must wait: whether it is accepted, and whether the place is kept.
    fn accepts_call_back(&self, contact: &Contact) -> Option<bool> {
        let kind = contact.kind.index();
        let rule = self.scenario.contacts[kind].customers.callback.as_ref()?;
        let offered = self.in_line(kind) >= rule.when_waiting;
        let accepts = offered && contact.key.stream(Purpose::CallBack).uniform() < rule.accept;
        accepts.then_some(rule.keep_place)
    }

    /// That a contact which arrived had to wait, be it in the queue or for a call-back.
    fn has_to_wait(&self, contact: &Contact) {
        let kind = contact.kind.index();
        assert!(!self.scenario.contacts[kind].channel.serves_itself(), "waits for self-service: {contact:?}");
        assert!(!self.limit_is_reached(kind), "more wait than may: {contact:?}");
        if self.is_beyond() || self.roster.keeps(kind, self.now) {
            return;
        }
        assert!(self.is_open(kind), "waits before a closed door: {contact:?}");
        assert!(!self.lines_are_full(contact), "waits without a line: {contact:?}");
        assert!(!self.balks(contact), "waits although it would not: {contact:?}");
        assert!(!self.is_taken_at_once(kind), "waits although somebody is free: {contact:?}");
    }

    /// A contact that arrived and of whom nothing was told waits.
    pub(super) fn settle(&mut self) {
        let Some(contact) = self.coming.take() else { return };
        self.has_to_wait(&contact);
        let kind = contact.kind.index();
        let offered = self.is_open(kind) || self.is_beyond();
        let accepts = self.accepts_call_back(&contact).filter(|_| offered);
        assert_ne!(accepts, Some(false), "waits although it accepted a call-back: {contact:?}");
        if accepts.is_some() {
            self.issue(&contact).awaits_call = true;
            self.seen.rare("kept place");
        }
        self.at_home[kind] += usize::from(accepts.is_some());
        self.waiting[kind].push_back(Waiting { contact, hung_up: accepts.is_some() });
    }

    pub(super) fn leaves_for_call_back(&mut self, contact: &Contact) {
        let accepts = self.accepts_call_back(contact) == Some(false);
        let issue = self.issue(contact);
        (issue.called_back, issue.awaits_call) = (true, true);
        if issue.promised {
            self.seen.rare("promised call");
        } else {
            assert!(accepts, "leaves for a call-back that was not accepted: {contact:?}");
            let open = self.is_open(contact.kind.index()) || self.is_beyond();
            assert!(open, "a call-back offered behind a closed door: {contact:?}");
            self.has_to_wait(contact);
            self.seen.rare("accepted call-back");
        }
        self.to_call.push(*contact);
    }

    // ------------------------------------------------------------------ who takes whom

    /// An agent answers a contact, on arrival or from the queue.
    pub(super) fn is_taken(&mut self, contact: &Contact, agent: AgentId, group: usize, now: f64, at_once: bool) {
        let kind = contact.kind.index();
        assert_eq!(self.roster.group_of(agent.index()), group, "{agent:?} is of another group");
        let skill = *self.skill(group, kind).unwrap_or_else(|| panic!("group {group} lacks the skill: {contact:?}"));
        let first = self.hands[agent.index()].is_empty();
        let beyond = self.is_beyond();
        assert!(!first || beyond || self.reserve_allows(group, kind), "keeps no reserve: {contact:?} at {now}");
        let mut hung_up = false;
        if beyond {
            if !at_once {
                assert!(now >= contact.arrived + skill.after.get(), "taken too early: {contact:?} at {now}");
                hung_up = self.leave_queue(contact).hung_up;
            }
        } else if at_once {
            assert!(self.is_tried(group, kind), "the wrong group: {contact:?}");
            assert!(self.is_open(kind) && !self.lines_are_full(contact), "answered outside: {contact:?}");
            assert!(self.idle(group) > 0 || !first, "{agent:?} is not there: {contact:?}");
            assert!(first || self.has_room(group, kind), "no room: {contact:?}");
        } else {
            assert!(now >= contact.arrived + skill.after.get(), "taken too early: {contact:?} at {now}");
            self.right_choice(contact, agent.index(), group);
            let waiting = self.waiting[kind].pop_front().unwrap_or_else(|| panic!("nobody waits: {contact:?}"));
            assert!(same(&waiting.contact, contact), "not the first of its type: {contact:?}, {waiting:?}");
            hung_up = waiting.hung_up;
            self.at_home[kind] -= usize::from(hung_up);
            assert!(self.is_workable(kind), "worked on behind a closed door: {contact:?}");
        }
        if !first && !beyond {
            self.is_the_one_with_room(contact, agent.index(), group);
        }
        assert!(hung_up || now <= self.patience_ends(contact), "answered after it had left: {contact:?}");
        let deferred = self.is_deferred(kind);
        let issue = self.issue(contact);
        assert!(!issue.called_back, "answered, not called: {contact:?}");
        issue.has_waited(now - contact.arrived, deferred);
        self.takes(contact, agent, group, hung_up);
    }

    /// A waiting contact is taken in the order of priority, level and waiting, a head start in it.
    fn right_choice(&self, contact: &Contact, agent: usize, group: usize) {
        let first = self.hands[agent].is_empty();
        let finished = !first || self.just_finished == Some(AgentId(agent as u32));
        if (finished && self.leaves(agent)) || self.on_the_hour() {
            return;
        }
        let own = self.urgency(group, contact.kind.index()).unwrap();
        let since = |contact: &Contact| contact.arrived - self.scenario.contacts[contact.kind.index()].head_start.get();
        for (kind, waiting) in self.waiting.iter().enumerate() {
            let (Some(other), Some(skill)) = (waiting.front(), self.skill(group, kind)) else { continue };
            let ready = self.now >= other.contact.arrived + skill.after.get() && self.is_workable(kind);
            let possible = if first { self.reserve_allows(group, kind) } else { self.shares(group, kind) };
            let theirs = self.urgency(group, kind).unwrap();
            let before = theirs < own || (theirs == own && since(&other.contact) < since(contact));
            assert!(!(ready && possible && before), "{other:?} before {contact:?} at {}", self.now);
        }
    }

    /// An agent calls a customer who had left the queue.
    pub(super) fn is_called(&mut self, contact: &Contact, agent: AgentId, group: usize, now: f64) {
        let kind = contact.kind.index();
        assert!(self.skill(group, kind).is_some(), "group {group} lacks the skill for {contact:?}");
        let beyond = self.is_beyond();
        assert!(beyond || self.is_open(kind), "called behind a closed door: {contact:?}");
        let reserve = self.scenario.groups[group].reserve;
        assert!(beyond || self.idle(group) > reserve, "called although {} idle: {contact:?}", self.idle(group));
        for (other, waiting) in self.waiting.iter().enumerate().filter(|_| !beyond && !self.on_the_hour()) {
            let (Some(first), Some(skill)) = (waiting.front(), self.skill(group, other)) else { continue };
            let ready = self.is_workable(other) && now >= first.contact.arrived + skill.after.get();
            assert!(!ready, "called while {first:?} waits: {contact:?}");
        }
        let open =
            |other: &&Contact| self.skill(group, other.kind.index()).is_some() && self.is_open(other.kind.index());
        let first = self.to_call.iter().find(open).copied();
        assert!(
            beyond || self.on_the_hour() || first.is_some_and(|first| same(&first, contact)),
            "{first:?} before {contact:?}"
        );
        let place = self.to_call.iter().position(|other| same(other, contact)).expect("called without a reason");
        self.to_call.remove(place);
        let deferred = self.is_deferred(kind);
        self.issue(contact).has_waited(now - contact.arrived, deferred);
        self.seen.rare("called back");
        self.takes(contact, agent, group, true);
    }

    // ------------------------------------------------------------------ who leaves without an answer

    fn patience_ends(&self, contact: &Contact) -> f64 {
        let law = self.scenario.contacts[contact.kind.index()].patience.as_ref();
        let draw = |law| Sampler::new(law).draw(&mut contact.key.stream(Purpose::Patience));
        contact.arrived + law.map_or(f64::INFINITY, draw)
    }

    fn leave_queue(&mut self, contact: &Contact) -> Waiting {
        let queue = &mut self.waiting[contact.kind.index()];
        let place = queue.iter().position(|waiting| same(&waiting.contact, contact));
        let waiting = place.and_then(|place| queue.remove(place));
        let waiting = waiting.unwrap_or_else(|| panic!("does not wait: {contact:?}"));
        self.at_home[contact.kind.index()] -= usize::from(waiting.hung_up);
        waiting
    }

    pub(super) fn gives_up_waiting(&mut self, contact: &Contact, now: f64, at_once: bool) {
        if at_once {
            let open = self.is_open(contact.kind.index()) || self.is_beyond();
            assert!(open && !self.lines_are_full(contact), "balks outside: {contact:?}");
            let taken = self.is_taken_at_once(contact.kind.index()) && !self.is_beyond();
            assert!(!taken, "balks before an idle agent: {contact:?}");
            return assert!(self.balks(contact), "balks although it would wait: {contact:?}");
        }
        assert!(!self.leave_queue(contact).hung_up, "loses patience at home: {contact:?}");
        assert_eq!(now.to_bits(), self.patience_ends(contact).to_bits(), "left before or after its time: {contact:?}");
    }

    pub(super) fn is_blocked(&mut self, contact: &Contact) {
        let kind = contact.kind.index();
        if self.lines_are_full(contact) {
            return self.seen.rare("lines full");
        }
        assert!(self.limit_is_reached(kind), "blocked for no reason: {contact:?}");
        let shut = !self.is_open(kind) || self.is_beyond();
        assert!(shut || !self.is_taken_at_once(kind), "blocked although somebody is free: {contact:?}");
    }

    pub(super) fn is_turned_away(&mut self, contact: &Contact, now: f64, at_once: bool) {
        let kind = contact.kind.index();
        let over = now >= self.horizon && self.hands.iter().all(Vec::is_empty);
        if at_once {
            let keeps = self.is_deferred(kind) && self.scenario.contacts[kind].at_close == AtClose::Keep;
            if over && (keeps || self.roster.is_open(kind, now)) {
                // The last of all is passed on to where nobody is left, and nothing more can happen.
                return self.has_to_wait(contact);
            }
            let open = self.roster.is_open(kind, now) && !self.is_beyond();
            return assert!(!open && !keeps, "turned away from an open door: {contact:?}");
        }
        let waiting = self.leave_queue(contact);
        assert!(waiting.hung_up || now <= self.patience_ends(contact), "would have left before: {contact:?}");
        let closes = self.roster.closes(kind, now) && self.scenario.contacts[kind].at_close != AtClose::Keep;
        assert!(closes || over || self.is_beyond(), "turned away in the middle: {contact:?} at {now}");
    }
}
