//! Small centres in which something once went wrong.

use holdline::engine::{Contact, Model, Observer, Outcome, simulate};
use holdline::scenario::{
    Arrivals, Callback, Channel, ContactType, Handling, Law, Length, Opening, OpeningHours, OutOfHours, Scenario,
    Staffing,
};
use holdline::units::{DAY, HOUR, Seconds};

use super::Watch;
use crate::centre::{agents, calls, centre, contacts};

fn watched(scenario: &Scenario) -> super::Seen {
    let mut watch = Watch::new(scenario);
    simulate(&Model::new(scenario), scenario.run.seed, 0, &mut watch);
    watch.whistle()
}

fn hours(from: f64, to: f64) -> Option<Opening> {
    Some(Opening::Daily(OpeningHours { from: Seconds(from * HOUR), to: Seconds(to * HOUR) }))
}

fn message_to(kind: usize) -> OutOfHours {
    OutOfHours { try_again: 0.0, after: Law::Constant { value: 0.0 }, voice_mail: 1.0, to: Some(kind) }
}

fn days(days: u32, contacts: Vec<ContactType>, groups: Vec<holdline::scenario::AgentGroup>) -> Scenario {
    let mut scenario = centre(1.0, contacts, groups);
    scenario.horizon.length = Length::Days(days);
    scenario.horizon.interval = Seconds(HOUR);
    scenario
}

/// Two closed types that leave their messages with each other: nobody is passed on between them for ever.
#[test]
fn messages_do_not_go_in_circles() {
    let shut = |name, to| {
        let mut calls = calls(name, Arrivals::PerHour(20.0), Law::Exponential { mean: 60.0 });
        calls.open = hours(8.0, 18.0);
        calls.customers.out_of_hours = Some(message_to(to));
        calls
    };
    let team = agents("team", &[0, 1], Staffing::Constant(3));
    let seen = watched(&days(2, vec![shut("day", 1), shut("night", 0)], vec![team]));
    assert!(seen.outcomes[Outcome::GaveUp as usize] > 300 && seen.origins[0][3] + seen.origins[1][3] == 0, "{seen:?}");
}

/// Callers for whom nobody comes are turned away when nothing more can happen; their messages start no new work, which
/// nobody would see through.
#[test]
fn messages_after_the_end_start_nothing() {
    let mut vain = calls("vain", Arrivals::PerHour(20.0), Law::Exponential { mean: 60.0 });
    vain.customers.out_of_hours = Some(message_to(1));
    let mail = Handling::Whole(Law::Exponential { mean: 60.0 });
    let mail = ContactType::new("mail", Channel::Email, Arrivals::PerHour(1.0), mail);
    let groups = vec![agents("nobody", &[0], Staffing::Constant(0)), agents("writers", &[1], Staffing::Constant(2))];
    let seen = watched(&days(1, vec![vain, mail], groups));
    assert!(seen.outcomes[Outcome::Open as usize] > 300, "{seen:?}");
}

/// A backlog that opens at 8 is worked on at 8, however long another one takes that opened at 6.
#[test]
fn doors_open_in_time_beyond_the_horizon() {
    let mail = |name, from, to, mean| {
        let work = Handling::Whole(Law::Constant { value: mean });
        let plain = ContactType::new(name, Channel::Email, Arrivals::PerHour(10.0), work);
        ContactType { open: hours(from, to), ..plain }
    };
    let groups = vec![agents("early", &[0], Staffing::Constant(1)), agents("late", &[1], Staffing::Constant(1))];
    let scenario = days(1, vec![mail("slow", 6.0, 20.0, 3000.5), mail("quick", 8.0, 20.0, 1.5)], groups);
    let rows = contacts(&scenario, 0);
    let starts = rows.iter().filter(|row| row.kind.index() == 1 && row.arrived > 20.0 * HOUR);
    let starts: Vec<f64> = starts.map(|row| row.arrived + row.wait).collect();
    let from = DAY + 8.0 * HOUR;
    assert!(starts.len() > 20 && starts.iter().all(|start| (from..from + 400.0).contains(start)), "{starts:?}");
}

/// How long call-backs took, in seconds.
#[derive(Default)]
struct Calls(Vec<f64>, Vec<(u32, f64)>);

impl Observer for Calls {
    fn answered(&mut self, contact: &Contact, _: holdline::engine::AgentId, _: holdline::engine::GroupId, now: f64) {
        if now > contact.arrived {
            self.1.push((contact.journey.0, now));
        }
    }
    fn handled(&mut self, contact: &Contact, _: holdline::engine::AgentId, now: f64) {
        let place = self.1.iter().position(|(journey, _)| *journey == contact.journey.0);
        self.0.extend(place.map(|place| now - self.1.remove(place).1));
    }
}

/// Who keeps the place is called for as long as a call-back takes, also by a group with handling times of its own.
#[test]
fn a_call_back_takes_its_own_time_in_every_group() {
    let mut kept = calls("calls", Arrivals::PerHour(40.0), Law::Constant { value: 100.0 });
    let handle = Some(Law::Constant { value: 60.0 });
    kept.customers.callback = Some(Callback { when_waiting: 0, accept: 1.0, handle, keep_place: true });
    let mut team = agents("team", &[0], Staffing::Constant(1));
    team.handle = vec![(0, Handling::Whole(Law::Constant { value: 90.0 }))];
    let mut calls = Calls::default();
    simulate(&Model::new(&days(1, vec![kept], vec![team])), 1, 0, &mut calls);
    assert!(calls.0.len() > 300 && calls.0.iter().all(|took| (took - 60.0).abs() < 1e-6), "{:?}", calls.0);
}
