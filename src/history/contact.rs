//! One contact of the past, small enough that ten million fit in memory.

use crate::units::DAY;

/// How a contact ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Outcome {
    /// An agent handled it.
    Answered,
    /// It left while waiting.
    Abandoned,
    /// It found all lines busy or the queue full.
    Blocked,
    /// It was turned away because the centre was closed or closing.
    Closed,
    /// It left the queue for a call-back.
    CalledBack,
    /// It ended in a way that is none of these, such as voicemail.
    Other,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 6] =
        [Self::Answered, Self::Abandoned, Self::Blocked, Self::Closed, Self::CalledBack, Self::Other];

    /// Its name in messages and in the table `outcome` of a mapping.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Abandoned => "abandoned",
            Self::Blocked => "blocked",
            Self::Closed => "closed",
            Self::CalledBack => "called_back",
            Self::Other => "other",
        }
    }
}

const NOBODY: u32 = u32::MAX;
const NO_PRIORITY: u8 = u8::MAX;

/// One contact of the past. What its log does not tell is `None`.
///
/// Durations are kept to seven digits: a wait of an hour to a quarter of a millisecond, whole seconds as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// When it asked for an agent: seconds of local civil time since 1970-01-01T00:00:00, without a time zone.
    pub arrived: f64,
    customer: u64,
    wait: f32,
    handle: f32,
    wrap: f32,
    agent: u32,
    /// The line that it stands in, counted over all files of the log: [`super::Log::place`] says which.
    pub row: u32,
    /// Its contact type, by index in [`super::Log::kinds`].
    pub kind: u16,
    /// How it ended.
    pub outcome: Outcome,
    priority: u8,
}

impl Contact {
    /// A contact of which nothing else is known; `wait` is the seconds until handling started or it left, 0 when it was
    /// handled at once.
    #[must_use]
    pub fn new(kind: u16, arrived: f64, wait: f64, outcome: Outcome) -> Self {
        Self {
            arrived,
            customer: 0,
            wait: wait as f32,
            handle: f32::NAN,
            wrap: f32::NAN,
            agent: NOBODY,
            row: 0,
            kind,
            outcome,
            priority: NO_PRIORITY,
        }
    }

    /// The same with a handling time: talk, hold and after-contact work, in seconds.
    #[must_use]
    pub fn with_handle(self, seconds: Option<f64>) -> Self {
        Self { handle: kept(seconds), ..self }
    }

    /// The same with after-contact work, in seconds, which is part of the handling time.
    #[must_use]
    pub fn with_wrap(self, seconds: Option<f64>) -> Self {
        Self { wrap: kept(seconds), ..self }
    }

    /// The same with who handled it, by index in [`super::Log::agents`].
    #[must_use]
    pub fn with_agent(self, agent: Option<u32>) -> Self {
        Self { agent: agent.unwrap_or(NOBODY), ..self }
    }

    /// The same with the hash of the customer's number; 0 stands for none.
    #[must_use]
    pub fn with_customer(self, hash: Option<u64>) -> Self {
        Self { customer: hash.unwrap_or(0), ..self }
    }

    /// The same with a priority, 1 the most urgent.
    #[must_use]
    pub fn with_priority(self, priority: Option<u8>) -> Self {
        Self { priority: priority.unwrap_or(NO_PRIORITY), ..self }
    }

    /// The same at another line, counted over all files of its log.
    pub(super) fn at_row(self, row: u32) -> Self {
        Self { row, ..self }
    }

    /// Seconds until handling started or it left; 0 when it was handled at once.
    #[must_use]
    pub fn wait(&self) -> f64 {
        f64::from(self.wait)
    }

    /// Seconds of handling: talk, hold and after-contact work.
    #[must_use]
    pub fn handle(&self) -> Option<f64> {
        told(self.handle)
    }

    /// Seconds of after-contact work at the end of the handling.
    #[must_use]
    pub fn wrap(&self) -> Option<f64> {
        told(self.wrap)
    }

    /// Seconds of talk and hold: the handling without the after-contact work, where both are known.
    #[must_use]
    pub fn talk(&self) -> Option<f64> {
        Some((self.handle()? - self.wrap()?).max(0.0))
    }

    /// Who handled it, by index in [`super::Log::agents`].
    #[must_use]
    pub fn agent(&self) -> Option<u32> {
        (self.agent != NOBODY).then_some(self.agent)
    }

    /// A hash of the customer's number: the same customer has the same hash.
    #[must_use]
    pub fn customer(&self) -> Option<u64> {
        (self.customer != 0).then_some(self.customer)
    }

    /// Its priority, 1 the most urgent.
    #[must_use]
    pub fn priority(&self) -> Option<u8> {
        (self.priority != NO_PRIORITY).then_some(self.priority)
    }

    /// Whether an agent handled it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.outcome == Outcome::Answered
    }

    /// Whether it left while waiting.
    #[must_use]
    pub fn is_abandoned(&self) -> bool {
        self.outcome == Outcome::Abandoned
    }

    /// When handling started, or it left.
    #[must_use]
    pub fn left_queue(&self) -> f64 {
        self.arrived + self.wait()
    }

    /// When it was over for the agent, or for the customer where no handling is known.
    #[must_use]
    pub fn ended(&self) -> f64 {
        self.left_queue() + self.handle().unwrap_or(0.0)
    }

    /// The civil day on which it arrived: days since 1970-01-01.
    #[must_use]
    pub fn day(&self) -> i32 {
        (self.arrived / DAY).floor() as i32
    }

    /// Seconds since midnight at which it arrived.
    #[must_use]
    pub fn time_of_day(&self) -> f64 {
        self.arrived - f64::from(self.day()) * DAY
    }
}

fn kept(seconds: Option<f64>) -> f32 {
    seconds.map_or(f32::NAN, |seconds| seconds as f32)
}

fn told(seconds: f32) -> Option<f64> {
    (!seconds.is_nan()).then_some(f64::from(seconds))
}

/// Ten million of these are 400 MB.
const _: () = assert!(size_of::<Contact>() == 40);
