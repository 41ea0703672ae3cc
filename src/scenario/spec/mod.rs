//! Every key of the scenario file, declared once: its kind, its bounds, what it means, an example.
//!
//! The reader takes bounds and wording from here, finds unknown and missing keys with it, and merges a file into its
//! base by it; the JSON Schema is printed from it. A key that is not here does not exist.

mod agents;
mod calendar;
mod contacts;
mod customers;
mod hiring;
mod laws;
mod people;
mod satisfaction;
mod sections;
mod shifts;

pub(crate) use agents::GROUP;
pub(crate) use calendar::HOLIDAY;
use calendar::{CALENDAR, VOLUME};
use contacts::BUSY_FACTOR;
pub(crate) use contacts::CONTACT;
use contacts::TARGET;
pub(crate) use contacts::WEEKDAYS;
pub(crate) use laws::LAW;
pub(crate) use people::LEARNING_FORMS;
use satisfaction::SATISFACTION;
use sections::{CENTRE, HORIZON, REPORT, RUN};
pub(crate) use sections::{ROOT, SERVICE_LEVELS};
pub(crate) use shifts::{CONTRACT, SHIFT_TYPE};

/// A table of the file.
#[derive(Debug)]
pub(crate) struct TableSpec {
    /// Its name in the schema.
    pub(crate) name: &'static str,
    /// What it is, as messages call it.
    pub(crate) noun: &'static str,
    /// One sentence for the schema.
    pub(crate) doc: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [Key],
    /// Exactly one of these sets of keys is given.
    pub(crate) either: &'static [&'static [&'static str]],
    /// At least one of these keys is given.
    pub(crate) some_of: &'static [&'static str],
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    pub(crate) kind: Kind,
    /// What it means, in one line.
    pub(crate) doc: &'static str,
    /// A value as it would stand in the file.
    pub(crate) example: &'static str,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// What a value must be.
#[derive(Debug)]
pub(crate) enum Kind {
    Text,
    /// The path of a file, relative to the file that names it.
    File,
    Date,
    /// True or false.
    Flag,
    /// `08:00-20:00`.
    Hours,
    /// `08:00-20:00`, or `closed`.
    HoursOrClosed,
    TimeOfDay,
    /// A duration of at least 0 s, or above 0 s.
    Duration {
        zero: bool,
    },
    /// A duration, or `inf` for a patience without end.
    DurationOrInf,
    /// A share; `zero` and `one` say whether the ends are allowed.
    Share {
        zero: bool,
        one: bool,
    },
    /// A number between bounds; `zero` says whether a least of 0 is itself allowed.
    Number {
        min: f64,
        max: f64,
        zero: bool,
    },
    Whole {
        min: u64,
        max: u64,
    },
    Choice(&'static [&'static str]),
    List(&'static Kind),
    /// A table whose keys are declared; `merge`: a file that extends another replaces it key by key.
    Table {
        spec: &'static TableSpec,
        merge: bool,
    },
    /// A table whose keys are names that the user chooses.
    Map {
        of: &'static Kind,
        merge: bool,
    },
    /// One of several kinds, told apart by their type.
    Any(&'static [Kind]),
}

impl TableSpec {
    pub(crate) const fn new(name: &'static str, noun: &'static str, doc: &'static str, keys: &'static [Key]) -> Self {
        Self { name, noun, doc, keys, either: &[], some_of: &[] }
    }

    pub(crate) const fn either(mut self, sets: &'static [&'static [&'static str]]) -> Self {
        self.either = sets;
        self
    }

    const fn some_of(mut self, keys: &'static [&'static str]) -> Self {
        self.some_of = keys;
        self
    }

    /// The declaration of a key.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The keys that must be there.
    pub(crate) fn required(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().filter(|key| key.need == Need::Required)
    }
}

impl Key {
    /// How to add the key, and what it means.
    pub(crate) fn remedy(&self) -> String {
        let doc = self.doc.trim_end_matches('.');
        let mut letters = doc.chars();
        let doc =
            letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()).unwrap_or_default();
        if self.example.starts_with(['[']) && !matches!(self.kind, Kind::List(_)) {
            format!("add a table {}: {doc}", self.example)
        } else {
            format!("add `{} = {}`: {doc}", self.name, self.example)
        }
    }
}

pub(crate) const fn key(name: &'static str, kind: Kind, example: &'static str, doc: &'static str) -> Key {
    Key { name, need: Need::Optional, kind, doc, example }
}

pub(crate) const fn required(name: &'static str, kind: Kind, example: &'static str, doc: &'static str) -> Key {
    Key { name, need: Need::Required, kind, doc, example }
}

const fn by_key(spec: &'static TableSpec) -> Kind {
    Kind::Table { spec, merge: true }
}

pub(crate) const fn as_one(spec: &'static TableSpec) -> Kind {
    Kind::Table { spec, merge: false }
}

/// Most agents of a group, and of a centre.
pub(crate) const MOST_AGENTS: u64 = 100_000;
/// Longest duration, in seconds: thirty years.
pub(crate) const LONGEST: f64 = 1e9;

const DURATION: Kind = Kind::Duration { zero: true };
const POSITIVE: Kind = Kind::Duration { zero: false };
const SHARE: Kind = Kind::Share { zero: true, one: true };
/// A factor on a time or a chance.
const FACTOR: Kind = Kind::Number { min: 0.0, max: 100.0, zero: false };
const MONEY: Kind = Kind::Number { min: 0.0, max: 1e9, zero: true };
/// How many of something that happens to one customer.
const TIMES: Kind = Kind::Whole { min: 1, max: 100_000 };
/// A chance of resolution, or one for each attempt.
const RESOLUTION: Kind = Kind::Any(&[SHARE, Kind::List(&SHARE)]);
const WEIGHT: Kind = Kind::Number { min: 0.0, max: 1e12, zero: true };
const A_LAW: Kind = as_one(&LAW);

/// The table in which a key would be at home, for a key that stands in the wrong one.
pub(crate) fn home_of(name: &str) -> Option<&'static str> {
    let homes: [(&TableSpec, &str); 12] = [
        (&ROOT, "the top of the file"),
        (&HORIZON, "[horizon]"),
        (&RUN, "[run]"),
        (&CENTRE, "[centre]"),
        (&REPORT, "[report]"),
        (&CALENDAR, "[calendar]"),
        (&SATISFACTION, "[satisfaction]"),
        (&CONTACT, "a contact type, [contacts.<name>]"),
        (&GROUP, "an agent group, [agents.<name>]"),
        (&SHIFT_TYPE, "a shift type, [shifts.<name>]"),
        (&CONTRACT, "a contract, [contracts.<name>]"),
        (&TARGET, "the `target` of a contact type"),
    ];
    homes.iter().find(|(spec, _)| spec.key(name).is_some()).map(|(_, home)| *home)
}
