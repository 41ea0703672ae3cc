//! Files of finished units: a line of JSON that says what they belong to, then the units, each with its own check sum.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::SweepError;
use super::plan::{InputHash, Plan};
use super::shard::Shard;

/// The first line of a file of units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// [`Head::SCHEMA`].
    pub schema: String,
    /// The version of holdline.
    pub version: String,
    /// [`Plan::identity`] of the sweep.
    pub identity: String,
    /// The sweep's seed.
    pub seed: u64,
    /// The files that the sweep was read from.
    pub inputs: Vec<InputHash>,
    /// Which part of the work it is; none for some units of all of it.
    pub shard: Option<Shard>,
    /// How many units follow.
    pub units: usize,
    /// The sweep, in a part that is to be merged.
    pub plan: Option<Plan>,
}

/// Where a unit lies in a file of units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) unit: usize,
    offset: u64,
    length: u64,
}

/// Bytes of the check sum that are kept.
const SUM: usize = 8;
/// No unit has more bytes: millions of replications with hundreds of figures.
const LARGEST: u64 = 1 << 36;

impl Head {
    /// The kind and version of the file.
    pub const SCHEMA: &'static str = "holdline/part/1";

    pub(super) fn new(plan: &Plan, shard: Option<Shard>, units: usize, whole: bool) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            version: plan.version.clone(),
            identity: plan.identity(),
            seed: plan.seed,
            inputs: plan.inputs.clone(),
            shard,
            units,
            plan: whole.then(|| plan.clone()),
        }
    }

    /// What makes a file of units one of another sweep, in words; none where it is one of the same.
    pub(super) fn differs(&self, from: &Self) -> Option<String> {
        if self.identity == from.identity {
            return None;
        }
        if self.version != from.version {
            return Some(format!("it was made by holdline {}, not {}", self.version, from.version));
        }
        if self.seed != from.seed {
            return Some(format!("its seed is {}, not {}", self.seed, from.seed));
        }
        let changed = |input: &&InputHash| !from.inputs.contains(input);
        Some(match self.inputs.iter().find(changed).or_else(|| from.inputs.iter().find(|i| !self.inputs.contains(i))) {
            Some(input) => format!("the file `{}` said something else", input.file),
            None => "its design is another".to_owned(),
        })
    }
}

/// Writes units under a temporary name and then renames the file, so that there is never half a file of that name.
pub(super) fn write(
    path: &Path,
    temporary: &Path,
    head: &Head,
    units: &mut dyn Iterator<Item = Result<(usize, Vec<u8>), SweepError>>,
) -> Result<(), SweepError> {
    let written = write_all(temporary, head, units).and_then(|()| {
        std::fs::rename(temporary, path).map_err(|source| SweepError::Write { path: path.to_owned(), source })
    });
    if written.is_err() {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(temporary);
    }
    written
}

fn write_all(
    path: &Path,
    head: &Head,
    units: &mut dyn Iterator<Item = Result<(usize, Vec<u8>), SweepError>>,
) -> Result<(), SweepError> {
    let failed = |source| SweepError::Write { path: path.to_owned(), source };
    let mut file = std::io::BufWriter::new(File::create(path).map_err(failed)?);
    let line = serde_json::to_string(head).map_err(|error| failed(error.into()))?;
    writeln!(file, "{line}").map_err(failed)?;
    for unit in units {
        let (unit, bytes) = unit?;
        let frame = [(unit as u64).to_le_bytes(), (bytes.len() as u64).to_le_bytes()];
        frame.iter().try_for_each(|number| file.write_all(number)).map_err(failed)?;
        file.write_all(&bytes).and_then(|()| file.write_all(&sum(unit, &bytes))).map_err(failed)?;
    }
    // On the disk before it gets its name: a power cut leaves no file that only seems whole.
    file.flush().and_then(|()| file.get_ref().sync_all()).map_err(failed)
}

fn sum(unit: usize, bytes: &[u8]) -> [u8; SUM] {
    let mut hash = Sha256::new();
    hash.update((unit as u64).to_le_bytes());
    hash.update(bytes);
    let mut sum = [0; SUM];
    sum.copy_from_slice(&hash.finalize()[..SUM]);
    sum
}

/// Opens a file of units and looks at each.
pub(super) fn open(path: &Path) -> Result<(Head, Vec<Spot>), SweepError> {
    let unreadable = |source| SweepError::Read { path: path.to_owned(), source };
    let damaged = || SweepError::Damaged { path: path.to_owned() };
    let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut line = Vec::new();
    // Something else than a part may have no line at all.
    (&mut file).take(1 << 30).read_until(b'\n', &mut line).map_err(unreadable)?;
    let head: Head = serde_json::from_slice(&line).map_err(|_| SweepError::NoPart { path: path.to_owned() })?;
    if head.schema != Head::SCHEMA {
        return Err(SweepError::NoPart { path: path.to_owned() });
    }
    let mut offset = line.len() as u64;
    let mut spots = Vec::new();
    for _ in 0..head.units {
        let (unit, length) = (number(&mut file).ok_or_else(damaged)?, number(&mut file).ok_or_else(damaged)?);
        if length > LARGEST {
            return Err(damaged());
        }
        let mut bytes = Vec::new();
        (&mut file).take(length).read_to_end(&mut bytes).map_err(unreadable)?;
        let mut kept = [0; SUM];
        let right = file.read_exact(&mut kept).is_ok() && kept == sum(unit as usize, &bytes);
        if !right {
            return Err(damaged());
        }
        spots.push(Spot { unit: unit as usize, offset: offset + 16, length });
        offset += 16 + length + SUM as u64;
    }
    let ends = file.read(&mut [0]).map_err(unreadable)? == 0;
    if ends { Ok((head, spots)) } else { Err(damaged()) }
}

fn number(file: &mut impl Read) -> Option<u64> {
    let mut bytes = [0; 8];
    file.read_exact(&mut bytes).ok()?;
    Some(u64::from_le_bytes(bytes))
}

/// The bytes of a unit.
pub(super) fn read(path: &Path, spot: Spot) -> Result<Vec<u8>, SweepError> {
    let unreadable = |source| SweepError::Read { path: PathBuf::from(path), source };
    let mut file = File::open(path).map_err(unreadable)?;
    file.seek(SeekFrom::Start(spot.offset)).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(spot.length).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}
