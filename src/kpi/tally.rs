//! What a replication leaves behind: counts and sums, folded as contacts leave.

use super::distribution::Recording;
use super::journeys::JourneyTally;
use super::layout::Layout;
use crate::engine::{AgentId, Contact, Ending, GroupId, Journey, Observer, Origin, Outcome};
use crate::workforce::Week;

/// Counts of contacts that arrived in the same cell (type and interval, or type and day).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Answered without a wait.
    pub at_once: u32,
    /// Answered after a wait.
    pub after_wait: u32,
    /// Left at once (balked, or without any patience).
    pub left_at_once: u32,
    /// Left after a wait.
    pub left_after_wait: u32,
    /// Answered after a wait within the threshold.
    pub after_wait_in_time: u32,
    /// Left after a wait within the threshold.
    pub left_in_time: u32,
    /// Found all lines busy or the queue full.
    pub blocked: u32,
    /// Turned away by closing.
    pub closed: u32,
    /// Those of them who had been let in and were waiting.
    pub closed_waiting: u32,
    /// Accepted a call-back, or were promised one that was kept.
    pub called_back: u32,
    /// Calls made of them.
    pub calls_made: u32,
    /// Sum of waits of the answered, s.
    pub wait_answered: f64,
    /// Sum of waits of the abandoned, s.
    pub wait_abandoned: f64,
    /// Sum of waits of those turned away, s.
    pub wait_closed: f64,
    /// Sum of waits for the calls made, s.
    pub wait_called_back: f64,
}

impl Counts {
    /// Handled.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.at_once + self.after_wait
    }

    /// Left while waiting, or balked.
    #[must_use]
    pub fn abandoned(&self) -> u32 {
        self.left_at_once + self.left_after_wait
    }

    /// All that reached the centre: every contact ends in just one of these ways.
    #[must_use]
    pub fn offered(&self) -> u32 {
        self.answered() + self.abandoned() + self.blocked + self.closed + self.called_back
    }

    /// Answered within the threshold.
    #[must_use]
    pub fn answered_in_time(&self) -> u32 {
        self.at_once + self.after_wait_in_time
    }

    /// Abandoned within the threshold.
    #[must_use]
    pub fn abandoned_in_time(&self) -> u32 {
        self.left_at_once + self.left_in_time
    }

    /// Adds another cell's counts.
    pub fn add(&mut self, other: &Self) {
        self.at_once += other.at_once;
        self.after_wait += other.after_wait;
        self.left_at_once += other.left_at_once;
        self.left_after_wait += other.left_after_wait;
        self.after_wait_in_time += other.after_wait_in_time;
        self.left_in_time += other.left_in_time;
        self.blocked += other.blocked;
        self.closed += other.closed;
        self.closed_waiting += other.closed_waiting;
        self.called_back += other.called_back;
        self.calls_made += other.calls_made;
        self.wait_answered += other.wait_answered;
        self.wait_abandoned += other.wait_abandoned;
        self.wait_closed += other.wait_closed;
        self.wait_called_back += other.wait_called_back;
    }
}

/// Contacts by what brought them; the rest of those offered are fresh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Another try after an abandonment, a busy signal or a closed door.
    pub redial: u32,
    /// The issue was not resolved.
    pub repeat: u32,
    /// Passed on from another type.
    pub transfer: u32,
}

/// Agent time of a group in a cell, s.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AgentTime {
    /// Handling.
    pub busy: f64,
    /// Logged in.
    pub logged_in: f64,
}

