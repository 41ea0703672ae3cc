//! What can be wrong with a log: each kind of fault has a rule, a count and an example.

use std::path::{Path, PathBuf};

use super::fault::Fault;

/// What a fault does to the rows that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The row is not a contact of the log.
    LeftOut,
    /// The row is a contact, with something of it set right.
    Mended,
    /// The row is a contact as it stands; the fault is told.
    Kept,
}

impl Effect {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::LeftOut => "left out",
            Self::Mended => "mended",
            Self::Kept => "kept",
        }
    }
}

/// How often, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many rows (or days, hours, contact types, as the fault's title says) have it.
    pub count: u64,
    /// The first of them.
    pub example: Option<Example>,
}

/// Where a fault was first met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; 0 where the fault is of no one line.
    pub line: u32,
    /// What stands there, shortened.
    pub text: String,
}

/// Rows that the mapping leaves out, by the reason that it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The reason.
    pub because: String,
    /// How many rows.
    pub found: Found,
}

/// Everything that was wrong, and how many rows there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    rows: u64,
    found: Vec<Found>,
    dropped: Vec<Dropped>,
}

impl Default for Faults {
    fn default() -> Self {
        Self { rows: 0, found: vec![Found::default(); Fault::ALL.len()], dropped: Vec::new() }
    }
}

/// Examples are cut to so many characters.
const SHOWN: usize = 120;

impl Faults {
    /// Rows of all files without their header: contacts and what was left out.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// How often a fault was found, and where first.
    #[must_use]
    pub fn get(&self, fault: Fault) -> &Found {
        &self.found[fault as usize]
    }

    /// The faults that were found, in the order in which [`Fault`] declares them.
    pub fn found(&self) -> impl Iterator<Item = (Fault, &Found)> {
        Fault::ALL.iter().copied().zip(&self.found).filter(|(_, found)| found.count > 0)
    }

    /// What the mapping leaves out, by reason, in its order; a reason may have met no row.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        &self.dropped
    }

    /// How many rows are no contacts of the log: `rows` less this is the number of contacts.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        let faulty = self.found().filter(|(fault, _)| fault.effect() == Effect::LeftOut).map(|(_, found)| found.count);
        faulty.chain(self.dropped.iter().map(|dropped| dropped.found.count)).sum()
    }

    pub(super) fn count_row(&mut self) {
        self.rows += 1;
    }

    /// Notes a fault at a line.
    pub(super) fn note(&mut self, fault: Fault, file: &Path, line: u32, text: &str) {
        self.note_all(fault, 1, file, line, text);
    }

    /// Notes a fault that several rows have, at the line of the first.
    pub(super) fn note_all(&mut self, fault: Fault, rows: u64, file: &Path, line: u32, text: &str) {
        self.found[fault as usize].add(rows, file, line, text);
    }

    /// Makes room for a reason of the mapping; the same reason of a further file is the same one.
    pub(super) fn reason(&mut self, because: &str) -> usize {
        if let Some(known) = self.dropped.iter().position(|dropped| dropped.because == because) {
            return known;
        }
        self.dropped.push(Dropped { because: because.to_owned(), found: Found::default() });
        self.dropped.len() - 1
    }

    /// Notes a row that the mapping leaves out.
    pub(super) fn drop_row(&mut self, reason: usize, file: &Path, line: u32, text: &str) {
        if let Some(dropped) = self.dropped.get_mut(reason) {
            dropped.found.add(1, file, line, text);
        }
    }
}

impl Found {
    fn add(&mut self, rows: u64, file: &Path, line: u32, text: &str) {
        self.count += rows;
        if self.example.is_none() {
            self.example = Some(Example { file: file.to_owned(), line, text: shortened(text) });
        }
    }
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.trim_end_matches(['\r', '\n']).chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
