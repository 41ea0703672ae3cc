//! Rows that came before, by hashes: ten million take 190 MB while a log is read.

use super::contact::Contact;
use super::fault::Fault;

/// So full a table is made, where the number of rows is foretold ...
const FILLED: f64 = 0.85;
/// ... and so full it may become: a search then ends after some eighty places, side by side in memory.
const FULL: f64 = 0.92;
/// Places of the first table.
const FEW: usize = 1 << 10;

/// The rows so far, by their number or else by their content: a table with open addresses, whose size is any number, so
/// that it can be made for a log of known length.
#[derive(Default)]
pub(super) struct Duplicates {
    rows: Vec<Known>,
    taken: usize,
}

/// A row that came before, and parts of its content and its moment; without a hash, a free place.
#[derive(Clone, Copy, Default)]
struct Known {
    hash: u64,
    content: u32,
    moment: u32,
}

impl Duplicates {
    /// Makes room for so many rows more.
    pub(super) fn expect(&mut self, more: usize) {
        let rows = (self.taken + more) as f64;
        if rows > FULL * self.rows.len() as f64 {
            self.grow((rows / FILLED) as usize + 1);
        }
    }

    /// What a row repeats, if it does; `id` is the hash of its number, `content` that of all its fields. Neither is 0.
    pub(super) fn fault(&mut self, contact: &Contact, id: Option<u64>, content: u64) -> Option<Fault> {
        if self.taken as f64 >= FULL * self.rows.len() as f64 {
            self.grow((self.rows.len() + self.rows.len() / 2).max(FEW));
        }
        let moment = contact.arrived.to_bits();
        let own =
            Known { hash: id.unwrap_or(content), content: content as u32, moment: (moment ^ moment >> 32) as u32 };
        let place = place(&self.rows, own.hash);
        let known = self.rows.get_mut(place)?;
        if known.hash == 0 {
            *known = own;
            self.taken += 1;
            return None;
        }
        let is_told_apart = id.is_some() || contact.agent().is_some() || contact.customer().is_some();
        Some(match (known.content == own.content, known.moment == own.moment) {
            (true, _) if is_told_apart => Fault::IdenticalRow,
            (true, _) => Fault::IdenticalTwin,
            (false, true) => Fault::RevisedRow,
            (false, false) => Fault::RepeatedId,
        })
    }

    fn grow(&mut self, places: usize) {
        let old = std::mem::replace(&mut self.rows, vec![Known::default(); places]);
        for known in old.into_iter().filter(|known| known.hash != 0) {
            let place = place(&self.rows, known.hash);
            self.rows[place] = known;
        }
    }
}

/// Where a hash stands, or the free place where it belongs: the share of the table that the hash is of all hashes, or the
/// next place that is free.
fn place(rows: &[Known], hash: u64) -> usize {
    let home = ((u128::from(hash) * rows.len() as u128) >> 64) as usize;
    let fits = |place: &usize| [0, hash].contains(&rows[*place].hash);
    (home..rows.len()).chain(0..home).find(fits).unwrap_or(home)
}
