//! Watches a run as it is told and holds it against the contract. Knows nothing of the engine's inside: it keeps its
//! own queues, desks and issues, and draws what customers decide from the contacts' keys.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use holdline::engine::{AgentId, Contact, Ending, GroupId, Journey, Observer, Origin, Outcome};
use holdline::sampling::Purpose;
use holdline::scenario::Scenario;

use super::issue::Issue;
use super::work::Hand;
use crate::roster::Roster;

/// Rounding of sums of progress and of times, s.
pub(super) const NEAR: f64 = 1e-6;

/// What happened, to see that the centres are lively, and to hold the tally against it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    /// By type: fresh, redial, repeat, transfer; contacts of the measured window.
    pub(crate) origins: Vec<[u32; 4]>,
    /// By type: answered, abandoned, blocked, closed, called back; contacts of the measured window. Self-service
    /// counts as answered.
    pub(crate) ends: Vec<[u32; 5]>,
    /// Resolved, given up, escalated, open; all issues.
    pub(crate) outcomes: [u32; 4],
    /// How often each rare thing happened.
    pub(crate) rare: BTreeMap<&'static str, u32>,
}

impl Seen {
    pub(super) fn rare(&mut self, what: &'static str) {
        *self.rare.entry(what).or_default() += 1;
    }
}

/// A contact in the queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub(super) contact: Contact,
    /// The customer hung up and keeps the place.
    pub(super) hung_up: bool,
}

/// Agent time of a group, s.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Time {
    pub(super) busy: f64,
    pub(super) present: f64,
    told_worked: f64,
    told_logged_in: f64,
}

pub(crate) struct Watch<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) roster: Roster<'a>,
    pub(super) horizon: f64,
    /// Whether people and doors may go on by the timetable beyond the horizon.
    works_on: bool,
    pub(super) now: f64,
    pub(super) changes: std::iter::Peekable<std::vec::IntoIter<f64>>,
    /// Who is about to arrive, and is not fresh.
    pub(super) announced: Option<(Contact, Origin)>,
    /// Who has arrived and of whom nothing more was told.
    pub(super) coming: Option<Contact>,
    pub(super) waiting: Vec<VecDeque<Waiting>>,
    /// How many of them hung up and keep their place.
    pub(super) at_home: Vec<usize>,
    /// Customers who left the queue and are to be called, in the order in which they joined.
    pub(super) to_call: Vec<Contact>,
    pub(super) hands: Vec<Vec<Hand>>,
    pub(super) just_finished: Option<AgentId>,
    /// The contact that was put down, with its customer, in the last thing told, and when.
    pub(super) put_down: Option<(Contact, f64)>,
    pub(super) time: Vec<Time>,
    /// Issues under way, by the number that their contacts bear.
    pub(super) issues: BTreeMap<u32, Issue>,
    keys: BTreeSet<u64>,
    pub(crate) seen: Seen,
}

impl<'a> Watch<'a> {
    pub(crate) fn new(scenario: &'a Scenario) -> Self {
        let roster = Roster::new(scenario);
        let types = scenario.contacts.len();
        Self {
            changes: roster.changes().into_iter().peekable(),
            horizon: scenario.horizon.seconds(),
            works_on: roster.works_on(),
            now: 0.0,
            announced: None,
            coming: None,
            waiting: vec![VecDeque::new(); types],
            at_home: vec![0; types],
            to_call: Vec::new(),
            hands: vec![Vec::new(); roster.people()],
            just_finished: None,
            put_down: None,
            time: vec![Time::default(); scenario.groups.len()],
            issues: BTreeMap::new(),
            keys: BTreeSet::new(),
            seen: Seen { origins: vec![[0; 4]; types], ends: vec![[0; 5]; types], ..Seen::default() },
            scenario,
            roster,
        }
    }

    /// The end of a run: nobody waits, nobody works, no issue is left, and the hours add up.
    pub(crate) fn whistle(mut self) -> Seen {
        self.settle();
        self.advance(self.now.max(self.horizon));
        assert!(self.announced.is_none(), "announced and never came: {:?}", self.announced);
        assert!(self.waiting.iter().all(VecDeque::is_empty), "somebody was forgotten in the queue: {:?}", self.waiting);
        assert!(self.hands.iter().all(Vec::is_empty), "somebody is still at work");
        assert!(self.issues.is_empty(), "issues without an end: {:?}", self.issues);
        assert!(self.to_call.is_empty(), "neither called nor given up: {:?}", self.to_call);
        for (group, time) in self.time.iter().enumerate() {
            let near = |a: f64, b: f64| (a - b).abs() <= NEAR * (1.0 + time.present);
            assert!(near(time.told_worked, time.busy), "group {group}: work is time with something in hand: {time:?}");
            assert!(near(time.told_logged_in, time.present), "group {group}: logged in is presence: {time:?}");
        }
        self.seen
    }

    /// What is told next is about this contact, at `now`; says whether it has just arrived.
    pub(super) fn hear(&mut self, contact: &Contact, now: f64) -> bool {
        let at_once = self.coming.is_some_and(|coming| same(&coming, contact)) && now == contact.arrived;
        if at_once {
            self.coming = None;
        } else {
            self.settle();
        }
        assert!(self.announced.is_none(), "announced, but something else came: {:?}", self.announced);
        self.advance(now);
        at_once
    }

