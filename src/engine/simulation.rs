//! The event loop: a contact arrives, waits or is handled, and leaves.

use super::agents::{Agents, State};
use super::calendar::{Calendar, Due, Event, What};
use super::demand::Demand;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::{Model, TypeModel, Work};
use super::observer::Observer;
use super::queues::{Queues, Waiting};
use super::timetable::Cursor;
use super::{Contact, routing};
use crate::sampling::{ArrivalProcess, Key, Purpose};

/// Simulates one replication and tells `observer` all that happens. Contacts of the horizon are followed to their end.
///
/// The same model, seed and replication tell the same story, whatever else runs beside.
pub fn simulate<O: Observer>(model: &Model, seed: u64, replication: u32, observer: &mut O) {
    let mut simulation = Simulation::new(model, Key::new(seed, replication), observer);
    simulation.open();
    // The first two lines only spare the usual events the way through the third.
    loop {
        if let Some((time, kind)) = simulation.calendar.plain_arrival() {
            simulation.now = time;
            simulation.arrival(kind);
        } else if let Some((time, agent)) = simulation.calendar.plain_handling() {
            simulation.now = time;
            simulation.handling_ends(agent);
        } else if let Some((time, event)) = simulation.calendar.next() {
            simulation.now = time;
            if !simulation.happen(event) {
                return;
            }
        } else {
            break;
        }
    }
    simulation.close();
}

/// How long a handling takes by a group's own law; apart, so that the usual path stays small.
#[inline(never)]
fn draw_apart(work: &Work, contact: &Contact) -> f64 {
    work.first().draw(&mut contact.key.stream(Purpose::Handle))
}

/// The state of a run.
pub(super) struct Simulation<'a, O> {
    pub(super) model: &'a Model,
    pub(super) observer: &'a mut O,
    pub(super) now: f64,
    pub(super) calendar: Calendar,
    pub(super) cursor: Cursor,
    demand: Vec<Demand<'a>>,
    queues: Queues,
    pub(super) agents: Agents,
    lines_held: u32,
    /// Whether each type is open.
    pub(super) open: Vec<bool>,
    /// Types that are closed and whose waiting contacts the last agents serve out.
    pub(super) serve_out: Set,
    pub(super) interval: u16,
    pub(super) day: u16,
}

