//! After the last row: what can only be told of all contacts together.

use super::contact::Contact;
use super::days::{self, Day};
use super::fault::Fault;
use super::faults::Faults;
use super::log::{Log, LogFile, place};
use super::read::Reading;
use super::times::shown;
use super::words::CHANNELS;
use crate::scenario::Channel;
use crate::units::DAY;

/// A gap so long, s, parts a few wrong dates from the contacts of a log.
const ISLAND: f64 = 60.0 * DAY;
/// Fewer contacts than this make a type that is too rare to be fitted.
const RARE: usize = 30;

/// Puts contacts in order and looks at them as a whole.
pub(super) fn finish(reading: Reading, replicated: bool) -> Log {
    let Reading { kinds, agents, mut contacts, mut faults, files, replications, channels: votes, duplicates, .. } =
        reading;
    drop(duplicates);
    let covered = apart(&mut contacts, &replications);
    contacts.sort_unstable_by(|one, other| one.arrived.total_cmp(&other.arrived).then(one.row.cmp(&other.row)));
    let mut findings = Findings { faults: &mut faults, files: &files };
    if !replicated {
        findings.leave_out_islands(&mut contacts);
    }
    let (kinds, agents) = (kinds.into_names(), agents.into_names());
    findings.rare_kinds(&contacts, &kinds);
    let channels = channels(&votes, &contacts, kinds.len());
    findings.overlaps(&contacts, &agents, &channels, replicated);
    findings.coarse_times(&contacts);
    let days: Vec<Day> = match replicated {
        true => days::of_replications(&contacts, &covered),
        false => days::covered(&contacts, &mut findings),
    };
    contacts.shrink_to_fit();
    let wholes = (0..kinds.len() as u16).collect();
    Log { kinds, channels, wholes, agents, contacts, days, faults, files }
}

/// The channel that most of the contacts of a type say, with their share.
type Told = Option<(Channel, f64)>;

fn channels(votes: &[[u64; CHANNELS.len()]], contacts: &[Contact], kinds: usize) -> Vec<Told> {
    let mut counts = vec![0_u64; kinds];
    contacts.iter().for_each(|contact| counts[usize::from(contact.kind)] += 1);
    let of = |(kind, count): (usize, &u64)| {
        let most = CHANNELS.iter().zip(votes.get(kind)?).max_by_key(|(_, votes)| **votes)?;
        let ((channel, _), votes) = most;
        (2 * *votes > *count).then(|| (*channel, (*votes as f64 / *count as f64).min(1.0)))
    };
    counts.iter().enumerate().map(of).collect()
}

/// Puts each replication on weeks of its own, so that its weekdays stay, and gives the first and last day of each.
fn apart(contacts: &mut [Contact], runs: &[(usize, (usize, u64))]) -> Vec<(i32, i32)> {
    let mut keys: Vec<(usize, u64)> = runs.iter().map(|(_, key)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    let all = contacts.iter().map(Contact::day);
    let (Some(first), Some(last)) = (all.clone().min(), all.max()) else { return Vec::new() };
    let apart = (last - first + 7) / 7 * 7;
    let shift = |replication: usize| replication as i32 * apart;
    let mut end = contacts.len();
    for (start, key) in runs.iter().rev() {
        let place = keys.binary_search(key).unwrap_or(0);
        let run = contacts.get_mut(*start..end).unwrap_or_default();
        run.iter_mut().for_each(|contact| contact.arrived += f64::from(shift(place)) * DAY);
        end = *start;
    }
    (0..keys.len()).map(|place| (first + shift(place), last + shift(place))).collect()
}

/// Notes what is found, at the lines where it stands.
pub(super) struct Findings<'l> {
    pub(super) faults: &'l mut Faults,
    files: &'l [LogFile],
}

