//! What a contact centre is: the validated description that everything else works from.
//!
//! The types here are the planner's own words. They can be built by hand (a researcher's script) or read from a
//! TOML file, which reports every problem at once with its place.

mod arrivals;
mod assumptions;
mod by_hand;
mod calendar;
mod civil_days;
mod crew;
mod csv_column;
mod customers;
mod handle_profile;
mod hiring;
mod horizon;
mod hours;
mod journeys;
mod kind;
mod law;
pub(crate) mod people;
mod problem;
mod read;
mod satisfaction;
mod schema;
mod source;
pub(crate) mod spec;
pub(crate) mod staffing;
mod starter;
mod target;
mod tree;
mod workbook;

pub use arrivals::{Arrivals, BusyFactor, ModulatedState};
pub use assumptions::{
    AgentAssumptions, Assumptions, CallbackAssumptions, ContactAssumptions, HandlingAssumptions, HorizonAssumptions,
    LawAssumptions, OpeningAssumptions, RedialAssumptions, RepeatAssumptions, StaffingForm,
};
pub use calendar::{Calendar, CampaignDays, Rhythm, SpecialDay, SpecialHours, Unchanged};
pub use civil_days::{CivilDays, ClockChange, Slot};
pub use crew::{Member, Wanted, Wish};
pub use customers::{
    Callback, Conduct, Customers, Escalation, History, OutOfHours, Promise, QualityProgramme, Recovery, Redial, Repeat,
    Story, Training, Transfer,
};
pub use hiring::Hiring;
pub use horizon::{Horizon, Length};
pub use hours::Hours;
pub use law::Law;
pub use people::{
    Attrition, HiringClass, InitialTraining, LearningCurve, LearningForm, Nesting, Pay, People, Pressure, Sickness,
    TeamPart, Terms, weeks,
};
pub use problem::{Fault, Problems};
pub(crate) use problem::{Problem, listed, nearest, quoted};
pub(crate) use read::{Change, Fields, Ground, Reader, is_whole, steps};
pub use read::{Loaded, load, load_crew, load_hires, load_need, load_roster, load_text};
pub use satisfaction::{EffortWeights, ExpectedWaits, Leaving, Satisfaction};
pub use schema::schema;
pub use source::Input;
pub(crate) use source::{Source, cannot_read};
pub use staffing::{Break, Contract, Roster, RosterPerson, Shift, ShiftType, Staffing};
pub use starter::starter;
pub use target::{Per, Target};
pub(crate) use tree::{Entry, Node, Place, Table, Value, parse as parse_toml};

use serde::{Deserialize, Serialize};

use crate::units::Seconds;

/// One centre over one horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What tables and charts call it.
    pub name: String,
    /// When it starts, how long it runs, in which intervals it is staffed and reported.
    pub horizon: Horizon,
    /// How many replications, from which seed.
    pub run: Run,
    /// What all contact types share.
    pub centre: Centre,
    /// What is reported beyond the usual.
    pub report: ReportOptions,
    /// The kinds of contact, in the order of the file.
    pub contacts: Vec<ContactType>,
    /// The agent groups, in the order of the file (the order settles ties in routing).
    pub groups: Vec<AgentGroup>,
    /// The model of satisfaction, where it is asked for.
    pub satisfaction: Option<Satisfaction>,
    /// Shift types from which a schedule is made, in the order of the file.
    pub shifts: Vec<ShiftType>,
    /// Contracts of the people of a schedule, in the order of the file.
    pub contracts: Vec<Contract>,
}

/// How many replications, from which seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Independent simulated runs.
    pub replications: u32,
    /// Seed of all random numbers; the same seed brings the same customers.
    pub seed: u64,
}

/// What all contact types share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Centre {
    /// Most voice contacts queued and in handling at once; none: no limit.
    pub lines: Option<u32>,
    /// By which factor days are busier for all contact types together, beside the types' own; none: by none.
    pub busy_factor: Option<BusyFactor>,
}