impl<'a, O: Observer> Simulation<'a, O> {
    fn new(model: &'a Model, key: Key, observer: &'a mut O) -> Self {
        let demand = |kind: &'a TypeModel| {
            let process = ArrivalProcess::new(&kind.arrivals, key.named(&kind.name));
            Demand::new(process, kind.work.first())
        };
        Self {
            model,
            observer,
            now: 0.0,
            calendar: Calendar::new(model.types.len(), model.agents()),
            cursor: Cursor::new(),
            demand: model.types.iter().map(demand).collect(),
            queues: Queues::new(model),
            agents: Agents::new(model),
            lines_held: 0,
            open: model.types.iter().map(|kind| kind.open).collect(),
            serve_out: Set::default(),
            interval: 0,
            day: 0,
        }
    }

    /// Whatever happens; false when the observer wants to end.
    #[inline(never)]
    fn happen(&mut self, event: Event) -> bool {
        match event {
            Event::Arrival(kind) => self.arrival(kind),
            Event::Handling(agent) => self.handling_ends(agent),
            Event::Due(due) => self.due(due),
            Event::Timetable => return self.timetable(),
        }
        true
    }

    /// The first staffing, the first arrivals, the first entry of the timetable.
    #[inline(never)]
    fn open(&mut self) {
        for &action in &self.model.timetable.initial {
            self.act(action);
        }
        for (kind, demand) in self.demand.iter().enumerate() {
            self.calendar.schedule_arrival(TypeId(kind as u16), demand.peek().time);
        }
        self.await_timetable();
    }

    /// Nothing more can happen: who still waits, waits for agents who never come, loses patience, or is turned away
    /// where patience has no end.
    #[inline(never)]
    fn close(&mut self) {
        self.now = self.now.max(self.model.horizon);
        let mut last = self.now;
        for kind in self.queues.waiting {
            let notice = |left: Waiting| {
                last = last.max(left.deadline);
                self.observer.abandoned(&left.contact, left.deadline);
            };
            self.queues.empty(kind, notice);
            self.turn_away(kind);
        }
        self.now = last;
        for group in 0..self.model.groups.len() {
            self.note_logged_in(GroupId(group as u16));
        }
    }

    // ------------------------------------------------------------------ contacts

    #[inline(always)]
    fn arrival(&mut self, kind: TypeId) {
        let demand = &mut self.demand[kind.index()];
        let coming = demand.peek();
        let contact = Contact {
            arrived: self.now,
            key: coming.key,
            handling: coming.handling,
            kind,
            interval: self.interval,
            day: self.day,
            measured: self.now >= self.model.warm_up,
        };
        demand.advance();
        self.calendar.schedule_next_arrival(kind, demand.peek().time);
        self.receive(contact);
    }

    /// A contact reaches the centre and meets, in this order: the door, the lines, an idle agent, its own mind, the
    /// limit of the queue, the queue.
    #[inline(always)]
    fn receive(&mut self, contact: Contact) {
        let kind = &self.model.types[contact.kind.index()];
        self.observer.arrived(&contact);
        if !self.open[contact.kind.index()] {
            return self.observer.closed(&contact, self.now);
        }
        if kind.holds_line && self.lines_held >= self.model.lines {
            return self.observer.blocked(&contact);
        }
        if let Some(group) = routing::group_for(kind, self.agents.idle_groups) {
            self.lines_held += u32::from(kind.holds_line);
            return self.start(group, contact);
        }
        if kind.balk > 0.0 && contact.key.stream(Purpose::Balk).uniform() < kind.balk {
            return self.observer.abandoned(&contact, self.now);
        }
        if kind.watched && self.queues.length(contact.kind) >= kind.queue_limit {
            return self.observer.blocked(&contact);
        }
        self.lines_held += u32::from(kind.holds_line);
        self.queue(contact);
    }

    #[inline(always)]
    fn queue(&mut self, contact: Contact) {
        let kind = &self.model.types[contact.kind.index()];
        let deadline = match &kind.patience {
            Some(law) => self.now + law.draw(&mut contact.key.stream(Purpose::Patience)),
            None => f64::INFINITY,
        };
        self.queues.join(contact, deadline);
        if kind.numbered {
            return self.note_due(contact.kind, deadline);
        }
        self.queues.sweep(contact.kind, self.now, |left| self.observer.abandoned(&left.contact, left.deadline));
    }

    /// Schedules what is due for the contact that has just joined.
    #[inline(never)]
    fn note_due(&mut self, kind: TypeId, deadline: f64) {
        let number = self.queues.number_of_last(kind);
        let model = &self.model.types[kind.index()];
        if model.watched && deadline.is_finite() {
            self.calendar.schedule_due(Due { kind, number, what: What::Patience }, deadline);
        }
        if let Some((after, _)) = model.overflow.first() {
            self.calendar.schedule_due(Due { kind, number, what: What::Overflow(0) }, self.now + after);
        }
    }

    /// The next waiting contact that an agent of the group may take.
    #[inline(always)]
    fn next_waiting(&mut self, group: GroupId, allowed: Set) -> Option<Contact> {
        let group = &self.model.groups[group.index()];
        let notice = |left: Waiting| self.observer.abandoned(&left.contact, left.deadline);
        routing::next_contact(group, &mut self.queues, allowed, self.now, notice)
    }

    /// Turns away all of a type who still wait.
    #[inline(never)]
    pub(super) fn turn_away(&mut self, kind: usize) {
        while let Some(contact) = self.first_waiting(kind) {
            self.release_line(contact.kind);
            self.observer.closed(&contact, self.now);
        }
    }

    /// Takes the first of a type who still waits out of the queue.
    fn first_waiting(&mut self, kind: usize) -> Option<Contact> {
        let notice = |left: Waiting| self.observer.abandoned(&left.contact, left.deadline);
        self.queues.pop(kind, self.now, notice)
    }

    fn due(&mut self, due: Due) {
        match due.what {
            What::Patience => self.patience_ends(due),
            What::Overflow(step) => self.overflow(due, step as usize),
        }
    }

    fn patience_ends(&mut self, due: Due) {
        if let Some(contact) = self.queues.take_out(due.kind, due.number) {
            self.release_line(contact.kind);
            self.observer.abandoned(&contact, self.now);
        }
    }

    /// A contact has waited long enough for some groups.
    fn overflow(&mut self, due: Due, step: usize) {
        let Some(arrived) = self.queues.find(due.kind, due.number, self.now).map(|w| w.contact.arrived) else { return };
        let steps = &self.model.types[due.kind.index()].overflow;
        for group in steps[step].1.and(self.agents.idle_groups) {
            self.offer_work(GroupId(group as u16));
        }
        if let Some((after, _)) = steps.get(step + 1) {
            self.calendar.schedule_due(Due { what: What::Overflow(step as u32 + 1), ..due }, arrived + after);
        }
    }

    #[inline(always)]
    fn release_line(&mut self, kind: TypeId) {
        self.lines_held -= u32::from(self.model.types[kind.index()].holds_line);
    }

    // ------------------------------------------------------------------ agents

    /// The longest idle agent of a group starts to handle a contact.
    #[inline(always)]
    fn start(&mut self, group: GroupId, contact: Contact) {
        let id = self.agents.employ(group, self.now);
        let duration = self.take_in_hand(id, contact);
        self.calendar.schedule_handling(id, self.now + duration);
    }

    /// An agent who has just finished starts on the next contact.
    #[inline(always)]
    fn go_on(&mut self, id: AgentId, contact: Contact) {
        let duration = self.take_in_hand(id, contact);
        self.calendar.schedule_next_handling(id, self.now + duration);
    }

    /// Puts a contact into a busy agent's hand and says how long the handling (or the talk) takes.
    #[inline(always)]
    fn take_in_hand(&mut self, id: AgentId, contact: Contact) -> f64 {
        let agent = self.agents.agent(id);
        agent.contact = contact;
        let group = agent.group;
        self.observer.answered(&contact, id, group, self.now);
        let own = self.model.own_work(group, contact.kind);
        let work = own.unwrap_or(&self.model.types[contact.kind.index()].work);
        let agent = self.agents.agent(id);
        agent.state = if matches!(work, Work::Whole(_)) { State::Whole } else { State::Talk };
        match own {
            Some(work) => draw_apart(work, &contact),
            None => contact.handling,
        }
    }

    #[inline(always)]
    fn handling_ends(&mut self, id: AgentId) {
        let agent = self.agents.agent(id);
        let (state, group, contact) = (agent.state, agent.group, agent.contact);
        if self.lines_held > 0 && state != State::Wrap {
            self.release_line(contact.kind);
        }
        if state == State::Talk {
            return self.wrap_up(id, group, contact);
        }
        self.observer.handled(&contact, id, self.now);
        self.next_task(id, group);
    }

    /// The customer has left, after-contact work begins.
    #[inline(never)]
    fn wrap_up(&mut self, id: AgentId, group: GroupId, contact: Contact) {
        self.agents.agent(id).state = State::Wrap;
        let own = self.model.own_work(group, contact.kind);
        if let Work::TalkWrap(_, wrap) = own.unwrap_or(&self.model.types[contact.kind.index()].work) {
            let duration = wrap.draw(&mut contact.key.stream(Purpose::Wrap));
            self.calendar.schedule_next_handling(id, self.now + duration);
        }
    }

    /// An agent has nothing in hand: the next contact, a pause, or home.
    #[inline(always)]
    fn next_task(&mut self, id: AgentId, group: GroupId) {
        if self.agents.must_leave(id, group) {
            return self.last_task(id, group);
        }
        if let Some(contact) = self.next_waiting(group, Set::ALL) {
            return self.go_on(id, contact);
        }
        self.rest(id, group);
        self.agents.become_idle(id);
    }

    /// An agent whose time is over serves out a closed type, or goes home.
    #[inline(never)]
    fn last_task(&mut self, id: AgentId, group: GroupId) {
        if let Some(contact) = self.next_waiting(group, self.left_to_the_last()) {
            return self.go_on(id, contact);
        }
        self.rest(id, group);
        self.note_logged_in(group);
        self.agents.go_late(id);
    }

    /// An agent stops working for now.
    #[inline(always)]
    fn rest(&mut self, id: AgentId, group: GroupId) {
        self.calendar.clear_handling(id);
        let since = self.agents.agent(id).busy_since;
        self.observer.worked(group, since, self.now);
    }

    /// Idle agents of the group take what waits and what they may take.
    #[inline(never)]
    pub(super) fn offer_work(&mut self, group: GroupId) {
        while self.agents.group(group).idle > 0
            && let Some(contact) = self.next_waiting(group, Set::ALL)
        {
            self.start(group, contact);
        }
    }
}
