//! From a row to a contact, or to the reason why it is none.

use super::contact::{Contact, Outcome};
use super::fault::Fault;
use super::hash::Hash;
use super::names::Names;
use super::notes::Notes;
use super::row::Row;
use super::rules::{RowsThat, Rules};
use super::times::{Times, same};
use crate::units::HOUR;

/// What a row is.
pub(super) enum Verdict {
    Contact(Contact),
    /// It is left out for a fault.
    LeftOut(Fault),
    /// It is left out by the rule of this index; one past the last where it is not among those that are wanted.
    Dropped(usize),
}

/// Names of agents that mean that there was none.
const PLACEHOLDERS: [&str; 13] =
    ["-", "--", "none", "null", "n/a", "na", "nan", "nil", "unknown", "unassigned", "no agent", "no_agent", "0"];
/// A clock that runs backwards by less than this was read twice by different parts of a switch.
const SLIGHTLY: f64 = 2.0;
/// Times and durations are rounded each for itself, and so may differ by this much.
const ROUNDING: f64 = 1.0 + 1e-6;

/// Reads the rows of a file by its rules.
pub(super) struct Interpreter<'l> {
    pub(super) rules: &'l Rules,
    pub(super) kinds: &'l mut Names,
    pub(super) agents: &'l mut Names,
    /// Minutes ahead of UTC in the row before.
    pub(super) offset: Option<i32>,
}

