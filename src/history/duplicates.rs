//! Rows that came before, by hashes: ten million take 300 MB while a log is read.

use std::hash::{BuildHasherDefault, Hasher};

use super::contact::Contact;
use super::fault::Fault;

/// What came before. Its order, which differs from run to run, is never looked at.
#[allow(clippy::disallowed_types)]
type Known = std::collections::HashMap<u64, (u32, u32), BuildHasherDefault<AsItIs>>;

/// The rows so far, by their number or else by their content.
#[derive(Default)]
pub(super) struct Duplicates {
    known: Known,
}

impl Duplicates {
    /// What a row repeats, if it does; `id` is the hash of its number, `content` that of all its fields.
    pub(super) fn fault(&mut self, contact: &Contact, id: Option<u64>, content: u64) -> Option<Fault> {
        let moment = contact.arrived.to_bits();
        let is_told_apart = id.is_some() || contact.agent().is_some() || contact.customer().is_some();
        let (content_half, moment_half) = (content as u32, (moment ^ moment >> 32) as u32);
        match self.known.entry(id.unwrap_or(content)) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert((content_half, moment_half));
                None
            }
            std::collections::hash_map::Entry::Occupied(place) => Some(match *place.get() {
                (content, _) if content == content_half && is_told_apart => Fault::IdenticalRow,
                (content, _) if content == content_half => Fault::IdenticalTwin,
                (_, moment) if moment == moment_half => Fault::RevisedRow,
                _ => Fault::RepeatedId,
            }),
        }
    }
}

/// Hashes need no hashing.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0 << 8 | u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
