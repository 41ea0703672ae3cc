//! From files to a log.

use std::path::{Path, PathBuf};

use super::Unread;
use super::contact::Contact;
use super::duplicates::Duplicates;
use super::fault::Fault;
use super::faults::Faults;
use super::file::Rows;
use super::finish::finish;
use super::hash::Hash;
use super::interpret::{Interpreter, Verdict};
use super::log::{Log, LogFile, Taken};
use super::mapping::Mapping;
use super::names::Names;
use super::notes::Notes;
use super::plan::Plan;
use super::row::Row;
use super::sift::sift;
use super::times::same;
use super::words::{CHANNELS, channel};
use crate::scenario::{Problem, quoted};

/// A column with more different values is none of contact types.
const MOST_KINDS: usize = 1000;
/// A column with more different values is none of agents.
const MOST_AGENTS: usize = 100_000;
/// Progress is told once in so many rows.
const TOLD_EVERY: u64 = 4096;

/// Reads the contacts of one or several files, as if they were one: what rows repeat is found across files too.
///
/// `progress` is told how many bytes of all files are done, and how many there are. Ten million contacts need some 600 MB
/// while they are read, and 400 MB after that.
///
/// # Errors
/// A file that cannot be opened, columns that cannot be told or that the mapping names and a file does not have, dates of
/// which day and month cannot be told apart, outcomes that are not known.
pub fn read(paths: &[PathBuf], mapping: Option<&Mapping>, progress: &mut dyn FnMut(u64, u64)) -> Result<Log, Unread> {
    let plans = paths.iter().map(|path| Plan::of(path, mapping)).collect::<Result<Vec<_>, _>>()?;
    let sizes: Vec<u64> = paths.iter().map(|path| path.metadata().map_or(0, |meta| meta.len())).collect();
    let mut reading = Reading::default();
    let (mut done, all) = (0, sizes.iter().sum());
    for ((path, plan), size) in paths.iter().zip(&plans).zip(&sizes) {
        reading.file(path, plan, all - done, &mut |bytes| progress((done + bytes).min(all), all))?;
        done += size;
        progress(done, all);
    }
    let replicated = plans.iter().any(|plan| plan.rules.replication.is_some());
    Ok(finish(reading, replicated))
}

/// Everything that is gathered while files are read.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) kinds: Names,
    pub(super) agents: Names,
    pub(super) contacts: Vec<Contact>,
    pub(super) faults: Faults,
    pub(super) files: Vec<LogFile>,
    /// How many contacts of each type came by each of the channels of [`CHANNELS`].
    pub(super) channels: Vec<[u64; CHANNELS.len()]>,
    /// From which contact on they are of which replication of which file.
    pub(super) replications: Vec<(usize, (usize, u64))>,
    /// What came before; of no use when all is read, and large.
    pub(super) duplicates: Duplicates,
    lines_before: u32,
    /// The arrival of the row before, in the same file.
    before: f64,
}

impl Reading {
    /// Reads a file, with which so many bytes are left of all files.
    fn file(&mut self, path: &Path, plan: &Plan, left: u64, progress: &mut dyn FnMut(u64)) -> Result<(), Unread> {
        let unreadable = |error: std::io::Error| Unread::file(path, &error);
        let mut rows = Rows::open(path).map_err(unreadable)?;
        rows.expect(plan.survey.columns.len());
        self.begin(path, plan);
        let reasons: Vec<usize> = plan.rules.drop.iter().map(|rows| self.faults.reason(&rows.because)).collect();
        let (mut row, mut offset, mut seen) = (Row::default(), None, 0_u64);
        while rows.next(&mut row).map_err(unreadable)? {
            if row.line == plan.survey.header_line {
                continue;
            }
            offset = self.row(path, plan, &reasons, &mut row, offset);
            self.check_names(path, plan, &row)?;
            seen += 1;
            if seen.is_multiple_of(TOLD_EVERY) {
                let bytes = rows.bytes_read().unwrap_or(0);
                progress(bytes);
                self.make_room(seen, bytes, left);
            }
        }
        self.lines_before = self.lines_before.saturating_add(rows.lines_read());
        Ok(())
    }

    fn begin(&mut self, path: &Path, plan: &Plan) {
        let roles = plan.rules.roles();
        let role = |place: usize| roles.iter().filter(move |(column, _)| *column == place).map(|(_, role)| *role);
        let taken = |(place, column): (usize, &super::survey::Column)| Taken {
            column: column.name.clone(),
            roles: role(place).collect(),
            content: column.content.words(),
        };
        let columns = plan.survey.columns.iter().enumerate().map(taken).collect();
        let path = path.to_owned();
        self.files.push(LogFile { path, layout: plan.layout, columns, lines_before: self.lines_before });
        for (value, name) in &plan.rules.kinds {
            self.kinds.alias(value, name);
        }
        self.before = f64::NEG_INFINITY;
    }

