//! One contact on its way through the centre.

use super::ids::{JourneyId, TypeId};
use crate::sampling::Key;

/// A contact that has reached the centre.
#[derive(Clone, Copy, Debug)]
pub struct Contact {
    /// When it joined, s.
    pub arrived: f64,
    /// Opens its own random numbers.
    pub key: Key,
    /// How long its handling (or talk) takes by the type's own law, s.
    pub handling: f64,
    /// Its type.
    pub kind: TypeId,
    /// The interval of the day in which it arrived.
    pub interval: u16,
    /// The issue that it belongs to, where journeys are kept.
    pub journey: JourneyId,
}

impl Contact {
    /// Stands where there is no contact yet.
    pub(super) fn nobody() -> Self {
        let key = Key::new(0, 0);
        Self { arrived: 0.0, key, handling: 0.0, kind: TypeId(0), interval: 0, journey: JourneyId::NONE }
    }
}