/// What is reported beyond the usual.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportOptions {
    /// Extra thresholds at which the service level is reported, ascending.
    pub within: Vec<Seconds>,
    /// Which contacts the service level counts.
    pub service_level: ServiceLevel,
    /// A customer's story whose share among all journeys is reported.
    pub story: Option<Story>,
}

/// Which contacts stand in the numerator and denominator of the service level with threshold T.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceLevel {
    /// Answered within T over answered + abandoned.
    #[default]
    Default,
    /// Answered within T over answered + abandoned + blocked + closed.
    Offered,
    /// Answered within T over answered.
    AnsweredOnly,
    /// Contacts that abandon within T leave the denominator.
    IgnoreShortAbandons,
    /// Contacts that abandon within T count as met.
    CreditShortAbandons,
}

/// The way a contact reaches the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A telephone call: it holds a line.
    Voice,
    /// A live chat.
    Chat,
    /// An e-mail: deferred work.
    Email,
    /// A message on a social network: deferred work.
    Social,
    /// Menus, web help: no agents, no queue.
    SelfService,
    /// A chatbot: no agents, no queue.
    Chatbot,
}

impl Channel {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Chat => "chat",
            Self::Email => "email",
            Self::Social => "social",
            Self::SelfService => "self-service",
            Self::Chatbot => "chatbot",
        }
    }

    /// Deferred channels keep their backlog over closing time.
    #[must_use]
    pub fn is_deferred(self) -> bool {
        matches!(self, Self::Email | Self::Social)
    }

    /// Channels that serve themselves need no agents and have no queue.
    #[must_use]
    pub fn serves_itself(self) -> bool {
        matches!(self, Self::SelfService | Self::Chatbot)
    }
}

/// A kind of contact with its own demand, handling and promise.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactType {
    /// Its name; it also keys its random streams, so other types never disturb it.
    pub name: String,
    /// How it reaches the centre.
    pub channel: Channel,
    /// When contacts arrive.
    pub arrivals: Arrivals,
    /// By which factor some days are busier than others; none: by none.
    pub busy_factor: Option<BusyFactor>,
    /// Opening hours; none: always open.
    pub open: Option<Opening>,
    /// Days of the horizon, from 0, ascending, with other hours than `open` says; none: closed all day.
    pub exceptions: Vec<(usize, Option<OpeningHours>)>,
    /// What happens to contacts that wait when the type closes.
    pub at_close: AtClose,
    /// How long an agent is occupied.
    pub handle: Handling,
    /// Factors on handling (or talk) by the interval of the day in which an agent begins; empty: 1 always.
    pub handle_profile: Vec<f64>,
    /// How long a contact is ready to wait; none: it never abandons.
    pub patience: Option<Law>,
    /// Chance that a contact which cannot be handled at once leaves at once, 0..1.
    pub balk: f64,
    /// 1 is the most urgent.
    pub priority: u32,
    /// Among contacts of equal priority and level it counts as having waited so much longer (Brown et al., JASA 2005, 2).
    pub head_start: Seconds,
    /// More than this many waiting are blocked; none: no limit.
    pub queue_limit: Option<u32>,
    /// Groups tried on arrival, in this order (indices into [`Scenario::groups`]); none: by level, then file order.
    pub route: Option<Vec<usize>>,
    /// The promise.
    pub target: Option<Target>,
    /// With one, two, three, ... chats in an agent's hand each progresses at the rate 1 / factor; the last holds for
    /// more. Empty: chats do not slow each other down.
    pub slowdown: Vec<f64>,
    /// What its customers do beyond one contact.
    pub customers: Customers,
    /// The factors that the file asked for; demand and times above have them in them already.
    pub scale: Scale,
}

/// Factors on what a file says of a contact type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// On the expected contacts.
    pub arrivals: f64,
    /// On the handling time.
    pub handle: f64,
    /// On the patience.
    pub patience: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self { arrivals: 1.0, handle: 1.0, patience: 1.0 }
    }
}

/// When a contact type is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opening {
    /// The same hours every day.
    Daily(OpeningHours),
    /// Hours of each weekday from Monday on; none: closed all day. Needs a calendar.
    Weekly([Option<OpeningHours>; 7]),
}