/// What one replication leaves behind.
#[derive(Clone, Debug)]
pub struct Tally<'a> {
    layout: &'a Layout,
    /// By type and interval: `[type * intervals + interval]`.
    pub cells: Vec<Counts>,
    /// By type and day, empty where days are sums of intervals: `[type * days + day]`.
    pub days: Vec<Counts>,
    /// Answered after a wait, by type and threshold: those within it but not within the one before.
    pub answered_by: Vec<u32>,
    /// Left after a wait, likewise.
    pub abandoned_by: Vec<u32>,
    /// Time spent waiting inside the window, less the waits of measured contacts, by type, s.
    pub queued_besides: Vec<f64>,
    /// By group and interval: `[group * intervals + interval]`.
    pub agents: Vec<AgentTime>,
    /// By group and week, empty where weeks are not told apart: `[group * weeks + week]`.
    pub agent_weeks: Vec<AgentTime>,
    /// Waits of those answered after a wait, by type; they add up over replications.
    pub waits: Vec<Recording>,
    /// Contacts that were not fresh, by type.
    pub origins: Vec<Origins>,
    /// The weeks of people: `[group * weeks + week]`.
    pub people: Vec<Week>,
    /// Customers from contact to contact, where the scenario asks for that.
    pub(super) journeys: Option<Box<JourneyTally<'a>>>,
}

impl<'a> Tally<'a> {
    /// An empty tally.
    #[must_use]
    pub fn new(layout: &'a Layout) -> Self {
        Self {
            layout,
            cells: vec![Counts::default(); layout.types * layout.intervals],
            days: vec![Counts::default(); layout.types * layout.separate_days()],
            answered_by: vec![0; layout.types * layout.thresholds.len()],
            abandoned_by: vec![0; layout.types * layout.thresholds.len()],
            queued_besides: vec![0.0; layout.types],
            agents: vec![AgentTime::default(); layout.groups * layout.intervals],
            agent_weeks: vec![AgentTime::default(); layout.groups * layout.weeks.len()],
            waits: vec![Recording::default(); layout.types],
            origins: vec![Origins::default(); layout.types],
            people: vec![Week::default(); layout.groups * layout.people_weeks],
            journeys: JourneyTally::new(layout).map(Box::new),
        }
    }

    /// How it is laid out.
    #[must_use]
    pub fn layout(&self) -> &'a Layout {
        self.layout
    }

    /// Counts in the cells of a measured contact.
    #[inline(always)]
    fn count(&mut self, contact: &Contact, note: impl Fn(&mut Counts)) {
        if self.layout.measures(contact) {
            note(&mut self.cells[self.layout.cell(contact)]);
            if !self.days.is_empty() {
                let kind = contact.kind.index();
                let day = self.layout.civil.day(contact.arrived);
                note(&mut self.days[kind * self.layout.days + day]);
            }
        }
    }

    /// Counts in the band of thresholds that a wait falls into.
    #[inline(always)]
    fn count_band(layout: &Layout, bands: &mut [u32], kind: usize, wait: f64) {
        let thresholds = &layout.thresholds;
        if let Some(band) = thresholds.iter().position(|t| wait <= *t) {
            bands[kind * thresholds.len() + band] += 1;
        }
    }

    /// Notes where a wait and its part inside the window differ: it began in the warm-up, or outlasted the horizon.
    #[inline(always)]
    fn note_edge(&mut self, contact: &Contact, now: f64) {
        let measured = self.layout.measures(contact);
        if !measured || now > self.layout.window.1 {
            let (from, to) = self.layout.window;
            let inside = (now.min(to) - contact.arrived.max(from)).max(0.0);
            let counted = if measured { now - contact.arrived } else { 0.0 };
            self.queued_besides[contact.kind.index()] += inside - counted;
        }
    }

    /// Spreads the time of `agents` from `from` to `to` over the intervals of the window.
    #[inline(always)]
    fn spread(&mut self, group: GroupId, from: f64, to: f64, note: impl Fn(&mut AgentTime, f64)) {
        let (mut from, to) = (from.max(self.layout.window.0), to.min(self.layout.window.1));
        let row = group.index() * self.layout.intervals;
        if self.layout.intervals == 1 {
            if to > from {
                note(&mut self.agents[row], to - from);
            }
            return;
        }
        let mut place = (from / self.layout.interval) as u32;
        while from < to {
            let end = f64::from(place + 1) * self.layout.interval;
            let part = end.min(to) - from;
            note(&mut self.agents[row + self.layout.interval_at(place as usize)], part);
            if let Some(week) = self.layout.week_at(place as usize) {
                note(&mut self.agent_weeks[group.index() * self.layout.weeks.len() + week], part);
            }
            place += 1;
            from = end;
        }
    }
}

