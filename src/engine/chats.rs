//! Agents who hold several chats at once.
//!
//! Each chat is work that progresses at a rate which depends on how many its agent holds; what is done stays done when
//! the number changes. An agent has one entry in the calendar: the end of the chat that finishes next.

use super::Contact;
use super::agents::State;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::{Class, Model, TypeModel};
use super::observer::Observer;
use super::simulation::Simulation;
use crate::scenario::ChatTo;

/// The chats of all agents who can hold several.
#[derive(Debug)]
pub(super) struct Chats {
    /// The desk of each agent; empty where nobody holds several chats.
    desks: Vec<Desk>,
    /// By group and load: agents with so many chats who have room for more, the longest in that state first.
    with_room: Vec<Vec<Line>>,
    /// Groups with someone who holds chats and has room for more.
    roomy: Set,
}

/// What an agent has on the desk.
#[derive(Clone, Debug)]
struct Desk {
    chats: Vec<Chat>,
    /// Which of them finishes next.
    next: usize,
    /// Up to when their progress is accounted for, s.
    since: f64,
    /// The load under which the agent stands in a line of those with room.
    listed: Option<usize>,
    before: u32,
    after: u32,
}

/// A chat in an agent's hand.
#[derive(Clone, Copy, Debug)]
struct Chat {
    contact: Contact,
    /// Work left, in seconds at the full rate.
    left: f64,
    /// Whether the customer has gone and after-contact work is being done.
    wrap: bool,
}

/// Agents in a line, linked through their desks.
#[derive(Clone, Copy, Debug)]
struct Line {
    first: u32,
    last: u32,
}

const NONE: u32 = u32::MAX;

impl Chats {
    pub(super) fn new(model: &Model) -> Self {
        let several = model.groups.iter().any(|group| !group.shared.is_empty());
        let desk = Desk { chats: Vec::new(), next: 0, since: 0.0, listed: None, before: NONE, after: NONE };
        let line = Line { first: NONE, last: NONE };
        Self {
            desks: if several { vec![desk; model.agents()] } else { Vec::new() },
            with_room: model.groups.iter().map(|group| vec![line; group.chats as usize]).collect(),
            roomy: Set::default(),
        }
    }

    /// Groups with someone who holds chats and has room for more.
    pub(super) fn roomy(&self) -> Set {
        self.roomy
    }

    /// The agent of a group with chats and room who gets the next one, and how many that agent holds. Those with the
    /// fewest take none while as many urgent contacts wait for somebody to be free.
    fn candidate(&self, group: GroupId, to: ChatTo, urgent: usize) -> Option<(AgentId, usize)> {
        let lines = self.with_room[group.index()].iter().enumerate().skip(1);
        let mut willing = lines.flat_map(|(load, line)| self.along(line).map(move |agent| (agent, load))).skip(urgent);
        match to {
            ChatTo::LeastLoaded => willing.next(),
            ChatTo::MostLoaded => willing.reduce(|best, next| if next.1 > best.1 { next } else { best }),
        }
    }

    /// The agents of a line, in order.
    fn along(&self, line: &Line) -> impl Iterator<Item = AgentId> {
        let named = |agent: u32| (agent != NONE).then_some(agent);
        std::iter::successors(named(line.first), move |agent| named(self.desks[*agent as usize].after)).map(AgentId)
    }

    /// Takes an agent out of the line in which he stands.
    fn unlist(&mut self, group: GroupId, id: AgentId) {
        let desk = &mut self.desks[id.index()];
        let Some(load) = desk.listed.take() else { return };
        let (before, after) = (desk.before, desk.after);
        let line = &mut self.with_room[group.index()][load];
        match before {
            NONE => line.first = after,
            _ => self.desks[before as usize].after = after,
        }
        match after {
            NONE => line.last = before,
            _ => self.desks[after as usize].before = before,
        }
        let any = self.with_room[group.index()].iter().any(|line| line.first != NONE);
        self.roomy.put(group.index(), any);
    }

    /// Puts an agent at the end of the line of those with as many chats, if there is room for more.
    fn list(&mut self, group: GroupId, id: AgentId) {
        let load = self.desks[id.index()].chats.len();
        if load == 0 || load >= self.with_room[group.index()].len() {
            return;
        }
        let line = &mut self.with_room[group.index()][load];
        let last = std::mem::replace(&mut line.last, id.0);
        match last {
            NONE => line.first = id.0,
            _ => self.desks[last as usize].after = id.0,
        }
        let desk = &mut self.desks[id.index()];
        (desk.listed, desk.before, desk.after) = (Some(load), last, NONE);
        self.roomy.insert(group.index());
    }

