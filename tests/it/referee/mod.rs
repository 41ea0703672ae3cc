//! Watches a run and holds it against the rules of the contract, knowing nothing of the engine's inside: it keeps its
//! own queues and its own agents, reads the roster from the scenario and draws patience and work from the contacts'
//! keys.

mod agents;
mod queue;

use std::collections::HashSet;

use holdline::engine::{AgentId, Contact, GroupId, Observer};
use holdline::sampling::{Purpose, Sampler};
use holdline::scenario::{Channel, Handling, Scenario};
use holdline::units::DAY;

use crate::roster::Roster;

/// One thing that the engine told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told {
    Arrived(Contact),
    Answered(Contact, AgentId, GroupId, f64),
    Abandoned(Contact, f64),
    Blocked(Contact),
    Closed(Contact, f64),
    Handled(Contact, AgentId, f64),
    Worked(GroupId, f64, f64),
    LoggedIn(GroupId, u32, f64, f64),
}

impl Told {
    /// When it happened.
    fn time(&self) -> f64 {
        match self {
            Self::Arrived(contact) | Self::Blocked(contact) => contact.arrived,
            Self::Answered(.., now) | Self::Abandoned(_, now) | Self::Closed(_, now) | Self::Handled(.., now) => *now,
            Self::Worked(.., to) | Self::LoggedIn(.., to) => *to,
        }
    }
}

/// Writes down all that is told, in order. A run that tells without end is stopped by a panic.
#[derive(Default)]
pub(crate) struct Recorder(pub(crate) Vec<Told>);

impl Recorder {
    fn note(&mut self, told: Told) {
        assert!(self.0.len() < 5_000_000, "this run does not end");
        self.0.push(told);
    }
}

impl Observer for Recorder {
    fn arrived(&mut self, contact: &Contact) {
        self.note(Told::Arrived(*contact));
    }
    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.note(Told::Answered(*contact, agent, group, now));
    }
    fn abandoned(&mut self, contact: &Contact, now: f64) {
        self.note(Told::Abandoned(*contact, now));
    }
    fn blocked(&mut self, contact: &Contact) {
        self.note(Told::Blocked(*contact));
    }
    fn closed(&mut self, contact: &Contact, now: f64) {
        self.note(Told::Closed(*contact, now));
    }
    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        self.note(Told::Handled(*contact, agent, now));
    }
    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.note(Told::Worked(group, from, to));
    }
    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        self.note(Told::LoggedIn(group, agents, from, to));
    }
}

/// A handling under way.
#[derive(Clone, Copy)]
struct InHand {
    contact: Contact,
    since: f64,
    /// The customer, and the line, leave.
    talk_ends: f64,
    ends: f64,
}

/// How the contacts of a type ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Ends {
    pub(crate) offered: u32,
    pub(crate) answered: u32,
    pub(crate) abandoned: u32,
    pub(crate) blocked: u32,
    pub(crate) closed: u32,
}

/// Agent time of a group, s.
#[derive(Clone, Copy, Debug, Default)]
struct Time {
    handling: f64,
    present: f64,
    told_worked: f64,
    told_logged_in: f64,
}

/// The referee and what it has seen so far.
pub(crate) struct Referee<'a> {
    scenario: &'a Scenario,
    roster: Roster<'a>,
    /// Whether people and doors may go on by the timetable beyond the horizon.
    works_on: bool,
    now: f64,
    changes: std::iter::Peekable<std::vec::IntoIter<f64>>,
    /// A contact that has arrived and of whom nothing more was told.
    coming: Option<Contact>,
    waiting: Vec<Vec<Contact>>,
    in_hand: Vec<Option<InHand>>,
    /// Since when each agent has nothing in hand.
    free_since: Vec<f64>,
    /// Which agent finished in the last thing told.
    just_finished: Option<AgentId>,
    /// Set by the first contact turned away because nothing more can happen.
    given_up: bool,
    seen: HashSet<(u16, u64)>,
    ended: Vec<Ends>,
    measured: Vec<Ends>,
    time: Vec<Time>,
}

impl<'a> Referee<'a> {
    pub(crate) fn new(scenario: &'a Scenario) -> Self {
        let roster = Roster::new(scenario);
        let (types, people) = (scenario.contacts.len(), roster.people());
        Self {
            changes: roster.changes().into_iter().peekable(),
            works_on: roster.works_on(),
            scenario,
            now: 0.0,
            coming: None,
            waiting: vec![Vec::new(); types],
            in_hand: vec![None; people],
            free_since: vec![0.0; people],
            just_finished: None,
            given_up: false,
            seen: HashSet::new(),
            ended: vec![Ends::default(); types],
            measured: vec![Ends::default(); types],
            time: vec![Time::default(); scenario.groups.len()],
            roster,
        }
    }

    /// Judges a whole run and says how the contacts of the measured window ended, by type.
    ///
    /// Who leaves while nobody looks is told late, with the true time: the story is put in the order of time first.
    pub(crate) fn judge(mut self, told: &[Told]) -> Vec<Ends> {
        let mut story = told.to_vec();
        story.sort_by(|a, b| a.time().total_cmp(&b.time()));
        for told in &story {
            self.hear(*told);
        }
        let last = told.iter().map(|told| if let Told::LoggedIn(_, _, _, to) = told { *to } else { 0.0 });
        let end = last.fold(self.now.max(self.scenario.horizon.seconds()), f64::max);
        self.advance(end);
        self.whistle();
        self.measured
    }

