//! A whole centre out of a log: its types of contact and its agents.

mod doubts;
mod durations;
mod followed;
mod groups;
mod hours;
mod kind;
mod staff;
mod transfers;

use std::fmt;

use jiff::civil::Date;

use super::{AgentDifferences, ArrivalPattern, Fitted, HandlingTimes, OpeningHours, Patience, PoissonBlocks, Returns};
use super::{
    Chats, DutyRule, HeadStarts, Which, arrival_pattern, day_counts, head_starts, opening_hours_of, usual_priority,
};
use crate::fit::ready::Question;
use crate::fit::{AlwaysReady, HandleProfile, Readiness};
use crate::history::Log;
use crate::scenario::Channel;
use crate::stats::Durations;

pub use doubts::doubts;
pub use followed::{REDIAL_WITHIN, REPEAT_WITHIN};
pub(super) use staff::staff_on;
pub use staff::{DailyDuty, FittedGroup, FittedStaff, type_bit};

/// Fewer contacts of a type, answered or abandoned, do not tell a law; those of all types together are used.
pub(super) const ENOUGH: f64 = 30.0;

/// What is asked of a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// Step of arrivals and staff, s; it divides a day.
    pub interval: f64,
    /// By which rule presence is told.
    pub duty: DutyRule,
}

impl Default for Request {
    fn default() -> Self {
        Self { interval: 1800.0, duty: DutyRule::default() }
    }
}

/// All that was fitted to a log.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedCentre {
    /// Step of arrivals and staff, s.
    pub interval: f64,
    /// First and last day of the log.
    pub dates: (Date, Date),
    /// How many days it covers.
    pub days: usize,
    /// Days of the log that were left out of the fit, for hours of them are missing ([`crate::history::Day::is_silent`]); [`fit`] is
    /// given a log without them.
    pub silent: Vec<Date>,
    /// How many contacts it has.
    pub contacts: u64,
    /// Types with a contact, in the order of the log.
    pub types: Vec<FittedType>,
    /// How priorities are served, where not as they come.
    pub head_starts: Option<HeadStarts>,
    /// How all types together arrive; its classes of weekdays are those of the staff.
    pub together: ArrivalPattern,
    /// Who was on duty; none where the log does not name agents.
    pub staff: Option<FittedStaff>,
    /// How agents with nothing in hand are not ready, or why they are taken to be always ready.
    pub readiness: Result<Readiness, AlwaysReady>,
}

impl FittedCentre {
    /// Which days were left out and why, in a sentence; none where none was.
    #[must_use]
    pub fn silent_days(&self) -> Option<String> {
        let days: Vec<String> = self.silent.iter().map(Date::to_string).collect();
        (!days.is_empty()).then(|| {
            format!(
                "not used for the fit, for an hour or more is missing in which fifteen or more contacts usually come: {}.",
                days.join(", ")
            )
        })
    }
}

/// What was fitted to the contacts of one type.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedType {
    /// Its name.
    pub name: String,
    /// Its number in the log.
    pub kind: u16,
    /// How its contacts come: as most of them say, or else by telephone.
    pub channel: Channel,
    /// How many contacts it has, and how many of them were answered, abandoned, and blocked.
    pub contacts: u64,
    /// How many of them were handled.
    pub answered: u64,
    /// How many of them left while waiting.
    pub abandoned: u64,
    /// How many of them found all lines busy or the queue full.
    pub blocked: u64,
    /// Hours of the weekdays that the log has.
    pub hours: Vec<OpeningHours>,
    /// Contacts outside these hours, which arrivals leave out.
    pub outside: u64,
    /// Arrivals of all contacts, also of those who try again.
    pub arrivals: ArrivalPattern,
    /// Whether arrivals are Poisson in tenths of an hour.
    pub blocks: Option<PoissonBlocks>,
    /// The share of the contacts of each interval that try again after an abandonment, beyond chance.
    pub redialled: Vec<f64>,
    /// Handling times.
    pub handling: FittedHandling,
    /// Patience; none where nobody left, here or (where few left) in all types together.
    pub patience: Option<Borrowed<Patience>>,
    /// By how much its contacts are ahead in the queue, where priorities are not served as they come.
    pub head_start: Option<Fitted>,
    /// Who tries again after an abandonment.
    pub redial: Option<Returns>,
    /// Who comes back after having been served.
    pub repeat: Option<Returns>,
    /// How agents differ in their handling times.
    pub agents: Option<AgentDifferences>,
    /// How many an agent has in hand at once, of chats.
    pub chats: Option<Chats>,
    /// How many of its contacts were passed on from another type, as known customers tell; they are among the arrivals.
    pub transferred: u64,
}