impl Findings<'_> {
    fn at(&mut self, fault: Fault, contact: &Contact, text: &str) {
        self.all_at(fault, 1, contact, text);
    }

    fn all_at(&mut self, fault: Fault, rows: u64, contact: &Contact, text: &str) {
        if let Some((path, line)) = place(self.files, contact.row) {
            self.faults.note_all(fault, rows, path, line, text);
        }
    }

    /// Notes what is of no one line.
    pub(super) fn of_no_line(&mut self, fault: Fault, text: &str) {
        if let Some(file) = self.files.first() {
            self.faults.note(fault, &file.path, 0, text);
        }
    }

    /// Leaves out the few contacts that a long gap parts from the others.
    fn leave_out_islands(&mut self, contacts: &mut Vec<Contact>) {
        let few = contacts.len() / 100;
        let gap = |pair: &[Contact]| pair[1].arrived - pair[0].arrived > ISLAND;
        let pairs = || contacts.windows(2).enumerate();
        let start = pairs().take(few).rev().find(|(_, pair)| gap(pair)).map_or(0, |(place, _)| place + 1);
        let from_end = pairs().skip(contacts.len().saturating_sub(few + 1)).find(|(_, pair)| gap(pair));
        let end = from_end.map_or(contacts.len(), |(place, _)| place + 1);
        for contact in contacts.iter().take(start) {
            self.at(Fault::LongBefore, contact, &shown(contact.arrived));
        }
        for contact in contacts.iter().skip(end) {
            self.at(Fault::LongAfter, contact, &shown(contact.arrived));
        }
        contacts.truncate(end);
        contacts.drain(..start);
    }

    fn rare_kinds(&mut self, contacts: &[Contact], kinds: &[String]) {
        let mut counts = vec![0_usize; kinds.len()];
        for contact in contacts {
            counts[usize::from(contact.kind)] += 1;
        }
        for (kind, count) in counts.iter().enumerate().filter(|(_, count)| (1..RARE).contains(*count)) {
            let first = contacts.iter().find(|contact| usize::from(contact.kind) == kind);
            if let (Some(first), Some(name)) = (first, kinds.get(kind)) {
                self.at(Fault::RareKind, first, &format!("{name}: {count}"));
            }
        }
    }

    /// Notes contacts that begin while their agent has another in hand. Chats do by right, and a simulation knows what it
    /// does.
    fn overlaps(&mut self, contacts: &[Contact], agents: &[String], channels: &[Told], replicated: bool) {
        if replicated {
            return;
        }
        let is_chat = |kind: u16| matches!(channels.get(usize::from(kind)), Some(Some((Channel::Chat, _))));
        let is_one = |contact: &Contact| contact.agent().is_some() && !is_chat(contact.kind);
        let mut handled: Vec<u32> =
            (0..contacts.len() as u32).filter(|place| is_one(&contacts[*place as usize])).collect();
        let of = |place: &u32| &contacts[*place as usize];
        handled.sort_unstable_by(|one, other| {
            let (one, other) = (of(one), of(other));
            one.agent()
                .cmp(&other.agent())
                .then(one.left_queue().total_cmp(&other.left_queue()))
                .then(one.row.cmp(&other.row))
        });
        let mut free: (Option<u32>, f64) = (None, f64::NEG_INFINITY);
        for contact in handled.iter().map(of) {
            if free.0 != contact.agent() {
                free = (contact.agent(), f64::NEG_INFINITY);
            }
            // Moments of two contacts are rounded each for itself.
            if contact.left_queue() < free.1 - 1.0 {
                let name = contact.agent().and_then(|agent| agents.get(agent as usize)).map_or("", String::as_str);
                let text =
                    format!("{name} begins at {}, and is busy until {}", shown(contact.left_queue()), shown(free.1));
                self.at(Fault::OverlappingContacts, contact, &text);
            }
            free.1 = free.1.max(contact.ended());
        }
    }

    /// Notes files whose arrivals all fall on whole minutes.
    fn coarse_times(&mut self, contacts: &[Contact]) {
        let mut files = vec![(0_u64, true, None); self.files.len()];
        for contact in contacts {
            let place = self.files.partition_point(|file| file.lines_before < contact.row).saturating_sub(1);
            if let Some((count, coarse, first)) = files.get_mut(place) {
                *count += 1;
                *coarse &= contact.arrived % 60.0 == 0.0;
                first.get_or_insert(*contact);
            }
        }
        for (count, coarse, first) in files {
            if let Some(first) = first.filter(|_| coarse && count >= RARE as u64) {
                self.all_at(Fault::CoarseTimes, count, &first, &shown(first.arrived));
            }
        }
    }
}
