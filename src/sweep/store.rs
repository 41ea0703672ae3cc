//! Finished units, wherever they lie: in the folder of an unfinished sweep, or in parts that are put together.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::SweepError;
use super::part::{self, Head, Spot};
use super::plan::Plan;
use super::shard::Shard;
use crate::kpi::Record;

/// Units by number, each with the file that it is in.
#[derive(Debug, Default)]
pub struct Store {
    files: Vec<PathBuf>,
    units: BTreeMap<usize, (usize, Spot)>,
}

impl Store {
    /// Takes the units of a file in. Those that are there already stay, and are given back.
    pub(super) fn take(&mut self, path: &Path, spots: Vec<Spot>) -> Vec<(usize, PathBuf)> {
        self.files.push(path.to_owned());
        let mut twice = Vec::new();
        for spot in spots {
            match self.units.get(&spot.unit) {
                Some((file, _)) => twice.push((spot.unit, self.files[*file].clone())),
                None => _ = self.units.insert(spot.unit, (self.files.len() - 1, spot)),
            }
        }
        twice
    }

    /// Whether a unit is finished.
    #[must_use]
    pub fn has(&self, unit: usize) -> bool {
        self.units.contains_key(&unit)
    }

    fn bytes(&self, unit: usize) -> Result<Vec<u8>, SweepError> {
        let (file, spot) = self.units.get(&unit).ok_or(SweepError::Missing { unit })?;
        part::read(&self.files[*file], *spot)
    }

    /// A finished unit.
    ///
    /// # Errors
    /// Where there is none, or its file cannot be read or is damaged.
    pub fn record(&self, unit: usize) -> Result<Record, SweepError> {
        let damaged = || SweepError::Damaged {
            path: self.units.get(&unit).map(|(file, _)| self.files[*file].clone()).unwrap_or_default(),
        };
        Record::decode(&self.bytes(unit)?).ok_or_else(damaged)
    }
}

/// The folder of a sweep, or of a part of one, that is not finished.
#[derive(Debug)]
pub struct Workshop {
    /// What is finished.
    pub store: Store,
    folder: PathBuf,
    head: Head,
    next: usize,
}

/// The file that says to which sweep the folder belongs.
const MANIFEST: &str = "manifest.json";

impl Workshop {
    /// Opens the folder, or makes it. What an earlier run of the same sweep finished is taken over; a file that was damaged
    /// is left out, so that its units are done again.
    ///
    /// # Errors
    /// Where the folder belongs to another sweep, or cannot be read or written.
    pub fn open(folder: &Path, plan: &Plan, shard: Option<Shard>) -> Result<Self, SweepError> {
        let failed = |source| SweepError::Write { path: folder.to_owned(), source };
        fs::create_dir_all(folder).map_err(failed)?;
        let head = Head::new(plan, shard, 0, false);
        let manifest = folder.join(MANIFEST);
        match fs::read(&manifest) {
            Ok(bytes) => refuse_other(folder, &head, &bytes)?,
            Err(_) => {
                let text = serde_json::to_string_pretty(&head).map_err(|error| failed(error.into()))?;
                crate::report::write_atomically(&manifest, format!("{text}\n").as_bytes())?;
            }
        }
        let mut workshop = Self { store: Store::default(), folder: folder.to_owned(), head, next: 0 };
        workshop.take_over(plan.units())?;
        Ok(workshop)
    }

    fn take_over(&mut self, units: usize) -> Result<(), SweepError> {
        let unreadable = |source| SweepError::Read { path: self.folder.clone(), source };
        let entries = fs::read_dir(&self.folder).map_err(unreadable)?;
        let paths =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let number = |path: &PathBuf| path.file_name()?.to_str()?.strip_suffix(".units")?.parse::<usize>().ok();
        let mut chunks: Vec<(usize, PathBuf)> =
            paths.into_iter().filter_map(|path| Some((number(&path)?, path))).collect();
        chunks.sort();
        for (number, path) in chunks {
            self.next = self.next.max(number + 1);
            match part::open(&path) {
                Ok((head, spots)) if head.identity == self.head.identity && spots.iter().all(|s| s.unit < units) => {
                    self.store.take(&path, spots);
                }
                Ok(_) | Err(SweepError::Damaged { .. } | SweepError::NoPart { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Keeps finished units.
    ///
    /// # Errors
    /// Where they cannot be written; then nothing of them is left behind.
    pub fn keep(&mut self, units: Vec<(usize, Record)>) -> Result<(), SweepError> {
        if units.is_empty() {
            return Ok(());
        }
        let path = self.folder.join(format!("{:08}.units", self.next));
        let head = Head { units: units.len(), ..self.head.clone() };
        let mut bytes = units.iter().map(|(unit, record)| Ok((*unit, record.encode())));
        part::write(&path, &self.folder.join("units.partial"), &head, &mut bytes)?;
        self.next += 1;
        let (_, spots) = part::open(&path)?;
        self.store.take(&path, spots);
        Ok(())
    }

    /// Writes these units as one part, with all that it takes to merge it.
    ///
    /// # Errors
    /// Where a unit is missing, or the file cannot be written.
    pub fn write_part(&self, path: &Path, plan: &Plan, units: &[usize]) -> Result<(), SweepError> {
        let head = Head::new(plan, self.head.shard, units.len(), true);
        let mut bytes = units.iter().map(|unit| Ok((*unit, self.store.bytes(*unit)?)));
        part::write(path, &self.folder.join("part.partial"), &head, &mut bytes)
    }

    /// Where files that are not whole yet may lie.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes the folder away: what it was for is done.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn close(self) -> Result<(), SweepError> {
        fs::remove_dir_all(&self.folder).map_err(|source| SweepError::Write { path: self.folder, source })
    }
}

fn refuse_other(folder: &Path, head: &Head, manifest: &[u8]) -> Result<(), SweepError> {
    let help = "go on with that one, name another --out, or delete the folder";
    let Ok(theirs) = serde_json::from_slice::<Head>(manifest) else {
        let title = format!("the folder {} holds something else than an unfinished sweep", folder.display());
        return Err(SweepError::Refused { title, help: help.to_owned() });
    };
    let differs = theirs.differs(head).or_else(|| {
        let name = |shard: Option<Shard>| shard.map_or("all of it".to_owned(), |shard| format!("part {shard}"));
        (theirs.shard != head.shard).then(|| format!("it is {}, not {}", name(theirs.shard), name(head.shard)))
    });
    match differs {
        None => Ok(()),
        Some(why) => {
            let title = format!("the folder {} holds an unfinished sweep that is another: {why}", folder.display());
            Err(SweepError::Refused { title, help: help.to_owned() })
        }
    }
}
