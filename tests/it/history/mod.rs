//! Contact logs read from files.

mod dirt;
mod dirty_file;
mod formats;
mod layouts;
mod mappings;
mod own;
mod properties;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use holdline::history::{Effect, Fault, Log, Mapping, Outcome, Unread, read};

/// A file of a test's own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("history");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// The log of a text; no row of it may be lost.
fn log(name: &str, text: &str) -> Log {
    log_by(name, text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"))
}

fn log_by(name: &str, bytes: &[u8], mapping: Option<&str>) -> Result<Log, Unread> {
    let mapping = mapping.map(|text| Mapping::parse(Path::new("mapping.toml"), text).unwrap());
    let log = read(&[file(name, bytes)], mapping.as_ref(), &mut |_, _| ());
    if let Ok(log) = &log {
        nothing_is_lost(log);
    }
    log
}

/// Every row is a contact or is left out for one reason.
fn nothing_is_lost(log: &Log) {
    assert_eq!(log.faults.rows(), log.contacts.len() as u64 + log.faults.left_out());
    let faulty =
        log.faults.found().filter(|(fault, _)| fault.effect() == Effect::LeftOut).map(|(_, found)| found.count);
    let dropped = log.faults.dropped().iter().map(|dropped| dropped.found.count);
    assert_eq!(log.faults.left_out(), faulty.chain(dropped).sum::<u64>());
    for (fault, found) in log.faults.found() {
        assert!(found.example.is_some(), "{fault:?} has no example");
    }
}

fn refusal(name: &str, text: &str, mapping: Option<&str>) -> Unread {
    log_by(name, text.as_bytes(), mapping).unwrap_err()
}

/// How often a fault was found.
fn count(log: &Log, fault: Fault) -> u64 {
    log.faults.get(fault).count
}

fn of_outcome(log: &Log, outcome: Outcome) -> usize {
    log.contacts.iter().filter(|contact| contact.outcome == outcome).count()
}
