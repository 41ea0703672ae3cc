//! What a scenario assumes, as values that a report can put into words in any language.
//!
//! It names what shapes the figures most; of the rest, `further` lists the scenario's keys. What is off is absent.

mod demand;
mod presence;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{
    AgentGroup, Arrivals, Callback, Channel, ContactType, Customers, Handling, Law, Length, NotReady, Opening,
    OpeningHours, Redial, Repeat, Scenario, ServiceLevel, Staffing, Target,
};
use crate::units::time_of_day;

/// What a scenario assumes. Durations are seconds, shares 0..1, money in the scenario's currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumptions {
    /// When it starts and how long it runs.
    pub horizon: HorizonAssumptions,
    /// Which contacts the service level counts.
    pub service_level: ServiceLevel,
    /// Most voice contacts queued and in handling at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<u32>,
    /// Each contact type, in the order of the scenario.
    pub contacts: IndexMap<String, ContactAssumptions>,
    /// Each agent group, in the order of the scenario.
    pub agents: IndexMap<String, AgentAssumptions>,
    /// Whether there is a model of satisfaction.
    pub satisfaction: bool,
    /// Whether the share of a customer's story is asked for.
    pub story: bool,
}

/// When a scenario starts and how long it runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HorizonAssumptions {
    /// Local date of the first day, `2026-11-30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Whole days; absent for a study by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Length of one long run, s; absent for a study by days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    /// The step of staffing and reporting, s.
    pub interval: f64,
    /// The first part, whose contacts are not counted, s.
    pub warm_up: f64,
}

/// What is assumed of a contact type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactAssumptions {
    /// How it reaches the centre.
    pub channel: Channel,
    /// Fresh contacts expected on a day, averaged over the days, those who find it closed included; absent for a study
    /// by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_day: Option<f64>,
    /// Fresh contacts expected in an hour; absent for a study by days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<f64>,
    /// Spread of the factor by which whole days are busier than others, standard deviation / mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub busy_factor: Option<f64>,
    /// When it is open; absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<OpeningAssumptions>,
    /// How long an agent is occupied.
    pub handle: HandlingAssumptions,
    /// Factors on `handle`, or on its `talk`, by the interval of the day in which an agent begins; absent: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handle_profile: Vec<f64>,
    /// How long a contact is ready to wait; absent: nobody abandons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patience: Option<LawAssumptions>,
    /// Chance that a contact which cannot be handled at once leaves at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balk: Option<f64>,
    /// 1 is the most urgent.
    pub priority: u32,
    /// More than this many waiting are blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue_limit: Option<u32>,
    /// The promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Trying again after an abandonment or a busy signal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redial: Option<RedialAssumptions>,
    /// Chance that handling resolves the issue, at the first attempt, the second, ...; empty: always.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolution: Vec<f64>,
    /// Contacting again over an unresolved issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<RepeatAssumptions>,
    /// The offer to be called back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback: Option<CallbackAssumptions>,
    /// What else is at work, by its key in the scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<String>,
}

/// Opening hours such as `08:00-20:00`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningAssumptions {
    /// The same every day.
    Daily(String),
    /// Of each weekday from Monday on; none: closed.
    Weekly([Option<String>; 7]),
}

/// How long an agent is occupied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandlingAssumptions {
    /// Talk, hold and after-contact work together.
    Whole(LawAssumptions),
    /// The two parts.
    TalkWrap {
        /// With the customer.
        talk: LawAssumptions,
        /// After-contact work.
        wrap: LawAssumptions,
    },
}

/// A law of durations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LawAssumptions {
    /// Its name in scenario files; [`LawAssumptions::CUSTOM`] for one given in code.
    pub law: String,
    /// Mean, s; none where some have no end.
    pub mean: Option<f64>,
    /// Standard deviation / mean; none without a mean above 0.
    pub cv: Option<f64>,
}

impl LawAssumptions {
    /// The name of a law that no scenario file has.
    pub const CUSTOM: &'static str = "custom";

    /// A law given in code, of which nothing is known.
    #[must_use]
    pub fn custom() -> Self {
        Self { law: Self::CUSTOM.into(), mean: None, cv: None }
    }
}