    fn hear(&mut self, told: Told) {
        let finished = if let Told::Handled(_, agent, _) = told { Some(agent) } else { None };
        match told {
            Told::Arrived(contact) => self.arrived(contact),
            Told::Answered(contact, agent, group, now) => self.answered(contact, agent, group, now),
            Told::Abandoned(contact, now) => self.abandoned(contact, now),
            Told::Blocked(contact) => self.blocked(contact),
            Told::Closed(contact, now) => self.closed(contact, now),
            Told::Handled(contact, agent, now) => self.handled(contact, agent, now),
            Told::Worked(group, from, to) => self.time[group.index()].told_worked += to - from,
            Told::LoggedIn(group, agents, from, to) => {
                let end = if self.works_on { self.scenario.horizon.seconds() } else { f64::INFINITY };
                self.time[group.index()].told_logged_in += f64::from(agents) * (to.min(end) - from.min(end));
            }
        }
        self.just_finished = finished;
    }

    /// The end of a run: nobody waits, nobody works, and the hours add up.
    fn whistle(&self) {
        assert!(self.waiting.iter().all(Vec::is_empty), "somebody was forgotten in the queue: {:?}", self.waiting);
        assert!(self.in_hand.iter().all(Option::is_none), "somebody is still at work");
        for (kind, ends) in self.ended.iter().enumerate() {
            let sum = ends.answered + ends.abandoned + ends.blocked + ends.closed;
            assert_eq!(sum, ends.offered, "type {kind}: every contact ends in one way: {ends:?}");
        }
        for (group, time) in self.time.iter().enumerate() {
            let rounding = crate::tolerance::ROUNDING * (1.0 + time.present);
            let near = |a: f64, b: f64| (a - b).abs() <= rounding;
            assert!(near(time.told_worked, time.handling), "group {group}: work is the sum of handling: {time:?}");
            assert!(near(time.told_logged_in, time.present), "group {group}: logged in is presence: {time:?}");
            let enough = self.works_on || time.told_logged_in >= time.told_worked - rounding;
            assert!(enough, "group {group}: {time:?}");
        }
    }

    /// Whether who is there and what is open may go on by the timetable, beyond the horizon: what is chosen, and who is
    /// present, is then not judged.
    fn is_beyond(&self) -> bool {
        self.works_on && self.now >= self.scenario.horizon.seconds()
    }

    // ------------------------------------------------------------------ what a contact brings

    fn draw(law: &holdline::scenario::Law, contact: &Contact, purpose: Purpose) -> f64 {
        Sampler::new(law).draw(&mut contact.key.stream(purpose))
    }

    /// When the contact leaves of its own accord.
    fn patience_ends(&self, contact: &Contact) -> f64 {
        let law = self.scenario.contacts[contact.kind.index()].patience.as_ref();
        contact.arrived + law.map_or(f64::INFINITY, |law| Self::draw(law, contact, Purpose::Patience))
    }

    fn balks(&self, contact: &Contact) -> bool {
        contact.key.stream(Purpose::Balk).uniform() < self.scenario.contacts[contact.kind.index()].balk
    }

    fn begin(&self, contact: Contact, group: usize, now: f64) -> InHand {
        let own = self.scenario.groups[group].handle.iter().find(|(kind, _)| *kind == contact.kind.index());
        let handling = own.map_or(&self.scenario.contacts[contact.kind.index()].handle, |(_, handling)| handling);
        let (Handling::Whole(law) | Handling::TalkWrap { talk: law, .. }) = handling;
        let talk_ends = now + Self::draw(law, &contact, Purpose::Handle) * self.pace(&contact, now);
        let ends = match handling {
            Handling::Whole(_) => talk_ends,
            Handling::TalkWrap { wrap, .. } => talk_ends + Self::draw(wrap, &contact, Purpose::Wrap),
        };
        InHand { contact, since: now, talk_ends, ends }
    }

    /// The factor on what is begun now, by the clock: one number for each part of the day, or none.
    fn pace(&self, contact: &Contact, now: f64) -> f64 {
        let of_day = &self.scenario.contacts[contact.kind.index()].handle_profile;
        let place = (now % DAY / (DAY / of_day.len() as f64)) as usize;
        of_day.get(place).copied().unwrap_or(1.0)
    }

    fn holds_line(&self, contact: &Contact) -> bool {
        self.scenario.contacts[contact.kind.index()].channel == Channel::Voice
    }

    /// Lines in use: voice contacts who wait or talk.
    fn lines_in_use(&self) -> usize {
        let talking = |hand: &&InHand| hand.talk_ends > self.now && self.holds_line(&hand.contact);
        let waiting = self.waiting.iter().flatten().filter(|contact| self.holds_line(contact)).count();
        waiting + self.in_hand.iter().flatten().filter(talking).count()
    }

    fn note_end(&mut self, contact: &Contact, note: impl Fn(&mut Ends)) {
        note(&mut self.ended[contact.kind.index()]);
        if contact.arrived >= self.scenario.horizon.warm_up.get() {
            note(&mut self.measured[contact.kind.index()]);
        }
    }
}
