//! One contact on its way through the centre.

use super::ids::TypeId;
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
    /// The day of the horizon on which it arrived.
    pub day: u16,
    /// Whether it arrived in the measured window.
    pub measured: bool,
}

impl Contact {
    /// Stands where there is no contact yet.
    pub(super) fn nobody() -> Self {
        Self { arrived: 0.0, key: Key::new(0, 0), handling: 0.0, kind: TypeId(0), interval: 0, day: 0, measured: false }
    }
}