impl Opening {
    /// Hours that are the same every day.
    #[must_use]
    pub fn daily(&self) -> Option<OpeningHours> {
        match self {
            Self::Daily(hours) => Some(*hours),
            Self::Weekly(_) => None,
        }
    }
}

/// Opening hours, as seconds since midnight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpeningHours {
    /// First moment open.
    pub from: Seconds,
    /// First moment closed again (up to 24:00, later than `from`).
    pub to: Seconds,
}

/// What happens to contacts that wait when the type closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtClose {
    /// The last agents serve them out (default of voice and chat).
    Serve,
    /// They are turned away and count as closed.
    Dismiss,
    /// They wait for the next opening (default of e-mail and social).
    Keep,
}

/// How long an agent is occupied by a contact.
#[derive(Clone, Debug, PartialEq)]
pub enum Handling {
    /// One law for talk, hold and after-contact work together.
    Whole(Law),
    /// The customer and the line leave after the talk, the agent is free after the wrap.
    TalkWrap {
        /// With the customer.
        talk: Law,
        /// After-contact work.
        wrap: Law,
    },
}

/// Agents with the same skills.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentGroup {
    /// Its name.
    pub name: String,
    /// What its agents can handle.
    pub skills: Vec<Skill>,
    /// How many are there, and when.
    pub staff: Staffing,
    /// Handling times of this group's own, by index of the contact type.
    pub handle: Vec<(usize, Handling)>,
    /// Money for each paid hour.
    pub cost_per_hour: Option<f64>,
    /// Share of paid time away from the work (leave, sickness, training), 0..1: paid = logged in / (1 - shrinkage).
    pub shrinkage: f64,
    /// Chance that a person scheduled for a day does not come, 0..1; counts where staffing is by shifts.
    pub absence: f64,
    /// How its agents are not ready while they have nothing in hand; none: always ready.
    pub not_ready: Option<NotReady>,
    /// Highest occupancy that a plan may ask of its agents, 0..1; none: no cap.
    pub max_occupancy: Option<f64>,
    /// Most agents that a plan may give it at once; none: no limit.
    pub max_agents: Option<u32>,
    /// Chats that an agent holds at once, at least 1.
    pub chats: u32,
    /// Who of the group gets a new chat.
    pub chat_to: ChatTo,
    /// A deferred contact is started only while more than this many agents are idle, the starting one counted.
    pub reserve: u32,
    /// Chances of resolution of this group's own, by index of the contact type; as [`Customers::resolution`].
    pub resolution: Vec<(usize, Vec<f64>)>,
    /// How its agents treat customers; none: never badly.
    pub conduct: Option<Conduct>,
    /// Quality management.
    pub quality: Option<QualityProgramme>,
    /// Training.
    pub training: Option<Training>,
    /// Its people over the weeks, who fill `staff` as far as they can; none: as many agents as `staff` says, always.
    pub people: Option<People>,
}

/// How agents with nothing in hand are not ready: they step away and come back by themselves, each for itself, at any
/// moment alike, so that both the time away and the time ready are exponential. A contact that comes meanwhile is not
/// theirs; who comes back takes what waits. Who comes on duty is ready; who finishes with nothing to do next is away at
/// once with the chance `share`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotReady {
    /// The share of the time for which an agent is away to whom no contacts come, 0..1. Contacts end the time of those
    /// who are ready, so that in a busy centre more than this share of the time with nothing in hand is time away.
    pub share: f64,
    /// How long each time, on average, whatever comes meanwhile.
    pub mean: Seconds,
}

/// Who of a group gets a new chat, among those with room for one; ties go to the longest in that state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChatTo {
    /// Who holds the fewest.
    #[default]
    LeastLoaded,
    /// Who holds the most.
    MostLoaded,
}

/// That a group can handle a contact type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skill {
    /// Index into [`Scenario::contacts`].
    pub contact: usize,
    /// 1 is taken first.
    pub level: u32,
    /// Taken only once the contact has waited this long (overflow); usually 0.
    pub after: Seconds,
}