/// Trying again after an abandonment or a busy signal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RedialAssumptions {
    /// Chance after an abandonment.
    pub abandoned: f64,
    /// Chance after a busy signal or a full queue.
    pub blocked: f64,
    /// How long after.
    pub after: LawAssumptions,
    /// Most redials of an attempt; absent: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
}

/// Contacting again over an unresolved issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepeatAssumptions {
    /// Chance to contact again; who does not gives up.
    pub probability: f64,
    /// How long after.
    pub after: LawAssumptions,
    /// Shares of those who use another type; the rest use the same.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub to: IndexMap<String, f64>,
    /// Most repeats of an issue; absent: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
}

/// The offer to be called back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallbackAssumptions {
    /// Offered where at least so many of the type wait.
    pub when_waiting: u32,
    /// Chance of acceptance.
    pub accept: f64,
    /// Whether who accepts keeps the place in the queue.
    pub keep_place: bool,
}

/// What is assumed of an agent group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgentAssumptions {
    /// Contact types that its agents handle, each with its level; 1 is taken first.
    pub skills: IndexMap<String, u32>,
    /// How its staffing is given.
    pub staffing: StaffingForm,
    /// Most agents at once.
    pub most: u32,
    /// Agent hours on duty a day, averaged over the days, without breaks, nobody absent.
    pub hours_per_day: f64,
    /// Money for each paid hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_per_hour: Option<f64>,
    /// Share of paid time away from the work.
    pub shrinkage: f64,
    /// Chance that a person scheduled for a day does not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absence: Option<f64>,
    /// How agents with nothing in hand step away and come back; absent: always ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_ready: Option<NotReady>,
    /// Highest occupancy that a plan may ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_occupancy: Option<f64>,
    /// Chats that an agent holds at once; absent: one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chats: Option<u32>,
    /// What else is at work, by its key in the scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<String>,
}

/// How staffing is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffingForm {
    /// The same number always.
    Constant,
    /// A number for each interval.
    PerInterval,
    /// People who come and go.
    Shifts,
}

impl Assumptions {
    /// Of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let (days, duration) = match scenario.horizon.length {
            Length::Days(days) => (Some(days), None),
            Length::Duration(duration) => (None, Some(duration.get())),
        };
        let contacts = scenario.contacts.iter().map(|contact| (contact.name.clone(), of_contact(scenario, contact)));
        let agents = scenario.groups.iter().map(|group| (group.name.clone(), of_group(scenario, group)));
        Self {
            horizon: HorizonAssumptions {
                start: scenario.horizon.start.map(|date| date.to_string()),
                days,
                duration,
                interval: scenario.horizon.interval.get(),
                warm_up: scenario.horizon.warm_up.get(),
            },
            service_level: scenario.report.service_level,
            lines: scenario.centre.lines,
            contacts: contacts.collect(),
            agents: agents.collect(),
            satisfaction: scenario.satisfaction.is_some(),
            story: scenario.report.story.is_some(),
        }
    }
}

fn of_contact(scenario: &Scenario, contact: &ContactType) -> ContactAssumptions {
    let expected = contact.arrivals.expected(&scenario.horizon);
    let (per_day, per_hour) = match scenario.horizon.length {
        Length::Days(days) => (Some(expected / f64::from(days)), None),
        Length::Duration(duration) => (None, Some(expected / duration.hours())),
    };
    let customers = &contact.customers;
    ContactAssumptions {
        channel: contact.channel,
        per_day,
        per_hour,
        busy_factor: contact.busy_factor.map(|busy| busy.cv),
        open: contact.open.as_ref().map(opening),
        handle: handling(&contact.handle),
        handle_profile: contact.handle_profile.clone(),
        patience: contact.patience.as_ref().map(law),
        balk: (contact.balk > 0.0).then_some(contact.balk),
        priority: contact.priority,
        queue_limit: contact.queue_limit,
        target: contact.target,
        redial: customers.redial.as_ref().map(redial),
        resolution: customers.resolution.clone(),
        repeat: customers.repeat.as_ref().map(|repeat| of_repeat(scenario, repeat)),
        callback: customers.callback.as_ref().map(callback),
        further: named(&further_of_contact(contact, customers)),
    }
}

