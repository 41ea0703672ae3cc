//! Durations of a log: waits and handling times, of one type or of all.

use crate::fit::Which;
use crate::history::{Contact, Log, Outcome};
use crate::stats::Durations;

/// Waits: ended by those who left, censored by all who did not. Blocked contacts and those who found the doors closed
/// tell nothing.
pub(super) fn waits(log: &Log, which: Which) -> Durations {
    let tells = |contact: &&Contact| !matches!(contact.outcome, Outcome::Blocked | Outcome::Closed);
    let fine = fineness(log);
    rounded(Durations::new(of(log, which).filter(tells).map(|contact| (fine(contact.wait()), contact.is_abandoned()))))
}

/// One duration of every answered contact that has it.
pub(super) fn handled(log: &Log, which: Which, of_contact: impl Fn(&Contact) -> Option<f64>) -> Durations {
    let answered = of(log, which).filter(|contact| contact.is_answered());
    rounded(Durations::complete(answered.filter_map(of_contact).map(fineness(log))))
}

/// So many contacts tell no more when their durations are known to less than a hundredth of a second.
const MANY: usize = 100_000;

/// Whether the log has so many.
pub(super) fn is_long(log: &Log) -> bool {
    log.contacts.len() > MANY
}

/// Durations of a log with very many contacts in hundredths of a second, so that they are counted by value and not kept
/// one by one; what is longer than 0 stays so.
pub(super) fn fineness(log: &Log) -> impl Fn(f64) -> f64 + use<> {
    let many = is_long(log);
    move |seconds| if many && seconds > 0.0 { (seconds * 100.0).round().max(1.0) / 100.0 } else { seconds }
}

/// Some contacts of a log.
pub(super) fn of(log: &Log, which: Which) -> impl Iterator<Item = &Contact> {
    log.contacts.iter().filter(move |contact| which.has(log, contact))
}

/// With the unit in which all of them are whole: a minute, a second, or none.
pub(super) fn rounded(durations: Durations) -> Durations {
    let whole = |unit: f64| durations.points().iter().all(|point| point.time % unit == 0.0);
    let unit = [60.0, 1.0].into_iter().find(|unit| whole(*unit)).unwrap_or(0.0);
    durations.with_resolution(unit)
}
