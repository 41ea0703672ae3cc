//! What customers do beyond one contact, made ready for drawing.

use super::ids::TypeId;
use crate::sampling::Sampler;
use crate::scenario::{ContactType, Customers, Hours, Law, Scenario};

/// The rules of one contact type.
#[derive(Clone, Debug)]
pub struct Rules {
    /// As the scenario gives them.
    pub customers: Customers,
    /// When the type is open.
    pub hours: Hours,
    /// Whether it serves itself.
    pub serves_itself: bool,
    /// How long until a redial.
    pub redial_after: Sampler,
    /// How long until a repeat.
    pub repeat_after: Sampler,
    /// How long until an escalation.
    pub escalate_after: Sampler,
    /// When a promised call is due.
    pub promise_after: Sampler,
    /// How long after the opening who found the door shut tries again.
    pub retry_after: Sampler,
    /// How long a call-back takes, where it has a law of its own.
    pub call_back: Option<Sampler>,
}

impl Rules {
    /// The rules of a contact type of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario, contact: &ContactType) -> Self {
        let customers = contact.customers.clone();
        let delay = |law: Option<&Law>| law.map_or(Sampler::Constant(0.0), Sampler::new);
        Self {
            hours: Hours::new(contact, &scenario.horizon),
            serves_itself: contact.channel.serves_itself(),
            redial_after: delay(customers.redial.as_ref().map(|rule| &rule.after)),
            repeat_after: delay(customers.repeat.as_ref().map(|rule| &rule.after)),
            escalate_after: delay(customers.escalate.as_ref().map(|rule| &rule.after)),
            promise_after: delay(customers.promise.as_ref().map(|rule| &rule.after)),
            retry_after: delay(customers.out_of_hours.as_ref().map(|rule| &rule.after)),
            call_back: customers.callback.as_ref().and_then(|rule| rule.handle.as_ref()).map(Sampler::new),
            customers,
        }
    }

    /// Whether and where to a contact is passed on; `chance` and `place` are uniform on (0, 1).
    pub(super) fn transfer_to(&self, chance: f64, place: f64) -> Option<TypeId> {
        let rule = self.customers.transfer.as_ref().filter(|rule| chance < rule.probability)?;
        pick(&rule.to, place)
    }

    /// The type by which a customer contacts again; `place` is uniform on (0, 1).
    pub(super) fn repeat_by(&self, own: TypeId, place: f64) -> TypeId {
        let rule = self.customers.repeat.as_ref();
        rule.and_then(|rule| pick(&rule.to, place)).unwrap_or(own)
    }
}

/// The type whose share a place between 0 and 1 falls into; none beyond all shares.
fn pick(shares: &[(usize, f64)], mut place: f64) -> Option<TypeId> {
    for &(kind, share) in shares {
        if place < share {
            return Some(TypeId(kind as u16));
        }
        place -= share;
    }
    None
}

/// The chance of resolution at an attempt (1 is the first).
pub(super) fn resolution(chances: &[f64], attempt: u32) -> f64 {
    let place = (attempt as usize - 1).min(chances.len().saturating_sub(1));
    chances.get(place).copied().unwrap_or(1.0)
}