impl Observer for Tally<'_> {
    #[inline(always)]
    fn answered(&mut self, contact: &Contact, _agent: AgentId, _group: GroupId, now: f64) {
        let wait = now - contact.arrived;
        if wait == 0.0 {
            return self.count(contact, |c| c.at_once += 1);
        }
        let kind = contact.kind.index();
        self.note_edge(contact, now);
        let promised = self.layout.promised_wait(contact, now);
        let in_time = u32::from(promised <= self.layout.within[kind]);
        self.count(contact, |c| {
            c.after_wait += 1;
            c.after_wait_in_time += in_time;
            c.wait_answered += wait;
        });
        if self.layout.measures(contact) {
            Self::count_band(self.layout, &mut self.answered_by, kind, promised);
            self.waits[kind].record(wait);
        }
    }

    #[inline(never)]
    fn abandoned(&mut self, contact: &Contact, now: f64) {
        let wait = now - contact.arrived;
        if wait == 0.0 {
            return self.count(contact, |c| c.left_at_once += 1);
        }
        let kind = contact.kind.index();
        self.note_edge(contact, now);
        let promised = self.layout.promised_wait(contact, now);
        let in_time = u32::from(promised <= self.layout.within[kind]);
        self.count(contact, |c| {
            c.left_after_wait += 1;
            c.left_in_time += in_time;
            c.wait_abandoned += wait;
        });
        if self.layout.measures(contact) {
            Self::count_band(self.layout, &mut self.abandoned_by, kind, promised);
        }
    }

    fn self_served(&mut self, contact: &Contact) {
        self.count(contact, |c| c.at_once += 1);
    }

    fn accepted_call_back(&mut self, contact: &Contact) {
        self.count(contact, |c| c.called_back += 1);
    }

    fn called_back(&mut self, contact: &Contact, _agent: AgentId, _group: GroupId, now: f64) {
        self.count(contact, |c| {
            c.calls_made += 1;
            c.wait_called_back += now - contact.arrived;
        });
    }

    fn blocked(&mut self, contact: &Contact) {
        self.count(contact, |c| c.blocked += 1);
    }

    fn closed(&mut self, contact: &Contact, now: f64) {
        self.count(contact, |c| {
            c.closed += 1;
            c.closed_waiting += u32::from(now > contact.arrived);
            c.wait_closed += now - contact.arrived;
        });
        self.note_edge(contact, now);
    }

    fn came_again(&mut self, contact: &Contact, origin: Origin) {
        let origins = &mut self.origins[contact.kind.index()];
        let again = u32::from(self.layout.measures(contact));
        match origin {
            Origin::Fresh => {}
            Origin::Redial => origins.redial += again,
            Origin::Repeat => origins.repeat += again,
            Origin::Transfer => origins.transfer += again,
        }
    }

    fn contact_ended(&mut self, contact: &Contact, journey: &Journey, ending: Ending) {
        self.journeys.iter_mut().for_each(|journeys| journeys.contact_ended(contact, journey, ending));
    }

    fn issue_ended(&mut self, journey: &Journey, outcome: Outcome, now: f64) {
        self.journeys.iter_mut().for_each(|journeys| journeys.issue_ended(journey, outcome, now));
    }

    fn evaluated(&mut self, group: GroupId, now: f64) {
        self.journeys.iter_mut().for_each(|journeys| journeys.evaluated(group, now));
    }

    fn week_of_people(&mut self, group: GroupId, number: usize, week: &Week) {
        self.people[group.index() * self.layout.people_weeks + number] = *week;
    }

    #[inline(always)]
    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.spread(group, from, to, |time, seconds| time.busy += seconds);
    }

    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        self.spread(group, from, to, |time, seconds| time.logged_in += seconds * f64::from(agents));
    }
}
