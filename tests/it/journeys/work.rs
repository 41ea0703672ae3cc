//! The agents' side: what they have in hand, how fast it progresses, and when it must be finished.

use holdline::engine::{AgentId, Contact, Journey};
use holdline::sampling::{Purpose, Sampler};
use holdline::scenario::{Channel, Handling, Law, Training};

use super::watch::{NEAR, Watch, same};

/// A contact in an agent's hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand {
    pub(super) contact: Contact,
    since: f64,
    /// Whether the agent may have others of the kind beside it.
    pub(super) is_chat: bool,
    /// Whether the customer is still there.
    pub(super) with_customer: bool,
    /// Work left of the talk, then of the after-contact work, s at full speed.
    left: f64,
    /// Up to when progress is accounted for.
    at: f64,
    /// Whether a door that moved just when it began leaves open how much work there is.
    uncertain: bool,
}

impl Watch<'_> {
    pub(super) fn type_law(&self, kind: usize) -> Sampler {
        let (Handling::Whole(law) | Handling::TalkWrap { talk: law, .. }) = &self.scenario.contacts[kind].handle;
        Sampler::new(law)
    }

    fn handling(&self, group: usize, kind: usize) -> (&Handling, bool) {
        let own = self.scenario.groups[group].handle.iter().find(|(of, _)| *of == kind);
        own.map_or((&self.scenario.contacts[kind].handle, false), |(_, own)| (own, true))
    }

    /// Whether the group's agents hold several contacts of the type at once.
    pub(super) fn shares(&self, group: usize, kind: usize) -> bool {
        self.scenario.groups[group].chats > 1 && self.scenario.contacts[kind].channel == Channel::Chat
    }

    pub(super) fn training(&self, group: usize, now: f64, full: impl Fn(&Training) -> f64) -> f64 {
        let reached = |training: &Training| 1.0 + (full(training) - 1.0) * (now / training.over.get()).min(1.0);
        self.scenario.groups[group].training.as_ref().map_or(1.0, reached)
    }

    /// Where a contact is passed on to when it is handled, by the numbers of its attempt.
    pub(super) fn passes_on_to(&self, contact: &Contact) -> Option<usize> {
        let rule = self.scenario.contacts[contact.kind.index()].customers.transfer.as_ref()?;
        let mut stream = self.issues[&contact.journey.0].key.stream(Purpose::Transfer);
        let (chance, mut place) = (stream.uniform(), stream.uniform());
        let within = |(_, share): &&(usize, f64)| {
            let found = place < *share;
            place -= share;
            found
        };
        let to = rule.to.iter().find(within).map(|(kind, _)| *kind).filter(|_| chance < rule.probability)?;
        (!rule.only_open || self.roster.is_open(to, self.now)).then_some(to)
    }

    /// Whether it depends on a door that opens or closes just now, or beyond the horizon, where a contact is passed on to.
    pub(super) fn doors_are_moving(&self, contact: &Contact) -> bool {
        let Some(rule) = &self.scenario.contacts[contact.kind.index()].customers.transfer else { return false };
        let open = |kind: usize, time: f64| self.roster.is_open(kind, time);
        let moving = |kind: usize| open(kind, self.now) != open(kind, self.now - NEAR);
        let opens_later = |kind: usize| self.roster.next_opening(kind, self.horizon - NEAR) <= self.now;
        let beyond = |kind: usize| self.now >= self.horizon && opens_later(kind) && !open(kind, self.now);
        rule.only_open && rule.to.iter().any(|&(kind, _)| moving(kind) || beyond(kind) || self.is_beyond())
    }

    pub(super) fn on_the_hour(&self) -> bool {
        self.now % 600.0 == 0.0
    }

    /// How much work a contact is, in full, up to the end of the talk.
    fn work(&self, contact: &Contact, group: usize, called: bool, retold: bool) -> f64 {
        let kind = contact.kind.index();
        let customers = &self.scenario.contacts[kind].customers;
        let call: Option<&Law> = customers.callback.as_ref().and_then(|rule| rule.handle.as_ref()).filter(|_| called);
        let base = match (call, self.handling(group, kind)) {
            (Some(law), _) => {
                let mut stream = contact.key.stream(Purpose::CallBack);
                stream.uniform();
                Sampler::new(law).draw(&mut stream)
            }
            (None, (Handling::Whole(law) | Handling::TalkWrap { talk: law, .. }, _)) => {
                Sampler::new(law).draw(&mut contact.key.stream(Purpose::Handle))
            }
        };
        let told = if retold { customers.history.unwrap().handle } else { 1.0 };
        let briefing = customers.transfer.as_ref().and_then(|rule| rule.briefing);
        let briefing = briefing.filter(|_| self.passes_on_to(contact).is_some()).map_or(0.0, |time| time.get());
        base * told * self.training(group, self.now, |training| training.handle) + briefing
    }

    /// An agent takes a contact in hand; `called`: the centre calls the customer.
    pub(super) fn takes(&mut self, contact: &Contact, agent: AgentId, group: usize, called: bool) {
        let (kind, now) = (contact.kind.index(), self.now);
        let in_hand = self.hands[agent.index()].len();
        if self.shares(group, kind) {
            let room = in_hand < self.scenario.groups[group].chats as usize;
            let chats = self.hands[agent.index()].iter().all(|hand| hand.is_chat);
            assert!(room && chats, "{agent:?} of group {group} has no hand free for {contact:?}");
            self.seen.rare(if in_hand > 0 { "a further chat" } else { "a first chat" });
        } else {
            assert_eq!(in_hand, 0, "{agent:?} has something in hand besides {contact:?}");
        }
        let customers = &self.scenario.contacts[kind].customers;
        let unshared = customers.history.is_some_and(|history| !history.shared);
        let owner = customers.owner;
        let issue = self.issue(contact);
        let owned = owner && issue.owner == Some(agent.0);
        let retold = unshared && issue.handlings > 0 && !issue.warm && !owned;
        issue.retold = retold;
        issue.repetitions += u32::from(retold);
        issue.handlings += 1;
        issue.agents.insert(agent.0);
        issue.owner.get_or_insert(agent.0);
        issue.group = Some(group);
        if owned {
            self.seen.rare("owner");
        }
        self.progress(agent.index());
        let left = self.work(contact, group, called, retold);
        let uncertain = self.doors_are_moving(contact);
        let is_chat = self.shares(group, kind);
        let hand = Hand { contact: *contact, since: now, is_chat, with_customer: true, left, at: now, uncertain };
        self.hands[agent.index()].push(hand);
    }

    /// How fast the work of a contact goes on, beside what else is in the agent's hand.
    fn rate(&self, agent: usize, hand: &Hand) -> f64 {
        let slowdown = &self.scenario.contacts[hand.contact.kind.index()].slowdown;
        let load = self.hands[agent].len();
        let factor = slowdown.get(load - 1).or(slowdown.last()).filter(|_| hand.is_chat);
        1.0 / factor.copied().unwrap_or(1.0)
    }

    /// Accounts for what an agent has done up to now.
    fn progress(&mut self, agent: usize) {
        let rates: Vec<f64> = self.hands[agent].iter().map(|hand| self.rate(agent, hand)).collect();
        for (hand, rate) in self.hands[agent].iter_mut().zip(rates) {
            hand.left -= (self.now - hand.at) * rate;
            hand.at = self.now;
            assert!(hand.left > -NEAR || hand.uncertain, "should be finished: {hand:?} at {}", self.now);
        }
    }

    /// An agent has finished with a contact, after-contact work included.
    pub(super) fn puts_down(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        self.progress(agent.index());
        let place = self.hands[agent.index()].iter().position(|hand| same(&hand.contact, contact));
        let hand = self.hands[agent.index()].remove(place.unwrap_or_else(|| panic!("not in hand: {contact:?}")));
        assert!(hand.left.abs() < NEAR || hand.uncertain, "finished too soon: {hand:?} at {now}");
        if hand.with_customer {
            let group = self.roster.group_of(agent.index());
            let (handling, _) = self.handling(group, contact.kind.index());
            assert!(matches!(handling, Handling::Whole(_)), "no after-contact work: {contact:?}");
            let there = !self.is_deferred(contact.kind.index());
            self.issue(contact).time_on_contact += if there { now - hand.since } else { 0.0 };
            self.put_down = Some((*contact, now));
        }
    }

    /// The customer of an answered contact leaves. The moment is not told: it is when the talk must be over.
    pub(super) fn customer_parts(&mut self, contact: &Contact, journey: &Journey) {
        if let Some((down, now)) = self.put_down.take() {
            return assert!(same(&down, contact) && now == self.now, "{down:?} was put down, {contact:?} ended");
        }
        self.settle();
        let with = |hand: &Hand| same(&hand.contact, contact) && hand.with_customer;
        let agent = self.hands.iter().position(|hands| hands.iter().any(with));
        let agent = agent.unwrap_or_else(|| panic!("ended although nobody talks with them: {contact:?}"));
        let place = self.hands[agent].iter().position(with).unwrap();
        let hand = self.hands[agent][place];
        if !hand.uncertain {
            self.advance(hand.at + hand.left / self.rate(agent, &hand));
        }
        self.progress(agent);
        let group = self.roster.group_of(agent);
        let wrap = match self.handling(group, contact.kind.index()) {
            (Handling::TalkWrap { wrap, .. }, _) => Sampler::new(wrap).draw(&mut contact.key.stream(Purpose::Wrap)),
            (Handling::Whole(_), _) => 0.0,
        };
        let now = self.now;
        let hand = &mut self.hands[agent][place];
        assert!(hand.left.abs() < NEAR || hand.uncertain, "left too soon: {hand:?}");
        (hand.left, hand.with_customer) = (wrap, false);
        let (uncertain, talked) = (hand.uncertain, now - hand.since);
        let talked = if self.is_deferred(contact.kind.index()) { 0.0 } else { talked };
        let issue = self.issue(contact);
        issue.vague = uncertain;
        issue.time_on_contact = if uncertain { journey.time_on_contact } else { issue.time_on_contact + talked };
    }
}
