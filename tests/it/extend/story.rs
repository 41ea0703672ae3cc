//! All that happens in a replication, word by word.

use std::fmt::Debug;

use holdline::engine::{AgentId, Contact, Ending, GroupId, Journey, Model, Observer, Origin, Outcome, simulate};

/// What an observer was told, in order; two stories are the same when every bit of every time is.
#[derive(Default)]
pub(super) struct Story(Vec<String>);

impl Story {
    fn note(&mut self, what: &str, contact: Option<&Contact>, rest: impl Debug) {
        let who = contact.map(|c| (c.kind.0, c.arrived, c.key, c.journey.0));
        self.0.push(format!("{what} {who:?} {rest:?}"));
    }
}

impl Observer for Story {
    fn arrived(&mut self, contact: &Contact) {
        self.note("arrived", Some(contact), contact.handling);
    }
    fn answered(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.note("answered", Some(contact), (agent, group, now));
    }
    fn abandoned(&mut self, contact: &Contact, now: f64) {
        self.note("abandoned", Some(contact), now);
    }
    fn blocked(&mut self, contact: &Contact) {
        self.note("blocked", Some(contact), ());
    }
    fn closed(&mut self, contact: &Contact, now: f64) {
        self.note("closed", Some(contact), now);
    }
    fn handled(&mut self, contact: &Contact, agent: AgentId, now: f64) {
        self.note("handled", Some(contact), (agent, now));
    }
    fn came_again(&mut self, contact: &Contact, origin: Origin) {
        self.note("came again", Some(contact), origin);
    }
    fn accepted_call_back(&mut self, contact: &Contact) {
        self.note("accepted a call-back", Some(contact), ());
    }
    fn called_back(&mut self, contact: &Contact, agent: AgentId, group: GroupId, now: f64) {
        self.note("called back", Some(contact), (agent, group, now));
    }
    fn contact_ended(&mut self, contact: &Contact, _journey: &Journey, ending: Ending) {
        self.note("ended", Some(contact), ending);
    }
    fn issue_ended(&mut self, _journey: &Journey, outcome: Outcome, now: f64) {
        self.note("issue", None, (outcome, now));
    }
    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.note("worked", None, (group, from, to));
    }
    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        self.note("logged in", None, (group, agents, from, to));
    }
}

/// What happens in the first replication.
pub(super) fn told(model: &Model, seed: u64) -> Vec<String> {
    let mut story = Story::default();
    simulate(model, seed, 0, &mut story);
    story.0
}

/// Where two stories part, if they do.
pub(super) fn parting(one: &[String], other: &[String]) -> Option<String> {
    let place = one.iter().zip(other).position(|(a, b)| a != b);
    let place = place.or((one.len() != other.len()).then_some(one.len().min(other.len())))?;
    let around = |story: &[String]| story[place.saturating_sub(3)..story.len().min(place + 3)].join("\n");
    Some(format!("at {place}:\n{}\n--- and ---\n{}", around(one), around(other)))
}