    /// Accounts for the progress of an agent's chats up to now.
    fn progress(&mut self, id: AgentId, now: f64, types: &[TypeModel]) {
        let desk = &mut self.desks[id.index()];
        let (elapsed, load) = (now - desk.since, desk.chats.len());
        for chat in &mut desk.chats {
            chat.left -= elapsed * rate(&types[chat.contact.kind.index()], load);
        }
        desk.since = now;
    }

    /// When an agent finishes the next chat.
    fn next_end(&mut self, id: AgentId, types: &[TypeModel]) -> f64 {
        let desk = &mut self.desks[id.index()];
        let load = desk.chats.len();
        let mut soonest = f64::INFINITY;
        for (place, chat) in desk.chats.iter().enumerate() {
            let left = chat.left.max(0.0) / rate(&types[chat.contact.kind.index()], load);
            if left < soonest {
                (soonest, desk.next) = (left, place);
            }
        }
        desk.since + soonest
    }
}

/// How fast the work of a chat progresses for an agent who holds so many.
fn rate(kind: &TypeModel, load: usize) -> f64 {
    let place = load.min(kind.chat_rates.len()).saturating_sub(1);
    kind.chat_rates.get(place).copied().unwrap_or(1.0)
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The group for an arriving chat: of the first tier with someone who can take it, the one whose next agent holds
    /// the fewest chats, and of those the first in file order.
    pub(super) fn group_for_chat(&self, contact: TypeId) -> Option<GroupId> {
        let kind = &self.model.types[contact.index()];
        let load = |group: usize| self.load_of_next(GroupId(group as u16), contact).map(|load| (load, group));
        let best = kind.tiers.iter().find_map(|tier| tier.filter_map(load).min());
        best.map(|(_, group)| GroupId(group as u16))
    }

    /// How many chats the agent of the group holds who would get an arriving one.
    fn load_of_next(&self, group: GroupId, kind: TypeId) -> Option<usize> {
        let to = self.model.groups[group.index()].chat_to;
        let idle = self.agents.idle(group) > 0;
        match (self.agent_with_room(group, kind), to) {
            (Some((_, load)), ChatTo::MostLoaded) => Some(load),
            (Some((_, load)), ChatTo::LeastLoaded) if !idle => Some(load),
            _ => idle.then_some(0),
        }
    }

    /// The agent of the group with chats who may take one more of a type; none while the group is shrinking.
    fn agent_with_room(&self, group: GroupId, chat: TypeId) -> Option<(AgentId, usize)> {
        if !self.chats.roomy.contains(group.index()) || self.agents.is_shrinking(group) {
            return None;
        }
        let to = self.model.groups[group.index()].chat_to;
        self.chats.candidate(group, to, self.more_urgent(group, chat))
    }

    /// How many contacts wait that agents of the group take one at a time, and that are more urgent than a chat of this
    /// type: for each of them an agent has to become free. Those of the same urgency wait until one is, as taking no
    /// chats for them would idle hands that only chats can use.
    fn more_urgent(&self, group: GroupId, chat: TypeId) -> usize {
        let model = &self.model.groups[group.index()];
        let single = self.queues.waiting.and(self.workable).without(model.shared).without(model.deferred);
        let due = |kind: &usize| self.queues.first(*kind).is_some_and(|first| first + model.after[*kind] <= self.now);
        let before = model.classes.iter().take_while(|class| !class.types.contains(chat.index()));
        let types = before.flat_map(|class| class.types.and(single)).filter(due);
        types.map(|kind| self.queues.length(TypeId(kind as u16)) as usize).sum()
    }

    /// The type of the chat that agents of the group would take next.
    fn first_chat(&self, group: GroupId) -> Option<TypeId> {
        let model = &self.model.groups[group.index()];
        let chats = self.queues.waiting.and(self.workable).and(model.shared);
        let ready = |joined: &f64, kind: usize| self.now >= joined + model.after[kind];
        let joined = |kind: usize| {
            let first = self.queues.first(kind).filter(|at| ready(at, kind));
            first.map(|first| (first - model.head_start[kind], kind))
        };
        let first = |class: &Class| class.types.and(chats).filter_map(joined).min_by(|a, b| a.0.total_cmp(&b.0));
        model.classes.iter().find_map(first).map(|(_, kind)| TypeId(kind as u16))
    }

    /// The next waiting chat for agents of the group who hold chats and have room for more.
    #[inline(never)]
    pub(super) fn next_chat_for_room(&mut self, group: GroupId) -> Option<Contact> {
        let chat = self.first_chat(group)?;
        self.agent_with_room(group, chat)?;
        self.next_waiting(group, self.model.groups[group.index()].shared.and(self.workable))
    }

    /// Agents who hold chats and have room take those that wait: whatever kept them from it may be gone.
    #[inline(always)]
    pub(super) fn offer_room(&mut self) {
        for group in self.chats.roomy {
            self.fill(GroupId(group as u16));
        }
    }

    /// Agents of the group who hold chats take those that wait, as long as there is room.
    fn fill(&mut self, group: GroupId) {
        while let Some(chat) = self.next_chat_for_room(group) {
            self.start_chat(group, chat);
        }
    }

    /// An agent of the group, idle or with room, takes a chat.
    #[inline(never)]
    pub(super) fn start_chat(&mut self, group: GroupId, contact: Contact) {
        let to = self.model.groups[group.index()].chat_to;
        let room = self.agent_with_room(group, contact.kind);
        let idle = self.agents.idle(group) > 0;
        let id = match room {
            Some((id, _)) if !idle || to == ChatTo::MostLoaded => id,
            _ => self.agents.employ(group, self.now),
        };
        self.take_chat(id, group, contact);
    }

    /// An agent who has finished what was in hand takes a chat, and others that wait; false for an agent who takes
    /// one at a time.
    #[inline(never)]
    pub(super) fn go_on_with_chat(&mut self, id: AgentId, contact: Contact) -> bool {
        let group = self.agents.group_of(id);
        let several = self.model.groups[group.index()].chats > 1;
        if several {
            self.take_chat(id, group, contact);
            self.fill_desk(id, group);
        }
        several
    }

    pub(super) fn take_chat(&mut self, id: AgentId, group: GroupId, contact: Contact) {
        self.chats.progress(id, self.now, &self.model.types);
        let left = self.take_in_hand(id, contact);
        self.agents.agent(id).state = State::Chats;
        self.chats.desks[id.index()].chats.push(Chat { contact, left, wrap: false });
        self.settle(id, group);
    }

    /// After a change on an agent's desk: the line in which he stands, the end of the chat that finishes next.
    fn settle(&mut self, id: AgentId, group: GroupId) {
        self.sort(id, group);
        let end = self.chats.next_end(id, &self.model.types);
        self.calendar.schedule_handling(id, end);
    }

    /// Puts an agent into the line in which he belongs, after a change of the roster.
    pub(super) fn sort_by_load(&mut self, id: AgentId) {
        if self.agents.state(id) == State::Chats {
            self.sort(id, self.agents.group_of(id));
        }
    }

    fn sort(&mut self, id: AgentId, group: GroupId) {
        self.chats.unlist(group, id);
        if !self.agents.agent(id).late {
            self.chats.list(group, id);
        }
    }

    /// An agent's next chat is finished, or its talk.
    #[inline(never)]
    pub(super) fn chat_progresses(&mut self, id: AgentId, group: GroupId) {
        self.chats.progress(id, self.now, &self.model.types);
        let desk = &mut self.chats.desks[id.index()];
        let place = desk.next;
        let chat = desk.chats[place];
        let follow_up = has_customer(&chat).then(|| self.customer_leaves(&chat.contact, Some((id, group))));
        let wrap = if chat.wrap { None } else { self.wrap_of(id, group, &chat.contact) };
        let desk = &mut self.chats.desks[id.index()];
        if let Some(left) = wrap {
            desk.chats[place] = Chat { left, wrap: true, ..chat };
            self.settle(id, group);
        } else {
            desk.chats.remove(place);
            self.observer.handled(&chat.contact, id, self.now);
            self.after_chat(id, group);
        }
        if let Some(follow_up) = follow_up {
            self.follow_up(chat.contact, follow_up);
        }
    }

    /// An agent has one chat less.
    fn after_chat(&mut self, id: AgentId, group: GroupId) {
        if self.chats.desks[id.index()].chats.is_empty() {
            self.chats.unlist(group, id);
            return self.next_task(id, group);
        }
        self.settle(id, group);
        self.fill_desk(id, group);
    }

    /// There is room on an agent's desk: for the group's next chats, or what the last to leave serve out.
    fn fill_desk(&mut self, id: AgentId, group: GroupId) {
        if !self.agents.must_leave(id, group) {
            return self.fill(group);
        }
        let model = &self.model.groups[group.index()];
        while self.chats.desks[id.index()].chats.len() < model.chats as usize {
            let left = self.left_to_the_last().and(model.shared);
            let Some(contact) = self.next_waiting(group, left) else { break };
            self.take_chat(id, group, contact);
        }
    }
}

/// Whether a chat's customer is still there and is followed.
fn has_customer(chat: &Chat) -> bool {
    !chat.wrap && chat.contact.journey.is_some()
}