    /// Reserves what the rest of all files will need, so that memory is not doubled on the way. A workbook does not tell how
    /// much of it is read: its rows are a million at most.
    fn make_room(&mut self, rows: u64, bytes: u64, left: u64) {
        if bytes > 0 && (self.contacts.len() == self.contacts.capacity() || rows == TOLD_EVERY) {
            let rows_left = left.saturating_sub(bytes) as f64 * rows as f64 / bytes as f64;
            let more = (rows_left * 1.02) as usize + TOLD_EVERY as usize;
            self.contacts.reserve_exact(more);
            self.duplicates.expect(more);
        }
    }

    /// Takes in one row; gives the offset from UTC that the next one is held against.
    fn row(&mut self, path: &Path, plan: &Plan, reasons: &[usize], row: &mut Row, offset: Option<i32>) -> Option<i32> {
        self.faults.count_row();
        if let Some(fault) = sift(row, &plan.survey) {
            row.notes.add(fault);
            self.note(path, row, row.notes);
            return offset;
        }
        if row.has_spaces_around() {
            row.notes.add(Fault::SpacesAround);
        }
        let (kinds, agents) = (&mut self.kinds, &mut self.agents);
        let mut interpreter = Interpreter { rules: &plan.rules, kinds, agents, offset };
        let (verdict, mut notes) = interpreter.read(row);
        let (offset, id) = (interpreter.offset, interpreter.id(row));
        notes.join(row.notes);
        match verdict {
            Verdict::Contact(contact) => self.contact(plan, row, contact, id, &mut notes),
            Verdict::LeftOut(fault) => notes.add(fault),
            Verdict::Dropped(reason) => {
                let unwanted = || self.faults.reason("not among the rows that the mapping keeps");
                let reason = reasons.get(reason).copied().unwrap_or_else(unwanted);
                self.faults.drop_row(reason, path, row.line, &row.raw);
            }
        }
        self.note(path, row, notes);
        offset
    }

    fn contact(&mut self, plan: &Plan, row: &Row, contact: Contact, id: Option<u64>, notes: &mut Notes) {
        let repeated = self.duplicates.fault(&contact, id, Hash::default().add(&row.raw).finish());
        if let Some(fault) = repeated {
            notes.add(fault);
            if matches!(fault, Fault::IdenticalRow | Fault::RevisedRow) {
                return;
            }
        }
        if let Some(column) = plan.rules.replication {
            self.replication(row.field(column).parse().unwrap_or(0));
        }
        self.vote(plan, row, contact.kind);
        if contact.arrived < self.before && plan.rules.replication.is_none() {
            notes.add(Fault::OutOfOrder);
        }
        self.before = contact.arrived;
        self.contacts.push(contact.at_row(self.lines_before.saturating_add(row.line)));
    }

    /// Counts the channel of a contact, as its row or the mapping of its type tells it.
    fn vote(&mut self, plan: &Plan, row: &Row, kind: u16) {
        let told = plan.rules.channel.and_then(|column| channel(row.field(column)));
        let name = || self.kinds.name(u32::from(kind)).unwrap_or_default();
        let of_type = || plan.rules.channels.iter().find(|(of, _)| same(of, &name().to_lowercase())).map(|(_, is)| *is);
        let Some(is) = told.or_else(of_type) else { return };
        let place = usize::from(kind);
        self.channels.resize(self.channels.len().max(place + 1), Default::default());
        if let Some((_, votes)) = CHANNELS.iter().zip(&mut self.channels[place]).find(|((of, _), _)| *of == is) {
            *votes += 1;
        }
    }

    fn replication(&mut self, number: u64) {
        let key = (self.files.len(), number);
        if self.replications.last().is_none_or(|(_, last)| *last != key) {
            self.replications.push((self.contacts.len(), key));
        }
    }

    fn note(&mut self, path: &Path, row: &Row, notes: Notes) {
        if !notes.is_empty() {
            notes.faults().for_each(|fault| self.faults.note(fault, path, row.line, &row.raw));
        }
    }

    /// Types and agents are few; where they are not, a column was taken for what it is not.
    fn check_names(&self, path: &Path, plan: &Plan, row: &Row) -> Result<(), Unread> {
        let (column, what, most) = if self.kinds.len() > MOST_KINDS {
            (plan.rules.kind, "contact types", MOST_KINDS)
        } else if self.agents.len() > MOST_AGENTS {
            (plan.rules.agent.first().copied(), "agents", MOST_AGENTS)
        } else {
            return Ok(());
        };
        let name = column.and_then(|column| plan.survey.columns.get(column)).map(|column| column.name.as_str());
        let title = format!(
            "the column {} has more than {most} different values: these are no {what}",
            quoted(name.unwrap_or_default())
        );
        let problem = Problem::new(title).help("say in a mapping which column it is, or leave it out");
        let unread = Unread::line(path, row.line, &row.raw, problem);
        Err(Unread { draft: Some(super::draft::draft(&plan.survey, &plan.rules)), ..unread })
    }
}
