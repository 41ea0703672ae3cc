//! The scenario that a fitted centre comes to, and its text.

mod calendar;
mod channels;
mod comment;
mod numbers;
mod readiness;
mod staffing;
mod tables;
mod text;

use super::{FittedCentre, FittedType, FittedWrap, Readiness};
use crate::scenario::{
    AgentGroup, Arrivals, BusyFactor, CivilDays, ContactType, Customers, Handling, Horizon, Length, NotReady, Opening,
    Redial, Run, Scenario, Skill, Target,
};
use crate::units::Seconds;
use calendar::Calendar;

pub use readiness::readiness_words;
pub use staffing::whole_numbers;
pub use tables::Table;
pub use text::{Written, write};

/// Coefficients of variation of the busy factor below this are no factor.
const NO_FACTOR: f64 = 0.005;
/// Replications and seed of the scenario: what they are does not come from the log.
const RUN: Run = Run { replications: 200, seed: 1 };

/// The scenario of a fitted centre: the week after the log, or one day where all its open days are alike. Arrivals are
/// those of customers who come for the first time, where redials can be told; `redial` brings the others.
#[must_use]
pub fn scenario(centre: &FittedCentre, name: &str) -> Scenario {
    let calendar = Calendar::new(centre);
    let contacts = centre.types.iter().map(|one| contact_type(one, centre, &calendar)).collect();
    let horizon = Horizon {
        start: calendar.start,
        length: Length::Days(calendar.weekdays.len() as u32),
        interval: Seconds(centre.interval),
        warm_up: Seconds(0.0),
        civil: CivilDays::default(),
    };
    let mut scenario = Scenario::new(name, horizon, contacts, groups(centre, &calendar));
    scenario.run = RUN;
    set_not_ready(&mut scenario, centre.readiness.as_ref().ok().map(Readiness::not_ready));
    scenario
}

/// How agents are not ready, in each group that answers customers who wait there and then.
pub(super) fn set_not_ready(scenario: &mut Scenario, not_ready: Option<NotReady>) {
    let live: Vec<bool> = scenario.contacts.iter().map(|contact| !contact.channel.is_deferred()).collect();
    let is_live = |group: &&mut AgentGroup| group.skills.iter().any(|skill| live[skill.contact]);
    scenario.groups.iter_mut().filter(is_live).for_each(|group| group.not_ready = not_ready);
}

fn contact_type(one: &FittedType, centre: &FittedCentre, calendar: &Calendar) -> ContactType {
    let arrivals = Arrivals::PerInterval(calendar.arrivals(one, centre.interval));
    let patience = one.patience.as_ref();
    ContactType {
        busy_factor: Some(one.arrivals.busy_cv.value()).filter(|cv| *cv >= NO_FACTOR).map(BusyFactor::of_single_days),
        open: calendar.opening(one),
        handle_profile: one.handling.profile.as_ref().map_or_else(Vec::new, |profile| profile.factors.clone()),
        patience: patience.map(|patience| patience.own.recommended.law.clone()),
        head_start: Seconds(one.head_start.map_or(0.0, |ahead| ahead.value())),
        balk: patience.map_or(0.0, |patience| patience.own.balk.value()),
        target: Some(Target { answer: Some(0.8), within: Seconds(channels::within(one.channel)), ..Target::default() }),
        slowdown: one.chats.as_ref().map_or_else(Vec::new, channels::slowdown),
        customers: Customers { redial: redial(one), ..Customers::default() },
        ..ContactType::new(&one.name, one.channel, arrivals, handling(one))
    }
}

fn redial(one: &FittedType) -> Option<Redial> {
    let redial = one.redial.as_ref().filter(|redial| redial.probability.value() > 0.0)?;
    let after = redial.after.clone()?;
    Some(Redial { abandoned: redial.probability.value(), blocked: 0.0, after, attempts: None })
}

fn handling(one: &FittedType) -> Handling {
    let talk = one.handling.talk.own.recommended.law.clone();
    match &one.handling.wrap {
        None => Handling::Whole(talk),
        Some(FittedWrap::Told(wrap)) => Handling::TalkWrap { talk, wrap: wrap.recommended.law.clone() },
        Some(FittedWrap::Inferred(wrap)) => Handling::TalkWrap { talk, wrap: wrap.law.clone() },
    }
}

fn groups(centre: &FittedCentre, calendar: &Calendar) -> Vec<AgentGroup> {
    let Some(staff) = &centre.staff else { return vec![staffing::unknown(centre)] };
    let names = staffing::names(centre, staff);
    let numbers = staffing::numbers(centre, staff, calendar);
    let group = |((group, name), numbers): ((&super::FittedGroup, String), Vec<u32>)| AgentGroup {
        skills: skills(centre, &group.takes),
        chats: channels::at_once(group.takes.iter().map(|place| &centre.types[*place])),
        ..AgentGroup::new(&name, &[], crate::scenario::Staffing::PerInterval(numbers))
    };
    staff.groups.iter().zip(names).zip(numbers).map(group).collect()
}

/// What a group takes: e-mails and the like when no customer waits there and then.
fn skills(centre: &FittedCentre, takes: &[usize]) -> Vec<Skill> {
    let is_deferred = |contact: &usize| centre.types[*contact].channel.is_deferred();
    let has_live = !takes.iter().all(is_deferred);
    let level = |contact: &usize| if has_live && is_deferred(contact) { 2 } else { 1 };
    takes.iter().map(|contact| Skill { contact: *contact, level: level(contact), after: Seconds(0.0) }).collect()
}

/// The opening of a type that is the same whenever it is open, or that of each weekday.
fn opening(week: [Option<crate::scenario::OpeningHours>; 7]) -> Option<Opening> {
    let mut open = week.iter().flatten();
    let first = *open.next()?;
    let always = first.from.get() <= 0.0 && first.to.get() >= crate::units::DAY;
    match (week.iter().all(|day| *day == Some(first)), always) {
        (true, true) => None,
        (true, false) => Some(Opening::Daily(first)),
        (false, _) => Some(Opening::Weekly(week)),
    }
}
