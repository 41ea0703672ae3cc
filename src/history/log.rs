//! What a contact log came to.

use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::contact::Contact;
use super::days::Day;
use super::faults::Faults;
use crate::scenario::Channel;

/// All contacts of one or several files, in the order of their arrival.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// Names of the contact types: those of a mapping first, then in the order in which they appear.
    pub kinds: Vec<String>,
    /// The channel of each type, where most of its contacts say one, and what share of them says it.
    pub channels: Vec<Option<(Channel, f64)>>,
    /// The type that each type is a part of, by number: itself, unless types were parted ([`Log::part`]).
    pub wholes: Vec<u16>,
    /// Names of the agents, in the order in which they appear.
    pub agents: Vec<String>,
    /// The contacts by time of arrival; those of the same moment in the order of the files.
    pub contacts: Vec<Contact>,
    /// The civil dates that the log covers, in order.
    pub days: Vec<Day>,
    /// Every row that is not as it should be, and what was done about it.
    pub faults: Faults,
    /// The files, and what their columns were taken for.
    pub files: Vec<LogFile>,
}

/// One file of a log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogFile {
    /// Its path as it was opened.
    pub path: PathBuf,
    /// The layout by whose mapping it was read, where it was recognised.
    pub layout: Option<&'static str>,
    /// What its columns were taken for, in the order of the file.
    pub columns: Vec<Taken>,
    /// How many lines of all files stand before it.
    pub(super) lines_before: u32,
}

/// A column, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its name in the file.
    pub column: String,
    /// What it was taken for, in words; none where it is not used.
    pub roles: Vec<&'static str>,
    /// What its values are, in words, such as "dates with times".
    pub content: &'static str,
}

impl Log {
    /// The channel that the log tells of a type.
    #[must_use]
    pub fn channel(&self, kind: u16) -> Option<Channel> {
        self.channels.get(usize::from(self.whole(kind))).copied().flatten().map(|(channel, _)| channel)
    }

    /// Whether contacts of a type wait until somebody has time for them, as e-mails do.
    #[must_use]
    pub fn is_deferred(&self, kind: u16) -> bool {
        self.channel(kind).is_some_and(Channel::is_deferred)
    }

    /// The file and line, from 1, that a contact was read from.
    #[must_use]
    pub fn place(&self, contact: &Contact) -> Option<(&Path, u32)> {
        place(&self.files, contact.row)
    }

    /// The contacts that arrived on a covered day.
    #[must_use]
    pub fn of_day(&self, day: &Day) -> &[Contact] {
        self.contacts.get(day.contacts.clone()).unwrap_or_default()
    }

    /// The covered day of a date.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&Day> {
        let found = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(found)
    }

    /// The contacts that arrived between two dates, both included.
    #[must_use]
    pub fn between(&self, first: Date, last: Date) -> &[Contact] {
        self.contacts.get(self.range(first, last)).unwrap_or_default()
    }

    /// Keeps the days whose date is as asked, and their contacts. Faults stay as they were counted.
    pub fn keep_days(&mut self, keep: impl Fn(Date) -> bool) {
        let mut kept = 0;
        self.days.retain_mut(|day| {
            let stays = keep(day.date);
            if stays {
                let length = day.contacts.len();
                self.contacts.copy_within(day.contacts.clone(), kept);
                day.contacts = kept..kept + length;
                kept += length;
            }
            stays
        });
        self.contacts.truncate(kept);
        self.contacts.shrink_to_fit();
    }

    /// Parts types: a contact becomes one of the type with the number that is told of it. New types are parts of others,
    /// and stand behind those of the log.
    pub fn part(&mut self, parts: &[(String, u16)], mut kind_of: impl FnMut(&Contact) -> u16) {
        for (name, whole) in parts {
            self.kinds.push(name.clone());
            self.wholes.push(*whole);
        }
        self.contacts.iter_mut().for_each(|contact| contact.kind = kind_of(contact));
    }

    /// The type that a type is a part of: itself, unless types were parted.
    #[must_use]
    pub fn whole(&self, kind: u16) -> u16 {
        self.wholes.get(usize::from(kind)).copied().unwrap_or(kind)
    }

    fn range(&self, first: Date, last: Date) -> Range<usize> {
        let from = self.days.partition_point(|day| day.date < first);
        let to = self.days.partition_point(|day| day.date <= last);
        let days = self.days.get(from..to).unwrap_or_default();
        days.first().map_or(0, |day| day.contacts.start)..days.last().map_or(0, |day| day.contacts.end)
    }
}

/// The file and line of a row counted over all files.
pub(super) fn place(files: &[LogFile], row: u32) -> Option<(&Path, u32)> {
    let after = files.partition_point(|file| file.lines_before < row);
    let file = files.get(after.checked_sub(1)?)?;
    Some((&file.path, row - file.lines_before))
}
