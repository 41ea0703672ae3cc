//! The event loop: a contact arrives, waits or is handled, and leaves.

use super::Contact;
use super::agents::Agents;
use super::calendar::{Calendar, Event};
use super::call_backs::CallBacks;
use super::chats::Chats;
use super::custom::Routing;
use super::demand::Demand;
use super::ids::{GroupId, JourneyId, Set, TypeId};
use super::journey::Journeys;
use super::model::{Model, TypeModel};
use super::observer::Observer;
use super::people::Workforces;
use super::queues::{Queues, Waiting};
use super::readiness::Draws;
use super::timetable::Cursor;
use crate::sampling::{ArrivalProcess, Key};

/// Simulates one replication and tells `observer` all that happens. Contacts of the horizon are followed to their end.
///
/// The same model, seed and replication tell the same story, whatever else runs beside.
pub fn simulate<O: Observer>(model: &Model, seed: u64, replication: u32, observer: &mut O) {
    let key = Key::new(seed, replication);
    if model.plain {
        Simulation::<O, true, false>::new(model, key, observer).run();
    } else if model.custom.is_empty() {
        Simulation::<O, false, false>::new(model, key, observer).run();
    } else {
        Simulation::<O, false, true>::new(model, key, observer).run();
    }
}

/// Types that begin closed and keep their backlog until they open.
fn shut(model: &Model) -> Set {
    model.types.iter().enumerate().filter(|(_, kind)| kind.keeps && !kind.open).map(|(kind, _)| kind).collect()
}

/// The state of a run. Where nothing happens beyond single contacts, `PLAIN` leaves all questions about it out of the
/// compiled loop; where no part is given in code, not `CUSTOM` leaves out those about parts.
pub(super) struct Simulation<'a, O, const PLAIN: bool, const CUSTOM: bool> {
    pub(super) model: &'a Model,
    pub(super) observer: &'a mut O,
    pub(super) now: f64,
    pub(super) calendar: Calendar,
    pub(super) cursor: Cursor,
    /// Until when the timetable goes on: the horizon, or as long as it takes to work off what is left.
    pub(super) until: f64,
    /// Entries of the timetable since the backlog last became smaller, and how large it was then.
    pub(super) standstill: (usize, u32),
    demand: Vec<Demand<'a>>,
    pub(super) queues: Queues,
    pub(super) agents: Agents,
    pub(super) lines_held: u32,
    pub(super) journeys: Journeys,
    pub(super) call_backs: CallBacks,
    pub(super) chats: Chats,
    /// The share of contacts that each agent handles badly; empty where nobody does.
    pub(super) poor: Vec<f64>,
    /// What settles each agent's readiness; empty where everybody is always ready.
    pub(super) draws: Vec<Draws>,
    /// The people of the groups that have any.
    pub(super) workforces: Workforces<'a>,
    /// Whether each type is open.
    pub(super) open: Vec<bool>,
    /// Types that are closed and whose waiting contacts the last agents serve out.
    pub(super) serve_out: Set,
    /// Types that may be worked on: all but those whose backlog waits for the next opening.
    pub(super) workable: Set,
    pub(super) interval: u16,
    /// The key of the replication.
    pub(super) key: Key,
    /// Whether nothing more can happen.
    pub(super) over: bool,
    /// The rule of routing that was given in code.
    pub(super) rule: Option<Box<dyn Routing>>,
}

impl<'a, O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'a, O, PLAIN, CUSTOM> {
    fn new(model: &'a Model, key: Key, observer: &'a mut O) -> Self {
        let demand = |kind: &'a TypeModel| {
            let process = ArrivalProcess::new(&kind.arrivals, key.named(&kind.name), key);
            Demand::new(process, kind.work.first())
        };
        Self {
            model,
            observer,
            now: 0.0,
            calendar: Calendar::new(model.types.len(), model.agents()),
            cursor: Cursor::new(),
            until: model.horizon,
            standstill: (0, 0),
            demand: model.types.iter().map(demand).collect(),
            queues: Queues::new(model),
            agents: Agents::new(model),
            lines_held: 0,
            journeys: Journeys::default(),
            call_backs: CallBacks::new(model.types.len()),
            chats: Chats::new(model),
            poor: Self::conduct(model, key),
            draws: Draws::of_all(model, key),
            workforces: Workforces::new(model, key),
            open: model.types.iter().map(|kind| kind.open).collect(),
            serve_out: Set::default(),
            workable: Set::ALL.without(shut(model)),
            interval: 0,
            key,
            over: false,
            rule: model.custom.begin_routing(),
        }
    }

    /// Runs it to its end.
    fn run(mut self) {
        self.open();
        // The first two lines only spare the usual events the way through the third.
        loop {
            if let Some((time, kind)) = self.calendar.plain_arrival() {
                self.now = time;
                self.arrival(kind);
            } else if let Some((time, agent)) = self.calendar.plain_handling() {
                self.now = time;
                self.handling_ends(agent);
            } else if let Some((time, event)) = self.calendar.next() {
                self.now = time;
                if !self.happen(event) {
                    return;
                }
            } else if !self.reopens() {
                break;
            }
            if !PLAIN {
                self.offer_room();
            }
            if CUSTOM && self.rule.is_some() {
                self.offer_by_rule();
            }
        }
        self.close();
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
        self.over = true;
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
        self.forget_call_backs();
        self.now = last;
        for group in 0..self.model.groups.len() {
            self.note_logged_in(GroupId(group as u16));
        }
        self.end_of_people();
    }

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
            journey: JourneyId::NONE,
        };
        demand.advance();
        self.calendar.schedule_next_arrival(kind, demand.peek().time);
        if !PLAIN && self.model.journeys {
            return self.begin_issue(contact);
        }
        self.receive(contact);
    }
}
