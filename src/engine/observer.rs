//! What the engine tells: an observer is told everything and keeps what it wants.

use super::journey::{Ending, Journey, Origin, Outcome};
use super::{AgentId, Contact, GroupId};
use crate::workforce::Week;

/// Told what happens in a run. Every method does nothing unless it is written, and what does nothing costs nothing.
///
/// Times are seconds from the beginning of the horizon. A contact is told as having `arrived` and then once as `answered`,
/// `abandoned`, `blocked`, `closed`, `self_served` or as having `accepted_call_back`; who was `answered` or `called_back` is
/// `handled` later. Those of the warm-up are told too. Everything comes in the order in which it happens, but for
/// abandonments on which nothing depends; [`Model::in_order`](super::Model::in_order) has them in order too.
///
/// The figures of the results are counted by such an observer, [`Tally`](crate::kpi::Tally). [`simulate`](super::simulate)
/// runs one replication with an observer, [`observe`](crate::experiment::observe) many of them; a pair of observers is one.
pub trait Observer {
    /// A contact reaches the centre.
    fn arrived(&mut self, _contact: &Contact) {}
    /// An agent starts to handle a contact at `now`; the wait is `now - contact.arrived`.
    fn answered(&mut self, _contact: &Contact, _agent: AgentId, _group: GroupId, _now: f64) {}
    /// A contact leaves at `now` without having been handled; a balking one leaves when it arrives. Where nothing
    /// depends on it, this is told later than it happens: when an agent looks for the contact, or at the end.
    fn abandoned(&mut self, _contact: &Contact, _now: f64) {}
    /// A contact finds all lines busy or the queue full.
    fn blocked(&mut self, _contact: &Contact) {}
    /// A contact comes when its type is closed, or is turned away while waiting.
    fn closed(&mut self, _contact: &Contact, _now: f64) {}
    /// An agent has handled a contact, after-contact work included.
    fn handled(&mut self, _contact: &Contact, _agent: AgentId, _now: f64) {}
    /// A contact that is about to reach the centre is not fresh. Told just before `arrived`.
    fn came_again(&mut self, _contact: &Contact, _origin: Origin) {}
    /// Self-service deals with a contact, from its arrival on and without a wait.
    fn self_served(&mut self, _contact: &Contact) {}
    /// A contact accepts a call-back and leaves the queue.
    fn accepted_call_back(&mut self, _contact: &Contact) {}
    /// An agent calls back at `now`, `now - contact.arrived` after the customer joined; `handled` follows.
    fn called_back(&mut self, _contact: &Contact, _agent: AgentId, _group: GroupId, _now: f64) {}
    /// A contact has ended for the customer, and with it stands the journey so. Only told where journeys are kept.
    fn contact_ended(&mut self, _contact: &Contact, _journey: &Journey, _ending: Ending) {}
    /// An issue has ended at `now`; just once for every fresh contact. Only told where journeys are kept.
    fn issue_ended(&mut self, _journey: &Journey, _outcome: Outcome, _now: f64) {}
    /// A contact of the group was evaluated by quality management.
    fn evaluated(&mut self, _group: GroupId, _now: f64) {}
    /// An agent of the group has worked without a pause.
    fn worked(&mut self, _group: GroupId, _from: f64, _to: f64) {}
    /// So many agents of the group were logged in. Called for parts that add up.
    fn logged_in(&mut self, _group: GroupId, _agents: u32, _from: f64, _to: f64) {}
    /// A week of a group's people has ended; `number` counts the weeks of the horizon from 0. Only told of groups with
    /// people.
    fn week_of_people(&mut self, _group: GroupId, _number: usize, _week: &Week) {}
    /// Asked once a simulated day: `false` ends the run, whose outcome is then incomplete.
    fn goes_on(&self) -> bool {
        true
    }
}

/// Keeps nothing.
impl Observer for () {}

/// Tells both.
impl<A: Observer, B: Observer> Observer for (A, B) {
    #[inline(always)]
    fn arrived(&mut self, contact: &Contact) {
        self.0.arrived(contact);
        self.1.arrived(contact);
    }
    #[inline(always)]
    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.0.answered(contact, agent, group, now);
        self.1.answered(contact, agent, group, now);
    }
    #[inline(always)]
    fn abandoned(&mut self, contact: &Contact, now: f64) {
        self.0.abandoned(contact, now);
        self.1.abandoned(contact, now);
    }
    fn blocked(&mut self, contact: &Contact) {
        self.0.blocked(contact);
        self.1.blocked(contact);
    }
    fn closed(&mut self, contact: &Contact, now: f64) {
        self.0.closed(contact, now);
        self.1.closed(contact, now);
    }
    #[inline(always)]
    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        self.0.handled(contact, agent, now);
        self.1.handled(contact, agent, now);
    }
    fn came_again(&mut self, contact: &Contact, origin: Origin) {
        self.0.came_again(contact, origin);
        self.1.came_again(contact, origin);
    }
    fn self_served(&mut self, contact: &Contact) {
        self.0.self_served(contact);
        self.1.self_served(contact);
    }
    fn accepted_call_back(&mut self, contact: &Contact) {
        self.0.accepted_call_back(contact);
        self.1.accepted_call_back(contact);
    }
    fn called_back(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.0.called_back(contact, agent, group, now);
        self.1.called_back(contact, agent, group, now);
    }
    fn contact_ended(&mut self, contact: &Contact, journey: &Journey, ending: Ending) {
        self.0.contact_ended(contact, journey, ending);
        self.1.contact_ended(contact, journey, ending);
    }
    fn issue_ended(&mut self, journey: &Journey, outcome: Outcome, now: f64) {
        self.0.issue_ended(journey, outcome, now);
        self.1.issue_ended(journey, outcome, now);
    }
    fn evaluated(&mut self, group: GroupId, now: f64) {
        self.0.evaluated(group, now);
        self.1.evaluated(group, now);
    }
    #[inline(always)]
    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.0.worked(group, from, to);
        self.1.worked(group, from, to);
    }
    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        self.0.logged_in(group, agents, from, to);
        self.1.logged_in(group, agents, from, to);
    }
    fn week_of_people(&mut self, group: GroupId, number: usize, week: &Week) {
        self.0.week_of_people(group, number, week);
        self.1.week_of_people(group, number, week);
    }
    fn goes_on(&self) -> bool {
        self.0.goes_on() && self.1.goes_on()
    }
}