fn further_of_contact(contact: &ContactType, customers: &Customers) -> [(&'static str, bool); 13] {
    [
        ("carry", contact.busy_factor.is_some_and(|busy| busy.carry > 0.0)),
        ("calendar", !contact.exceptions.is_empty()),
        ("modulated", matches!(contact.arrivals, Arrivals::Modulated(_))),
        ("route", contact.route.is_some()),
        ("head_start", contact.head_start.get() > 0.0),
        ("slowdown", !contact.slowdown.is_empty()),
        ("transfer", customers.transfer.is_some()),
        ("history", customers.history.is_some()),
        ("owner", customers.owner),
        ("escalate", customers.escalate.is_some()),
        ("promise", customers.promise.is_some()),
        ("out_of_hours", customers.out_of_hours.is_some()),
        ("recovery", customers.recovery.is_some()),
    ]
}

fn of_group(scenario: &Scenario, group: &AgentGroup) -> AgentAssumptions {
    let presence = group.staff.presence(&scenario.horizon);
    let skills = group.skills.iter().map(|skill| (scenario.contacts[skill.contact].name.clone(), skill.level));
    let further = [
        ("handle", !group.handle.is_empty()),
        ("reserve", group.reserve > 0),
        ("resolution", !group.resolution.is_empty()),
        ("conduct", group.conduct.is_some()),
        ("quality", group.quality.is_some()),
        ("training", group.training.is_some()),
        ("people", group.people.is_some()),
    ];
    AgentAssumptions {
        skills: skills.collect(),
        staffing: match group.staff {
            Staffing::Constant(_) => StaffingForm::Constant,
            Staffing::PerInterval(_) => StaffingForm::PerInterval,
            Staffing::Shifts(_) => StaffingForm::Shifts,
        },
        most: presence.most,
        hours_per_day: presence.hours_per_day,
        cost_per_hour: group.cost_per_hour,
        shrinkage: group.shrinkage,
        absence: (group.absence > 0.0).then_some(group.absence),
        not_ready: group.not_ready,
        max_occupancy: group.max_occupancy,
        chats: (group.chats > 1).then_some(group.chats),
        further: named(&further),
    }
}

fn named(keys: &[(&str, bool)]) -> Vec<String> {
    keys.iter().filter(|(_, there)| *there).map(|(key, _)| (*key).to_owned()).collect()
}

fn opening(open: &Opening) -> OpeningAssumptions {
    let text = |hours: &OpeningHours| format!("{}-{}", time_of_day(hours.from.get()), time_of_day(hours.to.get()));
    match open {
        Opening::Daily(hours) => OpeningAssumptions::Daily(text(hours)),
        Opening::Weekly(week) => OpeningAssumptions::Weekly(week.map(|hours| hours.as_ref().map(text))),
    }
}

fn handling(handle: &Handling) -> HandlingAssumptions {
    match handle {
        Handling::Whole(whole) => HandlingAssumptions::Whole(law(whole)),
        Handling::TalkWrap { talk, wrap } => HandlingAssumptions::TalkWrap { talk: law(talk), wrap: law(wrap) },
    }
}

fn law(of: &Law) -> LawAssumptions {
    let mean = of.mean();
    LawAssumptions { law: of.name().into(), mean: mean.is_finite().then_some(mean), cv: of.cv() }
}

fn redial(redial: &Redial) -> RedialAssumptions {
    let Redial { abandoned, blocked, attempts, .. } = *redial;
    RedialAssumptions { abandoned, blocked, after: law(&redial.after), attempts }
}

fn of_repeat(scenario: &Scenario, repeat: &Repeat) -> RepeatAssumptions {
    let to = repeat.to.iter().map(|(kind, share)| (scenario.contacts[*kind].name.clone(), *share));
    RepeatAssumptions {
        probability: repeat.probability,
        after: law(&repeat.after),
        to: to.collect(),
        attempts: repeat.attempts,
    }
}

fn callback(callback: &Callback) -> CallbackAssumptions {
    let Callback { when_waiting, accept, keep_place, .. } = *callback;
    CallbackAssumptions { when_waiting, accept, keep_place }
}