/// A figure of a type, or of all types together where it has too few contacts.
#[derive(Clone, Debug, PartialEq)]
pub struct Borrowed<T> {
    /// The figure.
    pub own: T,
    /// Whether it is that of all types together.
    pub of_all: bool,
}

/// Handling times of a type.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedHandling {
    /// Talk, with what the log counts as part of it.
    pub talk: Borrowed<HandlingTimes>,
    /// After-contact work.
    pub wrap: Option<FittedWrap>,
    /// How they differ over the day; none where chance alone may be at work.
    pub profile: Option<HandleProfile>,
    /// Coefficient of variation of the mean of a day about that of all days, beyond what chance explains.
    pub day_cv: Option<Fitted>,
}

/// After-contact work.
#[derive(Clone, Debug, PartialEq)]
pub enum FittedWrap {
    /// As the log tells it.
    Told(Box<HandlingTimes>),
    /// Told from how long agents take until their next contact while somebody waits; of all types together.
    Inferred(InferredWrap),
}

/// After-contact work that no log tells.
#[derive(Clone, Debug, PartialEq)]
pub struct InferredWrap {
    /// Gaps after a handling, seen to their end or not, up to the rule's `gap`.
    pub gaps: Durations,
    /// The law of those that are no absence.
    pub law: crate::scenario::Law,
    /// Its mean, s.
    pub mean: Fitted,
    /// The share of gaps that is longer than the rule's `gap`: absence.
    pub absent: f64,
}

/// Why nothing can be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFitted {
    /// No contact is left.
    NoContacts,
    /// No contact was answered, or none has a handling time.
    NoHandling,
    /// No weekday was open on most of its days.
    NeverOpen,
}

impl fmt::Display for NotFitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoContacts => "the log has no contact on the days asked for",
            Self::NoHandling => "no contact of the log has a handling time; say in a mapping which column tells it",
            Self::NeverOpen => "on most days of every weekday nothing was answered: no opening hours can be told",
        })
    }
}

impl std::error::Error for NotFitted {}

/// Fits a centre to a log. `step` is told what is done next.
///
/// # Errors
/// Where the log has no contact, no handling time, or no day that is like the others.
pub fn fit(log: &Log, request: Request, step: &mut dyn FnMut(&str)) -> Result<FittedCentre, NotFitted> {
    let (first, last) = log.days.first().zip(log.days.last()).ok_or(NotFitted::NoContacts)?;
    step("agents on duty");
    let duty = staff::on_duty(log, &log.days, request.duty);
    step("all types together");
    let live = Which::live(log);
    let hours = opening_hours_of(log, live, request.interval);
    let together = arrival_pattern(&day_counts(log, live, request.interval, &hours).0).ok_or(NotFitted::NeverOpen)?;
    let all = kind::AllTypes::new(log, duty.as_ref(), hours, request)?;
    step("priorities");
    let head_starts = head_starts(log, request.duty);
    let transferred = transfers::transferred(log);
    let mut types: Vec<FittedType> = Vec::new();
    for (number, name) in log.kinds.iter().enumerate() {
        step(name);
        let ahead = head_starts.as_ref().and_then(|starts| head_start_of(log, number as u16, starts));
        let fitted = kind::fit(log, number as u16, request, &all);
        let passed_on = transferred.get(number).copied().unwrap_or(0);
        types.extend(fitted.map(|one| FittedType { head_start: ahead, transferred: passed_on, ..one }));
    }
    if types.is_empty() {
        return Err(NotFitted::NeverOpen);
    }
    let mut centre = FittedCentre {
        silent: Vec::new(),
        interval: request.interval,
        dates: (first.date, last.date),
        days: log.days.len(),
        contacts: log.contacts.len() as u64,
        types,
        head_starts,
        together,
        staff: None,
        readiness: Err(AlwaysReady::NoAgents),
    };
    let staff = duty.map(|duty| staff::fit(log, &log.days, duty, &centre));
    centre.staff = staff.clone();
    step("readiness");
    centre.readiness = Question::new(log, &mut centre, request.duty).answer();
    centre.staff = match &centre.readiness {
        Ok(found) => staff_on(log, &log.days, request.duty.for_absences(Some(found.not_ready())), &centre),
        Err(_) => staff,
    };
    Ok(centre)
}

/// By how much the contacts of a type are ahead: as the priority is that most of those who waited have.
fn head_start_of(log: &Log, kind: u16, starts: &HeadStarts) -> Option<Fitted> {
    starts.of(usual_priority(log, kind)?).copied().filter(|ahead| ahead.value() > 0.0)
}