impl Interpreter<'_> {
    /// The verdict on a row, with what was noted on the way.
    pub(super) fn read(&mut self, row: &Row) -> (Verdict, Notes) {
        let dropped = self.rules.drop.iter().position(|rows| meets(row, rows));
        let unwanted = !self.rules.only.is_empty() && !self.rules.only.iter().any(|rows| meets(row, rows));
        if let Some(reason) = dropped.or_else(|| unwanted.then_some(self.rules.drop.len())) {
            return (Verdict::Dropped(reason), Notes::default());
        }
        let rules = self.rules;
        let mut times = Times::new(rules, row);
        let read = self.contact(&mut times);
        let mut notes = times.notes;
        if times.offset.is_some() {
            if self.offset.is_some() && self.offset != times.offset {
                notes.add(Fault::OffsetChanged);
            }
            self.offset = times.offset;
        }
        match read {
            Ok(contact) => (Verdict::Contact(contact), notes),
            Err(fault) => (Verdict::LeftOut(fault), notes),
        }
    }

    fn contact(&mut self, times: &mut Times<'_>) -> Result<Contact, Fault> {
        let arrived = times.arrival()?;
        let agent = self.agent(times);
        let moments = Moments::read(times, arrived)?;
        let outcome = outcome(times, &moments, agent.is_some())?;
        let wait = moments.wait(times, outcome)?;
        let kind = self.kind(times)?;
        let contact = Contact::new(kind, arrived, wait, outcome)
            .with_customer(self.hash(times, &self.rules.customer))
            .with_priority(priority(times));
        if outcome != Outcome::Answered {
            ignore_handling(times, &moments, agent.is_some(), outcome);
            return Ok(contact);
        }
        let handle = moments.handle(times, wait)?;
        match handle {
            None if self.rules.tell_handling() => times.notes.add(Fault::AnsweredWithoutHandling),
            Some(0.0) => times.notes.add(Fault::NoHandling),
            _ => {}
        }
        let agent = self.answering(times, agent);
        Ok(contact.with_agent(agent).with_handle(handle).with_wrap(moments.wrap))
    }

    fn kind(&mut self, times: &mut Times<'_>) -> Result<u16, Fault> {
        let number = match self.rules.kind {
            None => self.kinds.number(ONLY_KIND, &mut times.notes),
            Some(column) => match times.text(column) {
                Some(name) => self.kinds.number(name, &mut times.notes),
                None => {
                    times.notes.add(Fault::MissingType);
                    self.kinds.number(NO_KIND, &mut times.notes)
                }
            },
        };
        // The reading of a file ends long before there are so many.
        Ok(u16::try_from(number).unwrap_or(u16::MAX))
    }

    /// The agent's name out of one or several columns; none where all are empty.
    fn agent(&self, times: &Times<'_>) -> Option<String> {
        let parts: Vec<&str> = self.rules.agent.iter().filter_map(|column| times.text(*column)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The agent who answered, unless the name only stands for nobody.
    fn answering(&mut self, times: &mut Times<'_>, agent: Option<String>) -> Option<u32> {
        let placeholder = agent.as_ref().is_some_and(|name| PLACEHOLDERS.iter().any(|word| same(name, word)));
        if placeholder {
            times.notes.add(Fault::PlaceholderAgent);
        }
        let known = agent.filter(|_| !placeholder);
        if known.is_none() && !self.rules.agent.is_empty() {
            times.notes.add(Fault::AnsweredWithoutAgent);
        }
        known.map(|name| self.agents.number(&name, &mut times.notes))
    }

    /// The hash of what several columns say together; none where one of them is empty or a mere 0.
    fn hash(&self, times: &Times<'_>, columns: &[usize]) -> Option<u64> {
        let mut hash = Hash::default();
        for column in columns {
            hash = hash.add(times.text(*column)?);
        }
        let says_nothing = |column: &usize| PLACEHOLDERS.iter().any(|word| same(times.row.field(*column), word));
        (!columns.is_empty() && !columns.last().is_some_and(says_nothing)).then(|| hash.finish())
    }

    /// The hash of the number that the log gives a contact.
    pub(super) fn id(&self, row: &Row) -> Option<u64> {
        self.hash(&Times::new(self.rules, row), &self.rules.id)
    }
}

/// What contacts are called in a log without types.
const ONLY_KIND: &str = "contacts";
/// What contacts are called whose type is empty in a log with types.
const NO_KIND: &str = "(none)";

fn meets(row: &Row, rows: &RowsThat) -> bool {
    rows.conditions.iter().all(|(column, values)| {
        let text = row.field(*column);
        values.iter().any(|value| same(text, value))
    })
}

fn priority(times: &mut Times<'_>) -> Option<u8> {
    let text = times.text(times.rules.priority?)?;
    let read = text.parse::<u8>().ok().filter(|number| *number < u8::MAX);
    if read.is_none() {
        times.notes.add(Fault::UnreadablePriority);
    }
    read
}

/// How the contact ended; without a word for it, by whether anybody handled it.
fn outcome(times: &mut Times<'_>, moments: &Moments, has_agent: bool) -> Result<Outcome, Fault> {
    let handled = moments.answered.is_some() || has_agent || moments.length().is_some_and(|seconds| seconds > 0.0);
    let inferred = if handled { Outcome::Answered } else { Outcome::Abandoned };
    let Some(ending) = &times.rules.outcome else { return Ok(inferred) };
    let Some(text) = times.text(ending.column) else {
        times.notes.add(Fault::MissingOutcome);
        return Ok(inferred);
    };
    let known = ending.words.iter().find(|(word, _)| same(text, word));
    known.map(|(_, outcome)| *outcome).ok_or(Fault::UnknownOutcome)
}

fn ignore_handling(times: &mut Times<'_>, moments: &Moments, has_agent: bool, outcome: Outcome) {
    if outcome != Outcome::Abandoned {
        return;
    }
    if moments.length().is_some_and(|seconds| seconds > 0.0) {
        times.notes.add(Fault::AbandonedWithHandling);
    }
    if has_agent {
        times.notes.add(Fault::AbandonedWithAgent);
    }
}

/// The times of a row.
struct Moments {
    arrived: f64,
    answered: Option<f64>,
    left: Option<f64>,
    ended: Option<f64>,
    wait: Option<f64>,
    handle: Option<f64>,
    talk: Option<f64>,
    hold: Option<f64>,
    wrap: Option<f64>,
}

impl Moments {
    fn read(times: &mut Times<'_>, arrived: f64) -> Result<Self, Fault> {
        let rules = times.rules;
        let answered = times.later(rules.answered.as_ref(), arrived);
        let left = times.later(rules.left.as_ref(), arrived);
        let ended = times.later(rules.ended.as_ref(), answered.or(left).unwrap_or(arrived));
        let mut span = |which| times.span(which);
        let (wait, handle) = (span(rules.wait)?, span(rules.handle)?);
        let (talk, hold, wrap) = (span(rules.talk)?, span(rules.hold)?, span(rules.wrap)?);
        Ok(Self { arrived, answered, left, ended, wait, handle, talk, hold, wrap })
    }

    /// Seconds of handling, as far as durations tell.
    fn length(&self) -> Option<f64> {
        let parts = || {
            let talk = self.talk?;
            Some(talk + self.hold.unwrap_or(0.0) + self.wrap.unwrap_or(0.0))
        };
        self.handle.or_else(parts)
    }

    /// When handling must have begun, by its end and how long it took, where nothing else tells: the end is taken for that
    /// of the talk.
    fn begun(&self) -> Option<f64> {
        let talk = self.length()? - self.wrap.unwrap_or(0.0);
        if self.wait.is_some() { None } else { Some(self.ended? - talk) }
    }

    /// Seconds of waiting: what the row says, or else what lies between its times.
    fn wait(&self, times: &mut Times<'_>, outcome: Outcome) -> Result<f64, Fault> {
        let left = match outcome {
            Outcome::Answered => self.answered.or(self.left).or_else(|| self.begun()),
            Outcome::Abandoned => self.left.or(self.ended),
            _ => self.left,
        };
        let between = left.map(|left| left - self.arrived);
        match (self.wait, between) {
            (Some(wait), Some(between)) => {
                contradiction(times, Fault::ContradictoryWait, wait, between);
                Ok(wait)
            }
            (Some(wait), None) => Ok(wait),
            (None, Some(between)) => forward(times, between),
            (None, None) if matches!(outcome, Outcome::Answered | Outcome::Abandoned) => Err(Fault::MissingWait),
            (None, None) => Ok(0.0),
        }
    }

    /// Seconds of handling: what the row says, or else what lies between its times.
    fn handle(&self, times: &mut Times<'_>, wait: f64) -> Result<Option<f64>, Fault> {
        let begun = self.answered.unwrap_or(self.arrived + wait);
        let between = self.ended.map(|ended| ended - begun);
        match (self.length(), between) {
            (Some(length), Some(between)) => {
                // The end that a row tells may be that of the talk, before the after-contact work.
                let talk = length - self.wrap.unwrap_or(0.0);
                let nearer = if (talk - between).abs() < (length - between).abs() { talk } else { length };
                contradiction(times, Fault::ContradictoryHandling, nearer, between);
                Ok(Some(length))
            }
            (Some(length), None) => Ok(Some(length)),
            (None, Some(between)) => forward(times, between).map(Some),
            (None, None) => Ok(None),
        }
    }
}

/// What lies between two moments, if the clock ran forwards.
fn forward(times: &mut Times<'_>, seconds: f64) -> Result<f64, Fault> {
    match seconds {
        0.0.. if seconds > times.rules.longest => Err(Fault::EndlessDuration),
        0.0.. => Ok(seconds),
        _ if seconds >= -SLIGHTLY => {
            times.notes.add(Fault::SlightlyBackwards);
            Ok(0.0)
        }
        _ => Err(Fault::Backwards),
    }
}

fn contradiction(times: &mut Times<'_>, fault: Fault, told: f64, between: f64) {
    let apart = (told - between).abs();
    if (apart - HOUR).abs() <= ROUNDING {
        times.notes.add(Fault::ClockChange);
    } else if apart > ROUNDING {
        times.notes.add(fault);
    }
}
