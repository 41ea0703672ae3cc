//! What customers do beyond one contact: they try again, come back, are passed on, escalate, or give up.
//!
//! Everything here is off unless the file names it.

use super::Law;
use crate::units::Seconds;

/// What the customers of a contact type do when a contact has ended, and what they meet besides the queue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Customers {
    /// Trying again after an abandonment or a busy signal.
    pub redial: Option<Redial>,
    /// Chance that handling resolves the issue, 0..1, at the first attempt, the second, ...; the last holds for all
    /// further ones. Empty: always resolved. An attempt begins with the issue and with each repeat.
    pub resolution: Vec<f64>,
    /// Contacting again over an unresolved issue.
    pub repeat: Option<Repeat>,
    /// Being passed on to another type when handled.
    pub transfer: Option<Transfer>,
    /// What telling the story again costs.
    pub history: Option<History>,
    /// Whether the first agent who handled the issue owns it: further contacts go to the owner when idle.
    pub owner: bool,
    /// Taking the issue to a public channel or a regulator.
    pub escalate: Option<Escalation>,
    /// Promises to call back.
    pub promise: Option<Promise>,
    /// What who finds the type closed does.
    pub out_of_hours: Option<OutOfHours>,
    /// Apology and compensation after a failure.
    pub recovery: Option<Recovery>,
    /// The offer to be called back instead of waiting.
    pub callback: Option<Callback>,
}

/// Trying again after an abandonment or a busy signal.
#[derive(Clone, Debug, PartialEq)]
pub struct Redial {
    /// Chance after an abandonment, 0..1.
    pub abandoned: f64,
    /// Chance after a busy signal or a full queue, 0..1.
    pub blocked: f64,
    /// How long after.
    pub after: Law,
    /// Most redials of an attempt; none: no limit.
    pub attempts: Option<u32>,
}

/// Contacting again over an unresolved issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {
    /// Chance to contact again, 0..1; who does not gives up.
    pub probability: f64,
    /// How long after.
    pub after: Law,
    /// Shares of those who contact again through another type (by index), each 0..1; the rest use the same.
    pub to: Vec<(usize, f64)>,
    /// Most repeats of an issue; none: no limit.
    pub attempts: Option<u32>,
}

/// Being passed on to another type at the end of the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// Chance, 0..1.
    pub probability: f64,
    /// Where to: types by index, with weights that add to 1.
    pub to: Vec<(usize, f64)>,
    /// The agent briefs the next one for so long (part of the talk), and the story need not be told again; none: a
    /// cold transfer.
    pub briefing: Option<Seconds>,
    /// Whether a contact is only transferred to a type that is open; otherwise a closed one drops it.
    pub only_open: bool,
}

/// What telling the story again costs, where the next agent does not know it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct History {
    /// Whether agents see what was said before: then the factors do not apply.
    pub shared: bool,
    /// Factor on the handling (or talk) of a contact whose story must be told again.
    pub handle: f64,
    /// Factor on its chance of resolution, 0..1.
    pub resolution: f64,
}

/// Taking the issue to a public channel or a regulator.
#[derive(Clone, Debug, PartialEq)]
pub struct Escalation {
    /// From this many contacts of the customer on, each failure may escalate.
    pub contacts: u32,
    /// Chance at each failure, 0..1.
    pub probability: f64,
    /// The type that then deals with it; none: the issue leaves the centre.
    pub to: Option<usize>,
    /// How long until then.
    pub after: Law,
    /// Money that an escalation costs (reputation, fees).
    pub cost: f64,
}

/// Promises to call back, made when handling has not resolved the issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Chance of a promise, 0..1.
    pub probability: f64,
    /// Share of promises that are kept: the centre calls, the customer does not.
    pub kept: f64,
    /// When the call is due.
    pub after: Law,
}

/// What who finds the type closed, or is turned away at closing, does.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfHours {
    /// Chance to try again after the next opening, 0..1.
    pub try_again: f64,
    /// How long after the opening.
    pub after: Law,
    /// Chance to leave a message instead, 0..1.
    pub voice_mail: f64,
    /// The type that the message becomes.
    pub to: Option<usize>,
}

/// Apology and compensation for a customer whose issue has gone wrong before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovery {
    /// Share of such contacts that get it, 0..1.
    pub share: f64,
    /// Money for each.
    pub cost: f64,
}

/// The offer to be called back.
#[derive(Clone, Debug, PartialEq)]
pub struct Callback {
    /// Offered where at least so many of the type wait.
    pub when_waiting: u32,
    /// Chance of acceptance, 0..1.
    pub accept: f64,
    /// How long the call-back takes; none: as any contact of the type.
    pub handle: Option<Law>,
    /// Whether who accepts keeps the place in the queue.
    pub keep_place: bool,
}

/// How a group's agents treat customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conduct {
    /// Share of contacts handled badly, 0..1; such a contact resolves nothing.
    pub poor: f64,
    /// Coefficient of variation of that share between agents.
    pub cv: f64,
    /// Share of badly handled contacts that go public (the issue escalates), 0..1.
    pub public: f64,
}

/// Quality management: some contacts are evaluated, and who handled one badly is coached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QualityProgramme {
    /// Share of contacts evaluated, 0..1.
    pub evaluated: f64,
    /// The part of an agent's poor contacts that one coaching takes away, 0..1.
    pub effect: f64,
    /// Money for each evaluation.
    pub cost: f64,
}

/// A training that all agents of the group go through from the start of the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Training {
    /// How long until it has its full effect, which grows evenly.
    pub over: Seconds,
    /// Full factor on the chance of resolution.
    pub resolution: f64,
    /// Full factor on the handling (or talk) time.
    pub handle: f64,
    /// Full factor on the share handled badly.
    pub poor: f64,
    /// Money for each agent of the group.
    pub cost: f64,
}

/// A customer's story: how common is a journey at least as bad in everything that is named?
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Story {
    /// Contacts made.
    pub contacts: Option<u32>,
    /// Different agents met.
    pub agents_met: Option<u32>,
    /// Time waiting, in self-service and talking.
    pub time_on_contact: Option<Seconds>,
    /// From the first contact to the end of the issue.
    pub duration: Option<Seconds>,
    /// The longest single wait.
    pub longest_wait: Option<Seconds>,
    /// Promises broken.
    pub broken_promises: Option<u32>,
}