    /// Whether who is there and what is open may go on by the timetable, beyond the horizon: what is chosen, and who is
    /// present, is then not judged.
    pub(super) fn is_beyond(&self) -> bool {
        self.works_on && self.now >= self.horizon
    }

    pub(super) fn is_measured(&self, contact: &Contact) -> bool {
        contact.arrived >= self.scenario.horizon.warm_up.get() && contact.arrived < self.horizon
    }

    pub(super) fn note_end(&mut self, contact: &Contact, place: usize) {
        if self.is_measured(contact) {
            self.seen.ends[contact.kind.index()][place] += 1;
        }
    }

    /// Every contact has numbers of its own.
    fn has_its_own_numbers(&mut self, contact: &Contact) {
        let mut stream = contact.key.stream(Purpose::Handle);
        assert!(self.keys.insert(stream.bits()), "numbers used twice: {contact:?}");
        assert!(self.keys.len() < 1_000_000, "this run does not end");
        let own = self.type_law(contact.kind.index()).draw(&mut contact.key.stream(Purpose::Handle));
        let called = self.scenario.contacts[contact.kind.index()].customers.callback.is_some();
        assert!(own.to_bits() == contact.handling.to_bits() || called, "not the type's own law: {contact:?}");
    }
}

/// Whether both are the same contact.
pub(super) fn same(a: &Contact, b: &Contact) -> bool {
    a.kind == b.kind && a.arrived.to_bits() == b.arrived.to_bits() && a.key == b.key
}

impl Observer for Watch<'_> {
    fn came_again(&mut self, contact: &Contact, origin: Origin) {
        self.settle();
        assert!(self.announced.is_none() && origin != Origin::Fresh, "{contact:?} {origin:?}");
        self.announced = Some((*contact, origin));
    }

    fn arrived(&mut self, contact: &Contact) {
        self.settle();
        self.advance(contact.arrived);
        self.just_finished = None;
        let origin = match self.announced.take() {
            Some((announced, origin)) if same(&announced, contact) => origin,
            None => Origin::Fresh,
            Some(other) => panic!("announced {other:?}, came {contact:?}"),
        };
        assert!(contact.arrived < self.horizon || origin == Origin::Transfer, "after the horizon: {contact:?}");
        self.has_its_own_numbers(contact);
        if self.is_measured(contact) {
            self.seen.origins[contact.kind.index()][origin as usize] += 1;
        }
        self.issue_goes_on(contact, origin);
        self.coming = Some(*contact);
    }

    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        let at_once = self.hear(contact, now);
        self.is_taken(contact, agent, group.index(), now, at_once);
        self.note_end(contact, 0);
    }

    fn called_back(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        let at_once = self.hear(contact, now);
        assert!(!at_once, "called before accepting: {contact:?}");
        self.is_called(contact, agent, group.index(), now);
    }

    fn accepted_call_back(&mut self, contact: &Contact) {
        assert!(self.hear(contact, contact.arrived), "accepts a call-back while waiting: {contact:?}");
        self.leaves_for_call_back(contact);
        self.note_end(contact, 4);
    }

    fn abandoned(&mut self, contact: &Contact, now: f64) {
        let at_once = self.hear(contact, now);
        self.gives_up_waiting(contact, now, at_once);
        self.note_end(contact, 1);
    }

    fn blocked(&mut self, contact: &Contact) {
        assert!(self.hear(contact, contact.arrived), "blocked after it came in: {contact:?}");
        self.is_blocked(contact);
        self.note_end(contact, 2);
    }

    fn closed(&mut self, contact: &Contact, now: f64) {
        let at_once = self.hear(contact, now);
        self.is_turned_away(contact, now, at_once);
        self.note_end(contact, 3);
    }

    fn self_served(&mut self, contact: &Contact) {
        assert!(self.hear(contact, contact.arrived), "self-service after waiting: {contact:?}");
        let kind = contact.kind.index();
        assert!(self.scenario.contacts[kind].channel.serves_itself() && self.is_open(kind));
        self.note_end(contact, 0);
        self.seen.rare("self-service");
    }

    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        self.hear(contact, now);
        self.puts_down(contact, agent, now);
        self.just_finished = Some(agent);
    }

    fn contact_ended(&mut self, contact: &Contact, journey: &Journey, ending: Ending) {
        self.contact_is_over(contact, journey, ending);
    }

    fn issue_ended(&mut self, journey: &Journey, outcome: Outcome, now: f64) {
        self.settle();
        assert!(self.announced.is_none());
        self.advance(now);
        self.issue_is_over(journey, outcome);
    }

    fn evaluated(&mut self, group: GroupId, _now: f64) {
        assert!(self.scenario.groups[group.index()].quality.is_some(), "nobody evaluates in {group:?}");
        self.seen.rare("evaluated");
    }

    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.time[group.index()].told_worked += to - from;
    }

    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        let judged = |time: f64| if self.works_on { time.min(self.horizon) } else { time };
        self.time[group.index()].told_logged_in += f64::from(agents) * (judged(to) - judged(from));
        if to >= self.horizon {
            self.settle();
            self.advance(to);
        }
    }
}
