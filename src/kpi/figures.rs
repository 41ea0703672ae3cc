//! The figures: each is a sum over a sum, and says which.

use super::tally::{AgentTime, Counts, Origins};
use crate::scenario::ServiceLevel;

/// What a replication says about a contact type.
#[derive(Clone, Copy, Debug)]
pub struct ContactSample {
    /// Counts of the contacts of the measured window.
    pub counts: Counts,
    /// What brought them.
    pub origins: Origins,
    /// Time spent waiting inside the window, s.
    pub queued: f64,
    /// Length of the window, s.
    pub window: f64,
    /// The scenario's definition of the service level.
    pub rule: ServiceLevel,
}

/// A figure of a contact type.
#[derive(Clone, Copy, Debug)]
pub struct ContactFigure {
    /// Its name in the result document.
    pub name: &'static str,
    /// Numerator and denominator in one replication; counts are over 1 replication.
    pub parts: fn(&ContactSample) -> (f64, f64),
}

fn count(n: u32) -> (f64, f64) {
    (f64::from(n), 1.0)
}

/// All that came, less those who came again.
fn fresh(sample: &ContactSample) -> f64 {
    let Origins { redial, repeat, transfer } = sample.origins;
    f64::from(sample.counts.offered()) - f64::from(redial + repeat + transfer)
}

/// Contacts that the queue has seen to an end: answered + abandoned.
fn seen(counts: &Counts) -> f64 {
    f64::from(counts.answered() + counts.abandoned())
}

/// The figures of a contact type, in the order of the result document.
pub const CONTACT_FIGURES: &[ContactFigure] = &[
    ContactFigure { name: "offered", parts: |s| count(s.counts.offered()) },
    ContactFigure { name: "offered_by_origin.fresh", parts: |s| (fresh(s), 1.0) },
    ContactFigure { name: "offered_by_origin.redial", parts: |s| count(s.origins.redial) },
    ContactFigure { name: "offered_by_origin.repeat", parts: |s| count(s.origins.repeat) },
    ContactFigure { name: "offered_by_origin.transfer", parts: |s| count(s.origins.transfer) },
    ContactFigure { name: "answered", parts: |s| count(s.counts.answered()) },
    ContactFigure { name: "abandoned", parts: |s| count(s.counts.abandoned()) },
    ContactFigure { name: "blocked", parts: |s| count(s.counts.blocked) },
    ContactFigure { name: "closed", parts: |s| count(s.counts.closed) },
    ContactFigure { name: "called_back", parts: |s| count(s.counts.called_back) },
    ContactFigure {
        name: "mean_wait_called_back",
        parts: |s| (s.counts.wait_called_back, f64::from(s.counts.calls_made)),
    },
    ContactFigure { name: "p_wait", parts: |s| waited(&s.counts) },
    ContactFigure { name: "p_abandon", parts: |s| abandoned(&s.counts) },
    ContactFigure { name: "p_blocked", parts: |s| (f64::from(s.counts.blocked), f64::from(s.counts.offered())) },
    ContactFigure { name: "service_level", parts: |s| service_level(s.rule, &s.counts) },
    ContactFigure { name: "mean_wait", parts: |s| wait(&s.counts) },
    ContactFigure { name: "mean_wait_answered", parts: |s| speed_of_answer(&s.counts) },
    ContactFigure {
        name: "mean_wait_abandoned",
        parts: |s| (s.counts.wait_abandoned, f64::from(s.counts.abandoned())),
    },
    ContactFigure { name: "mean_queue", parts: |s| (s.queued, s.window) },
];

/// Share with wait > 0 of answered + abandoned.
#[must_use]
pub(super) fn waited(counts: &Counts) -> (f64, f64) {
    (f64::from(counts.after_wait + counts.left_after_wait), seen(counts))
}

/// Abandoned over answered + abandoned: contacts over contacts.
#[must_use]
pub fn abandoned(counts: &Counts) -> (f64, f64) {
    (f64::from(counts.abandoned()), seen(counts))
}

/// Waits of answered + abandoned over their number.
#[must_use]
pub(super) fn wait(counts: &Counts) -> (f64, f64) {
    (counts.wait_answered + counts.wait_abandoned, seen(counts))
}

/// Waits of the answered over their number, s over contacts: the average speed of answer.
#[must_use]
pub fn speed_of_answer(counts: &Counts) -> (f64, f64) {
    (counts.wait_answered, f64::from(counts.answered()))
}

/// Service level at the threshold of the counts: contacts over contacts, by the scenario's definition.
#[must_use]
pub fn service_level(rule: ServiceLevel, counts: &Counts) -> (f64, f64) {
    service_level_of(rule, counts, counts.answered_in_time(), counts.abandoned_in_time())
}

/// Service level with the contacts answered and abandoned in time counted apart, for other thresholds.
#[must_use]
pub(super) fn service_level_of(rule: ServiceLevel, counts: &Counts, answered: u32, abandoned: u32) -> (f64, f64) {
    let (met, left) = (f64::from(answered), f64::from(abandoned));
    match rule {
        ServiceLevel::Default => (met, seen(counts)),
        ServiceLevel::Offered => (met, f64::from(counts.offered() - counts.called_back)),
        ServiceLevel::AnsweredOnly => (met, f64::from(counts.answered())),
        ServiceLevel::IgnoreShortAbandons => (met, seen(counts) - left),
        ServiceLevel::CreditShortAbandons => (met + left, seen(counts)),
    }
}

/// Handling time over logged-in time, s over s.
#[must_use]
pub fn occupancy(time: &AgentTime) -> (f64, f64) {
    (time.busy, time.logged_in)
}
